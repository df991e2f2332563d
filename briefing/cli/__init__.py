"""Words on a command line → one call of the library each.

Results go to standard output, diagnostics to standard error; of ``check`` the diagnostics are the result. A
command ends with 0 when it is done, with 1 when the content or the delivery has a problem, with 2 when the
words on the line are wrong. What a command needs is imported when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from briefing.cli.options import parser
from briefing.cli.report import complain, say, words_of
from briefing.errors import BriefingError

__all__ = ["main"]

PROBLEM, INTERRUPTED = 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises for what a user or an article did."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_letter(stream)
    try:
        arguments = parser().parse_args(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except SystemExit as stop:  # wrong usage, or --help: all has been said
        return int(stop.code or 0)
    except BriefingError as problem:
        complain(problem.diagnostics)
        return PROBLEM
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return PROBLEM
    except OSError as problem:
        say(f"error: {words_of(problem)}")
        if problem.filename is None:
            _let_go_of_output()
        return PROBLEM
    return status


def _never_fail_on_a_letter(stream: TextIO) -> None:
    """A terminal that lacks a letter shows its number instead of ending the run."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _let_go_of_output() -> None:
    """Nobody takes our output any more; keep the interpreter from saying so again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
