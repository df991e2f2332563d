"""A grey picture of a code → what copiers make of it.

A copier blurs, makes black paler and white darker, and decides of each point whether it is black; set lighter or darker
it decides otherwise, and a copy of a copy adds up. The numbers are such that codes with modules of 0.4 mm come
through, and finer ones begin to fail: docs/codes.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PIL.Image import Image, Resampling
from PIL.ImageFilter import GaussianBlur

from briefing.verifying.findings import Copying

__all__ = ["Copied", "copies"]

_BLUR = 0.11 * 72 / 25.4
"""Points, the standard deviation: more than a quarter of the finest module that phones read."""
_BLACK, _WHITE = 70, 225
"""Greys that a copy has for black and white."""
_LIGHTER, _EVEN, _DARKER = 102, 128, 153
"""The grey from which on a point stays white."""
_FINER = 2
"""A copier has more points an inch than what we look at."""


class Copied(NamedTuple):
    """A picture after a copier."""

    by: Copying
    picture: Image


def copies(picture: Image, scale: float) -> Iterator[Copied]:
    """Make copies of a picture with so many pixels a point, the better ones first."""
    blur = _BLUR * scale
    yield Copied("blurred", _paler(picture.filter(GaussianBlur(blur))))
    fine = picture.resize((picture.width * _FINER, picture.height * _FINER), Resampling.BICUBIC)
    yield Copied("copied lighter", _as_seen(_copy(fine, blur, _LIGHTER), picture))
    yield Copied("copied darker", _as_seen(_copy(fine, blur, _DARKER), picture))
    yield Copied("copied twice", _as_seen(_copy(_copy(fine, blur, _EVEN), blur, _EVEN), picture))


def _copy(fine: Image, blur: float, threshold: int) -> Image:
    return fine.filter(GaussianBlur(blur * _FINER)).point([255 * (grey >= threshold) for grey in range(256)])


def _as_seen(fine: Image, picture: Image) -> Image:
    return _paler(fine.resize(picture.size, Resampling.BOX))


def _paler(picture: Image) -> Image:
    return picture.point([_BLACK + (_WHITE - _BLACK) * grey // 255 for grey in range(256)])
