"""Pages and cutting marks as one side of a sheet.

The contents of the pages are joined to one stream, and are no forms: a mark inside a form is found by fewer readers
(pdf.js looks for none there), and a form that holds marks may be drawn only once (ISO 14289-1, 7.20). The second and
further copies of a leaflet are one form without marks, drawn as an artifact: nobody wants to hear it eight times.
See: ISO 32000-1, 8.10 (forms), 14.8.2.2 (artifacts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.printing.imposition.structure import decimal
from briefing.printing.papers import EDGE_MM, MM, Size
from briefing.printing.planning import Plan

__all__ = ["Drawn", "copied", "cutting_marks", "placed"]

_LINE = 0.3
"""Width of cutting marks in points: thinner ones break on office printers."""
_LENGTH = 4 * MM
_GAP = 1 * MM
"""Between a mark and the corner that it belongs to."""
_EDGE = EDGE_MM * MM
_ARTIFACT = b"/Artifact <</Type /Page>> BDC\n"
"""Production aids. See: ISO 32000-1, table 330."""


class Drawn(NamedTuple):
    """A page, ready to be put on a sheet."""

    content: bytes
    size: Size


def placed(page: Drawn, scale: float, x: float, y: float) -> bytes:
    """Draw a page with its corner at a place; what stands out over its edge is cut off."""
    return b"q %s 0 0 %s %s %s cm\n%s re W n\n%s\nQ\n" % (
        _number(scale, 6),
        _number(scale, 6),
        _number(x),
        _number(y),
        b" ".join(map(_number, (0, 0, *page.size))),
        page.content.strip(b"\n"),
    )


def copied(name: str, scale: float, corners: Iterable[tuple[float, float]]) -> bytes:
    """Draw further copies of a page, which are a form."""
    size = _number(scale, 6)
    drawn = b"".join(
        b"q %s 0 0 %s %s %s cm /%s Do Q\n" % (size, size, _number(x), _number(y), name.encode()) for x, y in corners
    )
    return _ARTIFACT + drawn + b"EMC\n" if drawn else b""


def cutting_marks(plan: Plan) -> bytes:
    """Draw a short line at both ends of each cut."""
    lines = b"".join(b"%s m %s l\n" % (b" ".join(map(_number, a)), b" ".join(map(_number, b))) for a, b in _cuts(plan))
    return _ARTIFACT + b"q %s w 0 0 0 RG\n%sS\nQ\nEMC\n" % (_number(_LINE), lines) if lines else b""


def _cuts(plan: Plan) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Ends of the marks. A cut along the very edge of the sheet needs none."""
    cells = [each for each in plan.sides[0] if each]
    wide, high = plan.page.width * plan.scale, plan.page.height * plan.scale
    across = sorted({round(x, 3) for each in cells for x in (each.x, each.x + wide)})
    upward = sorted({round(y, 3) for each in cells for y in (each.y, each.y + high)})
    for x in _inside(across, plan.sheet.width):
        for start, end in _ends(upward, plan.sheet.height):
            yield (x, start), (x, end)
    for y in _inside(upward, plan.sheet.height):
        for start, end in _ends(across, plan.sheet.width):
            yield (start, y), (end, y)


def _inside(cuts: list[float], length: float) -> list[float]:
    """Cuts that are not the edge of the sheet; edges of neighbours that coincide are one cut."""
    apart = [cut for number, cut in enumerate(cuts) if not number or cut - cuts[number - 1] > 0.1]
    return [cut for cut in apart if _EDGE < cut < length - _EDGE]


def _ends(cuts: list[float], length: float) -> Iterator[tuple[float, float]]:
    """Both marks of a cut: outside of the leaflets where there is room, else on the cut itself, at its very end."""
    low, high = cuts[0], cuts[-1]
    if low - _GAP - _LENGTH / 2 >= _EDGE:
        yield max(_EDGE, low - _GAP - _LENGTH), low - _GAP
    else:
        yield max(_EDGE, low), max(_EDGE, low) + _LENGTH
    if length - high - _GAP - _LENGTH / 2 >= _EDGE:
        yield high + _GAP, min(length - _EDGE, high + _GAP + _LENGTH)
    else:
        yield min(length - _EDGE, high) - _LENGTH, min(length - _EDGE, high)


def _number(value: float, decimals: int = 3) -> bytes:
    if decimals == 3:
        return str(decimal(value)).encode("ascii")
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".").encode("ascii")
