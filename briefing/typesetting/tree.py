"""The document tree with every node numbered in reading order.

What is drawn and what a screen reader hears come from the same nodes: drawing only says which marks belong to
which number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefing.errors import Position
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Element, Node, in_digits

__all__ = ["CONTAINERS", "HEADINGS", "INLINE", "TreeNode", "drawing_name", "number_tree"]

CONTAINERS = frozenset({"html", "body", "main", "section"})
"""Elements that are new in each document, around blocks that may be the same as in another."""

INLINE = frozenset({"a", "abbr", "br", "cite", "code", "em", "q", "span", "strong", "sub", "sup", "time", "label"})
"""Tags that stand inside a line; ``label`` is the marker of a list item."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_WITHOUT_BLOCKS = frozenset({"head", "header", "footer"}) | INLINE
"""Elements that are new in each document with all that stands in them."""
_NodeOf: TypeAlias = Callable[[Node, Position | None, str], "TreeNode"]
_STEP = 1_000
"""Containers and blocks begin at its multiples. So what a block gains or loses does not number those after it anew,
and whatever stands in a container has the same distance from it wherever that stands."""


@dataclass(slots=True, eq=False)
class TreeNode:
    """An element, or a text, with its number."""

    number: int
    """In reading order over the whole document, from 0, with gaps between blocks."""
    tag: str
    """Empty for a text."""
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[TreeNode] = field(default_factory=list)
    position: Position | None = None
    """That of the element, or of the nearest one around it that has one."""
    element: Element | None = None
    """What it was made of; none for a text."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of the ``class`` attribute."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def last(self) -> int:
        """The highest number inside, or its own."""
        node = self
        while node.children:
            node = node.children[-1]
        return node.number

    @property
    def is_inline(self) -> bool:
        """Whether it stands inside a line of text."""
        return not self.tag or self.tag in INLINE

    def get(self, name: str, default: str = "") -> str:
        """Look an attribute up."""
        return self.attributes.get(name, default)

    def walk(self) -> Iterator[TreeNode]:
        """Yield the node and all nodes inside it, in reading order."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting += found.children[::-1]

    def blocks(self) -> Iterator[TreeNode]:
        """Yield the outermost nodes inside that are no containers, in reading order: what a memory knows as wholes."""
        for child in self.children:
            if child.tag in CONTAINERS:
                yield from child.blocks()
            else:
                yield child

    def spoken(self) -> str:
        """Join all texts inside."""
        return self.text if not self.tag else "".join(child.spoken() for child in self.children)


def drawing_name(node: Element | TreeNode) -> str:
    """Name the drawing that an ``img`` asks for, with the numbers that are shown in it; empty for another one."""
    name, cited = node.get("data-drawing"), node.get("data-cited")
    return f"{name} {cited}" if name and cited else name


def number_tree(root: Element, *, marker: str, memory: Memory = FORGETFUL) -> TreeNode:
    """Number a document; list items get their marker and their body as nodes of their own.

    ``marker`` is the sign before items that are not numbered. A block that ``memory`` knows, by the identity of its
    element, is the same node again where it has the same number: nothing may change a tree.
    """
    return _Numbering(marker, 0, memory).node(root, None, root.get("lang", "en"))


class _Numbering:
    def __init__(self, marker: str, first: int, memory: Memory = FORGETFUL) -> None:
        self._marker, self._next, self._memory = marker, first, memory

    def node(self, source: Node, position: Position | None, language: str) -> TreeNode:
        """Number a container and what stands in it, or give a block."""
        if isinstance(source, str) or source.tag in _WITHOUT_BLOCKS:
            return self.numbered(source, position, language)
        self._next = -(-self._next // _STEP) * _STEP
        if source.tag in CONTAINERS:
            return self._element(source, position, language, self.node)
        block = self._memory.recall(_block, Same(source), self._next, self._marker, position, language)
        self._next = block.last + 1
        return block

    def numbered(self, source: Node, position: Position | None, language: str) -> TreeNode:
        """Number an element or a text with all that stands in it."""
        if isinstance(source, Element):
            return self._element(source, position, language, self.numbered)
        return TreeNode(self._number(), "", source, position=position)

    def _element(self, source: Element, position: Position | None, language: str, child_of: _NodeOf) -> TreeNode:
        here, language = source.position or position, source.attributes.get("lang", language)
        result = TreeNode(self._number(), source.tag, "", source.attributes, position=here, element=source)
        children = _with_labels(source, self._marker, language) if source.tag in ("ul", "ol") else source.children
        result.children = [child_of(child, here, language) for child in children]
        return result

    def _number(self) -> int:
        self._next += 1
        return self._next - 1


def _block(source: Same[Element], start: int, marker: str, position: Position | None, language: str) -> TreeNode:
    return _Numbering(marker, start).numbered(source.value, position, language)


def _with_labels(items: Element, marker: str, language: str) -> tuple[Node, ...]:
    start = items.get("start", "1")
    number = int(start) if start.lstrip("-").isdigit() else 1
    result: list[Node] = []
    for child in items.children:
        if isinstance(child, Element) and child.tag == "li":
            text = marker if items.tag == "ul" else f"{in_digits(number, language)}."
            number += 1
            child = replace(child, children=(Element("label", (text,)), Element("body", child.children)))
        result.append(child)
    return tuple(result)
