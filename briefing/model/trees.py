"""Every tree of the document that a briefing holds, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.briefing import Briefing, Handout, Postcard, Section
from briefing.model.element import Node

__all__ = ["all_sections", "trees"]


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections and those inside them, in reading order."""
    waiting = list(sections)[::-1]
    while waiting:
        section = waiting.pop()
        yield section
        waiting += section.sections[::-1]


def trees(briefing: Briefing) -> Iterator[Node]:
    """Yield all that an author typed as sentences, each tree by its root, part by part."""
    yield from briefing.masthead.standfirst
    for point in briefing.summary:
        yield from point
    for figure in briefing.figures:
        yield from (*figure.label, *figure.caveat)
    for ask in briefing.asks:
        yield from ask.text
    for timeline in briefing.timelines:
        yield from timeline.title
        yield from (node for event in timeline.events for node in event.text)
    for chart in briefing.charts:
        yield from (*chart.title, *chart.notes)
    for correction in briefing.corrections:
        yield from correction.text
    parts: tuple[Section | Handout | Postcard, ...] = (*all_sections(briefing.sections), *briefing.set_apart)
    for part in parts:
        yield from (*part.title, *part.blocks)
    for note in briefing.notes.values():
        yield from note
    yield from briefing.petition.text if briefing.petition else ()
    if commons := briefing.commons_petition:
        yield from (*commons.declares, *commons.requests)
    yield from briefing.organisation.about if briefing.organisation else ()
