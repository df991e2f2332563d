"""Texts without the characters that neither HTML nor XML may hold."""

from __future__ import annotations

import re

__all__ = ["legible"]

_LAST_OF_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_ILLEGIBLE = re.compile(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_LAST_OF_PLANES}]")


def legible(text: str) -> str:
    """Put the replacement character where a text has one that a reader's program would refuse.

    See: XML 1.0, 2.2 (characters); HTML, 13.2.3.5 (control characters and noncharacters are errors).
    """
    return _ILLEGIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
