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
from briefing.pdf.separation import Separation

__all__ = ["ImageUses"]

_ORIENTATION = 0x0112
_APPLICATION_SEGMENTS = (*range(0xE1, 0xF0), 0xFE)
"""Markers of a JPEG file's metadata and comments."""
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}
_FOR_PRESS = 95
"""Quality of a photograph that is coded once more: what that loses no eye finds."""


class ImageUses:
    """All pictures of a document, each stored once."""

    def __init__(self, *, grey: bool = False, separation: Separation | None = None) -> None:
        """Collect pictures; they lose their colour where ``grey`` is true, and become inks with a separation."""
        self._grey, self._separation = grey, separation
        self._uses: dict[bytes, tuple[str, Picture]] = {}

    def label(self, picture: Picture) -> str:
        """Name a picture in the pages' resources."""
        key = picture.data
        if key not in self._uses:
            self._uses[key] = (f"I{len(self._uses) + 1}", picture)
        return self._uses[key][0]

    def embed(self, body: Body) -> dict[str, Reference]:
        """Add all pictures; return them by name."""
        return {label: _add(body, self._made(body, each)) for label, each in self._uses.values()}

    def _made(self, body: Body, picture: Picture) -> _Image:
        if self._separation:
            return body.memory.recall(_separated, picture.data, picture.format, self._separation)
        return body.memory.recall(_image, picture.data, picture.format, self._grey)


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
        "ColorSpace": _SPACES[image.mode],
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
    mask = _mask(image)
    grey = without_colour or _is_grey(image)
    return _flat(_opaque(image).convert("L" if grey else "RGB"))._replace(mask=mask)


def _is_grey(image: Image.Image) -> bool:
    return image.mode in ("1", "L") or image.mode.startswith("I")


def _separated(data: bytes, kind: str, separation: Separation) -> _Image:
    """Make a picture in inks: a photograph stays one, coded once more; a grey one is black ink alone."""
    with Image.open(BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
        mask, grey = _mask(upright), _is_grey(upright) or upright.mode == "LA"
        inks = upright.convert("L") if grey else separation.picture(_opaque(upright))
        made = _flat(inks) if kind != "JPEG" else _coded(inks)
        return made._replace(mask=mask)


def _coded(image: Image.Image) -> _Image:
    stored = BytesIO()
    image.save(stored, "JPEG", quality=_FOR_PRESS, subsampling="4:4:4")
    entries = _entries(image, "DCTDecode")
    if image.mode == "CMYK":
        # Such files hold how much is left white, as Adobe's programs have always written them.
        entries["Decode"] = b"[1 0 1 0 1 0 1 0]"
    return _Image(entries, _without_metadata(stored.getvalue()))


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
