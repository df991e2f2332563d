"""A finished document → how much of each page is covered with ink, and what is filled as a whole.

For office printers: toner is what a page costs, and large areas come out in stripes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

from briefing.errors import Diagnostic
from briefing.typesetting import Fragment, SetDocument

__all__ = ["LARGEST_AREA", "coverage", "ink_notes"]

LARGEST_AREA = 0.15
"""Share of a page that may be filled as a whole."""
_MOST_PAGES = 40
"""Of which the share is told one by one."""
_SCALE = 0.5
"""Pixels per point: half a point of text still counts for what it covers, for pixels are shades of grey."""
_FILL = re.compile(r"(?:^|\s)([\d.]+) ([\d.]+) ([\d.]+) rg\b")
_BOX = re.compile(r"(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re f\*?\s*$")


def ink_notes(document: SetDocument, data: bytes) -> Iterator[Diagnostic]:
    """Tell how much ink the pages of a document take, whose bytes are given, and warn of large filled areas."""
    shares = coverage(data)
    most = max(shares)
    average = sum(shares) / len(shares)
    message = (
        f"Ink covers {_percent(average)} of the paper on average, and {_percent(most)} at most, on page "
        f"{shares.index(most) + 1}."
    )
    each = ", ".join(f"{number}: {_percent(share)}" for number, share in enumerate(shares[:_MOST_PAGES], 1))
    more = f", and {len(shares) - _MOST_PAGES} more" if len(shares) > _MOST_PAGES else ""
    yield Diagnostic("note", "ink", message, details=(f"Page by page: {each}{more}.",))
    whole = document.page.width * document.page.height
    for number, page in enumerate(document.pages, 1):
        areas = [area for placed in page.fragments for area in _filled(placed.fragment)]
        if areas and max(areas) > LARGEST_AREA * whole:
            message = f"On page {number} one area takes {_percent(max(areas) / whole)} of the paper and is filled."
            hint = f"Office printers show stripes above {_percent(LARGEST_AREA)}: take its background out of the theme."
            yield Diagnostic("warning", "large-fill", message, hint=hint)


def coverage(data: bytes) -> tuple[float, ...]:
    """Measure how much of each page is covered: 0 for white paper, 1 for black."""
    with pypdfium2.PdfDocument(data) as document:
        return tuple(_covered(page) for page in document)


def _covered(page: pypdfium2.PdfPage) -> float:
    picture = page.render(scale=_SCALE, grayscale=True).to_pil().convert("L")
    counts = picture.histogram()
    dark = sum(count * (255 - value) for value, count in enumerate(counts))
    return float(dark / (255 * sum(counts)))


def _filled(fragment: Fragment) -> Iterator[float]:
    """Yield the areas of boxes that are filled, and not with white, in square points."""
    is_white = False
    for operation in (each for each in fragment.operations if isinstance(each, str)):
        for found in _FILL.finditer(operation):
            is_white = all(float(part) == 1 for part in found.groups())
        box = _BOX.search(operation)
        if box and not is_white:
            yield abs(float(box[3]) * float(box[4]))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
