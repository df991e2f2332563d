"""A set document → the bytes of a tagged, archival PDF.

The order: glyphs get codes, pages are composed, links and tree are written from the numbered document, then fonts,
pictures and metadata. There is no untagged way through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.memory import FORGETFUL, Memory
from briefing.pdf.attachments import Attachment, add_attachments
from briefing.pdf.content import Composer, PageContent
from briefing.pdf.fonts import FontUses
from briefing.pdf.images import ImageUses
from briefing.pdf.links import Link, add_links, find_links, references_by_node
from briefing.pdf.metadata import Metadata, add_metadata, add_output_intent, info_dictionary
from briefing.pdf.objects import Body, Reference, array, dictionary, number, text
from briefing.pdf.outline import add_outline
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
from briefing.typesetting import SetDocument

__all__ = ["write_pdf"]


def write_pdf(
    document: SetDocument,
    metadata: Metadata,
    attachments: Sequence[Attachment] = (),
    memory: Memory = FORGETFUL,
    *,
    grey: bool = False,
) -> bytes:
    """Write a document, with files attached to it. The same input gives the same bytes, whatever is remembered.

    ``memory`` holds what became of fragments, fonts and streams of other documents. With ``grey`` pictures lose their
    colour, as the document has lost its own.

    Raises:
        LayoutError: the file could not conform: no title, no language, a picture without words.
    """
    tree, typed = document.tree, typed_texts(document.tree, memory)
    title, language = metadata.title, metadata.language
    check_conforming(tree, title=title, language=language, typed=typed, position=tree.position, memory=memory)
    return _Writer(document, metadata, attachments, typed, memory, grey=grey).write()


class _Writer:
    def __init__(
        self,
        document: SetDocument,
        metadata: Metadata,
        attachments: Sequence[Attachment],
        typed: Mapping[int, str],
        memory: Memory,
        *,
        grey: bool,
    ) -> None:
        self.grey = grey
        self.document, self.metadata, self.attachments, self.typed = document, metadata, attachments, typed
        self.body, self.images, self.marks = Body(memory), ImageUses(grey=grey), Marks()
        self.roles = roles_of(document.tree, memory)
        self.fonts = FontUses((placed.fragment for page in document.pages for placed in page.fragments), memory)
        self.composer = Composer(
            document,
            fonts=self.fonts,
            images=self.images,
            roles=self.roles.of_marks,
            marks=self.marks,
            memory=memory,
        )
        self.first_page = self.body.next_number
        self.pages = [self.body.reserve() for _ in document.pages]

    def write(self) -> bytes:
        contents = [self.composer.page(index) for index in range(len(self.pages))]
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
        return self.body.write(
            catalog=self.body.add(self._catalog(root, contents)), info=self.body.add(info_dictionary(self.metadata))
        )

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
                entries["Group"] = b"<</S /Transparency /CS /Device%s>>" % (b"Gray" if self.grey else b"RGB")
            if annotations.get(index):
                entries["Annots"] = array(annotations[index])
            self.body.fill(reference, dictionary(entries))
        pages = {"Type": b"/Pages", "Kids": array(self.pages), "Count": b"%d" % len(self.pages)}
        self.body.fill(self.page_tree, dictionary(pages))

    def _catalog(self, root: Reference, contents: Sequence[PageContent]) -> bytes:
        entries = {
            "Type": b"/Catalog",
            "Pages": self.page_tree,
            "Lang": text(self.metadata.language),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": root,
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": add_metadata(self.body, self.metadata, part=3 if self.attachments else 2),
            "OutputIntents": array([add_output_intent(self.body)]),
            **add_attachments(self.body, self.attachments, self.metadata.date),
        }
        outline = add_outline(self.body, self.document, contents, self.pages, self.marks)
        if outline:
            entries["Outlines"] = outline
            entries["PageMode"] = b"/UseOutlines"
        return dictionary(entries)
