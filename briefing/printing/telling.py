"""What there is to say about sheets, in sentences: on the command line and on the proof sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from briefing.printing.imposing import Printed
from briefing.printing.papers import Size, name_of
from briefing.printing.planning import Measured, Plan

__all__ = ["MOST_FOLDED", "left_out", "on_sheets", "rows_of_pages", "to_do", "what_became"]

MOST_FOLDED = 20
"""Sheets that can be folded at once and stapled."""
_LARGE_PRINT_PT = 16.0
"""The least size of most text in large print. See: UK Association for Accessible Formats, large print standards."""
_UNMOVED = 0.05
"""Millimetres that nobody sees."""
_SAME = 0.005
"""Part of a size that nobody sees."""


def on_sheets(printed: Printed) -> str:
    """Such as ``11 pages and 1 blank at the end on 3 sheets of A4 landscape, 6 sides``."""
    plan = printed.plan
    place = " before the back cover" if printed.back_cover else " at the end"
    blanks = f" and {_count(plan.blanks, 'blank')}{place}" if plan.blanks else ""
    sheets = f"{_count(plan.sheets, 'sheet')} of {name_of(plan.sheet)}"
    return f"{_count(printed.measured.pages, 'page')}{blanks} on {sheets}, {_count(len(plan.sides), 'side')}"


def what_became(printed: Printed) -> Iterator[str]:
    """Tell how large the pages are now, and how far they were moved."""
    plan = printed.plan
    edge = f"At least {floor(plan.edge_mm + 0.001)} mm stay white at the edges of the sheets."
    yield f"{_scaled(plan, printed.measured)} {edge}"
    if printed.codes:
        were = "was" if printed.codes == 1 else "were"
        yield f"{_count(printed.codes, 'QR code')} {were} read from the sheets, in grey, blurred, and from photocopies."
    usual = printed.measured.usual_pt or 0.0
    if usual >= _LARGE_PRINT_PT > usual * plan.scale:
        lost = f"This is no large print any longer, which has {_LARGE_PRINT_PT:.0f} pt"
        yield f"{lost}: print the file itself for its readers."
    if plan.creep_mm >= _UNMOVED:
        moved = f"Inner pages are moved towards the spine by up to {plan.creep_mm:.1f} mm"
        yield f"{moved}, for the thickness of the paper."
    if plan.uncorrected_mm >= _UNMOVED:
        yield f"There is no room to move them {plan.uncorrected_mm:.1f} mm more: their outer margins will be smaller."
    if plan.scheme == "booklet" and plan.sheets > MOST_FOLDED:
        yield f"{plan.sheets} sheets are more than can be folded and stapled at once, which is about {MOST_FOLDED}."


def _scaled(plan: Plan, measured: Measured) -> str:
    """Such as ``A4 to A5 is 71 %: 11.0 pt becomes 7.8 pt, …``."""
    if abs(plan.scale - 1) < _SAME:
        return f"Pages keep their size, {name_of(plan.page)}."
    small = Size(plan.page.width * plan.scale, plan.page.height * plan.scale)
    changes = []
    if measured.usual_pt and measured.smallest_pt:
        changes.append(f"{measured.usual_pt:.1f} pt becomes {measured.usual_pt * plan.scale:.1f} pt")
        changes.append(f"the smallest text of {measured.smallest_pt:.1f} pt {measured.smallest_pt * plan.scale:.1f} pt")
    if measured.module_mm:
        less = floor(measured.module_mm * plan.scale * 100) / 100
        changes.append(f"a QR module of {measured.module_mm:.2f} mm {less:.2f} mm")
    became = f": {', '.join(changes)}" if changes else ""
    return f"{name_of(plan.page)} to {name_of(small)} is {plan.scale * 100:.0f} %{became}."


def left_out(printed: Printed) -> Iterator[str]:
    """Tell what paper does not have."""
    if printed.links:
        yield f"{_count(printed.links, 'link')} became plain text: paper has none."
    if printed.attachments:
        yield f"Left out, as sheets carry no files: {', '.join(printed.attachments)}."


def to_do(plan: Plan) -> Iterator[str]:
    """Tell how to print, fold and cut."""
    turned = f", on both sides, flipped on the {plan.flip} edge" if len(plan.sides) > 1 else ""
    yield f"Print at 100 % (actual size){turned}."
    if plan.scheme == "booklet":
        spine = "right" if plan.rtl else "left"
        yield f"Fold the stack in the middle, sheet 1 outside, and staple it on the fold: the spine is on the {spine}."
    elif plan.scheme == "repeat":
        many = len(plan.sides[0])
        yield f"Each side holds {many} copies of one page: cut the stack at the marks, and each pile is in order."


def rows_of_pages(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Show the pages on each side of each sheet, as they lie there: ``[8 | 1]``; a blank is a dash."""
    width = len(str(max(each.page for side in plan.sides for each in side if each) + 1))
    shown = [_cells([each.page if each else None for each in side], plan.columns, width) for side in plan.sides]
    return tuple(tuple(shown[first : first + 2]) for first in range(0, len(shown), 2))


def _cells(pages: Sequence[int | None], columns: int, width: int) -> str:
    shown = [f"{'–' if page is None else page + 1:>{width}}" for page in pages]
    rows = (" | ".join(shown[start : start + columns]) for start in range(0, len(shown), columns))
    return " / ".join(f"[{row}]" for row in rows)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
