"""The finished document tree with its numbers of notes, sources and pages in brackets.

Raised figures are half as large as the words they hang on: in large print nobody reads them.
See: UKAAF, G003 (clear and large print), on superscripts and page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Element, Node

__all__ = ["with_numbers_in_brackets"]

_MARKERS = frozenset({"citation", "noteref"})
"""Classes of what hangs on a word: a space stands between the two."""
_NUMBERS = frozenset({"note-mark", "page-number"})
_SPACE = "\N{NO-BREAK SPACE}"


def with_numbers_in_brackets(html: Element, memory: Memory = FORGETFUL) -> Element:
    """Put the numbers of notes, sources and pages in brackets.

    The tree is as ``parse_html`` gives it. Blocks that ``memory`` knows are not looked at again.
    """
    if html.tag not in ("html", "body", "main", "section"):
        return memory.recall(_remembered, Same(html))
    blocks = (child for child in html.children if isinstance(child, Element))
    return replace(html, children=tuple(with_numbers_in_brackets(block, memory) for block in blocks))


def _remembered(block: Same[Element]) -> Element:
    return _bracketed(block.value)


def _bracketed(element: Element) -> Element:
    children = tuple(_nodes(element.children))
    if (_MARKERS | _NUMBERS).intersection(element.classes):
        children = ("(", *children, ")")
    return replace(element, children=children)


def _nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    before: Node = " "
    for node in nodes:
        if isinstance(node, Element):
            if _MARKERS.intersection(node.classes) and not _ends_in_space(before):
                yield _SPACE
            yield _bracketed(node)
        else:
            yield node
        before = node


def _ends_in_space(node: Node) -> bool:
    return node[-1:].isspace() or not node if isinstance(node, str) else False
