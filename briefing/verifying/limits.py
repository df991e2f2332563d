"""What reading one file may take: the process that reads it holds itself to this, and who waits for it counts on it."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ATTEMPTS", "LARGEST_ANSWER", "MEMORY", "SECONDS", "Attempt"]


class Attempt(StrEnum):
    """How much of a file is looked at: what made a library break down is left out the next time."""

    WHOLE = "whole"
    NO_RULES = "no rules"
    """Standards are not checked."""
    NO_PAGES = "no pages"
    """Nor are pages drawn: their text, pictures and codes are left out."""


ATTEMPTS = tuple(Attempt)
"""In the order in which they are made."""
MEMORY = 2 << 30
"""Bytes of address space, where the system limits it: POSIX."""
SECONDS = 120
"""Of the processor, and of the clock: a tagged page takes two hundredths of one, a page with codes a tenth."""
LARGEST_ANSWER = 256 << 20
"""Bytes that a program may write."""
