"""A vector drawing as a block: measured in the fonts of the document, cut between its strips, or mirrored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, radians, sin
from typing import Literal, NamedTuple

from reportlab.pdfgen.canvas import FILL_NON_ZERO
from reportlab.pdfgen.pathobject import PDFPathObject

from briefing.errors import Diagnostic, Position
from briefing.model import Drawing, Measure, PathMark, PathStep, PlacedDrawing, Surface, TextStyle
from briefing.model.edtf import Point
from briefing.model.wording import axis_words
from briefing.theme import Style, components
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.blocks.media import FigureBlock
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.recording import DrawnPart, Recorder
from briefing.typesetting.text import Box, SingleLines

__all__ = ["DrawingBlock", "DrawingSetting", "FontMeasure", "MirroredSurface"]

_WHOLE = 0.5
"""Share of a page's height up to which a drawing is not cut."""
_LOW = 0.1
"""Share of it up to which a strip does not stand alone at the beginning or the end."""


class FontMeasure:
    """Measures texts of drawings in the fonts of the document; equal to those that measure the same."""

    def __init__(self, fonts: FontLibrary, language: str, direction: Literal["ltr", "rtl"] = "ltr") -> None:
        self._fonts, self._direction = fonts, direction
        self._key = (fonts, language, direction)
        self._language, self._lines = language, SingleLines(fonts, language)
        self._heights: dict[TextStyle, tuple[float, float]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FontMeasure) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def style(self, style: TextStyle) -> Style:
        """Style of the document that a text of a drawing has."""
        return Style(
            font=style.family, weight=600 if style.bold else 400, italic=style.italic, size=style.size,
            colour=style.colour, direction=self._direction,
        )  # fmt: skip

    def boxes(self, text: str, style: TextStyle) -> tuple[Box, ...]:
        """Shape a text; the boxes stand from left to right."""
        return self._lines.boxes(text, self.style(style))

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a single line, in points."""
        return sum(box.width for box in self.boxes(text, style))

    def ascent(self, style: TextStyle) -> float:
        """From the baseline to the top of capitals, or of the tallest letters of a script that has none, in points."""
        return self._height(style)[1]

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of the deepest letters, in points."""
        return self._height(style)[0]

    def capitals(self, style: TextStyle) -> float:
        """As ``ascent``: which letters stand higher is known to whoever has the texts."""
        return self._height(style)[1]

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        """How far the ink of a line reaches below and above its baseline, in points."""
        return _reach(self.boxes(text, style))

    def _height(self, style: TextStyle) -> tuple[float, float]:
        """Below and above the baseline, in points: that of the font, or of the letters that another one has."""
        if style not in self._heights:
            font = self._fonts.font(self.style(style))
            borrowed = [box for box in self.boxes(_month_names(self._language), style) if box.run.font is not font]
            below, above = _reach(borrowed)
            per_size = style.size / 1000
            self._heights[style] = max(font.descent * per_size, below), max(font.cap_height * per_size, above)
        return self._heights[style]


def _reach(boxes: Iterable[Box]) -> tuple[float, float]:
    """How far ink reaches below and above the baseline, in points."""
    lowest = highest = 0.0
    for box in boxes:
        size, font = box.run.style.size / 1000, box.run.font
        for glyph in box.glyphs:
            below, above = font.reach(glyph.id, glyph.dy)
            lowest, highest = max(lowest, below * size), max(highest, above * size)
    return lowest, highest


def _month_names(language: str) -> str:
    """Words that stand in a chart and show how tall the letters of a language are."""
    months = (axis_words(Point(2000, month), language, with_year=True) for month in range(1, 13))
    return " ".join(months)


class RecorderSurface:
    """Lets a drawing make its marks on the recorder."""

    def __init__(self, canvas: Recorder, measure: FontMeasure) -> None:
        self._canvas, self._measure = canvas, measure

    def path(self, path: PathMark) -> None:
        """Fill and stroke a path."""
        canvas = self._canvas
        canvas.saveState()
        if path.clip:
            window = canvas.beginPath()
            window.rect(*path.clip)
            canvas.clipPath(window, stroke=0, fill=0, fillMode=FILL_NON_ZERO)
        if path.window:
            canvas.clipPath(self._outline(path.window), stroke=0, fill=0, fillMode=FILL_NON_ZERO)
        if path.fill:
            canvas.setFillColorRGB(*components(path.fill))
        if path.stroke:
            canvas.setStrokeColorRGB(*components(path.stroke))
            canvas.setLineWidth(path.width)
            canvas.setLineCap({"butt": 0, "round": 1, "square": 2}[path.cap])
            canvas.setDash(list(path.dash))
        stroke, fill = int(bool(path.stroke)), int(bool(path.fill))
        canvas.drawPath(self._outline(path.steps), stroke=stroke, fill=fill, fillMode=FILL_NON_ZERO)
        canvas.restoreState()

    def _outline(self, steps: Sequence[PathStep]) -> PDFPathObject:
        outline = self._canvas.beginPath()
        calls = {"move": outline.moveTo, "line": outline.lineTo, "curve": outline.curveTo, "close": outline.close}
        for step, coordinates in steps:
            calls[step](*coordinates)
        return outline

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Show one line."""
        along, up = cos(radians(angle)), sin(radians(angle))
        for box in self._measure.boxes(text, style):
            run = box.run
            self._canvas.show(x, y, (box.shaped,), font=run.font, size=run.style.size, colour=style.colour, angle=angle)
            x, y = x + box.width * along, y + box.width * up


class MirroredSurface:
    """Turns a drawing round, so that what goes from left to right goes from right to left; texts stay readable."""

    def __init__(self, surface: Surface, width: float, measure: Measure) -> None:
        self._surface, self._width, self._measure = surface, width, measure

    def path(self, path: PathMark) -> None:
        """Fill and stroke the path on the other side."""
        steps, window = map(self._turned_steps, (path.steps, path.window))
        clip = path.clip and (self._width - path.clip[0] - path.clip[2], *path.clip[1:])
        self._surface.path(replace(path, steps=steps, clip=clip, window=window))

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Show the line on the other side; one that rises from the left to the right falls there."""
        long = self._measure.width(text, style)
        x += long * cos(radians(angle))
        y += long * sin(radians(angle))
        self._surface.text(self._width - x, y, text, style, angle=-angle)

    def _turned_steps(self, steps: Sequence[PathStep]) -> tuple[PathStep, ...]:
        return tuple((step, self._turned(coordinates)) for step, coordinates in steps)

    def _turned(self, coordinates: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(each if index % 2 else self._width - each for index, each in enumerate(coordinates))


class DrawingSetting(NamedTuple):
    """What a drawing depends on besides its style."""

    fonts: FontLibrary
    language: str
    tallest: float
    """Height in points that a page has for it and for what stands with it."""


class DrawingBlock(FigureBlock):
    """A vector drawing over the whole width, on several pages where one is too low for it."""

    name = "drawing"
    first_strips = 1

    def __init__(
        self,
        drawing: Drawing,
        node: int,
        style: Style,
        *,
        setting: DrawingSetting,
        diagnostics: list[Diagnostic],
        ornament: bool = False,
        position: Position | None,
    ) -> None:
        super().__init__(node, style, ornament=ornament, position=position)
        self._drawing, self._tallest, self._diagnostics = drawing, setting.tallest, diagnostics
        self._text = FontMeasure(setting.fonts, setting.language, style.direction)
        self._placed: tuple[float, PlacedDrawing] | None = None
        self.companions: tuple[Block, ...] = ()
        """What stands on each page with it, such as its caption; set before it is measured."""

    def _placed_at(self, width: float) -> PlacedDrawing:
        """Set the drawing to a width; the last answer is remembered."""
        if self._placed is None or self._placed[0] != width:
            room = self._tallest - sum(_height_beside(block, width) for block in self.companions)
            placed = self._drawing.placed(width, self._text, room)
            self._placed = (width, placed)
            self._diagnostics += (replace(each, position=self.position) for each in placed.problems)
        return self._placed[1]

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Ask the drawing for its strips; a low one at either end stays with its neighbour."""
        heights = self._placed_at(width).strips
        if not heights:
            return (Strip(0.0),)
        whole = sum(heights) <= self._tallest * _WHOLE
        lonely = {index for index in (0, len(heights) - 1) if heights[index] <= self._tallest * _LOW}
        kept = {index + (index == 0) for index in lonely}
        return tuple(
            Strip(height, break_before=not index or not (whole or index in kept))
            for index, height in enumerate(heights)
        )

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Let the drawing make its marks, as the content of its node."""
        placed = self._placed_at(width)
        if not placed.strips:
            return
        with self.figure(canvas, width, sum(placed.strips[first:last]), DrawnPart(placed, first, last)):
            surface: Surface = RecorderSurface(canvas, self._text)
            if self.style.direction == "rtl":
                surface = MirroredSurface(surface, width, self._text)
            placed.draw(surface, first, last)


def _height_beside(block: Block, width: float) -> float:
    """Height of a block with the larger of the rooms that it asks for."""
    whole = block.part_height(width, 0, len(block.strips(width)))
    return whole + max(block.style.space_before, block.style.space_after)
