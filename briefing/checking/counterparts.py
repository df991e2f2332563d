"""The text of a language edition beside that of its original: numbers of things, sources, dates, figures.

What stands in the same place is taken for the same. Whether the words say the same, no program knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from briefing.checking.differing import day_differs, day_said_otherwise, differs, digits, warning
from briefing.errors import Diagnostic, Position
from briefing.model import (
    Ask,
    Briefing,
    DataChart,
    Element,
    Event,
    KeyFigure,
    Node,
    Section,
    Timeline,
    all_sections,
    walk,
)

__all__ = ["counterparts_that_differ"]

_Found = Iterator[Diagnostic]
_Thing = TypeVar("_Thing")

_MOST_LINES = 12
"""Lines of the original that one hint names."""


class _Passage(NamedTuple):
    """Something that stands in both texts."""

    position: Position
    nodes: tuple[Node, ...]


def counterparts_that_differ(edition: Briefing, original: Briefing) -> _Found:
    """Yield a warning for each thing that does not correspond, at its place in the edition."""
    for name, passages in _PASSAGES.items():
        yield from _passages(name, passages(edition), passages(original), edition.position)
    for sections in _pairs(tuple(all_sections(edition.sections)), tuple(all_sections(original.sections))):
        yield from _section(*sections)
    for figures in _pairs(edition.figures, original.figures):
        yield from _figure(*figures, edition.masthead.language)
    for asks in _pairs(edition.asks, original.asks):
        yield from _ask(*asks, edition.masthead.language)
    for timelines in _pairs(edition.timelines, original.timelines):
        yield from _timeline(*timelines)
    for charts in _pairs(edition.charts, original.charts):
        yield from _chart(*charts)


def _pairs(own: Sequence[_Thing], its: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Yield what stands in the same place; with other numbers of things nobody can tell."""
    return zip(own, its, strict=True) if len(own) == len(its) else iter(())


# Things that are counted, and the sources in them


def _passages(name: str, own: Sequence[_Passage], its: Sequence[_Passage], start: Position) -> _Found:
    if len(own) != len(its):
        yield _other_number(name, own, its, start)
    for passage, counterpart in _pairs(own, its):
        yield from _sources(passage, counterpart)


def _other_number(name: str, own: Sequence[_Passage], its: Sequence[_Passage], start: Position) -> Diagnostic:
    message = f"The number of {name} is {len(own)} here and {len(its)} in the original."
    lines = ", ".join(str(each.position.line) for each in its[:_MOST_LINES]) + ", …" * (len(its) > _MOST_LINES)
    hint = "Add them there, or take them out here."
    if its:
        hint = f"There: {its[0].position.file}, {'line' if len(its) == 1 else 'lines'} {lines}."
    return warning(message, own[-1].position if own else start, None, hint)


def _sources(own: _Passage, its: _Passage) -> _Found:
    """Compare what is cited, and how often; the order may be another in another language."""
    here, there = Counter(_evidence(own.nodes)), Counter(_evidence(its.nodes))
    missing, added = sorted((there - here).elements()), sorted((here - there).elements())
    if missing:
        yield warning(
            f"The original cites {' '.join(missing)} here, and this edition does not.", own.position, its.position
        )
    if added:
        yield warning(
            f"This edition cites {' '.join(added)} here, and the original does not.", own.position, its.position
        )


def _evidence(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield each citation and each reason for having none, as an author types it."""
    for element in chain.from_iterable(map(walk, nodes)):
        if "data-key" in element.attributes:
            yield f"[@{element.get('data-key')}]"
        elif "waiver" in element.classes:
            yield "[no source, …]"


def _place(nodes: Iterable[Node], otherwise: Position) -> Position:
    places = (element.position for element in chain.from_iterable(map(walk, nodes)) if element.position)
    return next(places, otherwise)


def _headings(briefing: Briefing) -> list[_Passage]:
    sections = all_sections(briefing.sections)
    return [_Passage(section.position, section.title) for section in sections if section.title]


def _key_points(briefing: Briefing) -> list[_Passage]:
    return [_Passage(_place(point, briefing.position), point) for point in briefing.summary]


def _key_figures(briefing: Briefing) -> list[_Passage]:
    return [_Passage(figure.position, (*figure.label, *figure.caveat)) for figure in briefing.figures]


def _asks(briefing: Briefing) -> list[_Passage]:
    return [_Passage(ask.position, ask.text) for ask in briefing.asks]


def _timelines(briefing: Briefing) -> list[_Passage]:
    return [_Passage(timeline.position, timeline.title) for timeline in briefing.timelines]


def _charts(briefing: Briefing) -> list[_Passage]:
    return [_Passage(chart.position, (*chart.title, *chart.notes)) for chart in briefing.charts]


def _handout(briefing: Briefing) -> list[_Passage]:
    return [_Passage(part.position, (*part.title, *part.blocks)) for part in briefing.handout]


def _postcard(briefing: Briefing) -> list[_Passage]:
    return [_Passage(part.position, (*part.title, *part.blocks)) for part in briefing.postcard]


def _corrections(briefing: Briefing) -> list[_Passage]:
    return [_Passage(each.position, each.text) for each in briefing.corrections]


def _notes(briefing: Briefing) -> list[_Passage]:
    """Their order is that of their markers, another in another language: so the first stands for what all cite."""
    everything = tuple(chain.from_iterable(briefing.notes.values()))
    places = [_place(note, briefing.position) for note in briefing.notes.values()]
    return [_Passage(place, () if number else everything) for number, place in enumerate(places)]


_PASSAGES: Mapping[str, Callable[[Briefing], list[_Passage]]] = MappingProxyType(
    {
        "headings": _headings,
        "key points": _key_points,
        "key figures": _key_figures,
        "asks": _asks,
        "timelines": _timelines,
        "charts": _charts,
        "handout blocks": _handout,
        "postcard blocks": _postcard,
        "corrections": _corrections,
        "notes": _notes,
    }
)
"""Things that are counted, as a message calls them."""


# What is particular to one kind of thing


def _section(own: Section, its: Section) -> _Found:
    here, there = _built_of(own.blocks), _built_of(its.blocks)
    if here != there:
        message = f"Between its paragraphs this section has {here}; that of the original has {there}."
        yield warning(message, own.position, its.position)
    if [block.tag for block in own.blocks] != [block.tag for block in its.blocks]:
        yield from _sources(_Passage(own.position, own.blocks), _Passage(its.position, its.blocks))
        return
    for block, counterpart in zip(own.blocks, its.blocks, strict=True):
        places = block.position or own.position, counterpart.position or its.position
        yield from _sources(_Passage(places[0], (block,)), _Passage(places[1], (counterpart,)))


def _built_of(blocks: Iterable[Element]) -> str:
    return ", ".join(_kind(block) for block in blocks if block.tag != "p") or "nothing"


def _kind(block: Element) -> str:
    if block.tag == "table":
        return f"a table of {sum(element.tag == 'tr' for element in walk(block))} rows"
    if block.tag in ("ul", "ol", "dl"):
        return f"a list of {len(block.children)}"
    if "timeline" in block.classes:
        return "a timeline"
    if "chart" in block.classes:
        return "a chart"
    return _KINDS.get(block.tag, "another block")


_KINDS: Mapping[str, str] = MappingProxyType(
    {"aside": "a box", "blockquote": "a quotation", "div": "a block", "figure": "a picture", "hr": "a rule"}
)


def _figure(own: KeyFigure, its: KeyFigure, language: str) -> _Found:
    if digits(own.value) != digits(its.value):
        yield differs("This figure", own.value, its.value, own.position, its.position)
    yield from day_differs("The day of this figure", own.as_of, its.as_of, own.position, its.position)
    if own.as_of and own.as_of == its.as_of:
        yield from day_said_otherwise("figure", own.as_of, (*own.label, *own.caveat), own.position, language)


def _ask(own: Ask, its: Ask, language: str) -> _Found:
    yield from day_differs("The day of this ask", own.by, its.by, own.position, its.position)
    if own.by and own.by == its.by:
        yield from day_said_otherwise("ask", own.by, own.text, own.position, language)


def _timeline(own: Timeline, its: Timeline) -> _Found:
    events = [_Passage(event.position, event.text) for event in own.events]
    counterparts = [_Passage(event.position, event.text) for event in its.events]
    yield from _passages("events", events, counterparts, own.position)
    for pair in _pairs(own.events, its.events):
        yield from _event(*pair)


def _event(own: Event, its: Event) -> _Found:
    yield from day_differs("The date of this event", own.date, its.date, own.position, its.position)
    if own.stressed and not its.stressed:
        yield warning("This event is stressed here and not in the original.", own.position, its.position)


def _chart(own: DataChart, its: DataChart) -> _Found:
    """Compare figures that an edition has in a file of its own; those of one file are the same."""
    if own.kind != its.kind:
        yield warning(f"This chart has {own.kind}s here, and {its.kind}s in the original.", own.position, its.position)
    here, there = Counter(_figures(own)), Counter(_figures(its))
    if len(own.rows) != len(its.rows):
        message = f"This chart has {len(own.rows)} rows here and {len(its.rows)} in the original."
        yield warning(message, own.position, its.position)
    elif here != there:
        missing = ", ".join(map(str, list((there - here).elements())[:_MOST_LINES])) or "none"
        added = ", ".join(map(str, list((here - there).elements())[:_MOST_LINES])) or "none"
        message = f"The figures of this chart differ: only in the original {missing}; only here {added}."
        yield warning(message, own.position, its.position)


def _figures(chart: DataChart) -> Iterator[Decimal]:
    return (value for row in chart.rows for value in row.values if value is not None)
