"""What an author says of the list of people that copies are made for."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Position
from briefing.model.dates import Date

__all__ = ["ListedPeople"]


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """Where a list comes from, and what its columns are called; empty where nothing is said."""

    position: Position
    source: str = ""
    """In words, or the key of a source."""
    date: Date | None = None
    """The day that it is as of."""
    name: str = ""
    """Column with the names of people."""
    unit: str = ""
    """Column with what has one of them each, such as a constituency."""
    email: str = ""
    """Column with their e-mail addresses."""
