"""Lines of Markdown that know which blocks begin in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Position

__all__ = ["Line", "Lines", "Markdown", "beginning", "finished", "joined", "lines_of", "prefixed"]


class Line(NamedTuple):
    """One line, without its end."""

    text: str
    begins: tuple[Position, ...] = ()
    """Positions that the blocks had which begin here, the outermost first."""


Lines = Sequence[Line]


class Markdown(NamedTuple):
    """Blocks as Markdown."""

    text: str
    """Ends with a line end, unless it is empty."""
    lines: Mapping[Position, int] = MappingProxyType({})
    """Number of the line, from 1, in which the block with this position begins; the first, where several have it."""


def lines_of(text: str) -> list[Line]:
    """Part a text at its line ends."""
    return [Line(each) for each in text.split("\n")]


def beginning(position: Position | None, lines: Lines) -> list[Line]:
    """Note that a block begins with the first of its lines, if it has any."""
    if not lines:
        return []
    first, *rest = lines
    return [first._replace(begins=(position, *first.begins)) if position else first, *rest]


def prefixed(lines: Lines, first: str, rest: str) -> list[Line]:
    """Put marks before the first line and before the others; none end in spaces."""
    marks = (first, *(rest for _ in lines[1:]))
    return [line._replace(text=(mark + line.text).rstrip(" ")) for mark, line in zip(marks, lines, strict=True)]


def joined(blocks: Iterable[Lines], between: Sequence[str] = ("",)) -> list[Line]:
    """Put blocks below each other, with some lines between two."""
    found: list[Line] = []
    for block in blocks:
        if block:
            found += [*map(Line, between if found else ()), *block]
    return found


def finished(lines: Lines) -> Markdown:
    """Count the lines."""
    numbers: dict[Position, int] = {}
    for number, line in enumerate(lines, start=1):
        for position in line.begins:
            numbers.setdefault(position, number)
    return Markdown("".join(f"{line.text}\n" for line in lines), MappingProxyType(numbers))
