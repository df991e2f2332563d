"""Numbered document tree + marks → the structure tree, as values.

See: ISO 32000-1, 14.7 (logical structure), 14.8.4 (standard types), 14.8.5 (attributes), 14.9 (language,
alternative text, expansion); ISO 14289-1, 7.2 to 7.18.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from briefing.memory import FORGETFUL, Memory, Same
from briefing.tagging.figures import Box, FigurePart, shared_out
from briefing.tagging.marks import MarkedContent, Marks
from briefing.tagging.roles import GROUPING, RUNNING, Roles, picture_in
from briefing.typesetting import CONTAINERS, TreeNode

__all__ = ["Attributes", "Kid", "ObjectReference", "StructureElement", "structure_of"]

_REFERRING = frozenset({"citation", "noteref"})
"""Classes of links that cite a source or point to a note."""
_NOTE_MARK = "note-mark"
"""Class of the link before a note that leads back to its marker."""
_Row: TypeAlias = tuple[int, int, Any]
"""A node, which of the fields of ``_Drawn`` knows it, and what that says of it."""
_NODE = itemgetter(0)
_CELLS = ("TD", "TH")
_INLINE = frozenset({"Code", "Link", "Quote", "Reference", "Span"})
"""Types that stand inside a line."""


class ObjectReference(NamedTuple):
    """An annotation as a child of an element. See: ISO 32000-1, 14.7.4.3."""

    page: int
    """From 0."""
    annotation: int
    """Its index among the document's annotations."""


class Attributes(NamedTuple):
    """An attribute object. See: ISO 32000-1, 14.8.5."""

    owner: str
    """``List``, ``Table`` or ``Layout``."""
    values: Mapping[str, str | int | Box]
    """Texts are names, boxes are in points from the page's lower left corner."""


@dataclass(slots=True)
class StructureElement:
    """An element of the structure tree."""

    type: str
    """A standard structure type: no role map is needed."""
    kids: list[StructureElement | MarkedContent | ObjectReference] = field(default_factory=list)
    language: str = ""
    """Where it differs from that of what is around."""
    alternative: str | None = None
    """What a figure shows."""
    actual: str = ""
    """What was typed, where it is drawn in another order."""
    expansion: str = ""
    """What an abbreviation stands for."""
    id: str = ""
    """Of a note: ISO 14289-1, 7.9."""
    attributes: Attributes | None = None


Kid: TypeAlias = StructureElement | MarkedContent | ObjectReference
"""What stands in an element."""


def structure_of(
    tree: TreeNode,
    *,
    roles: Roles,
    marks: Marks,
    links: Mapping[int, Sequence[ObjectReference]],
    figures: Mapping[int, tuple[FigurePart, ...]],
    typed: Mapping[int, str],
    language: str,
    memory: Memory = FORGETFUL,
) -> StructureElement:
    """Build the structure of a document; the result is its ``Document``.

    ``links`` are the annotations of each ``a`` by its number, one a line; ``figures`` the parts of pictures by theirs;
    ``typed`` the texts that are drawn in another order. What was not drawn leaves no element, but for the cells of a
    table of which something was. Blocks that ``memory`` knows, drawn as they were, have the same elements again:
    nothing may change them.
    """
    drawn = _Drawn(marks.by_node(), {node: tuple(found) for node, found in links.items()}, dict(figures), dict(typed))
    builder = _DocumentBuilder(roles, drawn, memory)
    language = tree.get("lang", language)
    kids = [kid for child in tree.children for kid in builder.child(child, tree, language)]
    return StructureElement("Document", _in_paragraphs(kids), language)


class _Drawn(NamedTuple):
    """What drawing left of nodes, and what it could not say, each by the number of the node."""

    marks: dict[int, tuple[MarkedContent, ...]]
    links: dict[int, tuple[ObjectReference, ...]]
    figures: dict[int, tuple[FigurePart, ...]]
    typed: dict[int, str]


class _Builder:
    """Builds what stands in one block."""

    def __init__(self, roles: Mapping[int, str], drawn: _Drawn) -> None:
        self.roles = roles
        self.marks, self.links, self.figures, self.typed = drawn

    def child(self, node: TreeNode, above: TreeNode, language: str) -> Sequence[Kid]:
        """Elements and marks that a node leaves under the one above it."""
        return self.kids(node, language)

    def kids(self, node: TreeNode, language: str) -> list[Kid]:
        """Elements and marks that a node leaves under the element around it, whose language is given."""
        if not node.tag or node.get("data-fill"):
            return self._text(node)
        role = self.roles.get(node.number, "")
        spoken = node.get("lang", language) if role else language
        inside: list[Kid] = [*self.marks.get(node.number, ())]
        for child in node.children:
            inside += self.child(child, node, spoken)
        inside += self.links.get(node.number, ())
        if role in GROUPING or (node.tag == "div" and not role):
            inside = _in_paragraphs(inside)
        if not role or not (inside or role in _CELLS):
            return inside
        if role == "Table" and not _is_drawn(inside):
            return []
        language = spoken if spoken != language else ""
        if role == "Figure":
            return [*self._figures(node, inside, language)]
        return [self._element(node, role, inside, language)]

    def _figures(self, node: TreeNode, inside: Sequence[Kid], language: str) -> Iterator[StructureElement]:
        """Make a figure, or one for each place in which a part of it stands."""
        picture = picture_in(node)
        parts = self.figures.get(picture.number, ())
        marks = set(self.marks.get(picture.number, ()))
        starts = [index for index, kid in enumerate(inside) if isinstance(kid, MarkedContent) and kid in marks]
        if len(parts) < 2 or len(starts) != len(parts):
            parts, starts = parts[:1] or (FigurePart(),), []
        for part, kids in zip(parts, shared_out(inside, starts), strict=True):
            alternative = picture.get("alt") if part.alternative is None else part.alternative
            attributes = Attributes("Layout", {"BBox": part.box, "Placement": "Block"}) if part.box else None
            yield StructureElement("Figure", kids, language, alternative, attributes=attributes)

    def _text(self, node: TreeNode) -> list[Kid]:
        marks = self.marks.get(node.number, ())
        typed = self.typed.get(node.number, "")
        return [StructureElement("Span", [*marks], actual=typed)] if marks and typed else [*marks]

    def _element(self, node: TreeNode, role: str, kids: list[Kid], language: str) -> StructureElement:
        if role == "Link":
            return self._link(node, kids, language)
        if node.tag == "dl":
            kids = _as_items(kids)
        if role == "Note":
            kids = _label_first(kids)
        element = StructureElement(role, kids, language, attributes=self._attributes(node, role))
        if node.tag == "abbr":
            element.expansion = node.get("title")
        if role == "Note":
            element.id = node.get("id")
        return element

    def _link(self, node: TreeNode, kids: list[Kid], language: str) -> StructureElement:
        """A link in what it is a part of: the label of a note, the reference to one or to a source.

        One that leads nowhere, as on paper, is plain text there.
        """
        link = StructureElement("Link" if self.links.get(node.number) else "Span", kids, language)
        if _NOTE_MARK in node.classes:
            return StructureElement("Lbl", [link])
        return StructureElement("Reference", [link]) if _REFERRING & set(node.classes) else link

    def _attributes(self, node: TreeNode, role: str) -> Attributes | None:
        if role == "L":
            numbering = {"ol": "Decimal", "ul": "Disc"}.get(node.tag, "None")
            return Attributes("List", {"ListNumbering": numbering})
        if role == "TH":
            return Attributes("Table", {"Scope": "Row" if node.get("scope") == "row" else "Column", **_span(node)})
        if role == "TD" and _span(node):
            return Attributes("Table", _span(node))
        return None


class _DocumentBuilder(_Builder):
    """Builds what stands in containers, and remembers what their blocks leave."""

    def __init__(self, roles: Roles, drawn: _Drawn, memory: Memory) -> None:
        super().__init__(roles.own, drawn)
        self._by_block, self._memory = roles.by_block, memory
        fields: tuple[dict[int, Any], ...] = drawn
        rows = [(node, kind, value) for kind, known in enumerate(fields) for node, value in known.items()]
        self._rows: list[_Row] = sorted(rows, key=_NODE)
        self._nodes = list(map(_NODE, self._rows))

    def child(self, node: TreeNode, above: TreeNode, language: str) -> Sequence[Kid]:
        """Elements and marks that a node leaves under the one above it; running lines leave none."""
        if node.tag in ("head", *RUNNING) and above.tag in ("html", "body"):
            return ()
        if node.tag in CONTAINERS:
            return self.kids(node, language)
        first, end = bisect_left(self._nodes, node.number), bisect_right(self._nodes, node.last)
        roles, drawn = self._by_block[node.number], tuple(self._rows[first:end])
        return self._memory.recall(_kids_of, Same(node), Same(roles), drawn, language)


def _kids_of(
    block: Same[TreeNode], roles: Same[dict[int, str]], rows: tuple[_Row, ...], language: str
) -> Sequence[Kid]:
    drawn = _Drawn({}, {}, {}, {})
    fields: tuple[dict[int, Any], ...] = drawn
    for node, kind, value in rows:
        fields[kind][node] = value
    return _Builder(roles.value, drawn).kids(block.value, language)


def _is_drawn(kids: Iterable[Kid]) -> bool:
    """Tell whether anything was drawn: of a table without words, or that the theme hides, there are only cells."""
    return any(_is_drawn(kid.kids) if isinstance(kid, StructureElement) else True for kid in kids)


def _span(node: TreeNode) -> dict[str, str | int | Box]:
    columns = node.get("colspan", "1")
    return {"ColSpan": int(columns)} if columns.isdigit() and columns != "1" else {}


def _in_paragraphs(kids: Iterable[Kid]) -> list[Kid]:
    """Make paragraphs of what stands between blocks or beside them."""
    result: list[Kid] = []
    for loose, group in groupby(kids, key=_is_inline):
        found = list(group)
        result += [StructureElement("P", found)] if loose else found
    return result


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, StructureElement) or kid.type in _INLINE


def _as_items(kids: Iterable[Kid]) -> list[Kid]:
    """Group the terms and explanations of a ``dl`` as items of a list."""
    items: list[Kid] = []
    item: StructureElement | None = None
    for kid in kids:
        begins = isinstance(kid, StructureElement) and kid.type == "Lbl" and (item is None or _has_body(item))
        if item is None or begins:
            item = StructureElement("LI")
            items.append(item)
        item.kids.append(kid)
    return items


def _has_body(item: StructureElement) -> bool:
    return any(isinstance(kid, StructureElement) and kid.type == "LBody" for kid in item.kids)


def _label_first(kids: list[Kid]) -> list[Kid]:
    """Take the label of a note out of the paragraph that begins with it: it is the note's own child."""
    first = kids[0]
    if isinstance(first, StructureElement) and first.kids:
        label = first.kids[0]
        if isinstance(label, StructureElement) and label.type == "Lbl":
            del first.kids[0]
            return [label, *(kids if first.kids else kids[1:])]
    return kids
