"""A text in the largest of several sizes that fits its column."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import Position
from briefing.theme import Style
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.blocks.paragraph import Paragraph
from briefing.typesetting.recording import Recorder

__all__ = ["Fitted"]

_ROUNDING = 0.01
"""Points."""


class Fitted(Block):
    """Paragraphs of one text, of which one is shown: the first that fits, else the last.

    One fits where no word is wider than the column, and where all of it is no higher than what ``fit`` of the style
    says, if it says anything. Where the style asks for one line, the first that has one comes before these.
    """

    name = "paragraph"

    def __init__(self, sizes: Sequence[Paragraph], style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._sizes = tuple(sizes)

    def _chosen(self, width: float) -> Paragraph:
        if self.style.one_line:
            whole = next((each for each in self._sizes if len(each.strips(width)) == 1), None)
            if whole is not None and self._fits(whole, width):
                return whole
        return next((each for each in self._sizes if self._fits(each, width)), self._sizes[-1])

    def _fits(self, text: Paragraph, width: float) -> bool:
        if text.natural_width()[0] > width + _ROUNDING:
            return False
        return not self.style.fit or text.part_height(width, 0, len(text.strips(width))) <= self.style.fit + _ROUNDING

    def natural_width(self) -> tuple[float, float]:
        """Least width of the smallest, best of the largest."""
        return self._sizes[-1].natural_width()[0], self._sizes[0].natural_width()[1]

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Take the lines of the one that fits."""
        return self._chosen(width).strips(width)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw lines of the one that fits."""
        self._chosen(width).draw_strips(canvas, width, first, last)
