"""The lines of a CSV file → its names, and its rows. See: RFC 4180."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import MappingProxyType

from briefing.errors import ContentError, Diagnostic, Position
from briefing.reading.csv_table import delimiter_of
from briefing.recipients.recipient import MOST_FIELDS, Field, Recipient, Row, field_name, wrong_value

__all__ = ["Delimited"]

_HEAD_LINES = 40
"""From which it is found what parts the cells."""
_SAID = re.compile(r"sep=([\t;,|])\r?\n?\Z", re.IGNORECASE)
"""What Excel writes on the first line for itself."""
_PARTNER = 'End each cell that begins with a quotation mark with another, and write one that is text twice: "".'


class Delimited:
    """A file of CSV; ``lines`` gives its lines from the beginning, as often as it is called."""

    def __init__(self, lines: Callable[[], Iterator[str]], file: str) -> None:
        """Read the names at its head.

        Raises:
            ContentError: with all that is wrong with them.
        """
        self._lines, self._file = lines, file
        head = list(islice(lines(), _HEAD_LINES))
        said = _SAID.match(head[0]) if head else None
        self._above = 1 if said else 0
        self._delimiter = said[1] if said else delimiter_of("".join(head).replace("\r\n", "\n").replace("\r", "\n"))
        self._columns, self._width = self._named()
        self.fields = tuple(self._columns.values())

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the names, without those in which nothing stands."""
        records = self._records()
        next(records)
        for line, found in records:
            yield found if isinstance(found, Diagnostic) else self._row(line, found)

    def _records(self) -> Iterator[tuple[int, Sequence[str] | Diagnostic]]:
        """Yield cells, with the number of the line on which they begin."""
        lines = islice(self._lines(), self._above, None)
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        while True:
            line = reader.line_num + self._above + 1
            try:
                cells = next(reader, None)
            except csv.Error:
                message = "The quotation marks of this row cannot be told apart."
                yield line, Diagnostic("error", "unclosed-quotation", message, Position(self._file, line), _PARTNER)
                continue
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield line, cells

    def _named(self) -> tuple[dict[int, Field], int]:
        line, head = next(self._records(), (1, ()))
        if isinstance(head, Diagnostic):
            raise ContentError(head)
        position = Position(self._file, line)
        if not head:
            hint = "Write the names of the columns on the first line, and below it one row for each person."
            raise ContentError(Diagnostic("error", "empty-file", "This list is empty.", position, hint))
        if len(head) > MOST_FIELDS:
            message = f"This list has more than {MOST_FIELDS} columns."
            raise ContentError(Diagnostic("error", "too-large", message, position, "Take out what is not needed."))
        named = {index: Field(field_name(title), title.strip(), position) for index, title in enumerate(head)}
        problems = tuple(_wrong_names(named.values()))
        if problems:
            raise ContentError(*problems)
        return {index: field for index, field in named.items() if field.name}, len(head)

    def _row(self, line: int, cells: Sequence[str]) -> Row:
        position = Position(self._file, line)
        if len(cells) != self._width:
            cells_here = f"{len(cells)} cell{'' if len(cells) == 1 else 's'}"
            message = f"This row has {cells_here}, and the first row names {self._width}."
            hint = 'Put a text that holds the sign between the cells in quotation marks: "Smith, Jones".'
            return Diagnostic("error", "other-length", message, position, hint)
        values = {}
        for index, field in self._columns.items():
            value = cells[index].strip().replace("\r\n", "\n").replace("\r", "\n")
            if problem := wrong_value(value, field, position):
                return problem
            values[field.name] = value
        return Recipient(MappingProxyType(values), line)


def _wrong_names(fields: Iterable[Field]) -> Iterator[Diagnostic]:
    """Say which columns cannot be told apart."""
    seen: dict[str, Field] = {}
    for field in fields:
        if field.title and not field.name:
            message, hint = f'"{field.title[:40]}" has no letters.', "Write what the column holds in the first row."
            yield Diagnostic("error", "unnamed-column", message, field.position, hint)
        elif field.name in seen:
            message = f'The columns "{seen[field.name].title[:40]}" and "{field.title[:40]}" have the same name.'
            yield Diagnostic("error", "repeated-column", message, field.position, "Give one of them another name.")
        elif field.name:
            seen[field.name] = field
