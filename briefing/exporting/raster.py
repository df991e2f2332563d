"""A drawing as paths → a picture of pixels, for programs that show no paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

import pikepdf
import pypdfium2

from briefing.model import PathMark, PathStep
from briefing.theme import components
from briefing.typesetting import Outlined

__all__ = ["png_of"]

_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}


def png_of(drawing: Outlined, dots_per_inch: int = 300) -> bytes:
    """Paint a drawing on white, as PNG."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(drawing.width, drawing.height))
        page.Contents = pdf.make_stream("\n".join(_content(drawing.marks)).encode("ascii"))
        written = BytesIO()
        pdf.save(written)
    with pypdfium2.PdfDocument(written.getvalue()) as document:
        image = document[0].render(scale=dots_per_inch / 72).to_pil().convert("RGB")
    data = BytesIO()
    image.save(data, "PNG", optimize=True, dpi=(dots_per_inch, dots_per_inch))
    return data.getvalue()


def _content(marks: Iterable[PathMark]) -> Iterator[str]:
    """Write the operators of a page. See: ISO 32000-1, 8.5 (path construction and painting)."""
    for mark in marks:
        yield "q"
        if mark.clip:
            yield f"{_numbers(mark.clip)} re W n"
        if mark.window:
            yield f"{_path(mark.window)} W n"
        if mark.fill:
            yield f"{_numbers(components(mark.fill))} rg"
        if mark.stroke:
            yield f"{_numbers(components(mark.stroke))} RG {mark.width:.3f} w {_CAPS[mark.cap]} J"
            yield f"[{_numbers(mark.dash)}] 0 d"
        yield f"{_path(mark.steps)} {_painting(mark)}"
        yield "Q"


def _painting(mark: PathMark) -> str:
    if mark.fill and mark.stroke:
        return "B"
    return "f" if mark.fill else "S" if mark.stroke else "n"


def _path(steps: Iterable[PathStep]) -> str:
    return " ".join(f"{_numbers(at)} {_OPERATORS[step]}" for step, at in steps)


def _numbers(numbers: Sequence[float]) -> str:
    return " ".join(f"{number:.3f}" for number in numbers)
