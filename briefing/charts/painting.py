"""The placed chart as matplotlib's artists: a layout in, bars, lines, symbols and texts out, all of them in points.

Nothing is measured or decided here. Importing this module imports matplotlib, but not its figures: those bring axes,
projections and much else with them that is a fifth of a second and of no use to a chart that is placed already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from briefing.charts.layout import Area, Layout, Stroke, Symbol, SymbolShape
from briefing.drawing.lettered import Lettered

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


def chart_artists(layout: Layout) -> Iterator[Artist]:
    """Make the artists, in the order in which they cover each other."""
    for artist in _in_order(layout):
        artist.set_transform(IdentityTransform())
        yield artist


def _in_order(layout: Layout) -> Iterator[Artist]:
    yield from map(_stroke, layout.strokes)
    yield from map(_area, layout.areas)
    yield from map(_symbol, layout.symbols)
    for each in layout.labels:
        yield from (Lettered(line.x, line.y, line.text, line.style) for line in each.lines)


def _stroke(stroke: Stroke) -> Line2D:
    xs, ys = zip(*stroke.points, strict=True)
    line = Line2D(xs, ys, color=stroke.colour, linewidth=stroke.width, solid_capstyle="butt", dash_capstyle="butt")
    if stroke.dash:
        # matplotlib counts dashes in widths of the line.
        line.set_dashes([each / stroke.width for each in stroke.dash])
    return line


def _area(area: Area) -> PathPatch:
    box = area.box
    corners = ((box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top))
    return _filled(_closed(corners), area.colour)


def _symbol(symbol: Symbol) -> PathPatch:
    if symbol.shape == "circle":
        return _filled(Path.circle((symbol.x, symbol.y), symbol.radius), symbol.colour)
    corners = _CORNERS[symbol.shape]
    return _filled(
        _closed(tuple((symbol.x + x * symbol.radius, symbol.y + y * symbol.radius) for x, y in corners)), symbol.colour
    )


def _filled(path: Path, colour: str) -> PathPatch:
    return PathPatch(path, facecolor=colour, edgecolor=colour, linewidth=0.0)


def _closed(corners: tuple[tuple[float, float], ...]) -> Path:
    return Path([*corners, corners[0]], closed=True)
