"""Pictures that leave the house beside a text: cut as they are shown, and without what a camera noted."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from archiving_samples import taken_apart, unpacked
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms
from reading_folders import HEAD, told, write

from briefing.archiving import travelling
from briefing.exporting import export
from briefing.model import Picture
from briefing.photographs import cropped, without_notes
from briefing.press import Built, build, load

DATED = HEAD.replace("title:", "date: 2021-09-02\ntitle:")
RED, BLUE = (200, 20, 20), (20, 20, 200)
FILM = b"\x00\x00\x00\x18ftypmp42 a film that a telephone hangs on"
SMALL = b"JFIF\0\1\1\0\0\1\0\1\1\1abc"
"""A header with a small picture of one point in it."""


def halves(kind: str = "JPEG", *, turned: int = 1, size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    """A picture that is red at the left and blue at the right, and tells where it was taken, and with what."""
    notes = Image.Exif()
    notes[ExifTags.Base.Make] = "A camera"
    notes[ExifTags.Base.Orientation] = turned
    notes.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    written = BytesIO()
    image.save(written, kind, exif=notes, **options)
    return written.getvalue()


def article(folder: Path, *braces: str, data: bytes, name: str = "a.jpg") -> Path:
    pictures = "\n\n".join(f"![A field]({name}){{{each} people=none}}" for each in braces)
    return write(folder, {"briefing.md": f"{DATED}Words.\n\n{pictures}\n", name: data})


def archived(folder: Path, path: Path) -> Built:
    return build(folder, path, edition="archive")


def colours(data: bytes) -> set[str]:
    """Which halves of a picture are there."""
    image = Image.open(BytesIO(data)).convert("RGB")
    points = [image.getpixel((x, image.height // 2)) for x in range(image.width)]
    return {"red" if red > blue else "blue" for red, _, blue in points}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_who_was_cut_off_travels_with_no_archive_and_no_markdown(tmp_path, kind):
    name = f"a.{kind.lower()}"
    folder = article(
        tmp_path / "a", 'crop=1:1 focus="0% 50%" width=30mm', data=halves(kind, size=(400, 200)), name=name
    )
    attached = taken_apart(archived(folder, tmp_path / "a.pdf").path)[name]
    assert colours(attached) == {"red"}
    assert Image.open(BytesIO(attached)).size == (200, 200)
    export(folder, tmp_path / "out", kind="md")
    assert (tmp_path / "out" / name).read_bytes() == attached


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("braces", ["width=40mm", "crop=3:1", 'crop=2:7 focus="10% 90%"', "crop=30:17 width=90%"])
def test_pages_made_again_from_what_travels_are_the_same(tmp_path, kind, braces):
    data = halves(kind, turned=6, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    folder = article(tmp_path / "a", braces, data=data, name="a.jpg")
    first = archived(folder, tmp_path / "a.pdf").path
    again = archived(unpacked(first, tmp_path / "b"), tmp_path / "b.pdf").path
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("braces", ["", "crop=3:1", 'crop=2:7 focus="10% 90%"', "crop=31:17 width=90%"])
def test_nothing_travels_finer_than_a_page_can_show(tmp_path, braces):
    data = halves(size=(6001, 5000))
    folder = article(tmp_path / "a", braces, data=data)
    first = archived(folder, tmp_path / "a.pdf").path
    size = Image.open(BytesIO(taken_apart(first)["a.jpg"])).size
    assert max(size) == pytest.approx(3600, abs=2)
    again = archived(unpacked(first, tmp_path / "b"), tmp_path / "b.pdf").path
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_a_whole_picture_keeps_its_look_and_nothing_else(tmp_path, kind, turned):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = halves(kind, turned=turned, icc_profile=profile)
    attached = taken_apart(archived(article(tmp_path / "a", "", data=data), tmp_path / "a.pdf").path)["a.jpg"]
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(attached)) as after:
        assert dict(after.getexif()) == ({ExifTags.Base.Orientation: turned} if turned > 1 else {})
        assert after.info["icc_profile"] == profile
        assert after.tobytes() == before.tobytes()
    assert b"A camera" in data and b"A camera" not in attached
    assert without_notes(attached, keeps_look=True) == attached


def test_what_hangs_on_to_a_picture_stays_at_home():
    plain = without_notes(halves())
    small = b"\xff\xd8\xff\xe0" + (len(SMALL) + 2).to_bytes(2, "big") + SMALL
    within = b"\xff\xe0\x00\x0cJFXX\0\x10abcd"
    header = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    assert plain.startswith(b"\xff\xd8" + header)
    assert without_notes(small + within + plain[20:] + FILM) == plain
    png = without_notes(halves("PNG"))
    assert without_notes(png + FILM) == png


def test_a_picture_of_several_scans_keeps_each():
    data = halves(progressive=True)
    assert data.count(b"\xff\xda") > 2
    bare = without_notes(data + FILM)
    assert bare.endswith(b"\xff\xd9") and FILM not in bare
    assert Image.open(BytesIO(bare)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_picture_that_is_shown_whole_as_well_travels_whole(tmp_path):
    folder = article(tmp_path / "a", "crop=1:1", "width=20mm", data=halves())
    built = archived(folder, tmp_path / "a.pdf")
    assert Image.open(BytesIO(taken_apart(built.path)["a.jpg"])).size == (300, 200)
    assert "cut-in-several-ways" not in [each.id for each in built.diagnostics]


SEVERAL = (
    'warning  cut-in-several-ways\n  "a.jpg" is cut in 2 ways: the part that holds all of them goes along.\n'
    "  Pages that are made of it again are cut otherwise: save a file of its own for each."
)


def test_of_one_that_is_cut_in_several_ways_the_part_around_them_travels(tmp_path):
    ways = 'crop=1:1 focus="0% 0%" width=20mm', 'crop=1:4 focus="50% 0%" width=20mm'
    folder = article(tmp_path / "a", *ways, data=halves(size=(400, 200)))
    built = archived(folder, tmp_path / "a.pdf")
    assert Image.open(BytesIO(taken_apart(built.path)["a.jpg"])).size == (225, 200)
    assert SEVERAL in told(built.diagnostics)
    assert SEVERAL in told(export(folder, tmp_path / "out", kind="md").diagnostics)
    assert SEVERAL not in told(export(folder, tmp_path / "out.html", kind="html").diagnostics)


def test_a_logo_travels_without_notes(tmp_path):
    shared = {"organisations/ours.yaml": "name: Ours\nlogo: logo.png\nlogo_alt: Ours\n"}
    logo = {"organisations/logo.png": halves("PNG")}
    text = DATED.replace("title:", "organisation: ours\ntitle:", 1) + "Words.\n"
    folder = write(tmp_path / "a", {"briefing.md": text, **shared, **logo})
    attached = taken_apart(archived(folder, tmp_path / "a.pdf").path)["organisations/logo.png"]
    assert attached == without_notes(logo["organisations/logo.png"])


def test_only_what_was_read_travels(tmp_path):
    found = load(article(tmp_path / "a", "crop=1:1", data=halves()))
    assert found.briefing and travelling(found.briefing, {}).files == {}


@settings(max_examples=examples(200))
@given(
    st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
    st.tuples(st.integers(1, 9999), st.integers(1, 9999)),
    st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
def test_what_has_its_shape_is_not_cut_again(size, shape, focus):
    typed = f"{shape[0]}:{shape[1]}", f"{focus[0]}% {focus[1]}%"
    once = cropped(Picture("a", b"", "PNG", *size), *typed)
    again = Picture("a", b"", "PNG", once.width, once.height)
    assert cropped(again, *typed) is again
