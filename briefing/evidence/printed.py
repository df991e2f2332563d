"""Texts in reading order → where words stand in them, whatever sets and reads texts does to spaces and marks.

Words are looked for by their letters and digits alone: a hyphen at the end of a line, a space that is set narrower,
other quotation marks keep nothing from being found. What stands there is given back with all its signs.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.claims import Captured
from briefing.model import Element, Node

__all__ = ["Finder", "Piece", "Place", "Printed", "Telling", "pieces_of"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKERS = frozenset({"citation", "citations", "noteref", "note-mark"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"}
)


class Piece(NamedTuple):
    """Some text, and where it stands."""

    text: str
    page: int | None = None
    section: str = ""
    """The heading above it."""


class Place(NamedTuple):
    """Where words were found."""

    start: int
    """In the text of all pieces."""
    end: int
    words: str
    """As they stand there, white space as one."""
    page: int | None
    section: str


class Printed:
    """All that is printed, to be searched for many words, which come about in the order of the text."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Take the pieces in reading order; one that begins a block begins with white space."""
        composed = (each._replace(text=unicodedata.normalize("NFC", each.text)) for each in pieces)
        self._pieces = [each for each in composed if each.text]
        self.text = "".join(each.text for each in self._pieces)
        self._reached = 0

    @cached_property
    def captured(self) -> Captured:
        """The same, as the text of a source is searched."""
        return Captured(self.text)

    def find_within(self, words: str, sentence: str) -> Place | None:
        """Find some words in their sentence, where the whole of that is there."""
        wanted, around = _letters(words), _letters(sentence)
        inside = around.find(wanted)
        found = self._found(around) if wanted and inside >= 0 else -1
        return self._place(found + inside, len(wanted), words) if found >= 0 else None

    def count(self, words: str, most: int) -> int:
        """Count the places where some words stand, up to a number."""
        wanted = _letters(words)
        found, count = -1, 0
        while wanted and count < most and (found := self._letters.find(wanted, found + 1)) >= 0:
            count += 1
        return count

    def find(self, words: str) -> Place | None:
        """Find some words, wherever they stand."""
        wanted = _letters(words)
        found = self._found(wanted)
        return self._place(found, len(wanted), words) if found >= 0 else None

    def place(self, start: int, end: int) -> Place:
        """Tell what stands between two offsets of the text."""
        piece = self._pieces[bisect_right(self._starts, start) - 1] if self._pieces else Piece("")
        return Place(start, end, " ".join(self.text[start:end].split()), piece.page, piece.section)

    def _found(self, letters: str) -> int:
        """Look on from where something was found last, then from the beginning."""
        if not letters:
            return -1
        found = self._letters.find(letters, self._reached)
        if found < 0:
            found = self._letters.find(letters, 0, self._reached + len(letters))
        if found >= 0:
            self._reached = found
        return found

    def _place(self, first: int, count: int, words: str) -> Place:
        """Give a place with the signs that the words have before and behind their letters, ``[`` or ``…``."""
        start, end = self._offsets[first], self._offsets[first + count - 1] + 1
        before = next((number for number, sign in enumerate(words) if sign.isalnum()), 0)
        behind = next((number for number, sign in enumerate(reversed(words)) if sign.isalnum()), 0)
        while before and start and not self.text[start - 1].isalnum():
            start, before = start - 1, before - 1
        while behind and end < len(self.text) and not self.text[end].isalnum():
            end, behind = end + 1, behind - 1
        return self.place(start, end)

    @cached_property
    def _starts(self) -> list[int]:
        starts, length = [], 0
        for each in self._pieces:
            starts.append(length)
            length += len(each.text)
        return starts

    @property
    def _letters(self) -> str:
        return self._made[0]

    @property
    def _offsets(self) -> array[int]:
        return self._made[1]

    @cached_property
    def _made(self) -> tuple[str, array[int]]:
        letters: list[str] = []
        offsets = array("L")
        for offset, character in enumerate(self.text):
            for letter in _letters(character):
                letters.append(letter)
                offsets.append(offset)
        return "".join(letters), offsets


class Telling(NamedTuple):
    """Words that are told, and the sentence that they stand in; empty where that is longer than any sentence."""

    words: str
    sentence: str


class Finder:
    """Finds many tellings in what is printed, each where it is told and not where another one says the same."""

    def __init__(self, printed: Printed, told: Iterable[Telling]) -> None:
        """Take all that is looked for."""
        self._printed = printed
        self._times = Counter(each.words for each in frozenset(told))

    def find(self, telling: Telling) -> Place | None:
        """Find some words in their sentence, or elsewhere, if they stand as often as they are told."""
        words, sentence = telling
        if sentence and (place := self._printed.find_within(words, sentence)):
            return place
        times = self._times[words]
        return self._printed.find(words) if self._printed.count(words, times) >= times else None


def _letters(text: str) -> str:
    """Leave nothing but letters and digits, small, without accents that were set apart and without ligatures."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return plain if plain.isascii() and plain.isalnum() else "".join(filter(str.isalnum, plain))


def pieces_of(html: Element) -> Iterator[Piece]:
    """List what a document prints, with the alternatives of its pictures; numbers of sources and notes are left out."""
    body = next((each for each in html.children if isinstance(each, Element) and each.tag == "body"), html)
    section = ""
    waiting: list[Node] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield Piece(node, section=section)
        elif _MARKERS.isdisjoint(node.classes):
            if node.tag in _HEADINGS:
                section = " ".join("".join(piece.text for piece in _inside(node)).split())
            alternative = node.get("alt")
            edge = "" if node.tag in _INLINE else "\n"
            waiting += (edge, *node.children[::-1], edge + alternative + edge if alternative else edge)


def _inside(node: Element) -> Iterator[Piece]:
    for child in node.children:
        if isinstance(child, str):
            yield Piece(child)
        elif _MARKERS.isdisjoint(child.classes):
            yield from _inside(child)
