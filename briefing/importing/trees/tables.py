"""Tables with their captions; tables that only place things.

A table of ours has at most one row of headings and in every row as many cells as in the others: a heading that spans
several columns is said in each, another cell that spans several leaves the rest empty; one that spans several rows is
said in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position
from briefing.importing.trees.figures import caption_of
from briefing.importing.trees.inline import inline_nodes, run_of, tidied
from briefing.importing.trees.surroundings import Surroundings, is_unseen, words_of
from briefing.model import Element, Node
from briefing.reading.limits import CSV_CELLS, CSV_COLUMNS

__all__ = ["cells_of_layout", "is_layout", "table_of"]

_LONG = 400
"""Characters in a cell of a table that has to be one of words, not of facts."""
_LONGEST_REPEATED = 100
"""Characters of a cell that is said in each row that it spans."""
_PARTS = frozenset({"h1", "h2", "h3", "h4", "table", "article", "section", "figure", "nav", "form", "dl", "blockquote"})
"""What stands in the cells of a table that only places things."""


class _Cell(NamedTuple):
    nodes: tuple[Node, ...]
    heading: bool
    across: int
    down: int
    element: HtmlElement


def is_layout(table: HtmlElement) -> bool:
    """Tell whether a table only places things on the page."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if table.find("caption") is not None or next(table.iter("th"), None) is not None:
        return False
    cells = [cell for row in _rows(table) for cell in _cell_elements(row)]
    across = max((len(_cell_elements(row)) for row in _rows(table)), default=0)
    return across < 2 or any(_holds_parts(cell) for cell in cells)


def _holds_parts(cell: HtmlElement) -> bool:
    if any(each.tag in _PARTS for each in cell.iterdescendants()):
        return True
    return sum(1 for _ in cell.iter("p", "li", "img")) > 1 or len(words_of(cell)) > _LONG


def cells_of_layout(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the cells of a table that only places things, row by row."""
    for row in _rows(table):
        yield from _cell_elements(row)


def table_of(table: HtmlElement, around: Surroundings, caption: tuple[Node, ...] = ()) -> Element | None:
    """Make a table; ``None`` where there are no words in it."""
    rows = [row for row in (_cells(row, around) for row in _rows(table)) if any(cell.nodes for cell in row)]
    if not rows:
        return None
    heads = _heads(table, rows)
    grid = _grid(rows, heads)
    width = max(map(len, grid))
    filled = [[*row, *[_EMPTY] * (width - len(row))] for row in grid]
    position = around.position(table)
    _report(table, rows[len(grid) :], around)
    _report_long([cell for row in rows[heads : len(grid) - 1] for cell in row], around)
    own = next((caption_of(each, around) for each in table.findall("caption")), ())
    parts = [Element("caption", own or caption, {}, position)] if own or caption else []
    if heads and len(filled) > heads:
        parts.append(Element("thead", (_row(_one_head(filled[:heads]), "th", position),), {}, position))
        filled = filled[heads:]
    body = tuple(_row(row, "td", position) for row in filled)
    return Element("table", (*parts, Element("tbody", body, {}, position)), {}, position)


_EMPTY: tuple[Node, ...] = ()


def _report(table: HtmlElement, left_out: list[list[_Cell]], around: Surroundings) -> None:
    """Say what a table has beyond the limits."""
    if any(_goes_beyond(_cell_elements(row)) for row in _rows(table)):
        message = f"This table has more than {CSV_COLUMNS} columns; those behind are left out."
        hint = "Put them into a table of their own."
        around.report(Diagnostic("warning", "table-too-wide", message, around.position(table), hint))
    if left_out:
        message = f"This table has more than {CSV_CELLS:,} cells; its rows from here on are left out."
        position = around.position(left_out[0][0].element)
        around.report(Diagnostic("warning", "table-too-long", message, position, "Put them into a table of their own."))


def _report_long(cells: Iterable[_Cell], around: Surroundings) -> None:
    """Say of the first cell that is too long to be said in each row that it spans."""
    cell = next((cell for cell in cells if cell.down > 1 and not _is_short(cell)), None)
    if cell is not None:
        message = "Cells of this table span several rows; those that say much are said in the first of them alone."
        hint = "Write in the empty cells what belongs there."
        around.report(Diagnostic("warning", "cells-merged", message, around.position(cell.element), hint))


def _goes_beyond(cells: Iterable[HtmlElement]) -> bool:
    """Tell whether a cell that says something begins behind the last column that there can be."""
    column = 0
    for cell in cells:
        if column >= CSV_COLUMNS and words_of(cell):
            return True
        column += _span(cell, "colspan")
    return False


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the rows of a table, not those of tables in it."""
    for child in table:
        if is_unseen(child):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr" and not is_unseen(row))


def _cell_elements(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"} and not is_unseen(cell)]


def _cells(row: HtmlElement, around: Surroundings) -> list[_Cell]:
    return [
        _Cell(
            inline_nodes(tuple(run_of(cell)), around),
            cell.tag == "th",
            _span(cell, "colspan"),
            _span(cell, "rowspan"),
            cell,
        )
        for cell in _cell_elements(row)[:CSV_COLUMNS]
    ]


def _span(cell: HtmlElement, name: str) -> int:
    typed = cell.get(name, "1").strip()
    return min(max(int(typed), 1), CSV_COLUMNS) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1


def _heads(table: HtmlElement, rows: list[list[_Cell]]) -> int:
    """Count the rows of headings at the top."""
    count = 0
    for row in rows:
        below_head = row[0].element.getparent().getparent().tag == "thead"
        if not below_head and not all(cell.heading or not cell.nodes for cell in row):
            break
        count += 1
    return count if count < len(rows) else 0


def _grid(rows: list[list[_Cell]], heads: int) -> list[list[tuple[Node, ...]]]:
    """Give each cell its column, the spans of those before and above it counted; columns without a cell are none."""
    grid: list[list[tuple[Node, ...]]] = []
    reach: dict[int, tuple[int, tuple[Node, ...]]] = {}
    left, width = CSV_CELLS, 0
    for number, row in enumerate(rows):
        below = len(rows) - number - 1
        placed: list[tuple[Node, ...]] = []
        for cell in row:
            _skip(placed, reach)
            width = max(width, len(placed) + 1) if len(placed) < CSV_COLUMNS else width
            for step in range(min(cell.across, max(CSV_COLUMNS - len(placed), 0))):
                if down := min(cell.down - 1, below):
                    is_said = number >= heads and step == 0 and _is_short(cell)
                    reach[len(placed)] = down, cell.nodes if is_said else _EMPTY
                placed.append(cell.nodes if step == 0 or number < heads else _EMPTY)
        _skip(placed, reach)
        left -= len(placed)
        if left < 0:
            break
        grid.append(placed)
    return [placed[:width] for placed in grid]


def _is_short(cell: _Cell) -> bool:
    return len(words_of(cell.element)) <= _LONGEST_REPEATED


def _skip(placed: list[tuple[Node, ...]], reach: dict[int, tuple[int, tuple[Node, ...]]]) -> None:
    """Go on behind what reaches down from the rows above."""
    while (column := len(placed)) in reach:
        rows, said = reach[column]
        placed.append(said)
        if rows > 1:
            reach[column] = rows - 1, said
        else:
            del reach[column]


def _one_head(rows: list[list[tuple[Node, ...]]]) -> list[tuple[Node, ...]]:
    """Say in one row what several rows of headings say, from above to below."""
    columns = zip(*rows, strict=True)
    return [tidied(node for part in dict.fromkeys(column) if part for node in (*part, " ")) for column in columns]


def _row(cells: list[tuple[Node, ...]], tag: str, position: Position) -> Element:
    attributes = {"scope": "col"} if tag == "th" else {}
    return Element("tr", tuple(Element(tag, cell, dict(attributes), position) for cell in cells), {}, position)
