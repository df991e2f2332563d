"""``briefing print``: a finished PDF → sheets, and the words about them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.report import complain, fitted, printable, say, size_words
from briefing.cli.status import DONE, PROBLEM, WRONG_USAGE
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from typing import TypeAlias

    from briefing.printing import Asked, Plan, Printed

    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_print"]


_SCHEMES = ("booklet", "2-up", "4-up", "repeat")
_PAPERS = ("A3", "A4", "A5", "SRA3", "letter", "legal", "tabloid")
"""Both as ``briefing.printing`` has them, which is imported only when it is used."""
_MOST_COPIES = 64
_THICKNESS = 0.1
"""Millimetres of a sheet of 80 g/m²."""
_THICKEST = 1.0
"""Millimetres: a beer mat."""
_MOST_ROWS = 10
"""Sheets that are listed one by one."""


def add_print(group: Group) -> None:
    """Add the command and its options."""
    command = group.add_parser(
        "print",
        help="put the pages of a finished PDF on sheets: booklets, several pages on a sheet, leaflets",
        description="Put the pages of a PDF that briefing build has made on sheets. Nothing is drawn as a picture, and "
        "what a screen reader is told stays as it was. Pages that would become too small to read are refused.",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the PDF, made by briefing build")
    command.add_argument(
        "--as",
        dest="scheme",
        choices=_SCHEMES,
        required=True,
        help="booklet: to be folded and stapled; 2-up, 4-up: two or four pages on a side; repeat: the same leaflet "
        "several times, to be cut",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="the file to write, - for standard output (default: beside FILE, as NAME-booklet.pdf)",
    )
    command.add_argument(
        "--paper", choices=_PAPERS, default="A4", help="the sheets that go into the printer (default: A4)"
    )
    command.add_argument(
        "--copies-per-sheet",
        metavar="N",
        type=_copies,
        help="with repeat: how many on a sheet (default: as many as fit at their own size)",
    )
    command.add_argument(
        "--paper-thickness",
        metavar="MM",
        type=_thickness,
        help="with booklet: of one sheet, to even out the margins of the inner ones (default: 0.1)",
    )
    command.add_argument(
        "--back-cover", action="store_true", help="with booklet: keep the last page outside, with blanks before it"
    )
    command.add_argument("--anyway", action="store_true", help="also where text or a QR code becomes too small")
    command.add_argument(
        "--proof",
        action="store_true",
        help="also write a proof sheet, NAME-proof.pdf beside the sheets: where each page is, what to fold, which edge "
        "to flip",
    )
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    """Write the sheets; say what is on them, how large it is, and how to print and fold them."""
    wrong = _misplaced(arguments)
    if wrong:
        say(f"briefing print: error: {wrong}")
        return WRONG_USAGE
    try:
        return _to_stdout(arguments) if arguments.output == Path("-") else _to_file(arguments)
    except BriefingError as problem:
        complain(problem.diagnostics)
        say("Nothing was written.")
        return PROBLEM


def _misplaced(arguments: argparse.Namespace) -> str:
    if arguments.copies_per_sheet is not None and arguments.scheme != "repeat":
        return "--copies-per-sheet goes with --as repeat"
    if arguments.back_cover and arguments.scheme != "booklet":
        return "--back-cover goes with --as booklet"
    if arguments.paper_thickness is not None and arguments.scheme != "booklet":
        return "--paper-thickness goes with --as booklet"
    if arguments.proof and arguments.output == Path("-"):
        return "--proof needs a file beside which it is written"
    return ""


def _to_file(arguments: argparse.Namespace) -> int:
    from briefing.printing import impose

    path: Path = arguments.file
    output = arguments.output or path.with_name(f"{path.stem}-{arguments.scheme}.pdf")
    printed = impose(path, output, _asked(arguments), protected=arguments.protected)
    complain(printed.diagnostics)
    print(fitted(report(printed), sys.stdout))
    if arguments.proof:
        from briefing.printing.proof import write_proof

        proof = output.with_name(f"{output.stem}-proof.pdf")
        write_proof(printed, proof, protected=arguments.protected)
        print(f"\n{printable(str(proof))}: the proof sheet.")
    return DONE


def _to_stdout(arguments: argparse.Namespace) -> int:
    from briefing.printing import impose

    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        output = Path(folder, "sheets.pdf")
        complain(impose(arguments.file, output, _asked(arguments), protected=arguments.protected).diagnostics)
        sys.stdout.buffer.write(output.read_bytes())
    return DONE


def _asked(arguments: argparse.Namespace) -> Asked:
    from briefing.printing import Asked

    return Asked(
        arguments.scheme,
        paper=arguments.paper,
        copies=arguments.copies_per_sheet,
        thickness_mm=_THICKNESS if arguments.paper_thickness is None else arguments.paper_thickness,
        back_cover=arguments.back_cover,
        anyway=arguments.anyway,
    )


def _copies(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and 2 <= int(typed[:9]) <= _MOST_COPIES):
        raise argparse.ArgumentTypeError(f'"{typed}" is no number from 2 to {_MOST_COPIES}')
    return int(typed)


def _thickness(typed: str) -> float:
    try:
        value = float(typed)
    except ValueError:
        value = nan
    if not 0 <= value <= _THICKEST:
        raise argparse.ArgumentTypeError(f'"{typed}" is no thickness in mm from 0 to 1, such as 0.1')
    return value


def report(printed: Printed) -> str:
    """Tell of the sheets, a sentence a line, and show where the pages are on them."""
    from briefing.printing import left_out, on_sheets, to_do, what_became

    return "\n".join(
        [
            f"{printable(str(printed.path))}: {on_sheets(printed)}, {size_words(printed.size)}.",
            *what_became(printed),
            *map(printable, left_out(printed)),
            *to_do(printed.plan),
            *_diagram(printed.plan),
        ]
    )


def _diagram(plan: Plan) -> Iterator[str]:
    """Show which pages stand on each side of a sheet, as they lie there; in the middle of many, dots."""
    from briefing.printing import rows_of_pages

    if plan.scheme == "repeat":
        return
    figures = len(str(plan.sheets))
    rows = [
        f"  sheet {number:>{figures}}   {'   '.join(map(' '.join, zip(('front', 'back'), sides, strict=False)))}"
        for number, sides in enumerate(rows_of_pages(plan), start=1)
    ]
    if len(rows) > _MOST_ROWS:
        rows = [*rows[: _MOST_ROWS - 2], "  …", rows[-1]]
    yield ""
    yield from rows
