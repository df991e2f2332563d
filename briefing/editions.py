"""Which editions of a briefing there are, and what each does differently: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["EDITIONS", "SCREEN", "Edition"]


@dataclass(frozen=True, slots=True)
class Edition:
    """A way of making the same briefing."""

    name: str
    """As typed after ``--edition``, and at the end of the file's name for all but the first."""
    summary: str
    """What it is for, in a few words."""
    attaches: bool = False
    """The article's own files travel inside the PDF."""
    grey: bool = False
    """Nothing has a colour, and it is told how much ink a page takes."""
    per_inch: int = 220
    """Points of a picture to an inch of paper; what is finer is left out.

    Paper is said to want 300 and a screen 150; the raster of an office printer shows no more than about 200, and a file
    that is sent as well is to stay small.
    """
    uses: tuple[str, ...] = ("print", "web")
    """What people in its pictures have to have agreed to: what is sent as a file ends up on the web, too."""
    press: bool = False
    """Colours are the inks of a press, and pages stand on larger sheets with marks."""


SCREEN = Edition("screen", "to read, print and send")

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        edition.name: edition
        for edition in (
            SCREEN,
            Edition("large-print", "18 point text, set afresh, for people who see little"),
            Edition("grey", "for office printers: no colour anywhere, little ink", grey=True, uses=("print",)),
            Edition(
                "press",
                "for a printing house: PDF/X-4, inks, bleed and crop marks",
                press=True,
                per_inch=350,
                uses=("print",),
            ),
            Edition("archive", "to keep, with the article's own files attached", attaches=True, per_inch=300),
        )
    }
)
"""By name; the first is made where none is asked for."""
