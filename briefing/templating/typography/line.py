"""A line of text with the languages it is written in, and what is changed in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.templating.typography.language import Language

__all__ = ["OPAQUE", "Change", "Line", "changed"]

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character that is not looked at; it counts as a letter of a word."""


class Change(NamedTuple):
    """A piece of text with what takes its place."""

    start: int
    end: int
    text: str


class Line(NamedTuple):
    """What stands between two breaks of a paragraph, looked at as a whole."""

    text: str
    languages: tuple[tuple[int, Language], ...]
    """Each language with the offset at which it begins; the first is 0."""
    goes_on: bool = False
    """The next paragraph begins with a quotation mark: one that is open may go on in it."""

    def language(self, offset: int) -> Language:
        """Find the language of a character."""
        if len(self.languages) == 1:
            return self.languages[0][1]
        return self.languages[bisect_right(self.languages, offset, key=lambda begun: begun[0]) - 1][1]

    @property
    def known_languages(self) -> Iterable[Language]:
        """Those of its languages that there are rules for, each once."""
        return dict.fromkeys(language for _, language in self.languages if language.is_known)

    def at(self, offset: int) -> str:
        """Look at a character; empty outside the line."""
        return self.text[offset] if 0 <= offset < len(self.text) else ""


def changed(text: str, changes: list[Change]) -> str:
    """Apply changes, in their order, to a text."""
    return "".join(_pieces(text, changes)) if changes else text


def _pieces(text: str, changes: list[Change]) -> Iterator[str]:
    done = 0
    for start, end, new in changes:
        yield text[done:start]
        yield new
        done = end
    yield text[done:]
