"""The structure tree as objects, with the way back from each mark and annotation to its element.

See: ISO 32000-1, 14.7.2 (tree and elements), 14.7.4.4 (parent tree).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from briefing.memory import FORGETFUL, Memory, Same
from briefing.pdf.objects import Body, Reference, array, dictionary, name_tree, number, reference, text
from briefing.tagging import Attributes, Kid, MarkedContent, StructureElement

__all__ = ["Numbers", "Structure", "parent_key"]

_WriteElement: TypeAlias = Callable[[StructureElement, Reference], Reference]
_CONTAINING = frozenset({"Document", "Sect"})
"""Types of elements that are new in each document, around blocks that may be the same as in another."""


class Numbers(NamedTuple):
    """Where the objects begin that a tree refers to; those of a kind follow each other."""

    pages: int
    """Number of the first page's object."""
    annotations: int
    """That of the first annotation, which ``ObjectReference`` counts from."""

    def page(self, index: int) -> Reference:
        """Refer to a page."""
        return reference(self.pages + index)

    def annotation(self, index: int) -> Reference:
        """Refer to an annotation."""
        return reference(self.annotations + index)


class _Part(NamedTuple):
    """An element with all that stands in it."""

    objects: tuple[bytes, ...]
    """Numbered one after the other; the element is the first."""
    marks: dict[MarkedContent, Reference]
    """Element of each mark."""
    annotations: dict[int, Reference]
    """Element of each annotation, by its index."""
    ids: dict[str, Reference]
    """Elements that have an id."""


class Structure:
    """Writes the tree of one document."""

    def __init__(self, body: Body, numbers: Numbers) -> None:
        self._body, self._numbers = body, numbers

    def write(self, document: StructureElement, marks_on_page: Sequence[int], annotations: int) -> Reference:
        """Add the tree; return its root. ``marks_on_page`` are the numbers of marks of each page.

        ``annotations`` says how many there are. Elements that the body's memory knows are not written again.
        """
        root = self._body.reserve()
        first = self._body.next_number
        part = _part(Same(document), first, root, self._numbers, self._body.memory)
        self._body.add_all(part.objects)
        parents = self._parent_tree(part, marks_on_page, annotations)
        entries = {
            "Type": b"/StructTreeRoot",
            "K": reference(first),
            "ParentTree": parents,
            "ParentTreeNextKey": b"%d" % (len(marks_on_page) + annotations),
        }
        if part.ids:
            entries["IDTree"] = name_tree(self._body, part.ids)
        self._body.fill(root, dictionary(entries))
        return root

    def _parent_tree(self, part: _Part, marks_on_page: Sequence[int], annotations: int) -> Reference:
        numbers: list[bytes] = []
        for page, count in enumerate(marks_on_page):
            owners = array(part.marks[MarkedContent(page, mcid)] for mcid in range(count))
            numbers += [b"%d" % page, self._body.add(owners)]
        for index in range(annotations):
            numbers += [b"%d" % parent_key(len(marks_on_page), index), part.annotations[index]]
        return self._body.add(dictionary({"Nums": array(numbers)}))


def parent_key(pages: int, annotation: int) -> int:
    """Key of an annotation in the parent tree: after those of the pages, which are their indices."""
    return pages + annotation


def _part(element: Same[StructureElement], first: int, parent: Reference, numbers: Numbers, memory: Memory) -> _Part:
    writer = _PartWriter(first, numbers, memory)
    writer.element(element.value, parent)
    return writer.part()


def _known_part(element: Same[StructureElement], first: int, parent: Reference, numbers: Numbers) -> _Part:
    return _part(element, first, parent, numbers, FORGETFUL)


class _PartWriter:
    """Writes an element, whose number is given, and what stands in it."""

    def __init__(self, first: int, numbers: Numbers, memory: Memory) -> None:
        self._first, self._numbers, self._memory = first, numbers, memory
        self._objects: list[bytes] = []
        self._marks: dict[MarkedContent, Reference] = {}
        self._annotations: dict[int, Reference] = {}
        self._ids: dict[str, Reference] = {}

    def part(self) -> _Part:
        """Hand over what was written."""
        return _Part(tuple(self._objects), self._marks, self._annotations, self._ids)

    def element(self, element: StructureElement, parent: Reference) -> Reference:
        """Write an element under another one."""
        index = len(self._objects)
        own = reference(self._first + index)
        self._objects.append(b"")
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        inside = self._block if element.type in _CONTAINING else self.element
        written = b"<</Type /StructElem /S /%s /P %s" % (element.type.encode(), parent)
        if page is not None:
            written += b" /Pg " + self._numbers.page(page)
        written += b" /K [" + b" ".join([self._kid(kid, own, page, inside) for kid in element.kids]) + b"]"
        self._objects[index] = written + b"".join([b" /%s %s" % entry for entry in self._more(element, own)]) + b">>"
        return own

    def _block(self, element: StructureElement, parent: Reference) -> Reference:
        """Write an element, or remember how it was written, under one that holds the blocks of a document."""
        if element.type in _CONTAINING:
            return self.element(element, parent)
        first = self._first + len(self._objects)
        part = self._memory.recall(_known_part, Same(element), first, parent, self._numbers)
        self._objects += part.objects
        self._marks.update(part.marks)
        self._annotations.update(part.annotations)
        self._ids.update(part.ids)
        return reference(first)

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
            self._ids[element.id] = own
        if element.attributes:
            yield b"A", _attributes(element.attributes)

    def _kid(self, kid: Kid, own: Reference, page: int | None, inside: _WriteElement) -> bytes:
        if isinstance(kid, StructureElement):
            return inside(kid, own)
        if isinstance(kid, MarkedContent):
            self._marks[kid] = own
            return self._mark(kid, page)
        self._annotations[kid.annotation] = own
        return b"<</Type /OBJR /Obj %s /Pg %s>>" % (
            self._numbers.annotation(kid.annotation),
            self._numbers.page(kid.page),
        )

    def _mark(self, mark: MarkedContent, page: int | None) -> bytes:
        if mark.page == page:
            return b"%d" % mark.mcid
        return b"<</Type /MCR /Pg %s /MCID %d>>" % (self._numbers.page(mark.page), mark.mcid)


def _attributes(attributes: Attributes) -> bytes:
    written = {name: _value(value) for name, value in attributes.values.items()}
    return dictionary({"O": b"/" + attributes.owner.encode(), **written})


def _value(value: str | int | tuple[float, float, float, float]) -> bytes:
    if isinstance(value, str):
        return b"/" + value.encode()
    return b"%d" % value if isinstance(value, int) else array(number(each) for each in value)
