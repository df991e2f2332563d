"""What an office printer can print of our pages, seen on the drawn pages: white edges, and no large filled areas."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

import briefing
from briefing.memory import Memory
from briefing.press import Press
from briefing.press.ink import LARGEST_AREA
from briefing.resources import templates_folder

SIZES = {
    "briefing": ("A4", "A5", "letter", "half-letter"),
    "handout": ("A4", "A5", "letter", "half-letter"),
    "leaflet": ("A5",),
    "trifold": ("A4", "letter"),
    "poster": ("A4", "A3"),
    "postcard": ("A6",),
}
"""Of paper, for each template. The archive has the pages of the screen."""
SHEETS = [
    (template, size, edition)
    for template, sizes in SIZES.items()
    for size in sizes
    for edition in ("screen", "large-print", "grey")
    if edition != "large-print" or template in ("briefing", "handout")
]
MEMORY = Memory()
LONG = (
    "What the Government has promised to people who flee, what it has done of that, and what all of us can ask it for"
)
DPI = 100
EDGE_MM = 5
SPOT_MM = 2
"""Side of a square that no letter and no module of a code fills."""
LIGHT = 250
"""Of 255: as good as white, for the edges of letters are smoothed."""


def in_points(length_mm: float) -> int:
    return int(length_mm * DPI / 25.4)


def pages_of(pdf: bytes) -> Iterator[Image.Image]:
    """Draw the pages, black where there is anything and white elsewhere."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            drawn = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
            yield drawn.point([0 if level < LIGHT else 255 for level in range(256)])


def is_white_at_the_edge(page: Image.Image) -> bool:
    """Tell whether nothing stands nearer to an edge than 5 mm."""
    edge = in_points(EDGE_MM)
    bare = Image.new("L", page.size, 255)
    bare.paste(page)
    bare.paste(255, (edge, edge, page.width - edge, page.height - edge))
    return bare.getextrema() == (255, 255)


def share_filled(page: Image.Image) -> float:
    """Share of the page that is filled: of its small squares those of which no point is white."""
    levels = page.reduce(in_points(SPOT_MM)).histogram()
    return levels[0] / sum(levels)


def made(folder: Path, template: str, size: str, edition: str, language: str | None = None, title: str = "") -> bytes:
    content = briefing.load(folder, language=language).briefing
    if title:
        content = replace(content, masthead=replace(content.masthead, title=title))
    return Press(template, page=size, edition=edition, memory=MEMORY).render(content).data


@pytest.mark.parametrize("language", ["en", pytest.param("fa-AF", marks=pytest.mark.slow)])
@pytest.mark.parametrize(("template", "size", "edition"), SHEETS)
def test_an_office_printer_prints_all_of_it(example, template, size, edition, language):
    pages = [*pages_of(made(example, template, size, edition, None if language == "en" else language))]
    assert [number for number, page in enumerate(pages, 1) if not is_white_at_the_edge(page)] == []
    if edition == "grey":
        assert max(map(share_filled, pages)) <= LARGEST_AREA


@pytest.mark.parametrize("language", [None, "fa-AF"])
def test_so_it_does_with_a_long_title(example, language):
    pages = pages_of(
        made(example, "briefing", "A5", "large-print", language, f"{LONG} for, one by one, before the summer is over")
    )
    assert all(map(is_white_at_the_edge, pages))


def test_the_sheets_are_all_that_there_are():
    own = {each.name for each in templates_folder().iterdir() if (each / "document.html").exists()}
    assert own == SIZES.keys()
    assert [*unmade()] == []


def unmade() -> Iterator[tuple[str, str]]:
    """Yield each size of paper that a template is made for and that is not among ours."""
    for template, sizes in SIZES.items():
        page = tomllib.loads((templates_folder() / template / "theme.toml").read_text(encoding="utf-8"))["page"]
        for size in set(page.get("sizes", ("A4", "A5", "letter"))) - set(sizes):
            yield template, size


def test_a_filled_area_and_a_mark_at_the_edge_are_seen(example):
    coloured = next(pages_of(made(example, "handout", "A4", "screen")))
    assert share_filled(coloured) > LARGEST_AREA
    assert is_white_at_the_edge(coloured)
    with_marks = next(pages_of(made(example, "handout", "A4", "press")))
    assert not is_white_at_the_edge(with_marks)
