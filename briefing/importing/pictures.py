"""Pictures of a file from elsewhere → pictures that a briefing can show, under names that work everywhere.

PNG and JPEG stay as they are where they can be printed so. Other pictures of pixels are made into PNG, and what is not
made of pixels is refused, with what to do.
"""

from __future__ import annotations

import io
import struct
import zlib
from warnings import catch_warnings

from PIL import Image, ImageOps

from briefing.reading.files import Refusal
from briefing.reading.limits import PICTURE_BYTES, PICTURE_PIXELS, PICTURES
from briefing.reading.pictures import judged_picture

__all__ = ["Pictures"]

_PNG = b"\x89PNG"
_CONVERTED_PIXELS = 25_000_000
"""Of a picture that is made into another: all of it stands in memory, some of it twice."""
_ALL_PIXELS = 250_000_000
"""Of all pictures of one file that are decoded in full."""
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_MENDED = frozenset({"picture-colours", "picture-moves", "picture-turned"})
"""What is wrong with a picture that can be set right without its author."""
_BROKEN = (
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What Pillow raises for files that lie about themselves."""


class Pictures:
    """Takes the pictures of one file, each once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        """Those that were taken, by their names."""
        self._known: dict[bytes, str | Refusal] = {}
        self._pixels = 0

    def take(self, data: bytes) -> str | Refusal:
        """Take a picture; its name, or why it cannot be used, said of ``This picture``."""
        if data not in self._known:
            self._known[data] = self._take(data)
        return self._known[data]

    def _take(self, data: bytes) -> str | Refusal:
        if len(self.files) >= PICTURES:
            return Refusal("too-many-pictures", f"There are more than {PICTURES} pictures.", "Take some of them out.")
        if len(data) > PICTURE_BYTES:
            return Refusal("picture-too-large", "This picture's file is too large.", "Save it smaller.")
        number = len(self.files) + 1
        usable = self._usable(data, f"picture-{number}")
        if isinstance(usable, Refusal):
            return usable
        ending = "png" if usable.startswith(_PNG) else "jpg"
        name = f"picture-{number}.{ending}"
        self.files[name] = usable
        return name

    def _usable(self, data: bytes, name: str) -> bytes | Refusal:
        if problem := self._too_much(data):
            return problem
        picture, problem = judged_picture(data, name)
        if picture and problem is None:
            return data
        converted = _converted(data) if problem is None or problem.id in _MENDED or _is_other(data) else None
        if converted is not None and judged_picture(converted, name)[0]:
            return converted
        return data if picture else _about_this(problem, name)

    def _too_much(self, data: bytes) -> Refusal | None:
        """Say where a picture has too many pixels, which its header tells."""
        try:
            with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                pixels = image.width * image.height
                is_whole = image.format != "JPEG"
        except _BROKEN:
            return None  # told when it is decoded
        limit = _CONVERTED_PIXELS if _is_other(data) else PICTURE_PIXELS
        if pixels > limit:
            size = f"{image.width} × {image.height} pixels"
            message = f"This picture is {size}; the limit is {limit // 1_000_000} million."
            return Refusal("picture-too-large", message, "2,500 pixels across are enough for a page of A4.")
        # of a JPEG only every eighth row and column is decoded
        self._pixels += pixels if is_whole else pixels // 8
        if self._pixels > _ALL_PIXELS:
            message = "This picture is left out: the pictures of this file are too large together."
            return Refusal("picture-too-large", message, "Save them smaller: 2,500 pixels across are enough.")
        return None


def _is_other(data: bytes) -> bool:
    return data.startswith((b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*"))


def _converted(data: bytes) -> bytes | None:
    """Make the first frame of a picture into a PNG, the right way up; ``None`` where it is damaged."""
    try:
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > _CONVERTED_PIXELS:
                return None
            is_photograph = image.format == "JPEG"
            shown = ImageOps.exif_transpose(image)
            shown = shown.convert("RGB" if is_photograph or not _has_transparency(shown) else "RGBA")
            written = io.BytesIO()
            if is_photograph:
                shown.save(written, "JPEG", quality=92)
            else:
                shown.save(written, "PNG")
            return written.getvalue()
    except _BROKEN:
        return None


def _has_transparency(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _about_this(problem: Refusal | None, name: str) -> Refusal:
    """Say what is wrong without a name that the author never saw."""
    if problem is None:
        return Refusal("picture-broken", "This picture is damaged or not complete.", "Save or download it anew.")
    return problem._replace(message=problem.message.replace(f'"{name}"', "This picture"))
