"""Spaces at which no line may break: one rule for each group of spaces that ``Language.sign`` finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.templating.typography.language import Language
from briefing.templating.typography.row import NO_BREAK
from briefing.templating.typography.words import next_word, previous_word

__all__ = ["SPACES"]

_SYMBOLS = ("§", "§§", "¶", "№", "£", "$", "€", "¥", "US$", "±", "≈", "~")
"""Signs before a number, in every language."""
_NUMBER = re.compile(r"[£$€¥~<>≈±+−-]*\d[\d.,٫٬:/–×-]*")
_DAY = re.compile(r"(?:.*[-/])?[0-3٠-٣۰-۳]?\d(?:er|re|nd|st|rd|th|\.)?")
_DAY_AFTER_MONTH = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")
_GROUPS = re.compile(r"[\d ]*")
_IN_GROUPS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_LONGEST_NUMBER = 40
"""Characters."""


def _after_number(text: str, at: int, language: Language) -> str:
    """Keep a unit, a currency, per cent, a month, the next group of figures with its number."""
    after = text[at + 1]
    if after.isdecimal():
        return _in_number(text, at, language) or _before_number(text, at, language)
    following = next_word(text, at + 1)
    bare = following.partition("-")[0].rstrip(".")  # also in km-long
    if bare in language.units or following in language.units or _is_percent(text, at, language):
        return NO_BREAK if _NUMBER.fullmatch(previous_word(text, at)) else ""
    if bare in language.months:
        return NO_BREAK if _DAY.fullmatch(previous_word(text, at)) else ""
    return ""


def _is_percent(text: str, at: int, language: Language) -> bool:
    return language.percent != "" and text.startswith(language.percent, at + 1)


def _in_number(text: str, at: int, language: Language) -> str:
    """Keep the groups of a long number together: 400 000."""
    start = at
    while start > max(0, at - _LONGEST_NUMBER) and (text[start - 1] == " " or text[start - 1].isdecimal()):
        start -= 1
    found = _GROUPS.match(text, start, at + _LONGEST_NUMBER)
    alone = start == 0 or text[start] == " " or text[start - 1] not in "+-/.,"
    return language.grouping if alone and found and _IN_GROUPS.fullmatch(found[0].strip()) else ""


def _before_number(text: str, at: int, language: Language) -> str:
    """Keep a number with what it belongs to: p., No., fig., §, £; a day with the month before it."""
    previous = previous_word(text, at)
    if previous in language.references or previous in _SYMBOLS:
        return NO_BREAK
    if not language.month_first or previous.rstrip(".") not in language.months:
        return ""
    return NO_BREAK if _DAY_AFTER_MONTH.fullmatch(next_word(text, at + 1)) else ""


def _after_dot(text: str, at: int, language: Language) -> str:
    """Keep together what belongs to an abbreviation, a title, an initial, an ordinal number."""
    previous, following = previous_word(text, at), next_word(text, at + 1)
    if (previous, following) in language.pairs:
        return language.pair_space
    if previous[:1].isdecimal():
        is_day = following.rstrip(".") in language.months and _DAY.fullmatch(previous)
        return NO_BREAK if is_day or following in language.ordinals else ""
    if previous in language.references:
        return NO_BREAK if _ROMAN.fullmatch(following) else ""
    if not text[at + 1].isupper():
        return ""
    is_name = previous in language.titles or _is_initial(previous, following, text, at, language)
    return NO_BREAK if is_name else ""


def _is_initial(previous: str, following: str, text: str, at: int, language: Language) -> bool:
    """Tell an initial before another one or before a name; a single letter may also end a sentence."""
    if not previous[:1].isupper() or not _INITIALS.fullmatch(previous):
        return False
    if _INITIALS.fullmatch(following) or previous.count(".") > 1:
        return True
    start = at - len(previous)
    earlier = previous_word(text, start - 1) if text[max(0, start - 1) : start] == " " else ""
    if _INITIALS.fullmatch(earlier):
        return True
    return bool(language.openers) and following not in language.openers and previous != "I."


def _before_roman(text: str, at: int, language: Language) -> str:
    """Keep a Roman number with the name or the word before it."""
    previous = previous_word(text, at)
    is_name = len(previous) > 1 and previous[0].isupper() and previous.isalpha()
    return NO_BREAK if is_name or previous in language.references else ""


def _after_ordinal(text: str, at: int, language: Language) -> str:
    is_day = next_word(text, at + 1).rstrip(".") in language.months and _DAY.fullmatch(previous_word(text, at))
    return NO_BREAK if is_day else ""


def _before_mark(text: str, at: int, language: Language) -> str:
    """Keep a high mark with its word, by the space that the language has there."""
    return language.before_marks[text[at + 1]]


def _after_guillemet(_text: str, _at: int, language: Language) -> str:
    return language.inside


def _always(_text: str, _at: int, _language: Language) -> str:
    return NO_BREAK


SPACES: Mapping[str, Callable[[str, int, Language], str]] = MappingProxyType(
    {
        "number": _after_number,
        "percent": _always,
        "leading": _before_number,
        "dotted": _after_dot,
        "title": _always,
        "roman": _before_roman,
        "ordinal": _after_ordinal,
        "clinging": _always,
        "mark": _before_mark,
        "inside": _after_guillemet,
    }
)
"""Rules by the groups of ``Language.sign``: text, place and language → what is set there, empty for nothing."""
