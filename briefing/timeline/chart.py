"""The timeline as a ``Drawing``: what the page filling asks for its height and tells to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Event, Measure, Surface
from briefing.timeline.palette import Lettering, Palette

if TYPE_CHECKING:
    from briefing.timeline.geometry import Layout

__all__ = ["Chart"]


@dataclass(frozen=True)
class Chart:
    """Events on an axis or a rail, in the order of time where that is sure."""

    events: Sequence[Event]
    palette: Palette
    language: str
    """BCP 47 tag of the document."""
    size: float = 8.0
    """Size of its texts in points."""

    def layout(self, width: float, measure: Measure) -> Layout:
        """Place everything for a width in points."""
        # Late, as below: a briefing without a timeline needs none of the modules that place one.
        from briefing.timeline.placing import place

        return place(self.events, width, Lettering(self.size, self.palette), self.language, measure)

    def height(self, width: float, measure: Measure) -> float:
        """Tell the height in points that it takes when set to a width."""
        return self.layout(width, measure).height

    def draw(self, surface: Surface, width: float, measure: Measure) -> None:
        """Make its marks on a surface, from the lower left corner."""
        # Late, for matplotlib is half a second that a briefing without a timeline does not spend.
        from briefing.timeline.painting import timeline_artists
        from briefing.timeline.renderer import draw_artists

        layout = self.layout(width, measure)
        artists = timeline_artists(layout, self.palette)
        draw_artists(artists, surface, measure, width=layout.width, height=layout.height)
