"""Boxes of the pages. See: ISO 32000-1, 7.7.3 (page tree, what is inherited), 14.11.2 (boxes)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.verifying.findings import Box, PageSeen
from briefing.verifying.inspecting.objects import Identity, as_array, as_number, as_whole, entry, identity

__all__ = ["inherited", "read_pages", "size_of", "unit_of"]

MM = 25.4 / 72
"""Of a point."""
TOLERANCE_MM = 1.0
SIZES = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "A6": (105, 148),
    "letter": (215.9, 279.4),
    "half-letter": (139.7, 215.9),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
"""Width and height in mm, upright: ISO 216, ANSI/ASME Y14.1."""

_DEFAULT: Box = (0.0, 0.0, 612.0, 792.0)
"""What viewers take where a page has no box: letter."""
_DEEPEST = 100


def read_pages(pages: Sequence[object]) -> tuple[PageSeen, ...]:
    """Measure pages in the order of the file."""
    return tuple(_page(page, number) for number, page in enumerate(pages, start=1))


def unit_of(page: object) -> float:
    """Give the size of a user unit in points: 1 but for very large pages."""
    unit = as_number(entry(page, "UserUnit"))
    return unit if unit and unit > 0 else 1.0


def _page(page: object, number: int) -> PageSeen:
    scale = MM * unit_of(page)
    media = _box(inherited(page, "MediaBox")) or _DEFAULT
    crop = _box(inherited(page, "CropBox")) or media
    trim, bleed = _box(entry(page, "TrimBox")), _box(entry(page, "BleedBox"))
    rotation = (as_whole(inherited(page, "Rotate")) or 0) % 360
    return PageSeen(
        number,
        media=_scaled(media, scale),
        crop=_scaled(crop, scale),
        trim=_scaled(trim, scale) if trim else None,
        bleed=_scaled(bleed, scale) if bleed else None,
        rotation=rotation,
        size=size_of(_scaled(trim or crop, scale), rotation),
    )


def size_of(box: Box, rotation: int = 0) -> str:
    """Name the paper of a box in mm, as it is seen; empty where it has no name."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if rotation % 180:
        width, height = height, width
    for name, (short, long) in SIZES.items():
        if abs(min(width, height) - short) <= TOLERANCE_MM and abs(max(width, height) - long) <= TOLERANCE_MM:
            return f"{name} landscape" if width > height else name
    return ""


def inherited(page: object, key: str) -> object:
    """Look an entry up in a page and above it."""
    seen: set[Identity] = set()
    for _ in range(_DEEPEST):
        value = entry(page, key)
        own = identity(page)
        if value is not None or own is None or own in seen:
            return value
        seen.add(own)
        page = entry(page, "Parent")
    return None


def _box(value: object) -> Box | None:
    """Read a rectangle, its corners put in order; ``None`` for anything else, and for one without an inside."""
    corners = [as_number(each) for each in as_array(value)]
    if len(corners) != 4:
        return None
    a, b, c, d = corners
    if a is None or b is None or c is None or d is None or a == c or b == d:
        return None
    return (min(a, c), min(b, d), max(a, c), max(b, d))


def _scaled(box: Box, scale: float) -> Box:
    left, bottom, right, top = (round(value * scale, 2) for value in box)
    return (left, bottom, right, top)
