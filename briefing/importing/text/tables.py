"""Lines of columns, parted by tabs or set below each other with spaces → a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.errors import Position
from briefing.importing.text.lines import Group, starts_item
from briefing.model import Element

__all__ = ["table_of"]

_MOST_COLUMNS = 30
_SHARE = 0.6
"""Of the lines of a table that have tabs: a row may end after its first cell."""
_FEWEST_ALIGNED = 3
"""Rows of a table whose columns are parted by spaces alone."""


def table_of(lines: Group, position: Position) -> Element | None:
    """Make a table of lines that have the same columns, the first its head; ``None`` where they are no table."""
    rows = _by_tabs(lines) or _by_spaces(lines)
    if rows is None:
        return None
    heads = _row("th", rows[0], position)
    body = tuple(
        _row("td", row, Position(position.file, line.number)) for line, row in zip(lines[1:], rows[1:], strict=True)
    )
    return Element(
        "table", (Element("thead", (heads,), {}, position), Element("tbody", body, {}, body[0].position)), {}, position
    )


def _by_tabs(lines: Group) -> list[list[str]] | None:
    rows = [line.text.strip(" ").split("\t") for line in lines]
    width = max(map(len, rows))
    parted = sum(len(row) > 1 for row in rows)
    if not 2 <= width <= _MOST_COLUMNS or len(rows[0]) < 2 or parted < max(2, _SHARE * len(rows)):
        return None
    if starts_item(lines[0].text):
        return None
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def _by_spaces(lines: Group) -> list[list[str]] | None:
    """Part lines where two spaces or more stand in the same column of each."""
    if len(lines) < _FEWEST_ALIGNED or any(starts_item(line.text) for line in lines):
        return None
    rows = [re.split(r"\s{2,}", line.text.strip()) for line in lines]
    width = len(rows[0])
    if not 2 <= width <= _MOST_COLUMNS or any(len(row) != width for row in rows):
        return None
    return rows


def _row(tag: str, cells: Sequence[str], position: Position) -> Element:
    attributes = {"scope": "col"} if tag == "th" else {}
    return Element("tr", tuple(Element(tag, (cell,), attributes, position) for cell in cells), {}, position)
