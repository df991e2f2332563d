"""Stand-ins for what an article lacks, so that the pages of the rest can be tried before that is mended."""

from __future__ import annotations

from dataclasses import replace

from briefing.checking.trees import cited_keys
from briefing.model import Briefing, Event, Source, Timeline
from briefing.model.dates import date_from_edtf

__all__ = ["with_stand_ins"]


def with_stand_ins(briefing: Briefing) -> Briefing:
    """Give a briefing what it lacks of title, language, cited sources and events of timelines: never for print."""
    masthead = briefing.masthead
    missing = sorted(cited_keys(briefing) - briefing.sources.keys())
    return replace(
        briefing,
        masthead=replace(masthead, title=masthead.title or "Title", language=masthead.language or "en"),
        timelines=tuple(map(_with_event, briefing.timelines)),
        sources={**briefing.sources, **{key: Source(key, briefing.position, title=key) for key in missing}},
    )


def _with_event(timeline: Timeline) -> Timeline:
    """Give a timeline something to show whose events could not be read."""
    stand_in = Event(date_from_edtf("2000"), ("Event",), timeline.position)
    return timeline if timeline.events else replace(timeline, events=(stand_in,))
