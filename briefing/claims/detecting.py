"""The text of a passage → what is claimed in it, and where its sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from briefing.claims.quantities import Quantity, figures_in
from briefing.claims.quotations import Quoted, quotations_in
from briefing.claims.sentences import sentence_ends
from briefing.reading.dates import Mention, dates_in

__all__ = ["Detected", "detect"]

_Found = TypeVar("_Found", Quoted, Quantity, Mention)

_QUESTION = re.compile(r"[?？؟\u037e][\s\"'”’»)\]」』]*\Z")
_LONGEST_END = 20
"""Signs behind the last word of a sentence."""


class Detected(NamedTuple):
    """What is claimed in one passage."""

    ends: tuple[int, ...]
    """Offsets at which its sentences end, but for the last."""
    quotations: tuple[Quoted, ...]
    """What somebody says; not terms and titles."""
    figures: tuple[Quantity, ...]
    dates: tuple[Mention, ...]
    """Those that stand in no quotation and in no figure; so do the figures in no quotation."""


def detect(text: str, language: str, silent: tuple[tuple[int, int], ...] = (), with_dates: bool = True) -> Detected:
    """Find the quotations, figures and dates of a passage, but for those in questions and where it is ``silent``."""
    ends = tuple(sentence_ends(text, language))
    in_marks = quotations_in(text, language)
    speech = [each for each in in_marks if each.is_speech]
    quoted = _spans(speech)
    unasked = _Spans((*silent, *_questions(text, ends, _Spans(quoted))))
    named = _Spans((each.start + 2, each.end) for each in in_marks if not each.is_speech)
    figures = _outside(_unnamed(figures_in(text, language), named), unasked, _Spans(quoted))
    mentions = _dates(text, ends, language) if with_dates else ()
    dates = _outside(mentions, unasked, _Spans((*quoted, *_spans(figures))))
    return Detected(ends, _outside(speech, unasked), figures, dates)


def _outside(found: Iterable[_Found], *places: _Spans) -> tuple[_Found, ...]:
    return tuple(each for each in found if not any(place.meet(each.start, each.end) for place in places))


def _unnamed(figures: Iterable[Quantity], named: _Spans) -> Iterator[Quantity]:
    """Leave out number words within a name in quotation marks: the so-called "dirty dozen" of rivers."""
    for each in figures:
        if any(map(str.isdigit, each.words)) or not named.meet(each.start, each.start + 1):
            yield each


def _spans(found: Iterable[_Found]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in found]


class _Spans:
    """Places in a text that may overlap each other."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        placed = sorted(spans)
        self._starts = [start for start, _ in placed]
        self._reached = list(accumulate((end for _, end in placed), max))

    def meet(self, start: int, end: int) -> bool:
        """Tell whether one of them has a letter between two offsets."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._reached[before] > start


def _questions(text: str, ends: tuple[int, ...], quoted: _Spans) -> Iterator[tuple[int, int]]:
    """Yield the sentences that ask; not those that quote somebody who asks."""
    for start, end in pairwise((0, *ends, len(text))):
        found = _QUESTION.search(text, max(start, end - _LONGEST_END), end)
        if found and not quoted.meet(found.start(), found.start() + 1):
            yield start, end


def _dates(text: str, ends: tuple[int, ...], language: str) -> Iterator[Mention]:
    for start, end in pairwise((0, *ends, len(text))):
        for mention in dates_in(text[start:end], language):
            yield mention._replace(start=mention.start + start, end=mention.end + start)
