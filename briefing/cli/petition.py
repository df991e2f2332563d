"""``briefing petition``: an article folder → sheets to be signed, and the words about them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.clock import clock_day, epoch
from briefing.cli.protected import configuration_folder
from briefing.cli.report import complain, counts, fitted, gravest_first, printable, say, size_words
from briefing.cli.status import DONE, PROBLEM, WRONG_USAGE
from briefing.errors import BriefingError, errors_of

if TYPE_CHECKING:
    from typing import TypeAlias

    from briefing.petitioning import MadePetition

    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_petition"]

_KINDS = ("signatures", "commons")
_MOST_SHEETS, _HIGHEST_SHEET = 500, 9_999
"""All as ``briefing.petitioning`` has them, which is imported only when it is used."""
_USUAL = 10


def add_petition(group: Group) -> None:
    """Add the command and its options."""
    command = group.add_parser(
        "petition",
        help="print sheets to be signed: a general petition, or one to the House of Commons",
        description="Print sheets to be signed, from what stands at the head of the article and in the profile of the "
        "organisation. All that is missing is said at once, with the line to type. Signatures on paper and on the web "
        "are counted apart.",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds briefing.md")
    command.add_argument(
        "--as",
        dest="kind",
        choices=_KINDS,
        default="signatures",
        help="signatures: numbered rows, where sheets go, what becomes of the data, a box for those who want to hear "
        "more; commons: a plain petition to the House of Commons, with the data notice on a leaf of its own (default: "
        "signatures)",
    )
    command.add_argument(
        "--sheets",
        metavar="N",
        type=_number(_MOST_SHEETS),
        default=_USUAL,
        help=f"how many, each a page (default: {_USUAL})",
    )
    command.add_argument(
        "--first-sheet",
        metavar="N",
        type=_number(_HIGHEST_SHEET),
        default=1,
        help="the number of the first, where others were printed before: after ten sheets 11 (default: 1); not with "
        "commons",
    )
    command.add_argument(
        "--language", metavar="TAG", help="a language edition, such as cy for briefing.cy.md; not with commons"
    )
    command.add_argument("--page", choices=("A4", "letter"), help="the size of the paper (default: A4)")
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="the file to write (default: build/NAME-signatures.pdf)"
    )
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    """Write the sheets; say how many can sign on them, and where they go."""
    from briefing.petitioning import make_petition

    if arguments.output == Path("-"):
        say("briefing petition: error: the sheets need a file, such as -o sheets.pdf")
        return WRONG_USAGE
    if arguments.kind == "commons" and arguments.first_sheet != 1:
        say("briefing petition: error: sheets of a petition to the House have no numbers: take --first-sheet out")
        return WRONG_USAGE
    try:
        made = make_petition(
            arguments.folder,
            arguments.output,
            kind=arguments.kind,
            sheets=arguments.sheets,
            first_sheet=arguments.first_sheet,
            language=arguments.language,
            page=arguments.page,
            configuration=configuration_folder(),
            epoch=epoch(),
            protected=arguments.protected,
            today=clock_day(),
        )
    except BriefingError as problem:
        complain(gravest_first(problem.diagnostics))
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return PROBLEM
    complain(gravest_first(made.diagnostics))
    print(fitted("\n".join(map(printable, report(made))), sys.stdout))
    return DONE


def report(made: MadePetition) -> Iterator[str]:
    """Tell of the sheets, a sentence a line."""
    rows, others = made.rows.first, made.rows.other
    each = f"{rows} rows on the first and {others} on each other" if rows != others else f"{rows} rows on each"
    sheets = f"{made.sheets} sheets" if made.sheets != 1 else "1 sheet"
    signatures = f"{made.signatures:,} signatures" if made.signatures != 1 else "1 signature"
    draft = ", marked DRAFT: not to be signed" if made.draft else ""
    number_of_rows = f"{rows} rows" if rows != 1 else "1 row"
    room = f"{sheets} {made.page_size} with {each if made.sheets != 1 else f'{number_of_rows}'}"
    yield f"{made.file.path}: {room}, for {signatures}, {size_words(made.file.size)}{draft}."
    if made.first_sheet != 1:
        yield f"They have the numbers {made.numbers}."
    if made.notice:
        yield f"{made.notice.path}: what becomes of people's data, to lie beside them, {size_words(made.notice.size)}."
    yield "Print them on one side, in black or colour."
    if made.return_to:
        yield f"Signed sheets go to {made.return_to}, by {made.return_by}."
    yield f"What is said of their keeping: {made.retention}"
    for rule in made.rules:
        yield f"Looked at: {rule}"
    yield "Whether the words are right, a person has to judge."


def _number(most: int) -> Callable[[str], int]:
    """Make what reads a number from 1 to ``most``."""

    def read(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= most):
            raise argparse.ArgumentTypeError(f'"{typed}" is no number from 1 to {most}')
        return int(typed)

    return read
