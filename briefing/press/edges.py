"""A finished document → what stands too near to the edge of the paper, or ends at it.

Office printers leave some millimetres white, and no printing house cuts quite where it should: what must not be lost
stays away from the edge, and colour that reaches it goes on beyond. The pages themselves are measured, whatever theme,
picture or turned text has put something there.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_int, c_uint
from typing import Literal, NamedTuple

import pypdfium2
from pypdfium2 import raw

from briefing.errors import Diagnostic
from briefing.pdf import BLEED_MM
from briefing.theme import POINTS_PER_MM

__all__ = ["SAFE_MM", "edge_notes"]

SAFE_MM = 5.0
"""From the edge: what is nearer may be cut off, or is not printed."""
_SLACK = 0.2 * POINTS_PER_MM
"""Letters reach out of their lines by a hair."""
_WHITE = (255, 255, 255)
_MOST_TOLD = 5
"""Pages, of each kind of problem."""
_Kind = Literal["text", "picture", "ground"]
_KINDS: dict[int, _Kind] = {raw.FPDF_PAGEOBJ_TEXT: "text", raw.FPDF_PAGEOBJ_IMAGE: "picture"}


class _Distance(NamedTuple):
    """How far something is from one side of the page after the cut, in points; below 0 beyond it."""

    page: int
    """From 1."""
    kind: _Kind
    points: float

    @property
    def ends_at_edge(self) -> bool:
        """Whether it is meant to reach the edge, and does not go on beyond."""
        return self.kind in ("ground", "picture") and -BLEED_MM * POINTS_PER_MM + _SLACK < self.points < _SLACK

    @property
    def is_near(self) -> bool:
        """Whether it is lost where the cut is not exact, or where a printer leaves an edge white."""
        beyond = self.kind in ("ground", "picture") and self.points < _SLACK
        return self.points < SAFE_MM * POINTS_PER_MM - _SLACK and not beyond


def edge_notes(data: bytes, *, is_cut: bool) -> Iterator[Diagnostic]:
    """Warn of what is near to the edge; where the paper ``is_cut`` after printing, also of what ends there."""
    found = [*_distances(data)]
    near = {}
    for each in sorted((each for each in found if each.is_near), key=lambda each: -each.points):
        near[each.page] = each  # the nearest last
    for page in sorted(near)[:_MOST_TOLD]:
        yield _near(near[page], is_cut=is_cut)
    ending = sorted({each.page for each in found if each.ends_at_edge}) if is_cut else []
    for page in ending[:_MOST_TOLD]:
        message = f"On page {page} a ground or a picture ends at the edge: where the cut misses, a white line is seen."
        hint = f"Give a panel of the theme that ground, which goes on for {BLEED_MM:.0f} mm, or keep it away."
        yield Diagnostic("warning", "no-bleed", message, hint=hint)


def _near(found: _Distance, *, is_cut: bool) -> Diagnostic:
    distance = max(0.0, found.points / POINTS_PER_MM)
    message = f"On page {found.page} a {found.kind} stands {distance:.1f} mm from the edge of the paper."
    why = "A cut is not exact" if is_cut else "Office printers leave the edge white"
    return Diagnostic("warning", "near-edge", message, hint=f"{why}: keep {SAFE_MM:.0f} mm in the theme.")


def _distances(data: bytes) -> Iterator[_Distance]:
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            left, bottom, right, top = page.get_trimbox()
            for each in page.get_objects(max_depth=1):
                x0, y0, x1, y1 = each.get_bounds()
                kind = _kind(each)
                if kind and x0 < right and x1 > left and y0 < top and y1 > bottom:
                    yield from (_Distance(number, kind, by) for by in (x0 - left, y0 - bottom, right - x1, top - y1))


def _kind(each: pypdfium2.PdfObject) -> _Kind | None:
    """Tell what is drawn; ``None`` for nothing that can be seen, and for marks around the page, which are lines."""
    if each.type != raw.FPDF_PAGEOBJ_PATH:
        return _KINDS.get(each.type)
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(each, fill, stroke)
    if not fill.value:
        return None
    parts = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(each, *parts)
    return None if tuple(part.value for part in parts[:3]) == _WHITE else "ground"
