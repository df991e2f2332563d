"""``briefing merge``: an article and a list of people → a copy for each, and the words about them."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.clock import clock_day, epoch
from briefing.cli.protected import configuration_folder
from briefing.cli.report import complain, counts, fitted, printable, say, shell_word, size_words
from briefing.cli.status import DONE, PROBLEM
from briefing.errors import BriefingError, Diagnostic, errors_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from briefing.merging import Merged, Order

    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_merge"]

_MOST_JOBS = 64
_MOST_NAMED = 20
"""Rows and files that are told one by one."""
_EACH = 0.5
"""Seconds between two lines of progress."""


def add_merge(group: Group, add_what_to_set: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the command and its options; those that all commands share that make pages come from elsewhere."""
    command = group.add_parser(
        "merge",
        help="make a copy for each person of a list",
        description="Make a copy of the briefing for each person of a list, in which the fields of the text, such as "
        "{{ recipient.constituency }}, say what the list says. A row for which no copy can be made is told, and the "
        "rest go on. What was made is kept in a journal: stopped at any time, --resume makes the rest.",
    )
    add_what_to_set(command)
    command.add_argument(
        "--recipients",
        metavar="FILE",
        type=Path,
        required=True,
        help="the list: CSV, JSON lines (.jsonl) or a sheet of Excel (.xlsx), with the names of the fields at its head",
    )
    command.add_argument("--sheet", metavar="NAME", default="", help="the sheet of a spreadsheet (default: the first)")
    command.add_argument(
        "-o", "--output", metavar="DIR", type=Path, help="the folder of the copies (default: build/NAME-merge)"
    )
    command.add_argument(
        "--name",
        metavar="PATTERN",
        default="",
        help="what the files are called, with fields in braces, such as {constituency} (default: {constituency} or "
        "{name}, where the list has them, else {line})",
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would be made and who is left out, and make only the copies that are to be looked at",
    )
    command.add_argument(
        "--resume", action="store_true", help="make what is missing or has changed since an earlier merge"
    )
    command.add_argument(
        "--jobs", metavar="N", type=_jobs, default=_cores(), help="processes that work at once (default: one a core)"
    )
    command.set_defaults(run=_run)


def _cores() -> int:
    return min(os.cpu_count() or 1, _MOST_JOBS)


def _jobs(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f'"{typed}" is no number from 1 to {_MOST_JOBS}')
    return int(typed)


def _run(arguments: argparse.Namespace) -> int:
    """Make the copies; say how many, who is left out and why, and which to look at first."""
    from briefing.merging import JOURNAL, merge

    folder: Path = arguments.output or Path("build") / f"{arguments.folder.resolve().name}-merge"
    progress = _Progress()
    try:
        merged = merge(
            _order(arguments),
            arguments.recipients,
            folder,
            pattern=arguments.name,
            sheet=arguments.sheet,
            resume=arguments.resume,
            dry=arguments.dry_run,
            jobs=arguments.jobs,
            progress=progress.told,
        )
    except BriefingError as problem:
        progress.end()
        complain(problem.diagnostics)
        begun = (folder / JOURNAL).exists()
        rest = "What was made before is whole; add --resume to go on." if begun else "Nothing was written."
        say(f"{counts(errors_of(problem.diagnostics))}. {rest}")
        return PROBLEM
    progress.end()
    complain(_told(merged))
    print(fitted("\n".join(map(printable, report(merged, dry=arguments.dry_run))), sys.stdout))
    return PROBLEM if merged.plan.failed or merged.failed or merged.stopped else DONE


def _order(arguments: argparse.Namespace) -> Order:
    from briefing.merging import Order

    return Order(
        arguments.folder,
        arguments.template,
        arguments.edition,
        arguments.page,
        arguments.language,
        configuration_folder(),
        epoch(),
        arguments.profile,
        arguments.protected,
        clock_day(),
    )


class _Progress:
    """A line that says how far the work is, on a terminal; nothing in a pipe."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()
        self._shown = sys.stderr.isatty()
        self._first: int | None = None

    def told(self, done: int, due: int) -> None:
        now = time.monotonic()
        if self._first is None:
            self._first, self._start = done, now
        if self._shown and (now - self._last >= _EACH or done == due):
            rate = (done - self._first) / max(now - self._start, 0.001)
            left = f", {_duration((due - done) / rate)} left" if rate > 0 else ""
            sys.stderr.write(f"\r\x1b[K{done:,} of {due:,}, {rate:.0f} a second{left}")
            sys.stderr.flush()
            self._last = now

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _told(merged: Merged) -> Iterator[Diagnostic]:
    failed = (*merged.plan.failing, *merged.failed)
    yield from failed[:_MOST_NAMED]
    yield from merged.noticed[:_MOST_NAMED]


def report(merged: Merged, *, dry: bool) -> Iterator[str]:
    """Tell of a merge, a sentence a line."""
    rows, out = merged.plan.rows, printable(str(merged.folder))
    left_out = merged.plan.failed + len(merged.failed)
    if dry:
        yield f"Only proofs were made: {merged.due:,} of {rows:,} copies can be."
    else:
        each = f", {size_words(merged.size // merged.made)} each" if merged.made else ""
        draft = ", marked DRAFT on every page" if merged.draft else ""
        yield f"{merged.made:,} of {rows:,} files written to {out}{each}{draft}."
    if merged.listed:
        yield merged.listed
    if merged.kept:
        yield f"{merged.kept:,} were there already, made of the same, and were left alone."
    if left_out:
        yield f"Not made: {left_out:,}, see above. Correct the list, and add --resume."
    if merged.plan.general:
        lack = "copy lacks a value and says" if merged.plan.general == 1 else "copies lack a value and say"
        yield f"{merged.plan.general:,} {lack} the author's other words in its place."
    if merged.left_over:
        yield f"In {out} are files for people who are in the list no longer: {_named(merged.left_over)}."
    if merged.proofs:
        folder = shell_word(merged.proofs[0].parent)
        these = f"these {len(merged.proofs)}" if merged.proofs[1:] else "this one"
        yield f"Look at {these} before you send any: {folder}"
    if merged.stopped:
        yield "Stopped. All files are whole; the same command with --resume makes the rest."


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
