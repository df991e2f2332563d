"""Text → words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar

from briefing.claims.languages import Phrases, word_key
from briefing.model.languages import read_tag
from briefing.model.numbers import number_signs
from briefing.reading.dates import with_latin_digits

__all__ = ["Piece", "Pieces", "pieces_of"]

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

_Value = TypeVar("_Value")

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d"
"""Accents and vowel signs, and what joins letters."""


class Piece(NamedTuple):
    """A word, a number or a sign."""

    kind: str
    """``word``, ``number`` (in figures), ``vulgar`` (½), ``address`` (of the web) or ``sign``; nothing beyond
    the ends of the text."""
    key: str
    """What it is compared by; of a number its figures, with a full stop before the decimals."""
    start: int
    end: int
    is_spaced: bool
    """Whether white space stands before it."""
    typed: str
    is_grouped: bool = False
    """Whether a number is written with signs between its thousands."""

    @property
    def is_capital(self) -> bool:
        """Whether its first letter is a capital one."""
        return self.typed[:1].isupper()


_BEYOND = Piece("", "", 0, 0, is_spaced=True, typed="")


class Pieces:
    """The pieces of a text, which may be asked for beyond both of its ends."""

    def __init__(self, found: list[Piece]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, place: int) -> Piece:
        return self._found[place] if 0 <= place < len(self._found) else _BEYOND

    def phrase(self, phrases: Phrases[_Value], place: int) -> tuple[_Value, int] | None:
        """Look up the longest phrase from a place on: what it says, and the place behind it."""
        for keys, value in phrases.beginning.get(self[place].key, ()):
            if all(self[place + step].key == key for step, key in enumerate(keys)):
                return value, place + len(keys)
        return None

    def phrase_before(self, phrases: Phrases[_Value], place: int) -> tuple[_Value, int] | None:
        """Look up the longest phrase that ends before a place: what it says, and where it begins."""
        for keys, value in phrases.ending.get(self[place - 1].key, ()):
            start = place - len(keys)
            if all(self[start + step].key == key for step, key in enumerate(keys)):
                return value, start
        return None


def pieces_of(text: str, language: str) -> Pieces:
    """Part a text in a language, given as a BCP 47 tag."""
    signs = _signs(language)
    found: list[Piece] = []
    behind = 0
    for match in signs.pattern.finditer(with_latin_digits(text)):
        kind, typed = match.lastgroup or "", match[0]
        key = signs.read(typed) if kind == "number" else word_key(typed.rstrip(".")) if kind == "word" else typed
        is_grouped = kind == "number" and len(key) < len(typed)
        spaced = match.start() > behind or match.start() == 0
        found.append(Piece(kind, key, match.start(), match.end(), spaced, typed, is_grouped))
        behind = match.end()
    return Pieces(found)


class _Signs(NamedTuple):
    pattern: re.Pattern[str]
    decimals: str

    def read(self, typed: str) -> str:
        """Give a number's figures, with a full stop before the decimals."""
        whole, sign, decimals = typed, "", ""
        for place in range(len(typed) - 1, -1, -1):
            if typed[place] in self.decimals:
                whole, sign, decimals = typed[:place], ".", typed[place + 1 :]
                break
        return "".join(filter(str.isdigit, whole)) + sign + decimals


@lru_cache(maxsize=64)
def _signs(language: str) -> _Signs:
    """Make the pattern of a language's pieces. A process keeps it: it depends on the tag and the CLDR alone."""
    own = number_signs("en" if read_tag(language).language == "en" else language)
    decimals = own.decimal + "٫" + (".,/" if own.decimal == "٫" else "")
    groups = {own.group, *_SPACES, "٬"}
    if own.group in _SPACES or own.decimal == ",":
        groups |= {" "}
    if own.group in "’'":
        groups |= set("’'")
    if own.decimal == "," and own.group in _SPACES:
        groups |= {"."}
    if own.decimal == "٫":
        groups |= {",", "،"}
    group = "[" + re.escape("".join(sorted(groups))) + "]"
    decimal = "[" + re.escape(decimals) + "]"
    number = rf"\d{{1,3}}(?:{group}\d{{2,3}}){{0,6}}{group}\d{{3}}(?!\d)(?:{decimal}\d{{1,6}}(?!\d))?"
    number += rf"|\d+(?:{decimal}\d{{1,6}}(?!\d))?"
    pattern = (
        r"(?P<address>(?:https?://|www\.)\S+)"
        rf"|(?P<number>{number})"
        rf"|(?P<vulgar>[{_VULGAR}])"
        rf"|(?P<word>[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’ʼ][^\W\d_]+)*)"
        r"|(?P<sign>\S)"
    )
    return _Signs(re.compile(pattern), decimals)
