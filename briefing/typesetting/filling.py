"""Page filling: measures of blocks → places. A pure function that draws nothing and knows no fonts.

The main column is filled from top to bottom. A footnote counts as part of the height of the strip that carries its
marker. Blocks of the side column stand as high as they can (``side``) or level with the text before them
(``beside``); a wide block takes both columns. Where nothing may be cut, a page ends early; where a page holds nothing
that may be cut, it is cut at the last strip that fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from briefing.typesetting.blocks import Strip

__all__ = ["Frame", "Measured", "Place", "TooTall", "fill_pages"]


_SLACK = 0.01
"""Points that rounding may cost."""


class Repeating(Protocol):
    """Height of what stands again above a part that begins at a strip, in points."""

    def __call__(self, first: int) -> float:
        """Ask for one strip."""


class Measured(NamedTuple):
    """A block as page filling sees it. Lengths are points."""

    strips: tuple[Strip, ...]
    place: Literal["main", "side", "beside", "wide"]
    space_before: float
    space_after: float
    keep_with_next: bool
    forced: bool
    forbidden: bool
    repeated: Repeating


class Frame(NamedTuple):
    """Where text stands on a page, in points from the upper edge."""

    top: float
    bottom: float


class Place(NamedTuple):
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


class TooTall(NamedTuple):
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

    # Notes.

    def _new_notes(self, wanted: Iterable[str], notes: Sequence[str]) -> list[str]:
        """Those that neither stand on an earlier page nor among the notes of this one."""
        return [note for note in dict.fromkeys(wanted) if note not in notes and note not in self.set_notes]

    def _room(self, notes: Sequence[str]) -> float:
        return sum(self.notes[note] for note in notes) + (self.note_gap if notes else 0.0)

    def _take_notes(self, wanted: Iterable[str]) -> None:
        new = self._new_notes(wanted, self.page.notes)
        self.page.notes += new
        self.set_notes.update(new)

    # The side column.

    def _place_beside(self, atom: _Atom, level: float) -> None:
        beside, atom.beside = atom.beside, []
        for block in beside:
            self._place_side(block, level=level)

    def _place_side(self, block: int, first: int = 0, *, level: float = 0.0) -> None:
        measured, page, frame = self.blocks[block], self.page, self._frame()
        if self.waiting:
            # Nothing overtakes what waits.
            self.waiting.append((block, first))
            return
        fresh = page.y == page.side == frame.top
        y, last = self._fit_side(measured, first, page.side, level, fresh=fresh)
        room = self._room([*page.notes, *self._new_notes(_notes(measured, first, last), page.notes)])
        if fresh and (last == first or page.y + room > frame.bottom):
            last = max(last, first + 1)
            over = max(_height(measured, first, last), room) - (frame.bottom - frame.top)
            self.too_tall.append(TooTall(block, over))
        elif page.y + room > frame.bottom + _SLACK:
            last = first
        if last > first:
            self.places.append(Place(block, first, last, page.number, "side", y))
            page.side = y + _height(measured, first, last)
            self._take_notes(_notes(measured, first, last))
        if last < len(measured.strips):
            self.waiting.append((block, last))

    def _fit_side(self, measured: Measured, first: int, side: float, main: float, *, fresh: bool) -> tuple[float, int]:
        """Find where a block stands in a side column that goes on at ``side``, and how much of it.

        On a ``fresh`` page it is cut even where it should not be, for no other page will hold more of it.
        """
        frame, count = self._frame(), len(measured.strips)
        highest = side if side == frame.top else side + self.side_gap
        y = max(highest, main) if measured.place == "beside" else highest
        whole = _height(measured, first, count)
        if highest + whole <= frame.bottom:
            return min(y, frame.bottom - whole), count
        fitting = [index for index in range(first + 1, count) if y + _height(measured, first, index) <= frame.bottom]
        allowed = [index for index in fitting if measured.strips[index].break_before]
        return y, max(allowed or (fitting if fresh else []), default=first)

    # The main column.

    def run(self, atoms: list[_Atom], left_over: list[int]) -> None:
        """Fill page after page, until nothing is left or waits."""
        start = 0
        while start < len(atoms):
            end = self._reach(atoms, start)
            if end == start:
                self._place_beside(atoms[start], self.page.y)
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
        """Find where the page that begins with an atom ends; at the atom itself where the page is full already."""
        y, notes, side = self.page.y, list(self.page.notes), self.page.side
        bottom, cut = self._frame().bottom, start
        waits = bool(self.waiting)
        for index in range(start, len(atoms)):
            atom, top = atoms[index], index == start
            if not top and atom.forced:
                return index
            if not top and atom.may_break:
                cut = index
            level = y if top else y + atom.head_room
            side, waits, wanted = self._side_after(atom, side, level, waits=waits, top=top)
            y = (self._under(side, y, top=top) if atom.wide else y) + self._height(atom, top=top)
            side = y if atom.wide else side
            notes += self._new_notes((*wanted, *atom.notes), notes)
            if y <= bottom - self._room(notes) + _SLACK:
                continue
            if top:
                return index + self._report_too_tall(atom)
            return cut if cut > start else index
        return len(atoms)

    def _report_too_tall(self, atom: _Atom) -> bool:
        """Tell whether an atom does not even fit on a page of its own."""
        frame, notes = self._frame(), self._new_notes(atom.notes, ())
        by = self._height(atom, top=True) + self._room(notes) - (frame.bottom - frame.top)
        if by > _SLACK:
            self.too_tall.append(TooTall(atom.block, by))
        return by > _SLACK

    def _side_after(
        self, atom: _Atom, side: float, level: float, *, waits: bool, top: bool
    ) -> tuple[float, bool, list[str]]:
        """What the side blocks before an atom will do: where their column goes on, whether one waits, their notes."""
        wanted: list[str] = []
        for block in atom.beside:
            measured, fresh = self.blocks[block], top and side == self._frame().top
            y, last = (side, 0) if waits else self._fit_side(measured, 0, side, level, fresh=fresh)
            side = y + _height(measured, 0, last) if last else side
            waits = last < len(measured.strips)
            wanted += _notes(measured, 0, last)
        return side, waits, wanted

    def _under(self, side: float, main: float, *, top: bool) -> float:
        """Where a wide block stands, for which both columns end."""
        return max(main, side + self.side_gap) if top and side > self._frame().top else max(main, side)

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
        self._place_beside(atom, page.y if top else page.y + atom.head_room)
        if atom.wide:
            page.y = self._under(page.side, page.y, top=top)
        y = page.y + (0.0 if top else atom.head_room)
        page.y += sum(self._height(each, top=top and each is atom) for each in atoms)
        column: Literal["main", "wide"] = "wide" if atom.wide else "main"
        self.places.append(Place(atom.block, atom.strip, atoms[-1].strip + 1, page.number, column, y))
        if atom.wide:
            page.side = page.y
        self._take_notes(note for each in atoms for note in each.notes)

    def _height(self, atom: _Atom, *, top: bool) -> float:
        if not top:
            return atom.height
        return atom.height - atom.head_room + self.blocks[atom.block].repeated(atom.strip)


def _height(measured: Measured, first: int, last: int) -> float:
    strips = measured.strips[first:last]
    if not strips:
        return 0.0
    return sum(strip.height for strip in strips) - strips[0].head_room + measured.repeated(first)


def _with_known_notes(measured: Measured, notes: Mapping[str, float]) -> Measured:
    known = (strip._replace(notes=tuple(note for note in strip.notes if note in notes)) for strip in measured.strips)
    return measured._replace(strips=tuple(known))


def _notes(measured: Measured, first: int, last: int) -> list[str]:
    return [note for strip in measured.strips[first:last] for note in strip.notes]


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
    blocks = [_with_known_notes(block, notes) for block in blocks]
    atoms, left_over = _atoms(blocks)
    filler = _Filler(blocks, notes, frames, note_gap, side_gap)
    filler.run(atoms, left_over)
    return filler.places, filler.too_tall
