"""A PDF's bytes → the QR codes and bar codes that a camera would find on its pages.

A code is decoded from the rendered page, as it will be printed, with ``zxing-cpp`` of the extra ``verify``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

import pypdfium2

from briefing.verifying.extras import optional
from briefing.verifying.findings import Code, Problem

__all__ = ["CodesFound", "find_codes"]

_RESOLUTION = 200
"""Pixels an inch: enough for the smallest code that a telephone reads from paper."""
_MOST_PAGES = 50
_MOST_PIXELS = 16_000_000
"""Of one page; a poster is rendered more coarsely."""
_LONGEST_SIDE = 60_000
"""Pixels; the decoder takes no more than 65,535."""
_LONGEST_TEXT = 10_000
"""Characters; a QR code holds at most 7,089. See: ISO/IEC 18004, table 1."""
_UNREAD = Problem("codes-unread", "No QR code was looked for: the pages cannot be rendered.", gravity="warning")


class CodesFound(NamedTuple):
    """Codes in the order of the pages, and what was left out."""

    codes: tuple[Code, ...] | None
    """``None`` where no decoder is installed."""
    problems: tuple[Problem, ...] = ()


def find_codes(data: bytes) -> CodesFound:
    """Render the pages and decode what is on them; a page that cannot be rendered has no codes."""
    decoder = optional("zxingcpp")
    if decoder is None:
        return CodesFound(None)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return CodesFound((), (_UNREAD,))
    with document:
        pages = min(len(document), _MOST_PAGES)
        codes = tuple(code for index in range(pages) for code in _codes_on(document, index, decoder))
        return CodesFound(codes, tuple(_left_out(len(document))))


def _codes_on(document: pypdfium2.PdfDocument, index: int, decoder: ModuleType) -> Iterator[Code]:
    try:
        page = document[index]
        bitmap = page.render(scale=_scale(*page.get_size()), grayscale=True)
    except pypdfium2.PdfiumError:
        return
    for found in decoder.read_barcodes(bitmap.to_pil()):
        yield Code(page=index + 1, kind=str(found.format), text=found.text[:_LONGEST_TEXT])


def _scale(width: float, height: float) -> float:
    """Pixels a point."""
    by_area = math.sqrt(_MOST_PIXELS / max(1.0, width * height))
    return min(_RESOLUTION / 72, by_area, _LONGEST_SIDE / max(1.0, width, height))


def _left_out(pages: int) -> Iterator[Problem]:
    if pages > _MOST_PAGES:
        yield Problem(
            "codes-cut",
            f"Only the first {_MOST_PAGES} of {pages} pages were searched for QR codes.",
            page=_MOST_PAGES + 1,
            gravity="warning",
        )
