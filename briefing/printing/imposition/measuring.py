"""Sizes of pages, texts and QR codes, and what is white around them, as pdfium draws them.

See: ISO 32000-1, 8.3.4 (matrices), 9.4.4 (text space).
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from math import hypot

import pypdfium2
from pypdfium2 import raw

from briefing.printing.papers import MM, Size
from briefing.printing.planning import LEAST_SMALL_PT, Ink, Measured

__all__ = ["measure"]

_MOST_OBJECTS = 1_000_000
"""Of one page."""
_FEWEST_MODULES = 100
"""Runs of dark modules in the smallest QR code, which has 21 rows."""
_SMALLEST_CODE = 21
"""Modules on a side."""
_STEP = 4
"""Sides of QR codes differ by a multiple of it."""
_ALIKE = 0.02
"""Part of a module."""
_HARDLY_ANY = 0.01
"""Part of the letters: raised numbers of notes and labels of a drawing are no text that is read."""


class _Tally:
    """Collects what is found on all pages."""

    def __init__(self) -> None:
        self.texts: Counter[float] = Counter()
        self.modules: dict[int, list[float]] = {}
        """By the page that they stand on."""
        self.white: list[Ink] = []

    def take(self, number: int, page: pypdfium2.PdfPage) -> None:
        """Look at a page."""
        width, height = page.get_size()
        ink = Ink(width / 2, height / 2, width / 2, height / 2)
        for drawn in islice(page.get_objects(max_depth=15), _MOST_OBJECTS):
            left, bottom, right, top = drawn.get_bounds()
            ink = Ink(*map(min, ink, (left, bottom, width - right, height - top)))
            if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
                size = _text_size(drawn)
                if size > 0:
                    self.texts[round(size, 2)] += max(1, round((right - left) / size))
            elif drawn.type == raw.FPDF_PAGEOBJ_PATH:
                for module in _module(drawn):
                    self.modules.setdefault(number, []).append(module)
        self.white.append(ink)


def measure(data: bytes, *, rtl: bool) -> Measured:
    """Measure all pages of a file.

    Raises: PdfiumError where it cannot be read.
    """
    tally = _Tally()
    with pypdfium2.PdfDocument(data) as document:
        pages, size = len(document), Size(*document.get_page_size(0))
        for number in range(pages):
            page = document[number]
            tally.take(number, page)
            page.close()
    usual = tally.texts.most_common(1)
    return Measured(
        pages=pages,
        size=size,
        white=Ink(*(max(0.0, min(each)) for each in zip(*tally.white, strict=True))),
        rtl=rtl,
        smallest_pt=min(tally.texts, default=None),
        usual_pt=usual[0][0] if usual else None,
        small_pt=_small(tally.texts),
        module_mm=min(chain.from_iterable(tally.modules.values()), default=None),
        code_pages=tuple(tally.modules),
    )


def _small(texts: Counter[float]) -> float | None:
    """Find the smallest size that is read, of those that are not too small before anything is scaled."""
    some = texts.total() * _HARDLY_ANY
    return min((size for size, letters in texts.items() if size >= LEAST_SMALL_PT and letters > some), default=None)


def _text_size(drawn: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(drawn.raw, size)
    matrix = drawn.get_matrix()
    return float(size.value) * hypot(matrix.c, matrix.d)


def _module(drawn: pypdfium2.PdfObject) -> Iterator[float]:
    """The side of a module in mm, if a path is a QR code: bars, all as high, that fill a square in whole steps."""
    if raw.FPDFPath_CountSegments(drawn.raw) < 4 * _FEWEST_MODULES:
        return
    matrix = drawn.get_matrix()
    bars = list(_bars(drawn))
    least = min((high for _, high in bars), default=0.0)
    left, bottom, right, top = drawn.get_bounds()
    up = hypot(matrix.c, matrix.d)
    if least <= 0 or up <= 0:
        return
    even = all(_whole(wide / least) and _whole(high / least) for wide, high in bars)
    across, along = (right - left) / (least * up), (top - bottom) / (least * up)
    modules = round(across)
    square = abs(across - along) < 1 and modules >= _SMALLEST_CODE and modules % _STEP == 1
    if even and square:
        yield least * up / MM


def _whole(value: float) -> bool:
    return abs(value - round(value)) < _ALIKE * max(1.0, value)


def _bars(drawn: pypdfium2.PdfObject) -> Iterator[tuple[float, float]]:
    """Width and height of each part of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    across: list[float] = []
    upward: list[float] = []
    for number in range(raw.FPDFPath_CountSegments(drawn.raw)):
        segment = raw.FPDFPath_GetPathSegment(drawn.raw, number)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and across:
            yield max(across) - min(across), max(upward) - min(upward)
            across, upward = [], []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        across.append(x.value)
        upward.append(y.value)
    if across:
        yield max(across) - min(across), max(upward) - min(upward)
