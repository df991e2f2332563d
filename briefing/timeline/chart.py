"""The timeline as a ``Drawing``: what the page filling asks for its height and tells to draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.drawing import Lettering, Mark, MarkTaker, Palette, put
from briefing.memory import FORGETFUL, Memory
from briefing.model import Event, Measure, Surface

if TYPE_CHECKING:
    from briefing.timeline.geometry import Layout

__all__ = ["Chart"]


@dataclass(frozen=True)
class Chart:
    """Events on an axis or a rail, in the order of time where that is sure."""

    events: tuple[Event, ...]
    palette: Palette
    language: str
    """BCP 47 tag of the document."""
    size: float = 8.0
    """Size of its texts in points."""
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Knows charts that were placed and drawn before."""

    def layout(self, width: float, measure: Measure) -> Layout:
        """Place everything for a width in points."""
        return self.memory.recall(_layout, self, width, measure)

    def height(self, width: float, measure: Measure) -> float:
        """Tell the height in points that it takes when set to a width."""
        return self.layout(width, measure).height

    def draw(self, surface: Surface, width: float, measure: Measure) -> None:
        """Make its marks on a surface, from the lower left corner."""
        put(self.memory.recall(_marks, self, width, measure), surface)


def _layout(chart: Chart, width: float, measure: Measure) -> Layout:
    # Late, as below: a briefing without a timeline needs none of the modules that place and draw one.
    from briefing.timeline.placing import place

    return place(chart.events, width, Lettering(chart.size, chart.palette), chart.language, measure)


def _marks(chart: Chart, width: float, measure: Measure) -> tuple[Mark, ...]:
    # matplotlib is half a second.
    from briefing.drawing.renderer import draw_artists
    from briefing.timeline.painting import timeline_artists

    layout = chart.layout(width, measure)
    taker = MarkTaker()
    artists = timeline_artists(layout, chart.palette)
    draw_artists(artists, taker, measure, width=layout.width, height=layout.height)
    return tuple(taker.marks)
