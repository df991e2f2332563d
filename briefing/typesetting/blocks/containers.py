"""Blocks that hold blocks: one above the other, side by side, behind a marker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import Position
from briefing.theme import Style
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.blocks.drawing import DrawingBlock
from briefing.typesetting.blocks.paragraph import Paragraph
from briefing.typesetting.recording import Recorder

__all__ = ["Figure", "ListItem", "Row", "Stack", "gap_between"]


def gap_between(upper: Style, lower: Style) -> float:
    """Room between two blocks: the larger of what the two ask for, in points."""
    return max(upper.space_after, lower.space_before)


class Stack(Block):
    """Blocks one above the other, on a ground and between rules where the style has them."""

    name = "box"

    def __init__(self, children: Sequence[Block], style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._children = tuple(children)

    def _inner(self, width: float) -> float:
        padding = self.style.padding
        return width - padding.left - padding.right - self.style.indent

    def natural_width(self) -> tuple[float, float]:
        """Least and best width of the widest child, with the padding."""
        around = self.style.padding.left + self.style.padding.right + self.style.indent
        widths = [child.natural_width() for child in self._children]
        return (
            around + max((least for least, _ in widths), default=0.0),
            around + max((best for _, best in widths), default=0.0),
        )

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Take the children's strips, with the gaps and the padding added to them."""
        inner = self._inner(width)
        strips: list[Strip] = []
        above: Block | None = None
        for child in self._children:
            first, *rest = child.strips(inner) or (Strip(0.0),)
            if above:
                kept = above.style.keep_with_next
                allowed = first.break_before and not kept
                first = first.joined(room=gap_between(above.style, child.style), break_before=allowed)
                if kept and rest:
                    # Two lines stand below a heading.
                    rest[0] = rest[0]._replace(break_before=False)
            strips += [first, *rest]
            above = child
        if self.style.background or self.style.rule_left or self.style.rule_right:
            # What is drawn behind the lines is drawn in one piece.
            strips = [strip._replace(baseline=0.0) for strip in strips]
        return self._padded(strips or [Strip(0.0)])

    def _padded(self, strips: list[Strip]) -> tuple[Strip, ...]:
        padding = self.style.padding
        missing = max(0.0, self.style.minimum_height - sum(strip.height for strip in strips))
        first, last = strips[0], strips[-1]
        if first is last:
            return (_taller(first, padding.top + padding.bottom + missing),)
        return (_taller(first, padding.top), *strips[1:-1], _taller(last, padding.bottom + missing))

    def repeated(self, width: float, first: int) -> float:
        """Padding above a part that goes on, or the head of the table that goes on."""
        if first == 0:
            return 0.0
        child, start = self._child_at(self._inner(width), first)
        padding = self.style.padding.top if self.style.background else 0.0
        return padding + child.repeated(self._inner(width), start)

    def closing(self, width: float, last: int) -> float:
        """Padding below a part that goes on, and what its last child adds."""
        child, start = self._child_at(self._inner(width), last)
        padding = self.style.padding.bottom if self.style.background else 0.0
        return padding + (child.closing(self._inner(width), start) if start else 0.0)

    def _child_at(self, inner: float, strip: int) -> tuple[Block, int]:
        for child in self._children:
            count = len(child.strips(inner)) or 1
            if strip < count:
                return child, strip
            strip -= count
        raise IndexError(strip)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the ground, then the children from top to bottom."""
        height = self.part_height(width, first, last)
        _draw_ground(canvas, self.style, width, height)
        count = len(self.strips(width))
        _draw_rules(canvas, self.style, width, height, top=first == 0, bottom=last == count)
        inner = self._inner(width)
        y = height - (self.style.padding.top if first == 0 or self.style.background else 0.0)
        left = self.style.mirrored(self.style.padding.left + self.style.indent, inner, width)
        y -= self._draw_again(canvas, inner, left, y, first)
        above: Block | None = None
        for child, start, end in self._ranges(inner, first, last):
            if above:
                y -= gap_between(above.style, child.style)
            y -= child.part_height(inner, start, end)
            canvas.saveState()
            canvas.translate(left, y)
            child.draw_part(canvas, inner, start, end)
            canvas.restoreState()
            above = child

    def _draw_again(self, canvas: Recorder, inner: float, left: float, y: float, first: int) -> float:
        """Draw what stands again below a height, above a part that goes on; return the height that it takes."""
        return 0.0

    def _ranges(self, inner: float, first: int, last: int) -> Iterator[tuple[Block, int, int]]:
        offset = 0
        for child in self._children:
            own = len(child.strips(inner))
            start, end = max(first - offset, 0), min(last - offset, own)
            if start < end:
                yield child, start, end
            offset += own or 1


class Figure(Stack):
    """A picture or a table with its caption: cut, where it has to be, in what stands last.

    ``again`` stands above each part that goes on, and is no content there: the caption, which says so.
    """

    name = "figure"

    def __init__(
        self, children: Sequence[Block], style: Style, *, again: Block | None = None, position: Position | None = None
    ) -> None:
        super().__init__(children, style, position=position)
        self._again = again
        for child in self._children:
            if isinstance(child, DrawingBlock):
                others = (other for other in self._children if other is not child)
                child.companions = (*others, *((again,) if again else ()))

    def repeated(self, width: float, first: int) -> float:
        """Height of what any box repeats, and of the caption."""
        return super().repeated(width, first) + (self._height_again(self._inner(width)) if first else 0.0)

    def _height_again(self, inner: float) -> float:
        if self._again is None:
            return 0.0
        whole = self._again.part_height(inner, 0, len(self._again.strips(inner)))
        return whole + gap_between(self._again.style, self._children[-1].style)

    def _draw_again(self, canvas: Recorder, inner: float, left: float, y: float, first: int) -> float:
        if self._again is None or first == 0:
            return 0.0
        count = len(self._again.strips(inner))
        canvas.saveState()
        canvas.translate(left, y - self._again.part_height(inner, 0, count))
        with canvas.untagged():
            self._again.draw_part(canvas, inner, 0, count)
        canvas.restoreState()
        return self._height_again(inner)

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Keep all but the end of the last child together."""
        strips = super().measure(width)
        end = self._children[-1]
        last = len(strips) - len(end.strips(self._inner(width))) + end.first_strips - 1
        kept = (strip._replace(break_before=not index) for index, strip in enumerate(strips[: last + 1]))
        return (*kept, *strips[last + 1 :])


def _taller(strip: Strip, height: float) -> Strip:
    if not height:
        return strip
    return strip._replace(height=strip.height + height, baseline=0.0)


def _draw_ground(canvas: Recorder, style: Style, width: float, height: float) -> None:
    if style.background:
        canvas.fill_box(0, 0, width, height, style.background)


def _draw_rules(canvas: Recorder, style: Style, width: float, height: float, *, top: bool, bottom: bool) -> None:
    # Rules are filled boxes: a stroke would straddle the edge.
    if style.rule_top and top:
        canvas.fill_box(0, height - style.rule_top.width, width, style.rule_top.width, style.rule_top.colour)
    if style.rule_bottom and bottom:
        canvas.fill_box(0, 0, width, style.rule_bottom.width, style.rule_bottom.colour)
    if style.rule_left:
        rule = style.rule_left
        canvas.fill_box(style.mirrored(0, rule.width, width), 0, rule.width, height, rule.colour)
    if style.rule_right:
        rule = style.rule_right
        canvas.fill_box(style.mirrored(width - rule.width, rule.width, width), 0, rule.width, height, rule.colour)


class Row(Block):
    """Blocks side by side, in one strip."""

    name = "row of columns"

    def __init__(self, children: Sequence[Block], style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._children = tuple(children)

    def _widths(self, width: float) -> list[float]:
        tracks = self.style.columns
        tracks = tuple(tracks[index % len(tracks)] for index in range(len(self._children)))
        padding = self.style.padding
        free = width - padding.left - padding.right - self.style.gap * (len(tracks) - 1)
        free -= sum(track.points for track in tracks)
        shares = sum(track.share for track in tracks) or 1.0
        return [max(track.points + free * track.share / shares, 1.0) for track in tracks]

    def _heights(self, widths: list[float]) -> list[float]:
        return [
            child.part_height(width, 0, len(child.strips(width)))
            for child, width in zip(self._children, widths, strict=True)
        ]

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Take the height of the tallest column."""
        widths = self._widths(width)
        notes = tuple(
            note
            for child, own in zip(self._children, widths, strict=True)
            for strip in child.strips(own)
            for note in strip.notes
        )
        padding = self.style.padding.top + self.style.padding.bottom
        height = max(self._heights(widths), default=0.0) + padding
        return (Strip(max(height, self.style.minimum_height), notes=notes),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the columns in the direction of the text."""
        (strip,) = self.strips(width)
        _draw_ground(canvas, self.style, width, strip.height)
        _draw_rules(canvas, self.style, width, strip.height, top=True, bottom=True)
        widths = self._widths(width)
        padding = self.style.padding
        x, room = padding.left, strip.height - padding.top - padding.bottom
        for child, own, height in zip(self._children, widths, self._heights(widths), strict=True):
            canvas.saveState()
            y = padding.bottom + (room - height) / (2 if self.style.middle else 1)
            canvas.translate(self.style.mirrored(x, own, width), y)
            child.draw_part(canvas, own, 0, len(child.strips(own)))
            canvas.restoreState()
            x += own + self.style.gap


class ListItem(Block):
    """A body with its marker at the start of its first line."""

    name = "list item"

    def __init__(self, label: Paragraph, body: Stack, style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._label, self._body = label, body

    def natural_width(self) -> tuple[float, float]:
        """Widths of the body with room for the marker."""
        least, best = self._body.natural_width()
        return least + self.style.indent, best + self.style.indent

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Take the strips of the body."""
        return self._body.strips(width - self.style.indent)

    def repeated(self, width: float, first: int) -> float:
        """Height of what the body repeats."""
        return self._body.repeated(width - self.style.indent, first)

    def closing(self, width: float, last: int) -> float:
        """Height of what the body adds."""
        return self._body.closing(width - self.style.indent, last)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the marker beside the first line, then the body."""
        inner = width - self.style.indent
        if first == 0:
            height = self._body.part_height(inner, first, last)
            room = max(self._label.natural_width()[1], 1.0)
            canvas.saveState()
            canvas.translate(self.style.mirrored(0, room, width), height - self._label.part_height(room, 0, 1))
            self._label.draw_part(canvas, room, 0, 1)
            canvas.restoreState()
        canvas.saveState()
        canvas.translate(self.style.mirrored(self.style.indent, inner, width), 0)
        self._body.draw_part(canvas, inner, first, last)
        canvas.restoreState()
