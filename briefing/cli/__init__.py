"""Words on a command line → one call of the library each.

Results go to standard output, diagnostics to standard error; of ``check`` the diagnostics are the result. A
command ends with 0 when it is done, with 1 when the content or the delivery has a problem, with 2 when the
words on the line are wrong. What a command needs is imported when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from briefing.cli.options import parser
from briefing.cli.protected import configuration_folder, lists_named, sparing
from briefing.cli.report import complain, say, words_of
from briefing.cli.status import INTERRUPTED, PROBLEM
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.protecting import Protected

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises for what a user or an article did."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_letter(stream)
    words = sys.argv[1:] if argv is None else argv
    return _ended(lambda: _sparing(words))


def _sparing(words: Sequence[str]) -> int:
    """Run the command so that no protected word gets out."""
    lists = lists_named(words, os.environ, configuration_folder())
    if not lists:
        return _run(words)
    from briefing.protecting import protected_words

    protected = protected_words(lists)
    with sparing(protected):
        return _ended(lambda: _run(words, protected))


def _run(words: Sequence[str], protected: Protected | None = None) -> int:
    arguments = parser().parse_args(words)
    from briefing.protecting import NOTHING_PROTECTED

    arguments.protected = protected or NOTHING_PROTECTED
    status: int = arguments.run(arguments)
    sys.stdout.flush()
    return status


def _ended(run: Callable[[], int]) -> int:
    """Give the exit status of what ends in one way or another, and say why it failed."""
    try:
        return run()
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


def _never_fail_on_a_letter(stream: TextIO) -> None:
    """A terminal that lacks a letter shows its number instead of ending the run."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _let_go_of_output() -> None:
    """Nobody takes our output any more; keep the interpreter from saying so again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
