"""What is wanted, what was measured in the file, and the plan that follows from both.

Pages and sides count from 0, lengths are points unless their names say millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from briefing.printing.papers import Size

__all__ = ["SCHEMES", "Asked", "Ink", "Measured", "Placed", "Plan", "Scheme", "Side"]

Scheme: TypeAlias = Literal["booklet", "2-up", "4-up", "repeat"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants printed."""

    scheme: Scheme
    paper: str = "A4"
    """One of ``PAPERS``."""
    copies: int | None = None
    """Of each page on a sheet, with ``repeat``; ``None`` for as many as fit at their own size."""
    thickness_mm: float = 0.1
    """Of one sheet: 0.1 is paper of 80 grams a square metre."""
    back_cover: bool = False
    """The last page of a booklet stays on the outside: blanks come before it."""
    anyway: bool = False
    """Also where it becomes too small to read."""


class Ink(NamedTuple):
    """How much of every page is white at each edge; the least of all pages."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Facts about the pages of a file."""

    pages: int
    size: Size
    """Of each page."""
    white: Ink
    rtl: bool = False
    """Read from right to left."""
    smallest_pt: float | None = None
    """Smallest text, were it a single letter; ``None`` where there is none."""
    usual_pt: float | None = None
    """The size of most text."""
    small_pt: float | None = None
    """The smallest that is read and is not too small as it is: more than a hundredth of the letters have it."""
    module_mm: float | None = None
    """Of the finest QR code; ``None`` where none is drawn."""
    code_pages: tuple[int, ...] = ()
    """Pages on which QR codes are drawn."""


class Placed(NamedTuple):
    """A page on its sheet."""

    page: int
    x: float
    """Of its lower left corner, from that of the sheet."""
    y: float
    copy: bool = False
    """It is there already, for whoever has the sheet read aloud."""


Side: TypeAlias = tuple[Placed | None, ...]
"""The cells of one side of a sheet, row by row from the top, from left to right; ``None`` is blank."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each page goes."""

    scheme: Scheme
    sheet: Size
    page: Size
    """Before it is scaled."""
    scale: float
    columns: int
    sides: tuple[Side, ...]
    """Front and back of each sheet in turn, where both are printed."""
    blanks: int
    """Pages that were added, with nothing on them."""
    edge_mm: float
    """White at the edges of the sheets, the least of all."""
    creep_mm: float = 0.0
    """How far the innermost pages of a booklet are moved towards its spine."""
    uncorrected_mm: float = 0.0
    """How much farther they would have to be, if there were room."""
    rtl: bool = False

    @property
    def sheets(self) -> int:
        """How many sheets are fed, if both sides are printed."""
        return (len(self.sides) + 1) // 2

    @property
    def flip(self) -> Literal["short", "long"]:
        """The edge over which the printer turns the sheet: leaves turn like those of a book."""
        return "short" if self.sheet.landscape else "long"
