"""An item of a pack → its file, made as the command for it alone would make it, with its QR codes tried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from briefing import press
from briefing.errors import BriefingError, ContentError, Diagnostic, LayoutError, OutputError, ProtectedError, errors_of
from briefing.model import Briefing, Date
from briefing.packing.paper import copies_of, on_one_sheet, sheets_of_plain, signature_sheets, times_to_print
from briefing.packing.purposes import Item, Purpose
from briefing.packing.values import Collected, LeftOut, PackedFile, Paper, PrintJob
from briefing.petitioning import make_petition
from briefing.press import Built
from briefing.press.ink import measured
from briefing.printing import MOST_FOLDED, Asked, Plan, Printed, impose, name_of
from briefing.protecting import Protected
from briefing.verifying.codes import NOT_TRIED, prove_codes

__all__ = ["Made", "Order", "make"]

_LACKS = frozenset(
    {
        "not-answered",
        "notice-missing",
        "petition-missing",
        "postcard-missing",
        "sheet-unanswered",
        "unsuitable-edition",
        "unsuitable-page",
    }
)
"""Names of what is told where an article has not got what a file needs: that is no mistake."""
_POSTCARD = "postcard"
_TOO_LONG = "too-long"
_OF_SET_SIDES = frozenset({"leaflet", "trifold", "poster", _POSTCARD})
"""Templates of which nothing is left with a page too many: they are cut, folded, hung up or sent."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    folder: Path
    purpose: Purpose
    people: int
    """How many are to be reached."""
    sheets: int | None
    """For signatures; ``None`` for as many as all of them need."""
    paper: str
    """``A4`` or ``letter``."""
    language: str | None
    final: bool
    configuration: Path | None
    epoch: int | None
    protected: Protected
    today: Date | None
    first_sheet: int = 1
    """The number of the first sheet for signatures."""


class Made(NamedTuple):
    """A file that was made, and what is known of it."""

    file: PackedFile
    data: bytes
    draft: bool
    told: tuple[Diagnostic, ...]
    left_out: tuple[LeftOut, ...] = ()
    """What did not fit, where this file is there in its place."""
    collected: Collected | None = None


class _Pages(NamedTuple):
    """A file as one of the other rooms made it."""

    path: Path
    pages: int
    page_size: str
    draft: bool
    told: tuple[Diagnostic, ...]
    codes: tuple[str, ...] = ()
    plan: Plan | None = None
    """Where its pages stand on sheets."""
    collected: Collected | None = None


def make(order: Order, item: Item, number: int, briefing: Briefing, place: Path) -> Made | LeftOut:
    """Make a file with a number in a folder for the moment, or what stands in its place, or say why it is left out.

    Raises:
        ProtectedError, OutputError: nothing of the pack can be made.
    """
    path = place / f"{number:02}-{item.name}.pdf"
    try:
        _look(item, briefing)
        pages = _built(order, item, path) if item.template else _to_sign(order, path)
    except (ProtectedError, OutputError):
        raise
    except BriefingError as problem:
        return _left_out(order, item, number, briefing, place, errors_of(problem.diagnostics))
    return _made(order, item, pages)


def _look(item: Item, briefing: Briefing) -> None:
    """See that an article has what a file is about, where a template would make it of anything.

    Raises: ContentError where it has not.
    """
    if item.template == _POSTCARD and not (briefing.postcard or briefing.asks or briefing.petition):
        message = "There is nothing to write on a postcard: the article asks nothing of anybody."
        hint = "Say it in a block ::: asks, such as: - **Members of Parliament**: ask the Home Secretary to …"
        raise ContentError(Diagnostic("error", "postcard-missing", message, briefing.position, hint))


def _left_out(
    order: Order, item: Item, number: int, briefing: Briefing, place: Path, reasons: Iterable[Diagnostic]
) -> Made | LeftOut:
    reasons = tuple(reasons)
    is_mistake = any(each.id not in _LACKS for each in reasons)
    other = item.instead
    if other is None or other.paper not in ("", order.paper):
        return LeftOut(item.title, reasons, is_mistake=is_mistake)
    made = make(order, other, number, briefing, place)
    if isinstance(made, LeftOut):
        return LeftOut(item.title, reasons, is_mistake=is_mistake or made.is_mistake)
    return made._replace(left_out=(LeftOut(item.title, reasons, instead=other.title), *made.left_out))


def _built(order: Order, item: Item, path: Path) -> _Pages:
    """Build a file of a template; put its pages on sheets where that is wanted."""
    first = path.with_suffix(".pages") if item.scheme else path
    built = press.build(
        order.folder,
        first,
        template=item.template,
        language=order.language,
        page=item.page or order.paper,
        edition=item.edition,
        final=order.final,
        configuration=order.configuration,
        epoch=order.epoch,
        protected=order.protected,
        today=order.today,
    )
    _see_sides(item, built)
    codes = tuple(each.text for each in built.codes)
    if item.scheme:
        printed = impose(first, path, Asked(item.scheme, paper=order.paper), protected=order.protected)
        return _imposed(built, printed, codes)
    told = built.diagnostics if order.final else (*built.diagnostics, *_proved(built))
    return _Pages(path, built.pages, built.page_size, built.draft, told, codes)


def _see_sides(item: Item, built: Built) -> None:
    """See that a leaflet is one: what goes on to a third side is none.

    Raises: LayoutError where it has more pages than its template is made for.
    """
    found = next((each for each in built.diagnostics if each.id == _TOO_LONG), None)
    if found and item.template in _OF_SET_SIDES:
        raise LayoutError(replace(found, severity="error"))


def _imposed(built: Built, printed: Printed, codes: tuple[str, ...]) -> _Pages:
    """Tell of sheets: what is wrong with their QR codes was a reason not to make them.

    Raises: LayoutError where they are too many to be folded.
    """
    plan = printed.plan
    if plan.scheme == "booklet" and plan.sheets > MOST_FOLDED:
        message = f"A booklet of {plan.sheets} sheets cannot be folded and stapled at once: {MOST_FOLDED} can."
        raise LayoutError(Diagnostic("error", "booklet-too-thick", message))
    told = (*built.diagnostics, *printed.diagnostics)
    return _Pages(printed.path, built.pages, name_of(plan.page), built.draft, told, codes, plan)


def _proved(built: Built) -> tuple[Diagnostic, ...]:
    """Read the QR codes of a file as it was written.

    Raises: LayoutError where one cannot be read.
    """
    told = prove_codes(built.path.read_bytes(), built.codes)
    if errors_of(told):
        raise LayoutError(*told)
    return told


def _to_sign(order: Order, path: Path) -> _Pages:
    """Make sheets for signatures.

    Raises: ContentError where they would be a draft, and nothing is to be one.
    """
    made = make_petition(
        order.folder,
        path,
        sheets=order.sheets or signature_sheets(order.people),
        first_sheet=order.first_sheet,
        language=order.language,
        page=order.paper,
        configuration=order.configuration,
        epoch=order.epoch,
        protected=order.protected,
        today=order.today,
    )
    if order.final and made.draft:
        message = "This cannot be final: the signature sheets are a draft."
        hint = "Settle what briefing petition says of them."
        raise ContentError(Diagnostic("error", "not-final", message, hint=hint))
    collected = Collected(made.signatures, made.numbers, made.return_to, made.return_by, made.retention)
    return _Pages(path, made.sheets, made.page_size, made.draft, made.diagnostics, collected=collected)


def _made(order: Order, item: Item, pages: _Pages) -> Made:
    data = pages.path.read_bytes()
    shares = [each.covered for each in measured(data)] if item.ink == "black" and item.template else []
    file = PackedFile(
        name=pages.path.name,
        title=item.title,
        use=item.use,
        edition=item.edition if item.template else "",
        pages=pages.pages,
        page_size=pages.page_size,
        size=len(data),
        digest=sha256(data).hexdigest(),
        job=_job(order, item, pages),
        coverage=sum(shares) / len(shares) if shares else None,
        codes=pages.codes,
        codes_tried=all(each.id != NOT_TRIED.id for each in pages.told),
    )
    return Made(file, data, pages.draft, pages.told, collected=pages.collected)


def _job(order: Order, item: Item, pages: _Pages) -> PrintJob | None:
    """Tell how a file is printed; each of the sheets for signatures has a number of its own and is there once."""
    if item.share is None:
        return None
    wanted = copies_of(item.share, order.people) if item.template else 1
    copies = times_to_print(pages.plan, wanted)
    both = not item.one_side and pages.pages > 1
    landscape = pages.plan.sheet.landscape if pages.plan else "landscape" in pages.page_size
    sheets = pages.plan.sheets if pages.plan else sheets_of_plain(pages.pages, one_side=item.one_side)
    return PrintJob(
        copies=copies,
        pieces=copies * on_one_sheet(pages.plan),
        sheets=copies * sheets,
        paper=Paper(order.paper, item.grams),
        flip=("short" if landscape else "long") if both else "",
        ink=item.ink,
        finish=item.finish,
    )
