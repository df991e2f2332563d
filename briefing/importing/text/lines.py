"""A text → its lines, in groups that stand between empty ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["MOST_LINES", "Group", "Line", "groups_of", "starts_item"]

MOST_LINES = 50_000
"""Lines of a text that are not empty: those of a thick book."""
_BULLET = re.compile(r"(?P<indent>\s*)(?P<mark>[-*•‣◦▪●·]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>\S.*)")


class Line(NamedTuple):
    """A line that is not empty."""

    text: str
    """Without white space at its end."""
    number: int
    """From 1, in the file."""


Group = tuple[Line, ...]
"""Lines without an empty one between them."""


def groups_of(text: str) -> Iterator[Group]:
    """Part a text at its empty lines."""
    group: list[Line] = []
    for number, typed in enumerate(text.replace("\f", "\n").replace("\u00ad", "").split("\n"), 1):
        line = typed.rstrip()
        if line.strip(" \t\ufeff\u200b\u200e\u200f"):
            group.append(Line(line, number))
        elif group:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def starts_item(line: str) -> re.Match[str] | None:
    """Match the beginning of an item of a list: ``indent``, ``mark``, ``number`` (if it has one) and ``text``."""
    return _BULLET.match(line)
