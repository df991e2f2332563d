"""Dates as words of a language: what is printed in masthead, table, chart and asks.

Words that the author typed in the document's own language are printed as typed. A date typed in EDTF, or in another
language, is worded here, each kind in its own way: "c. 1996", "1996?", "1980s", "by 1998", "since May 2021".
Months and their order come from the CLDR, through Babel. Not part of ``briefing.model`` itself, so that only those who
word dates pay for the import of Babel.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

from briefing.model.dates import Date
from briefing.model.edtf import SEASON_MONTHS, Interval, Point, Value, parse_edtf

__all__ = ["axis_words", "date_words"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a language says what is more than a day, a month or a year; ``{}`` is the date."""

    about_year: str = "~{}"
    about_day: str = "~{}"
    until: str = "– {}"
    since: str = "{} –"
    decade: str = "{0}–{1}"
    century: str = "{0}–{1}"
    either: str = " / "
    both: str = ", "
    seasons: tuple[str, ...] = ()
    """Spring to winter; without them, the months are named."""


PHRASES = {
    "en": Phrases(
        "c. {}",
        "about {}",
        "by {}",
        "since {}",
        "{}s",
        "{2} century",
        " or ",
        ", ",
        ("spring", "summer", "autumn", "winter"),
    ),
    "de": Phrases(
        "um {}",
        "um den {}",
        "bis {}",
        "seit {}",
        "{}er Jahre",
        "{3}. Jahrhundert",
        " oder ",
        ", ",
        ("Frühjahr", "Sommer", "Herbst", "Winter"),
    ),
    "fr": Phrases(
        "vers {}",
        "vers le {}",
        "jusqu’à {}",
        "depuis {}",
        "années {}",
        "{0}–{1}",
        " ou ",
        ", ",
        ("printemps", "été", "automne", "hiver"),
    ),
}


def date_words(date: Date, language: str) -> str:
    """Say a date in a language, given as a BCP 47 tag; an unknown language gets English months."""
    if date.language and date.language == _primary(language):
        return date.typed
    return Wording(_locale(language), PHRASES.get(_primary(language), Phrases())).value(parse_edtf(date.edtf))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _locale(language: str) -> Locale:
    for tag in (language, _primary(language), "en-GB"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@dataclass(frozen=True, slots=True)
class Wording:
    """Says the values of EDTF in one language."""

    locale: Locale
    phrases: Phrases

    def value(self, value: Value) -> str:
        """Say any value."""
        if isinstance(value, Point):
            return self.point(value)
        if isinstance(value, Interval):
            return self.interval(value)
        link = self.phrases.both if value.every else self.phrases.either
        return link.join(self.value(member) for member in value.members)

    def interval(self, interval: Interval) -> str:
        """Say a span, or what is open at one end."""
        if interval.start is None and interval.end is not None:
            return self.phrases.until.format(self.point(interval.end))
        if interval.start is not None and interval.end is None:
            return self.phrases.since.format(self.point(interval.start))
        if interval.start is None or interval.end is None:
            return ""
        return self._span(interval.start, interval.end)

    def _span(self, start: Point, end: Point) -> str:
        plain = not any((start.approximate, start.uncertain, end.approximate, end.uncertain))
        first, last = _calendar_day(start), _calendar_day(end)
        trusted = bool(self.phrases.seasons)  # Babel's intervals of Persian name the first month twice
        if trusted and plain and first and last and (skeleton := _common_skeleton(start, end)):
            return str(format_interval(first, last, skeleton, locale=self.locale))
        one, other = self.point(start), self.point(end)
        return f"{one}–{other}" if " " not in one + other else f"{one} – {other}"

    def point(self, point: Point) -> str:
        """Say one date."""
        words = self._plain(replace(point, approximate=False, uncertain=False))
        if point.approximate:
            fine = point.day or (1 <= point.month <= 12 and self.phrases.about_year == "c. {}")
            words = (self.phrases.about_day if fine else self.phrases.about_year).format(words)
        return words + "?" * point.uncertain

    def _plain(self, point: Point) -> str:
        if point.unspecified:
            return self._rounded(point)
        if point.month > 12:
            return self._season(point)
        if not point.month:
            return self._year(point.year)
        return self._day(point)

    def _rounded(self, point: Point) -> str:
        """Say a decade, a century or a millennium."""
        ends = self._year(point.year), self._year(point.year + 10**point.unspecified - 1)
        pattern = {1: self.phrases.decade, 2: self.phrases.century}.get(point.unspecified, "{0}–{1}")
        if point.year < 1000:
            pattern = "{0}–{1}"
        number = point.year // 100 + 1
        return pattern.format(*ends, _ordinal(number), number)

    def _year(self, year: int) -> str:
        if year > 999:
            return str(year)
        era = self.locale.eras["abbreviated"][0 if year <= 0 else 1]
        number = 1 - year if year <= 0 else year
        return f"{number} {era}"

    def _season(self, point: Point) -> str:
        if point.month <= 32 and self.phrases.seasons:
            start, _ = SEASON_MONTHS[point.month]
            southern = point.month >= 29
            index = (start // 3 - 1 + 2 * southern) % 4
            return f"{self.phrases.seasons[index]} {self._year(point.year)}"
        start, count = SEASON_MONTHS[point.month]
        years, month = divmod(start + count - 2, 12)
        return self._span(Point(point.year, start), Point(point.year + years, month + 1))

    def _day(self, point: Point) -> str:
        """Say a month or a day, with its time; Python's calendar ends at year 1, so others borrow the year 2000."""
        stand_in = _calendar_day(point)
        if stand_in is None:
            borrowed = dt.date(2000, point.month, point.day or 1)
            pattern = "MMMMd" if point.day else "MMMM"
            return f"{format_skeleton(pattern, borrowed, locale=self.locale)} {self._year(point.year)}"
        words = str(
            format_date(stand_in, "long", locale=self.locale)
            if point.day
            else format_skeleton("yMMMM", stand_in, locale=self.locale)
        )
        return words if point.seconds is None else f"{words}, {_clock(point)}"


def _clock(point: Point) -> str:
    minutes, seconds = divmod(point.seconds or 0, 60)
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    if point.zone is None:
        return clock
    sign, east = "−" if point.zone < 0 else "+", abs(point.zone)
    return f"{clock} UTC" + (f"{sign}{east // 60}" + (f":{east % 60:02d}" if east % 60 else "") if east else "")


def _calendar_day(point: Point) -> dt.date | None:
    """Give the first day as Babel takes it, or ``None`` outside the years of four digits."""
    if not 1000 <= point.year <= 9999 or not 0 < point.month <= 12:
        return None
    return dt.date(point.year, point.month, point.day or 1)


def _common_skeleton(start: Point, end: Point) -> str:
    """Name the fields that both ends have, where they have the same and no time of day."""
    if start.seconds is not None or end.seconds is not None or bool(start.day) != bool(end.day):
        return ""
    return "yMMMMd" if start.day else "yMMMM"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def axis_words(point: Point, language: str, *, with_year: bool, with_day: bool = False) -> str:
    """Say a moment on an axis, as short as its language has it: "Aug", "15 Aug", "Aug 2021", "10:00", "16 Aug, 00:00".

    A time of day is said alone unless ``with_year`` or ``with_day``; other dates name their day in any case.
    """
    wording = Wording(_locale(language), PHRASES.get(_primary(language), Phrases()))
    if point.seconds is not None and not (with_year or with_day):
        return _clock(point)
    stand_in = _calendar_day(point)
    if not point.month or stand_in is None:
        return wording.point(point)
    day = "d" if point.day else ""
    words = str(format_skeleton(("yMMM" if with_year else "MMM") + day, stand_in, locale=wording.locale))
    return words if point.seconds is None else f"{words}, {_clock(point)}"
