"""A page, or a part of it → a grey picture, as coarse as it has to be for its size."""

from __future__ import annotations

import math
from typing import NamedTuple

import pypdfium2
from PIL.Image import Image

__all__ = ["Area", "Pictured", "picture_of"]

_LONGEST_SIDE = 60_000
"""Pixels; the decoder takes no more than 65,535."""


class Area(NamedTuple):
    """A part of a page, in points from the upper left corner of the page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Tell whether two areas overlap."""
        return not (
            self.right <= other.left or other.right <= self.left or self.bottom <= other.top or other.bottom <= self.top
        )

    def grown(self, by: float, width: float, height: float) -> Area:
        """Add room on each side, as far as a page of a size has some."""
        return Area(
            max(0.0, self.left - by),
            max(0.0, self.top - by),
            min(width, self.right + by),
            min(height, self.bottom + by),
        )


class Pictured(NamedTuple):
    """A part of a page as greys."""

    picture: Image
    area: Area
    scale: float
    """Pixels a point."""


def picture_of(page: pypdfium2.PdfPage, per_inch: float, *, most: int, area: Area | None = None) -> Pictured:
    """Render a page, or an area of it, with so many pixels an inch, or with fewer where these are more than ``most``.

    Raises: PdfiumError where it cannot be rendered.
    """
    width, height = page.get_size()
    area = area or Area(0.0, 0.0, width, height)
    scale = _scale(per_inch, most, area.right - area.left, area.bottom - area.top)
    crop = (area.left, height - area.bottom, width - area.right, area.top)
    picture = page.render(scale=scale, crop=crop, grayscale=True).to_pil().convert("L")
    return Pictured(picture, area, scale)


def _scale(per_inch: float, most: int, width: float, height: float) -> float:
    by_area = math.sqrt(most / max(1.0, width * height))
    return min(per_inch / 72, by_area, _LONGEST_SIDE / max(1.0, width, height))
