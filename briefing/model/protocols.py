"""What an upper room needs of a lower one, as small protocols.

All lengths are points. A drawing's origin is its lower left corner and y grows upwards, as on a PDF page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

__all__ = ["Drawing", "Measure", "PathMark", "PathStep", "Surface", "TextStyle"]


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
    """A path in a drawing, with what it is filled and stroked in."""

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


class Measure(Protocol):
    """Tells how much room a text takes in the document's own fonts."""

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a single line, shaped."""

    def ascent(self, style: TextStyle) -> float:
        """From the baseline to the top of the tallest letters."""

    def descent(self, style: TextStyle) -> float:
        """From the baseline to the bottom of the deepest letters, positive."""


class Surface(Protocol):
    """Takes the marks of a drawing."""

    def path(self, path: PathMark) -> None:
        """Fill and stroke a path."""

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Show one line with its baseline starting at x, y; ``angle`` in degrees, anticlockwise."""


class Drawing(Protocol):
    """Something vector that fills a width and knows its height: a chart, a code."""

    def height(self, width: float, measure: Measure) -> float:
        """Height that it takes when set to a width."""

    def draw(self, surface: Surface, width: float, measure: Measure) -> None:
        """Make its marks."""
