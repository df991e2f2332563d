"""The edition for office printers: no colour, little ink."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conforming import assert_conforming
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reading_folders import HEAD, write
from typesetting_tools import library, page_of, picture, small_theme

import briefing
from briefing.errors import LayoutError
from briefing.pdf.inks import fill_operator, with_greys
from briefing.press.ink import LARGEST_AREA, ink_notes, measured
from briefing.theme import contrast, grey_of
from briefing.typesetting import set_document

SHEETS = [(template, page) for template in ("briefing", "handout") for page in ("A4", "A5", "letter", "half-letter")]
COLOURED = re.compile(rb"\b(?:rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh)\b")
SHARE = re.compile(r"(\d+): (\d+) %")
hex_colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.fixture(scope="module")
def made(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("grey")
    return {
        (template, page): briefing.build(
            example, folder / f"{template}-{page}.pdf", template=template, page=page, edition="grey"
        )
        for template, page in SHEETS
    }


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_has_a_colour(made, sheet):
    with pikepdf.open(made[sheet].path) as pdf:
        assert not [found for page in pdf.pages for found in COLOURED.findall(page.Contents.read_bytes())]
        images = {str(image.ColorSpace) for page in pdf.pages for image in page.get_images().values()}
        groups = {str(page.Group.CS) for page in pdf.pages if "/Group" in page}
    assert images | groups <= {"/DeviceGray"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_ink_of_each_page_is_told(made, sheet):
    built = made[sheet]
    (told,) = (each for each in built.diagnostics if each.id == "ink")
    shares = SHARE.findall(told.details[0])
    assert [int(number) for number, _ in shares] == [*range(1, built.pages + 1)]
    assert all(0 < int(share) < 12 for _, share in shares)
    assert not [each for each in built.diagnostics if each.id == "large-fill"]


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_it_conforms(made, template):
    assert_conforming(made[template, "A4"].path.read_bytes())


@given(hex_colours, hex_colours)
def test_a_grey_is_as_light_as_its_colour(one, other):
    assert grey_of(one)[1:3] == grey_of(one)[3:5] == grey_of(one)[5:7]
    # A grey has 256 steps; between the two darkest of them contrasts differ by a tenth.
    assert contrast(grey_of(one), grey_of(other)) == pytest.approx(contrast(one, other), rel=0.06)


def test_contrast_is_checked_in_the_greys_that_are_printed():
    more = '\n[editions.grey.styles.".running"]\ncolour = "#8a9a30"\n'
    html = page_of('<p class="running">a</p>')
    (found,) = low_contrast(html, small_theme(more, edition="grey"))
    assert found.message == "p.running: text #929292 on #ffffff has a contrast of 3.1:1; 4.5:1 is needed."
    assert low_contrast(html, small_theme(more)) == []


def low_contrast(html, theme):
    try:
        set_document(html, theme, fonts=library(), pictures={}, drawings={})
    except LayoutError as error:
        return [each for each in error.diagnostics if each.id == "low-contrast"]
    return []


def test_greys_are_written_as_such():
    assert (fill_operator("#000000"), fill_operator("#ff0000")) == ("0 g", "1 0 0 rg")
    assert with_greys(".5 .5 .5 RG 1 w 0 0 1 rg") == ".5 G 1 w 0 0 1 rg"
    assert with_greys("10 0 0 0 rg") == "10 0 g"
    assert with_greys("10 0 0 rg") == "10 0 0 rg"


def test_pictures_lose_their_colour(tmp_path):
    files = {
        "briefing.md": "---\ntitle: T\nlanguage: en\n---\nText.\n\n![A flood](a.jpg)\n\n![A fire](b.png)\n",
        "a.jpg": picture("one.jpg", mode="RGB").data,
        "b.png": picture("one.png", mode="RGBA").data,
    }
    built = briefing.build(write(tmp_path / "piece", files), tmp_path / "made.pdf", edition="grey")
    assert_conforming(built.path.read_bytes())
    with pikepdf.open(built.path) as pdf:
        found = [str(image.ColorSpace) for page in pdf.pages for image in page.get_images().values()]
    assert found == ["/DeviceGray", "/DeviceGray"]


def test_what_is_covered_is_measured_on_the_page():
    page = Image.new("L", (200, 400), 255)
    page.paste(0, (0, 0, 100, 400))
    page.paste(128, (100, 0, 200, 200))
    stored = BytesIO()
    page.save(stored, "PDF")
    assert measured(stored.getvalue())[0].covered == pytest.approx(0.5 + 0.25 * 127 / 255, abs=0.01)


def large_fills(page: Image.Image) -> list[str]:
    stored = BytesIO()
    page.save(stored, "PDF", resolution=144)
    return [each.message for each in ink_notes(stored.getvalue()) if each.id == "large-fill"]


def test_large_filled_areas_are_warned_of():
    page = Image.new("1", (400, 800), 1)
    page.paste(0, (0, 0, 200, 400))
    assert large_fills(page) == ["On page 1 filled areas take 25 % of the paper."]
    page.paste(1, (0, 0, 120, 400))
    assert large_fills(page) == []


def test_many_small_ones_count_together_and_a_photograph_does_not():
    page = Image.new("1", (400, 800), 1)
    for top in range(0, 800, 40):
        page.paste(0, (0, top, 400, top + 16))
    assert large_fills(page) == ["On page 1 filled areas take 40 % of the paper."]
    assert large_fills(Image.effect_noise((400, 800), 40)) == []


CHART = '::: chart Floods {data=a.csv unit="houses"}\n[no source, of our own]\n:::\n'
GUIDE = Path(__file__).parent.parent / "docs" / "editions.md"


def test_forty_bars_fill_no_page(tmp_path):
    rows = "".join(f"Town {number},{100 - number % 3}\n" for number in range(40))
    folder = write(tmp_path / "piece", {"briefing.md": f"{HEAD}{CHART}", "a.csv": f"Town,Houses\n{rows}"})
    fills = {}
    for edition in ("screen", "grey"):
        built = briefing.build(folder, tmp_path / f"{edition}.pdf", edition=edition)
        fills[edition] = max(page.filled for page in measured(built.path.read_bytes()))
    assert fills["screen"] > LARGEST_AREA
    assert fills["grey"] < 0.01


def test_the_documentation_shows_what_is_told_of_the_example(made):
    (told,) = (each for each in made["briefing", "A4"].diagnostics if each.id == "ink")
    assert f"  {told.message}\n    {told.details[0]}\n" in GUIDE.read_text(encoding="utf-8")
