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
from briefing.model import ILLEGIBLE
from briefing.reading.limits import CSV_CELL_CHARACTERS, CSV_CELLS, CSV_COLUMNS, CSV_PROBLEMS, CSV_ROWS
from briefing.reading.spreadsheets import EXPORT, begins_as

__all__ = ["ANY_TABLE", "Cell", "CsvTable", "Limits", "delimiter_of", "read_csv_table"]

_DELIMITERS = "\t;,"
"""The first is taken where several would do: a comma may belong to a number or a name."""
_HEAD_CHARACTERS = 20_000
_HEAD_ROWS = 20
"""From which the delimiter is found."""
_SEPARATOR_LINE = re.compile(r"sep=([\t;,|])\n?", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOT_TEXT = re.compile(rf"[{ILLEGIBLE}\ufeff]")
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
"""From one quotation mark to the next that is not doubled; nothing is tried twice."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


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
    whole: bool = True
    """Whether the file was read to its end: not where it has more than the limits allow."""


class Limits(NamedTuple):
    """How much of a table is of use to who asks for it: no more is read."""

    rows: int = CSV_ROWS
    """That of the names not counted."""
    columns: int = CSV_COLUMNS
    """Named in the first row. Of a table with more that row alone is read, and whoever asks says why."""
    reason: str = ""
    """Why there may be no more rows, behind the sentence that says that there are."""
    hint: str = "Take out what is not needed."


ANY_TABLE = Limits()


def read_csv_table(data: bytes, file: str, limits: Limits = ANY_TABLE) -> CsvTable:
    """Read a file that was opened with a limit on its size; ``file`` is its name in messages."""
    text, problem = _decoded(data, file)
    if text is None:
        return CsvTable((), (), (problem,) if problem else ())
    scanner = _scanner(text, file)
    found = [problem] if problem else []
    if isinstance(scanner, Diagnostic):
        return CsvTable((), (), (*found, scanner))
    records, whole = _records(scanner, limits)
    return _table(records, [*found, *scanner.problems], file, whole=whole)


def _decoded(data: bytes, file: str) -> tuple[str | None, Diagnostic | None]:
    """Decode a file; beside a text stands a warning, without one the error."""
    start = Position(file)
    if kind := begins_as(data):
        return None, Diagnostic("error", "not-csv", f"This is {kind}, not CSV.", start, EXPORT)
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return _one_line_end(data.removeprefix(mark).decode(encoding)), None
    except UnicodeDecodeError:
        if mark or b"\x00" in data:
            message = "The letters of this file cannot be read: it is damaged, or no text."
            return None, Diagnostic("error", "not-utf-8", message, start, EXPORT)
    return _western(data, file)


def _western(data: bytes, file: str) -> tuple[str | None, Diagnostic | None]:
    """Decode what Excel saves as plain CSV in Western Europe."""
    try:
        text = _one_line_end(data.decode("cp1252"))
    except UnicodeDecodeError:
        message = "The letters of this file cannot be read: it is neither in UTF-8 nor in Windows-1252."
        return None, Diagnostic("error", "not-utf-8", message, Position(file), EXPORT)
    letter = _BEYOND_ASCII.search(text)
    first = letter.start() if letter else 0
    line, column = text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first)
    word = _word_at(text, first)
    message = f'This file is not in UTF-8; it was read as Windows-1252, with "{word}" here.'
    return text, Diagnostic("warning", "windows-1252", message, Position(file, line, column), f"If wrong: {EXPORT}")


def _word_at(text: str, place: int) -> str:
    before = re.search(r"\w{0,20}\Z", text[max(0, place - 20) : place])
    after = re.match(r"\W?\w{0,20}", text[place : place + 20])
    return (before[0] if before else "") + (after[0] if after else "")


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _scanner(text: str, file: str) -> _Scanner | Diagnostic:
    """Make ready to part a text into cells, if it is one."""
    if odd := _NOT_TEXT.search(text):
        line, column = text.count("\n", 0, odd.start()) + 1, odd.start() - text.rfind("\n", 0, odd.start())
        message = f"There is a character here that is no text (U+{ord(odd[0]):04X})."
        return Diagnostic("error", "unprintable-character", message, Position(file, line, column), EXPORT)
    said = _SEPARATOR_LINE.match(text)
    start = said.end() if said else 0
    return _Scanner(text, file, said[1] if said else delimiter_of(text), start)


def _records(scanner: _Scanner, limits: Limits) -> tuple[list[list[Cell]], bool]:
    """Part a text into rows in which something stands, up to the limits; say whether that is all of it."""
    records: list[list[Cell]] = []
    for record in scanner.records():
        too_many = ""
        if len(records) > limits.rows:
            too_many = f"This file has more than {limits.rows:,} rows{limits.reason}."
        elif scanner.cells > CSV_CELLS:
            too_many = f"This file has more than {CSV_CELLS:,} cells."
        if too_many:
            # Said in any case: nothing below it is read.
            hint = limits.hint if len(records) > limits.rows else ANY_TABLE.hint
            del scanner.problems[CSV_PROBLEMS - 1 :]
            scanner.report("too-large", too_many, record[0].position, hint)
            return records, False
        if any(cell.text for cell in record):
            records.append(record)
        if len(records) == 1 and _used(records[0]) > limits.columns:
            return records, False
    return records, True


def delimiter_of(text: str) -> str:
    """Find what parts the cells of a text: it stands in all of the first rows, and equally often."""
    head = text[:_HEAD_CHARACTERS]
    agreements = {delimiter: _agreement(_lengths(head, delimiter)) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=agreements.__getitem__)
    return best if agreements[best][1] else ","


def _agreement(lengths: Sequence[int]) -> tuple[float, int]:
    """Tell which share of rows has as many cells as the first, and how many; nothing where that is one."""
    if not lengths or lengths[0] < 2:
        return 0.0, 0
    return Counter(lengths)[lengths[0]] / len(lengths), lengths[0]


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
    """Goes through a text row by row, and knows where it is."""

    def __init__(self, text: str, file: str, delimiter: str, start: int) -> None:
        self._text, self._file, self._delimiter = text, file, delimiter
        self._at = start
        self._line = text.count("\n", 0, start) + 1
        self._line_start = start
        self._bare = re.compile(f"[^{delimiter}\\n]*")
        self._blank_lines = re.compile(f"[\\s{delimiter}]*\\n")
        self.cells = 0
        """So many were made, those of the row that was yielded last among them."""
        self.problems: list[Diagnostic] = []

    def report(self, kind: str, message: str, position: Position, hint: str) -> None:
        """Keep an error, unless there are many."""
        if len(self.problems) < CSV_PROBLEMS:
            self.problems.append(Diagnostic("error", kind, message, position, hint))

    def records(self) -> Iterator[list[Cell]]:
        """Yield the rows, without lines on which nothing stands."""
        self._skip_blank_lines()
        while self._at < len(self._text):
            end = self._line_end()
            # Most lines have no quotation mark, and are taken apart at once.
            record = self._by_cells() if '"' in self._text[self._at : end] else self._by_line(end)
            self.cells += len(record)
            yield record
            self._at += 1
            self._line += 1
            self._line_start = self._at
            self._skip_blank_lines()

    def _skip_blank_lines(self) -> None:
        if found := self._blank_lines.match(self._text, self._at):
            self._line += found[0].count("\n")
            self._at = self._line_start = found.end()

    def _by_line(self, end: int) -> list[Cell]:
        """Read a row that is one line up to a place, without quotation marks."""
        texts = self._text[self._at : end].split(self._delimiter, CSV_COLUMNS)
        record = []
        for text in texts[:CSV_COLUMNS]:
            position = self._position()
            record.append(Cell(self._short(text.strip(), position), position))
            self._at += len(text) + 1
        self._at -= 1
        if len(texts) > CSV_COLUMNS:
            self._too_many_cells()
        self._at = end
        return record

    def _by_cells(self) -> list[Cell]:
        """Read a row cell by cell: in quotation marks it goes on over ends of lines."""
        record = [self._cell()]
        while self._text.startswith(self._delimiter, self._at):
            if len(record) == CSV_COLUMNS:
                self._too_many_cells()
                self._at = self._line_end()
                break
            self._at += 1
            record.append(self._cell())
        return record

    def _too_many_cells(self) -> None:
        message = f"This row has more than {CSV_COLUMNS} cells."
        self.report("too-large", message, self._position(), ANY_TABLE.hint)

    def _position(self) -> Position:
        return Position(self._file, self._line, self._at - self._line_start + 1)

    def _line_end(self) -> int:
        found = self._text.find("\n", self._at)
        return len(self._text) if found < 0 else found

    def _cell(self) -> Cell:
        position = self._position()
        text = self._quoted(position) if self._text.startswith('"', self._at) else self._plain()
        return Cell(self._short(text, position), position)

    def _short(self, text: str, position: Position) -> str:
        """Take a text unless it is too long."""
        if len(text) <= CSV_CELL_CHARACTERS:
            return text
        message = f"This cell has more than {CSV_CELL_CHARACTERS:,} characters."
        self.report("too-large", message, position, "Make it shorter.")
        return ""

    def _plain(self) -> str:
        found = self._bare.match(self._text, self._at)
        text = found[0] if found else ""
        self._at += len(text)
        return text.strip()

    def _quoted(self, position: Position) -> str:
        """Read from one quotation mark to the next that is not doubled."""
        found = _QUOTED.match(self._text, self._at)
        if found is None:
            hint = 'End it with ", or write a mark that is text twice: "".'
            message = "The quotation mark that begins this cell has no partner."
            self.report("unclosed-quotation", message, position, hint)
            self._at = len(self._text)
            return ""
        raw = found[1]
        self._line += raw.count("\n")
        if "\n" in raw:
            self._line_start = self._at + 1 + raw.rfind("\n") + 1
        self._at = found.end()
        if rest := self._plain():
            hint = 'Write a quotation mark that is text twice, inside the others: "the ""new"" law".'
            message = f'"{rest[:40]}" stands behind the quotation mark that ends this cell.'
            self.report("text-after-quotation", message, position, hint)
        return raw.replace('""', '"')


def _table(records: Sequence[Sequence[Cell]], problems: list[Diagnostic], file: str, *, whole: bool) -> CsvTable:
    if not records:
        if not errors_of(problems):
            hint = "Write names in the first row, and below it a row for each thing."
            problems.append(Diagnostic("error", "empty-file", "This file is empty.", Position(file), hint))
        return CsvTable((), (), tuple(problems), whole)
    width = _used(records[0])
    if all(_used(record) <= len(records[0]) for record in records):
        # A column without a name counts where something stands in it.
        width = max(width, *map(_used, records))
    rows, odd = [], list[Diagnostic]()
    for record in records[1:]:
        problem = _other_length(record, width)
        if problem:
            odd.append(problem)
        else:
            rows.append(_as_long(record, width))
    return CsvTable(
        _as_long(records[0], width), tuple(rows), (*problems, *odd[: max(0, CSV_PROBLEMS - len(problems))]), whole
    )


def _used(record: Sequence[Cell]) -> int:
    """Count the cells up to the last in which something stands."""
    return next((count for count in range(len(record), 0, -1) if record[count - 1].text), 0)


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
