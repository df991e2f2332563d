"""A briefing → what stands on a general sheet for signatures, and what of that is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, DataNotice, Petition, SignatureSheets
from briefing.petitioning.notice import Part, missing_of_notice, parts_of
from briefing.reading.fields import FRONT_MATTER
from briefing.rules import Rule

__all__ = ["LEAST_ROWS", "Signatures", "missing_of_signatures", "open_of_signatures", "signatures_of"]

LEAST_ROWS = 10
"""Rows without which a sheet is not worth its paper."""
_GROUP = "signature_sheets"
_TABLE = {field.name: field for group in FRONT_MATTER if group.name == _GROUP for field in group.fields}
_ANSWERS = ("return_to", "return_by")
_USUAL = ("name", "postcode", "signature")
_NEEDED = ("name", "signature")
_PLACES = ("address", "postcode")
_COLUMNS = ("name", "address", "postcode", "signature", "date")
"""What people may be asked to write, in its order on the sheet."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """What stands on each sheet."""

    petition: Petition
    sheets: SignatureSheets
    notice: DataNotice
    columns: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """What people are told of their data."""
        return parts_of(self.notice)

    @property
    def layout(self) -> str:
        """Name of the style that fixes the widths of the columns."""
        others = (name for name in self.columns if name not in _NEEDED)
        return "-".join(("sign", *others, *(("contact",) if self.notice.opt_in else ())))


def signatures_of(briefing: Briefing) -> Signatures | None:
    """Gather what stands on a sheet; ``None`` where something is missing."""
    notice = briefing.organisation.data_notice if briefing.organisation else None
    if briefing.petition is None or briefing.signature_sheets is None or notice is None:
        return None
    return Signatures(briefing.petition, briefing.signature_sheets, notice, _columns(briefing.signature_sheets.columns))


def missing_of_signatures(briefing: Briefing, rule: Rule | None) -> Iterator[Diagnostic]:
    """Say all that keeps a sheet from being made, each with a line to type."""
    if briefing.petition is None:
        message = "There is nothing to sign: the article has no petition."
        hint = "Say what is asked, at the head of the article: petition: {ask: Sign for safe routes}"
        yield _error("petition-missing", message, briefing.position, hint)
    yield from _missing_answers(briefing.signature_sheets, briefing.position)
    yield from missing_of_notice(briefing, rule)


def _missing_answers(sheets: SignatureSheets | None, otherwise: Position) -> Iterator[Diagnostic]:
    if sheets is None:
        message = "It is not said where signed sheets go, and until when. Put these lines at the head of the article:"
        lines = (f"{_GROUP}:", *(f"  {_TABLE[name].name}: {_TABLE[name].example}" for name in _ANSWERS))
        yield Diagnostic("error", "sheet-unanswered", message, otherwise, details=lines)
        return
    given = {"return_to": sheets.return_to, "return_by": sheets.return_by or "return_by" in sheets.positions}
    for name in (name for name in _ANSWERS if not given[name]):
        message = f'There is no "{name}". {_TABLE[name].help}'
        hint = f"Write below {_GROUP}, such as: {name}: {_TABLE[name].example}"
        yield _error("sheet-unanswered", message, sheets.position, hint)
    if wrong := _wrong_columns([each.casefold() for each in sheets.columns]):
        hint = f"For instance: columns: {_TABLE['columns'].example}"
        yield _error("sheet-columns", wrong, sheets.positions.get("columns", sheets.position), hint)


def _wrong_columns(typed: list[str]) -> str:
    if not typed:
        return ""
    if unknown := [each for each in typed if each not in _COLUMNS]:
        return f'There is no column "{unknown[0][:60]}". There are {", ".join(_COLUMNS)}.'
    if doubled := [each for each in typed if typed.count(each) > 1]:
        return f'The column "{doubled[0]}" stands there twice.'
    if lacking := [each for each in _NEEDED if each not in typed]:
        return f'Nobody can sign without the column "{lacking[0]}".'
    if all(each in typed for each in _PLACES):
        return "An address has its postcode: take address or postcode, not both."
    return ""


def open_of_signatures(briefing: Briefing) -> Iterator[Diagnostic]:
    """Say what has to be settled before anybody signs."""
    petition, sheets = briefing.petition, briefing.signature_sheets
    if petition and petition.question and petition.link and sheets and sheets.online:
        place = petition.positions.get("question", petition.position)
        hint = "When it is answered, take the line out; or leave the address out with: online: no"
        yield Diagnostic("question", "petition-question", petition.question, place, hint)


def _columns(typed: Iterable[str]) -> tuple[str, ...]:
    chosen = {each.casefold() for each in typed} or _USUAL
    return tuple(name for name in _COLUMNS if name in chosen)


def _error(name: str, message: str, position: Position, hint: str) -> Diagnostic:
    return Diagnostic("error", name, message, position, hint)
