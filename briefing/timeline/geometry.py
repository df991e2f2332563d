"""What a placed timeline is made of: labels, leaders, marks and bars, in points, y upwards.

Nothing here knows of fonts, matplotlib or pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.drawing.geometry import Box, TextLine
from briefing.drawing.words import Words
from briefing.timeline.signs import BarShape, Fill, MarkShape

__all__ = [
    "ACROSS",
    "Bar",
    "Break",
    "KeyEntry",
    "Label",
    "Layout",
    "Line",
    "Mark",
    "NO_EVENT",
    "REACH",
    "Segment",
    "lifted_entry",
    "shifted",
]

REACH: dict[MarkShape, tuple[float, float]] = {
    "point": (3.6, 3.6),
    "span": (5.2, 5.2),
    "decade": (5.2, 5.2),
    "until": (9.5, 1.0),
    "since": (1.0, 9.5),
    "after": (1.0, 9.5),
}
"""Points from the place of a mark to its ends, towards earlier and towards later."""
ACROSS = 4.5
"""Points from the place of a mark to its sides, at most."""
NO_EVENT = -1
"""In place of its number, in what explains signs."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one event."""

    event: int
    """Its place in the order of the chart."""
    lines: tuple[TextLine, ...]
    box: Box

    @classmethod
    def of(cls, event: int, words: Words, left: float, top: float, *, flush_right: bool = False) -> Label:
        """Stand with the upper left corner at a place, the lines against the left or the right side."""
        return cls(event, *words.placed(left, top, "right" if flush_right else "left"))


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke: a leader, a piece of the axis, a tick, a stroke of a break."""

    x0: float
    y0: float
    x1: float
    y1: float
    event: int | None = None
    """Whose leader it is."""

    @property
    def box(self) -> Box:
        """The rectangle that it spans; without area for an upright leader."""
        return Box(min(self.x0, self.x1), min(self.y0, self.y1), max(self.x0, self.x1), max(self.y0, self.y1))


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the axis leaves time out."""

    strokes: tuple[Line, Line]
    """Slanted, across the two ends."""
    before: int
    after: int
    """The events whose dates say from when to when."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign at a place on the axis, or on an upright rail."""

    event: int
    x: float
    y: float
    shape: MarkShape
    fill: Fill = "full"
    upright: bool = False
    """Whether time runs downwards and not to the right."""
    stressed: bool = False

    @property
    def box(self) -> Box:
        """The room that it takes."""
        before, after = REACH[self.shape]
        if self.upright:
            return Box(self.x - ACROSS, self.y - after, self.x + ACROSS, self.y + before)
        return Box(self.x - before, self.y - ACROSS, self.x + after, self.y + ACROSS)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time under the axis."""

    event: int
    box: Box
    shape: BarShape
    fill: Fill = "full"
    goes_on: bool = False
    """Whether it is over only later than its axis."""
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a sign means."""

    sign: Mark | Bar
    label: Label


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the axis with one scale."""

    first: float
    last: float
    """Days since 2000."""
    left: float
    right: float
    """Points."""

    def x(self, days: float) -> float:
        """Find the place of a moment, kept inside the segment."""
        length = self.last - self.first
        share = (days - self.first) / length if length > 0 else 0.5
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole timeline, placed; of each kind the things stand in the order of its strips."""

    width: float
    height: float
    strips: tuple[float, ...] = ()
    """Heights, from the top, of the pieces between which a page may end; together they are the height."""
    labels: tuple[Label, ...] = ()
    leaders: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    rails: tuple[Line, ...] = ()
    """The axis, in pieces."""
    ticks: tuple[Line, ...] = ()
    tick_labels: tuple[TextLine, ...] = ()
    breaks: tuple[Break, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    """Under all else, or over it."""
    vertical: bool = False
    """Whether time runs downwards, along a rail."""

    @property
    def box(self) -> Box:
        """The figure."""
        return Box(0.0, 0.0, self.width, self.height)


def shifted(layout: Layout, up: float, numbers: Sequence[int] = ()) -> Layout:
    """Copy a layout with all of it moved upwards; width and height stay.

    ``numbers`` are those that its events get instead of 0, 1, 2 and so on.
    """

    def number(event: int) -> int:
        return numbers[event] if numbers else event

    return replace(
        layout,
        labels=tuple(_lifted_label(label, up, number(label.event)) for label in layout.labels),
        leaders=tuple(_lifted(line, up, number(line.event or 0)) for line in layout.leaders),
        marks=tuple(_lifted_mark(mark, up, number(mark.event)) for mark in layout.marks),
        bars=tuple(_lifted_bar(bar, up, number(bar.event)) for bar in layout.bars),
        rails=tuple(_lifted(line, up) for line in layout.rails),
        ticks=tuple(_lifted(line, up) for line in layout.ticks),
        tick_labels=tuple(_lifted_text(line, up) for line in layout.tick_labels),
        breaks=tuple(_lifted_break(each, up, number(each.before), number(each.after)) for each in layout.breaks),
        key=tuple(lifted_entry(entry, up) for entry in layout.key),
    )


def _lifted_mark(mark: Mark, up: float, event: int) -> Mark:
    return replace(mark, y=mark.y + up, event=event)


def _lifted_bar(bar: Bar, up: float, event: int) -> Bar:
    return replace(bar, box=bar.box.moved(0, up), event=event)


def lifted_entry(entry: KeyEntry, up: float) -> KeyEntry:
    """Copy an entry of a key at another height."""
    sign = entry.sign
    lifted = _lifted_mark(sign, up, NO_EVENT) if isinstance(sign, Mark) else _lifted_bar(sign, up, NO_EVENT)
    return KeyEntry(lifted, _lifted_label(entry.label, up, NO_EVENT))


def _lifted_label(label: Label, up: float, event: int) -> Label:
    return Label(event, tuple(_lifted_text(line, up) for line in label.lines), label.box.moved(0, up))


def _lifted_break(broken: Break, up: float, before: int, after: int) -> Break:
    one, other = broken.strokes
    return Break((_lifted(one, up), _lifted(other, up)), before, after)


# Made anew and not with ``replace``, which takes ten times as long: a chart has hundreds of lines.
def _lifted_text(line: TextLine, up: float) -> TextLine:
    return TextLine(line.x, line.y + up, line.text, line.style)


def _lifted(line: Line, up: float, event: int | None = None) -> Line:
    return Line(line.x0, line.y0 + up, line.x1, line.y1 + up, event)
