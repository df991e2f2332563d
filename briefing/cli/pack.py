"""``briefing pack``: an article folder → a folder with everything for a day, and the words about it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.clock import clock_day, epoch
from briefing.cli.protected import configuration_folder
from briefing.cli.report import (
    complain,
    counts,
    fitted,
    gravest_first,
    held_back,
    is_told_by_build,
    printable,
    say,
    shell_word,
    size_words,
)
from briefing.cli.status import DONE, PROBLEM, WRONG_USAGE
from briefing.errors import BriefingError, Diagnostic, errors_of

if TYPE_CHECKING:
    from typing import TypeAlias

    from briefing.packing import Packed, PackedFile

    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_pack"]

_PURPOSES = ("stall", "mailing", "meeting")
_MOST_COPIES, _MOST_SHEETS, _HIGHEST_SHEET = 100_000, 500, 9_999
"""All as ``briefing.packing`` has them, which is imported only when it is used."""
_SAID_ONCE = frozenset({"codes-not-tried", "ink"})
"""Names of what the job sheet and the report say of each file by themselves."""


def add_pack(group: Group) -> None:
    """Add the command and its options."""
    command = group.add_parser(
        "pack",
        help="make everything for a stall, a mailing or a meeting, with a sheet for whoever prints",
        description="Make one folder with everything for a day: the files, sheets to be signed, a copy in large print, "
        "and a job sheet that says how many of each to print, on which paper, and what is not ready. The folder is "
        "there as a whole or not at all. What the article has not got is left out and said.",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds briefing.md")
    command.add_argument(
        "--for",
        dest="purpose",
        choices=_PURPOSES,
        required=True,
        help="stall: leaflets, posters, handouts, signature sheets; mailing: postcards, leaflets and the files to "
        "attach; meeting: booklets, handouts, signature sheets; all with large print",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        help="the folder to make (default: build/NAME-stall, where NAME is the folder's); an earlier pack in it gives "
        "way, anything else does not",
    )
    command.add_argument(
        "--copies",
        metavar="N",
        type=_number(_MOST_COPIES),
        help="how many people are to be reached (default: 100, for a meeting 20)",
    )
    command.add_argument(
        "--sheets",
        metavar="N",
        type=_number(_MOST_SHEETS),
        help="how many sheets for signatures (default: one for each ten people)",
    )
    command.add_argument(
        "--first-sheet",
        metavar="N",
        type=_number(_HIGHEST_SHEET),
        default=1,
        help="the number of the first of them, where an earlier pack has the lower ones (default: 1)",
    )
    command.add_argument("--page", choices=("A4", "letter"), default="A4", help="the size of the paper (default: A4)")
    command.add_argument("--language", metavar="TAG", help="a language edition, such as cy for briefing.cy.md")
    command.add_argument("--final", action="store_true", help="refuse to make a draft: for what is given to people")
    command.set_defaults(run=_run)


def _number(most: int) -> Callable[[str], int]:
    """Make what reads a number from 1 to ``most``."""

    def read(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= most):
            raise argparse.ArgumentTypeError(f'"{typed}" is no number from 1 to {most}')
        return int(typed)

    return read


def _run(arguments: argparse.Namespace) -> int:
    """Write the folder; say what is in it, how much paper it takes, and what is missing."""
    from briefing.packing import pack

    if arguments.output == Path("-"):
        say("briefing pack: error: a pack is a folder, such as -o stall")
        return WRONG_USAGE
    try:
        packed = pack(
            arguments.folder,
            arguments.output,
            purpose=arguments.purpose,
            copies=arguments.copies,
            sheets=arguments.sheets,
            first_sheet=arguments.first_sheet,
            page=arguments.page,
            language=arguments.language,
            final=arguments.final,
            configuration=configuration_folder(),
            epoch=epoch(),
            protected=arguments.protected,
            today=clock_day(),
        )
    except BriefingError as problem:
        complain(gravest_first(filter(_is_told, problem.diagnostics)))
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return PROBLEM
    missing = [each for one in packed.left_out if one.is_mistake for each in one.reasons]
    complain(gravest_first(filter(_is_told, (*packed.diagnostics, *missing))))
    print(fitted("\n".join(map(printable, report(packed))), sys.stdout))
    if held := held_back(packed.diagnostics):
        language = f" --language {arguments.language}" if arguments.language else ""
        print(f"Before release: {held}. See: briefing check {shell_word(arguments.folder)}{language}")
    return PROBLEM if missing else DONE


def _is_told(diagnostic: Diagnostic) -> bool:
    return is_told_by_build(diagnostic) and diagnostic.id not in _SAID_ONCE


def report(packed: Packed) -> Iterator[str]:
    """Tell of a pack, a file or a sentence a line."""
    from briefing.packing import telling
    from briefing.packing.values import JOB_SHEET

    draft = ", marked DRAFT: for nobody yet" if packed.draft else ""
    yield f"{packed.folder}: {len(packed.files) + 1} files, {size_words(packed.size)}{draft}."
    width = max(len(each.name) for each in packed.files)
    yield f"  {JOB_SHEET:{width}}  read this first: what to print, and how"
    for each in packed.files:
        yield f"  {each.name:{width}}  {_job(each)}"
    if packed.paper:
        yield f"Paper, {telling.sheets_words(sum(each.sheets for each in packed.paper))} in all:"
        yield from (f"  {each}" for each in telling.totals(packed.paper))
    if codes := telling.about_codes(packed.files):
        yield codes
        yield from (f"  {link}" for link in telling.links_of(packed.files))
    if packed.collected:
        yield f"Signed sheets go to {packed.collected.return_to}, by {packed.collected.return_by}."
        yield f"What is said of their keeping: {packed.collected.retention}"
    yield from (f"Left out: {each.lead} {each.text}" for each in telling.left_out(packed.left_out))


def _job(file: PackedFile) -> str:
    """Such as ``50 copies on 50 sheets make 100, both sides, short edge``."""
    from briefing.packing import telling

    job = file.job
    if job is None:
        return "to be sent, not printed"
    sides = f"both sides, {job.flip} edge" if job.flip else "one side"
    copies = f"{job.copies:,} {'copy' if job.copies == 1 else 'copies'}"
    makes = f" make {job.pieces:,}" if job.pieces > job.copies else ""
    return f"{copies} on {telling.sheets_words(job.sheets)}{makes}, {sides}"
