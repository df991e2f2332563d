"""Timelines whose events stand in a file or in the front matter → the same timelines with their events.

A file is opened each time; ``memory`` knows what became of its bytes. In a language edition a file may hold nothing but
what happened: dates and citations are those of the original, event by event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Event, Timeline, plain_text
from briefing.model.briefing import Inline
from briefing.reading.body import (
    Body,
    Citation,
    EventsWanted,
    cited_keys,
    evidence_of,
    has_evidence,
    read_inline,
    says_nothing,
)
from briefing.reading.events import EventList, TypedEvent, crowded, kind_of_events, read_events_file
from briefing.reading.files import Refusal
from briefing.reading.front_matter import FrontMatter
from briefing.reading.limits import (
    ALL_EVENTS_CHARACTERS,
    ARTICLE_EVENTS,
    CITED_CHARACTERS,
    CSV_BYTES,
    EVENT_CHARACTERS,
    NAMED_FILES,
)

__all__ = ["OpenFile", "Told", "WithEvents", "told", "with_events"]

OpenFile = Callable[[str, int], bytes | Refusal]
"""Reads a file of the article's folder, at most so many bytes."""

_MOST_PROBLEMS = 100
"""Told of the sentences of one list: the hundred and first says nothing new."""
_CITATION = 50
"""Characters for which a source of an event counts: it is a link in the table and a number in the picture."""
_EMPTY = "The block timeline is empty."
_FILL = (
    "Write a list: - 9 September 2001: What happened. [@key] Or name a file that has one: "
    "::: timeline Title {events=events.csv}"
)


class WithEvents(NamedTuple):
    """A body whose timelines have their events."""

    body: Body
    """What was found with the events is among its citations and diagnostics."""
    files: Mapping[str, bytes]
    """Those that were read, by name."""


class Told(NamedTuple):
    """The events of a list, read."""

    events: tuple[Event, ...]
    cited: tuple[Citation, ...]
    diagnostics: tuple[Diagnostic, ...]


def with_events(
    body: Body,
    front: FrontMatter,
    open_file: OpenFile,
    original: Body | None = None,
    memory: Memory = FORGETFUL,
) -> WithEvents:
    """Give each timeline of a body its events; ``original`` is the body that an edition translates, with its events."""
    return _Filler(front, open_file, original, memory).fill(body)


class _Filler:
    def __init__(self, front: FrontMatter, open_file: OpenFile, original: Body | None, memory: Memory) -> None:
        self._front, self._open_file = front, open_file
        self._original, self._memory = original, memory
        self._language = front.masthead.language
        self._files: dict[str, bytes] = {}
        self._cited: list[Citation] = []
        self._problems: list[Diagnostic] = []
        self._events = self._characters = 0
        """Of all timelines so far."""

    def fill(self, body: Body) -> WithEvents:
        timelines = tuple(self._counted(number, each, body) for number, each in enumerate(body.timelines))
        self._say_unused(body)
        filled = replace(
            body,
            timelines=timelines,
            cited=(*body.cited, *self._cited),
            diagnostics=(*body.diagnostics, *self._problems),
        )
        return WithEvents(filled, self._files)

    def _counted(self, number: int, timeline: Timeline, body: Body) -> Timeline:
        """Give a timeline its events; of an article that has more than are printed only the first ones have theirs."""
        if self._is_full():
            return timeline
        filled = self._filled(number, timeline, body)
        self._events += len(filled.events)
        self._characters += sum(len(plain_text(each.text)) + _CITATION * len(each.sources) for each in filled.events)
        if self._is_full():
            too_many = self._events > ARTICLE_EVENTS
            most = f"{ARTICLE_EVENTS:,} events" if too_many else f"{ALL_EVENTS_CHARACTERS:,} characters"
            message = f"With this one the timelines of the article have more than {most}."
            hint = "Leave some out, or divide the briefing."
            self._problems.append(Diagnostic("error", "too-large", message, timeline.position, hint))
        return filled

    def _is_full(self) -> bool:
        return self._events > ARTICLE_EVENTS or self._characters > ALL_EVENTS_CHARACTERS

    def _filled(self, number: int, timeline: Timeline, body: Body) -> Timeline:
        wanted = body.events_wanted.get(timeline.id)
        if wanted is None:
            return timeline
        counterpart = next(iter(self._original.timelines[number:]), None) if self._original else None
        listed = self._listed(wanted, counterpart)
        if listed is None:
            return timeline
        originals = Same(counterpart.events) if counterpart else None
        found = self._memory.recall(told, Same(listed), self._language, originals)
        self._cited += found.cited
        place = wanted.file_position or wanted.position
        self._problems += (each if each.position else replace(each, position=place) for each in found.diagnostics)
        self._problems += _not_printed(listed)
        return self._memory.recall(_with_those, Same(timeline), Same(found.events), listed.title)

    def _listed(self, wanted: EventsWanted, counterpart: Timeline | None) -> EventList | None:
        """Find the events of a timeline; what is wrong is reported."""
        named = self._front.fields.scalar("events")
        if wanted.file:
            return self._from_file(wanted.file, wanted.file_position or wanted.position, counterpart)
        if self._front.events is not None:
            return self._front.events
        if named is not None:
            return self._from_file(named.text, named.position, counterpart)
        if counterpart is not None:
            message = "This timeline is empty: it has dates and citations in the original, and no words of its own."
            hint = "Type what happened, an item for each event, or name a file: {events=events.cy.csv}"
            self._problems.append(Diagnostic("error", "wrong-shape", message, wanted.position, hint))
        elif not self._is_told_of_field():
            self._problems.append(Diagnostic("error", "wrong-shape", _EMPTY, wanted.position, _FILL))
        return None

    def _is_told_of_field(self) -> bool:
        """Tell whether it was said of the field ``events`` what is wrong with it; a field without a value is none."""
        place = self._front.fields.positions.get("events")
        return place is not None and any(each.position == place for each in self._front.diagnostics)

    def _from_file(self, name: str, position: Position, counterpart: Timeline | None) -> EventList | None:
        kind = kind_of_events(name)
        if isinstance(kind, Diagnostic):
            self._problems.append(replace(kind, position=position))
            return None
        if name not in self._files and len(self._files) == NAMED_FILES:
            message = f"This article takes its events from more than {NAMED_FILES} files."
            self._problems.append(Diagnostic("error", "too-large", message, position, "Put some of them together."))
            return None
        data = self._files.get(name) or self._open_file(name, CSV_BYTES)
        if isinstance(data, Refusal):
            self._problems.append(data.at(position))
            return None
        if counterpart is not None and any(event.position.file == name for event in counterpart.events):
            message = f'"{name}" is the file of the original: its words are in another language.'
            hint = "Name a file with the words of this edition; dates and sources may be left out there."
            self._problems.append(Diagnostic("warning", "events-of-original", message, position, hint))
        listed = self._memory.recall(read_events_file, name, data, self._language)
        if name not in self._files:
            self._problems += listed.diagnostics
        self._files[name] = data
        return listed

    def _say_unused(self, body: Body) -> None:
        place = self._front.fields.positions.get("events")
        listed = self._front.events is not None or "events" in self._front.fields.texts
        if place and listed and not any(not wanted.file for wanted in body.events_wanted.values()):
            message = "No block of the text shows these events."
            hint = "Write ::: timeline and a title where they belong, and ::: on the line below it."
            self._problems.append(Diagnostic("warning", "unused-events", message, place, hint))


def _with_those(timeline: Same[Timeline], events: Same[tuple[Event, ...]], title: str) -> Timeline:
    """Give a timeline its events, and the title of their file where its block says none."""
    own = timeline.value.title or ((title,) if title else ())
    return replace(timeline.value, title=own, events=events.value)


def told(listed: Same[EventList], language: str, original: Same[tuple[Event, ...]] | None = None) -> Told:
    """Read the sentences of events, whose counterparts are those of the original's timeline."""
    typed = listed.value.events
    originals = original.value if original else ()
    problem = _undated(listed.value, originals)
    if problem:
        return Told((), (), (problem,))
    counterparts: Sequence[Event | None] = originals if len(originals) == len(typed) else [None] * len(typed)
    read = [_read(event, its, language) for event, its in zip(typed, counterparts, strict=True)]
    return Told(
        tuple(event for each in read for event in each.events),
        tuple(citation for each in read for citation in each.cited),
        tuple(islice((problem for each in read for problem in each.diagnostics), _MOST_PROBLEMS)),
    )


def _undated(listed: EventList, originals: Sequence[Event]) -> Diagnostic | None:
    """Say what keeps events from their dates, once for the whole list."""
    if not listed.events:
        if errors_of(listed.diagnostics):
            return None
        return Diagnostic("error", "no-events", "There are no events here.", hint="Write some, or take the block out.")
    undated = [event for event in listed.events if event.date is None]
    if not undated or len(originals) == len(listed.events):
        return None
    place = undated[0].position
    if originals:
        message = f"There are {len(listed.events)} events here, and {len(originals)} in the original."
        hint = "Without dates of their own they are told apart by their number and order: write the same ones."
        return Diagnostic("error", "wrong-shape", message, place, hint)
    message = f"{len(undated)} events have no date; this is the first." if undated[1:] else "This event has no date."
    return Diagnostic("error", "wrong-shape", message, place, "Write it in a column or field called date.")


def _read(typed: TypedEvent, original: Event | None, language: str) -> Told:
    if len(typed.text.text) > EVENT_CHARACTERS:
        message = f"This event has more than {EVENT_CHARACTERS:,} characters."
        hint = "Say what happened in one sentence."
        return Told((), (), (Diagnostic("error", "too-large", message, typed.text.position, hint),))
    if typed.cited and len(typed.cited.text) > CITED_CHARACTERS:
        message = "This event cites more sources than can be printed beside it."
        return Told(
            (), (), (Diagnostic("error", "too-large", message, typed.cited.position, "Name the best of them."),)
        )
    if problem := crowded(typed.text):
        return Told((), (), (problem,))
    date = typed.date or (original.date if original else None)
    pieces = [typed.text, *([typed.cited] if typed.cited else [])]
    read = [read_inline(piece.text, position=piece.position, language=language) for piece in pieces]
    if says_nothing(read[0].nodes):
        message, hint = "This event does not say what happened.", "Say it in one sentence, or take the event out."
        return Told((), (), (Diagnostic("error", "wrong-shape", message, typed.text.position, hint),))
    text: Inline = tuple(node for each in read for node in each.nodes)
    cited = [citation for each in read for citation in each.cited]
    stressed = typed.stressed
    if original is not None:
        stressed = stressed or original.stressed
        if not has_evidence(text):
            evidence = evidence_of(original.text, original.position)
            text, cited = (*text, *evidence.marks), [*cited, *evidence.cited]
    problems = tuple(problem for each in read for problem in each.diagnostics)
    if date is None:
        return Told((), tuple(cited), problems)
    return Told((Event(date, text, typed.position, cited_keys(*text), stressed),), tuple(cited), problems)


def _not_printed(listed: EventList) -> Iterator[Diagnostic]:
    """Say what only ``briefing import`` finds a place for."""
    details = [*listed.details, *(detail for event in listed.events for detail in event.details)]
    if details:
        count = "One text" if len(details) == 1 else f"{len(details)} texts"
        message = f"{count} below the headlines of events {'is' if len(details) == 1 else 'are'} not printed."
        hint = "A timeline has one sentence an event; briefing import makes an article with all of them."
        yield Diagnostic("warning", "unplaced", message, details[0].position, hint)
    references = [reference for event in listed.events for reference in event.references]
    if references:
        count = "One source has" if len(references) == 1 else f"{len(references)} sources have"
        message = f"{count} no key here and {'is' if len(references) == 1 else 'are'} not printed."
        hint = "List it in sources.yaml and write its key, or let briefing import make a source of each."
        yield Diagnostic("warning", "unplaced", message, references[0].position, hint)
