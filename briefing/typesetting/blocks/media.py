"""Blocks that are one picture: a raster image, a drawing, a QR code, a rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from math import ceil, cos, radians, sin
from typing import Literal

import segno

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Drawing, Measure, PathMark, Picture, Surface, TextStyle
from briefing.theme import Style, components
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.recording import Artifact, Recorder
from briefing.typesetting.text import Box, SingleLines

__all__ = ["DrawingBlock", "FontMeasure", "PictureBlock", "QrBlock", "RuleBlock"]

LEAST_MODULE = 0.5 * 72 / 25.4
"""Points: a phone reads modules of half a millimetre at arm's length."""
_ORNAMENT = Artifact("Layout")
_QUIET_ZONE = 4
"""Modules. See: ISO/IEC 18004, 9.1."""


class FontMeasure:
    """Measures texts of drawings in the fonts of the document; equal to those that measure the same."""

    def __init__(self, fonts: FontLibrary, language: str, direction: Literal["ltr", "rtl"] = "ltr") -> None:
        self._fonts, self._direction = fonts, direction
        self._key = (fonts, language, direction)
        self._lines = SingleLines(fonts, language)

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
        """From the baseline to the top of capitals, in points."""
        return self._fonts.font(self.style(style)).cap_height * style.size / 1000

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of the deepest letters, in points."""
        return self._fonts.font(self.style(style)).descent * style.size / 1000


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
            canvas.clipPath(window, stroke=0, fill=0)
        if path.fill:
            canvas.setFillColorRGB(*components(path.fill))
        if path.stroke:
            canvas.setStrokeColorRGB(*components(path.stroke))
            canvas.setLineWidth(path.width)
            canvas.setLineCap({"butt": 0, "round": 1, "square": 2}[path.cap])
            canvas.setDash(list(path.dash))
        drawn = canvas.beginPath()
        calls = {"move": drawn.moveTo, "line": drawn.lineTo, "curve": drawn.curveTo, "close": drawn.close}
        for step, coordinates in path.steps:
            calls[step](*coordinates)
        canvas.drawPath(drawn, stroke=int(bool(path.stroke)), fill=int(bool(path.fill)))
        canvas.restoreState()

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
        turned = tuple((step, self._turned(coordinates)) for step, coordinates in path.steps)
        clip = path.clip and (self._width - path.clip[0] - path.clip[2], *path.clip[1:])
        self._surface.path(replace(path, steps=turned, clip=clip))

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Show the line on the other side; one that rises from the left to the right falls there."""
        long = self._measure.width(text, style)
        x += long * cos(radians(angle))
        y += long * sin(radians(angle))
        self._surface.text(self._width - x, y, text, style, angle=-angle)

    def _turned(self, coordinates: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(each if index % 2 else self._width - each for index, each in enumerate(coordinates))


class FigureBlock(Block):
    """What is drawn for one node; with ``ornament`` it says nothing and is an artifact.

    See: ISO 14289-1, 7.1 (what is decorative is an artifact) and 7.3 (all else is a figure with words).
    """

    def __init__(self, node: int, style: Style, *, ornament: bool, position: Position | None) -> None:
        super().__init__(style, position)
        self._node, self._ornament = node, ornament

    @contextmanager
    def figure(self, canvas: Recorder, width: float, height: float) -> Iterator[None]:
        """Take what is drawn inside the block as one figure of a size, at the origin."""
        with canvas.untagged(_ORNAMENT) if self._ornament else nullcontext():
            canvas.figure(self._node, 0, 0, width, height)
            with canvas.node(self._node):
                yield

    @contextmanager
    def at_start(self, canvas: Recorder, width: float, whole: float) -> Iterator[None]:
        """Stand on the side where the language begins, in a box of the width ``whole``."""
        canvas.saveState()
        canvas.translate(self.style.mirrored(0, width, whole), 0)
        yield
        canvas.restoreState()


class DrawingBlock(FigureBlock):
    """A vector drawing over the whole width."""

    name = "drawing"

    def __init__(
        self,
        drawing: Drawing,
        node: int,
        style: Style,
        *,
        fonts: FontLibrary,
        language: str,
        ornament: bool = False,
        position: Position | None,
    ) -> None:
        super().__init__(node, style, ornament=ornament, position=position)
        self._drawing = drawing
        self._text = FontMeasure(fonts, language, style.direction)

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Ask the drawing for its height."""
        return (Strip(self._drawing.height(width, self._text)),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Let the drawing make its marks, as the content of its node."""
        (strip,) = self.strips(width)
        with self.figure(canvas, width, strip.height):
            surface: Surface = RecorderSurface(canvas, self._text)
            if self.style.direction == "rtl":
                surface = MirroredSurface(surface, width, self._text)
            self._drawing.draw(surface, width, self._text)


class PictureBlock(FigureBlock):
    """A raster picture, scaled to its width and never higher than its limit."""

    name = "picture"

    def __init__(
        self,
        picture: Picture,
        node: int,
        style: Style,
        *,
        wanted: str,
        limit: float,
        ornament: bool = False,
        position: Position | None,
    ) -> None:
        super().__init__(node, style, ornament=ornament, position=position)
        self._picture, self._wanted, self._limit = picture, wanted, limit

    def _size(self, width: float) -> tuple[float, float]:
        wide = min(wanted_width(self._wanted, width), width)
        high = wide * self._picture.height / self._picture.width
        if high > self._limit:
            wide, high = wide * self._limit / high, self._limit
        return wide, high

    def natural_width(self) -> tuple[float, float]:
        """A thumb's width at least; at best what 150 dots an inch give."""
        return 36.0, self._picture.width * 72 / 150

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip as high as the picture."""
        return (Strip(self._size(width)[1]),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Set the picture where lines begin."""
        wide, high = self._size(width)
        with self.at_start(canvas, wide, width), self.figure(canvas, wide, high):
            canvas.picture(self._picture, 0, 0, wide, high)


def wanted_width(text: str, width: float) -> float:
    """Read ``60%`` of a width, or millimetres, in points; all of it where nothing is said."""
    if text.endswith("%"):
        return width * float(text[:-1]) / 100
    if text.endswith("mm"):
        return float(text[:-2]) * 72 / 25.4
    return width


class QrBlock(FigureBlock):
    """A QR code of level Q or better on a white ground, its quiet zone included."""

    name = "QR code"

    def __init__(
        self,
        text: str,
        node: int,
        style: Style,
        *,
        wanted: str,
        diagnostics: list[Diagnostic],
        memory: Memory = FORGETFUL,
        ornament: bool = False,
        position: Position | None,
    ) -> None:
        super().__init__(node, style, ornament=ornament, position=position)
        self._wanted, self._diagnostics = wanted, diagnostics
        self._modules = self._encode(text, memory)

    def _encode(self, text: str, memory: Memory) -> tuple[bytes, ...]:
        """Rows of modules, dark where not zero; none where the text is too long."""
        try:
            return memory.recall(_modules, text)
        except segno.DataOverflowError:
            message = f"The link has {len(text)} characters: too long for a code that paper can carry."
            self._refuse("qr-too-long", message, "Use a shorter link.")
        except UnicodeEncodeError:
            self._refuse("qr-letters", "The link holds half a character, which no code can carry.")
        return ()

    def _refuse(self, name: str, message: str, hint: str = "") -> None:
        self._diagnostics.append(Diagnostic("error", name, message, self.position, hint))

    def _side(self, width: float) -> float:
        return min(wanted_width(self._wanted, width), width)

    def natural_width(self) -> tuple[float, float]:
        """The least is the best: modules of half a millimetre."""
        least = (len(self._modules) + 2 * _QUIET_ZONE) * LEAST_MODULE
        return least, least

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip, square."""
        side = self._side(width)
        module = side / (len(self._modules) + 2 * _QUIET_ZONE)
        if module < LEAST_MODULE - 0.001:
            message = f"The QR code's modules are {module * 25.4 / 72:.2f} mm wide; phones need 0.50 mm."
            hint = f"Give it {ceil(self.natural_width()[0] * 25.4 / 72)} mm, or use a shorter link."
            self._refuse("qr-too-small", message, hint)
        return (Strip(side),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Fill the ground, then runs of dark modules row by row as one path."""
        side = self._side(width)
        module = side / (len(self._modules) + 2 * _QUIET_ZONE)
        with self.at_start(canvas, side, width), self.figure(canvas, side, side):
            canvas.fill_box(0, 0, side, side, "#ffffff")
            canvas.setFillColorRGB(0, 0, 0)
            path = canvas.beginPath()
            for row, values in enumerate(self._modules):
                y = side - (row + 1 + _QUIET_ZONE) * module
                for start, length in _runs(values):
                    path.rect((start + _QUIET_ZONE) * module, y, length * module, module)
            canvas.drawPath(path, stroke=0, fill=1)


def _modules(text: str) -> tuple[bytes, ...]:
    """Encode a text; a byte a module."""
    return tuple(bytes(row) for row in segno.make(text, error="q", micro=False).matrix)


def _runs(values: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(values):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((index, 1))
    return runs


class RuleBlock(Block):
    """A line across the column."""

    name = "rule"

    def __init__(self, style: Style, position: Position | None = None) -> None:
        super().__init__(replace(style, rule_top=None), position)
        self._rule = style.rule_top

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip as high as the line."""
        return (Strip(self._rule.width if self._rule else 0.0),)

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw the line."""
        if self._rule:
            canvas.fill_box(0, 0, width, self._rule.width, self._rule.colour)
