"""Contrast of every letter of a finished file with what is painted under it, from its content streams alone.

See: WCAG 2.2, success criterion 1.4.3; ISO 32000-1, 8.5.3 (what a path covers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from painting import Box, Colour, Glyph, Page, Picture, Point, Shape

__all__ = ["contrast", "pale_texts"]

PAPER: Colour = (1, 1, 1)
_LEAST, _LEAST_OF_LARGE = 4.5, 3.0
_LARGE, _LARGE_IF_BOLD = 18.0, 14.0
"""Points."""
_SAMPLES = (0.1, 0.5, 0.9)
"""Parts of a letter's width and height at which the ground is looked up."""


def pale_texts(page: Page) -> list[str]:
    """Texts of a page that are too pale for what is under them, or that something covers."""
    painted = page.painted
    grounds = [(number, each) for number, each in enumerate(painted) if not isinstance(each, Glyph)]
    found: dict[str, str] = {}
    for number, glyph in enumerate(painted):
        if isinstance(glyph, Glyph) and glyph.text.strip() and glyph.box.left < glyph.box.right:
            near = [(order, each) for order, each in grounds if each.box.meets(glyph.box)]
            for wrong in _wrong(glyph, number, near):
                found[wrong] = found.get(wrong, "") + glyph.text
    return [f"{text!r}: {wrong}" for wrong, text in found.items()]


def _wrong(glyph: Glyph, number: int, near: list[tuple[int, Shape | Picture]]) -> Iterator[str]:
    least = _LEAST_OF_LARGE if glyph.size >= (_LARGE_IF_BOLD if glyph.bold else _LARGE) else _LEAST
    for point in _points(glyph.box):
        covering = [(order, each) for order, each in near if _covers(each, point)]
        if any(order > number for order, _ in covering):
            yield "something is painted over it"
            return
        ground = covering[-1][1] if covering else None
        if isinstance(ground, Picture):
            yield "it stands on a picture"
            return
        colour = ground.colour if ground else PAPER
        reached = contrast(glyph.colour, colour)
        if reached < least:
            pair = f"{_hex(glyph.colour)} on {_hex(colour)}"
            yield f"{pair} is {reached:.1f}:1, less than {least}:1 at {glyph.size:.1f} pt"
            return


def _points(box: Box) -> list[Point]:
    width, height = box.right - box.left, box.top - box.bottom
    return [(box.left + x * width, box.bottom + y * height) for x in _SAMPLES for y in _SAMPLES]


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """Ratio of the relative luminances of two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _covers(painted: Shape | Picture, point: Point) -> bool:
    if not painted.box.holds(point):
        return False
    if isinstance(painted, Picture):
        return True
    if painted.line_width:
        return any(
            _distance(point, *ends) <= painted.line_width / 2 for line in painted.outlines for ends in pairwise(line)
        )
    winding = sum(_winding(point, outline) for outline in painted.outlines)
    return bool(winding % 2) if painted.even_odd else winding != 0


def _winding(point: Point, outline: Sequence[Point]) -> int:
    """How often an outline goes around a point: 8.5.3.3.2."""
    x, y = point
    turns = 0
    for (a, b), (c, d) in pairwise([*outline, outline[0]]):
        if (b <= y) != (d <= y) and a + (y - b) / (d - b) * (c - a) > x:
            turns += 1 if d > b else -1
    return turns


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    share = max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) if length else 0.0
    return hypot(x - a - share * (c - a), y - b - share * (d - b))
