"""What an author should know before an archive leaves the house."""

from __future__ import annotations

from io import BytesIO

import pytest
from archiving_samples import HERE
from PIL import ExifTags, Image
from reading_folders import told

from briefing.archiving import notices
from briefing.model import FontFiles, Organisation
from briefing.pdf import Attachment

JSON_LD = Attachment("briefing.jsonld", b"{}", "application/ld+json", "Supplement", "")


def typed(*names: str) -> list[Attachment]:
    return [Attachment(name, b"", "text/markdown", "Source", "") for name in names]


def photograph(kind: str, *, place: bool, **options: object) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "A camera"
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, kind, exif=exif, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["briefing.md"], "The file carries briefing.md as typed, with its comments."),
        (["briefing.md", "a.bib"], "The file carries briefing.md and a.bib as typed, with their comments."),
        (["a.md", "b.bib", "c.yaml"], "The file carries a.md, b.bib and c.yaml as typed, with their comments."),
    ],
)
def test_what_goes_along_as_typed_is_named(names, words):
    assert told(notices([*typed(*names), JSON_LD], None)) == [
        f"note  attached\n  {words}\n  Read them once more before you hand the file on."
    ]


PLACE = (
    'warning  picture-place\n  "a b.jpg" says where it was taken, and goes with the file as it is.\n'
    "  Save the picture without the notes of the camera."
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (photograph("JPEG", place=True), [PLACE]),
        (photograph("PNG", place=True), [PLACE]),
        (photograph("JPEG", place=False, xmp=b"<x:xmpmeta><exif:GPSLatitude>51,30N</exif:GPSLatitude>"), [PLACE]),
        (photograph("JPEG", place=False), []),
        (photograph("PNG", place=False), []),
        (b"no picture", []),
    ],
    ids=["jpeg", "png", "xmp", "jpeg without", "png without", "none"],
)
def test_a_picture_that_says_where_it_was_taken_is_warned_of(data, expected):
    picture = Attachment("a b.jpg", data, "image/jpeg", "Source", "")
    assert told(notices([picture, JSON_LD], None)) == expected


def test_damaged_notes_of_a_camera_do_no_harm():
    data = photograph("JPEG", place=True)
    at = data.index(b"Exif")
    for cut in range(at, at + 100):
        broken = data[:cut] + b"\xff" * 8 + data[cut + 8 :]
        picture = Attachment("a b.jpg", broken, "image/jpeg", "Source", "")
        assert told(notices([picture], None)) in ([], [PLACE])


@pytest.mark.parametrize("family", ["reading_font", "informing_font"])
def test_fonts_are_said_to_be_left_out(family):
    organisation = Organisation("Ours", HERE, **{family: FontFiles(regular=b"font")})
    assert told(notices([JSON_LD], organisation)) == [
        "note  fonts-left-out\n  The fonts of the profile are not attached: few licences allow it.\n"
        "  Keep them beside the profile; without them the file cannot be made again."
    ]
    assert told(notices([], organisation)) == []
    assert told(notices([JSON_LD], Organisation("Ours", HERE))) == []
