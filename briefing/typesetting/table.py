"""Tables: ReportLab's, with our blocks in the cells, a row a strip, the head repeated on each page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any, NamedTuple

from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from briefing.errors import Position
from briefing.theme import Rule, Style, components
from briefing.typesetting.blocks import Block, Strip
from briefing.typesetting.recorder import Recorder

__all__ = ["Cell", "TableBlock", "TableRow"]


_NARROWEST = 12.0
"""Points; an empty column."""
_LONGEST_WORD = 40 * 72 / 25.4
"""Points; only a word that is longer is cut in a cell."""
_SHORT = 5
"""Rows under the head of a table that stays whole."""


class Cell(NamedTuple):
    """What stands in one cell, and over how many columns."""

    block: Block
    columns: int = 1


class TableRow(NamedTuple):
    """Cells from left to right."""

    cells: tuple[Cell, ...]
    style: Style


class _CellFlowable(Flowable):
    """A block in a cell; the head of a continued table is no content any more."""

    def __init__(self, block: Block, *, repeated: bool) -> None:
        super().__init__()
        self._block, self._repeated = block, repeated

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = self._block.part_height(available_width, 0, len(self._block.strips(available_width)))
        return self.width, self.height

    def draw(self) -> None:
        canvas: Recorder = self.canv
        with canvas.untagged() if self._repeated else nullcontext():
            self._block.draw_part(canvas, self.width, 0, len(self._block.strips(self.width)))


class TableBlock(Block):
    """Rows under a head."""

    name = "table"

    def __init__(self, rows: list[TableRow], head: int, style: Style, *, position: Position | None = None) -> None:
        super().__init__(style, position)
        self._rows = rows
        self._head = head
        """Rows of the head."""
        self._count = max(sum(cell.columns for cell in row.cells) for row in rows)
        self._natural: tuple[list[float], list[float]] | None = None
        self._laid_out: tuple[float, list[float], list[float]] = (-1.0, [], [])

    def natural_width(self) -> tuple[float, float]:
        """Least and best width of all columns together."""
        least, best = self._natural_columns()
        return sum(least), sum(best)

    def _natural_columns(self) -> tuple[list[float], list[float]]:
        if self._natural is None:
            least, best = [_NARROWEST] * self._count, [_NARROWEST] * self._count
            for row in self._rows:
                for column, cell in _at_columns(row):
                    if cell.columns == 1:
                        narrow, wide = cell.block.natural_width()
                        least[column] = max(least[column], min(narrow, _LONGEST_WORD))
                        best[column] = max(best[column], wide)
            self._natural = (least, best)
        return self._natural

    def _layout(self, width: float) -> tuple[list[float], list[float]]:
        """Widths of the columns and heights of the rows; the last answer is remembered."""
        if self._laid_out[0] != width:
            widths = _shared(width, *self._natural_columns())
            heights = [
                max(_whole(cell.block, sum(widths[at : at + cell.columns])) for at, cell in _at_columns(row))
                for row in self._rows
            ]
            self._laid_out = (width, widths, heights)
        return self._laid_out[1:]

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip a row; two rows at least stay with the head, and two at the end; a short table is not cut."""
        widths, heights = self._layout(width)
        last = len(self._rows) - 1
        short = last - self._head < _SHORT
        return tuple(
            Strip(
                height,
                break_before=index == 0 or (not short and self._head + 1 < index < last),
                notes=self._notes(index, widths),
            )
            for index, height in enumerate(heights)
        )

    def _notes(self, row: int, widths: list[float]) -> tuple[str, ...]:
        return tuple(
            note
            for at, cell in _at_columns(self._rows[row])
            for strip in cell.block.strips(sum(widths[at : at + cell.columns]))
            for note in strip.notes
        )

    def repeated(self, width: float, first: int) -> float:
        """Height of the head above a part that goes on."""
        if first < max(self._head, 1):
            return 0.0
        return sum(strip.height for strip in self.strips(width)[: self._head])

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Build a ReportLab table of the rows wanted and draw it."""
        again = self._head if first >= max(self._head, 1) else 0
        wanted = [*range(again), *range(first, last)]
        widths, heights = self._layout(width)
        rows, commands = self._cells(wanted, again)
        table = Table(rows, colWidths=widths, rowHeights=[heights[index] for index in wanted], style=commands)
        table.wrapOn(canvas, width, 10_000)
        table.drawOn(canvas, 0, 0)

    def _cells(self, wanted: list[int], again: int) -> tuple[list[list[Any]], list[tuple[Any, ...]]]:
        commands: list[tuple[Any, ...]] = [
            (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
        ]
        commands.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
        rows: list[list[Any]] = []
        for index, number in enumerate(wanted):
            row: list[Any] = []
            for cell in self._rows[number].cells:
                if cell.columns > 1:
                    commands.append(("SPAN", (len(row), index), (len(row) + cell.columns - 1, index)))
                row += [_CellFlowable(cell.block, repeated=index < again), *[()] * (cell.columns - 1)]
            rows.append(row + [()] * (self._count - len(row)))
            commands += _row_rules(index, self._rows[number].style)
        return rows, commands


def _at_columns(row: TableRow) -> Iterator[tuple[int, Cell]]:
    """Cells with the column that each begins at."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _whole(block: Block, width: float) -> float:
    return block.part_height(width, 0, len(block.strips(width)))


def _shared(width: float, least: list[float], best: list[float]) -> list[float]:
    """Share a width among columns: narrow ones get what they want, the wide ones divide the rest."""
    if sum(best) <= width:
        return [each * width / sum(best) for each in best]
    if sum(least) >= width:
        return [each * width / sum(least) for each in least]
    widths = list(least)
    open_columns = sorted(range(len(best)), key=lambda column: best[column] - least[column])
    spare = width - sum(least)
    for done, column in enumerate(open_columns):
        given = min(best[column] - least[column], spare / (len(open_columns) - done))
        widths[column] += given
        spare -= given
    return widths


def _row_rules(index: int, style: Style) -> list[tuple[Any, ...]]:
    commands: list[tuple[Any, ...]] = []
    rules: tuple[tuple[str, Rule | None], ...] = (("LINEABOVE", style.rule_top), ("LINEBELOW", style.rule_bottom))
    for command, rule in rules:
        if rule:
            commands.append((command, (0, index), (-1, index), rule.width, components(rule.colour)))
    if style.background:
        commands.append(("BACKGROUND", (0, index), (-1, index), components(style.background)))
    return commands
