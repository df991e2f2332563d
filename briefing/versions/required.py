"""Significant changes → what readers have to be told of them: a later date, a higher version, an entry in the box.

The rule of the House of Commons Library: the date of a briefing changes with its substance, and not with its spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Correction, Date, plain_text
from briefing.model.dates import surely_before
from briefing.model.wording import date_words
from briefing.versions.changes import Change
from briefing.versions.contents import Changed
from briefing.versions.words import words_in

__all__ = ["missing"]

_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,5}", re.ASCII)
_LONGEST = 60
"""Characters of what is told that a correction is proposed with."""
_MOST = 10
"""Entries that are proposed."""
_NAMED = frozenset({"figure-changed", "date-changed"})


def missing(before: Briefing, now: Briefing, changes: Sequence[Change], today: Date | None) -> Iterator[Diagnostic]:
    """Say what significant changes ask for and the new version does not have; ``today`` is the day of the check."""
    significant = [change for change in changes if change.weight == "significant"]
    if significant:
        yield from _date(before, now, today)
        yield from _version(before, now)
        yield from _correction(before, now, significant, today)


def _date(before: Briefing, now: Briefing, today: Date | None) -> Iterator[Diagnostic]:
    old, new = before.masthead.date, now.masthead.date
    if new and today and surely_before(today, new):
        message = f"The date of this version, {_shown(new)}, is still to come: today is {_shown_as(today, new, now)}."
        hint = "Leave it where this version is published on that day; else write the day of the change."
        yield Diagnostic("warning", "date-to-come", message, now.masthead.positions.get("date", now.position), hint)
    if new and (old is None or _is_later(new, old) or _is_same_day(new, old, today)):
        return
    position = now.masthead.positions.get("date", now.position)
    message = "A significant change asks for a date, so that readers can tell the versions from each other."
    if old:
        message = f"A significant change asks for a date later than that of the earlier version, {_shown(old)}."
    yield Diagnostic(
        "error", "date-not-raised", message, position, f"Write the day of the change: {_line(today, now, old)}"
    )


def _line(day: Date | None, now: Briefing, like: Date | None) -> str:
    return f"date: {_shown_as(day, like, now) if day else '2021-09-05'}"


def _shown_as(day: Date, like: Date | None, briefing: Briefing) -> str:
    """Write a day as another one is typed: in words of the text's language, or in figures."""
    return date_words(day, briefing.masthead.language) if like and like.language else day.edtf


def _is_later(one: Date, other: Date) -> bool:
    return one.first is not None and other.first is not None and one.first > other.first


def _is_same_day(new: Date, old: Date, today: Date | None) -> bool:
    """Tell whether the earlier version is of today: no later date would be true."""
    return today is not None and new.edtf == old.edtf == today.edtf


def _shown(date: Date | None) -> str:
    return " ".join(date.typed.split()) if date else ""


def _version(before: Briefing, now: Briefing) -> Iterator[Diagnostic]:
    old, new = before.masthead.version, now.masthead.version
    if _is_raised(old, new):
        return
    position = now.masthead.positions.get("version", now.position)
    was = f'"{old}"' if old else "none, which counts as 1"
    message = f"A significant change asks for a higher version than that of the earlier one: {was}."
    yield Diagnostic("error", "version-not-raised", message, position, f"Write: version: {_next(old)}")


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBER.search(version or "1")
    return tuple(map(int, found[0].split("."))) if found else ()


def _is_raised(old: str, new: str) -> bool:
    before, now = _numbers(old), _numbers(new)
    if before and now:
        pairs = zip_longest(before, now, fillvalue=0)
        return next((its > mine for mine, its in pairs if mine != its), False)
    return bool(new) and new.split() != old.split()


def _next(version: str) -> str:
    numbers = _numbers(version)
    return ".".join(map(str, (*numbers[:-1], numbers[-1] + 1))) if numbers else "2"


def _correction(
    before: Briefing, now: Briefing, significant: Sequence[Change], today: Date | None
) -> Iterator[Diagnostic]:
    known = {_key(each) for each in before.corrections}
    new = [each for each in now.corrections if _key(each) not in known]
    old = before.masthead.date
    late = [each for each in new if now.masthead.date and surely_before(now.masthead.date, each.date)]
    in_time = (each for each in new if each not in late)
    if any(old is None or _is_later(each.date, old) or _is_same_day(each.date, old, today) for each in in_time):
        return
    if late:
        message = f"The new correction is dated after this version, which is of {_shown(now.masthead.date)}."
        yield Diagnostic("error", "correction-missing", message, late[0].position, "Write the day of the change.")
        return
    if new:
        message = f"The new correction is dated before the change: the earlier version is of {_shown(old)}."
        yield Diagnostic("error", "correction-missing", message, new[0].position, "Write the day of the change.")
        return
    many = "one significant change" if len(significant) == 1 else f"{len(significant)} significant changes"
    message = f"No entry of the corrections box tells readers of {many}. Add, in your own words:"
    hint = "The block may stand anywhere in the text."
    day = next((date for date in (now.masthead.date, today) if date and (old is None or _is_later(date, old))), None)
    written = _shown_as(day, now.masthead.date or old, now) if day else "DATE"
    lines = tuple(f"- {written}: {words}" for words in _proposed(significant))
    if now.corrections:
        hint = ""
    else:
        lines = ("::: corrections", *lines, ":::")
    position = now.corrections[-1].position if now.corrections else _end(now)
    yield Diagnostic("error", "correction-missing", message, position, hint, lines)


def _end(briefing: Briefing) -> Position:
    """Give the last line of the text, where a block may be added."""
    file = briefing.position.file
    text = briefing.manuscripts.get(file, "").rstrip()
    return Position(file, text.count("\n") + 1)


def _key(correction: Correction) -> tuple[str, ...]:
    return (correction.date.edtf, *(word.casefold() for word in words_in(plain_text(correction.text))))


def _proposed(significant: Sequence[Change]) -> tuple[str, ...]:
    """Propose the words of entries: one for each change that names what it was and what it is, one for all others."""
    named = [each for each in significant if each.what.before and each.what.now and each.kind in _NAMED]
    told = dict.fromkeys(f"An earlier version said {_list(old)}; it is {_list(new)}." for old, new in _what(named))
    shown = [*told][:_MOST]
    others = len(named) < len(significant) or len(shown) < len(told)
    return (*shown, *(["An earlier version said …; it says now …."] if others else []))


def _what(changes: Sequence[Change]) -> Iterator[Changed]:
    return (change.what for change in changes)


def _list(words: Sequence[str]) -> str:
    return ", ".join(f'"{each if len(each) <= _LONGEST else each[:_LONGEST] + " …"}"' for each in words)
