"""The galleries of timelines in ``assets``: placed as they should be, conforming, and seen by everybody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from colour_vision import VIEWS, seen_by_all
from conforming import assert_conforming
from pdf_tools import Read
from placed_charts import Made, made
from timeline_tools import check

from briefing.timeline.geometry import Layout

ASSETS = Path(__file__).parent.parent / "assets"
TEMPLATES = Path(__file__).parent.parent / "templates"
LEFT = Path(__file__).parent.parent / "build" / "gallery"
"""Where a person finds the pages as pictures."""
PICTURE = 110 / 72
"""Points of a picture for one of the page."""
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
    LEFT.mkdir(parents=True, exist_ok=True)
    return {
        (name, language): made(
            ASSETS / name, folder / f"{name}{language}.pdf", **({"language": language} if language else {})
        )
        for name, language in GALLERIES
    }


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
def test_the_pages_are_left_as_pictures(galleries, gallery):
    pages = pypdfium2.PdfDocument(galleries[gallery].data)
    for number, page in enumerate(pages, start=1):
        name = "-".join(filter(None, (*gallery, str(number))))
        page.render(scale=PICTURE).to_pil().save(LEFT / f"{name}.png", compress_level=1)
    assert len(pages) == galleries[gallery].built.pages


def test_the_gallery_in_greys_is_grey_and_conforms(galleries, tmp_path):
    template = Path(shutil.copytree(TEMPLATES / "briefing", tmp_path / "greys"))
    (template / "theme.toml").write_text(GREYS, encoding="utf-8")
    found = made(ASSETS / "timelines", tmp_path / "grey.pdf", template=str(template))
    assert_conforming(found.data, thorough=False)
    for number, page in enumerate(pypdfium2.PdfDocument(found.data), start=1):
        picture = page.render(scale=PICTURE).to_pil().convert("RGB")
        picture.save(LEFT / f"timelines-greys-{number}.png", compress_level=1)
        assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(picture.width * picture.height))


def test_the_page_with_every_kind_of_date_is_left_as_others_see_it(galleries):
    page = pypdfium2.PdfDocument(galleries["timelines", ""].data)[1].render(scale=PICTURE).to_pil()
    for view, seen in seen_by_all(page).items():
        seen.save(LEFT / f"timelines-2-{view}.png", compress_level=1)
    assert {path.stem for path in LEFT.glob("timelines-2-*.png")} >= {f"timelines-2-{view}" for view in VIEWS}
