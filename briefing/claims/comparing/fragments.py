"""A quotation with marked changes → the runs of words that have to stand in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.claims.comparing.captured import equalised, tokens

__all__ = ["MARK", "MOST_FRAGMENTS", "Added", "Fragment", "additions_of", "as_it_stands", "fragments_of"]

MARK = re.compile(r"(\0|\[[^\[\]]{0,200}\]|…|\. ?\. ?\.)")
"""What marks a change in an equalised text; the null character stands before a letter that was in brackets."""
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_OMISSIONS = ("…", ". . .", "...", ".. .", ". ..")
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+\Z"), re.compile(r"\A\w+")
MOST_FRAGMENTS = 200
"""Runs of words that are looked for in one quotation; of one with more nobody can say that it is verbatim."""
_LOOSE = frozenset(".,;:'-")
"""Marks that belong to whoever quotes where a run ends or begins with them."""


class Fragment(NamedTuple):
    """Words and marks that stand side by side."""

    tokens: tuple[str, ...]
    gap: int
    """The most words and marks that may stand between the run before and this one; of the first it says nothing."""
    any_case: bool
    """Whether its first letter may be a capital or not."""

    @property
    def needles(self) -> tuple[str, ...]:
        """What is looked for in the words of a source."""
        beginnings = {self.tokens[0]: None}
        if self.any_case:
            beginnings[_swapped(self.tokens[0])] = None
        return tuple(f" {' '.join((each, *self.tokens[1:]))} " for each in beginnings)


class Added(NamedTuple):
    """What the marks in one place of a quotation put there."""

    words: str
    """Those in brackets, with what is glued to them: "followed" of ``follow[ed]``; of the equalised text."""
    leaves_out: bool
    """Whether words are left out there, "…"."""


class _Mark(NamedTuple):
    """What a mark says of the words before and behind it."""

    gap: int
    """Words and marks of the source that it may stand for."""
    any_case: bool = False
    is_loose: bool = False
    """Whether stops beside it are not compared."""
    is_glued: bool = False
    """Whether it may be a part of a word: ``follow[ed]``."""
    words: str = ""
    """What it puts in the place of others."""


_EDGE = _Mark(0, any_case=True, is_loose=True)
_OMITTED = _Mark(400, any_case=True, is_loose=True)
_REPLACED = _Mark(12, is_glued=True)
_LETTER_CHANGED = _Mark(0, any_case=True)
_SIC = _Mark(0)


def fragments_of(words: str) -> tuple[Fragment, ...]:
    """Part what stands between quotation marks at ``…``, ``[…]``, ``[they]``, ``[T]hey`` and ``[sic]``.

    Without a mark it is one run. Stops at its ends, and before and after what is left out, are not compared, nor
    whether its first letter is a capital.
    """
    found: list[Fragment] = []
    gap = 0
    for run, mark in _runs(equalised(words)):
        gap += mark.gap
        if run:
            found.append(Fragment(tuple(run), gap, mark.any_case))
            gap = 0
    return tuple(found)


def additions_of(words: str) -> tuple[Added, ...]:
    """List what is put before, between and behind the runs of words: one more than there are runs."""
    found: list[Added] = []
    marks: list[_Mark] = []
    for run, mark in _runs(equalised(words)):
        marks.append(mark)
        if run:
            found.append(_added(marks))
            marks = []
    return (*found, _added(marks))


def _added(marks: Sequence[_Mark]) -> Added:
    words = " ".join(mark.words for mark in marks if mark.words)
    return Added(words, any(mark.gap == _OMITTED.gap for mark in marks))


def as_it_stands(words: str) -> tuple[Fragment, ...]:
    """Take what stands between quotation marks for the words of the source, brackets and all."""
    run = _stripped(tokens(equalised(words)), left=True, right=True)
    return (Fragment(tuple(run), 0, any_case=True),) if run else ()


def _runs(text: str) -> Iterator[tuple[list[str], _Mark]]:
    """Yield the words between marks, each with the mark before them."""
    parts = MARK.split(_LETTER.sub("\0\\1", text.replace("\0", "")))
    marks = (_EDGE, *map(_meaning, parts[1::2]), _EDGE)
    glued = ""
    for piece, before, after in zip(parts[::2], marks, marks[1:], strict=False):
        inner = _FIRST_WORD.sub("", piece) if before.is_glued else piece
        inner = _LAST_WORD.sub("", inner) if after.is_glued else inner
        whole = before._replace(words=f"{glued}{before.words}{_first(piece)}") if before.is_glued else before
        yield _stripped(tokens(inner), left=before.is_loose, right=after.is_loose), whole
        glued = _last(piece)


def _first(piece: str) -> str:
    found = _FIRST_WORD.match(piece)
    return found[0] if found else ""


def _last(piece: str) -> str:
    found = _LAST_WORD.search(piece)
    return found[0] if found else ""


def _meaning(mark: str) -> _Mark:
    if mark == "\0":
        return _LETTER_CHANGED
    inside = mark.strip("[] ")
    if inside in _OMISSIONS:
        return _OMITTED
    return _SIC if inside.casefold().rstrip("!") == "sic" else _REPLACED._replace(words=inside)


def _stripped(run: list[str], *, left: bool, right: bool) -> list[str]:
    start, end = 0, len(run)
    while right and end > start and run[end - 1] in _LOOSE:
        end -= 1
    while left and start < end and run[start] in _LOOSE:
        start += 1
    return run[start:end]


def _swapped(word: str) -> str:
    first = word[0].lower() if word[0].isupper() else word[0].upper()
    return first + word[1:]
