"""A block that stands several times side by side, to be cut apart: content once, and ornament the other times."""

from __future__ import annotations

from briefing.errors import Position
from briefing.theme import Style, components
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.recording import Artifact, Recorder

__all__ = ["Copies"]

_COPY = Artifact("Layout")
_DASH = (3.0, 2.2)
"""Points of a cutting line that are drawn, and left out."""
_SIGN_WIDTH, _SIGN_HEIGHT = 5.4, 9.0
"""Of the scissors at the foot of a cutting line, in points."""
_HANDLE = 1.3
"""Radius of their handles."""


class Copies(Block):
    """The same block in equal columns from edge to edge. The first is what is read; the others say nothing new.

    Where its style has a ``cut``, a dashed line with scissors at its foot stands between each two of them.
    See: ISO 14289-1, 7.1 (what repeats other content is an artifact).
    """

    name = "copies"

    def __init__(self, inner: Block, style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._inner = inner

    def _column(self, width: float) -> float:
        return width / self.style.copies

    def natural_width(self) -> tuple[float, float]:
        """As many times that of one."""
        least, best = self._inner.natural_width()
        return least * self.style.copies, best * self.style.copies

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip, as high as one of them."""
        column = self._column(width)
        strips = self._inner.strips(column)
        notes = tuple(note for strip in strips for note in strip.notes)
        return (Strip(self._inner.part_height(column, 0, len(strips)), notes=notes),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the first as content, then the others and the lines between them."""
        column = self._column(width)
        self._draw_copy(canvas, width, 0)
        with canvas.untagged(_COPY):
            for index in range(1, self.style.copies):
                self._draw_copy(canvas, width, index)
        if self.style.cut:
            red, green, blue = components(self.style.cut.colour)
            canvas.saveState()
            canvas.setStrokeColorRGB(red, green, blue)
            canvas.setLineWidth(self.style.cut.width)
            for index in range(1, self.style.copies):
                _draw_cut(canvas, index * column, self.strips(width)[0].height)
            canvas.restoreState()

    def _draw_copy(self, canvas: Recorder, width: float, index: int) -> None:
        column = self._column(width)
        canvas.saveState()
        canvas.translate(self.style.mirrored(index * column, column, width), 0)
        self._inner.draw_part(canvas, column, 0, len(self._inner.strips(column)))
        canvas.restoreState()


def _draw_cut(canvas: Recorder, x: float, height: float) -> None:
    """Draw a line down from a height, and scissors that come up from its foot."""
    canvas.saveState()
    canvas.setDash(list(_DASH))
    canvas.line(x, _SIGN_HEIGHT + _DASH[1], x, height)
    canvas.setDash([])
    across, handle = _SIGN_WIDTH / 2, _HANDLE
    for side in (-1, 1):
        # A blade crosses over from the handle on the other side.
        canvas.line(x + side * (across - handle), 2 * handle, x - side * across * 0.55, _SIGN_HEIGHT)
        canvas.circle(x + side * (across - handle), handle, handle, stroke=1, fill=0)
    canvas.restoreState()
