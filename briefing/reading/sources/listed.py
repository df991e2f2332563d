"""A source as any of the three formats lists it: its key and a record of our fields."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.errors import Position
from briefing.reading.yaml import Entry, Listing, Record, Scalar

__all__ = ["Listed", "Places", "edtf", "record_of"]


class Listed(NamedTuple):
    """An entry that is still to be validated."""

    key: str
    record: Record


class Places:
    """Tells the place in a text of an offset from its beginning."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> Position:
        """Count line and column, both from 1."""
        line = bisect_right(self._lines, offset)
        return Position(self._file, line, offset - self._lines[line - 1] + 1)


def record_of(position: Position, values: Mapping[str, tuple[str, Position]], authors: Iterable[str]) -> Record:
    """Make a record of texts with their places; empty texts are left out."""
    entries = [Entry(name, place, Scalar(text, place)) for name, (text, place) in values.items() if text]
    names = tuple(Scalar(author, position) for author in authors if author)
    if names:
        entries.append(Entry("authors", position, Listing(names, position)))
    return Record(tuple(entries), position)


def edtf(year: int, month: int = 0, day: int = 0) -> str:
    """Write a date in EDTF; whether there is such a day is for reading to find out."""
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])
