"""What a language edition takes over from the body of its original: names of headings, days, events, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from briefing.model import Ask, KeyFigure, Timeline
from briefing.reading.body.chart_plans import ChartPlan

__all__ = ["NOTHING_SHARED", "Shared", "with_shared_days"]


class Shared(NamedTuple):
    """The parts of a body whose counterparts in an edition are found by their order."""

    headings: tuple[str, ...] = ()
    """Their ids, those in boxes, handouts and notes among them."""
    figures: tuple[KeyFigure, ...] = ()
    asks: tuple[Ask, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    charts: tuple[ChartPlan, ...] = ()


NOTHING_SHARED = Shared()
"""Of an article that is no edition of another."""

_Dated = TypeVar("_Dated", KeyFigure, Ask)


def with_shared_days(own: Sequence[_Dated], original: Sequence[_Dated], field: str) -> tuple[_Dated, ...]:
    """Give the days of key figures or asks to their counterparts that name none, where there are as many."""
    if len(own) != len(original):
        return tuple(own)
    return tuple(
        each if getattr(each, field) else replace(each, **{field: getattr(counterpart, field)})
        for each, counterpart in zip(own, original, strict=True)
    )
