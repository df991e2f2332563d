"""The document tree: semantic HTML as frozen values.

The body of an article is made of these from the moment it is read; a template writes them out as HTML text
and typesetting reads that text back into the same values. The vocabulary is small and closed: see
``docs/vocabulary.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefing.errors import Position

__all__ = ["Element", "Node", "plain_text", "walk"]


@dataclass(frozen=True, slots=True)
class Element:
    """One element with what stands in it."""

    tag: str
    """Lower case, for instance ``p``."""
    children: tuple[Node, ...] = ()
    """Elements and texts in reading order. Texts are as typed, never escaped."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    position: Position | None = field(default=None, compare=False)
    """Where the author typed it."""

    def __hash__(self) -> int:
        return hash((self.tag, self.children, tuple(sorted(self.attributes.items()))))

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of the ``class`` attribute."""
        return tuple(self.attributes.get("class", "").split())

    def get(self, name: str, default: str = "") -> str:
        """Look an attribute up."""
        return self.attributes.get(name, default)

    def with_attributes(self, **values: str) -> Element:
        """Copy with attributes added; underscores in names become dashes, ``class_`` means ``class``."""
        added = {name.rstrip("_").replace("_", "-"): value for name, value in values.items()}
        return replace(self, attributes={**self.attributes, **added})


Node: TypeAlias = Element | str


def walk(node: Node) -> Iterator[Element]:
    """Yield an element and every element inside it, in reading order."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Element):
            yield found
            waiting += found.children[::-1]


def plain_text(node: Node | tuple[Node, ...]) -> str:
    """Join the texts inside a node, in reading order, with nothing added."""
    if isinstance(node, str):
        return node
    children = node if isinstance(node, tuple) else node.children
    return "".join(plain_text(child) for child in children)
