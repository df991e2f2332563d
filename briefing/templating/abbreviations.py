"""Abbreviations of the article's list → ``abbr`` elements in the finished document tree.

Not one letter of the text changes. Left alone: what an author has marked as an abbreviation, code, words in another
language than the document's, and a short form that stands in brackets beside its long form, where its expansion
would be heard twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import is_

from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Abbreviations, Element, Node, Occurrence, plain_text
from briefing.templating.vocabulary import INLINES

__all__ = ["with_abbreviations"]

_MARKERS = frozenset({"citation", "citations", "noteref", "note-mark"})
"""Classes of numbers and letters that hang on a word and are no part of it."""
_OPENING = ("(", "[")


def with_abbreviations(html: Element, abbreviations: Mapping[str, str], memory: Memory = FORGETFUL) -> Element:
    """Mark what ``main`` holds of the short forms, each with its long form as ``title``.

    The tree is as ``parse_html`` gives it; it comes back itself where there is nothing to mark. Blocks that
    ``memory`` knows are not looked at again.
    """
    if not abbreviations:
        return html
    return memory.recall(_Marking, tuple(abbreviations.items()), html.get("lang")).document(html, memory)


class _Marking:
    """Marks short forms in one document."""

    def __init__(self, abbreviations: tuple[tuple[str, str], ...], language: str) -> None:
        self._long = dict(abbreviations)
        self._short = Abbreviations(self._long)
        self._language = _primary(language)

    def document(self, element: Element, memory: Memory) -> Element:
        if element.tag in ("main", "section"):
            return element if self._is_closed(element) else self._container(element, memory)
        if element.tag not in ("html", "body"):
            return element
        return replace(element, children=tuple(self.document(child, memory) for child in _elements(element.children)))

    def _container(self, element: Element, memory: Memory) -> Element:
        """Mark what holds nothing but blocks, each block by itself."""
        return _with_children(
            element,
            [
                self.document(child, memory)
                if child.tag == "section"
                else memory.recall(_marked, Same(self), Same(child))
                for child in _elements(element.children)
            ],
        )

    def block(self, element: Element) -> Element:
        if self._is_closed(element):
            return element
        children: list[Node] = []
        for in_line, run in groupby(element.children, lambda node: isinstance(node, str) or node.tag in INLINES):
            children += self._line(tuple(run)) if in_line else [self.block(child) for child in _elements(run)]
        return _with_children(element, children)

    def _line(self, nodes: tuple[Node, ...]) -> Iterable[Node]:
        """Mark a line of text, looked at as a whole: a word may go on in the next element."""
        text = "".join(map(_as_seen, nodes))
        found = [each for each in self._short.occurrences(text) if not self._is_explained(text, each)]
        return _Line(found, self).nodes(nodes) if found else nodes

    def _is_explained(self, text: str, found: Occurrence) -> bool:
        """Tell whether the long form stands beside it: ``United Nations (UN)`` or ``UN (United Nations)``."""
        before, after = text[max(0, found.start - 1) : found.start], text[found.end : found.end + 3]
        if before not in _OPENING and not any(mark in after for mark in _OPENING):
            return False
        long = self.long(found).casefold()
        room = len(long) + 3
        if before in _OPENING:
            words = text[max(0, found.start - room) : found.start - 1].casefold().rstrip()
            return words.endswith((long, f"{long}s"))
        words = text[found.end : found.end + room].casefold().removeprefix("s").lstrip()
        return words.startswith(tuple(mark + long for mark in _OPENING))

    def long(self, found: Occurrence) -> str:
        return self._long[found.short]

    def with_title(self, marked: Element) -> Element:
        """Say what the author marked as an abbreviation without saying what it stands for."""
        long = "" if marked.get("title") else self._long.get(plain_text(marked), "")
        return marked.with_attributes(title=long) if long else marked

    def is_open(self, element: Element) -> bool:
        return not self._is_closed(element) and not _MARKERS.intersection(element.classes)

    def _is_closed(self, element: Element) -> bool:
        foreign = "lang" in element.attributes and _primary(element.get("lang")) != self._language
        return foreign or element.tag in ("abbr", "code", "br") or "code" in element.classes


def _marked(marking: Same[_Marking], block: Same[Element]) -> Element:
    return marking.value.block(block.value)


class _Line:
    """Marks what was found in one line of text, from its beginning to its end."""

    def __init__(self, found: Iterable[Occurrence], marking: _Marking) -> None:
        self._found = deque(found)
        self._marking = marking
        self._offset = 0

    def nodes(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        return tuple(self._nodes(nodes))

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if isinstance(node, str):
                yield from self._text(node)
            elif node.tag == "abbr":
                self._offset += len(_as_seen(node))
                yield self._marking.with_title(node)
            elif self._marking.is_open(node):
                yield replace(node, children=self.nodes(node.children))
            else:
                self._offset += len(_as_seen(node))
                yield node

    def _text(self, text: str) -> Iterator[Node]:
        start, end = self._offset, self._offset + len(text)
        self._offset = end
        done = start
        while self._found and self._found[0].start < end:
            found = self._found.popleft()
            if found.start < start or found.end > end:
                continue  # it begins or ends in another element
            yield from _not_empty(text[done - start : found.start - start])
            yield Element(
                "abbr", (text[found.start - start : found.end - start],), {"title": self._marking.long(found)}
            )
            done = found.end
        yield from _not_empty(text[done - start :])


def _with_children(element: Element, children: Sequence[Node]) -> Element:
    """Exchange what stands in an element; it comes back itself where that is the same."""
    unchanged = len(children) == len(element.children) and all(map(is_, children, element.children))
    return element if unchanged else replace(element, children=tuple(children))


def _as_seen(node: Node) -> str:
    """The text of a node as a reader tells its words apart; as long as ``_Line`` counts it."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return "\n"
    if _MARKERS.intersection(node.classes):
        return "\n" * len(plain_text(node))
    return "".join(map(_as_seen, node.children))


def _not_empty(text: str) -> Iterator[str]:
    if text:
        yield text


def _elements(nodes: Iterable[Node]) -> Iterator[Element]:
    return (node for node in nodes if isinstance(node, Element))


def _primary(language: str) -> str:
    """``en`` of ``en-GB``."""
    return language.partition("-")[0].casefold()
