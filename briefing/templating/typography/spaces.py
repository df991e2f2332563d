"""Spaces at which no line may break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.templating.typography.language import Language
from briefing.templating.typography.languages import NO_BREAK
from briefing.templating.typography.line import Change, Line
from briefing.templating.typography.months import months_of
from briefing.templating.typography.words import next_word, previous_word

__all__ = ["space"]

_SYMBOLS = ("§", "§§", "¶", "№", "£", "$", "€", "¥", "US$", "±", "≈", "~")
"""Signs before a number, in every language."""
_NUMBER = re.compile(r"[£$€¥~<>≈±+−-]*\d[\d.,:/–×-]*")
_DAY = re.compile(r"(?:.*[-/])?[0-3]?\d(?:st|nd|rd|th|er|re|\.)?")
_DAY_AFTER_MONTH = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_ORDINAL = re.compile(r"\d{1,3}\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")
_GROUPS = re.compile(r"[\d ]*")
_IN_GROUPS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_LONGEST_NUMBER = 40
"""Characters."""


class _Words(NamedTuple):
    """What stands on the two sides of a space."""

    previous: str
    next: str
    first: str
    """The first character after the space, which may be no word."""


def space(line: Line, at: int) -> Iterator[Change]:
    """Set the space at a place."""
    text, before, after = line.text, line.at(at - 1), line.at(at + 1)
    if not before or not after or before.isspace() or after.isspace():
        return
    language = line.language(at)
    words = _Words(previous_word(text, at), next_word(text, at + 1), after)
    sign = _beside_marks(line, at, language) or _in_number(line, at, language) or _between(words, text, at, language)
    if sign:
        yield Change(at, at + 1, sign)
    if _is_number(words.previous) and words.next == language.percent[0]:
        yield from _percent(line, at + 1 + len(words.next), language)


def _percent(line: Line, at: int, language: Language) -> Iterator[Change]:
    """Keep the two words together that "per cent" is in many languages."""
    if line.at(at) == " " and next_word(line.text, at + 1) == language.percent[1]:
        yield Change(at, at + 1, NO_BREAK)


def _beside_marks(line: Line, at: int, language: Language) -> str:
    """Keep the space before a high mark, and inside quotation marks, where the language has one."""
    if line.at(at - 1) == "«":
        return language.inside
    mark, following = line.at(at + 1), line.at(at + 2)
    return language.before_marks.get(mark, "") if not following.isalnum() else ""


def _in_number(line: Line, at: int, language: Language) -> str:
    """Keep the groups of a long number together: 400 000."""
    if not language.grouping or not (line.at(at - 1).isdecimal() and line.at(at + 1).isdecimal()):
        return ""
    start = at
    while start > max(0, at - _LONGEST_NUMBER) and (line.at(start - 1) == " " or line.at(start - 1).isdecimal()):
        start -= 1
    found = _GROUPS.match(line.text, start, at + _LONGEST_NUMBER)
    alone = line.at(start) == " " or line.at(start - 1) not in tuple("+-/.,")
    return language.grouping if alone and found and _IN_GROUPS.fullmatch(found[0].strip()) else ""


def _between(words: _Words, text: str, at: int, language: Language) -> str:
    """Find the kind of space between two words; empty where it stays as typed."""
    if (words.previous, words.next) in language.pairs:
        return language.pair_space
    tied = (
        (_is_number(words.previous) and _follows_number(words, language))
        or _leads_number(words, language)
        or _is_month_and_day(words, language)
        or _is_name(words, text, at, language)
        or (words.previous.casefold() in language.clinging and words.first.isalnum())
    )
    return NO_BREAK if tied else ""


def _is_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word))


def _follows_number(words: _Words, language: Language) -> bool:
    """Tell a unit, a currency, per cent."""
    units = language.units
    return words.next in units or words.next.rstrip(".") in units or words.next == language.percent[0]


def _leads_number(words: _Words, language: Language) -> bool:
    """Tell what a number belongs to: p., No., fig., §, £."""
    if words.first.isdecimal():
        return words.previous in language.references or words.previous in _SYMBOLS
    return words.previous in language.references and bool(_ROMAN.fullmatch(words.next))


def _is_month_and_day(words: _Words, language: Language) -> bool:
    if words.previous[-1:].isdecimal() or _DAY.fullmatch(words.previous):
        ordinal = bool(_ORDINAL.fullmatch(words.previous)) and words.next in language.ordinals
        return ordinal or (
            bool(_DAY.fullmatch(words.previous)) and words.next.rstrip(".") in months_of(language.locale)
        )
    if not language.month_first or not _DAY_AFTER_MONTH.fullmatch(words.next):
        return False
    return words.previous.rstrip(".") in months_of(language.locale)


def _is_name(words: _Words, text: str, at: int, language: Language) -> bool:
    """Tell a title and its name, initials and a name, a name and its Roman number."""
    if not words.first.isupper():
        return False
    if words.previous in language.titles:
        return True
    if _ROMAN.fullmatch(words.next) and words.previous[:1].isupper() and words.previous.isalpha():
        return len(words.previous) > 1
    return _is_initial(words, text, at, language)


def _is_initial(words: _Words, text: str, at: int, language: Language) -> bool:
    """Tell an initial before another one or before a name; a single letter may also end a sentence."""
    if not _INITIALS.fullmatch(words.previous) or not words.previous[0].isupper():
        return False
    if _INITIALS.fullmatch(words.next):
        return True
    start = at - len(words.previous)
    earlier = previous_word(text, start - 1) if text[max(0, start - 1) : start] == " " else ""
    several = words.previous.count(".") > 1 or bool(_INITIALS.fullmatch(earlier))
    return several or bool(language.openers and words.next not in language.openers and words.previous != "I.")
