"""Codes are found as a camera finds them: on the rendered page."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import segno
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typesetting_tools import pdf_of

from briefing.verifying import Problem
from briefing.verifying.codes import find_codes

pytest.importorskip("zxingcpp", reason="the extra [verify] is not installed: no zxing-cpp")

ROOT = Path(__file__).parent.parent


def qr(text: str) -> ImageReader:
    picture = BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="png", scale=8, border=4)
    picture.seek(0)
    return ImageReader(picture)


def with_codes(*pages: str, size: float = 30 * mm, paper: tuple[float, float] = (210 * mm, 297 * mm)) -> bytes:
    """A page a text, each with its code, or none where the text is empty."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=paper)
    for text in pages:
        if text:
            canvas.drawImage(qr(text), 20 * mm, 20 * mm, size, size)
        canvas.drawString(20 * mm, 100 * mm, "A page")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def found_in(data: bytes) -> list[tuple[int, str, str]]:
    return [(each.page, each.kind, each.text) for each in find_codes(data).codes or ()]


def test_the_code_that_we_draw_says_its_address():
    data = pdf_of('<figure><img alt="A code" data-qr="https://example.org/ä" data-width="30mm"></figure>')
    assert found_in(data) == [(1, "QR Code", "https://example.org/ä")]


def test_codes_come_in_the_order_of_the_pages():
    data = with_codes("https://example.org/1", "", "https://example.org/3", size=15 * mm)
    assert found_in(data) == [(1, "QR Code", "https://example.org/1"), (3, "QR Code", "https://example.org/3")]
    assert find_codes(data).problems == ()


def test_pages_without_codes_have_none():
    assert find_codes(with_codes("")) == ((), ())


def test_after_many_pages_nobody_looks_and_it_is_said(monkeypatch):
    monkeypatch.setattr("briefing.verifying.codes.finding._MOST_PAGES", 2)
    data = with_codes("", "here", "not here", "nor here")
    assert found_in(data) == [(2, "QR Code", "here")]
    message = "Only the first 2 of 4 pages were searched for QR codes."
    assert find_codes(data).problems == (Problem("codes-cut", message, page=3, gravity="warning"),)


def test_a_page_as_large_as_a_house_takes_no_more_memory_than_a_poster():
    assert find_codes(with_codes("x", size=20 * mm, paper=(5000 * mm, 5000 * mm))).codes == ()
    assert found_in(with_codes("x", size=4000 * mm, paper=(5000 * mm, 5000 * mm))) == [(1, "QR Code", "x")]


@pytest.mark.parametrize("paper", [(1, 1), (1, 14400), (0.01, 5), (1, 1_000_000), (1_000_000, 1_000_000)])
def test_a_page_that_is_hardly_there_has_no_codes(paper):
    assert find_codes(with_codes("", paper=paper)).codes == ()


def test_pages_that_cannot_be_rendered_are_named():
    message = "No QR code was looked for: the pages cannot be rendered."
    assert find_codes(b"%PDF-1.7") == ((), (Problem("codes-unread", message, gravity="warning"),))


def test_without_the_extra_nobody_has_looked():
    code = (
        "import sys; sys.modules['zxingcpp'] = None\n"
        "from briefing.verifying.codes import find_codes\n"
        "print(find_codes(b'%PDF'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "CodesFound(codes=None, problems=())\n"
