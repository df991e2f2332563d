"""The structure tree: from the numbered document tree, never from what was drawn.

See: ISO 32000-1, 14.7 (logical structure), 14.8.4 (standard types); ISO 14289-1, 7.2 to 7.18.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.pdf.objects import Body, Reference, array, dictionary, number, text
from briefing.pdf.roles import RUNNING
from briefing.typesetting import TreeNode

__all__ = ["Structure"]


@dataclass(slots=True)
class _Kid:
    """A child of a structure element: another element, marks, or an annotation."""

    written: bytes
    page: int | None = None
    mark: int | None = None


@dataclass(slots=True)
class Structure:
    """Writes the tree of one document."""

    body: Body
    pages: Sequence[Reference]
    roles: Mapping[int, str]
    """Type of each element by its number."""
    marks: Mapping[int, Sequence[tuple[int, int]]]
    """Of each node: page and number of its marks, in order."""
    annotations: Mapping[int, Sequence[tuple[int, Reference]]]
    """Of each link: page and annotation."""
    boxes: Mapping[int, tuple[float, float, float, float]]
    language: str
    owners: dict[tuple[int, int], Reference] = field(default_factory=dict)
    """Element of each mark, by page and number."""
    link_owners: dict[Reference, Reference] = field(default_factory=dict)
    """Element of each annotation."""
    ids: dict[str, Reference] = field(default_factory=dict)
    """Element of each footnote by its id."""

    def write(self, tree: TreeNode, root: Reference) -> Reference:
        """Add all elements; return the outermost."""
        own = self.body.reserve()
        kids = [kid for child in tree.children for kid in self._kids(child, tree, own, tree.get("lang", self.language))]
        self.body.fill(own, self._element(tree, "Document", root, kids, self.language))
        return own

    def _kids(self, node: TreeNode, above: TreeNode | None, parent: Reference, language: str) -> list[_Kid]:
        """Elements and marks that a node leaves under an element."""
        if not node.tag or node.get("data-fill"):
            return self._marks(node.number, parent)
        if node.tag in ("head", *RUNNING) and above and above.tag in ("html", "body"):
            return []
        role = self.roles.get(node.number, "")
        if not role:
            return self._marks(node.number, parent) + [
                kid for child in node.children for kid in self._kids(child, node, parent, language)
            ]
        own = self.body.reserve()
        spoken = node.get("lang", language)
        kids = self._marks(node.number, own)
        for child in node.children:
            kids += self._kids(child, node, own, spoken)
        kids += self._links(node.number, own)
        if not kids and role not in ("TD", "TH"):
            return []
        if role == "Note":
            self.ids[node.get("id")] = own
        self.body.fill(own, self._element(node, role, parent, kids, language))
        return [_Kid(own)]

    def _marks(self, node: int, owner: Reference) -> list[_Kid]:
        found = self.marks.get(node, ())
        self.owners.update(dict.fromkeys(found, owner))
        return [_Kid(b"", page, mark) for page, mark in found]

    def _links(self, node: int, owner: Reference) -> list[_Kid]:
        kids = []
        for page, annotation in self.annotations.get(node, ()):
            self.link_owners[annotation] = owner
            entries = {"Type": b"/OBJR", "Obj": annotation, "Pg": self.pages[page]}
            kids.append(_Kid(dictionary(entries)))
        return kids

    def _element(self, node: TreeNode, role: str, parent: Reference, kids: list[_Kid], language: str) -> bytes:
        if role == "Link" and not self.annotations.get(node.number):
            role = "Span"
        entries = {"Type": b"/StructElem", "S": b"/" + role.encode(), "P": parent}
        page = next((kid.page for kid in kids if kid.page is not None), None)
        if page is not None:
            entries["Pg"] = self.pages[page]
        entries["K"] = array(self._written(kid, page) for kid in kids)
        if node.get("lang") and (node.get("lang") != language or role == "Document"):
            entries["Lang"] = text(node.get("lang"))
        if role == "Figure":
            entries["Alt"] = text(_picture(node).get("alt"))
        if node.tag == "abbr" and node.get("title"):
            entries["E"] = text(node.get("title"))
        if role == "Note":
            entries["ID"] = text(node.get("id"))
        attributes = self._attributes(node, role)
        if attributes:
            entries["A"] = dictionary(attributes)
        return dictionary(entries)

    def _written(self, kid: _Kid, page: int | None) -> bytes:
        if kid.mark is None or kid.page is None:
            return kid.written
        if kid.page == page:
            return b"%d" % kid.mark
        return dictionary({"Type": b"/MCR", "Pg": self.pages[kid.page], "MCID": b"%d" % kid.mark})

    def _attributes(self, node: TreeNode, role: str) -> dict[str, bytes]:
        if role == "L":
            return {"O": b"/List", "ListNumbering": b"/Decimal" if node.tag == "ol" else b"/Disc"}
        if role == "TH":
            scope = b"/Row" if node.get("scope") == "row" else b"/Column"
            return {"O": b"/Table", "Scope": scope, **_span(node)}
        if role == "TD" and _span(node):
            return {"O": b"/Table", **_span(node)}
        if role == "Figure" and _picture(node).number in self.boxes:
            box = array(number(value) for value in self.boxes[_picture(node).number])
            return {"O": b"/Layout", "BBox": box, "Placement": b"/Block"}
        return {}


def _picture(node: TreeNode) -> TreeNode:
    """The ``img`` of a figure, which may be the node itself."""
    return next((inside for inside in node.walk() if inside.tag == "img"), node)


def _span(node: TreeNode) -> dict[str, bytes]:
    columns = node.get("colspan", "1")
    return {"ColSpan": columns.encode()} if columns.isdigit() and columns != "1" else {}
