"""A file's bytes and what it claims → what a validator says of each standard.

The validator is ``page-validation``, of the extra ``verify``. Without it nothing is checked, and each standard says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from types import ModuleType

from briefing.verifying.extras import NOT_INSTALLED, optional
from briefing.verifying.findings import BrokenRule, Conformance
from briefing.verifying.limits import Attempt

__all__ = ["ACCESSIBLE", "ARCHIVAL", "PROFILES", "broke_down", "check_conformance", "joined", "standards_to_check"]

ACCESSIBLE = "PDF/UA-1"
"""Checked in every file. See: ISO 14289-1."""
ARCHIVAL = "PDF/A-2a"
"""Checked in a file that claims no kind of PDF/A. See: ISO 19005-2."""

PROFILES = {
    "PDF/UA-1": "ua1",
    "PDF/A-1a": "1a",
    "PDF/A-1b": "1b",
    "PDF/A-2a": "2a",
    "PDF/A-2b": "2b",
    "PDF/A-2u": "2u",
    "PDF/A-3a": "3a",
    "PDF/A-3b": "3b",
    "PDF/A-3u": "3u",
}
"""What the validator calls the standards that it knows."""

_FIRST_PART = re.compile(r"PDF/A-1b?\b")
_MOST_CELLS = 1_000_000
"""Of one table. Rows and columns have no limit of their own, which would be 1,024: long tables are honest, and what
costs memory and time are the cells, of which the validator allows as many by itself."""
_MOST_RULES = 1000
"""More different rules than any standard has."""


def standards_to_check(claims: Iterable[str]) -> tuple[str, ...]:
    """What the file claims, and PDF/UA-1, and PDF/A-2a where it claims no PDF/A: accessible first."""
    claimed = dict.fromkeys(claims)
    archival = [] if any(claim.startswith("PDF/A") for claim in claimed) else [ARCHIVAL]
    return tuple(dict.fromkeys([ACCESSIBLE, *claimed, *archival]))


def check_conformance(data: bytes, claims: Iterable[str]) -> tuple[Conformance, ...]:
    """Check a file against each of ``standards_to_check``; never raises for what the file holds."""
    claimed = tuple(claims)
    validator = optional("page")
    return tuple(
        _checked(data, standard, validator, claimed=standard in claimed)
        if validator
        else _unchecked(standard, claimed, NOT_INSTALLED)
        for standard in standards_to_check(claimed)
    )


def broke_down(claims: Iterable[str], attempt: Attempt) -> tuple[Conformance, ...]:
    """Say in the place of :func:`check_conformance` that a file makes programs crash."""
    claimed = tuple(claims)
    reason = (
        "page-validation broke down on this file"
        if attempt is Attempt.NO_RULES
        else "the programs that check it break down on it"
    )
    return tuple(
        _unchecked(standard, claimed, reason if optional("page") else NOT_INSTALLED)
        for standard in standards_to_check(claimed)
    )


def joined(*validators: Iterable[Conformance]) -> tuple[Conformance, ...]:
    """What several validators say, by standard; "not checked" only where none of them could tell."""
    told: dict[str, list[Conformance]] = {}
    for each in chain.from_iterable(validators):
        told.setdefault(each.standard, []).append(each)
    return tuple(
        kept
        for verdicts in told.values()
        for kept in [each for each in verdicts if each.verdict != "not checked"] or verdicts[:1]
    )


def _unchecked(standard: str, claimed: tuple[str, ...], reason: str) -> Conformance:
    return Conformance(standard, "not checked", claimed=standard in claimed, reason=reason)


def _checked(data: bytes, standard: str, validator: ModuleType, *, claimed: bool) -> Conformance:
    name = f"page-validation {validator.__version__}"
    if standard not in PROFILES:
        return Conformance(standard, "not checked", claimed=claimed, reason=f"{name} does not know this standard")
    try:
        report = validator.validate_pdf_bytes(data, profile=PROFILES[standard], limits=_limits(validator))
    except validator.PageError as problem:
        reason = f"{name} gave up, because {_why(problem, validator)} ({problem})"
        return Conformance(standard, "not checked", claimed=claimed, reason=reason)
    return Conformance(
        standard,
        "passed" if report.is_compliant else "failed",
        validator=name,
        claimed=claimed,
        broken=tuple(_rules((failure.rule_id, failure.message) for failure in report.failures)),
    )


def _why(problem: Exception, validator: ModuleType) -> str:
    if isinstance(problem, validator.SafetyLimitError):
        return "the file is larger, or nested more deeply, than it follows"
    if isinstance(problem, validator.ParseError):
        return "it cannot take the file apart, which may be damaged"
    return "something in the file is not what it expects"


def _limits(validator: ModuleType) -> object:
    return validator.SafetyLimits(
        max_table_grid_cells=_MOST_CELLS,
        max_table_grid_rows=_MOST_CELLS,
        max_table_grid_columns=_MOST_CELLS,
        max_table_span=_MOST_CELLS,
    )


def _rules(failures: Iterable[tuple[str, str]]) -> Iterator[BrokenRule]:
    """One entry a rule, with the message of its first failure, in the order of the report.

    The messages of rules that all parts of PDF/A share speak of the first part, whichever was asked for.
    """
    first: dict[str, str] = {}
    times: Counter[str] = Counter()
    for rule, message in failures:
        times[rule] += 1
        first.setdefault(rule, message)
    for rule in list(first)[:_MOST_RULES]:
        yield BrokenRule(rule, _FIRST_PART.sub("PDF/A", first[rule]), times[rule])
