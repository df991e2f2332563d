"""Elements as an export shows them → elements as they were typed: citations by keys, no numbers, no long forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model import Date, Element, Node, plain_text

__all__ = ["SOURCE", "Typed", "inner", "last_day", "without_edges"]

SOURCE = "source-"
"""What the id of an entry in the list of sources begins with."""
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SHOWN_ONLY = frozenset({"citations", "number", "note-mark", "figure-source", "contents-page"})
"""Classes of what templates add to the words of an author."""
_KEPT_CLASSES = frozenset({"attribution", "box", "code", "credit"})
_KEPT = frozenset({"alt", "colspan", "data-align", "data-width", "href", "lang", "src", "start"})
"""Attributes that an author has typed."""
_NAMED = frozenset({"h2", "h3", "h4", "h5", "h6", "span", "table"})
"""What may have an id of its author's."""
_WRAPPERS = frozenset({"article", "bdi", "div", "main", "nav", "section", "span", "time"})
"""What says nothing where it has no attribute."""
_CITED = re.compile(r"(?:(?P<prefix>.+?)\s)??\d+(?:[,،、]\s*(?P<locator>.+))?", re.DOTALL)
_BETWEEN = frozenset({",", ";", "،", "؛", "、"})
"""What stands between two numbers of sources."""
_ALIGNED = {"to-right": "right", "to-centre": "centre"}
_WIDTH = re.compile(r"width:\s*(\d{1,3}%)")


class Typed:
    """Reads the elements of one export."""

    def __init__(self) -> None:
        self.abbreviations: dict[str, str] = {}
        """Long forms by the short ones that were met."""

    def nodes(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Read nodes in a row, blocks or what stands in a sentence."""
        return tuple(each for node in nodes for each in self._node(node))

    def _node(self, node: Node) -> Iterator[Node]:
        if isinstance(node, str):
            yield _SPACES.sub(" ", node)
        elif node.get("href").startswith(f"#{SOURCE}"):
            yield from _citation(node)
        elif "noteref" in node.classes:
            yield Element("a", (), {"class": "noteref", "href": node.get("href")}, node.position)
        elif node.tag == "abbr":
            self.abbreviations.setdefault(plain_text(node), node.get("title"))
            yield from self.nodes(node.children)
        elif not (_SHOWN_ONLY.intersection(node.classes) or _only_parts_citations(node)):
            yield from self._element(node)

    def _element(self, element: Element) -> Iterator[Node]:
        attributes = _attributes(element)
        # in code, spaces and ends of lines are as they were typed
        children = element.children if "code" in element.classes else self.nodes(element.children)
        if element.tag in _WRAPPERS and not attributes:
            yield from children
        elif element.tag == "figure" and not _shows_picture(element):
            yield from _caption_alone(element, children)
        else:
            yield replace(element, children=children, attributes=attributes)


def _citation(link: Element) -> Iterator[Node]:
    """Cite by the key what is shown by a number, with what stands around it."""
    found = _CITED.fullmatch(plain_text(link).strip())
    if found is None:
        yield from link.children
        return
    said = {"data-prefix": found["prefix"], "data-locator": found["locator"]}
    around = {name: text for name, text in said.items() if text}
    key = link.get("href").removeprefix(f"#{SOURCE}")
    yield Element("cite", (), {"class": "citation", "data-key": key, **around}, link.position)


def _only_parts_citations(element: Element) -> bool:
    return element.tag == "sup" and plain_text(element).strip() in _BETWEEN


def _attributes(element: Element) -> dict[str, str]:
    found = {name: value for name, value in element.attributes.items() if name in _KEPT}
    classes = element.classes
    if kept := [name for name in classes if name in _KEPT_CLASSES]:
        found["class"] = " ".join(kept)
    if element.tag in _NAMED and element.get("id"):
        found["id"] = element.get("id")
    if aligned := next((_ALIGNED[name] for name in classes if name in _ALIGNED), ""):
        found["data-align"] = aligned
    if width := _WIDTH.search(element.get("style")):
        found["data-width"] = width[1]
    return found


def _shows_picture(figure: Element) -> bool:
    return any(each.tag == "img" for each in inner(figure))


def _caption_alone(figure: Element, children: Iterable[Node]) -> Iterator[Node]:
    """Keep the caption of a drawing as a paragraph: the drawing is made anew of the figures, which are not here."""
    captions = (each for each in children if isinstance(each, Element) and each.tag == "figcaption")
    yield from (Element("p", each.children, {}, figure.position) for each in captions)


def last_day(date: Date) -> str:
    """Give a day itself, in EDTF, where the words around it say that something ends by then."""
    return date.edtf.removeprefix("..").removeprefix("/")


def inner(element: Element) -> list[Element]:
    """List the elements that stand directly in another."""
    return [child for child in element.children if isinstance(child, Element)]


def without_edges(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Take white space from both ends."""
    kept = list(nodes)
    while kept and isinstance(first := kept[0], str):
        kept[:1] = [first.lstrip()] if first.strip() else []
        if first.strip():
            break
    while kept and isinstance(last := kept[-1], str):
        kept[-1:] = [last.rstrip()] if last.strip() else []
        if last.strip():
            break
    return tuple(kept)
