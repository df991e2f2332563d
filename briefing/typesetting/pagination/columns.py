"""Page filling for two columns of text: bands that are as high at the left as at the right, between wide blocks.

A band ends at a wide block, at a forced break or with the document. One that a page holds whole is balanced; of any
other the left column is filled, then the right one. Notes stand at the foot of the column of their marker, and go on
at the foot of the next column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.typesetting.pagination.filling import Filler
from briefing.typesetting.pagination.flow import SLACK, Atom
from briefing.typesetting.pagination.footnotes import Rest

__all__ = ["ColumnFiller"]


class ColumnFiller(Filler):
    """Fills pages of two columns; there are no blocks of a side column."""

    def run(self, atoms: list[Atom], left_over: list[int]) -> None:
        """Fill band after band, until nothing is left."""
        self.feet: list[list[Rest]] = [[], []]
        """Notes for the foot of each column."""
        start = 0
        while start < len(atoms):
            if start and atoms[start].forced and not self._is_fresh():
                self._next_page()
            if not self._is_fresh():
                self.page.y += atoms[start].head_room
            end = _end_of_band(atoms, start)
            fill = self._fill_wide if atoms[start].wide else self._fill_band
            start = fill(atoms, start, end)
        while any(self.feet):
            self._next_page()

    def _take_notes(self, wanted: Iterable[str]) -> None:
        self.page.rests += self.notes.new(wanted, [*self.feet[0], *self.feet[1]])

    def _is_fresh(self) -> bool:
        return self.page.y == self._frame().top

    def _next_page(self) -> None:
        left = [rest for column in (0, 1) for rest in self._close(column)]
        self._open_page(left)

    def _open_page(self, left: list[Rest]) -> None:
        self.page = self._new_page(self.page.number + 1, [])
        self.feet = [left, []]

    def _enter(self, column: int) -> None:
        self.column, self.page.rests = column, self.feet[column]

    def _close(self, column: int) -> list[Rest]:
        """Set the notes at the foot of a column; return what goes on."""
        # A note of the left column may have brought one along that is marked at the right too.
        self.feet[column] = [rest for rest in self.feet[column] if rest.first or self.notes.new([rest.note], ())]
        self._enter(column)
        left, self.feet[column] = self._set_notes(), []
        return left

    def _commit_in(self, column: int, atoms: list[Atom], start: int, end: int) -> None:
        self._enter(column)
        self._commit(atoms, start, end)

    # Wide blocks.

    def _fill_wide(self, atoms: list[Atom], start: int, end: int) -> int:
        """Place as many strips over both columns as fit; their notes stand at the left."""
        stop = start + self._reach_wide(atoms[start:end])
        self._commit_in(0, atoms, start, stop)
        if stop < end or self._overflows():
            self._next_page()
        return stop

    def _reach_wide(self, atoms: list[Atom]) -> int:
        """Find how many wide strips fit above the notes of both columns."""
        self._enter(0)
        beside = self._whole(self.feet[1]) - self._whole(self.feet[0])
        y, self.page.y = self.page.y, self.page.y + max(beside, 0.0)
        reached = self._reach(atoms, 0)
        self.page.y = y
        return reached

    def _overflows(self) -> bool:
        room = self._frame().bottom - self.page.y + SLACK
        return any(self._whole(foot) > room for foot in self.feet)

    # Text.

    def _fill_band(self, atoms: list[Atom], start: int, end: int) -> int:
        """Place text in both columns; return where it goes on."""
        cut = self._balanced(atoms[start:end])
        if cut is not None and not self._strands(atoms, start, end, cut):
            self._place_band(atoms, start, start + cut, end)
            return end
        stop = _before_tail(atoms, start, end)
        if stop == start and not self._is_fresh():
            self._next_page()
            return start
        return self._fill_columns(atoms, start, stop if stop > start else end)

    def _strands(self, atoms: list[Atom], start: int, end: int, cut: int) -> bool:
        """Tell whether a wide block that belongs to the end of a band would not stand below it."""
        tail = _before_tail(atoms, start, end)
        if tail == end or (self._is_fresh() and tail == start):
            return False
        height = max(self._height_of(atoms[start : start + cut]), self._height_of(atoms[start + cut : end]))
        return self.page.y + height + atoms[end].height > self._frame().bottom + SLACK

    def _fill_columns(self, atoms: list[Atom], start: int, end: int) -> int:
        """Fill the left column, then the right one, and end the page."""
        run, reached, top = atoms[start:end], 0, self.page.y
        left: list[Rest] = []
        for column in (0, 1):
            self.page.y = top
            self.feet[column] = [*left, *self.feet[column]]
            self._enter(column)
            stop = self._reach(run, reached) if reached < len(run) else reached
            self._commit(run, reached, stop)
            left, reached = self._close(column), stop
        self._open_page(left)
        return start + reached

    def _place_band(self, atoms: list[Atom], start: int, cut: int, stop: int) -> None:
        top = self.page.y
        self._commit_in(0, atoms, start, cut)
        left, self.page.y = self.page.y, top
        self._commit_in(1, atoms, cut, stop)
        self.page.y = max(left, self.page.y)

    def _height_of(self, atoms: Sequence[Atom]) -> float:
        """Height at the top of the band."""
        y = self.page.y
        for index, atom in enumerate(atoms):
            y = self._below(atom, y, top=index == 0)
        return y - self.page.y

    def _balanced(self, run: list[Atom]) -> int | None:
        """Find how many strips stand at the left so that the band is as low as can be; none if it does not fit."""
        room = self._frame().bottom - self.page.y + SLACK
        if sum(atom.height for atom in run) > 2 * room + 2 * max(atom.head_room for atom in run):
            return None
        cuts = [index for index in range(1, len(run)) if run[index].may_break]
        columns = [(cut, self._height_of(run[:cut]), self._height_of(run[cut:])) for cut in (*cuts, len(run))]
        fitting = [(max(left, right), -cut) for cut, left, right in columns if self._fits(run, cut, left, right, room)]
        return -min(fitting)[1] if fitting else None

    def _fits(self, run: list[Atom], cut: int, left: float, right: float, room: float) -> bool:
        known = [*self.feet[0], *self.feet[1]]
        first = self.notes.new((note for atom in run[:cut] for note in atom.notes), known)
        then = self.notes.new((note for atom in run[cut:] for note in atom.notes), [*known, *first])
        return (
            left + self._whole([*self.feet[0], *first]) <= room and right + self._whole([*self.feet[1], *then]) <= room
        )


def _end_of_band(atoms: list[Atom], start: int) -> int:
    wide = atoms[start].wide
    ends = (index for index in range(start + 1, len(atoms)) if atoms[index].wide != wide or atoms[index].forced)
    return next(ends, len(atoms))


def _before_tail(atoms: list[Atom], start: int, end: int) -> int:
    """Find where a band ends without what belongs to the wide block below it."""
    if end == len(atoms) or atoms[end].may_break or atoms[end].forced:
        return end
    return next((index for index in range(end - 1, start, -1) if atoms[index].may_break), start)
