"""A sentence → the words in it that contradict others: men and women, rose and fell, one year and the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.claims.comparing.opposite_words import NO_OPPOSITES, OPPOSITES
from briefing.claims.languages import words_of
from briefing.claims.quantities import Quantity
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of

__all__ = ["AXES", "Side", "changes_in", "contradiction", "governing", "role_of", "sides_in", "without_the_compared"]

AXES = (
    "sex",
    "age",
    "direction",
    "comparison",
    "harm",
    "period",
    "trade",
    "balance",
    "opinion",
    "year",
    "month",
    "day",
)

_INSIDE = frozenset({"sex", "age", "harm"})
"""What may stand in a figure itself: "300 women"; the others are hedges there, "more than 300"."""
_COMPARED = frozenset({"sex", "age"})
"""What stands on both sides of a comparison."""
_YEAR = re.compile(r"(?<![\w.,/–-])(?:1[5-9]|20)\d\d(?![\w%/–-]|[.,]\d)")
_DAY = r"(?<!\d)(?P<{}>[1-3]?\d)(?:st|nd|rd|th|\.|º|er)?"
_WORD = re.compile(r"[^\W\d_]+")
_DAY_BEFORE = re.compile(rf"{_DAY.format('day')}\s+(?:de\s+|of\s+)?\Z")
_DAY_BEHIND = re.compile(rf"\A\s+{_DAY.format('day')}(?![\d,.]\d|\d)")
_FAR = 16
"""Letters beside a month in which its day stands."""


class Side(NamedTuple):
    """A word that says on which side of something a figure is."""

    start: int
    end: int
    axis: str
    """What it tells apart: ``sex``, ``direction``, ``year``."""
    name: str
    words: str
    """As typed."""


def sides_in(text: str, language: str, figures: Sequence[Quantity]) -> tuple[Side, ...]:
    """Find these words in a sentence with some figures; in a language without a table only years and months."""
    found = (*_opposites(text, language), *_dates(text, language))
    spans = [(each.start, each.end) for each in figures]
    outside = (side for side in found if side.axis in _INSIDE or not _is_inside(side, spans))
    return tuple(sorted(outside))


def governing(figure: Quantity, figures: Sequence[Quantity], sides: Iterable[Side], axis: str) -> tuple[Side, ...]:
    """Tell which words on one axis are said of a figure, one of several of its kind in a sentence.

    "In 2024, 300, and in 2025, 400" and "300 in 2024 and 400 in 2025": where words and figures alternate, each figure
    has one. Otherwise a word before all figures is said of all up to the next word, and one behind of the last figure.
    """
    mine = [side for side in sides if side.axis == axis]
    places = sorted({each.start for each in figures} | {figure.start})
    if len(places) == 1:
        return tuple(mine)
    if inside := [side for side in mine if _is_inside(side, [(figure.start, figure.end)])]:
        return tuple(inside)
    spans = [(each.start, each.end) for each in figures]
    groups: list[list[Side]] = [[] for _ in range(len(places) + 1)]
    for side in mine:
        if not _is_inside(side, spans):
            groups[bisect_left(places, side.start)].append(side)
    number = places.index(figure.start)
    if not groups[0]:
        return tuple(groups[number + 1])
    own = next((group for group in reversed(groups[: number + 1]) if group), [])
    return (*own, *groups[-1]) if number == len(places) - 1 else tuple(own)


def contradiction(claimed: Iterable[Side], said: Iterable[Side]) -> tuple[str, str] | None:
    """Give two words that cannot be true of the same figure; ``None`` where one word of both sides agrees."""
    mine, its = tuple(claimed), tuple(said)
    if not mine or not its or any(_is_same(one, other) for one in mine for other in its):
        return None
    return mine[0].words, its[0].words


def changes_in(sides: Iterable[Side]) -> bool:
    """Tell whether a sentence tells of a change."""
    return any(side.axis == "direction" for side in sides)


def role_of(text: str, figure: Quantity, language: str) -> str:
    """Tell whether a figure is what was before a change, what is after it, or the difference; by the word before it."""
    words = _WORD.findall(text[max(figure.start - _FAR, 0) : figure.start])
    return _patterns(language).roles.get(words[-1].lower(), "") if words else ""


def without_the_compared(text: str, figure: Quantity, sides: Iterable[Side], language: str) -> tuple[Side, ...]:
    """Leave out with whom somebody is compared: "women earn £500 more *than men*"."""
    than = _patterns(language).than.search(text, figure.end)
    return tuple(side for side in sides if than is None or side.start < than.end() or side.axis not in _COMPARED)


def _is_same(one: Side, other: Side) -> bool:
    if one.axis != "month":
        return one.name == other.name
    return one.name.startswith(other.name) or other.name.startswith(one.name)


def _is_inside(side: Side, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= side.start < end for start, end in spans)


def _opposites(text: str, language: str) -> Iterator[Side]:
    patterns = _patterns(language)
    for axis, name, words in patterns.sides:
        for match in words.finditer(text):
            if axis != "period" or not patterns.no_period.match(text, match.end()):
                yield Side(match.start(), match.end(), axis, name, match[0])


def _dates(text: str, language: str) -> Iterator[Side]:
    """Find years, months and days; not those up to which somebody knows, "as of"."""
    known = _patterns(language).no_date
    for side in (*_years(text), *_months(text, language)):
        if not known.search(text[max(side.start - _FAR * 2, 0) : side.start]):
            yield side


def _years(text: str) -> Iterator[Side]:
    for match in _YEAR.finditer(text):
        yield Side(match.start(), match.end(), "year", match[0], match[0])


def _months(text: str, language: str) -> Iterator[Side]:
    """Find months, with the days beside them; not the verb "may"."""
    words = words_of(language)
    for match in _WORD.finditer(text):
        if key_of(match[0]) not in words.months or (words.months_in_capitals and not match[0][0].isupper()):
            continue
        if len(match[0]) > 2 and not _is_first(text, match):
            yield Side(match.start(), match.end(), "month", key_of(match[0]), match[0])
        day = _DAY_BEFORE.search(text[: match.start()]) or _DAY_BEHIND.match(text[match.end() : match.end() + _FAR])
        if day:
            shown = f"{match[0]} {day['day']}" if day.re is _DAY_BEHIND else f"{day['day']} {match[0]}"
            yield Side(match.start(), match.end(), "day", str(int(day["day"])), shown)


def _is_first(text: str, match: re.Match[str]) -> bool:
    """Tell a word at the beginning, where a verb has a capital, too."""
    return match.start() == 0 and not _YEAR.match(text, match.end() + 1)


class _Patterns(NamedTuple):
    """The words of one language, as patterns."""

    sides: tuple[tuple[str, str, re.Pattern[str]], ...]
    """What is told apart, the name of a side, and its words."""
    than: re.Pattern[str]
    no_period: re.Pattern[str]
    no_date: re.Pattern[str]
    roles: Mapping[str, str]


@lru_cache(maxsize=16)
def _patterns(language: str) -> _Patterns:
    """Make the patterns of a language. A process keeps them: they depend on the tag and on this program alone."""
    table = OPPOSITES.get(read_tag(language).language, NO_OPPOSITES)
    sides = (
        (axis, str(name), _any(words)) for axis, listed in table.sides.items() for name, words in enumerate(listed)
    )
    roles = {
        word: role
        for role, words in (("begins", table.begins), ("ends", table.ends), ("changes", table.changes))
        for word in words.split(", ")
    }
    behind = re.compile(rf"\s+(?:{_alternatives(table.no_period)})(?!\w)", re.IGNORECASE)
    before = re.compile(rf"(?<!\w)(?:{_alternatives(table.no_date)})\s+(?:\d+\S*\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
    return _Patterns(tuple(sides), _any(table.than), behind, before, roles)


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _alternatives(words: str) -> str:
    listed = [re.escape(word).replace(r"\*", r"\w*") for word in words.split(", ") if word]
    return "|".join(sorted(listed, key=len, reverse=True)) or "(?!)"
