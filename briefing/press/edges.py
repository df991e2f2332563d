"""A finished document → what stands too near to the edge of the paper, or ends at it.

Office printers leave some millimetres white, and no printing house cuts quite where it should: what must not be lost
stays away from the edge, and colour that reaches it goes on beyond. The pages themselves are measured, whatever theme,
picture or turned text has put something there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_int, c_uint
from typing import Literal, NamedTuple

import pypdfium2
from pypdfium2 import raw

from briefing.errors import Diagnostic
from briefing.pdf import BLEED_MM
from briefing.press.margins import SAFE_MM, Bleed
from briefing.theme import POINTS_PER_MM

__all__ = ["bleed_of", "edge_notes"]

_SLACK = 0.2 * POINTS_PER_MM
"""Letters reach out of their lines by a hair."""
_MEANT = 1.0 * POINTS_PER_MM
"""What is as near to the edge as that is meant to reach it: no cut is more exact."""
_WHITE = (255, 255, 255)
_MOST_TOLD = 20
"""Pages, of each kind of problem."""
_Kind = Literal["text", "picture", "ground"]
_KINDS: dict[int, _Kind] = {raw.FPDF_PAGEOBJ_TEXT: "text", raw.FPDF_PAGEOBJ_IMAGE: "picture"}

_NAMES: dict[_Kind, str] = {"text": "text", "picture": "picture", "ground": "ground or rule"}


class _Distance(NamedTuple):
    """How far something is from one side of the page after the cut, in points; below 0 beyond it."""

    page: int
    """From 1."""
    kind: _Kind
    points: float

    @property
    def is_at_edge(self) -> bool:
        """Whether it is meant to reach the edge, or go on beyond: it is no text, which is to be read."""
        return self.kind != "text" and self.points < _MEANT

    @property
    def ends_at_edge(self) -> bool:
        """Whether it is meant to reach the edge, and does not go on beyond."""
        return self.is_at_edge and self.points > -BLEED_MM * POINTS_PER_MM + _SLACK

    @property
    def is_near(self) -> bool:
        """Whether it is lost where a printer leaves an edge white."""
        return self.points < SAFE_MM * POINTS_PER_MM - _SLACK


def edge_notes(data: bytes, *, is_cut: bool) -> Iterator[Diagnostic]:
    """Warn of what is near to the edge; where the paper ``is_cut`` after printing, also of what ends there."""
    found = [*_distances(data)]
    near = [each for each in found if each.is_near and not (is_cut and each.is_at_edge)]
    if near:
        yield _near(near, is_cut=is_cut)
    ending = [each for each in found if each.ends_at_edge] if is_cut else []
    if ending:
        page = ending[0].page
        message = f"On page {page} a ground or a picture ends at the edge: where the cut misses, a white line is seen."
        hint = f"Give a panel of the theme that ground, which goes on for {BLEED_MM:.0f} mm, or keep it away."
        yield Diagnostic("warning", "no-bleed", message, hint=hint, details=_elsewhere(ending[0], ending))


def _near(found: Sequence[_Distance], *, is_cut: bool) -> Diagnostic:
    nearest = min(found, key=lambda each: (each.points, each.page))
    distance = max(0.0, nearest.points / POINTS_PER_MM)
    message = f"On page {nearest.page} a {_NAMES[nearest.kind]} stands {distance:.1f} mm from the edge of the paper."
    why = "A cut is not exact" if is_cut else "Office printers leave the edge white"
    hint = f"{why}: keep {SAFE_MM:.0f} mm in the theme."
    return Diagnostic("warning", "near-edge", message, hint=hint, details=_elsewhere(nearest, found))


def _elsewhere(told: _Distance, found: Sequence[_Distance]) -> tuple[str, ...]:
    """Name the other pages on which it is so."""
    pages = sorted({each.page for each in found} - {told.page})
    if not pages:
        return ()
    more = f" and {len(pages) - _MOST_TOLD} more" if len(pages) > _MOST_TOLD else ""
    return (f"Pages that have it too: {', '.join(map(str, pages[:_MOST_TOLD]))}{more}.",)


def bleed_of(data: bytes) -> Bleed:
    """Tell what goes on beyond the edges of the pages after the cut."""
    at_edge = [each for each in _distances(data) if each.is_at_edge]
    if not at_edge:
        return "empty"
    return "missing" if any(each.ends_at_edge for each in at_edge) else "filled"


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
