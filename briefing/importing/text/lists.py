"""Lines that begin with dashes, bullets or numbers → lists, one in another by how far they are indented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.text.joining import Joiner
from briefing.importing.text.lines import Group, Line, starts_item
from briefing.model import Element

__all__ = ["list_of"]

_DEEPEST = 5
"""Lists inside one another; what is indented more stands in the last."""
_TAB = 4


class _Item(NamedTuple):
    indent: int
    number: int
    """0 where it has a bullet."""
    lines: list[Line]


def list_of(lines: Group, joiner: Joiner, file: str) -> Iterator[Element]:
    """Make lists of lines of which the first begins an item; a list ends where bullets become numbers."""
    items = list(_items(lines))
    while items:
        is_numbered, base = bool(items[0].number), items[0].indent
        other = (at for at, item in enumerate(items) if item.indent <= base and bool(item.number) != is_numbered)
        end = next(other, len(items))
        yield _list(items[:end], joiner, file, 1)
        items = items[end:]


def _items(lines: Group) -> Iterator[_Item]:
    item: _Item | None = None
    for line in lines:
        begun = starts_item(line.text)
        if begun:
            if item is not None:
                yield item
            indent = len(begun["indent"].expandtabs(_TAB))
            item = _Item(indent, int(begun["number"] or 0), [line._replace(text=begun["text"])])
        elif item is not None:
            item.lines.append(line)
    if item is not None:
        yield item


def _list(items: list[_Item], joiner: Joiner, file: str, depth: int) -> Element:
    base = items[0].indent
    children: list[Element] = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and items[end].indent > base + 1 and depth < _DEEPEST:
            end += 1
        children.append(_item(items[start], items[start + 1 : end], joiner, file, depth))
        start = end
    first = items[0].number
    attributes = {"start": str(first)} if first > 1 else {}
    return Element("ol" if first else "ul", tuple(children), attributes, Position(file, items[0].lines[0].number))


def _item(item: _Item, inside: list[_Item], joiner: Joiner, file: str, depth: int) -> Element:
    position = Position(file, item.lines[0].number)
    words = (joiner.joined(item.lines),)
    if not inside:
        return Element("li", words, {}, position)
    return Element("li", (Element("p", words, {}, position), _list(inside, joiner, file, depth + 1)), {}, position)
