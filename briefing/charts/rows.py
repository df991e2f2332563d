"""Bars, and dots on guide lines: a row for each thing, its name before it and its figure at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from briefing.charts.broken import torn_edge
from briefing.charts.layout import EDGE, Area, Label, Layout, Stroke, Symbol, label, standing
from briefing.charts.scale import MOST_TICKS, Scale, bar_scale, round_scale
from briefing.charts.style import Setting
from briefing.charts.unit import unit_label
from briefing.drawing.geometry import Box
from briefing.drawing.words import Words
from briefing.model import ChartKind, Datum

__all__ = ["place_rows"]

WIDEST_NAMES = 0.38
"""Share of the width."""
NARROWEST_NAMES = 3.0
"""In times the size of the text."""
NARROWEST_PLOT = 40.0
"""Points."""
BESIDE = 6.0
"""From a name to the plot."""
BESIDE_VALUE = 4.0
"""From the end of a bar, or the middle of a dot, to its figure: a dot's radius more."""
MANY = 25
"""From so many rows on they stand closer."""
BAR, THIN_BAR = 9.5, 7.0
GAP, SMALL_GAP, LEAST_GAP = 5.5, 3.5, 0.8
DOT = 3.4
STRESSED_DOT = 4.2
BASELINE = 0.8
BELOW_LAST = 1.0
"""By how much the baseline goes on below the last bar."""
GUIDE = 0.5
GUIDE_DASH = (0.8, 1.8)
TICK = 3.0
BELOW_TICK = 2.5
TICKS_APART = 8.0
TORN = 4.6
"""By how much the sign that a scale does not begin at nought goes on before the guide lines."""


class _Row(NamedTuple):
    """One thing with its words, at a height of its own."""

    datum: Datum
    name: Words
    value: Words
    middle: float

    @property
    def figure(self) -> Decimal | None:
        return self.datum.values[0]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where figures stand, from left to right."""

    left: float
    right: float
    scale: Scale

    def x(self, value: Decimal) -> float:
        return self.left + (self.right - self.left) * self.scale.share(value)


def place_rows(rows: Sequence[Datum], kind: ChartKind, setting: Setting) -> Layout:
    """Place bars or dots, whose figures are not all missing."""
    unit = unit_label(setting)
    start = unit.box.bottom - GAP if unit else 0.0
    names, plot = _columns(rows, kind, setting)
    placed = tuple(_down(rows, names, start, setting))
    above = Layout(labels=(unit,) if unit else ())
    if kind == "bar":
        return standing((above, _bars(placed, plot, setting)), setting.width)
    return standing((above, *_dots(placed, plot, setting)), setting.width)


def _columns(rows: Sequence[Datum], kind: ChartKind, setting: Setting) -> tuple[tuple[Words, ...], _Plot]:
    """Share the width out between names, figures before the plot, the plot, and figures behind it."""
    known = [value for row in rows if (value := row.values[0]) is not None]
    behind = max((_reach(row, setting) for row in rows if not _points_back(row, kind)), default=0.0)
    before = max((_reach(row, setting) for row in rows if _points_back(row, kind)), default=0.0)
    limit = min(setting.width * WIDEST_NAMES, setting.width - behind - before - NARROWEST_PLOT - BESIDE)
    limit = max(limit, NARROWEST_NAMES * setting.size)
    names = tuple(setting.words(row.name, setting.name_style(stressed=row.stressed), limit) for row in rows)
    left = max(words.width for words in names) + BESIDE + before
    scale = bar_scale(known) if kind == "bar" else round_scale(known, most=MOST_TICKS)
    inset = STRESSED_DOT if kind == "dot" else 0.0
    return names, _Plot(left + inset, max(setting.width - behind, left + inset), scale)


def _points_back(row: Datum, kind: ChartKind) -> bool:
    """Tell whether a bar goes from nought to where the names are."""
    return kind == "bar" and (row.values[0] or 0) < 0


def _reach(row: Datum, setting: Setting) -> float:
    style = setting.value_style(stressed=row.stressed)
    return setting.measure.width(setting.value(row.values[0]), style) + BESIDE_VALUE + STRESSED_DOT


def _down(rows: Sequence[Datum], names: Sequence[Words], start: float, setting: Setting) -> Iterator[_Row]:
    """Put rows below each other, from a height downwards, as far apart as there is room for."""
    values = [setting.line(setting.value(row.values[0]), setting.value_style(stressed=row.stressed)) for row in rows]
    thick, gap = (THIN_BAR, SMALL_GAP) if len(rows) >= MANY else (BAR, GAP)
    heights = [
        max(name.height, value.height, 2 * name.rise, 2 * value.rise, thick)
        for name, value in zip(names, values, strict=True)
    ]
    left_over = setting.room + start - _height_of_axis(setting) - sum(heights)
    gap = max(min(gap, left_over / len(rows)), LEAST_GAP)
    top = start
    for row, name, value, height in zip(rows, names, values, heights, strict=True):
        yield _Row(row, name, value, top - height / 2)
        top -= height + gap


def _height_of_axis(setting: Setting) -> float:
    """From the last row to below the scale."""
    return GAP + TICK + BELOW_TICK + setting.line("0", setting.lettering.tick).height + EDGE


def _name_label(row: _Row) -> Label:
    return label(row.name, 0.0, row.middle + row.name.rise)


def _value_label(row: _Row, x: float, *, before: bool = False) -> Label:
    left = x - row.value.width if before else x
    return label(row.value, left, row.middle + row.value.rise)


def _bars(rows: Sequence[_Row], plot: _Plot, setting: Setting) -> Layout:
    nought = plot.x(Decimal(0))
    thick = THIN_BAR if len(rows) >= MANY else BAR
    areas, labels = [], []
    for row in rows:
        labels.append(_name_label(row))
        end = nought if row.figure is None else plot.x(row.figure)
        before = row.figure is not None and row.figure < 0
        labels.append(_value_label(row, end - BESIDE_VALUE if before else end + BESIDE_VALUE, before=before))
        if row.figure:
            box = Box(min(nought, end), row.middle - thick / 2, max(nought, end), row.middle + thick / 2)
            stressed = row.datum.stressed
            areas.append(Area(box, setting.colour(stressed=stressed), setting.outlined(stressed=stressed)))
    ends = (rows[0].middle + thick / 2, rows[-1].middle - thick / 2 - BELOW_LAST)
    baseline = Stroke(tuple((nought, end) for end in ends), setting.lettering.palette.structure, BASELINE)
    return Layout(strokes=(baseline,), areas=tuple(areas), labels=tuple(labels))


def _dots(rows: Sequence[_Row], plot: _Plot, setting: Setting) -> tuple[Layout, Layout]:
    muted, start = setting.lettering.palette.muted, plot.left - STRESSED_DOT
    strokes, symbols, labels = [], [], []
    for row in rows:
        labels.append(_name_label(row))
        end = plot.left if row.figure is None else plot.x(row.figure)
        labels.append(_value_label(row, end + BESIDE_VALUE + STRESSED_DOT))
        goes_on = labels[-1].box.right + BESIDE_VALUE
        if not plot.scale.begins_at_nought and goes_on < plot.right:
            # The length of a guide that ended at its dot would be read as the figure.
            strokes.append(Stroke(((goes_on, row.middle), (plot.right, row.middle)), muted, GUIDE, GUIDE_DASH))
        if row.figure is not None:
            strokes.append(Stroke(((start, row.middle), (end, row.middle)), muted, GUIDE, GUIDE_DASH))
            stressed = row.datum.stressed
            radius = STRESSED_DOT if stressed else DOT
            look = setting.colour(stressed=stressed), setting.outlined(stressed=stressed)
            symbols.append(Symbol(end, row.middle, "circle", radius, *look))
    bottom = min(each.box.bottom for each in labels)
    return Layout(strokes=tuple(strokes), symbols=tuple(symbols), labels=tuple(labels)), _axis(
        plot, setting, bottom - GAP
    )


def _axis(plot: _Plot, setting: Setting, y: float) -> Layout:
    """Draw the scale below dots, with as many of its figures as have room."""
    style = setting.lettering.tick
    palette = setting.lettering.palette
    begins, start = plot.scale.begins_at_nought, plot.left - STRESSED_DOT
    strokes = [Stroke(((start if begins else plot.left, y), (plot.right, y)), palette.muted, GUIDE)]
    strokes += [] if begins else [torn_edge(start - TORN, plot.left, y, palette.muted)]
    labels: list[Label] = []
    for tick in plot.scale.ticks:
        words = setting.line(setting.value(tick), style)
        left = min(max(plot.x(tick) - words.width / 2, 0.0), setting.width - words.width)
        if labels and left < labels[-1].box.right + TICKS_APART:
            continue
        strokes.append(Stroke(((plot.x(tick), y), (plot.x(tick), y - TICK)), palette.muted, GUIDE))
        labels.append(label(words, left, y - TICK - BELOW_TICK))
    return Layout(strokes=tuple(strokes), labels=tuple(labels))
