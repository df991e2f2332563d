"""Dates as words of a language: what is printed in masthead, table, chart and asks.

Words that the author typed in the document's own language are printed as typed. A date typed in EDTF, or in another
language, is worded here, each kind in its own way: "c. 1996", "1996?", "1980s", "by 1998", "since May 2021".
Months and their order come from the CLDR, through Babel, digits are those of the language, and the calendar is the
Gregorian one. Not part of ``briefing.model`` itself, so that only those who
word dates pay for the import of Babel.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from babel import Locale
from babel.dates import DateTimeFormat, DateTimePattern, format_date, format_interval, format_skeleton, parse_pattern

from briefing.model.dates import Date
from briefing.model.digits import in_digits
from briefing.model.edtf import SEASON_MONTHS, Choice, Interval, Point, Value, next_to, parse_edtf, points_of
from briefing.model.forms import Forms, Phrases
from briefing.model.languages import read_tag
from briefing.model.locales import locale_of
from briefing.model.phrases import phrases_of

__all__ = ["axis_words", "date_words"]

_ENDS = "{0}–{1}"
"""What is said of ten or a hundred years without words for them."""
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def date_words(date: Date, language: str) -> str:
    """Say a date in a language, given as a BCP 47 tag; an unknown language gets English months."""
    if date.language and date.language == read_tag(language).language:
        return date.typed
    wording, value = _wording(language), parse_edtf(date.edtf)
    words = wording.beside(value) if date.is_beside and isinstance(value, Interval) else wording.value(value)
    return in_digits(wording.joined(words), language)


def _wording(language: str) -> Wording:
    return Wording(locale_of(language), phrases_of(language))


@dataclass(frozen=True, slots=True)
class Wording:
    """Says the values of EDTF in one language."""

    locale: Locale
    phrases: Phrases
    has_eras: bool = False
    """Whether every year is said with its era."""

    def joined(self, words: str) -> str:
        """Write what words become where they meet."""
        for typed, joint in self.phrases.joints:
            words = re.sub(typed, joint, words)
        return words

    def value(self, value: Value) -> str:
        """Say any value."""
        if isinstance(value, Point):
            return self.point(value)
        return self._telling_apart(tuple(points_of(value)))._several(value)

    def beside(self, interval: Interval) -> str:
        """Say what is open at one end by what lies next to the other: "before 1998"."""
        if interval.end and self.phrases.before:
            return self.point(next_to(interval.end, +1), self.phrases.before)
        if interval.start and self.phrases.after:
            return self.point(next_to(interval.start, -1), self.phrases.after)
        return self.value(interval)

    def _telling_apart(self, points: Sequence[Point]) -> Wording:
        """Say eras of dates that lie on both sides of Christ, and behind the first one that it alone is approximate."""
        wording = self
        if len({point.is_before_christ for point in points}) > 1:
            wording = replace(wording, has_eras=True)
        if points[0].approximate and not all(point.approximate for point in points):
            about = self.phrases.alone._replace(around=self.phrases.approximately)
            wording = replace(wording, phrases=self.phrases._replace(about=about))
        return wording

    def _several(self, value: Interval | Choice) -> str:
        if isinstance(value, Interval):
            return self.interval(value)
        if not value.every and self.phrases.between and len(value.members) == 1:
            only = value.members[0]
            if isinstance(only, Interval) and only.start and only.end:
                ends = (self.point(end, self.phrases.end) for end in (only.start, only.end))
                return self.phrases.between.format(*ends)
        link = self.phrases.also if value.every else self.phrases.either
        return link.join(self.value(member) for member in value.members)

    def interval(self, interval: Interval) -> str:
        """Say a span, or what is open at one end."""
        if interval.start is None:
            return self.point(interval.end, self.phrases.until) if interval.end else ""
        if interval.end is None:
            return self.point(interval.start, self.phrases.since)
        return self._span(interval.start, interval.end)

    def _span(self, start: Point, end: Point) -> str:
        plain = not any((start.approximate, start.uncertain, end.approximate, end.uncertain))
        first, last = self._calendar_day(start), self._calendar_day(end)
        if self.phrases.intervals and plain and first and last and (skeleton := _common_skeleton(start, end)):
            return str(format_interval(first, last, skeleton, locale=self.locale))
        one, other = self.point(start), self.point(end)
        if self.phrases.span:
            return self.phrases.span.format(one, other)
        return f"{one}–{other}" if " " not in one + other else f"{one} – {other}"

    def point(self, point: Point, place: Forms | None = None) -> str:
        """Say one date, in the forms of one place; by itself without one."""
        forms = place or self.phrases.alone
        if not point.approximate:
            return forms.around.format(self._marked(self._plain(point, forms), point))
        if forms.roughly:
            return self._marked(forms.roughly.format(self._plain(point, forms)), point)
        about = self.phrases.about
        return forms.around.format(self._marked(about.around.format(self._plain(point, about)), point))

    def _marked(self, words: str, point: Point) -> str:
        return self.phrases.uncertain.format(words) if point.uncertain else words

    def _plain(self, point: Point, forms: Forms) -> str:
        if point.unspecified:
            return self._rounded(point, forms)
        if point.month > 12:
            return self._season(point, forms)
        if not point.month:
            return forms.year.format(self._year(point.year))
        words = forms.day.format(self._day(point)) if point.day else forms.month.format(self._month(point, forms))
        return words if point.seconds is None else f"{words}{self.phrases.both}{_clock(point)}"

    def _rounded(self, point: Point, forms: Forms) -> str:
        """Say a decade, a century or a millennium; its first year and its last where that has no words."""
        pattern = {1: forms.decade, 2: forms.century}.get(point.unspecified, _ENDS)
        if point.unspecified == 1 and (point.year < 1000 or (point.year % 100 == 0 and "{1}" not in pattern)):
            pattern = _ENDS  # "the 1900s" may be ten years or a hundred
        if pattern != _ENDS and point.unspecified == 1 and self.has_eras:  # none before Christ is said so
            return replace(self, has_eras=False)._rounded(point, forms)
        ends = self._year(point.year), self._year(point.year + 10**point.unspecified - 1)
        if pattern == _ENDS:
            return forms.year.format(pattern.format(*ends))
        if "{1}" in pattern and self._has_era(point.year):
            return self._in_era(pattern.format(point.year, point.year + 9), point.year)
        number = abs(point.year) // 100 + 1
        words = pattern.format(*ends, _ordinal(number), number, _roman(number))
        last = point.year + 10**point.unspecified - 1
        return self._in_era(words, last) if point.is_before_christ or self.has_eras else words

    def _year(self, year: int) -> str:
        if not self._has_era(year):
            return str(year)
        return self._era_pattern() % _AnyYear(Point(year), self.locale)

    def _has_era(self, year: int) -> bool:
        return self.has_eras or year <= self.phrases.era_until

    def _season(self, point: Point, forms: Forms) -> str:
        if point.month <= 32 and forms.seasons:
            start, _ = SEASON_MONTHS[point.month]
            southern = point.month >= 29
            index = (start // 3 - 1 + 2 * southern) % 4
            return forms.season.format(forms.seasons[index], self._year(point.year))
        start, count = SEASON_MONTHS[point.month]
        years, month = divmod(start + count - 2, 12)
        return forms.month.format(self._span(Point(point.year, start), Point(point.year + years, month + 1)))

    def _day(self, point: Point) -> str:
        stand_in = self._calendar_day(point)
        if stand_in is not None:
            return str(format_date(stand_in, "long", locale=self.locale))
        return self._of_any_year(self.locale.date_formats["long"], point)

    def _month(self, point: Point, forms: Forms) -> str:
        stand_in, own = self._calendar_day(point), forms.month_of_year
        if stand_in is None:
            return self._of_any_year(own or self.locale.datetime_skeletons.get("yMMMM", "MMMM y"), point)
        return str(
            format_date(stand_in, own, self.locale) if own else format_skeleton("yMMMM", stand_in, locale=self.locale)
        )

    def _calendar_day(self, point: Point) -> dt.date | None:
        """Give the first day as Babel takes it, or ``None`` outside the years of four digits that need no era."""
        if self._has_era(point.year) or point.year > 9999 or not 0 < point.month <= 12:
            return None
        return dt.date(point.year, point.month, point.day or 1)

    def _of_any_year(self, pattern: DateTimePattern | str, point: Point) -> str:
        """Say a month or a day of a year that Babel does not know, or that needs its era."""
        parsed = parse_pattern(pattern)
        words = parsed % _AnyYear(point, self.locale)
        has_era = "%(G)s" in str(parsed.format) or not self._has_era(point.year)
        return words if has_era else self._in_era(words, point.year)

    def _in_era(self, words: str, year: int) -> str:
        """Put the era before or behind what is no bare year, on the side where the language has it with a year."""
        before, _, behind = str(self._era_pattern().format).partition("%(G)s")
        era = _AnyYear(Point(year), self.locale)["G"]
        if before:
            return f"{words} {era}"
        return f"{era} {words}" if behind.startswith(" ") else era + words

    def _era_pattern(self) -> DateTimePattern:
        return parse_pattern(self.phrases.year_in_era or self.locale.datetime_skeletons.get("Gy", "y G"))

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


class _AnyYear(DateTimeFormat):
    """What fills a pattern of the CLDR; Python's calendar begins with year 1, so months and days are those of 2000."""

    def __init__(self, point: Point, locale: Locale) -> None:
        super().__init__(dt.date(2000, point.month or 1, point.day or 1), locale)
        self._year = point.year

    def format_year(self, char: str, num: int) -> str:
        """Count from 1, before Christ backwards."""
        return str(1 - self._year if self._year <= 0 else self._year)

    def format_era(self, char: str, num: int) -> str:
        """Give the era, shortened."""
        return str(self.locale.eras["abbreviated"][0 if self._year <= 0 else 1])


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
    wording = _wording(language)
    return in_digits(wording.joined(wording.on_axis(point, with_year=with_year, with_day=with_day)), language)
