"""A source as any of the three formats lists it: its key and a record of our fields, and what has no place there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.reading.yaml import Entry, Listing, Record, Scalar

__all__ = ["Author", "Listed", "Places", "Unplaced", "edtf", "page_range", "record_of"]

_MOST_NAMED = 20
_LONGEST_NAME = 40


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


class Unplaced:
    """Collects the fields of a file that a ``Source`` has no place for, each by its name with the keys that have it."""

    def __init__(self) -> None:
        self._keys: dict[str, list[str]] = {}
        self._first: Position | None = None

    def add(self, key: str, names: Iterable[str], position: Position) -> None:
        """Note the fields of one entry that were not read."""
        for name in names:
            self._first = self._first or position
            self._keys.setdefault(" ".join(name.split())[:_LONGEST_NAME], []).append(key)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Say it once for the whole file."""
        if not self._keys:
            return ()
        named = sorted(self._keys)[:_MOST_NAMED]
        details = [f"{name}: {_some(self._keys[name])}" for name in named]
        if len(self._keys) > len(named):
            details.append(f"and {len(self._keys) - len(named)} more")
        message = "A briefing has no place for these fields; they are not printed:"
        return (Diagnostic("note", "unused-field", message, self._first, details=tuple(details)),)


def _some(keys: list[str]) -> str:
    """Name one entry, and count the others."""
    more = len(keys) - 1
    return f"{keys[0]} and {more} more" if more else keys[0]


class Author(NamedTuple):
    """A name as it is read, and the part of it that is the family's; empty for what is no person."""

    name: str
    family: str = ""


def record_of(position: Position, values: Mapping[str, tuple[str, Position]], authors: Iterable[Author]) -> Record:
    """Make a record of texts with their places; empty texts are left out."""
    entries = [Entry(name, place, Scalar(text, place)) for name, (text, place) in values.items() if text]
    listed = tuple(authors)
    several = {"authors": [each.name for each in listed], "family_names": [each.family for each in listed]}
    for name, texts in several.items():
        items = tuple(Scalar(text, position) for text in texts if text)
        if items:
            entries.append(Entry(name, position, Listing(items, position)))
    return Record(tuple(entries), position)


def page_range(text: str) -> str:
    """Set the dash of a range of pages, which both formats write as hyphens: ``3-9`` and ``3--9`` are ``3–9``."""
    return re.sub(r"(?<=\w)\s*(?:--?|–)\s*(?=\w)", "–", text)


def edtf(year: int, month: int = 0, day: int = 0) -> str:
    """Write a date in EDTF; whether there is such a day is for reading to find out."""
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])
