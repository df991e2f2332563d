"""A PDF's bytes → the QR codes and bar codes that a camera would find on its pages, the QR codes tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2

from briefing.verifying.codes.decoding import Decoder, decoder
from briefing.verifying.codes.rendering import picture_of
from briefing.verifying.codes.trying import found_only, tried
from briefing.verifying.findings import Code, Problem

__all__ = ["CodesFound", "find_codes"]

_RESOLUTION = 200
"""Pixels an inch: enough for the smallest code that a telephone reads from paper."""
_MOST_PIXELS = 16_000_000
"""Of one page; a poster is rendered more coarsely."""
_MOST_PAGES = 50
_MOST_TRIED = 100
"""Codes; the others are found and not tried."""
_UNREAD = Problem("codes-unread", "No QR code was looked for: the pages cannot be rendered.", gravity="warning")


class CodesFound(NamedTuple):
    """Codes in the order of the pages, and what was left out."""

    codes: tuple[Code, ...] | None
    """``None`` where no decoder is installed."""
    problems: tuple[Problem, ...] = ()


def find_codes(data: bytes, pages: Iterable[int] | None = None) -> CodesFound:
    """Render pages and decode what is on them; a page that cannot be rendered has no codes.

    ``pages`` are counted from 1; without them the first fifty are looked at.
    """
    found = decoder()
    if found is None:
        return CodesFound(None)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return CodesFound((), (_UNREAD,))
    with document:
        wanted = list(pages) if pages is not None else range(1, min(len(document), _MOST_PAGES) + 1)
        codes: list[Code] = []
        for page in wanted:
            codes += _codes_on(document, page, found, _MOST_TRIED - len(codes))
        left_out = () if pages is not None else _left_out(len(document))
        return CodesFound(tuple(codes), tuple(left_out))


def _codes_on(document: pypdfium2.PdfDocument, number: int, decoder: Decoder, most_tried: int) -> Iterator[Code]:
    try:
        page = document[number - 1]
        for index, seen in enumerate(decoder.seen(picture_of(page, _RESOLUTION, most=_MOST_PIXELS))):
            is_tried = bool(seen.modules) and index < most_tried
            yield tried(seen, page, number, decoder) if is_tried else found_only(seen, number)
    except pypdfium2.PdfiumError:
        return


def _left_out(pages: int) -> Iterator[Problem]:
    if pages > _MOST_PAGES:
        yield Problem(
            "codes-cut",
            f"Only the first {_MOST_PAGES} of {pages} pages were searched for QR codes.",
            page=_MOST_PAGES + 1,
            gravity="warning",
        )
