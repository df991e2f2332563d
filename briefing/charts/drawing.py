"""A chart of figures as a ``Drawing``: what the page filling sets to a width and tells to draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from briefing.drawing import Lettering, Mark, MarkTaker, Palette, put
from briefing.errors import Diagnostic
from briefing.memory import FORGETFUL, Memory
from briefing.model import DataChart, Ink, Measure, Surface

if TYPE_CHECKING:
    from briefing.charts.layout import Layout

__all__ = ["FiguresDrawing", "PlacedFigures"]

_SHARE = 0.82
"""Of the height of a page: headings stand above a chart, and the sentence with its source below it."""
_AROUND = 40.0
"""Points that the unit and a scale take."""


@dataclass(frozen=True)
class FiguresDrawing:
    """Bars, lines or dots."""

    chart: DataChart
    palette: Palette
    language: str
    """BCP 47 tag of the document."""
    missing: str = "–"
    """What stands where there is no figure."""
    size: float = 8.0
    """Size of its texts in points."""
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Knows charts that were placed and drawn before."""

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Texts are set in all of them: figures in the colour of their bar or line."""
        accented = bool(self.chart.stressed) or any(row.stressed for row in self.chart.rows)
        names = ("structure", "ink", "muted", *(("accent",) if accented else ()))
        return tuple(Ink(name, getattr(self.palette, name), for_text=True) for name in names)

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedFigures:
        """Place everything for a width in points; see ``Drawing``."""
        return PlacedFigures(self, width, measure, limit * _SHARE)


@dataclass(frozen=True)
class PlacedFigures:
    """A chart at a width. It is never parted: who compares has to see everything at once."""

    drawing: FiguresDrawing
    width: float
    """Points."""
    measure: Measure = field(repr=False)
    room: float
    """Greatest height, in points."""

    @cached_property
    def layout(self) -> Layout:
        """Everything in its place."""
        return self.drawing.memory.recall(_layout, self.drawing, self.width, self.measure, self.room)

    @property
    def strips(self) -> tuple[float, ...]:
        """The height of all of it, in points, as far as there is room: what has none is told once."""
        return (min(self.layout.height, self.room),)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Say by how much it is too tall, and how many rows are not."""
        over, rows = self.layout.height - self.room, len(self.drawing.chart.rows)
        if over <= 0:
            return ()
        message = f"This chart is {ceil(over * 25.4 / 72)} mm taller than a page that has its title and a heading, too."
        fitting = int(rows * max(self.room - _AROUND, 0.0) / (self.layout.height - _AROUND))
        hint = f"About {fitting} of its {rows} rows fit. Shorten their names, put the smallest together as one row, "
        return (Diagnostic("error", "too-tall", message, None, f"{hint}or divide the chart."),)

    def draw(self, surface: Surface, first: int, last: int) -> None:
        """Make its marks on a surface, from the lower left corner."""
        put(self.drawing.memory.recall(_marks, self), surface)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        """Say nothing: the words of its element tell all of what is all in one place."""
        return ""


def _layout(drawing: FiguresDrawing, width: float, measure: Measure, room: float) -> Layout:
    # Late, as below: a briefing without a chart needs none of the modules that place and draw one.
    from briefing.charts.placing import place

    lettering = Lettering(drawing.size, drawing.palette)
    return place(drawing.chart, width, lettering, drawing.language, measure, drawing.missing, room=room)


def _marks(placed: PlacedFigures) -> tuple[Mark, ...]:
    # matplotlib is half a second.
    from briefing.charts.painting import chart_artists
    from briefing.drawing.renderer import draw_artists

    layout = placed.layout
    taker = MarkTaker()
    draw_artists(chart_artists(layout), taker, placed.measure, width=layout.width, height=layout.height)
    return tuple(taker.marks)
