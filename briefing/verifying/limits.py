"""What reading one file may take: the process that reads it holds itself to this, and who waits for it counts on it."""

from __future__ import annotations

__all__ = ["LARGEST_ANSWER", "MEMORY", "SECONDS"]

MEMORY = 2 << 30
"""Bytes of address space, where the system limits it: POSIX."""
SECONDS = 120
"""Of the processor, and of the clock: a tagged page takes two hundredths of one, a page with codes a tenth."""
LARGEST_ANSWER = 256 << 20
"""Bytes that a program may write."""
