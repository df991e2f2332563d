"""``briefing print``: a finished PDF → sheets, and the words about them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import floor, nan
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.report import complain, fitted, printable, say, size_words
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from typing import TypeAlias

    from briefing.printing import Asked, Plan, Printed

    Group: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_print"]

DONE, PROBLEM, WRONG_USAGE = 0, 1, 2

_SCHEMES = ("booklet", "2-up", "4-up", "repeat")
_PAPERS = ("A3", "A4", "A5", "SRA3", "letter", "legal", "tabloid")
"""Both as ``briefing.printing`` has them, which is imported only when it is used."""
_MOST_COPIES = 64
_THICKEST = 1.0
"""Millimetres: a beer mat."""
_MOST_ROWS = 10
"""Sheets that are listed one by one."""
_MOST_FOLDED = 20
"""Sheets that can be folded at once and stapled."""
_UNMOVED = 0.05
"""Millimetres that nobody sees."""


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
        default=0.1,
        help="with booklet: of one sheet, to even out the margins of the inner ones (default: 0.1)",
    )
    command.add_argument(
        "--back-cover", action="store_true", help="with booklet: keep the last page outside, with blanks before it"
    )
    command.add_argument("--anyway", action="store_true", help="also where text or a QR code becomes too small")
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
    return ""


def _to_file(arguments: argparse.Namespace) -> int:
    from briefing.printing import impose

    path: Path = arguments.file
    output = arguments.output or path.with_name(f"{path.stem}-{arguments.scheme}.pdf")
    asked = _asked(arguments)
    print(fitted(report(impose(path, output, asked, protected=arguments.protected), asked), sys.stdout))
    return DONE


def _to_stdout(arguments: argparse.Namespace) -> int:
    from briefing.printing import impose

    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        output = Path(folder, "sheets.pdf")
        impose(arguments.file, output, _asked(arguments), protected=arguments.protected)
        sys.stdout.buffer.write(output.read_bytes())
    return DONE


def _asked(arguments: argparse.Namespace) -> Asked:
    from briefing.printing import Asked

    return Asked(
        arguments.scheme,
        paper=arguments.paper,
        copies=arguments.copies_per_sheet,
        thickness_mm=arguments.paper_thickness,
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


def report(printed: Printed, asked: Asked) -> str:
    """Tell of the sheets, a sentence a line, and show where the pages are on them."""
    lines = [
        _written(printed, back_cover=asked.back_cover),
        _scaled(printed),
        *_moved(printed.plan),
        *_dropped(printed),
    ]
    return "\n".join([*lines, *_handling(printed.plan), *_diagram(printed.plan)])


def _written(printed: Printed, *, back_cover: bool) -> str:
    from briefing.printing import name_of

    plan, pages = printed.plan, printed.measured.pages
    place = " before the back cover" if back_cover else " at the end"
    blanks = f" and {_count(plan.blanks, 'blank')}{place}" if plan.blanks else ""
    sheets = f"{_count(plan.sheets, 'sheet')} of {name_of(plan.sheet)}"
    return (
        f"{printable(str(printed.path))}: {_count(pages, 'page')}{blanks} on {sheets}, "
        f"{_count(len(plan.sides), 'side')}, {size_words(printed.size)}."
    )


def _scaled(printed: Printed) -> str:
    """Such as ``A4 to A5 is 71 %: most text of 11.0 pt becomes 7.8 pt, …``."""
    from briefing.printing import Size, name_of

    plan, measured = printed.plan, printed.measured
    edge = f"At least {floor(plan.edge_mm + 0.001)} mm stay white at the edges of the sheets."
    if abs(plan.scale - 1) < 0.005:
        return f"Pages keep their size, {name_of(plan.page)}. {edge}"
    small = Size(plan.page.width * plan.scale, plan.page.height * plan.scale)
    changes = []
    if measured.usual_pt and measured.smallest_pt:
        changes.append(f"{measured.usual_pt:.1f} pt becomes {measured.usual_pt * plan.scale:.1f} pt")
        changes.append(f"the smallest text of {measured.smallest_pt:.1f} pt {measured.smallest_pt * plan.scale:.1f} pt")
    if measured.module_mm:
        changes.append(
            f"a QR module of {measured.module_mm:.2f} mm {floor(measured.module_mm * plan.scale * 100) / 100:.2f} mm"
        )
    became = f": {', '.join(changes)}" if changes else ""
    return f"{name_of(plan.page)} to {name_of(small)} is {plan.scale * 100:.0f} %{became}. {edge}"


def _moved(plan: Plan) -> Iterator[str]:
    if plan.creep_mm >= _UNMOVED:
        yield f"Inner pages are moved towards the spine by up to {plan.creep_mm:.1f} mm, for the paper is thick."
    if plan.uncorrected_mm >= _UNMOVED:
        yield f"There is no room to move them {plan.uncorrected_mm:.1f} mm more: their outer margins will be smaller."
    if plan.scheme == "booklet" and plan.sheets > _MOST_FOLDED:
        yield f"{plan.sheets} sheets are more than can be folded and stapled at once, which is about {_MOST_FOLDED}."


def _dropped(printed: Printed) -> Iterator[str]:
    if printed.links:
        yield f"{_count(printed.links, 'link')} became plain text: paper has none."
    if printed.attachments:
        yield f"Left out, as sheets carry no files: {', '.join(map(printable, printed.attachments))}."


def _handling(plan: Plan) -> Iterator[str]:
    yield (
        f"Print at 100 % (actual size), on both sides, flipped on the {plan.flip} edge."
        if len(plan.sides) > 1
        else "Print at 100 % (actual size)."
    )
    if plan.scheme == "booklet":
        spine = "right" if plan.rtl else "left"
        yield f"Fold the stack in the middle, sheet 1 outside, and staple it on the fold: the spine is on the {spine}."
    elif plan.scheme == "repeat":
        many = len(plan.sides[0])
        yield f"Each side holds {many} copies of one page: cut the stack at the marks, and each pile is in order."


def _diagram(plan: Plan) -> Iterator[str]:
    """Which pages stand on each side of a sheet, as they lie there; in the middle of many, dots."""
    if plan.scheme == "repeat":
        return
    width = max(len(str(sum(len(side) for side in plan.sides))), 1)
    rows = [_row(plan, sheet, width) for sheet in range(plan.sheets)]
    if len(rows) > _MOST_ROWS:
        rows = [*rows[: _MOST_ROWS - 2], "  …", rows[-1]]
    yield ""
    yield from rows


def _row(plan: Plan, sheet: int, width: int) -> str:
    sides = plan.sides[2 * sheet : 2 * sheet + 2]
    parts = [
        f"{name} {_cells([each.page if each else None for each in side], plan.columns, width)}"
        for name, side in zip(("front", "back"), sides, strict=False)
    ]
    return f"  sheet {sheet + 1:>{len(str(plan.sheets))}}   {'   '.join(parts)}"


def _cells(pages: Sequence[int | None], columns: int, width: int) -> str:
    shown = [f"{'–' if page is None else page + 1:>{width}}" for page in pages]
    rows = (" | ".join(shown[start : start + columns]) for start in range(0, len(shown), columns))
    return " / ".join(f"[{row}]" for row in rows)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
