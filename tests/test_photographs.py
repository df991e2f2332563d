"""Pictures as they are shown: cropped to a point, turned upright, no finer than is needed, without notes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from reading_folders import HEAD, picture, told, write

from briefing.exporting import export
from briefing.memory import Memory
from briefing.model import Picture
from briefing.photographs import as_file, cropped, packed, shown
from briefing.press import Press, build, load
from briefing.reading import read_folder

DATED = HEAD.replace("title:", "date: 2021-09-02\ntitle:")
RED, GREEN, BLUE, WHITE = (200, 20, 20), (20, 200, 20), (20, 20, 200), (250, 250, 250)


def quarters(kind: str = "JPEG", size: tuple[int, int] = (400, 300), **options: object) -> bytes:
    """A picture in four colours: red and green above, blue and white below."""
    image = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for colour, place in ((RED, (0, 0)), (GREEN, (across, 0)), (BLUE, (0, down)), (WHITE, (across, down))):
        image.paste(colour, (*place, place[0] + across, place[1] + down))
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def taken(data: bytes, size: tuple[int, int] = (400, 300)) -> Picture:
    return Picture("a", data, "PNG" if data.startswith(b"\x89PNG") else "JPEG", *size)


def article(folder: Path, braces: str, data: bytes, name: str = "a.jpg") -> Path:
    return write(folder, {"briefing.md": f"{DATED}Words.\n\n![A field]({name}){{{braces} people=none}}\n", name: data})


def embedded(path: Path) -> tuple[Image.Image, str]:
    with pikepdf.open(path) as file:
        (image,) = file.pages[0].Resources.XObject.values()
        return pikepdf.PdfImage(image).as_pil_image().convert("RGB"), str(image.Filter)


def near(found: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(found, tuple) and all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("shape", "focus", "size", "area"),
    [
        ("1:1", "", (300, 300), (0.125, 0.0, 0.875, 1.0)),
        ("1:1", "0% 0%", (300, 300), (0.0, 0.0, 0.75, 1.0)),
        ("1:1", "100% 50%", (300, 300), (0.25, 0.0, 1.0, 1.0)),
        ("2:1", "50% 0%", (400, 200), (0.0, 0.0, 1.0, 2 / 3)),
        ("4:3", "9% 9%", (400, 300), None),
        ("", "", (400, 300), None),
    ],
)
def test_as_much_is_kept_around_the_point_as_the_shape_allows(shape, focus, size, area):
    found = cropped(taken(b""), shape, focus)
    assert (found.width, found.height) == size
    assert found.area == (pytest.approx(area) if area else None)


@settings(max_examples=examples(100))
@given(
    st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
    st.tuples(st.integers(1, 9999), st.integers(1, 9999)),
    st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
def test_no_crop_reaches_out_of_the_picture(size, shape, focus):
    found = cropped(taken(b"", size), f"{shape[0]}:{shape[1]}", f"{focus[0]}% {focus[1]}%")
    left, top, right, bottom = found.area or (0, 0, 1, 1)
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    assert 1 <= found.width <= size[0]
    assert 1 <= found.height <= size[1]


@pytest.mark.parametrize(
    ("focus", "colour"), [("0% 0%", RED), ("100% 0%", GREEN), ("0% 100%", BLUE), ("100% 100%", WHITE)]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_is_cut_off_never_reaches_the_file(tmp_path, kind, focus, colour):
    name = f"a.{kind.lower()}"
    folder = article(tmp_path / "a", f'crop=40:1 focus="{focus}" width=5mm', quarters(kind), name)
    built = build(folder, tmp_path / "a.pdf")
    image, _ = embedded(built.path)
    other = {"0% 0%": BLUE, "100% 0%": WHITE, "0% 100%": RED, "100% 100%": GREEN}[focus]
    points = [image.getpixel((x, y)) for x in range(image.width) for y in range(image.height)]
    assert any(near(point, colour) for point in points)
    assert not any(near(point, other) for point in points)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("crop=3", 'unreadable-crop\n  "3" is no shape for a picture.\n  Write width and height, such as 3:2 or 1:1.'),
        ("crop=0:2", 'unreadable-crop\n  "0:2" is no shape for a picture.\n'
         "  Write width and height, such as 3:2 or 1:1."),
        ('crop=1:1 focus="x"', 'unreadable-focus\n  "x" is no point for a picture.\n'
         "  Write how far from left and top, such as 40% 30%."),
        ('crop=1:1 focus="40% 130%"', 'unreadable-focus\n  "40% 130%" is no point for a picture.\n'
         "  Write how far from left and top, such as 40% 30%."),
        ('focus="40% 30%"', "focus-without-crop\n  focus= says around what a picture is cut, and this one is not.\n"
         "  Add a shape, such as crop=3:2, or take it out."),
    ],
)  # fmt: skip
def test_what_is_no_crop_is_told(tmp_path, typed, problem):
    (found,) = told(read_folder(article(tmp_path, typed, quarters())).diagnostics)
    assert found.partition("  error  ")[2] == problem


def test_a_small_picture_keeps_its_bytes(tmp_path):
    data = quarters(quality=60)
    path = build(article(tmp_path / "a", "", data), tmp_path / "a.pdf").path
    assert data[data.index(b"\xff\xdb") :] in path.read_bytes()


@pytest.mark.parametrize(("edition", "per_inch"), [("screen", 220), ("grey", 220), ("archive", 300), ("press", 350)])
def test_a_large_picture_has_as_many_points_as_its_place_needs(tmp_path, edition, per_inch):
    folder = article(tmp_path / "a", "width=50mm", quarters(size=(2000, 1500)))
    image, coding = embedded(build(folder, tmp_path / "a.pdf", edition=edition).path)
    assert image.width == pytest.approx(50 / 25.4 * per_inch, abs=1.01)
    assert image.height == pytest.approx(image.width * 3 / 4, abs=1)
    assert coding == "/DCTDecode"


def test_a_picture_in_two_places_has_the_points_of_the_larger(tmp_path):
    text = f"{HEAD}![A](a.jpg){{width=20mm people=none}}\n\n![A](a.jpg){{width=60mm people=none}}\n"
    folder = write(tmp_path / "a", {"briefing.md": text, "a.jpg": quarters(size=(2000, 1500))})
    image, _ = embedded(build(folder, tmp_path / "a.pdf").path)
    assert image.width == pytest.approx(60 / 25.4 * 220, abs=1.01)


def test_what_is_hardly_too_fine_is_left_as_it_is():
    assert shown(taken(quarters()), 330) is None
    assert shown(taken(quarters()), 300).size == (300, 225)


def test_a_picture_is_never_made_larger():
    assert shown(taken(quarters("PNG")), 4000).size == (400, 300)


@pytest.mark.parametrize(
    ("size", "becomes"),
    [((2500, 10), (2500, 10)), ((2600, 1300), (2000, 1000)), ((1300, 2600), (1000, 2000)), ((4, 8000), (1, 2000))],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_what_is_sent_holds_no_more_points_than_somebody_looks_at(kind, size, becomes):
    written = BytesIO()
    Image.new("RGB", size, "red").save(written, kind)
    with Image.open(BytesIO(as_file(Picture("a", written.getvalue(), kind, *size)))) as image:
        assert (image.format, image.size) == (kind, becomes)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation):
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = Image.open(BytesIO(quarters("PNG")))
    stored = stored.transpose(turns[orientation]) if orientation in turns else stored
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = BytesIO()
    stored.save(written, "JPEG", exif=exif)
    image = Image.open(BytesIO(as_file(taken(written.getvalue()))))
    assert image.size == (400, 300)
    assert near(image.getpixel((20, 20)), RED)
    assert near(image.getpixel((380, 20)), GREEN)
    assert not image.getexif()


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_exports_hold_what_is_shown_and_no_notes(tmp_path, kind):
    exif = Image.Exif()
    exif[0x010E] = "Where I live"
    folder = article(tmp_path / "a", 'crop=1:1 focus="0% 0%"', quarters(exif=exif))
    briefing = load(folder).briefing
    assert b"Where I live" in briefing.pictures["a.jpg"].data
    data = as_file(cropped(briefing.pictures["a.jpg"], "1:1", "0% 0%"))
    assert b"Where I live" not in data
    assert Image.open(BytesIO(data)).size == (300, 300)
    path = export(folder, tmp_path / f"a.{kind}", kind=kind).path
    assert b"data-crop" not in path.read_bytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_notes_are_left_out_of_files_and_nothing_else(kind):
    exif = Image.Exif()
    exif[0x010E] = "Where I live"
    data = picture(kind, exif=exif)
    bare = as_file(taken(data, (40, 30)))
    assert b"Where I live" in data
    assert b"Where I live" not in bare
    assert Image.open(BytesIO(bare)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_picture_with_holes_keeps_them():
    image = Image.new("RGBA", (800, 600), (0, 0, 0, 0))
    made = shown(taken(packed(image, "PNG"), (800, 600)), 100)
    assert (made.mode, made.getextrema()[3]) == ("RGBA", (0, 0))


def test_what_is_remembered_changes_no_byte(tmp_path):
    briefing = load(article(tmp_path, 'crop=1:1 width=50mm focus="10% 20%"', quarters(size=(2000, 1500)))).briefing
    press = Press(memory=Memory())
    assert press.render(briefing).data == press.render(briefing).data == Press().render(briefing).data


def test_a_crop_is_written_as_it_was_read(tmp_path):
    folder = article(tmp_path / "a", 'crop=3/2 focus="40%, 30%"', quarters())
    path = export(folder, tmp_path / "out" / "a.md", kind="md").path
    assert "people=none" in path.read_text(encoding="utf-8")
    assert "crop=" in path.read_text(encoding="utf-8")


def profiled(icc: bytes, mode: str = "RGB", colour: object = (200, 40, 40), kind: str = "JPEG") -> Picture:
    written = BytesIO()
    Image.new(mode, (400, 300), colour).save(written, kind, icc_profile=icc, quality=95)
    return taken(written.getvalue())


def profile_with_gamma() -> bytes:
    """Of colours that are not those of sRGB: light is counted in another way."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = data.index(b"para") + 12
    data[at : at + 4] = (0x00010000).to_bytes(4, "big")
    return bytes(data)


def test_colours_are_turned_into_those_of_srgb():
    made = shown(profiled(profile_with_gamma()))
    assert made.mode == "RGB"
    assert not near(made.getpixel((9, 9)), (200, 40, 40))
    assert Image.open(BytesIO(as_file(profiled(profile_with_gamma())))).info.get("icc_profile") is None


def test_a_picture_in_srgb_keeps_its_bytes_whatever_its_profile_is_called():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert shown(profiled(srgb)) is None


@pytest.mark.parametrize("icc", [b"x", b"\0" * 200, profile_with_gamma()[:300], b"\0" * 4_000_001], ids=range(4))
def test_a_profile_that_cannot_be_read_is_told_and_the_colours_stay(tmp_path, icc):
    data = profiled(icc).data
    assert told(read_folder(article(tmp_path, "", data)).diagnostics) == [
        'briefing.md:8:1  warning  picture-profile\n  "a.jpg" has a colour profile that cannot be read: its colours '
        "are taken for those of sRGB.\n  Save it in RGB colours of the space sRGB."
    ]
    assert shown(taken(data)) is None


@settings(max_examples=examples(60))
@given(st.integers(0, 400), st.binary(max_size=8))
def test_no_damage_to_a_profile_stops_a_picture(at, junk):
    icc = profile_with_gamma()
    made = shown(profiled(icc[:at] + junk + icc[at + len(junk) :]))
    assert made is None or made.size == (400, 300)


def test_a_press_photograph_with_its_profile_is_shown_in_srgb(tmp_path):
    profiles = [
        path for path in Path(__file__).parent.parent.glob("assets/**/*.icc") if b"CMYK" in path.read_bytes()[:64]
    ]
    made = shown(profiled(profiles[0].read_bytes(), "CMYK", (0, 220, 220, 0)))
    red, green, blue = made.getpixel((9, 9))
    assert made.mode == "RGB"
    assert red > 150 > max(green, blue)
    picture = profiled(profiles[0].read_bytes(), "CMYK", (0, 220, 220, 0))
    assert told(read_folder(article(tmp_path, "", picture.data)).diagnostics) == []


INKS = next(each for each in Path(__file__).parent.parent.glob("assets/**/*.icc") if b"CMYK" in each.read_bytes()[:64])
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("across", [0, 30, 90])
@pytest.mark.parametrize(
    ("mode", "kind", "profile", "becomes"),
    [
        ("CMYK", "JPEG", INKS.read_bytes(), "RGB"),
        ("1", "PNG", SRGB, None),
        ("1", "PNG", b"", None),
        ("LA", "PNG", b"", "LA"),
        ("P", "PNG", b"", None),
    ],
)
def test_any_kind_of_picture_can_be_made_smaller(across, mode, kind, profile, becomes):
    stored = BytesIO()
    Image.new("RGB", (200, 100), (120, 120, 120)).convert(mode).save(stored, kind, icc_profile=profile)
    made = shown(taken(stored.getvalue(), (200, 100)), across)
    smaller = {"1": "L", "P": "RGB"}.get(mode, mode)
    assert made and made.mode == (becomes or (smaller if across else mode))
    assert made.width == (across or 200)


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
@pytest.mark.parametrize(("edition", "across"), [("screen", "20mm"), ("press", "20mm"), ("screen", "90%")])
def test_greys_stay_greys_in_the_file(tmp_path, mode, edition, across):
    stored = BytesIO()
    Image.linear_gradient("L").resize((400, 300)).convert(mode).save(stored, "PNG")
    folder = article(tmp_path / "a", f"width={across}", stored.getvalue(), "a.png")
    with pikepdf.open(build(folder, tmp_path / "a.pdf", edition=edition).path) as file:
        spaces = {str(image.ColorSpace) for image in file.pages[0].Resources.XObject.values()}
    assert spaces == {"/DeviceGray"}
