"""Measures of blocks → places on pages: one pure function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.typesetting.pagination.columns import ColumnFiller
from briefing.typesetting.pagination.filling import Filler
from briefing.typesetting.pagination.flow import Frame, Measured, Place, TooTall, unrolled

__all__ = ["fill_pages"]


def fill_pages(
    blocks: Sequence[Measured],
    *,
    notes: Mapping[str, Measured],
    frames: tuple[Frame, Frame],
    note_gap: float,
    side_gap: float,
    columns: int = 1,
    grid: float = 0.0,
) -> tuple[list[Place], list[TooTall]]:
    """Place blocks on pages.

    ``notes`` are the footnotes by id, in the order of the document; ``frames`` the text areas of the first page and of
    the others; ``note_gap`` the room above the notes of a page, ``side_gap`` that between blocks of the side column.
    ``columns`` are those of the text, one or two; where there are two, no block stands in a side column.
    ``grid`` is the distance of the baselines that lines of main text stand on, counted from the top of the text; 0 for
    none.
    """
    blocks = [_with_known_notes(block, notes) for block in blocks]
    known = {name: _with_known_notes(note, notes) for name, note in notes.items()}
    atoms, left_over = unrolled(blocks)
    fill = ColumnFiller if columns == 2 else Filler
    filler = fill(blocks, known, frames, note_gap, side_gap, grid)
    filler.run(atoms, left_over)
    return filler.places, filler.too_tall


def _with_known_notes(measured: Measured, notes: Mapping[str, Measured]) -> Measured:
    if not any(strip.notes for strip in measured.strips):
        return measured
    known = (strip._replace(notes=tuple(note for note in strip.notes if note in notes)) for strip in measured.strips)
    return measured._replace(strips=tuple(known))
