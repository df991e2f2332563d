"""How words are compared, and how a text falls into the pieces that are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from briefing.reading.dates.clock import CLOCK

__all__ = ["Piece", "key_of", "keys_of", "pieces_of", "with_latin_digits"]


class Piece(NamedTuple):
    """A word, number or sign of a text."""

    kind: str
    """``iso`` (a date of EDTF), ``time``, ``zone``, ``number``, ``dash``, ``slash``, ``sign``, ``word``, or
    ``stranger``."""
    key: str
    """What it is compared by."""
    start: int
    end: int
    is_ending: bool
    """Whether it is a word right behind a number, with at most a sign between: the "s" of 1980s, the "er" of 1er."""


_ONE_LETTER = str.maketrans({
    **dict.fromkeys("يىېۍ", "ی"),
    **dict.fromkeys("ةہەۃ", "ه"),
    "ك": "ک",
    "ګ": "گ",
    "ھ": "ه",
    "ı": "i",
    "ـ": None,
    "\u200c": None,
    "\u200d": None,
})  # fmt: skip
"""Letters that are typed for one another, and what joins or parts letters without being one."""
# Both patterns are compiled where they are first used: a build remembers how dates were read, and seldom needs them.
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
"""Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones. In other scripts marks are vowels."""
_NO_LETTERS = (
    r"\x00-\x40\[-`{-\xa9\xab-\xaf\xb1-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7"
    r"\u055a-\u055f\u0589\u058a\u05be\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u200b\u200e-\u206f"
    r"\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\uff00-\uff0f\uff1a-\uff20"
)
"""Spaces and signs. (The letters of a word cannot be named by ``\\w``, which lacks the vowel signs of many scripts.)"""
_PIECE = (
    r"(?P<gap>[\s.,،、⹁…'’‘ʼ‐‑\"؍\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    r"|(?P<iso>\d{4}-(?:0\d|1[0-2]|2[1-9]|3\d|4[01])(?:-\d\d)?(?![\d-]))"
    rf"|(?P<time>{CLOCK})"
    r"|(?P<zone>(?:UTC|GMT)(?:\s?[+−-]\d{1,2}(?::\d\d)?)?(?!\w))"
    r"|(?P<number>\d+)"
    r"|(?P<dash>[–—‒]|(?:(?<=\d)|(?<=\d\.))-(?=\d)|(?<=\s)-(?=\s))"
    r"|(?P<slash>(?<=[\d.])/(?=\d))"
    r"|(?P<hyphen>[-־]|(?<=[^\d\s])/(?=[^\d\s]))"
    r"|(?P<sign>[?؟？~])"
    rf"|(?P<word>[^\d{_NO_LETTERS}]+)"
    r"|(?P<stranger>[^\s,]+)"
)


def key_of(word: str) -> str:
    """Leave of a word what tells it from others: no capitals, accents or vowel signs."""
    if word.isascii():
        return word.lower()
    return re.sub(_MARKS, "", unicodedata.normalize("NFKD", word.casefold())).translate(_ONE_LETTER)


def pieces_of(text: str) -> Iterator[Piece]:
    """Part a text, with its digits in Latin ones; spaces, full stops, commas, hyphens and apostrophes stay out."""
    behind_number = False
    for match in re.finditer(_PIECE, text, re.IGNORECASE):
        kind, typed = match.lastgroup or "", match[0]
        if kind in ("gap", "hyphen"):
            behind_number = behind_number and not any(map(str.isspace, typed))
        elif key := typed.lstrip("0") or "0" if kind == "number" else key_of(typed):
            yield Piece(kind, key, match.start(), match.end(), behind_number and kind == "word")
            behind_number = kind == "number"


def keys_of(phrase: str) -> tuple[str, ...]:
    """Part a word or several into what they are compared by."""
    return tuple(piece.key for piece in pieces_of(with_latin_digits(phrase)))


def with_latin_digits(text: str) -> str:
    """Write the digits of every script as 0 to 9, each in its place."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)
