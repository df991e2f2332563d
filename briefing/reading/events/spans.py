"""Dates of two kinds put together: a beginning and an end, a date and how its author has it shown."""

from __future__ import annotations

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.model.dates import date_from_edtf
from briefing.model.edtf import DateError
from briefing.model.wording import date_words
from briefing.reading.dates import read_date
from briefing.reading.yaml import Scalar

__all__ = ["as_shown", "from_edtf", "spanned"]

_SINGLE = ("exact", "approximate", "uncertain", "decade")


def from_edtf(edtf: str, position: Position) -> Date | Diagnostic:
    """Make a date of EDTF that was put together from parts."""
    try:
        return date_from_edtf(edtf)
    except DateError as problem:
        return Diagnostic("error", f"date-{problem.problem}", problem.message, position, problem.hint)


def spanned(start: Date | None, end: Date | None, position: Position) -> Date | Diagnostic | None:
    """Span a beginning and an end; an event that ends as it begins is no span."""
    if end is None or start is None:
        if end is None:
            return start
        message = "This event has an end and no beginning."
        hint = f"Add the beginning, or write it as one date: ../{end.edtf}"
        return Diagnostic("error", "date-unreadable", message, position, hint)
    if start.edtf == end.edtf:
        return start
    if any(sign in start.edtf + end.edtf for sign in "/[{") or not {start.kind, end.kind} <= set(_SINGLE):
        message = f'"{start.typed}" and "{end.typed}" cannot be the ends of one span.'
        return Diagnostic("error", "date-unreadable", message, position, "Each end is one date.")
    if start.language:  # an era that is said of the beginning alone makes of the end what nobody can tell
        read = read_date(f"{start.typed} – {end.typed}", position, start.language)
        if isinstance(read, Diagnostic) and read.id == "date-ambiguous":
            return read
    found = from_edtf(f"{start.edtf}/{end.edtf}", position)
    if isinstance(found, Diagnostic) and found.id == "date-reversed":
        message = f"This event ends before it begins: {start.typed}, {end.typed}."
        return Diagnostic("error", found.id, message, position, found.hint)
    return found


def as_shown(date: Date, shown: Scalar, language: str) -> tuple[Date, Diagnostic | None]:
    """Take the words that TimelineJS is told to show instead of a date, where they are about the same time.

    They may be less exact, "about 1996", and are then the honest ones, or more so, "late 1999" for a year; where they
    say anything else, or cannot be read, the date stays, and a warning comes with it.
    """
    if not shown.text:
        return date, None
    read = read_date(shown.text, shown.position, language)
    if isinstance(read, Date) and _about_as(read, date):
        return read, None
    why = "is another time than the date" if isinstance(read, Date) else "cannot be read as a date"
    message = f'"{" ".join(shown.text.split())[:60]}" {why}, so {date_words(date, language)} is printed.'
    hint = "Say it in the text of the event, if it matters."
    return date, Diagnostic("warning", "display-date", message, shown.position, hint)


def _about_as(words: Date, date: Date) -> bool:
    """Tell whether words are of the time of a date; a part of a span is not the span."""
    return words.edtf == date.edtf or _covers(words, date) or (date.kind != "span" and _covers(date, words))


def _covers(wide: Date, narrow: Date) -> bool:
    begins = wide.first is None or (narrow.first is not None and wide.first <= narrow.first)
    ends = wide.last is None or (narrow.last is not None and narrow.last <= wide.last)
    return begins and ends
