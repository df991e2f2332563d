"""Find what the author probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean", "nearest"]

_LONGEST = 60
"""Longer words are no misspelling, and comparing them is slow."""


def nearest(word: str, candidates: Iterable[str], *, likeness: float = 0.6) -> str:
    """Pick the candidate spelled most like a word; empty where none has this likeness, from 0 to 1, at least."""
    if len(word) > _LONGEST:
        return ""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[matches[0]] if matches else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Ask after the nearest candidate: `` Did you mean title?`` with its leading space, or nothing."""
    match = nearest(word, candidates)
    return f" Did you mean {match}?" if match else ""
