"""The galleries of timelines in ``assets``: placed as they should be, conforming, and seen by everybody."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from colour_vision import contrast_with_paper, seen_by_all
from conforming import assert_conforming
from pdf_tools import Read
from PIL import Image
from placed_charts import Made, made
from timeline_tools import check

from briefing.timeline.geometry import Layout

ASSETS = Path(__file__).parent.parent / "assets"
TEMPLATES = Path(__file__).parent.parent / "templates"
PICTURE = 110 / 72
"""Points of a picture for one of the page."""
MARGINS = (20 * 72 / 25.4,) * 2
"""To the left and to the right of the text in the template "briefing"."""
EDGE = 5 * 72 / 25.4
"""Points that printers leave white above and below."""
LEAST_CONTRAST = 3.0
LEAST_INK = 0.002
"""Share of a page: a few lines. A page with no more than its head and foot has less."""
AS_MUCH = 0.95
GALLERIES = (("timelines", ""), ("timelines", "fa"), ("crews", ""))
CASES = {
    "an-accident-in-a-laboratory": "horizontal",
    "forty-years-in-panjshir": "horizontal",
    "how-printing-began": "horizontal",
    "how-printing-began-row-by-row": "vertical",
    "who-joined-after-1990": "horizontal",
    "volcanoes": "horizontal",
    "how-writing-came-to-be-read-by-machines": "horizontal",
    "reigns-and-wars": "horizontal",
    "apollo-11": "vertical",
    "from-vostok-1-to-soyuz-22": "vertical",
    "fifteen-years-on-axes": "continued",
}

GREYS = """
based_on = "briefing"
[colours]
structure = "#2b2b2b"
accent = "#505050"
ground = "#f0f0f0"
ink = "#1a1a1a"
muted = "#555555"
rule = "#bbbbbb"
paper = "#ffffff"
signal = "#dddddd"
"""


@pytest.fixture(scope="module")
def galleries(tmp_path_factory) -> dict[tuple[str, str], Made]:
    folder = tmp_path_factory.mktemp("galleries")
    return {
        (name, language): made(
            ASSETS / name, folder / f"{name}{language}.pdf", **({"language": language} if language else {})
        )
        for name, language in GALLERIES
    }


def seen(data: bytes) -> list[Image.Image]:
    """Each page as a picture."""
    return [page.render(scale=PICTURE).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(data)]


def form_of(layout: Layout) -> str:
    if layout.vertical:
        return "vertical"
    return "continued" if len(layout.strips) > 1 else "horizontal"


@pytest.mark.parametrize("gallery", GALLERIES)
def test_nothing_lies_on_anything_else(galleries, gallery):
    for chart, measure, layout in galleries[gallery].charts:
        check(layout, chart.events, measure, chart.language)


def test_each_case_has_the_form_that_it_should_have(galleries):
    charts = [*galleries["timelines", ""].charts, *galleries["crews", ""].charts]
    assert {slug(each.chart.title): form_of(each.layout) for each in charts} == CASES
    events = {slug(each.chart.title): len(each.chart.events) for each in charts}
    assert [count for count in events.values() if count in (1, 7, 60)] == [1, 7, 60, 60]


def slug(title: str) -> str:
    return title.lower().replace(",", "").replace(" ", "-")


def test_the_edition_from_right_to_left_shows_the_same_cases(galleries):
    ours, its = (
        [(form_of(each.layout), len(each.chart.events)) for each in galleries["timelines", language].charts]
        for language in ("fa", "")
    )
    assert ours == its


@pytest.mark.parametrize("gallery", GALLERIES)
def test_the_galleries_conform_without_a_warning(galleries, gallery):
    found = galleries[gallery]
    assert_conforming(found.data, thorough=False)
    kinds = {each.id for each in found.built.diagnostics if each.severity != "note"}
    assert kinds == ({"translation-unchecked"} if gallery[1] else set())
    assert found.built.draft == bool(gallery[1])


def test_a_timeline_of_sixty_stands_on_one_page_and_that_on_axes_is_told_part_by_part(galleries):
    file = Read(galleries["crews", ""].data)
    told = [str(each.element["/Alt"]).partition(" from ")[0] for each in file.elements("Figure")]
    parts = len(told) - 2
    assert parts > 1
    assert told == [
        "Timeline, Apollo 11,",
        "Timeline, From Vostok 1 to Soyuz 22,",
        *(f"Timeline, Fifteen years on axes, part {number} of {parts}," for number in range(1, parts + 1)),
    ]


@pytest.mark.parametrize("gallery", GALLERIES)
def test_every_page_has_ink_and_none_of_it_in_the_margins(galleries, gallery):
    """Heads and feet of pages stand above and below the text, and no wider than it."""
    pages = seen(galleries[gallery].data)
    left, right = MARGINS
    assert len(pages) == galleries[gallery].built.pages
    for number, page in enumerate(pages, start=1):
        ink = contrast_with_paper(page) >= LEAST_CONTRAST
        rows, columns = (np.flatnonzero(ink.any(axis=axis)) / PICTURE for axis in (1, 0))
        height, width = (size / PICTURE for size in ink.shape)
        assert ink.mean() > LEAST_INK, number
        assert left - 1 < columns[0] < columns[-1] < width - right + 1, number
        assert EDGE < rows[0] < rows[-1] < height - EDGE, number


def test_the_gallery_in_greys_is_grey_and_conforms(galleries, tmp_path):
    template = Path(shutil.copytree(TEMPLATES / "briefing", tmp_path / "greys"))
    (template / "theme.toml").write_text(GREYS, encoding="utf-8")
    found = made(ASSETS / "timelines", tmp_path / "grey.pdf", template=str(template))
    assert_conforming(found.data, thorough=False)
    for picture in seen(found.data):
        assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(picture.width * picture.height))


def test_what_one_can_read_all_can(galleries):
    """As much stands out from the paper in grey and without some colours as it does with all of them."""
    for number, page in enumerate(seen(galleries["timelines", ""].data), start=1):
        ink = {view: (contrast_with_paper(each) >= LEAST_CONTRAST).sum() for view, each in seen_by_all(page).items()}
        assert {view: amount for view, amount in ink.items() if amount < AS_MUCH * ink["colours"]} == {}, number
