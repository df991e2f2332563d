"""Paragraphs that are items of lists → lists in lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.importing.docx.styles import Level
from briefing.model import Element

__all__ = ["Item", "as_lists"]


class Item(NamedTuple):
    """A paragraph of a list."""

    level: Level
    start: int
    """Its number in the list."""
    paragraph: Element


def as_lists(items: Sequence[Item]) -> tuple[Element, ...]:
    """Put items that follow each other into lists; what is deeper stands in the item before it."""
    lists: list[Element] = []
    at = 0
    while at < len(items):
        first = items[at]
        end = at + 1
        while end < len(items) and not _begins_anew(items[end], first):
            end += 1
        lists.append(_list(first, items[at:end]))
        at = end
    return tuple(lists)


def _begins_anew(item: Item, first: Item) -> bool:
    """Tell whether an item is of another list than the first one."""
    if item.level.depth > first.level.depth:
        return False
    other_kind = item.level.ordered != first.level.ordered
    return other_kind or (item.level.ordered and item.start == 1 and item.level.number != first.level.number)


def _list(first: Item, items: Sequence[Item]) -> Element:
    """Write items as one list, those as deep as the first or less deep as its own."""
    places = [index for index, item in enumerate(items) if item.level.depth <= first.level.depth]
    parts = [items[start:end] for start, end in zip(places, [*places[1:], len(items)], strict=True)]
    attributes = {"start": str(first.start)} if first.level.ordered and first.start != 1 else {}
    tag = "ol" if first.level.ordered else "ul"
    return Element(tag, tuple(map(_item, parts)), attributes, first.paragraph.position)


def _item(items: Sequence[Item]) -> Element:
    own, deeper = items[0].paragraph, as_lists(items[1:])
    if not deeper:
        return replace(own, tag="li")
    return Element("li", (own, *deeper), {}, own.position)
