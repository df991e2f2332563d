"""Printed addresses that are too small for the distance that they are read from."""

from __future__ import annotations

from math import ceil

from briefing.errors import Diagnostic
from briefing.theme import POINTS_PER_MM, Style, least_x_height
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.tree import TreeNode

__all__ = ["ADDRESS", "check_distance"]

ADDRESS = "short-url"
"""Class of the address that is printed for those who do not use the code."""
_SAME = 0.01
"""Points that nobody sees."""


def check_distance(node: TreeNode, style: Style, fonts: FontLibrary, diagnostics: list[Diagnostic]) -> None:
    """Report a printed address whose letters are too small to be read from where its readers stand."""
    if ADDRESS not in node.classes:
        return
    x_height = fonts.font(style).x_height / 1000
    least = least_x_height(style.reading_distance)
    size = min(style.sizes, default=style.size)
    if x_height * size < least - _SAME:
        away = f"{style.reading_distance / POINTS_PER_MM / 1000:g} m"
        high = x_height * size / POINTS_PER_MM
        message = (
            f"The letter x of the printed address is {high:.1f} mm high, in {size:g} points; "
            f"to read it from {away} away, people need {least / POINTS_PER_MM:.1f} mm."
        )
        hint = f"In theme.toml, give the style .{ADDRESS} at least {ceil(10 * least / x_height) / 10:g} points."
        diagnostics.append(Diagnostic("error", "address-too-small", message, node.position, hint))
