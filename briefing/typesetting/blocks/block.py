"""What every block can do: say its strips for a width, and draw a run of them.

A *strip* is what no page break cuts: a line, a table's row, a picture. Blocks are ReportLab flowables, so that they
stand in ReportLab's tables and beside other people's flowables.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.platypus.flowables import Flowable

from briefing.errors import Position
from briefing.theme import Style
from briefing.typesetting.recording import Recorder

__all__ = ["Block", "Part", "Strip"]


class Strip(NamedTuple):
    """A slice of a block that stays whole. Lengths are points."""

    height: float
    """With the room above it, when something stands above it on the page."""
    head_room: float = 0.0
    """The part of ``height`` that is dropped at the top of a column."""
    break_before: bool = True
    """Whether a page may begin with it."""
    forced: bool = False
    """Whether a page must begin with it."""
    notes: tuple[str, ...] = ()
    """Ids of the footnotes whose markers stand in it."""
    baseline: float = 0.0
    """Of a line, above its lower edge; 0 for what is no line, or may not be moved by itself."""

    def joined(self, *, room: float = 0.0, break_before: bool | None = None) -> Strip:
        """Copy with more room above and perhaps another break."""
        allowed = self.break_before if break_before is None else break_before
        return self._replace(height=self.height + room, head_room=self.head_room + room, break_before=allowed)


class Block(Flowable):
    """A block of the document."""

    name: str = "block"
    """What messages call it."""
    first_strips = 2
    """How many strips stay with what stands above it in a figure."""

    def __init__(self, style: Style, position: Position | None = None) -> None:
        super().__init__()
        self.style = style
        self.position = position
        self.anchors: tuple[str, ...] = ()
        """Ids that lead to its beginning."""
        self._measured: tuple[float, tuple[Strip, ...]] = (-1.0, ())

    def strips(self, width: float) -> tuple[Strip, ...]:
        """Measure the block set to a width, in points; the last answer is remembered."""
        if self._measured[0] != width:
            strips = self.measure(width)
            if self.style.keep_together:
                strips = tuple(strip.joined(break_before=not index) for index, strip in enumerate(strips))
            self._measured = (width, strips)
        return self._measured[1]

    def draw_part(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw some strips, with the anchors where the block begins; the origin is their lower left corner."""
        if first == 0:
            for name in self.anchors:
                canvas.anchor(name, 0, self.part_height(width, first, last))
        self.draw_strips(canvas, width, first, last)

    def natural_width(self) -> tuple[float, float]:
        """Least and best width of the content, in points."""
        return 0.0, 0.0

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Work out the strips for a width."""
        raise NotImplementedError

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the strips from ``first`` up to but not including ``last``; the origin is their lower left corner."""
        raise NotImplementedError

    def repeated(self, width: float, first: int) -> float:
        """Height of what is repeated above a part that begins at strip ``first``, such as a table's head."""
        return 0.0

    def closing(self, width: float, last: int) -> float:
        """Height of what is added below a part that ends before strip ``last`` and goes on elsewhere."""
        return 0.0

    def part_height(self, width: float, first: int, last: int) -> float:
        """Height of a part that stands at the top of a column."""
        whole = self.strips(width)
        strips = whole[first:last]
        room = strips[0].head_room if strips else 0.0
        closing = self.closing(width, last) if last < len(whole) else 0.0
        return sum(strip.height for strip in strips) - room + self.repeated(width, first) + closing

    # ReportLab's protocol.

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Measure, as ReportLab asks."""
        self.width = available_width
        self.height = self.part_height(available_width, 0, len(self.strips(available_width)))
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Cut in two where the height ends, as ReportLab asks; empty where no strip fits."""
        return Part(self, 0, len(self.strips(available_width))).split(available_width, available_height)

    def draw(self) -> None:
        """Draw whole, as ReportLab asks."""
        self.draw_part(self.canv, self.width, 0, len(self.strips(self.width)))


class Part(Flowable):
    """Some strips of a block as a flowable of its own."""

    def __init__(self, block: Block, first: int, last: int) -> None:
        super().__init__()
        self._block, self._first, self._last = block, first, last

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Measure the part."""
        self.width = available_width
        self.height = self._block.part_height(available_width, self._first, self._last)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Cut at the last strip that fits and that a break may follow."""
        strips = self._block.strips(available_width)
        cut = self._first
        for index in range(self._first + 1, self._last):
            if self._block.part_height(available_width, self._first, index) > available_height:
                break
            if strips[index].break_before:
                cut = index
        if cut == self._first:
            return []
        return [Part(self._block, self._first, cut), Part(self._block, cut, self._last)]

    def draw(self) -> None:
        """Draw the part."""
        self._block.draw_part(self.canv, self.width, self._first, self._last)
