"""A list of people, as CSV or a spreadsheet → ``recipients.csv``, cleaned, with what is odd in it told by its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.draft import Draft
from briefing.reading.csv_table import Cell, CsvTable, read_csv_table
from briefing.writing import as_csv

__all__ = ["RECIPIENTS", "draft_of_recipients"]

RECIPIENTS = "recipients.csv"
_EMAIL = frozenset(
    {"e-mail", "email", "mail", "e-mail address", "email address", "e-mail-adresse", "courriel", "correo"}
)
_NAME = frozenset({"name", "full name", "recipient", "surname", "last name", "nachname", "nom", "nombre"})
_ADDRESS = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+")
_MOST_ROWS_NAMED = 12

_Row = Sequence[Cell]


def draft_of_recipients(csv: bytes, file: str) -> Draft:
    """Clean a list: without empty rows, empty columns and rows that stand there twice.

    ``csv`` are the bytes of a CSV file or the rows of a sheet; ``file`` is what messages name.
    """
    table = read_csv_table(csv, file)
    kept = [index for index, cell in enumerate(table.header) if cell.text or any(row[index].text for row in table.rows)]
    problems = [*table.diagnostics, *_wrong_names(table, kept, file)]
    if not table.rows and not errors_of(problems):
        hint = "Write one a row, below the names of the columns."
        problems.append(Diagnostic("error", "no-recipients", "There are no people in this list.", Position(file), hint))
    if errors_of(problems):
        return Draft({}, tuple(problems))
    rows, repeated = _without_repeated(table.rows)
    problems += _told_of_rows("repeated-row", _REPEATED, repeated, file)
    for index in kept:
        problems += _told_of_column(table.header[index], [row[index] for row in rows], file)
    written = [[_cleaned(row[index].text) for index in kept] for row in (table.header, *rows)]
    return Draft({RECIPIENTS: as_csv(written)}, tuple(problems))


_REPEATED = ("A row stands here twice; the second is left out", "Look whether another person was meant.")
_EMPTY = ('"{}" is empty', "Nothing can be sent there. Fill it in, or delete the row.")
_NO_ADDRESS = ('"{}" has no e-mail address', "Write one address in each cell, such as ann@example.org.")
_SAME = ('"{}" is the same as in a row above', "Keep one of them, or two copies go to the same person.")


def _wrong_names(table: CsvTable, kept: Iterable[int], file: str) -> Iterator[Diagnostic]:
    """Say which columns cannot be told apart."""
    seen: set[str] = set()
    for index in kept:
        cell = table.header[index]
        name = _cleaned(cell.text)
        if not name:
            message = "A column with words in it has no name."
            yield Diagnostic("error", "unnamed-column", message, cell.position, "Write what it holds in the first row.")
        elif name.casefold() in seen:
            message = f'Two columns are called "{name[:40]}".'
            yield Diagnostic("error", "repeated-column", message, cell.position, "Give one of them another name.")
        seen.add(name.casefold())


def _without_repeated(rows: Iterable[_Row]) -> tuple[list[_Row], list[Cell]]:
    """Keep each row once; of the others, the first cells."""
    seen: set[tuple[str, ...]] = set()
    kept, repeated = [], []
    for row in rows:
        words = tuple(_cleaned(cell.text).casefold() for cell in row)
        if words in seen:
            repeated.append(row[0])
        else:
            seen.add(words)
            kept.append(row)
    return kept, repeated


def _told_of_column(header: Cell, cells: Sequence[Cell], file: str) -> Iterator[Diagnostic]:
    """Say what is odd in a column of names or addresses."""
    name = _cleaned(header.text)
    if name.casefold() not in _EMAIL | _NAME:
        return
    yield from _told_of_rows("empty-cell", _named(_EMPTY, name), [cell for cell in cells if not cell.text], file)
    if name.casefold() not in _EMAIL:
        return
    typed = [cell for cell in cells if cell.text]
    wrong = [cell for cell in typed if not _ADDRESS.fullmatch(cell.text.strip())]
    yield from _told_of_rows("no-address", _named(_NO_ADDRESS, name), wrong, file)
    first: Mapping[str, Cell] = {cell.text.casefold(): cell for cell in reversed(typed)}
    same = [cell for cell in typed if first[cell.text.casefold()] is not cell]
    yield from _told_of_rows("repeated-address", _named(_SAME, name), same, file)


def _named(said: tuple[str, str], name: str) -> tuple[str, str]:
    return said[0].format(name), said[1]


def _told_of_rows(kind: str, said: tuple[str, str], cells: Sequence[Cell], file: str) -> Iterator[Diagnostic]:
    """Say something of rows once, with their numbers."""
    if not cells:
        return
    numbers = [str(cell.position.line) for cell in cells]
    more = f" and {len(numbers) - _MOST_ROWS_NAMED} more" if len(numbers) > _MOST_ROWS_NAMED else ""
    rows = f"row{'s' if numbers[1:] else ''} {', '.join(numbers[:_MOST_ROWS_NAMED])}{more}"
    yield Diagnostic("warning", kind, f"{said[0]}: {rows}.", cells[0].position, said[1])


def _cleaned(text: str) -> str:
    """Write a cell in one line."""
    return " ".join(text.split())
