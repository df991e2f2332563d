"""The document tree with every node numbered in reading order.

What is drawn and what a screen reader hears come from the same nodes: drawing only says which marks belong to
which number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing.errors import Position
from briefing.model import Element, Node, in_digits

__all__ = ["HEADINGS", "INLINE", "TreeNode", "number_tree"]

INLINE = frozenset({"a", "abbr", "br", "cite", "code", "em", "q", "span", "strong", "sub", "sup", "time", "label"})
"""Tags that stand inside a line; ``label`` is the marker of a list item."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, eq=False)
class TreeNode:
    """An element, or a text, with its number."""

    number: int
    """In reading order over the whole document, from 0."""
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

    def spoken(self) -> str:
        """Join all texts inside."""
        return self.text if not self.tag else "".join(child.spoken() for child in self.children)


def number_tree(root: Element, *, marker: str) -> TreeNode:
    """Number a document; list items get their marker and their body as nodes of their own.

    ``marker`` is the sign before items that are not numbered.
    """
    return _Numbering(marker).node(root, None, root.get("lang", "en"))


class _Numbering:
    def __init__(self, marker: str) -> None:
        self._marker = marker
        self._next = 0

    def node(self, source: Node, position: Position | None, language: str) -> TreeNode:
        number = self._next
        self._next += 1
        if isinstance(source, str):
            return TreeNode(number, "", source, position=position)
        here, language = source.position or position, source.attributes.get("lang", language)
        result = TreeNode(number, source.tag, "", source.attributes, position=here, element=source)
        children = _with_labels(source, self._marker, language) if source.tag in ("ul", "ol") else source.children
        result.children = [self.node(child, here, language) for child in children]
        return result


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
