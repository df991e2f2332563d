"""A quotation and the passage that it is taken from → two lines in which what differs stands in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.claims.comparing.captured import OMISSION, equalised, readable, spans, tokens
from briefing.claims.comparing.fragments import MARK

__all__ = ["lines_of"]

_AROUND = 4
"""Words and marks that are shown before and behind each difference."""
_MOST_WORDS = 300
"""Words and marks of each that are compared."""
_MOST_CHARACTERS = 400
"""Of one line."""
_STOPS = " .,;:\"'“”„‘’‚«»‹›"
"""Marks at the ends that are not compared."""


class _Text(NamedTuple):
    """A text with its words and marks."""

    text: str
    tokens: Sequence[str]
    spans: Sequence[tuple[int, int]]

    def shown(self, start: int, end: int) -> str:
        """Give words as they are written, with a space before them where there is any."""
        words = " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split())
        return f"{self._space(start)}{words}"

    def different(self, start: int, end: int) -> str:
        """Give words in brackets; nothing where there are none."""
        return f"{self._space(start)}[{self.shown(start, end).lstrip()}]" if end > start else ""

    def _space(self, number: int) -> str:
        return " " if number and self.spans[number][0] > self.spans[number - 1][1] else ""


def lines_of(words: str, passage: str) -> tuple[str, str]:
    """Show a quotation and a passage, shortened to what differs and the words around it."""
    yours = _read(words.strip(_STOPS), equalised(words.strip(_STOPS)))
    theirs = _read(passage.strip(_STOPS), readable(passage.strip(_STOPS)))
    parts = [*_parts(yours, theirs)]
    you, source = ("".join(side).strip()[:_MOST_CHARACTERS] for side in zip(*parts, strict=True))
    return f"you:    {you}", f"source: {source}"


def _read(text: str, equal: str) -> _Text:
    return _Text(text, tokens(equal)[:_MOST_WORDS], spans(equal)[:_MOST_WORDS])


def _parts(yours: _Text, theirs: _Text) -> Iterator[tuple[str, str]]:
    """Yield what stands in each of the two lines, one stretch after the other."""
    marked = _marked(yours)
    steps = SequenceMatcher(None, _alike(yours, theirs), theirs.tokens, autojunk=False).get_opcodes()
    for number, (tag, start, end, its_start, its_end) in enumerate(steps):
        if tag == "equal":
            cuts = _cuts(end - start, is_first=number == 0, is_last=number == len(steps) - 1)
            yield _shortened(yours, start, end, cuts), _shortened(theirs, its_start, its_end, cuts)
        elif end > start and marked.issuperset(range(start, end)):
            yield yours.shown(start, end), f" {OMISSION}" if its_end > its_start else ""
        else:
            yield yours.different(start, end), theirs.different(its_start, its_end)


def _alike(yours: _Text, theirs: _Text) -> Sequence[str]:
    """Give the words of the quotation, the first as in the passage where only its first letter is another."""
    mine, its = list(yours.tokens), theirs.tokens
    if mine and its and mine[0].casefold() == its[0].casefold():
        mine[0] = its[0]
    return mine


def _marked(text: _Text) -> frozenset[int]:
    """Number the words and marks that say that something was changed."""
    places = [match.span() for match in MARK.finditer(equalised(text.text))]
    return frozenset(
        number
        for number, (start, end) in enumerate(text.spans)
        if any(first <= start and end <= last for first, last in places)
    )


def _cuts(length: int, *, is_first: bool, is_last: bool) -> tuple[int, int]:
    """Say how many words are shown at the beginning and at the end of what is the same."""
    head = 0 if is_first else _AROUND
    tail = 0 if is_last else _AROUND
    return (length, 0) if length <= head + tail + 1 else (head, tail)


def _shortened(text: _Text, start: int, end: int, cuts: tuple[int, int]) -> str:
    head, tail = cuts
    before = text.shown(start, start + head) if head else ""
    if start + head == end:
        return before
    return f"{before} {OMISSION}{text.shown(end - tail, end)}" if tail else before
