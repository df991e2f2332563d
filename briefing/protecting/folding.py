"""Text → the words in it, folded so that two spellings of one name are the same, in three ways of cutting them.

Case, accents, full-width and Arabic forms, digits of every script, and signs that nobody sees make no difference. What
stands inside a word, as emphasis or a hyphen does, may cut it or not, so a text is looked at three times:

    apart     every sign cuts, also a capital inside a word and a digit beside a letter
    unmarked  signs of markup and hyphens at the end of a line do not cut
    together  no hyphen cuts either

``views`` is quick and for whole files; ``traced_views`` says of each letter where it came from, and is for texts
in which something was found.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

__all__ = ["TOGETHER", "Traced", "traced_views", "views", "words_apart"]

_MARKUP = "*"
"""What any sign of markup is folded to."""
_HYPHEN = "-"
_CAMEL = "^"
"""Stands before a capital that follows a small letter."""
_CAMEL_SIGN = "\ue000"
"""The same, before letters are folded: a private character, for every other has a folding of its own."""
_MARKUP_SIGNS = frozenset("*_`~\\{}")
"""Of Markdown, and of TeX in lists of sources."""
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u058a\u05be\x02\ufffe")
"""The last two are what programs read where a word is divided at the end of a line."""
_KEPT = frozenset("<>\n")
_SAME = (
    dict(zip("øđłıðħŧŋςىیېےکةەہھٱ", "odlidhtnσييييكهههها", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("ʻʼ\u0640", "")
)
"""Letters that Unicode does not take apart, and signs of letters that are left out."""
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Signs that are not drawn and that no category tells. See: Unicode, Default_Ignorable_Code_Point."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that leave no space between words: each is a word of its own."""


def _fold(character: str) -> str:
    """Fold one character: to letters, digits, one of our signs, a space, or nothing."""
    if character in _KEPT:
        return character
    if character == _CAMEL_SIGN:
        return _CAMEL
    if character in _MARKUP_SIGNS:
        return _MARKUP
    if character in _HYPHENS:
        return _HYPHEN
    if _UNSEEN.match(character):
        return ""
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Cs") and not character.isspace():
        return ""
    folded = "".join(map(_letter, unicodedata.normalize("NFKD", character).casefold()))
    return f" {folded} " if _UNSPACED.match(character) and folded else folded


def _letter(character: str) -> str:
    """Fold a piece of a decomposed character."""
    if unicodedata.combining(character):
        return ""
    if character in _SAME:
        return _SAME[character]
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return character if unicodedata.category(character)[0] in "LNM" else " "


class _Table(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


class _Change(NamedTuple):
    """Replaces what a pattern finds."""

    pattern: re.Pattern[str]
    replacement: Callable[[re.Match[str]], str] | str

    def of(self, text: str) -> str:
        return self.pattern.sub(self.replacement, text)

    def traced(self, text: Traced) -> Traced:
        pieces: list[str] = []
        origins: list[Sequence[int]] = []
        end = 0
        for match in self.pattern.finditer(text.text):
            written = self.replacement(match) if callable(self.replacement) else match.expand(self.replacement)
            pieces += (text.text[end : match.start()], written)
            first, last = match.start(), max(match.start(), match.end() - 1)
            places = (min(first + number, last) for number in range(len(written)))
            origins += (text.origins[end : match.start()], [text.origins[each] for each in places])
            end = match.end()
        pieces.append(text.text[end:])
        origins.append(text.origins[end:])
        return Traced("".join(pieces), list(chain.from_iterable(origins)))


class _Folding(NamedTuple):
    """Replaces each character by what a table has for it."""

    table: _Table

    def of(self, text: str) -> str:
        return text.translate(self.table)

    def traced(self, text: Traced) -> Traced:
        folded = [self.table[ord(each)] for each in text.text]
        origins = [origin for origin, new in zip(text.origins, folded, strict=True) for _ in new]
        return Traced("".join(folded), origins)


class Traced(NamedTuple):
    """A text that was made of another."""

    text: str
    origins: Sequence[int]
    """For each character, the place in the other text that it came from."""


_Step: TypeAlias = "_Change | _Folding"


def _unescaped(match: re.Match[str]) -> str:
    found = html.unescape(match[0])
    return found if found != match[0] else f" {match[1]} "


def _from_json(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _from_tex(match: re.Match[str]) -> str:
    letter = _TEX_LETTERS.get(match[1], match[1])
    return f"{_MARKUP}{letter}{_MARKUP}" if match[2] else f"{_MARKUP}{letter}"


def _from_address(match: re.Match[str]) -> str:
    decoded = unquote(match[0], errors="replace")
    return match[0] if "\ufffd" in decoded else decoded


_TEX_LETTERS = {"aa": "a", "AA": "A"}
"""Letters of TeX whose names are not what they are folded to."""
_FIRST: tuple[_Step, ...] = (
    _Change(re.compile(r"(?:%[0-9A-Fa-f]{2})+"), _from_address),
    _Change(re.compile(r"&(#?\w{1,31});"), _unescaped),
    _Change(re.compile(r"\\u([0-9A-Fa-f]{4})"), _from_json),
    _Change(re.compile(r"\\(?:['`^\"~=.]|[vcHukrdbt](?=\{)|[vcHukrdbt] +(?=[A-Za-z\\]))"), _MARKUP),
    _Change(re.compile(r"\\(aa|AA|ae|AE|oe|OE|ss|[oOlLij])(?![A-Za-z])( +)?"), _from_tex),
    _Change(re.compile(r"([a-z])(?=[A-Z])"), rf"\1{_CAMEL_SIGN}"),
)
_INSIDE_WORDS = re.compile(
    r"<[ /]*(?:em|strong|b|i|u|a|s|q|code|span|sub|sup|small|mark|abbr|cite|dfn|del|ins|bdi|bdo|wbr|font|"
    r"w (?!p\b|tc\b|tr\b|tbl\b|br\b|tab\b|cr\b)\w+)\b[^<>]*>"
)
"""Elements of HTML and of Word, folded, that may stand inside a word: all others cut."""
_APART: tuple[_Step, ...] = (_Change(re.compile(r"[-*<>^]"), " "), _Change(re.compile(r"([0-9]+)"), r" \1 "))
_UNMARKED: tuple[_Step, ...] = (
    _Change(_INSIDE_WORDS, ""),
    _Change(re.compile(r"[*^]"), ""),
    _Change(re.compile(r"- *\n[ <>]*"), ""),
)
_CUT: tuple[_Step, ...] = (_Change(re.compile(r"[-<>]"), " "),)
_UNCUT: tuple[_Step, ...] = (_Change(re.compile(r"-"), ""), _Change(re.compile(r"[<>]"), " "))
TOGETHER = 2
"""Number of the view that no hyphen cuts, among the three."""
_VIEWS: tuple[tuple[_Step, ...], ...] = (_APART, (*_UNMARKED, *_CUT), (*_UNMARKED, *_UNCUT))


def views(text: str) -> tuple[str, ...]:
    """Fold a text in the three ways; what is not between spaces or line ends is a word."""
    folded = _run(text, (*_FIRST, _Folding(_Table())))
    return tuple(_run(folded, steps) for steps in _VIEWS)


def traced_views(text: str) -> Iterator[Traced]:
    """Fold a text in the same three ways, and say where each letter came from."""
    folded = _traced(Traced(text, range(len(text))), (*_FIRST, _Folding(_Table())))
    return (_traced(folded, steps) for steps in _VIEWS)


def words_apart(lines: Iterable[str]) -> list[list[str]]:
    """Cut lines at everything that can cut them."""
    steps = (*_FIRST, _Folding(_Table()), *_APART)
    return [_run(line, steps).split() for line in lines]


def _run(text: str, steps: tuple[_Step, ...]) -> str:
    for step in steps:
        text = step.of(text)
    return text


def _traced(text: Traced, steps: tuple[_Step, ...]) -> Traced:
    for step in steps:
        text = step.traced(text)
    return text
