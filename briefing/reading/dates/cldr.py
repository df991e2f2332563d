"""What the CLDR knows of the dates of a language: months, days of the week, eras, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern

from briefing.model.locales import locale_of
from briefing.reading.dates.vocabulary import Entry

__all__ = ["begins_with_year", "cldr_entries", "parts_days_with_dots"]

_SKELETONS = ("y", "Gy", "yMMMM", "yMMMMd", "yMMM", "yMMMd", "MMMMd")
# Patterns are compiled where they are used: English needs none of them.
_MONTH = r"%\([ML]{3,4}\)s"
_FIELD = r"%\(\w+\)s"
_GLUED_BEFORE = r"[^\s\W\d](?:[^\W\d]|['’-])*\Z"
_DAY_IN_FIGURES = r"d{1,2}\. ?M{1,2}\. ?y"
_GLUED_BEHIND = r"(?:[^\W\d]|['’-])+"


def cldr_entries(language: str) -> Iterator[Entry]:
    """List them for a language, given as a BCP 47 tag; for an unknown one those of English."""
    locale = locale_of(language)
    patterns = [str(pattern.format) for pattern in _patterns(locale)]
    yield from _months(locale, patterns)
    for pattern in patterns:
        for literal in re.split(_FIELD, pattern):
            yield Entry(literal.strip(), "filler")
            yield from (Entry(word, "filler") for word in literal.split())
    for width in ("abbreviated", "wide"):
        eras = locale.eras[width]
        yield Entry(eras[0], "before_christ")
        yield Entry(eras[1], "after_christ")
    for context in ("format", "stand-alone"):
        yield from (Entry(name, "weekday") for name in locale.days[context]["wide"].values())


def begins_with_year(language: str) -> bool:
    """Tell whether the year stands before the day in a language, given as a BCP 47 tag."""
    pattern = str(locale_of(language).date_formats["long"].format)
    return pattern.find("%(y") < pattern.find("%(d")


def parts_days_with_dots(language: str) -> bool:
    """Tell whether a language, given as a BCP 47 tag, writes a day in figures as 1.5.1979: day, month, year."""
    return bool(re.match(_DAY_IN_FIGURES, locale_of(language).date_formats["short"].pattern))


def _patterns(locale: Locale) -> Iterator[DateTimePattern]:
    yield from (locale.date_formats[width] for width in ("long", "medium"))
    for skeleton in _SKELETONS:
        if skeleton in locale.datetime_skeletons:
            yield parse_pattern(locale.datetime_skeletons[skeleton])


def _months(locale: Locale, patterns: list[str]) -> Iterator[Entry]:
    """Name each month in full and shortened, by itself and with what patterns glue to it."""
    affixes = {("", "")} | {each for pattern in patterns for each in _affixes(pattern)}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                yield from (Entry(before + name + behind, "month", number) for before, behind in affixes)


def _affixes(pattern: str) -> Iterator[tuple[str, str]]:
    """Tell what a pattern writes right before a month and right behind it."""
    for month in re.finditer(_MONTH, pattern):
        before = re.search(_GLUED_BEFORE, pattern[: month.start()])
        behind = re.match(_GLUED_BEHIND, pattern[month.end() :])
        yield before[0] if before else "", behind[0] if behind else ""
