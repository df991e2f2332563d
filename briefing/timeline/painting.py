"""The placed timeline as matplotlib's artists: a layout in, lines, areas and texts out, all of them in points.

Nothing is measured or decided here. Importing this module imports matplotlib, but not its figures: those bring axes,
projections and much else with them that is a fifth of a second and of no use to a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from briefing.drawing import Palette
from briefing.drawing.lettered import Lettered
from briefing.timeline.geometry import ARROW_REACH_UP, Bar, Layout, Line, Mark, TextLine

__all__ = ["timeline_artists"]

PAPER = "#ffffff"
AXIS_WIDTH = 0.9
LEADER_WIDTH = 0.5
TICK_WIDTH = 0.6
RING_WIDTH = 1.3
DOT_RADIUS = 2.9
STRESSED_RADIUS = 3.6
ARROW = 5.0
"""Length of an arrow's head."""
ARROW_REACH = 11.0
"""From a limit to the tip of its arrow, along the axis."""


def timeline_artists(layout: Layout, palette: Palette) -> Iterator[Artist]:
    """Make the artists, in the order in which they cover each other."""
    for artist in _in_order(layout, palette):
        artist.set_transform(IdentityTransform())
        yield artist


def _in_order(layout: Layout, palette: Palette) -> Iterator[Artist]:
    stressed = {mark.event for mark in layout.marks if mark.stressed}
    for leader in layout.leaders:
        yield _stroke(leader, palette.accent if leader.event in stressed else palette.muted, LEADER_WIDTH)
    for tick in layout.ticks:
        yield _stroke(tick, palette.muted, TICK_WIDTH)
    for line in (*layout.rails, *layout.breaks):
        yield _stroke(line, palette.structure, AXIS_WIDTH)
    for bar in layout.bars:
        yield _bar(bar, palette)
    # Limits first: their arrows reach along the axis and must not cover a dot that stands there.
    for mark in sorted(layout.marks, key=lambda mark: mark.shape in ("dot", "ring")):
        yield from _mark(mark, palette)
    for label in layout.labels:
        yield from map(_lettered, label.lines)
    yield from map(_lettered, layout.tick_labels)


def _lettered(line: TextLine) -> Lettered:
    return Lettered(line.x, line.y, line.text, line.style)


def _stroke(line: Line, colour: str, width: float) -> Line2D:
    return Line2D([line.x0, line.x1], [line.y0, line.y1], color=colour, linewidth=width, solid_capstyle="butt")


def _patch(path: Path, *, fill: str, edge: str, width: float) -> PathPatch:
    return PathPatch(path, facecolor=fill, edgecolor=edge, linewidth=width, joinstyle="miter", capstyle="butt")


def _polygon(points: Sequence[tuple[float, float]]) -> Path:
    return Path([*points, points[0]], closed=True)


def _bar(bar: Bar, palette: Palette) -> PathPatch:
    colour = palette.accent if bar.stressed else palette.structure
    inset = RING_WIDTH / 2 if bar.hollow else 0.0
    left, bottom = bar.box.left + inset, bar.box.bottom + inset
    right, top = bar.box.right - inset, bar.box.top - inset
    points = [(left, bottom), (right, bottom), (right, top), (left, top)]
    if bar.open_right:
        middle = (bottom + top) / 2
        points = [(left, bottom), (right - ARROW, bottom), (right, middle), (right - ARROW, top), (left, top)]
    elif bar.open_down:
        middle = (left + right) / 2
        points = [(left, bottom + ARROW), (middle, bottom), (right, bottom + ARROW), (right, top), (left, top)]
    return _patch(_polygon(points), fill=PAPER if bar.hollow else colour, edge=colour, width=RING_WIDTH * bar.hollow)


def _mark(mark: Mark, palette: Palette) -> Iterator[Artist]:
    colour = palette.accent if mark.stressed else palette.structure
    if mark.shape in ("until", "until-up"):
        yield from _limit(mark, colour)
        return
    ring = mark.shape == "ring"
    radius = (STRESSED_RADIUS if mark.stressed else DOT_RADIUS) - (RING_WIDTH / 2 if ring else 0.0)
    circle = Path.circle((mark.x, mark.y), radius)
    yield _patch(circle, fill=PAPER if ring else colour, edge=colour, width=RING_WIDTH * ring)


def _limit(mark: Mark, colour: str) -> Iterator[Artist]:
    """Draw a wall with an arrow that points away from it, to the open side: up to here, nobody says since when."""

    def turned(along: float, across: float) -> tuple[float, float]:
        if mark.shape == "until":
            return mark.x - along, mark.y + across
        return mark.x + across, mark.y + along

    tip = ARROW_REACH if mark.shape == "until" else ARROW_REACH_UP
    neck = tip - ARROW * 0.9
    wall = _polygon([turned(-0.8, -4.5), turned(0.8, -4.5), turned(0.8, 4.5), turned(-0.8, 4.5)])
    head = _polygon([turned(neck, -2.6), turned(tip, 0.0), turned(neck, 2.6)])
    shaft = _polygon([turned(0.0, -0.9), turned(neck, -0.9), turned(neck, 0.9), turned(0.0, 0.9)])
    for path in (wall, shaft):
        yield _patch(path, fill=colour, edge=colour, width=0.0)
    yield _patch(head, fill=PAPER, edge=colour, width=1.0)
