"""Raster pictures as image objects; position and camera data of a file are left behind.

See: ISO 32000-1, 8.9.5; ISO 19005-2, 6.2.8.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

from briefing.model import Picture
from briefing.pdf.objects import Body, Reference, deflated

__all__ = ["ImageUses"]

_ORIENTATION = 0x0112
_APPLICATION_SEGMENTS = (*range(0xE1, 0xF0), 0xFE)
"""Markers of a JPEG file's metadata and comments."""


class ImageUses:
    """All pictures of a document, each stored once."""

    def __init__(self, *, grey: bool = False) -> None:
        """Collect pictures; they lose their colour where ``grey`` is true."""
        self._grey = grey
        self._uses: dict[bytes, tuple[str, Picture]] = {}

    def label(self, picture: Picture) -> str:
        """Name a picture in the pages' resources."""
        key = picture.data
        if key not in self._uses:
            self._uses[key] = (f"I{len(self._uses) + 1}", picture)
        return self._uses[key][0]

    def embed(self, body: Body) -> dict[str, Reference]:
        """Add all pictures; return them by name."""
        uses = self._uses.values()
        return {
            label: _add(body, body.memory.recall(_image, each.data, each.format, self._grey)) for label, each in uses
        }


class _Image(NamedTuple):
    entries: Mapping[str, bytes]
    stored: bytes
    mask: _Image | None = None
    """How much of each point is seen."""


def _add(body: Body, image: _Image) -> Reference:
    mask = {"SMask": _add(body, image.mask)} if image.mask else {}
    return body.stream({**image.entries, **mask}, image.stored, compress=False)


def _image(data: bytes, kind: str, grey: bool) -> _Image:
    with Image.open(BytesIO(data)) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        if kind == "JPEG" and upright and (image.mode == "L" or (image.mode == "RGB" and not grey)):
            return _jpeg(image, data)
        return _pixels(ImageOps.exif_transpose(image), grey)


def _entries(image: Image.Image, coding: str) -> dict[str, bytes]:
    return {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": b"%d" % image.width,
        "Height": b"%d" % image.height,
        "ColorSpace": b"/DeviceGray" if image.mode == "L" else b"/DeviceRGB",
        "BitsPerComponent": b"8",
        "Filter": b"/" + coding.encode(),
    }


def _jpeg(image: Image.Image, data: bytes) -> _Image:
    return _Image(_entries(image, "DCTDecode"), _without_metadata(data))


def _without_metadata(data: bytes) -> bytes:
    result, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        # Adobe's segment (EE) says how the colours are coded and has to stay.
        if data[at + 1] not in _APPLICATION_SEGMENTS or data[at + 1] == 0xEE:
            result += data[at:end]
        at = end
    return bytes(result + data[at:])


def _pixels(image: Image.Image, without_colour: bool) -> _Image:
    mask = None
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = _flat(alpha)
    grey = without_colour or image.mode in ("1", "L", "LA") or image.mode.startswith("I")
    return _flat(image.convert("L" if grey else "RGB"))._replace(mask=mask)


def _flat(image: Image.Image) -> _Image:
    return _Image(_entries(image, "FlateDecode"), deflated(image.tobytes()).stored)
