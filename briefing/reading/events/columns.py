"""The names at the head of a table → what each column holds. Upper and lower case, spaces and dashes do not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.reading.spelling import nearest
from briefing.reading.yaml import Scalar

__all__ = ["DAY_FIRST", "MONTH_FIRST", "NAMES", "Columns", "meant_by", "read_columns"]

DAY_FIRST, MONTH_FIRST = "day/month/year", "month/day/year"

NAMES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "date": ("date", "dates", "when", "datum", "fecha", "data"),
        "start": ("start", "start date", "begin", "begin date", "beginning", "from", "from date", "von", "beginn"),
        "end": ("end", "end date", "to", "to date", "until", "finish", "ending", "bis", "ende"),
        "year": ("year", "start year"),
        "month": ("month", "start month"),
        "day": ("day", "start day"),
        "time": ("time", "start time"),
        "end year": ("end year",),
        "end month": ("end month",),
        "end day": ("end day",),
        "end time": ("end time",),
        "display date": ("display date",),
        "event": ("event", "events", "what", "what happened", "headline", "title", "ereignis", "événement", "evento"),
        "text": ("text", "description", "details", "detail", "beschreibung"),
        "source": (
            *("source", "sources", "citation", "citations", "cite", "reference", "references", "ref"),
            *("key", "keys", "url", "urls", "link", "links", "source url", "quelle", "quellen", "fuente"),
        ),
        "media": ("media", "media url"),
        "media credit": ("media credit",),
        "media caption": ("media caption",),
        "stressed": ("stressed", "stress", "highlight", "highlighted", "important", "key event"),
        "type": ("type",),
    }
)
"""What each column is called, by what it holds."""
_SEVERAL = ("source", "text")
"""What several columns may hold."""
_BY_NAME = {name.replace(" ", ""): role for role, names in NAMES.items() for name in names}
_ORDER = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_ORDERS = {
    **dict.fromkeys(("daymonthyear", "dmy", "ddmmyyyy", "dmyyyy", "ttmmjjjj", "jjmmaaaa", "ddmmaaaa"), DAY_FIRST),
    **dict.fromkeys(("monthdayyear", "mdy", "mmddyyyy", "mdyyyy"), MONTH_FIRST),
}
_MOST_NAMED = 20


class Columns(NamedTuple):
    """Where things stand in a row, each by the index of its cell."""

    places: Mapping[str, tuple[int, ...]]
    orders: Mapping[str, str]
    """``DAY_FIRST`` or ``MONTH_FIRST``, by what the column holds, where its name says so."""
    unknown: tuple[int, ...]
    """Columns that a timeline has no place for."""
    from_timelinejs: bool
    """The sheet that TimelineJS is fed with, whose texts are HTML."""
    diagnostics: tuple[Diagnostic, ...]


def read_columns(header: Sequence[Scalar]) -> Columns:
    """Find out what each column holds."""
    places: dict[str, tuple[int, ...]] = {}
    orders: dict[str, str] = {}
    unknown, problems = [], []
    for index, name in enumerate(header):
        plain, order = _without_order(name.text)
        role = _BY_NAME.get(plain, "")
        if not role:
            unknown.append(index)
        elif role in places and role not in _SEVERAL:
            problems.append(_twice(header[places[role][0]], name))
        else:
            places[role] = (*places.get(role, ()), index)
            if order:
                orders[role] = order
    if "event" not in places and "text" in places:
        places["event"], places["text"] = places["text"][:1], places["text"][1:]
    if "event" not in places and header:
        problems.append(_no_events(header))
    folded = {_folded(each.text) for each in header}
    return Columns(places, orders, tuple(unknown), {"headline", "year"} <= folded, tuple(problems))


def meant_by(name: str, columns: Columns) -> str:
    """Guess which column a name is a misspelling of, among those that the table lacks; empty where none is like it."""
    return nearest(name, [each for role, names in NAMES.items() if role not in columns.places for each in names])


def _without_order(name: str) -> tuple[str, str]:
    """Part the order of day and month from the name of a column: ``date (day/month/year)``."""
    found = _ORDER.search(name)
    order = _ORDERS.get(_folded(found[1]), "") if found else ""
    return (_folded(name[: found.start()]), order) if found and order else (_folded(name), "")


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _twice(first: Scalar, second: Scalar) -> Diagnostic:
    message = f'The columns "{first.text[:40]}" and "{second.text[:40]}" would both hold the same.'
    return Diagnostic("error", "duplicate-column", message, second.position, "Give one of them another name.")


def _no_events(header: Sequence[Scalar]) -> Diagnostic:
    names = ", ".join(f'"{each.text[:40]}"' for each in header[:_MOST_NAMED])
    message = f"No column of this file says what happened. There is: {names}."
    hint = 'Name the columns in the first row: "date", "event" and, if there is one, "source".'
    return Diagnostic("error", "no-events-column", message, header[0].position, hint)
