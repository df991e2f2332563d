"""A finished document → how much of each page is covered with ink, and what is filled as a whole.

For office printers: toner is what a page costs, and large areas come out in stripes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from briefing.errors import Diagnostic

__all__ = ["LARGEST_AREA", "PageInk", "ink_notes", "measured"]

LARGEST_AREA = 0.15
"""Share of a page that may be filled as a whole."""
_MOST_PAGES = 40
"""Of which the share is told one by one."""
_SCALE = 2
"""Pixels per point: a line is drawn one pixel wide at least, and would count for more than it covers with fewer."""
_COARSER = 4
"""So many by so many become one where areas are looked for: two points of the page."""
_SPOT = 3
"""Such pixels: the side of the smallest area that counts as filled, of 6 points."""
_LIGHT = 250
"""Of 255: as good as white."""


class PageInk(NamedTuple):
    """Shares of a page."""

    covered: float
    """By ink: 0 for white paper, 1 for black."""
    filled: float
    """By plain areas of one tone, whatever draws them: letters and lines are smaller, photographs have many tones."""


def ink_notes(data: bytes) -> Iterator[Diagnostic]:
    """Tell how much ink the pages of a document take, and warn of large filled areas."""
    pages = measured(data)
    shares = [page.covered for page in pages]
    most = max(shares)
    average = sum(shares) / len(shares)
    message = (
        f"Ink covers {_percent(average)} of the paper on average, and {_percent(most)} at most, on page "
        f"{shares.index(most) + 1}."
    )
    each = ", ".join(f"{number}: {_percent(share)}" for number, share in enumerate(shares[:_MOST_PAGES], 1))
    more = f", and {len(shares) - _MOST_PAGES} more" if len(shares) > _MOST_PAGES else ""
    yield Diagnostic("note", "ink", message, details=(f"Page by page: {each}{more}.",))
    for number, (_, share) in enumerate(pages, 1):
        if share > LARGEST_AREA:
            message = f"On page {number} filled areas take {_percent(share)} of the paper."
            hint = f"Office printers show stripes above {_percent(LARGEST_AREA)}: take backgrounds out of the theme."
            yield Diagnostic("warning", "large-fill", message, hint=hint)


def measured(data: bytes) -> tuple[PageInk, ...]:
    """Draw the pages, and measure what is on them."""
    with pypdfium2.PdfDocument(data) as document:
        drawn = (page.render(scale=_SCALE, grayscale=True).to_pil().convert("L") for page in document)
        return tuple(PageInk(_covered(picture), _filled(picture.reduce(_COARSER))) for picture in drawn)


def _covered(picture: Image.Image) -> float:
    counts = picture.histogram()
    dark = sum(count * (255 - value) for value, count in enumerate(counts))
    return float(dark / (255 * sum(counts)))


def _filled(picture: Image.Image) -> float:
    darkest, lightest = picture.filter(ImageFilter.MinFilter(_SPOT)), picture.filter(ImageFilter.MaxFilter(_SPOT))
    is_light = lightest.point(lambda level: 255 if level >= _LIGHT else 0)
    is_uneven = ImageChops.subtract(lightest, darkest).point(lambda level: 255 if level else 0)
    # Spots of one tone, and what of them the filters took away at their edges.
    even = ImageChops.invert(ImageChops.lighter(is_uneven, is_light)).filter(ImageFilter.MaxFilter(_SPOT))
    levels = even.histogram()
    return levels[-1] / sum(levels)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
