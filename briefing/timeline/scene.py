"""What all steps of placing events on one axis look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.drawing import Lettering
from briefing.model import Event, Measure
from briefing.model.wording import date_words
from briefing.timeline.axis import segment_of
from briefing.timeline.geometry import Segment
from briefing.timeline.span import Piece, Span
from briefing.timeline.text import event_mark, event_text
from briefing.timeline.words import Words, set_words

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What all steps of the placing look at."""

    events: Sequence[Event]
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
        """Word the date of an event."""
        return date_words(self.events[index].date, self.language)

    def words(self, index: int, width: float, *, dated: bool = True) -> Words:
        """Set the label of an event: its date in bold, what happened under it, or that alone."""
        event = self.events[index]
        text = event_text(event)
        parts = [(self.date(index), self.lettering.date(stressed=event.stressed))] if dated or not text else []
        if text:
            parts.append((text, self.lettering.text(stressed=event.stressed)))
        mark = event_mark(event), self.lettering.mark
        return set_words(tuple(parts), min(width, self.width * 0.45), self.measure, mark=mark)
