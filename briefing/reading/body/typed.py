"""Text as the author typed it, which knows the place of each of its characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.errors import Position

__all__ = ["Manuscript", "Typed"]


class Typed(NamedTuple):
    """A passage of a file, without the marks of the blocks around it."""

    text: str
    file: str
    starts: tuple[tuple[int, int, int], ...]
    """Where each line of the passage begins: offset in ``text`` (from 0), line and column in the file (from 1)."""
    pinned: bool = False
    """Every place is the first one: the passage was folded and its characters have moved."""

    @classmethod
    def pin(cls, text: str, position: Position) -> Typed:
        """Make a passage of which only the beginning is known."""
        return cls(text, position.file, ((0, position.line, position.column),), pinned=True)

    def at(self, offset: int) -> Position:
        """Find the place of a character by its offset in ``text``."""
        index = 0 if self.pinned else bisect_right(self.starts, offset, key=itemgetter(0)) - 1
        start, line, column = self.starts[max(index, 0)]
        return Position(self.file, line, column if self.pinned else column + offset - start)

    def part(self, start: int, end: int | None = None) -> Typed:
        """Cut a piece out, without the white space around it."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        first = self.at(start)
        later = tuple((offset - start, line, column) for offset, line, column in self.starts if offset > start)
        return Typed(piece.strip(), self.file, ((0, first.line, first.column), *later), self.pinned)


class Manuscript(NamedTuple):
    """The lines of the body, and where they stand in the file."""

    lines: Sequence[str]
    file: str
    first_line: int
    """Number in the file of ``lines[0]``, from 1."""

    def position(self, line: int, column: int | None = None) -> Position:
        """Place a line by its index from 0; without a column (from 0) its first visible character is meant."""
        source = self.lines[line] if line < len(self.lines) else ""
        indent = len(source) - len(source.lstrip()) if column is None else column
        return Position(self.file, self.first_line + line, indent + 1)

    def typed(self, content: str, line: int, *, after: int | None = None) -> Typed:
        """Find again what a block of lines holds once its marks are taken off.

        Each line of ``content`` ends a line of the file, except in a table row, where ``after`` is the column
        (from 0) at which to look for it.
        """
        starts, offset = [], 0
        for index, piece in enumerate(content.split("\n")):
            source = self.lines[line + index] if line + index < len(self.lines) else ""
            column = source.rfind(piece.rstrip()) if after is None else _find_cell(source, piece, after)
            found = self.position(line + index, column if column >= 0 else after)
            starts.append((offset, found.line, found.column))
            offset += len(piece) + 1
        return Typed(content, self.file, tuple(starts))


def _find_cell(source: str, cell: str, after: int) -> int:
    """Find a cell in its row, where its bars are escaped; -1 where it is not found."""
    found = source.find(cell, after)
    return found if found >= 0 else source.find(cell.replace("|", "\\|"), after)
