"""Briefing → the document that is exported: the tree of the PDF without what only pages have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from briefing.exporting.legible import legible
from briefing.model import Briefing, Drawing, Element, Node, Picture, direction, walk
from briefing.pdf import Metadata
from briefing.press import Press, drawings_of, metadata_of, pictures_of
from briefing.resources import templates_folder
from briefing.templating import Words, read_words
from briefing.theme import NotePlace, Theme
from briefing.typesetting import FontLibrary, Outlined, outlined

__all__ = ["Document", "ShownDrawing", "document_of"]

_OF_PAGES = frozenset({"contents-page"})
"""Classes of what says nothing where there are no pages."""
_TYPESETTING = frozenset({"data-at", "data-break", "data-signs", "data-continued"})
"""Attributes that only typesetting knows."""


@dataclass(frozen=True, slots=True)
class ShownDrawing:
    """A drawing of the document with what it takes to set it."""

    drawing: Drawing
    fonts: FontLibrary
    language: str
    direction: Literal["ltr", "rtl"]

    def outlined(self, width: float, limit: float) -> tuple[Outlined, ...]:
        """Set it to a width in points, in parts of a height of at most ``limit`` points."""
        return outlined(self.drawing, width, limit, fonts=self.fonts, language=self.language, direction=self.direction)


@dataclass(frozen=True, slots=True)
class Document:
    """What is exported, before it is HTML or a Word file."""

    briefing: Briefing
    language: str
    direction: Literal["ltr", "rtl"]
    metadata: Metadata
    marks: tuple[Element, ...]
    """Paragraphs that a PDF says on every page: that it is a draft, that a machine translated."""
    embargo: tuple[Element, ...]
    """The paragraph that says until when nothing may be published, for the head of every page; none where it may."""
    main: Element
    """All that is read, in reading order."""
    pictures: Mapping[str, Picture]
    """By the ``src`` of their ``img``."""
    drawings: Mapping[str, ShownDrawing]
    """By ``drawing_name`` of their ``img``."""
    theme: Theme
    words: Words

    def ids(self) -> frozenset[str]:
        """Name all places that links may lead to."""
        return frozenset(element.get("id") for element in walk(self.main)) - {""}


def document_of(
    press: Press, briefing: Briefing, *, draft: bool = False, notes: NotePlace = "end", epoch: int | None = None
) -> Document:
    """Write a briefing as it is exported; ``epoch`` (seconds since 1970) takes the place of its date.

    Raises:
        ContentError, TemplateError: as ``Press.document``.
    """
    html = press.document(briefing, draft=draft, notes=notes, sources="list")
    theme, fonts = press.theme(briefing)
    language = briefing.masthead.language
    words = read_words(templates_folder() / "words", language)
    way = direction(language)
    drawings = drawings_of(briefing, html, theme, press.memory)
    return Document(
        briefing,
        language,
        way,
        metadata_of(html, briefing, draft=draft, epoch=epoch),
        tuple(_marks(html, words, draft=draft)),
        tuple(_embargo(html)),
        _main(html, words),
        pictures_of(briefing, html, press.memory),
        {name: ShownDrawing(drawing, fonts, language, way) for name, drawing in drawings.items()},
        theme,
        words,
    )


def _marks(html: Element, words: Words, *, draft: bool) -> Iterator[Element]:
    if draft:
        yield Element("p", words.nodes("draft"), {"class": "draft"})
    for element in walk(html):
        if element.tag == "p" and "translation-mark" in element.classes:
            yield replace(element, attributes=_without(element, _TYPESETTING), position=None)


def _embargo(html: Element) -> Iterator[Element]:
    """Find the paragraph, which stands in the text and in the running lines."""
    found = (element for element in walk(html) if element.tag == "p" and "embargo" in element.classes)
    for element in islice(found, 1):
        yield replace(element, attributes=_without(element, _TYPESETTING), position=None)


def _main(html: Element, words: Words) -> Element:
    main = next(element for element in walk(html) if element.tag == "main")
    return replace(main, children=tuple(_nodes(main.children, words)))


def _nodes(nodes: Iterable[Node], words: Words) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield legible(node)
        elif not _is_of_pages(node):
            children = words.nodes("petition_sign") if "to-petition" in node.classes else node.children
            yield Element(node.tag, tuple(_nodes(children, words)), _without(node, _TYPESETTING), node.position)


def _is_of_pages(element: Element) -> bool:
    return "data-fill" in element.attributes or not _OF_PAGES.isdisjoint(element.classes)


def _without(element: Element, names: frozenset[str]) -> dict[str, str]:
    return {name: legible(value) for name, value in element.attributes.items() if name not in names}
