"""Page filling: measures of blocks → places. A pure function that draws nothing and knows no fonts.

The main column is filled from top to bottom. A footnote counts as part of the height of the strip that carries its
marker. Blocks of the side column stand as high as they can (``side``) or level with the text before them
(``beside``); a wide block takes both columns. Where nothing may be cut, a page ends early; where a page holds nothing
that may be cut, it is cut at the last strip that fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from briefing.typesetting.blocks import Strip

__all__ = ["Frame", "Measured", "Place", "TooTall", "fill_pages"]


class Repeating(Protocol):
    """Height of what stands again above a part that begins at a strip, in points."""

    def __call__(self, first: int) -> float:
        """Ask for one strip."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A block as page filling sees it. Lengths are points."""

    strips: tuple[Strip, ...]
    place: Literal["main", "side", "beside", "wide"]
    space_before: float
    space_after: float
    keep_with_next: bool
    forced: bool
    forbidden: bool
    repeated: Repeating


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on a page, in points from the upper edge."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Strips of one block on one page."""

    block: int
    """Index of the block, or -1 where ``note`` is set."""
    first: int
    last: int
    page: int
    """From 0."""
    column: Literal["main", "side", "wide"]
    y: float
    """Upper edge, in points from the upper edge of the page."""
    note: str = ""
    """Id of the footnote that stands here."""


@dataclass(frozen=True, slots=True)
class TooTall:
    """A strip that no page can hold."""

    block: int
    by: float
    """Points too many."""


@dataclass(slots=True)
class _Atom:
    """One strip of the main flow with what is needed to place it."""

    block: int
    strip: int
    height: float
    head_room: float
    may_break: bool
    forced: bool
    wide: bool
    notes: tuple[str, ...]
    beside: list[int] = field(default_factory=list)
    """Blocks of the side column that come just before it."""


@dataclass(slots=True)
class _Page:
    number: int
    y: float
    """Where the main column goes on."""
    side: float
    """Where the side column goes on."""
    bottom: float
    notes: list[str] = field(default_factory=list)


class _Filler:
    def __init__(
        self,
        blocks: Sequence[Measured],
        notes: Mapping[str, float],
        frames: tuple[Frame, Frame],
        note_gap: float,
        side_gap: float,
    ) -> None:
        self.blocks, self.notes, self.frames = blocks, notes, frames
        self.note_gap, self.side_gap = note_gap, side_gap
        self.places: list[Place] = []
        self.too_tall: list[TooTall] = []
        self.waiting: list[tuple[int, int]] = []
        """Blocks of the side column, from a strip on, that wait for the next page."""
        self.set_notes: set[str] = set()
        self.page = self._new_page(0)

    def _new_page(self, number: int) -> _Page:
        frame = self.frames[min(number, 1)]
        return _Page(number, frame.top, frame.top, frame.bottom)

    def _end_page(self) -> None:
        page = self.page
        y = self.frames[min(page.number, 1)].bottom
        y -= sum(self.notes[note] for note in page.notes)
        for note in page.notes:
            self.places.append(Place(-1, 0, 0, page.number, "main", y, note))
            y += self.notes[note]
        self.page = self._new_page(page.number + 1)
        waiting, self.waiting = self.waiting, []
        for block, first in waiting:
            self._place_side(block, first)

    def _frame(self) -> Frame:
        return self.frames[min(self.page.number, 1)]

    # The side column.

    def _place_side(self, block: int, first: int = 0, *, level: float = 0.0) -> None:
        measured, page, frame = self.blocks[block], self.page, self._frame()
        y, last = self._fit_side(measured, first, page.side, level)
        if last == first and not any(place.page == page.number for place in self.places):
            last = first + 1
            self.too_tall.append(TooTall(block, measured.strips[first].height - (frame.bottom - frame.top)))
        if last > first:
            self.places.append(Place(block, first, last, page.number, "side", y))
            page.side = y + _height(measured, first, last)
        if last < len(measured.strips):
            self.waiting.append((block, last))

    def _fit_side(self, measured: Measured, first: int, side: float, main: float) -> tuple[float, int]:
        """Find where a block stands in a side column that goes on at ``side``, and how much of it."""
        frame, count = self._frame(), len(measured.strips)
        highest = side if side == frame.top else side + self.side_gap
        y = max(highest, main) if measured.place == "beside" else highest
        whole = _height(measured, first, count)
        if highest + whole <= frame.bottom:
            return min(y, frame.bottom - whole), count
        last = first
        for index in range(first + 1, count):
            if y + _height(measured, first, index) <= frame.bottom and measured.strips[index].break_before:
                last = index
        return y, last

    # The main column.

    def run(self, atoms: list[_Atom], left_over: list[int]) -> None:
        """Fill page after page, until nothing is left or waits."""
        start = 0
        while start < len(atoms):
            end = self._reach(atoms, start)
            self._commit(atoms, start, end)
            start = end
            if start < len(atoms):
                self._end_page()
        for block in left_over:
            self._place_side(block)
        pages = -1
        while pages < self.page.number and any(place.page == self.page.number for place in self.places):
            pages = self.page.number
            self._end_page()

    def _reach(self, atoms: list[_Atom], start: int) -> int:
        """Find where the page that begins with an atom ends."""
        y, notes, side = self.page.y, list(self.page.notes), self.page.side
        bottom, cut = self._frame().bottom, start
        for index in range(start, len(atoms)):
            atom, top = atoms[index], index == start
            if not top and atom.forced:
                return index
            if not top and atom.may_break:
                cut = index
            side = self._side_after(atom, side, y if top else y + atom.head_room)
            y = (max(y, side) if atom.wide else y) + self._height(atom, top=top)
            side = y if atom.wide else side
            notes += [note for note in atom.notes if note not in notes and note not in self.set_notes]
            room = sum(self.notes[note] for note in notes) + (self.note_gap if notes else 0.0)
            if y <= bottom - room + 0.01:
                continue
            if top:
                self.too_tall.append(TooTall(atom.block, y - bottom + room))
                return index + 1
            return cut if cut > start else index
        return len(atoms)

    def _side_after(self, atom: _Atom, side: float, main: float) -> float:
        for block in atom.beside:
            y, last = self._fit_side(self.blocks[block], 0, side, main)
            side = y + _height(self.blocks[block], 0, last) if last else side
        return side

    def _commit(self, atoms: list[_Atom], start: int, end: int) -> None:
        """Place what the page holds, the strips of one block together."""
        index = start
        while index < end:
            last = index
            while last + 1 < end and atoms[last + 1].block == atoms[index].block:
                last += 1
            self._place_main(atoms[index : last + 1], top=index == start)
            index = last + 1

    def _place_main(self, atoms: list[_Atom], *, top: bool) -> None:
        page, atom = self.page, atoms[0]
        for block in atom.beside:
            self._place_side(block, level=page.y if top else page.y + atom.head_room)
        if atom.wide:
            page.y = max(page.y, page.side)
        y = page.y + (0.0 if top else atom.head_room)
        page.y += sum(self._height(each, top=top and each is atom) for each in atoms)
        column: Literal["main", "wide"] = "wide" if atom.wide else "main"
        self.places.append(Place(atom.block, atom.strip, atoms[-1].strip + 1, page.number, column, y))
        if atom.wide:
            page.side = page.y
        for note in (note for each in atoms for note in each.notes if note not in self.set_notes):
            page.notes.append(note)
            self.set_notes.add(note)

    def _height(self, atom: _Atom, *, top: bool) -> float:
        if not top:
            return atom.height
        return atom.height - atom.head_room + self.blocks[atom.block].repeated(atom.strip)


def _height(measured: Measured, first: int, last: int) -> float:
    strips = measured.strips[first:last]
    if not strips:
        return 0.0
    return sum(strip.height for strip in strips) - strips[0].head_room + measured.repeated(first)


def _atoms(blocks: Sequence[Measured]) -> tuple[list[_Atom], list[int]]:
    """Unroll the main flow; the blocks of the side column hang on the atom after them, or are left over."""
    atoms: list[_Atom] = []
    beside: list[int] = []
    above: Measured | None = None
    for number, block in enumerate(blocks):
        if block.place in ("side", "beside"):
            beside.append(number)
            continue
        for index, strip in enumerate(block.strips):
            height, room, may_break = strip.height, strip.head_room, strip.break_before
            if index == 0:
                gap = max(above.space_after, block.space_before) if above else 0.0
                height, room = height + gap, room + gap
                may_break = may_break and not block.forbidden and not (above and above.keep_with_next)
            forced = strip.forced or (index == 0 and block.forced)
            atoms.append(
                _Atom(number, index, height, room, may_break, forced, block.place == "wide", strip.notes, beside)
            )
            beside = []
        above = block if block.strips else above
    return atoms, beside


def fill_pages(
    blocks: Sequence[Measured],
    *,
    notes: Mapping[str, float],
    frames: tuple[Frame, Frame],
    note_gap: float,
    side_gap: float,
) -> tuple[list[Place], list[TooTall]]:
    """Place blocks on pages.

    ``notes`` are heights of footnotes by id; ``frames`` the text areas of the first page and of the others;
    ``note_gap`` the room above the notes of a page, ``side_gap`` that between blocks of the side column.
    """
    atoms, left_over = _atoms(blocks)
    for atom in atoms:
        atom.notes = tuple(note for note in atom.notes if note in notes)
    filler = _Filler(blocks, notes, frames, note_gap, side_gap)
    filler.run(atoms, left_over)
    return filler.places, filler.too_tall
