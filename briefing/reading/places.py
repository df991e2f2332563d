"""Where letters were typed: the files of an article → line and column.

The document's elements know where each of them begins; this looks on from there, to the end of the block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property

from briefing.errors import Position
from briefing.reading.files import decode

__all__ = ["Places"]

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")


class _Typed:
    """One file as an editor shows it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def gaps(self) -> list[int]:
        """Where each block ends that a blank line follows."""
        return [found.start() for found in _BLANK_LINE.finditer(self.text)]


class Places:
    """Finds letters in the files that were read, by their names; see ``Reading.files``."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._typed: dict[str, _Typed] = {}

    def find(self, position: Position, letters: str) -> Position | None:
        """Find the first place of some letters in the block that begins at a position, or goes on there.

        The beginning of a file stands for all of it: that is the place of what knows no nearer one.
        """
        typed = self._open(position.file)
        if position.line > len(typed.lines):
            return None
        start = typed.lines[position.line - 1] + position.column - 1
        at = typed.text.find(letters, start, self._end(typed, position, start))
        if at < 0:
            return None
        line = bisect_right(typed.lines, at)
        return Position(position.file, line, at - typed.lines[line - 1] + 1)

    def _open(self, file: str) -> _Typed:
        if file not in self._typed:
            text = decode(self._files.get(file, b""), file)
            self._typed[file] = _Typed(text if isinstance(text, str) else "")
        return self._typed[file]

    def _end(self, typed: _Typed, position: Position, start: int) -> int:
        gap = bisect_left(typed.gaps, start)
        whole = position == Position(position.file) or gap == len(typed.gaps)
        return len(typed.text) if whole else typed.gaps[gap]
