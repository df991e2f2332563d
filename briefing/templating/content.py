"""All trees that a briefing holds, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.errors import ContentError, Diagnostic
from briefing.model import Briefing, Element, Handout, Node, Section

__all__ = ["CONTENT_DEPTH_LIMIT", "all_sections", "check_depth", "content_elements"]

CONTENT_DEPTH_LIMIT = 40
"""Elements inside one another that an author may write; leaves room for those that a template puts around them."""


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections and those inside them, in reading order."""
    waiting = list(sections)[::-1]
    while waiting:
        section = waiting.pop()
        yield section
        waiting += section.sections[::-1]


def content_elements(briefing: Briefing) -> Iterator[tuple[Element, int]]:
    """Yield every element of the content with its depth, from 1, in no special order."""
    waiting: list[tuple[Node, int]] = [(node, 1) for node in _roots(briefing)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Element):
            yield node, depth
            waiting += [(child, depth + 1) for child in node.children]


def check_depth(briefing: Briefing) -> None:
    """Refuse content that is too deep to be worked on by functions that call themselves.

    Raises:
        ContentError: at the first such element.
    """
    for element, depth in content_elements(briefing):
        if depth > CONTENT_DEPTH_LIMIT:
            message = f"More than {CONTENT_DEPTH_LIMIT} elements stand inside one another here."
            raise ContentError(Diagnostic("error", "too-deep", message, element.position))


def _roots(briefing: Briefing) -> Iterator[Node]:
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
    parts: tuple[Section | Handout, ...] = (*all_sections(briefing.sections), *briefing.handout)
    for part in parts:
        yield from (*part.title, *part.blocks)
    for note in briefing.notes.values():
        yield from note
    yield from briefing.petition.text if briefing.petition else ()
    yield from briefing.organisation.about if briefing.organisation else ()
