"""A chart of figures as a ``Drawing``: what the page filling sets to a width and tells to draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from briefing.drawing import Lettering, Palette, PlacedChart
from briefing.errors import Diagnostic
from briefing.memory import FORGETFUL, Memory
from briefing.model import DataChart, Ink, Measure

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from briefing.charts.layout import Layout

__all__ = ["FiguresDrawing"]

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
    least: float = 0.0
    """Points of the smallest of them."""
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Knows charts that were placed and drawn before."""

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Texts are set in all of them: figures in the colour of their bar or line."""
        accented = bool(self.chart.stressed) or any(row.stressed for row in self.chart.rows)
        return self.palette.inks(accented=accented)

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedChart[Layout]:
        """Place everything for a width in points; see ``Drawing``."""
        return PlacedChart(self, width, measure, limit * _SHARE)

    def layout(self, width: float, measure: Measure, limit: float) -> Layout:
        """Place everything for a width and a height, in points."""
        return self.memory.recall(_layout, self, width, measure, limit)

    def part(self, layout: Layout, first: int, last: int) -> Layout:
        """Give all of it: it is never parted, for who compares has to see everything at once."""
        return layout

    def artists(self, layout: Layout) -> Iterator[Artist]:
        """Make matplotlib's artists."""
        from briefing.charts.painting import chart_artists

        return chart_artists(layout)

    def problems(self, layout: Layout) -> tuple[Diagnostic, ...]:
        """Say by how much it is too tall, and how many rows are not."""
        over, rows = layout.height - layout.room, len(self.chart.rows)
        if over <= 0:
            return ()
        message = f"This chart is {ceil(over * 25.4 / 72)} mm taller than a page that has its title and a heading, too."
        fitting = int(rows * max(layout.room - _AROUND, 0.0) / (layout.height - _AROUND))
        hint = f"About {fitting} of its {rows} rows fit. Shorten their names, put the smallest together as one row, "
        return (Diagnostic("error", "too-tall", message, None, f"{hint}or divide the chart."),)

    def told(self, layout: Layout, part: int, parts: int) -> str:
        """Say nothing: the words of its element tell all of what is all in one place."""
        return ""


def _layout(drawing: FiguresDrawing, width: float, measure: Measure, room: float) -> Layout:
    # Late, as above: a briefing without a chart needs none of the modules that place and draw one.
    from briefing.charts.placing import place

    lettering = Lettering(drawing.size, drawing.palette, drawing.least)
    return place(drawing.chart, width, lettering, drawing.language, measure, drawing.missing, room=room)
