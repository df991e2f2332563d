"""What reading left for the template to settle: citations, notes, waivers, timelines and charts.

In goes the content's tree, out comes the same tree in the document's vocabulary, see ``docs/vocabulary.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import groupby
from typing import NamedTuple, TypeAlias

from markupsafe import Markup

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Element, Node, in_digits, plain_text, walk
from briefing.model.dates import date_from_edtf
from briefing.model.wording import date_words
from briefing.templating.chart import chart_with_table
from briefing.templating.data_chart import data_chart
from briefing.templating.numbering import Anchors, NoteMarks, NoteSign, SourceNumbers
from briefing.templating.references import NoteName, References
from briefing.templating.sentences import ends_sentence
from briefing.templating.serialise import nodes_to_html
from briefing.templating.styled import StyledSources
from briefing.templating.words import Words
from briefing.theme import CitedAs, NotePlace

__all__ = ["Resolver"]


@dataclass(frozen=True, slots=True)
class _OwnNote:
    """A note that the author wrote; all its markers lead to the same one."""

    identifier: str


@dataclass(frozen=True, slots=True, eq=False)
class _SourceNote:
    """A note on the sources of one place in the text, and of no other."""

    citations: tuple[Element, ...]
    """Each of a known source."""


_UNTOLD = frozenset({"data-people"})
"""Attributes of what an author typed that no reader is told."""
_HANGING = frozenset({"citation", "marker"})
"""Kinds of signs that hang on a word."""

_Note: TypeAlias = _OwnNote | _SourceNote


class _Needs(NamedTuple):
    """What a block takes from the document around it, and gives to it."""

    cited: tuple[str, ...]
    """Keys of sources, each once, in reading order."""
    inner_targets: tuple[str, ...]
    """Ids that its links lead to."""
    more: bool
    """Whether it has notes, timelines or charts."""


@dataclass(slots=True)
class Resolver:
    """Settles content while a document is made; its numbers grow in reading order."""

    briefing: Briefing
    words: Words
    note_place: NotePlace = "foot"
    cited_as: CitedAs = "list"
    memory: Memory = FORGETFUL
    problems: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the content."""
    inner_targets: set[str] = field(default_factory=set)
    """Ids that links in the content lead to."""
    anchors: Anchors = field(init=False)
    sources: SourceNumbers = field(init=False)
    marks: NoteMarks[_Note] = field(init=False)
    styled: StyledSources = field(init=False)
    references: References = field(init=False)
    _note_now: NoteName | None = None
    """The note whose text is being settled."""

    def __post_init__(self) -> None:
        self.anchors = Anchors(self.briefing, self.memory)
        self.sources = SourceNumbers(self.briefing)
        self.marks = NoteMarks(self.briefing.masthead.language, numbered=self.cited_as == "notes")
        self.styled = StyledSources(self.briefing, self.words, self.memory)
        self.references = References(self.briefing.sources, self.words, self.styled)

    def inline(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence; its notes wait until ``notes`` or ``endnotes`` is called."""
        return tuple(self._nodes(nodes))

    def plain(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without citations, markers of notes, links and ids, to stand where it is repeated."""
        return tuple(_unlinked(self._nodes(_without(frozenset({"citation", "marker"}), nodes))))

    def uncited(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without its citations, to stand where these come in a column of their own."""
        return tuple(self._nodes(_without(frozenset({"citation"}), nodes)))

    def blocks(self, elements: Iterable[Element]) -> Markup:
        """Settle blocks and write them as HTML, each with its footnotes after it."""
        return Markup("").join(piece for each in elements for piece in (self._block(each), nodes_to_html(self.notes())))

    def _block(self, block: Element) -> Markup:
        needs = self.memory.recall(_needs_of, Same(block))
        if needs.more or self.cited_as != "list" or not self.briefing.sources.keys() >= set(needs.cited):
            return nodes_to_html(self._nodes((block,)))
        # All that this block may find in the document or leave in it: with that known, its HTML is always the same.
        self.inner_targets.update(needs.inner_targets)
        numbers = tuple((self.sources.number(key), self.anchors(f"source-{key}")) for key in needs.cited)
        key = (_Needs, Same(block), numbers, self.briefing.masthead.language, Same(self.words))
        return self.memory.recall_by(key, lambda: nodes_to_html(self._nodes((block,))))

    def notes(self) -> tuple[Element, ...]:
        """The footnotes whose markers have come, and those that they mark in turn; none where notes are endnotes."""
        return self._waiting_notes() if self.note_place == "foot" else ()

    def endnotes(self) -> tuple[Element, ...]:
        """The same where notes are endnotes, else none."""
        return self._waiting_notes() if self.note_place == "end" else ()

    def _waiting_notes(self) -> tuple[Element, ...]:
        notes = []
        while waiting := self.marks.next_waiting():
            notes.append(self._note(*waiting))
        return tuple(notes)

    def citations(self, keys: Iterable[str]) -> tuple[Node, ...]:
        """Numbered links to sources, as one group, or the marker of a note on them."""
        return tuple(self._cited([Element("cite", (), {"data-key": key}) for key in keys], ""))

    def chart(self, identifier: str, *, stressed: bool = False) -> tuple[Element, ...]:
        """The chart of a timeline with its table; ``stressed`` keeps to the events marked so, if there are any."""
        for timeline in self.briefing.timelines:
            if timeline.id == identifier:
                return chart_with_table(timeline, self, stressed=stressed)
        message = f'There is no timeline "{identifier}".'
        self.problems.append(Diagnostic("error", "unknown-timeline", message))
        return ()

    def data_chart(self, identifier: str) -> tuple[Element, ...]:
        """A chart of figures, with its table; nothing for one whose figures could not be read."""
        return tuple(
            each for chart in self.briefing.charts if chart.id == identifier for each in data_chart(chart, self)
        )

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        before, hangs = "", False
        for kind, run in groupby(_without_gaps(_without_waivers(nodes)), _kind):
            found = list(run)
            if kind in _HANGING:
                made = self._hanging([node for node in found if isinstance(node, Element)], kind, before)
                yield from (self._separator(),) if hangs and _is_hanging(made) else ()
                yield from made
                hangs = hangs or _is_hanging(made)
                continue
            for node in found:
                if isinstance(node, str):
                    yield node
                else:
                    yield from self._element(node, kind)
            before, hangs = plain_text(found[-1]), False

    def _hanging(self, found: list[Element], kind: str, before: str) -> tuple[Node, ...]:
        """Settle citations in a row, or markers of notes, which are told apart as citations are."""
        if kind == "citation":
            return tuple(self._cited(found, before))
        markers = [marker for each in found for marker in self._own_marker(each)]
        return tuple(node for marker in markers for node in (self._separator(), marker))[1:]

    def _separator(self, between: str = "") -> Element:
        return Element("span", (between or self.words.text("comma").rstrip(),), {"class": "citations"})

    def _element(self, element: Element, kind: str) -> Iterator[Node]:
        if kind == "day":
            yield date_words(date_from_edtf(element.get("data-day")), self.briefing.masthead.language)
        elif kind == "timeline":
            yield from self.chart(element.get("data-ref"))
        elif kind == "chart":
            yield from self.data_chart(element.get("data-ref"))
        else:
            if element.tag == "a" and element.get("href").startswith("#"):
                self.inner_targets.add(element.get("href")[1:])
            kept = {name: value for name, value in element.attributes.items() if name not in _UNTOLD}
            yield replace(element, children=tuple(self._nodes(element.children)), attributes=kept)

    def _cited(self, citations: list[Element], before: str) -> Iterator[Node]:
        """Settle citations in a row, after some text."""
        known = [citation for citation in citations if self._is_known(citation)]
        if not known:
            return
        if self.cited_as == "list":
            yield from self._group(known)
        elif self._note_now is None:
            yield self._marker(_SourceNote(tuple(known)), "citation noteref", known[0].position)
        else:
            # Inside a note there is no need of another one.
            yield from (" ",) if before else ()
            say = self.references.sentences if not before or ends_sentence(before) else self.references.in_brackets
            yield from say(known, self._note_now)

    def _group(self, citations: list[Element]) -> Iterator[Node]:
        worded = any(citation.get("data-prefix") or citation.get("data-locator") for citation in citations)
        between = self.words.text("semicolon") if worded else ""
        for index, citation in enumerate(citations):
            if index:
                yield self._separator(between)
            yield self._citation(citation)

    def _is_known(self, citation: Element) -> bool:
        key = citation.get("data-key")
        if key in self.briefing.sources:
            return True
        near = get_close_matches(key, self.briefing.sources, 1) if len(key) <= 60 else []
        hint = f"Did you mean {near[0]}?" if near else ""
        message = f'There is no source "{key}".'
        self.problems.append(Diagnostic("error", "unknown-source", message, citation.position, hint))
        return False

    def _citation(self, citation: Element) -> Element:
        key = citation.get("data-key")
        number = self.sources.number(key)
        prefix, locator = citation.get("data-prefix"), citation.get("data-locator")
        text = in_digits(number, self.briefing.masthead.language)
        text = f"{prefix}\N{NO-BREAK SPACE}{text}" if prefix else text
        text += self.words.text("comma").replace(" ", "\N{NO-BREAK SPACE}") + locator if locator else ""
        target = f"#{self.anchors(f'source-{key}')}"
        return Element("a", (text,), {"class": "citation", "href": target}, citation.position)

    def _own_marker(self, marker: Element) -> Iterator[Element]:
        identifier = marker.get("href").removeprefix("#")
        if identifier not in self.briefing.notes:
            message = f'There is no note "{identifier}".'
            self.problems.append(Diagnostic("error", "unknown-note", message, marker.position))
            return
        yield self._marker(_OwnNote(identifier), "noteref", marker.position)

    def _marker(self, note: _Note, classes: str, position: Position | None) -> Element:
        sign, first = self.marks.mark(note)
        attributes = {"class": classes, "href": f"#{self.anchors(f'note-{sign.name}')}"}
        if first:
            attributes["id"] = self.anchors(f"noteref-{sign.name}")
        return Element("a", (sign.mark,), attributes, position)

    def _note(self, note: _Note, sign: NoteSign) -> Element:
        back = {"class": "note-mark", "href": f"#{self.anchors(f'noteref-{sign.name}')}"}
        label = Element("a", (sign.mark,), back)
        name = NoteName(sign.mark, self.anchors(f"note-{sign.name}"))
        blocks = self._text_of(note, name)
        first = blocks[0] if blocks else None
        if isinstance(first, Element) and first.tag == "p":
            blocks = (replace(first, children=(label, " ", *first.children)), *blocks[1:])
        else:
            blocks = (Element("p", (label,)), *blocks)
        # An aside is taken to the foot of a page, a div stands where it is written.
        tag = "aside" if self.note_place == "foot" else "div"
        return Element(tag, blocks, {"class": "note", "id": name.id})

    def _text_of(self, note: _Note, name: NoteName) -> tuple[Node, ...]:
        if isinstance(note, _SourceNote):
            return (Element("p", self.references.sentences(note.citations, name)),)
        self._note_now = name
        blocks = tuple(self._nodes(self.briefing.notes[note.identifier]))
        self._note_now = None
        return blocks


def _needs_of(block: Same[Element]) -> _Needs:
    kinds = [(_kind(element), element) for element in walk(block.value)]
    links = (element.get("href") for kind, element in kinds if kind == "element" and element.tag == "a")
    return _Needs(
        tuple(dict.fromkeys(element.get("data-key") for kind, element in kinds if kind == "citation")),
        tuple(address[1:] for address in links if address.startswith("#")),
        any(kind in ("marker", "timeline", "chart") for kind, _ in kinds),
    )


def _without(kinds: frozenset[str], nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out nodes of some kinds, at any depth, each with the space before it."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            kept.append(node)
        elif _kind(node) not in kinds:
            kept.append(replace(node, children=tuple(_without(kinds, node.children))))
        elif kept and isinstance(kept[-1], str):
            kept[-1] = kept[-1].removesuffix(" ")
    return iter(kept)


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


def _without_gaps(nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out the spaces between what hangs on the same word."""
    listed = list(nodes)
    for before, node, after in zip(["", *listed], listed, [*listed[1:], ""], strict=False):
        is_gap = isinstance(node, str) and node.isspace() and {_kind(before), _kind(after)} <= _HANGING
        if not is_gap:
            yield node


def _is_hanging(made: Sequence[Node]) -> bool:
    return bool(made) and isinstance(made[0], Element) and bool({"citation", "noteref"}.intersection(made[0].classes))


def _kind(node: Node) -> str:
    if isinstance(node, str):
        return "text"
    attributes, classes = node.attributes, node.classes
    if "data-key" in attributes:
        return "citation"
    if "data-waived" in attributes:
        return "waiver"
    if "data-day" in attributes:
        return "day"
    if node.tag == "a" and "noteref" in classes:
        return "marker"
    if "data-ref" in attributes and "timeline" in classes:
        return "timeline"
    if "data-ref" in attributes and "chart" in classes:
        return "chart"
    return "element"
