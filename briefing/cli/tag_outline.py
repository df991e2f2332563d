"""The tag tree of a PDF → indented lines: short, down to blocks with the beginning of their text, or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.cli.report import one_line
from briefing.verifying import Tag, beginning, counted, walk

__all__ = ["full_outline", "short_outline"]

_GROUPS = frozenset(
    {"Aside", "Art", "BlockQuote", "Div", "Document", "DocumentFragment", "Index", "NonStruct", "Part", "Private"}
) | {"Sect", "StructTreeRoot"}
"""Elements that hold blocks. See: ISO 32000-1, 14.8.4.2."""
_INLINE = frozenset({"Annot", "BibEntry", "Code", "Em", "Link", "Quote", "Reference", "Ruby", "Span", "Strong", "Sub"})
_CELLS = frozenset({"TD", "TH"})
_DEEPEST = 20
"""Levels that are indented; deeper ones stand below them."""
_LONGEST = 60
"""Characters of the beginning of a text."""


def short_outline(roots: Iterable[Tag]) -> Iterator[str]:
    """One line an element, down to blocks; lists and tables are summed up."""
    waiting = [(0, each) for each in roots][::-1]
    while waiting:
        level, tag = waiting.pop()
        yield _indent(level) + _summary(tag)
        waiting += [(level + 1, each) for each in reversed(_blocks(tag))]


def full_outline(roots: Iterable[Tag]) -> Iterator[str]:
    """Every element with its attributes, and every text whole."""
    for level, each in walk(roots):
        yield _indent(level - 1) + (f"“{one_line(each)}”" if isinstance(each, str) else " ".join(_attributes(each)))


def _blocks(tag: Tag) -> list[Tag]:
    """What is shown below an element: nothing where it holds text of its own, a list or a table."""
    inside = [each for each in tag.children if isinstance(each, Tag)]
    is_group = tag.role in _GROUPS and len(inside) == len(tag.children)
    return inside if is_group else []


def _summary(tag: Tag) -> str:
    match tag.role:
        case "L":
            return f"List, {counted(_parts(tag, 'LI'), 'item')}"
        case "TOC":
            return f"Table of contents, {counted(_parts(tag, 'TOCI'), 'entry', 'entries')}"
        case "Table":
            rows = [each for _, each in walk([tag]) if isinstance(each, Tag) and each.role == "TR"]
            columns = max((sum(cell.columns for cell in _cells(row)) for row in rows), default=0)
            return f"Table, {counted(columns, 'column')}, {counted(len(rows), 'row')}"
        case "Figure" | "Formula":
            words = tag.alternative or tag.actual_text
            return f"{tag.role} “{_beginning(words)}”" if words else f"{tag.role} without a text alternative"
    if _blocks(tag) or (tag.role in _GROUPS and not tag.children):
        return " ".join(filter(None, [one_line(tag.role), f"“{_beginning(tag.title)}”" if tag.title else ""]))
    text = tag.actual_text or "".join(map(_text, (each for _, each in walk([tag]))))
    return f"{one_line(tag.role)} “{_beginning(text)}”"


def _text(each: Tag | str) -> str:
    """A text; between blocks at least a space."""
    if isinstance(each, str):
        return each
    return "" if each.role in _INLINE else " "


def _parts(tag: Tag, role: str) -> int:
    return sum(isinstance(each, Tag) and each.role == role for each in tag.children)


def _cells(row: Tag) -> Sequence[Tag]:
    return [each for each in row.children if isinstance(each, Tag) and each.role in _CELLS]


def _attributes(tag: Tag) -> Iterator[str]:
    yield one_line(tag.role) + (f" (as {one_line(tag.name)})" if tag.name else "")
    short = {
        "page": str(tag.page or ""),
        "field": tag.control,
        "language": tag.language,
        "scope": tag.scope,
        "columns": str(tag.columns) if tag.columns != 1 else "",
        "rows": str(tag.rows) if tag.rows != 1 else "",
        "id": tag.id,
        "headed by": " and ".join(tag.headers),
    }
    texts = {"title": tag.title, "alternative": tag.alternative, "says": tag.actual_text, "stands for": tag.expansion}
    words = [f"{name} {one_line(value)}" for name, value in short.items() if value]
    words += [f"{name} “{one_line(value)}”" for name, value in texts.items() if value]
    if words:
        yield f"[{', '.join(words)}]"


def _beginning(text: str) -> str:
    return beginning(one_line(text), _LONGEST)


def _indent(level: int) -> str:
    return "  " * min(level, _DEEPEST)
