"""The bytes of a CSV file → cells that know their places, or every reason why not.

Read is what people have: UTF-8 with or without a byte order mark, UTF-16 with one, Windows-1252 with a warning; commas,
semicolons or tabs, found from the first rows or said by Excel's line ``sep=;``; cells in quotation marks, in which
commas, line ends and doubled marks are text. See: RFC 4180. Nothing is guessed about what a cell means.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.reading.limits import CSV_CELL_CHARACTERS, CSV_COLUMNS, CSV_ROWS

__all__ = ["Cell", "CsvTable", "read_csv_table"]

_DELIMITERS = "\t;,"
"""The first is taken where several would do: a comma may belong to a number or a name."""
_HEAD_CHARACTERS = 20_000
_HEAD_ROWS = 20
"""From which the delimiter is found."""
_SEPARATOR_LINE = re.compile(r"sep=([\t;,|])\n?", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_OTHER_FILES = (
    (b"PK\x03\x04", "a spreadsheet (or another packed file)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF", "a PDF file"),
)
_LAST_OF_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_NOT_TEXT = re.compile(
    f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff{_LAST_OF_PLANES}]"
)
_EXPORT = 'Open it in a spreadsheet and save it as "CSV UTF-8".'
_MOST_PROBLEMS = 20
"""Told of one file: the twenty-first row of another length says nothing new."""


class Cell(NamedTuple):
    """What stands in one cell."""

    text: str
    """Without white space around it, unless in quotation marks; every line end is a line feed."""
    position: Position
    """Of its first character, a quotation mark counted."""


class CsvTable(NamedTuple):
    """A file with a row of names at its head. All rows are as long as that one."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Without those in which nothing stands."""
    diagnostics: tuple[Diagnostic, ...]
    """With an error among them, the rows are those that could be read."""


def read_csv_table(data: bytes, file: str) -> CsvTable:
    """Read a file that was opened with a limit on its size; ``file`` is its name in messages."""
    text, problem = _decoded(data, file)
    if text is None:
        return CsvTable((), (), (problem,) if problem else ())
    records, problems = _records(text, file)
    found = [problem] if problem else []
    return _table(records, [*found, *problems], file)


def _decoded(data: bytes, file: str) -> tuple[str | None, Diagnostic | None]:
    """Decode a file; beside a text stands a warning, without one the error."""
    start = Position(file)
    for beginning, kind in _OTHER_FILES:
        if data.startswith(beginning):
            return None, Diagnostic("error", "not-csv", f"This is {kind}, not CSV.", start, _EXPORT)
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return _one_line_end(data.removeprefix(mark).decode(encoding)), None
    except UnicodeDecodeError:
        if mark or b"\x00" in data:
            message = "The letters of this file cannot be read: it is damaged, or no text."
            return None, Diagnostic("error", "not-utf-8", message, start, _EXPORT)
    return _western(data, file)


def _western(data: bytes, file: str) -> tuple[str | None, Diagnostic | None]:
    """Decode what Excel saves as plain CSV in Western Europe."""
    try:
        text = _one_line_end(data.decode("cp1252"))
    except UnicodeDecodeError:
        message = "The letters of this file cannot be read: it is neither in UTF-8 nor in Windows-1252."
        return None, Diagnostic("error", "not-utf-8", message, Position(file), _EXPORT)
    first = next(index for index, letter in enumerate(text) if ord(letter) > 127)
    line, column = text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first)
    word = _word_at(text, first)
    message = f'This file is not in UTF-8; it was read as Windows-1252, with "{word}" here.'
    return text, Diagnostic("warning", "windows-1252", message, Position(file, line, column), f"If wrong: {_EXPORT}")


def _word_at(text: str, place: int) -> str:
    before = re.search(r"\w{0,20}\Z", text[max(0, place - 20) : place])
    after = re.match(r"\W?\w{0,20}", text[place : place + 20])
    return (before[0] if before else "") + (after[0] if after else "")


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _records(text: str, file: str) -> tuple[list[list[Cell]], list[Diagnostic]]:
    """Part a text into rows of cells, up to the limits."""
    if odd := _NOT_TEXT.search(text):
        line, column = text.count("\n", 0, odd.start()) + 1, odd.start() - text.rfind("\n", 0, odd.start())
        message = f"There is a character here that is no text (U+{ord(odd[0]):04X})."
        return [], [Diagnostic("error", "unprintable-character", message, Position(file, line, column), _EXPORT)]
    said = _SEPARATOR_LINE.match(text)
    start = said.end() if said else 0
    scanner = _Scanner(text, file, said[1] if said else _delimiter(text[:_HEAD_CHARACTERS]), start)
    records: list[list[Cell]] = []
    for record in scanner.records():
        if not any(cell.text for cell in record):
            continue
        if len(records) > CSV_ROWS:
            message = f"This file has more than {CSV_ROWS:,} rows."
            scanner.report("too-large", message, record[0].position, "Take out what is not needed.")
            break
        records.append(record)
    return records, scanner.problems


def _delimiter(head: str) -> str:
    """Find what parts the cells: it stands in all of the first rows, and equally often."""

    def agreement(delimiter: str) -> tuple[float, int]:
        lengths = _lengths(head, delimiter)
        if not lengths or lengths[0] < 2:
            return 0.0, 0
        return Counter(lengths)[lengths[0]] / len(lengths), lengths[0]

    return max(_DELIMITERS, key=agreement) if any(agreement(each)[1] for each in _DELIMITERS) else ","


def _lengths(head: str, delimiter: str) -> list[int]:
    """Count the cells of the first rows that are not empty."""
    lengths = []
    for record in _Scanner(head, "", delimiter, 0).records():
        if any(cell.text for cell in record):
            lengths.append(len(record))
        if len(lengths) == _HEAD_ROWS:
            break
    return lengths


class _Scanner:
    """Goes through a text cell by cell, and knows where it is."""

    def __init__(self, text: str, file: str, delimiter: str, start: int) -> None:
        self._text, self._file, self._delimiter = text, file, delimiter
        self._at = start
        self._line = text.count("\n", 0, start) + 1
        self._line_start = start
        self._bare = re.compile(f"[^{delimiter}\\n]*")
        self.problems: list[Diagnostic] = []

    def report(self, kind: str, message: str, position: Position, hint: str) -> None:
        """Keep an error, unless there are many."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Diagnostic("error", kind, message, position, hint))

    def records(self) -> Iterator[list[Cell]]:
        """Yield the rows, empty ones among them."""
        record: list[Cell] = []
        while self._at < len(self._text) or record:
            record.append(self._cell())
            if self._at < len(self._text) and self._text[self._at] == self._delimiter and len(record) < CSV_COLUMNS:
                self._at += 1
                if self._at == len(self._text):
                    record.append(Cell("", self._position()))
                    yield record
                    return
                continue
            if self._at < len(self._text) and self._text[self._at] == self._delimiter:
                hint = "Take out what is not needed."
                message = f"This row has more than {CSV_COLUMNS} cells."
                self.report("too-large", message, self._position(), hint)
                self._at = self._line_end()
            yield record
            record = []
            self._end_line()

    def _position(self) -> Position:
        return Position(self._file, self._line, self._at - self._line_start + 1)

    def _line_end(self) -> int:
        found = self._text.find("\n", self._at)
        return len(self._text) if found < 0 else found

    def _end_line(self) -> None:
        self._at += 1
        self._line += 1
        self._line_start = self._at

    def _cell(self) -> Cell:
        position = self._position()
        text = self._quoted(position) if self._text.startswith('"', self._at) else self._plain()
        if len(text) > CSV_CELL_CHARACTERS:
            message = f"This cell has more than {CSV_CELL_CHARACTERS:,} characters."
            self.report("too-large", message, position, "Make it shorter.")
            text = ""
        return Cell(text, position)

    def _plain(self) -> str:
        found = self._bare.match(self._text, self._at)
        text = found[0] if found else ""
        self._at += len(text)
        return text.strip()

    def _quoted(self, position: Position) -> str:
        """Read from one quotation mark to the next that is not doubled."""
        end = self._at + 1
        while True:
            end = self._text.find('"', end)
            if end < 0:
                hint = 'End it with ", or write a mark that is text twice: "".'
                self.report("unclosed-quotation", "The quotation mark that begins this cell has no partner.",
                            position, hint)  # fmt: skip
                self._at = len(self._text)
                return ""
            if not self._text.startswith('""', end):
                break
            end += 2
        raw = self._text[self._at + 1 : end]
        self._line += raw.count("\n")
        if "\n" in raw:
            self._line_start = self._at + 1 + raw.rfind("\n") + 1
        self._at = end + 1
        if rest := self._plain():
            hint = 'Write a quotation mark that is text twice, inside the others: "the ""new"" law".'
            message = f'"{rest[:40]}" stands behind the quotation mark that ends this cell.'
            self.report("text-after-quotation", message, position, hint)
        return raw.replace('""', '"')


def _table(records: Sequence[Sequence[Cell]], problems: list[Diagnostic], file: str) -> CsvTable:
    if not records:
        if not errors_of(problems):
            hint = "Write names in the first row, and below it a row for each thing."
            problems.append(Diagnostic("error", "empty-file", "This file is empty.", Position(file), hint))
        return CsvTable((), (), tuple(problems))
    width = max((index for index, cell in enumerate(records[0], start=1) if cell.text), default=0)
    if all(_used(record) <= len(records[0]) for record in records):
        # A column without a name counts where something stands in it.
        width = max(width, *map(_used, records))
    rows, odd = [], []
    for record in records[1:]:
        problem = _other_length(record, width)
        if problem:
            odd.append(problem)
        else:
            rows.append(_as_long(record, width))
    return CsvTable(_as_long(records[0], width), tuple(rows), (*problems, *odd[:_MOST_PROBLEMS]))


def _used(record: Sequence[Cell]) -> int:
    """Count the cells up to the last in which something stands."""
    return max((index for index, cell in enumerate(record, start=1) if cell.text), default=0)


def _as_long(record: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return tuple(record[:width])


def _other_length(record: Sequence[Cell], width: int) -> Diagnostic | None:
    """Say where a row has more cells than the first, or fewer."""
    used = _used(record)
    cells = f"{used} cell{'' if used == 1 else 's'}"
    if used > width:
        message = f"This row has {cells}, and the first row names {width}."
        hint = 'Put a number or a name with a comma in it in quotation marks: "1,234".'
        return Diagnostic("error", "other-length", message, record[width].position, hint)
    if len(record) < width:
        message = f"This row has {len(record)} of {width} cells."
        hint = "Write the sign between the cells for an empty cell, too."
        return Diagnostic("error", "other-length", message, record[0].position, hint)
    return None
