"""What a placed timeline is made of: boxes, labels, leaders, marks and bars, in points, y upwards.

Nothing here knows of fonts, matplotlib or pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from briefing.model import TextStyle

__all__ = [
    "ARROW_REACH_UP",
    "Bar",
    "Box",
    "Label",
    "Layout",
    "Line",
    "Mark",
    "MarkShape",
    "Segment",
    "TextLine",
    "shifted",
]

ARROW_REACH_UP = 7.5
"""Points from a limit on an upright rail to the tip of its arrow."""

MarkShape = Literal["dot", "ring", "until", "until-up"]


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


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one event."""

    event: int
    """Its place in the order of the chart."""
    lines: tuple[TextLine, ...]
    box: Box


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
class Mark:
    """A small sign at a place: a dot, a ring for what is not certain, an open arrow for what is open."""

    event: int
    x: float
    y: float
    shape: MarkShape
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of time."""

    event: int
    box: Box
    hollow: bool = False
    open_right: bool = False
    """Whether it goes on: a bar that lies ends in an arrow."""
    open_down: bool = False
    """The same for a bar that stands."""
    stressed: bool = False


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
    breaks: tuple[Line, ...] = ()
    """Slanted strokes, two to a break."""

    @property
    def box(self) -> Box:
        """The figure."""
        return Box(0.0, 0.0, self.width, self.height)


def shifted(layout: Layout, up: float) -> Layout:
    """Copy a layout with all of it moved upwards; width and height stay."""
    return replace(
        layout,
        labels=tuple(
            replace(
                label, box=label.box.moved(0, up), lines=tuple(replace(line, y=line.y + up) for line in label.lines)
            )
            for label in layout.labels
        ),
        leaders=_lifted(layout.leaders, up),
        marks=tuple(replace(mark, y=mark.y + up) for mark in layout.marks),
        bars=tuple(replace(bar, box=bar.box.moved(0, up)) for bar in layout.bars),
        rails=_lifted(layout.rails, up),
        ticks=_lifted(layout.ticks, up),
        tick_labels=tuple(replace(line, y=line.y + up) for line in layout.tick_labels),
        breaks=_lifted(layout.breaks, up),
    )


def _lifted(lines: tuple[Line, ...], up: float) -> tuple[Line, ...]:
    return tuple(replace(line, y0=line.y0 + up, y1=line.y1 + up) for line in lines)
