"""What stands inside a block as Markdown that is read back as the same nodes.

Markup is escaped only where it would be taken for markup. What was written is read again; where that gives anything
else, more is escaped and the marks of emphasis are chosen anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import NamedTuple

from briefing.addressing import as_typed
from briefing.errors import Position
from briefing.model import Element, Node, walk
from briefing.model.briefing import Inline
from briefing.reading.body import read_inline
from briefing.writing.markdown.escaping import all_escaped, escaped_in_sentence
from briefing.writing.markdown.marks import attributes, citations, code, target
from briefing.writing.markdown.typable import EMPHASIS, joined_emphasis, typable, without_edges

__all__ = ["Sentences"]

_MARKS = {"em": "*", "strong": "**"}
_OTHER_MARKS = ({"em": "_", "strong": "**"}, {"em": "*", "strong": "__"}, {"em": "_", "strong": "__"})
_NO_MARKS = {"em": "", "strong": ""}
_AUTOLINK = re.compile(r"https?://[^<>\x00-\x20]*", re.IGNORECASE)
_ORDINARY = re.compile(r"[^\\`*_\[\]<>{}!^&~$@|#]*")


class _Style(NamedTuple):
    """One way to write a sentence."""

    marks: Mapping[str, str]
    """Of emphasis, by the tag."""
    thorough: bool
    """Whether everything is escaped that could be markup."""


_STYLES = tuple(_Style(marks, thorough) for thorough, marks in product((False, True), (_MARKS, *_OTHER_MARKS)))
_LAST_RESORT = _Style(_NO_MARKS, thorough=True)


class Sentences:
    """Writes sentences of one text."""

    def __init__(self, labels: Mapping[str, str], *, pandoc: bool = False) -> None:
        """``labels`` are those of the notes by their ids; ``pandoc`` escapes what only Pandoc takes for markup, too."""
        self._labels = labels
        self._ids = {label: name for name, label in labels.items()}
        self._pandoc = pandoc

    def write(self, nodes: Iterable[Node], *, breaks: bool = True) -> str:
        """Write a sentence; a new line begins only after a line break, which is a space where none may stand."""
        meant = without_edges(typable(nodes, self._labels), breaks=breaks)
        if all(isinstance(each, str) and _ORDINARY.fullmatch(each) for each in meant):
            return "".join(each for each in meant if isinstance(each, str))
        for variant in (meant, joined_emphasis(meant)):
            if (text := self._written_as(variant)) is not None:
                return text
        return self._serialised(meant, _LAST_RESORT)

    def _written_as(self, meant: Inline) -> str | None:
        emphasised = any(element.tag in EMPHASIS for node in meant for element in walk(node))
        for style in _STYLES if emphasised else _STYLES[:: len(_OTHER_MARKS) + 1]:
            text = self._serialised(meant, style)
            if read_inline(text, position=Position(""), language="en", markers=self._ids).nodes == meant:
                return text
        return None

    def _serialised(self, nodes: Inline, style: _Style) -> str:
        text = ""
        for piece in self._pieces(nodes, style):
            if piece.startswith("[") and text.endswith(("!", "^")) and not text.endswith(("\\!", "\\^")):
                text = f"{text[:-1]}\\{text[-1]}"
            text += piece
        return text

    def _pieces(self, nodes: Inline, style: _Style) -> Iterator[str]:
        """Write each node, citations that follow each other as one."""
        cited: list[Element] = []
        before = ""
        for node in (*nodes, ""):
            if isinstance(node, Element) and "data-key" in node.attributes:
                cited.append(node)
                continue
            if cited:
                before = _hung(citations(cited), before)
                yield before
                cited = []
            if node != "":
                before = self._piece(node, before, style)
                yield before

    def _piece(self, node: Node, before: str, style: _Style) -> str:
        if isinstance(node, str):
            text = all_escaped(node) if style.thorough else escaped_in_sentence(node, pandoc=self._pandoc)
            return f"\\{text}" if before.endswith(("]", ")")) and text.startswith(("(", "{")) else text
        if "data-waived" in node.attributes:
            return _hung(f"[no source, {node.get('data-waived')}]", before)
        if "data-field" in node.attributes:
            return as_typed(node.get("data-field"), node.attributes.get("data-otherwise"))
        inner = partial(self._serialised, node.children, style)
        match node.tag:
            case "br":
                return "\\\n"
            case "code":
                return code("".join(child for child in node.children if isinstance(child, str)))
            case "em" | "strong":
                return _emphasised(inner(), style.marks[node.tag], before)
            case "a" if "noteref" in node.classes:
                space = " " if before.endswith(" ") else ""
                return f"{space}[^{self._labels[node.get('href')[1:]]}]"
            case "a":
                return _link(node, inner)
            case _ if "data-signs" in node.attributes:
                return "".join(f"\\{sign}" for child in node.children if isinstance(child, str) for sign in child)
            case _:
                return f"[{inner()}]{_braces(node)}"


def _hung(mark: str, before: str) -> str:
    """Write a mark that hangs on the word before it, to which reading takes one space."""
    return mark if not before or before.endswith("\n") else f" {mark}"


def _emphasised(inner: str, mark: str, before: str) -> str:
    """Put marks around words; never the signs that the marks before end with."""
    if mark and before.endswith(mark[0]) and not before.endswith(f"\\{mark[0]}"):
        mark = mark.translate({ord("*"): "_", ord("_"): "*"})
    return f"{mark}{inner}{mark}"


def _link(element: Element, inner: partial[str]) -> str:
    address = element.get("href")
    if element.children == (address,) and _AUTOLINK.fullmatch(address):
        return f"<{address}>"
    return f"[{inner()}]({target(address)})"


def _braces(element: Element) -> str:
    values = {name: element.get(name) for name in ("title", "lang", "dir")}
    classes = () if element.tag == "span" else (element.tag,)
    return attributes(values, name=element.get("id"), classes=classes)
