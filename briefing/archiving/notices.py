"""What leaves the house with an archive that nobody sees on its pages."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from warnings import catch_warnings

from PIL import ExifTags, Image

from briefing.errors import Diagnostic
from briefing.model import FontFiles, Organisation
from briefing.pdf import Attachment

__all__ = ["notices"]

_PLACE_IN_XMP = b"GPSLatitude"
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error)
"""What Pillow raises for a note of the camera that lies about itself."""


def notices(attachments: Sequence[Attachment], organisation: Organisation | None) -> Iterator[Diagnostic]:
    """Say which files go along as typed, which pictures say where they were taken, and what was left out."""
    if attachments:
        yield from _as_typed([each.name for each in attachments if each.relationship == "Source" and not _shows(each)])
        yield from _places(each for each in attachments if _shows(each))
        yield from _fonts(organisation)


def _as_typed(names: Sequence[str]) -> Iterator[Diagnostic]:
    if names:
        words = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        message = f"The file carries {words} as typed, with {'its' if len(names) == 1 else 'their'} comments."
        yield Diagnostic("note", "attached", message, hint="Read them once more before you hand the file on.")


def _places(pictures: Iterable[Attachment]) -> Iterator[Diagnostic]:
    for picture in pictures:
        if _says_where(picture.data):
            message = f'"{picture.name}" says where it was taken, and goes with the file as it is.'
            hint = "Save the picture without the notes of the camera."
            yield Diagnostic("warning", "picture-place", message, hint=hint)


def _fonts(organisation: Organisation | None) -> Iterator[Diagnostic]:
    if organisation and {organisation.reading_font, organisation.informing_font} != {FontFiles()}:
        message = "The fonts of the profile are not attached: few licences allow it."
        hint = "Keep them beside the profile; without them the file cannot be made again."
        yield Diagnostic("note", "fonts-left-out", message, hint=hint)


def _shows(attachment: Attachment) -> bool:
    return attachment.media_type.startswith("image/")


def _says_where(data: bytes) -> bool:
    """Look for a place on earth among what a camera or a program noted."""
    try:
        # Pillow warns of notes that are damaged
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            noted = bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except _BROKEN:
        noted = False
    return noted or _PLACE_IN_XMP in data
