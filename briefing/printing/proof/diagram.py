"""Sheets, drawn small: front and back beside each other, with the pages on them. A row a sheet.

Lengths are points; the origin of a row is its lower left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.model import Ink, Measure, PathMark, PathStep, Surface, TextStyle
from briefing.printing.planning import Placed, Plan, Side

__all__ = ["SheetsDrawing"]

_INK = "#000000"
_LABELS = 62.0
"""Width of the column that names the sheets."""
_BETWEEN = 20.0
_HIGHEST = 118.0
"""Of a sheet."""
_ABOVE = 14.0
"""Room for the names of both sides."""
_BELOW = 12.0
_THIN, _THICK = 0.7, 3.0
_DASH = (3.0, 2.0)
_NAME = TextStyle(10.0, bold=True, colour=_INK)
_SMALL = TextStyle(10.0, colour=_INK)
_PAGE = TextStyle(20.0, bold=True, colour=_INK)
_CROWDED = TextStyle(11.0, bold=True, colour=_INK)
_FEW = 4
"""Pages on a side whose numbers have room to be large."""


@dataclass(frozen=True, slots=True)
class SheetsDrawing:
    """All sheets of a plan."""

    plan: Plan

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Black alone."""
        return (Ink("ink", _INK, for_text=True),)

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedSheets:
        """Set it to a width."""
        sheet = self.plan.sheet
        wide = (width - _LABELS - _BETWEEN) / 2
        return PlacedSheets(self.plan, measure, min(wide / sheet.width, _HIGHEST / sheet.height))


class _Corner(NamedTuple):
    """Where a drawn side begins, and how small it is."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class PlacedSheets:
    """Sheets at a size."""

    plan: Plan
    measure: Measure
    scale: float
    """Of the drawing to the sheet."""

    @property
    def strips(self) -> tuple[float, ...]:
        """One a sheet, all as high."""
        return (_ABOVE + self.plan.sheet.height * self.scale + _BELOW,) * self.plan.sheets

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """None."""
        return ()

    def draw(self, surface: Surface, first: int, last: int) -> None:
        """Draw the sheets from ``first`` to before ``last``."""
        height = self.strips[0]
        for row, number in enumerate(range(last - 1, first - 1, -1)):
            self._sheet(surface, number, row * height)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        """Name the pages on each side, from left to right and from above."""
        return " ".join(self._told(number) for number in range(first, last))

    def _told(self, number: int) -> str:
        sides = zip(("front", "back"), self._sides(number), strict=False)
        return f"Sheet {number + 1}: {'; '.join(f'{name} {_named(side)}' for name, side in sides)}."

    def _sides(self, number: int) -> tuple[Side, ...]:
        return self.plan.sides[2 * number : 2 * number + 2]

    def _sheet(self, surface: Surface, number: int, y: float) -> None:
        width, height = self.plan.sheet.width * self.scale, self.plan.sheet.height * self.scale
        bottom = y + _BELOW
        middle = bottom + height / 2 - self.measure.capitals(_NAME) / 2
        surface.text(0, middle, f"Sheet {number + 1}", _NAME)
        sides = self._sides(number)
        for index, (name, side) in enumerate(zip(("Front", "Back"), sides, strict=False)):
            corner = _Corner(_LABELS + index * (width + _BETWEEN), bottom, self.scale)
            surface.text(corner.x, bottom + height + 3, name, _SMALL)
            self._side(surface, side, corner)
            if len(sides) == 2:
                edge = corner.x + (0 if index else width)
                surface.path(_line((edge, bottom), (edge, bottom + height), width=_THICK))

    def _side(self, surface: Surface, side: Side, corner: _Corner) -> None:
        width, height = self.plan.sheet.width * corner.scale, self.plan.sheet.height * corner.scale
        x, y = corner.x, corner.y
        corners: tuple[PathStep, ...] = (
            ("move", (x, y)),
            ("line", (x + width, y)),
            ("line", (x + width, y + height)),
            ("line", (x, y + height)),
            ("close", ()),
        )
        surface.path(PathMark(corners, stroke=_INK, width=_THIN))
        rows = len(side) // self.plan.columns
        for column in range(1, self.plan.columns):
            at = x + width * column / self.plan.columns
            surface.path(_line((at, y), (at, y + height), dash=_DASH))
        for row in range(1, rows):
            at = y + height * row / rows
            surface.path(_line((x, at), (x + width, at), dash=_DASH))
        style = _PAGE if len(side) <= _FEW else _CROWDED
        for cell, each in enumerate(side):
            row, column = divmod(cell, self.plan.columns)
            centre = x + width * (column + 0.5) / self.plan.columns
            base = y + height * (rows - row - 0.5) / rows - self.measure.capitals(style) / 2
            text = _label(each)
            surface.text(centre - self.measure.width(text, style) / 2, base, text, style)


def _label(each: Placed | None) -> str:
    return str(each.page + 1) if each else "–"


def _named(side: Side) -> str:
    return ", ".join(f"page {each.page + 1}" if each else "blank" for each in side)


def _line(
    start: tuple[float, float], end: tuple[float, float], *, width: float = _THIN, dash: tuple[float, ...] = ()
) -> PathMark:
    return PathMark((("move", start), ("line", end)), stroke=_INK, width=width, dash=dash)
