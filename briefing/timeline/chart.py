"""The timeline as a ``Drawing``: what the page filling asks for its strips and tells to draw some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.drawing import Lettering, Palette, PlacedChart
from briefing.errors import Diagnostic
from briefing.memory import FORGETFUL, Memory
from briefing.model import Event, Ink, Measure
from briefing.model.briefing import SpokenLength, TimelineForm
from briefing.timeline.speech import NO_WORDS, PartOf, SpokenWords, Telling
from briefing.timeline.text import NO_KEY, KeyWords, event_mark

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from briefing.timeline.geometry import Layout

__all__ = ["Chart"]


@dataclass(frozen=True)
class Chart:
    """Events on an axis or a rail, in the order of time where that is sure."""

    events: tuple[Event, ...]
    palette: Palette
    language: str
    """BCP 47 tag of the document."""
    title: str = ""
    """For the words of its parts, as those that follow."""
    words: SpokenWords = NO_WORDS
    length: SpokenLength = ""
    form: TimelineForm = ""
    """Fixed by the author; empty for the one that fits."""
    key: KeyWords = NO_KEY
    """What its signs mean."""
    size: float = 8.0
    """Size of its texts in points."""
    least: float = 0.0
    """Points of the smallest of them."""
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Knows charts that were placed and drawn before."""

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedChart[Layout]:
        """Place everything for a width in points; see ``Drawing``."""
        return PlacedChart(self, width, measure, limit)

    def layout(self, width: float, measure: Measure, limit: float) -> Layout:
        """Place everything for a width and the height of a page, in points."""
        return self.memory.recall(_layout, self, width, measure, limit)

    def part(self, layout: Layout, first: int, last: int) -> Layout:
        """Cut some strips off."""
        from briefing.timeline.parting import part

        return part(layout, first, last)

    def artists(self, layout: Layout) -> Iterator[Artist]:
        """Make matplotlib's artists."""
        from briefing.timeline.painting import timeline_artists

        return timeline_artists(layout, self.palette)

    def problems(self, layout: Layout) -> tuple[Diagnostic, ...]:
        """Say where the form that the author fixed has no room."""
        if self.form != "horizontal" or not layout.vertical:
            return ()
        message = "There is no room for these events side by side, so that they stand below each other."
        return (Diagnostic("warning", "form-not-kept", message, hint="Take {form=horizontal} out, or shorten them."),)

    def told(self, layout: Layout, part: int, parts: int) -> str:
        """Tell the events of a part, and where their axes are broken."""
        numbers = sorted({label.event for label in layout.labels})
        breaks = tuple((each.before, each.after) for each in layout.breaks)
        return self.telling.text(PartOf(tuple(numbers), part, parts, breaks))

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Texts are set in each: dates in that of the axis, stressed ones and numbers of sources in the accent."""
        return self.palette.inks(accented=any(event.stressed or event_mark(event) for event in self.events))

    def __hash__(self) -> int:
        """Add its events up once: each of its parts is looked for in the memory."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(
            (self.events, self.palette, self.language, self.title, self.length, self.form, self.size, self.least)
        )

    @cached_property
    def telling(self) -> Telling:
        """How its parts are told."""
        return Telling(self.events, self.language, self.title, self.words, self.length)


def _layout(chart: Chart, width: float, measure: Measure, limit: float) -> Layout:
    # Late, as below: a briefing without a timeline needs none of the modules that place and draw one.
    from briefing.timeline.placing import place

    lettering = Lettering(chart.size, chart.palette, chart.least)
    return place(chart.events, width, lettering, chart.language, measure, form=chart.form, limit=limit, key=chart.key)
