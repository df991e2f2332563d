"""Text → its pairs of quotation marks, those within others left out.

All styles of marks are known in all languages; the language decides only which way a mark points that languages use
both ways: »so« in German, « ainsi » in French. An apostrophe is no mark, nor is a sign for feet or inches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.claims.languages import Words

__all__ = ["Pair", "pairs_in"]

_MARK = re.compile('["“”„‟«»‹›「」『』＂〝〞〟]')
_CLOSING = {"„": "“”\"‟", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "〝": "〞〟", "‟": "”",
            "“": "”", "”": "”", '"': '"', "＂": "＂"}  # fmt: skip
"""What closes what each mark opens."""
_ONE_WAY = frozenset("„「『〝‟")
_OPENING_SINGLE = re.compile(r"(?<![\w’'])[‘‚'](?=[\w“„\"«¿¡\[(…])")
_CLOSING_SINGLE = re.compile(r"(?<=[^\s‘'(\[])[’'‘](?!\w)")
_BESIDE_OPENING = frozenset("([{—–-/“„‚‘«»‹\"'¿¡…:")
"""Signs after which a quotation may begin without a space."""


_GOES_ON_BEHIND = re.compile(r"(?:\A|[,:，：])\s*\Z")
"""What stands before a mark without a partner: nothing, or what announces speech that goes on in the next paragraph."""


class Pair(NamedTuple):
    """Two marks with what is between them, as offsets."""

    start: int
    end: int
    """Behind the closing mark; the end of the text where a quotation goes on in the next paragraph."""
    inner_end: int
    """Where the closing mark stands."""


def pairs_in(text: str, words: Words) -> tuple[Pair, ...]:
    """Pair the marks of a paragraph; a mark without a partner counts at the beginning, or behind a comma or colon."""
    return tuple(_outermost((*_double(text), *_single(text, words))))


def _outermost(pairs: Iterable[Pair]) -> Iterator[Pair]:
    end = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= end:
            yield pair
            end = pair.end


class _Open(NamedTuple):
    place: int
    closing: str


def _double(text: str) -> Iterator[Pair]:
    opened: list[_Open] = []
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        depth = _closes(opened, mark, text, place)
        if depth is not None:
            yield Pair(opened[depth].place, place + 1, place)
            del opened[depth:]
        elif _opens(mark, text, place):
            if opened and opened[-1].closing == _CLOSING[mark]:
                opened.pop()  # nobody opens the same twice: the first has no partner
            opened.append(_Open(place, _CLOSING[mark]))
    if opened and _GOES_ON_BEHIND.search(text[: opened[0].place]):
        yield Pair(opened[0].place, len(text), len(text))


def _closes(opened: list[_Open], mark: str, text: str, place: int) -> int | None:
    """Find which of the open ones a mark closes. There are few: the same kind is never open twice."""
    if mark in '"＂' and _stands_before_word(text, place):
        return None
    for depth in range(len(opened) - 1, -1, -1):
        if mark in opened[depth].closing:
            return depth
    return None


def _stands_before_word(text: str, place: int) -> bool:
    """Tell whether a mark can only open: there is white space before it, and none behind."""
    return (place == 0 or text[place - 1].isspace()) and not text[place + 1 : place + 2].isspace()


def _opens(mark: str, text: str, place: int) -> bool:
    if mark in _ONE_WAY:
        return True
    if mark not in _CLOSING or not text[place + 1 : place + 2]:
        return False
    before, after = text[place - 1 : place] if place else "", text[place + 1]
    is_free = not before or before.isspace() or before in _BESIDE_OPENING or not before.isalnum()
    if mark == "«":
        return is_free or before in "’'"
    if mark == "“":
        return not after.isspace()
    return is_free and not after.isspace()


def _single(text: str, words: Words) -> Iterator[Pair]:
    """Pair single marks: an opening one with the next that can close, before the next that opens."""
    if "'" not in text and "‘" not in text and "‚" not in text:
        return
    openings = [match.start() for match in _OPENING_SINGLE.finditer(text) if not words.elided.match(text, match.end())]
    closings = [match.start() for match in _CLOSING_SINGLE.finditer(text)]
    place = 0
    end = -1
    for opening, following in pairwise((*openings, len(text))):
        if opening < end:
            continue
        while place < len(closings) and closings[place] <= opening + 1:
            place += 1
        first = place
        while place < len(closings) and closings[place] < following:
            place += 1
        chosen = _closing_of(text, closings[first:place])
        if chosen is not None:
            end = chosen + 1
            yield Pair(opening, end, chosen)


def _closing_of(text: str, places: list[int]) -> int | None:
    """Choose the mark that closes, among some that may: a plural's apostrophe, "the soldiers' camp", is the last."""
    sure = (place for place in places if text[place - 1] != "s" or not text[place + 1 : place + 2].isspace())
    return next(sure, places[0] if places else None)
