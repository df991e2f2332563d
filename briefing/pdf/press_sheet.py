"""A set document → the same on larger sheets, with room around each page for what is trimmed away and for marks.

See: ISO 32000-1, 14.11.2 (page boundaries), 14.11.3 (printer's marks), 14.8.2.2.2 (page artifacts); ISO 15930-7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing.pdf.objects import array, decimal, number
from briefing.theme import POINTS_PER_MM, Page
from briefing.typesetting import Artifact, Close, Fragment, PlacedFragment, SetDocument

__all__ = ["BLEED_MM", "on_press_sheets", "page_boxes"]

BLEED_MM = 3.0
"""Around the trimmed page: colour that reaches the edge goes on so far."""
_MARGIN_MM = 15.0
"""Around the trimmed page, to the edge of the sheet."""
_FIRST_MM, _LAST_MM = 4.0, 14.0
"""Where a mark begins and ends, from the corner of the trimmed page: outside of the bleed."""
_MARK_WIDTH = 0.25
"""Points."""
_DASH = 3
"""Points of a dash, and between two."""

_Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


def on_press_sheets(document: SetDocument) -> SetDocument:
    """Move all that stands on the pages to the middle of larger ones, and mark their corners and their folds.

    Marks are in black ink. In all inks, as the colour ``All`` has them, they would show how well these fall on each
    other, which a printer's own marks on the sheet do; and black alone is what the text has that the cut must fit.
    """
    page, margin = document.page, _MARGIN_MM * POINTS_PER_MM
    sheet = replace(page, width=page.width + 2 * margin, height=page.height + 2 * margin)
    marks = {folds: PlacedFragment(_marks(page, sheet, folds), 0.0, 0.0, 0) for _, folds in document.pages}
    pages = tuple(
        each._replace(fragments=(*(_moved(placed, margin) for placed in each.fragments), marks[each.folds]))
        for each in document.pages
    )
    return document._replace(page=sheet, pages=pages)


def _moved(placed: PlacedFragment, by: float) -> PlacedFragment:
    return placed._replace(x=placed.x + by, y=placed.y + by)


def page_boxes(sheet: Page) -> Mapping[str, bytes]:
    """Write the boundaries of a page on a sheet: what stays after the cut, and what colour may go on to."""
    return {
        "BleedBox": array(map(number, _within(sheet, _MARGIN_MM - BLEED_MM))),
        "TrimBox": array(map(number, _within(sheet, _MARGIN_MM))),
    }


def _within(sheet: Page, margin_mm: float) -> tuple[float, float, float, float]:
    margin = margin_mm * POINTS_PER_MM
    return margin, margin, sheet.width - margin, sheet.height - margin


def _marks(page: Page, sheet: Page, folds: Sequence[float]) -> Fragment:
    drawn = f"q 0 G {decimal(_MARK_WIDTH)} w {_drawn(_lines(page))}"
    if folds:
        # Printing houses tell a fold from a cut by its dashes.
        drawn += f" [{_DASH} {_DASH}] 0 d {_drawn(_fold_lines(page, folds))}"
    return Fragment(sheet.width, sheet.height, (Artifact("Page"), f"{drawn} Q", Close()))


def _drawn(lines: Iterable[_Line]) -> str:
    return " ".join(f"{_at(start)} m {_at(end)} l" for start, end in lines) + " S"


def _at(point: tuple[float, float]) -> str:
    return " ".join(map(decimal, point))


def _lines(page: Page) -> Iterator[_Line]:
    """Two lines at each corner of the trimmed page, which point to it."""
    margin = _MARGIN_MM * POINTS_PER_MM
    first, last = _FIRST_MM * POINTS_PER_MM, _LAST_MM * POINTS_PER_MM
    for x, outwards in ((margin, -1), (margin + page.width, 1)):
        for y, upwards in ((margin, -1), (margin + page.height, 1)):
            yield (x + outwards * first, y), (x + outwards * last, y)
            yield (x, y + upwards * first), (x, y + upwards * last)


def _fold_lines(page: Page, folds: Sequence[float]) -> Iterator[_Line]:
    """A line above and one below the trimmed page at each fold."""
    margin = _MARGIN_MM * POINTS_PER_MM
    first, last = _FIRST_MM * POINTS_PER_MM, _LAST_MM * POINTS_PER_MM
    for fold in folds:
        for y, upwards in ((margin, -1), (margin + page.height, 1)):
            yield (margin + fold, y + upwards * first), (margin + fold, y + upwards * last)
