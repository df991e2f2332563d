"""What runs in a process of its own: a stranger's PDF is opened here and nowhere else.

The file comes on standard input; its text, or why it has none, goes to standard output as one JSON object.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from ctypes import c_double

import pypdfium2
from pypdfium2 import raw

from briefing.capturing.pages import PARTED, joined
from briefing.reading.limits import CAPTURED_BYTES
from briefing.reading.raised import lowered
from briefing.verifying.processes import limit_this_process, own_output

__all__ = ["main", "text_of_pdf"]

_MOST_PAGES = 3_000
_MAYBE_RAISED = re.compile(r"(?<=[^\s\x02\ufffe])\d{1,3}(?!\d)")
"""Figures at the end of a word or number."""
_BEFORE = 20
"""Letters before raised figures that tell what they are."""
_LEAST_RISE = 0.2
"""How much higher than the line they stand, as a part of their height."""


def main() -> None:
    """Read standard input and answer on standard output."""
    limit_this_process()
    output = own_output()
    try:
        answer = {"text": text_of_pdf(sys.stdin.buffer.read())}
    except pypdfium2.PdfiumError as problem:
        answer = {"refused": "It is protected by a password." if "password" in str(problem).lower() else ""}
    output.write(json.dumps(answer, separators=(",", ":")).encode("ascii"))
    output.flush()


def text_of_pdf(data: bytes) -> str:
    """Give the text of the pages, a little more than is kept at most; see ``pages`` for how they are put together.

    Raises: PdfiumError where it cannot be read.
    """
    pages: list[str] = []
    length = 0
    for page in _pages(data):
        pages.append(page)
        length += len(page)
        if length > CAPTURED_BYTES:
            break
    return joined(pages)


def _pages(data: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            textpage = page.get_textpage()
            yield _with_notes(textpage).replace("\r\n", "\n").replace("\ufffe", PARTED)
            textpage.close()
            page.close()


def _with_notes(textpage: pypdfium2.PdfTextPage) -> str:
    """Give the text of a page; numbers that stand higher than the word before them number notes."""
    text: str = textpage.get_text_range()
    found: list[str] = []
    place = 0
    for match in _MAYBE_RAISED.finditer(text):
        start = next((at for at in range(*match.span()) if _is_raised(textpage, at)), match.end())
        if start < match.end():
            found += text[place:start], lowered(text[max(start - _BEFORE, 0) : start], text[start : match.end()])
            place = match.end()
    return "".join((*found, text[place:]))


def _is_raised(textpage: pypdfium2.PdfTextPage, place: int) -> bool:
    """Tell whether a figure stands higher than the letter before it, and is smaller."""
    one, two = _index(textpage, place - 1), _index(textpage, place)
    left, bottom, _, top = textpage.get_charbox(two)
    _, _, right, before_top = textpage.get_charbox(one)
    height = top - bottom
    rise = _baseline(textpage, two) - _baseline(textpage, one)
    is_beside = abs(left - right) < 2 * height and abs(top - before_top) < 2 * height
    return bool(is_beside and _LEAST_RISE * height < rise < 2 * height)


def _index(textpage: pypdfium2.PdfTextPage, place: int) -> int:
    """Give the number of a character of the page by its place in the text, which leaves out what has no letter."""
    return int(raw.FPDFText_GetCharIndexFromTextIndex(textpage, place))


def _baseline(textpage: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return y.value
