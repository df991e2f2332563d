"""Raster pictures as image objects; position and camera data of a file are left behind.

See: ISO 32000-1, 8.9.5; ISO 19005-2, 6.2.8.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from briefing.model import Picture
from briefing.pdf.objects import Body, Reference

__all__ = ["ImageUses"]

_ORIENTATION = 0x0112
_APPLICATION_SEGMENTS = (*range(0xE1, 0xF0), 0xFE)
"""Markers of a JPEG file's metadata and comments."""


class ImageUses:
    """All pictures of a document, each stored once."""

    def __init__(self) -> None:
        self._uses: dict[bytes, tuple[str, Picture]] = {}

    def label(self, picture: Picture) -> str:
        """Name a picture in the pages' resources."""
        key = picture.data
        if key not in self._uses:
            self._uses[key] = (f"I{len(self._uses) + 1}", picture)
        return self._uses[key][0]

    def embed(self, body: Body) -> dict[str, Reference]:
        """Add all pictures; return them by name."""
        return {label: _embed(body, picture) for label, picture in self._uses.values()}


def _embed(body: Body, picture: Picture) -> Reference:
    with Image.open(BytesIO(picture.data)) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        if picture.format == "JPEG" and image.mode in ("RGB", "L") and upright:
            return _jpeg(body, image, picture.data)
        return _pixels(body, ImageOps.exif_transpose(image))


def _entries(image: Image.Image, space: str) -> dict[str, bytes]:
    return {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": b"%d" % image.width,
        "Height": b"%d" % image.height,
        "ColorSpace": b"/" + space.encode(),
        "BitsPerComponent": b"8",
    }


def _jpeg(body: Body, image: Image.Image, data: bytes) -> Reference:
    entries = _entries(image, "DeviceRGB" if image.mode == "RGB" else "DeviceGray")
    return body.stream({**entries, "Filter": b"/DCTDecode"}, _without_metadata(data), compress=False)


def _without_metadata(data: bytes) -> bytes:
    result, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        # Adobe's segment (EE) says how the colours are coded and has to stay.
        if data[at + 1] not in _APPLICATION_SEGMENTS or data[at + 1] == 0xEE:
            result += data[at:end]
        at = end
    return bytes(result + data[at:])


def _pixels(body: Body, image: Image.Image) -> Reference:
    mask = b""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = body.stream(_entries(alpha, "DeviceGray"), alpha.tobytes())
    grey = image.mode in ("1", "L", "LA") or image.mode.startswith("I")
    image = image.convert("L" if grey else "RGB")
    entries = _entries(image, "DeviceGray" if grey else "DeviceRGB")
    if mask:
        entries["SMask"] = mask
    return body.stream(entries, image.tobytes())
