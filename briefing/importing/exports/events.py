"""The table that repeats a timeline → the timeline as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.errors import Position
from briefing.importing.exports.typed import Typed, inner, without_edges
from briefing.model import Date, Element, Node, plain_text, walk
from briefing.reading.dates import read_date
from briefing.writing import as_fenced, as_inline

__all__ = ["timeline_of"]

_HERE = Position("")


def timeline_of(
    title: Iterable[Node], table: Element, typed: Typed, *, language: str, notes: Sequence[str]
) -> str | None:
    """Write a timeline; ``None`` where a date cannot be read, or a row is none of an event.

    ``notes`` are the ids of all notes of the article, in their order.
    """
    head = {id(row) for part in walk(table) if part.tag == "thead" for row in inner(part)}
    rows = [row for row in walk(table) if row.tag == "tr" and id(row) not in head]
    events = [_event(row, typed, language, notes) for row in rows]
    items = [event for event in events if event]
    if not items or len(items) < len(events):
        return None
    return as_fenced("timeline", typed.nodes(title), {}, "\n".join(items), notes=notes)


def _event(row: Element, typed: Typed, language: str, notes: Sequence[str]) -> str:
    cells = inner(row)
    words = " ".join(plain_text(cells[0]).split()) if cells else ""
    if len(cells) < 2 or not isinstance(read_date(words, _HERE, language), Date):
        return ""
    stressed = ", stressed" if "stressed" in row.classes else ""
    text = without_edges(typed.nodes(cells[1].children))
    cited = [each for cell in cells[2:] for node in typed.nodes(cell.children) for each in walk(node)]
    sources = tuple(each for each in cited if "citation" in each.classes)
    return f"- {words}{stressed}: {as_inline((*text, *sources), notes=notes)}"
