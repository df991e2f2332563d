"""Where the rows of a line stand from left to right, and what is said of that below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.charts.style import Setting
from briefing.drawing.words import Words
from briefing.model import DataChart, Date, Datum
from briefing.model.dates import date_from_edtf, stated_bounds
from briefing.model.wording import date_words

__all__ = ["Tick", "places_of", "ticks_of"]

YEAR = 365.2425
YEARS_ALONE = 3.0
"""From so many years on, moments within years are not named."""
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
APART = 4.0
WIDEST_NAME = 90.0
"""Points; in the room of a narrow column, less."""
LAST_YEAR = 9999
MOST_YEARS = 50
"""Named in one chart."""
FIRST_YEAR = 2000
"""Moments are days since its beginning."""


class Tick(NamedTuple):
    """A place below the plot with its words."""

    x: float
    left: float
    words: Words


def places_of(rows: Sequence[Datum]) -> tuple[float, ...]:
    """Tell where rows stand, from nought to one: by time where all are dates, else evenly."""
    if len(rows) < 2:
        return (0.5,) * len(rows)
    moments = [_moment(row.date) for row in rows if row.date]
    if len(moments) == len(rows) and moments[-1] > moments[0]:
        return tuple((moment - moments[0]) / (moments[-1] - moments[0]) for moment in moments)
    return tuple(index / (len(rows) - 1) for index in range(len(rows)))


def ticks_of(
    chart: DataChart, places: Sequence[float], left: float, right: float, setting: Setting
) -> tuple[Tick, ...]:
    """Say what is below a plot between two places, as much of it as has room, the first thing in any case."""
    xs = [left + (right - left) * place for place in places]
    if chart.of_time and len(chart.rows) > 1:
        years = _years(chart, left, right, setting)
        if years:
            return years
        texts = [date_words(row.date, setting.language) for row in chart.rows if row.date]
        return _as_many_as_fit(tuple(_natural(texts, xs, setting)))
    slot = (right - left) / max(1, len(xs) - 1)
    width = min(max(slot - APART, setting.size * 2), WIDEST_NAME)
    style = setting.lettering.tick
    names = [row.name for row in chart.rows]
    longest = max(setting.measure.width(word, style) for name in names for word in name.split() or [name])
    width = max(width, min(longest + 0.5, WIDEST_NAME))
    wrapped = [_tick(setting.words(name, style, width), x, setting) for name, x in zip(names, xs, strict=True)]
    return _as_many_as_fit(wrapped)


def _moment(date: Date) -> float:
    """Find the middle of what was written, in days."""
    first, last = stated_bounds(date)
    return ((first or 0.0) + (last or 0.0)) / 2


def _years(chart: DataChart, left: float, right: float, setting: Setting) -> tuple[Tick, ...]:
    """Name round years where the rows reach over several; else there are none."""
    dates = [row.date for row in chart.rows if row.date]
    first, last = _moment(dates[0]), _moment(dates[-1])
    from_year, to_year = int(first // YEAR) + FIRST_YEAR - 1, int(last // YEAR) + FIRST_YEAR + 1
    if last - first < YEARS_ALONE * YEAR or from_year < 1 or to_year > LAST_YEAR:
        return ()
    # A figure of a whole year stands in its middle, and so does the year's name.
    place = _moment if all(date.edtf.isdecimal() for date in dates) else _beginning
    for step in YEAR_STEPS:
        numbers = range(from_year - from_year % step, to_year + 1, step)
        years = [date_from_edtf(f"{number:04d}") for number in numbers if number] if len(numbers) < MOST_YEARS else []
        shown = [year for year in years if first <= place(year) <= last]
        xs = [left + (right - left) * (place(year) - first) / (last - first) for year in shown]
        ticks = tuple(_natural((date_words(year, setting.language) for year in shown), xs, setting))
        if len(ticks) > 1 and tuple(_first_that_fit(ticks)) == ticks:
            return ticks
    return ()


def _beginning(date: Date) -> float:
    return stated_bounds(date)[0] or 0.0


def _natural(texts: Iterable[str], xs: Iterable[float], setting: Setting) -> Iterator[Tick]:
    style = setting.lettering.tick
    return (_tick(setting.words(text, style, WIDEST_NAME), x, setting) for text, x in zip(texts, xs, strict=True))


def _tick(words: Words, x: float, setting: Setting) -> Tick:
    return Tick(x, min(max(x - words.width / 2, 0.0), max(setting.width - words.width, 0.0)), words)


def _as_many_as_fit(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Keep every one, every second or every third, and so on, unless many more than that have room."""
    greedy = tuple(_first_that_fit(ticks))
    for step in range(1, len(ticks) + 1):
        chosen = tuple(ticks[::step])
        if 2 * len(chosen) < len(greedy):
            break
        if tuple(_first_that_fit(chosen)) == chosen:
            return chosen
    return greedy


def _first_that_fit(ticks: Iterable[Tick]) -> Iterator[Tick]:
    """Keep what has room, from the first on."""
    free = float("-inf")
    for tick in ticks:
        if tick.left >= free:
            yield tick
            free = tick.left + tick.words.width + APART
