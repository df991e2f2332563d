"""Blocks of a document → paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from briefing.exporting.document import Document
from briefing.exporting.docx.inline import Notes, inline
from briefing.exporting.docx.numbering import DEEPEST
from briefing.exporting.docx.paragraphs import Around, Item, Panel, properties_of
from briefing.exporting.docx.pictures import pictures_of
from briefing.exporting.docx.story import Story
from briefing.exporting.docx.styles import palette_of
from briefing.exporting.docx.tables import Cell, table_of
from briefing.exporting.docx.xml import Xml, node, qualified, valued
from briefing.model import Element, Node
from briefing.templating import INLINES

__all__ = ["Blocks"]

_HEADINGS = {
    "h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4", "h6": "Heading5",
}  # fmt: skip
_STYLES: Mapping[str, str] = {
    "label": "Label",
    "kicker": "Kicker",
    "subtitle": "Subtitle",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "embargo": "Embargo",
    "masthead": "Masthead",
    "figures": "Small",
    "figure-value": "KeyFigure",
    "figure-label": "Small",
    "figure-source": "Remark",
    "caveat": "Remark",
    "chart-note": "Remark",
    "contact": "Contact",
    "about": "Small",
    "box": "Small",
    "attribution": "Attribution",
    "code": "Code",
    "short-url": "PetitionLink",
    "imprint": "Imprint",
    "note": "FootnoteText",
}
"""Styles of paragraphs by a class of their own, or of what they stand in."""
_PANELS: Mapping[str, Panel] = {
    "summary": Panel("ground", "ground"),
    "asks": Panel("paper", "accent"),
    "corrections": Panel("ground", "accent"),
    "box": Panel("ground", "rule"),
    "petition": Panel("ground", "structure", together=True),
}

_MARGINS = 10.8
"""Points between the edges of a cell and what is in it, both together."""
_SPACE = " \t\n\r\f"


class Blocks:
    """Writes blocks into one part of the file."""

    def __init__(self, document: Document, story: Story, notes: Notes) -> None:
        self._document, self._story, self._notes = document, story, notes
        self._palette = palette_of(document.theme)
        self._item: Item | None = None
        """The list's item that the next paragraph begins."""
        self._below_table = False

    def write(self, nodes: Iterable[Node], around: Around) -> Iterator[Xml]:
        """Write nodes in a row; what stands in a line by itself becomes a paragraph."""
        for in_line, group in groupby(nodes, key=_is_inline):
            found = list(group)
            if in_line:
                yield from self._paragraph(around.style, found, around)
                continue
            for block in found:
                if isinstance(block, Element):
                    yield from self._block(block, around)

    def _block(self, block: Element, around: Around) -> Iterator[Xml]:
        around = _inside(block, around)
        if block.tag in _HEADINGS:
            yield from self._paragraph(_heading_style(block, around), block.children, around, block)
        elif block.tag in ("p", "dt", "figcaption"):
            yield from self._paragraph(_style_of(block, around), block.children, around, block)
        elif block.tag in ("ul", "ol"):
            yield from self._list(block, around)
        elif block.tag == "table":
            yield from self._table(block, around)
        elif block.tag == "img":
            runs = tuple(pictures_of(block, self._document, self._story, around.width))
            yield from (self._made("Figure", (run,), around) for run in runs)
        elif block.tag == "hr":
            yield from self._rule(block)
        elif block.tag == "aside" and "note" in block.classes:
            # A footnote: its part holds it.
            return
        else:
            yield from self._container(block, around)

    def _container(self, block: Element, around: Around) -> Iterator[Xml]:
        bookmarks = self._story.package.bookmark(block.get("id"))
        written = self.write(block.children, around)
        first = next(written, None)
        if first is not None:
            yield _with_bookmarks(first, bookmarks)
        yield from written

    def _paragraph(
        self, style: str, nodes: Sequence[Node], around: Around, element: Element | None = None
    ) -> Iterator[Xml]:
        if not self._item and not any(map(_says, nodes)):
            return
        marks = self._story.package.bookmark(element.get("id")) if element else ()
        runs = inline(_trimmed(nodes), around.look, self._story, self._notes)
        yield self._made(style, (*marks, *runs), around)

    def _made(self, style: str, content: Iterable[Xml], around: Around) -> Xml:
        item, self._item = self._item, None
        apart, self._below_table = self._below_table, False
        mirrored = self._document.direction == "rtl"
        style = "ListContinue" if style in ("ListBullet", "ListNumber") and not item else style
        properties = properties_of(style, around, self._palette, mirrored=mirrored, item=item, apart=apart)
        return node("w:p", {}, *properties, *content)

    def _rule(self, block: Element) -> Iterator[Xml]:
        if "masthead-bar" in block.classes:
            return
        line = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": self._palette.rule}
        yield node("w:p", {}, node("w:pPr", {}, node("w:pBdr", {}, node("w:bottom", line))))

    def _list(self, block: Element, around: Around) -> Iterator[Xml]:
        if any("contents-entry" in each.classes for each in block.children if isinstance(each, Element)):
            yield from self._contents(block, around)
            return
        level = min(around.level + 1, DEEPEST)
        numbering = self._story.package.numbering
        start = block.get("start", "1")
        number = numbering.new_list(level, int(start)) if block.tag == "ol" else numbering.bullets()
        for entry in block.children:
            if isinstance(entry, Element):
                yield from self._entry(entry, around, Item(number, level))

    def _entry(self, entry: Element, around: Around, item: Item) -> Iterator[Xml]:
        source = "source" in entry.classes
        around = around._replace(level=item.level, step=480 if source else 360)
        bulleted = item.number == self._story.package.numbering.bullets()
        style = "Source" if source else "ListBullet" if bulleted else "ListNumber"
        self._item = item
        if not entry.children or not _begins_with_text(entry):
            yield self._made(style, (), around)
        written = self.write(entry.children, around._replace(style=style))
        first = next(written, None)
        if first is not None:
            yield _with_bookmarks(first, self._story.package.bookmark(entry.get("id")))
        yield from written

    def _contents(self, block: Element, around: Around) -> Iterator[Xml]:
        for entry in block.children:
            if isinstance(entry, Element):
                yield from self._paragraph("Contents", entry.children, around)

    def _table(self, block: Element, around: Around) -> Iterator[Xml]:
        table = table_of(block, around.width)
        if table.caption:
            marks = self._story.package.bookmark(block.get("id"))
            runs = inline(table.caption, around.look, self._story, self._notes)
            yield self._made("Caption", (*marks, *runs), around)
        elif self._below_table:
            yield self._made("TableText", (), around)
        self._item = None
        contents = [tuple(self._cell(cell, around)) for cell in table.cells()]
        yield table.element(contents, mirrored=around.look.mirrored)
        self._below_table = True

    def _cell(self, cell: Cell, around: Around) -> Iterator[Xml]:
        """Write what is in a cell; Word wants a paragraph at its end."""
        self._below_table = False
        style = "TableHeading" if cell.element.tag == "th" else "TableText"
        look = around.look._replace(style="SourceNumber") if _holds_citations_alone(cell.element) else around.look
        look = look._replace(bold=look.bold or cell.stressed)
        inside = Around(look, cell.width - _MARGINS, style)
        last = None
        for last in self.write(cell.element.children, _inside(cell.element, inside)):
            yield _aligned(last, cell.element, mirrored=around.look.mirrored)
        if last is None or last.tag != qualified("w:p"):
            yield self._made(style, (), inside)


def _holds_citations_alone(cell: Element) -> bool:
    """Tell whether a cell is one of numbers of sources, which hang on no word."""
    return bool(cell.children) and all(
        isinstance(each, Element) and {"citation", "citations"}.intersection(each.classes) for each in cell.children
    )


def _aligned(block: Xml, cell: Element, *, mirrored: bool) -> Xml:
    """Set figures flush right; where a line begins at the right they are so anyway."""
    side = {"right": "right", "centre": "center"}.get(cell.get("data-align"), "")
    if side and block.tag == qualified("w:p") and not (mirrored and side == "right"):
        properties = block.find(qualified("w:pPr"))
        if properties is not None:
            properties.append(valued("w:jc", side))
    return block


def _inside(element: Element, around: Around) -> Around:
    """What is handed down from an element to what stands in it."""
    look = around.look
    if way := element.get("dir"):
        look = look._replace(mirrored=way == "rtl")
    if language := element.get("lang"):
        look = look._replace(language=language)
    found = [name for name in element.classes if name in _STYLES]
    style = _STYLES[found[0]] if found and element.tag in ("section", "div", "aside") else around.style
    style = "Quote" if element.tag == "blockquote" else style
    style = "Caption" if element.tag == "figure" and _begins_with_caption(element) else style
    panel = next((_PANELS[name] for name in element.classes if name in _PANELS), around.panel)
    return around._replace(look=look, style=style, panel=panel)


def _begins_with_caption(figure: Element) -> bool:
    first = next((child for child in figure.children if isinstance(child, Element)), figure)
    return first.tag == "figcaption"


def _style_of(block: Element, around: Around) -> str:
    named = [_STYLES[name] for name in block.classes if name in _STYLES]
    if named:
        return named[0]
    if block.tag == "figcaption":
        return "Caption" if around.style == "Caption" else "PictureCaption"
    return "Term" if block.tag == "dt" else around.style


def _heading_style(heading: Element, around: Around) -> str:
    if "label" in heading.classes:
        return "Label"
    return "BoxHeading" if around.style == "Small" else _HEADINGS[heading.tag]


def _with_bookmarks(block: Xml, bookmarks: Sequence[Xml]) -> Xml:
    """Put bookmarks at the beginning of the first paragraph of a block, behind its properties."""
    paragraph = next(block.iter(qualified("w:p")))
    place = int(paragraph.find(qualified("w:pPr")) is not None)
    paragraph[place:place] = list(bookmarks)
    return block


def _begins_with_text(entry: Element) -> bool:
    first = next((child for child in entry.children if not isinstance(child, str) or child.strip()), "")
    return _is_inline(first) or (isinstance(first, Element) and first.tag == "p")


def _says(node: Node) -> bool:
    if isinstance(node, str):
        return bool(node.strip())
    return any(map(_says, node.children)) or node.tag == "a"


def _trimmed(nodes: Sequence[Node]) -> Sequence[Node]:
    """Leave out white space at both ends, which stands between blocks."""
    kept = list(nodes)
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(_SPACE)
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(_SPACE)
    return kept


def _is_inline(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINES
