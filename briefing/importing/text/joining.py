"""Lines that were broken at the edge of a page → paragraphs as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.importing.text.lines import Group, Line, starts_item

__all__ = ["Joiner"]

_WIDEST = 130
"""Characters of a line that was broken by a program; longer ones are whole paragraphs."""
_NARROWEST = 40
_SLACK = 6
_SHARE = 0.7
"""Of the breaks of a text that stand where the next word had no room."""
_HYPHEN = re.compile(r"[^\W\d_]-\Z")


class Joiner:
    """Knows how wide the lines of a text are, and which words it has with a hyphen."""

    def __init__(self, groups: Sequence[Group]) -> None:
        breaks = [pair for group in groups for pair in pairwise(group) if _is_prose(*pair)]
        self._width = max((len(line.text) for line, _ in breaks), default=0)
        full = sum(self._is_full(one, other) for one, other in breaks)
        self.are_wrapped = 0 < self._width <= _WIDEST and full >= _SHARE * len(breaks)
        """Whether the ends of its lines say nothing."""
        self._hyphened = _hyphened(groups)

    def paragraphs(self, group: Group) -> Iterator[Group]:
        """Part a group into its paragraphs: each line is one, unless lines are broken where they were full."""
        current: list[Line] = []
        for line in group:
            if current and not (self.are_wrapped and self._is_full(current[-1], line)):
                yield tuple(current)
                current = []
            current.append(line)
        if current:
            yield tuple(current)

    def joined(self, lines: Iterable[Line]) -> str:
        """Join lines with spaces; a word that was divided at the end of a line becomes whole."""
        pieces: list[str] = []
        for line in lines:
            text = " ".join(line.text.split())
            if pieces and _HYPHEN.search(pieces[-1]) and text[:1].islower():
                first = re.split(r"[^\w]", pieces[-1][:-1])[-1]
                second = re.split(r"[^\w]", text)[0]
                is_compound = f"{first}-{second}".casefold() in self._hyphened
                pieces[-1] = (pieces[-1] if is_compound else pieces[-1][:-1]) + text
            else:
                pieces.append(text)
        return " ".join(pieces)

    def _is_full(self, line: Line, following: Line) -> bool:
        """Tell whether the first word of the next line had no room on this one."""
        first = following.text.split(maxsplit=1)[0]
        return len(line.text) + 1 + len(first) > self._width - _SLACK


def _is_prose(line: Line, following: Line) -> bool:
    """Tell the break of a long line from that of a list, a table, a quotation or a head."""
    texts = (line.text, following.text)
    is_set = any(starts_item(text) or "\t" in text or text.lstrip().startswith(">") for text in texts)
    return len(line.text) >= _NARROWEST and not is_set


def _hyphened(groups: Sequence[Group]) -> frozenset[str]:
    """Gather the words that are written with a hyphen within a line."""
    lines = (line.text.casefold() for group in groups for line in group)
    return frozenset(word for line in lines for word in re.findall(r"(?<!\w)[^\W\d_]+-[^\W\d_]+", line))
