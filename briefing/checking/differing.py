"""The words for what differs between a language edition and its original."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.model import Date

__all__ = ["day_differs", "differs", "digits", "warning"]


def warning(message: str, position: Position | None, original: Position | None, hint: str = "") -> Diagnostic:
    """Make a warning at a place of the edition that names the place of the original."""
    place = f"There: {original.file}, line {original.line}." if original else "Add it there, or take it out here."
    return Diagnostic("warning", "translation-differs", message, position, hint or place)


def differs(what: str, own: str, its: str, position: Position | None, original: Position | None) -> Diagnostic:
    """Say that a fact is one thing here and another in the original."""
    here, there = (f'"{value}"' if value else "missing" for value in (own, its))
    return warning(f"{what} is {here} here and {there} in the original.", position, original)


def day_differs(
    what: str, own: Date | None, its: Date | None, position: Position | None, original: Position | None
) -> Iterator[Diagnostic]:
    """Say so of a date, whatever the words it was typed in."""
    here, there = own.edtf if own else "", its.edtf if its else ""
    if here != there:
        yield differs(what, here, there, position, original)


def digits(text: str) -> str:
    """List the digits of a text, of whatever script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
