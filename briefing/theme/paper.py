"""The part ``page`` of a theme → the geometry of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from briefing.theme.reader import Reader
from briefing.theme.theme import CitedAs, FoldMarks, NotePlace, Numbering, Page
from briefing.theme.tokens import POINTS_PER_MM

__all__ = ["SIZES_MM", "read_page"]

SIZES_MM = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "letter": (215.9, 279.4),
    "half-letter": (139.7, 215.9),
}
"""Width and height of a page that stands upright."""
_NARROWEST = 85 * POINTS_PER_MM
"""Least width of a main column beside another one: some fifty letters a line."""
_NARROWEST_OF_TWO = 55 * POINTS_PER_MM
"""Least width of each of two columns of text: some thirty-five letters a line."""
_FINEST, _COARSEST = 6, 72
"""Points between two baselines of a grid, and of the smallest text."""
_LEAST_TEXT = 40 * POINTS_PER_MM
"""Least width and height of the text on a page."""
_PAGE_TOKENS = (
    "top_mm",
    "first_top_mm",
    "bottom_mm",
    "left_mm",
    "right_mm",
    "side_mm",
    "gutter_mm",
    "header_mm",
    "footer_mm",
)
_OTHER_PAGE_TOKENS = (
    "size",
    "sizes",
    "editions",
    "orientation",
    "at_most",
    "columns",
    "baseline_pt",
    "notes",
    "sources",
    "numbers",
    "least_pt",
    "folds_mm",
    "fold_marks",
)
_NOTE_PLACES: tuple[NotePlace, ...] = ("foot", "end")
_WAYS_TO_CITE: tuple[CitedAs, ...] = ("list", "notes")
_NUMBERINGS: tuple[Numbering, ...] = ("raised", "brackets")
_ORIENTATIONS: tuple[_Orientation, ...] = ("portrait", "landscape")
_FOLD_MARKS: tuple[FoldMarks, ...] = ("inside", "outside")
_MOST_FOLDS = 16
_Choice = TypeVar("_Choice", bound=str)
_Orientation = Literal["portrait", "landscape"]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_between(value: object, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < most


def read_page(reader: Reader, table: Mapping[str, Any], size: str | None) -> Page:
    """Read the geometry of a page; ``size`` takes the place of the theme's own."""
    name = size or table.get("size", "A4")
    if not isinstance(name, str) or name not in SIZES_MM:
        reader.report("size", f'There is no page size "{name}". Sizes are {", ".join(SIZES_MM)}.', section="page")
        name = "A4"
    lengths = {key.removesuffix("_mm"): 0.0 for key in _PAGE_TOKENS}
    at_most, columns = 8, _read_columns(reader, table)
    for key, value in table.items():
        if key in _PAGE_TOKENS and _is_number(value) and 0 <= value <= 500:
            lengths[key.removesuffix("_mm")] = value * POINTS_PER_MM
        elif key == "at_most" and isinstance(value, int) and _is_number(value) and 1 <= value <= 9999:
            at_most = value
        elif key in ("at_most", *_PAGE_TOKENS):
            wanted = "a number of pages" if key == "at_most" else "a length in mm, from 0 to 500"
            reader.report(key, f"{key} must be {wanted}.", section="page")
        elif key not in _OTHER_PAGE_TOKENS:
            message, near = f'There is no token "{key}" of a page.', (*_OTHER_PAGE_TOKENS, *_PAGE_TOKENS)
            reader.report(key, message, near=near, section="page")
    turned = _read_choice(reader, table, "orientation", _ORIENTATIONS) == "landscape"
    width, height = (length * POINTS_PER_MM for length in (reversed(SIZES_MM[name]) if turned else SIZES_MM[name]))
    across = width - lengths["left"] - lengths["right"]
    if columns == 2 and across - lengths["gutter"] < 2 * _NARROWEST_OF_TWO:
        columns = 1
    if columns == 1 and across - lengths["side"] - lengths["gutter"] < _NARROWEST:
        lengths["side"] = lengths["gutter"] = 0.0
    down = height - max(lengths["top"], lengths["first_top"]) - lengths["bottom"]
    if min(across, down) < _LEAST_TEXT:
        reader.report("size", f"The margins leave no room for text on a page of size {name}.", section="page")
    return Page(
        name=f"{name} landscape" if turned else name,
        width=width,
        height=height,
        at_most=at_most,
        columns=columns,
        baseline=_read_points(reader, table, "baseline_pt", "grid"),
        least=_read_points(reader, table, "least_pt", "least size"),
        numbers=_read_choice(reader, table, "numbers", _NUMBERINGS),
        notes=_read_choice(reader, table, "notes", _NOTE_PLACES),
        sources=_read_choice(reader, table, "sources", _WAYS_TO_CITE),
        folds=_read_folds(reader, table, width),
        fold_marks=_read_choice(reader, table, "fold_marks", _FOLD_MARKS),
        **lengths,
    )


def _read_columns(reader: Reader, table: Mapping[str, Any]) -> int:
    value = table.get("columns", 1)
    if not _is_number(value) or value not in (1, 2):
        reader.report("columns", "columns must be 1 or 2.", section="page")
    elif value == 2 and table.get("side_mm"):
        reader.report(
            "columns", "Beside two columns of text there is no side column: write side_mm = 0.", section="page"
        )
    return 2 if value == 2 else 1


def _read_folds(reader: Reader, table: Mapping[str, Any], width: float) -> tuple[float, ...]:
    value = table.get("folds_mm", [])
    most = width / POINTS_PER_MM
    if isinstance(value, list) and len(value) <= _MOST_FOLDS and all(_is_between(each, most) for each in value):
        return tuple(each * POINTS_PER_MM for each in value)
    reader.report(
        "folds_mm", f"folds_mm must be a list of lengths from 0 to {most:.0f}, such as [97, 197].", section="page"
    )
    return ()


def _read_choice(reader: Reader, table: Mapping[str, Any], key: str, choices: tuple[_Choice, ...]) -> _Choice:
    """Read which of some words a token is; without it, the first."""
    value = table.get(key, choices[0])
    for choice in choices:
        if value == choice:
            return choice
    names = " or ".join(f'"{choice}"' for choice in choices)
    reader.report(key, f"{key} must be {names}.", section="page")
    return choices[0]


def _read_points(reader: Reader, table: Mapping[str, Any], key: str, what: str) -> float:
    value = table.get(key, 0)
    if _is_number(value) and (value == 0 or _FINEST <= value <= _COARSEST):
        return float(value)
    reader.report(key, f"{key} must be points, from {_FINEST} to {_COARSEST}, or 0 for no {what}.", section="page")
    return 0.0
