"""How far a file is looked into, and the word for one that cannot be."""

from __future__ import annotations

__all__ = ["Room", "UnreadableError"]

_LARGEST = 500_000_000
"""Bytes of a file and of all that is packed into it."""


class UnreadableError(Exception):
    """A file cannot be looked into; why not, as a clause."""


class Room:
    """How many bytes may still be looked at."""

    def __init__(self) -> None:
        self._left = _LARGEST

    @property
    def left(self) -> int:
        """How many there are."""
        return self._left

    def take(self, size: int) -> None:
        """Count bytes.

        Raises:
            UnreadableError: they are too many.
        """
        self._left -= size
        if self._left < 0:
            raise UnreadableError("too much is packed into it")
