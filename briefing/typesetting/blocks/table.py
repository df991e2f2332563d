"""Tables: ReportLab's, with our blocks in the cells, the head repeated on each page.

A row is a strip. Only one that is taller than a page is cut: then the lines beside each other make a strip.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import nullcontext
from itertools import groupby
from math import inf
from typing import Any, NamedTuple

from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from briefing.errors import Position
from briefing.theme import Rule, Style, Track, components
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.lines import LARGE_PRINT
from briefing.typesetting.recording import Recorder

__all__ = ["Cell", "Columns", "TableBlock", "TableRow"]


_NARROWEST = 12.0
"""Points; an empty column."""
_LONGEST_WORD = 40 * 72 / 25.4
"""Points; only a word that is longer is cut in a cell."""
_LONGEST_KEPT = 2 * _LONGEST_WORD
"""Points; what is longer is hardly a word, and is not kept whole at the cost of others."""
_MOST_FOR_NAMES = 0.5
"""Share of the width of a table."""
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


class Columns(NamedTuple):
    """What stands in the columns of a table, as far as it makes a difference to how wide they are."""

    figures: Set[int] = frozenset()
    """Those of figures, by their place: they are as wide as their figures, and stand at the end of the rows."""
    named: bool = False
    """Whether the first one names the rows: then it leaves half of the width to what is told of them."""
    tracks: tuple[Track, ...] = ()
    """How wide the theme wants them, as many as there are; else they are as wide as what stands in them."""


class _Slice(NamedTuple):
    """What of a row stands in one strip: those strips of each cell that it has of these."""

    row: int
    first: int
    last: int
    strip: Strip


class _Shown(NamedTuple):
    """A row, or a part of one, that is drawn."""

    row: int
    first: int
    last: int
    height: float
    whole: tuple[bool, bool]
    """Whether the row begins with it, and whether it ends."""
    repeated: bool = False


class _Natural(NamedTuple):
    """Widths that the columns of a table ask for, in points."""

    whole: list[float]
    """For no word to be parted."""
    least: list[float]
    """For none but very long ones to be."""
    best: list[float]
    """For each cell to have one line."""


class _CellFlowable(Flowable):
    """A block in a cell, or a part of it; the head of a continued table is no content any more."""

    def __init__(self, block: Block, shown: _Shown) -> None:
        super().__init__()
        self._block, self._shown = block, shown

    def _range(self) -> tuple[int, int]:
        count = len(self._block.strips(self.width))
        return min(self._shown.first, count), min(self._shown.last, count)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        first, last = self._range()
        self.height = self._block.part_height(available_width, first, last) if first < last else 0.0
        return self.width, self.height

    def draw(self) -> None:
        canvas: Recorder = self.canv
        first, last = self._range()
        if first < last:
            with canvas.untagged() if self._shown.repeated else nullcontext():
                self._block.draw_part(canvas, self.width, first, last)


class TableBlock(Block):
    """Rows under a head."""

    name = "table"

    def __init__(
        self,
        rows: list[TableRow],
        head: int,
        style: Style,
        *,
        tallest: float = inf,
        columns: Columns | None = None,
        position: Position | None = None,
    ) -> None:
        super().__init__(style, position)
        self._rows = rows
        self._columns = columns or Columns()
        self._tallest = tallest
        """Height of a page, in points."""
        self._head = head
        """Rows of the head."""
        self._count = max(sum(cell.columns for cell in row.cells) for row in rows)
        self._natural: _Natural | None = None
        self._laid_out: tuple[float, list[float], list[float]] = (-1.0, [], [])
        self._slices: list[_Slice] = []
        """Strips for the width that was measured last."""

    def natural_width(self) -> tuple[float, float]:
        """Least and best width of all columns together."""
        _, least, best = self._natural_columns()
        return sum(least), sum(best)

    def _natural_columns(self) -> _Natural:
        if self._natural is None:
            whole, least, best = ([_NARROWEST] * self._count for _ in range(3))
            for row in self._rows:
                for column, cell in _at_columns(row):
                    if cell.columns == 1:
                        narrow, wide = cell.block.natural_width()
                        cut = min(narrow, _LONGEST_WORD)
                        whole[column] = max(whole[column], narrow if self._keeps(narrow) else cut)
                        least[column] = max(least[column], cut)
                        best[column] = max(best[column], wide)
            self._natural = _Natural(whole, least, best)
        return self._natural

    def _keeps(self, width: float) -> bool:
        """Tell whether a word of a width is kept whole at the cost of other columns: in large print, if it can be."""
        return self.style.size >= LARGE_PRINT and width <= _LONGEST_KEPT

    def _layout(self, width: float) -> tuple[list[float], list[float]]:
        """Widths of the columns and heights of the rows; the last answer is remembered."""
        if self._laid_out[0] != width:
            whole, least, best = self._natural_columns()
            least = whole if sum(whole) <= width else _shared(width, least, whole, self._columns)
            if self._columns.named and self._count > 1:
                best = [max(least[0], min(best[0], width * _MOST_FOR_NAMES)), *best[1:]]
            widths = _tracked(width, least, self._columns.tracks) or _shared(width, least, best, self._columns)
            heights = [
                max(_whole(*cell) for cell in self._widths_of_cells(row, widths)) for row in range(len(self._rows))
            ]
            self._laid_out = (width, widths, heights)
        return self._laid_out[1:]

    def measure(self, width: float) -> tuple[Strip, ...]:
        """Two rows at least stay with the head, and two at the end; a short table is not cut.

        One whose columns the theme fixes is a form: it is cut between any two rows, for these are high.
        """
        widths, heights = self._layout(width)
        room = self._tallest - sum(heights[: self._head])
        tall = {index for index, height in enumerate(heights) if index >= self._head and height > room}
        last = len(self._rows) - 1
        is_form = bool(self._columns.tracks)
        short = last - self._head < _SHORT and not tall and not is_form
        self._slices = []
        for index, height in enumerate(heights):
            inner = self._head < index if is_form else self._head + 1 < index < last
            may_break = index == 0 or (not short and inner)
            cells = self._widths_of_cells(index, widths)
            if index in tall:
                self._slices += _sliced(index, cells, may_break=may_break)
            else:
                strip = Strip(height, break_before=may_break, notes=_notes(cells))
                self._slices.append(_Slice(index, 0, max(_count(cells), 1), strip))
        return tuple(each.strip for each in self._slices)

    def repeated(self, width: float, first: int) -> float:
        """Height of the head above a part that goes on, and of what the cells of a row that is cut repeat."""
        if first < max(self._head, 1):
            return 0.0
        head = sum(strip.height for strip in self.strips(width)[: self._head])
        begins = self._slices[first]
        if not begins.first:
            return head
        cells = self._widths_of_cells(begins.row, self._layout(width)[0])
        longer = [(block, own) for block, own in cells if begins.first < len(block.strips(own))]
        return head + max(block.repeated(own, begins.first) for block, own in longer)

    def _widths_of_cells(self, row: int, widths: list[float]) -> list[tuple[Block, float]]:
        return [(cell.block, sum(widths[at : at + cell.columns])) for at, cell in _at_columns(self._rows[row])]

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Build a ReportLab table of the rows wanted and draw it."""
        shown = list(self._shown(width, first, last))
        rows, commands = self._cells(shown)
        heights, widths = [each.height for each in shown], self._layout(width)[0]
        if self.style.direction == "rtl":
            rows, widths = [row[::-1] for row in rows], widths[::-1]
        table = Table(rows, colWidths=widths, rowHeights=heights, style=commands)
        table.wrapOn(canvas, width, 10_000)
        table.drawOn(canvas, 0, 0)

    def _shown(self, width: float, first: int, last: int) -> Iterator[_Shown]:
        """Rows and parts of rows for some strips, the head above them where they go on."""
        self.strips(width)
        again = self._head if first >= max(self._head, 1) else 0
        for row, strip, stop, each in self._slices[:again]:
            yield _Shown(row, strip, stop, each.height, (True, True), repeated=True)
        extra = self.repeated(width, first) - sum(each.strip.height for each in self._slices[:again])
        for row, group in groupby(self._slices[first:last], key=lambda each: each.row):
            parts = list(group)
            height, extra = sum(each.strip.height for each in parts) + extra, 0.0
            goes_on = any(each.row == row for each in self._slices[last : last + 1])
            yield _Shown(row, parts[0].first, parts[-1].last, height, (parts[0].first == 0, not goes_on))

    def _cells(self, shown: list[_Shown]) -> tuple[list[list[Any]], list[tuple[Any, ...]]]:
        commands: list[tuple[Any, ...]] = [
            (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
        ]
        commands.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
        rows: list[list[Any]] = []
        for index, each in enumerate(shown):
            row: list[Any] = []
            for cell in self._rows[each.row].cells:
                first, last = len(row), len(row) + cell.columns - 1
                content = [_CellFlowable(cell.block, each), *[()] * (cell.columns - 1)]
                if self.style.direction == "rtl":
                    # ReportLab draws a cell over several columns in the first of them from the left.
                    first, last, content = self._count - 1 - last, self._count - 1 - first, content[::-1]
                if cell.columns > 1:
                    commands.append(("SPAN", (first, index), (last, index)))
                row += content
            rows.append(row + [()] * (self._count - len(row)))
            commands += _row_rules(index, self._rows[each.row].style, *each.whole)
        return rows, commands


def _at_columns(row: TableRow) -> Iterator[tuple[int, Cell]]:
    """Cells with the column that each begins at."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _sliced(row: int, cells: list[tuple[Block, float]], *, may_break: bool) -> Iterator[_Slice]:
    """Cut a row between its lines: line by line, as far as its longest cell has some."""
    strips = [block.strips(width) for block, width in cells]
    for index in range(_count(cells)):
        beside = [each[index] for each in strips if index < len(each)]
        allowed = all(strip.break_before for strip in beside) if index else may_break
        notes = tuple(note for strip in beside for note in strip.notes)
        yield _Slice(row, index, index + 1, Strip(max(strip.height for strip in beside), 0.0, allowed, notes=notes))


def _count(cells: list[tuple[Block, float]]) -> int:
    """Strips of the cell that has most."""
    return max((len(block.strips(width)) for block, width in cells), default=0)


def _notes(cells: list[tuple[Block, float]]) -> tuple[str, ...]:
    return tuple(note for block, width in cells for strip in block.strips(width) for note in strip.notes)


def _whole(block: Block, width: float) -> float:
    return block.part_height(width, 0, len(block.strips(width)))


def _shared(width: float, least: list[float], best: list[float], columns: Columns) -> list[float]:
    """Share a width among columns: narrow ones get what they want, the wide ones divide the rest.

    What nobody wants goes to what is told, not to figures or names of rows, to each in proportion.
    """
    if sum(best) <= width:
        return _widened(width, best, columns)
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


def _tracked(width: float, least: list[float], tracks: tuple[Track, ...]) -> list[float]:
    """Give the columns the widths that the theme asks for; none where a word would not have room."""
    if len(tracks) != len(least):
        return []
    free = width - sum(track.points for track in tracks)
    shares = sum(track.share for track in tracks) or 1.0
    widths = [track.points + free * track.share / shares for track in tracks]
    return widths if all(own >= needed for own, needed in zip(widths, least, strict=True)) else []


def _widened(width: float, best: list[float], columns: Columns) -> list[float]:
    """Fill a width by widening columns that tell something; where there are none, the names; else all."""
    every = range(len(best))
    texts = [column for column in every if column not in columns.figures]
    growing = (texts[1:] if columns.named else texts) or texts or every
    share = (width - sum(best)) / sum(best[column] for column in growing)
    return [each * (1 + share) if column in growing else each for column, each in enumerate(best)]


def _row_rules(index: int, style: Style, begins: bool, ends: bool) -> list[tuple[Any, ...]]:
    """Rules and ground of a row; no rule where it is cut."""
    commands: list[tuple[Any, ...]] = []
    if style.rule_top and begins:
        commands.append(_line("LINEABOVE", index, style.rule_top))
    if style.rule_bottom and ends:
        commands.append(_line("LINEBELOW", index, style.rule_bottom))
    if style.background:
        commands.append(("BACKGROUND", (0, index), (-1, index), components(style.background)))
    return commands


def _line(command: str, index: int, rule: Rule) -> tuple[Any, ...]:
    return command, (0, index), (-1, index), rule.width, components(rule.colour)
