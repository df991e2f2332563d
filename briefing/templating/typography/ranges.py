"""Which hyphens between two numbers stand for "to".

Sure are years, times of day, numbers in groups, and what a word beside them says: pages, a unit, a month. Of bare
numbers only two that have two figures each; else it may be a result (3-1), a telephone number or a name (737-800).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.templating.typography.language import Language
from briefing.templating.typography.line import Line
from briefing.templating.typography.words import next_word, previous_word

__all__ = ["is_range"]

_CURRENCIES = "£$€¥"
_BEFORE = ("", " ", *"([\"'“„‚«‹", *_CURRENCIES)
_AFTER = ("", " ", *")].,;:!?…\"'”’»›%‰°€")
_LONGEST = 16
"""Characters of a number."""
_LEFT = re.compile(r"\d[\d.,:]*\Z")
_RIGHT = re.compile(r"[\d.,:]*\d")
_YEAR = re.compile(r"[12]\d{3}")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,6}")
_WHOLE = re.compile(r"[1-9]\d{0,3}|0")
_TWO_FIGURES = re.compile(r"[1-9]\d")


class _Numbers(NamedTuple):
    """Two numbers with a hyphen between them, and what stands around."""

    first: str
    second: str
    currency: bool
    led_by: str
    followed_by: str

    def both(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.fullmatch(self.first) and pattern.fullmatch(self.second))


def is_range(line: Line, at: int) -> bool:
    """Tell whether the hyphen at a place, between two figures, is surely one of a range."""
    numbers = _numbers(line, at)
    return numbers is not None and _is_range(numbers, line.language(at))


def _numbers(line: Line, at: int) -> _Numbers | None:
    """Read the numbers on both sides; ``None`` where they belong to something longer."""
    text = line.text
    left, right = _LEFT.search(text, max(0, at - _LONGEST), at), _RIGHT.match(text, at + 1, at + _LONGEST)
    if not left or not right:
        return None
    before, after = line.at(left.start() - 1), line.at(right.end())
    if before not in _BEFORE or after not in _AFTER or (after in ".,:" and line.at(right.end() + 1).isalnum()):
        return None
    start = left.start() - (before != "" and before in _CURRENCIES)
    led_by = previous_word(text, start - 1) if line.at(start - 1) == " " else ""
    followed_by = after if after in ("%", "‰", "°", "€") else next_word(text, right.end() + 1) if after == " " else ""
    if led_by[-1:].isdecimal() or followed_by[:1].isdecimal():
        return None  # a telephone number
    return _Numbers(left[0], right[0], start < left.start(), led_by, followed_by)


def _is_range(numbers: _Numbers, language: Language) -> bool:
    if numbers.both(_YEAR) or numbers.both(_CLOCK):
        return _clock(numbers.first) < _clock(numbers.second)
    if _YEAR.fullmatch(numbers.first) and _TWO_FIGURES.fullmatch(numbers.second):
        return max(12, int(numbers.first[2:])) < int(numbers.second)  # not a month: 2010-12
    if numbers.both(_GROUPED):
        return _whole(numbers.first) < _whole(numbers.second)
    said = numbers.currency or _is_measured(numbers.followed_by, language)
    if numbers.both(_DECIMAL):
        return said and _decimal(numbers.first) < _decimal(numbers.second)
    return numbers.both(_WHOLE) and _is_range_of_whole(numbers, language, said=said)


def _is_range_of_whole(numbers: _Numbers, language: Language, *, said: bool) -> bool:
    first, second = int(numbers.first), int(numbers.second)
    if numbers.led_by in language.references:
        return first < second or len(numbers.first) > len(numbers.second)  # pp. 123-45
    if first >= second:
        return False
    return said or (numbers.both(_TWO_FIGURES) and numbers.led_by.lower() not in language.results)


def _is_measured(word: str, language: Language) -> bool:
    """Tell whether a word after a number says of what it is so many."""
    bare = word.rstrip(".")
    if not bare:
        return False
    known = word in language.units or bare in language.units or bare in language.counted or bare in language.months
    return known or language.percent.startswith(f"{word} ")


def _clock(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(":")))


def _whole(number: str) -> int:
    return int(re.sub(r"[.,]", "", number))


def _decimal(number: str) -> float:
    return float(number.replace(",", "."))
