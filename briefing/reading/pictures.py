"""A picture's name → its bytes, format and size, opened with limits.

Only PNG and JPEG, known by their content and not by their name. The size is read from the header before anything is
decoded; then the picture is decoded once and thrown away, so that a damaged file is found here and not on page 7.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple
from warnings import catch_warnings

from PIL import ExifTags, Image

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Picture
from briefing.photographs import is_on_its_side, profile_of
from briefing.reading.files import Refusal, read_inside
from briefing.reading.limits import PICTURE_BYTES, PICTURE_PIXELS

__all__ = ["judged_picture", "read_picture", "says_where_taken"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the JPEG segment that says the size. See: ITU-T T.81, table B.1."""
_NOTES_IN_FILES = (b"Exif", b"eXIf")
"""What stands before the notes of a camera in a JPEG and in a PNG; in another place they are not looked for."""
_PLACE_IN_XMP = b"GPSLatitude"
_OTHERS = (
    (b"gif8", "a GIF"),
    (b"riff", "a WebP"),
    (b"bm", "a BMP"),
    (b"ii*\x00", "a TIFF"),
    (b"mm\x00*", "a TIFF"),
    (b"%pdf", "a PDF"),
    (b"%!ps", "a PostScript"),
    (b"<svg", "an SVG"),
    (b"<?xml", "an SVG"),
    (b"<!doctype html", "an HTML"),
    (b"<html", "an HTML"),
    (b"pk\x03\x04", "a ZIP"),
    (b"\xd0\xcf\x11\xe0", "an Office"),
    (b"-----begin pgp message", "an encrypted"),
)
"""How other files begin, letters in lower case."""
_BRANDS = {b"avif": "an AVIF", b"avis": "an AVIF", b"heic": "an HEIC", b"heix": "an HEIC", b"mif1": "an HEIC"}
"""What phones save, by the brand in its first box. See: ISO/IEC 14496-12, 4.3."""

_MOST_COLOURS = 10_000
"""Of a PNG that is no photograph: a drawing has hundreds, with the soft edges of its lines a few thousand."""
_SAMPLE = 1_000
"""Points across and down that are looked at for that."""

_BROKEN = (
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


def read_picture(
    folder: Path, name: str, position: Position | None, memory: Memory = FORGETFUL
) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
    """Read a picture of a folder; ``None`` with an error where it cannot be used."""
    if "://" in name:
        message = f'"{name}" is on the web, and nothing is fetched while a briefing is made.'
        return None, (
            Refusal("outside-folder", message, "Save the picture in the folder and name the file.").at(position),
        )
    data = read_inside(folder, name, PICTURE_BYTES)
    if isinstance(data, Refusal):
        return None, (data.at(position),)
    judged = memory.recall(_judged, data, name)
    if judged.problem is None:
        return judged.picture, ()
    return judged.picture, (judged.problem.at(position, "warning" if judged.picture else "error"),)


def judged_picture(data: bytes, name: str) -> tuple[Picture | None, Refusal | None]:
    """Judge bytes as a picture: beside one stands what is to be known of it, in place of one why it cannot be used."""
    return _judged(data, name)


def says_where_taken(data: bytes) -> bool:
    """Look for a place on earth among what a camera or a program noted in a picture."""
    return _PLACE_IN_XMP in data or (any(name in data for name in _NOTES_IN_FILES) and _notes_place(data))


def _notes_place(data: bytes) -> bool:
    try:
        # Pillow warns of notes that are damaged
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except _BROKEN:
        return False


class _Judged(NamedTuple):
    """What becomes of the bytes of a picture: with a picture the problem is a warning."""

    picture: Picture | None
    problem: Refusal | None


def _judged(data: bytes, name: str) -> _Judged:
    with catch_warnings(action="ignore"):
        # Pillow warns of what we refuse, and of what it mends
        opened = _open(data, name)
        if isinstance(opened, Refusal):
            return _Judged(None, opened)
        width, height = opened.size
        refusal = _refuse(opened, data, name) or _decode(opened, name)
        if refusal:
            return _Judged(None, refusal)
        if is_on_its_side(opened):
            width, height = height, width
        picture = Picture(name, data, _format(data), width, height, many_colours=_has_many_colours(opened))
        return _Judged(picture, _unmanaged(opened, name))


def _open(data: bytes, name: str) -> Image.Image | Refusal:
    size = _size(data)
    if size is None:
        return _unknown(data, name)
    width, height = size
    if width * height > PICTURE_PIXELS:
        message = f'"{name}" is {width} × {height} pixels; the limit is {PICTURE_PIXELS // 1_000_000} million.'
        return Refusal("picture-too-large", message, "2,500 pixels across are enough for a page of A4.")
    try:
        return Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except _BROKEN:
        return _broken(name)


def _has_many_colours(image: Image.Image) -> bool:
    """Count the colours of a PNG, of a large one in a sample of its points: none is mixed by that."""
    if image.format != "PNG" or image.mode not in ("RGB", "RGBA"):
        return False
    if max(image.size) > _SAMPLE:
        image = image.resize((min(image.width, _SAMPLE), min(image.height, _SAMPLE)), Image.Resampling.NEAREST)
    return image.getcolors(_MOST_COLOURS) is None


def _unmanaged(image: Image.Image, name: str) -> Refusal | None:
    """Warn of colours whose profile cannot be used."""
    if profile_of(image) is not None:
        return None
    message = f'"{name}" has a colour profile that cannot be read: its colours are taken for those of sRGB.'
    return Refusal("picture-profile", message, "Save it in RGB colours of the space sRGB.")


def _format(data: bytes) -> Literal["PNG", "JPEG"]:
    return "PNG" if data.startswith(_PNG) else "JPEG"


def _size(data: bytes) -> tuple[int, int] | None:
    """Read width and height in pixels from the header; ``None`` where it is neither PNG nor JPEG."""
    if data.startswith(_PNG):
        return struct.unpack(">II", data[16:24]) if len(data) >= 33 else (0, 0)
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header; 0 × 0 where there is none, which Pillow then refuses."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAME_MARKERS:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        # 0xFF before a marker is padding
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def _unknown(data: bytes, name: str) -> Refusal:
    if not data:
        return Refusal("picture-format", f'"{name}" is empty.', "Save or download it anew.")
    found = _kind(data)
    if found == "a PDF" and b"/Encrypt" in data:
        message = f'"{name}" is a PDF file, locked with a password.'
        return Refusal("picture-format", message, "Unlock it, and save it as PNG or JPEG.")
    message = f'"{name}" is {found} file.' if found else f'"{name}" is not a picture that can be read.'
    return Refusal("picture-format", message, "Save it as PNG or JPEG.")


def _kind(data: bytes) -> str:
    """Name the kind of a file that we do not read, with its article; empty for an unknown one."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "")
    beginning = data[:100].lstrip().lower()
    return next((kind for start, kind in _OTHERS if beginning.startswith(start)), "")


def _broken(name: str) -> Refusal:
    return Refusal("picture-broken", f'"{name}" is damaged or not complete.', "Save or download it anew.")


def _refuse(image: Image.Image, data: bytes, name: str) -> Refusal | None:
    """Refuse what cannot be printed faithfully."""
    if image.mode in ("YCCK", "LAB") or (image.mode == "CMYK" and not profile_of(image)):
        message = f'"{name}" is in CMYK colours, made for a printing press.'
        return Refusal("picture-colours", message, "Save it in RGB colours.")
    if _format(data) == "PNG" and data[24] == 16:
        message = f'"{name}" has 16 bits a channel, more than is printed.'
        return Refusal("picture-colours", message, "Save it with 8 bits a channel.")
    if _format(data) == "PNG" and getattr(image, "is_animated", False):
        return Refusal("picture-moves", f'"{name}" is animated.', "Save one of its frames as a picture.")
    return None


def _decode(image: Image.Image, name: str) -> Refusal | None:
    """Decode all of it; JPEG at an eighth of its size, which reads every byte and fills an eighth of the memory."""
    try:
        image.draft(None, (1, 1))
        image.load()
    except _BROKEN:
        return _broken(name)
    return None
