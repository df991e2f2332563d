"""Raised figures → how a text without raised letters has them: numbers of notes in brackets, powers as they are."""

from __future__ import annotations

import re

__all__ = ["MOST_RAISED", "lowered"]

MOST_RAISED = 12
"""Letters of what numbers a note or several."""
_NUMBERS = re.compile(r"\d{1,3}")
_LISTED = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,3}")
_POWER = re.compile(r"(?:(?<![^\W_])[^\W\d_]|(?<![^\W_])(?:[kcdmhµ]m|ft|in|yd|mi)|(?<![\d.,])10)\Z")
"""What has powers: a letter of a formula, a measure, ten."""
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def lowered(before: str, raised: str) -> str:
    """Write raised figures behind a text; the same where they are none, or nothing stands before them.

    ``clean`` and 12 is ``[12]``, ``5,400`` and 4 is ``[4]``, ``m`` and 2 is ``²``.
    """
    figures = raised.strip()
    if not before or before[-1].isspace() or not _LISTED.fullmatch(figures):
        return raised
    if _POWER.search(before) and figures.isdecimal() and figures.isascii():
        return figures.translate(_POWERS)
    return "".join(f"[{number}]" for number in _NUMBERS.findall(figures))
