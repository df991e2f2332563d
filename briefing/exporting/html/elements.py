"""The tree of a document → elements as HTML has them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence

from briefing.exporting.document import Document
from briefing.exporting.html.svg import svg_of
from briefing.model import Element, Node, walk
from briefing.photographs import as_file, cropped
from briefing.typesetting import HEADINGS, drawing_name

__all__ = ["body_of"]

_WIDE, _NARROW = 480.0, 250.0
"""Widths of drawings in points: for a page beside which there is room, and for a telephone."""
_UNLIMITED = 100_000.0
"""Height in points: a screen has no end."""
_ONLY_OURS = frozenset({"data-align", "data-cited", "data-crop", "data-drawing", "data-focus", "data-qr", "data-width"})
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
_ALIGNED = {"right": "to-right", "centre": "to-centre"}


def body_of(document: Document) -> Element:
    """Write what is read, below what a PDF says on every page."""
    marks = (Element("div", document.marks, {"class": "marks"}),) if document.marks else ()
    writer = _Writer(document)
    main = Element("main", tuple(writer.nodes(document.main.children)), {"id": writer.unused("main")})
    return Element("body", (*marks, main), {"class": "briefing"})


class _Writer:
    """Writes the elements of one document; counts the clipping paths of its drawings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = document.ids()
        self._drawings = 0

    def unused(self, name: str) -> str:
        """Begin ids with letters that no other begins with."""
        while any(each.startswith(name) for each in self._ids):
            name += "_"
        return name

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Write nodes in a row; what held nothing but a code for telephones is gone."""
        for node in nodes:
            if isinstance(node, str):
                yield node
            elif "short-url" in node.classes:
                yield from (*self._button(node), self._plain(node))
            elif node.tag == "img":
                yield from self._image(node)
            elif not _holds_a_code_alone(node):
                yield self._element(node)

    def _element(self, element: Element) -> Element:
        if element.tag == "table":
            return Element("div", (self._plain(_caption_first(element)),), {"class": "scroll"})
        return self._plain(element)

    def _plain(self, element: Element) -> Element:
        tag = _tag(element)
        attributes = {name: value for name, value in element.attributes.items() if name not in _ONLY_OURS}
        return Element(tag, tuple(self.nodes(element.children)), attributes | _more(element))

    def _button(self, address: Element) -> Iterator[Element]:
        links = [each for each in walk(address) if each.tag == "a"]
        for link in links[:1]:
            sign = self._document.words.nodes("petition_sign")
            yield Element("p", (Element("a", sign, {"class": "button", "href": link.get("href")}),))

    def _image(self, image: Element) -> Iterator[Element]:
        if picture := self._document.pictures.get(image.get("src")):
            picture = cropped(picture, image.get("data-crop"), image.get("data-focus"))
            data = base64.b64encode(as_file(picture)).decode("ascii")
            source = f"data:{_MEDIA_TYPES[picture.format]};base64,{data}"
            size = {"width": str(picture.width), "height": str(picture.height)}
            kept = {name: value for name, value in image.attributes.items() if name not in _ONLY_OURS}
            yield Element("img", (), {**kept, "src": source, **size, **_more(image)})
        elif drawing := self._document.drawings.get(drawing_name(image)):
            for width, kind in ((_WIDE, "on-wide"), (_NARROW, "on-narrow")):
                self._drawings += 1
                for part in drawing.outlined(width, _UNLIMITED):
                    svg = svg_of(part, image.get("alt"), f"{self.unused('clip')}{self._drawings}-")
                    yield svg.with_attributes(class_=kind)


def _tag(element: Element) -> str:
    """A ``time`` wants a moment that programs can read, a ``section`` a heading."""
    if element.tag == "section" and not _has_heading(element):
        return "div"
    return "span" if element.tag == "time" else element.tag


def _has_heading(element: Element) -> bool:
    """Tell whether a part has a heading of its own; those of boxes and parts inside it are not."""
    inside = [child for child in element.children if isinstance(child, Element)]
    return any(child.tag in HEADINGS or (child.tag == "div" and _has_heading(child)) for child in inside)


def _more(element: Element) -> dict[str, str]:
    """Attributes that HTML has beyond those of the document."""
    classes = element.classes
    if "noteref" in classes:
        return {"role": "doc-noteref"}
    if "note-mark" in classes:
        return {"role": "doc-backlink"}
    if "endnotes" in classes:
        return {"role": "doc-endnotes"}
    if element.tag == "nav":
        return _labelled(element)
    if aligned := _ALIGNED.get(element.get("data-align")):
        return {"class": " ".join((*classes, aligned))}
    if width := element.get("data-width"):
        return {"style": f"width:{width}"}
    return {}


def _labelled(element: Element) -> dict[str, str]:
    headings = [each.get("id") for each in walk(element) if each.tag in HEADINGS and each.get("id")]
    return {"aria-labelledby": headings[0]} if headings else {}


def _caption_first(table: Element) -> Element:
    """HTML has captions before all rows, also where a style sheet shows them below."""
    captions = [each for each in table.children if isinstance(each, Element) and each.tag == "caption"]
    others = [each for each in table.children if each not in captions]
    return Element("table", (*captions, *others), table.attributes)


def _holds_a_code_alone(element: Element) -> bool:
    """Tell whether a part is for those who hold paper: on a screen a link does."""
    inside: Sequence[Node] = element.children
    while len(inside) == 1 and isinstance(inside[0], Element):
        if "data-qr" in inside[0].attributes:
            return True
        inside = inside[0].children
    return False
