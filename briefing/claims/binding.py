"""A place in a passage → the citations and waivers that cover it.

A citation covers the whole of its sentence. One at the end of a passage covers every earlier sentence that has none of
its own; so does a waiver. See ``docs/claims.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.claims.passages import Mark, Passage

__all__ = ["Coverage"]

_WORD = re.compile(r"\w+")


class Coverage:
    """The sentences of one passage, and what covers each."""

    def __init__(self, passage: Passage, ends: Sequence[int]) -> None:
        """Take a passage, and the offsets at which its sentences end but for the last."""
        self._text = passage.text
        self._ends = ends
        self._around = passage.around
        self._marks = passage.marks
        # what stands right behind a sentence is its own
        self._sentences = [bisect_left(ends, mark.offset) for mark in passage.marks]
        last = 0
        for word in _WORD.finditer(passage.text):
            last = word.end()
        self._at_end = tuple(mark for mark in passage.marks if mark.offset >= last)

    def of(self, start: int, end: int) -> tuple[Mark, ...]:
        """Find what covers the words between two offsets, the nearest first.

        Where something at the end of the passage covers them, what follows them first stands before it: an author may
        mean either.
        """
        own = self._between(bisect_right(self._ends, start), bisect_left(self._ends, end))
        if own:
            return own
        if not self._at_end:
            return self._around
        behind = self._sentences[bisect_left(self._sentences, bisect_left(self._ends, end)) :]
        following = self._between(behind[0], behind[0]) if behind else ()
        return tuple(dict.fromkeys((*following, *self._at_end)))

    def sentence(self, offset: int) -> tuple[int, int]:
        """Tell where the sentence that holds an offset begins and ends."""
        number = bisect_right(self._ends, offset)
        ends = (*self._ends[number : number + 1], len(self._text))
        return (self._ends[number - 1] if number else 0), ends[0]

    def _between(self, first: int, last: int) -> tuple[Mark, ...]:
        """Give the marks of some sentences."""
        return self._marks[bisect_left(self._sentences, first) : bisect_right(self._sentences, last)]
