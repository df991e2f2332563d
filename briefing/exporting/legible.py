"""Texts without the characters that neither HTML nor XML may hold."""

from __future__ import annotations

import re

from briefing.model import ILLEGIBLE

__all__ = ["legible"]

_ILLEGIBLE = re.compile(f"[{ILLEGIBLE}]")


def legible(text: str) -> str:
    """Put the replacement character where a text has one that a reader's program would refuse."""
    return _ILLEGIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
