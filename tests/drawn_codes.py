"""Pages with QR codes that are drawn as a careless designer might."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import segno
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

__all__ = ["LINK", "Looks", "modules_of", "page_with", "pages_with"]

LINK = "https://example.org/sign/afghan-refugees"


class Looks(NamedTuple):
    """How a code is drawn."""

    module_mm: float = 0.8
    dark: str = "#000000"
    light: str = "#ffffff"
    beside: bool = False
    """A rule stands in its margin."""
    left_mm: float = 20.0
    """Of its dark squares, from the edge of the page."""
    covered: bool = False
    """Half of it is painted over."""
    turned: int = 0
    """Degrees."""


def modules_of(text: str) -> tuple[bytes, ...]:
    return tuple(bytes(row) for row in segno.make(text, error="q", micro=False).matrix)


def page_with(text: str = LINK, **looks: float | str) -> bytes:
    """A page with one code."""
    return pages_with([text], Looks(**looks))


def pages_with(texts: Sequence[str], looks: Looks) -> bytes:
    """A page of 140 mm a text."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=(140 * mm, 140 * mm), invariant=True)
    for text in texts:
        _draw(canvas, modules_of(text), looks)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _draw(canvas: Canvas, rows: Sequence[bytes], looks: Looks) -> None:
    module, side = looks.module_mm * mm, len(rows) * looks.module_mm * mm
    if looks.light != "#ffffff":
        canvas.setFillColor(HexColor(looks.light))
        canvas.rect(0, 0, 140 * mm, 140 * mm, stroke=0, fill=1)
    canvas.translate(looks.left_mm * mm, 40 * mm)
    canvas.rotate(looks.turned)
    canvas.setFillColor(HexColor(looks.dark))
    path = canvas.beginPath()
    for row, values in enumerate(rows):
        for column, dark in enumerate(values):
            if dark:
                path.rect(column * module, side - (row + 1) * module, module, module)
    canvas.drawPath(path, stroke=0, fill=1)
    if looks.beside:
        canvas.rect(0, -2.5 * module, side, module / 2, stroke=0, fill=1)
    if looks.covered:
        canvas.rect(0, 0, side, side / 2, stroke=0, fill=1)
