"""What a YAML file holds, with the place of each value.

Every scalar is the text that was typed: ``no`` is a word and ``1979`` stays what it is. What a text has to be is
for the schema to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefing.errors import Position

__all__ = ["Entry", "Listing", "Record", "Scalar", "Value"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text; empty where nothing was typed."""

    text: str
    position: Position
    """Where its words begin."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in a row."""

    items: tuple[Value, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a record."""

    name: str
    position: Position
    """Where its name stands."""
    value: Value


@dataclass(frozen=True, slots=True)
class Record:
    """Fields with their values, in the order typed, each name once."""

    entries: tuple[Entry, ...]
    position: Position


Value: TypeAlias = Scalar | Listing | Record
