"""Rows of a CSV file → events, in the order of the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.reading.csv_table import read_csv_table
from briefing.reading.dates import key_of
from briefing.reading.events.citing import is_web_address, read_cited
from briefing.reading.events.columns import Columns, meant_by, read_columns
from briefing.reading.events.days import read_days
from briefing.reading.events.languages import every
from briefing.reading.events.lengths import Lengths
from briefing.reading.events.markup import read_html
from briefing.reading.events.numbers import Moment, has_fraction, read_clock, read_moment
from briefing.reading.events.spans import as_shown, from_edtf, spanned
from briefing.reading.events.typed import EventList, Reference, TypedEvent
from briefing.reading.events.unplaced import Unplaced
from briefing.reading.fields import FLAGS
from briefing.reading.limits import DETAIL_CHARACTERS, EVENTS
from briefing.reading.yaml import Scalar

__all__ = ["read_table"]

_YES = frozenset(map(key_of, (*(word for word, value in FLAGS.items() if value), "y", "x", "1", *every("yes"))))
_NO = frozenset(map(key_of, (*(word for word, value in FLAGS.items() if not value), "n", "0", *every("no"))))
"""In any language: what means yes in one means no in none."""
_PARTS = ("year", "month", "day", "time")
_NOTHING = Scalar("", Position(""))
_TYPES = frozenset({"", "event", "era", "title"})
"""Those of rows in the sheet of TimelineJS; a second title is an event, as there."""
_A_DAY = re.compile(r"-?\d{4}-\d\d-\d\d", re.ASCII)

_Row = Sequence[Scalar]
_Found = Date | Diagnostic | None
"""A date, what is wrong with it and already told, or nothing."""


class _Days(NamedTuple):
    """The dates of one row that were read with those of their columns."""

    date: _Found
    start: _Found
    end: _Found


def read_table(data: bytes, file: str, language: str) -> EventList:
    """Read a CSV file; dates in words are in ``language``."""
    table = read_csv_table(data, file)
    header = tuple(Scalar(" ".join(cell.text.split()), cell.position) for cell in table.header)
    rows = [tuple(Scalar(cell.text.strip(), cell.position) for cell in row) for row in table.rows]
    columns = read_columns(header, language)
    problems = [*table.diagnostics, *columns.diagnostics]
    if len(rows) > EVENTS:
        message = f"There are more than {EVENTS:,} events in this file."
        problems.append(Diagnostic("error", "too-large", message, rows[EVENTS][0].position, "Divide it."))
    if columns.diagnostics or not header or len(rows) > EVENTS:
        return EventList((), tuple(problems))
    return _Rows(header, columns, language, problems).read(rows)


class _Rows:
    """Reads the rows of one file."""

    def __init__(self, header: _Row, columns: Columns, language: str, problems: list[Diagnostic]) -> None:
        self._header, self._columns = header, columns
        self._language = language
        self._problems = problems
        self._lengths = Lengths(problems)
        self._title = ""
        self._title_details: tuple[Scalar, ...] = ()
        guesses = {header[index].text: meant_by(header[index].text, columns) for index in columns.unknown}
        self._unplaced = Unplaced({name: f'Did you mean "{guess}"?' for name, guess in guesses.items() if guess})

    def read(self, rows: Sequence[_Row]) -> EventList:
        columns = (self._days(role, rows) for role in _Days._fields)
        days = (_Days(*found) for found in zip(*columns, strict=True))
        events = [self._row(row, found) for row, found in zip(rows, days, strict=True)]
        return EventList(
            tuple(event for event in events if event),
            (*self._problems, *self._unplaced.diagnostics()),
            self._title,
            self._title_details,
        )

    def _days(self, role: str, rows: Sequence[_Row]) -> list[_Found]:
        places = self._columns.places.get(role)
        if not places:
            return [None] * len(rows)
        name, order = self._header[places[0]].text, self._columns.orders.get(role, "")
        dates, problems = read_days(name, [row[places[0]] for row in rows], order, self._language)
        self._problems += problems
        return dates

    def _row(self, row: _Row, days: _Days) -> TypedEvent | None:
        for index in self._columns.unknown:
            self._leave_out(self._header[index].text or "(no name)", row[index])
        text, details = self._texts(row)
        kind = self._cell(row, "type")
        if kind.text.casefold() == "title" and not self._title:
            self._read_title(row, details)
            return None
        if kind.text.casefold() not in _TYPES:
            self._leave_out(self._name("type"), kind)
        date = self._date(row, days)
        if isinstance(date, Diagnostic) or self._lengths.are_spent:
            return None
        if not text.text:
            place = next(cell.position for cell in row if cell.text)
            self._report("wrong-shape", "This row does not say what happened.", place, "Write it, or delete the row.")
            return None
        cited = read_cited(self._cells(row, "source"))
        references = (*cited.references, *self._media(row))
        in_parts = date is not None and not any(days)
        return TypedEvent(date, text, text.position, cited.citation, references, self._stressed(row), details, in_parts)

    def _date(self, row: _Row, days: _Days) -> _Found:
        """Find the date of a row; what is wrong with it is told here at the latest."""
        if refused := next((each for each in days if isinstance(each, Diagnostic)), None):
            return refused
        typed = days.date or days.start or days.end
        found = self._typed_date(row, days) if typed else self._date_of_parts(row)
        shown = self._cell(row, "display date")
        if isinstance(found, Diagnostic):
            self._problems.append(found)
        elif found is not None:
            found, warning = as_shown(found, shown, self._language)
            self._problems += [warning] if warning else []
        return found

    def _typed_date(self, row: _Row, days: _Days) -> _Found:
        date, start, end = (each if isinstance(each, Date) else None for each in days)
        if date and start:
            self._leave_out(self._name("start"), self._cell(row, "start"))
        for role in ("year", "month", "day", "end year", "end month", "end day", "end time"):
            self._leave_out(role, self._cell(row, role))
        begins = self._timed(date or start, self._cell(row, "time"))
        if isinstance(begins, Diagnostic):
            return begins
        return spanned(begins, end, self._cell(row, "end").position)

    def _timed(self, date: Date | None, time: Scalar) -> _Found:
        """Add the time of day that stands in a column of its own."""
        self._leave_out_fraction(time)
        clock = read_clock(time) if date and time.text else ""
        if date is None or not clock or isinstance(clock, Diagnostic):
            return clock if isinstance(clock, Diagnostic) else date
        if _A_DAY.fullmatch(date.edtf):
            return from_edtf(f"{date.edtf}{clock}", time.position)
        message = f'"{date.typed}" is no day that could have a time.'
        return Diagnostic("error", "date-unreadable", message, time.position, "Name the day, or take the time out.")

    def _date_of_parts(self, row: _Row) -> _Found:
        begins, ends = (Moment(**{part: self._cell(row, f"{when}{part}") for part in _PARTS}) for when in ("", "end "))
        found: list[Date | None] = []
        for moment in (begins, ends):
            self._leave_out_fraction(moment.time or _NOTHING)
            edtf = read_moment(moment, self._language, by_hand=True)
            date = from_edtf(edtf, moment.position or row[0].position) if isinstance(edtf, str) and edtf else None
            if isinstance(edtf, Diagnostic):
                return edtf
            if isinstance(date, Diagnostic):
                return date
            found.append(date)
        start, end = found
        return spanned(start, end, ends.position or row[0].position)

    def _texts(self, row: _Row) -> tuple[Scalar, tuple[Scalar, ...]]:
        """Read what happened, in one line, and what is told below it."""
        first, *more = (self._cell(row, "event"), *self._cells(row, "text"))
        text, details = self._paragraphs(first), [each for cell in more for each in self._paragraphs(cell)]
        if not text and details:
            return details[0], tuple(details[1:])
        return (text[0] if text else _NOTHING), (*text[1:], *details)

    def _paragraphs(self, cell: Scalar) -> list[Scalar]:
        if not self._lengths.allow(cell):
            return []
        if not self._columns.from_timelinejs:
            return [Scalar(" ".join(cell.text.split()), cell.position)] if cell.text else []
        found = read_html(cell.text)
        for name in found.lost:
            self._unplaced.add(f"<{name}>", cell.position)
        return [Scalar(each, cell.position) for each in found.paragraphs]

    def _read_title(self, row: _Row, details: tuple[Scalar, ...]) -> None:
        """Take the words of a row that names the whole; what else stands in it belongs to no event."""
        cell = self._cell(row, "event")
        self._title = read_html(cell.text).words if len(cell.text) <= DETAIL_CHARACTERS else ""
        self._title_details = details
        for role, places in self._columns.places.items():
            if role not in ("event", "text", "type"):
                for index in places:
                    self._leave_out(self._header[index].text, row[index])

    def _media(self, row: _Row) -> tuple[Reference, ...]:
        media, credit, caption = (self._cell(row, role) for role in ("media", "media credit", "media caption"))
        whose, words = (" ".join(each.text.split()) for each in (credit, caption))
        if is_web_address(media.text):
            return (Reference(media.position, media.text, words, whose),)
        self._leave_out(self._name("media"), media)
        if words:
            return (Reference(caption.position, words=words, credit=whose),)
        return (Reference(credit.position, words=whose),) if whose else ()

    def _stressed(self, row: _Row) -> bool:
        cell = self._cell(row, "stressed")
        word = key_of(cell.text)
        if word and word not in _YES and word not in _NO:
            message = f'"{cell.text[:40]}" is neither yes nor no.'
            self._report("wrong-kind", message, cell.position, "Write yes where the event matters most; else nothing.")
        return word in _YES

    def _cell(self, row: _Row, role: str) -> Scalar:
        places = self._columns.places.get(role)
        return row[places[0]] if places else _NOTHING

    def _cells(self, row: _Row, role: str) -> tuple[Scalar, ...]:
        return tuple(row[index] for index in self._columns.places.get(role, ()) if row[index].text)

    def _name(self, role: str) -> str:
        places = self._columns.places.get(role)
        return self._header[places[0]].text if places else role

    def _leave_out(self, name: str, cell: Scalar) -> None:
        if cell.text:
            self._unplaced.add(name, cell.position)

    def _leave_out_fraction(self, time: Scalar) -> None:
        if has_fraction(time):
            self._unplaced.add("fraction of a second", time.position)

    def _report(self, kind: str, message: str, position: Position, hint: str) -> None:
        self._problems.append(Diagnostic("error", kind, message, position, hint))
