"""The names at the head of a table → what each column holds. Capitals, accents, spaces and dashes do not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of
from briefing.reading.events.languages import LANGUAGES, listed
from briefing.reading.spelling import nearest
from briefing.reading.yaml import Scalar

__all__ = ["DAY_FIRST", "MONTH_FIRST", "NAMES", "Columns", "meant_by", "order_in", "read_columns"]

DAY_FIRST, MONTH_FIRST = "day/month/year", "month/day/year"

NAMES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "date": ("date", "dates", "when"),
        "start": ("start", "start date", "begin", "begin date", "beginning", "from", "from date"),
        "end": ("end", "end date", "to", "to date", "until", "finish", "ending"),
        "year": ("year", "start year"),
        "month": ("month", "start month"),
        "day": ("day", "start day"),
        "time": ("time", "start time"),
        "end year": ("end year",),
        "end month": ("end month",),
        "end day": ("end day",),
        "end time": ("end time",),
        "display date": ("display date",),
        "event": ("event", "events", "what", "what happened", "headline", "title"),
        "text": ("text", "description", "details", "detail"),
        "source": (
            *("source", "sources", "citation", "citations", "cite", "reference", "references", "ref"),
            *("key", "keys", "url", "urls", "link", "links", "source url"),
        ),
        "media": ("media", "media url"),
        "media credit": ("media credit",),
        "media caption": ("media caption",),
        "stressed": ("stressed", "stress", "highlight", "highlighted", "important", "key event"),
        "type": ("type",),
    }
)
"""What each column is called in English, by what it holds."""
_SEVERAL = ("source", "text")
"""What several columns may hold."""
_ENGLISH = {name: role for role, names in NAMES.items() for name in names}
_ORDER = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_ORDERS = {("day", "month", "year"): DAY_FIRST, ("month", "day", "year"): MONTH_FIRST}
_LENGTHS = {"day": 2, "month": 2, "year": 4}
_ENGLISH_FIGURES = {"day": "day", "month": "month", "year": "year", "d": "day", "m": "month", "y": "year"}
_MOST_NAMED = 20


class Columns(NamedTuple):
    """Where things stand in a row, each by the index of its cell."""

    places: Mapping[str, tuple[int, ...]]
    orders: Mapping[str, str]
    """``DAY_FIRST`` or ``MONTH_FIRST``, by what the column holds, where its name says so."""
    unknown: tuple[int, ...]
    """Columns that a timeline has no place for."""
    names: Mapping[str, str]
    """What a column may be called, and what it then holds, in the language of the table and in English."""
    from_timelinejs: bool
    """The sheet that TimelineJS is fed with, whose texts are HTML."""
    diagnostics: tuple[Diagnostic, ...]


def read_columns(header: Sequence[Scalar], language: str) -> Columns:
    """Find out what each column holds; the table is in ``language``, or in the one that knows more of its names."""
    places: dict[str, tuple[int, ...]] = {}
    orders: dict[str, str] = {}
    unknown, problems = [], []
    plain, given = zip(*map(_without_order, (each.text for each in header)), strict=True) if header else ((), ())
    names = _names_of(plain, read_tag(language).language)
    roles = _by_folded(names)
    for index, name in enumerate(header):
        role = roles.get(plain[index], "")
        if not role:
            unknown.append(index)
        elif role in places and role not in _SEVERAL:
            problems.append(_twice(header[places[role][0]], name))
        else:
            places[role] = (*places.get(role, ()), index)
            orders |= {role: given[index]} if given[index] else {}
    if "event" not in places and "text" in places:
        places["event"], places["text"] = places["text"][:1], places["text"][1:]
    if "event" not in places and header:
        problems.append(_no_events(header))
    return Columns(places, orders, tuple(unknown), names, {"headline", "year"} <= set(plain), tuple(problems))


def meant_by(name: str, columns: Columns) -> str:
    """Guess which column a name is a misspelling of, among those that the table lacks; empty where none is like it."""
    return nearest(name, [each for each, role in columns.names.items() if role not in columns.places])


def _names_of(header: Sequence[str], language: str) -> Mapping[str, str]:
    """Choose the names of the language, or where none of a table's says what happened, of that which knows most."""
    own = _names_in(language)
    if {"event", "text"} & {role for name, role in _by_folded(own).items() if name in header}:
        return own
    return max((own, *map(_names_in, LANGUAGES)), key=lambda names: sum(each in header for each in _by_folded(names)))


def _names_in(language: str) -> Mapping[str, str]:
    words = LANGUAGES.get(language)
    own = {name: role for role in NAMES if words for name in listed(getattr(words, role, "")) if name}
    return {**_ENGLISH, **own}


def _by_folded(names: Mapping[str, str]) -> Mapping[str, str]:
    return {_folded(name): role for name, role in names.items()}


def _without_order(name: str) -> tuple[str, str]:
    """Part the order of day and month from the name of a column: ``date (day/month/year)``."""
    found = _ORDER.search(name)
    order = _order(found[1]) if found else ""
    return (_folded(name[: found.start()]), order) if found and order else (_folded(name), "")


def _order(words: str) -> str:
    """Tell which of day and month comes first, in any language: ``Tag/Monat/Jahr``, ``TT.MM.JJJJ``, ``ddmmyyyy``."""
    parts = re.findall(r"[^\W_]+", key_of(words))
    if len(parts) == 1:
        parts = [found[0] for found in re.finditer(r"(.)\1*", parts[0])]
    if len(parts) != 3:
        return ""
    parts = [each[0] if len(set(each)) == 1 else each for each in parts]
    roles = (
        tuple(figures.get(each, "") for each in parts) for figures in (_ENGLISH_FIGURES, *map(_figures, LANGUAGES))
    )
    return next((_ORDERS[each] for each in roles if each in _ORDERS), "")


def order_in(order: str, language: str, sign: str) -> str:
    """Say ``DAY_FIRST`` or ``MONTH_FIRST`` as a column of a language, a BCP 47 tag, may say it: ``TT.MM.JJJJ``."""
    words = LANGUAGES.get(read_tag(language).language)
    if words is None:
        return order
    roles = next(roles for roles, name in _ORDERS.items() if name == order)
    figures = dict(zip(_LENGTHS, listed(words.figures), strict=False))
    if any(figures.values()):
        return sign.join(figures[role] * _LENGTHS[role] for role in roles)
    return "/".join(next(iter(listed(getattr(words, role)))) for role in roles)


def _figures(language: str) -> Mapping[str, str]:
    """Tell what a word, or a letter that stands for a figure, is in the order of a date."""
    words = LANGUAGES[language]
    named = {key_of(word): role for role in ("day", "month", "year") for word in listed(getattr(words, role))}
    return {**named, **dict(zip(map(key_of, listed(words.figures)), ("day", "month", "year"), strict=False))}


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", key_of(name))


def _twice(first: Scalar, second: Scalar) -> Diagnostic:
    message = f'The columns "{first.text[:40]}" and "{second.text[:40]}" would both hold the same.'
    return Diagnostic("error", "duplicate-column", message, second.position, "Give one of them another name.")


def _no_events(header: Sequence[Scalar]) -> Diagnostic:
    names = ", ".join(f'"{each.text[:40]}"' for each in header[:_MOST_NAMED])
    message = f"No column of this file says what happened. There is: {names}."
    hint = 'Name the columns in the first row: "date", "event" and, if there is one, "source".'
    return Diagnostic("error", "no-events-column", message, header[0].position, hint)
