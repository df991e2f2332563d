"""Words beside a number that say how exact it is."""

from __future__ import annotations

from briefing.claims.languages import Words
from briefing.claims.quantities.pieces import Pieces

__all__ = ["hedge_before", "hedge_behind"]

_SIGNS = {
    **dict.fromkeys("~∼≈±", "about"),
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    "≤": "up to",
}
_MOST = 3


def hedge_before(pieces: Pieces, place: int, words: Words) -> tuple[str, int]:
    """Read the hedges that end before a place: the one next to the number, and where the first of them begins."""
    hedge, start = "", place
    for _ in range(_MOST):
        found = pieces.phrase_before(words.hedges, start)
        if found is None and pieces[start - 1].key in _SIGNS:
            found = _SIGNS[pieces[start - 1].key], start - 1
        if found is None:
            break
        hedge, start = hedge or found[0], found[1]
    return hedge, start


def hedge_behind(pieces: Pieces, place: int, words: Words) -> tuple[str, int]:
    """Read a hedge that begins at a place, a comma before it passed: the hedge, and the place behind it."""
    if pieces[place].key == "+" and not pieces[place].is_spaced:
        return "at least", place + 1
    at = place + (pieces[place].key in (",", "،"))
    return pieces.phrase(words.hedges_behind, at) or ("", place)
