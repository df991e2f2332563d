"""What came of holding a ledger of claims against the pages → what is wrong with it, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from briefing.verifying.findings import ClaimFinding, ClaimFindingId, Inspection, Problem
from briefing.verifying.words import AGAIN, agreeing, beginning, counted

__all__ = ["evidence_problems"]

_MOST_OF_A_KIND = 5
"""Told one by one; the others are counted."""
_LONGEST_QUOTE = 50
"""Characters."""


def evidence_problems(inspection: Inspection) -> Iterator[Problem]:
    """Say what on the pages is not what the ledger and the words of the sources say, one kind after the other."""
    rechecked = inspection.evidence
    if rechecked is None:
        return
    if rechecked.left_out:
        words = f"{counted(rechecked.left_out, 'claim')} of the ledger {agreeing(rechecked.left_out, 'was', 'were')}"
        yield Problem("claims-cut", f"{words} not compared: that would take too long.", gravity="warning")
    found = rechecked.findings
    for name, alike in groupby(sorted(found, key=lambda each: _ORDER.index(each.id)), key=lambda each: each.id):
        told = [*alike]
        for each in told[:_MOST_OF_A_KIND]:
            yield Problem(name, _SENTENCES[name](each), page=each.page, hint=_HINTS[name])
        more = len(told) - _MOST_OF_A_KIND
        if more > 0:
            are = agreeing(more, "There is", "There are")
            yield Problem(
                name, f"{are} {counted(more, 'more finding')} of this kind.", hint="All stand under Evidence."
            )


def _quotation_differs(found: ClaimFinding) -> str:
    return f"{_quotation(found)} is not what {found.source} says."


def _quotation_changed(found: ClaimFinding) -> str:
    return f"{_quotation(found)} is not what the ledger of claims says that it is."


def _claim_missing(found: ClaimFinding) -> str:
    return f"The pages do not say {_quoted(found)} any more, which the ledger of claims lists ({found.subject})."


def _status_refuted(found: ClaimFinding) -> str:
    return f"{_quotation(found)} is “{found.status}” in the ledger of claims, and the words of its source refute that."


def _words_missing(found: ClaimFinding) -> str:
    return f"The words of {found.source} are missing: {found.subject} is not attached."


def _words_changed(found: ClaimFinding) -> str:
    return f"{found.subject} does not hold the words of {found.source} that were attached: its SHA-256 is another one."


def _quotation(found: ClaimFinding) -> str:
    where = f" on page {found.page}" if found.page else ""
    return f"The quotation {_quoted(found)}{where} ({found.subject})"


def _quoted(found: ClaimFinding) -> str:
    return f"“{beginning(found.words, _LONGEST_QUOTE)}”"


_SENTENCES: Mapping[ClaimFindingId, Callable[[ClaimFinding], str]] = MappingProxyType(
    {
        "quotation-differs": _quotation_differs,
        "quotation-changed": _quotation_changed,
        "claim-missing": _claim_missing,
        "status-refuted": _status_refuted,
        "words-missing": _words_missing,
        "words-changed": _words_changed,
    }
)
_ORDER = tuple(_SENTENCES)
_CHANGED = f"Pages or attached files were changed after the file was made. {AGAIN}"
_HINTS: Mapping[ClaimFindingId, str] = MappingProxyType(
    {**dict.fromkeys(_SENTENCES, _CHANGED), "quotation-differs": f"Both stand under Evidence. {_CHANGED}"}
)
