"""Words that do not stand in a text → the passage of it that is most like them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.claims.comparing.captured import Captured
from briefing.claims.comparing.finding import occurrences

__all__ = ["nearest_passage"]

_LONGEST = 300
"""Words of a quotation that are compared one by one."""
_SAMPLES = 40
"""Groups of words that are looked up: each takes a walk through the text."""
_COMMON = 50
"""A group that is found more often says nothing about the place."""
_LIKENESS = 0.5
"""Share of the words that a passage has to have, in their order."""
_FEWEST = 2


class _Hit(NamedTuple):
    """A group of words that was found."""

    place: int
    """Number of its first word in the text."""
    wanted: int
    """Number of its first word in what is looked for."""


def nearest_passage(wanted: Sequence[str], captured: Captured) -> tuple[int, int] | None:
    """Give the numbers of the first and the last word of a passage with half of the words in their order at least."""
    wanted = [word.casefold() for word in wanted[:_LONGEST]]
    hits = _hits(wanted, captured, 3) or _hits(wanted, captured, 2)
    if not hits:
        return None
    start, end = _surroundings(_closest(hits, len(wanted)), len(wanted), captured.count)
    return _matched(wanted, [word.casefold() for word in captured.tokens(start, end - 1)], start)


def _hits(wanted: Sequence[str], captured: Captured, size: int) -> list[_Hit]:
    """Find groups of so many words, spread over all of them."""
    last = len(wanted) - size + 1
    step = max(1, -(-last // _SAMPLES))
    found: list[_Hit] = []
    for number in range(0, last, step):
        needle = f" {' '.join(wanted[number : number + size])} "
        places = list(occurrences(captured.folded, needle, _COMMON + 1))
        if len(places) <= _COMMON:
            found += [_Hit(place, number) for place in places]
    return sorted(found)


def _closest(hits: Sequence[_Hit], length: int) -> Sequence[_Hit]:
    """Choose the place in which most of them lie together; of several, the first."""
    width = length + length // 2 + 10
    best, start = (0, 0, 0), 0
    for end, hit in enumerate(hits, start=1):
        while hit.place - hits[start].place > width:
            start += 1
        if end - start > best[0]:
            best = (end - start, start, end)
    return hits[best[1] : best[2]]


def _surroundings(hits: Sequence[_Hit], length: int, count: int) -> tuple[int, int]:
    """Give the numbers of the first word and of that behind the last of all that may belong to the passage."""
    start = hits[0].place - hits[0].wanted
    end = hits[-1].place + length - hits[-1].wanted
    room = length // 4 + 2
    return max(start - room, 0), min(max(end, hits[-1].place) + room, count)


def _matched(wanted: Sequence[str], around: Sequence[str], first: int) -> tuple[int, int] | None:
    """Cut the passage out of what is around it: as many words before and behind those in common as are wanted."""
    matcher = SequenceMatcher(None, around, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    common = sum(_is_word(token) for block in blocks for token in around[block.a : block.a + block.size])
    words = sum(map(_is_word, wanted))
    if common < min(_FEWEST, words) or common < _LIKENESS * words:
        return None
    start = max(blocks[0].a - blocks[0].b, 0)
    behind = len(wanted) - (blocks[-1].b + blocks[-1].size)
    end = min(blocks[-1].a + blocks[-1].size + behind, len(around))
    return first + start, first + end - 1


def _is_word(token: str) -> bool:
    return token[0].isalnum()
