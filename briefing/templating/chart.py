"""A timeline as the document holds it: a figure to be drawn, and the same events as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from briefing.memory import Memory, Same
from briefing.model import Briefing, Element, Event, Node, Picture, Timeline, plain_text
from briefing.templating.fields import filled
from briefing.templating.typography import typeset_line
from briefing.templating.words import Words
from briefing.timeline import SpokenWords, alt_text, table_rows

__all__ = ["LOGO", "chart_with_table", "events_of_drawing", "picture_of"]

LOGO = "organisation:logo"
"""``src`` of the organisation's logo, which is no picture of the article folder."""

_STRESSED = ":stressed"


class _Settles(Protocol):
    """What the chart needs of the resolver."""

    @property
    def briefing(self) -> Briefing: ...

    @property
    def recipient(self) -> Mapping[str, str] | None: ...

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


def events_of_drawing(
    briefing: Briefing, drawing: str, recipient: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """Find the events that a drawing shows, by the ``data-drawing`` of its ``img``; none for an unknown one.

    Merge fields in their texts are filled, and signs and spaces set, as everywhere in the document.
    """
    identifier = drawing.removesuffix(_STRESSED)
    for timeline in briefing.timelines:
        if timeline.id == identifier:
            events = _filled(_shown(timeline, stressed=drawing.endswith(_STRESSED)), recipient)
            return events if briefing.signs_as_typed else _typeset(events, briefing.masthead.language)
    return ()


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
    return _figure(timeline, events, settle, stressed=stressed), _table(timeline, events, settle)


def _shown(timeline: Timeline, *, stressed: bool) -> tuple[Event, ...]:
    chosen = tuple(event for event in timeline.events if event.stressed) if stressed else ()
    return chosen or timeline.events


def _filled(events: tuple[Event, ...], recipient: Mapping[str, str] | None) -> tuple[Event, ...]:
    return tuple(replace(event, text=tuple(filled(event.text, recipient))) for event in events)


def _typeset(events: tuple[Event, ...], language: str) -> tuple[Event, ...]:
    return tuple(replace(event, text=typeset_line(event.text, language)) for event in events)


def _figure(timeline: Timeline, events: tuple[Event, ...], settle: _Settles, *, stressed: bool) -> Element:
    title = plain_text(settle.uncited(timeline.title))
    recipient = tuple(sorted((settle.recipient or {}).items()))
    language = settle.briefing.masthead.language
    told = settle.memory.recall(_told, tuple(map(Same, events)), recipient, language, title, Same(settle.words))
    picture = {"data-drawing": timeline.id + (_STRESSED if stressed else ""), "alt": told}
    caption = (Element("figcaption", settle.inline(timeline.title)),) if title else ()
    attributes = {"class": "timeline wide", "id": timeline.id}
    return Element("figure", (*caption, Element("img", (), picture)), attributes, timeline.position)


def _told(
    events: tuple[Same[Event], ...],
    recipient: tuple[tuple[str, str], ...],
    language: str,
    title: str,
    words: Same[Words],
) -> str:
    shown = _filled(tuple(event.value for event in events), dict(recipient))
    return alt_text(shown, language, title, _spoken(words.value))


def _spoken(words: Words) -> SpokenWords:
    """Take only what the language has: in an attribute nothing can be marked as English."""
    names = {"titled": "timeline_titled", "untitled": "timeline_untitled", "broken": "axis_broken"}
    names |= {name: name for name in ("comma", "semicolon", "full_stop")}
    return SpokenWords(**{field: words.own[name] for field, name in names.items() if name in words.own})


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
    # Where every event is stressed, none is.
    stressing = not all(event.stressed for event in events)
    for words, event in table_rows(events, settle.briefing.masthead.language):
        cells = [Element("th", (words,), {"scope": "row"}), Element("td", settle.uncited(event.text))]
        if sourced:
            cells.append(Element("td", settle.citations(event.sources)))
        stress = {"class": "stressed"} if event.stressed and stressing else {}
        yield Element("tr", tuple(cells), stress, event.position)
