"""Blocks that are one picture: a raster image, a rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from briefing.errors import Position
from briefing.model import Picture
from briefing.theme import Style
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.recording import Artifact, DrawnPart, Recorder

__all__ = ["FigureBlock", "PictureBlock", "RuleBlock", "wanted_width"]

_ORNAMENT = Artifact("Layout")


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
