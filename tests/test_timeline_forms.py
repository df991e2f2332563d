"""Picture, table and spoken sequence are one timeline: the same dates, texts and numbers, in the same order."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from templating_sample import SAMPLE, cited, place, waiver

from briefing.addressing import addressed
from briefing.drawing import Lettering, MarkTaker, Palette
from briefing.drawing.marks import TextMark
from briefing.drawing.words import set_words
from briefing.errors import TemplateError
from briefing.model import Element, Event, Node, PathMark, TextStyle, Timeline, plain_text, walk
from briefing.model.dates import date_from_edtf
from briefing.templating import load_template, parse_html, render, timeline_of_drawing, with_abbreviations
from briefing.timeline import Chart

TEMPLATE = load_template("briefing")
PALETTE = Palette()
MARK = Lettering(8.0, PALETTE).mark
DATES = ["1979", "198X", "1996~", "2001?", "2021-05/2021-08", "2021-05/..", "../1998", "-0044", "2021-08-15"]
FIELD = Element("span", (), {"data-field": "recipient.town", "data-otherwise": "your town"})
LETTERS = st.sampled_from(["war", "NRF", "سقوط", "کابل", "the council", "a, b", "end."])
WORDS = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)
HANGING = st.one_of(st.sampled_from(["unhcr", "history"]).map(cited), st.just(waiver()))
PIECES = st.one_of(
    WORDS.map(lambda text: (text,)),
    WORDS.map(lambda text: (Element("em", (text,)),)),
    WORDS.map(lambda text: (Element("strong", (text, Element("code", ("x",)))),)),
    st.just((FIELD,)),
    HANGING.map(lambda each: (each,)),
    st.tuples(HANGING, st.sampled_from([", then more", ".", "; and on"])),
)


class HalfWidth:
    """Measures half a size for every letter."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def ascent(self, style: TextStyle) -> float:
        return style.size * 0.7

    def descent(self, style: TextStyle) -> float:
        return style.size * 0.2

    def capitals(self, style: TextStyle) -> float:
        return self.ascent(style)

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        return self.descent(style), self.ascent(style)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """What happened, with markup and with what hangs on it, at a date of any kind."""
    pieces: list[Node] = [draw(WORDS)]
    for piece in draw(st.lists(PIECES, max_size=4)):
        pieces += [" ", *piece]
    keys = tuple(key for node in walk(Element("p", tuple(pieces))) if (key := node.get("data-key")))
    date = date_from_edtf(draw(st.sampled_from(DATES)))
    return Event(date, tuple(pieces), place(9), keys, stressed=draw(st.booleans()))


def drawn(chart: Chart, width: float) -> list[tuple[str, str]]:
    """Words and number of each event in the picture, in the order of the chart."""
    layout = chart.layout(width, HalfWidth(), inf)
    words: dict[int, list[str]] = {}
    numbers: dict[int, str] = {}
    for label in layout.labels:
        for line in label.lines:
            if line.style == MARK:
                numbers[label.event] = line.text
            else:
                words.setdefault(label.event, []).append(line.text)
    return [(" ".join(filter(None, words[index])), numbers.get(index, "")) for index in sorted(words)]


@settings(max_examples=examples(80), deadline=None)
@given(
    st.lists(events(), min_size=1, max_size=6),
    st.sampled_from(["en-GB", "fa-AF", "de"]),
    st.sampled_from([480.0, 200.0]),
)
def test_the_three_forms_tell_the_same(told: list[Event], language: str, width: float) -> None:
    timeline = Timeline("timeline-1", ("Forty years",), tuple(told), place(8), spoken="long")
    masthead = replace(SAMPLE.masthead, language=language)
    briefing = replace(SAMPLE, masthead=masthead, timelines=(timeline,), signs_as_typed=True)
    tree = parse_html(render(briefing, TEMPLATE))
    tree = with_abbreviations(tree, {"NRF": "National Resistance Front"})
    (table,) = (each for each in walk(tree) if "events" in each.classes)
    (picture,) = (each for each in walk(tree) if each.get("data-drawing"))
    rows = [[plain_text(cell) for cell in row.children] for row in table.children[-1].children]
    shown = timeline_of_drawing(addressed(briefing).briefing, f"timeline-1 {picture.get('data-cited')}".strip())
    assert shown
    labels = drawn(Chart(shown.events, PALETTE, language), width)
    assert [number for _, number in labels] == ["".join(cited) for _, _, *cited in rows]
    for index, ((words, _), (date, text, *_)) in enumerate(zip(labels, rows, strict=True)):
        said_above = date in (row[0] for row in rows[:index])
        assert words == f"{date} {text}" or (words == text and said_above)
    spoken, at = picture.get("alt"), 0
    for date, text, *_ in rows:
        comma = "، " if language == "fa-AF" else ", "
        at = spoken.index(f"{date}{comma}{text.rstrip('.')}", at)


@pytest.mark.parametrize("edtf", DATES)
def test_what_is_stressed_is_seen_without_colours(edtf: str) -> None:
    """Where all colours are one, as on paper that was copied, weight tells it, and the size of a mark."""
    grey = Palette("#000000", "#000000", "#000000", "#000000")
    seen = {}
    for stressed in (False, True):
        event = Event(date_from_edtf(edtf), ("something happens",), place(9), stressed=stressed)
        placed = Chart((event,), grey, "en-GB").placed(480, HalfWidth(), inf)
        taker = MarkTaker()
        placed.draw(taker, 0, len(placed.strips))
        seen[stressed] = taker.marks
    weights = {
        stressed: [mark.style.bold for mark in marks if isinstance(mark, TextMark) and "happens" in mark.text]
        for stressed, marks in seen.items()
    }
    assert weights == {False: [False], True: [True]}
    if date_from_edtf(edtf).kind == "exact":
        assert [mark for mark in seen[False] if isinstance(mark, PathMark)] != [
            mark for mark in seen[True] if isinstance(mark, PathMark)
        ]


@pytest.mark.parametrize(("stressed", "seen"), [((True, True), []), ((True, False), [True, False])])
def test_where_all_are_stressed_none_is(stressed: tuple[bool, ...], seen: list[bool]) -> None:
    """In the picture as in the table, also where a handout shows only those that its author stressed."""
    told = tuple(Event(date_from_edtf("1996"), ("something",), place(9), stressed=each) for each in stressed)
    briefing = replace(SAMPLE, timelines=(Timeline("timeline-1", ("Years",), told, place(8)),))
    tree = parse_html(render(briefing, TEMPLATE))
    rows = [each for each in walk(tree) if each.tag == "tr" and "stressed" in each.classes]
    assert len(rows) == sum(seen)
    whole, handout = (timeline_of_drawing(briefing, f"timeline-1{which}") for which in ("", ":stressed"))
    assert whole
    assert handout
    assert [each.stressed for each in whole.events] == (seen or [False, False])
    assert not any(each.stressed for each in handout.events)


def test_numbers_of_other_events_are_refused() -> None:
    told = (Event(date_from_edtf("1996"), ("something",), place(9)),)
    briefing = replace(SAMPLE, timelines=(Timeline("timeline-1", ("Years",), told, place(8)),))
    with pytest.raises(TemplateError) as caught:
        timeline_of_drawing(briefing, "timeline-1 7;8")
    assert str(caught.value) == (
        "error  wrong-numbers\n"
        '  "data-cited" has numbers for 2 events, and the drawing "timeline-1" shows 1.\n'
        '  Let the template write the whole: {{ timeline("timeline-1") }}'
    )


def test_a_form_that_has_no_room_is_said() -> None:
    told = tuple(Event(date_from_edtf(date), ("something happens",), place(9)) for date in ("1979", "1996", "2001"))
    fixed = Chart(told, PALETTE, "en-GB", form="horizontal")
    assert [str(each) for each in fixed.placed(20, HalfWidth(), inf).problems] == [
        "warning  form-not-kept\n"
        "  There is no room for these events side by side, so that they stand below each other.\n"
        "  Take {form=horizontal} out, or shorten them."
    ]
    assert fixed.placed(480, HalfWidth(), inf).problems == ()
    for form in ("", "vertical"):
        assert replace(fixed, form=form).placed(20, HalfWidth(), inf).problems == ()


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("September–December 1936", 30, ["September–December 1936"]),
        ("September–December 1936", 20, ["September–December", "1936"]),
        ("September–December 1936", 14, ["September–", "December 1936"]),
        ("May–June–July 1936", 12, ["May–June–", "July 1936"]),
        ("September–December 1936", 5, ["Septe", "mber–", "Decem", "ber", "1936"]),
        ("a – b", 2, ["a", "–", "b"]),
        ("–––––", 2, ["––", "––", "–"]),
    ],
)
def test_a_word_that_is_wider_than_a_line_is_broken_behind_its_dash(text: str, letters: int, lines: list[str]) -> None:
    words = set_words(((text, TextStyle(8.0)),), letters * 4.0, HalfWidth())
    assert [line.text for line in words.lines] == lines


def test_the_column_of_dates_is_as_wide_as_a_long_word() -> None:
    """Where there is room: half of the column is left for what happened."""
    told = (Event(date_from_edtf("1979"), ("something happens",), place(9)),)
    words = "ungefährvierzehnhundertzweiundneunzig"
    lines = {}
    for width in (400, 200):
        event = replace(told[0], date=replace(told[0].date, typed=words, language="en"))
        layout = Chart((event,), PALETTE, "en", form="vertical").layout(width, HalfWidth(), inf)
        lines[width] = [line.text for line in layout.labels[0].lines]
    assert lines[400] == [words]
    assert len(lines[200]) == 2


@pytest.mark.parametrize(
    ("text", "mark", "lines"),
    [
        ("aaaa bbbb", "7", ["aaaa bbbb7"]),
        ("aaaa bbbb cccc", "7", ["aaaa bbbb", "cccc7"]),
        ("aaaa bbbb cccc dddd eeeee", "77", ["aaaa bbbb", "cccc dddd", "eeeee77"]),
        ("aaaa bbbbbbb", "7,8", ["aaaa", "bbbbbbb7,8"]),
        ("aaaaaaaaaaaa", "7", ["aaaaaaaaaaa", "a7"]),
        ("aaaa", "11,12,13,14,15,16", ["aaaa", "11,12,13,14,15,", "16"]),
        ("", "7", ["7"]),
    ],
)
def test_numbers_hang_on_the_last_word(text: str, mark: str, lines: list[str]) -> None:
    width = 12 * 4.0
    words = set_words(((text, TextStyle(8.0)),), width, HalfWidth(), mark=(mark, MARK))
    assert [line.text + (line.mark.text if line.mark else "") for line in words.lines] == lines
    assert words.width <= width
    assert all(line.reach <= words.width for line in words.lines)
