"""The file of a picture → the points that are shown: upright, cropped, in sRGB, and no more of them than are needed.

The one place that opens a picture in order to show it; that it can be opened was seen when it was read. What a camera
or a program noted in the file is left behind, and so are colours where a picture is transparent: what somebody wiped
out would be had back by whoever makes it opaque. A picture with nothing to be done to it keeps its bytes.

See: Exif 2.32, 4.6.4 (orientation); ITU-T T.81, B.1.1 (segments); ISO/IEC 15948, 11.3 (chunks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from math import ceil
from typing import Literal
from warnings import catch_warnings
from zlib import crc32

from PIL import Image

from briefing.model import Picture

__all__ = [
    "as_file",
    "cropped",
    "hides_colours",
    "is_on_its_side",
    "is_too_fine",
    "opened",
    "packed",
    "profile_of",
    "shown",
    "without_notes",
]

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_JFIF, _COLOUR_PROFILE, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
"""Segments of a JPEG that say how its points are shown: marker, and how the rest begins. Adobe's says how the colours
are coded."""
_MARKER = re.compile(rb"\xff[\x02-\xcf\xd9-\xfe]")
"""What begins a segment; others stand alone or in the data of a scan."""
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"})
"""Of a PNG: what draws."""
_NOTES = (b"Exif", b"eXIf", b"Orientation", b"ICC_PROFILE", b"iCCP")
"""What stands before what changes how a picture looks, in a JPEG, in a PNG, and in XMP."""
_WORTHWHILE = 1.25
"""How many times as many points across as are needed there have to be, before a picture is made smaller: less would
cost more sharpness than it saves."""
_QUALITY = 85
"""Of a JPEG that is packed anew, on the scale of libjpeg: at 200 points an inch nobody tells it from the original."""
_LONGER_SIDE = 2000
"""Points of a picture in a web page or a Word file: the width of a page at 300 an inch, or of a large screen."""
_LARGEST_PROFILE = 4_000_000
"""Bytes; those of presses have two million."""
_LEVELS = (0, 32, 64, 96, 128, 160, 192, 224, 255)
_PATCHES = tuple((red, green, blue) for red in (0, 128, 255) for green in (0, 128, 255) for blue in (0, 128, 255))
_GREYS = ("1", "L", "LA")
_TRANSPARENT = {"RGBA": "RGBA", "LA": "LA", "PA": "RGBA", "P": "RGBA"}
"""Modes whose points may be transparent in any colour, and those in which such points are made white. In others one
colour is transparent, which hides nothing."""
_TYPE_AT, _WITH_ALPHA, _WITH_PALETTE = 25, (4, 6), 3
"""Where the head of a PNG says how its points are written, and which of these ways can be transparent."""
_UNSEEN = 4
"""Steps of 255 by which colours may differ from those of sRGB without anybody seeing it."""
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError)


def cropped(picture: Picture, shape: str, focus: str) -> Picture:
    """Cut a picture to a shape, such as ``3:2``, around a point of it, such as ``40% 30%`` from left and top.

    As much is kept as the shape allows. The point stands in the middle, as far as the picture reaches.
    """
    if not shape:
        return picture
    across, down = (float(side) for side in shape.split(":"))
    left, top = (float(share) / 100 for share in (focus or "50% 50%").replace("%", "").split())
    wanted, given = across / down, picture.width / picture.height
    width = max(1, round(min(picture.width, picture.width * wanted / given)))
    height = max(1, round(min(picture.height, picture.height * given / wanted)))
    has_shape = picture.height == round(picture.width / wanted) or picture.width == round(picture.height * wanted)
    if has_shape or (width, height) == (picture.width, picture.height):
        return picture
    x = min(max(round(left * picture.width - width / 2), 0), picture.width - width)
    y = min(max(round(top * picture.height - height / 2), 0), picture.height - height)
    area = (x / picture.width, y / picture.height, (x + width) / picture.width, (y + height) / picture.height)
    return replace(picture, width=width, height=height, area=area)


def orientation_of(image: Image.Image) -> int:
    """Read how the camera was held, 1 to 8; 1, upright, where nothing legible says so."""
    try:
        with catch_warnings(action="ignore"):
            return int(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1


def is_on_its_side(image: Image.Image) -> bool:
    """Tell whether height and width change places when a picture is turned upright."""
    return orientation_of(image) in _ON_ITS_SIDE


def upright(image: Image.Image) -> Image.Image:
    """Turn a picture as the camera noted it."""
    turn = _TURNS.get(orientation_of(image))
    return image if turn is None else image.transpose(turn)


def opened(picture: Picture) -> Image.Image:
    """Open the file of a picture."""
    return Image.open(BytesIO(picture.data), formats=("PNG", "JPEG"))


def is_too_fine(picture: Picture, across: int) -> bool:
    """Tell whether a picture is made smaller, where ``across`` points from left to right are needed."""
    return picture.width > across * _WORTHWHILE


def shown(picture: Picture, across: int = 0, *, grey: bool = False) -> Image.Image | None:
    """Take what is shown of a picture, with at most about ``across`` points from left to right; 0 for all there are.

    ``None`` where the file shows it as it is.
    """
    with catch_warnings(action="ignore"), opened(picture) as image:
        is_photograph = picture.format == "JPEG"
        share = across / picture.width if across and is_too_fine(picture, across) else 1.0
        needs_no_change = orientation_of(image) in (0, 1) and picture.area is None and share == 1
        plain = image.mode == "L" or (image.mode == "RGB" and not grey)
        profile = profile_of(image) or b""
        if needs_no_change and is_photograph and plain and not profile:
            return None
        whole = image.size
        if is_photograph:
            # the decoder itself leaves out what is not needed: an eighth, a quarter or a half
            least = (ceil(whole[0] * share), ceil(whole[1] * share))
            image.draft("L" if grey and image.mode == "RGB" and not profile else image.mode, least)
        made = _smaller(_cropped(upright(image), picture), picture, share)
        return _without_hidden(_in_srgb(made, profile) if profile else made)


def hides_colours(picture: Picture) -> bool:
    """Tell whether a picture has colours where nobody sees them, because it is transparent there."""
    if not _may_be_transparent(picture.data):
        return False
    with catch_warnings(action="ignore"), opened(picture) as image:
        image.load()
        return _hides_colours(image)


def _may_be_transparent(data: bytes) -> bool:
    if not data.startswith(b"\x89PNG"):
        return False
    written_as = data[_TYPE_AT]
    return written_as in _WITH_ALPHA or (written_as == _WITH_PALETTE and b"tRNS" in data)


def _hides_colours(image: Image.Image) -> bool:
    if image.mode not in _TRANSPARENT or (image.mode == "P" and "transparency" not in image.info):
        return False
    unseen = _unseen(image)
    bands = [image] if image.mode == "P" else image.split()[:-1]
    return any(sum(map(bool, band.histogram(unseen))) > 1 for band in bands)


def _unseen(image: Image.Image) -> Image.Image:
    """Mark the points of which nobody sees the colour."""
    return image.convert("RGBA").getchannel("A").point([255] * _UNSEEN + [0] * (256 - _UNSEEN))


def _without_hidden(image: Image.Image) -> Image.Image:
    """Make points white that are not seen, where they differ."""
    if not _hides_colours(image):
        return image
    *colours, alpha = image.convert(_TRANSPARENT[image.mode]).split()
    unseen = _unseen(image)
    for band in colours:
        band.paste(255, mask=unseen)
    return Image.merge(_TRANSPARENT[image.mode], [*colours, alpha])


def profile_of(image: Image.Image) -> bytes | None:
    """Find the profile by which the colours of a picture are to be turned into those of sRGB.

    Empty where there is none or where they are those of sRGB; ``None`` where there is one that cannot be used.
    """
    profile: bytes = image.info.get("icc_profile") or b""
    if not profile:
        return b""
    if len(profile) > _LARGEST_PROFILE:
        return None
    kind = "CMYK" if image.mode == "CMYK" else "L" if image.mode in _GREYS else "RGB"
    patches = Image.new(kind, (len(_LEVELS), 1)) if kind != "RGB" else Image.new("RGB", (len(_PATCHES), 1))
    if kind == "RGB":
        patches.putdata(_PATCHES)
    elif kind == "L":
        patches.putdata(_LEVELS)
    try:
        turned = _turned_into_srgb(patches, profile)
    except _BROKEN:
        return None
    if kind == "CMYK":
        return profile
    before = patches.convert("RGB").tobytes()
    return profile if max(abs(a - b) for a, b in zip(before, turned.tobytes(), strict=True)) > _UNSEEN else b""


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Turn colours into those of sRGB; what is not seen stays so, and greys stay greys."""
    if image.mode == "CMYK":
        return _turned_into_srgb(image, profile)
    grey, holes = image.mode in _GREYS, image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if holes else None
    made = _turned_into_srgb(image.convert("L" if grey else "RGB"), profile)
    made = made.convert("L") if grey else made
    if alpha:
        made = made.convert("RGBA")
        made.putalpha(alpha)
    return made


def _turned_into_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Turn a picture by its profile.

    Raises:
        ValueError: the profile is broken, or one of other colours.
    """
    from PIL import ImageCms  # late: hardly a picture needs it

    try:
        made = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as problem:
        raise ValueError("no profile for these colours") from problem
    if made is None:
        raise ValueError("nothing came of it")
    return made


def _cropped(image: Image.Image, picture: Picture) -> Image.Image:
    if picture.area is None:
        return image
    left, top, right, bottom = picture.area
    box = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    return image.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))


def _smaller(image: Image.Image, picture: Picture, share: float) -> Image.Image:
    size = (max(1, ceil(picture.width * share)), max(1, ceil(picture.height * share)))
    if share == 1 or (image.width <= size[0] and image.height <= size[1]):
        image.load()
        return image
    if image.mode == "1":
        image = image.convert("L")
    elif image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):  # the profile of one in inks is for inks
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def packed(image: Image.Image, kind: Literal["PNG", "JPEG"], quality: int = _QUALITY) -> bytes:
    """Write points as a file; a JPEG with the losses of one that is packed for paper."""
    written = BytesIO()
    if kind == "JPEG":
        image.save(written, "JPEG", quality=quality, optimize=True, exif=b"", comment=b"")
    else:
        image.info = {name: value for name, value in image.info.items() if name == "transparency"}
        image.save(written, "PNG")
    return written.getvalue()


def as_file(picture: Picture) -> bytes:
    """Write what is shown of a picture as a file of its own, without notes, and no larger than somebody looks at."""
    across = max(1, round(_LONGER_SIDE * picture.width / max(picture.width, picture.height)))
    if picture.area is None and not is_too_fine(picture, across) and not _may_be_changed(picture):
        return without_notes(picture.data)
    made = shown(picture, across)
    return without_notes(picture.data) if made is None else packed(made, picture.format)


def _may_be_changed(picture: Picture) -> bool:
    if hides_colours(picture):
        return True
    if not any(mark in picture.data for mark in _NOTES):
        return False
    with opened(picture) as image:
        return orientation_of(image) not in (0, 1) or bool(profile_of(image))


def without_notes(data: bytes, *, keeps_look: bool = False) -> bytes:
    """Leave out of a file what a camera or a program noted in it, or hung on to its end: small pictures, films.

    With ``keeps_look`` what turns it upright and the profile of its colours stay, and nothing else.
    """
    turned = _orientation(data) if keeps_look else b""
    if data.startswith(b"\x89PNG"):
        return _png_without_notes(data, turned, keeps_profile=keeps_look)
    return _jpeg_without_notes(data, turned, keeps_profile=keeps_look)


def _orientation(data: bytes) -> bytes:
    """Write how the camera was held as the only note of a camera; empty for upright."""
    if not any(mark in data for mark in _NOTES):
        return b""
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
        orientation = orientation_of(image)
    if orientation not in _TURNS:
        return b""
    notes = Image.Exif()
    notes[_ORIENTATION] = orientation
    return notes.tobytes()


def _jpeg_without_notes(data: bytes, turned: bytes, *, keeps_profile: bool) -> bytes:
    result = bytearray(data[:2])
    for marker, segment in _segments(data):
        if turned and marker not in _APPLICATION:
            result += b"\xff\xe1" + (len(turned) + 2).to_bytes(2, "big") + turned
            turned = b""
        result += _shown_by(marker, segment, keeps_profile=keeps_profile)
    return bytes(result)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG with their markers to its end, a scan with its data."""
    found = _MARKER.search(data, 2)
    while found:
        start, marker = found.start(), data[found.start() + 1]
        if marker == _END:
            yield marker, data[start : start + 2]
            return
        end = start + 2 + max(2, int.from_bytes(data[start + 2 : start + 4], "big"))
        found = _MARKER.search(data, end)
        if marker == _SCAN:
            end = found.start() if found else len(data)
        yield marker, data[start:end]


def _shown_by(marker: int, segment: bytes, *, keeps_profile: bool) -> bytes:
    """Give what a segment says of how the picture looks; empty where it is a note."""
    if marker not in _APPLICATION:
        return b"" if marker == _COMMENT else segment
    kept = (_JFIF, _ADOBE, _COLOUR_PROFILE) if keeps_profile else (_JFIF, _ADOBE)
    if not any(marker == each and segment.startswith(name, 4) for each, name in kept):
        return b""
    if marker == _JFIF[0]:
        # the small picture behind it may show what was cut off by another program
        return b"\xff\xe0\x00\x10" + segment[4:16].ljust(12, b"\0") + b"\0\0"
    return segment


def _png_without_notes(data: bytes, turned: bytes, *, keeps_profile: bool) -> bytes:
    kept = {*_KEPT_CHUNKS, *([b"iCCP"] if keeps_profile else [])}
    result, at, kind = bytearray(data[:8]), 8, b""
    while at + 12 <= len(data) and kind != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if turned and kind == b"IDAT":
            result += _chunk(b"eXIf", turned.removeprefix(b"Exif\0\0"))
            turned = b""
        if kind in kept:
            result += data[at:end]
        at = end
    return bytes(result)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Write a part of a PNG."""
    return len(content).to_bytes(4, "big") + kind + content + crc32(kind + content).to_bytes(4, "big")
