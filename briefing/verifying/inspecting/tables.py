"""A Table element → its rows, and for each cell the texts of the cells that head its column.

See: ISO 32000-1, 14.8.4.3.4 (table elements), 14.8.5.7 (attributes of cells); ISO 14289-1, 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.verifying.findings import Tag
from briefing.verifying.inspecting.tags import text_of

__all__ = ["ROWS", "Cell", "Grid", "grid_of"]

_GROUPS = ("THead", "TBody", "TFoot")
ROWS = ("TR", *_GROUPS)
"""Types that are or hold rows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it stands."""

    tag: Tag
    column: int
    """Its first, from 0."""
    headers: tuple[str, ...]
    """Texts of the cells that head it, from the top down."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int


@dataclass(slots=True)
class _Heads:
    """The cells that head each column at a row."""

    texts: dict[int, list[str]] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    """Row of the latest head cell of a column."""

    def above(self, column: int) -> tuple[str, ...]:
        return tuple(self.texts.get(column, ()))

    def take(self, row: int, cell: Cell) -> None:
        """Add a head cell: below another it is one more, further down it takes over."""
        text = text_of(cell.tag)
        for column in range(cell.column, cell.column + cell.tag.columns):
            if self.last.get(column) != row - 1:
                self.texts[column] = []
            self.last[column] = row + cell.tag.rows - 1
            if text:
                self.texts[column].append(text)


def grid_of(table: Tag) -> Grid:
    """Put the cells of a table where they stand, with what heads them."""
    heads, named = _Heads(), _named(table)
    blocked: dict[int, int] = {}
    rows = []
    for number, (tags, in_head) in enumerate(_rows(table)):
        row = tuple(_placed(number, tags, blocked, heads, named))
        for cell in row:
            if _heads_column(cell.tag, row, first=in_head or number == 0):
                heads.take(number, cell)
        rows.append(row)
    return Grid(tuple(rows), max((cell.column + cell.tag.columns for row in rows for cell in row), default=0))


def _rows(table: Tag) -> Iterator[tuple[list[Tag], bool]]:
    """Give the cells of each row, and whether it stands in the head of the table."""
    for child in _elements(table):
        if child.role == "TR":
            yield _cells(child), False
        elif child.role in _GROUPS:
            yield from ((_cells(row), child.role == "THead") for row in _elements(child) if row.role == "TR")


def _elements(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.children if isinstance(child, Tag))


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in _elements(row) if cell.role in ("TH", "TD")]


def _placed(
    number: int, tags: Sequence[Tag], blocked: dict[int, int], heads: _Heads, named: dict[str, str]
) -> Iterator[Cell]:
    """Place the cells of a row in the columns that no cell from above takes."""
    column = 0
    for tag in tags:
        while blocked.get(column, 0) > number:
            column += 1
        own = tuple(named[each] for each in tag.headers if each in named)
        yield Cell(tag, column, own or heads.above(column))
        for taken in range(column, column + tag.columns):
            blocked[taken] = number + tag.rows
        column += tag.columns


def _heads_column(tag: Tag, row: Sequence[Cell], *, first: bool) -> bool:
    if tag.role != "TH" or tag.scope == "Row":
        return False
    return tag.scope in ("Column", "Both") or first or all(cell.tag.role == "TH" for cell in row)


def _named(table: Tag) -> dict[str, str]:
    """Texts of the cells that others may name as their heads."""
    return {cell.id: text_of(cell) for tags, _ in _rows(table) for cell in tags if cell.id}
