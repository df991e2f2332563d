"""Where words may be parted at a line's end, by the patterns of their language.

After F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), with the dictionaries that LibreOffice keeps. Never
parted are names, as far as a capital tells them, and what is no word: addresses, numbers, what is in capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

__all__ = ["hyphens", "may_part"]

_SOFT_HYPHEN = "\u00ad"
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SHORTEST = 6
"""Letters of a word that may be parted."""
_BEFORE, _AFTER = 2, 3
"""Fewest letters on either side."""
_CAPITALISING = frozenset({"de", "lb"})
"""Languages in which a capital does not tell a name: their nouns all have one."""


def hyphens(word: str, language: str) -> tuple[int, ...]:
    """Places in a word after which a hyphen may part it; those that the author marked count alone."""
    if _SOFT_HYPHEN in word:
        return tuple(at + 1 for at, letter in enumerate(word) if letter == _SOFT_HYPHEN and 0 < at < len(word) - 1)
    found = _letters(word, language)
    patterns = _patterns(language) if found else None
    return tuple(found.start() + at for at in patterns.positions(found[0])) if found and patterns else ()


def may_part(word: str, language: str) -> bool:
    """Tell whether a word is of those that hyphens part, without looking for the places."""
    return _SOFT_HYPHEN in word or _letters(word, language) is not None


def _letters(word: str, language: str) -> re.Match[str] | None:
    """Find the letters of a word that may be parted."""
    found = _LETTERS.search(word)
    if not found or len(found[0]) < _SHORTEST or _LETTERS.search(word, found.end()) or not _is_plain(word, found):
        return None
    capital = found[0][0].isupper() and language.partition("-")[0].lower() not in _CAPITALISING
    return None if capital else found


def _is_plain(word: str, letters: re.Match[str]) -> bool:
    """Tell whether nothing but marks stands around the letters, and no capital inside them."""
    around = word[: letters.start()] + word[letters.end() :]
    return letters[0][1:].islower() and not any(sign.isdigit() or sign in "@/_#&=%" for sign in around)


@lru_cache(maxsize=32)
def _patterns(language: str) -> Pyphen | None:
    # Late, for the patterns are a tenth of a second, and most documents need none.
    from pyphen import Pyphen, language_fallback

    name = language_fallback(language)
    return Pyphen(lang=name, left=_BEFORE, right=_AFTER) if name else None
