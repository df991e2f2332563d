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
_LONGEST = 40
"""Characters on either side of a date that are looked at."""
_EPOCH = 5
"""Day of the week of 2000-01-01, a Saturday, where Monday is 0."""


def wrong_weekdays(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of each date that names another day of the week than its own."""
    language = edited.briefing.masthead.language
    own_names = locale_of(language).days["format"]["wide"]
    names = {name.casefold(): number for number, name in own_names.items()}
    days = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    named = re.compile(rf"\b(?:{days})\b", re.IGNORECASE)
    before = re.compile(rf"\b(?P<day>{days})\b{_BETWEEN}\Z", re.IGNORECASE)
    behind = re.compile(rf"{_BEHIND}(?P<day>{days})\b(?=\s*[),.;])", re.IGNORECASE)
    for passage in edited.passages:
        for mention in dates_in(passage.text, language) if named.search(passage.text) else ():
            found = _beside(passage, mention, before, behind)
            own = _weekday(mention.date)
            if found and own is not None and names[found["day"].casefold()] != own:
                yield _wrong(edited, passage, mention, found, own_names[own])


def _beside(
    passage: Passage, mention: Mention, before: re.Pattern[str], behind: re.Pattern[str]
) -> re.Match[str] | None:
    start = max(mention.start - _LONGEST, 0)
    return before.search(passage.text, start, mention.start) or behind.match(
        passage.text, mention.end, mention.end + _LONGEST
    )


def _weekday(date: Date) -> int | None:
    """Count from Monday, 0; nothing for what is not one day."""
    value = parse_edtf(date.edtf)
    if not isinstance(value, Point) or not value.day or value.approximate or value.uncertain:
        return None
    return (int(value.first // 1) + _EPOCH) % 7


def _wrong(edited: Edited, passage: Passage, mention: Mention, found: re.Match[str], own: str) -> Diagnostic:
    date, day = passage.text[mention.start : mention.end], own[:1].upper() + own[1:]
    message = f'"{found["day"]}" and "{date}" do not go together: that day is a {day}.'
    place = edited.place(passage, found.start("day"), found.end("day"))
    return doubt("weekday", message, place, "One of the two is wrong: look it up in your source.")
