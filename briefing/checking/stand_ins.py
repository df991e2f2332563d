"""Stand-ins for what an article lacks, so that the pages of the rest can be tried before that is mended."""

from __future__ import annotations

from dataclasses import replace

from briefing.checking.trees import cited_keys
from briefing.model import Briefing, Source

__all__ = ["with_stand_ins"]


def with_stand_ins(briefing: Briefing) -> Briefing:
    """Give a briefing a title, a language and every source that it cites, where it has none: never for print."""
    masthead = briefing.masthead
    missing = sorted(cited_keys(briefing) - briefing.sources.keys())
    return replace(
        briefing,
        masthead=replace(masthead, title=masthead.title or "Title", language=masthead.language or "en"),
        sources={**briefing.sources, **{key: Source(key, briefing.position, title=key) for key in missing}},
    )
