"""Events as somebody keeps them, before their sentences are read."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.reading.yaml import Scalar

__all__ = ["EventList", "Reference", "TypedEvent"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Where something comes from, in other words than the key of a source."""

    position: Position
    url: str = ""
    words: str = ""
    """What it is called, or whose it is: plain text."""
    credit: str = ""
    """Whose it is, where that is said apart from what it is called."""


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """One event."""

    date: Date | None
    """``None`` where none is typed: that of its counterpart in the original, if there is one."""
    text: Scalar
    """Markdown of one line."""
    position: Position
    cited: Scalar | None = None
    """A citation, or the reason for having none, as Markdown has it: ``[@massoud-2021, p. 7]``."""
    references: tuple[Reference, ...] = ()
    """What would be cited if it had a key."""
    stressed: bool = False
    details: tuple[Scalar, ...] = ()
    """What is told at length, a paragraph each: Markdown."""
    in_parts: bool = False
    """Whether its date was put together from years, months and days, and so is in nobody's words yet."""


@dataclass(frozen=True, slots=True)
class EventList:
    """What a file, or a list, holds; shared by whoever remembers it, so it is compared by what it is."""

    events: tuple[TypedEvent, ...] = ()
    """In the order typed; those with an error are left out."""
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str = ""
    """Plain text."""
    details: tuple[Scalar, ...] = ()
    """What is told at length under the title, a paragraph each: Markdown."""
