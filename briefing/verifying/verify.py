"""A PDF on disk → everything that is known of it, and what is wrong with it.

The file is opened in a process of its own with limits on memory and time; what makes a C library crash, hang or eat
memory ends that process and becomes one sentence here. veraPDF, where it is installed, is a third process.
"""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

from briefing.errors import Diagnostic, VerificationError
from briefing.verifying.findings import Inspection
from briefing.verifying.judging import check_with_verapdf, joined, problems_of
from briefing.verifying.limits import ATTEMPTS, SECONDS
from briefing.verifying.processes import Outcome, no_room, run
from briefing.verifying.records import from_record

__all__ = ["verify"]

_CHILD = (
    "import sys; file, attempt, *sys.path[:] = sys.argv[1:]; "
    "from briefing.verifying.child import main; sys.exit(main(file, attempt))"
)
"""The child finds modules where this process does, and nowhere else: ``-m`` would look in the working folder, where a
stranger's files may lie."""
_OUT_OF_TIME: int = getattr(signal, "SIGXCPU", 0)
"""The signal that ends a process after its seconds of the processor; Windows has none."""
_SUSPICION = "It may be damaged or made to harm."
_LONG_OR_HARMFUL = "It may be very long, damaged, or made to harm."


def verify(path: Path, *, name: str = "") -> Inspection:
    """Inspect a PDF: conformance, structure, fonts, images, links, codes, and the problems that all this shows.

    ``name`` is what the result calls the file; its path where empty.

    Raises: VerificationError where it cannot be read, with one diagnostic.
    """
    file = name or str(path)
    found = _examined(path, file)
    conformance = joined(found.conformance, check_with_verapdf(path, found.claims))
    checked = replace(found, conformance=conformance)
    return replace(checked, problems=problems_of(checked))


def _examined(path: Path, file: str) -> Inspection:
    try:
        if path.is_dir():
            raise _refusal("not-a-file", f"{file}: this is a folder.", "Name the PDF inside it.")
        if path.exists() and not path.is_file():  # a pipe might never end
            raise _refusal("not-a-file", f"{file}: this is not a file.")
        outcome = _outcome(path, file)
    except (OSError, ValueError) as problem:  # ValueError: a name with a zero byte
        reason = problem.strerror if isinstance(problem, OSError) else None
        raise _refusal("unreadable-file", f"{file}: {reason or problem}.") from problem
    if outcome.status != 0:
        raise _refusal(*_why_it_ended(outcome, file))
    return _answered(outcome.output, file)


def _outcome(path: Path, file: str) -> Outcome:
    """Run the child; where a library made it crash, again without that library, all in the time of one."""
    end = monotonic() + SECONDS
    for attempt in ATTEMPTS:
        with path.open("rb") as source:
            command = [sys.executable, "-I", "-c", _CHILD, file, attempt.value, *sys.path]
            outcome = run(command, seconds=end - monotonic(), source=source)
        if outcome.status is None or outcome.status >= 0 or outcome.status == -_OUT_OF_TIME:
            break
    return outcome


def _why_it_ended(outcome: Outcome, file: str) -> tuple[str, str, str]:
    """Name, sentence and last words."""
    if outcome.status in (None, -_OUT_OF_TIME):
        return "too-slow", f"{file}: reading it took more than {SECONDS} seconds. {_LONG_OR_HARMFUL}", ""
    if outcome.had_no_room:
        return "no-room", *no_room(file)
    words = f"Its last words: {outcome.complaint}" if outcome.complaint else ""
    return "reader-broke", f"{file}: the program that reads it broke down. {_SUSPICION}", words


def _answered(output: bytes, file: str) -> Inspection:
    """What the child found or refused; its answer is trusted no more than the file in its hands."""
    try:
        answer = json.loads(output)
        if "refused" in answer:
            raise VerificationError(*(_diagnostic(*map(str, each)) for each in answer["refused"]))
        return from_record(answer["found"])
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise _refusal(
            "reader-broke", f"{file}: the program that reads it answered nonsense. {_SUSPICION}"
        ) from problem


def _refusal(name: str, message: str, hint: str = "") -> VerificationError:
    return VerificationError(_diagnostic(name, message, hint))


def _diagnostic(name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", name, message, hint=hint)
