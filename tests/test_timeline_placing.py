"""Placing is proved: whatever happens when, nothing overlaps, nothing leaves the figure, and nothing is lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from math import log
from random import Random

import pytest
from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from timeline_tools import (
    A4_TEXT,
    KEY,
    LETTERING,
    MEASURE,
    PANJSHIR,
    CountingWidth,
    UnevenWidth,
    check,
    check_apart,
    event,
    real_fonts,
)

from briefing.drawing import Lettering, Palette
from briefing.model import Event, Measure
from briefing.model.briefing import TimelineForm
from briefing.timeline.flags import Flag, best_arrangement
from briefing.timeline.geometry import REACH, Layout
from briefing.timeline.parting import part
from briefing.timeline.placing import place
from briefing.timeline.raising import STEP
from briefing.timeline.text import NO_KEY, KeyWords

A4_PAGE = 650.0
"""Points: what a page of the template "briefing" on A4 has for a chart over its caption."""

YEARS = st.integers(-500, 2021).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
WEEK = st.integers(9, 15).map(lambda day: f"2021-08-{day:02d}")
SECONDS = st.integers(0, 59).map(lambda second: f"2021-08-15T10:00:{second:02d}")
HOURS = st.integers(0, 23).map(lambda hour: f"2021-08-15T{hour:02d}:00")
MONTHS = st.tuples(st.integers(1995, 1997), st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
ODD = st.sampled_from(["198X", "19XX", "2021-24", "Y-170002", "2021-08-15?", "1996~", "1996%", "[1667,1668..1670]"])
SPANS = st.tuples(st.integers(-500, 2000), st.integers(1, 400)).map(
    lambda parts: f"{_year(parts[0])}/{_year(parts[0] + parts[1])}"
)
NESTED = st.integers(0, 40).map(lambda depth: f"{1900 + depth}/{2000 - depth}")
DAYS_LONG = st.integers(1, 27).map(lambda day: f"2021-08-{day:02d}/2021-08-{day + 1:02d}")
OPEN = st.one_of(
    YEARS.map(lambda year: f"../{year}"), YEARS.map(lambda year: f"{year}/.."), WEEK.map(lambda d: f"{d}/..")
)


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


TEXTS = st.one_of(
    st.text("abcde fgh", max_size=60), st.sampled_from(["", "A", "W" * 200, "a " * 30, "some words about it"])
)
MARKS = st.sampled_from(["", "", "3", "12, 14"])


def events_of(dates: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[Event]]:
    """Events with such dates and any texts."""
    return st.lists(st.builds(event, dates, TEXTS, MARKS, stressed=st.booleans()), min_size=least, max_size=most)


ALL = st.one_of(YEARS, WEEK, HOURS, MONTHS, ODD, SPANS, OPEN)
CLUSTERS = st.one_of(
    events_of(ALL, 1, 14),
    events_of(ALL, 15, 70),
    st.tuples(events_of(WEEK, 50, 60), events_of(YEARS, 1, 8)).map(lambda parts: [*parts[0], *parts[1]]),
    events_of(st.just("2021-08-15"), 1, 60),
    events_of(st.just("2021-08-15T10:00:07"), 1, 60),
    events_of(SECONDS, 1, 30),
    events_of(SPANS, 1, 30),
    events_of(NESTED, 1, 40),
    st.tuples(events_of(DAYS_LONG, 1, 12), events_of(YEARS, 1, 8)).map(lambda parts: [*parts[0], *parts[1]]),
    events_of(OPEN, 1, 30),
)
FORMS = st.sampled_from(["", "horizontal", "vertical"])
WIDTHS, SIZES, LIMITS = st.floats(120, 800), st.floats(6, 18), st.sampled_from([float("inf"), 650.0, 300.0])
MEASURES = st.sampled_from([MEASURE, UnevenWidth()])
KEYS = st.sampled_from([NO_KEY, KEY, KEY._replace(decade="W" * 200, uncertain="a " * 40, goes_on="")])


OWN_ORDER = [event(f"../{year}", "", "") for year in ("0000", "0000", "-0004", "0008", "0001", "0087")]
"""Where the rail breaks, the row above is over long before another one above it."""


@settings(max_examples=examples(150), deadline=None)
@example(OWN_ORDER, "", 120, 6, float("inf"), MEASURE, NO_KEY)
@given(CLUSTERS, FORMS, WIDTHS, SIZES, LIMITS, MEASURES, KEYS)
def test_nothing_overlaps_and_nothing_leaves_the_figure(
    events: list[Event], form: TimelineForm, width: float, size: float, limit: float, measure: Measure, key: KeyWords
) -> None:
    layout = place(events, width, Lettering(size, Palette()), "en", measure, form=form, limit=limit, key=key)
    check(layout, events, measure)
    check_key(layout, key, limit)


def check_key(layout: Layout, key: KeyWords, limit: float) -> None:
    """Assert that a key has all signs that are drawn and need words, once, or would have taken a page.

    Where they are all alike none needs any.
    """
    drawn = (*layout.marks, *layout.bars)
    if not any(bar.goes_on for bar in layout.bars) and len({(each.shape, each.fill) for each in drawn}) == 1:
        assert not layout.key
        return
    needed = [
        *([key.approximate] if any(each.fill == "hollow" for each in drawn) else []),
        *([key.uncertain] if any(each.fill == "half" for each in drawn) else []),
        *([key.decade] if any(each.shape == "decade" for each in drawn) else []),
        *([key.goes_on] if any(bar.goes_on for bar in layout.bars) else []),
    ]
    told = ["".join(line.text for line in entry.label.lines).replace(" ", "") for entry in layout.key]
    wanted = [words.replace(" ", "") for words in needed if words]
    assert told == wanted or (not told and layout.height <= limit < layout.height + 10 + 11 * 60)


@settings(max_examples=examples(40), deadline=None)
@given(CLUSTERS, FORMS, st.floats(200, 600))
def test_nothing_overlaps_in_real_fonts(events: list[Event], form: TimelineForm, width: float) -> None:
    check(place(events, width, LETTERING, "en", real_fonts(), form=form, limit=A4_PAGE), events, real_fonts())


@settings(max_examples=examples(60), deadline=None)
@given(CLUSTERS, FORMS, WIDTHS, st.floats(20, 300), st.randoms(use_true_random=False))
def test_parts_hold_everything_once(
    events: list[Event], form: TimelineForm, width: float, limit: float, random: Random
) -> None:
    layout = place(events, width, LETTERING, "en", MEASURE, form=form, limit=limit, key=KEY)
    inner = sorted(random.sample(range(1, len(layout.strips)), min(3, len(layout.strips) - 1)))
    check_parts(layout, [0, *inner, len(layout.strips)])


def check_parts(layout: Layout, cuts: Sequence[int]) -> None:
    """Assert that parts hold everything once, and keep all that is promised of the whole."""
    assert layout.height == pytest.approx(sum(layout.strips))
    parts = [part(layout, first, last) for first, last in pairwise(cuts)]
    assert sum(each.height for each in parts) == pytest.approx(layout.height)
    for kind in ("labels", "leaders", "marks", "bars", "ticks", "tick_labels", "breaks", "key"):
        assert sum(len(getattr(each, kind)) for each in parts) == len(getattr(layout, kind))
        assert {item.event for each in parts for item in (*each.labels, *each.marks, *each.bars)} == {
            label.event for label in layout.labels
        }
    for each in parts:
        check_apart(each)


def test_a_list_goes_on_over_pages_row_by_row() -> None:
    events = [event(str(year), "forty letters of text for each of many") for year in range(1700, 1900)]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, limit=A4_PAGE)
    assert len(layout.strips) == 200
    second = part(layout, 30, 60)
    assert [mark.event for mark in second.marks] == list(range(30, 60))
    assert second.strips == layout.strips[30:60]
    assert (second.rails[0].y0, second.rails[0].y1) == (second.height, 0)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("198X", "199X"), []),
        (("1980~", "1990~"), []),
        (("198X", "1995"), [KEY.decade]),
        (("1980~", "1990"), [KEY.approximate]),
        (("1980~", "1990?"), [KEY.approximate, KEY.uncertain]),
    ],
)
def test_a_key_tells_signs_apart_and_has_none_where_all_are_alike(dates: tuple[str, str], words: list[str]) -> None:
    for form in ("horizontal", "vertical"):
        layout = place([event(each, "A") for each in dates], A4_TEXT, LETTERING, "en", MEASURE, form=form, key=KEY)
        assert [" ".join(line.text for line in entry.label.lines) for entry in layout.key] == words


def test_a_key_stands_under_the_chart_or_over_a_long_one_and_costs_no_page() -> None:
    dates = [*(f"{year}~" for year in range(1700, 1899)), "1899"]
    events = [event(date, "forty letters of text for each of many") for date in dates]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, limit=A4_PAGE, key=KEY)
    ((entry,), *others) = (part(layout, first, first + 1).key for first in (0, 1, 199))
    assert (entry.sign.fill, [line.text for line in entry.label.lines]) == ("hollow", ["approximate date"])
    assert others == [(), ()]
    few = partial(place, events[-20:], 150, LETTERING, "en-GB", MEASURE, form="vertical")
    closest = few(limit=few().height - 1)
    assert few(limit=closest.height, key=KEY) == closest
    (below,) = few(limit=closest.height + 30, key=KEY).key
    assert below.label.box.bottom < 2


def test_axes_go_on_over_pages_in_order() -> None:
    events = [event(f"{year}-06", "forty letters of text for each of many") for year in range(1900, 2000)]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, form="horizontal", limit=A4_PAGE)
    assert len(layout.rails) == len(layout.strips) > 5
    told = [sorted(mark.event for mark in part(layout, axis, axis + 1).marks) for axis in range(len(layout.strips))]
    assert [event for axis in told for event in axis] == list(range(100))


def test_no_axis_is_left_without_events() -> None:
    """Two events of the five are left for the last axis, and a fifth more than its share would be both."""
    events = [event(year, "some words about it") for year in ("1900", "1901", "1902", "2000", "2001")]
    layout = place(events, 120, Lettering(18.0, Palette()), "en", MEASURE, form="horizontal")
    check(layout, events)
    assert len(layout.strips) == 5


def test_a_span_longer_than_its_axis_goes_on() -> None:
    years = [event(str(year), "forty letters of text for each of many") for year in range(1900, 1960)]
    layout = place([*years, event("1905/1950")], A4_TEXT, LETTERING, "en-GB", MEASURE, form="horizontal")
    [bar] = [bar for bar in layout.bars if bar.shape == "span"]
    assert bar.goes_on


def test_no_axis_and_no_bar_that_goes_on_is_drawn_into_the_time_of_the_next_axis() -> None:
    events = [event(str(year), "forty letters of text for each of many") for year in range(1900, 1960)]
    layout = place([*events, event("1905/1950")], A4_TEXT, LETTERING, "en-GB", MEASURE, form="horizontal")
    axes = [part(layout, axis, axis + 1) for axis in range(len(layout.strips))]
    assert len(axes) > 2
    assert all(axis.rails[-1].x1 < A4_TEXT - 9 for axis in axes[:-1])
    assert axes[-1].rails[-1].x1 == A4_TEXT
    [(bar, axis)] = [(bar, axis) for axis in axes for bar in axis.bars if bar.goes_on]
    assert bar.box.right == pytest.approx(axis.rails[-1].x1, abs=1.0)


@pytest.mark.parametrize("opens", ["1901/..", "1930/..", "1955/..", "1959-12-31/.."])
def test_what_is_open_ends_with_its_axis_where_another_follows(opens: str) -> None:
    """However late it begins, its arrow has room on the axis."""
    events = [event(str(year), "forty letters of text for each of many") for year in range(1900, 1960)]
    events += [event(opens), *(event(str(year), "as many letters for years much later") for year in range(2900, 2920))]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, form="horizontal")
    check(layout, events, language="en-GB")
    axes = [part(layout, axis, axis + 1) for axis in range(len(layout.strips))]
    [(bar, axis)] = [(bar, axis) for axis in axes for bar in axis.bars if bar.shape == "since"]
    assert axis is not axes[-1]
    assert bar.box.right == pytest.approx(axis.rails[-1].x1, abs=1.0)
    assert bar.box.right - bar.box.left >= sum(REACH["since"])


def test_a_narrow_figure_in_a_fixed_form() -> None:
    assert place(PANJSHIR, 120, LETTERING, "en-GB", MEASURE, form="horizontal").leaders
    assert not place(PANJSHIR, 20, LETTERING, "en-GB", MEASURE, form="horizontal").leaders
    assert not place(PANJSHIR, A4_TEXT, LETTERING, "en-GB", MEASURE, form="vertical").leaders


def test_events_of_one_day_say_it_once_and_stand_in_their_order() -> None:
    events = [event("2021-08-15", f"number {count}") for count in range(7)]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE)
    said = {label.event: [line.text for line in label.lines] for label in layout.labels}
    assert [said[0], said[1], said[4], said[6]] == [
        ["15 August 2021", "number 0"], ["number 1"], ["15 August 2021", "number 4"], ["number 6"],
    ]  # fmt: skip
    boxes = {label.event: label.box for label in layout.labels}
    assert all(boxes[upper].bottom - boxes[upper + 1].top == pytest.approx(3.5) for upper in (0, 1, 2, 4, 5))
    assert all(boxes[left].right < boxes[right].left for left in range(4) for right in range(4, 7))


def test_a_date_told_again_in_a_list_is_less_loud() -> None:
    events = [event("2021-08-15", "a"), event("2021-08-15", "b"), event("2021-08-16", "c")]
    layout = place(events, A4_TEXT, LETTERING, "en-GB", MEASURE, form="vertical")
    assert [label.lines[0].style.bold for label in layout.labels[::2]] == [True, False, True]


GAPS = st.lists(st.sampled_from([0.0, 1.2, 1.5, 3.0, 30.0, 90.0]), min_size=1, max_size=11)


@settings(max_examples=examples(100), deadline=None)
@given(GAPS, st.floats(10, 80))
def test_no_foreign_pole_stands_between_a_label_and_its_own(gaps: list[float], width: float) -> None:
    """Poles a point or two apart are nearer to each other than to their labels."""
    flags = [Flag(place, width, 20.0) for place in accumulate(gaps, initial=100.0)]
    limits = 100 - width / 2, flags[-1].x + 2 * width
    arrangement = best_arrangement(flags, limits, size=8.0, start=15.0)
    assert arrangement
    for one, left, bottom in zip(flags, arrangement.lefts, arrangement.bottoms, strict=True):
        near = left if left > one.x else left + width
        for other, foreign_bottom in zip(flags, arrangement.bottoms, strict=True):
            if min(one.x, near) < other.x < max(one.x, near):
                assert foreign_bottom + other.height < bottom


def test_many_poles_close_together_become_a_list() -> None:
    huddle = [event(f"2021-08-15T10:{minute:02d}") for minute in range(0, 36, 4)]
    ends = [event("2021-08-13"), event("2021-08-18")]
    assert not place([*huddle, *ends], A4_TEXT, LETTERING, "en-GB", MEASURE).leaders
    assert place([*huddle, *ends], A4_TEXT, LETTERING, "en-GB", MEASURE, form="horizontal").leaders
    assert place(huddle[::2], A4_TEXT, LETTERING, "en-GB", MEASURE).leaders


def test_a_crowd_in_a_corner_becomes_a_list_and_a_pair_does_not() -> None:
    even = [event(str(year)) for year in range(1000, 1900, 150)]
    corner = [event("1900-03"), event("1903-03")]
    assert place([*even, *corner], A4_TEXT, LETTERING, "en-GB", MEASURE).leaders
    assert not place([*even, *corner, event("1906-03"), event("1909-03")], A4_TEXT, LETTERING, "en-GB", MEASURE).leaders


def test_signs_of_different_kinds_stand_over_each_other_at_one_place() -> None:
    dates = ["1700", "1800", "1849", "1849~", "1849?", "1849-03/1849-10", "../1849", "1849", "1900", "2000"]
    layout = place([event(date) for date in dates], A4_TEXT, LETTERING, "en-GB", MEASURE)
    steps = {mark.event: round((mark.y - layout.rails[0].y0) / STEP) for mark in layout.marks}
    assert steps == {0: 0, 1: 0, 2: 0, 3: 1, 4: 2, 5: 3, 6: 4, 7: 0, 8: 0, 9: 0}
    lowest = min(label.box.bottom for label in layout.labels)
    assert lowest > max(mark.box.top for mark in layout.marks)


def test_labels_of_short_bars_are_wide_where_the_lane_is_free() -> None:
    long, text = "four words that need 38 points of room", "four"
    spans = [event("1700/1720", text), event("1800/1803", long), event("1930/2000", text)]
    layout = place(spans, A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert [line.text for line in layout.labels[1].lines][1:] == [long]


def test_bars_of_any_labels_stand_in_few_lanes() -> None:
    spans = ["1830/1837", "1837/1901", "1853/1856", "1901/1910", "1910/1936", "1914/1918", "1936-01/1936-12",
             "1936-12/1952", "1939/1945", "1952/2022", "2022/.."]  # fmt: skip
    layout = place([event(each, "a text of twenty letters") for each in spans], A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert len({bar.box.top for bar in layout.bars}) <= 5
    check(layout, [event(each, "a text of twenty letters") for each in spans], language="en-GB")


def test_an_axis_full_from_end_to_end_stays_one() -> None:
    """Each label is as wide as the room between two poles, and there is none behind the last."""
    assert place([event(str(year)) for year in range(1000, 1901, 150)], A4_TEXT, LETTERING, "en-GB", MEASURE).leaders


def test_among_spans_a_short_one_is_a_bar_too() -> None:
    reigns = [event("1714/1936"), event("1936-01-20/1936-12-11"), event("1936/1952")]
    assert len(place(reigns, A4_TEXT, LETTERING, "en-GB", MEASURE).bars) == 3
    layout = place([*reigns, event("1940-05-10")], A4_TEXT, LETTERING, "en-GB", MEASURE)
    assert [(mark.event, mark.shape) for mark in layout.marks if mark.shape == "span"] == [(1, "span")]


LETTERS = "eeeeeeeettttttaaaaaoooooiiiiinnnnnsssshhhhrrrrdddlllcccuuummwwffggyyppbvkxqjz" + " " * 14


def sixty(seed: int, first_year: int) -> list[Event]:
    """Sixty events with forty letters each, as frequent as in English prose, most of them with long dates."""
    random = Random(seed)
    dates = (
        lambda: f"{random.randint(first_year, 2021)}",
        lambda: f"{random.randint(first_year, 2021)}-{random.randint(1, 12):02d}",
        lambda: f"{random.randint(first_year, 2021)}-{random.choice((9, 11, 12)):02d}-{random.randint(20, 30)}~",
        lambda: f"2021-08-{random.randint(20, 31)}~",
    )
    return [
        event(dates[number % 4](), f"b{''.join(random.choices(LETTERS, k=38))}d", stressed=number % 10 == 0)
        for number in range(60)
    ]


@pytest.mark.parametrize("width", [451.0, 482.0, 510.0])
@pytest.mark.parametrize("first_year", [1300, 1979, 2021])
def test_sixty_events_of_forty_letters_stand_on_one_page(width: float, first_year: int) -> None:
    for seed in range(4):
        events = sixty(seed, first_year)
        layout = place(events, width, LETTERING, "en-GB", real_fonts(), limit=A4_PAGE)
        assert layout.height <= A4_PAGE
        assert len(layout.strips) == 1
        check(layout, events, real_fonts(), "en-GB")


MANY = (125, 500, 2000)
"""Numbers of events."""


def crowd(count: int) -> list[Event]:
    """Events by turns of all kinds, in no order."""
    random = Random(count)
    years = [random.randint(1000, 2020) for _ in range(count)]
    kinds = ("{0}", "{0}-03-05", "{0}~", "{0}/{1}", "../{0}", "{0}/..", "{0}-07")
    return [
        event(kinds[n % len(kinds)].format(year, year + 3), f"event number {n} of many") for n, year in enumerate(years)
    ]


def calls_of(work: Callable[[], object]) -> int:
    """Count the functions that are called, Python's own too."""
    count = 0

    def called(frame: object, happening: str, argument: object) -> None:
        nonlocal count
        count += happening in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("form", ["", "horizontal", "vertical"])
def test_the_work_grows_with_the_number_of_events(form: TimelineForm) -> None:
    """No faster than n log n: counted in calls and in texts measured, for time depends on the machine."""
    place(crowd(MANY[0]), A4_TEXT, LETTERING, "en-GB", MEASURE, form=form, limit=A4_PAGE)
    asked, called = [], []
    for count in MANY:
        measure, events = CountingWidth(), crowd(count)
        work = partial(place, events, A4_TEXT, LETTERING, "en-GB", measure, form=form, limit=A4_PAGE)
        called.append(calls_of(work) / count / log(count))
        asked.append(measure.asked / count)
    assert max(asked) <= 1.25 * asked[0]
    assert max(called) <= 1.25 * called[0]
