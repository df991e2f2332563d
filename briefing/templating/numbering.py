"""Numbers for sources, letters for notes, and ids that stand only once: what depends on the order of a document."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model import Briefing, Source, all_sections
from briefing.templating.content import content_elements
from briefing.templating.letters import note_letter

__all__ = ["Anchors", "NoteLetters", "NoteSign", "SourceNumbers"]


class Anchors:
    """Gives ids to what a template makes, none of which the content has already."""

    def __init__(self, briefing: Briefing) -> None:
        self._taken = {element.get("id") for element, _ in content_elements(briefing)}
        self._taken |= {section.id for section in all_sections(briefing.sections)}
        self._taken |= {timeline.id for timeline in briefing.timelines}
        self._given: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """Turn a wish into an id; the same wish always gives the same id."""
        if name not in self._given:
            # No white space: a source's key may hold any.
            identifier = "-".join(name.split())
            while identifier in self._taken:
                identifier += "-"
            self._taken.add(identifier)
            self._given[name] = identifier
        return self._given[name]


class SourceNumbers:
    """Numbers sources from 1 in the order in which the document first cites them."""

    def __init__(self, briefing: Briefing) -> None:
        self._sources = briefing.sources
        self._numbers: dict[str, int] = {}

    def number(self, key: str) -> int | None:
        """Number of a source; ``None`` when there is no such source."""
        if key not in self._sources:
            return None
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def cited(self) -> tuple[Source, ...]:
        """The sources cited so far, in the order of their numbers."""
        return tuple(self._sources[key] for key in self._numbers)


class NoteSign(NamedTuple):
    """What a note is known by."""

    letter: str
    """In the alphabet of the document."""
    name: str
    """The same in Latin letters, for ids."""


class NoteLetters:
    """Letters notes a, b, c … z, aa … in the order of their first markers, and keeps those not yet printed."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._letters: dict[str, NoteSign] = {}
        self._waiting: list[str] = []

    def mark(self, identifier: str) -> tuple[NoteSign, bool]:
        """Letter of a note, and whether this is its first marker."""
        first = identifier not in self._letters
        if first:
            index = len(self._letters)
            self._letters[identifier] = NoteSign(note_letter(index, self._language), note_letter(index, "en"))
            self._waiting.append(identifier)
        return self._letters[identifier], first

    def next_waiting(self) -> tuple[str, NoteSign] | None:
        """Take the next note that has a marker and is not printed, as its id and letter."""
        if not self._waiting:
            return None
        identifier = self._waiting.pop(0)
        return identifier, self._letters[identifier]

    @property
    def waiting(self) -> bool:
        """Whether a note has a marker and is not printed."""
        return bool(self._waiting)
