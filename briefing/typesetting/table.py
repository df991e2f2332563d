"""Tables: ReportLab's, with our blocks in the cells, a row a strip, the head repeated on each page."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, NamedTuple

from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from briefing.errors import Position
from briefing.theme import Rule, Style, components
from briefing.typesetting.blocks import Block, Strip
from briefing.typesetting.recorder import Recorder

__all__ = ["Cell", "TableBlock", "TableRow"]


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

    def natural_width(self) -> tuple[float, float]:
        """Least and best width of all columns together."""
        least, best = self._natural_columns()
        return sum(least), sum(best)

    def _natural_columns(self) -> tuple[list[float], list[float]]:
        least, best = [12.0] * self._count, [12.0] * self._count
        for row in self._rows:
            column = 0
            for cell in row.cells:
                if cell.columns == 1:
                    narrow, wide = cell.block.natural_width()
                    least[column] = max(least[column], narrow)
                    best[column] = max(best[column], wide)
                column += cell.columns
        return least, best

    def _widths(self, width: float) -> list[float]:
        least, best = self._natural_columns()
        if sum(best) <= width:
            return [each * width / sum(best) for each in best]
        if sum(least) >= width:
            return [each * width / sum(least) for each in least]
        share = (width - sum(least)) / (sum(best) - sum(least))
        return [narrow + (wide - narrow) * share for narrow, wide in zip(least, best, strict=True)]

    def _heights(self, widths: list[float]) -> list[float]:
        heights = []
        for row in self._rows:
            column, height = 0, 0.0
            for cell in row.cells:
                own = sum(widths[column : column + cell.columns])
                height = max(height, cell.block.part_height(own, 0, len(cell.block.strips(own))))
                column += cell.columns
            heights.append(height)
        return heights

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip a row; none is parted from the head, nor the last row from the one above."""
        widths = self._widths(width)
        heights = self._heights(widths)
        last = len(self._rows) - 1
        return tuple(
            Strip(
                height,
                break_before=index == 0 or self._head < index < last,
                notes=self._notes(index, widths),
            )
            for index, height in enumerate(heights)
        )

    def _notes(self, row: int, widths: list[float]) -> tuple[str, ...]:
        found: list[str] = []
        column = 0
        for cell in self._rows[row].cells:
            own = sum(widths[column : column + cell.columns])
            found += [note for strip in cell.block.strips(own) for note in strip.notes]
            column += cell.columns
        return tuple(found)

    def repeated(self, width: float, first: int) -> float:
        """Height of the head above a part that goes on."""
        if first < max(self._head, 1):
            return 0.0
        return sum(strip.height for strip in self.strips(width)[: self._head])

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Build a ReportLab table of the rows wanted and draw it."""
        again = self._head if first >= max(self._head, 1) else 0
        wanted = [*range(again), *range(first, last)]
        widths = self._widths(width)
        heights = self._heights(widths)
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


def _row_rules(index: int, style: Style) -> list[tuple[Any, ...]]:
    commands: list[tuple[Any, ...]] = []
    rules: tuple[tuple[str, Rule | None], ...] = (("LINEABOVE", style.rule_top), ("LINEBELOW", style.rule_bottom))
    for command, rule in rules:
        if rule:
            commands.append((command, (0, index), (-1, index), rule.width, components(rule.colour)))
    if style.background:
        commands.append(("BACKGROUND", (0, index), (-1, index), components(style.background)))
    return commands
