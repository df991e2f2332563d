"""Lists of words as they are typed in tables."""

from __future__ import annotations

__all__ = ["listed"]


def listed(words: str) -> list[str]:
    """Part a text at its spaces and ends of lines."""
    return words.split()
