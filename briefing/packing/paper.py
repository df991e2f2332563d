"""Pages and copies → how many sheets go into the printer."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from briefing.packing.purposes import Share
from briefing.packing.values import PackedFile, Paper, PaperNeeded
from briefing.petitioning.signatures import LEAST_ROWS
from briefing.petitioning.values import MOST_SHEETS
from briefing.printing import Plan

__all__ = ["copies_of", "on_one_sheet", "paper_of_all", "signature_sheets", "sheets_of_plain", "times_to_print"]


def copies_of(share: Share, people: int) -> int:
    """Tell how many copies there have to be for some people."""
    return max(share.least, ceil(people / share.people))


def signature_sheets(people: int) -> int:
    """Tell how many sheets there have to be for all of them to sign, as far as one file holds so many."""
    return min(MOST_SHEETS, ceil(people / LEAST_ROWS))


def sheets_of_plain(pages: int, *, one_side: bool) -> int:
    """Count the sheets of a file whose pages are sides of paper, printed once."""
    return pages if one_side else ceil(pages / 2)


def on_one_sheet(plan: Plan | None) -> int:
    """Tell how many copies come from printing a file once: one that is repeated is there more than once."""
    return len(plan.sides[0]) if plan and plan.scheme == "repeat" else 1


def times_to_print(plan: Plan | None, copies: int) -> int:
    """Tell how often a file has to be printed for so many copies."""
    return ceil(copies / on_one_sheet(plan))


def paper_of_all(files: Iterable[PackedFile]) -> tuple[PaperNeeded, ...]:
    """Add up the sheets of each paper, the lightest first."""
    needed: dict[Paper, int] = {}
    for job in (each.job for each in files if each.job):
        needed[job.paper] = needed.get(job.paper, 0) + job.sheets
    return tuple(PaperNeeded(paper, sheets) for paper, sheets in sorted(needed.items()))
