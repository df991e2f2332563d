"""Words of a passage → where they were typed in its file.

The document tree knows where a paragraph begins, and not where each of its words stands: emphasis, links, citations and
the ends of lines have been taken off. Letters and digits are left, so they are what is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from briefing.errors import Position

__all__ = ["Typed", "TypedPassage"]

_MOST_SIGNS = ((1, 400), (4, 4_000))
"""What is typed takes so many signs for each of its own, and so many more for marks, as a rule and at most."""
_MOST_PASSED_OVER = 100
"""Places at which the same words stand before, where a passage is not found as a whole."""
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(
    r"""\]\((?:[^()\\]|\\.|\([^()]{0,500}\)){0,2000}\)                  # where a link leads
      | \[(?:[^\[\]]{0,2000}[\s;-])?-?@[\w{][^\[\]]{0,2000}\](?!\()     # a citation
      | \[no[ ]source\b[^\[\]]{0,2000}\]
      | \[\^[^\[\]\s]{1,500}\]                                          # the marker of a note
      | \^\[(?:[^\[\]]|\[[^\[\]]{0,500}\]){0,2000}\]                    # a note that is written where it stands
      | \{[^{}]{0,2000}\}
      | <!--.{0,2000}?-->
      | (?P<word>[^\W_]+)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""What is no word of the text, or is one: the first that fits."""


class Typed:
    """One file as its author typed it, with a line feed at the end of each line."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text

    def passage(self, text: str, behind: Position) -> TypedPassage:
        """Look for a passage, given by its text, behind a position in this file."""
        line = min(behind.line, len(self._lines))
        start = self._lines[line - 1] + behind.column - 1
        plain = _plain(text)
        for each, more in _MOST_SIGNS:
            row = self._row(start, start + len(text) * each + more)
            if plain.letters in row.letters:
                break
        return TypedPassage(self, row, plain)

    def _row(self, start: int, end: int) -> _Row:
        row = _Row()
        for found in _PIECE.finditer(self._text, start, end):
            row.add(found["word"] or "", found.start())
        return row

    def position(self, offset: int) -> Position:
        """Tell the line and column of an offset in the file."""
        line = bisect_right(self._lines, offset)
        return Position(self._file, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]


class TypedPassage:
    """A passage with what was typed for it."""

    def __init__(self, typed: Typed, row: _Row, plain: _Row) -> None:
        self._typed = typed
        self._row = row
        self._plain = plain
        self._shift = row.letters.find(plain.letters)

    @property
    def position(self) -> Position | None:
        """Where its first letter stands; ``None`` where it is not found as a whole."""
        return self._at(self._shift) if self._shift >= 0 and self._plain.letters else None

    def find(self, start: int, end: int) -> Position | None:
        """Find the first letter between two offsets of its text.

        ``None`` where there is none, or where it is not found, such as a letter that was typed as something else.
        """
        first, last = self._plain.index(start), self._plain.index(end)
        if first == last:
            return None
        if self._shift >= 0:
            return self._at(self._shift + first)
        place = self._nth(self._plain.letters[first:last], first)
        return self._at(place) if place >= 0 else None

    def _nth(self, words: str, before: int) -> int:
        """Pass over as many places of the same words as there are before them in the passage."""
        at, place = self._plain.letters.find(words), self._row.letters.find(words)
        for _ in range(_MOST_PASSED_OVER):
            if at >= before or place < 0:
                return place
            at, place = self._plain.letters.find(words, at + 1), self._row.letters.find(words, place + 1)
        return -1

    def _at(self, index: int) -> Position:
        return self._typed.position(self._row.offset(index))


class _Row:
    """The letters and digits of a text one behind the other, each with its offset."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._begins: list[int] = []
        self._offsets: list[int] = []
        self._length = 0

    def add(self, letters: str, offset: int) -> None:
        """Add some letters that stand at an offset."""
        if letters:
            self._pieces.append(letters)
            self._begins.append(self._length)
            self._offsets.append(offset)
            self._length += len(letters)

    @cached_property
    def letters(self) -> str:
        return "".join(self._pieces)

    def index(self, offset: int) -> int:
        """Count the letters before an offset of the text."""
        piece = bisect_right(self._offsets, offset) - 1
        if piece < 0:
            return 0
        return self._begins[piece] + min(offset - self._offsets[piece], len(self._pieces[piece]))

    def offset(self, index: int) -> int:
        """Find the offset in the text of a letter."""
        piece = bisect_right(self._begins, index) - 1
        return self._offsets[piece] + index - self._begins[piece]


def _plain(text: str) -> _Row:
    row = _Row()
    for found in _WORD.finditer(text):
        row.add(found[0], found.start())
    return row
