"""What an upper room needs of a lower one, as small protocols.

All lengths are points. A drawing's origin is its lower left corner and y grows upwards, as on a PDF page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from briefing.errors import Diagnostic

__all__ = ["Drawing", "Ink", "Measure", "PathMark", "PathStep", "PlacedDrawing", "Surface", "TextStyle"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text in a drawing looks."""

    size: float
    """Points."""
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    """``#rrggbb``."""
    family: Literal["reading", "informing"] = "informing"


PathStep = tuple[Literal["move", "line", "curve", "close"], tuple[float, ...]]
"""An operator with its coordinates: two for ``move`` and ``line``, six for ``curve``, none for ``close``."""


@dataclass(frozen=True, slots=True)
class PathMark:
    """A path in a drawing, with what it is filled and stroked in.

    Inside of it, as of its window, is what it goes round: by the rule of the winding number that is not nought.
    """

    steps: tuple[PathStep, ...]
    fill: str | None = None
    """``#rrggbb``, as ``stroke``; without a colour it is not done."""
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    """Lengths of strokes and gaps by turns."""
    cap: Literal["butt", "round", "square"] = "butt"
    clip: tuple[float, float, float, float] | None = None
    """Left, bottom, width and height of the rectangle outside of which nothing is seen."""
    window: tuple[PathStep, ...] = ()
    """A path outside of which nothing is seen either; empty where there is none."""


class Measure(Protocol):
    """Tells how much room a text takes in the document's own fonts."""

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a single line, shaped."""

    def ascent(self, style: TextStyle) -> float:
        """From the baseline to the top of the tallest letters."""

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of the deepest letters, positive."""

    def capitals(self, style: TextStyle) -> float:
        """From the baseline to the top of capitals, or of the letters of a script that has none."""

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        """How far the ink of a single line reaches below and above its baseline."""


class Surface(Protocol):
    """Takes the marks of a drawing."""

    def path(self, path: PathMark) -> None:
        """Fill and stroke a path."""

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Show one line with its baseline starting at x, y; ``angle`` in degrees, anticlockwise."""


class Ink(NamedTuple):
    """A colour in which a drawing tells something."""

    name: str
    """As the theme calls it."""
    colour: str
    """``#rrggbb``."""
    for_text: bool
    """Whether letters are set in it, which need more contrast than marks."""


class PlacedDrawing(Protocol):
    """A drawing at a width, in strips from above between which a page may end."""

    @property
    def strips(self) -> tuple[float, ...]:
        """Height of each strip; one alone for what cannot be parted."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What its author asked for and cannot be had at this width; whoever asks adds the position."""

    def draw(self, surface: Surface, first: int, last: int) -> None:
        """Make the marks of the strips from ``first`` to before ``last``; the origin is their lower left corner."""

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        """Tell what some of the strips show, which stand together: they are part number ``part`` of so many ``parts``.

        What is all in one place is the only part. Empty where the words of its element tell all of it already.
        """


class Drawing(Protocol):
    """Something vector that fills a width: a chart, a code."""

    @property
    def inks(self) -> tuple[Ink, ...]:
        """The colours that must be seen on the paper; what is mere ornament is not among them."""

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedDrawing:
        """Set it to a width. ``limit`` is the greatest height that a page offers: a higher strip fits on none."""
