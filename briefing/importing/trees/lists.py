"""Lists, and lists of terms with what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from lxml.html import HtmlElement

from briefing.importing.trees.surroundings import Surroundings
from briefing.model import Element, Node

__all__ = ["definitions", "listed"]

_LISTS = frozenset({"ul", "ol"})
_LONGEST_NUMBER = 8


def listed(
    element: HtmlElement, read: Iterable[tuple[HtmlElement, tuple[Element, ...]]], around: Surroundings
) -> Iterator[Element]:
    """Make a list of what stands in it, read already; what is no item belongs to the item before."""
    items: list[tuple[HtmlElement, tuple[Element, ...]]] = []
    for child, blocks in read:
        if child.tag != "li" and items:
            items[-1] = items[-1][0], (*items[-1][1], *blocks)
        elif blocks:
            items.append((child, blocks))
    tight = all(_is_tight(blocks) for _, blocks in items)
    made = tuple(Element("li", _inside(blocks, tight), {}, around.position(item)) for item, blocks in items)
    if made:
        ordered = element.tag == "ol"
        yield Element("ol" if ordered else "ul", made, _start(element) if ordered else {}, around.position(element))


def _is_tight(blocks: tuple[Element, ...]) -> bool:
    return blocks[0].tag == "p" and not blocks[0].attributes and all(block.tag in _LISTS for block in blocks[1:])


def _inside(blocks: tuple[Element, ...], tight: bool) -> tuple[Node, ...]:
    return (*blocks[0].children, *blocks[1:]) if tight else blocks


def _start(element: HtmlElement) -> dict[str, str]:
    typed = element.get("start", "").strip().lstrip("0")
    usable = typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER and typed != "1"
    return {"start": typed} if usable else {}


def definitions(
    element: HtmlElement, read: Iterable[tuple[HtmlElement, tuple[Element, ...]]], around: Surroundings
) -> Iterator[Element]:
    """Make a list of terms of what stands in it, read already; what has no term, or no meaning, is a paragraph."""
    found: list[Element] = []
    for child, blocks in read:
        if child.tag == "dt":
            found += (_term(block) for block in blocks[:1])
            continue
        if found and blocks and child.tag == "dd":
            tight = len(blocks) == 1 and _is_tight(blocks)
            found.append(Element("dd", _inside(blocks, tight), {}, blocks[0].position))
        else:
            yield from _finished(found, element, around)
            found = []
            yield from blocks
    yield from _finished(found, element, around)


def _term(block: Element) -> Element:
    return Element("dt", block.children, {}, block.position)


def _finished(found: list[Element], element: HtmlElement, around: Surroundings) -> Iterator[Element]:
    """Yield the list, the terms that nothing is said of taken out of it."""
    kept: list[Element] = []
    for each, below in zip_longest(found, found[1:]):
        if each.tag == "dd" or (below is not None and below.tag == "dd"):
            kept.append(each)
        else:
            yield Element("p", (Element("strong", each.children),), {}, each.position)
    if kept:
        yield Element("dl", tuple(kept), {}, around.position(element))
