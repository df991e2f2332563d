"""Tokens of a theme file → values of a style, each checked; millimetres in, points out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from briefing.theme.colour import is_colour
from briefing.theme.style import Edges, Rule, Track

__all__ = ["PLACES", "POINTS_PER_MM", "Token", "TokenError", "edges", "flag", "length", "one_of", "style_token"]

POINTS_PER_MM = 72 / 25.4
_TRACK = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)(fr|mm)\Z")

_MOST_SIZES = 16

Token = tuple[str, Any]

PLACES = ("main", "side", "beside", "wide")
"""Where a block may stand besides in the panels of a theme."""


class TokenError(ValueError):
    """A value that a token cannot have; the text says what it can be."""


def _number_between(least: float, most: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise TokenError(f"a number from {least:g} to {most:g}")
        return float(value)

    return read


_type_size = _number_between(1, 500)
_shift = _number_between(-100, 100)
_room = _number_between(0, 1000)
_far = _number_between(100, 20_000)


def length(value: Any) -> float:
    """Read millimetres as points.

    Raises:
        TokenError: it is no such length.
    """
    return _room(value) * POINTS_PER_MM


def _distance_mm(value: Any) -> float:
    return _far(value) * POINTS_PER_MM


def flag(value: Any) -> bool:
    """Read true or false.

    Raises:
        TokenError: it is neither.
    """
    if not isinstance(value, bool):
        raise TokenError("true or false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TokenError("a text")
    return value


def _whole_between(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise TokenError(f"a whole number from {least} to {most}")
        return value

    return read


def one_of(*names: str) -> Callable[[Any], str]:
    """Make what reads one of some words, and raises ``TokenError`` for any other value."""

    def read(value: Any) -> str:
        if value not in names:
            raise TokenError("one of " + ", ".join(names))
        return str(value)

    return read


def edges(value: Any) -> Edges:
    """Read one length in millimetres, or four of them: top, right, bottom, left.

    Raises:
        TokenError: it is neither.
    """
    if isinstance(value, list) and len(value) == 4:
        return Edges(*(length(each) for each in value))
    side = length(value)
    return Edges(side, side, side, side)


def _track(value: Any) -> Track:
    found = _TRACK.match(value) if isinstance(value, str) else None
    if not found:
        raise TokenError('widths such as "1fr" or "40mm"')
    amount = float(found[1])
    return Track(share=amount) if found[2] == "fr" else Track(points=amount * POINTS_PER_MM)


def _tracks(value: Any) -> tuple[Track, ...]:
    if not isinstance(value, list):
        raise TokenError('a list of widths such as ["1fr", "40mm"], or an empty one')
    return tuple(_track(each) for each in value)


def _sizes(value: Any) -> tuple[float, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= _MOST_SIZES:
        raise TokenError(f"a list of 1 to {_MOST_SIZES} sizes in points, the largest first")
    sizes = tuple(_type_size(each) for each in value)
    if any(larger <= smaller for larger, smaller in pairwise(sizes)):
        raise TokenError(f"a list of 1 to {_MOST_SIZES} sizes in points, the largest first")
    return sizes


def _quarter(value: Any) -> int:
    if isinstance(value, bool) or value not in (0, 90, 270):
        raise TokenError("90, 270, or 0 for upright")
    return int(value)


class _Colours:
    def __init__(self, colours: Mapping[str, str]) -> None:
        self._colours = colours

    def __call__(self, value: Any) -> str:
        colour = self._colours.get(value, value) if isinstance(value, str) else ""
        if not is_colour(colour):
            raise TokenError("#rrggbb or one of " + ", ".join(self._colours))
        return colour

    def or_none(self, value: Any) -> str:
        return "" if value == "" else self(value)

    def rule(self, value: Any) -> Rule:
        if not isinstance(value, dict) or set(value) != {"width_pt", "colour"}:
            raise TokenError("{ width_pt = …, colour = … }")
        return Rule(_room(value["width_pt"]), self(value["colour"]))


_PLAIN: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "weight": ("weight", _whole_between(100, 1000)),
    "italic": ("italic", flag),
    "size_em": ("size_em", _number_between(0.2, 5)),
    "rise_em": ("rise_em", _number_between(-3, 3)),
    "at_line_end": ("at_line_end", flag),
    "size_pt": ("size", _type_size),
    "leading_pt": ("leading", _type_size),
    "align": ("align", one_of("left", "right", "centre", "justified")),
    "figures": ("figures", one_of("old-style", "lining")),
    "tabular": ("tabular", flag),
    "small_caps": ("small_caps", flag),
    "tracking_pt": ("tracking", _shift),
    "reading_distance_mm": ("reading_distance", _distance_mm),
    "balanced": ("balanced", flag),
    "hyphenate": ("hyphenate", flag),
    "hanging": ("hanging", flag),
    "looseness": ("looseness", _whole_between(-3, 3)),
    "space_before_pt": ("space_before", _room),
    "space_after_pt": ("space_after", _room),
    "break_before": ("break_before", flag),
    "keep_with_next": ("keep_with_next", flag),
    "keep_together": ("keep_together", flag),
    "padding_mm": ("padding", edges),
    "columns": ("columns", _tracks),
    "gap_mm": ("gap", length),
    "marker": ("marker", _text),
    "indent_mm": ("indent", length),
    "rise_pt": ("rise", _shift),
    "unbroken": ("unbroken", flag),
    "minimum_height_mm": ("minimum_height", length),
    "height_mm": ("height", length),
    "hidden": ("hidden", flag),
    "middle": ("middle", flag),
    "sizes_pt": ("sizes", _sizes),
    "fit_mm": ("fit", length),
    "one_line": ("one_line", flag),
    "turn": ("turn", _quarter),
    "measure_mm": ("measure", length),
    "copies": ("copies", _whole_between(1, 20)),
}
_GROUNDS = ("background", "marker_colour")
"""Colours that an element may do without: an empty text takes away what another selector gave."""
_RULES = ("rule_top", "rule_bottom", "rule_left", "rule_right", "cut")

NAMES = ("font", "place", *_PLAIN, "colour", *_GROUNDS, *_RULES)
"""Names of all tokens of a style."""


def style_token(
    name: str, value: Any, *, colours: Mapping[str, str], fonts: tuple[str, ...], panels: tuple[str, ...] = ()
) -> Token:
    """Read one token: the field of ``Style`` with its value; ``panels`` are further places by name.

    Raises:
        KeyError: there is no token of that name.
        TokenError: the value is not one that it can have.
    """
    if name == "font":
        return name, one_of(*fonts)(value)
    if name == "place":
        return name, one_of(*PLACES, *panels)(value)
    if name == "colour":
        return name, _Colours(colours)(value)
    if name in _GROUNDS:
        return name, _Colours(colours).or_none(value)
    if name in _RULES:
        return name, _Colours(colours).rule(value)
    field, read = _PLAIN[name]
    return field, read(value)
