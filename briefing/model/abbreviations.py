"""Where short forms occur in a text as whole words.

A plural s and a possessive ’s leave a short form a word (NRFs, the UN’s), a hyphen ends it (NRF-led). No word: a part
of a longer one, of an address (https://…, a@b.org, un.org/UN), of a #tag or an @name; the same letters in another
case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Abbreviations", "Occurrence"]

_MARKS = "\u0300-\u036f"
"""Combining accents, which belong to the letter before them."""
_NO_WORD_BEFORE = r"(?<![\w@#].)(?<!\w\..)"
"""After the first letter of a short form, which so is what a search looks for."""
_NO_WORD_AFTER = rf"(?=(?:['’]?s)?(?![\w{_MARKS}@]|['’.]\w|://|-[\w.-]{{0,60}}(?:\.\w|@)))"
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_ADDRESS = re.compile(
    r"(?<![\w.@+-])"
    r"(?:[A-Za-z]{2,12}://\S*|www\.\S+|[\w+.-]+@\w\S*|[\w-]+(?:\.[\w-]+)+/\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b)"
)
_REST_OF_WORD = re.compile(r"\S+")
_APART = ("", " ", ",", ";", ")")
"""After a word that stands at the beginning: it is no address."""
_FAR = 200
"""Characters; what runs so far without a space is no word."""


class Occurrence(NamedTuple):
    """A short form in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; the ending of a plural or possessive is not in it."""
    short: str
    """As it is listed: the text may have no-break spaces in it."""


class Abbreviations:
    """Finds short forms; the longest first where several begin at one place."""

    def __init__(self, short_forms: Iterable[str]) -> None:
        by_letter: dict[str, list[str]] = {}
        for short in sorted(set(short_forms), key=lambda short: (-len(short), short)):
            by_letter.setdefault(short[0], []).append(re.escape(short[1:]).replace(r"\ ", _SPACE))
        letters = "".join(map(re.escape, by_letter))
        choice = "|".join(f"(?<={re.escape(letter)})(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
        self._pattern = re.compile(f"[{letters}]{_NO_WORD_BEFORE}(?:{choice}){_NO_WORD_AFTER}", re.DOTALL)

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Yield the occurrences in a text, in reading order."""
        for found in self._pattern.finditer(text):
            if not _is_in_address(text, found.start(), found.end()):
                yield Occurrence(found.start(), found.end(), " ".join(found[0].split()))


def _is_in_address(text: str, start: int, end: int) -> bool:
    if text[max(0, start - 1) : start] in ("", " ") and text[end : end + 1] in _APART:
        return False
    before = text[max(0, start - _FAR) : start]
    words = before.split() if before and not before[-1].isspace() else [""]
    first, after = start - len(words[-1]), _REST_OF_WORD.match(text, end, end + _FAR)
    if start - first == _FAR:
        return True
    return any(
        found.start() <= start < found.end() for found in _ADDRESS.finditer(text, first, after.end() if after else end)
    )
