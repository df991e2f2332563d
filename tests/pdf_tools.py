"""Reads a finished file back: marked content, text by the fonts' own tables, the structure tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
from typesetting_tools import opened

PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "BI"})
_PAIR = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]*)>")


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    """Texts of the codes of a font."""
    table = font.ToUnicode.read_bytes()
    maps = b"".join(re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _PAIR.findall(maps)}


@dataclass
class Sequence:
    """A marked-content sequence of a page."""

    tag: str
    properties: Mapping[str, object]
    text: str = ""
    painted: int = 0
    """Operators that paint."""

    @property
    def mcid(self) -> int | None:
        return self.properties.get("/MCID")


@dataclass
class Node:
    """A structure element: its children are elements and texts, in order."""

    type: str
    element: pikepdf.Object
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def plain(self) -> object:
        """Types and texts as tuples."""
        return (self.type, *(child if isinstance(child, str) else child.plain() for child in self.children))

    def attribute(self, name: str) -> object:
        attributes = self.element.get("/A", {})
        return attributes.get(name) if attributes else None


class Read:
    """One file, taken apart."""

    def __init__(self, data: bytes) -> None:
        self.pdf = opened(data)
        self.pages = list(self.pdf.pages)
        self.used: list[tuple[int, int]] = []
        """Page and MCID of every leaf of the tree, in its order."""

    @cached_property
    def fonts(self) -> dict[str, dict[int, str]]:
        return {name: to_unicode(font) for page in self.pages for name, font in page.Resources.Font.items()}

    @cached_property
    def sequences(self) -> list[list[Sequence]]:
        """Marked content of each page, in order; fails where marks are nested, unbalanced or missing."""
        return [list(self._sequences(page)) for page in self.pages]

    def _sequences(self, page: pikepdf.Page) -> Iterator[Sequence]:
        current: Sequence | None = None
        font: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                assert current is None, "marked content is nested"
                current = Sequence(str(operands[0]), dict(operands[1]) if name == "BDC" else {})
            elif name == "EMC":
                assert current is not None, "marked content ends that did not begin"
                yield current
                current = None
            elif name == "Tf":
                font = self.fonts[str(operands[0])]
            elif name in PAINTING:
                assert current is not None, f"{name} paints outside marked content"
                current.painted += 1
                current.text += _shown(operands, font) if name == "TJ" else ""
        assert current is None, "marked content does not end"

    def stream(self, page: int = 0) -> str:
        return self.pages[page].Contents.read_bytes().decode("ascii")

    def operators(self, page: int = 0) -> list[tuple[list[pikepdf.Object], str]]:
        parsed = pikepdf.parse_content_stream(self.pages[page])
        return [(list(operands), str(operator)) for operands, operator in parsed]

    @cached_property
    def tree(self) -> Node:
        root = self.pdf.Root.StructTreeRoot
        texts = {
            (page, sequence.mcid): sequence.text
            for page, sequences in enumerate(self.sequences)
            for sequence in sequences
            if sequence.mcid is not None
        }
        return self._node(root.K, texts)

    def _node(self, element: pikepdf.Object, texts: Mapping[tuple[int, int], str]) -> Node:
        node = Node(str(element.S)[1:], element)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                node.children.append(self._leaf(element.Pg, kid, texts))
            elif kid.get("/Type") == "/MCR":
                node.children.append(self._leaf(kid.Pg, kid.MCID, texts))
            elif kid.get("/Type") == "/StructElem":
                assert kid.P.objgen == element.objgen
                node.children.append(self._node(kid, texts))
        return node

    def _leaf(self, page: pikepdf.Object, mcid: int, texts: Mapping[tuple[int, int], str]) -> str:
        number = self.page_number(page)
        self.used.append((number, int(mcid)))
        return texts[number, int(mcid)]

    def page_number(self, page: pikepdf.Object) -> int:
        return next(index for index, each in enumerate(self.pages) if each.objgen == page.objgen)

    def elements(self, kind: str) -> list[Node]:
        return [node for node in self.tree.walk() if node.type == kind]

    def links(self, page: int = 0) -> list[pikepdf.Object]:
        return [each for each in self.pages[page].get("/Annots", []) if each.Subtype == "/Link"]


def _shown(operands: list[pikepdf.Object], font: Mapping[int, str]) -> str:
    text = ""
    for part in operands[0]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            text += "".join(font[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))
    return text.replace("\u200b", "")
