"""A table of the document → a table of a Word file, its head repeated on each page.

See: ECMA-376-1, 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.exporting.docx.xml import Xml, node, switch, valued
from briefing.model import Element, Node, plain_text

__all__ = ["Cell", "Table", "table_of"]

_TWIPS = 20
"""Of a point."""
_LEAST, _MOST, _ROOM = 6, 60, 4
"""Letters that a column is taken to have at least and at most, for the width that it gets."""


class Cell(NamedTuple):
    """A cell, before what is in it is written."""

    element: Element
    columns: int
    width: float
    """Points."""
    stressed: bool


class _Row(NamedTuple):
    cells: tuple[Cell, ...]
    head: bool


class Table(NamedTuple):
    """A table, before what is in its cells is written."""

    caption: tuple[Node, ...]
    rows: tuple[_Row, ...]
    widths: tuple[float, ...]
    """Of its columns, in points."""

    def cells(self) -> Iterator[Cell]:
        """Yield the cells in the order in which they are read."""
        return (cell for row in self.rows for cell in row.cells)

    def element(self, contents: Iterable[Sequence[Xml]], *, mirrored: bool) -> Xml:
        """Write ``w:tbl``; ``contents`` is what is in each of the cells, in their order."""
        written = iter(contents)
        grid = node("w:tblGrid", {}, *(node("w:gridCol", {"w:w": _twips(width)}) for width in self.widths))
        rows = (self._row(row, written) for row in self.rows)
        return node("w:tbl", {}, self._properties(mirrored=mirrored), grid, *rows)

    def _properties(self, *, mirrored: bool) -> Xml:
        shows = {"firstRow": str(int(any(row.head for row in self.rows))), "noHBand": "1", "noVBand": "1"}
        parts = [
            valued("w:tblStyle", "BriefingTable"),
            node("w:tblW", {"w:w": _twips(sum(self.widths)), "w:type": "dxa"}),
            node("w:tblLayout", {"w:type": "fixed"}),
            node("w:tblLook", {f"w:{name}": value for name, value in shows.items()}),
        ]
        parts += switch("w:bidiVisual") if mirrored else ()
        words = " ".join("".join(map(plain_text, self.caption)).split())
        parts += [valued("w:tblCaption", words)] if words else []
        return node("w:tblPr", {}, *parts)

    @staticmethod
    def _row(row: _Row, contents: Iterator[Sequence[Xml]]) -> Xml:
        properties = switch("w:cantSplit", *(("w:tblHeader",) if row.head else ()))
        cells = (_cell(cell, next(contents)) for cell in row.cells)
        return node("w:tr", {}, node("w:trPr", {}, *properties), *cells)


def _cell(cell: Cell, content: Sequence[Xml]) -> Xml:
    parts = [node("w:tcW", {"w:w": _twips(cell.width), "w:type": "dxa"})]
    parts += [valued("w:gridSpan", cell.columns)] if cell.columns > 1 else []
    return node("w:tc", {}, node("w:tcPr", {}, *parts), *content)


def table_of(element: Element, width: float) -> Table:
    """Read a table that is to be set within a width in points."""
    parts = [part for part in element.children if isinstance(part, Element)]
    caption = next((part.children for part in parts if part.tag == "caption"), ())
    found = [(part.tag == "thead", row) for part in parts if part.tag != "caption" for row in _elements(part)]
    widths = _widths([_elements(row) for _, row in found], width)
    return Table(caption, tuple(_Row(tuple(_cells(row, widths)), head) for head, row in found), widths)


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _cells(row: Element, widths: Sequence[float]) -> Iterator[Cell]:
    first = 0
    for cell in _elements(row):
        columns = int(cell.get("colspan", "1"))
        yield Cell(cell, columns, sum(widths[first : first + columns]), "stressed" in row.classes)
        first += columns


def _widths(rows: Sequence[Sequence[Element]], width: float) -> tuple[float, ...]:
    """Share the width among the columns by what stands in them."""
    letters = [0.0] * max((sum(int(cell.get("colspan", "1")) for cell in row) for row in rows), default=1)
    for row in rows:
        column = 0
        for cell in row:
            columns = int(cell.get("colspan", "1"))
            if columns == 1:
                letters[column] = max(letters[column], min(len(plain_text(cell)), _MOST), _longest_word(cell))
            column += columns
    shares = [max(count, _LEAST) for count in letters]
    return tuple(width * share / sum(shares) for share in shares)


def _longest_word(cell: Element) -> int:
    """Letters that should stay on one line, with some room for bold ones."""
    return min(_MOST, max((len(word) + _ROOM for word in plain_text(cell).split()), default=0))


def _twips(points: float) -> str:
    return str(max(1, round(points * _TWIPS)))
