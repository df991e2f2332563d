"""A page that this program has exported → the tree of its article, as it is: nothing around it is to be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.decoding import declared_encoding, decoded
from briefing.importing.exports import Exported, article_of_export
from briefing.importing.found import Found
from briefing.importing.given import Given
from briefing.importing.html.illustrations import Illustrations
from briefing.importing.html.lightening import without_written_pictures
from briefing.importing.html.parsing import nothing_found, parsed
from briefing.model import Element, Node

__all__ = ["read_exported_page"]

_DRAWING, _DRAWN = "<svg", "</svg>"
_LISTED = {"author": "authors", "keywords": "keywords"}
_SAID = {"description": "description", "dcterms.date": "date"}
"""Fields by what the page says for machines."""


def read_exported_page(given: Given) -> Found:
    """Read a page that was exported; a diagnostic is an error where nothing is left of its article."""
    text = decoded(given.data, given.name, declared_encoding(given.data))
    if errors_of(text.diagnostics):
        return Found("", (), diagnostics=text.diagnostics)
    plain, pictures = without_written_pictures("".join(_without_drawings(text.text)))
    tree = parsed(plain, given.name)
    if isinstance(tree, Diagnostic):
        return Found("", (), diagnostics=(*text.diagnostics, tree))
    main = next(tree.iter("main"), None)
    if main is None:
        return Found("", (), diagnostics=(*text.diagnostics, nothing_found(given.name)))
    illustrations = Illustrations(given.name, given.beside, pictures)
    for image in list(main.iter("img")):
        image.set("src", illustrations.take(image))
    language = tree.get("lang", "")
    exported = Exported(
        _element(main, given.name), given.title, language, dict(_fields(tree)), files=illustrations.files
    )
    found = article_of_export(exported)
    empty = () if found.blocks else (nothing_found(given.name),)
    return found._replace(diagnostics=(*text.diagnostics, *illustrations.diagnostics, *empty))


def _without_drawings(text: str) -> Iterator[str]:
    """Yield what stands around drawings, which are large, and are made anew of what they show."""
    at = 0
    while (start := text.find(_DRAWING, at)) >= 0:
        yield text[at:start]
        end = text.find(_DRAWN, start)
        if end < 0:
            return
        at = end + len(_DRAWN)
    yield text[at:]


def _element(found: HtmlElement, file: str) -> Element:
    attributes = {str(name): str(value) for name, value in found.attrib.items()}
    return Element(str(found.tag), tuple(_nodes(found, file)), attributes, Position(file, found.sourceline or 1))


def _nodes(found: HtmlElement, file: str) -> Iterator[Node]:
    if found.text:
        yield str(found.text)
    for child in found:
        if isinstance(child.tag, str) and not (child.tag == "img" and not child.get("src")):
            yield _element(child, file)
        if child.tail:
            yield str(child.tail)


def _fields(tree: HtmlElement) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    said = [(meta.get("name", ""), meta.get("content", "").strip()) for meta in tree.iter("meta")]
    for name, field in _SAID.items():
        yield from ((field, content) for named, content in said if named == name)
    for name, field in _LISTED.items():
        texts = [content for named, content in said if named == name]
        parts = [part.strip() for text in texts for part in (text.split(",") if name == "keywords" else [text])]
        yield field, tuple(filter(None, parts))
