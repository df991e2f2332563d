"""A briefing → every passage of it that tells something, with the marks in it that name sources.

What asks, names or introduces is no passage: headings, an attribution, the credit of a picture, code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from briefing.addressing import as_typed
from briefing.claims.typed import Typed
from briefing.errors import Position
from briefing.model import Briefing, DataChart, Element, Event, KeyFigure, Node, all_sections

__all__ = ["ClaimKind", "Mark", "Passage", "Place", "passages_of"]

ClaimKind = Literal["quotation", "figure", "date"]
Place = Literal[
    "title", "subtitle", "standfirst", "description", "summary", "key figure", "ask", "petition", "body", "list", "box",
    "table", "quotation", "caption", "note", "event", "chart", "handout", "postcard",
]  # fmt: skip
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "figure", "div", "aside"})
_SUMMARY = re.compile(r"^[ ]{0,3}:{3,}[ \t]*\{?[ \t]*\.?summary\b", re.MULTILINE)


class Mark(NamedTuple):
    """A citation or a waiver."""

    offset: int
    """Where it stands in the text of its passage."""
    key: str = ""
    """Of the source; empty for a waiver."""
    locator: str = ""
    """What is typed around the key, such as ``p. 7``."""
    waiver: str = ""
    """The reason of a waiver."""


class Passage(NamedTuple):
    """A paragraph, an item of a list, a cell: what a citation at its end covers."""

    place: Place
    text: str
    """Its plain text; the end of a line is a space."""
    position: Position
    """Where it begins, or something before it does."""
    marks: tuple[Mark, ...] = ()
    """In the order of their offsets."""
    around: tuple[Mark, ...] = ()
    """Citations and waivers that stand elsewhere and cover all of it: those of a caption, an attribution, a head."""
    silent: tuple[tuple[int, int], ...] = ()
    """Offsets between which nothing is told: code, credits."""
    language: str = ""
    """As a BCP 47 tag."""
    told: ClaimKind | None = None
    """What all of it is, or its beginning: an event, a key figure, a chart, a quotation that is set apart."""
    told_end: int = 0
    """Where that ends in the text."""
    edtf: str = ""
    """The date of an event."""
    block: Position | None = None
    """Where the timeline, table or chart begins that it is a part of."""


def passages_of(briefing: Briefing) -> Iterator[Passage]:
    """Yield the passages of a briefing, part by part; see ``docs/claims.md``."""
    reader = _Reader(briefing)
    yield from reader.head()
    yield from reader.summary()
    yield from map(reader.key_figure, briefing.figures)
    for ask in briefing.asks:
        yield reader.passage("ask", ask.text, ask.position)
    for section in all_sections(briefing.sections):
        yield from reader.blocks(section.blocks, "body")
    for timeline in briefing.timelines:
        for event in timeline.events:
            yield reader.event(event, timeline.position)
    for chart in briefing.charts:
        yield from reader.chart(chart)
    for handout in briefing.handout:
        yield from reader.blocks(handout.blocks, "handout")
    for postcard in briefing.postcard:
        yield from reader.blocks(postcard.blocks, "postcard")
    for note in briefing.notes.values():
        yield from reader.blocks(note, "note")
    yield from reader.petition()
    yield from reader.commons_petition()


class _Reader:
    """Makes the passages of one briefing, whose notes lend their citations to the sentences that have their markers."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def passage(
        self, place: Place, nodes: Iterable[Node], position: Position | None, around: tuple[Mark, ...] = ()
    ) -> Passage:
        """Make a passage of what stands in one paragraph."""
        text = _Text(self._briefing.notes)
        text.take(nodes)
        here = position or self._briefing.position
        language = self._briefing.masthead.language
        return Passage(place, text.plain, here, tuple(text.marks), around, tuple(text.silent), language)

    def head(self) -> Iterator[Passage]:
        masthead = self._briefing.masthead
        positions = masthead.positions
        yield self.passage("title", (masthead.title,), positions.get("title"))
        yield self.passage("subtitle", (masthead.subtitle,), positions.get("subtitle"))
        yield self.passage("standfirst", masthead.standfirst, positions.get("standfirst"))
        yield self.passage("description", (masthead.description,), positions.get("description"))

    def petition(self) -> Iterator[Passage]:
        petition = self._briefing.petition
        if petition:
            positions = petition.positions
            yield self.passage("ask", (petition.ask,), positions.get("ask", petition.position))
            yield self.passage("petition", petition.text, positions.get("text", petition.position))

    def commons_petition(self) -> Iterator[Passage]:
        if commons := self._briefing.commons_petition:
            positions = commons.positions
            yield self.passage("petition", commons.declares, positions.get("declares", commons.position))
            yield self.passage("ask", commons.requests, positions.get("requests", commons.position))

    def summary(self) -> Iterator[Passage]:
        """Key points have no positions: each is looked for behind the one before it."""
        position = self._beginning_of_summary()
        for point in self._briefing.summary:
            passage = self.passage("summary", point, position)
            position = _found(self._briefing.manuscripts, passage) or position
            yield passage._replace(position=position)

    def _beginning_of_summary(self) -> Position:
        file = self._briefing.position.file
        text = self._briefing.manuscripts.get(file, "")
        fence = _SUMMARY.search(text)
        return Typed(file, text).position(fence.end()) if fence else self._briefing.position

    def key_figure(self, figure: KeyFigure) -> Passage:
        """Its citations cover all of it, wherever they stand."""
        passage = self.passage("key figure", (figure.value, " ", *figure.label, " ", *figure.caveat), figure.position)
        return passage._replace(around=passage.marks, told="figure", told_end=len(figure.value))

    def event(self, event: Event, timeline: Position) -> Passage:
        """Its citations cover all of it."""
        passage = self.passage("event", event.text, event.position)
        passage = passage._replace(around=passage.marks, block=timeline)
        return passage._replace(told="date", told_end=len(passage.text), edtf=event.date.edtf)

    def chart(self, chart: DataChart) -> Iterator[Passage]:
        """What is cited in its title or below it covers all of it."""
        marks = _marks_in((*chart.title, *chart.notes), self._briefing.notes)
        title = self.passage("chart", chart.title, chart.position, marks)
        yield title._replace(told="figure", told_end=len(title.text), block=chart.position)
        for note in chart.notes:
            yield self.passage("chart", note.children, note.position, marks)._replace(block=chart.position)

    def blocks(self, nodes: Iterable[Node], place: Place) -> Iterator[Passage]:
        """Yield the passages of blocks that stand in one part of the briefing."""
        for block in nodes:
            if isinstance(block, Element):
                yield from self._block(block, place)

    def _block(self, block: Element, place: Place) -> Iterator[Passage]:
        match block.tag:
            case "p" if "code" not in block.classes:
                yield self.passage(place, block.children, block.position)
            case "li" | "dt" | "dd" if not _holds_blocks(block):
                yield self.passage(place, block.children, block.position)
            case "ul" | "ol" | "dl":
                yield from self.blocks(block.children, "list" if place == "body" else place)
            case "div" if "local" in block.classes:
                yield from self._local(block, place)
            case "li" | "dd" | "div" | "section":
                yield from self.blocks(block.children, place)
            case "aside":
                yield from self.blocks(block.children, "box")
            case "blockquote":
                yield from self._quotation(block)
            case "figure":
                yield from self._captions(block)
            case "table":
                yield from self._table(block)
            case _:
                pass

    def _local(self, block: Element, place: Place) -> Iterator[Passage]:
        """All of the paragraph with figures is a claim, which its citations cover; the other is one as any."""
        said, *otherwise = block.children
        for passage in self.blocks((said,), place):
            yield passage._replace(around=passage.marks, told="figure", told_end=len(passage.text))
        yield from self.blocks(otherwise, place)

    def _quotation(self, block: Element) -> Iterator[Passage]:
        """All that is quoted is one passage, covered by what its attribution cites."""
        quoted = [child for child in block.children if not _is_attribution(child)]
        named = tuple(child for child in block.children if _is_attribution(child))
        position = next((child.position for child in quoted if isinstance(child, Element)), block.position)
        passage = self.passage("quotation", quoted, position)
        around = (*passage.marks, *_marks_in(named, self._briefing.notes))
        yield passage._replace(around=around, told="quotation", told_end=len(passage.text))

    def _captions(self, figure: Element) -> Iterator[Passage]:
        for child in figure.children:
            if isinstance(child, Element) and child.tag == "figcaption":
                yield self.passage("caption", child.children, child.position)

    def _table(self, table: Element) -> Iterator[Passage]:
        """A cell is covered by its caption, by the heads of its column, and by the first cell of its row."""
        captions = tuple(child for child in table.children if isinstance(child, Element) and child.tag == "caption")
        of_all = _marks_in(captions, self._briefing.notes)
        for caption in captions:
            yield self.passage("caption", caption.children, caption.position)
        columns: dict[int, tuple[Mark, ...]] = {}
        for row in _rows(table):
            first = _marks_in(row.children[:1], self._briefing.notes)
            for column, cell in enumerate(each for each in row.children if isinstance(each, Element)):
                if cell.tag == "th":
                    columns[column] = _marks_in((cell,), self._briefing.notes)
                else:
                    around = (*first, *columns.get(column, ()), *of_all)
                    yield self.passage("table", cell.children, cell.position, around)._replace(block=table.position)


class _Text:
    """The plain text of a passage, with its marks."""

    def __init__(self, notes: Mapping[str, tuple[Element, ...]]) -> None:
        self.marks: list[Mark] = []
        self.silent: list[tuple[int, int]] = []
        self._notes = notes
        self._pieces: list[str] = []
        self._length = 0

    @property
    def plain(self) -> str:
        return "".join(self._pieces)

    def take(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, str):
                self._write(node)
            else:
                self._element(node)

    def _element(self, element: Element) -> None:
        start = self._length
        if element.tag in _BLOCKS or element.tag == "br":
            self._write(" ")
        if "noteref" in element.classes:
            note = self._notes.get(element.get("href").removeprefix("#"), ())
            self.marks += (mark._replace(offset=start) for mark in _marks_in(note, {}))
            return
        if "data-field" in element.attributes:
            self._write(as_typed(element.get("data-field"), None))
            self.silent.append((start, self._length))
        mark = _mark(element, start)
        if mark:
            self.marks.append(mark)
        self.take(element.children)
        if element.tag == "code" or "credit" in element.classes:
            self.silent.append((start, self._length))

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _mark(element: Element, offset: int) -> Mark | None:
    if "citation" in element.classes:
        locator = " ".join(filter(None, (element.get("data-prefix"), element.get("data-locator"))))
        return Mark(offset, element.get("data-key"), locator)
    return Mark(offset, waiver=element.get("data-waived")) if "waiver" in element.classes else None


def _marks_in(nodes: Iterable[Node], notes: Mapping[str, tuple[Element, ...]]) -> tuple[Mark, ...]:
    text = _Text(notes)
    text.take(nodes)
    return tuple(text.marks)


def _rows(table: Element) -> Iterator[Element]:
    for part in table.children:
        if isinstance(part, Element) and part.tag in ("thead", "tbody"):
            yield from (row for row in part.children if isinstance(row, Element))


def _holds_blocks(element: Element) -> bool:
    return any(isinstance(child, Element) and child.tag in _BLOCKS for child in element.children)


def _is_attribution(node: Node) -> bool:
    return isinstance(node, Element) and "attribution" in node.classes


def _found(manuscripts: Mapping[str, str], passage: Passage) -> Position | None:
    file = passage.position.file
    return Typed(file, manuscripts.get(file, "")).passage(passage.text, passage.position).position
