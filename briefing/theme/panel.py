"""Areas of pages that have a fixed place, as values. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.theme.style import Edges

__all__ = ["Area", "Panel", "Standing"]

Standing = Literal["top", "middle", "bottom"]
"""Where text stands in an area that it does not fill."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, from the side on which lines begin and from the upper edge."""

    page: int
    """From 1."""
    left: float
    top: float
    width: float
    height: float
    padding: Edges
    mirrored: bool = True
    """From right to left it stands on the other side; else it is at the left of the page whatever the language."""

    @property
    def text_width(self) -> float:
        """Room for lines, without the padding."""
        return self.width - self.padding.left - self.padding.right

    @property
    def text_height(self) -> float:
        """The same from top to bottom."""
        return self.height - self.padding.top - self.padding.bottom


@dataclass(frozen=True, slots=True)
class Panel:
    """Areas that text runs through, one after the other; all are as wide for text."""

    areas: tuple[Area, ...]
    background: str = ""
    """``#rrggbb``, or nothing for the paper."""
    standing: Standing = "top"
    holds: str = ""
    """What stands in it, as authors call it, for messages: completes "which holds …"."""
    smaller: tuple[float, ...] = ()
    """Shares of the sizes of its text, the largest first, to be tried one after the other where it is overfull."""
    scale: float = 1.0
    """Share of its sizes that its text is set in."""
    balanced: bool = False
    """Whether its areas are filled to about the same height."""
