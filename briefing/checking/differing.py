"""The words for what differs between a language edition and its original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.model import Date, plain_text
from briefing.model.briefing import Inline
from briefing.model.wording import date_words

__all__ = ["day_differs", "day_said_otherwise", "differs", "digits", "warning"]

_DAY = re.compile(r"(?<!\d)\d\d?(?!\d)\D{1,20}\d{4}(?!\d)|(?<!\d)\d{4}(?!\d)\D{1,20}\d\d?(?!\d)")
"""Day and year with a month between them, or the other way round."""


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


def day_said_otherwise(what: str, day: Date, text: Inline, position: Position, language: str) -> Iterator[Diagnostic]:
    """Warn of a date in words that is not read, where a day of the original is printed after it."""
    said, words = plain_text(text), date_words(day, language)
    if any(form in said for form in (day.edtf, day.typed, words)) or not _DAY.search(_with_latin_digits(said)):
        return
    message = f'This {what} says a day that is not read, and that of the original is printed after it, "{words}".'
    hint = f'Type the day in figures, {day.edtf}, or just so, "{words}"; or take it out of the sentence.'
    yield warning(message, position, None, hint)


def _with_latin_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def digits(text: str) -> str:
    """List the digits of a text, of whatever script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
