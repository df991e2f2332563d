"""The words of sources that travel, the ledger as JSON, and words that are looked for in what is printed."""

from __future__ import annotations

import json
from string import ascii_lowercase

import pytest
from hunting import examples
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from briefing.evidence import (
    AROUND,
    ClaimEntry,
    Finder,
    LedgerEntries,
    Piece,
    Printed,
    SourceEntry,
    Telling,
    UnreadableError,
    parse,
    pieces_of,
    write,
)
from briefing.evidence.excerpts import excerpt_of
from briefing.model import Element
from briefing.reading.sources import legible

EXAMPLES = settings(max_examples=examples(100), deadline=None)
WORDS = " ".join(f"word{number:03}" for number in range(200))


def quoted(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(each), text.index(each) + len(each)) for each in words]


def test_an_excerpt_is_cut_at_whole_words():
    start = WORDS.index("word100")
    cut = excerpt_of(WORDS, quoted(WORDS, "word100"))
    assert cut.startswith("[…]\n\nword063 word064 ")
    assert cut.endswith(" word136 word137\n\n[…]\n")
    assert start - WORDS.index("word063") <= AROUND < start - WORDS.index("word062")


def test_excerpts_that_overlap_are_one():
    cut = excerpt_of(WORDS, quoted(WORDS, "word120", "word060", "word199"))
    assert cut.count("[…]") == 2
    assert " word091 word092 word093 " in cut
    assert cut.endswith("word199\n")


def test_a_short_text_goes_along_whole_and_says_so():
    assert excerpt_of("  They want to defend.\n\nNow.\n", [(2, 6)]) == "They want to defend.\n\nNow.\n"


def test_nothing_is_cut_where_nothing_is_quoted():
    assert excerpt_of(WORDS, []) == ""


def test_an_excerpt_does_not_reach_over_what_was_left_out_before():
    text = f"Elsewhere.\n\n[…]\n\nThe words here.\n\n...\n\n{WORDS}"
    assert excerpt_of(text, quoted(text, "words here")) == "[…]\n\nThe words here.\n\n[…]\n"


def test_a_text_without_spaces_is_cut_all_the_same():
    text = "天地玄黄宇宙洪荒" * 200
    assert len(excerpt_of(text, [(800, 804)])) == 2 * AROUND + 4 + len("[…]\n\n\n\n[…]\n")


def test_dots_that_a_cut_leaves_alone_on_a_line_are_no_mark_of_the_source():
    text = f"{WORDS}\nHere it is.\n… {'[…]' * 200}"
    cut = excerpt_of(text, quoted(text, "Here it is"))
    assert cut.endswith("word199\nHere it is.\n\n[…]\n")
    assert excerpt_of(cut, quoted(cut, "Here it is")) == cut


LETTERS = st.sampled_from([*ascii_lowercase[:6], " ", " ", "\n", "…", "[…]", "\n[…]\n", "\n...\n", "é", "天", "."])


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text in which some words are quoted, none of which begins or ends with a space."""
    pieces = draw(st.lists(LETTERS, min_size=1, max_size=60))
    text = legible("".join(each * draw(st.sampled_from([1, 1, 2, 90])) for each in pieces))
    places = [number for number, sign in enumerate(text) if sign.isalnum()]
    pairs = st.tuples(st.sampled_from(places), st.sampled_from(places)).map(sorted) if places else st.nothing()
    spans = draw(st.lists(pairs, max_size=4)) if places else []
    return text, [(start, end + 1) for start, end in spans]


@settings(EXAMPLES, suppress_health_check=[HealthCheck.filter_too_much])
@given(texts())
def test_an_excerpt_of_an_excerpt_is_that_excerpt(made):
    text, spans = made
    words = [text[start:end] for start, end in spans]
    assume(words and all(text.find(each) == text.rfind(each) for each in words))
    cut = excerpt_of(text, spans)
    assert excerpt_of(cut, quoted(cut, *words)) == cut


CLAIM = ClaimEntry(
    id="c1",
    kind="quotation",
    status="verbatim",
    words="I write",
    sentence="He says: “I write.”",
    part="body",
    section="Who?",
    file="briefing.md",
    line=3,
    sources=("a", "b"),
    locators=("p. 7", ""),
    waiver="known",
    needs_source=True,
    found_in="a",
    source_words="I write",
)
SOURCE = SourceEntry(
    key="a",
    title="A",
    url="https://e.org",
    accessed="2021-08-24",
    archived="https://a.org",
    captured="2021",
    sha256="ab",
    file="sources/a.txt",
    file_sha256="cd",
    whole=True,
)
LEDGER = LedgerEntries("T", "en", (CLAIM, CLAIM._replace(id="c2")), (SOURCE, SourceEntry("b", "B", own=True)))


def test_a_ledger_is_read_as_it_was_written():
    assert parse(write(LEDGER)) == LEDGER
    assert write(LEDGER) == write(LEDGER)


def test_what_is_empty_is_left_out():
    tree = json.loads(write(LEDGER))
    assert list(tree) == ["format", "version", "title", "language", "claims", "sources"]
    assert tree["claims"][0]["sources"] == [{"key": "a", "locator": "p. 7"}, {"key": "b"}]
    assert tree["sources"][1] == {"key": "b", "title": "B", "own": True}


@pytest.mark.parametrize("data", [b"{}", b"[]", b"1", b'"a"', b'{"format": "another"}', b'{"claims": []}'])
def test_another_file_of_that_name_is_none(data):
    assert parse(data) is None


def changed(**values: object) -> bytes:
    return json.dumps(json.loads(write(LEDGER)) | values).encode()


def claim(**values: object) -> bytes:
    return changed(claims=[json.loads(write(LEDGER))["claims"][0] | values])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be read: it is damaged"),
        (b'{"format": "briefing-claims"', "cannot be read: it is damaged"),
        (b"\xff\xfe\x00", "cannot be read: it is damaged"),
        (b"[" * 100_000, "cannot be read: it is damaged"),
        (b"1" * 10_000, "cannot be read: it is damaged"),
        (changed(version=2), "is of a version that this program does not know"),
        (changed(claims=None), "has no list of claims"),
        (changed(claims=[1]), "has no list of claims"),
        (changed(sources={}), "has no list of sources"),
        (changed(claims=[{}] * 50_001), "has more than 50,000 claims"),
        (changed(title=1), 'says in "title" what is no text'),
        (claim(status="true"), "says what no ledger says of a claim"),
        (claim(kind=""), "says what no ledger says of a claim"),
        (claim(line=True), "says what no ledger says of a claim"),
        (claim(words=["I write"]), 'says in "words" what is no text'),
        (changed(claims=[json.loads(write(LEDGER))["claims"][0]] * 2), "names two claims alike"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_told(data, why):
    with pytest.raises(UnreadableError) as caught:
        parse(data)
    assert str(caught.value) == why


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ClaimEntry._fields, "key"]), inner),
    max_leaves=10,
)


@EXAMPLES
@given(st.dictionaries(st.sampled_from(["title", "language", "claims", "sources"]), VALUES), st.booleans())
def test_any_ledger_is_read_or_told(values, is_claim):
    data = claim(**{"words" if is_claim else "sources": list(values.values())}) if is_claim else changed(**values)
    try:
        parse(data)
    except UnreadableError as problem:
        assert str(problem)


def printed(*texts: str) -> Printed:
    return Printed(Piece(text, page) for page, text in enumerate(texts, start=1))


@pytest.mark.parametrize(
    ("words", "page", "found"),
    [
        ("one two", "Zero. One\u00a0two, three.", "One\u00a0two"),
        ("ready to follow", "ready to fol-\nlow them", "ready to fol- low"),
        ("in my father's footsteps", "in my father’s foot\u00adsteps", "in my father’s foot\u00adsteps"),
        ("[My forces] want", "“[My forces] want to”", "[My forces] want"),
        ("… they want …", "He: … they want … it", "… they want …"),
        ("first", "the ﬁrst", "ﬁrst"),
        ("پنجشیر", "درهٔ پنجشیر است", "پنجشیر"),
    ],
)
def test_words_are_found_whatever_was_done_to_spaces_and_signs(words, page, found):
    place = printed("Before.\n", page).find(words)
    assert place is not None
    assert (place.words, place.page) == (" ".join(found.split()), 2)


@pytest.mark.parametrize("words", ["", "…", "two one", "onetwothree four"])
def test_words_that_are_not_there(words):
    assert printed("One two three").find(words) is None


def test_words_that_are_told_twice_stand_twice():
    twice = [Telling("ten fell", "Here ten fell."), Telling("ten fell", "There ten fell.")]
    both = Finder(printed("Here ten fell. ", "There ten fell."), twice)
    assert [both.find(each).page for each in twice] == [1, 2]
    one = Finder(printed("Here ten fell. ", "There nobody fell."), twice)
    assert [place and place.page for place in map(one.find, twice)] == [1, None]


def test_the_heading_above_is_known():
    html = Element("html", (
        Element("head", (Element("title", ("One two",)),)),
        Element("body", (
            Element("h2", (Element("span", ("1",)), " Where", Element("a", ("3",), {"class": "citation"}))),
            Element("p", ("One", Element("a", ("7",), {"class": "citation"}), " two. ")),
            Element("img", (), {"alt": "Three four."}),
        )),
    ))  # fmt: skip
    made = Printed(pieces_of(html))
    assert [place and place.section for place in map(made.find, ("one two", "three four", "seven"))] == [
        "1 Where", "1 Where", None,
    ]  # fmt: skip
