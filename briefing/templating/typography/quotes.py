"""Quotation marks in pairs, apostrophes inside words and before them.

A mark opens or closes by what stands beside it. Marks that pair are set as the language has them, by their level; one
without a partner leaves all of its kind as typed. A sign for feet, inches, minutes or seconds stays as typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.templating.typography.language import APOSTROPHE
from briefing.templating.typography.line import OPAQUE, Change, Line

__all__ = ["mark_in_word", "quotation_marks"]

_DOUBLE, _SINGLE, _YEAR = '"', "'", "'00"
"""Kinds of marks; the last stands before two figures, and is an apostrophe if nothing closes what it may open."""
_BRACKETS = "([{"
_OPENED = _BRACKETS + "“„‚«‹‘¿¡"
"""After these a mark opens."""
_BETWEEN = "-–—/"
"""Between words: a mark after one of these opens where a letter follows, and closes elsewhere."""
_ENDING = ")]}.,;:!?…”’»›“‘،؛؟۔।॥։።፣၊။" + _BETWEEN
"""Before these a mark closes."""


class _Mark(NamedTuple):
    place: int
    kind: str


class _Pair(NamedTuple):
    start: int
    end: int
    kind: str


def quotation_marks(line: Line, places: list[int]) -> Iterator[Change]:
    """Set the marks at some places, each ``"`` or ``'``, in reading order; the changes come in no order."""
    reader = _Reader(line)
    for first, last in _runs(places):
        reader.read(first, last)
    return reader.changes()


def mark_in_word(line: Line, place: int) -> str:
    """Find the sign for a mark that belongs to a word; empty where a quotation mark can be none.

    Names in Latin letters keep the apostrophe in any language.
    """
    sign, before = line.text[place], line.at(place - 1)
    if before.isascii():
        return APOSTROPHE if sign == _SINGLE else ""
    return line.language(place).in_words.get(sign, "")


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Put marks together that touch, for they open or close as one: the first and the last place of each run."""
    first = places[0]
    for place, following in pairwise((*places, places[-1] + 2)):
        if following > place + 1:
            yield first, place
            first = following


class _Reader:
    """Tells what each mark of a line is."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._open: list[_Mark] = []
        self._quotations = 0
        """How many of those are double."""
        self._pairs: list[_Pair] = []
        self._apostrophes: list[int] = []
        self._in_words: list[int] = []
        """Double marks that are no quotation marks."""
        self._after_words: list[int] = []
        """Marks that follow a word and close nothing: apostrophes, where they are not the end of something else."""
        self._unpaired: set[str] = set()
        """Kinds of which a mark has no partner."""

    def read(self, first: int, last: int) -> None:
        """Read the marks of a run."""
        run = self._line.text[first : last + 1]
        before, after = self._line.at(first - 1), self._line.at(last + 1)
        if len(set(run)) < len(run):
            self._unpaired.update(run)
        elif _is_letter(before) and _is_letter(after):
            self._inside(run, first, before, after)
        elif _opens(before, after):
            self._opening(run, first)
        elif _closes(before, after):
            for place, sign in enumerate(run, first):
                self._close(place, sign, before)
        else:
            self._unpaired.update(run)

    def _inside(self, run: str, first: int, before: str, after: str) -> None:
        """Read marks between letters: an apostrophe, or a quotation that begins or ends beside one (l'"État")."""
        if before.isdigit() and (run, after) != (_SINGLE, "s"):
            return  # feet and inches, degrees and minutes
        if run == _DOUBLE and mark_in_word(self._line, first):
            self._in_words.append(first)
        elif run == _DOUBLE:
            self._unpaired.add(run)
        for place, sign in enumerate(run, first):
            if sign == _SINGLE:
                self._apostrophes.append(place)
            elif run == "'\"":
                self._begin(place, sign)
            elif run == "\"'":
                self._close(place, sign, before)

    def _opening(self, run: str, first: int) -> None:
        for place, sign in enumerate(run, first):
            kind = sign
            if place == first + len(run) - 1 and sign == _SINGLE:
                kind = self._kind_before_word(place)
            if kind == APOSTROPHE:
                self._apostrophes.append(place)
            else:
                self._begin(place, kind)

    def _begin(self, place: int, kind: str) -> None:
        self._open.append(_Mark(place, kind))
        self._quotations += kind == _DOUBLE

    def _kind_before_word(self, place: int) -> str:
        """Tell a mark that opens from one that stands for letters left out: ’tis, ’90s."""
        text, language = self._line.text, self._line.language(place)
        if language.elided and language.elided.match(text, place + 1):
            return APOSTROPHE
        year = text[place + 1 : place + 3]
        is_year = len(year) == 2 and year.isdecimal() and not _is_letter(self._line.at(place + 3))
        return _YEAR if is_year else _SINGLE

    def _close(self, place: int, sign: str, before: str) -> None:
        if sign == _DOUBLE and self._quotations:
            while self._open[-1].kind != _DOUBLE:
                self._abandon(self._open.pop())
        inmost = self._open[-1] if self._open else None
        if inmost and inmost.kind == sign:
            self._pairs.append(_Pair(self._open.pop().place, place, sign))
            self._quotations -= sign == _DOUBLE
        elif inmost and sign == _SINGLE and inmost.kind == _YEAR:
            self._open.pop()  # '90 … ' may be either
        elif sign == _SINGLE and _is_letter(before) and not before.isdigit():
            self._after_words.append(place)
        elif not before.isdigit():
            self._unpaired.add(sign)

    def _abandon(self, mark: _Mark) -> None:
        """Give up a mark that nothing has closed."""
        if mark.kind == _YEAR:
            self._apostrophes.append(mark.place)
        else:
            self._unpaired.add(mark.kind)

    def changes(self) -> Iterator[Change]:
        """Set what is sure."""
        continued = self._line.goes_on and [mark.kind for mark in self._open] == [_DOUBLE] and not self._open[0].place
        if continued:
            self._pairs.append(_Pair(0, len(self._line.text), _DOUBLE))
        else:
            for mark in self._open:
                self._abandon(mark)
        pairs = [pair for pair in sorted(self._pairs) if self._is_sure(pair)]
        yield from self._in_pairs(pairs, continued=continued)
        for place in (*self._apostrophes, *self._in_words, *self._sure_after_words()):
            yield Change(place, place + 1, mark_in_word(self._line, place))

    def _is_sure(self, pair: _Pair) -> bool:
        if pair.kind == _DOUBLE:
            return _DOUBLE not in self._unpaired
        # Where the closing mark is no apostrophe, one that follows a word may be either.
        closing = self._line.language(pair.start).single[1:]
        return not self._after_words or closing == APOSTROPHE

    def _sure_after_words(self) -> list[int]:
        if _SINGLE in self._unpaired or not all(self._is_sure(pair) for pair in self._pairs if pair.kind == _SINGLE):
            return []
        return self._after_words

    def _in_pairs(self, pairs: list[_Pair], *, continued: bool) -> Iterator[Change]:
        """Set pairs, the outer ones first, each by the one that it directly stands in."""
        around: list[_Pair] = []
        for pair in pairs:
            while around and around[-1].end < pair.start:
                around.pop()
            language = self._line.language(pair.start)
            inner = pair.kind == _SINGLE and around and around[-1].kind == _DOUBLE
            marks = language.outer if pair.kind == _DOUBLE else language.inner if inner else language.single
            around.append(pair)
            if marks:
                room = language.inside if marks == language.outer else ""
                yield Change(pair.start, pair.start + 1, marks[0] + room)
                if not continued or pair.end < len(self._line.text):
                    yield Change(pair.end, pair.end + 1, room + marks[1])


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == OPAQUE or (character != "" and unicodedata.combining(character) > 0)


def _opens(before: str, after: str) -> bool:
    if not after or after.isspace():
        return False
    return not before or before.isspace() or before in _OPENED or (before in _BETWEEN and _is_letter(after))


def _closes(before: str, after: str) -> bool:
    if not before or before.isspace() or before in _BRACKETS:
        return False
    return not after or after.isspace() or after in _ENDING
