"""How dark a code is on its ground, and how white around it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from PIL.Image import Image

from briefing.theme import QUIET_ZONE, contrast
from briefing.verifying.codes.decoding import Seen
from briefing.verifying.codes.rendering import Area, Pictured

__all__ = ["contrast_of", "has_margin"]

_DARK, _LIGHT = 0.1, 0.9
"""Shares of the points of a code that are darker than what counts as its dark, and as its light."""
_BEGINS, _ENDS = 1.0, QUIET_ZONE - 0.5
"""Modules from its edge: what stands there is seen for certain, and for certain in its quiet zone."""


def contrast_of(seen: Seen, pictured: Pictured) -> float:
    """Ratio of the luminances of its light and its dark, from 1 to 21."""
    dark, light = _dark_and_light(_part(pictured, seen.area))
    return contrast(f"#{dark:02x}{dark:02x}{dark:02x}", f"#{light:02x}{light:02x}{light:02x}")


def has_margin(seen: Seen, pictured: Pictured, width: float, height: float) -> bool:
    """Tell whether nothing stands in the quiet zone of a code that stands straight, on a page of a size."""
    begin, end = _BEGINS * seen.module, _ENDS * seen.module
    left, top, right, bottom = seen.area
    outer = Area(left - end, top - end, right + end, bottom + end)
    if outer.left < 0 or outer.top < 0 or outer.right > width or outer.bottom > height:
        return False
    bands = (
        Area(outer.left, outer.top, outer.right, top - begin),
        Area(outer.left, bottom + begin, outer.right, outer.bottom),
        Area(outer.left, outer.top, left - begin, outer.bottom),
        Area(right + begin, outer.top, outer.right, outer.bottom),
    )
    dark, light = _dark_and_light(_part(pictured, seen.area))
    return all(_darkest(_part(pictured, band)) > (dark + light) / 2 for band in bands)


def _darkest(picture: Image) -> int:
    return next(grey for grey, count in enumerate(picture.histogram()) if count)


def _part(pictured: Pictured, area: Area) -> Image:
    """Cut an area out, at least a pixel of it."""
    scale, shown = pictured.scale, pictured.area
    left, top = round((area.left - shown.left) * scale), round((area.top - shown.top) * scale)
    right, bottom = round((area.right - shown.left) * scale), round((area.bottom - shown.top) * scale)
    return pictured.picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))


def _dark_and_light(picture: Image) -> tuple[int, int]:
    counts = list(accumulate(picture.histogram()))
    dark, light = (bisect_left(counts, share * counts[-1]) for share in (_DARK, _LIGHT))
    return dark, light
