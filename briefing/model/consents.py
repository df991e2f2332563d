"""Who can be recognised in a picture, and whether they have agreed that it is published."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Position
from briefing.model.dates import Date

__all__ = ["IDENTIFIABLE", "PEOPLE", "Consent"]

IDENTIFIABLE = "identifiable"
PEOPLE = ("none", "not-identifiable", IDENTIFIABLE)
"""What a picture may say of the people in it."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What is noted of the consent of one person in a picture; who that is, is not kept: nothing asks for it."""

    position: Position
    form: str = ""
    """How it was given: ``written``, ``verbal`` …"""
    date: Date | None = None
    """When it was given."""
    uses: tuple[str, ...] = ()
    """What for, in lower case: ``print``, ``web``, ``e-mail`` …"""
    expires: Date | None = None
    """Its last day; ``None`` where it has none."""
    is_child: bool = False
    has_guardian: bool = False
    """A guardian has given it."""
