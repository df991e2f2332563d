"""A block that is drawn turned by a quarter, at a measure of its own."""

from __future__ import annotations

from math import ceil

from briefing.errors import Diagnostic, Position
from briefing.theme import POINTS_PER_MM, Style
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.recording import Recorder

__all__ = ["Turned"]

_ROUNDING = 0.01
"""Points."""


class Turned(Block):
    """A block whose lines run up the page, or down it. It stands in the middle of its column.

    It is set to the measure that its style says, or else to one line where ``most``, in points, has room for that. A
    turn of 90 degrees is anticlockwise: lines begin below, and the first one stands at the left. From right to left
    the other way round: they begin below too, and the first one stands at the right.
    """

    name = "turned block"

    def __init__(
        self,
        inner: Block,
        style: Style,
        *,
        most: float,
        diagnostics: list[Diagnostic],
        position: Position | None = None,
    ) -> None:
        super().__init__(style, position)
        self._inner, self._most, self._diagnostics = inner, most, diagnostics
        self._upwards = (style.turn == 90) == (style.direction == "ltr")

    def _length(self) -> float:
        """Of its lines, in points, which is how high it is."""
        return self.style.measure or min(self._inner.natural_width()[1] + _ROUNDING, self._most)

    def _across(self) -> float:
        """Height of all its lines, which is how wide it is."""
        length = self._length()
        return self._inner.part_height(length, 0, len(self._inner.strips(length)))

    def natural_width(self) -> tuple[float, float]:
        """As wide as its lines are high: the least is the best."""
        across = self._across()
        return across, across

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip, as high as its lines are long."""
        length, across = self._length(), self._across()
        if across > width + _ROUNDING:
            needed, room = ceil(across / POINTS_PER_MM), int(width / POINTS_PER_MM)
            message = f"This turned text is {needed} mm across all its lines; there are {room} mm."
            hint = "Shorten it, or give its style a larger measure_mm, fewer copies or smaller letters."
            self._diagnostics.append(Diagnostic("error", "too-wide", message, self.position, hint))
        notes = tuple(note for strip in self._inner.strips(length) for note in strip.notes)
        return (Strip(length, notes=notes),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw it under one matrix."""
        length, across = self._length(), self._across()
        canvas.saveState()
        canvas.translate((width - across) / 2, 0)
        with canvas.turned(length, across, upwards=self._upwards):
            self._inner.draw_part(canvas, length, 0, len(self._inner.strips(length)))
        canvas.restoreState()
