"""Two texts → the same, shortened to what differs and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.versions.words import LONGEST, spans_of_words, steps, words_in

__all__ = ["NO_LINES", "Lines", "shown_apart"]

_AROUND = 4
"""Words that are shown before and behind each difference."""
_MOST = 300
"""Characters of one line."""
_OMISSION = "…"


class Lines(NamedTuple):
    """What was told, and what is told now; what differs stands in brackets."""

    before: str
    now: str


NO_LINES = Lines("", "")


class _Text(NamedTuple):
    text: str
    words: Sequence[str]
    """In small letters."""
    spans: Sequence[tuple[int, int]]

    def between(self, first: int, last: int) -> str:
        """Give some words as they are written, with what stands before the first of all."""
        return self.text[self.spans[first][0] if first else 0 : self.spans[last - 1][1]] if first < last else ""

    def behind(self, last: int) -> str:
        """Give the signs right behind a word."""
        end = self.spans[last][0] if last < len(self.spans) else len(self.text)
        return self.text[self.spans[last - 1][1] : end].partition(" ")[0]


def shown_apart(before: str, now: str) -> Lines:
    """Show two texts; where one of them is empty, or nothing but punctuation differs, both as they are."""
    old, new = _read(before), _read(now)
    if not (old.words and new.words) or old.words == new.words:
        return Lines(_cut(before), _cut(now))
    parts = [*_parts(old, new)]
    return Lines(*(_cut(" ".join(filter(None, side))) for side in zip(*parts, strict=True)))


def _read(text: str) -> _Text:
    spans = spans_of_words(text)[:LONGEST]
    words = words_in(text)[:LONGEST]
    return _Text(text, [word.casefold() for word in words], spans)


def _parts(old: _Text, new: _Text) -> Iterator[tuple[str, str]]:
    runs = [*steps(old.words, new.words)]
    for number, (start, end, its_start, its_end, is_same) in enumerate(runs):
        if is_same:
            head, tail = _AROUND * (number > 0), _AROUND * (number < len(runs) - 1)
            yield _shortened(old, start, end, head, tail), _shortened(new, its_start, its_end, head, tail)
        else:
            yield _bracketed(old, start, end), _bracketed(new, its_start, its_end)


def _shortened(text: _Text, start: int, end: int, head: int, tail: int) -> str:
    if end - start <= head + tail + 1:
        return text.between(start, end) + text.behind(end)
    last = f"{text.between(end - tail, end)}{text.behind(end)}" if tail else ""
    return " ".join(filter(None, (text.between(start, start + head), _OMISSION, last)))


def _bracketed(text: _Text, start: int, end: int) -> str:
    return f"[{words}]{text.behind(end)}" if (words := text.between(start, end)) else ""


def _cut(line: str) -> str:
    return line if len(line) <= _MOST else f"{line[: _MOST - 2].rpartition(' ')[0]} {_OMISSION}"
