"""Tables as they were read → tables of the article: one row of names, cells of one line, no merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing.errors import Position
from briefing.importing.docx.sentences import Sentence, Sentences
from briefing.model import Element, Node, plain_text

__all__ = ["ReadTable", "paragraphs_in", "read_table"]

_ENDS = (".", ":", ";", ",", "!", "?", "…", "–", "—")


class _Cell(NamedTuple):
    nodes: tuple[Node, ...] = ()
    alignment: str = ""
    is_bold: bool = True


_EMPTY = _Cell()


class _Row(NamedTuple):
    cells: Sequence[_Cell]
    position: Position
    is_head: bool
    """Whether the document says that it holds the names of the columns."""


class ReadTable(NamedTuple):
    """A table with what became of it."""

    element: Element | None
    """``None`` for one in which nothing stands."""
    pictures: tuple[int, ...] = ()
    """Numbers of those that stood in it."""
    has_merged: bool = False
    has_joined: bool = False
    """Whether paragraphs of a cell were joined."""
    is_guessed: bool = False
    """Whether its first row was only taken for the names of its columns."""


def paragraphs_in(table: Any) -> Iterator[Any]:
    """Yield the paragraphs in the cells of a table."""
    for row in table.children:
        for cell in row.children:
            yield from cell.children


def read_table(table: Any, sentences: Sentences) -> ReadTable:
    """Read a table."""
    reader = _Reader(sentences)
    rows = [row for row in reader.rows(table) if any(cell.nodes for cell in row.cells)]
    pictures = tuple(reader.pictures)
    if not rows:
        return ReadTable(None, pictures)
    first = rows[0]
    is_guessed = not first.is_head and not all(cell.is_bold for cell in first.cells) and _may_be_names(rows)
    has_head = len(rows) > 1 and (first.is_head or is_guessed or all(cell.is_bold for cell in first.cells))
    head = (Element("thead", (_written(first, "th"),), {}, first.position),) if has_head else ()
    body = Element("tbody", tuple(_written(row, "td") for row in rows[has_head:]), {}, rows[has_head].position)
    merged = any(cell.colspan != 1 or cell.rowspan != 1 for row in table.children for cell in row.children)
    element = Element("table", (*head, body), {}, first.position)
    return ReadTable(element, pictures, merged, reader.has_joined, is_guessed)


class _Reader:
    """Reads the cells of one table."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self.pictures: list[int] = []
        self.has_joined = False

    def rows(self, table: Any) -> list[_Row]:
        """Read the rows, all as long as the longest; what is merged stands in the first of its cells."""
        taken: dict[int, int] = {}  # rows to come in which a column belongs to a cell above
        found = []
        place = self._sentences.position(next(paragraphs_in(table)))
        for row in table.children:
            cells: list[_Cell] = []
            place = next((self._sentences.position(each) for cell in row.children for each in cell.children), place)
            for cell in row.children:
                _skip_taken(taken, cells)
                taken.update(dict.fromkeys(range(len(cells), len(cells) + cell.colspan), cell.rowspan - 1))
                cells += [self._cell(cell), *[_EMPTY] * (cell.colspan - 1)]
            _skip_taken(taken, cells)
            found.append(_Row(cells, place, row.is_header))
        width = max(len(row.cells) for row in found)
        return [row._replace(cells=[*row.cells, *[_EMPTY] * (width - len(row.cells))]) for row in found]

    def _cell(self, cell: Any) -> _Cell:
        read = [self._sentences.read(paragraph) for paragraph in cell.children]
        self.pictures += [number for sentence in read for number in sentence.pictures]
        filled = [sentence for sentence in read if sentence.nodes]
        if not filled:
            return _EMPTY
        self.has_joined |= len(filled) > 1
        alignment = self._sentences.facts(cell.children[0]).alignment
        return _Cell(_in_one_line(filled), alignment, all(sentence.is_bold for sentence in filled))


def _skip_taken(taken: dict[int, int], cells: list[_Cell]) -> None:
    """Go over columns that belong to a cell above."""
    while taken.get(len(cells), 0) > 0:
        taken[len(cells)] -= 1
        cells.append(_EMPTY)


def _in_one_line(sentences: Sequence[Sentence]) -> tuple[Node, ...]:
    """Join paragraphs, with a semicolon where no other sign parts them."""
    nodes: list[Node] = []
    for sentence in sentences:
        if nodes:
            nodes.append(" " if plain_text(tuple(nodes)).rstrip().endswith(_ENDS) else "; ")
        nodes += (_without_line_end(node) for node in sentence.nodes)
    return tuple(nodes)


def _without_line_end(node: Node) -> Node:
    return " " if isinstance(node, Element) and node.tag == "br" else node


def _may_be_names(rows: Sequence[_Row]) -> bool:
    """Tell whether a first row that is not marked may hold the names of the columns."""
    names = [plain_text(cell.nodes) for cell in rows[0].cells]
    return len(rows) > 1 and len(names) > 1 and all(names) and not any(name[0].isdigit() for name in names[1:])


def _written(row: _Row, tag: str) -> Element:
    cells = []
    for cell in row.cells:
        attributes = {"scope": "col"} if tag == "th" else {}
        if cell.alignment:
            attributes["data-align"] = cell.alignment
        nodes = _plain_strong(cell.nodes) if tag == "th" else cell.nodes
        cells.append(Element(tag, nodes, attributes, row.position))
    return Element("tr", tuple(cells), {}, row.position)


def _plain_strong(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Take the bold away from the name of a column, which is set in bold anyway."""
    if len(nodes) == 1 and isinstance(nodes[0], Element) and nodes[0].tag == "strong":
        return nodes[0].children
    return nodes
