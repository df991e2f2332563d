"""A file → the list of people that it holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from briefing.errors import ContentError, Diagnostic, Position, errors_of
from briefing.importing.sheets import read_sheet
from briefing.recipients.delimited import Delimited
from briefing.recipients.letters import Opener, encoding_of, lines_of
from briefing.recipients.objects import Objects
from briefing.recipients.recipient import Field, Row

__all__ = ["RecipientList", "open_recipients"]

_SHEET_BYTES = 30_000_000
_OBJECTS = (".jsonl", ".ndjson")
_SHEETS = (".xlsx", ".xlsm")


class RecipientList:
    """People of one file. It is read each time that its rows are asked for: a row is found again by its line."""

    def __init__(self, file: str, rows: Delimited | Objects, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        """Take what reads the rows of a file."""
        self.file, self._rows, self.diagnostics = file, rows, diagnostics

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, in the order of the file."""
        return self._rows.fields

    def rows(self) -> Iterator[Row]:
        """Yield the people in the order of the file, and in the place of each that cannot be read the reason.

        Raises:
            ContentError: the file cannot be read to its end.
        """
        return self._rows.rows()


def open_recipients(path: Path, *, sheet: str = "") -> RecipientList:
    """Open a list: CSV with any of the usual signs between cells, JSON lines (.jsonl), a sheet of Excel (.xlsx).

    ``sheet`` is the name of a sheet, in place of the first that is shown.

    Raises:
        ContentError: it is no list, or its names cannot be told apart.
        OSError: it cannot be opened.
    """
    file = path.name
    opener, diagnostics = _sheet(path, sheet) if path.suffix.lower() in _SHEETS else (_opener(path), ())
    lines = partial(lines_of, opener, encoding_of(opener, file), file)
    rows = Objects(lines, file) if path.suffix.lower() in _OBJECTS else Delimited(lines, file)
    return RecipientList(file, rows, diagnostics)


def _opener(path: Path) -> Opener:
    def opened() -> BinaryIO:
        return path.open("rb")

    return opened


def _sheet(path: Path, sheet: str) -> tuple[Opener, tuple[Diagnostic, ...]]:
    with path.open("rb") as stream:
        data = stream.read(_SHEET_BYTES + 1)
    if len(data) > _SHEET_BYTES:
        message = f"This spreadsheet has more than {_SHEET_BYTES // 1_000_000} MB."
        hint = 'Save it as "CSV UTF-8": such a list may be of any length.'
        raise ContentError(Diagnostic("error", "too-large", message, Position(path.name), hint))
    read = read_sheet(data, path.name, sheet)
    if errors_of(read.diagnostics):
        raise ContentError(*read.diagnostics)

    def opened() -> BinaryIO:
        return io.BytesIO(read.csv)

    return opened, read.diagnostics
