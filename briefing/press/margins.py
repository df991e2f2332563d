"""A set document → whether anything on its pages may stand near to an edge of the paper, told without drawing them."""

from __future__ import annotations

from typing import Final, Literal

from briefing.theme import POINTS_PER_MM, Page
from briefing.typesetting import PlacedFragment, SetDocument

__all__ = ["SAFE_MM", "Bleed", "reaches_margins"]

SAFE_MM: Final = 5.0
"""From the edge: what is nearer is cut off by a cut that is not exact, and is not printed by an office printer."""

Bleed = Literal["empty", "filled", "missing"]
"""What is beyond the edges: nothing, for nothing reaches them; what reaches them; not all that reaches them."""


def reaches_margins(document: SetDocument) -> bool:
    """Tell whether the box of something comes nearer to an edge than it should: only then have pages to be drawn."""
    return any(_is_near(placed, document.page) for page in document.pages for placed in page.fragments)


def _is_near(placed: PlacedFragment, page: Page) -> bool:
    right, top = placed.x + placed.fragment.width, placed.y + placed.fragment.height
    return min(placed.x, placed.y, page.width - right, page.height - top) < SAFE_MM * POINTS_PER_MM - 0.1
