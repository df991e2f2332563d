"""What is told and has no source behind it, nor a reason for having none: key figures, charts, events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Event, Node, Timeline, plain_text, walk

__all__ = ["charts_evidence", "events_evidence", "figures_evidence"]

_Found = Iterator[Diagnostic]

_ADD = "Add a source: [@key], or say why none is needed: [no source, REASON]."
_ADD_TO_CHART = "Cite it below the figures, inside the block: [@key], or say why none is needed: [no source, REASON]."
_ADD_TO_TIMELINEJS = "This kind of file cites nothing: let briefing import make a list of it, and add a source to each."
_MOST_EACH = 3
"""Events of one timeline that are told one by one; of more, the first with their number."""
_MOST_LISTED = 12
_LONGEST = 60
"""Characters of what is told that are shown."""


def figures_evidence(briefing: Briefing) -> _Found:
    """Say which key figures have no source, or none but your own text."""
    for figure in briefing.figures:
        if _is_own(briefing, figure.sources):
            message = f'The figure "{figure.value}" has only your own text behind it.'
            yield _unsourced(message, figure.position)
        elif not figure.sources and not _waived(figure.label + figure.caveat):
            yield _unsourced(f'The figure "{figure.value}" has no source.', figure.position)


def charts_evidence(briefing: Briefing) -> _Found:
    """Take the figures of a chart for what they are, claims."""
    for chart in briefing.charts:
        name = plain_text(chart.title)[:_LONGEST]
        if _is_own(briefing, chart.sources):
            yield _unsourced(f'The chart "{name}" has only your own text behind it.', chart.position, _ADD_TO_CHART)
        elif not chart.sources and not _waived((*chart.title, *chart.notes)):
            yield _unsourced(f'The chart "{name}" has no source.', chart.position, _ADD_TO_CHART)


def events_evidence(briefing: Briefing, original: Briefing | None) -> _Found:
    """Say which events have no source; in a language edition, where the original lacks it."""
    told: set[Position] = set()
    originals = original.timelines if original else ()
    for number, timeline in enumerate(briefing.timelines):
        counterpart = originals[number] if number < len(originals) else None
        events = [event for event in _with_counterparts(timeline, counterpart) if event.position not in told]
        told.update(event.position for event in events)
        yield from _of_one_timeline(events, len(timeline.events))


def _of_one_timeline(events: Sequence[Event], of: int) -> _Found:
    if len(events) <= _MOST_EACH:
        for event in events:
            yield _unsourced(f'The event "{_words(event)}" has no source.', event.position, _hint(event))
        return
    many = f"None of the {of} events" if len(events) == of else f"{len(events)} of the {of} events"
    message = f"{many} of this timeline {'has a' if len(events) == of else 'have no'} source; this is the first."
    listed = tuple(f"{event.position}: {_words(event)}" for event in events[1 : 1 + _MOST_LISTED])
    more = (f"and {len(events) - 1 - len(listed)} more",) if len(events) - 1 > len(listed) else ()
    yield _unsourced(message, events[0].position, _hint(events[0]), (*listed, *more))


def _with_counterparts(timeline: Timeline, original: Timeline | None) -> Iterator[Event]:
    """List the events without evidence; what an edition lacks, its original does too, and that is where to mend it."""
    originals = original.events if original and len(original.events) == len(timeline.events) else timeline.events
    for own, its in zip(timeline.events, originals, strict=True):
        if _lacks_evidence(own):
            yield its if _lacks_evidence(its) else own


def _lacks_evidence(event: Event) -> bool:
    return not event.sources and not _waived(event.text)


def _is_own(briefing: Briefing, keys: Iterable[str]) -> bool:
    sources = [briefing.sources[key] for key in keys if key in briefing.sources]
    return bool(sources) and all(source.own for source in sources)


def _waived(nodes: Iterable[Node]) -> bool:
    """Look for ``[no source, REASON]``."""
    return any("waiver" in element.classes for node in nodes for element in walk(node))


def _words(event: Event) -> str:
    return plain_text(event.text).strip()[:_LONGEST]


def _hint(event: Event) -> str:
    return _ADD_TO_TIMELINEJS if event.position.file.endswith(".json") else _ADD


def _unsourced(message: str, position: Position, hint: str = _ADD, details: tuple[str, ...] = ()) -> Diagnostic:
    return Diagnostic("open", "no-source", message, position, hint, details)
