"""Dates as words of a language: what is printed in masthead, table, chart and asks.

Words that the author typed in the document's own language are printed as typed. A date typed in EDTF, or in another
language, is worded here, each kind in its own way: "c. 1996", "1996?", "1980s", "by 1998", "since May 2021".
Months and their order come from the CLDR, through Babel, digits are those of the language, and the calendar is the
Gregorian one. Not part of ``briefing.model`` itself, so that only those who
word dates pay for the import of Babel.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

from briefing.model.dates import Date
from briefing.model.digits import in_digits
from briefing.model.edtf import SEASON_MONTHS, Interval, Point, Value, parse_edtf
from briefing.model.languages import read_tag, widening
from briefing.model.phrases import Phrases, phrases_of

__all__ = ["axis_words", "date_words", "locale_of"]

_ENDS = "{0}–{1}"
"""What is said of ten or a hundred years without words for them."""
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def date_words(date: Date, language: str) -> str:
    """Say a date in a language, given as a BCP 47 tag; an unknown language gets English months."""
    if date.language and date.language == read_tag(language).language:
        return date.typed
    return in_digits(_wording(language).value(parse_edtf(date.edtf)), language)


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale:
    """Find what the CLDR has for a language, given as a BCP 47 tag; for an unknown one what it has for English."""
    for tag in (*widening(language), "en-GB"):
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        # Babel keeps what it finds there in a dictionary that languages share, and would say it in the next one too.
        locale.months["stand-alone"] = locale.months["stand-alone"].copy()
        return locale
    return Locale("en")


def _wording(language: str) -> Wording:
    return Wording(locale_of(language), phrases_of(language))


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
        link = self.phrases.also if value.every else self.phrases.either
        return link.join(self.value(member) for member in value.members)

    def interval(self, interval: Interval) -> str:
        """Say a span, or what is open at one end."""
        if interval.start is None and interval.end is not None:
            return self._open(interval.end, self.phrases.until, self.phrases.until_day)
        if interval.start is not None and interval.end is None:
            return self._open(interval.start, self.phrases.since, self.phrases.since_day)
        if interval.start is None or interval.end is None:
            return ""
        return self._span(interval.start, interval.end)

    def _open(self, end: Point, pattern: str, of_day: str) -> str:
        return (of_day if of_day and end.day and not end.approximate else pattern).format(
            self.point(end, declined=True)
        )

    def _span(self, start: Point, end: Point) -> str:
        plain = not any((start.approximate, start.uncertain, end.approximate, end.uncertain))
        first, last = self._calendar_day(start), self._calendar_day(end)
        if self.phrases.intervals and plain and first and last and (skeleton := _common_skeleton(start, end)):
            return str(format_interval(first, last, skeleton, locale=self.locale))
        one, other = self.point(start), self.point(end)
        if self.phrases.span:
            return self.phrases.span.format(one, other)
        return f"{one}–{other}" if " " not in one + other else f"{one} – {other}"

    def point(self, point: Point, *, declined: bool = False) -> str:
        """Say one date, in the form that it has behind "until" if so asked."""
        words = self._declined(declined or point.approximate)._plain(replace(point, approximate=False, uncertain=False))
        if point.approximate:
            fine = point.day or (1 <= point.month <= 12 and self.phrases.month_as_day)
            words = (self.phrases.about_day if fine else self.phrases.about_year).format(words)
        return words + "?" * point.uncertain

    def _declined(self, declined: bool) -> Wording:
        return Wording(self.locale, self.phrases.declined) if declined and self.phrases.declined else self

    def _plain(self, point: Point) -> str:
        if point.unspecified:
            return self._rounded(point)
        if point.month > 12:
            return self._season(point)
        if not point.month:
            return self._year(point.year)
        return self._day(point)

    def _rounded(self, point: Point) -> str:
        """Say a decade, a century or a millennium; its first year and its last where that has no words."""
        patterns = {1: self.phrases.decade, 2: self.phrases.century}
        pattern = patterns.get(point.unspecified, _ENDS)
        if point.unspecified == 1 and (point.year < 1000 or (point.year % 100 == 0 and "{1}" not in pattern)):
            pattern = _ENDS  # "the 1900s" may be ten years or a hundred
        ends = self._year(point.year), self._year(point.year + 10**point.unspecified - 1)
        before_christ = point.year < 0
        number = abs(point.year) // 100 + 1
        words = pattern.format(*ends, _ordinal(number), number, _roman(number))
        return words if pattern == _ENDS or not before_christ else f"{words} {self._era(point.year)}"

    def _year(self, year: int) -> str:
        if year > self.phrases.era_until:
            return str(year)
        return f"{1 - year if year <= 0 else year} {self._era(year)}"

    def _era(self, year: int) -> str:
        return str(self.locale.eras["abbreviated"][0 if year <= 0 else 1])

    def _season(self, point: Point) -> str:
        if point.month <= 32 and self.phrases.seasons:
            start, _ = SEASON_MONTHS[point.month]
            southern = point.month >= 29
            index = (start // 3 - 1 + 2 * southern) % 4
            return self.phrases.season.format(self.phrases.seasons[index], self._year(point.year))
        start, count = SEASON_MONTHS[point.month]
        years, month = divmod(start + count - 2, 12)
        return self._span(Point(point.year, start), Point(point.year + years, month + 1))

    def _day(self, point: Point) -> str:
        """Say a month or a day, with its time; Python's calendar ends at year 1, so others borrow the year 2000."""
        words = self._whole_day(point) if point.day else self._month(point)
        return words if point.seconds is None else f"{words}{self.phrases.both}{_clock(point)}"

    def _whole_day(self, point: Point) -> str:
        stand_in = self._calendar_day(point)
        if stand_in is not None:
            return str(format_date(stand_in, "long", locale=self.locale))
        borrowed = format_skeleton("MMMMd", dt.date(2000, point.month, point.day), locale=self.locale)
        return f"{borrowed} {self._year(point.year)}"

    def _month(self, point: Point) -> str:
        stand_in, own = self._calendar_day(point), self.phrases.month
        if stand_in is None:
            borrowed = dt.date(2000, point.month, 1)
            name = (
                format_date(borrowed, "MMMM", self.locale)
                if own
                else format_skeleton("MMMM", borrowed, locale=self.locale)
            )
            return f"{name} {self._year(point.year)}"
        return str(
            format_date(stand_in, own, self.locale) if own else format_skeleton("yMMMM", stand_in, locale=self.locale)
        )

    def _calendar_day(self, point: Point) -> dt.date | None:
        """Give the first day as Babel takes it, or ``None`` outside the years of four digits that need no era."""
        if not self.phrases.era_until < point.year <= 9999 or not 0 < point.month <= 12:
            return None
        return dt.date(point.year, point.month, point.day or 1)

    def on_axis(self, point: Point, *, with_year: bool, with_day: bool) -> str:
        """Say a moment on an axis, see ``axis_words``."""
        if point.seconds is not None and not (with_year or with_day):
            return _clock(point)
        stand_in = self._calendar_day(point)
        if not point.month or stand_in is None:
            return self.point(point)
        day = "d" if point.day else ""
        if day and with_year and self.phrases.short_day:
            words = str(format_date(stand_in, self.phrases.short_day, locale=self.locale))
        else:
            words = str(format_skeleton(("yMMM" if with_year else "MMM") + day, stand_in, locale=self.locale))
        return words if point.seconds is None else f"{words}{self.phrases.both}{_clock(point)}"


def _clock(point: Point) -> str:
    minutes, seconds = divmod(point.seconds or 0, 60)
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    if point.zone is None:
        return clock
    sign, east = "−" if point.zone < 0 else "+", abs(point.zone)
    return f"{clock} UTC" + (f"{sign}{east // 60}" + (f":{east % 60:02d}" if east % 60 else "") if east else "")


def _common_skeleton(start: Point, end: Point) -> str:
    """Name the fields that both ends have, where they have the same and no time of day."""
    if start.seconds is not None or end.seconds is not None or bool(start.day) != bool(end.day):
        return ""
    return "yMMMMd" if start.day else "yMMMM"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """Write a number from 1 to 100 in Roman numerals: 20 as XX."""
    if not 0 < number <= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return _ROMAN_TENS[tens] + _ROMAN_ONES[ones]


def axis_words(point: Point, language: str, *, with_year: bool, with_day: bool = False) -> str:
    """Say a moment on an axis, as short as its language has it: "Aug", "15 Aug", "Aug 2021", "10:00", "16 Aug, 00:00".

    A time of day is said alone unless ``with_year`` or ``with_day``; other dates name their day in any case.
    """
    return in_digits(_wording(language).on_axis(point, with_year=with_year, with_day=with_day), language)
