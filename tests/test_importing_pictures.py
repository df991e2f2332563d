"""Pictures from elsewhere become pictures that a briefing can show, or are refused in one sentence."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefing.importing.pictures import Pictures
from briefing.reading.files import Refusal
from briefing.reading.pictures import judged_picture


def picture(form: str, mode: str = "RGB", **options: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (8, 4), 1).save(written, form, **options)
    return written.getvalue()


@pytest.mark.parametrize(("form", "mode", "ending"), [("PNG", "RGB", "png"), ("JPEG", "RGB", "jpg")])
def test_what_can_be_shown_is_kept_as_it_is(form: str, mode: str, ending: str):
    pictures = Pictures()
    assert pictures.take(picture(form, mode)) == f"picture-1.{ending}"
    assert pictures.files == {f"picture-1.{ending}": picture(form, mode)}


@pytest.mark.parametrize(
    ("form", "mode", "ending"),
    [
        ("GIF", "P", "png"),
        ("WEBP", "RGB", "png"),
        ("BMP", "RGB", "png"),
        ("TIFF", "CMYK", "png"),
        ("JPEG", "CMYK", "jpg"),
        ("PNG", "I;16", "png"),
    ],
)
def test_others_are_made_into_what_can_be_shown(form: str, mode: str, ending: str):
    pictures = Pictures()
    name = pictures.take(picture(form, mode))
    assert name == f"picture-1.{ending}"
    shown, problem = judged_picture(pictures.files[name], name)
    assert shown
    assert (shown.width, shown.height, problem) == (8, 4, None)


def test_a_picture_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    pictures = Pictures()
    name = pictures.take(picture("JPEG", exif=exif))
    assert isinstance(name, str)
    shown, problem = judged_picture(pictures.files[name], name)
    assert shown
    assert (shown.width, shown.height, problem) == (4, 8, None)


def test_the_same_picture_is_taken_once():
    pictures = Pictures()
    assert [pictures.take(picture("PNG")), pictures.take(picture("JPEG")), pictures.take(picture("PNG"))] == [
        "picture-1.png",
        "picture-2.jpg",
        "picture-1.png",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "This picture is empty."),
        (b"<svg xmlns='x'/>", "This picture is an SVG file."),
        (b"\x01\x00\x00\x00 EMF", "This picture is not a picture that can be read."),
        (picture("PNG")[:45], "This picture is damaged or not complete."),
        (picture("GIF", "P")[:20], "This picture is a GIF file."),
    ],
)
def test_what_cannot_be_shown_is_refused(data: bytes, message: str):
    refusal = Pictures().take(data)
    assert isinstance(refusal, Refusal)
    assert refusal.message == message


def test_a_bomb_is_refused_by_its_header():
    data = bytearray(picture("PNG"))
    data[16:24] = (20_000).to_bytes(4) * 2
    refusal = Pictures().take(bytes(data))
    assert isinstance(refusal, Refusal)
    assert refusal.message == "This picture is 20000 × 20000 pixels; the limit is 50 million."


def test_there_is_a_limit_to_how_many():
    pictures = Pictures()
    taken = [pictures.take(picture("PNG") + bytes([number // 250, number % 250])) for number in range(201)]
    assert taken[199] == "picture-200.png"
    assert isinstance(taken[200], Refusal)
    assert taken[200].message == "There are more than 200 pictures."
