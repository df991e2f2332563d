"""Blocks that are one picture: a raster image, a QR code, a rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from math import ceil

import segno

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Picture
from briefing.theme import Style
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.recording import Artifact, DrawnPart, Recorder

__all__ = ["FigureBlock", "PictureBlock", "QrBlock", "RuleBlock"]

LEAST_MODULE = 0.5 * 72 / 25.4
"""Points: a phone reads modules of half a millimetre at arm's length."""
_ORNAMENT = Artifact("Layout")
_QUIET_ZONE = 4
"""Modules. See: ISO/IEC 18004, 9.1."""


class FigureBlock(Block):
    """What is drawn for one node; with ``ornament`` it says nothing and is an artifact.

    See: ISO 14289-1, 7.1 (what is decorative is an artifact) and 7.3 (all else is a figure with words).
    """

    def __init__(self, node: int, style: Style, *, ornament: bool, position: Position | None) -> None:
        super().__init__(style, position)
        self._node, self._ornament = node, ornament

    @contextmanager
    def figure(self, canvas: Recorder, width: float, height: float, part: DrawnPart | None = None) -> Iterator[None]:
        """Take what is drawn inside the block as one figure of a size, at the origin, or as a part of one."""
        with canvas.untagged(_ORNAMENT) if self._ornament else nullcontext():
            canvas.figure(self._node, width, height, part)
            with canvas.node(self._node):
                yield

    @contextmanager
    def at_start(self, canvas: Recorder, width: float, whole: float) -> Iterator[None]:
        """Stand on the side where the language begins, in a box of the width ``whole``."""
        canvas.saveState()
        canvas.translate(self.style.mirrored(0, width, whole), 0)
        yield
        canvas.restoreState()


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
