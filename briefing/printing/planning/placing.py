"""How large each page becomes, and at which place of its sheet it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from briefing.errors import Diagnostic, LayoutError
from briefing.printing.papers import EDGE_MM, MM, Size, name_of, size_of
from briefing.printing.planning.order import Cells, booklet, copies, in_cells
from briefing.printing.planning.values import Asked, Ink, Measured, Placed, Plan, Side

__all__ = ["plan"]

_SAME = 0.001
"""Part of a size by which files round it."""
_EDGE = EDGE_MM * MM


class _Grid(NamedTuple):
    """Cells on a sheet."""

    sheet: Size
    columns: int
    rows: int
    joined: bool = False
    """Pages stand edge to edge in the middle of the sheet; else each in the middle of its cell."""

    @property
    def cell(self) -> Size:
        return Size(self.sheet.width / self.columns, self.sheet.height / self.rows)

    def fitting(self, page: Size) -> float:
        """The scale at which pages fill the cells."""
        return min(self.cell.width / page.width, self.cell.height / page.height)

    def scale(self, page: Size, white: Ink) -> float:
        """The scale at which pages fill the cells, less where ink would come too near to the edge of the sheet."""
        fits = self.fitting(page)
        wanted = 1.0 if abs(fits - 1) <= _SAME or (self.joined and fits > 1) else fits
        return min([wanted, *self._limits(page, white)])

    def _limits(self, page: Size, white: Ink) -> Iterator[float]:
        """Scales at which ink begins exactly where it may, on each side of a sheet."""
        wide, high = (self.columns, self.rows) if self.joined else (1, 1)
        room = self.sheet if self.joined else self.cell
        for length, inside, blank in (
            (room.width, page.width * wide, white.left),
            (room.width, page.width * wide, white.right),
            (room.height, page.height * high, white.bottom),
            (room.height, page.height * high, white.top),
        ):
            if inside > 2 * blank:
                yield (length - 2 * _EDGE) / (inside - 2 * blank)

    def corners(self, page: Size, scale: float) -> Iterator[tuple[float, float]]:
        """Lower left corners of the pages, row by row from the top."""
        wide, high = page.width * scale, page.height * scale
        pitch = Size(wide, high) if self.joined else self.cell
        left = (self.sheet.width - pitch.width * self.columns + pitch.width - wide) / 2
        top = (self.sheet.height + pitch.height * self.rows - pitch.height + high) / 2
        for row in range(self.rows):
            for column in range(self.columns):
                yield left + column * pitch.width, top - high - row * pitch.height


def plan(measured: Measured, asked: Asked) -> Plan:
    """Plan the sheets.

    Raises:
        LayoutError: a leaflet fits only once on its sheet.
    """
    paper = size_of(asked.paper)
    if asked.scheme == "repeat":
        return _repeated(measured, asked, paper)
    if asked.scheme == "booklet":
        return _booklet(measured, asked, paper)
    across = not measured.size.landscape
    if asked.scheme == "2-up":
        grid = _Grid(paper.turned(), 2, 1) if across else _Grid(paper, 1, 2)
    else:
        grid = _Grid(paper if across else paper.turned(), 2, 2)
    sides = in_cells(measured.pages, columns=grid.columns, rows=grid.rows, rtl=measured.rtl)
    return _planned(measured, asked, grid, sides)


def _booklet(measured: Measured, asked: Asked, paper: Size) -> Plan:
    grid = _Grid(paper.turned(), 2, 1)
    cells = booklet(measured.pages, rtl=measured.rtl, back_cover=asked.back_cover)
    flat = _planned(measured, asked, grid, cells)
    inside = (grid.cell.width - measured.size.width * flat.scale) / 2
    white = min(measured.white.left, measured.white.right) * flat.scale
    room = max(0.0, (inside + white) / MM - EDGE_MM)
    wanted = (flat.sheets - 1) * asked.thickness_mm
    shifts = (min(number // 2 * asked.thickness_mm, room) * MM for number in range(len(flat.sides)))
    return Plan(
        scheme="booklet",
        sheet=flat.sheet,
        page=flat.page,
        scale=flat.scale,
        columns=2,
        sides=tuple(_moved(side, shift) for side, shift in zip(flat.sides, shifts, strict=True)),
        blanks=flat.blanks,
        edge_mm=flat.edge_mm,
        creep_mm=min(wanted, room),
        uncorrected_mm=max(0.0, wanted - room),
        rtl=measured.rtl,
    )


def _moved(side: Side, shift: float) -> Side:
    """Move both pages of a side towards the fold between them."""
    left, right = side
    return (left and left._replace(x=left.x + shift), right and right._replace(x=right.x - shift))


def _repeated(measured: Measured, asked: Asked, paper: Size) -> Plan:
    grids = list(_grids(paper, asked.copies) if asked.copies else _natural_grids(paper, measured.size))
    best = max(grids, key=lambda grid: _goodness(grid, measured), default=None)
    if best is None or best.columns * best.rows == 1:
        page, sheet = name_of(measured.size), asked.paper
        message = f"A page of {page} fits only once on a sheet of {sheet}: there is nothing to repeat."
        hint = "Take larger paper, or say how many are wanted: --copies-per-sheet 2 makes them smaller."
        raise LayoutError(Diagnostic("error", "nothing-to-repeat", message, hint=hint))
    return _planned(measured, asked, best, copies(measured.pages, best.columns * best.rows))


def _natural_grids(paper: Size, page: Size) -> Iterator[_Grid]:
    """As many pages as fit at their own size."""
    for sheet in (paper, paper.turned()):
        columns, rows = int(sheet.width / page.width + _SAME), int(sheet.height / page.height + _SAME)
        if columns and rows:
            yield _Grid(sheet, columns, rows, joined=True)


def _grids(paper: Size, many: int) -> Iterator[_Grid]:
    for sheet in (paper, paper.turned()):
        for columns in range(1, many + 1):
            if many % columns == 0:
                yield _Grid(sheet, columns, many // columns, joined=True)


def _goodness(grid: _Grid, measured: Measured) -> tuple[int, float]:
    return grid.columns * grid.rows, grid.scale(measured.size, measured.white)


def _planned(measured: Measured, asked: Asked, grid: _Grid, cells: Sequence[Cells]) -> Plan:
    scale = grid.scale(measured.size, measured.white)
    corners = list(grid.corners(measured.size, scale))
    sides = tuple(tuple(_placed(side, corners, repeated=grid.joined)) for side in cells)
    return Plan(
        scheme=asked.scheme,
        sheet=grid.sheet,
        page=measured.size,
        scale=scale,
        columns=grid.columns,
        sides=sides,
        blanks=sum(page is None for page in chain.from_iterable(cells)),
        edge_mm=_edge(grid, corners, measured, scale) / MM,
        rtl=measured.rtl,
    )


def _placed(side: Cells, corners: Sequence[tuple[float, float]], *, repeated: bool) -> Iterator[Placed | None]:
    for cell, (page, (x, y)) in enumerate(zip(side, corners, strict=True)):
        yield None if page is None else Placed(page, x, y, copy=repeated and cell > 0)


def _edge(grid: _Grid, corners: Sequence[tuple[float, float]], measured: Measured, scale: float) -> float:
    """White at the edges of a full sheet, the least of all four."""
    page, white, sheet = measured.size, measured.white, grid.sheet
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    right = sheet.width - max(x for x, _ in corners) - page.width * scale
    top = sheet.height - max(y for _, y in corners) - page.height * scale
    return min(
        left + white.left * scale, bottom + white.bottom * scale, right + white.right * scale, top + white.top * scale
    )
