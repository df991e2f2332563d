"""What reading left for the template to settle: citations, notes, waivers, merge fields and timelines.

In goes the content's tree, out comes the same tree in the document's vocabulary, see ``docs/vocabulary.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import groupby

from briefing.errors import Diagnostic
from briefing.model import Briefing, Element, Node, in_digits
from briefing.templating.chart import chart_with_table
from briefing.templating.fields import field_text
from briefing.templating.numbering import Anchors, NoteLetters, NoteSign, SourceNumbers
from briefing.templating.words import Words

__all__ = ["Resolver"]


@dataclass(slots=True)
class Resolver:
    """Settles content while a document is made; its numbers grow in reading order."""

    briefing: Briefing
    words: Words
    recipient: Mapping[str, str] | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the content."""
    inner_targets: set[str] = field(default_factory=set)
    """Ids that links in the content lead to."""
    anchors: Anchors = field(init=False)
    sources: SourceNumbers = field(init=False)
    letters: NoteLetters = field(init=False)

    def __post_init__(self) -> None:
        self.anchors = Anchors(self.briefing)
        self.sources = SourceNumbers(self.briefing)
        self.letters = NoteLetters(self.briefing.masthead.language)

    def inline(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence; its notes wait until ``notes`` is called."""
        return tuple(self._nodes(nodes))

    def plain(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without citations, markers of notes, links and ids, to stand where it is repeated."""
        return tuple(_unlinked(self._nodes(_without(frozenset({"citation", "marker"}), nodes))))

    def uncited(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without its citations, to stand where these come in a column of their own."""
        return tuple(self._nodes(_without(frozenset({"citation"}), nodes)))

    def blocks(self, elements: Iterable[Element]) -> tuple[Node, ...]:
        """Settle blocks, each with its notes after it."""
        settled: list[Node] = []
        for element in elements:
            settled += self._nodes((element,))
            settled += self.notes()
        return tuple(settled)

    def notes(self) -> tuple[Element, ...]:
        """The notes whose markers have come, and those that they mark in turn."""
        notes = []
        while waiting := self.letters.next_waiting():
            notes.append(self._note(*waiting))
        return tuple(notes)

    def citations(self, keys: Iterable[str]) -> tuple[Node, ...]:
        """Numbered links to sources, as one group."""
        return tuple(self._group([Element("cite", (), {"data-key": key}) for key in keys]))

    def chart(self, identifier: str, *, stressed: bool = False) -> tuple[Element, ...]:
        """The chart of a timeline with its table; ``stressed`` keeps to the events marked so, if there are any."""
        for timeline in self.briefing.timelines:
            if timeline.id == identifier:
                return chart_with_table(timeline, self, stressed=stressed)
        message = f'There is no timeline "{identifier}".'
        self.problems.append(Diagnostic("error", "unknown-timeline", message))
        return ()

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for kind, run in groupby(_without_waivers(nodes), _kind):
            if kind == "citation":
                yield from self._group([node for node in run if isinstance(node, Element)])
                continue
            for node in run:
                if isinstance(node, str):
                    yield node
                else:
                    yield from self._element(node, kind)

    def _element(self, element: Element, kind: str) -> Iterator[Node]:
        if kind == "field":
            yield self._field(element)
        elif kind == "marker":
            yield from self._marker(element)
        elif kind == "timeline":
            yield from self.chart(element.get("data-ref"))
        else:
            if element.tag == "a" and element.get("href").startswith("#"):
                self.inner_targets.add(element.get("href")[1:])
            yield replace(element, children=tuple(self._nodes(element.children)))

    def _group(self, citations: list[Element]) -> Iterator[Node]:
        worded = any(citation.get("data-prefix") or citation.get("data-locator") for citation in citations)
        between = self.words.text("semicolon") if worded else self.words.text("comma").rstrip()
        separator = Element("span", (between,), {"class": "citations"})
        links = [link for citation in citations if (link := self._citation(citation))]
        for index, link in enumerate(links):
            if index:
                yield separator
            yield link

    def _citation(self, citation: Element) -> Element | None:
        key = citation.get("data-key")
        number = self.sources.number(key)
        if number is None:
            near = get_close_matches(key, self.briefing.sources, 1) if len(key) <= 60 else []
            hint = f"Did you mean {near[0]}?" if near else ""
            message = f'There is no source "{key}".'
            self.problems.append(Diagnostic("error", "unknown-source", message, citation.position, hint))
            return None
        prefix, locator = citation.get("data-prefix"), citation.get("data-locator")
        text = in_digits(number, self.briefing.masthead.language)
        text = f"{prefix}\N{NO-BREAK SPACE}{text}" if prefix else text
        text += self.words.text("comma").replace(" ", "\N{NO-BREAK SPACE}") + locator if locator else ""
        target = f"#{self.anchors(f'source-{key}')}"
        return Element("a", (text,), {"class": "citation", "href": target}, citation.position)

    def _field(self, field_element: Element) -> str:
        text = field_text(field_element, self.recipient)
        if text is not None:
            return text
        name = field_element.get("data-field")
        message = f"There is no value for {{{{ {name} }}}} in this copy."
        meant = name.removeprefix("recipient.").replace("_", " ")
        hint = f'Say what to print without one: {{{{ {name} | otherwise "your {meant}" }}}}.'
        self.problems.append(Diagnostic("error", "no-value", message, field_element.position, hint))
        return ""

    def _marker(self, marker: Element) -> Iterator[Element]:
        identifier = marker.get("href").removeprefix("#")
        if identifier not in self.briefing.notes:
            message = f'There is no note "{identifier}".'
            self.problems.append(Diagnostic("error", "unknown-note", message, marker.position))
            return
        sign, first = self.letters.mark(identifier)
        attributes = {"class": "noteref", "href": f"#{self.anchors(f'note-{sign.name}')}"}
        if first:
            attributes["id"] = self.anchors(f"noteref-{sign.name}")
        yield Element("a", (sign.letter,), attributes, marker.position)

    def _note(self, identifier: str, sign: NoteSign) -> Element:
        back = {"class": "note-mark", "href": f"#{self.anchors(f'noteref-{sign.name}')}"}
        mark = Element("a", (sign.letter,), back)
        blocks = tuple(self._nodes(self.briefing.notes[identifier]))
        first = blocks[0] if blocks else None
        if isinstance(first, Element) and first.tag == "p":
            blocks = (replace(first, children=(mark, " ", *first.children)), *blocks[1:])
        else:
            blocks = (Element("p", (mark,)), *blocks)
        return Element("aside", blocks, {"class": "note", "id": self.anchors(f"note-{sign.name}")})


def _without(kinds: frozenset[str], nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out nodes of some kinds, at any depth."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif _kind(node) not in kinds:
            yield replace(node, children=tuple(_without(kinds, node.children)))


def _unlinked(nodes: Iterable[Node]) -> Iterator[Node]:
    """Set the words of links in their place, and leave ids out, for these may stand only once."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a":
            yield from _unlinked(node.children)
        else:
            attributes = {name: value for name, value in node.attributes.items() if name != "id"}
            yield replace(node, children=tuple(_unlinked(node.children)), attributes=attributes)


def _without_waivers(nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out waivers, each with the space before it."""
    kept: list[Node] = []
    for node in nodes:
        if _kind(node) != "waiver":
            kept.append(node)
        elif kept and isinstance(kept[-1], str):
            kept[-1] = kept[-1].removesuffix(" ")
    return iter(kept)


def _kind(node: Node) -> str:
    if isinstance(node, str):
        return "text"
    attributes, classes = node.attributes, node.classes
    if "data-key" in attributes:
        return "citation"
    if "data-waived" in attributes:
        return "waiver"
    if "data-field" in attributes:
        return "field"
    if node.tag == "a" and "noteref" in classes:
        return "marker"
    if "data-ref" in attributes and "timeline" in classes:
        return "timeline"
    return "element"
