"""A briefing → its passages: each paragraph, item, cell, heading and short field as plain text with its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from briefing.errors import Position
from briefing.memory import Memory, Same
from briefing.model import Briefing, Element, Node, Section, all_sections

__all__ = ["Passage", "PassageKind", "passages_of"]

PassageKind: TypeAlias = Literal[
    "title", "field", "heading", "paragraph", "item", "cell", "quotation", "attribution", "caption", "note",
    "point", "figure", "ask", "event", "chart", "handout", "petition",
]  # fmt: skip
"""Where a passage stands; the last seven by the block that it is typed in."""

_KINDS: Mapping[str, PassageKind] = {
    "p": "paragraph", "li": "item", "td": "cell", "th": "cell", "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading", "figcaption": "caption", "caption": "caption",
    "dt": "item", "dd": "item",
}  # fmt: skip
_UNREAD = frozenset({"pre", "code"})
"""What stands in code is no prose."""
_BLOCKS = frozenset({*_KINDS, "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "figure", "div",
                     "aside", "section", "pre"})  # fmt: skip


class Passage(NamedTuple):
    """A text that stands by itself."""

    kind: PassageKind
    text: str
    """What is printed, without marks of sources and notes; the end of a line is a space."""
    anchors: tuple[tuple[int, Position], ...]
    """Offsets in the text at which an element begins, with its place; the first is where the passage begins."""
    section: int = -1
    """Number of its section, in reading order, from 0; -1 for what stands in none."""

    @property
    def position(self) -> Position:
        """Where it begins."""
        return self.anchors[0][1]

    def anchor(self, offset: int) -> tuple[int, Position]:
        """Find the nearest place that is known, at an offset or before it."""
        return self.anchors[bisect_right(self.anchors, offset, key=lambda anchor: anchor[0]) - 1]


def passages_of(briefing: Briefing, memory: Memory) -> tuple[Passage, ...]:
    """List the passages of a briefing in reading order, those without words left out."""
    return tuple(passage for passage in _all(briefing, memory) if passage.text.strip())


def _all(briefing: Briefing, memory: Memory) -> Iterator[Passage]:
    yield from _head(briefing)
    for number, section in enumerate(all_sections(briefing.sections)):
        yield from (passage._replace(section=number) for passage in _section(section, memory))
    for part in briefing.handout:
        yield from _single("handout", part.title, part.position)
        for block in part.blocks:
            yield from (each._replace(kind="handout") for each in memory.recall(_of_block, Same(block), part.position))
    for note in briefing.notes.values():
        for block in note:
            found = memory.recall(_of_block, Same(block), briefing.position)
            yield from (passage._replace(kind="note") for passage in found)


def _head(briefing: Briefing) -> Iterator[Passage]:
    masthead, petition, start = briefing.masthead, briefing.petition, briefing.position
    places = masthead.positions
    yield from _single("title", (masthead.title,), places.get("title", start))
    for name, value in (("subtitle", masthead.subtitle), ("description", masthead.description)):
        yield from _single("field", (value,), places.get(name, start))
    yield from _single("field", masthead.standfirst, places.get("standfirst", start))
    for point in briefing.summary:
        yield from _single("point", point, _first(point, start))
    for figure in briefing.figures:
        yield from _single("figure", (figure.value, " ", *figure.label, " ", *figure.caveat), figure.position)
    for ask in briefing.asks:
        yield from _single("ask", ask.text, ask.position)
    if petition:
        yield from _single("petition", (petition.ask,), petition.positions.get("ask", petition.position))
        yield from _single("petition", petition.text, petition.positions.get("text", petition.position))
    for timeline in briefing.timelines:
        yield from _single("heading", timeline.title, timeline.position)
        for event in timeline.events:
            yield from _single("event", event.text, event.position)
    for chart in briefing.charts:
        yield from _single("chart", chart.title, chart.position)
        yield from _single("chart", chart.notes, chart.position)


def _first(nodes: Sequence[Node], otherwise: Position) -> Position:
    places = (node.position for node in nodes if isinstance(node, Element) and node.position)
    return next(places, otherwise)


def _section(section: Section, memory: Memory) -> Iterator[Passage]:
    yield from _single("heading", section.title, section.position)
    for block in section.blocks:
        yield from memory.recall(_of_block, Same(block), section.position)


def _single(kind: PassageKind, nodes: Sequence[Node], position: Position) -> Iterator[Passage]:
    flow = _Flow(kind, position)
    for node in nodes:
        flow.take(node)
    yield from flow.closed()


def _of_block(block: Same[Element], position: Position) -> tuple[Passage, ...]:
    flow = _Flow("paragraph", block.value.position or position)
    flow.take(block.value)
    return tuple(flow.closed())


class _Flow:
    """Takes nodes in reading order; each block in it that holds words makes a passage of its own."""

    def __init__(self, kind: PassageKind, position: Position) -> None:
        self._done: list[Passage] = []
        self._kinds: list[PassageKind] = [kind]
        self._position = position
        self._pieces: list[str] = []
        self._length = 0
        self._anchors = [(0, position)]

    def closed(self) -> list[Passage]:
        """End the passage at hand, and give all of them."""
        self._end(self._position)
        return self._done

    def take(self, node: Node) -> None:
        """Take the next node."""
        if isinstance(node, str):
            self._pieces.append(node)
            self._length += len(node)
        elif node.tag in _BLOCKS:
            self._take_block(node)
        elif node.tag == "br":
            self.take(" ")
        elif node.tag not in _UNREAD:
            if node.position:
                self._anchors.append((self._length, node.position))
            for child in node.children:
                self.take(child)

    def _take_block(self, block: Element) -> None:
        outer = self._position
        self._end(block.position or outer)
        self._kinds.append(self._kind(block))
        for child in block.children if block.tag not in _UNREAD else ():
            self.take(child)
        self._end(outer)
        self._kinds.pop()

    def _kind(self, block: Element) -> PassageKind:
        if "attribution" in block.classes:
            return "attribution"
        if block.tag == "blockquote" or (block.tag == "p" and self._kinds[-1] in ("quotation", "item", "cell")):
            return "quotation" if block.tag == "blockquote" else self._kinds[-1]
        return _KINDS.get(block.tag, self._kinds[-1])

    def _end(self, position: Position) -> None:
        text = "".join(self._pieces)
        if text.strip():
            self._done.append(Passage(self._kinds[-1], text, tuple(self._anchors)))
        self._pieces, self._length = [], 0
        self._position = position
        self._anchors = [(0, position)]
