"""The words of one point in time → what they say of it → a ``Point``: day and month, decade, century, early and late.

Marks of doubt are taken off first, then "early" and the like; the rest is known by the shape of its words, such as
day, month, year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from briefing.model.dates import date_from_edtf
from briefing.model.edtf import MOST_YEARS, Choice, DateError, Interval, Point
from briefing.model.wording import date_words
from briefing.reading.dates.cldr import begins_with_year
from briefing.reading.dates.clock import clock_of, seconds_of
from briefing.reading.dates.pieces import with_latin_digits
from briefing.reading.dates.tokens import Token
from briefing.reading.dates.vocabulary import Role

__all__ = ["Parts", "Points", "before_christ", "century"]

_SEASONS: dict[Role, int] = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_PARTS: tuple[Role, ...] = ("start", "early", "mid", "late", "end")
_DAY_OF_PART = {"start": 1, "early": 5, "mid": 15, "late": 25}
_MONTH_OF_PART = {"start": 1, "early": 2, "mid": 6, "late": 11, "end": 12}
_YEAR_OF_PART = {"start": 0, "early": 2, "mid": 5, "late": 8, "end": 9}
_THIRD_OF_PART = {"start": (0, 33), "early": (0, 33), "mid": (33, 66), "late": (66, 99), "end": (66, 99)}
"""Of a century: its first year and its last, counted from that of the century."""
_LAST_OF_CENTURY = 99
_OF_A_CENTURY = 2
"""Figures of its years that are not known."""
_ERAS: tuple[Role, ...] = ("before_christ", "after_christ")
_TAKEN_FIRST: frozenset[Role] = frozenset(("about", "about_behind", "perhaps", *_PARTS))
"""What a word may be that stands at the edge, though it says nothing elsewhere."""

_LETTERS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("m", ("month",)),
    ("s", tuple(_SEASONS)),
    ("C", ("century",)),
    ("L", ("decade", "years", "decade_ending")),
    ("E", ("ten_years",)),
    ("i", ("iso",)),
    ("r", ("roman",)),
    ("o", ("ordinal",)),
    ("T", ("tens",)),
)
_DATED = re.compile(r"(?!.*(?:y.*y|m.*m|d.*d))[ymd]{1,3}")
"""Year, month and day in any order, for the month has a name and the year more figures."""
_DECADE = r"L+[yd]L*|[yd]L+"
_CENTURY = r"(?P<tens>T?)(?:[dro]C|C[dro])"
_NUMBERED = ("d", "y", "r", "Cd", "Cr", "rC")
_YEAR_DIGITS = range(3, 5)
_LAST_SHORT_YEAR = 9999
_ZONE = r"(?i:[A-Z]+)\s?(?:([+−-])(\d+)(?::(\d+))?)?"


class Parts(NamedTuple):
    """What one side of a span says; the rest is taken from the other side."""

    year: int | None = None
    """Astronomical."""
    month: int = 0
    day: int = 0
    unspecified: int = 0
    time: str = ""
    """Of the day: hours and minutes, perhaps seconds, with colons."""
    zone: int | None = None
    """Minutes east of UTC."""
    has_era: bool = False
    part: Role | None = None
    """Such as ``early``."""
    approximate: bool = False
    uncertain: bool = False
    bare: str = ""
    """The figures of a number with nothing behind it that says of what, but perhaps an era: 98, 44 BC, siglo XX."""
    is_roman: bool = False
    """Whether a numeral in it is Roman."""


def century(number: int) -> Parts:
    """Name a century after Christ by its number, from 1."""
    return Parts((number - 1) * 100, unspecified=2)


def before_christ(parts: Parts) -> Parts:
    """Count backwards: 1 BC is the year 0, and the 5th century BC ends with the year -400."""
    year = parts.year or 0
    return parts._replace(year=1 - (year + 100 if parts.unspecified == 2 else year), has_era=True)


class Points(NamedTuple):
    """Reads what belongs to one date."""

    text: str
    """The whole date as typed, for what is said of it."""
    language: str

    def parts(self, tokens: Sequence[Token]) -> Parts:
        """Tell what some words say of one point in time."""
        rest = [token for token in tokens if not token.does("filler") or token.roles & _TAKEN_FIRST]
        behind = _count(reversed(rest), "perhaps", "about_behind")
        rest, doubts = rest[: len(rest) - behind], rest[len(rest) - behind :]
        before = _count(rest, "perhaps", "about")
        rest, doubts = rest[before:], doubts + rest[:before]
        place = next((place for place in (0, -1) if rest and rest[place].does(*_PARTS)), None)
        part = None if place is None else _first_role(rest.pop(place), _PARTS)
        return self._core([token for token in rest if not token.does("filler")])._replace(
            part=part,
            approximate=any(token.does("about", "about_behind") for token in doubts),
            uncertain=any(token.does("perhaps") for token in doubts),
        )

    def finished(self, parts: Parts) -> Point:
        """Make a point of what was said; "early", "mid" and the like make an approximate day, month or year."""
        if parts.year is None:
            raise DateError("unreadable", f'"{self.text}" has no year.', "Add the year.")
        if parts.day and not parts.month:
            raise self.unreadable()
        point = Point(
            parts.year,
            parts.month,
            parts.day,
            parts.unspecified,
            self._seconds(parts) if parts.time else None,
            parts.time.count(":") > 1,
            parts.zone,
            approximate=parts.approximate,
            uncertain=parts.uncertain,
        )
        return self._part_of(point, parts.part) if parts.part else point

    def extent(self, parts: Parts) -> tuple[Point, Point]:
        """Make the first and the last point of what was said, the same but for "early" and the like in a century."""
        if not parts.part or parts.unspecified != _OF_A_CENTURY or parts.year is None:
            point = self.finished(parts)
            return point, point
        first, last = _THIRD_OF_PART[parts.part]
        years = parts.year + first or 1, parts.year + last  # the first century begins with the year 1
        edges = first == 0, last == _LAST_OF_CENTURY  # where the century begins and ends is no matter of about
        early, late = (
            self.finished(
                parts._replace(year=year, unspecified=0, part=None, approximate=parts.approximate or not is_edge)
            )
            for year, is_edge in zip(years, edges, strict=True)
        )
        return early, late

    def value(self, parts: Parts) -> Point | Choice:
        """Make a date of what was said: a part of a century is one moment of that third of it."""
        first, last = self.extent(parts)
        return first if first == last else Choice((Interval(first, last),), every=False)

    def unreadable(self) -> DateError:
        """Say that no sense can be made of it, though every word is known."""
        return DateError("unreadable", f'"{self.text}" cannot be read as a date.')

    def ambiguous(self, hint: str) -> DateError:
        """Say that it has two readings; the hint tells them, without its full stop."""
        message = f'"{self.text}" can be read in two ways.'
        return DateError("ambiguous", message, hint.removesuffix(".") + ".")

    def _core(self, tokens: Sequence[Token]) -> Parts:
        """Read a point by the shape of its words, with what may stand on either side of it: a time, and an era."""
        if not any(token.does("time", "zone", *_ERAS) for token in tokens):
            return self._named("".join(map(_letter, tokens)), tokens, has_era=False)
        times, tokens = _parted(tokens, "time")
        zones, tokens = _parted(tokens, "zone")
        eras, tokens = _parted(tokens, *_ERAS)
        if max(map(len, (times, zones, eras))) > 1 or len(zones) > len(times):
            raise self.unreadable()
        shape = "".join(map(_letter, tokens))
        if eras and not {"y", "C"}.intersection(shape):  # 44 BC: with an era, a small number is a year
            at_end = shape.count("d") < 2 or not begins_with_year(self.language)
            shape = "y".join(shape.rsplit("d", 1)) if at_end else shape.replace("d", "y", 1)
        parts = Parts() if times and not (tokens or eras) else self._named(shape, tokens, has_era=bool(eras))
        parts = parts._replace(time=_clock(times), zone=_zone(_digits(zones)), has_era=bool(eras))
        parts = parts._replace(bare="") if times else parts
        return self._before_christ(parts) if eras and eras[0].does("before_christ") else parts

    def _named(self, shape: str, tokens: Sequence[Token], *, has_era: bool) -> Parts:
        """Read a point by the shape of its words, and keep a number that another date may say more of."""
        parts = self._by_shape(shape, tokens, has_era=has_era)
        if shape in _NUMBERED:
            bare = _figures(tokens[-1])
            return parts._replace(bare=bare, is_roman="r" in shape)
        return parts

    def _by_shape(self, shape: str, tokens: Sequence[Token], *, has_era: bool) -> Parts:
        numbers = dict(zip(shape, (token.number for token in tokens), strict=True))
        if numbers.get("d") == 0:
            raise self.unreadable()
        if _DATED.fullmatch(shape):
            if not has_era:
                self._check_length(shape, tokens)
            return Parts(numbers.get("y"), numbers.get("m", 0), numbers.get("d", 0))
        if shape in ("s", "sy", "ys"):
            return self._season(numbers.get("y"), tokens[shape.index("s")])
        if shape == "i":
            year, month, day = (*(int(part) for part in _digits(tokens).split("-")), 0)[:3]
            return Parts(year, month, day)
        if shape == "r":  # of a century that is named with another date
            number = tokens[0].number
            return Parts(number) if has_era else Parts(day=number)
        if found := re.fullmatch(_CENTURY, shape):
            named = self._century(next(numbers[letter] for letter in "dro" if letter in numbers))
            return self._ten_of(named, numbers["T"]) if found["tens"] else named
        if shape == "E":
            return Parts(tokens[0].number, unspecified=1)
        if re.fullmatch(_DECADE, shape):
            return self._decade(tokens)
        raise self.unreadable()

    def _check_length(self, shape: str, tokens: Sequence[Token]) -> None:
        """Refuse 20211, which is a slip far more often than a year."""
        year = tokens[shape.index("y")] if "y" in shape else None
        if year and not year.does("year") and year.end - year.start not in _YEAR_DIGITS:
            raise DateError("unreadable", f'"{year.text}" is too long for a year.', self._how_to_type(year.number))

    def _how_to_type(self, long_year: int) -> str:
        if not _LAST_SHORT_YEAR < long_year <= MOST_YEARS:
            return "A year has four digits."
        before, after = self.worded(f"Y-{long_year - 1}"), f"Y{long_year}"
        return f"A year has four digits. One of more is written {before}, or after Christ in EDTF: {after}."

    def _season(self, year: int | None, season: Token) -> Parts:
        month = _SEASONS[_first_role(season, tuple(_SEASONS))]
        if season.does("years") and year is not None and year >= 1000 and year % 10 == 0:  # Polish "lata 2020"
            readings = f"{self.worded(f'{year}-{month}')} or {self.worded(f'{year // 10}X')}"
            raise DateError("ambiguous", f'"{self.text}" can be read in two ways.', f"Write {readings}.")
        return Parts(year, month)

    def _century(self, number: int) -> Parts:
        if not 0 < number < 100:
            raise self.unreadable()
        return century(number)

    def _ten_of(self, named: Parts, tens: int) -> Parts:
        """Give a decade by its name and its century: "the eighties of the 20th century"."""
        if (year := (named.year or 0) + tens) < 1000:
            raise self.unreadable()
        return Parts(year, unspecified=1)

    def _decade(self, tokens: Sequence[Token]) -> Parts:
        typed = self.text[tokens[0].start : tokens[-1].end]
        year = next(token.number for token in tokens if token.does("number"))
        if year < 1000 or year > 9999 or year % 10:
            hint = f"Write it in full: {self.worded('198X')}."
            raise DateError("unreadable", f'"{typed}" is not a decade.', hint)
        if year % 100 == 0:
            ten, hundred = self.worded(f"{year}/{year + 9}"), self.worded(f"{year // 100}XX")
            hint = f"Write {ten} for the ten years, {hundred} for the hundred."
            raise DateError("unreadable", f'"{typed}" can mean ten years or a hundred.', hint)
        return Parts(year, unspecified=1)

    def worded(self, edtf: str) -> str:
        """Say a date in the language that is read."""
        return date_words(date_from_edtf(edtf), self.language)

    def _before_christ(self, parts: Parts) -> Parts:
        if parts.year is None or parts.unspecified == 1:
            raise self.unreadable()
        return before_christ(parts)

    def _seconds(self, parts: Parts) -> int:
        """Count from midnight."""
        if not parts.day:
            raise DateError(
                "unreadable", f'"{self.text}" gives a time without a day.', "Add the day, or leave the time out."
            )
        return seconds_of(parts.time)

    def _part_of(self, point: Point, part: Role) -> Point:
        if point.day or point.unspecified > 1 or point.month > 12:
            raise self.unreadable()
        if point.unspecified:
            return replace(point, year=point.year + _YEAR_OF_PART[part], unspecified=0, approximate=True)
        if point.month:
            last_day = int(point.last - point.first)
            return replace(point, day=_DAY_OF_PART.get(part, last_day), approximate=True)
        return replace(point, month=_MONTH_OF_PART[part], approximate=True)


def _count(tokens: Iterable[Token], *roles: Role) -> int:
    """Count how many of the first ones have one of some roles."""
    return sum(1 for _ in takewhile(lambda token: token.does(*roles), tokens))


def _first_role(token: Token, roles: Sequence[Role]) -> Role:
    return next(role for role in roles if token.does(role))


def _parted(tokens: Sequence[Token], *roles: Role) -> tuple[list[Token], list[Token]]:
    """Part those that have one of some roles from the others."""
    return [each for each in tokens if each.does(*roles)], [each for each in tokens if not each.does(*roles)]


def _digits(tokens: Sequence[Token]) -> str:
    return with_latin_digits(tokens[0].text) if tokens else ""


def _clock(times: Sequence[Token]) -> str:
    if not times:
        return ""
    return "12:00" if times[0].does("noon") else clock_of(_digits(times))


def _figures(token: Token) -> str:
    """Give the figures of a number, with its leading zeros; empty for anything else."""
    if token.does("roman"):
        return str(token.number)
    return with_latin_digits(token.text) if token.does("number") else ""


def _letter(token: Token) -> str:
    """Name the kind of a word by a letter: month, season, Century, what makes a decade of ten Years, day."""
    if token.does("number"):
        return "y" if token.does("year") or token.end - token.start >= _YEAR_DIGITS.start else "d"
    return next((letter for letter, roles in _LETTERS if token.does(*roles)), "x")


def _zone(text: str) -> int | None:
    match = re.fullmatch(_ZONE, text)
    if match is None:
        return None
    sign, hours, minutes = match.groups()
    return (1 if sign == "+" else -1) * (int(hours or 0) * 60 + int(minutes or 0))
