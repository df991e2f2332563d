"""A glyph → its curves, as steps of a path."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import uharfbuzz as hb

from briefing.model import PathStep

__all__ = ["moved", "outline_of"]


def outline_of(font: hb.Font, glyph: int, scale: float) -> tuple[PathStep, ...]:
    """Read the curves of a glyph, all of the third degree; ``scale`` turns units of the font into those wished for."""
    steps: list[PathStep] = []

    def add(step: Literal["move", "line", "curve", "close"], coordinates: tuple[float, ...] = ()) -> None:
        steps.append((step, tuple(each * scale for each in coordinates)))

    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, _: add("move", (x, y)))
    functions.set_line_to_func(lambda x, y, _: add("line", (x, y)))
    # HarfBuzz raises curves of the second degree to the third where nothing takes them as they are.
    functions.set_cubic_to_func(lambda *of: add("curve", of[:6]))
    functions.set_close_path_func(lambda _: add("close"))
    font.draw_glyph(glyph, functions)
    return tuple(steps)


def moved(steps: Iterable[PathStep], x: float, y: float) -> tuple[PathStep, ...]:
    """Move a path to the right and upwards."""
    return tuple(
        (step, tuple(each + (y if index % 2 else x) for index, each in enumerate(coordinates)))
        for step, coordinates in steps
    )
