"""Claims → the part of the article that each stands in, in the order in which the article is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.claims import Claim, Place
from briefing.errors import Position
from briefing.model import Briefing, Section, in_digits, plain_text
from briefing.sheet.values import Line, line

__all__ = ["grouped"]

_HEAD: Mapping[Place, tuple[int, str]] = MappingProxyType(
    {
        "title": (0, "Title and standfirst"),
        "subtitle": (0, "Title and standfirst"),
        "standfirst": (0, "Title and standfirst"),
        "description": (0, "Title and standfirst"),
        "summary": (1, "Summary"),
        "key figure": (2, "Key figures"),
        "handout": (5, "Handout"),
        "postcard": (5, "Postcard"),
        "note": (6, "Notes"),
        "petition": (7, "Petition"),
    }
)
"""Parts that are no sections, with their places among the others."""
_IN_TEXT, _IN_OTHER_FILES = 3, 4


class _Part(NamedTuple):
    rank: int
    place: tuple[int, int]
    """Line and column, in the text."""
    title: Line


class _Beginning(NamedTuple):
    place: tuple[int, int]
    title: Line


def grouped(claims: Iterable[Claim], briefing: Briefing) -> list[tuple[Line, list[Claim]]]:
    """Group claims by the parts of a briefing; each group in the order in which it was typed."""
    finder = _Finder(briefing)
    groups: dict[_Part, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(finder.part(claim), []).append(claim)
    in_order = sorted(groups.items(), key=lambda item: (item[0].rank, item[0].place))
    return [(part.title, found) for part, found in in_order]


class _Finder:
    """Knows where the sections and the timelines of one briefing begin."""

    def __init__(self, briefing: Briefing) -> None:
        self._file = briefing.position.file
        self._language = briefing.masthead.language
        begin = _beginnings(briefing.sections, self._language)
        self._sections = sorted(begin, key=lambda each: each.place)
        self._timelines = {each.position: plain_text(each.title) for each in briefing.timelines}

    def part(self, claim: Claim) -> _Part:
        """Tell the part that a claim stands in."""
        if claim.place in _HEAD:
            rank, title = _HEAD[claim.place]
            return _Part(rank, (0, 0), line(title))
        if claim.block in self._timelines:
            title = self._timelines[claim.block]
            rank = _IN_TEXT if claim.block.file == self._file else _IN_OTHER_FILES
            return _Part(rank, _place(claim.block), line(title, self._language, "Timeline"))
        if claim.position.file != self._file:
            return _Part(_IN_OTHER_FILES, (0, 0), line(claim.position.file))
        before = bisect_right([each.place for each in self._sections], _place(claim.position)) - 1
        if before < 0:
            return _Part(_IN_TEXT, (0, 0), line("Opening"))
        return _Part(_IN_TEXT, *self._sections[before])


def _beginnings(sections: Iterable[Section], language: str, above: str = "") -> Iterator[_Beginning]:
    """List where sections begin, with their numbers as the briefing prints them."""
    count = 0
    for section in sections:
        count += bool(section.title)
        own = in_digits(count, language)
        number = f"{above}.{own}" if above else own
        title = line(f"{number} {plain_text(section.title)}", language) if section.title else line("Opening")
        yield _Beginning(_place(section.position), title)
        yield from _beginnings(section.sections, language, number if section.title else "")


def _place(position: Position) -> tuple[int, int]:
    return position.line, position.column
