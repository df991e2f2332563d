"""Runs of words → where they stand in the text of a source, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.claims.comparing.captured import Captured
from briefing.claims.comparing.fragments import Fragment

__all__ = ["find", "find_each", "occurrences"]

_MOST = 20_000
"""Places at which one run is looked at; a run that is found more often is a word or two."""


class _Reached(NamedTuple):
    """A place where all runs up to one of them follow each other."""

    start: int
    """Number of the first word of that run."""
    end: int
    """Number of the word behind its last one."""
    first: int
    """Number of the first word of the first run."""
    before: _Reached | None = None

    def places(self) -> tuple[tuple[int, int], ...]:
        """List where each run begins and ends."""
        found: list[tuple[int, int]] = []
        each: _Reached | None = self
        while each:
            found.append((each.start, each.end))
            each = each.before
        return tuple(reversed(found))


def find(captured: Captured, fragments: Sequence[Fragment]) -> tuple[int, int] | None:
    """Give the numbers of the first and the last word of the first place where all runs follow each other.

    Takes time in proportion to the text for each run.
    """
    reached = _reached(captured, fragments)
    return (reached[0].first, reached[0].end - 1) if reached else None


def find_each(captured: Captured, fragments: Sequence[Fragment], most: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield for the first places where all runs follow each other where each of them begins and ends, in words."""
    for reached in _reached(captured, fragments)[:most]:
        yield reached.places()


def _reached(captured: Captured, fragments: Sequence[Fragment]) -> Sequence[_Reached]:
    reached: list[_Reached] = []
    for number, fragment in enumerate(fragments):
        places = sorted(place for needle in fragment.needles for place in occurrences(captured.words, needle))
        length = len(fragment.tokens)
        if number == 0:
            reached = [_Reached(place, place + length, place) for place in places]
        else:
            reached = list(_continued(reached, places, fragment.gap, length))
        if not reached:
            break
    return reached


def _continued(reached: Sequence[_Reached], places: Sequence[int], gap: int, length: int) -> Iterator[_Reached]:
    """Yield each place that lies close behind an end that was reached."""
    ends = [each.end for each in reached]
    for place in places:
        before = bisect_right(ends, place) - 1
        if before >= 0 and place - ends[before] <= gap:
            yield _Reached(place, place + length, reached[before].first, reached[before])


def occurrences(words: str, needle: str, most: int = _MOST) -> Iterator[int]:
    """Yield the numbers of the words at which a run begins."""
    offset, number, found = 0, 0, words.find(needle)
    while found >= 0 and most:
        number += words.count(" ", offset, found)
        yield number
        offset, most = found, most - 1
        found = words.find(needle, found + 1)
