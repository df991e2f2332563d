"""The structure tree as objects, with the way back from each mark and annotation to its element.

See: ISO 32000-1, 14.7.2 (tree and elements), 14.7.4.4 (parent tree).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.pdf.objects import Body, Reference, array, dictionary, name_tree, number, text
from briefing.tagging import Attributes, MarkedContent, ObjectReference, StructureElement

__all__ = ["Structure"]


@dataclass(slots=True)
class Structure:
    """Writes the tree of one document."""

    body: Body
    pages: Sequence[Reference]
    annotations: Sequence[Reference]
    """In the order in which ``ObjectReference`` counts them."""
    owners: dict[MarkedContent, Reference] = field(default_factory=dict)
    """Element of each mark."""
    link_owners: dict[int, Reference] = field(default_factory=dict)
    """Element of each annotation, by its index."""
    ids: dict[str, Reference] = field(default_factory=dict)
    """Elements that have an id."""

    def write(self, document: StructureElement, marks_on_page: Sequence[int]) -> Reference:
        """Add the tree; return its root. ``marks_on_page`` are the numbers of marks of each page."""
        root = self.body.reserve()
        top = self._element(document, root)
        entries = {
            "Type": b"/StructTreeRoot",
            "K": top,
            "ParentTree": self._parent_tree(marks_on_page),
            "ParentTreeNextKey": b"%d" % (len(self.pages) + len(self.annotations)),
        }
        if self.ids:
            entries["IDTree"] = name_tree(self.body, self.ids)
        self.body.fill(root, dictionary(entries))
        return root

    def parent_key(self, annotation: int) -> int:
        """Key of an annotation in the parent tree: after those of the pages, which are their indices."""
        return len(self.pages) + annotation

    def _parent_tree(self, marks_on_page: Sequence[int]) -> Reference:
        numbers: list[bytes] = []
        for page, count in enumerate(marks_on_page):
            owners = array(self.owners[MarkedContent(page, mcid)] for mcid in range(count))
            numbers += [b"%d" % page, self.body.add(owners)]
        for index in range(len(self.annotations)):
            numbers += [b"%d" % self.parent_key(index), self.link_owners[index]]
        return self.body.add(dictionary({"Nums": array(numbers)}))

    def _element(self, element: StructureElement, parent: Reference) -> Reference:
        own = self.body.reserve()
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        written = b"<</Type /StructElem /S /%s /P %s" % (element.type.encode(), parent)
        if page is not None:
            written += b" /Pg " + self.pages[page]
        written += b" /K [" + b" ".join([self._kid(kid, own, page) for kid in element.kids]) + b"]"
        self.body.fill(own, written + b"".join([b" /%s %s" % entry for entry in self._more(element, own)]) + b">>")
        return own

    def _more(self, element: StructureElement, own: Reference) -> Iterator[tuple[bytes, bytes]]:
        """Yield what few elements have."""
        if element.language:
            yield b"Lang", text(element.language)
        if element.alternative is not None:
            yield b"Alt", text(element.alternative)
        if element.actual:
            yield b"ActualText", text(element.actual)
        if element.expansion:
            yield b"E", text(element.expansion)
        if element.id:
            yield b"ID", text(element.id)
            self.ids[element.id] = own
        if element.attributes:
            yield b"A", _attributes(element.attributes)

    def _kid(self, kid: StructureElement | MarkedContent | ObjectReference, own: Reference, page: int | None) -> bytes:
        if isinstance(kid, StructureElement):
            return self._element(kid, own)
        if isinstance(kid, MarkedContent):
            self.owners[kid] = own
            return self._mark(kid, page)
        self.link_owners[kid.annotation] = own
        return b"<</Type /OBJR /Obj %s /Pg %s>>" % (self.annotations[kid.annotation], self.pages[kid.page])

    def _mark(self, mark: MarkedContent, page: int | None) -> bytes:
        if mark.page == page:
            return b"%d" % mark.mcid
        return b"<</Type /MCR /Pg %s /MCID %d>>" % (self.pages[mark.page], mark.mcid)


def _attributes(attributes: Attributes) -> bytes:
    written = {name: _value(value) for name, value in attributes.values.items()}
    return dictionary({"O": b"/" + attributes.owner.encode(), **written})


def _value(value: str | int | tuple[float, float, float, float]) -> bytes:
    if isinstance(value, str):
        return b"/" + value.encode()
    return b"%d" % value if isinstance(value, int) else array(number(each) for each in value)
