"""What a picture looks like in grey, and to people who cannot tell some colours apart.

See: Viénot, Brettel and Mollon 1999 for protanopia and deuteranopia; Brettel, Viénot and Mollon 1997 for tritanopia.
The matrices are for linear sRGB, as libDaltonLens (public domain) gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image

__all__ = ["VIEWS", "contrast_with_paper", "seen_by_all"]

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722))
_PROTANOPIA = np.array(((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)))
_DEUTERANOPIA = np.array(((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)))
_TRITANOPIA = (
    np.array(((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911))),
    np.array(((0.93678, 0.18979, -0.12657), (0.06154, 0.81526, 0.12320), (-0.37562, 1.12767, 0.24796))),
)
_TRITANOPIA_PARTS_AT = np.array((0.03901, -0.02788, -0.01113))
"""On which side of this plane a colour lies tells which matrix is meant for it."""

Linear = np.ndarray
"""Rows of linear red, green and blue, from 0 to 1."""


def _in_grey(linear: Linear) -> Linear:
    return np.repeat((linear @ _LUMINANCE)[..., np.newaxis], 3, axis=-1)


def _with_tritanopia(linear: Linear) -> Linear:
    first, second = (linear @ matrix.T for matrix in _TRITANOPIA)
    return np.where((linear @ _TRITANOPIA_PARTS_AT >= 0)[..., np.newaxis], first, second)


VIEWS: Mapping[str, Callable[[Linear], Linear]] = {
    "colours": lambda linear: linear,
    "grey": _in_grey,
    "protanopia": lambda linear: linear @ _PROTANOPIA.T,
    "deuteranopia": lambda linear: linear @ _DEUTERANOPIA.T,
    "tritanopia": _with_tritanopia,
}


def seen_by_all(picture: Image.Image) -> dict[str, Image.Image]:
    """The picture in each view."""
    encoded = np.asarray(picture.convert("RGB"), dtype=float) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return {name: _picture(view(linear)) for name, view in VIEWS.items()}


def _picture(linear: Linear) -> Image.Image:
    clipped = np.clip(linear, 0, 1)
    encoded = np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055)
    return Image.fromarray(np.round(encoded * 255).astype(np.uint8))


def contrast_with_paper(picture: Image.Image) -> np.ndarray:
    """Contrast of each point with white: WCAG 2.2, "contrast ratio"."""
    encoded = np.asarray(picture.convert("RGB"), dtype=float) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return 1.05 / (linear @ _LUMINANCE + 0.05)
