"""What an office printer can print of our pages, seen on the drawn pages: white edges, and no large filled areas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

import briefing
from briefing.press import Press
from briefing.press.ink import LARGEST_AREA

TEMPLATES = ("briefing", "handout")
SIZES = ("A4", "A5", "letter")
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


def made(folder: Path, template: str, size: str, edition: str, language: str | None = None) -> bytes:
    content = briefing.load(folder, language=language).briefing
    return Press(template, page=size, edition=edition).render(content).data


@pytest.mark.parametrize("edition", ["screen", "large-print", "grey", "archive"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_printed_within_5_mm_of_the_edge(example, template, size, edition):
    pages = [*pages_of(made(example, template, size, edition))]
    assert [number for number, page in enumerate(pages, 1) if not is_white_at_the_edge(page)] == []


@pytest.mark.parametrize("edition", ["screen", "large-print"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_nor_are_the_marks_of_a_translation_that_nobody_has_checked(example, template, size, edition):
    pages = [*pages_of(made(example, template, size, edition, "fa-AF"))]
    assert [number for number, page in enumerate(pages, 1) if not is_white_at_the_edge(page)] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_grey_fills_no_large_area(example, template, size):
    shares = [share_filled(page) for page in pages_of(made(example, template, size, "grey"))]
    assert max(shares) <= LARGEST_AREA


def test_a_filled_area_and_a_mark_at_the_edge_are_seen(example):
    coloured = next(pages_of(made(example, "handout", "A4", "screen")))
    assert share_filled(coloured) > LARGEST_AREA
    assert is_white_at_the_edge(coloured)
    with_marks = next(pages_of(made(example, "handout", "A4", "press")))
    assert not is_white_at_the_edge(with_marks)
