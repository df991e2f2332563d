"""The Unicode Bidirectional Algorithm, rule by rule, and compared with another implementation of it."""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import groupby

import pytest
from bidi import get_display
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.typesetting.bidi import is_plain, levels, mirrored, visual_order
from briefing.typesetting.bidi.characters import _PAIRS, CODES, bidi_classes

SAMPLES = {
    "L": "a",
    "R": "\N{HEBREW LETTER ALEF}",
    "AL": "\N{ARABIC LETTER ALEF}",
    "EN": "1",
    "AN": "\N{ARABIC-INDIC DIGIT ONE}",
    "ES": "+",
    "ET": "%",
    "CS": ",",
    "NSM": "\N{COMBINING GRAVE ACCENT}",
    "BN": "\N{ZERO WIDTH NON-JOINER}",
    "B": "\N{PARAGRAPH SEPARATOR}",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\N{LEFT-TO-RIGHT EMBEDDING}",
    "RLE": "\N{RIGHT-TO-LEFT EMBEDDING}",
    "LRO": "\N{LEFT-TO-RIGHT OVERRIDE}",
    "RLO": "\N{RIGHT-TO-LEFT OVERRIDE}",
    "PDF": "\N{POP DIRECTIONAL FORMATTING}",
    "LRI": "\N{LEFT-TO-RIGHT ISOLATE}",
    "RLI": "\N{RIGHT-TO-LEFT ISOLATE}",
    "FSI": "\N{FIRST STRONG ISOLATE}",
    "PDI": "\N{POP DIRECTIONAL ISOLATE}",
}
"""A character of each bidirectional class."""
TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
REMOVED = {SAMPLES[name] for name in ("BN", "LRE", "RLE", "LRO", "RLO", "PDF")}
"""What X9 removes."""
SPACES = {"WS", "LRI", "RLI", "FSI", "PDI"}

LONG = 50_000
DEEPEST = 125
MOST_OPEN = 63


def text_of(classes: str) -> str:
    """Write a character of each class; what is no class stands for itself."""
    return "".join(SAMPLES.get(name, name) for name in classes.split())


def test_there_is_a_sample_of_every_class():
    assert {name: unicodedata.bidirectional(sample) for name, sample in SAMPLES.items()} == {
        name: name for name in CODES
    }


@pytest.mark.parametrize(
    ("classes", "base", "expected"),
    [
        pytest.param("R B EN AL", 0, "1 0 0 1", id="P1 another paragraph"),
        pytest.param("AL B EN", 1, "1 1 2", id="P1 a letter before the separator makes no number Arabic"),
        pytest.param("RLE L B L", 0, "0 2 0 0", id="X8 embeddings end with their paragraph"),
        pytest.param("RLE R PDF R", 0, "0 1 1 1", id="X2 RLE, X7 PDF"),
        pytest.param("RLE L PDF L", 0, "0 2 2 0", id="X2 L in RLE"),
        pytest.param("LRE R PDF R", 1, "1 3 3 1", id="X3 LRE in a right-to-left paragraph"),
        pytest.param("LRE R PDF", 0, "0 3 3", id="X3 LRE in a left-to-right paragraph"),
        pytest.param("RLO L EN PDF L", 0, "0 1 1 1 0", id="X4 RLO"),
        pytest.param("LRO R AL PDF R", 0, "0 2 2 2 1", id="X5 LRO"),
        pytest.param("L RLI L PDI L", 0, "0 0 2 0 0", id="X5a RLI"),
        pytest.param("R LRI R PDI R", 1, "1 1 3 1 1", id="X5b LRI"),
        pytest.param("L FSI ON R L PDI L", 0, "0 0 1 1 2 0 0", id="X5c FSI before R"),
        pytest.param("R FSI ON L R PDI R", 1, "1 1 2 2 3 1 1", id="X5c FSI before L"),
        pytest.param("FSI RLI R PDI L PDI", 1, "1 2 3 2 2 1", id="X5c FSI passes over isolates"),
        pytest.param("R FSI PDI R", 1, "1 1 1 1", id="X5c FSI around nothing"),
        pytest.param("FSI ON PDI", 1, "1 2 1", id="X5c FSI around nothing strong"),
        pytest.param("RLO LRI L PDI L PDF", 0, "0 1 2 1 1 1", id="X5a, X6a an override turns the ends of an isolate"),
        pytest.param("LRO RLE R PDF LRI PDI RLE R", 0, "0 0 3 3 2 2 2 3", id="X5b, X6a between embeddings"),
        pytest.param("RLI RLE L PDI L", 0, "0 0 4 0 0", id="X6a PDI ends the embeddings of its isolate"),
        pytest.param("RLE PDI R", 0, "0 1 1", id="X6a PDI ends no embedding outside an isolate"),
        pytest.param("RLE RLI L PDI PDI R", 0, "0 1 4 1 1 1", id="X6a PDI ends an isolate once"),
        pytest.param("RLE LRI PDF PDI L PDF L", 0, "0 1 1 1 2 2 0", id="X7 PDF ends no embedding outside its isolate"),
        pytest.param("PDF L", 0, "0 0", id="X7 PDF ends nothing"),
        pytest.param("R BN L BN", 0, "1 1 0 0", id="X9 what is removed has the level before it"),
        pytest.param("BN R", 0, "0 1", id="X9 what is removed first has the base level"),
        pytest.param("EN BN CS BN EN", 1, "2 2 2 2 2", id="X9 what is removed parts nothing"),
        pytest.param("RLE L PDF RLE L PDF", 0, "0 2 2 2 2 2", id="X10 runs beside each other"),
        pytest.param("R RLI R PDI ON R", 0, "1 1 1 1 1 1", id="X10 what is around an isolate is one sequence"),
        pytest.param("L ON RLI R PDI ON L", 0, "0 0 0 1 0 0 0", id="X10 an isolate has no effect around it"),
        pytest.param("LRE ON PDF R", 1, "1 2 2 1", id="X10 sos and eos are of the higher level"),
        pytest.param("R RLI ON", 0, "1 0 1", id="X10 eos of an isolate without an end is of the base level"),
        pytest.param("RLE R PDF ON RLE R PDF", 0, "0 1 1 1 1 1 1", id="X10 sos and eos between higher levels"),
        pytest.param("L RLE ON PDF", 0, "0 0 1 1", id="X10 the end of the text has the base level"),
        pytest.param("AL NSM EN", 0, "1 1 2", id="W1 a mark is as its letter is"),
        pytest.param("NSM R", 1, "1 1", id="W1 a mark at the start is as sos is"),
        pytest.param("EN NSM NSM", 1, "2 2 2", id="W1 marks on a number"),
        pytest.param("RLI PDI NSM L", 1, "1 1 1 2", id="W1 a mark after an isolate is neutral"),
        pytest.param("AL ON EN ET", 1, "1 1 2 1", id="W2 numbers after AL are Arabic"),
        pytest.param("AL R EN ET", 1, "1 1 2 2", id="W2 not after another strong one"),
        pytest.param("AL ON R", 0, "1 1 1", id="W3 AL is R"),
        pytest.param("R EN ES EN CS EN", 1, "1 2 2 2 2 2", id="W4 a separator between European numbers"),
        pytest.param("R AN CS AN ES AN", 1, "1 2 2 2 1 2", id="W4 a separator between Arabic numbers"),
        pytest.param("R EN CS AN", 1, "1 2 1 2", id="W4 not between numbers of two kinds"),
        pytest.param("R EN CS CS EN", 1, "1 2 1 1 2", id="W4 not two separators"),
        pytest.param("R ET ET EN ET", 1, "1 2 2 2 2", id="W5 terminators beside a European number"),
        pytest.param("R ET AN ET", 1, "1 1 2 1", id="W5 not beside an Arabic number"),
        pytest.param("R EN AN ET", 1, "1 2 2 1", id="W5 not behind an Arabic number"),
        pytest.param("R ET ES EN CS L", 1, "1 1 1 2 1 2", id="W6 what is left is neutral"),
        pytest.param("L ON EN R EN", 1, "2 2 2 1 2", id="W7 numbers after L are L"),
        pytest.param("EN R", 0, "0 1", id="W7 sos counts as L"),
        pytest.param("R ( L ) L", 1, "1 1 2 1 2", id="N0 b is compared with the embedding: d and c do not apply"),
        pytest.param("L ( R ) R", 0, "0 0 1 0 1", id="N0 c1 no strong one of the embedding inside, L before"),
        pytest.param("R ( R ) L", 0, "1 1 1 1 0", id="N0 c1 the other direction inside and before"),
        pytest.param("( R ) R", 0, "0 1 0 1", id="N0 c2 the other direction inside, sos before"),
        pytest.param("R ( L R ) R", 0, "1 0 0 1 0 1", id="N0 b the direction of the embedding inside"),
        pytest.param("R ( ON ) R", 0, "1 1 1 1 1", id="N0 d nothing strong inside"),
        pytest.param("L ( EN ) R", 1, "2 2 2 2 1", id="N0 numbers after L are L inside too"),
        pytest.param("L ( AN ) L", 1, "2 1 2 1 2", id="N0 b numbers count as R"),
        pytest.param("R ( AN ) L", 0, "1 1 2 1 0", id="N0 c1 numbers inside count as R"),
        pytest.param("AN ( R ) L", 0, "2 1 1 1 0", id="N0 c1 numbers before count as R"),
        pytest.param("R ( R [ L ] ON ) L", 0, "1 0 1 0 0 0 0 0 0", id="N0 pairs in pairs"),
        pytest.param("R ( R ) [ R ] L", 0, "1 1 1 1 1 1 1 0", id="N0 a pair is the context of the next"),
        pytest.param(
            "( L R ) ( R ) L", 0, "0 0 1 0 0 1 0 0", id="N0 a pair of the embedding is the context of the next"
        ),
        pytest.param("R ( [ R ] L ) L", 0, "1 0 0 1 0 0 0 0", id="N0 a pair is the context of those in it"),
        pytest.param("R ( ON ) R ( L ) R", 0, "1 1 1 1 1 0 0 0 1", id="N0 b a pair after one without anything strong"),
        pytest.param("R ( R ) NSM L", 0, "1 1 1 1 1 0", id="N0 marks are as their brackets are"),
        pytest.param("R ( NSM BN R ) BN NSM L", 0, "1 1 1 1 1 1 1 1 0", id="N0 marks behind what is removed"),
        pytest.param("R ( NSM ON ) L", 0, "1 0 0 0 0 0", id="N0 marks of unresolved brackets are neutral"),
        pytest.param("LRO ( R ) PDF", 1, "1 2 2 2 2", id="BD14 overridden brackets are none"),
        pytest.param("R ( R ] L", 0, "1 1 1 0 0", id="BD16 brackets of two kinds are no pair"),
        pytest.param("R ( [ R ) ] L", 0, "1 1 1 1 1 0 0", id="BD16 what closes around an open one drops it"),
        pytest.param("R \u2329 R \u3009 L", 0, "1 1 1 1 0", id="BD16 canonical equivalents"),
        pytest.param("R \u3008 R \u232a L", 0, "1 1 1 1 0", id="BD16 canonical equivalents, other way round"),
        pytest.param("R ( RLI ) PDI R ) L", 0, "1 1 1 1 1 1 1 0", id="BD16 an isolate hides its brackets"),
        pytest.param("R WS ON R", 0, "1 1 1 1", id="N1 neutrals between R"),
        pytest.param("L S L", 1, "2 2 2", id="N1 neutrals between L"),
        pytest.param("R ON AN ON R EN ON R", 0, "1 1 2 1 1 2 1 1", id="N1 numbers count as R"),
        pytest.param("L ON R", 0, "0 0 1", id="N2 neutrals between two directions, 0"),
        pytest.param("L ON R", 1, "2 1 1", id="N2 neutrals between two directions, 1"),
        pytest.param("L R AN EN", 0, "0 1 2 2", id="I1"),
        pytest.param("L R AN EN", 1, "2 1 2 2", id="I2"),
    ],
)
def test_levels(classes, base, expected):
    assert " ".join(map(str, levels(text_of(classes), base))) == expected


@pytest.mark.parametrize(
    ("given_levels", "order"),
    [
        ((), []),
        ((0, 0), [0, 1]),
        ((1, 1), [1, 0]),
        ((2, 2), [0, 1]),
        ((0, 1, 1, 2, 2, 1, 0), [0, 5, 3, 4, 2, 1, 6]),
        ((1, 2, 2, 1), [3, 1, 2, 0]),
        ((1, 3, 4, 4, 3, 1), [5, 4, 2, 3, 1, 0]),
        ((3, 0, 3, 3), [0, 1, 3, 2]),
    ],
)
def test_visual_order(given_levels, order):
    assert visual_order(given_levels) == order


def reversed_level_by_level(given_levels):
    """Do what L2 says, word for word."""
    order = list(range(len(given_levels)))
    for lowest in range(max(given_levels, default=0), 0, -1):
        runs = [(high, list(run)) for high, run in groupby(order, lambda at, least=lowest: given_levels[at] >= least)]
        order = [at for high, run in runs for at in (reversed(run) if high else run)]
    return order


@given(st.lists(st.integers(0, 6)))
def test_visual_order_is_that_of_the_rule(given_levels):
    assert visual_order(given_levels) == reversed_level_by_level(given_levels)


def as_a_line(found, text, base):
    """Do what L1 says of a line; in the program a block does it, with boxes for characters."""
    reset, ends = list(found), True
    for index in range(len(text) - 1, -1, -1):
        name = unicodedata.bidirectional(text[index])
        ends = name in ("B", "S") or (ends and (name in SPACES or text[index] in REMOVED))
        reset[index] = base if ends else reset[index]
    return reset


def shown(text, base):
    """Give the characters of a line from the left, without what X9 removes."""
    found = as_a_line(levels(text, base), text, base)
    return "".join(text[index] for index in visual_order(found) if text[index] not in REMOVED)


_REMOVED_BEFORE_END = re.compile("x[ x]*($|s)")


def _kind(character):
    name = unicodedata.bidirectional(character)
    return "x" if character in REMOVED else "s" if name in ("B", "S") else " " if name in SPACES else "-"


@given(
    st.text(
        [sample for name, sample in SAMPLES.items() if name != "B"] + list("()[]\u2329\u232a\u3008\u3009"), max_size=40
    ),
    st.sampled_from([0, 1]),
)
@example(text_of("R ( NSM BN R ) BN NSM L"), 0)
def test_another_implementation_shows_the_same(text, base):
    # The other one does not pass over what X9 removes when it looks for the spaces that end a line, and does not look
    # for them at all where the rest of the line runs from left to right.
    assume(not _REMOVED_BEFORE_END.search("".join(map(_kind, text))))
    assume(base == 0 or any(level % 2 for level in levels(text, base)))
    other = get_display(text, base_dir="LR"[base])
    assert shown(text, base) == "".join(character for character in other if character not in REMOVED)


@given(st.text(), st.sampled_from([0, 1]))
def test_the_levels_of_any_text(text, base):
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(base <= level <= DEEPEST + 1 for level in found)
    assert sorted(visual_order(found)) == list(range(len(text)))


@pytest.mark.parametrize("depth", [DEEPEST - 1, DEEPEST, DEEPEST + 1, 2 * DEEPEST])
def test_embeddings_go_as_deep_as_they_may(depth):
    inside = levels(SAMPLES["RLE"] + (SAMPLES["LRE"] + SAMPLES["RLE"]) * (depth // 2) + SAMPLES["R"], 0)
    assert inside[-1] == min(DEEPEST, 2 * (depth // 2) + 1)
    beyond = text_of("RLE LRE") * depth + SAMPLES["PDF"] * 2 * depth + SAMPLES["L"]
    assert levels(beyond, 0)[-1] == 0


@pytest.mark.parametrize(
    ("classes", "level"),
    [
        pytest.param("LRE RLE L", 124, id="X2 no level that would fit, in an embedding that does not"),
        pytest.param("LRI RLE L", 124, id="X2 no level that would fit, in an isolate that does not"),
        pytest.param("LRE RLI L", 124, id="X5a no level that would fit, in an embedding that does not"),
        pytest.param("PDF LRI LRE PDI RLE L", 124, id="X6a the end of an isolate ends what is too deep in it"),
        pytest.param("LRI LRE PDI PDF L", 122, id="X3 an embedding in an isolate that does not fit is not counted"),
        pytest.param("LRI PDF L", 124, id="X7 PDF ends nothing in an isolate that does not fit"),
        pytest.param("LRE LRE PDF PDF PDF L", 122, id="X7 PDF ends what is too deep, one after the other"),
    ],
)
def test_what_is_too_deep_is_counted(classes, level):
    assert levels(SAMPLES["LRE"] * (DEEPEST // 2) + text_of(classes), 0)[-1] == level


def test_isolates_that_are_too_deep_end_where_they_should():
    too_deep = text_of("RLI LRI") * DEEPEST
    text = too_deep + text_of("RLE PDF") + SAMPLES["PDI"] * 2 * DEEPEST + SAMPLES["R"]
    found = levels(text, 0)
    assert max(found) == DEEPEST - 1 + DEEPEST % 2
    assert found[len(too_deep) + 2 :] == (*reversed(found[: len(too_deep)]), 1)


@pytest.mark.parametrize("extra", [0, 1])
def test_more_brackets_than_may_wait_are_no_pairs(extra):
    depth = MOST_OPEN + extra
    text = SAMPLES["R"] + "(" * depth + SAMPLES["R"] + ")" * depth + SAMPLES["L"]
    assert set(levels(text, 0)[-depth - 1 : -1]) == {0 if extra else 1}


def test_the_pairs_that_were_found_before_too_many_brackets_stay():
    text = SAMPLES["R"] + text_of("( R )") + "(" * (MOST_OPEN + 1) + text_of("L ( R ) L")
    assert levels(text, 0)[:4] == (1, 1, 1, 1)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "classes",
    [
        *("(", ")", "( )", "( R )", "RLE", "RLE L", "RLE L PDF L", "PDF", "FSI", "FSI PDI", "RLI L PDI", "PDI"),
        *("NSM", "EN", "ET", "ES EN", "AN CS", "AL EN WS", "WS", "S WS", "ON", "L ON R", "B", "R B", "BN"),
    ],
)
def test_long_texts_take_no_more_than_their_share(classes):
    text = text_of(classes)
    text *= LONG // len(text)
    assert len(visual_order(levels(text, 0))) == len(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), (SAMPLES["FSI"], SAMPLES["PDI"]), ("(" * 62 + "R", "]")])
def test_deep_texts_take_no_more_than_their_share(opening, closing):
    text = opening * (LONG // 2 // len(opening)) + closing * (LONG // 2)
    assert len(levels(text, 0)) == len(text)


def test_whether_a_text_is_plain():
    assigned = [character for character in map(chr, range(sys.maxunicode + 1)) if unicodedata.bidirectional(character)]
    turning = [character for character in assigned if unicodedata.bidirectional(character) in TURNING]
    assert is_plain("".join(set(assigned) - set(turning)))
    assert [character for character in turning if is_plain(character)] == []
    assert is_plain("")


@given(st.text("a1 ,!(\N{COMBINING GRAVE ACCENT}\N{EN DASH}\N{LEFT-TO-RIGHT EMBEDDING}\N{LEFT-TO-RIGHT ISOLATE}"))
def test_a_plain_text_is_in_order(text):
    assert is_plain(text)
    assert visual_order(levels(text, 0)) == list(range(len(text)))


def test_brackets_are_pairs_as_the_unicode_character_database_has_it():
    both = [character for character in map(chr, range(sys.maxunicode + 1)) if unicodedata.mirrored(character)]
    categories = {character: unicodedata.category(character) for character in both}
    assert {character for character, category in categories.items() if category == "Ps"} == set(_PAIRS[::2])
    assert {character for character, category in categories.items() if category == "Pe"} == set(_PAIRS[1::2])
    assert len(_PAIRS) == len(set(_PAIRS)) == 128
    assert unicodedata.normalize("NFC", "\u2329\u232a") == "\u3008\u3009"


@pytest.mark.parametrize("pair", ["()", "[]", "«»", "‹›", "<>", "≤≥", "⟨⟩", "\u2329\u232a", "「」"])
def test_mirrored(pair):
    assert mirrored(pair[0]) + mirrored(pair[1]) == pair[1] + pair[0]


@pytest.mark.parametrize("character", ["a", "“", "/", "ا"])
def test_nothing_else_is_mirrored(character):
    assert mirrored(character) == character


@pytest.mark.parametrize(
    ("character", "name"),
    [
        *(("\u05ff", "R"), ("\u20cf", "ET"), ("\ufdd0", "BN"), ("\ufffe", "BN"), ("\U0001ffff", "BN")),
        *(("\U0001e8ff", "R"), ("\U0001eeff", "AL"), ("\U000e0fff", "BN"), ("\U000fffff", "BN"), ("\u0378", "L")),
    ],
)
def test_characters_that_are_not_assigned_have_the_class_of_their_block(character, name):
    assert unicodedata.bidirectional(character) == ""
    assert bidi_classes(character) == bytes([CODES[name]])
