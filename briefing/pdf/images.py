"""Raster pictures as image objects; position and camera data of a file are left behind.

See: ISO 32000-1, 8.9.5; ISO 19005-2, 6.2.8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil
from typing import NamedTuple

from PIL import Image

from briefing.model import Picture
from briefing.pdf.objects import Body, Reference, deflated
from briefing.pdf.separation import Separation
from briefing.photographs import opened, packed, shown, without_notes

__all__ = ["PER_INCH", "ImageUses"]

PER_INCH = 220
"""Points an inch that are enough for an office printer and a screen, where nobody asks for more."""
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}
_FOR_PRESS = 95
"""Quality of a photograph that is coded once more: what that loses no eye finds."""


class ImageUses:
    """All pictures of a document, each stored once, with as many points as the largest place needs that it has."""

    def __init__(self, *, grey: bool = False, separation: Separation | None = None, per_inch: int = PER_INCH) -> None:
        """Collect pictures; they lose their colour where ``grey`` is true, and become inks with a separation.

        They lose what is finer than ``per_inch`` points to an inch.
        """
        self._grey, self._separation, self._per_inch = grey, separation, per_inch
        self._uses: dict[tuple[bytes, object], _Use] = {}

    def label(self, picture: Picture, width: float) -> str:
        """Name a picture in the pages' resources, where it is ``width`` points wide."""
        key = (picture.data, picture.area)
        use = self._uses.setdefault(key, _Use(f"I{len(self._uses) + 1}", picture))
        use.width = max(use.width, width)
        return use.label

    def embed(self, body: Body) -> dict[str, Reference]:
        """Add all pictures; return them by name."""
        return {use.label: _add(body, self._made(body, use)) for use in self._uses.values()}

    def _made(self, body: Body, use: _Use) -> _Image:
        across = max(1, ceil(use.width * self._per_inch / 72))
        # the bytes stand apart, for a memory weighs what it is given
        data, bare = use.picture.data, replace(use.picture, data=b"")
        if self._separation:
            return body.memory.recall(_separated, data, bare, across, self._separation)
        return body.memory.recall(_image, data, bare, across, self._grey)


@dataclass(slots=True)
class _Use:
    label: str
    picture: Picture
    width: float = 0.0
    """Points, where it is shown the largest."""


class _Image(NamedTuple):
    entries: Mapping[str, bytes]
    stored: bytes
    mask: _Image | None = None
    """How much of each point is seen."""


def _add(body: Body, image: _Image) -> Reference:
    mask = {"SMask": _add(body, image.mask)} if image.mask else {}
    return body.stream({**image.entries, **mask}, image.stored, compress=False)


def _image(data: bytes, bare: Picture, across: int, grey: bool) -> _Image:
    picture = replace(bare, data=data)
    made = shown(picture, across, grey=grey)
    if made is None:
        with opened(picture) as image:
            return _jpeg(image, without_notes(data))
    if picture.format == "JPEG":
        photograph = made.convert("L" if grey or made.mode == "L" else "RGB")
        return _jpeg(photograph, packed(photograph, "JPEG"))
    return _pixels(made, grey)


def _entries(image: Image.Image, coding: str) -> dict[str, bytes]:
    return {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": b"%d" % image.width,
        "Height": b"%d" % image.height,
        "ColorSpace": _SPACES[image.mode],
        "BitsPerComponent": b"8",
        "Filter": b"/" + coding.encode(),
    }


def _jpeg(image: Image.Image, stored: bytes) -> _Image:
    return _Image(_entries(image, "DCTDecode"), stored)


def _pixels(image: Image.Image, without_colour: bool) -> _Image:
    mask = _mask(image)
    grey = without_colour or _is_grey(image)
    return _flat(_opaque(image).convert("L" if grey else "RGB"))._replace(mask=mask)


def _is_grey(image: Image.Image) -> bool:
    return image.mode in ("1", "L", "LA") or image.mode.startswith("I")


def _separated(data: bytes, bare: Picture, across: int, separation: Separation) -> _Image:
    """Make a picture in inks: a photograph stays one, coded once more; a grey one is black ink alone."""
    picture = replace(bare, data=data)
    image = shown(picture, across) or opened(picture)
    mask, grey = _mask(image), _is_grey(image)
    inks = image.convert("L") if grey else separation.picture(_opaque(image))
    made = _flat(inks) if picture.format != "JPEG" else _coded(inks)
    return made._replace(mask=mask)


def _coded(image: Image.Image) -> _Image:
    stored = BytesIO()
    image.save(stored, "JPEG", quality=_FOR_PRESS, subsampling="4:4:4")
    entries = _entries(image, "DCTDecode")
    if image.mode == "CMYK":
        # Such files hold how much is left white, as Adobe's programs have always written them.
        entries["Decode"] = b"[1 0 1 0 1 0 1 0]"
    return _Image(entries, without_notes(stored.getvalue()))


def _mask(image: Image.Image) -> _Image | None:
    """How much of each point is seen; ``None`` where all is."""
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return _flat(alpha) if alpha.getextrema() != (255, 255) else None


def _opaque(image: Image.Image) -> Image.Image:
    """The colours of a picture that has places which are not seen."""
    return image.convert("RGBA") if "transparency" in image.info else image


def _flat(image: Image.Image) -> _Image:
    return _Image(_entries(image, "FlateDecode"), deflated(image.tobytes()).stored)
