"""What every placed chart is made of, in points, y upwards."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import TextStyle

__all__ = ["Box", "TextLine"]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """Area that two boxes share; boxes that only touch share none."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width * height if width > 0 and height > 0 else 0.0

    def within(self, other: Box, slack: float = 1e-6) -> bool:
        """Tell whether nothing of it lies outside another box."""
        return (
            self.left >= other.left - slack
            and self.right <= other.right + slack
            and self.bottom >= other.bottom - slack
            and self.top <= other.top + slack
        )

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return (self.bottom + self.top) / 2

    def moved(self, right: float, up: float) -> Box:
        """Copy at another place."""
        return Box(self.left + right, self.bottom + up, self.right + right, self.top + up)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text with its baseline."""

    x: float
    y: float
    text: str
    style: TextStyle
