"""The tree of an export → the article that it was made of, as far as the file carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from briefing.importing.exports.events import timeline_of
from briefing.importing.exports.opening import Value, comments_of, fields_of
from briefing.importing.exports.petition import petition_of
from briefing.importing.exports.typed import Typed, inner, without_edges
from briefing.importing.exports.works import work_of
from briefing.importing.found import Found
from briefing.model import Element, Node, plain_text, walk
from briefing.writing import as_fields

__all__ = ["Exported", "article_of_export"]

_GENERATED = frozenset({"contents", "endnotes", "sources", "petition", "about", "contact", "imprint", "masthead"})
"""Classes of parts that templates make of fields, notes and sources."""
_LISTS = ("summary", "asks", "figures", "corrections")
_LINES = frozenset({"kicker", "subtitle", "standfirst", "byline", "embargo"})
"""Classes of lines above the text."""


class Exported(NamedTuple):
    """An export, before its article is read."""

    main: Element
    """All that is read, in the elements and classes of ``docs/vocabulary.md``; ids and links are those of the file."""
    title: str
    """For an export that shows none."""
    language: str
    fields: Mapping[str, Value]
    """What the file says of itself, which the words shown overrule."""
    notes: Mapping[str, tuple[Element, ...]] = {}
    """Text of each note by its id, where they do not stand in ``main``."""
    files: Mapping[str, bytes] = {}


def article_of_export(export: Exported) -> Found:
    """Read the article: its words are those that are shown, whoever changed them, and nothing is proposed."""
    reader = _Reader(export)
    blocks = tuple(reader.blocks())
    shown = {each.get("src") for block in blocks for each in walk(block) if each.tag == "img"}
    abbreviations = as_fields({"abbreviations": reader.typed.abbreviations}) if reader.typed.abbreviations else ""
    title = next((" ".join(plain_text(each).split()) for each in walk(export.main) if each.tag == "h1"), "")
    return Found(
        title or export.title,
        blocks,
        export.language,
        reader.fields(),
        reader.notes,
        reader.sources(),
        {name: data for name, data in export.files.items() if name in shown},
        comments=tuple(reader.comments()),
        head=tuple(abbreviations.splitlines()),
        given=reader.timelines,
    )


class _Reader:
    """Reads one export."""

    def __init__(self, export: Exported) -> None:
        self._export = export
        self.typed = Typed()
        self.timelines: dict[str, str] = {}
        """Markdown of each, by the id of the ``div`` that stands for it."""
        self.notes = {**{name: self._note(blocks) for name, blocks in export.notes.items()}, **dict(self._endnotes())}

    def fields(self) -> dict[str, Value]:
        """Read the fields at the head."""
        language, fields = self._export.language, dict(self._export.fields)
        for part in inner(self._export.main):
            fields |= dict(fields_of(part, self.typed, language)) if _is_around(part) else {}
            fields |= petition_of(part, self.typed, language) if "petition" in part.classes else {}
        if fields.get("description") == fields.get("standfirst"):
            fields.pop("description", None)
        return {name: value for name, value in fields.items() if value}

    def comments(self) -> Iterator[str]:
        """Yield what has no field."""
        for part in filter(_is_around, inner(self._export.main)):
            yield from comments_of(part)

    def sources(self) -> dict[str, dict[str, Value]]:
        """Read the list of sources."""
        entries = (each for each in walk(self._export.main) if "source" in each.classes and each.get("id"))
        return dict(work_of(entry, self._export.language) for entry in entries)

    def _endnotes(self) -> Iterator[tuple[str, tuple[Element, ...]]]:
        for each in walk(self._export.main):
            if "note" in each.classes and each.get("id"):
                yield each.get("id"), self._note(inner(each))

    def _note(self, blocks: Iterable[Element]) -> tuple[Element, ...]:
        return tuple(
            replace(each, children=without_edges(each.children))
            for each in self.typed.nodes(blocks)
            if isinstance(each, Element)
        )

    def blocks(self) -> Iterator[Element]:
        """Yield the text, the key points and what is asked in blocks of their own."""
        for kind, group in groupby(inner(self._export.main), key=_kind):
            if kind == "text":
                yield from self._flow(group)
            elif kind == "figures":
                yield from (block for part in group for block in self._figures(part))
            elif kind:
                yield from (block for part in group for block in self._listed(kind, part))

    def _listed(self, name: str, part: Element) -> Iterator[Element]:
        """Yield a list in a block of its own, without what the petition adds to it."""
        items = [item for item in walk(part) if item.tag == "li" and not _leads_to_petition(item)]
        typed = tuple(Element("li", without_edges(self.typed.nodes(item.children))) for item in items)
        if typed:
            yield Element("div", (Element("ul", typed),), {"class": name}, part.position)

    def _figures(self, part: Element) -> Iterator[Element]:
        figures = [each for each in inner(part) if "figure" in each.classes]
        caveats = any("caveat" in each.classes for figure in figures for each in inner(figure))
        items = tuple(self._figure(figure, apart=caveats) for figure in figures)
        if items:
            yield Element("div", (Element("ul", items),), {"class": "figures"}, part.position)

    def _figure(self, figure: Element, *, apart: bool) -> Element:
        """Write a figure as an item; with ``apart`` its sentence is a paragraph, for others have caveats below."""
        parts = {name: each for each in inner(figure) for name in each.classes}
        value, label, caveat = (
            without_edges(self.typed.nodes(parts[name].children)) if name in parts else ()
            for name in ("figure-value", "figure-label", "caveat")
        )
        nodes: tuple[Node, ...] = (Element("strong", value), " ", *label)
        below = (Element("p", caveat),) if caveat else ()
        return Element("li", (Element("p", nodes), *below) if apart else nodes)

    def _flow(self, parts: Iterable[Element]) -> Iterator[Element]:
        """Yield blocks; a drawing of events and its table become the timeline again."""
        waiting: Element | None = None
        for part in _unwrapped(parts):
            if "timeline" in part.classes:
                waiting = part
            elif waiting is not None and "events" in part.classes:
                yield from self._timeline(waiting, part)
                waiting = None
            else:
                yield from (each for each in self.typed.nodes([part]) if isinstance(each, Element))

    def _timeline(self, drawing: Element, table: Element) -> Iterator[Element]:
        title = next((each.children for each in inner(drawing) if each.tag == "figcaption"), ())
        language, notes = self._export.language, tuple(self.notes)
        written = timeline_of(title, table, self.typed, language=language, notes=notes)
        if written is None:
            captioned = replace(table, children=tuple(_retitled(table, title)))
            yield from (each for each in self.typed.nodes([captioned]) if isinstance(each, Element))
            return
        name = f"timeline-{len(self.timelines) + 1}"
        self.timelines[name] = written
        yield Element("div", (), {"class": "timeline", "data-ref": name}, table.position)


def _retitled(table: Element, title: tuple[Node, ...]) -> Iterator[Node]:
    """Yield what is in a table, with the title of the drawing in place of its own."""
    for child in table.children:
        is_caption = isinstance(child, Element) and child.tag == "caption"
        if not is_caption:
            yield child
        elif title:
            yield Element("caption", title)


def _kind(part: Element) -> str:
    """Tell what a part is: ``text``, one of those in blocks of their own; empty for what is made of fields."""
    if part.tag == "h1" or _is_around(part) or _GENERATED.intersection(part.classes):
        return ""
    return next((name for name in part.classes if name in _LISTS), "text")


def _is_around(part: Element) -> bool:
    return bool((_LINES | {"about", "contact", "imprint", "masthead"}).intersection(part.classes))


def _leads_to_petition(item: Element) -> bool:
    return any(each.tag == "a" and each.get("href") == "#petition" for each in walk(item))


def _unwrapped(parts: Iterable[Element]) -> Iterator[Element]:
    """Yield blocks, whatever sections they stand in."""
    for part in parts:
        if part.tag in ("section", "div") and not part.get("lang"):
            yield from _unwrapped(inner(part))
        else:
            yield part
