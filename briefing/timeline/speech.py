"""The two other forms of a timeline, equal to the picture: a spoken sequence and the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import Event
from briefing.model.languages import read_tag
from briefing.model.wording import date_words
from briefing.timeline.order import ordered
from briefing.timeline.span import long_gaps, spans_of
from briefing.timeline.text import event_text

__all__ = ["SpokenWords", "alt_text", "table_rows"]


class SpokenWords(NamedTuple):
    """What other languages than English say around the events; without words, those are said alone."""

    titled: str = "{title}: {events}"
    untitled: str = "{events}"
    broken: str = ""
    """Of the two dates between which the axis is broken, ``{first}`` and ``{last}``."""
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = "."


def table_rows(events: Sequence[Event], language: str = "en") -> tuple[tuple[str, Event], ...]:
    """Pair each event with the words of its date, in the order of the chart."""
    return tuple((date_words(event.date, language), event) for event in ordered(events))


def alt_text(events: Sequence[Event], language: str, title: str = "", words: SpokenWords | None = None) -> str:
    """Say a timeline as one would read it out: what it spans, each event in order, where the axis is broken.

    English has a sentence around that; other languages have the words that are given.
    """
    if read_tag(language).language != "en":
        return _in_words(events, language, title, words or SpokenWords())
    head = f"Timeline, {title}" if title else "Timeline"
    if not events:
        return f"{head}."
    comma = "," if title else ""
    sequence = "; ".join(_told(events, language, ", "))
    return f"{head}{comma} {_extent(events, language)}: {sequence}{_breaks(events, language)}."


def _in_words(events: Sequence[Event], language: str, title: str, words: SpokenWords) -> str:
    told = list(_told(events, language, words.comma))
    dates = [text for text, _ in table_rows(events, language)]
    if words.broken:
        gaps = long_gaps(spans_of(ordered(events)))
        told += (words.broken.format(first=dates[gap.before], last=dates[gap.after]) for gap in gaps)
    sequence = words.semicolon.join(told)
    pattern = words.titled if title else words.untitled
    return (pattern.format(title=title, events=sequence) if sequence else title) + words.full_stop


def _told(events: Sequence[Event], language: str, comma: str) -> Iterator[str]:
    """Say each event with its date, without its full stop."""
    for words, event in table_rows(events, language):
        text = event_text(event)
        yield (f"{words}{comma}{text}" if text else words).rstrip(".۔。।")


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
