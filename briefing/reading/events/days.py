"""One column of dates, as people type them and as spreadsheets export them → dates; none is guessed.

What a spreadsheet does to a date: it adds midnight, or gives the number of days since 1900, or writes 03/04/2021, which
is one day to some readers and another to others. The first is taken off; the others are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.errors import Diagnostic
from briefing.model import Date
from briefing.reading.dates import read_date
from briefing.reading.events.columns import DAY_FIRST, MONTH_FIRST, order_in
from briefing.reading.yaml import Scalar

__all__ = ["read_days"]

_MIDNIGHT = re.compile(r"(?P<day>\S.*?)[ T]+0?0:00(?::00(?:\.0+)?)?(?: ?AM)?", re.IGNORECASE)
_TIMED = re.compile(r"\d:\d\d")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_FIGURES = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[./-]) ?(?P<two>\d{1,2})(?P=sign) ?(?P<year>\d{4})(?P<time>,? \d{1,2}[:. ].*)?", re.ASCII
)
_MOST_NAMED = 5
_LONGEST = 100
"""Characters of what may be a day with midnight behind it."""


def read_days(
    column: str, cells: Sequence[Scalar], order: str, language: str
) -> tuple[list[Date | Diagnostic | None], list[Diagnostic]]:
    """Read the cells of a column with a name; ``None`` stands for an empty cell.

    ``order`` says how figures are meant, where the column's name says it. The second list is what is to be told: that
    some dates can be read in two ways is told once for all of them.
    """
    texts = _without_midnights([" ".join(cell.text.split()) for cell in cells])
    dates: list[Date | Diagnostic | None] = []
    problems: list[Diagnostic] = []
    ambiguous: list[Scalar] = []
    for text, cell in zip(texts, cells, strict=True):
        found = _read(text, cell, order, language) if text else None
        dates.append(found)
        if isinstance(found, Diagnostic) and found.id == "date-ambiguous" and _FIGURES.fullmatch(text):
            ambiguous.append(cell)
        elif isinstance(found, Diagnostic):
            problems.append(found)
    return dates, [*problems, *([_ambiguous(column, ambiguous, texts, language)] if ambiguous else [])]


def _without_midnights(texts: Sequence[str]) -> list[str]:
    """Take midnight off where every time of a column is midnight: it is the spreadsheet's, not the author's."""
    found = [_MIDNIGHT.fullmatch(text) if len(text) <= _LONGEST else None for text in texts]
    times = sum(bool(_TIMED.search(text)) for text in texts)
    if times != sum(map(bool, found)):
        return list(texts)
    return [each["day"] if each else text for each, text in zip(found, texts, strict=True)]


def _read(text: str, cell: Scalar, order: str, language: str) -> Date | Diagnostic:
    if _SERIAL.fullmatch(text):
        message = f'"{text}" is the number by which a spreadsheet keeps a day.'
        hint = "Give the column the form of a date there, such as 2021-08-15, and export it again."
        return Diagnostic("error", "date-unreadable", message, cell.position, hint)
    figures = _FIGURES.fullmatch(text)
    if figures is None or not order:
        return read_date(text, cell.position, language)
    day, month = figures.group("one", "two") if order == DAY_FIRST else figures.group("two", "one")
    written = f"{figures['year']}-{int(month):02d}-{int(day):02d}{figures['time'] or ''}"
    read = read_date(written, cell.position, language)
    if isinstance(read, Date):
        return read
    message = f'"{text}" is no {order}, as the name of this column says.'
    return Diagnostic("error", "date-impossible", message, cell.position, "Correct the date, or the name.")


def _ambiguous(column: str, cells: Sequence[Scalar], texts: Sequence[str], language: str) -> Diagnostic:
    """Say once for the column that days and months cannot be told apart, and what the others suggest."""
    few = ", ".join(f"{' '.join(cell.text.split())} (line {cell.position.line})" for cell in cells[:_MOST_NAMED])
    more = f" and {len(cells) - _MOST_NAMED} more" if len(cells) > _MOST_NAMED else ""
    message = f'In "{column[:40]}" it cannot be told which figure is the day and which the month: {few}{more}.'
    suggested, example = _suggested(texts)
    sign = next(iter(re.findall(r"[./-]", cells[0].text)), "/")
    first, second = (f"{column[:40]} ({order_in(order, language, sign)})" for order in (DAY_FIRST, MONTH_FIRST))
    hint = f'Name the column "{first}" or "{second}", whichever it is.'
    if suggested:
        hint = f'If all are like {example}, name the column "{first if suggested == DAY_FIRST else second}".'
    return Diagnostic("error", "date-ambiguous", message, cells[0].position, hint)


def _suggested(texts: Sequence[str]) -> tuple[str, str]:
    """Find the order that the other dates of the column agree on, with one of them."""
    found: dict[str, str] = {}
    for text in texts:
        figures = _FIGURES.fullmatch(text)
        one, two = (int(figures["one"]), int(figures["two"])) if figures else (0, 0)
        if one > 12 >= two:
            found.setdefault(DAY_FIRST, text)
        elif two > 12 >= one:
            found.setdefault(MONTH_FIRST, text)
    return next(iter(found.items())) if len(found) == 1 else ("", "")
