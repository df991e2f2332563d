"""How large a QR code and a printed address have to be, by the distance that they are read from. Lengths are points.

The width of a code is the trade's rule of a tenth of the distance; its modules are what a phone makes out at arm's
length, and as large to the phone from further away. The least of letters is 17 minutes of arc, for their x-height: of
ISO 9241-303 (16 at least, 20 to 22 are better, for capitals) and the 1/200 of the US Federal Aviation Administration.
docs/codes.md says how they hold.
"""

from __future__ import annotations

from briefing.theme.tokens import POINTS_PER_MM

__all__ = ["ARMS_LENGTH", "QUIET_ZONE", "least_module", "least_side", "least_x_height"]

ARMS_LENGTH = 300 * POINTS_PER_MM
"""What is held in the hand."""
QUIET_ZONE = 4
"""Modules of white on each side of a QR code. See: ISO/IEC 18004, 9.1."""
_LEAST_MODULE = 0.5 * POINTS_PER_MM
"""At arm's length and nearer."""
_LEAST_SIDE = 20 * POINTS_PER_MM
"""However near it is read."""
_DISTANCES_A_SIDE = 10
_DISTANCES_A_LETTER = 200


def least_module(distance: float) -> float:
    """Width of the modules of a code."""
    return max(1.0, distance / ARMS_LENGTH) * _LEAST_MODULE


def least_side(distance: float, modules: int) -> float:
    """Width of a code of so many modules a side, with its quiet zone."""
    by_modules = (modules + 2 * QUIET_ZONE) * least_module(distance)
    return max(_LEAST_SIDE, distance / _DISTANCES_A_SIDE, by_modules)


def least_x_height(distance: float) -> float:
    """Height of the letter x of a printed address."""
    return distance / _DISTANCES_A_LETTER
