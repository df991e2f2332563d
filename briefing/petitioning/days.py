"""Days of an article that are over, still to come or later than another, before sheets with them are printed."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, CommonsPetition, Date
from briefing.model.dates import surely_before
from briefing.model.wording import date_words

__all__ = ["answer_days", "commons_days", "signature_days"]

_ANSWERED = "Write the day on which somebody answered."
_ENGLISH = "en-GB"
"""Messages to authors are English, whatever the sheets are."""


def signature_days(briefing: Briefing, today: Date | None) -> Iterator[Diagnostic]:
    """Warn of days on which nobody can sign or send; ``None`` where it is not known what day it is."""
    if today:
        yield from _over(briefing, today)
    yield from _too_late(briefing)


def _over(briefing: Briefing, today: Date) -> Iterator[Diagnostic]:
    petition, sheets = briefing.petition, briefing.signature_sheets
    if sheets and sheets.return_by and surely_before(sheets.return_by, today):
        message = f"Sheets are to be back by {_words(sheets.return_by)}, and that day is over."
        yield _doubt(message, sheets.positions.get("return_by", sheets.position), "Give a later day.")
    if petition and petition.deadline and surely_before(petition.deadline, today):
        message = f"The last day to sign the petition is over: {_words(petition.deadline)}."
        yield _doubt(message, petition.positions.get("deadline", petition.position), "Give a later day.")


def commons_days(petition: CommonsPetition, today: Date | None) -> Iterator[Diagnostic]:
    """Warn of answers to the House that nobody can have given yet."""
    day = petition.answered_on
    if today and day and surely_before(today, day):
        message = f"The questions of the House were answered on {_words(day)}, which is still to come."
        yield _doubt(message, petition.positions.get("answered_on", petition.position), _ANSWERED)


def answer_days(briefing: Briefing, today: Date | None) -> Iterator[Diagnostic]:
    """Warn of an answer on voters that nobody can have given yet."""
    answer = briefing.masthead.influences_voters
    if today and answer and surely_before(today, answer.on):
        message = f"The question about voters was answered on {_words(answer.on)}, which is still to come."
        yield _doubt(message, briefing.masthead.positions.get("influences_voters", briefing.position), _ANSWERED)


def _too_late(briefing: Briefing) -> Iterator[Diagnostic]:
    petition, sheets = briefing.petition, briefing.signature_sheets
    if petition and petition.deadline and sheets and sheets.return_by and _after(sheets.return_by, petition.deadline):
        message = (
            f"Sheets are to be back by {_words(sheets.return_by)}, after the last day to sign, "
            f"{_words(petition.deadline)}."
        )
        yield _doubt(message, sheets.positions.get("return_by", sheets.position), "One of the two days is wrong.")


def _after(day: Date, other: Date) -> bool:
    return surely_before(other, day)


def _doubt(message: str, position: Position, hint: str) -> Diagnostic:
    return Diagnostic("warning", "petition-days", message, position, hint)


def _words(day: Date) -> str:
    return date_words(day, _ENGLISH)
