"""What is said of a placed timeline is what is drawn of it."""

from __future__ import annotations

import re

import pytest
from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from timeline_tools import MEASURE, event

from briefing.drawing import MarkTaker, Palette
from briefing.model import PathMark
from briefing.timeline import Chart, SpokenWords
from briefing.timeline.chart import PlacedChart
from briefing.timeline.span import long_gaps, spans_of

BROKEN = SpokenWords(broken="[{first} | {last}]")
SAID = re.compile(r"\[(\d{4}) \| (\d{4})\]")


def two_clusters(count: int) -> list[str]:
    """Make up years that crowd at the two ends of a century."""
    return [str(1900 + index) for index in range(count)] + [str(1990 + index) for index in range(count)]


def placed(years: list[str], form: str, limit: float, language: str = "de") -> PlacedChart:
    told = tuple(event(year, f"what happens as number {index}") for index, year in enumerate(years))
    chart = Chart(told, Palette(), language, words=BROKEN, length="long", form=form)
    return chart.placed(482, MEASURE, limit)


def breaks_drawn(chart: PlacedChart, first: int, last: int) -> int:
    """Count the pairs of slanted strokes; nothing else in a chart is a slanted line of two ends."""
    taker = MarkTaker()
    chart.draw(taker, first, last)
    lines = [mark.steps for mark in taker.marks if isinstance(mark, PathMark) and len(mark.steps) == 2]
    slanted = [
        steps for steps in lines if all(one != other for one, other in zip(steps[0][1], steps[1][1], strict=True))
    ]
    assert len(slanted) % 2 == 0
    return len(slanted) // 2


CLUSTERS = st.integers(1, 14).map(two_clusters)
SOME = st.lists(st.sampled_from(["1500", "1501", "1900", "1901", "1902", "1999", "2020", "2021"]), min_size=1)
OPEN = st.lists(st.sampled_from(["1900/..", "../1910", "1905", "2000", "2001", "2002/.."]), min_size=1)


@settings(max_examples=examples(40), deadline=None)
@given(st.one_of(CLUSTERS, SOME, OPEN), st.sampled_from(["", "horizontal", "vertical"]), st.sampled_from([90, 640]))
@example(["2000", "1900/.."], "vertical", 640)
def test_as_many_breaks_are_said_as_are_drawn(years: list[str], form: str, limit: float) -> None:
    chart = placed(years, form, limit)
    count = len(chart.strips)
    for first, last in {(0, count), *((index, index + 1) for index in range(count))}:
        told = chart.alternative(first, last, 1, 1 if last - first == count else count)
        assert told.count("[") == breaks_drawn(chart, first, last), told


@pytest.mark.parametrize("form", ["", "horizontal", "vertical"])
def test_a_break_is_said_between_its_dates(form: str) -> None:
    chart = placed(two_clusters(4), form, 640)
    assert SAID.findall(chart.alternative(0, len(chart.strips), 1, 1)) == [("1903", "1990")]


def test_what_lies_between_two_axes_is_no_break() -> None:
    """Where one axis ends and the next begins, neither leaves anything out."""
    chart = placed(two_clusters(8), "horizontal", 640)
    assert long_gaps(spans_of(chart.chart.events))
    assert len(chart.strips) == 2
    assert breaks_drawn(chart, 0, 2) == 0
    assert "[" not in chart.alternative(0, 2, 1, 1)


def test_the_words_before_anything_is_placed_say_nothing_of_breaks() -> None:
    chart = placed(two_clusters(4), "", 640, "en-GB")
    assert "; the axis is broken between 1903 and 1990." in chart.alternative(0, 1, 1, 1)
    assert "broken" not in chart.chart.telling.text()
