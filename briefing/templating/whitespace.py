"""White space in a document tree, made as HTML means it.

Runs of spaces, tabs and line breaks come down to one space, those at the edges of a line of text and between
blocks to none. A space that does not break a line is a letter and stays. In code every space stays.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.model import Element, Node
from briefing.templating.vocabulary import ELEMENTS, INLINES

__all__ = ["collapse"]

_SPACES = re.compile(r"[ \t\n\r\f]+")


def collapse(element: Element, settled: Container[int] = frozenset()) -> Element:
    """Bring the white space of an element and all inside it into its one normal form.

    ``settled`` are the ids, as objects, of blocks whose white space has it: these stay what they are.
    """
    if id(element) in settled:
        return element
    if _is_code(element):
        return replace(element, children=tuple(_verbatim(element.children)))
    if element.tag in INLINES:
        return _Line().element(element)
    rule = ELEMENTS.get(element.tag)
    if rule is None or rule.text:
        return replace(element, children=tuple(_flow(element.children)))
    inside = (child for child in element.children if isinstance(child, Element))
    return replace(element, children=tuple(collapse(child, settled) for child in inside))


def _is_code(element: Element) -> bool:
    return element.tag == "code" or "code" in element.classes


def _stands_in_line(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINES


def _flow(nodes: Iterable[Node]) -> Iterator[Node]:
    """Collapse lines of text and the blocks between them."""
    for in_line, run in groupby(nodes, _stands_in_line):
        if in_line:
            yield from _trimmed_end(_Line().nodes(run))
        else:
            yield from (collapse(node) for node in run if isinstance(node, Element))


def _verbatim(nodes: Iterable[Node]) -> Iterator[Node]:
    """Join neighbouring texts, leave all else."""
    for is_text, run in groupby(nodes, lambda node: isinstance(node, str)):
        if is_text:
            text = "".join(node for node in run if isinstance(node, str))
            yield from (text,) if text else ()
        else:
            for node in run:
                if isinstance(node, Element):
                    yield replace(node, children=tuple(_verbatim(node.children)))


class _Line:
    """Collapses one line of text from its beginning to its end, through the elements in it."""

    def __init__(self) -> None:
        self.after_space = True

    def nodes(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        collapsed: list[Node] = []
        for is_text, run in groupby(nodes, lambda node: isinstance(node, str)):
            if is_text:
                text = self.text("".join(node for node in run if isinstance(node, str)))
                collapsed += [text] if text else []
            else:
                for node in run:
                    if isinstance(node, Element):
                        if node.tag == "br":
                            collapsed = list(_trimmed_end(tuple(collapsed)))
                        collapsed.append(self.element(node))
        return tuple(collapsed)

    def text(self, text: str) -> str:
        text = _SPACES.sub(" ", text)
        if self.after_space:
            text = text.removeprefix(" ")
        if text:
            self.after_space = text.endswith(" ")
        return text

    def element(self, element: Element) -> Element:
        if element.tag == "br":
            self.after_space = True
            return replace(element, children=())
        if _is_code(element):
            self.after_space = False
            return replace(element, children=tuple(_verbatim(element.children)))
        if not element.children and "data-fill" in element.attributes:
            self.after_space = False
            return element
        return replace(element, children=self.nodes(element.children))


def _trimmed_end(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Take the space from the end of a line."""
    if not nodes:
        return nodes
    last = nodes[-1]
    if isinstance(last, str):
        text = last.removesuffix(" ")
        return (*nodes[:-1], text) if text else nodes[:-1]
    if last.tag == "br" or _is_code(last):
        return nodes
    return (*nodes[:-1], replace(last, children=_trimmed_end(last.children)))
