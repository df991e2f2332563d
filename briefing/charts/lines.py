"""Lines over moments or over things in their order, each with its name and its last figure at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from briefing.charts.broken import torn_edge
from briefing.charts.ends import spread
from briefing.charts.layout import Layout, Stroke, Symbol, label, standing
from briefing.charts.moments import Tick, places_of, ticks_of
from briefing.charts.scale import MOST_TICKS, Scale, round_scale
from briefing.charts.style import DASHES, SHAPES, Setting
from briefing.charts.unit import unit_label
from briefing.drawing.words import Words
from briefing.model import DataChart

__all__ = ["place_lines"]

HEIGHT_SHARE = 0.42
"""Of the width: rises are seen best where they stand at about 45 degrees."""
LEAST_HEIGHT, MOST_HEIGHT = 120.0, 210.0
"""Points, but where the names at the ends of lines take more."""
WIDEST_ENDS = 0.3
"""Share of the width."""
BESIDE_AXIS = 5.0
GUTTER = 14.0
"""From the plot to the names at the ends of lines."""
ENDS_APART = 3.0
RADIUS = 2.5
SYMBOLS_APART = 20.0
"""Points between symbols where there are many figures."""
WIDTH, STRESSED_WIDTH = 1.2, 2.0
GRID, NOUGHT, LEADER = 0.3, 0.7, 0.5
GRID_DASH = (0.6, 2.2)
TICK = 3.0
BELOW_TICK = 2.5
MOVED = 1.0
"""From so many points on a leader shows where a name belongs."""

Point = tuple[float, float]


class _Series(NamedTuple):
    """One line."""

    name: str
    values: tuple[Decimal | None, ...]
    place: int
    stressed: bool


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where figures stand."""

    left: float
    right: float
    bottom: float
    top: float
    scale: Scale

    def y(self, value: Decimal) -> float:
        return self.bottom + (self.top - self.bottom) * self.scale.share(value)

    def x(self, share: float) -> float:
        return self.left + (self.right - self.left) * share


def place_lines(chart: DataChart, setting: Setting) -> Layout:
    """Place the lines of a chart with at least two figures."""
    series = [
        _Series(name, tuple(row.values[index] for row in chart.rows), index, name in chart.stressed)
        for index, name in enumerate(chart.series)
    ]
    series = [each for each in series if any(value is not None for value in each.values)]
    unit = unit_label(setting)
    ends = [_end_words(each, setting) for each in series]
    scale = round_scale([value for each in series for value in each.values if value is not None], most=MOST_TICKS)
    plot = _plot(scale, ends, setting, top=unit.box.bottom - 8.0 if unit else -setting.size / 2)
    places = places_of(chart.rows)
    parts = [
        Layout(labels=(unit,) if unit else ()),
        _grid(plot, setting),
        _below(ticks_of(chart, places, plot.left, plot.right, setting), plot, setting),
        *(_line(each, places, plot, setting, any_stressed=any(other.stressed for other in series)) for each in series),
        _ends(series, ends, places, plot, setting),
    ]
    return standing(parts, setting.width)


def _end_words(series: _Series, setting: Setting) -> Words:
    """Set the name of a line with its last figure."""
    last = next(value for value in reversed(series.values) if value is not None)
    style = setting.value_style(stressed=series.stressed)
    return setting.words(f"{series.name} {setting.value(last)}", style, setting.width * WIDEST_ENDS)


def _plot(scale: Scale, ends: Sequence[Words], setting: Setting, *, top: float) -> _Plot:
    style = setting.lettering.tick
    figures = max(setting.measure.width(setting.value(tick), style) for tick in scale.ticks)
    height = min(max(setting.width * HEIGHT_SHARE, LEAST_HEIGHT), MOST_HEIGHT)
    height = max(height, sum(words.height + ENDS_APART for words in ends))
    right = setting.width - max(words.width for words in ends) - GUTTER
    return _Plot(figures + BESIDE_AXIS, right, top - height, top, scale)


def _grid(plot: _Plot, setting: Setting) -> Layout:
    """Draw a faint line at each round figure, a plain one at nought, a torn edge where all are above."""
    palette, style = setting.lettering.palette, setting.lettering.tick
    strokes, labels = [], []
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        plain = tick == 0
        dash = () if plain else GRID_DASH
        colour = palette.structure if plain else palette.muted
        strokes.append(Stroke(((plot.left, y), (plot.right, y)), colour, NOUGHT if plain else GRID, dash))
        if tick == plot.scale.first and not plot.scale.begins_at_nought:
            strokes[-1] = torn_edge(plot.left, plot.right, y, palette.muted)
        words = setting.line(setting.value(tick), style)
        labels.append(label(words, plot.left - BESIDE_AXIS - words.width, y + words.rise, align="right"))
    return Layout(strokes=tuple(strokes), labels=tuple(labels))


def _below(ticks: Sequence[Tick], plot: _Plot, setting: Setting) -> Layout:
    """Set what stands below the plot: moments, or names."""
    colour = setting.lettering.palette.muted
    strokes = tuple(Stroke(((tick.x, plot.bottom), (tick.x, plot.bottom - TICK)), colour, LEADER) for tick in ticks)
    top = plot.bottom - TICK - BELOW_TICK - setting.size * 0.3
    return Layout(strokes=strokes, labels=tuple(label(tick.words, tick.left, top, align="centre") for tick in ticks))


def _line(series: _Series, places: Sequence[float], plot: _Plot, setting: Setting, *, any_stressed: bool) -> Layout:
    """Draw one line, broken where there is no figure."""
    colour = _colour(series, setting, any_stressed=any_stressed)
    width = STRESSED_WIDTH if series.stressed else WIDTH
    dash = DASHES[series.place % len(DASHES)]
    runs = tuple(_runs(series, places, plot))
    strokes = tuple(Stroke(tuple(run), colour, width, dash) for run in runs if len(run) > 1)
    shape = SHAPES[series.place % len(SHAPES)]
    radius = RADIUS * (1.25 if series.stressed else 1.0)
    symbols = tuple(Symbol(x, y, shape, radius, colour) for run in runs for x, y in _marked(run))
    return Layout(strokes=strokes, symbols=symbols)


def _colour(series: _Series, setting: Setting, *, any_stressed: bool) -> str:
    """Keep what is not stressed back, where something is; colour repeats what shape and dash say already."""
    palette = setting.lettering.palette
    if series.stressed:
        return palette.accent
    return palette.muted if any_stressed or series.place % 2 else palette.structure


def _runs(series: _Series, places: Sequence[float], plot: _Plot) -> Iterator[list[Point]]:
    """Yield the points between gaps."""
    run: list[Point] = []
    for share, value in zip(places, series.values, strict=True):
        if value is None:
            if run:
                yield run
            run = []
        else:
            run.append((plot.x(share), plot.y(value)))
    if run:
        yield run


def _marked(run: Sequence[Point]) -> Iterator[Point]:
    """Choose the points that get a symbol: the ends, and between them as many as have room."""
    before: float | None = None
    for point in run[:-1]:
        if before is None or (point[0] - before >= SYMBOLS_APART and run[-1][0] - point[0] >= SYMBOLS_APART):
            yield point
            before = point[0]
    yield run[-1]


def _ends(
    series: Sequence[_Series], ends: Sequence[Words], places: Sequence[float], plot: _Plot, setting: Setting
) -> Layout:
    """Set names at the ends of lines, apart from each other and each as near to its line as may be."""
    points = [list(_runs(each, places, plot))[-1][-1] for each in series]
    middles = spread(
        [point[1] for point in points], [words.height + ENDS_APART for words in ends], plot.bottom, plot.top
    )
    left = plot.right + GUTTER
    strokes, labels = [], []
    for point, middle, words in zip(points, middles, ends, strict=True):
        labels.append(label(words, left, middle + words.height / 2))
        if abs(middle - point[1]) > MOVED or point[0] < plot.right - MOVED:
            start = (point[0] + RADIUS * 1.6, point[1])
            bend = (max(start[0], plot.right + 3.0), point[1])
            strokes.append(Stroke((start, bend, (left - 2.0, middle)), setting.lettering.palette.muted, LEADER))
    return Layout(strokes=tuple(strokes), labels=tuple(labels))
