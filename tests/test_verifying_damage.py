"""Parts of a file that cannot be read to their end: what is certain is a failure, whatever shows of the page."""

from __future__ import annotations

import hashlib
import zlib
from base64 import a85encode
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf
import pytest
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image
from test_verifying_problems import GOOD

from briefing.verifying import Attached, problems_of
from briefing.verifying.inspecting.inspect import inspect
from briefing.verifying.inspecting.integrity import is_whole

TEXT = b"BT /F 12 Tf 20 300 Td (read me) Tj ET " * 40
PACKED = zlib.compress(TEXT)
ANY = pikepdf.new()
"""Holds streams that stand alone."""
AGAIN = "Get it again from where it came, or make it again."


def hit(data: bytes) -> bytes:
    """Overwrite a quarter."""
    start = len(data) // 3
    noise = bytes(33 + (7 * number) % 90 for number in range(len(data) // 4))
    return data[:start] + noise + data[start + len(noise) :]


def jpeg(*, progressive: bool = False) -> bytes:
    picture = Image.effect_noise((160, 160), 80)
    file = BytesIO()
    picture.save(file, "JPEG", progressive=progressive, quality=95)
    return file.getvalue()


def scattered(data: bytes) -> bytes:
    """Put random bytes into the middle."""
    middle = len(data) // 2
    return data[:middle] + Random(1).randbytes(4000) + data[middle + 4000 :]


def stream(data: bytes, *filters: str) -> Stream:
    made = Stream(ANY, b"")
    made.write(data, filter=Array([Name(f"/{each}") for each in filters]), type_check=False)
    return made


@pytest.mark.parametrize(
    ("data", "filters", "whole"),
    [
        (TEXT, (), True),
        (PACKED, ("FlateDecode",), True),
        (PACKED + b"\r\n", ("FlateDecode",), True),
        (b"", ("FlateDecode",), True),
        (PACKED[:-4], ("FlateDecode",), True),
        (PACKED[:-2], ("FlateDecode",), True),
        (PACKED[:-9], ("FlateDecode",), False),
        (PACKED[:-1] + b"x", ("FlateDecode",), False),
        (hit(PACKED), ("FlateDecode",), False),
        (b"plain words", ("FlateDecode",), False),
        (zlib.compress(PACKED), ("FlateDecode", "FlateDecode"), True),
        (zlib.compress(PACKED[:-9]), ("FlateDecode", "FlateDecode"), False),
        (a85encode(PACKED) + b"~>", ("ASCII85Decode", "FlateDecode"), True),
        (a85encode(PACKED)[:-20] + b"~>", ("ASCII85Decode", "FlateDecode"), False),
        (a85encode(TEXT)[:-20], ("ASCII85Decode",), False),
        (a85encode(TEXT) + b"\x7f~>", ("ASCII85Decode",), False),
        (PACKED.hex().encode() + b">", ("ASCIIHexDecode", "FlateDecode"), True),
        (b"12 34 5>", ("ASCIIHexDecode",), True),
        (b"12 xy>", ("ASCIIHexDecode",), False),
        (b"\x80\x0b\x60\x50", ("LZWDecode",), True),
        (jpeg(), ("DCTDecode",), True),
        (jpeg(progressive=True), ("DCTDecode",), True),
        (zlib.compress(jpeg()), ("FlateDecode", "DCTDecode"), True),
        (jpeg()[:-3000], ("DCTDecode",), False),
        (scattered(jpeg()), ("DCTDecode",), False),
        (scattered(jpeg(progressive=True)), ("DCTDecode",), False),
        (b"not a picture", ("DCTDecode",), False),
    ],
)
def test_what_is_whole(data, filters, whole):
    assert is_whole(stream(data, *filters)) is whole


def test_a_stream_whose_writer_has_sent_all_and_not_closed():
    packer = zlib.compressobj()
    assert is_whole(stream(packer.compress(TEXT) + packer.flush(zlib.Z_SYNC_FLUSH), "FlateDecode"))


def test_a_picture_too_large_to_be_looked_at_is_taken_to_be_whole(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert is_whole(stream(jpeg()[:-3000], "DCTDecode"))


def spoilt(made: Made, part: Stream, data: bytes = PACKED) -> Stream:
    part.write(hit(data), filter=Name.FlateDecode, type_check=False)
    return made.pdf.make_indirect(part)


def failures(made: Made) -> list[tuple[str, str, int | None, str]]:
    found = inspect(made.data(fix_metadata_version=False), file="odd.pdf").problems
    return [(each.id, each.message, each.page, each.hint) for each in found if each.gravity == "failure"]


def test_a_page_of_which_a_part_cannot_be_read():
    made = Made(words("one"), words("two"), words("three"), words("four"), words("five"))
    spoilt(made, made.page(2).Contents)
    made.page(4).Contents = Array([made.page(4).Contents, spoilt(made, Stream(made.pdf, b""))])
    made.page(5).Resources.XObject.X = spoilt(made, made.form(b""))
    assert failures(made) == [
        (
            "damaged-page",
            "Part of pages 2, 4 and 5 is damaged and cannot be read: what stands there is missing.",
            2,
            AGAIN,
        )
    ]


def test_pictures_fonts_and_the_rest():
    made = Made(words("one"), words("two"))
    made.page(2).Resources.XObject.X = spoilt(made, made.image())
    descriptor = Dictionary(FontName=Name("/ABCDEF+Plex"), FontFile2=spoilt(made, Stream(made.pdf, b"")))
    font = made.pdf.make_indirect(Dictionary(Type=Name.Font, BaseFont=Name.Plex, FontDescriptor=descriptor))
    font.ToUnicode = spoilt(made, Stream(made.pdf, b""))
    made.page(1).Resources.Font.G = font
    made.page(1).Resources.Properties = Dictionary(X=spoilt(made, Stream(made.pdf, b"")))
    made.root.OutputIntents = Array([Dictionary(DestOutputProfile=spoilt(made, Stream(made.pdf, b"")))])
    made.root.Metadata = spoilt(made, Stream(made.pdf, b""))
    made.root.Metadata.Type = Name.Metadata
    assert [each[:3] for each in failures(made)] == [
        ("damaged-image", "1 picture (page 2) is damaged: a part cannot be shown.", 2),
        ("damaged-font", "The font Plex (page 1) is damaged: its letters may be missing, or look different.", 1),
        (
            "damaged-font",
            "Text in the font Plex (page 1) cannot be copied, searched or read aloud: the table that names its "
            "letters is damaged.",
            1,
        ),
        ("damaged-part", "The colour profile of the file is damaged: colours may look different elsewhere.", None),
        (
            "damaged-part",
            "The metadata of the file are damaged: title, language or claims may be missing.",
            None,
        ),
        ("damaged-part", "Something that page 1 needs is damaged and cannot be read.", 1),
    ]


def test_what_nothing_uses_is_not_told():
    made = Made(words("one"))
    made.pdf.trailer.Unused = spoilt(made, Stream(made.pdf, b""))
    assert failures(made) == []


@pytest.mark.parametrize(
    ("data", "parameters", "intact"),
    [
        (PACKED, {}, True),
        (PACKED, {"/Size": len(TEXT), "/CheckSum": String(hashlib.md5(TEXT).digest())}, True),
        (PACKED, {"/Size": len(TEXT) + 1}, False),
        (PACKED, {"/CheckSum": String(hashlib.md5(b"other").digest())}, False),
        (hit(PACKED), {}, False),
    ],
)
def test_attached_files_are_compared_with_what_is_said_of_them(data, parameters, intact):
    made = Made(words("one"))
    part = Stream(made.pdf, b"")
    part.write(data, filter=Name.FlateDecode, type_check=False)
    part.Type, part.Params = Name.EmbeddedFile, Dictionary(parameters)
    specification = Dictionary(Type=Name.Filespec, UF=String("a.md"), EF=Dictionary(F=made.pdf.make_indirect(part)))
    made.root.AF = Array([made.pdf.make_indirect(specification)])
    (attached,) = inspect(made.data(), file="odd.pdf").attachments
    assert (attached.name, attached.intact) == ("a.md", intact)
    assert failures(made) == []


def test_a_damaged_attachment_is_a_failure():
    found = replace(GOOD, attachments=(Attached("a.md", 1), Attached("b.md", 2, intact=False)))
    assert [(each.gravity, each.id, each.message, each.hint) for each in problems_of(found)] == [
        (
            "failure",
            "damaged-attachment",
            "The attached file “b.md” is damaged: it is not what was attached.",
            AGAIN,
        )
    ]


def test_a_page_that_names_no_resources_is_not_damaged():
    made = Made(b"0 0 100 100 re f")
    del made.page().Resources
    assert failures(made) == []
