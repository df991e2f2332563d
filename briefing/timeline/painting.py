"""The placed timeline as matplotlib's artists: a layout in, lines, areas and texts out, all of them in points.

Nothing is measured or decided here. Importing this module imports matplotlib, but not its figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from math import hypot

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.drawing import Palette
from briefing.drawing.artists import PAPER, Lettered, filled, in_points, polygon, stroke
from briefing.timeline.geometry import REACH, Bar, Layout, Line, Mark
from briefing.timeline.signs import BarShape, Fill

__all__ = ["timeline_artists"]

AXIS_WIDTH = 0.9
LEADER_WIDTH = 0.5
TICK_WIDTH = 0.6
OUTLINE = 1.2
RADIUS = 2.9
STRESSED_RADIUS = 3.6
BODY = 2.1
"""Half the thickness of a bar."""
WALL = 3.5
"""Half the height of the walls at what has a stated beginning or end."""
WALL_WIDTH = 1.5
ARROW = 5.0
"""Length of an arrow's head."""
HEAD, SHAFT = 7.0, 0.5
"""Length of the head of an arrow that alone says how sure a date is, and half the thickness of its shaft."""
NOTCH = 3.0
"""Depth of the notch where a bar goes on."""
BLOCK, BETWEEN_BLOCKS = 3.6, 1.4
"""A decade is a row of blocks, about so long and so far apart; two decades in a row stand farther apart."""

Turn = Callable[[float, float], tuple[float, float]]
"""Finds a point, from its place along time and across it."""


def timeline_artists(layout: Layout, palette: Palette) -> Iterator[Artist]:
    """Make the artists, in the order in which they cover each other."""
    return in_points(_in_order(layout, palette))


def _in_order(layout: Layout, palette: Palette) -> Iterator[Artist]:
    stressed = {mark.event for mark in layout.marks if mark.stressed}
    # Labels of one place share a pole, up to the highest of them.
    poles = {(leader.x0, leader.y0): leader for leader in sorted(layout.leaders, key=lambda leader: leader.y1)}
    for leader in poles.values():
        yield _stroke(leader, palette.accent if leader.event in stressed else palette.muted, LEADER_WIDTH)
    for tick in layout.ticks:
        yield _stroke(tick, palette.muted, TICK_WIDTH)
    for line in (*layout.rails, *chain.from_iterable(each.strokes for each in layout.breaks)):
        yield _stroke(line, palette.structure, AXIS_WIDTH)
    for bar in layout.bars:
        yield from _bar(bar, palette)
    # Limits and spans first: they reach along the axis and must not cover a dot that stands there. Of dots in one
    # place a stressed one is seen.
    for mark in sorted(layout.marks, key=lambda mark: (mark.shape == "point", mark.stressed)):
        yield from _mark(mark, palette)
    for label in layout.labels:
        yield from map(Lettered, label.lines)
    yield from map(Lettered, layout.tick_labels)
    for entry in layout.key:
        yield from _mark(entry.sign, palette) if isinstance(entry.sign, Mark) else _bar(entry.sign, palette)
        yield from map(Lettered, entry.label.lines)


def _stroke(line: Line, colour: str, width: float) -> Line2D:
    return stroke(((line.x0, line.y0), (line.x1, line.y1)), colour, width)


def _bar(bar: Bar, palette: Palette) -> Iterator[Artist]:
    colour = palette.accent if bar.stressed else palette.structure
    middle = bar.box.middle

    def turn(along: float, across: float) -> tuple[float, float]:
        return along, middle + across

    return _stretch(bar.shape, (bar.box.left, bar.box.right), bar.fill, turn, colour, goes_on=bar.goes_on)


def _mark(mark: Mark, palette: Palette) -> Iterator[Artist]:
    colour = palette.accent if mark.stressed else palette.structure

    def turn(along: float, across: float) -> tuple[float, float]:
        return (mark.x + across, mark.y - along) if mark.upright else (mark.x + along, mark.y + across)

    before, after = REACH[mark.shape]
    if mark.shape == "point":
        yield from _point(mark, colour)
    elif mark.shape == "until":
        yield from _arrow((-after, before), mark.fill, lambda along, across: turn(-along, across), colour)
    elif mark.shape == "after":
        yield from _arrow((-before, after), mark.fill, turn, colour)
    else:
        yield from _stretch(mark.shape, (-before, after), mark.fill, turn, colour)


def _point(mark: Mark, colour: str) -> Iterator[Artist]:
    radius = STRESSED_RADIUS if mark.stressed else RADIUS
    if mark.fill == "full":
        yield filled(Path.circle((mark.x, mark.y), radius), colour)
        return
    radius -= OUTLINE / 2
    yield filled(Path.circle((mark.x, mark.y), radius), PAPER, edge=colour, width=OUTLINE)
    if mark.fill == "half":
        lower = Path.wedge(180, 360).transformed(Affine2D().scale(radius).translate(mark.x, mark.y))
        yield filled(lower, colour)


def _arrow(ends: tuple[float, float], fill: Fill, turn: Turn, colour: str) -> Iterator[Artist]:
    """Draw what happened on one side of a limit: a wall, a shaft too thin to be taken for a length of time, a head."""
    first, last = ends
    yield _area(_block(first, first + WALL_WIDTH, WALL), turn, colour)
    yield _area(_block(first + WALL_WIDTH / 2, last - HEAD, SHAFT), turn, colour)
    # The outline of a hollow head lies inside: drawn towards the middle of the circle that the head holds.
    radius = HEAD * WALL / (WALL + hypot(HEAD, WALL))
    middle, share = last - HEAD + radius, 1.0 if fill == "full" else 1 - OUTLINE / 2 / radius
    head = [(last - HEAD, -WALL), (last, 0.0), (last - HEAD, WALL)]
    points = [(middle + (along - middle) * share, across * share) for along, across in head]
    yield from _filled(points, fill, turn, colour)


def _stretch(
    shape: BarShape, ends: tuple[float, float], fill: Fill, turn: Turn, colour: str, *, goes_on: bool = False
) -> Iterator[Artist]:
    """Draw a bar along time: walls at a stated beginning and end, blocks for a decade, an arrow for an open end."""
    first, last = ends
    if shape in ("span", "since"):
        yield _area(_block(first, first + WALL_WIDTH, WALL), turn, colour)
        first += WALL_WIDTH / 2
    if shape == "span" and not goes_on:
        yield _area(_block(last - WALL_WIDTH, last, WALL), turn, colour)
        last -= WALL_WIDTH / 2
    if shape == "since":
        yield _area([(last - ARROW, -WALL), (last, 0.0), (last - ARROW, WALL)], turn, colour)
        last -= ARROW
    for begin, end in _blocks(first, last) if shape == "decade" else [(first, last)]:
        yield from _body(begin, end, fill, turn, colour, notched=goes_on and end + BLOCK > last)


def _blocks(first: float, last: float) -> Iterator[tuple[float, float]]:
    """Divide a length into blocks of the same length with gaps between them, two at least."""
    first, last = first + BETWEEN_BLOCKS, last - BETWEEN_BLOCKS
    count = max(2, round((last - first + BETWEEN_BLOCKS) / (BLOCK + BETWEEN_BLOCKS)))
    step = (last - first + BETWEEN_BLOCKS) / count
    for number in range(count):
        yield first + number * step, first + (number + 1) * step - BETWEEN_BLOCKS


def _body(first: float, last: float, fill: Fill, turn: Turn, colour: str, *, notched: bool) -> Iterator[Artist]:
    """Draw a piece of a bar: full, hollow, or with its lower half full."""
    inset = 0.0 if fill == "full" else OUTLINE / 2
    points = _block(first + inset, last - inset, BODY - inset)
    if notched:
        points.insert(2, (last - NOTCH, 0.0))
    yield from _filled(points, fill, turn, colour)


def _filled(points: Sequence[tuple[float, float]], fill: Fill, turn: Turn, colour: str) -> Iterator[Artist]:
    """Draw an area that says how sure a date is; for an outline its points lie half of that inside."""
    if fill == "full":
        yield _area(points, turn, colour)
        return
    yield _area(points, turn, colour, fill=PAPER, width=OUTLINE)
    if fill == "half":
        yield _area([(along, min(across, 0.0)) for along, across in points], turn, colour)


def _block(first: float, last: float, half: float) -> list[tuple[float, float]]:
    return [(first, -half), (last, -half), (last, half), (first, half)]


def _area(
    points: Sequence[tuple[float, float]], turn: Turn, colour: str, *, fill: str = "", width: float = 0.0
) -> PathPatch:
    return filled(polygon([turn(*point) for point in points]), fill or colour, edge=colour, width=width)
