"""Colours and their contrast.

See: WCAG 2.2, success criteria 1.4.3 and 1.4.11, and the definitions of relative luminance and contrast ratio.
"""

from __future__ import annotations

import re

__all__ = [
    "LEAST_CONTRAST",
    "LEAST_CONTRAST_OF_CODES",
    "LEAST_CONTRAST_OF_MARKS",
    "components",
    "contrast",
    "grey_of",
    "is_colour",
]

LEAST_CONTRAST = 4.5
"""Of text against its ground, whatever its size: handouts are copied, and copies are paler."""
LEAST_CONTRAST_OF_MARKS = 3.0
"""Of the lines, dots and bars of a chart."""
LEAST_CONTRAST_OF_CODES = 7.0
"""Of a QR code: it is photocopied, and read by telephones in the evening."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as ``#rrggbb``."""
    return bool(_HEX.match(text))


def components(colour: str) -> tuple[float, float, float]:
    """Split ``#rrggbb`` into red, green and blue from 0 to 1."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value) for value in components(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey_of(colour: str) -> str:
    """Find the grey that is as light as a colour: its contrast with any other stays what it is, but for rounding."""
    luminance = _luminance(colour)
    value = luminance * 12.92 if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return f"#{round(255 * value):02x}" + f"{round(255 * value):02x}" * 2


def contrast(one: str, other: str) -> float:
    """Ratio of the luminances of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
