"""A measure that is asked once for each text, and knows how far the letters of one chart reach.

Lines stand by their capitals; but É, Ấ or the letters of another script reach higher. All lines of a chart are given
the room that its tallest and deepest letters take, so that no ink leaves its label, and lines stay on one height.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Measure, TextStyle

__all__ = ["Remembering"]

_STANDS_ALONE = re.compile("[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u20a0-\u20bf]*")
"""Letters that look the same beside any other: Latin, Greek and Cyrillic, with no accents of their own kind."""
_AT_ONCE = 1000
"""Letters that are shaped together."""


class Remembering:
    """Remembers what a measure says, for as long as one chart with some texts is placed."""

    def __init__(self, measure: Measure, texts: Iterable[str]) -> None:
        """Take all texts that will be placed, in any order; one at least has letters."""
        self._measure = measure
        self._samples = tuple(_samples(" ".join(texts)))
        self._widths: dict[tuple[str, float, bool, bool, str], float] = {}
        self._reaches: dict[tuple[bool, bool, str], tuple[float, float]] = {}
        self._heights: dict[TextStyle, tuple[float, float]] = {}

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a single line, in points."""
        # All of a style but its colour, which makes nothing wider.
        key = text, style.size, style.bold, style.italic, style.family
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self._measure.width(text, style)
        return width

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        """How far the ink of a line reaches below and above its baseline, in points."""
        return self._measure.reach(text, style)

    def capitals(self, style: TextStyle) -> float:
        """From the baseline to the top of capitals, in points."""
        return self._measure.capitals(style)

    def ascent(self, style: TextStyle) -> float:
        """From the baseline to the top of the tallest letters of the chart, in points."""
        return self._height(style)[1]

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of its deepest letters, in points."""
        return self._height(style)[0]

    def _height(self, style: TextStyle) -> tuple[float, float]:
        """Below and above the baseline: what tall letters take above capitals, the room below lines gives if it can."""
        if style not in self._heights:
            below, above = self._ink(style)
            capitals = self._measure.capitals(style)
            above = max(above, capitals)
            self._heights[style] = max(below, self._measure.descent(style) - (above - capitals)), above
        return self._heights[style]

    def _ink(self, style: TextStyle) -> tuple[float, float]:
        """Reach of all texts, which grows with the size."""
        key = style.bold, style.italic, style.family
        if key not in self._reaches:
            reaches = [self._measure.reach(sample, style) for sample in self._samples]
            below, above = (max(each) / style.size for each in zip(*reaches, strict=True))
            self._reaches[key] = below, above
        below, above = self._reaches[key]
        return below * style.size, above * style.size


def _samples(text: str) -> Iterator[str]:
    """Yield what shows how far all letters of a text reach: each that stands alone once, all others in their words."""
    words = set(text.split())
    joined = {word for word in words if not _STANDS_ALONE.fullmatch(word)}
    sample = "".join(sorted(set().union(*(words - joined))))
    for word in sorted(joined):
        if sample and len(sample) + len(word) >= _AT_ONCE:
            yield sample
            sample = ""
        sample = f"{sample} {word}"
        while len(sample) > _AT_ONCE:
            yield sample[:_AT_ONCE]
            sample = sample[_AT_ONCE:]
    if sample:
        yield sample
