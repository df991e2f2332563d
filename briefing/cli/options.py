"""The words of the command line: every command and option with its help."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefing import __version__
from briefing.cli import checks, commands, opened
from briefing.cli.check_options import add_editorial, add_sign_off
from briefing.cli.merging import add_merge
from briefing.cli.pack import add_pack
from briefing.cli.petition import add_petition
from briefing.cli.printing import add_print
from briefing.cli.protected import VARIABLE
from briefing.cli.report import FORMATS
from briefing.editions import EDITIONS, SCREEN

if TYPE_CHECKING:
    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["CAPTURED", "EXPORTED", "IMPORTED", "parser"]

IMPORTED = ("html", "docx", "text", "markdown", "csv", "xlsx", "timelinejs", "recipients")
"""Kinds of files that are imported, as ``briefing.importing`` has them, which takes long to import."""

CAPTURED = ("text", "html", "pdf")
"""Kinds of files that are captured, as ``briefing.capturing`` has them, which takes long to import."""

EXPORTED = ("html", "docx", "md")
"""Names of formats that are exported, as ``briefing.exporting`` has them, which takes long to import."""

_BY_DEFAULT = "(default: build/NAME.pdf, where NAME is the folder's)"


def parser() -> argparse.ArgumentParser:
    """Give the parser whose result holds ``run``, the command to call with that result."""
    result = argparse.ArgumentParser(
        prog="briefing",
        description="Make a printable, accessible PDF briefing from a folder with an article.",
        epilog="Start with:  briefing new DIR,  then  briefing watch DIR  and edit DIR/briefing.md.\n"
        "Exit status: 0 done, 1 a problem in the content or the delivery, 2 wrong usage.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("--version", action="version", version=f"briefing {__version__}")
    group = result.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_new(group)
    _add_import(group)
    _add_capture(group)
    _add_build(group)
    _add_check(group)
    _add_watch(group)
    _add_verify(group)
    add_print(group)
    add_petition(group)
    add_pack(group)
    add_merge(group, _add_what_to_set)
    _add_export(group)
    _add_schema(group)
    for command in (result, *group.choices.values()):
        _add_protected(command)
    return result


def _add_protected(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--protected",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a list of words that may stand in nothing that is written or said, one a line, kept outside of the "
        f"folder; may be given several times, beside {VARIABLE} and the list of your settings",
    )


def _add_new(group: Group) -> None:
    command = group.add_parser(
        "new",
        help="write a starter folder that builds at once",
        description="Write a starter folder: an article that uses each element, its sources, and the profile of "
        "an organisation with its blanks marked FILL IN. The folder must be new or empty.",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder to make")
    command.set_defaults(run=commands.new)


def _add_import(group: Group) -> None:
    command = group.add_parser(
        "import",
        help="make an article folder from a page, a document, a text or a file of events",
        description="Make an article folder that builds at once: from a web page, a Word file, a text, Markdown, or "
        "from events that are kept in a spreadsheet, a CSV file or the JSON of TimelineJS; or clean a list of "
        "recipients. What was guessed is asked in the new briefing.md; what has no place in an article is said. The "
        "folder must be new or empty.",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the file to read, - for standard input")
    command.add_argument(
        "-o", "--output", metavar="DIR", type=Path, help="the folder to make (default: named as the file is)"
    )
    command.add_argument(
        "--as", dest="kind", choices=IMPORTED, default="", help="what the file holds, where its name does not say it"
    )
    command.add_argument(
        "--language",
        metavar="TAG",
        default="",
        help="the language of its words, such as cy (default: what the file says or is like, else en-GB)",
    )
    command.add_argument("--sheet", metavar="NAME", default="", help="the sheet of a spreadsheet (default: the first)")
    command.set_defaults(run=commands.import_file)


def _add_capture(group: Group) -> None:
    command = group.add_parser(
        "capture",
        help="keep the words of a source beside the article, to compare with",
        description="Keep the words of a source beside the article: a text that was copied, a saved page, a PDF. "
        "Quotations and figures that cite the source are compared with them. An earlier text of the same source stays "
        "under a name with its date. Nothing is fetched.",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds briefing.md")
    command.add_argument("key", metavar="ID", help="the source, as sources.yaml names it")
    command.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        default=Path("-"),
        help="a text, a saved page or a PDF, - for standard input (default: standard input)",
    )
    command.add_argument(
        "--as", dest="kind", choices=CAPTURED, default="", help="what the file holds, where it does not say it itself"
    )
    command.add_argument(
        "--captured",
        metavar="WHEN",
        type=_moment,
        help="the day or the moment when the source said so: 2021-08-24 or 2021-08-24T10:30Z (default: now)",
    )
    command.set_defaults(run=commands.capture)


def _add_build(group: Group) -> None:
    command = group.add_parser(
        "build",
        help="make the PDF",
        description="Make the PDF of an article folder. Errors stop it and leave an earlier file as it was. Open "
        "points and questions mark the file as a draft.",
    )
    _add_what_to_set(command)
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="the file to write, - for standard output " + _BY_DEFAULT
    )
    command.add_argument("--final", action="store_true", help="refuse to make a draft: for the file that is released")
    command.set_defaults(run=commands.build)


def _add_watch(group: Group) -> None:
    command = group.add_parser(
        "watch",
        help="make the PDF again on every save",
        description="Make the PDF, then again whenever a file of the folder is saved, until Ctrl-C. One line a "
        "build. While the article has errors, the last good file stays.",
    )
    _add_what_to_set(command)
    command.add_argument("-o", "--output", metavar="FILE", type=_file, help="the file to write " + _BY_DEFAULT)
    command.set_defaults(run=commands.watch, final=False)


def _add_what_to_set(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds briefing.md")
    command.add_argument(
        "--template",
        metavar="NAME",
        default="briefing",
        help="briefing, handout, leaflet, trifold, poster, postcard, or the path of a template folder of your own "
        "(default: briefing)",
    )
    _add_language(command)
    command.add_argument(
        "--page",
        choices=("A3", "A4", "A5", "A6", "letter", "half-letter"),
        help="the size of the paper (default: what the template says)",
    )
    command.add_argument(
        "--edition",
        choices=tuple(EDITIONS),
        default=SCREEN.name,
        help=f"{'; '.join(f'{each.name}: {each.summary}' for each in EDITIONS.values())} (default: {SCREEN.name})",
    )
    command.add_argument(
        "--profile",
        metavar="FILE",
        type=Path,
        help="with --edition press: the ICC profile of the printing house, in place of FOGRA39 (offset, coated paper)",
    )


def _add_check(group: Group) -> None:
    command = group.add_parser(
        "check",
        help="say what is wrong, missing or open",
        description="Read the folder, set its pages, and list every problem with its file, line and column. "
        "Exit status 1 while errors, open points or questions remain.",
    )
    _add_what_to_set(command)
    command.add_argument(
        "--format",
        choices=(*FORMATS, "csv"),
        default="text",
        help="text for people, json for programs, github for annotations in a workflow, csv for a --ledger in a "
        "spreadsheet (default: text)",
    )
    instead = command.add_mutually_exclusive_group()
    instead.add_argument(
        "--ledger",
        action="store_true",
        help="instead, list every quotation, figure and dated statement with its status, sources and place; exit "
        "status 1 while one is open or is not what its source says",
    )
    instead.add_argument(
        "--editions",
        action="store_true",
        help="instead, make every edition of the template, read the files back, and show that they say the same",
    )
    command.add_argument(
        "--against",
        metavar="OLD",
        type=Path,
        help="instead, compare with an earlier version of the folder, or its archive PDF, by claims: a changed "
        "figure, quotation or source needs a new date and version and an entry in the corrections box, spelling and "
        "links do not",
    )
    command.add_argument("--strict", action="store_true", help="ask for a source of each dated statement as well")
    add_sign_off(command, instead)
    command.add_argument(
        "--links", action="store_true", help="go online, and look where each link leads; nothing else goes online"
    )
    add_editorial(command)
    command.set_defaults(run=checks.check)


def _add_verify(group: Group) -> None:
    command = group.add_parser(
        "verify",
        help="say what a finished PDF is, and what is wrong with it",
        description="Inspect finished PDFs, of whatever program: standards for accessibility and archiving, tags, "
        "fonts, pictures, links, QR codes. Exit status 1 when one of them failed or could not be read.",
    )
    command.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help="the PDFs to inspect, - for standard input"
    )
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people, json for programs, with everything that is known (default: text)",
    )
    only = command.add_mutually_exclusive_group()
    only.add_argument("--speak", action="store_true", help="only print what a screen reader would say")
    only.add_argument("--tags", action="store_true", help="only print the whole tag tree, with every text")
    command.set_defaults(run=opened.verify)


def _add_export(group: Group) -> None:
    command = group.add_parser(
        "export",
        help="write the article for those who do not use this program",
        description="Write the article as a web page that is one file, as a Word file, or as Markdown for Pandoc and "
        "what works with it. It says what the PDF says, in the same order. Errors stop it and leave an earlier file "
        "as it was.",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds briefing.md")
    command.add_argument(
        "--as", dest="kind", choices=EXPORTED, required=True, help="html: a web page; docx: a Word file; md: Markdown"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="the file to write, - for standard output; a folder, if the text needs files beside it (default: "
        "build/NAME.html, where NAME is the folder's)",
    )
    _add_language(command)
    command.set_defaults(run=commands.export)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language",
        metavar="TAG",
        help="the language edition to take, such as cy for briefing.cy.md (default: briefing.md)",
    )


def _add_schema(group: Group) -> None:
    command = group.add_parser(
        "schema",
        help="print the JSON Schema of the front matter",
        description="Print the JSON Schema of the front matter, the sources and the profile, for editors that "
        "complete and check while typing.",
    )
    command.set_defaults(run=commands.schema)


def _file(typed: str) -> Path:
    if typed == "-":
        raise argparse.ArgumentTypeError("a file is written again and again; standard output takes only one")
    return Path(typed)


def _moment(typed: str) -> date:
    try:
        return date.fromisoformat(typed) if len(typed) <= len("2021-08-24") else datetime.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{typed}" is no day; write 2021-08-24 or 2021-08-24T10:30Z') from None
