"""Turn the blocks of the Markdown into elements of the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from briefing.errors import Position
from briefing.model import Element, Node, is_blank, plain_text
from briefing.model.briefing import Inline
from briefing.reading.body.findings import Findings
from briefing.reading.body.illustrations import is_picture_paragraph, read_pictures
from briefing.reading.body.inline import InlineReader
from briefing.reading.body.tables import read_table, with_caption
from briefing.reading.body.typed import Manuscript, Typed
from briefing.reading.markdown import Attributes, Block, Fence, attributes_at_end
from briefing.reading.spelling import did_you_mean

__all__ = ["BlockReader", "Elements", "FencedBlock"]

Elements = tuple[Element, ...]
FencedBlock = Callable[["BlockReader", Block, Fence], Elements]
"""Reads one kind of fenced block: what it leaves where it stood."""

_ATTRIBUTION = re.compile(r"(?:---?|[–—―])[ \t]+(?=\S)")
_BREAKS = ("avoid", "before")


class BlockReader:
    """Reads blocks, in the order typed, and tells what it finds in them."""

    def __init__(self, manuscript: Manuscript, inline: InlineReader, fenced: Mapping[str, FencedBlock]) -> None:
        self.manuscript = manuscript
        self.inline = inline
        self.fenced = fenced
        self.findings: Findings = inline.findings
        self._heading_levels = 0
        """By how many levels headings sink, being inside a block that has one of its own."""

    def typed(self, block: Block) -> Typed:
        """Find the text of an ``inline`` block in the file."""
        return self.manuscript.typed(block.token.content, block.line)

    def position(self, block: Block) -> Position:
        """Find where a block begins."""
        return self.manuscript.position(block.line)

    def flow(self, blocks: Sequence[Block], *, deeper: int = 0) -> Elements:
        """Read blocks that follow each other; ``deeper`` lets their headings sink by as many levels."""
        self._heading_levels += deeper
        elements, _ = self.flow_on(blocks, break_before=False)
        self._heading_levels -= deeper
        return elements

    def flow_on(self, blocks: Sequence[Block], *, break_before: bool) -> tuple[Elements, bool]:
        """Read blocks, before the first of which a page may end; tell whether one ends after the last."""
        elements: list[Element] = []
        caption = None
        for block in blocks:
            if block.kind == "page_break":
                break_before = True
            elif block.kind == "caption":
                caption = self._caption(block, elements)
            else:
                made = list(self.read(block))
                if caption and made:
                    made[0] = with_caption(made[0], caption, self.manuscript, self.inline)
                    caption = None
                if break_before and made:
                    made[0] = made[0].with_attributes(data_break="before")
                    break_before = False
                elements += made
        return tuple(elements), break_before

    def _caption(self, block: Block, before: list[Element]) -> Block | None:
        """Give a caption to the table before it, or keep it for the table after it."""
        if not before or before[-1].tag != "table" or _has_caption(before[-1]):
            return block
        before[-1] = with_caption(before[-1], block, self.manuscript, self.inline)
        return None

    def read(self, block: Block) -> Elements:
        """Read one block."""
        match block.kind:
            case "paragraph":
                return self._paragraph(block)
            case "heading":
                return self._heading(block)
            case "bullet_list" | "ordered_list":
                return (self._list(block),)
            case "blockquote":
                return (self._quotation(block),)
            case "table":
                return (read_table(block, self.manuscript, self.inline),)
            case "dl":
                return (self._definitions(block),)
            case "div":
                return self._fenced(block)
            case "hr":
                return (Element("hr", (), {}, self.position(block)),)
            case "code_block" | "fence":
                return (self._code(block),)
            case _:  # the text of a note is read where its marker stands
                return ()

    def _paragraph(self, block: Block) -> Elements:
        typed = self.typed(block.children[0])
        tokens = self.inline.tokens(typed)
        if is_picture_paragraph(tokens):
            return read_pictures(tokens, typed, self.inline)
        return (Element("p", self.inline.nodes(tokens, typed), {}, typed.at(0)),)

    def _heading(self, block: Block) -> Elements:
        typed = self.typed(block.children[0])
        words, typed_attributes = attributes_at_end(typed.text)
        children = self.inline.read(typed.part(0, len(words)))
        if is_blank(plain_text(children)):
            message = "This heading has no words."
            self.findings.report("error", "empty-heading", message, self.position(block), "Write some, or delete it.")
            return ()
        level = min(6, max(2, int(block.token.tag[1])) + self._heading_levels)
        attributes = self._heading_attributes(typed_attributes or Attributes(0), typed.at(typed.text.rfind("{")))
        if "id" not in attributes:
            attributes["id"] = self.findings.heading_id(plain_text(children))
        self.findings.headings.append(attributes["id"])
        return (Element(f"h{level}", children, attributes, self.position(block)),)

    def _heading_attributes(self, typed: Attributes, position: Position) -> dict[str, str]:
        attributes = {}
        if typed.id:
            attributes["id"] = self.findings.typed_id(typed.id, position)
        wish = typed.values.get("break", "avoid" if "keep" in typed.classes else "")
        if wish in _BREAKS:
            attributes["data-break"] = wish
        elif wish:
            hint = "Write {break=before} to begin a page here, {break=avoid} to stay with what stands before."
            self.findings.report("error", "unknown-break", f'"{wish[:40]}" is no page break.', position, hint)
        unknown = [name for name in typed.values if name != "break"]
        unknown += [f".{name}" for name in typed.classes if name != "keep"]
        for name in unknown:
            message = f'"{name}" is not known here.{did_you_mean(name.lstrip("."), ("break", "keep"))}'
            hint = "A heading takes {#name}, {break=before} and {.keep}."
            self.findings.report("error", "unknown-attribute", message, position, hint)
        return attributes

    def _list(self, block: Block) -> Element:
        ordered = block.kind == "ordered_list"
        start = block.token.attrs.get("start")
        attributes = {"start": str(start)} if start is not None else {}
        items = tuple(Element("li", self.compact(item), {}, self.position(item)) for item in block.children)
        return Element("ol" if ordered else "ul", items, attributes, self.position(block))

    def compact(self, block: Block) -> tuple[Node, ...]:
        """Read what an item holds: text where it is one tight paragraph, else blocks, never both.

        A heading in it begins no section, so it sinks below those that do.
        """
        elements = self.flow(block.children, deeper=1)
        tight = len(block.children) == 1 and block.children[0].token.hidden
        return elements[0].children if tight and [each.tag for each in elements] == ["p"] else elements

    def _definitions(self, block: Block) -> Element:
        children = []
        for part in block.children:
            if part.kind == "dt":
                inner = part.children[0]
                typed = self.typed(inner)
                children.append(Element("dt", self.inline.read(typed), {}, typed.at(0)))
            else:
                children.append(Element("dd", self.compact(part), {}, self.position(part)))
        return Element("dl", tuple(children), {}, self.position(block))

    def _code(self, block: Block) -> Element:
        """Set code line by line; the spaces that indent it become no-break spaces, which no renderer collapses."""
        children: list[Node] = []
        for line in block.token.content.removesuffix("\n").split("\n"):
            text = line.expandtabs(4)
            indent = len(text) - len(text.lstrip(" "))
            children += [Element("br"), "\N{NO-BREAK SPACE}" * indent + text[indent:]]
        code = Element("code", tuple(child for child in children[1:] if child != ""), {}, self.position(block))
        return Element("p", (code,), {"class": "code"}, self.position(block))

    def _quotation(self, block: Block) -> Element:
        position = self.position(block)
        last = block.children[-1] if block.children else None
        typed = self.typed(last.children[0]) if last and last.kind == "paragraph" else None
        place = _attribution_place(typed.text, alone=len(block.children) > 1) if typed else None
        if typed is None or place is None:
            return Element("blockquote", self.flow(block.children, deeper=1), {}, position)
        quoted = list(self.flow(block.children[:-1], deeper=1))
        if place:
            words = typed.part(0, place)
            quoted.append(Element("p", self.inline.read(words), {}, words.at(0)))
        return Element("blockquote", (*quoted, self._attribution(typed.part(place))), {}, position)

    def _attribution(self, typed: Typed) -> Element:
        dash = _ATTRIBUTION.match(typed.text)
        typed = typed.part(dash.end() if dash else 0)
        return Element("p", self.inline.read(typed), {"class": "attribution"}, typed.at(0))

    def _fenced(self, block: Block) -> Elements:
        fence = block.fence
        return self.fenced.get(fence.name, self.fenced[""])(self, block, fence)

    def title(self, fence: Fence) -> Inline:
        """Read the words after a fence's name."""
        return self.inline.read(self.title_typed(fence))

    def title_typed(self, fence: Fence) -> Typed:
        """Find the words after a fence's name."""
        position = self.manuscript.position(fence.line, max(fence.title_column, 0))
        return Typed(fence.title, position.file, ((0, position.line, position.column),))

    def fence_position(self, fence: Fence) -> Position:
        """Find the first colon of a fence."""
        return self.manuscript.position(fence.line, fence.column)


def _has_caption(table: Element) -> bool:
    return any(isinstance(part, Element) and part.tag == "caption" for part in table.children)


def _attribution_place(text: str, *, alone: bool) -> int | None:
    """Find the last line that begins with a dash; the first line of a quotation is never one."""
    offset, place = 0, None
    for line in text.split("\n"):
        if _ATTRIBUTION.match(line.lstrip()) and (offset or alone):
            place = offset
        offset += len(line) + 1
    return place
