"""A PDF on disk → what veraPDF says of it, where it is installed: the reference validator, a program of its own.

It is run as ``verapdf --format json --flavour FLAVOUR``; its report is described by ``JsonHandler`` and
``RuleSummary`` of the veraPDF library. No shell sees the file's name: the program reads a copy with a plain one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.verifying.findings import BrokenRule, Conformance
from briefing.verifying.judging.conformance import PROFILES, standards_to_check
from briefing.verifying.processes import run
from briefing.verifying.records import Json

__all__ = ["check_with_verapdf"]

_FLAVOURS = PROFILES | {"PDF/UA-2": "ua2", "PDF/A-4": "4", "PDF/A-4e": "4e", "PDF/A-4f": "4f"}
"""What veraPDF calls the standards that it knows: more than page-validation, which took over its names."""

_SECONDS = 120
"""A start takes two of them; a page much less."""
_LONGEST_REASON = 200
"""Characters."""


def check_with_verapdf(path: Path, claims: Iterable[str]) -> tuple[Conformance, ...]:
    """Check a file against each of ``standards_to_check`` that veraPDF knows; empty where it is not on the path."""
    program = _program()
    if program is None:
        return ()
    claimed = tuple(claims)
    standards = [standard for standard in standards_to_check(claimed) if standard in _FLAVOURS]
    reports = _reports(program, path, [_FLAVOURS[standard] for standard in standards])
    return tuple(
        _verdict(report, standard, claimed=standard in claimed)
        for standard, report in zip(standards, reports, strict=True)
    )


def _program() -> str | None:
    """Where veraPDF is; never beside the files that are to be checked."""
    found = shutil.which("verapdf")
    return found if found and Path(found).is_absolute() else None


def _reports(program: str, path: Path, flavours: Sequence[str]) -> list[Json]:
    """What the program reports of a copy of the file by each flavour."""
    with TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
        try:
            copy = shutil.copyfile(path, Path(folder, "file.pdf"))
        except OSError as problem:  # a full disk, or a file that has gone meanwhile
            return [f"the file could not be copied for veraPDF: {problem.strerror}"] * len(flavours)
        return [_report(program, copy, flavour) for flavour in flavours]


def _report(program: str, file: Path, flavour: str) -> Json:
    """What the program reports, or a sentence that says why it reports nothing."""
    command = [program, "--format", "json", "--maxfailuresdisplayed", "1", "--flavour", flavour, file.name]
    try:
        outcome = run(command, seconds=_SECONDS, folder=file.parent)
    except OSError as problem:
        return f"veraPDF did not start: {problem.strerror}"
    if outcome.status is None:
        return f"veraPDF took more than {_SECONDS} seconds"
    try:
        report: Json = json.loads(outcome.output)
    except (ValueError, RecursionError):
        return f"veraPDF gave no report: {outcome.complaint or 'it said nothing'}"
    return report


def _verdict(report: Json, standard: str, *, claimed: bool) -> Conformance:
    result = _first(_in(_first(_in(report, "report", "jobs")), "validationResult"))
    compliant = _in(result, "compliant")
    if not isinstance(compliant, bool):
        return Conformance(standard, "not checked", claimed=claimed, reason=_reason(report))
    return Conformance(
        standard,
        "passed" if compliant else "failed",
        validator=f"veraPDF {_version(report)}".rstrip(),
        claimed=claimed,
        broken=tuple(_rules(_in(result, "details", "ruleSummaries"))),
    )


def _rules(summaries: Json) -> Iterator[BrokenRule]:
    """Rules that failed, by their clauses; passed ones are listed only by old versions."""
    failed = [each for each in _list(summaries) if str(_in(each, "status")).lower() == "failed"]
    for each in sorted(failed, key=_clause):
        times = _in(each, "failedChecks")
        yield BrokenRule(
            f"{_in(each, 'clause')}-{_in(each, 'testNumber')}",
            " ".join(str(_in(each, "description") or "").split()),
            times if isinstance(times, int) else 1,
        )


def _clause(summary: Json) -> list[int]:
    """``7.21.4.1`` and its test as numbers, so that 7.2 comes before 7.18."""
    parts = f"{_in(summary, 'clause')}.{_in(summary, 'testNumber')}".split(".")
    return [int(part) for part in parts if part.isdecimal()]


def _reason(report: Json) -> str:
    if isinstance(report, str):
        return report
    said = _in(_first(_in(report, "report", "jobs")), "taskException", "exceptionMessage")
    return f"veraPDF gave up: {said or 'it did not say why'}"[:_LONGEST_REASON]


def _version(report: Json) -> str:
    """Of the program's core; its parts have their own."""
    parts = _list(_in(report, "report", "buildInformation", "releaseDetails"))
    versions = {str(_in(part, "id")): str(_in(part, "version") or "") for part in parts}
    return versions.get("core", next(iter(versions.values()), ""))


def _in(value: Json, *names: str) -> Json:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _first(value: Json) -> Json:
    """The first entry of a list; itself where it is none: versions before 1.26 give no list of results."""
    return next(iter(value), None) if isinstance(value, list) else value
