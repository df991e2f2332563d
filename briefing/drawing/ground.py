"""What lies under a path, told from what was drawn before: a see-through colour is mixed with that.

Only looked at where a colour is see-through. Importing this module imports matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.path import Path
from matplotlib.transforms import Bbox

from briefing.model import PathMark, PathStep

__all__ = ["PAPER", "Ground"]

PAPER = "#ffffff"
_SLACK = 0.5
"""Points by which areas may overlap that only stand beside each other."""
_CORNERS = 4


class _Shape(NamedTuple):
    """A mark with its outline."""

    mark: PathMark
    path: Path
    box: Bbox
    """Of what is seen of it."""

    @property
    def is_area(self) -> bool:
        """Whether something is filled: nothing is in a straight line, though ticks are drawn as if."""
        return self.mark.fill is not None and self.box.width > 0 and self.box.height > 0

    @property
    def is_rectangle(self) -> bool:
        """Whether all of its box is filled."""
        corners = {numbers for step, numbers in self.mark.steps if step != "close"}
        upright = len(corners) == _CORNERS and all(
            len(set(each)) == _CORNERS // 2 for each in zip(*corners, strict=False)
        )
        return upright and self.is_area and not self.mark.window

    def holds(self, other: _Shape) -> bool:
        """Tell whether another lies on this one wholly."""
        near = self.box.padded(_SLACK)
        return self.is_rectangle and all(near.contains(x, y) for x, y in (other.box.min, other.box.max))

    def touches(self, other: _Shape) -> bool:
        """Tell whether two share more than an edge."""
        shared = Bbox.intersection(self.box, other.box)
        if shared is None:
            return False
        if self.is_rectangle and other.is_rectangle:
            return bool(shared.width > _SLACK and shared.height > _SLACK)
        return (
            self.path.intersects_path(other.path, filled=False)
            or (self.is_area and bool(self.path.contains_points(other.path.vertices).any()))
            or (other.is_area and bool(other.path.contains_points(self.path.vertices).any()))
        )


class Ground:
    """Remembers what was drawn, in its order."""

    def __init__(self) -> None:
        self._marks: list[PathMark] = []

    def add(self, mark: PathMark) -> None:
        """Take what is drawn next."""
        self._marks.append(mark)

    def beneath(self, mark: PathMark) -> str | None:
        """Find the one colour that lies under a path, the paper's where nothing does; ``None`` where there are several.

        Where lines cross, the upper one is seen: a line under a line is no ground.
        """
        above = _shape(mark)
        colours = set[str]()
        for below in map(_shape, reversed(self._marks)):
            if below.holds(above):
                colours.add(below.mark.fill or PAPER)
                break
            if (above.is_area or below.is_area) and below.touches(above):
                colours |= {colour for colour in (below.mark.fill, below.mark.stroke) if colour}
        else:
            colours.add(PAPER)
        return colours.pop() if len(colours) == 1 else None


def _shape(mark: PathMark) -> _Shape:
    path = _path(mark.steps)
    box = path.get_extents()
    if mark.clip:
        left, bottom, width, height = mark.clip
        box = Bbox.intersection(box, Bbox.from_bounds(left, bottom, width, height)) or Bbox.null()
    return _Shape(mark, path, box)


def _path(steps: Sequence[PathStep]) -> Path:
    """Write steps as matplotlib does; what is closed ends where it began."""
    codes = {"move": Path.MOVETO, "line": Path.LINETO, "curve": Path.CURVE4}
    vertices: list[tuple[float, float]] = []
    written: list[int] = []
    start = (0.0, 0.0)
    for step, numbers in steps:
        points = list(zip(numbers[::2], numbers[1::2], strict=True)) or [start]
        start = points[0] if step == "move" else start
        vertices += points
        written += [int(codes.get(step, Path.CLOSEPOLY))] * len(points)
    return Path(vertices, written)
