"""Names of rows → dates, where they are such; what only looks like dates is told, not taken for names.

Rows that are no dates stand at equal steps. A column of dates that cannot be read would do so as well, and nobody would
see that time runs unevenly below the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.errors import Diagnostic
from briefing.model import Date, Datum
from briefing.reading.dates import looks_like_date, read_date

__all__ = ["dated_rows"]

_MOSTLY = 0.5
"""Share of names that are dates, or look like some: then the others are meant as such, too."""
_MOST_LISTED = 5
"""Cells named after the first that has something wrong with it."""
_NAMES = "If these are names and no dates, say order=as-given in the braces: then they stand at equal steps."


def dated_rows(rows: Sequence[Datum], language: str) -> tuple[list[Datum], list[Diagnostic]]:
    """Put rows in the order of time where their names are dates; else leave them in that of their file.

    There are none where dates are told that cannot be read: of those rows nobody knows where they stand.
    """
    read = [(row, read_date(row.name, row.position, language)) for row in rows]
    meant = sum(isinstance(date, Date) or looks_like_date(row.name, language) for row, date in read)
    if meant <= len(rows) * _MOSTLY:
        return list(rows), []
    if unread := [date for _, date in read if isinstance(date, Diagnostic)]:
        return [], list(_told(unread))
    dated = [replace(row, date=date) for row, date in read if isinstance(date, Date)]
    problems = [_open_ended(row) for row in dated if row.date and None in (row.date.first, row.date.last)]
    return sorted(dated, key=lambda row: _moment(row.date)), problems


def _told(unread: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Say of each kind of problem the first with what to do, and where the others are."""
    for kind in dict.fromkeys(each.id for each in unread):
        first, *others = (each for each in unread if each.id == kind)
        listed = tuple(f"{each.position}: {each.message}" for each in others[:_MOST_LISTED])
        more = (f"and {len(others) - _MOST_LISTED} more",) if len(others) > _MOST_LISTED else ()
        yield replace(first, hint=f"{first.hint} {_NAMES}", details=(*listed, *more))


def _moment(date: Date | None) -> float:
    return ((date.first or 0.0) + (date.last or 0.0)) / 2 if date else 0.0


def _open_ended(row: Datum) -> Diagnostic:
    message = f'"{row.name[:60]}" has no beginning or no end: it has no place on a line.'
    return Diagnostic("error", "date-open", message, row.position, "Write a day, a month, a year or a span of them.")
