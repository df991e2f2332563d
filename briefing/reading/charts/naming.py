"""Names of rows and columns in the language of an edition: a CSV file with the original's name and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.reading.csv_table import Cell, CsvTable, Limits

__all__ = ["NAMES", "Naming", "read_naming", "unnamed"]

NAMES = Limits(columns=2)
"""What is read of such a file."""
_MOST_TOLD = 10


class Naming(NamedTuple):
    """What things are called."""

    names: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    def of(self, name: str) -> str:
        """What a thing is called here; by its own name where nothing else is said."""
        return self.names.get(name, name)


def read_naming(table: CsvTable) -> Naming:
    """Read pairs of names; the first row is a pair as well."""
    records: Sequence[tuple[Cell, ...]] = (table.header, *table.rows)
    if not table.header or len(table.header) == 2:
        names = {row[0].text: row[1].text for row in records if row and row[0].text and row[1].text}
        return Naming(names, table.diagnostics)
    message = f"This file has {len(table.header)} columns, and names stand in two."
    hint = "Write in each row a name of the original, and what it is called here."
    problem = Diagnostic("error", "wrong-shape", message, table.header[0].position, hint)
    return Naming({}, (*table.diagnostics, problem))


def unnamed(cells: Iterable[Cell], naming: Naming, file: str) -> Iterator[Diagnostic]:
    """Warn of names that stay as the original has them."""
    missing = [cell for cell in cells if cell.text and cell.text not in naming.names]
    for cell in missing[:_MOST_TOLD]:
        message = f'{file} does not say what "{cell.text[:60]}" is called: it stays as it is.'
        yield Diagnostic("warning", "not-translated", message, cell.position, "Add a row with this name.")
