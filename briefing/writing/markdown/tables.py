"""Tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Element, Node
from briefing.model.briefing import Inline
from briefing.writing.markdown.escaping import with_escaped_end, with_escaped_start
from briefing.writing.markdown.lines import Line, beginning, lines_of
from briefing.writing.markdown.marks import attributes
from briefing.writing.markdown.sentences import Sentences

__all__ = ["written_table"]

_BLOCKS = frozenset({"blockquote", "dd", "div", "dl", "dt", "li", "ol", "p", "table", "tbody", "td", "tr", "ul"})
_RULES = {"left": ":---", "right": "---:", "centre": ":---:"}


class _Rows(NamedTuple):
    """A table taken apart."""

    caption: Element | None
    head: Element | None
    body: tuple[Element, ...]


def written_table(table: Element, sentences: Sentences) -> list[Line]:
    """Write a table with bars; its first line is the head, without words where it has none.

    A cell holds one sentence: blocks in it stand after each other, with a space between two. A head of several rows
    keeps the first; the others become rows.
    """
    rows = _taken_apart(table)
    every = [row for row in (rows.head, *rows.body) if row is not None]
    columns = max((len(_cells(row)) for row in every), default=0)
    if not columns:
        return []
    rules = [_RULES.get(alignment, "---") for alignment in _alignments(every, columns)]
    lines = [_line(rows.head, columns, sentences), Line(_between_bars(rules))]
    lines += [_line(row, columns, sentences) for row in rows.body]
    if rows.caption is not None:
        lines += [Line(""), *_caption(rows.caption, table.get("id"), sentences)]
    return lines


def _taken_apart(table: Element) -> _Rows:
    parts = [each for each in table.children if isinstance(each, Element)]
    caption = next((part for part in parts if part.tag == "caption"), None)
    heads = [row for part in parts if part.tag == "thead" for row in _rows(part)]
    body = [row for part in parts if part.tag in ("tbody", "tfoot") for row in _rows(part)]
    body += [part for part in parts if part.tag == "tr"]
    rows = [*heads, *body]
    has_head = bool(rows[1:]) and (bool(heads) or all(cell.tag == "th" for cell in _cells(rows[0])))
    return _Rows(caption, rows[0] if has_head else None, tuple(rows[1:] if has_head else rows))


def _rows(part: Element) -> Iterator[Element]:
    return (each for each in part.children if isinstance(each, Element) and each.tag == "tr")


def _cells(row: Element | None) -> list[Element]:
    """List the cells of a row, with empty ones where one spans several columns."""
    found: list[Element] = []
    for cell in row.children if row is not None else ():
        if isinstance(cell, Element):
            span = cell.get("colspan", "1")
            empty = int(span) - 1 if span.isascii() and span.isdigit() and len(span) < 4 else 0
            found += [cell, *(Element("td") for _ in range(empty))]
    return found


def _alignments(rows: list[Element], columns: int) -> Iterator[str]:
    for column in range(columns):
        cells = (cells[column] for row in rows if column < len(cells := _cells(row)))
        yield next((alignment for cell in cells if (alignment := cell.get("data-align"))), "")


def _line(row: Element | None, columns: int, sentences: Sentences) -> Line:
    texts = [_cell(cell, sentences) for cell in _cells(row)]
    begins = (row.position,) if row is not None and row.position else ()
    return Line(_between_bars([*texts, *[""] * (columns - len(texts))]), begins)


def _between_bars(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Element, sentences: Sentences) -> str:
    return sentences.write(_sentence_of(cell), breaks=False).replace("|", "\\|")


def _sentence_of(element: Element) -> Inline:
    """Take blocks for one sentence, with spaces where one ends."""
    found: list[Node] = []
    was_block = False
    for child in element.children:
        is_block = isinstance(child, Element) and child.tag in _BLOCKS
        if found and (is_block or was_block):
            found.append(" ")
        found += _sentence_of(child) if isinstance(child, Element) and is_block else (child,)
        was_block = is_block
    return tuple(found)


def _caption(caption: Element, name: str, sentences: Sentences) -> list[Line]:
    first, *rest = sentences.write(_sentence_of(caption)).split("\n")
    following = [with_escaped_start(line, first=False) for line in rest]
    braces = attributes({}, name=name)
    *lines, last = (f": {first}", *following)
    last = f"{last} {braces}" if braces else with_escaped_end(last)
    return beginning(caption.position, lines_of("\n".join((*lines, last))))
