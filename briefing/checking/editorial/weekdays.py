"""A date beside the name of a day of the week on which it does not fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.editorial.edited import Edited, doubt
from briefing.claims import Passage
from briefing.errors import Diagnostic
from briefing.model import Date
from briefing.model.edtf import Point, parse_edtf
from briefing.model.locales import locale_of
from briefing.reading.dates import Mention, dates_in

__all__ = ["wrong_weekdays"]

_BETWEEN = r"[\s,،]*(?:(?:the|dem|den|der|le|el|il|o|dia|día|de|op)\s+)?"
"""What may stand between a day of the week and its date."""
_BEHIND = r"(?:\s*,?\s*\(|\s*,)\s*(?:(?:a|ein|un|una|uma|een)\s+)?"
"""And between a date and its day of the week, such as "(a Sunday)"."""
_SHORT = {
    "en": {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5}
}  # fmt: skip
"""Days as they are shortened in running text, by primary subtag: in most languages such are words of other meanings."""
_TO = r"\s*(?:[-–—]|to|until|till|and|or|bis|und|au|et|al|a|y|e|tot|en)\s*"
_FROM_A_DAY = re.compile(r"\d{4}-\d\d-\d\d/")
_LONGEST = 40
"""Characters on either side of a date that are looked at."""
_EPOCH = 5
"""Day of the week of 2000-01-01, a Saturday, where Monday is 0."""


def wrong_weekdays(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of each date that names another day of the week than its own."""
    language = edited.briefing.masthead.language
    own_names = locale_of(language).days["format"]["wide"]
    names = {name.casefold(): number for number, name in own_names.items()} | _SHORT.get(edited.language, {})
    days = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    named = re.compile(rf"\b(?:{days})\b", re.IGNORECASE)
    before = re.compile(rf"\b(?P<day>{days})\b\.?{_BETWEEN}\Z", re.IGNORECASE)
    first = re.compile(
        rf"\b(?P<day>{days})\b\.?{_BETWEEN}(?P<number>\d{{1,2}})(?:st|nd|rd|th|er|\.)?{_TO}"
        rf"(?:(?:{days})\b\.?)?{_BETWEEN}\Z",
        re.IGNORECASE,
    )
    behind = re.compile(rf"{_BEHIND}(?P<day>{days})\b(?=\s*[),.;])", re.IGNORECASE)
    for passage in edited.passages:
        for mention in dates_in(passage.text, language) if named.search(passage.text) else ():
            date = passage.text[mention.start : mention.end]
            found = _beside(passage, mention, before, behind)
            is_before = found is not None and found.start() < mention.start
            own = _weekday(mention.date, spans=is_before)
            if found and own is not None and names[found["day"].casefold()] != own:
                yield _wrong(edited, passage, date, found, own_names[own])
            found = first.search(passage.text, max(mention.start - _LONGEST, 0), mention.start)
            own = _weekday_of_first(mention.date, int(found["number"])) if found else None
            if found and own is not None and names[found["day"].casefold()] != own:
                yield _wrong(edited, passage, f"{found['number']} … {date}", found, own_names[own])


def _beside(
    passage: Passage, mention: Mention, before: re.Pattern[str], behind: re.Pattern[str]
) -> re.Match[str] | None:
    start = max(mention.start - _LONGEST, 0)
    return before.search(passage.text, start, mention.start) or behind.match(
        passage.text, mention.end, mention.end + _LONGEST
    )


def _weekday(date: Date, *, spans: bool = False) -> int | None:
    """Count from Monday, 0, with ``spans`` also the first day of several; nothing for what names no day."""
    value = parse_edtf(date.edtf.partition("/")[0] if spans and _FROM_A_DAY.match(date.edtf) else date.edtf)
    if not isinstance(value, Point) or not value.day or value.approximate or value.uncertain:
        return None
    return (int(value.first // 1) + _EPOCH) % 7


def _weekday_of_first(date: Date, day: int) -> int | None:
    """Count the weekday of an earlier day of the same month: "Monday 15 to 18 August 2021"."""
    last, value = _weekday(date), parse_edtf(date.edtf)
    if last is None or not isinstance(value, Point) or not 0 < day < (value.day or 0):
        return None
    return (last - ((value.day or 0) - day)) % 7


def _wrong(edited: Edited, passage: Passage, date: str, found: re.Match[str], own: str) -> Diagnostic:
    day = own[:1].upper() + own[1:]
    message = f'"{found["day"]}" and "{date}" do not go together: that day is a {day}.'
    place = edited.place(passage, found.start("day"), found.end("day"))
    return doubt("weekday", message, place, "One of the two is wrong: look it up in your source.")
