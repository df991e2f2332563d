"""A set document → the bytes of a tagged, archival PDF.

The order: glyphs get codes, pages are composed, links and tree are written from the numbered document, then fonts,
pictures and metadata. There is no untagged way through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.pdf.content import Area, Composer, PageContent, Target, note_glyphs
from briefing.pdf.fonts import FontUses
from briefing.pdf.images import ImageUses
from briefing.pdf.metadata import Metadata, add_metadata, add_output_intent, info_dictionary
from briefing.pdf.objects import Body, Reference, array, dictionary, number, text
from briefing.pdf.outline import add_outline
from briefing.pdf.roles import roles_of
from briefing.pdf.structure import Structure
from briefing.typesetting import SetDocument, TreeNode

__all__ = ["write_pdf"]


def write_pdf(document: SetDocument, metadata: Metadata) -> bytes:
    """Write a document. The same document and metadata give the same bytes."""
    return _Writer(document, metadata).write()


@dataclass(slots=True)
class _Links:
    """Annotations written so far."""

    by_node: dict[int, list[tuple[int, Reference]]] = field(default_factory=lambda: defaultdict(list))
    by_page: dict[int, list[Reference]] = field(default_factory=lambda: defaultdict(list))
    waiting: dict[Reference, dict[str, bytes]] = field(default_factory=dict)
    """Entries of each, still without its key in the parent tree."""


class _Writer:
    def __init__(self, document: SetDocument, metadata: Metadata) -> None:
        self.document, self.metadata = document, metadata
        self.body, self.fonts, self.images = Body(), FontUses(), ImageUses()
        self.nodes = {node.number: node for node in document.tree.walk()}
        self.roles = roles_of(document.tree)
        self.parents = {child.number: node for node in self.nodes.values() for child in node.children}
        note_glyphs(document, self.fonts)
        self.fonts.settle()
        self.composer = Composer(document, self.fonts, self.images, self._role)
        self.pages = [self.body.reserve() for _ in document.pages]

    def write(self) -> bytes:
        contents = [self.composer.page(index) for index in range(len(self.pages))]
        marks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        boxes = {}
        for page, content in enumerate(contents):
            boxes.update(content.boxes)
            for index, mark in enumerate(content.marks):
                marks[mark.node].append((page, index))
        links = self._links(contents)
        structure = Structure(self.body, self.pages, self.roles, marks, links.by_node, boxes, self.metadata.language)
        root = self.body.reserve()
        top = structure.write(self.document.tree, root)
        self.body.fill(root, self._root(structure, top, contents, links))
        self._write_pages(contents, links)
        return self.body.write(
            catalog=self.body.add(self._catalog(root, marks)), info=self.body.add(info_dictionary(self.metadata))
        )

    def _role(self, node: int) -> str:
        while node not in self.roles:
            parent = self.parents.get(node)
            if parent is None:
                return "Span"
            node = parent.number
        return self.roles[node]

    # Links.

    def _links(self, contents: Sequence[PageContent]) -> _Links:
        links = _Links()
        for page, content in enumerate(contents):
            # One for each line: viewers take the whole rectangle of an annotation for the link.
            for area in sorted(content.areas, key=lambda area: area.node):
                entries = self._annotation(area, page)
                if entries is None:
                    continue
                reference = self.body.reserve()
                links.waiting[reference] = entries
                links.by_node[area.node].append((page, reference))
                links.by_page[page].append(reference)
        return links

    def _annotation(self, area: Area, page: int) -> dict[str, bytes] | None:
        href = area.href
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Link",
            "Rect": array(number(value) for value in area.box),
            "Border": b"[0 0 0]",
            "F": b"4",
            "P": self.pages[page],
            "Contents": text(_described(self.nodes[area.node], href)),
        }
        if href.startswith("#"):
            target = self.composer.targets.get(href[1:])
            return {**entries, "Dest": self._destination(target)} if target else None
        return {**entries, "A": dictionary({"S": b"/URI", "URI": text(_ascii_address(href))})}

    def _destination(self, target: Target) -> bytes:
        top = min(target.y + 6, self.document.page.height)
        return b"[%s /XYZ 0 %s null]" % (self.pages[target.page], number(top))

    # The tree's root, pages, catalog.

    def _root(self, structure: Structure, top: Reference, contents: Sequence[PageContent], links: _Links) -> bytes:
        numbers: list[bytes] = []
        for page, content in enumerate(contents):
            owners = [structure.owners[page, index] for index in range(len(content.marks))]
            numbers += [b"%d" % page, self.body.add(array(owners))]
        key = len(contents)
        for reference, entries in links.waiting.items():
            self.body.fill(reference, dictionary({**entries, "StructParent": b"%d" % key}))
            numbers += [b"%d" % key, structure.link_owners[reference]]
            key += 1
        parent_tree = self.body.add(dictionary({"Nums": array(numbers)}))
        entries = {"Type": b"/StructTreeRoot", "K": top, "ParentTree": parent_tree, "ParentTreeNextKey": b"%d" % key}
        return dictionary({**entries, **self._note_ids(structure)})

    def _note_ids(self, structure: Structure) -> dict[str, bytes]:
        if not structure.ids:
            return {}
        pairs = [part for key, owner in sorted(structure.ids.items()) for part in (text(key), owner)]
        limits = array([text(min(structure.ids)), text(max(structure.ids))])
        leaf = self.body.add(dictionary({"Names": array(pairs), "Limits": limits}))
        return {"IDTree": dictionary({"Kids": array([leaf])})}

    def _write_pages(self, contents: Sequence[PageContent], links: _Links) -> None:
        self.page_tree = self.body.reserve()
        streams = [self.body.stream({}, content.data) for content in contents]
        images = self.images.embed(self.body)
        resources = self.body.add(
            dictionary({"Font": self.fonts.embed(self.body), **({"XObject": dictionary(images)} if images else {})})
        )
        size = array(number(value) for value in (0, 0, self.document.page.width, self.document.page.height))
        for index, (reference, stream) in enumerate(zip(self.pages, streams, strict=True)):
            entries = {
                "Type": b"/Page",
                "Parent": self.page_tree,
                "MediaBox": size,
                "Resources": resources,
                "Contents": stream,
                "StructParents": b"%d" % index,
                "Tabs": b"/S",
            }
            if images:
                entries["Group"] = b"<</S /Transparency /CS /DeviceRGB>>"
            if links.by_page.get(index):
                entries["Annots"] = array(links.by_page[index])
            self.body.fill(reference, dictionary(entries))
        pages = {"Type": b"/Pages", "Kids": array(self.pages), "Count": b"%d" % len(self.pages)}
        self.body.fill(self.page_tree, dictionary(pages))

    def _catalog(self, root: Reference, marks: Mapping[int, Sequence[tuple[int, int]]]) -> bytes:
        entries = {
            "Type": b"/Catalog",
            "Pages": self.page_tree,
            "Lang": text(self.metadata.language),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": root,
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": add_metadata(self.body, self.metadata),
            "OutputIntents": array([add_output_intent(self.body)]),
        }
        outline = add_outline(self.body, self.document, self.pages, marks)
        if outline:
            entries["Outlines"] = outline
            entries["PageMode"] = b"/UseOutlines"
        return dictionary(entries)


def _described(node: TreeNode, href: str) -> str:
    spoken = " ".join(node.spoken().split())
    if href.startswith("#") or spoken == href:
        return spoken or href
    return f"{spoken} ({href})" if spoken else href


def _ascii_address(href: str) -> str:
    return "".join(
        character if 33 <= ord(character) <= 126 else "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
        for character in href
    )
