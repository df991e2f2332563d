"""The two other forms of a timeline, equal to the picture: a spoken sequence, long or short, and rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefing.model import Event, in_digits
from briefing.model.briefing import SpokenLength
from briefing.model.dates import date_from_edtf
from briefing.model.edtf import Choice, Point, Value, parse_edtf
from briefing.model.languages import read_tag
from briefing.model.wording import date_words
from briefing.timeline.order import ordered
from briefing.timeline.span import Span, spans_of
from briefing.timeline.text import event_text

__all__ = ["NO_WORDS", "PartOf", "SpokenWords", "Telling", "table_rows"]

MOST_TOLD = 12
"""Events. A table can be walked through, row by row; an alternative text is read out without a pause, as one word.
About so many things are taken in at once, half a minute of speech. Of more the short form tells what there is, and
the table after it tells each, instead of both telling everybody everything."""
MOST_LETTERS = 1_000
"""The same for few events of many words: about a minute of speech."""
LONGEST = 32_000
"""Bytes as a PDF writes them, whatever the author asks for: an archival file may not hold many more in one piece."""


class SpokenWords(NamedTuple):
    """What other languages than English say around the events; without words, those are said alone."""

    titled: str = "{title}: {events}"
    untitled: str = "{events}"
    broken: str = ""
    """Of the two dates between which the axis is broken, ``{first}`` and ``{last}``."""
    extent: str = "{first} – {last} ({count})"
    """In place of the events: the first date, the last, and how many events there are."""
    table: str = ""
    """A sentence: the table tells each event. Without it events are told as long as they may be."""
    part: str = "{part}/{parts}"
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = "."


NO_WORDS = SpokenWords()
_TAKES_ARTICLE = re.compile(r"\d+(?:s|(?:st|nd|rd|th) century)\b")
"""Decades and centuries."""


@dataclass(frozen=True, slots=True)
class PartOf:
    """Some events of a timeline that goes on in other places."""

    events: tuple[int, ...]
    """Their indices in the order of the chart, rising; on several axes some of a later one may stand between."""
    number: int
    """Of the part, from 1."""
    count: int
    """How many parts there are."""
    breaks: tuple[tuple[int, int], ...] = ()
    """The events before and after each break that is drawn; nobody knows any before the timeline is placed."""


@dataclass(frozen=True)
class Telling:
    """How a timeline is told in a language."""

    events: tuple[Event, ...]
    language: str
    """BCP 47 tag."""
    title: str = ""
    words: SpokenWords = NO_WORDS
    """Not asked of in English."""
    length: SpokenLength = ""

    @cached_property
    def in_order(self) -> tuple[Event, ...]:
        """The events in the order of the chart."""
        return ordered(self.events)

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return spans_of(self.in_order)

    @cached_property
    def _dates(self) -> tuple[str, ...]:
        return tuple(date_words(event.date, self.language) for event in self.in_order)

    @cached_property
    def _is_short(self) -> bool:
        if not (self._is_english or self.words.table):
            return False
        if self.length:
            return self.length == "short"
        return len(self.events) > MOST_TOLD or len(self._long(self._whole)) > MOST_LETTERS

    @property
    def _is_english(self) -> bool:
        return str(read_tag(self.language).language) == "en"

    @property
    def _whole(self) -> PartOf:
        return PartOf(tuple(range(len(self.events))), 1, 1)

    def text(self, part: PartOf | None = None) -> str:
        """Say the timeline, or a part of it, as one would read it out.

        The sources of events are not said: no number of theirs could be followed from here. The table names them, as
        links.
        """
        part = part or self._whole
        told = "" if self._is_short else self._long(part)
        return told if told and len(told.encode("utf-16", "surrogatepass")) <= LONGEST else self._short(part)

    def _long(self, part: PartOf) -> str:
        """Say what it spans, each event in order, and where the axis is broken."""
        if not self.events:
            return f"{self._head(part)}." if self._is_english else self.title + self.words.full_stop
        if self._is_english:
            sequence = "; ".join(self._told(part, ", "))
            return f"{self._head(part)} {self._extent(part)}: {sequence}{self._breaks(part)}."
        told = [*self._told(part, self.words.comma), *self._broken(part)]
        return self._framed(part, self.words.semicolon.join(told))

    def _short(self, part: PartOf) -> str:
        """Say what it is, from when to when, of how many events, and where each of them is told."""
        if not self.events:
            return self._long(part)
        if self._is_english:
            each = "each of them" if len(part.events) > 1 else "it"
            return f"{self._head(part)} {self._extent(part)}{self._breaks(part)}. The table after it tells {each}."
        count = in_digits(len(part.events), self.language)
        first, last = map(self.words.comma.join, self._worded_ends(part))
        extent = self.words.extent.format(first=first, last=last, count=count)
        framed = self._framed(part, self.words.semicolon.join([extent, *self._broken(part)]))
        return f"{framed} {self.words.table}".rstrip()

    def _head(self, part: PartOf) -> str:
        which = f", part {part.number} of {part.count}" if part.count > 1 else ""
        title = f", {self.title}" if self.title else ""
        return f"Timeline{title}{which}{',' if self.events and (title or which) else ''}"

    def _framed(self, part: PartOf, events: str) -> str:
        """Put what another language than English tells behind the title."""
        numbers = {"part": in_digits(part.number, self.language), "parts": in_digits(part.count, self.language)}
        which = self.words.part.format(**numbers) if part.count > 1 else ""
        title = self.words.comma.join(filter(None, (self.title, which)))
        pattern = self.words.titled if title else self.words.untitled
        return pattern.format(title=title, events=events) + self.words.full_stop

    def _told(self, part: PartOf, comma: str) -> Iterator[str]:
        """Say each event with its date, without its full stop."""
        for index in part.events:
            words, text = self._dates[index], event_text(self.in_order[index])
            yield (f"{words}{comma}{text}" if text else words).rstrip(".۔。।")

    def _ends(self, part: PartOf) -> tuple[int, int]:
        """Find the events with the earliest beginning and the latest end."""

        # What is by 1997 ends where what is since 1998 begins, and was earlier.
        def edge(index: int, moment: float) -> tuple[float, bool]:
            return moment, self._spans[index].shape != "until"

        first = min(part.events, key=lambda index: edge(index, self._spans[index].first))
        return first, max(part.events, key=lambda index: edge(index, self._spans[index].last))

    def _reaching(self, part: PartOf) -> tuple[list[int], list[int]]:
        """Find the events that may reach beyond the first and beyond the last date that is written.

        What is before a later date than the first, or after an earlier one than the last, hardly does.
        """
        first, last = (self._spans[index] for index in self._ends(part))
        spans = [(index, self._spans[index]) for index in part.events]
        earlier = [index for index, span in spans if span.shape == "until" and span.last <= first.last]
        goes_on = [index for index, span in spans if span.shape == "since"]
        later = [index for index, span in spans if span.shape == "after" and span.first >= last.first]
        return earlier, goes_on or later

    def _worded_ends(self, part: PartOf) -> tuple[list[str], list[str]]:
        """Word the first and the last date, each beside one that leaves this end open, if it does not itself."""
        first, last = self._ends(part)
        earlier, later = self._reaching(part)
        begins = [first] if first in earlier or not earlier else [earlier[0], first]
        ends = [last] if last in later or not later else [last, later[-1]]
        return [self._dates[index] for index in begins], [self._dates[index] for index in ends]

    def _extent(self, part: PartOf) -> str:
        """Say from when to when the dates are that are written, and whether what happened may reach beyond them."""
        first, last = self._ends(part)
        begins, ends = self._begins(first), self._ends_at(last)
        earlier, later = self._reaching(part)
        goes_on = any(self._spans[index].shape == "since" for index in later)
        number = len(part.events)
        count = f"{',' * bool(earlier or later)} with {number} event{'s' if number > 1 else ''}"
        before = " or earlier" if earlier else ""
        behind = " and on" if goes_on else " or later" if later else ""
        if begins != ends or (before and behind):
            return f"from {begins}{before} to {ends}{behind}{count}"
        return f"from {begins} on{count}" if goes_on else f"of {begins}{before}{behind}{count}"

    def _begins(self, index: int) -> str:
        points = _points_of(parse_edtf(self.in_order[index].date.edtf))
        return _behind_a_preposition(min(points, key=lambda point: point.first), self.language)

    def _ends_at(self, index: int) -> str:
        points = _points_of(parse_edtf(self.in_order[index].date.edtf))
        return _behind_a_preposition(max(points, key=lambda point: point.last), self.language)

    def _broken(self, part: PartOf) -> Iterator[str]:
        if self.words.broken:
            for before, after in part.breaks:
                yield self.words.broken.format(first=self._dates[before], last=self._dates[after])

    def _breaks(self, part: PartOf) -> str:
        pairs = (f"between {self._ends_at(before)} and {self._begins(after)}" for before, after in part.breaks)
        words = " and ".join(pairs)
        return f"; the axis is broken {words}" if words else ""


def table_rows(events: Sequence[Event], language: str = "en") -> tuple[tuple[str, Event], ...]:
    """Pair each event with the words of its date, in the order of the chart."""
    return tuple((date_words(event.date, language), event) for event in ordered(events))


def _points_of(value: Value) -> tuple[Point, ...]:
    """List the ends of a span and the members of a set; an open end is none."""
    if isinstance(value, Point):
        return (value,)
    parts = value.members if isinstance(value, Choice) else (value.start, value.end)
    return tuple(point for part in parts if part for point in _points_of(part))


def _behind_a_preposition(point: Point, language: str) -> str:
    """Say a date of English behind "from" or "between": "the 1980s"; the words as typed may have a preposition."""
    words = date_words(date_from_edtf(str(point)), language)
    return f"the {words}" if _TAKES_ARTICLE.match(words) else words
