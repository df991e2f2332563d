"""A PDF on disk and what is wanted → a file of sheets, and what there is to say about it."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError, Diagnostic, LayoutError, Severity, VerificationError
from briefing.printing.papers import Size
from briefing.printing.planning import Asked, Ink, Measured, Plan, plan
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import check_output, save
from briefing.verifying import to_record, verify
from briefing.verifying.limits import SECONDS
from briefing.verifying.processes import Outcome, no_room, run

__all__ = ["Printed", "impose"]

_CHILD = (
    "import sys; file, asked, *sys.path[:] = sys.argv[1:]; from briefing.printing.child import main; "
    "sys.exit(main(file, asked))"
)
"""The child finds modules where this process does, and nowhere else."""
_OUT_OF_TIME: int = getattr(signal, "SIGXCPU", 0)
_SUSPICION = "It may be damaged or made to harm."
_MOST_PAGES = 5_000
"""As many as are opened."""
_LONGEST = 1e9
"""Points: longer than any page can be said to be."""
_PLANS = ("nothing-to-repeat", "too-small-to-read", "code-")
"""How refusals begin that are not about a file that cannot be read."""
_SEVERITIES: tuple[Severity, ...] = ("warning", "note")
"""Of what is said of sheets that are made."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Sheets that were written."""

    path: Path
    size: int
    """Bytes."""
    measured: Measured
    plan: Plan
    links: int
    """How many became plain text."""
    attachments: tuple[str, ...]
    """Files that were inside and were left out."""
    back_cover: bool = False
    """Blanks stand before the last page."""
    codes: int = 0
    """QR codes that were read from the sheets, and from photocopies of them."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with those that were not."""


def impose(path: Path, output: Path, asked: Asked, *, protected: Protected = NOTHING_PROTECTED) -> Printed:
    """Put the pages of a PDF that this program has made on sheets, and write these.

    Raises:
        VerificationError: it cannot be read, or is none of ours.
        LayoutError: pages would become too small, or fit only once.
        ProtectedError: the sheets, or their name, hold a protected word.
        OutputError: the sheets cannot be written.
    """
    check_output(output, [path], made="the sheets are")
    if protected:  # what is drawn on pages is read only by who verifies them
        protected.refuse_bytes(json.dumps(to_record(verify(path)), ensure_ascii=False).encode(), "What the file holds")
    answer, data = _answered(_outcome(path, asked), str(path))
    measured = answer.measured
    save(output, data, protected=protected)
    return Printed(
        output,
        len(data),
        measured,
        plan(measured, asked),
        answer.links,
        answer.attachments,
        asked.back_cover,
        answer.codes,
        answer.told,
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    measured: Measured
    links: int
    attachments: tuple[str, ...]
    codes: int
    told: tuple[Diagnostic, ...]


def _outcome(path: Path, asked: Asked) -> Outcome:
    try:
        if not path.is_file() and path.exists():  # a pipe might never end
            kind = "a folder" if path.is_dir() else "not a file"
            hint = "Name the PDF inside it." if path.is_dir() else ""
            raise VerificationError(_diagnostic("not-a-file", f"{path}: this is {kind}.", hint))
        with path.open("rb") as source:
            command = [sys.executable, "-I", "-c", _CHILD, str(path), json.dumps(asdict(asked)), *sys.path]
            return run(command, seconds=SECONDS, source=source)
    except (OSError, ValueError) as problem:  # ValueError: a name with a zero byte
        reason = problem.strerror if isinstance(problem, OSError) else None
        raise VerificationError(_diagnostic("unreadable-file", f"{path}: {reason or problem}.")) from problem


def _answered(outcome: Outcome, file: str) -> tuple[_Answer, bytes]:
    """What the child made or refused; its answer is trusted no more than the file in its hands."""
    if outcome.status != 0:
        raise VerificationError(_why_it_ended(outcome, file))
    line, _, data = outcome.output.partition(b"\n")
    try:
        answer = json.loads(line)
        if "refused" in answer:
            raise _refused([tuple(map(str, each)) for each in answer["refused"]])
        return _answer(answer), data
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        message = f"{file}: the program that reads it answered nonsense. {_SUSPICION}"
        raise VerificationError(_diagnostic("reader-broke", message)) from problem


def _answer(given: dict[str, Any]) -> _Answer:
    """Read what the child says of what it made.

    Raises: ValueError, TypeError, KeyError where it makes no sense.
    """
    return _Answer(
        _measured(given["measured"]),
        int(given["links"]),
        tuple(map(str, given["attachments"])),
        int(_number(given["codes"], _LONGEST)),
        tuple(_told(*each) for each in given["told"]),
    )


def _told(severity: Severity, name: object, message: object, hint: object) -> Diagnostic:
    if severity not in _SEVERITIES:
        raise ValueError("no such severity")
    return Diagnostic(severity, str(name), str(message), hint=str(hint))


def _measured(found: dict[str, object]) -> Measured:
    """Read the facts about pages.

    Raises: ValueError, TypeError, KeyError where they are none.
    """
    pages = int(_number(found["pages"], _MOST_PAGES))
    lengths = [_number(each, _LONGEST) for each in (*_listed(found["size"]), *_listed(found["white"]))]
    width, height, *white = lengths
    smallest, usual, small, module = (
        None if found[name] is None else _number(found[name], _LONGEST)
        for name in ("smallest_pt", "usual_pt", "small_pt", "module_mm")
    )
    if not (pages and width and height):
        raise ValueError("no pages")
    return Measured(pages, Size(width, height), Ink(*white), found["rtl"] is True, smallest, usual, small, module)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return value


def _number(value: object, most: float) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= most:
        raise ValueError("no such number")
    return float(value)


def _why_it_ended(outcome: Outcome, file: str) -> Diagnostic:
    if outcome.status in (None, -_OUT_OF_TIME):
        return _diagnostic("too-slow", f"{file}: it took more than {SECONDS} seconds. {_SUSPICION}")
    if outcome.had_no_room:
        return _diagnostic("no-room", *no_room(file))
    words = f"Its last words: {outcome.complaint}" if outcome.complaint else ""
    return _diagnostic("reader-broke", f"{file}: the program that reads it broke down. {_SUSPICION}", words)


def _refused(problems: list[tuple[str, ...]]) -> BriefingError:
    diagnostics = [_diagnostic(*each) for each in problems]
    family = LayoutError if diagnostics[0].id.startswith(_PLANS) else VerificationError
    return family(*diagnostics)


def _diagnostic(name: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic("error", name, message, hint=hint)
