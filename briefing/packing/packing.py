"""Article folder and a purpose → a folder with everything for the day: the one place that calls the parts in order."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefing import press
from briefing.errors import ContentError, Diagnostic, OutputError, sorted_diagnostics
from briefing.model import Date
from briefing.packing.job_sheet import write_job_sheet
from briefing.packing.making import Made, Order, make
from briefing.packing.paper import paper_of_all
from briefing.packing.purposes import PURPOSES, Item
from briefing.packing.values import JOB_SHEET, MOST_COPIES, LeftOut, Packed
from briefing.petitioning.values import HIGHEST_SHEET, MOST_SHEETS
from briefing.press import Checked
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.saving import FolderKind, check_folder, save_folder

__all__ = ["PAPERS", "pack"]

PAPERS = ("A4", "letter")


def _names_of(item: Item | None) -> Iterable[str]:
    while item is not None:
        yield item.name
        item = item.instead


_NAMES = {name for purpose in PURPOSES.values() for item in purpose.items for name in _names_of(item)}
_OURS = re.compile(rf"\d\d-(?:{'|'.join(map(re.escape, sorted(_NAMES)))})\.pdf")


def _is_ours(path: Path) -> bool:
    """Tell whether a file may be one of an earlier pack."""
    if path.name != JOB_SHEET and not _OURS.fullmatch(path.name):
        return False
    with path.open("rb") as file:
        return file.read(4) == b"%PDF"


_KIND = FolderKind("pack", "not-a-pack", _is_ours)


@press.without_collecting()
def pack(
    folder: Path | str,
    output: Path | str | None = None,
    *,
    purpose: str,
    copies: int | None = None,
    sheets: int | None = None,
    first_sheet: int = 1,
    page: str = PAPERS[0],
    language: str | None = None,
    final: bool = False,
    configuration: Path | None = None,
    epoch: int | None = None,
    protected: Protected = NOTHING_PROTECTED,
    today: Date | None = None,
) -> Packed:
    """Make all files for a purpose, one of ``PURPOSES``, and a sheet that says how to print them.

    ``copies`` is how many people are to be reached, ``sheets`` how many there are for signatures; without them the
    purpose says it; ``first_sheet`` is the number of the first of them. ``page`` is one of ``PAPERS``. Without
    ``output`` the pack goes into ``build/`` under the names of the folder and of the purpose. It is there as a whole or
    not at all, and takes the place of an earlier pack alone.
    What cannot be made is left out, with its reasons; with ``final`` nothing may be a draft, and only what the article
    has not got may be left out. The rest is as for ``press.build``.

    Raises:
        ContentError: the article cannot be read or has errors, changes meanwhile, nothing can be made of it, or it is
            not ``final``.
        TemplateError: the form of the job sheet is at fault.
        OutputError: the folder cannot be written, or holds something else.
        ProtectedError: what is read or written holds a protected word.
    """
    people = PURPOSES[purpose].copies if copies is None else copies
    if page not in PAPERS or not 1 <= people <= MOST_COPIES or not (sheets is None or 1 <= sheets <= MOST_SHEETS):
        raise ValueError(f"paper is {' or '.join(PAPERS)}, copies are 1 to {MOST_COPIES}, sheets 1 to {MOST_SHEETS}")
    if not 1 <= first_sheet <= HIGHEST_SHEET:
        raise ValueError(f"sheets have numbers from 1 to {HIGHEST_SHEET:,}")
    folder = Path(folder)
    order = Order(
        folder,
        PURPOSES[purpose],
        people,
        sheets,
        page,
        language,
        final,
        configuration,
        epoch,
        protected,
        today,
        first_sheet,
    )
    path = Path(output) if output is not None else _usual_folder(folder, purpose, language)
    check_folder(path, _KIND, folder)
    checked = press.load_checked(folder, language=language, configuration=configuration, protected=protected)
    found = _all_made(order, checked)
    _see_unchanged(order, checked)
    made, left_out = _sorted(found)
    _refuse(checked, made, left_out, final=final)
    return _saved(order, checked, made, left_out, path)


def _usual_folder(folder: Path, purpose: str, language: str | None) -> Path:
    return press.default_output(folder, purpose, language).with_suffix("")


def _all_made(order: Order, checked: Checked) -> tuple[Made | LeftOut, ...]:
    """Make each file aside, the numbers of their names following each other."""
    found: list[Made | LeftOut] = []
    try:
        with tempfile.TemporaryDirectory(prefix="briefing-") as place:
            for item in (each for each in order.purpose.items if each.paper in ("", order.paper)):
                number = 1 + sum(isinstance(each, Made) for each in found)
                found.append(make(order, item, number, checked.briefing, Path(place)))
    except OSError as error:
        message = f"The pack cannot be made: {error.strerror or error}."
        raise OutputError(Diagnostic("error", "unwritable", message)) from error
    return tuple(found)


def _see_unchanged(order: Order, checked: Checked) -> None:
    """See that all files were made of one text: each is read anew, as by its own command.

    Raises: ContentError where somebody has saved another one meanwhile.
    """
    now = press.load(
        order.folder, language=order.language, configuration=order.configuration, protected=order.protected
    ).files
    names = {*now, *checked.files}
    if changed := sorted(name for name in names if now.get(name) != checked.files.get(name)):
        message = f"{', '.join(changed)} changed while the pack was made: its files would not say the same."
        raise ContentError(Diagnostic("error", "changed-meanwhile", message, hint="Make it again."))


def _sorted(found: Iterable[Made | LeftOut]) -> tuple[tuple[Made, ...], tuple[LeftOut, ...]]:
    made: list[Made] = []
    left_out: list[LeftOut] = []
    for each in found:
        if isinstance(each, Made):
            made.append(each)
            left_out += each.left_out
        else:
            left_out.append(each)
    return tuple(made), tuple(left_out)


def _refuse(checked: Checked, made: Sequence[Made], left_out: Sequence[LeftOut], *, final: bool) -> None:
    """See that there is a pack to be made.

    Raises: ContentError with all that keeps it from being made, each thing once, and what is open besides.
    """
    held = [each for each in left_out if each.is_mistake or not made]
    if held and (final or not made):
        others = (each for each in checked.diagnostics if each.severity != "note")
        raise ContentError(*dict.fromkeys((*others, *(reason for each in held for reason in each.reasons))))


def _told(checked: Checked, made: Sequence[Made]) -> tuple[Diagnostic, ...]:
    """Gather what is told of the article and of its files; what is told of some files alone names them."""
    known = {(each.id, each.position) for each in checked.diagnostics}
    found: dict[Diagnostic, list[str]] = {}
    for one in made:
        for each in one.told:
            if (each.id, each.position) not in known:
                found.setdefault(each, []).append(one.file.name)
    of_files = (
        each if len(names) == len(made) else replace(each, message=f"{', '.join(dict.fromkeys(names))}: {each.message}")
        for each, names in found.items()
    )
    return sorted_diagnostics((*checked.diagnostics, *of_files))


def _saved(order: Order, checked: Checked, made: Sequence[Made], left_out: tuple[LeftOut, ...], path: Path) -> Packed:
    """Write the folder, with the sheet that tells of all that is in it."""
    files = tuple(each.file for each in made)
    packed = Packed(
        path,
        order.purpose.name,
        files,
        paper_of_all(files),
        sum(each.size for each in files),
        checked.draft or any(each.draft for each in made),
        next((each.collected for each in made if each.collected), None),
        left_out,
        _told(checked, made),
    )
    sheet = write_job_sheet(order, checked.briefing, packed)
    contents = {JOB_SHEET: sheet} | {each.file.name: each.data for each in made}
    save_folder(path, contents, _KIND, article=order.folder, protected=order.protected)
    return replace(packed, size=packed.size + len(sheet))
