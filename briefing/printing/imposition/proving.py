"""Pages and the sheets made of them → whether the QR codes of the pages can be read from the sheets."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from briefing.errors import Diagnostic, LayoutError, errors_of
from briefing.model import DrawnCode
from briefing.printing.imposition.impose import Imposed
from briefing.printing.planning import Asked, plan
from briefing.verifying.codes import NOT_TRIED, find_codes, prove_codes

__all__ = ["CodesRead", "read_codes"]

_MOST = 100
"""Codes that are tried: all of them are made equally small."""


class CodesRead(NamedTuple):
    """What came of reading the codes of sheets."""

    codes: int
    """How many were read, on paper and from copies."""
    told: tuple[Diagnostic, ...] = ()
    """What is wrong with the others; or that none was tried."""


def read_codes(data: bytes, imposed: Imposed, asked: Asked) -> CodesRead:
    """Find the codes of pages again on the sheets, each as often as its page stands there.

    Raises: LayoutError where one cannot be read there, unless it is wanted anyway.
    """
    if not imposed.measured.code_pages:
        return CodesRead(0)
    found = find_codes(data, [page + 1 for page in imposed.measured.code_pages]).codes
    if found is None:
        return CodesRead(0, (NOT_TRIED,))
    sides = plan(imposed.measured, asked).sides
    drawn = (
        DrawnCode(number, code.text)
        for number, side in enumerate(sides, 1)
        for placed in side
        for code in found
        if placed and placed.page + 1 == code.page
    )
    wanted = tuple(islice(drawn, _MOST))
    told = prove_codes(imposed.data, wanted)
    if errors_of(told) and not asked.anyway:
        hint = "Take larger sheets or fewer pages on each. To print it all the same, add --anyway."
        raise LayoutError(*(replace(each, hint=hint) for each in told))
    return CodesRead(0 if told else len(wanted), tuple(map(_as_warning, told)))


def _as_warning(told: Diagnostic) -> Diagnostic:
    return replace(told, severity="warning", hint="") if told.severity == "error" else told
