"""Whether what becomes smaller can still be read, by people and by phones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from briefing.errors import Diagnostic, LayoutError
from briefing.printing.papers import name_of, size_of
from briefing.printing.planning.placing import plan
from briefing.printing.planning.values import Asked, Measured, Plan

__all__ = ["LEAST_MODULE_MM", "LEAST_SMALL_PT", "LEAST_TEXT_PT", "check_legible"]

LEAST_TEXT_PT = 9.0
"""Of most text: below it, reading is hard on paper."""
LEAST_SMALL_PT = 7.0
"""Of notes, captions and tables, which are set smaller: below it they are hard to read at all."""
LEAST_MODULE_MM = 0.4
"""The least of a QR code that phones read; what this program sets has 0.5."""

_SAME = 0.995
"""A scale at which nothing is smaller that anybody could see."""
_LEAST_SCALE = 0.1
"""Pages that would be smaller are not made so, whoever wants it: A4 is as large as a stamp then."""
_PAGES = ("A4", "letter", "A5", "half-letter")
"""Sizes that ``briefing build`` sets, the larger before the smaller."""
_SHEETS = ("A4", "A3", "letter", "tabloid")
"""Sheets that are proposed."""


def check_legible(measured: Measured, planned: Plan, asked: Asked) -> None:
    """See that nothing becomes too small, unless it is wanted anyway. What keeps its size is never too small here.

    Raises:
        LayoutError: it says what becomes how small, and how to set it afresh.
    """
    if planned.scale >= _SAME or (asked.anyway and planned.scale >= _LEAST_SCALE):
        return
    small = tuple(_too_small(measured, planned.scale))
    if small or planned.scale < _LEAST_SCALE:
        became = f"A page of {name_of(measured.size)} becomes {_percent(planned.scale)} of its size."
        message, hint = " ".join([became, *small]), " ".join(_ways_out(measured, planned, asked))
        raise LayoutError(Diagnostic("error", "too-small-to-read", message, hint=hint))


def _percent(scale: float) -> str:
    return f"{scale * 100:.{0 if scale >= _LEAST_SCALE else 1}f} %"


def _too_small(measured: Measured, scale: float) -> Iterator[str]:
    usual, small, module = measured.usual_pt, measured.small_pt, measured.module_mm
    if usual is not None and usual * scale < LEAST_TEXT_PT:
        yield f"Most text becomes {_smaller(usual, scale)}: below {LEAST_TEXT_PT:.0f} pt it is hard to read."
    if small is not None and small * scale < LEAST_SMALL_PT:
        yield f"Small text becomes {_smaller(small, scale)}: below {LEAST_SMALL_PT:.0f} pt it is hard to read at all."
    if module is not None and module * scale < LEAST_MODULE_MM:
        less = floor(module * scale * 100) / 100
        yield (
            f"The modules of the QR code become {less:.2f} mm (of {module:.2f}): phones need {LEAST_MODULE_MM:.1f} mm."
        )


def _smaller(size: float, scale: float) -> str:
    return f"{size * scale:.1f} pt (of {size:.1f})"


def _ways_out(measured: Measured, planned: Plan, asked: Asked) -> Iterator[str]:
    page = next((name for name in _PAGES if _keeps_size(replace(measured, size=size_of(name)), asked)), None)
    sheet = next((name for name in _SHEETS if _keeps_size(measured, replace(asked, paper=name))), None)
    ways = [f"set the pages for this size (briefing build DIR --page {page})"] if page else []
    ways += [f"take larger sheets (--paper {sheet})"] if sheet else []
    two = replace(asked, scheme="2-up")
    fewer = "" if ways else next((name for name in _SHEETS if _keeps_size(measured, replace(two, paper=name))), "")
    ways += [f"put two pages on a side (--as 2-up --paper {fewer})"] if fewer else []
    yield f"To keep the letters as large, {' or '.join(ways or ['print the file itself'])}."
    if planned.scale >= _LEAST_SCALE:
        yield "To print it all the same, add --anyway."


def _keeps_size(measured: Measured, asked: Asked) -> bool:
    try:
        return plan(measured, asked).scale >= _SAME
    except LayoutError:
        return False
