"""What runs in a process of its own: a stranger's file is opened here and nowhere else.

The file comes on standard input; what was found, or why nothing was, goes to standard output as one JSON object. The
process sets its own limits before it reads a byte, so that a file can take neither the memory nor the time of others.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from briefing.errors import VerificationError
from briefing.verifying.codes import CodesFound, find_codes
from briefing.verifying.findings import Inspection
from briefing.verifying.inspecting import inspect
from briefing.verifying.judging import broke_down, check_conformance
from briefing.verifying.limits import MEMORY, Attempt
from briefing.verifying.processes import answer, limit_this_process, own_output
from briefing.verifying.records import Json, to_record

__all__ = ["examine", "main"]


def main(file: str, attempt: str = Attempt.WHOLE) -> int:
    """Read standard input and answer on standard output; ``file`` is what to call it. Returns the exit status."""
    limit_this_process()
    output = own_output()
    try:
        found: dict[str, Json] = {
            "found": to_record(examine(sys.stdin.buffer.read(), file=file, attempt=Attempt(attempt)))
        }
    except VerificationError as problem:
        found = {"refused": [[each.id, each.message, each.hint] for each in problem.diagnostics]}
    except MemoryError:
        found = {"refused": [["out-of-memory", f"{file}: reading it took more than {MEMORY >> 30} GB of memory.", ""]]}
    return answer(output, json.dumps(found, separators=(",", ":")).encode("ascii"))


def examine(data: bytes, *, file: str, attempt: Attempt = Attempt.WHOLE) -> Inspection:
    """Everything that can be found without the problems, which are drawn from it.

    Raises: VerificationError where the file cannot be read.
    """
    draws = attempt is not Attempt.NO_PAGES
    found = inspect(data, file=file, draws=draws)
    codes = find_codes(data) if draws else CodesFound(())
    checked = check_conformance(data, found.claims) if attempt is Attempt.WHOLE else broke_down(found.claims, attempt)
    return replace(
        found,
        conformance=checked,
        codes=codes.codes,
        problems=(*found.problems, *codes.problems),
    )
