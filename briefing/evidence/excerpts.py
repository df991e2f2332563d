"""The text of a source and what is quoted of it → the words that travel: each quotation with what stands around it.

An excerpt of an excerpt is that excerpt: a folder that was taken out of an archive makes the same archive again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

__all__ = ["AROUND", "excerpt_of"]

AROUND = 300
"""Characters before and behind what is quoted."""
_LEFT_OUT = "[…]"
"""A line that says that something is left out there; claims are compared with such a text as with an excerpt."""
_MARKED = re.compile(r"^[ \t]*[\[(]?(?:…|\.{3})[\])]?[ \t]*$", re.MULTILINE)
_SPACE = re.compile(r"\s")


def excerpt_of(text: str, quoted: Iterable[tuple[int, int]]) -> str:
    """Cut what is quoted out of a text, each with so many characters around it and to whole words.

    ``quoted`` says where each begins and ends in the text. What overlaps is one piece; between pieces stands a line
    ``[…]``. Empty where nothing is quoted.
    """
    breaks = [match.span() for match in _MARKED.finditer(text)]
    pieces = _joined(text, sorted(_widened(text, each, breaks) for each in quoted))
    if not pieces:
        return ""
    parts = [_bare(text[start:end]) for start, end in pieces]
    if text[: pieces[0][0]].strip():
        parts.insert(0, _LEFT_OUT)
    if text[pieces[-1][1] :].strip():
        parts.append(_LEFT_OUT)
    return _between(parts)


def _bare(piece: str) -> str:
    """Leave out white space at both ends, and lines there of which the cut has left nothing but dots."""
    lines = piece.strip().split("\n")
    while lines and _is_nothing(lines[0]):
        del lines[0]
    while lines and _is_nothing(lines[-1]):
        del lines[-1]
    return "\n".join(lines).strip()


def _is_nothing(line: str) -> bool:
    return not line.strip() or _MARKED.fullmatch(line) is not None


def _between(parts: Sequence[str]) -> str:
    """Part the pieces by lines that say that something is left out."""
    lines: list[str] = []
    for part in parts:
        if lines and _LEFT_OUT not in (lines[-1], part):
            lines.append(_LEFT_OUT)
        lines.append(part)
    return "\n\n".join(lines) + "\n"


def _widened(text: str, quoted: tuple[int, int], breaks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Take what stands around some words, up to where something was left out before."""
    start, end = quoted
    before = bisect_right(breaks, start, key=lambda each: each[1]) - 1
    behind = bisect_left(breaks, end, key=lambda each: each[0])
    lowest = breaks[before][1] if before >= 0 else 0
    highest = breaks[behind][0] if behind < len(breaks) else len(text)
    return _whole_words(text, max(start - AROUND, lowest), start, end, min(end + AROUND, highest))


def _whole_words(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """Leave out the pieces of words at both ends, where there are words."""
    if 0 < first < start and not text[first - 1].isspace():
        space = _SPACE.search(text, first, start)
        first = space.end() if space else first
    if end < last < len(text) and not text[last].isspace():
        spaces = [match.start() for match in _SPACE.finditer(text, end, last)]
        last = spaces[-1] if spaces else last
    return first, last


def _joined(text: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Make one of pieces with nothing but white space between them."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
