"""What all steps of placing events on one axis look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.drawing import Lettering
from briefing.drawing.words import Words, set_words
from briefing.model import Event, Measure
from briefing.timeline.axis import segment_of
from briefing.timeline.geometry import Segment
from briefing.timeline.span import Piece, Span
from briefing.timeline.text import Caption

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What all steps of the placing look at."""

    events: Sequence[Event]
    captions: Sequence[Caption]
    """What their labels say."""
    spans: Sequence[Span]
    pieces: Sequence[Piece]
    segments: Sequence[Segment]
    """One of each piece."""
    end: float
    """Where the next axis takes over, in days since 2000."""
    width: float
    lettering: Lettering
    language: str
    measure: Measure

    def x(self, days: float) -> float:
        """Find the place of a moment."""
        return segment_of(self.segments, days).x(days)

    def date(self, index: int) -> str:
        """Find the words of the date of an event."""
        return self.captions[index].date

    def words(self, index: int, width: float, *, dated: bool = True) -> Words:
        """Set the label of an event: its date in bold, what happened under it, or that alone."""
        date, text, mark = self.captions[index]
        stressed = self.events[index].stressed
        parts = [(date, self.lettering.date(stressed=stressed))] if dated or not text else []
        if text:
            parts.append((text, self.lettering.text(stressed=stressed)))
        return set_words(tuple(parts), min(width, self.width * 0.45), self.measure, mark=(mark, self.lettering.mark))
