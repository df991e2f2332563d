"""A drawing by itself → paths alone, its letters among them: for files that do not carry our fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians, sin
from typing import Literal, NamedTuple

from briefing.model import Drawing, PathMark, PathStep, PlacedDrawing, Surface, TextStyle
from briefing.typesetting.blocks import FontMeasure, MirroredSurface
from briefing.typesetting.fonts import FontLibrary

__all__ = ["Outlined", "outlined"]


class Outlined(NamedTuple):
    """A drawing, or as much of it as a page holds; the origin is its lower left corner."""

    width: float
    """Points."""
    height: float
    """Points."""
    marks: tuple[PathMark, ...]
    """From the lowest to the topmost."""
    alternative: str
    """What this part tells; empty where the words of its element tell all of it."""


def outlined(
    drawing: Drawing,
    width: float,
    limit: float,
    *,
    fonts: FontLibrary,
    language: str,
    direction: Literal["ltr", "rtl"] = "ltr",
) -> tuple[Outlined, ...]:
    """Set a drawing to a width in points, in parts that are no higher than ``limit`` where its strips allow that.

    ``fonts`` are those of its letters, ``language`` theirs; from right to left it is mirrored.
    """
    measure = FontMeasure(fonts, language, direction)
    placed = drawing.placed(width, measure, limit)
    ends = list(_parts(placed.strips, limit))
    return tuple(
        Outlined(
            width,
            sum(placed.strips[first:last]),
            _marks(placed, measure, width, first, last, mirrored=direction == "rtl"),
            placed.alternative(first, last, number, len(ends)),
        )
        for number, (first, last) in enumerate(ends, 1)
    )


def _parts(strips: Sequence[float], limit: float) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends, as numbers of strips."""
    first, height = 0, 0.0
    for number, strip in enumerate(strips):
        if number > first and height + strip > limit:
            yield first, number
            first, height = number, 0.0
        height += strip
    if strips:
        yield first, len(strips)


def _marks(
    placed: PlacedDrawing, measure: FontMeasure, width: float, first: int, last: int, *, mirrored: bool
) -> tuple[PathMark, ...]:
    paths = _Paths(measure)
    surface: Surface = MirroredSurface(paths, width, measure) if mirrored else paths
    placed.draw(surface, first, last)
    return tuple(paths.marks)


class _Paths:
    """A surface that keeps the marks of a drawing, texts as the outlines of their letters."""

    def __init__(self, measure: FontMeasure) -> None:
        self._measure = measure
        self.marks: list[PathMark] = []

    def path(self, path: PathMark) -> None:
        """Keep a path."""
        self.marks.append(path)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Keep the outlines of one line as one path."""
        steps: list[PathStep] = []
        along = 0.0
        for box in self._measure.boxes(text, style):
            scale, at = box.run.style.size / 1000, along
            for glyph in box.glyphs:
                outline = box.run.font.outline(glyph.id)
                steps += _scaled(outline, scale, at + glyph.dx * scale, glyph.dy * scale)
                at += glyph.advance * scale
            along += box.width
        if steps:
            self.marks.append(PathMark(_turned(steps, x, y, angle), fill=style.colour))


def _scaled(steps: Sequence[PathStep], scale: float, x: float, y: float) -> Iterator[PathStep]:
    for step, at in steps:
        yield step, tuple(each * scale + (y if index % 2 else x) for index, each in enumerate(at))


def _turned(steps: Sequence[PathStep], x: float, y: float, angle: float) -> tuple[PathStep, ...]:
    """Turn a path round the origin, anticlockwise by degrees, and move that to a place."""
    across, up = cos(radians(angle)), sin(radians(angle))
    return tuple(
        (
            step,
            tuple(
                number
                for right, above in zip(at[::2], at[1::2], strict=True)
                for number in (x + right * across - above * up, y + right * up + above * across)
            ),
        )
        for step, at in steps
    )
