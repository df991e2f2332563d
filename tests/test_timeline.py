"""The timeline: order, placing, words. Placing is measured with a font in which every letter is half a size wide."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import inf

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_tools import (
    A4_TEXT,
    HERE,
    LETTERING,
    MEASURE,
    PANJSHIR,
    alt_text,
    check,
    event,
    event_in_words,
    strokes_of,
)

from briefing.drawing import Palette
from briefing.drawing.words import set_words
from briefing.model import Element, Event, TextStyle
from briefing.model.briefing import TimelineForm
from briefing.model.dates import date_from_edtf, surely_before
from briefing.timeline import Chart, SpokenWords, table_rows
from briefing.timeline.axis import segment_of, segments_of
from briefing.timeline.order import ordered
from briefing.timeline.placing import place
from briefing.timeline.span import long_gaps, pieces_of, spans_of
from briefing.timeline.speech import Telling
from briefing.timeline.stacked import place_stacked
from briefing.timeline.text import event_text
from briefing.timeline.vertical import place_vertically

YEARS = st.integers(-300, 2030).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
WEEK = st.integers(9, 16).map(lambda day: f"2021-08-{day:02d}")
HOURS = st.integers(0, 23).map(lambda hour: f"2021-08-15T{hour:02d}:00")
MONTHS = st.tuples(st.integers(1995, 1997), st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
POINTS = st.one_of(YEARS, WEEK, HOURS, MONTHS, st.sampled_from(["198X", "19XX", "2021-24", "Y-170002"]))
PERIODS = st.one_of(
    YEARS.map(lambda year: f"../{year}"), WEEK.map(lambda day: f"{day}/.."), st.just("1914/1918"), st.just("1947/1991"),
    WEEK.map(lambda day: f"{day}/2021-08-17").filter(lambda text: text < "2021-08-18"), YEARS.map(lambda y: f"{y}~"),
    st.just("2021-08-15?"), st.just("-0499~/-0400"), st.just("[1667,1668..1670]"),
)  # fmt: skip
TEXTS = st.one_of(st.text("abcde fgh", max_size=60), st.just(""), st.just("W" * 70))
EVENTS = st.builds(event, st.one_of(POINTS, PERIODS), TEXTS, stressed=st.booleans())
CLUSTERS = st.one_of(
    st.lists(EVENTS, min_size=1, max_size=14),
    st.lists(st.builds(event, WEEK, TEXTS), min_size=1, max_size=12),
    st.lists(EVENTS, min_size=15, max_size=70),
)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(EVENTS, max_size=20))
def test_what_is_surely_before_stands_before(events: list[Event]) -> None:
    result = ordered(events)
    assert sorted(map(id, result)) == sorted(map(id, events))
    for one, other in combinations(result, 2):
        assert not surely_before(other.date, one.date)


def test_the_author_decides_where_dates_do_not() -> None:
    events = [event("199X", "b"), event("1996", "a"), event("1979", "c"), event("1996", "d")]
    assert [event_text(each) for each in ordered(events)] == ["c", "b", "a", "d"]


def test_order_is_not_a_sorting() -> None:
    """1999 is typed first and the 1990s bridge it with 1996; still 1996 is told before it."""
    events = [event("1999"), event("199X"), event("1996")]
    assert [each.date.edtf for each in ordered(events)] == ["1996", "1999", "199X"]


def test_the_example_is_horizontal_with_a_break() -> None:
    layout = place(PANJSHIR, A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert [(each.before, each.after) for each in layout.breaks] == [(5, 6)]
    assert len(layout.rails) == 2
    assert layout.height < 230
    assert [bar.event for bar in layout.bars] == [1, 3, 6, 8]
    assert [(mark.shape, mark.fill) for mark in sorted(layout.marks, key=lambda mark: mark.event)] == [
        ("point", "full"), ("point", "full"), ("until", "full"), ("point", "full"), ("point", "full"),
        ("point", "hollow"),
    ]  # fmt: skip
    assert [(bar.shape, bar.fill) for bar in layout.bars] == [
        ("decade", "full"), ("decade", "full"), ("since", "hollow"), ("stretch", "full"),
    ]  # fmt: skip
    assert [line.text for line in layout.tick_labels][:3] == ["1980", "1985", "1990"]


@pytest.mark.parametrize("form", ["horizontal", "vertical"])
def test_after_a_date_is_a_mark_as_before_one_is_and_does_not_last(form: TimelineForm) -> None:
    events = [event_in_words(each) for each in ("before 1830", "1850", "after 1870", "since 1880", "not before 1890")]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, form=form)
    check(layout, events, language="en-GB")
    drawn = {each.event: each.shape for each in (*layout.marks, *layout.bars)}
    assert drawn == {0: "until", 1: "point", 2: "after", 3: "since", 4: "since"}
    assert [bar.event for bar in layout.bars] == ([3, 4] if form == "horizontal" else [])
    before, _, after = sorted(layout.marks, key=lambda mark: mark.event)[:3]
    sizes = [(mark.box.right - mark.box.left, mark.box.top - mark.box.bottom) for mark in (before, after)]
    assert sizes[0] == pytest.approx(sizes[1])


def test_a_crowd_becomes_a_list_on_one_page() -> None:
    crowd = [event(f"2021-08-{day:02d}", "forty letters of text for each of sixty") for day in range(1, 31)] * 2
    layout = place(crowd, A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert not layout.leaders
    assert layout.height < 730
    assert len({mark.x for mark in layout.marks}) == 2


def test_a_narrow_figure_is_a_list() -> None:
    assert not place(PANJSHIR, 200, LETTERING, "en-GB", MEASURE).leaders


def test_the_rail_of_a_list_is_broken_too() -> None:
    layout = place_vertically(PANJSHIR, 200, LETTERING, "en-GB", MEASURE)
    assert (len(layout.rails), len(layout.breaks)) == (2, 1)


@pytest.mark.parametrize(
    ("dates", "broken"),
    [
        (["-8999", "-1627", "-1626", "-1699/-1600", "-1499"], [(0, 1)]),
        (["-8999", "-1699/-1600", "-1627", "-1626", "-1499"], [(0, 1)]),
        (["1001", "1002", "1003", "../1950", "1990", "1991", "1992"], [(2, 3), (3, 4)]),
        (["1001", "1002", "../1950", "1003", "1990", "1991", "1992"], [(3, 4)]),
    ],
)
def test_a_list_is_broken_where_time_is_left_out_between_two_rows(
    dates: list[str], broken: list[tuple[int, int]]
) -> None:
    events = [event(date) for date in dates]
    layout = place_vertically(ordered(events), 200, LETTERING, "en-GB", MEASURE)
    assert [(each.before, each.after) for each in layout.breaks] == broken
    rows = {mark.event: mark.y for mark in layout.marks}
    for before, after in broken:
        (strokes,) = (each.strokes for each in layout.breaks if each.after == after)
        assert all(rows[after] < stroke.y0 < rows[before] for stroke in strokes)


def test_no_events_take_no_room() -> None:
    assert Chart((), Palette(), "en").placed(400, MEASURE, inf).strips == ()


def test_gaps_are_where_nothing_is_told() -> None:
    gaps = long_gaps(spans_of(PANJSHIR))
    assert [(gap.before, gap.after) for gap in gaps] == [(5, 6)]
    assert long_gaps(spans_of([event("1900"), event("2000")])) == ()


def test_a_span_keeps_the_axis_whole() -> None:
    events = [event("1900"), event("1901"), event("1990"), event("1900/1990")]
    assert long_gaps(spans_of(events)) == ()


def test_marks_of_a_narrow_exact_month_and_bars_of_a_wide_one() -> None:
    month_among_days = [event("2021-08"), event("2021-08-03"), event("2021-09-20")]
    months = [event("2021-08"), event("2021-10"), event("2021-12")]
    assert len(place(month_among_days, A4_TEXT, LETTERING, "en", MEASURE).bars) == 1
    assert len(place(months, A4_TEXT, LETTERING, "en", MEASURE).bars) == 0


@pytest.mark.parametrize(
    ("events", "ticks"),
    [
        (["2021-08-15", "2021-08-17"], ["15 Aug 2021", "16 Aug", "17 Aug"]),
        (
            ["-0520", "0001", "0500", "1000"],
            ["400 BC", "200 BC", "1 AD", "200 AD", "400 AD", "600 AD", "800 AD", "1000"],
        ),
        (["2021-08-15T10:00", "2021-08-15T14:00"], ["15 Aug 2021, 10:00", "11:00", "12:00", "13:00", "14:00"]),
        (["Y-170002", "Y-150002"], ["170000 BC", "165000 BC", "160000 BC", "155000 BC", "150000 BC"]),
    ],
)
def test_ticks(events: list[str], ticks: list[str]) -> None:
    layout = place([event(each) for each in events], A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert [line.text for line in layout.tick_labels] == ticks


def test_lines_are_balanced() -> None:
    style = TextStyle(8.0)
    words = set_words((("Ahmad Shah Massoud is assassinated", style),), 100, MEASURE)
    assert [line.text for line in words.lines] == ["Ahmad Shah Massoud", "is assassinated"]


def test_a_word_wider_than_a_line_is_cut() -> None:
    words = set_words((("W" * 30, TextStyle(8.0)),), 48, MEASURE)
    assert [line.text for line in words.lines] == ["W" * 12, "W" * 12, "W" * 6]


def test_citations_are_not_said() -> None:
    cited = Event(
        date_from_edtf("1979"), ("Soviet ", Element("em", ("invasion",)), " ",
                                 Element("cite", ("[1]",), {"class": "citation", "data-key": "a"}), "."), HERE,
    )  # fmt: skip
    assert event_text(cited) == "Soviet invasion."


def test_alt_text_says_all_that_is_drawn() -> None:
    assert alt_text(PANJSHIR, "en-GB", "Forty years") == (
        "Timeline, Forty years, from 1979 to August 2021 and on, with 10 events: "
        "1979, Soviet invasion; Ahmad Shah Massoud forms a resistance; 1980s, Soviet forces fail to take Panjshir; "
        "1996, the Taliban take power and remove President Rabbani; 1990s, the Taliban fail to take Panjshir; "
        "by 1998, the Taliban hold 90 per cent of the country; 9 September 2001, Ahmad Shah Massoud is assassinated; "
        "since about 31 May 2021, nearly 250,000 people flee their homes; 15 August 2021, Kabul falls to the Taliban; "
        "August 2021, the National Resistance Front gathers in Panjshir; "
        "about 20 August 2021, the NRF reportedly retakes three districts of Baghlan; "
        "the axis is broken between 9 September 2001 and about 31 May 2021."
    )


def test_alt_text_of_one_event_of_none_and_of_another_language() -> None:
    assert alt_text([event("1979", "A.")], "en") == "Timeline of 1979 with 1 event: 1979, A."
    assert alt_text([], "en", "Nothing") == "Timeline, Nothing."
    assert alt_text([event("2021-05/..", "Flucht")], "de", "Zeit") == "Zeit: seit Mai 2021, Flucht."
    assert alt_text([], "de", "Zeit") == "Zeit."


@pytest.mark.parametrize(
    ("dates", "extent"),
    [
        (("[1996..1998]", "../2005"), "from 1996 to 2005"),
        (("2021-05/..", "2022"), "from May 2021 to 2022 and on,"),
        (("../1998", "2005"), "from 1998 or earlier to 2005,"),
        (("../1998", "1998", "2005/.."), "from 1998 or earlier to 2005 and on,"),
        (("1979", "../1998", "2005"), "from 1979 to 2005"),
        (("../1997", "1998/.."), "from 1997 or earlier to 1998 and on,"),
        (("../1998",), "of 1998 or earlier,"),
        (("after 2003",), "of 2004 or later,"),
        (("1979", "after 2003"), "from 1979 to 2004 or later,"),
        (("after 2003", "2021"), "from 2004 to 2021"),
        (("after 2003", "since 1979"), "from 1979 to 2004 and on,"),
        (("198X", "19XX~", "2005?"), "from about the 20th century to 2005?"),
        (("198X", "1996"), "from the 1980s to 1996"),
        (("1996/1998",), "from 1996 to 1998"),
        (("{1996,1961-12}",), "from December 1961 to 1996"),
        (("2021-05/..",), "from May 2021 on,"),
        (("-04XX", "19XX"), "from the 5th century BC to the 20th century"),
    ],
)
def test_from_when_to_when_a_timeline_reaches_is_said_in_bare_dates(dates: tuple[str, ...], extent: str) -> None:
    told = alt_text([event_in_words(each, "A.") for each in dates], "en")
    assert told.startswith(f"Timeline {extent} with {len(dates)} event")


@pytest.mark.parametrize(
    ("dates", "extent"),
    [
        (("1979", "since May 2021", "2022"), "„1979“ – „2022, seit Mai 2021“"),
        (("1979", "since May 2021"), "„1979“ – „seit Mai 2021“"),
        (("by 1998", "2005"), "„bis 1998“ – „2005“"),
        (("by 1998", "1998", "after 2003"), "„bis 1998, 1998“ – „nach 2003“"),
        (("1979", "by 1998", "after 2003", "2005"), "„1979“ – „2005“"),
    ],
)
def test_open_ends_are_said_in_other_languages_by_the_dates_that_leave_them_open(
    dates: tuple[str, ...], extent: str
) -> None:
    words = SpokenWords(extent="„{first}“ – „{last}“", table="Tabelle.")
    telling = Telling(tuple(event_in_words(each) for each in dates), "de", "Zeit", words, "short")
    assert telling.text() == f"Zeit: {extent}. Tabelle."


def test_words_as_typed_do_not_follow_a_preposition() -> None:
    typed = ("between 1996 and 1998", "up to 2005", "in 2006")
    edtf = ("1996/1998", "../2005", "2006")
    dates = [date_from_edtf(each, words, "en") for each, words in zip(edtf, typed, strict=True)]
    assert alt_text([Event(date, ("A.",), HERE) for date in dates], "en") == (
        "Timeline from 1996 to 2006 with 3 events: between 1996 and 1998, A; up to 2005, A; in 2006, A; "
        "the axis is broken between 1998 and 2005."
    )


def test_alt_text_in_the_words_of_a_language() -> None:
    words = SpokenWords(
        titled="سیر، {title}: {events}",
        untitled="سیر: {events}",
        broken="«{first}» و «{last}»",
        comma="، ",
        semicolon="؛ ",
        full_stop="۔",
    )
    events = [event("1979", "الف۔"), event("1980", ""), event("2021-05/..", "ب.")]
    told = "۱۹۷۹، الف؛ ۱۹۸۰؛ از می ۲۰۲۱، ب؛ «۱۹۸۰» و «از می ۲۰۲۱»۔"
    assert alt_text(events, "fa-AF", "پنجشیر", words) == f"سیر، پنجشیر: {told}"
    assert alt_text(events, "fa-AF", "", words) == f"سیر: {told}"


def test_table_rows_stand_in_the_order_of_the_chart() -> None:
    rows = table_rows([PANJSHIR[7], PANJSHIR[0]], "en-GB")
    assert rows == (("1979", PANJSHIR[0]), ("15 August 2021", PANJSHIR[7]))


def test_words_wider_than_their_piece_of_the_axis_are_left_out() -> None:
    events = [event("2021-08-15T10:00"), *[event("0061")] * 9, event("-0499")]
    layout = place_stacked(ordered(events), 330, LETTERING, "en", MEASURE)
    assert layout is not None
    check(layout, events)


DATES = st.lists(st.one_of(POINTS, PERIODS, st.sampled_from(["1979", "1985", "1990", "2021-05"])), min_size=1)


@settings(max_examples=examples(200), deadline=None)
@given(DATES)
def test_pieces_of_the_axis_follow_each_other(dates: list[str]) -> None:
    spans = spans_of([event(date) for date in dates])
    gaps = long_gaps(spans)
    segments = segments_of(pieces_of(spans, gaps), 0.0, A4_TEXT, (7.0, 22.0))
    assert len(segments) == len(gaps) + 1
    for before, after, gap in zip(segments, segments[1:], gaps, strict=False):
        assert before.right < after.left
        assert gap.first <= before.last < after.first <= gap.last
        assert after.first - before.last >= gap.length / 2 - 1e-6
    for span in spans:
        shown_in = [segment for segment in segments if segment.first <= span.first and span.last <= segment.last]
        assert shown_in == [segment_of(segments, span.first)] == [segment_of(segments, span.last)]


@settings(max_examples=examples(200), deadline=None)
@given(DATES)
def test_later_is_farther_right(dates: list[str]) -> None:
    spans = spans_of([event(date) for date in dates])
    segments = segments_of(pieces_of(spans, long_gaps(spans)), 0.0, A4_TEXT, (7.0, 22.0))
    moments = sorted({moment for span in spans for moment in (span.first, span.middle, span.last)})
    places = [segment_of(segments, moment).x(moment) for moment in moments]
    assert all(one < other for one, other in pairwise(places))


def told_by(words: str, before: tuple[int, ...]) -> tuple[int, ...]:
    """Read the words of a tick as a reader does, who takes what is not said from the tick before it."""
    year, month, day, _ = before or (0, 1, 1, 0)
    clock = re.search(r"(\d\d):(\d\d)", words)
    dated = re.sub(r",? ?\d\d:\d\d", "", words)
    if era := re.fullmatch(r"(\d+) (BC|AD)", dated):
        return (1 - int(era[1]) if era[2] == "BC" else int(era[1])), 1, 1, 0
    if found := re.search(r"(\d{4,})$", dated):
        year, month, day = int(found[1]), 1, 1
        dated = dated.removesuffix(found[1]).strip()
    names = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
             "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
    number, _, name = dated.rpartition(" ")
    if name:
        month, day = names[name[:3]], int(number or 1)
    return year, month, day, int(clock[1]) if clock else 0


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.one_of(WEEK, HOURS, MONTHS, st.integers(1000, 2030).map(str)), min_size=1, max_size=12))
def test_the_words_on_the_axis_run_forward(dates: list[str]) -> None:
    layout = place_stacked(ordered([event(date) for date in dates]), A4_TEXT, LETTERING, "en-GB", MEASURE, at_most=1)
    if layout is None:
        return
    read: list[tuple[int, ...]] = []
    for line in layout.tick_labels:
        read.append(told_by(line.text, read[-1] if read else ()))
    assert all(one < other for one, other in pairwise(read)), [line.text for line in layout.tick_labels]


@pytest.mark.parametrize(
    "dates",
    [
        ["1979", "1985", "1990"],
        ["1979", "199X", "2000"],
        ["1900", "1950", "1990"],
        ["1900", "2000"],
        ["0868", "1045", "1377", "1440", "1454", "1455", "1473", "1584"],
        ["2021-08-15T10:00", "2021-08-15T19:00", "2021-08-16T03:00", "2021-08-16T20:00"],
    ],
)
def test_no_break_where_events_stand_apart(dates: list[str]) -> None:
    assert not long_gaps(spans_of([event(date) for date in dates]))


@pytest.mark.parametrize(
    ("dates", "breaks"),
    [
        (["1979?", "199X", "2021-05", "2021-08-20"], [(1, 2)]),
        (["1979", "2001-09-09", "2021-08-15", "2021-08-20"], [(1, 2)]),
        (["1900", "1901", "1990"], [(1, 2)]),
        (["1979", "2000-01-01", "2000-01-02", "2020"], [(0, 1), (2, 3)]),
        (["0868", "1045", "1377", "1440", "1450", "1454", "1455", "1473", "1584"], [(1, 2)]),
        (["-3300", "-1800", "-0196", "0105", "1446", "1800", "1850", "1900", "1950"], [(3, 4)]),
    ],
)
def test_breaks_let_a_huddle_spread(dates: list[str], breaks: list[tuple[int, int]]) -> None:
    assert [(gap.before, gap.after) for gap in long_gaps(spans_of([event(date) for date in dates]))] == breaks


def test_the_axis_says_no_more_than_is_known() -> None:
    events = [event(each) for each in ("../1970", "1990", "1991", "1992", "2020/..")]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert all(line.text.isdigit() for line in layout.tick_labels)


def test_a_tick_on_a_new_day_names_it() -> None:
    layout = place([event("2021-08-15T18:00"), event("2021-08-16T10:00")], A4_TEXT, LETTERING, "en-GB", MEASURE)
    words = [line.text for line in layout.tick_labels]
    assert words == ["15 Aug 2021, 18:00", "21:00", "16 Aug, 00:00", "03:00", "06:00", "09:00"]


@pytest.mark.parametrize("width", [200.0, A4_TEXT])
def test_no_arrow_runs_into_what_stands_above(width: float) -> None:
    events = [event("../1970"), event("198X", "b"), event("../2004", "c"), event("../2021"), event("2400"),
              event("2401"), event("../2402")]  # fmt: skip
    layout = place_vertically(events, width, LETTERING, "en-GB", MEASURE)
    marks = [mark.box for mark in layout.marks]
    assert sum(mark.shape == "until" for mark in layout.marks) == 4
    for one, other in combinations(marks, 2):
        assert one.overlap(other) == 0
    for mark in marks:
        assert mark.within(layout.box)
        assert not any(mark.overlap(line.box) for line in strokes_of(layout))


def test_an_event_too_short_for_a_number_is_told() -> None:
    events = [event("Y100000000000-01-01T10:00:00")] * 2
    assert ordered(events) == tuple(events)
    assert place(events, A4_TEXT, LETTERING, "en-GB", MEASURE).marks


def test_what_is_told_early_takes_nothing_undecided_with_it() -> None:
    typed = ["1977", "198X", "1996", "2001", "../2004", "1985", "2010"]
    told = [each.date.edtf for each in ordered([event(date) for date in typed])]
    assert told == ["1977", "198X", "1985", "1996", "2001", "../2004", "2010"]


def test_open_dates_stay_beside_their_neighbours() -> None:
    typed = ["1977", "198X", "1996", "1999~", "2001?", "2002-09", "../2004", "2010/..", "1978", "../2021", "199X"]
    told = [each.date.edtf for each in ordered([event(date) for date in typed])]
    assert told == [
        "1977",
        "1978",
        "198X",
        "1996",
        "1999~",
        "199X",
        "2001?",
        "2002-09",
        "../2004",
        "2010/..",
        "../2021",
    ]
