"""What a document's structure tree has to say, worked out from its HTML alone.

See: docs/vocabulary.md, docs/tags.md; ISO 32000-1, 14.8.4 (standard structure types).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from briefing.model import Element, Node, in_digits
from briefing.templating.vocabulary import INLINES
from briefing.theme import Style, Theme

__all__ = ["Expected", "ExpectedLink", "Leaf", "expected", "running_text", "unbroken", "words_of"]

_TYPES = {
    **dict.fromkeys(("section", "nav", "aside"), "Sect"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "H"),
    **dict.fromkeys(("figcaption", "caption"), "Caption"),
    "blockquote": "BlockQuote",
    "p": "P",
    "dt": "Lbl",
    "dd": "LBody",
    "td": "TD",
    "th": "TH",
}


T = TypeVar("T")


class Leaf(NamedTuple):
    """A piece of text that no block interrupts, with the block that it stands in; of a figure the alternative text."""

    type: str
    """A structure type; ``H`` for a heading of any level."""
    words: tuple[tuple[str, str], ...]
    """Language and word."""

    def text(self) -> str:
        return " ".join(word for _, word in self.words)


class ExpectedLink(NamedTuple):
    """A link with text."""

    href: str
    words: str


class Expected(NamedTuple):
    """A document's leaves, links and tables in reading order."""

    leaves: list[Leaf]
    links: list[ExpectedLink]
    tables: list[list[int]]
    """Of each table, the columns of each row."""
    starts: dict[str, tuple[int, int]]
    """Of each id, the leaf and the word in it that its element begins with."""


def expected(html: Element, theme: Theme, numbers: Mapping[str, str]) -> Expected:
    """Work out what a screen reader has to be told; ``numbers`` says what page each ``data-fill`` names."""
    body = _body(html)
    style = theme.style("body", body.classes)
    walk = _Walk(theme, numbers)
    for part in body.children:
        if isinstance(part, Element) and part.tag == "main":
            walk.children(part, "Document", theme.style("main", part.classes, style), html.get("lang"))
    return Expected(walk.leaves, [link for link in walk.links if link.words], walk.tables, walk.starts)


def running_text(html: Element, theme: Theme, page: int, pages: int) -> str:
    """The running lines of a page (from 0) without their spaces."""
    language = html.get("lang")
    walk = _Walk(theme, {"page": in_digits(page + 1, language), "pages": in_digits(pages, language)})
    body = _body(html)
    style = theme.style("body", body.classes)
    for part in body.children:
        on = ("all", "first" if page == 0 else "rest")
        if isinstance(part, Element) and part.tag != "main" and part.get("data-on") in on:
            walk.children(part, "", theme.style(part.tag, part.classes, style), html.get("lang"))
    return "".join(word for leaf in walk.leaves for _, word in leaf.words)


def _body(html: Element) -> Element:
    return next(child for child in html.children if isinstance(child, Element) and child.tag == "body")


class _Walk:
    def __init__(self, theme: Theme, numbers: Mapping[str, str]) -> None:
        self._theme, self._numbers = theme, numbers
        self.leaves: list[Leaf] = []
        self.links: list[ExpectedLink] = []
        self.tables: list[list[int]] = []
        self.starts: dict[str, tuple[int, int]] = {}
        self._type = ""
        self._pieces: list[tuple[str, str]] = []
        """Language and text of the leaf that is being read."""

    def end_leaf(self) -> None:
        words = tuple(words_of(self._pieces))
        if words:
            self.leaves.append(Leaf(self._type, words))
        self._pieces = []

    def children(self, element: Element, kind: str, style: Style, language: str, *, in_toc: bool = False) -> None:
        for child in element.children:
            if isinstance(child, str) or child.tag in INLINES:
                self._type = kind
                self._inline(child, language)
            else:
                self.end_leaf()
                self._block(child, kind, style, language, in_toc=in_toc)
        self._type = kind
        self.end_leaf()

    def _inline(self, node: Node, language: str) -> None:
        if isinstance(node, str):
            self._pieces.append((language, node))
            return
        language = node.get("lang", language)
        self._note_id(node)
        before = len(self._pieces)
        if node.tag == "br":
            self._pieces.append((language, "\n"))
        if node.get("data-fill"):
            self._pieces.append((language, self._numbers[node.get("data-fill")]))
        for child in node.children:
            self._inline(child, language)
        if node.tag == "a":
            words = " ".join(unbroken("".join(text for _, text in self._pieces[before:])).split())
            self.links.append(ExpectedLink(node.get("href"), words))
        if "note-mark" in node.classes and not before:
            # The letter before a note is a label of its own.
            kind, self._type = self._type, "Lbl"
            self.end_leaf()
            self._type = kind

    def _block(self, element: Element, around: str, outer: Style, language: str, *, in_toc: bool) -> None:
        style = self._theme.style(element.tag, element.classes, outer)
        language = element.get("lang", language)
        in_toc = in_toc or element.tag == "nav"
        if style.hidden:
            return
        self._note_id(element)
        if element.tag in ("img", "figure"):
            self._figure(element, style, language)
        elif element.tag in ("ul", "ol"):
            self._list(element, style, language, in_toc=in_toc)
        else:
            before = len(self.leaves)
            if element.tag == "table":
                self.tables.append(_columns(element))
            division = "Div" if element.get("lang") else around
            kind = "Note" if "note" in element.classes else _TYPES.get(element.tag, division)
            self.children(element, kind, style, language, in_toc=in_toc)
            if element.tag in ("td", "th") and len(self.leaves) == before:
                self.leaves.append(Leaf(kind, ()))
            if element.tag == "table" and not any(leaf.words for leaf in self.leaves[before:]):
                # Of a table that says nothing there is nothing to tell.
                del self.leaves[before:], self.tables[-1]

    def _note_id(self, element: Element) -> None:
        if element.get("id"):
            # A letter that is no word of its own belongs to the word it stands at.
            self.starts[element.get("id")] = (len(self.leaves), len(list(words_of([*self._pieces, ("", "x")]))) - 1)

    def _figure(self, element: Element, style: Style, language: str) -> None:
        picture = next((child for child in element.children if isinstance(child, Element) and child.tag == "img"), None)
        self._type = "Figure"
        self._pieces = [(language, (picture or element).get("alt"))]
        self.end_leaf()
        for child in element.children:
            if child is not picture and isinstance(child, Element):
                self._block(child, "Figure", style, language, in_toc=False)

    def _list(self, element: Element, style: Style, language: str, *, in_toc: bool) -> None:
        for number, item in enumerate(element.children, int(element.get("start", "1"))):
            inner = self._theme.style(item.tag, item.classes, style)
            own = item.get("lang", language)
            self._note_id(item)
            if inner.marker != "none":
                self._type = "Lbl"
                self._pieces = [
                    (own, f"{in_digits(number, language)}." if element.tag == "ol" else style.marker or "•")
                ]
                self.end_leaf()
            self.children(item, "TOCI" if in_toc else "LBody", inner, own, in_toc=in_toc)


def _columns(table: Element) -> list[int]:
    rows = (row for part in table.children if part.tag in ("thead", "tbody") for row in part.children)
    return [sum(int(cell.get("colspan", "1")) for cell in row.children) for row in rows]


def unbroken(text: str) -> str:
    """Leave out soft hyphens, typed or set where a line ends: they are no letters of a word. See: 14.8.2.2.3."""
    return text.replace("\u00ad", "")


def words_of(pieces: list[tuple[T, str]]) -> Iterator[tuple[T, str]]:
    """Cut the text of some pieces into words; a word is of the piece of its first letter."""
    start, word = None, ""
    for piece, text in pieces:
        for character in unbroken(text):
            if character.isspace():
                if word:
                    yield start, word
                word = ""
            else:
                start = start if word else piece
                word += character
    if word:
        yield start, word
