"""Whether what becomes smaller can still be read, by people and by phones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from briefing.errors import Diagnostic, LayoutError
from briefing.printing.papers import name_of, size_of
from briefing.printing.planning.placing import plan
from briefing.printing.planning.values import Asked, Measured, Plan

__all__ = ["LEAST_MODULE_MM", "LEAST_TEXT_PT", "check_legible"]

LEAST_TEXT_PT = 9.0
"""Below it text is hard to read on paper."""
LEAST_MODULE_MM = 0.4
"""The least of a QR code that phones read; what this program sets has 0.5."""

_SAME = 0.995
"""A scale at which nothing is smaller that anybody could see."""
_PAGES = ("A4", "letter", "A5")
"""Sizes that ``briefing build`` sets, the larger before the smaller."""
_SHEETS = ("A4", "A3", "letter", "tabloid")
"""Sheets that are proposed."""


def check_legible(measured: Measured, planned: Plan, asked: Asked) -> None:
    """See that nothing becomes too small, unless it is wanted anyway. What keeps its size is never too small here.

    Raises:
        LayoutError: it says what becomes how small, and how to set it afresh.
    """
    if asked.anyway or planned.scale >= _SAME:
        return
    small = tuple(_too_small(measured, planned.scale))
    if small:
        message = (
            f"A page of {name_of(measured.size)} becomes {planned.scale * 100:.0f} % of its size. {' '.join(small)}"
        )
        raise LayoutError(Diagnostic("error", "too-small-to-read", message, hint=" ".join(_ways_out(measured, asked))))


def _too_small(measured: Measured, scale: float) -> Iterator[str]:
    smallest, usual, module = measured.smallest_pt, measured.usual_pt, measured.module_mm
    if smallest is not None and smallest * scale < LEAST_TEXT_PT:
        most = f"Most text becomes {usual * scale:.1f} pt (of {usual:.1f}), the smallest" if usual else "Text becomes"
        yield (
            f"{most} {smallest * scale:.1f} pt (of {smallest:.1f}): below {LEAST_TEXT_PT:.0f} pt it is hard to read."
        )
    if module is not None and module * scale < LEAST_MODULE_MM:
        less = floor(module * scale * 100) / 100
        yield (
            f"The modules of the QR code become {less:.2f} mm (of {module:.2f}): phones need {LEAST_MODULE_MM:.1f} mm."
        )


def _ways_out(measured: Measured, asked: Asked) -> Iterator[str]:
    page = next((name for name in _PAGES if _keeps_size(replace(measured, size=size_of(name)), asked)), None)
    sheet = next((name for name in _SHEETS if _keeps_size(measured, replace(asked, paper=name))), None)
    ways = [f"set the pages for this size (briefing build DIR --page {page})"] if page else []
    ways += [f"take larger sheets (--paper {sheet})"] if sheet else []
    two = replace(asked, scheme="2-up")
    fewer = "" if ways else next((name for name in _SHEETS if _keeps_size(measured, replace(two, paper=name))), "")
    ways += [f"put two pages on a side (--as 2-up --paper {fewer})"] if fewer else []
    yield f"To keep the letters as large, {' or '.join(ways or ['print the file itself'])}."
    yield "To print it all the same, add --anyway."


def _keeps_size(measured: Measured, asked: Asked) -> bool:
    try:
        return plan(measured, asked).scale >= _SAME
    except LayoutError:
        return False
