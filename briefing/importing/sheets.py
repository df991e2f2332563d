"""A sheet of a spreadsheet (.xlsx) → the rows of a CSV file, in which the line of a cell is its row in the sheet.

Read is what the cells show: of a formula the value that was kept with it, of a day as much as its form shows. What
cannot be read so is told. See: ECMA-376, part 1, 18.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from warnings import catch_warnings
from xml.parsers import expat

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from briefing.errors import Diagnostic, Position
from briefing.importing.archives import Archive, open_archive
from briefing.importing.xml_trees import XmlRefusal, check_xml
from briefing.reading.limits import CSV_CELL_CHARACTERS, CSV_COLUMNS, CSV_ROWS
from briefing.reading.spelling import did_you_mean
from briefing.reading.spreadsheets import EXPORT
from briefing.writing import as_csv

__all__ = ["SheetRows", "read_sheet"]

_PART_BYTES = 30_000_000
_ELEMENTS = 1_000_000
"""Of XML in one part: a quarter of a million cells."""
_ALL_ELEMENTS = 1_500_000
_LAST_ROW = 2 * CSV_ROWS
"""A file of more rows than can be used is refused; empty ones between them are let through."""
_BROKEN = (
    InvalidFileException,
    expat.ExpatError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl raises for files that lie about themselves."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""What stands in the form of a number and is no sign of it."""
_ZEROS = re.compile(r"0+")
_PERCENT = re.compile(r"0(?:\.(0+))?%")


class SheetRows(NamedTuple):
    """The rows of a sheet."""

    csv: bytes
    """In UTF-8, with a line for each row of the sheet; nothing where there is an error."""
    diagnostics: tuple[Diagnostic, ...] = ()
    incomplete: frozenset[int] = frozenset()
    """Numbers of the rows below the head that lack what a formula shows, which are those of their lines."""

    def without(self, numbers: Iterable[int]) -> bytes:
        """Give the lines with some of them empty, by their numbers."""
        lines = self.csv.split(b"\n")
        for number in numbers:
            lines[number - 1] = b""
        return b"\n".join(lines)


class _Scanned(NamedTuple):
    """What the XML of a sheet says that its cells do not."""

    last_row: int
    merged: tuple[str, ...]
    """Places such as ``A1:B2``."""
    without_value: tuple[str, ...]
    """Cells with a formula whose value was not kept."""


def read_sheet(data: bytes, file: str, sheet: str = "") -> SheetRows:
    """Read a sheet by its name, or the first that is not hidden; ``file`` is for messages."""
    archive = open_archive(data, file)
    if isinstance(archive, Diagnostic):
        return SheetRows(b"", (archive,))
    if problem := _refused(archive, file):
        return SheetRows(b"", (problem,))
    try:
        with catch_warnings(action="ignore"):
            # openpyxl warns of what it leaves out, which no cell shows
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _read(book, archive, file, sheet)
    except _BROKEN:
        return SheetRows(b"", (_error("damaged-file", "This spreadsheet cannot be read: it is damaged.", file),))


def _refused(archive: Archive, file: str) -> Diagnostic | None:
    """Look through all XML before anything reads it."""
    if "xl/workbook.xml" not in archive.members:
        return _error("not-xlsx", "This file is no spreadsheet of Excel (.xlsx).", file)
    left = _ALL_ELEMENTS
    for name in sorted(archive.members):
        if not name.endswith((".xml", ".rels")):
            continue
        data = archive.read(name, _PART_BYTES)
        if isinstance(data, Diagnostic):
            return data
        try:
            left -= check_xml(data, min(_ELEMENTS, left))
        except XmlRefusal as refusal:
            return _error("unusable-file", f'The part "{name[:80]}" of this spreadsheet {refusal}.', file)
    return None


def _read(book: Any, archive: Archive, file: str, sheet: str) -> SheetRows:
    chosen = _chosen(book, file, sheet)
    if isinstance(chosen, Diagnostic):
        return SheetRows(b"", (chosen,))
    scanned = _scan(archive, chosen)
    if scanned.last_row > _LAST_ROW:
        message = f"This sheet has more than {CSV_ROWS:,} rows: its last one is row {scanned.last_row:,}."
        return SheetRows(b"", (_error("too-large", message, file, "Divide it, or delete what stands far below."),))
    problems = [*_told_of_book(book, chosen, file), *_told_of_sheet(scanned, file)]
    chosen.reset_dimensions()
    rows = [
        _without_empty_end([_Shown(cell, file, number, problems).text() for cell in row])
        for number, row in enumerate(chosen.iter_rows(max_row=_LAST_ROW, max_col=CSV_COLUMNS + 1), 1)
    ]
    head = next((number for number, row in enumerate(rows, 1) if row), 0)
    incomplete = frozenset(_at(cell, file).line for cell in scanned.without_value) - {head}
    return SheetRows(_table(rows), tuple(problems), incomplete)


def _chosen(book: Any, file: str, name: str) -> Any:
    """Choose a sheet; a problem where there is none of that name."""
    sheets = [each for each in book.worksheets if hasattr(each, "iter_rows")]
    if not name:
        shown = [each for each in sheets if each.sheet_state == "visible"]
        return (shown or sheets)[0] if sheets else _error("no-sheet", "This spreadsheet has no sheet of cells.", file)
    found = next((each for each in sheets if each.title.casefold() == name.casefold()), None)
    if found is not None:
        return found
    titles = [each.title for each in sheets]
    message = f'There is no sheet "{name[:40]}" in this spreadsheet.{did_you_mean(name, titles)}'
    listed = ", ".join(titles[:10])
    return _error("no-sheet", message, file, f"The sheets are: {listed}.")


def _told_of_book(book: Any, chosen: Any, file: str) -> Iterator[Diagnostic]:
    others = [each.title for each in book.worksheets if each is not chosen]
    if others:
        message = f'Only the sheet "{chosen.title}" is read, and not {_listed([f"“{each}”" for each in others])}.'
        hint = f'To import another one, type: --sheet "{others[0]}"'
        yield Diagnostic("warning", "other-sheets", message, Position(file), hint)


def _told_of_sheet(scanned: _Scanned, file: str) -> Iterator[Diagnostic]:
    if scanned.merged:
        message = f"Merged cells have their words in the first of them only: {_listed(scanned.merged)}."
        hint = "Take the merging apart in the spreadsheet, if each row needs the words."
        yield Diagnostic("warning", "merged-cells", message, _at(scanned.merged[0], file), hint)
    if scanned.without_value:
        message = f"Formulas without a value are left out: {_listed(scanned.without_value)}."
        hint = "Open the spreadsheet in Excel or LibreOffice and save it: the values are kept with it then."
        yield Diagnostic("warning", "formula-without-value", message, _at(scanned.without_value[0], file), hint)


def _at(cell: str, file: str) -> Position:
    found = re.search(r"\d+", cell)
    return Position(file, int(found[0]) if found else 1)


def _listed(words: Sequence[str]) -> str:
    """List a few, and say how many more there are."""
    more = f" and {len(words) - 8} more" if len(words) > 8 else ""
    return ", ".join(words[:8]) + more


def _scan(archive: Archive, sheet: Any) -> _Scanned:
    """Go through the XML of a sheet, which openpyxl knows by the name of its part."""
    data = archive.read(sheet._worksheet_path.lstrip("/"), _PART_BYTES)
    scanner = _Scanner()
    if isinstance(data, bytes):
        check_xml(data, _ELEMENTS, scanner.start, scanner.end, scanner.text)
    return _Scanned(scanner.last_row, tuple(scanner.merged), tuple(scanner.without_value))


class _Scanner:
    """Gathers what is to be told while a sheet is gone through."""

    def __init__(self) -> None:
        self.last_row = 0
        self.merged: list[str] = []
        self.without_value: list[str] = []
        self._cell = ""
        self._is_text = self._has_formula = self._has_value = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        match name.rpartition("}")[2]:
            case "row":
                typed = attributes.get("r", "")
                self.last_row = int(typed) if typed.isdigit() and len(typed) < 9 else self.last_row + 1
            case "c":
                self._cell = attributes.get("r", "")
                self._is_text = attributes.get("t") == "str"  # which may be empty
                self._has_formula = self._has_value = False
            case "f":
                self._has_formula = True
            case "v":
                self._in_value = True
            case "mergeCell":
                self.merged.append(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Leave an element."""
        self._in_value = False
        if name.rpartition("}")[2] == "c" and self._has_formula and not (self._has_value or self._is_text):
            self.without_value.append(self._cell)

    def text(self, text: str) -> None:
        """Take what stands in an element."""
        self._has_value |= self._in_value and bool(text.strip())


class _Shown:
    """A cell, as it is shown."""

    def __init__(self, cell: Any, file: str, row: int, problems: list[Diagnostic]) -> None:
        self._cell, self._file, self._row, self._problems = cell, file, row, problems

    def text(self) -> str:
        """Write what the cell shows, in one line."""
        value = self._cell.value
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case datetime() | date() | time() | timedelta():
                return _moment(value, self._form)
            case int() | float():
                return _number(value, self._form)
            case _ if self._cell.data_type == "e":
                self._tell(f"The cell {self._cell.coordinate} shows the error {value}; it is left out.")
                return ""
            case _:
                return self._words(str(value))

    @property
    def _form(self) -> str:
        return _LITERAL.sub("", str(self._cell.number_format or "")).lower()

    def _words(self, text: str) -> str:
        if len(text) > CSV_CELL_CHARACTERS:
            self._tell(f"The cell {self._cell.coordinate} has more than {CSV_CELL_CHARACTERS:,} characters.")
            return ""
        return " ".join(text.split())

    def _tell(self, message: str) -> None:
        position = Position(self._file, self._row)
        self._problems.append(Diagnostic("warning", "unreadable-cell", message, position, "Look at it in the sheet."))


def _moment(value: datetime | date | time | timedelta, form: str) -> str:
    """Write a day as precisely as its form shows it, in EDTF."""
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    if isinstance(value, timedelta):
        return str(value)
    if "y" in form and "d" not in form and "h" not in form:
        return f"{value:%Y-%m}" if "m" in form else f"{value:%Y}"
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return value.isoformat(" ", "minutes" if not value.second else "seconds")
    return f"{value:%Y-%m-%d}"


def _number(value: float, form: str) -> str:
    """Write a number as it is shown: with the zeros at the head of a code, and in per cent."""
    if (percent := _PERCENT.fullmatch(form)) is not None:
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    if isinstance(value, int) or value.is_integer():
        digits = f"{int(value)}"
        return digits.zfill(len(form)) if _ZEROS.fullmatch(form) else digits
    return f"{value:.15g}"


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows as CSV, all as long as the longest; an empty one is an empty line."""
    width = max(map(len, rows), default=0)
    return b"".join(as_csv([[*row, *[""] * (width - len(row))]]) if row else b"\n" for row in rows)


def _error(kind: str, message: str, file: str, hint: str = EXPORT) -> Diagnostic:
    return Diagnostic("error", kind, message, Position(file), hint)
