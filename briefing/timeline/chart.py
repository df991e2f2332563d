"""The timeline as a ``Drawing``: what the page filling asks for its strips and tells to draw some of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.drawing import Lettering, Mark, MarkTaker, Palette, put
from briefing.errors import Diagnostic
from briefing.memory import FORGETFUL, Memory
from briefing.model import Event, Ink, Measure, Surface
from briefing.model.briefing import SpokenLength, TimelineForm
from briefing.timeline.speech import NO_WORDS, PartOf, SpokenWords, Telling
from briefing.timeline.text import event_mark

if TYPE_CHECKING:
    from briefing.timeline.geometry import Layout

__all__ = ["Chart", "PlacedChart"]


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
    size: float = 8.0
    """Size of its texts in points."""
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)
    """Knows charts that were placed and drawn before."""

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedChart:
        """Place everything for a width in points; see ``Drawing``."""
        return PlacedChart(self, width, measure, limit)

    def layout(self, width: float, measure: Measure, limit: float) -> Layout:
        """Place everything for a width and the height of a page, in points."""
        return self.memory.recall(_layout, self, width, measure, limit)

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Texts are set in each: dates in that of the axis, stressed ones and numbers of sources in the accent."""
        accented = any(event.stressed or event_mark(event) for event in self.events)
        names = ("structure", "ink", "muted", *(("accent",) if accented else ()))
        return tuple(Ink(name, getattr(self.palette, name), for_text=True) for name in names)

    def __hash__(self) -> int:
        """Add its events up once: each of its parts is looked for in the memory."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.events, self.palette, self.language, self.title, self.length, self.form, self.size))

    @cached_property
    def telling(self) -> Telling:
        """How its parts are told."""
        return Telling(self.events, self.language, self.title, self.words, self.length)


@dataclass(frozen=True)
class PlacedChart:
    """A chart at a width."""

    chart: Chart
    width: float
    """Points, as the limit."""
    measure: Measure = field(repr=False)
    limit: float

    @cached_property
    def layout(self) -> Layout:
        """Everything in its place."""
        return self.chart.layout(self.width, self.measure, self.limit)

    @property
    def strips(self) -> tuple[float, ...]:
        """Heights of what no page break cuts, in points, from above."""
        return self.layout.strips

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Say where the form that the author fixed has no room."""
        if self.chart.form != "horizontal" or not self.layout.vertical:
            return ()
        message = "There is no room for these events side by side, so that they stand below each other."
        return (Diagnostic("warning", "form-not-kept", message, hint="Take {form=horizontal} out, or shorten them."),)

    def draw(self, surface: Surface, first: int, last: int) -> None:
        """Make the marks of some strips on a surface, above their lower left corner."""
        put(self.chart.memory.recall(_marks, self, first, last), surface)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        """Tell the events of some strips, and where their axes are broken."""
        shown = _part(self, first, last)
        numbers = sorted({label.event for label in shown.labels})
        breaks = tuple((each.before, each.after) for each in shown.breaks)
        return self.chart.telling.text(PartOf(tuple(numbers), part, parts, breaks))


def _layout(chart: Chart, width: float, measure: Measure, limit: float) -> Layout:
    # Late, as below: a briefing without a timeline needs none of the modules that place and draw one.
    from briefing.timeline.placing import place

    lettering = Lettering(chart.size, chart.palette)
    return place(chart.events, width, lettering, chart.language, measure, form=chart.form, limit=limit)


def _part(placed: PlacedChart, first: int, last: int) -> Layout:
    from briefing.timeline.parting import part

    layout = placed.layout
    return layout if (first, last) == (0, len(layout.strips)) else part(layout, first, last)


def _marks(placed: PlacedChart, first: int, last: int) -> tuple[Mark, ...]:
    # matplotlib is half a second.
    from briefing.drawing.renderer import draw_artists
    from briefing.timeline.painting import timeline_artists

    layout = _part(placed, first, last)
    taker = MarkTaker()
    artists = timeline_artists(layout, placed.chart.palette)
    draw_artists(artists, taker, placed.measure, width=layout.width, height=layout.height)
    return tuple(taker.marks)
