"""Numbers that Word sets before paragraphs → their words. See: ECMA-376, part 1, 17.9.11 and 17.18.59."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["is_counted_plainly", "numbered"]

_PLACE = re.compile(r"%([1-9])")
_PLAIN = re.compile(r"\(?%[1-9][.):]?")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = 26
_LONGEST = 200
"""Characters of the text around the numbers."""


def is_counted_plainly(text: str, form: str) -> bool:
    """Tell whether items are counted 1, 2, 3, as those of our lists are, whatever sign follows."""
    return form == "decimal" and (not text or _PLAIN.fullmatch(text.strip()) is not None)


def numbered(text: str, forms: Sequence[str], numbers: Sequence[int]) -> str:
    """Write the text before a paragraph: ``Article %1.`` with its numbers, one for each level; ``forms`` say how."""

    def written(place: re.Match[str]) -> str:
        level = int(place[1]) - 1
        return _written(numbers[level], forms[level]) if level < min(len(forms), len(numbers)) else ""

    return " ".join(_PLACE.sub(written, text[:_LONGEST]).split())


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < number <= _LETTERS * _LETTERS:
        # the second round is aa, bb, cc
        letter = chr(ord("A") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4_000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else "" if form == "none" else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
