"""What a placed chart is made of: areas, strokes, symbols and labels, in points, y upwards.

Nothing here knows of fonts, matplotlib or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.timeline.geometry import Box, TextLine
from briefing.timeline.words import Words

__all__ = ["Area", "Label", "Layout", "Stroke", "Symbol", "SymbolShape", "label", "raised"]

SymbolShape = Literal["circle", "square", "triangle", "diamond", "inverted"]


@dataclass(frozen=True, slots=True)
class Area:
    """A bar."""

    box: Box
    colour: str
    """``#rrggbb``, as all colours here."""


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


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand together."""

    lines: tuple[TextLine, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place, each kind over those before it."""

    width: float
    height: float
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    labels: tuple[Label, ...] = ()


def label(words: Words, left: float, top: float, *, align: Literal["left", "right", "centre"] = "left") -> Label:
    """Put a block of words with its upper left corner at a place, its lines against a side or about the middle."""
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    lines = tuple(
        TextLine(
            left + (words.width - line.width) * share,
            top - words.ascent - index * words.leading,
            line.text,
            line.style,
        )
        for index, line in enumerate(words.lines)
    )
    return Label(lines, Box(left, top - words.height, left + words.width, top))


def raised(layout: Layout, up: float) -> Layout:
    """Copy a layout that was built downwards from a height of nought, so that it stands on its lower edge."""
    return replace(
        layout,
        strokes=tuple(replace(each, points=tuple(_raised(each.points, up))) for each in layout.strokes),
        areas=tuple(replace(each, box=each.box.moved(0, up)) for each in layout.areas),
        symbols=tuple(replace(each, y=each.y + up) for each in layout.symbols),
        labels=tuple(_moved(layout.labels, up)),
    )


def _raised(points: Sequence[tuple[float, float]], up: float) -> Iterator[tuple[float, float]]:
    return ((x, y + up) for x, y in points)


def _moved(labels: Iterable[Label], up: float) -> Iterator[Label]:
    for each in labels:
        yield Label(tuple(replace(line, y=line.y + up) for line in each.lines), each.box.moved(0, up))
