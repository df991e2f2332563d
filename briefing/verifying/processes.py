"""Another program, run with an end: no shell, no pipe that can fill up, and never longer than it may take."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import BinaryIO, NamedTuple

from briefing.verifying.limits import LARGEST_ANSWER, MEMORY, SECONDS

if sys.platform != "win32":
    import resource

__all__ = ["Outcome", "answer", "limit_this_process", "no_room", "own_output", "run"]

_KEPT = frozenset(
    {"DYLD_LIBRARY_PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT"}
) | {"TEMP", "TMP", "TMPDIR"}
"""Variables of the environment without which programs do not start on some system; the others are not handed on."""
_LONGEST_COMPLAINT = 200
"""Characters."""
_NO_ROOM = 74
"""Exit status of a process that could not write its answer: ``EX_IOERR`` of sysexits.h."""


class Outcome(NamedTuple):
    """What came of a program."""

    status: int | None
    """Its exit status, negative where a signal ended it; ``None`` where it took too long and was stopped."""
    output: bytes
    complaint: str
    """The last line that it said to standard error."""

    @property
    def had_no_room(self) -> bool:
        """It was one of ours, and could not write its answer."""
        return self.status == _NO_ROOM


def run(
    command: Sequence[str], *, seconds: float, source: BinaryIO | None = None, folder: Path | None = None
) -> Outcome:
    """Run a program to its end, or to the end of the time that it has.

    What it says goes to files and not to pipes: these stay open when a program is stopped that started others, and
    whoever reads them waits on. ``source`` is its standard input, ``folder`` where it runs.

    Raises: OSError where it cannot be started.
    """
    with TemporaryFile() as output, TemporaryFile() as complaints:
        process = subprocess.Popen(
            command,
            stdin=source or subprocess.DEVNULL,
            stdout=output,
            stderr=complaints,
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name.upper() in _KEPT},
        )
        status = _waited(process, seconds)
        return Outcome(status, _start_of(output), _last_line(complaints))


def _waited(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        process.kill()  # does nothing to one that has ended; not to be left behind by Ctrl-C either
        process.wait()


def _start_of(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(LARGEST_ANSWER)


def _last_line(file: BinaryIO) -> str:
    text = _start_of(file).decode(errors="replace").strip()
    return text.rpartition("\n")[2][:_LONGEST_COMPLAINT]


def limit_this_process() -> None:
    """Let this process take no more memory, time and space than a file may take."""
    if sys.platform == "win32":
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_ANSWER),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # macOS refuses some; a system may already allow less
            resource.setrlimit(limit, (value, value + 1))  # one more: the first signal says why, the last only kills


def own_output() -> BinaryIO:
    """Keep standard output for the answer: what a library prints goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def answer(output: BinaryIO, *parts: bytes) -> int:
    """Write the answer of this process; return the status to end with, which says whether there was room for it."""
    try:
        output.writelines(parts)
        output.flush()
    except OSError:
        return _NO_ROOM
    return 0


def no_room(file: str) -> tuple[str, str]:
    """Say that an answer could not be written, which is no fault of the file; and what to do."""
    folder = gettempdir()
    sentence = f"{folder} has no room for what is made of it, or that is more than {LARGEST_ANSWER >> 20} MB."
    return f"{file}: {sentence}", "Make room there, or name a folder that has some in the variable TMPDIR."
