"""The foot of a page: how much of which notes stands there, and what goes on at the next.

Every note begins on the page of its marker, at least with what no page break cuts of it. What has no room goes on at
the foot of the next page, before the notes that begin there. A note whose marker stands in another note begins where
that marker stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.typesetting.pagination.flow import SLACK, Measured, height_of, notes_of

__all__ = ["Footnotes", "Part", "Rest"]


class Rest(NamedTuple):
    """What is to be set of a note: its strips from ``first`` on, which is 0 for one that begins."""

    note: str
    first: int = 0


class Part(NamedTuple):
    """Strips of a note that stand at the foot of a page."""

    note: str
    first: int
    last: int
    height: float


class Footnotes:
    """The notes of one document; remembers which have begun. Heights are points."""

    def __init__(self, notes: Mapping[str, Measured]) -> None:
        self._notes = notes
        self._order = {name: number for number, name in enumerate(notes)}
        self._begun: set[str] = set()

    def new(self, wanted: Iterable[str], rests: Sequence[Rest]) -> list[Rest]:
        """Those of the notes wanted that neither have begun on an earlier page nor are among the rests of this one."""
        known = {rest.note for rest in rests}
        return [Rest(note) for note in dict.fromkeys(wanted) if note not in known and note not in self._begun]

    def begin(self, rests: Iterable[Rest]) -> None:
        """Remember that notes have begun."""
        self._begun.update(rest.note for rest in rests)

    def whole(self, rests: Sequence[Rest]) -> float:
        """Height of all that is left of notes, and of the notes that they mark."""
        ends = {rest: len(self._notes[rest.note].strips) for rest in rests}
        return sum(self._height(rest, end) for rest, end in self._with_inner(ends, whole=True).items())

    def least(self, rests: Sequence[Rest]) -> float:
        """Height of what cannot be put off: the beginnings of those that begin, and some of the first that goes on."""
        return sum(self._height(rest, end) for rest, end in self._least_ends(rests).items())

    def fill(self, rests: Sequence[Rest], room: float) -> tuple[list[Part], list[Rest]]:
        """Set what cannot be put off, then, in order, as much of each note as there is room for.

        Returns what stands at the foot of this page, and what goes on at the next.
        """
        ends = self._least_ends(rests)
        used = sum(self._height(rest, end) for rest, end in ends.items())
        order = self._in_order(ends)
        for rest in order:
            used = self._extend(rest, ends, used, room)
            order += [inner for inner in ends if inner not in order]
        order = self._in_order(ends)
        parts = [Part(*rest, ends[rest], self._height(rest, ends[rest])) for rest in order if ends[rest] > rest.first]
        left = [Rest(rest.note, ends[rest]) for rest in order if ends[rest] < len(self._notes[rest.note].strips)]
        return parts, left

    def _extend(self, rest: Rest, ends: dict[Rest, int], used: float, room: float) -> float:
        """Move the end of a note on while there is room; return the height that is used then."""
        while ends[rest] < len(self._notes[rest.note].strips):
            further = self._with_inner(ends | {rest: self._next_cut(rest.note, ends[rest])}, whole=False)
            height = sum(self._height(each, end) for each, end in further.items())
            if height > room + SLACK:
                break
            ends.update(further)
            used = height
        return used

    def _height(self, rest: Rest, end: int) -> float:
        return height_of(self._notes[rest.note], rest.first, end)

    def _next_cut(self, note: str, first: int) -> int:
        """First strip after ``first`` that a page may begin with, or the end of the note."""
        strips = self._notes[note].strips
        return next((index for index in range(first + 1, len(strips)) if strips[index].break_before), len(strips))

    def _in_order(self, rests: Iterable[Rest]) -> list[Rest]:
        """What goes on, then what begins, in the order of the document."""
        return sorted(rests, key=lambda rest: (rest.first == 0, self._order[rest.note]))

    def _least_ends(self, rests: Sequence[Rest]) -> dict[Rest, int]:
        ends: dict[Rest, int] = {}
        for number, rest in enumerate(self._in_order(rests)):
            ends[rest] = self._next_cut(*rest) if rest.first == 0 or number == 0 else rest.first
        return self._with_inner(ends, whole=False)

    def _with_inner(self, ends: Mapping[Rest, int], *, whole: bool) -> dict[Rest, int]:
        """Add the notes that these parts mark, and those that they mark in turn, whole or as little as may be."""
        found, waiting = dict(ends), list(ends)
        for rest in waiting:
            for inner in self.new(notes_of(self._notes[rest.note], rest.first, found[rest]), waiting):
                found[inner] = len(self._notes[inner.note].strips) if whole else self._next_cut(*inner)
                waiting.append(inner)
        return found
