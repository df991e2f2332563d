"""A timeline as the document holds it: a figure to be drawn, and the same events as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, Protocol

from briefing.errors import Diagnostic, TemplateError
from briefing.memory import Memory, Same
from briefing.model import Briefing, Element, Event, Node, Picture, Timeline, plain_text
from briefing.model.briefing import SpokenLength, TimelineForm
from briefing.resources import templates_folder
from briefing.templating.typography import typeset_line
from briefing.templating.words import Words, read_words
from briefing.timeline import KeyWords, SpokenWords, Telling, marked, ordered, said, table_rows

__all__ = ["LOGO", "ShownTimeline", "chart_with_table", "picture_of", "timeline_of_drawing"]

LOGO = "organisation:logo"
"""``src`` of the organisation's logo, which is no picture of the article folder."""

_STRESSED = ":stressed"
_BETWEEN_EVENTS = ";"


class _Settles(Protocol):
    """What the chart needs of the resolver."""

    @property
    def briefing(self) -> Briefing: ...

    @property
    def words(self) -> Words: ...

    @property
    def memory(self) -> Memory: ...

    def inline(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence."""

    def uncited(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without its citations."""

    def citations(self, keys: Iterable[str]) -> tuple[Node, ...]:
        """Numbered links to sources."""


class ShownTimeline(NamedTuple):
    """What a drawing of a timeline shows, and how it is told where it goes on on other pages."""

    telling: Telling
    form: TimelineForm
    key: KeyWords
    """What the signs of the picture mean."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Those that it shows, in the author's order."""
        return self.telling.events


def timeline_of_drawing(briefing: Briefing, drawing: str) -> ShownTimeline | None:
    """Find what a drawing shows, by the ``data-drawing`` of its ``img``; ``None`` for an unknown one.

    A space and its ``data-cited`` may follow: the numbers of the sources of each event, as the table shows them.
    Signs and spaces in its texts are set, as everywhere in the document.

    Raises:
        TemplateError: the numbers are those of more or fewer events.
    """
    name, _, cited = drawing.partition(" ")
    identifier, language = name.removesuffix(_STRESSED), briefing.masthead.language
    for timeline in briefing.timelines:
        if timeline.id == identifier and timeline.events:
            events = _shown(timeline, stressed=name.endswith(_STRESSED))
            events = events if briefing.signs_as_typed else _typeset(events, language)
            events = _marked(events, cited, identifier)
            words = read_words(templates_folder() / "words", language)
            telling = Telling(events, language, said(timeline.title), _spoken(words), timeline.spoken)
            return ShownTimeline(telling, timeline.form, _key(words))
    return None


def _marked(events: tuple[Event, ...], cited: str, drawing: str) -> tuple[Event, ...]:
    """Hang the numbers of their sources on events; then they stand in the order of the chart."""
    if not cited:
        return events
    in_order, marks = ordered(events), cited.split(_BETWEEN_EVENTS)
    if len(marks) != len(in_order):
        found = f'"data-cited" has numbers for {len(marks)} events'
        message = f'{found}, and the drawing "{drawing}" shows {len(in_order)}.'
        hint = f'Let the template write the whole: {{{{ timeline("{drawing}") }}}}'
        raise TemplateError(Diagnostic("error", "wrong-numbers", message, hint=hint))
    return tuple(marked(event, mark) for event, mark in zip(in_order, marks, strict=True))


def picture_of(briefing: Briefing, source: str) -> Picture | None:
    """Find the picture that an ``img`` shows, by its ``src``; ``None`` for an unknown one."""
    if source == LOGO:
        return briefing.organisation.logo if briefing.organisation else None
    return briefing.pictures.get(source)


def chart_with_table(timeline: Timeline, settle: _Settles, *, stressed: bool) -> tuple[Element, ...]:
    """Make the figure and the table of a timeline."""
    events = _shown(timeline, stressed=stressed)
    if not events:
        return ()
    # In reading order, for citations are numbered as they come.
    caption, table = _caption(timeline, settle), _table(timeline, events, settle)
    picture = _picture(timeline, events, settle, stressed=stressed)
    cited = _cited_in(table)
    shown = picture.with_attributes(data_cited=cited) if cited else picture
    attributes = {"class": "timeline wide", "id": timeline.id}
    return Element("figure", (*caption, shown), attributes, timeline.position), table


def _shown(timeline: Timeline, *, stressed: bool) -> tuple[Event, ...]:
    """Choose events for all forms of a timeline; where every one of them is stressed, none is."""
    chosen = tuple(event for event in timeline.events if event.stressed) if stressed else ()
    shown = chosen or timeline.events
    return tuple(replace(event, stressed=False) for event in shown) if all(event.stressed for event in shown) else shown


def _typeset(events: tuple[Event, ...], language: str) -> tuple[Event, ...]:
    return tuple(replace(event, text=typeset_line(event.text, language)) for event in events)


def _caption(timeline: Timeline, settle: _Settles) -> tuple[Element, ...]:
    continued = {"data-continued": settle.words.text("continued")}
    title = said(timeline.title)
    return (Element("figcaption", settle.inline(timeline.title), continued),) if title else ()


def _picture(timeline: Timeline, events: tuple[Event, ...], settle: _Settles, *, stressed: bool) -> Element:
    title = said(timeline.title)
    language = settle.briefing.masthead.language
    words = Same(settle.words)
    told = settle.memory.recall(_told, tuple(map(Same, events)), language, title, timeline.spoken, words)
    return Element("img", (), {"data-drawing": timeline.id + (_STRESSED if stressed else ""), "alt": told})


def _cited_in(table: Element) -> str:
    """Take the numbers of sources from the table, as they stand there: the picture shows the same."""
    body = table.children[-1]
    rows = [row for row in body.children if isinstance(row, Element)] if isinstance(body, Element) else []
    marks = [plain_text(row.children[2]) if len(row.children) > 2 else "" for row in rows]
    return _BETWEEN_EVENTS.join(marks) if any(marks) else ""


def _told(events: tuple[Same[Event], ...], language: str, title: str, length: SpokenLength, words: Same[Words]) -> str:
    shown = tuple(event.value for event in events)
    return Telling(shown, language, title, _spoken(words.value), length).text()


def _spoken(words: Words) -> SpokenWords:
    """Take only what the language has: in an attribute nothing can be marked as English."""
    names = {"titled": "timeline_titled", "untitled": "timeline_untitled", "broken": "axis_broken"}
    names |= {"extent": "timeline_extent", "table": "timeline_short", "part": "part_of_parts"}
    names |= {name: name for name in ("comma", "semicolon", "full_stop")}
    return SpokenWords(**{field: words.own[name] for field, name in names.items() if name in words.own})


def _key(words: Words) -> KeyWords:
    """Take only what the language has: in a picture, too, nothing can be marked as English."""
    return KeyWords(*(words.own.get(f"key_{name}", "") for name in KeyWords._fields))


def _table(timeline: Timeline, events: tuple[Event, ...], settle: _Settles) -> Element:
    sourced = any(event.sources for event in events)
    names = ("date", "event", *(("event_sources",) if sourced else ()))
    words = settle.words.nodes
    heads = tuple(Element("th", words(name), {"scope": "col"}) for name in names)
    rows = tuple(_rows(events, settle, sourced=sourced))
    parts = (
        Element("caption", words("timeline_table")),
        Element("thead", (Element("tr", heads),)),
        Element("tbody", rows),
    )
    return Element("table", parts, {"class": "events wide"}, timeline.position)


def _rows(events: tuple[Event, ...], settle: _Settles, *, sourced: bool) -> Iterator[Element]:
    for words, event in table_rows(events, settle.briefing.masthead.language):
        cells = [Element("th", (words,), {"scope": "row"}), Element("td", settle.uncited(event.text))]
        if sourced:
            cells.append(Element("td", settle.citations(event.sources)))
        stress = {"class": "stressed"} if event.stressed else {}
        yield Element("tr", tuple(cells), stress, event.position)
