"""A measure that is asked once for each text, however often a text is tried in one width and another."""

from __future__ import annotations

from briefing.model import Measure, TextStyle

__all__ = ["Remembering"]


class Remembering:
    """Remembers what a measure says, for as long as one chart is placed."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[tuple[str, float, bool, bool, str], float] = {}
        self._heights: dict[TextStyle, tuple[float, float]] = {}

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a single line, in points."""
        # All of a style but its colour, which makes nothing wider.
        key = text, style.size, style.bold, style.italic, style.family
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self._measure.width(text, style)
        return width

    def ascent(self, style: TextStyle) -> float:
        """From the baseline to the top of the tallest letters, in points."""
        return self._height(style)[0]

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of the deepest letters, in points."""
        return self._height(style)[1]

    def _height(self, style: TextStyle) -> tuple[float, float]:
        if style not in self._heights:
            self._heights[style] = self._measure.ascent(style), self._measure.descent(style)
        return self._heights[style]
