"""Pages and copies → how many sheets go into the printer."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from briefing.packing.purposes import Share
from briefing.packing.values import PackedFile, Paper, PaperNeeded
from briefing.petitioning.signatures import LEAST_ROWS
from briefing.petitioning.values import MOST_SHEETS
from briefing.printing import Plan

__all__ = ["copies_of", "on_sheets", "paper_of_all", "plain_sheets", "signature_sheets"]


def copies_of(share: Share, people: int) -> int:
    """Tell how many copies there have to be for some people."""
    return max(share.least, ceil(people / share.people))


def signature_sheets(people: int) -> int:
    """Tell how many sheets there have to be for all of them to sign, as far as one file holds so many."""
    return min(MOST_SHEETS, ceil(people / LEAST_ROWS))


def plain_sheets(pages: int, copies: int, *, one_side: bool) -> int:
    """Count the sheets of a file whose pages are sides of paper."""
    return copies * (pages if one_side else ceil(pages / 2))


def on_sheets(plan: Plan, copies: int) -> int:
    """Count the sheets of a file whose pages were put on sheets; one that is repeated is there more than once."""
    together = len(plan.sides[0]) if plan.scheme == "repeat" else 1
    return plan.sheets * ceil(copies / together)


def paper_of_all(files: Iterable[PackedFile]) -> tuple[PaperNeeded, ...]:
    """Add up the sheets of each paper, the lightest first."""
    needed: dict[Paper, int] = {}
    for job in (each.job for each in files if each.job):
        needed[job.paper] = needed.get(job.paper, 0) + job.sheets
    return tuple(PaperNeeded(paper, sheets) for paper, sheets in sorted(needed.items()))
