"""What a placed chart is made of: areas, strokes, symbols and labels, in points, y upwards.

Nothing here knows of fonts, matplotlib or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from briefing.drawing.geometry import Box, TextLine
from briefing.drawing.words import Words

__all__ = ["EDGE", "Area", "Label", "Layout", "Stroke", "Symbol", "SymbolShape", "label", "standing"]

EDGE = 1.0
"""Points below the lowest thing."""

SymbolShape = Literal["circle", "square", "triangle", "diamond", "inverted"]


@dataclass(frozen=True, slots=True)
class Area:
    """A bar."""

    box: Box
    colour: str
    """``#rrggbb``, as all colours here."""
    outlined: bool = False
    """Only its edge is drawn, inside of the box."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through some points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    """Lengths of strokes and gaps by turns, in points."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """What marks a figure."""

    x: float
    y: float
    shape: SymbolShape
    radius: float
    colour: str
    outlined: bool = False
    """Only its edge is drawn, inside of the radius."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand together."""

    lines: tuple[TextLine, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place, each kind over those before it."""

    width: float = 0.0
    """Of the whole; a part does not know it, nor the height."""
    height: float = 0.0
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    labels: tuple[Label, ...] = ()
    room: float = inf
    """The greatest height that there is for it."""

    @property
    def strips(self) -> tuple[float, ...]:
        """The height of all of it, as far as there is room: what has none is told once."""
        return (min(self.height, self.room),)


def label(words: Words, left: float, top: float, *, align: Literal["left", "right", "centre"] = "left") -> Label:
    """Put a block of words with its upper left corner at a place, its lines against a side or about the middle."""
    return Label(*words.placed(left, top, align))


def standing(parts: Sequence[Layout], width: float) -> Layout:
    """Put parts together that were placed downwards from a height of nought, as one that stands on its lower edge."""
    whole = Layout(
        width,
        0.0,
        tuple(each for part in parts for each in part.strokes),
        tuple(each for part in parts for each in part.areas),
        tuple(each for part in parts for each in part.symbols),
        tuple(each for part in parts for each in part.labels),
    )
    height = EDGE - min(bottom for bottom, _ in _extents(whole))
    # What reaches over nought, such as a tall letter beside the end of a line, has its room too.
    above = max(0.0, *(top for _, top in _extents(whole)))
    return replace(
        whole,
        height=height + above,
        strokes=tuple(replace(each, points=tuple(_raised(each.points, height))) for each in whole.strokes),
        areas=tuple(replace(each, box=each.box.moved(0, height)) for each in whole.areas),
        symbols=tuple(replace(each, y=each.y + height) for each in whole.symbols),
        labels=tuple(_moved(whole.labels, height)),
    )


def _extents(layout: Layout) -> Iterator[tuple[float, float]]:
    """Yield the lower and the upper end of everything."""
    boxes = [*(label.box for label in layout.labels), *(area.box for area in layout.areas)]
    yield from ((box.bottom, box.top) for box in boxes)
    yield from ((y, y) for stroke in layout.strokes for _, y in stroke.points)
    yield from ((symbol.y - symbol.radius, symbol.y + symbol.radius) for symbol in layout.symbols)


def _raised(points: Sequence[tuple[float, float]], up: float) -> Iterator[tuple[float, float]]:
    return ((x, y + up) for x, y in points)


def _moved(labels: Iterable[Label], up: float) -> Iterator[Label]:
    for each in labels:
        yield Label(tuple(replace(line, y=line.y + up) for line in each.lines), each.box.moved(0, up))
