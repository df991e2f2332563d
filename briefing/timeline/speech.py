"""The two other forms of a timeline, equal to the picture: a spoken sequence and the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Event
from briefing.model.wording import date_words
from briefing.timeline.order import ordered
from briefing.timeline.span import long_gaps, spans_of
from briefing.timeline.words import event_text

__all__ = ["alt_text", "table_rows"]


def table_rows(events: Sequence[Event], language: str = "en") -> tuple[tuple[str, Event], ...]:
    """Pair each event with the words of its date, in the order of the chart."""
    return tuple((date_words(event.date, language), event) for event in ordered(events))


def alt_text(events: Sequence[Event], language: str, title: str = "") -> str:
    """Say a timeline as one would read it out: what it spans, each event in order, where the axis is broken.

    In other languages than English the sequence of dates and events is said without a sentence around it.
    """
    told = [
        f"{words}, {event_text(event)}" if event_text(event) else words for words, event in table_rows(events, language)
    ]
    sequence = "; ".join(text.rstrip(".") for text in told)
    if language.partition("-")[0].lower() != "en":
        return ": ".join(part for part in (title, sequence) if part) + "."
    head = f"Timeline, {title}" if title else "Timeline"
    if not told:
        return f"{head}."
    comma = "," if title else ""
    return f"{head}{comma} {_extent(events, language)}: {sequence}{_breaks(events, language)}."


def _extent(events: Sequence[Event], language: str) -> str:
    spans = spans_of(ordered(events))
    rows = table_rows(events, language)
    earliest = min(range(len(rows)), key=lambda index: spans[index].first)
    latest = max(range(len(rows)), key=lambda index: spans[index].last)
    count = f"with {len(rows)} event{'s' if len(rows) > 1 else ''}"
    if rows[earliest][0] == rows[latest][0]:
        return f"of {rows[earliest][0]} {count}"
    return f"from {_bare(rows[earliest][0])} to {_bare(rows[latest][0])} {count}"


def _bare(words: str) -> str:
    """Take the preposition off a date that gets another: "from since May" is no English."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("since", "by", "in", "on", "from", "until", "before", "after") and rest else words


def _breaks(events: Sequence[Event], language: str) -> str:
    in_order = ordered(events)
    words = [text for text, _ in table_rows(events, language)]
    gaps = long_gaps(spans_of(in_order))
    pairs = [f"between {_bare(words[gap.before])} and {_bare(words[gap.after])}" for gap in gaps]
    return f"; the axis is broken {' and '.join(pairs)}" if pairs else ""
