"""What an author says of a list → its columns, its source and date in words, and what is odd about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic
from briefing.model import Briefing
from briefing.model.dates import surely_before
from briefing.model.listed_people import ListedPeople
from briefing.model.wording import date_words
from briefing.reading.spelling import did_you_mean
from briefing.recipients import RecipientList, field_name

__all__ = ["Columns", "columns_of", "list_words", "oddities"]

_NAME = ("name",)
_UNIT = ("constituency",)
_MAIL = ("e_mail", "email", "mail", "email_address", "e_mail_address")
_EXAMPLE = 'Write into the fields: recipients: {source: "Members of Parliament, members-api.parliament.uk", date: DAY}.'


class Columns(NamedTuple):
    """The columns of a list by what they hold, as fields; empty where there is none."""

    name: str
    unit: str
    """What has one person each: one of it with two names is odd."""
    mail: str


def columns_of(briefing: Briefing, people: RecipientList) -> Columns:
    """Find the columns, by what the author calls them, else by their usual names.

    Raises:
        ContentError: the list has no column that the author names.
    """
    said, known = briefing.recipients, {field.name for field in people.fields}
    named = {"name": said.name, "unit": said.unit, "email": said.email} if said else {}
    problems = tuple(_unknown(named, known, people.file, said)) if said else ()
    if problems:
        raise ContentError(*problems)

    def column(what: str, usual: tuple[str, ...]) -> str:
        own = field_name(named.get(what, ""))
        return own or next((name for name in usual if name in known), "")

    return Columns(column("name", _NAME), column("unit", _UNIT), column("email", _MAIL))


def _unknown(named: dict[str, str], known: set[str], file: str, said: ListedPeople) -> Iterator[Diagnostic]:
    for what, title in named.items():
        if title and field_name(title) not in known:
            message = f'The list {file} has no column "{title[:40]}", which recipients.{what} names.'
            hint = did_you_mean(field_name(title), known).strip() or f"Its columns are {', '.join(sorted(known)[:12])}."
            yield Diagnostic("error", "unknown-field", message, said.position, hint)


def list_words(briefing: Briefing) -> str:
    """Say of when a list is and where it comes from, in one sentence; empty where nothing is known."""
    said = briefing.recipients
    if said is None or not (said.date or said.source):
        return ""
    dated = f" dated {date_words(said.date, 'en-GB')}" if said.date else ""
    source = briefing.sources.get(said.source)
    named = source.title if source else said.source
    return f"List{dated}{': ' if named else ''}{named.rstrip('.')}."


def oddities(briefing: Briefing, file: str) -> Iterator[Diagnostic]:
    """Warn of a list whose source or date nobody has said, and of one that is older than what the text says."""
    said, gathered = briefing.recipients, briefing.masthead.information_as_of
    missing = [name for name in ("source", "date") if said is None or not getattr(said, name)]
    position = said.position if said else briefing.position
    if missing:
        message = f"Nothing says the {' and the '.join(missing)} of the list {file}."
        yield Diagnostic("warning", "undated-list", message, position, _EXAMPLE)
    if said and said.date and gathered and surely_before(said.date, gathered):
        was, known = date_words(said.date, "en-GB"), date_words(gathered, "en-GB")
        message = f"The list is of {was}, and what the text says is as of {known}."
        hint = "Somebody else may hold a seat now: take a newer list, or say of when this one is."
        yield Diagnostic("warning", "old-list", message, position, hint)
