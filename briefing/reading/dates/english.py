"""Dates in English words: "by 1998", "about 20 August 2021", "the 1980s" become EDTF text.

A date is a sequence of words. What stands around a point in time (``since``, ``to``, ``about``, ``?``) is taken off
from the outside inwards; the point itself is known by the shape of its words, such as day, month, year. The result is
EDTF text and not yet checked: whether there is a 31 June is for ``parse_edtf`` alone to say.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model.edtf import DateError, Point, civil_from_days, parse_edtf

__all__ = ["EXAMPLES", "YEARS_WITH_HYPHEN", "english_to_edtf"]

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
APPROXIMATE = {"about", "around", "approximately", "roughly", "circa", "c", "ca"}
UNCERTAIN = {"probably", "possibly", "perhaps", "maybe"}
SINCE = {"since", "from"}
UNTIL = {"until", "till", "by"}
UNTIL_AT_END = {"onwards", "onward"}
LINKS = {"to", "until", "till", "through", "–"}
BEFORE_CHRIST = {"bc", "bce"}
AFTER_CHRIST = {"ad", "ce"}
PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "beginning": "start",
    "start": "start",
    "end": "end",
}
NOISE = {"the", "of", "in", "on", "at", "during"}
RELATIVE = {"today", "yesterday", "tomorrow", "now", "last", "next", "this", "ago", "recently"}
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
KNOWN_WORDS = {
    *MONTHS,
    *SEASONS,
    *APPROXIMATE,
    *UNCERTAIN,
    *SINCE,
    *UNTIL,
    *UNTIL_AT_END,
    *LINKS,
    *BEFORE_CHRIST,
    *AFTER_CHRIST,
    *PARTS,
    *NOISE,
    "before",
    "after",
    "between",
    "and",
    "century",
    "up",
}

TOKEN = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?(?![\d-])|\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d+(?:st|nd|rd|th|'?s)?(?!\w)|[^\W\d_]+|[–?]|[\s.,-]+",
    re.IGNORECASE,
)
ERA = re.compile(r"\b(a\.d\.|b\.c\.e\.|b\.c\.|c\.e\.)", re.IGNORECASE)
YEARS_WITH_HYPHEN = re.compile(r"(?<![\d-])(\d{4})\s*-\s*(\d{4}|4[2-9]|[5-9]\d)(?![\d-])", re.ASCII)
"""Two years; the second in short only where it cannot be the month or season of EDTF."""
EXAMPLES = "Write it as 9 September 2001, the 1980s, by 1998 or since May 2021, or in EDTF: 2001-09-09."

DAY_OF_PART = {"start": 1, "early": 5, "mid": 15, "late": 25}
MONTH_OF_PART = {"start": 1, "early": 2, "mid": 6, "late": 11, "end": 12}
YEAR_OF_PART = {"start": 0, "early": 2, "mid": 5, "late": 8, "end": 9}


@dataclass(frozen=True, slots=True)
class Parts:
    """What one side of a span says; the rest is taken from the other side."""

    year: int | None = None
    """Astronomical."""
    month: int = 0
    day: int = 0
    unspecified: int = 0
    time: str = ""
    """Of the day: hours and minutes, perhaps seconds, with colons."""
    part: str = ""
    approximate: bool = False
    uncertain: bool = False


def english_to_edtf(text: str) -> str:
    """Turn a date in English words into EDTF text, which may still name a day that does not exist.

    Raises:
        DateError: a word is not known, or the words make no date.
    """
    words = _words(text)
    if not words:
        raise DateError("unreadable", "A date is missing here.", EXAMPLES)
    return _statement(words, text)


def _words(text: str) -> list[str]:
    """Split into words, numbers and signs, in lower case, without fillers such as "the"."""
    plain = text.replace("’", "'").replace("—", "–").replace("‒", "–")
    plain = ERA.sub(lambda match: match[0].replace(".", ""), plain)
    plain = YEARS_WITH_HYPHEN.sub(r"\1–\2", plain)
    words: list[str] = []
    place = 0
    while place < len(plain):
        match = TOKEN.match(plain, place)
        if match is None:
            raise DateError("unreadable", f'"{_word_at(plain, place)}" does not belong in a date.', EXAMPLES)
        word = match[0].lower()
        if word.strip(" \t\n.,-") and word not in NOISE:
            words.append(_full_name(word, match[0]))
        place = match.end()
    return words


def _word_at(text: str, place: int) -> str:
    return text[place:].split()[0] if text[place:].split() else text[place]


def _full_name(word: str, typed: str) -> str:
    """Spell a shortened month out and refuse a word that is not known."""
    if not word.isalpha() or word in KNOWN_WORDS:
        return word
    months = [month for month in MONTHS if len(word) >= 3 and month.startswith(word)]
    if word == "sept" or months:
        return "september" if word == "sept" else months[0]
    if word in RELATIVE:
        raise DateError("unreadable", f'"{typed}" is no date: it changes from day to day.', "Write the date itself.")
    if word in WEEKDAYS:
        raise DateError("unreadable", f'"{typed}" does not belong in a date.', "Leave the day of the week out.")
    near = difflib.get_close_matches(word, sorted(KNOWN_WORDS - {"c", "ca", "–"}), n=1, cutoff=0.6)
    suggestion = near[0].title() if near and near[0] in MONTHS else near[0] if near else ""
    hint = f"Did you mean {suggestion}?" if near else EXAMPLES
    raise DateError("unreadable", f'"{typed}" is not a word of a date.', hint)


def _statement(words: Sequence[str], text: str) -> str:
    head, rest = words[0], words[1:]
    if words[:2] == ["up", "to"]:
        return f"../{_point(words[2:], text)}"
    if words[-1] in UNTIL_AT_END:
        return f"{_point(words[1 if head in SINCE else 0 : -1], text)}/.."
    if head == "between" and "and" in rest:
        return _span(rest, rest.index("and"), text)
    link = next((index for index, word in enumerate(words) if word in LINKS and index), None)
    if link is not None:
        return _span(words[head in SINCE :], link - (head in SINCE), text)
    if head in SINCE:
        return f"{_point(rest, text)}/.."
    if head in UNTIL:
        return f"../{_point(rest, text)}"
    if head == "before":
        return f"../{_beside(_point(rest, text), -1)}"
    if head == "after":
        return f"{_beside(_point(rest, text), +1)}/.."
    return str(_point(words, text))


def _beside(point: Point, direction: int) -> Point:
    """Tell the day, month or year next to a date: what "before 1998" ends with, or "after 1998" begins with."""
    _check(point)
    if point.seconds is not None:  # the minute next to it is the same to a reader
        return point
    days = point.first - 1 if direction < 0 else point.last
    year, month, day = civil_from_days(int(days))
    return Point(
        year,
        month if point.month else 0,
        day if point.day else 0,
        approximate=point.approximate,
        uncertain=point.uncertain,
    )


def _check(point: Point) -> None:
    """Refuse a day that does not exist before anything is reckoned with it."""
    parse_edtf(str(point))


def _span(words: Sequence[str], link: int, text: str) -> str:
    """Join the two sides of a span; each takes from the other what it leaves unsaid."""
    left, right = _parts(words[:link], text), _parts(words[link + 1 :], text)
    if left.year is not None and right.year is None and not right.month and right.day > 9 and not left.month:
        right = Parts(left.year - left.year % 100 + right.day, approximate=right.approximate, uncertain=right.uncertain)
    if right.time and not right.day:
        right = replace(right, year=left.year, month=left.month, day=left.day)
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year, month=left.month or right.month)
    return f"{_finished(left, text)}/{_finished(right, text)}"


def _point(words: Sequence[str], text: str) -> Point:
    return _finished(_parts(words, text), text)


def _finished(parts: Parts, text: str) -> Point:
    """Make a point of what was said, with "early", "mid" and the like turned into an approximate day, month or year."""
    if parts.year is None:
        raise DateError("unreadable", f'"{text}" has no year.', "Add the year.")
    point = Point(
        parts.year,
        parts.month,
        parts.day,
        parts.unspecified,
        _seconds(parts, text) if parts.time else None,
        parts.time.count(":") > 1,
        approximate=parts.approximate,
        uncertain=parts.uncertain,
    )
    return _part_of(point, parts.part, text) if parts.part else point


def _seconds(parts: Parts, text: str) -> int:
    """Count from midnight."""
    if not parts.day:
        raise DateError("unreadable", f'"{text}" gives a time without a day.', "Add the day, or leave the time out.")
    hour, minute, second = (*(int(number) for number in parts.time.split(":")), 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        raise DateError("impossible", f"There is no time of day {parts.time}.", "Write it from 00:00 to 23:59.")
    return (hour * 60 + minute) * 60 + second


def _part_of(point: Point, part: str, text: str) -> Point:
    if point.day or point.unspecified > 1 or point.month > 12:
        raise _unreadable(text)
    if point.unspecified:
        return replace(point, year=point.year + YEAR_OF_PART[part], unspecified=0, approximate=True)
    if point.month:
        last_day = int(point.last - point.first)
        return replace(point, day=DAY_OF_PART.get(part, last_day), approximate=True)
    return replace(point, month=MONTH_OF_PART[part], approximate=True)


def _unreadable(text: str) -> DateError:
    return DateError("unreadable", f'"{text}" cannot be read as a date.', EXAMPLES)


def _parts(words: Sequence[str], text: str) -> Parts:
    """Read one side: marks of doubt, part of a period, then the point itself."""
    rest = list(words)
    approximate = uncertain = False
    if rest and rest[-1] == "?":
        uncertain = True
        rest.pop()
    while rest and rest[0] in APPROXIMATE | UNCERTAIN:
        approximate |= rest[0] in APPROXIMATE
        uncertain |= rest[0] in UNCERTAIN
        rest.pop(0)
    part = PARTS[rest.pop(0)] if rest and rest[0] in PARTS else ""
    return replace(_core(rest, text), part=part, approximate=approximate, uncertain=uncertain)


def _core(words: list[str], text: str) -> Parts:
    """Read a point by the shape of its words."""
    times = [word for word in words if ":" in word]
    words = [word for word in words if ":" not in word]
    rest = [word for word in words if word not in BEFORE_CHRIST | AFTER_CHRIST]
    if len(words) - len(rest) > 1 or len(times) > 1:
        raise _unreadable(text)
    shape = "".join(_shape(word) for word in rest)
    if len(rest) < len(words) and not {"y", "C"}.intersection(shape):  # 44 BC: with an era, a small number is a year
        if "d" not in shape:
            raise _unreadable(text)
        head, _, tail = shape.rpartition("d")
        shape = f"{head}y{tail}"
    parts = Parts() if times and not words else _by_shape(shape, rest, text)
    parts = replace(parts, time="".join(times))
    return _before_christ(parts, text) if BEFORE_CHRIST.intersection(words) else parts


def _shape(word: str) -> str:
    """Name the kind of a word by a letter: month, season, Century, iso date, Decade, year, day."""
    if word in MONTHS:
        return "m"
    if word in SEASONS:
        return "s"
    if not word[0].isdigit():
        return "C" if word == "century" else "x"
    if "-" in word:
        return "i"
    if word.endswith("s"):
        return "D"
    return "y" if len(word) >= 3 and word.isdigit() else "d"


def _by_shape(shape: str, words: Sequence[str], text: str) -> Parts:
    if shape in ("y", "my", "dmy", "mdy", "m", "d", "dm", "md"):
        found = dict(zip(shape, words, strict=True))
        year = _number(found["y"]) if "y" in found else None
        month = MONTHS.index(found["m"]) + 1 if "m" in found else 0
        return Parts(year, month, _number(found.get("d", "")))
    if shape == "sy":
        return Parts(_number(words[1]), SEASONS[words[0]])
    if shape == "i":
        year, month, day = (*(int(part) for part in words[0].split("-")), 0)[:3]
        return Parts(year, month, day)
    if shape == "dC":
        return Parts((_number(words[0]) - 1) * 100, unspecified=2)
    if shape == "D":
        return _decade(words[0])
    raise _unreadable(text)


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word) or 0)


def _decade(word: str) -> Parts:
    year = _number(word)
    if year < 1000 or year % 10:
        raise DateError("unreadable", f'"{word}" is not a decade.', "Write it in full: the 1980s.")
    if year % 100 == 0:
        hint = f"Write {year} to {year + 9}, or the {year // 100 + 1}th century."
        raise DateError("unreadable", f'"{word}" can mean ten years or a hundred.', hint)
    return Parts(year, unspecified=1)


def _before_christ(parts: Parts, text: str) -> Parts:
    """Count backwards: 1 BC is the year 0, and the 5th century BC ends with the year -400."""
    if parts.year is None or parts.unspecified == 1:
        raise _unreadable(text)
    if parts.unspecified == 2:
        return replace(parts, year=1 - (parts.year + 100))
    return replace(parts, year=1 - parts.year)
