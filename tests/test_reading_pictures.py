"""Pictures: known by their content, held to limits, never outside the folder."""

from __future__ import annotations

import struct
import sys
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reading_folders import picture, told, write

from briefing.errors import Position
from briefing.reading import read_folder
from briefing.reading.files import without_detours
from briefing.reading.pictures import read_picture

PLACE = Position("briefing.md", 7, 3)


def read(folder, name="a.png"):
    found, problems = read_picture(folder, name, PLACE)
    return found, told(problems)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth=8, colour=2, body=b"", before=b""):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + before + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", picture("PNG"), "PNG"),
        ("a.png", picture("PNG", "P"), "PNG"),
        ("a.png", picture("PNG", "LA"), "PNG"),
        ("a.png", picture("PNG", "1"), "PNG"),
        ("a.png", picture("PNG", "RGBA"), "PNG"),
        ("a.jpg", picture("JPEG"), "JPEG"),
        ("a.jpg", picture("JPEG", "L"), "JPEG"),
        ("a.jpg", picture("JPEG", progressive=True), "JPEG"),
        ("a.png", picture("JPEG"), "JPEG"),
    ],
)
def test_pictures_are_known_by_their_content(tmp_path, name, data, kind):
    found, problems = read(write(tmp_path, {name: data}), name)
    assert problems == []
    assert (found.name, found.data, found.format, found.width, found.height) == (name, data, kind, 40, 30)


def frames():
    buffer = BytesIO()
    Image.new("L", (4, 4)).save(buffer, "PNG", save_all=True, append_images=[Image.new("L", (4, 4), 255)])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", 'picture-format\n  "a.png" is empty.\n  Save or download it anew.'),
        (b"\x00", 'picture-format\n  "a.png" is not a picture that can be read.\n  Save it as PNG or JPEG.'),
        (b"\0\0\0\x18ftypheic", 'picture-format\n  "a.png" is an HEIC file.\n  Save it as PNG or JPEG.'),
        (
            b"\0\0\0\x18ftypnone",
            'picture-format\n  "a.png" is not a picture that can be read.\n  Save it as PNG or JPEG.',
        ),
        (b" <!DOCTYPE html>", 'picture-format\n  "a.png" is an HTML file.\n  Save it as PNG or JPEG.'),
        (b"GIF89a...", 'picture-format\n  "a.png" is a GIF file.\n  Save it as PNG or JPEG.'),
        (b"<svg/>", 'picture-format\n  "a.png" is an SVG file.\n  Save it as PNG or JPEG.'),
        (picture()[:-200], 'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.'),
        (picture("JPEG")[:-100], 'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.'),
        (b"\x89PNG\r\n\x1a\n", 'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.'),
        (b"\xff\xd8\xff\xe0", 'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.'),
        (
            picture("JPEG", "CMYK"),
            'picture-colours\n  "a.png" is in CMYK colours, made for a printing press.\n  Save it in RGB colours.',
        ),
        (
            png(2, 1, depth=16, body=b"\0" * 13),
            'picture-colours\n  "a.png" has 16 bits a channel, more than is printed.\n  Save it with 8 bits a channel.',
        ),
        (frames(), 'picture-moves\n  "a.png" is animated.\n  Save one of its frames as a picture.'),
        (
            png(50_000, 50_000, body=b"\0" * 100_000),
            'picture-too-large\n  "a.png" is 50000 × 50000 pixels; the limit is 50 million.\n'
            "  2,500 pixels across are enough for a page of A4.",
        ),
        (
            png(4, 4, body=b"\0" * 52, before=chunk(b"zTXt", b"a\0\0" + zlib.compress(b"b" * 80_000_000))),
            'picture-broken\n  "a.png" is damaged or not complete.\n  Save or download it anew.',
        ),
        (b"\0" * 25_000_001, 'too-large\n  "a.png" is larger than 25 MB.\n  Make the file smaller.'),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)
def test_what_cannot_be_printed_is_refused(tmp_path, data, problem):
    assert read(write(tmp_path, {"a.png": data})) == (None, [f"briefing.md:7:3  error  {problem}"])


def test_a_picture_stored_on_its_side_is_as_wide_as_it_is_shown(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    found, problems = read(write(tmp_path, {"a.jpg": picture("JPEG", exif=exif)}), "a.jpg")
    assert (found.width, found.height, problems) == (30, 40, [])


OUTSIDE = "Copy the file into the folder."


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("hill.jpeg", 'missing-file\n  There is no file "hill.jpeg".'),
        ("Pictures/flod.png", 'case-differs\n  "Pictures" is called "pictures" on disk.\n  Write it in the same case: '
         "some computers tell them apart."),
        ("pictures/flod.png", 'missing-file\n  There is no file "pictures/flod.png". Did you mean flood.png?'),
        ("pictures/Flood.PNG", 'case-differs\n  "Flood.PNG" is called "flood.png" on disk.\n'
         "  Write it in the same case: some computers tell them apart."),
        ("pictures\\flood.png", 'bad-path\n  "pictures\\flood.png" has a backslash.\n  Write "pictures/flood.png".'),
        ("../flood.png", f'outside-folder\n  "../flood.png" leads out of this folder.\n  {OUTSIDE}'),
        ("pictures/../../x", f'outside-folder\n  "pictures/../../x" leads out of this folder.\n  {OUTSIDE}'),
        ("/etc/passwd", f'outside-folder\n  "/etc/passwd" is not in this folder.\n  {OUTSIDE}'),
        ("C:/flood.png", f'outside-folder\n  "C:/flood.png" is not in this folder.\n  {OUTSIDE}'),
        ("pictures", 'unreadable-file\n  "pictures" is not a file.'),
        ("NUL.png", 'bad-path\n  "NUL.png" is a name that Windows keeps for itself.\n  Rename the file.'),
        ("com1", 'bad-path\n  "com1" is a name that Windows keeps for itself.\n  Rename the file.'),
        ("a.png.", 'bad-path\n  "a.png." is not a name that works on every computer.\n'
         "  Use letters, digits, dashes, dots and forward slashes."),
        ("what?.png", 'bad-path\n  "what?.png" is not a name that works on every computer.\n'
         "  Use letters, digits, dashes, dots and forward slashes."),
        ("a\0b", "bad-path\n  'a\\x00b' is not the name of a file."),
        ("", "bad-path\n  '' is not the name of a file."),
        (
            "https://example.org/a.png",
            'outside-folder\n  "https://example.org/a.png" is on the web, '
            "and nothing is fetched while a briefing is made.\n"
            "  Save the picture in the folder and name the file.",
        ),
    ],
)  # fmt: skip
def test_only_files_of_the_folder_are_read(tmp_path, name, problem):
    folder = write(tmp_path / "article", {"pictures/flood.png": picture(), "a.png": picture()})
    write(tmp_path, {"flood.png": picture()})
    assert read(folder, name) == (None, [f"briefing.md:7:3  error  {problem}"])


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_links_may_stay_in_the_folder_and_not_lead_out(tmp_path):
    folder = write(tmp_path / "article", {"a.png": picture()})
    write(tmp_path, {"secret.png": picture()})
    (folder / "inside.png").symlink_to("a.png")
    (folder / "outside.png").symlink_to("../secret.png")
    (folder / "away").symlink_to("..")
    (folder / "round.png").symlink_to("round.png")
    assert read(folder, "inside.png")[0]
    assert read(folder, "outside.png")[1] == [
        f'briefing.md:7:3  error  outside-folder\n  "outside.png" leads out of this folder.\n  {OUTSIDE}'
    ]
    assert read(folder, "away/secret.png")[1] == [
        f'briefing.md:7:3  error  outside-folder\n  "away/secret.png" leads out of this folder.\n  {OUTSIDE}'
    ]
    assert "unreadable-file" in read(folder, "round.png")[1][0]


def test_accents_are_found_however_the_disk_writes_them(tmp_path):
    folder = write(tmp_path, {"cafe\u0301.png": picture()})
    assert read(folder, "caf\u00e9.png")[1] == []


def test_a_film_without_frames_is_a_picture_and_gives_no_warning(tmp_path):
    chunk = b"acTL" + bytes(8)
    film = picture()[:33] + struct.pack(">I", 8) + chunk + struct.pack(">I", zlib.crc32(chunk)) + picture()[33:]
    found, problems = read(write(tmp_path, {"a.png": film}), "a.png")
    assert (found is not None, problems) == (True, [])


SEEDS = [picture(size=(8, 6)), picture("JPEG", size=(8, 6)), frames(), picture("PNG", "P", (8, 6))]


@given(st.sampled_from(SEEDS), st.data())
def test_any_damage_is_read_or_refused(tmp_path_factory, seed, data):
    at = data.draw(st.integers(0, len(seed) - 1))
    damaged = seed[:at] + data.draw(st.binary(max_size=6)) + seed[at + data.draw(st.integers(0, 6)) :]
    folder = write(tmp_path_factory.mktemp("damaged"), {"a.png": damaged})
    found, problems = read_picture(folder, "a.png", PLACE)
    assert (found is None) == any(problem.severity == "error" for problem in problems)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("./a.png", "a.png"),
        ("x/../a.png", "a.png"),
        ("./x/./../pictures/a.png", "pictures/a.png"),
        ("a.png", "a.png"),
        ("../a.png", "../a.png"),
        ("x/../../a.png", "x/../../a.png"),
        ("/x/../a.png", "/x/../a.png"),
        ("https://example.org/x/../a.png", "https://example.org/x/../a.png"),
        ("", ""),
    ],
)
def test_a_way_round_inside_the_folder_is_shortened(typed, name):
    assert without_detours(typed) == name


def test_a_picture_is_found_and_attached_by_its_short_name(tmp_path):
    text = "---\ntitle: Title\nlanguage: en-GB\n---\n![A field](./x/../pictures/a.png)\n"
    reading = read_folder(write(tmp_path, {"briefing.md": text, "pictures/a.png": picture()}))
    assert told(reading.diagnostics) == []
    assert list(reading.files) == ["briefing.md", "pictures/a.png"]
