"""A briefing → all that it tells, one sentence, row or event after the other.

What tells something is a passage of ``claims``, parted into its sentences; headings, heads of tables, who is quoted,
and the words that stand for a picture are there as well. A row of a table or of a chart is one, and so are an event
with its date, a key figure with all that is said of it, an ask with whom it is addressed to, and a quotation that is
set apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, pairwise

from briefing.claims import Coverage, Mark, Passage, TypedPassage, passages_of, sentence_ends
from briefing.errors import Position
from briefing.model import Briefing, DataChart, Element, all_sections, plain_text, walk
from briefing.versions.words import Words, words_in

__all__ = ["Told", "told_by"]

_WHOLE = frozenset({"quotation", "date", "figure"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, eq=False)
class Told:
    """Something that is told."""

    place: str
    """As ``claims`` has it, or ``heading``, ``attribution``, ``picture``; ``table head``, of a table with numbers."""
    passage: Passage
    start: int
    end: int
    """Offsets in the text of its passage."""
    coverage: Coverage
    """Of its passage."""
    day: str = ""
    """Of an event, as typed."""

    @cached_property
    def text(self) -> str:
        """What is shown of it."""
        words = " ".join(self.passage.text[self.start : self.end].split())
        return f"{self.day}: {words}" if self.day else words

    @cached_property
    def words(self) -> Words:
        """Its words, without the day of an event."""
        return words_in(self.passage.text[self.start : self.end])

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The same for all that says the same in the same words."""
        return (self.passage.edtf, *(word.casefold() for word in self.words))

    @cached_property
    def own_marks(self) -> tuple[Mark, ...]:
        """What is cited in it, or right behind it."""
        marks, first = self.passage.marks, self.start + bool(self.start)
        start, end = (bisect_left(marks, offset, key=_offset) for offset in (first, self.end + 1))
        return marks[start:end]

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """What is cited for it, there or further on in its passage or around that."""
        return self.coverage.of(self.start, self.end)

    def position(self, typed: TypedPassage | None) -> Position:
        """Tell where its first word stands; where that is not found, where its passage begins."""
        found = typed.find(self.start, self.end) if typed else None
        return found or self.passage.position


def _offset(mark: Mark) -> int:
    return mark.offset


def told_by(briefing: Briefing) -> tuple[Told, ...]:
    """List all that a briefing tells, part by part."""
    language = briefing.masthead.language
    days = {event.position: event.date.typed for timeline in briefing.timelines for event in timeline.events}
    actors = {ask.position: ask.actor for ask in briefing.asks}
    found = [*_with_rows_joined(passages_of(briefing))]
    told = (each for passage in found for each in _of(_with_actor(passage, actors), days))
    more = chain(_rows_of_charts(briefing.charts, language), _beside(briefing, language))
    return tuple(each for each in (*told, *more) if each.words or each.passage.edtf)


def _of(passage: Passage, days: dict[Position, str]) -> Iterator[Told]:
    """Part a passage into its sentences, unless it is one whole."""
    ends = tuple(sentence_ends(passage.text, passage.language))
    coverage = Coverage(passage, ends)
    if passage.told in _WHOLE or passage.place in ("ask", "table", "title", "subtitle"):
        day = days.get(passage.position, "") if passage.place == "event" else ""
        yield Told(passage.place, passage, 0, len(passage.text), coverage, day)
        return
    for start, end in pairwise((0, *ends, len(passage.text))):
        yield Told(passage.place, passage, start, end, coverage)


def _with_rows_joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Make one passage of the cells of each row."""
    for place, group in groupby(passages, key=_row):
        cells = [*group]
        yield _joined(cells) if place else cells[0]
        if not place:
            yield from cells[1:]


def _row(passage: Passage) -> tuple[Position | None, int] | None:
    return (passage.block, passage.position.line) if passage.place == "table" else None


def _joined(cells: list[Passage]) -> Passage:
    text, marks, around, silent = "", [], [], []
    for cell in cells:
        before = len(text) + 3 * bool(text)
        text += f"{' | ' if text else ''}{cell.text}"
        marks += [mark._replace(offset=mark.offset + before) for mark in cell.marks]
        silent += [(start + before, end + before) for start, end in cell.silent]
        around += [mark for mark in cell.around if mark not in around]
    return cells[0]._replace(text=text, marks=tuple(marks), around=tuple(around), silent=tuple(silent))


def _with_actor(passage: Passage, actors: dict[Position, str]) -> Passage:
    """Put before an ask whom it is addressed to."""
    actor = actors.get(passage.position, "") if passage.place == "ask" else ""
    if not actor:
        return passage
    lead = f"{actor}: "
    marks = tuple(mark._replace(offset=mark.offset + len(lead)) for mark in passage.marks)
    return passage._replace(text=f"{lead}{passage.text}", marks=marks, silent=())


def _rows_of_charts(charts: Iterable[DataChart], language: str) -> Iterator[Told]:
    for chart in charts:
        unit = f" {chart.unit}" if chart.unit else ""
        for row in chart.rows:
            name = row.name if row.date is None else row.date.typed
            cells = (
                " ".join(filter(None, (series, f"{value}{unit}")))
                for series, value in zip(chart.series, row.values, strict=True)
                if value is not None
            )
            yield _plain("chart", f"{name}: {'; '.join(cells)}", row.position, language)


def _beside(briefing: Briefing, language: str) -> Iterator[Told]:
    """Yield what names or introduces, and is no passage."""
    for section in all_sections(briefing.sections):
        yield _plain("heading", plain_text(section.title), section.position, language)
    for timeline in briefing.timelines:
        yield _plain("heading", plain_text(timeline.title), timeline.position, language)
    for part in briefing.set_apart:
        yield _plain("heading", plain_text(part.title), part.position, language)
    of_sections = (section.blocks for section in all_sections(briefing.sections))
    of_parts = (part.blocks for part in briefing.set_apart)
    for root in chain.from_iterable(chain(of_sections, of_parts, briefing.notes.values())):
        for element in walk(root):
            yield from _of_element(element, element.position or root.position or briefing.position, language)


def _of_element(element: Element, position: Position, language: str) -> Iterator[Told]:
    if element.tag in _HEADINGS:
        yield _plain("heading", plain_text(element), position, language)
    elif element.tag == "table":
        has_numbers = any(map(str.isdigit, plain_text(element)))
        for row in (each for each in walk(element) if each.tag == "tr"):
            heads = [plain_text(cell) for cell in row.children if isinstance(cell, Element) and cell.tag == "th"]
            place = "table head" if has_numbers else "heading"
            yield _plain(place, " | ".join(heads), row.position or position, language)
    elif "attribution" in element.classes:
        yield _plain("attribution", plain_text(element), position, language)
    elif element.tag == "img":
        yield _plain("picture", element.get("alt"), position, language)


def _plain(place: str, text: str, position: Position, language: str) -> Told:
    passage = Passage("body", text, position, language=language)
    return Told(place, passage, 0, len(text), Coverage(passage, ()))
