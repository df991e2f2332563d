"""Entries and a text → where which entry stands in it. Takes time in proportion to the text, not to the list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.protecting.entries import SHORT, Entry
from briefing.protecting.folding import TOGETHER, traced_views, views

__all__ = ["Found", "Index"]

_WORD = re.compile(r"\S+")
_MOST_FOUND = 20
"""Places that are told of one text."""


class Found(NamedTuple):
    """A place in a text at which an entry stands."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    entry: Entry


class Index:
    """Entries by the first words that they may have."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_word: dict[str, list[Entry]] = {}
        self._by_beginning: dict[str, list[Entry]] = {}
        for entry in entries:
            for beginning in entry.beginnings:
                whole = beginning == entry.letters
                table = self._by_beginning if entry.any_ending and whole else self._by_word
                table.setdefault(beginning, []).append(entry)
        self._lengths = sorted({len(each) for each in self._by_beginning})

    def is_in(self, text: str) -> bool:
        """Tell whether an entry stands in a text."""
        different = {view: number for number, view in reversed(tuple(enumerate(views(text))))}
        return any(self._is_in_view(number, view.split()) for view, number in different.items())

    def found(self, text: str) -> tuple[Found, ...]:
        """Find the places, in their order; of very many only the first."""
        if not self.is_in(text):
            return ()
        places: dict[tuple[int, Entry], None] = {}
        for number, view in enumerate(traced_views(text)):
            words = list(_WORD.finditer(view.text))
            texts = [word[0] for word in words]
            found = self._found_in_view(number, texts, self._candidates(texts))
            places |= {(view.origins[words[place].start()], entry): None for place, entry in found}
        lines = [0, *(match.end() for match in re.finditer("\n", text))]
        return tuple(_placed(place, entry, lines) for place, entry in sorted(places)[:_MOST_FOUND])

    def _is_in_view(self, number: int, words: Sequence[str]) -> bool:
        candidates = self._candidates(words)
        return bool(candidates) and any(True for _ in self._found_in_view(number, words, candidates))

    def _candidates(self, words: Sequence[str]) -> Mapping[str, Sequence[Entry]]:
        """Find the entries that may begin with each word of a text."""
        different = set(words)
        found = {word: list(self._by_word[word]) for word in different & self._by_word.keys()}
        for length in self._lengths:
            for word in different:
                if entries := self._by_beginning.get(word[:length]):
                    found.setdefault(word, []).extend(entries)
        return found

    def _found_in_view(
        self, number: int, words: Sequence[str], candidates: Mapping[str, Sequence[Entry]]
    ) -> Iterator[tuple[int, Entry]]:
        """Yield the number of each word with which an entry begins."""
        for place, word in enumerate(words):
            for entry in candidates.get(word, ()):
                if not (number == TOGETHER and len(entry.letters) < SHORT) and _goes_on(entry, words, place):
                    yield place, entry


def _goes_on(entry: Entry, words: Sequence[str], place: int) -> bool:
    """Tell whether an entry stands at a word and those behind it, cut only where the entry may be cut."""
    length, wanted = 0, len(entry.letters)
    while place < len(words):
        word = words[place]
        rest = wanted - length
        if entry.any_ending and len(word) >= rest:
            return word.startswith(entry.letters[length:])
        if len(word) > rest or not entry.letters.startswith(word, length) or length + len(word) not in entry.cuts:
            return False
        length += len(word)
        place += 1
        if length == wanted:
            return True
    return False


def _placed(place: int, entry: Entry, lines: Sequence[int]) -> Found:
    line = bisect_right(lines, place)
    return Found(line, place - lines[line - 1] + 1, entry)
