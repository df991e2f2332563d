"""Runs of words → where they stand in the text of a source, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.claims.comparing.captured import Captured
from briefing.claims.comparing.fragments import Fragment

__all__ = ["find", "occurrences"]

_MOST = 20_000
"""Places at which one run is looked at; a run that is found more often is a word or two."""


def find(captured: Captured, fragments: Sequence[Fragment]) -> tuple[int, int] | None:
    """Give the numbers of the first and the last word of the first place where all runs follow each other.

    Takes time in proportion to the text for each run.
    """
    reached: list[tuple[int, int]] = []
    for number, fragment in enumerate(fragments):
        places = sorted(place for needle in fragment.needles for place in occurrences(captured.words, needle))
        length = len(fragment.tokens)
        if number == 0:
            reached = [(place, place + length) for place in places]
        else:
            reached = list(_continued(reached, places, fragment.gap, length))
        if not reached:
            return None
    return (reached[0][0], reached[0][1] - 1) if reached else None


def _continued(
    reached: Sequence[tuple[int, int]], places: Sequence[int], gap: int, length: int
) -> Iterator[tuple[int, int]]:
    """Yield for each place that lies close behind an end that was reached the beginning and the new end."""
    ends = [end for _, end in reached]
    for place in places:
        before = bisect_right(ends, place) - 1
        if before >= 0 and place - ends[before] <= gap:
            yield reached[before][0], place + length


def occurrences(words: str, needle: str, most: int = _MOST) -> Iterator[int]:
    """Yield the numbers of the words at which a run begins."""
    offset, number, found = 0, 0, words.find(needle)
    while found >= 0 and most:
        number += words.count(" ", offset, found)
        yield number
        offset, most = found, most - 1
        found = words.find(needle, found + 1)
