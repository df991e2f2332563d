"""A CSV table → rows of figures with their names, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.model import ChartKind, Datum
from briefing.model.numbers import PER_CENT
from briefing.reading.charts.moments import dated_rows
from briefing.reading.charts.numbers import Number, Signs, read_number, signs_shown
from briefing.reading.csv_table import Cell, CsvTable, Limits
from briefing.reading.limits import CSV_PROBLEMS

__all__ = ["Rows", "limits_of", "read_rows"]

MOST_SERIES = 5
"""Lines in one chart: more cannot be told apart."""
MOST_ROWS = 50
"""Bars or dots: more do not fit a page."""
MOST_MOMENTS = 500
"""Points of a line."""
_LONGEST_NAME = 200
"""Characters."""
_SPACES = re.compile(r"[ \t\n]+")


class Rows(NamedTuple):
    """The figures of one file."""

    names: str
    series: tuple[str, ...]
    rows: tuple[Datum, ...]
    per_cent: bool
    called: tuple[Cell, ...]
    """The names that an edition has words of its own for: not those that are dates."""
    diagnostics: tuple[Diagnostic, ...]


def limits_of(kind: ChartKind) -> Limits:
    """Tell how large a table may be that becomes a chart of a kind."""
    if kind == "line":
        reason = f"; a line chart shows {MOST_MOMENTS} at most"
        return Limits(MOST_MOMENTS, MOST_SERIES + 1, reason, "Take every second or tenth of them.")
    reason = f"; a {kind} chart shows {MOST_ROWS} at most"
    return Limits(MOST_ROWS, 2, reason, "Put the smallest together as one row.")


def read_rows(table: CsvTable, kind: ChartKind, language: str, *, named: bool = False) -> Rows:
    """Read the figures of a table within the limits of a kind, whose first column names things.

    ``language`` is that in which it was typed; ``named`` rows are never taken for dates. Of one file a few problems are
    told, not all of thousands.
    """
    head = [_name(cell) for cell in table.header]
    problems = [*table.diagnostics, *_shape(table, kind)]
    if errors_of(problems):
        return _no_rows(problems)
    figures = [cell for row in table.rows for cell in row[1:] if cell.text]
    reader = _Reader(language, signs_shown(figures))
    rows = [Datum(_name(row[0]), tuple(map(reader.value, row[1:])), row[0].position) for row in table.rows]
    problems += [*reader.problems, *reader.mixed(), *_named_twice(table.header), *_twice(rows)]
    if kind == "line" and not named:
        rows, undated = dated_rows(rows, language)
        problems += undated
    called = (*table.header, *(row[0] for row in table.rows if not (rows and rows[0].date)))
    per_cent = bool(reader.per_cent)
    return Rows(head[0], tuple(head[1:]), tuple(rows), per_cent, called, tuple(problems[:CSV_PROBLEMS]))


def _name(cell: Cell) -> str:
    """Take a name as one line."""
    return _SPACES.sub(" ", cell.text).strip(" ")


def _no_rows(problems: Sequence[Diagnostic]) -> Rows:
    return Rows("", (), (), per_cent=False, called=(), diagnostics=tuple(problems[:CSV_PROBLEMS]))


def _shape(table: CsvTable, kind: ChartKind) -> Iterator[Diagnostic]:
    """Say what keeps a table from being a chart of a kind."""
    if not table.header or (table.rows and not table.whole):
        # What else is wrong with a file that is far too long is seen when it is shorter.
        return
    start, count = table.header[0].position, len(table.header) - 1
    most = limits_of(kind).columns - 1
    if count < 1:
        hint = "Name things in the first column, and put their figures into the second."
        yield Diagnostic("error", "wrong-shape", "This file has one column, and no figures.", start, hint)
    elif count > most:
        yield _too_many_series(table.header, kind, most)
    if not table.rows and table.whole:
        yield Diagnostic("error", "wrong-shape", "This file has no rows below the first.", start,
                         "Write a row for each thing: its name, and its figure.")  # fmt: skip
    yield from _unnamed(table)


def _unnamed(table: CsvTable) -> Iterator[Diagnostic]:
    for cell in (*table.header[1:], *(row[0] for row in table.rows)):
        if not cell.text:
            message = "This column has no name." if cell in table.header else "This row has no name."
            yield Diagnostic("error", "without-name", message, cell.position, "Write what its figures are of.")
        elif len(cell.text) > _LONGEST_NAME:
            message = f"This name has more than {_LONGEST_NAME} characters."
            yield Diagnostic("error", "too-large", message, cell.position, "Make it shorter, and explain it below.")


def _too_many_series(header: Sequence[Cell], kind: ChartKind, most: int) -> Diagnostic:
    names = ", ".join(cell.text[:30] for cell in header[1 : most + 4]) + ", …" * (len(header) > most + 4)
    message = f"This file has {len(header) - 1} columns of figures: {names}."
    message += f" A {kind} chart shows {'one' if most == 1 else f'{most} at most'}."
    hint = "Save those that matter to the text in a file of their own."
    if kind != "line" and len(header) - 1 <= MOST_SERIES:
        hint = "Save one of them in a file of its own, or draw lines: kind=line."
    return Diagnostic("error", "too-many-series", message, header[most + 1].position, hint)


class _Reader:
    """Reads the figures of one file, and keeps what is wrong with them."""

    def __init__(self, language: str, signs: Signs) -> None:
        self._language, self._signs = language, signs
        self.problems: list[Diagnostic] = []
        self.per_cent: list[Cell] = []
        self.others: list[Cell] = []

    def value(self, cell: Cell) -> Decimal | None:
        """Read one figure; ``None`` for an empty cell, and for what is told."""
        if not cell.text.strip():
            return None
        read = read_number(cell.text, self._language, self._signs)
        if isinstance(read, Number):
            (self.per_cent if read.per_cent else self.others).append(cell)
            return read.value
        self.problems.append(Diagnostic("error", read.id, read.message, cell.position, read.hint))
        return None

    def mixed(self) -> Iterator[Diagnostic]:
        """Say where some figures are in per cent and some are not."""
        if self.per_cent and self.others:
            few, kind = (self.per_cent, "is in per cent, and others are not")
            if len(self.others) < len(self.per_cent):
                few, kind = (self.others, "is not in per cent, and others are")
            hint = f'Leave the sign out of all of them, and say unit="{PER_CENT}".'
            yield Diagnostic("error", "per-cent-mixed", f'"{few[0].text[:40]}" {kind}.', few[0].position, hint)


def _named_twice(header: Sequence[Cell]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for number, cell in enumerate(header, start=1):
        name = _name(cell)
        if first.setdefault(name, number) != number:
            message = f'There are two columns called "{name[:60]}": this one, and number {first[name]}.'
            yield Diagnostic("error", "named-twice", message, cell.position, "Give one of them another name.")


def _twice(rows: Sequence[Datum]) -> Iterator[Diagnostic]:
    first: dict[str, Position] = {}
    for row in rows:
        if first.setdefault(row.name, row.position) is not row.position:
            message = f'There are two rows called "{row.name[:60]}": this one, and line {first[row.name].line}.'
            yield Diagnostic("error", "named-twice", message, row.position, "Give one of them another name.")
