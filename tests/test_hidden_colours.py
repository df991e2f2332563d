"""What a picture hides below transparent points leaves the house in nothing that is made."""

from __future__ import annotations

import base64
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from archiving_samples import taken_apart, unpacked
from PIL import Image
from reading_folders import HEAD, write

from briefing.exporting import export
from briefing.model import Picture
from briefing.photographs import as_file, hides_colours, shown
from briefing.press import build

DATED = HEAD.replace("title:", "date: 2021-09-02\ntitle:")
SIDE = 40
SHOWN, FACE = (200, 20, 20), (20, 20, 200)


def wiped_out(mode: str = "RGBA", *, alpha: int = 0) -> bytes:
    """A red picture with a blue face of two blues, which an eraser has made transparent."""
    image = Image.new("RGB", (SIDE, SIDE), SHOWN)
    image.paste(FACE, (10, 10, 30, 30))
    image.paste((20, 60, 200), (15, 15, 20, 20))
    written = BytesIO()
    if mode == "P":
        indexed = image.quantize(3)
        levels = [alpha if indexed.getpalette()[3 * index + 2] > 100 else 255 for index in range(3)]
        indexed.save(written, "PNG", transparency=bytes(levels))
        return written.getvalue()
    mask = Image.new("L", image.size, 255)
    mask.paste(alpha, (10, 10, 30, 30))
    image.putalpha(mask)
    image.convert(mode).save(written, "PNG")
    return written.getvalue()


def taken(data: bytes) -> Picture:
    return Picture("a.png", data, "PNG", SIDE, SIDE)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGBA")


def middle(image: Image.Image) -> set[tuple[int, ...]]:
    """Colours below what is transparent, as whoever makes it opaque sees them."""
    return {image.getpixel((x, y)) for x in range(12, 28) for y in range(12, 28)}


def article(folder: Path, braces: str = "", mode: str = "RGBA") -> Path:
    text = f"{DATED}Words.\n\n![A field](a.png){{{braces} people=none}}\n"
    return write(folder, {"briefing.md": text, "a.png": wiped_out(mode)})


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("alpha", [0, 3])
def test_what_is_not_seen_is_white(mode, alpha):
    picture = taken(wiped_out(mode, alpha=alpha))
    assert hides_colours(picture)
    for image in (shown(picture), opened(as_file(picture))):
        assert middle(image.convert("RGBA")) == {(255, 255, 255, alpha)}
        assert image.convert("RGBA").getpixel((2, 2)) == opened(picture.data).getpixel((2, 2))
    assert not hides_colours(taken(as_file(picture)))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_seen_however_faintly_stays(mode):
    picture = taken(wiped_out(mode, alpha=60))
    assert not hides_colours(picture)
    assert shown(picture).convert("RGBA").tobytes() == opened(picture.data).tobytes()


def test_one_colour_that_is_transparent_hides_nothing():
    for image in (Image.new("RGBA", (4, 4), (0, 0, 0, 0)), Image.new("RGBA", (4, 4), SHOWN), Image.new("P", (4, 4))):
        written = BytesIO()
        image.save(written, "PNG")
        assert not hides_colours(taken(written.getvalue()))
    written = BytesIO()
    Image.new("RGB", (4, 4), SHOWN).save(written, "PNG", transparency=SHOWN)
    assert not hides_colours(taken(written.getvalue()))


@pytest.mark.parametrize("edition", ["screen", "archive", "press"])
@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_no_pdf_has_it(tmp_path, edition, mode):
    built = build(article(tmp_path / "a", "width=5mm", mode), tmp_path / "a.pdf", edition=edition)
    with pikepdf.open(built.path) as file:
        (image,) = file.pages[0].Resources.XObject.values()
        del image.SMask
        points = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        assert points.size == (SIDE, SIDE)
        assert middle(points) == {(255, 255, 255)}


def test_no_archive_has_it_and_pages_made_of_it_are_the_same(tmp_path):
    first = build(article(tmp_path / "a"), tmp_path / "a.pdf", edition="archive").path
    assert middle(opened(taken_apart(first)["a.png"])) == {(255, 255, 255, 0)}
    again = build(unpacked(first, tmp_path / "b"), tmp_path / "b.pdf", edition="archive").path
    assert again.read_bytes() == first.read_bytes()


def test_no_export_has_it(tmp_path):
    folder = article(tmp_path / "a")
    export(folder, tmp_path / "a.html", kind="html")
    (inside,) = re.findall(r"data:image/png;base64,([\w+/=]+)", (tmp_path / "a.html").read_text())
    export(folder, tmp_path / "a.docx", kind="docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as word:
        (name,) = (name for name in word.namelist() if name.endswith(".png"))
        in_word = word.read(name)
    export(folder, tmp_path / "md", kind="md")
    for data in (base64.b64decode(inside), in_word, (tmp_path / "md" / "a.png").read_bytes()):
        assert middle(opened(data)) == {(255, 255, 255, 0)}
