"""A set document → the bytes of a tagged, archival PDF.

The order: glyphs get codes, pages are composed, links and tree are written from the numbered document, then fonts,
pictures and metadata. There is no untagged way through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.memory import FORGETFUL, Memory
from briefing.pdf.attachments import Attachment, add_attachments
from briefing.pdf.content import Composer, PageContent
from briefing.pdf.fonts import FontUses
from briefing.pdf.images import PER_INCH, ImageUses
from briefing.pdf.links import Link, add_links, find_links, references_by_node
from briefing.pdf.metadata import Metadata, add_metadata, identifier_of, info_dictionary
from briefing.pdf.objects import VERSION, Body, Reference, array, dictionary, number, text
from briefing.pdf.outline import add_outline
from briefing.pdf.output_intents import add_output_intents
from briefing.pdf.press_sheet import on_press_sheets, page_boxes
from briefing.pdf.separation import Separation
from briefing.pdf.structure import Numbers, Structure, parent_key
from briefing.tagging import (
    Marks,
    StructureElement,
    check_conforming,
    figures_by_node,
    roles_of,
    structure_of,
    typed_texts,
)
from briefing.theme import Page
from briefing.typesetting import SetDocument

__all__ = ["write_pdf"]

_PRESS_VERSION = "1.6"
"""Of PDF: the one that X-4 is built on."""


def write_pdf(
    document: SetDocument,
    metadata: Metadata,
    attachments: Sequence[Attachment] = (),
    memory: Memory = FORGETFUL,
    *,
    grey: bool = False,
    separation: Separation | None = None,
    per_inch: int = PER_INCH,
) -> bytes:
    """Write a document, with files attached to it. The same input gives the same bytes, whatever is remembered.

    ``memory`` holds what became of fragments, fonts and streams of other documents. With ``grey`` pictures lose their
    colour, as the document has lost its own. With a ``separation`` the file is one for a press, PDF/X-4: in its inks,
    on sheets with marks, and without links, for which X-4 has no place on the page. ``per_inch`` are the points
    that a picture needs for an inch on paper.

    Raises:
        LayoutError: the file could not conform: no title, no language, a picture without words.
    """
    tree, typed = document.tree, typed_texts(document.tree, memory)
    title, language = metadata.title, metadata.language
    check_conforming(tree, title=title, language=language, typed=typed, position=tree.position, memory=memory)
    document = on_press_sheets(document) if separation else document
    images = ImageUses(grey=grey, separation=separation, per_inch=per_inch)
    return _Writer(document, metadata, attachments, typed, memory, images, grey=grey, separation=separation).write()


class _Writer:
    def __init__(
        self,
        document: SetDocument,
        metadata: Metadata,
        attachments: Sequence[Attachment],
        typed: Mapping[int, str],
        memory: Memory,
        images: ImageUses,
        *,
        grey: bool,
        separation: Separation | None,
    ) -> None:
        self.grey, self.separation = grey, separation
        self.document, self.metadata, self.attachments, self.typed = document, metadata, attachments, typed
        self.body, self.images, self.marks = Body(memory), images, Marks()
        self.roles = roles_of(document.tree, memory)
        self.fonts = FontUses((placed.fragment for page in document.pages for placed in page.fragments), memory)
        self.composer = Composer(
            document,
            fonts=self.fonts,
            images=self.images,
            roles=_without_links(self.roles.of_marks) if separation else self.roles.of_marks,
            marks=self.marks,
            memory=memory,
        )
        self.first_page = self.body.next_number
        self.pages = [self.body.reserve() for _ in document.pages]

    def write(self) -> bytes:
        contents = [self.composer.page(index) for index in range(len(self.pages))]
        if self.separation:
            contents = [replace(each, data=self.separation.operators(each.data), areas=[]) for each in contents]
        links = find_links(contents, self.composer.targets)
        numbers = Numbers(self.first_page, self.body.next_number)
        annotations = [self.body.reserve() for _ in links]
        marks_on_page = [self.marks.count(page) for page in range(len(self.pages))]
        root = Structure(self.body, numbers).write(self._tree(contents, links), marks_on_page, len(links))
        keys = (parent_key(len(self.pages), index) for index in range(len(links)))
        keyed = list(zip(links, annotations, keys, strict=True))
        add_links(self.body, keyed, self.pages, self.document.tree, self.composer.targets)
        by_page: dict[int, list[Reference]] = defaultdict(list)
        for link, annotation in zip(links, annotations, strict=True):
            by_page[link.page].append(annotation)
        self._write_pages(contents, by_page)
        catalog = self.body.add(self._catalog(root, contents))
        info = self.body.add(info_dictionary(self.metadata, for_press=self.separation is not None))
        return self.body.write(catalog=catalog, info=info, version=_PRESS_VERSION if self.separation else VERSION)

    def _tree(self, contents: Sequence[PageContent], links: Sequence[Link]) -> StructureElement:
        return structure_of(
            self.document.tree,
            roles=self.roles,
            marks=self.marks,
            links=references_by_node(links),
            figures=figures_by_node(area for content in contents for area in content.figures),
            typed=self.typed,
            language=self.metadata.language,
            memory=self.body.memory,
        )

    def _write_pages(self, contents: Sequence[PageContent], annotations: Mapping[int, Sequence[Reference]]) -> None:
        self.page_tree = self.body.reserve()
        streams = [self.body.stream({}, content.data) for content in contents]
        images = self.images.embed(self.body)
        resources = self.body.add(
            dictionary({"Font": self.fonts.embed(self.body), **({"XObject": dictionary(images)} if images else {})})
        )
        size = array(number(value) for value in (0, 0, self.document.page.width, self.document.page.height))
        boxes = page_boxes(self.document.page) if self.separation else {}
        for index, (reference, stream) in enumerate(zip(self.pages, streams, strict=True)):
            entries = {
                "Type": b"/Page",
                "Parent": self.page_tree,
                "MediaBox": size,
                **boxes,
                "Resources": resources,
                "Contents": stream,
                "StructParents": b"%d" % index,
                "Tabs": b"/S",
            }
            if images:
                entries["Group"] = b"<</S /Transparency /CS /Device%s>>" % self._space()
            if annotations.get(index):
                entries["Annots"] = array(annotations[index])
            self.body.fill(reference, dictionary(entries))
        pages = {"Type": b"/Pages", "Kids": array(self.pages), "Count": b"%d" % len(self.pages)}
        self.body.fill(self.page_tree, dictionary(pages))

    def _space(self) -> bytes:
        """The colours in which what is seen through is put over what lies below."""
        return b"CMYK" if self.separation else b"Gray" if self.grey else b"RGB"

    def _catalog(self, root: Reference, contents: Sequence[PageContent]) -> bytes:
        press_id = identifier_of(each.data for each in contents) if self.separation else ""
        entries = {
            "Type": b"/Catalog",
            "Pages": self.page_tree,
            "Lang": text(self.metadata.language),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": root,
            "ViewerPreferences": _preferences(self.document.page),
            "Metadata": add_metadata(self.body, self.metadata, part=3 if self.attachments else 2, press_id=press_id),
            "OutputIntents": add_output_intents(self.body, self.separation.condition if self.separation else None),
            **add_attachments(self.body, self.attachments, self.metadata.date),
        }
        outline = add_outline(self.body, self.document, contents, self.pages, self.marks)
        if outline:
            entries["Outlines"] = outline
            entries["PageMode"] = b"/UseOutlines"
        return dictionary(entries)


def _preferences(page: Page) -> bytes:
    """Ask viewers to show the title, and to print what is folded in its own size and on both sides.

    See: ISO 32000-1, 12.2.
    """
    wanted = {"DisplayDocTitle": b"true"}
    if page.folds:
        edge = b"Short" if page.width > page.height else b"Long"
        wanted |= {"PrintScaling": b"/None", "Duplex": b"/DuplexFlip%sEdge" % edge}
    return dictionary(wanted)


def _without_links(roles: Mapping[int, str]) -> Mapping[int, str]:
    """Make plain text of what belongs to links."""
    return {node: "Span" if role == "Link" else role for node, role in roles.items()}
