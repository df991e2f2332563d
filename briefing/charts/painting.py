"""The placed chart as matplotlib's artists: a layout in, bars, lines, symbols and texts out, all of them in points.

Nothing is measured or decided here. Importing this module imports matplotlib, but not its figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from matplotlib.artist import Artist
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from briefing.charts.layout import Area, Layout, Symbol, SymbolShape
from briefing.drawing.artists import PAPER, Lettered, filled, in_points, polygon, stroke

__all__ = ["chart_artists"]

_CORNERS: Mapping[SymbolShape, tuple[tuple[float, float], ...]] = MappingProxyType(
    {
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "triangle": ((-1.15, -0.8), (1.15, -0.8), (0.0, 1.2)),
        "diamond": ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
        "inverted": ((-1.15, 0.8), (0.0, -1.2), (1.15, 0.8)),
    }
)
"""Of each shape but the circle, in radii; all look about as large."""

OUTLINE = 0.75
"""Points."""


def chart_artists(layout: Layout) -> Iterator[Artist]:
    """Make the artists, in the order in which they cover each other."""
    return in_points(_in_order(layout))


def _in_order(layout: Layout) -> Iterator[Artist]:
    for each in layout.strokes:
        yield stroke(each.points, each.colour, each.width, each.dash)
    yield from map(_area, layout.areas)
    yield from map(_symbol, layout.symbols)
    for label in layout.labels:
        yield from map(Lettered, label.lines)


def _area(area: Area) -> PathPatch:
    box = area.box
    # What is too short for an outline with something inside is filled.
    outlined = area.outlined and box.right - box.left > 2 * OUTLINE
    inset = OUTLINE / 2 if outlined else 0.0
    left, bottom, right, top = box.left + inset, box.bottom + inset, box.right - inset, box.top - inset
    path = polygon(((left, bottom), (right, bottom), (right, top), (left, top)))
    return filled(path, PAPER, edge=area.colour, width=OUTLINE) if outlined else filled(path, area.colour)


def _symbol(symbol: Symbol) -> PathPatch:
    if symbol.outlined:
        inside = Path.circle((symbol.x, symbol.y), symbol.radius - OUTLINE / 2)
        return filled(inside, PAPER, edge=symbol.colour, width=OUTLINE)
    if symbol.shape == "circle":
        return filled(Path.circle((symbol.x, symbol.y), symbol.radius), symbol.colour)
    corners = [(symbol.x + x * symbol.radius, symbol.y + y * symbol.radius) for x, y in _CORNERS[symbol.shape]]
    return filled(polygon(corners), symbol.colour)
