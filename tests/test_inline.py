"""Inline content becomes words: where a line may end, what belongs together, what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typesetting_tools import STYLE, library, small_theme, text_of, words_of

from briefing.templating import parse_html
from briefing.theme import Style
from briefing.typesetting.text.inline import InlineReader
from briefing.typesetting.text.letters import Letters, Unset
from briefing.typesetting.tree import number_tree


def words(content: str, style: Style = STYLE) -> list[str]:
    """Texts of the words; ``_`` is the space after one, ``|`` the end of a line."""
    return [
        text_of(word.boxes) + ("_" if word.space else "") + ("|" if word.ends_line else "")
        for word in words_of(content, style)
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("one two", ["one_", "two"]),
        ("one<strong>two</strong>three", ["onetwothree"]),
        ("one <strong>two</strong>, three", ["one_", "two,_", "three"]),
        ("one<br>two", ["one_|", "two"]),
        ("a 12<br>two", ["a_", "12_|", "two"]),
        ("<br>", ["|"]),
        ("well-known", ["well-", "known"]),
        ("-5 and –7", ["-5_", "and_", "–7"]),
        ("1979–2021", ["1979–", "2021"]),
        ("3–9", ["3–9"]),
        ("al-Qaida", ["al-Qaida"]),
        ("9-year-old", ["9-year-", "old"]),
        ("so—then", ["so—", "then"]),
        ("a\u200bb", ["a\u200b", "b"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("https://example.org/a/b-c?d=e", ["https://example.org/", "a/", "b", "-c", "?d", "=e"]),
        ("and/or", ["and/or"]),
    ],
)
def test_text_is_cut_where_a_line_may_end(content, expected):
    assert words(content) == expected


def test_what_is_unbroken_stays_one_word():
    (word,) = words_of('<span class="whole">9 September 2001</span>', more='\n[styles.".whole"]\nunbroken = true\n')
    assert text_of(word.boxes) == "9 September 2001"


def test_a_box_knows_the_node_and_the_link_of_its_text():
    see, *_, last = words_of('see <a href="https://example.org">this <em>place</em></a>')
    assert (see.boxes[0].run.link, see.boxes[0].run.href) == (-1, "")
    run = last.boxes[0].run
    assert (run.href, run.style.italic) == ("https://example.org", True)
    assert run.node > run.link > see.boxes[0].run.node


def test_a_marker_knows_its_note():
    (word,) = words_of('text<a class="noteref" href="#note-1">1</a><span id="note-1"></span>')
    assert [box.run.note for box in word.boxes] == ["", "note-1"]


def test_an_ordinary_link_in_the_document_is_no_marker():
    (word,) = words_of('<a href="#note-1">1</a><span id="note-1"></span>')
    assert [box.run.note for box in word.boxes] == [""]


@pytest.mark.parametrize(("figures", "digits"), [(1, "0"), (2, "00"), (3, "000")])
def test_a_page_number_has_a_box_of_fixed_width(figures, digits):
    tree = number_tree(parse_html('<p><span data-fill="pages"></span></p>', root="p"), marker="•")
    reader = InlineReader(small_theme(), library(), [], figures=figures, unset=Unset(), base=0)
    ((box,),) = (word.boxes for word in reader.text(tree.children, STYLE, "en").words)
    assert (box.run.fill, box.glyphs) == ("pages", ())
    (as_digits,) = words_of(digits, replace(STYLE, tabular=True))
    assert box.width == pytest.approx(as_digits.width)


def test_tracking_is_part_of_the_width():
    (plain,), (tracked,) = words_of("Text"), words_of("Text", replace(STYLE, tracking=2))
    assert tracked.width == pytest.approx(plain.width + 4 * 2)


def diagnostics(content: str, style: Style = STYLE, more: str = "") -> list[str]:
    found: list = []
    tree = number_tree(parse_html(f'<p data-at="briefing.md:7:3">{content}</p>', root="p"), marker="•")
    unset, letters = Unset(), Letters()
    reader = InlineReader(small_theme(more), library(), found, figures=1, unset=unset, base=0)
    reader.text(tree.children, style, "en")
    letters.add(unset.texts)
    return [str(each) for each in (*found, *letters.diagnostics())]


def test_what_no_font_has_is_named_with_its_place():
    assert diagnostics("all good, 中文 not") == [
        "briefing.md:7:3  error  missing-glyph\n"
        '  No font here has "中" (U+4E2D), "文" (U+6587). See "中文".\n'
        "  Write it in other letters, or name fonts that have it under fonts: in the organisation's profile."
    ]


def test_text_that_is_too_pale_for_its_ground_is_an_error():
    style = replace(STYLE, on="#888888")
    assert diagnostics('<strong class="pale">x</strong>', style, '\n[styles.".pale"]\ncolour = "#777777"\n') == [
        "error  low-contrast\n"
        "  strong.pale: text #777777 on #888888 has a contrast of 1.3:1; 4.5:1 is needed.\n"
        "  Choose a darker or lighter colour in the theme or in the organisation's profile."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "before the |NRF|-led front",
        "(|NRF|)",
        "the |AV|s and |To|.",
        "a|fi|b",
        "a |NRF| b",
        "https://example.org/|UN|/x",
    ],
)
def test_an_element_without_a_look_of_its_own_moves_nothing(text):
    parts = text.split("|")
    marked = "".join(f'<abbr title="t">{part}</abbr>' if index % 2 else part for index, part in enumerate(parts))
    plain, found = words_of("".join(parts)), words_of(marked)
    assert [text_of(word.boxes) for word in found] == [text_of(word.boxes) for word in plain]
    assert [word.width for word in found] == pytest.approx([word.width for word in plain])
    assert [box.run.node for word in found for box in word.boxes] != [
        box.run.node for word in plain for box in word.boxes
    ]


def test_a_ligature_over_the_edge_of_an_element_is_not_made():
    (plain,), (cut,) = words_of("office"), words_of("of<abbr>f</abbr>ice")
    assert len([glyph for box in plain.boxes for glyph in box.glyphs]) < len("office")
    assert [[glyph.text for glyph in box.glyphs] for box in cut.boxes] == [["o", "f"], ["f"], ["i", "c", "e"]]


def test_what_stands_in_a_raised_or_unbroken_element_is_raised_and_unbroken_too():
    raised = [box.run.style.rise for word in words_of("<sup>a<abbr>UN</abbr></sup>") for box in word.boxes]
    assert raised == [3, 3]
    (word,) = words_of('<span class="whole">the <em>UN</em> now</span>', more='\n[styles.".whole"]\nunbroken = true\n')
    assert text_of(word.boxes) == "the UN now"


def test_an_element_with_a_direction_stands_for_itself_in_another_one():
    html = 'א <span dir="ltr">as of <span dir="rtl">24 ב 1</span> x</span> ג'
    boxes = (box for word in words_of(html, replace(STYLE, direction="rtl")) for box in word.boxes)
    # In the words of the element inside, the figures 24 stand at the right, as they would outside.
    assert list(dict.fromkeys((box.run.text.strip(), box.run.level) for box in boxes)) == [
        ("א", 1), ("as of", 2), ("24", 4), ("ב", 3), ("1", 4), ("x", 2), ("ג", 1),
    ]  # fmt: skip
