"""Links to other pages → sources that are cited where the link stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.errors import Position
from briefing.importing.found import Found, Question
from briefing.importing.keys import Keys
from briefing.importing.proposing.addresses import is_web_address, without_tracking
from briefing.importing.proposing.words import listed, words_of
from briefing.model import Element, Node, plain_text, walk
from briefing.reading.events import Reference
from briefing.reading.limits import SOURCES

__all__ = ["with_sources"]

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
"""They are listed in outline and contents, without sources."""
_MOST = SOURCES // 2
_OWN_KEY = "our-article"
_LONGEST_TITLE = 300


def with_sources(found: Found, language: str, file: str) -> Found:
    """Make a source of each page that the text links to, and one of the page where the article itself appeared."""
    citer = _Citer(found, language)
    blocks = tuple(citer.block(block) for block in found.blocks)
    notes = {name: tuple(citer.block(block) for block in note) for name, note in found.notes.items()}
    sources = {**found.sources, **citer.sources(), **_own(found)}
    questions = (*found.questions, *citer.questions(file))
    return found._replace(blocks=blocks, notes=notes, sources=sources, questions=questions)


class _Citer:
    def __init__(self, found: Found, language: str) -> None:
        self._no_titles = frozenset(listed(words_of(language).click))
        self._keys = Keys((*found.sources, _OWN_KEY))
        self._known = {fields["url"]: key for key, fields in found.sources.items() if "url" in fields}
        self._made: dict[str, dict[str, str]] = {}
        self._first: Position | None = None
        self._cleaned = 0

    def sources(self) -> Mapping[str, Mapping[str, str]]:
        """Give the sources that were made, by their keys."""
        return self._made

    def block(self, block: Element) -> Element:
        """Cite what the links of a block lead to."""
        if block.tag in _HEADINGS or not any(each.tag == "a" for each in walk(block)):
            return block
        return self._cited(block, block.position)

    def questions(self, file: str) -> Iterator[Question]:
        """Say what was made of the links."""
        at = self._first or Position(file)
        if self._made:
            one = len(self._made) == 1
            made = "A link of the text was" if one else f"The links of the text were made {len(self._made)}"
            made = f"{made} made a source" if one else f"{made} sources"
            rest = "Look whether each says what its sentence says, and correct the titles in sources.yaml."
            yield Question(f"{made}. {rest.replace('each says', 'it says') if one else rest}", at)
        if self._cleaned:
            addresses = "an address" if self._cleaned == 1 else f"{self._cleaned} addresses"
            text = f"Parameters that follow readers about, such as utm_source, were taken out of {addresses}. "
            yield Question(f"{text}Try whether the links still lead where they should.", at)

    def _cited(self, element: Element, near: Position | None) -> Element:
        children = (each for child in element.children for each in self._node(child, near))
        return replace(element, children=tuple(children))

    def _node(self, node: Node, near: Position | None) -> Iterator[Node]:
        if isinstance(node, str):
            yield node
        elif node.tag == "a" and is_web_address(node.get("href")) and len(self._made) < _MOST:
            self._first = self._first or node.position or near
            yield from self._words(node)
            yield Element("cite", (), {"class": "citation", "data-key": self._key(node, near)}, node.position)
        else:
            yield self._cited(node, node.position or near)

    def _words(self, link: Element) -> tuple[Node, ...]:
        """Keep the words of a link; an address as words is the one that is cited."""
        return (without_tracking(link.get("href")),) if plain_text(link) == link.get("href") else link.children

    def _key(self, link: Element, near: Position | None) -> str:
        address = without_tracking(link.get("href"))
        self._cleaned += address != link.get("href")
        if address not in self._known:
            words = " ".join((link.get("title") or plain_text(link)).split())[:_LONGEST_TITLE]
            position = link.position or near or Position("")
            key = self._keys.key(Reference(position, address, words))
            has_title = words and words not in link.get("href") and words.casefold() not in self._no_titles
            named = {"title": words} if has_title else {}
            self._made[key] = {**named, "url": address}
            self._known[address] = key
        return self._known[address]


def _own(found: Found) -> dict[str, dict[str, str]]:
    """Make a source of the article itself: what it says is no evidence for what it says."""
    origin = found.origin
    if origin is None or _OWN_KEY in found.sources:
        return {}
    address = without_tracking(origin.url) if is_web_address(origin.url) else ""
    fields = {"title": origin.title or found.title, "container": origin.container, "url": address, "own": "yes"}
    return {_OWN_KEY: {name: value for name, value in fields.items() if value}}
