"""What is imported."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["DIVIDE", "Given", "nothing_beside"]


DIVIDE = "Divide it into several files, and import each by itself."
"""What to do with a file that is too long for one article."""


def nothing_beside(name: str) -> bytes | None:
    """Find no file: there is no folder around standard input."""
    return None


class Given(NamedTuple):
    """A file from elsewhere."""

    data: bytes
    name: str
    """For messages."""
    title: str
    """Made of its name, for a file that says none itself."""
    language: str
    """That of its words, where it does not say it itself."""
    beside: Callable[[str], bytes | None] = nothing_beside
    """Opens a file in its folder or below, by a path from there with forward slashes; nothing else is ever opened."""
    sheet: str = ""
    """Name of the sheet that is read of a spreadsheet; empty for the first."""
