"""The finished document tree with typographic signs.

Looked at is one line of text at a time, through all elements in it: what stands between two blocks. Marks of notes
and sources hang on a word and are no part of the line. Attributes are data and stay.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from operator import is_

from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Element, Node, plain_text
from briefing.templating.typography.language import Language, language_of
from briefing.templating.typography.line import OPAQUE, Change, Line, changed
from briefing.templating.typography.signs import changes_in
from briefing.templating.vocabulary import INLINES

__all__ = ["typeset", "typeset_line"]

_READ = frozenset({"main", "header", "footer"})
_HANGING = frozenset({"citation", "citations", "noteref", "note-mark"})
"""Classes of numbers and letters that hang on a word."""
_AS_TYPED = "data-signs"
"""Attribute of an element in which every sign stays."""
_PAGE_NUMBER = "0"
"""Stands in a line for a number that is filled in later."""
_QUOTE = '"'


def typeset(html: Element, memory: Memory = FORGETFUL) -> Element:
    """Set the signs and spaces of what is read, by the language of the nearest ``lang``.

    The tree is as ``parse_html`` gives it. What stands in code, in an address or in ``data-signs="as-typed"`` stays;
    an element that says no more than that is taken away. Blocks that ``memory`` knows are not looked at again.
    """
    return _document(html, html.get("lang"), memory)


def typeset_line(nodes: tuple[Node, ...], tag: str, *, goes_on: bool = False) -> tuple[Node, ...]:
    """Set one line of text in a language, given by its BCP 47 tag; ``goes_on`` is as ``Line`` has it."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return (changed(nodes[0], changes_in(Line(nodes[0], ((0, language_of(tag)),), goes_on))),)
    gathered = _Gathering(tag)
    gathered.add(nodes, tag)
    changes = changes_in(Line("".join(gathered.pieces), tuple(gathered.languages), goes_on))
    return _Setting(changes).nodes(nodes) if changes or gathered.has_typed else nodes


def _document(element: Element, tag: str, memory: Memory) -> Element:
    if element.tag in ("main", "section"):
        return _container(element, element.get("lang", tag), memory)
    if element.tag in _READ:
        return _block(element, tag)
    if element.tag not in ("html", "body"):
        return element
    return _with_children(element, [_document(child, tag, memory) for child in _elements(element.children)])


def _container(element: Element, tag: str, memory: Memory) -> Element:
    """Set what holds nothing but blocks, each block by itself."""
    if _is_code(element):
        return element
    blocks = tuple(_elements(element.children))
    return _with_children(
        element,
        [
            _document(one, tag, memory)
            if one.tag == "section"
            else memory.recall(_remembered, Same(one), tag, _goes_on(one, after))
            for one, after in zip_longest(blocks, blocks[1:])
        ],
    )


def _remembered(block: Same[Element], tag: str, goes_on: bool) -> Element:
    return _block(block.value, tag, goes_on=goes_on)


def _block(element: Element, tag: str, *, goes_on: bool = False) -> Element:
    """Set the lines of a block and of all inside it; ``goes_on`` is as ``Line`` has it."""
    if _is_code(element):
        return element
    tag = element.get("lang", tag)
    children: list[Node] = []
    for in_line, run in groupby(element.children, lambda node: isinstance(node, str) or node.tag in INLINES):
        if in_line:
            children += typeset_line(tuple(run), tag, goes_on=goes_on)
        else:
            blocks = tuple(_elements(run))
            pairs = zip_longest(blocks, blocks[1:])
            children += (_block(one, tag, goes_on=_goes_on(one, after)) for one, after in pairs)
    return _with_children(element, children)


def _with_children(element: Element, children: Sequence[Node]) -> Element:
    """Exchange what stands in an element; it comes back itself where that is the same."""
    unchanged = len(children) == len(element.children) and all(map(is_, children, element.children))
    return element if unchanged else replace(element, children=tuple(children))


def _goes_on(element: Element, following: Element | None) -> bool:
    """Tell two paragraphs that both begin with a quotation mark: the quotation of the first may not be closed."""
    if following is None or element.tag != "p" or following.tag != "p":
        return False
    return _first_character(element) == _QUOTE == _first_character(following)


def _first_character(node: Node) -> str:
    while isinstance(node, Element):
        if not node.children:
            return ""
        node = node.children[0]
    return node[:1]


class _Gathering:
    """Puts together what is looked at as one text."""

    def __init__(self, tag: str) -> None:
        self.pieces: list[str] = []
        self.languages: list[tuple[int, Language]] = [(0, language_of(tag))]
        self.has_typed = False
        """Whether something is to stay as typed."""
        self._length = 0

    def add(self, nodes: Iterable[Node], tag: str) -> None:
        """Add nodes in a language."""
        for node in nodes:
            text = _looked_at(node)
            if text is not None:
                self.pieces.append(text)
                self._length += len(text)
                self.has_typed |= isinstance(node, Element) and _AS_TYPED in node.attributes
            elif isinstance(node, Element):
                self._in_language(node.get("lang", tag))
                self.add(node.children, node.get("lang", tag))
                self._in_language(tag)

    def _in_language(self, tag: str) -> None:
        language = language_of(tag)
        if language is not self.languages[-1][1]:
            self.languages.append((self._length, language))


class _Setting:
    """Makes the changes of one line, from its beginning to its end."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._changes = deque(changes)
        self._offset = 0

    def nodes(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Set nodes that follow each other; neighbouring texts become one."""
        set_nodes: list[Node] = []
        for node in self._each(nodes):
            if isinstance(node, str) and set_nodes and isinstance(set_nodes[-1], str):
                set_nodes[-1] += node
            else:
                set_nodes.append(node)
        return tuple(set_nodes)

    def _each(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            text = _looked_at(node)
            if isinstance(node, str):
                yield self._text(node)
            elif text is None:
                yield replace(node, children=self.nodes(node.children))
            else:
                self._offset += len(text)
                yield from node.children if set(node.attributes) == {_AS_TYPED} else (node,)

    def _text(self, text: str) -> str:
        start, end = self._offset, self._offset + len(text)
        self._offset = end
        here: list[Change] = []
        while self._changes and self._changes[0].start < end:
            change = self._changes.popleft()
            if start <= change.start and change.end <= end:  # not one that goes on in another element
                here.append(Change(change.start - start, change.end - start, change.text))
        return changed(text, here)


def _looked_at(node: Node) -> str | None:
    """Give what stands for a node in its line; ``None`` where that is what stands in it."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return "\n"
    if _HANGING.intersection(node.classes):
        return ""
    if "data-fill" in node.attributes:
        return _PAGE_NUMBER
    if _is_code(node) or _AS_TYPED in node.attributes:
        return OPAQUE * len(plain_text(node))
    return None


def _is_code(element: Element) -> bool:
    return element.tag == "code" or "code" in element.classes


def _elements(nodes: Iterable[Node]) -> Iterator[Element]:
    return (node for node in nodes if isinstance(node, Element))
