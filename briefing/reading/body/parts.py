"""Read a text part by part: what was read of the same part before is remembered.

A part is read as if nothing in it could have the name of something elsewhere. Where something has, it is read again
with all the names that are taken; so the one way and the other give the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.errors import Position
from briefing.memory import Memory, Same
from briefing.model import Timeline
from briefing.reading.body.blocks import BlockReader, Elements
from briefing.reading.body.chart_plans import ChartPlan
from briefing.reading.body.fenced import FENCED_BLOCKS
from briefing.reading.body.findings import Findings
from briefing.reading.body.inline import InlineReader
from briefing.reading.body.shared import Shared
from briefing.reading.body.typed import Manuscript
from briefing.reading.markdown import (
    MOST_LEVELS,
    NOTHING_KNOWN,
    Block,
    Known,
    Parsed,
    Part,
    attributes_at_end,
    known_in,
    labels_in,
    walk_blocks,
)

__all__ = ["Outline", "PartReader", "first_heading", "outline_of"]


_BLOCKS_OF_AN_ITEM = 3
"""An item of a list holds a paragraph, and that its words."""
_NOTHING_KNOWN = Same(NOTHING_KNOWN)


class Outline(NamedTuple):
    """What is known of a part before it is read."""

    size: int
    """Paragraphs, headings, cells and items, of blocks inside one another at least a third."""
    deepest: Block | None
    """The first that stands as deep as the parser goes."""
    headings: int
    chosen: tuple[str, ...]
    """Ids that the author gives to headings."""
    notes: tuple[Block, ...]
    """Texts of notes that stand apart from their markers."""


def outline_of(parsed: Same[Parsed]) -> Outline:
    """Look through the blocks of a part."""
    every = list(walk_blocks(parsed.value.blocks))
    headings = [block for block in every if block.kind == "heading"]
    typed = (attributes_at_end(heading.children[0].token.content)[1] for heading in headings)
    return Outline(
        max(sum(not block.children for block in every), -(-len(every) // _BLOCKS_OF_AN_ITEM)),
        next((block for block in every if block.token.nesting > 0 and block.token.level >= MOST_LEVELS - 1), None),
        len(headings),
        tuple(attributes.id for attributes in typed if attributes and attributes.id),
        tuple(block for block in every if block.kind == "footnote_reference"),
    )


def first_heading(blocks: Sequence[Block]) -> Block | None:
    """Find the first heading that stands by itself."""
    return next((block for block in blocks if block.kind == "heading"), None)


class _Before(NamedTuple):
    """Everything that the reading of a part depends on besides its own text, but for names that are taken."""

    file: str
    first_line: int
    """Number in the file, from 1."""
    language: str
    known: Same[Known]
    """Nothing for a part that can refer to nothing."""
    without_title: bool
    """Whether its first heading repeats the title."""
    break_before: bool
    headings: tuple[str, ...]
    """Ids of the counterparts of its headings in the original, or fewer."""
    timelines: tuple[Same[Timeline], ...]
    """Counterparts in the original of its timelines, and perhaps of later ones."""
    charts: tuple[Same[ChartPlan], ...]
    """The same of its charts."""
    markers: tuple[tuple[str, str], ...]
    """Those of earlier parts to notes that it may refer to: label and id."""
    notes: int
    """How many there are in earlier parts."""
    timelines_before: int
    charts_before: int


class _Read(NamedTuple):
    """A part that was read. Its findings are never changed."""

    elements: Elements
    findings: Findings
    break_after: bool


class PartReader:
    """Reads the parts of one text in their order, and gathers what is found in them."""

    def __init__(
        self,
        parts: Sequence[Part],
        outlines: Sequence[Outline],
        manuscript: Manuscript,
        findings: Findings,
        memory: Memory,
    ) -> None:
        """``findings`` has in ``reserved`` the ids that authors chose for headings, wherever they are."""
        self.findings = findings
        self._parts, self._outlines = parts, outlines
        self._manuscript = manuscript
        self._memory = memory
        self._known = memory.recall(Same, known_in(parts))
        self._chosen = Counter(name for outline in outlines for name in outline.chosen)
        self._break_before = False

    def flow(self, title_in: int | None) -> Elements:
        """Read all parts; the first heading of one of them, by its index, may repeat the title and is left out."""
        return tuple(
            element
            for index in range(len(self._parts))
            for element in self._flow(index, without_title=index == title_in)
        )

    def position(self, index: int, block: Block | None = None) -> Position:
        """Find where a part begins, or a block of it."""
        first_line = self._parts[index].first_line
        return self._manuscript.position(first_line + (block.line if block else 0))

    def reader(self, index: int) -> BlockReader:
        """Make a reader for what else is to be read of a part."""
        part = self._parts[index]
        first_line = self._manuscript.first_line + part.first_line
        return _reader(part.parsed, self._manuscript.file, first_line, self._known.value, self.findings, self._memory)

    def _flow(self, index: int, *, without_title: bool) -> Elements:
        part, outline = self._parts[index], self._outlines[index]
        before = self._before(part, outline, without_title=without_title)
        read = self._memory.recall_by(
            (_Read, Same(part.parsed), before), lambda: self._read(part.parsed, before, outline.chosen)
        )
        found = read.findings.ids
        elsewhere = any(self._chosen[name] > outline.chosen.count(name) for name in found)
        if elsewhere or not found.isdisjoint(self.findings.ids):
            read = self._read_among_names(part.parsed, before)
        self.findings.take(read.findings)
        self._break_before = read.break_after
        return read.elements

    def _before(self, part: Part, outline: Outline, *, without_title: bool) -> _Before:
        findings, text = self.findings, part.parsed.text
        headings, timelines, charts = len(findings.headings), len(findings.timelines), len(findings.charts)
        blocks = text.count(":::")
        return _Before(
            self._manuscript.file,
            self._manuscript.first_line + part.first_line,
            findings.language,
            self._known if "[" in text else _NOTHING_KNOWN,
            without_title,
            self._break_before,
            findings.shared.headings[headings : headings + outline.headings],
            tuple(map(Same, findings.shared.timelines[timelines : timelines + blocks])),
            tuple(map(Same, findings.shared.charts[charts : charts + blocks])),
            tuple((label, findings.markers[label]) for label in labels_in(text) if label in findings.markers),
            len(findings.notes),
            timelines,
            charts,
        )

    def _read(self, parsed: Parsed, before: _Before, chosen: Sequence[str]) -> _Read:
        return _read(parsed, before, _findings(before, reserved=set(chosen)), self._memory)

    def _read_among_names(self, parsed: Parsed, before: _Before) -> _Read:
        findings = _findings(before, reserved=self.findings.reserved)
        findings.ids, findings.made = self.findings.ids, self.findings.made
        return _read(parsed, before, findings, self._memory)


def _findings(before: _Before, reserved: set[str]) -> Findings:
    shared = Shared(
        before.headings,
        timelines=tuple(same.value for same in before.timelines),
        charts=tuple(same.value for same in before.charts),
    )
    return Findings(
        before.language,
        shared,
        markers=dict(before.markers),
        reserved=reserved,
        notes_before=before.notes,
        timelines_before=before.timelines_before,
        charts_before=before.charts_before,
    )


def _read(parsed: Parsed, before: _Before, findings: Findings, memory: Memory) -> _Read:
    reader = _reader(parsed, before.file, before.first_line, before.known.value, findings, memory)
    title = first_heading(parsed.blocks) if before.without_title else None
    blocks = [block for block in parsed.blocks if block is not title]
    elements, break_after = reader.flow_on(blocks, break_before=before.break_before)
    return _Read(elements, findings, break_after)


def _reader(
    parsed: Parsed, file: str, first_line: int, known: Known, findings: Findings, memory: Memory
) -> BlockReader:
    manuscript = Manuscript(parsed.text.split("\n"), file, first_line)
    return BlockReader(manuscript, InlineReader(known, findings, memory=memory), FENCED_BLOCKS)
