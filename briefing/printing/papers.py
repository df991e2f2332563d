"""Sizes of sheets that office printers and copy shops take, and what all of them leave white."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EDGE_MM", "MM", "PAPERS", "Size", "name_of", "size_of"]

MM = 72 / 25.4
"""Points."""
EDGE_MM = 5.0
"""Nothing is printed nearer to the edge of a sheet: office printers leave 3 to 5 mm white."""
PAPERS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "SRA3": (320.0, 450.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
"""Width and height in mm, upright: ISO 216, ISO 217, ANSI/ASME Y14.1."""

_NAMED = {**PAPERS, "A6": (105.0, 148.0), "half-letter": (139.7, 215.9)}
"""Sheets, and sizes of pages that are none."""
_ALIKE_MM = 1.0


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float

    @property
    def landscape(self) -> bool:
        """Wider than high."""
        return self.width > self.height

    def turned(self) -> Size:
        """The same sheet, lying where it stood."""
        return Size(self.height, self.width)


def size_of(paper: str) -> Size:
    """Give a named paper or page, upright."""
    width, height = _NAMED[paper]
    return Size(width * MM, height * MM)


def name_of(size: Size) -> str:
    """Name a size: ``A4``, ``A4 landscape``, or its millimetres."""
    wide, high = size.width / MM, size.height / MM
    for name, (width, height) in _NAMED.items():
        if max(abs(width - wide), abs(height - high)) <= _ALIKE_MM:
            return name
        if max(abs(width - high), abs(height - wide)) <= _ALIKE_MM:
            return f"{name} landscape"
    return f"{wide:.0f} × {high:.0f} mm"
