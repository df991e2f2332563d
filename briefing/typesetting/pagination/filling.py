"""Page filling: measures of blocks → places. It draws nothing and knows no fonts.

The main column is filled from top to bottom. A footnote counts as part of the height of the strip that carries its
marker; a page ends with the strips whose notes do not fit whole, and these go on at the foot of the next page.
Blocks of the side column stand as high as they can (``side``) or level with the text before them (``beside``); a wide
block takes both columns. Where nothing may be cut, a page ends early; where a page holds nothing that may be cut, it
is cut at the last strip that fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.typesetting.pagination.flow import SLACK, Atom, Frame, Measured, Place, TooTall, height_of, notes_of
from briefing.typesetting.pagination.footnotes import Footnotes, Rest

__all__ = ["Filler"]

_MOST_OF_PAGE = 0.5
"""Share of a page from which what cannot be cut leaves it empty when it stands on the next one."""


@dataclass(slots=True)
class _Page:
    number: int
    y: float
    """Where the main column goes on."""
    side: float
    """Where the side column goes on."""
    rests: list[Rest]
    """Notes for its foot: those that go on from the page before, and those that begin."""


class Filler:
    """Fills pages of one column of text, with a column of other blocks beside it."""

    def __init__(
        self,
        blocks: Sequence[Measured],
        notes: Mapping[str, Measured],
        frames: Sequence[Frame],
        note_gap: float,
        side_gap: float,
        grid: float = 0.0,
    ) -> None:
        self.blocks, self.frames, self.grid = blocks, frames, grid
        self.notes = Footnotes(notes)
        self.note_gap, self.side_gap = note_gap, side_gap
        self.places: list[Place] = []
        self.too_tall: list[TooTall] = []
        self.waiting: list[tuple[int, int]] = []
        """Blocks of the side column, from a strip on, that wait for the next page."""
        self.page = self._new_page(0, [])
        self.column = 0
        """Number of the column of text."""

    def _new_page(self, number: int, rests: list[Rest]) -> _Page:
        top = self.frames[min(number, len(self.frames) - 1)].top
        return _Page(number, top, top, rests)

    def _end_page(self) -> None:
        self.page = self._new_page(self.page.number + 1, self._set_notes())
        waiting, self.waiting = self.waiting, []
        for block, first in waiting:
            self._place_side(block, first)

    def _frame(self) -> Frame:
        return self.frames[min(self.page.number, len(self.frames) - 1)]

    # Notes.

    def _set_notes(self) -> list[Rest]:
        """Place the notes of the page that ends; return what goes on."""
        page, bottom = self.page, self._frame().bottom
        if not page.rests:
            return []
        room = bottom - page.y - self.note_gap
        if page.y == self._frame().top and page.rests[0].first:
            self._report_note(page.rests, room)
        parts, left = self.notes.fill(page.rests, room)
        self.notes.begin([*(Rest(part.note) for part in parts), *left])
        y = bottom - sum(part.height for part in parts)
        for part in parts:
            self.places.append(Place(-1, part.first, part.last, page.number, "main", y, part.note, self.column))
            y += part.height
        return left

    def _report_note(self, rests: Sequence[Rest], room: float) -> None:
        """Report a note that does not even go on where nothing stands above it."""
        by = self.notes.least(rests) - room
        if by > SLACK:
            self.too_tall.append(TooTall(-1, by, rests[0].note))

    def _whole(self, rests: Sequence[Rest]) -> float:
        return self.notes.whole(rests) + self.note_gap if rests else 0.0

    def _least(self, rests: Sequence[Rest]) -> float:
        return self.notes.least(rests) + self.note_gap if rests else 0.0

    def _take_notes(self, wanted: Iterable[str]) -> None:
        self.page.rests += self.notes.new(wanted, self.page.rests)

    # The side column.

    def _place_beside(self, atom: Atom, level: float) -> None:
        beside, atom.beside = atom.beside, []
        for block in beside:
            self._place_side(block, level=level)

    def _place_side(self, block: int, first: int = 0, *, level: float = 0.0) -> None:
        measured, page, frame = self.blocks[block], self.page, self._frame()
        if self.waiting:
            # Nothing overtakes what waits.
            self.waiting.append((block, first))
            return
        fresh = page.y == page.side == frame.top and not page.rests
        y, last = self._fit_side(measured, first, page.side, level, fresh=fresh)
        room = self._least([*page.rests, *self.notes.new(notes_of(measured, first, last), page.rests)])
        if fresh and (last == first or page.y + room > frame.bottom):
            last = max(last, first + 1)
            over = max(height_of(measured, first, last), room) - (frame.bottom - frame.top)
            self.too_tall.append(TooTall(block, over))
        elif page.y + room > frame.bottom + SLACK:
            last = first
        if last > first:
            self.places.append(Place(block, first, last, page.number, "side", y))
            page.side = y + height_of(measured, first, last)
            self._take_notes(notes_of(measured, first, last))
        if last < len(measured.strips):
            self.waiting.append((block, last))

    def _fit_side(self, measured: Measured, first: int, side: float, main: float, *, fresh: bool) -> tuple[float, int]:
        """Find where a block stands in a side column that goes on at ``side``, and how much of it.

        On a ``fresh`` page it is cut even where it should not be, for no other page will hold more of it.
        """
        frame, count = self._frame(), len(measured.strips)
        highest = side if side == frame.top else side + self.side_gap
        y = max(highest, main) if measured.place == "beside" else highest
        whole = height_of(measured, first, count)
        if highest + whole <= frame.bottom:
            return min(y, frame.bottom - whole), count
        fitting = [index for index in range(first + 1, count) if y + height_of(measured, first, index) <= frame.bottom]
        allowed = [index for index in fitting if measured.strips[index].break_before]
        return y, max(allowed or (fitting if fresh else []), default=first)

    # The main column.

    def run(self, atoms: list[Atom], left_over: list[int]) -> None:
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
        while self.page.rests or (self.places and self.places[-1].page == self.page.number):
            self._end_page()

    def _reach(self, atoms: list[Atom], start: int) -> int:
        """Find where the page that begins with an atom ends; at the atom itself where the page is full already.

        That is the last place up to which all notes stand whole or, if at least the beginnings of the further notes
        have room, the next one.
        """
        page, bottom = self.page, self._frame().bottom + SLACK
        y, side, waits, rests = page.y, page.side, bool(self.waiting), page.rests
        whole, least, cut, over = self._whole(rests), self._least(rests), start, False
        for index in range(start, len(atoms)):
            atom, top = atoms[index], index == start
            if not top and (atom.forced or atom.may_break):
                if over or atom.forced:
                    return index
                if cut == start or y + whole + self._closing(atom) <= bottom:
                    cut, least = index, whole
            wanted: Sequence[str] = atom.notes
            if atom.beside:
                level = y if top else y + atom.head_room
                side, waits, beside = self._side_after(atom, side, level, waits=waits, top=top)
                wanted = [*beside, *wanted]
            if atom.wide:
                side = y = self._below(atom, self._under(side, y, top=top), top=top)
            else:
                y = self._below(atom, y, top=top)
            new = self.notes.new(wanted, rests) if wanted else ()
            if new:
                least += self.notes.least(new) + (0.0 if rests else self.note_gap)
                rests = [*rests, *new]
                whole = self._whole(rests)
            over = y + whole > bottom
            if over and y + least > bottom:
                return self._end_before(atoms, index, start, cut)
        return len(atoms)

    def _end_before(self, atoms: list[Atom], index: int, start: int, cut: int) -> int:
        """Find where a page ends that has no room for an atom: where it may, or else where it must."""
        if cut > start:
            return cut
        if self.page.rests and self.page.rests[0].first:
            # The page is for the notes that go on; a later one has more room.
            return start
        if index == start:
            return index + self._report_too_tall(atoms[index])
        self._report_headed(atoms[start : index + 1])
        return index

    def _report_headed(self, atoms: Sequence[Atom]) -> None:
        """Report what is so tall that the headings above it would stand alone on a page."""
        page = self.frames[-1].bottom - self.frames[-1].top
        last, by = atoms[-1], sum(self._height(atom, top=not index) for index, atom in enumerate(atoms)) - page
        fits_alone = page * _MOST_OF_PAGE < self._height(last, top=True) <= page + SLACK
        if self.blocks[atoms[0].block].keep_with_next and by > SLACK and fits_alone:
            self.too_tall.append(TooTall(last.block, by, headed=True))

    def _report_too_tall(self, atom: Atom) -> bool:
        """Tell whether an atom does not even fit on a page of its own."""
        frame, notes = self._frame(), self.notes.new(atom.notes, ())
        by = self._height(atom, top=True) + self._least(notes) - (frame.bottom - frame.top)
        if by > SLACK:
            self.too_tall.append(TooTall(atom.block, by))
        return by > SLACK

    def _side_after(
        self, atom: Atom, side: float, level: float, *, waits: bool, top: bool
    ) -> tuple[float, bool, list[str]]:
        """What the side blocks before an atom will do: where their column goes on, whether one waits, their notes."""
        wanted: list[str] = []
        for block in atom.beside:
            measured, fresh = self.blocks[block], top and side == self._frame().top
            y, last = (side, 0) if waits else self._fit_side(measured, 0, side, level, fresh=fresh)
            side = y + height_of(measured, 0, last) if last else side
            waits = last < len(measured.strips)
            wanted += notes_of(measured, 0, last)
        return side, waits, wanted

    def _under(self, side: float, main: float, *, top: bool) -> float:
        """Where a wide block stands, for which both columns end."""
        return max(main, side + self.side_gap) if top and side > self._frame().top else max(main, side)

    def _commit(self, atoms: list[Atom], start: int, end: int) -> None:
        """Place what the page holds, the strips of one block together."""
        index = start
        while index < end:
            last = index
            while last + 1 < end and atoms[last + 1].block == atoms[index].block:
                last += 1
            self._place_main(atoms[index : last + 1], top=index == start)
            index = last + 1

    def _place_main(self, atoms: list[Atom], *, top: bool) -> None:
        page, atom = self.page, atoms[0]
        self._place_beside(atom, page.y if top else page.y + atom.head_room)
        if atom.wide:
            page.y = self._under(page.side, page.y, top=top)
        for part, y in self._parts(atoms, top=top):
            column: Literal["main", "wide"] = "wide" if atom.wide else "main"
            last = part[-1].strip + 1
            self.places.append(Place(atom.block, part[0].strip, last, page.number, column, y, number=self.column))
        if atom.wide:
            page.side = page.y
        self._take_notes(note for each in atoms for note in each.notes)

    def _closing(self, atom: Atom) -> float:
        """Height that a cut before a strip adds above itself, to the block that goes on with it."""
        return self.blocks[atom.block].closing(atom.strip) if atom.strip else 0.0

    def _height(self, atom: Atom, *, top: bool) -> float:
        if not top:
            return atom.height
        return atom.height - atom.head_room + self.blocks[atom.block].repeated(atom.strip)

    # The grid of baselines.

    def _parts(self, atoms: list[Atom], *, top: bool) -> Iterator[tuple[list[Atom], float]]:
        """Move the main column on below strips of one block; yield those that stand close, with their upper edge.

        Only where a theme has a grid is there more than one such part.
        """
        y = self.page.y + (0.0 if top else atoms[0].head_room)
        part: list[Atom] = []
        for atom in atoms:
            first = top and atom is atoms[0]
            lower = self._below(atom, self.page.y, top=first)
            moved = lower - self.page.y - self._height(atom, top=first)
            if part and moved > SLACK:
                yield part, y
                part = []
            if not part:
                y = self.page.y + moved + (0.0 if first else atom.head_room)
            part.append(atom)
            self.page.y = lower
        yield part, y

    def _below(self, atom: Atom, y: float, *, top: bool) -> float:
        """Lower edge of a strip that follows at a height: a line of main text is moved down to the grid."""
        lower = y + self._height(atom, top=top)
        if not self.grid or not atom.baseline:
            return lower
        lines = (atom.height - atom.head_room) / self.grid
        if abs(lines - round(lines)) > SLACK:
            return lower
        missing = (self.frames[-1].top - lower + atom.baseline) % self.grid
        return lower if missing > self.grid - SLACK else lower + missing
