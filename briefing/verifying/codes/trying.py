"""A code on a page → how large and dark it is, and what it does not survive."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from briefing.theme import POINTS_PER_MM, QUIET_ZONE
from briefing.verifying.codes.copying import copies
from briefing.verifying.codes.decoding import Decoder, Seen
from briefing.verifying.codes.measuring import contrast_of, has_margin
from briefing.verifying.codes.rendering import Pictured, picture_of
from briefing.verifying.findings import Code, Copying

__all__ = ["found_only", "tried"]

_RESOLUTION = 150
"""Pixels an inch: what is coarse for a printer and usual for a telephone."""
_MOST_PIXELS = 400_000
"""Of one code with what is around it; one of 100 mm has that many, and large modules."""
_AROUND = 2 * QUIET_ZONE
"""Modules around a code that are looked at with it."""


def found_only(seen: Seen, page: int) -> Code:
    """Tell of a code that is not tried, for it is no QR code or one of very many."""
    return Code(page=page, kind=seen.kind, text=seen.text)


def tried(seen: Seen, drawn: pypdfium2.PdfPage, page: int, decoder: Decoder) -> Code:
    """Render a QR code anew in grey, measure it, and read it from what copiers make of it.

    Raises: PdfiumError where it cannot be rendered.
    """
    width, height = drawn.get_size()
    area = seen.area.grown(_AROUND * seen.module, width, height)
    pictured = picture_of(drawn, _RESOLUTION, most=_MOST_PIXELS, area=area)
    is_plain = decoder.reads(pictured.picture, seen.text)
    inverted = not is_plain and decoder.reads(pictured.picture, seen.text, inverted=True)
    return Code(
        page=page,
        kind=seen.kind,
        text=seen.text,
        module_mm=round(seen.module / POINTS_PER_MM, 3),
        contrast=round(contrast_of(seen, pictured), 1),
        inverted=inverted,
        margin=seen.is_askew or inverted or has_margin(seen, pictured, width, height),
        unread=tuple(_unread(pictured, seen.text, decoder, is_plain=is_plain)),
    )


def _unread(pictured: Pictured, text: str, decoder: Decoder, *, is_plain: bool) -> Iterator[Copying]:
    if not is_plain:
        yield "grey"
    for copied in copies(pictured.picture, pictured.scale):
        if not decoder.reads(copied.picture, text):
            yield copied.by
