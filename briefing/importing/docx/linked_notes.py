"""Notes that a program has written as links, a mark that leads down and a sign that leads back → notes.

So does LibreOffice with the notes of a page that it saves as a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.model import Element, Node, plain_text, walk

__all__ = ["with_linked_notes"]

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡]{1,3})[\])]?")
_BACK = re.compile(r"[\s\[(]*(?:[↩↑⇑⤴^]\ufe0e?|\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡]{1,3})[\])]*[.\s]*")

Notes = Mapping[str, tuple[Element, ...]]


def with_linked_notes(elements: Iterable[Element], notes: Notes) -> tuple[tuple[Element, ...], Notes]:
    """Take the notes out of the text: what a mark leads to, and what leads back to where that mark stands."""
    blocks = tuple(elements)
    found = _found(blocks)
    if not found:
        return blocks, notes
    names = {place: f"linked-note-{number}" for number, place in enumerate(found, start=1)}
    kept = [block for each in blocks if (block := _without(each, set(map(id, found.values())))) is not None]
    while kept and re.fullmatch("h[1-6]|hr", kept[-1].tag):  # the heading of the notes
        kept.pop()
    texts = {names[place]: (_text(unit, place),) for place, unit in found.items()}
    return tuple(_marked(block, names) for block in kept), {**notes, **texts}


def _found(blocks: Iterable[Element]) -> dict[str, Element]:
    """Find the paragraphs and items that are notes, by the names of the places that marks lead down to."""
    units = [unit for block in blocks for unit in _units(block)]
    held = {name: index for index, unit in enumerate(units) for each in walk(unit) if (name := each.get("id"))}
    found: dict[str, Element] = {}
    for index, unit in enumerate(units):
        for place in (each.get("href")[1:] for each in walk(unit) if _is_mark(each)):
            below = held.get(place, index)
            back = (held.get(each.get("href")[1:]) for each in walk(units[below]) if _leads_back(each))
            if below > index and index in back:
                found.setdefault(place, units[below])
    return found


def _units(block: Element) -> Iterator[Element]:
    """Yield what may be a note, or hold marks: a paragraph by itself, and each item of a list."""
    if block.tag in ("ul", "ol"):
        yield from (each for each in block.children if isinstance(each, Element))
    else:
        yield block


def _is_mark(element: Element) -> bool:
    return _is_inner(element) and _MARK.fullmatch(plain_text(element).strip()) is not None


def _leads_back(element: Element) -> bool:
    return _is_inner(element) and _BACK.fullmatch(plain_text(element)) is not None


def _is_inner(element: Element) -> bool:
    return element.tag == "a" and "noteref" not in element.classes and element.get("href").startswith("#")


def _without(block: Element, taken: set[int]) -> Element | None:
    """Leave out what became notes; ``None`` where nothing is left."""
    if id(block) in taken:
        return None
    if block.tag not in ("ul", "ol"):
        return block
    items = tuple(each for each in block.children if id(each) not in taken)
    return replace(block, children=items) if items else None


def _text(unit: Element, place: str) -> Element:
    """Write the text of a note without its own mark and the way back."""
    nodes = list(_own_words(unit.children, place))
    if nodes and isinstance(first := nodes[0], str):
        nodes[0] = first.lstrip(" .)]\N{NO-BREAK SPACE}")
    if nodes and isinstance(last := nodes[-1], str):
        nodes[-1] = last.rstrip()
    return Element("p", tuple(node for node in nodes if node != ""), {}, unit.position)


def _own_words(nodes: Iterable[Node], place: str) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "p" or (node.tag == "span" and node.get("id") == place):
            yield from _own_words(node.children, place)
        elif not _leads_back(node) and plain_text(node).strip():
            yield node


def _marked(element: Element, names: Mapping[str, str]) -> Element:
    return replace(element, children=tuple(_node(child, names) for child in element.children))


def _node(node: Node, names: Mapping[str, str]) -> Node:
    if isinstance(node, str):
        return node
    name = names.get(node.get("href")[1:]) if _is_mark(node) else None
    if name is not None:
        return Element("a", (), {"class": "noteref", "href": f"#{name}"}, node.position)
    if node.tag == "sup" and len(node.children) == 1:
        inner = _node(node.children[0], names)
        return inner if isinstance(inner, Element) and "noteref" in inner.classes else replace(node, children=(inner,))
    return _marked(node, names)
