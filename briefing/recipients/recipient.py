"""The fields of a list of people, and one of its rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from briefing.errors import Diagnostic, Position
from briefing.model import ILLEGIBLE
from briefing.reading.limits import CSV_CELL_CHARACTERS, CSV_COLUMNS

__all__ = ["MOST_FIELDS", "Field", "Recipient", "Row", "field_name", "wrong_value"]

MOST_FIELDS = CSV_COLUMNS
_NO_LETTERS = re.compile(r"\W+")
_FIRST = re.compile(r"[^\W\d]")
_NOT_TEXT = re.compile(rf"[{ILLEGIBLE}\ufeff]")


class Field(NamedTuple):
    """A column of a list."""

    name: str
    """As a text says it: ``constituency`` of ``{{ recipient.constituency }}``."""
    title: str
    """As the list says it."""
    position: Position


class Recipient(NamedTuple):
    """A row of a list."""

    values: Mapping[str, str]
    """By the names of the fields; empty where nothing is known."""
    line: int
    """Of the file, on which it begins, from 1; of a sheet the number of its row."""


Row: TypeAlias = Recipient | Diagnostic
"""A row, or what keeps it from being one."""


def field_name(title: str) -> str:
    """Make a name of what stands above a column: ``Local figure (2021)`` is ``local_figure_2021``.

    Letters of any script stay, marks and spaces become low lines; empty where there are no letters and no digits.
    """
    name = _NO_LETTERS.sub("_", unicodedata.normalize("NFC", title).casefold()).strip("_")
    return name if not name or _FIRST.match(name) else f"_{name}"


def wrong_value(value: str, field: Field, position: Position) -> Diagnostic | None:
    """Say why a cell is nothing to be printed."""
    if len(value) > CSV_CELL_CHARACTERS:
        message = f'"{field.title[:40]}" has more than {CSV_CELL_CHARACTERS:,} characters here.'
        return Diagnostic("error", "too-large", message, position, "Make it shorter.")
    if odd := _NOT_TEXT.search(value):
        message = f'"{field.title[:40]}" holds a character here that is no text (U+{ord(odd[0]):04X}).'
        return Diagnostic("error", "unprintable-character", message, position, "Type it again.")
    return None
