"""Turn a table of the Markdown into elements."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Element, is_blank
from briefing.model.briefing import Inline
from briefing.reading.body.inline import InlineReader
from briefing.reading.body.typed import Manuscript
from briefing.reading.markdown import CAPTION, Block, attributes_at_end

__all__ = ["read_table", "with_caption"]

_BAR = re.compile(r"(?<!\\)\|")
_BEFORE_FIRST_BAR = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*")
_ALIGNMENTS = {"text-align:left": "left", "text-align:right": "right", "text-align:center": "centre"}


def read_table(block: Block, manuscript: Manuscript, inline: InlineReader) -> Element:
    """Read a table; a header row without any words is left out."""
    parts, position = [], manuscript.position(block.line)
    for part in block.children:
        rows = tuple(_row(row, manuscript, inline) for row in part.children)
        if part.kind == "tbody" or _has_words(rows[0]):
            parts.append(Element(part.kind, rows, {}, manuscript.position(part.line)))
    if not any(part.kind == "tbody" for part in block.children):
        hint = "Write a row below the line of dashes, or delete the table."
        inline.findings.report("error", "table-without-rows", "This table has no rows under its first.", position, hint)
    return Element("table", tuple(parts), {}, position)


def _has_words(row: Element) -> bool:
    nodes = (node for cell in row.children if isinstance(cell, Element) for node in cell.children)
    return any(isinstance(node, Element) or not is_blank(node) for node in nodes)


def _row(block: Block, manuscript: Manuscript, inline: InlineReader) -> Element:
    cells, column = [], 0
    for cell in block.children:
        content = cell.children[0].token.content
        typed = manuscript.typed(content, block.line, after=column)
        column = typed.at(len(content)).column - 1  # never the cell before, should the same words stand in both
        cells.append(Element(cell.kind, inline.read(typed), _cell_attributes(cell), typed.at(0)))
    _report_more_cells(block, manuscript, inline)
    return Element("tr", tuple(cells), {}, manuscript.position(block.line))


def _cell_attributes(cell: Block) -> dict[str, str]:
    alignment = _ALIGNMENTS.get(str(cell.token.attrs.get("style", "")))
    attributes = {"scope": "col"} if cell.kind == "th" else {}
    return {**attributes, "data-align": alignment} if alignment else attributes


def _report_more_cells(row: Block, manuscript: Manuscript, inline: InlineReader) -> None:
    """Markdown drops what stands in a row past the last column of the header: words must not be lost unseen."""
    cells = _BAR.split(manuscript.lines[row.line])
    if _BEFORE_FIRST_BAR.fullmatch(cells[0]):
        del cells[0]
    if any(cell.strip() for cell in cells[len(row.children) :]):
        message = "This row has more cells than the table has columns; the last ones would be lost."
        hint = r"Add a column to the header, or write \| for a bar that is text."
        inline.findings.report("error", "too-many-cells", message, manuscript.position(row.line), hint)


def with_caption(table: Element, block: Block, manuscript: Manuscript, inline: InlineReader) -> Element:
    """Put the caption typed beside a table into it."""
    typed = manuscript.typed(block.token.content, block.line)
    marker = CAPTION.match(typed.text)
    typed = typed.part(marker.end() if marker else 0)
    words, attributes = attributes_at_end(typed.text)
    children: Inline = inline.read(typed.part(0, len(words)))
    caption = Element("caption", children, {}, typed.at(0))
    table = replace(table, children=(caption, *table.children))
    if attributes and attributes.id:
        table = table.with_attributes(id=inline.findings.typed_id(attributes.id, typed.at(0)))
    return table
