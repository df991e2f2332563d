"""The sentence of a quotation, once and now → whether somebody else says it, or says it in another way."""

from __future__ import annotations

from briefing.claims import is_reporting
from briefing.versions.words import Words, steps

__all__ = ["changes_speaker"]

_BESIDE = 3
"""Words before and behind a reporting verb among which its subject stands."""


def changes_speaker(before: Words, now: Words, language: str) -> bool:
    """Tell whether a name changed, a verb with which somebody says something, or a word beside such a verb."""
    folded = (tuple(map(str.casefold, words)) for words in (before, now))
    return any(
        _names(before, step.start, step.end, language) or _names(now, step.its_start, step.its_end, language)
        for step in steps(*folded)
        if not step.is_same
    )


def _names(words: Words, start: int, end: int, language: str) -> bool:
    if any(word[0].isupper() for word in words[start:end]):
        return True
    return is_reporting(" ".join(words[max(start - _BESIDE, 0) : end + _BESIDE]), language)
