"""What runs in a process of its own: the file is opened here and nowhere else.

The file comes on standard input, what is wanted as JSON on the command line. To standard output goes one line of JSON,
what was found or why nothing was made, and after it the sheets.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from briefing.errors import BriefingError
from briefing.printing.imposition import impose, read_codes
from briefing.printing.planning import Asked
from briefing.verifying.limits import MEMORY
from briefing.verifying.processes import answer, limit_this_process, own_output

__all__ = ["main"]


def main(file: str, asked: str) -> int:
    """Read standard input and answer on standard output; ``file`` is what to call it. Returns the exit status."""
    limit_this_process()
    output = own_output()
    data = b""
    try:
        source, wanted = sys.stdin.buffer.read(), Asked(**json.loads(asked))
        imposed = impose(source, wanted, file=file)
        read = read_codes(source, imposed, wanted)
        data = imposed.data
        told: dict[str, object] = {
            "measured": asdict(imposed.measured),
            "links": imposed.links,
            "attachments": imposed.attachments,
            "codes": read.codes,
            "told": [[each.severity, each.id, each.message, each.hint] for each in read.told],
        }
    except BriefingError as problem:
        told = {"refused": [[each.id, each.message, each.hint] for each in problem.diagnostics]}
    except MemoryError:
        told = {"refused": [["out-of-memory", f"{file}: it took more than {MEMORY >> 30} GB of memory.", ""]]}
    return answer(output, json.dumps(told, separators=(",", ":")).encode("ascii"), b"\n", data)
