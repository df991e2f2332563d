"""A date as the author typed it, in words or in EDTF: text in, a ``Date`` or the ``Diagnostic`` that says why not out.

Words are read in the language of the document, so far in English; EDTF is read in every language. Nothing is guessed:
03/04/2021, a date without a year, and "last week" are refused.
"""

from __future__ import annotations

import re

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.edtf import MONTH_NAMES, DateError
from briefing.reading.dates.english import EXAMPLES, YEARS_WITH_HYPHEN, english_to_edtf

__all__ = ["read_date"]

LONGEST = 100
"""Characters; the longest real date is a third of it."""

EDTF = re.compile(r"[\[{]?[-Y\d./][-\dXYETZ:./,?~%+ ]*[\]}]?", re.ASCII)
"""What can only be meant as EDTF, right or wrong, unless it is also a plain date in figures."""

SPACED_TIME = re.compile(r"(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)", re.ASCII)
"""EDTF but for the T between day and time, as most people write it."""

FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)


def read_date(text: str, position: Position, language: str = "en") -> Date | Diagnostic:
    """Read a date in EDTF or in words of a language, given as a BCP 47 tag.

    A diagnostic has the severity ``error`` and one of the ids ``date-unreadable``, ``date-ambiguous``,
    ``date-impossible`` and ``date-reversed``.
    """
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        return Diagnostic("error", "date-unreadable", f"A date has at most {LONGEST} characters.", position)
    try:
        return _read(typed, language.partition("-")[0].lower())
    except DateError as error:
        kind = "ambiguous" if isinstance(error, AmbiguousError) else error.problem
        return Diagnostic("error", f"date-{kind}", error.message, position, error.hint or EXAMPLES)


class AmbiguousError(DateError):
    """Figures that are one day for some readers and another for others."""


def _read(typed: str, language: str) -> Date:
    if figures := FIGURES.fullmatch(typed):
        return date_from_edtf(_figures(typed, figures), typed, language)
    if spaced := SPACED_TIME.fullmatch(typed):
        return date_from_edtf(f"{spaced[1]}T{spaced[2]}", typed)
    if EDTF.fullmatch(typed) and not YEARS_WITH_HYPHEN.fullmatch(typed):
        return date_from_edtf(typed)
    if language == "en":
        return _from_english(typed)
    raise DateError(
        "unreadable",
        f'"{typed}" cannot be read: dates in words are known in English only.',
        "Write it in EDTF: 2021-08-15, 2021-08, 198X, ../1998, 2021-05/..; it is printed in the document's language.",
    )


def _from_english(typed: str) -> Date:
    edtf = english_to_edtf(typed)
    try:
        return date_from_edtf(edtf, typed, "en")
    except DateError as error:
        if error.problem == "reversed":  # say it of the author's words, not of our EDTF
            raise DateError("reversed", f'"{typed}" ends before it begins.', error.hint) from error
        raise


def _figures(typed: str, match: re.Match[str]) -> str:
    """Read 15/08/2021, where only one reading is possible."""
    one, two, year = int(match[1]), int(match[3]), match[4]
    if one <= 12 and two <= 12 and one != two:
        raise AmbiguousError(
            "unreadable",
            f'"{typed}" can be read in two ways.',
            f"Write {one} {MONTH_NAMES[two - 1]} {year} or {two} {MONTH_NAMES[one - 1]} {year}.",
        )
    day, month = (two, one) if two > 12 else (one, two)
    return f"{year}-{month:02d}-{day:02d}"
