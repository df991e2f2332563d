"""Numbers for sources, marks for notes, and ids that stand only once: what depends on the order of a document."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Source, all_sections, in_digits
from briefing.templating.content import content_trees
from briefing.templating.note_letters import note_letter

__all__ = ["Anchors", "NoteMarks", "NoteSign", "SourceNumbers"]

Note = TypeVar("Note", bound=Hashable)


class Anchors:
    """Gives ids to what a template makes, none of which the content has already."""

    def __init__(self, briefing: Briefing, memory: Memory = FORGETFUL) -> None:
        self._taken = {name for tree in content_trees(briefing, memory) for name in tree.ids}
        self._taken |= {section.id for section in all_sections(briefing.sections)}
        self._taken |= {timeline.id for timeline in briefing.timelines} | {chart.id for chart in briefing.charts}
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

    def number(self, key: str) -> int:
        """Number of a source, which there has to be."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def cited(self) -> tuple[Source, ...]:
        """The sources cited so far, in the order of their numbers."""
        return tuple(self._sources[key] for key in self._numbers)


class NoteSign(NamedTuple):
    """What a note is known by."""

    mark: str
    """In the alphabet or the digits of the document."""
    name: str
    """The same in Latin letters or digits, for ids."""


class NoteMarks(Generic[Note]):
    """Marks notes in the order of their first markers, and keeps those not yet printed.

    Beside numbered sources they are lettered, a, b, c … z, aa …; where there are no others, numbered.
    """

    def __init__(self, language: str, *, numbered: bool = False) -> None:
        self._language, self._numbered = language, numbered
        self._signs: dict[Note, NoteSign] = {}
        self._waiting: deque[Note] = deque()

    def mark(self, note: Note) -> tuple[NoteSign, bool]:
        """Sign of a note, and whether this is its first marker."""
        first = note not in self._signs
        if first:
            index = len(self._signs)
            self._signs[note] = NoteSign(self._spelled(index, self._language), self._spelled(index, "en"))
            self._waiting.append(note)
        return self._signs[note], first

    def _spelled(self, index: int, language: str) -> str:
        return in_digits(index + 1, language) if self._numbered else note_letter(index, language)

    def next_waiting(self) -> tuple[Note, NoteSign] | None:
        """Take the next note that has a marker and is not printed, with its sign."""
        if not self._waiting:
            return None
        note = self._waiting.popleft()
        return note, self._signs[note]

    @property
    def waiting(self) -> bool:
        """Whether a note has a marker and is not printed."""
        return bool(self._waiting)
