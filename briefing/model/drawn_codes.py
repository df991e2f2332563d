"""A QR code that a document has drawn, for those who try whether it can be read."""

from __future__ import annotations

from typing import NamedTuple

from briefing.errors import Position

__all__ = ["DrawnCode"]


class DrawnCode(NamedTuple):
    """A QR code on a page."""

    page: int
    """From 1."""
    text: str
    """What it says."""
    position: Position | None = None
    """Where the author wrote that."""
