"""A chart at a width, as the page filling asks for it: whatever it shows, it is placed, cut and drawn in one way.

matplotlib is imported only when one is drawn for the first time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from briefing.drawing.marks import Mark, MarkTaker, put
from briefing.errors import Diagnostic
from briefing.memory import Memory
from briefing.model import Measure, Surface

if TYPE_CHECKING:
    from matplotlib.artist import Artist

__all__ = ["PlacedChart"]


class _Layout(Protocol):
    """Everything in its place."""

    @property
    def width(self) -> float:
        """Points, as all here."""

    @property
    def height(self) -> float:
        """Of all strips."""

    @property
    def strips(self) -> tuple[float, ...]:
        """Heights of what no page break cuts, from above."""


_Placed = TypeVar("_Placed", bound=_Layout)


class _Chart(Protocol[_Placed]):
    """A chart of any kind: an equal one gives equal answers."""

    @property
    def memory(self) -> Memory:
        """Knows charts that were drawn before."""

    def layout(self, width: float, measure: Measure, limit: float) -> _Placed:
        """Place everything for a width and the height of a page."""

    def part(self, layout: _Placed, first: int, last: int) -> _Placed:
        """Cut some strips off, as a layout that stands on its lower edge."""

    def artists(self, layout: _Placed) -> Iterable[Artist]:
        """Make matplotlib's artists, in the order in which they cover each other."""

    def problems(self, layout: _Placed) -> tuple[Diagnostic, ...]:
        """Say what its author asked for and cannot be had."""

    def told(self, layout: _Placed, part: int, parts: int) -> str:
        """Tell what a part shows, which may be the only one; nothing where the words of its element tell it all."""


@dataclass(frozen=True)
class PlacedChart(Generic[_Placed]):
    """A chart at a width: a ``PlacedDrawing``."""

    chart: _Chart[_Placed]
    width: float
    """Points, as the limit."""
    measure: Measure = field(repr=False)
    limit: float
    """The greatest height that a page offers."""

    @cached_property
    def layout(self) -> _Placed:
        """Everything in its place."""
        return self.chart.layout(self.width, self.measure, self.limit)

    @property
    def strips(self) -> tuple[float, ...]:
        """Heights of what no page break cuts, in points, from above."""
        return self.layout.strips

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Say what its author asked for and cannot be had at this width."""
        return self.chart.problems(self.layout)

    def draw(self, surface: Surface, first: int, last: int) -> None:
        """Make the marks of some strips on a surface, above their lower left corner."""
        put(self.chart.memory.recall(_marks, self, first, last), surface)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        """Tell what some strips show."""
        return self.chart.told(self.part(first, last), part, parts)

    def part(self, first: int, last: int) -> _Placed:
        """Some strips, or all of them."""
        layout = self.layout
        return layout if (first, last) == (0, len(layout.strips)) else self.chart.part(layout, first, last)


def _marks(placed: PlacedChart[_Placed], first: int, last: int) -> tuple[Mark, ...]:
    # matplotlib is half a second.
    from briefing.drawing.renderer import draw_artists

    layout = placed.part(first, last)
    taker = MarkTaker()
    draw_artists(placed.chart.artists(layout), taker, placed.measure, width=layout.width, height=layout.height)
    return tuple(taker.marks)
