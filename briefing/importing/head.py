"""The fields of an article that was found → the lines at the head of ``briefing.md``."""

from __future__ import annotations

from briefing.errors import Position
from briefing.importing.found import Found
from briefing.model import Date
from briefing.model.wording import date_words
from briefing.reading.dates import read_date
from briefing.writing import Value, as_fields, printable

__all__ = ["head_of"]

_HERE = Position("briefing.md")
_FIRST = ("title", "subtitle", "standfirst", "authors", "date", "information_as_of", "language")
"""Fields in the order in which an author reads them; the others follow as they were found."""
_DAYS = ("date", "information_as_of", "deadline")


def head_of(found: Found, title: str, language: str) -> str:
    """Write the fields at the head, those of the petition as a group, with what stands there as it was typed."""
    groups: dict[str, dict[str, str]] = {}
    fields: dict[str, Value] = {"title": title, "language": language}
    for name, value in found.fields.items():
        group, _, own = name.rpartition(".")
        shown = _field(own, value, language)
        if group and isinstance(shown, str):
            groups.setdefault(group, {})[own] = shown
        else:
            fields[name] = shown
    ordered = {name: fields.pop(name) for name in _FIRST if name in fields}
    comments = "".join(f"# {line}\n" for each in found.comments for line in each.splitlines())
    typed = "".join(f"{line}\n" for line in found.head)
    return f"---\n{as_fields({**ordered, **fields, **groups})}{typed}{comments}---\n"


def _field(name: str, value: str | tuple[str, ...], language: str) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(filter(None, map(printable, value)))
    return _day(printable(value), language) if name in _DAYS else printable(value)


def _day(typed: str, language: str) -> str:
    """Word a date of EDTF for its author, if those words are read as the same date."""
    date = read_date(typed, _HERE, language)
    if not isinstance(date, Date):
        return typed
    words = date_words(date, language)
    again = read_date(words, _HERE, language)
    return words if isinstance(again, Date) and again.edtf == date.edtf else typed
