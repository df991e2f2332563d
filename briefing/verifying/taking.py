"""The files inside a PDF → their names and bytes; this is what runs in a process of its own, as ``child`` does."""

from __future__ import annotations

import json
import sys
from base64 import b64encode

from briefing.errors import VerificationError
from briefing.verifying.inspecting import files_inside
from briefing.verifying.limits import MEMORY
from briefing.verifying.processes import limit_this_process, own_output

__all__ = ["main"]

_MOST_BYTES = 100_000_000
"""Of all files together."""


def main(file: str) -> None:
    """Read a PDF on standard input and answer on standard output; ``file`` is what to call it."""
    limit_this_process()
    output = own_output()
    answer: dict[str, object]
    try:
        found = files_inside(sys.stdin.buffer.read(), file=file, room=_MOST_BYTES)
        files = {name: b64encode(data).decode("ascii") for name, data in found.files.items()}
        answer = {"files": files, "altered": found.altered}
    except VerificationError as problem:
        answer = {"refused": {each.message: each.hint for each in problem.diagnostics}}
    except MemoryError:
        answer = {"refused": {f"{file}: reading it took more than {MEMORY >> 30} GB of memory.": ""}}
    output.write(json.dumps(answer).encode("ascii"))
    output.flush()
