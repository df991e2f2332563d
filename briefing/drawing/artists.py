"""matplotlib's artists for what charts are made of, all in points.

Importing this module imports matplotlib, but not its figures: those bring axes, projections and much else with them
that is a fifth of a second and of no use to a chart that is placed already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from briefing.drawing.geometry import TextLine
from briefing.drawing.renderer import SurfaceRenderer

__all__ = ["PAPER", "Lettered", "filled", "in_points", "polygon", "stroke"]

PAPER = "#ffffff"
"""Fills what is an outline."""


class Lettered(Artist):
    """A line of text that the document sets in its own font, with nothing asked of matplotlib's."""

    def __init__(self, line: TextLine) -> None:
        """Take a line that was measured for its place."""
        super().__init__()
        self._line = line

    def draw(self, renderer: RendererBase) -> None:
        """Set the line."""
        if isinstance(renderer, SurfaceRenderer):
            line = self._line
            renderer.surface.text(line.x, line.y, line.text, line.style)


def stroke(points: Sequence[tuple[float, float]], colour: str, width: float, dash: Sequence[float] = ()) -> Line2D:
    """Draw through points, with strokes and gaps by turns where a dash gives their lengths."""
    xs, ys = zip(*points, strict=True)
    line = Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="butt", dash_capstyle="butt")
    if dash:
        # matplotlib counts dashes in widths of the line.
        line.set_dashes([each / width for each in dash])
    return line


def polygon(corners: Sequence[tuple[float, float]]) -> Path:
    """Go round corners, back to the first."""
    return Path([*corners, corners[0]], closed=True)


def filled(path: Path, colour: str, *, edge: str = "", width: float = 0.0) -> PathPatch:
    """Fill a path, and draw its edge in a width."""
    return PathPatch(
        path, facecolor=colour, edgecolor=edge or colour, linewidth=width, joinstyle="miter", capstyle="butt"
    )


def in_points(artists: Iterable[Artist]) -> Iterator[Artist]:
    """Let artists stand where their numbers say, from the lower left corner."""
    for artist in artists:
        artist.set_transform(IdentityTransform())
        yield artist
