"""The form that fits: events in, a placed ``Layout`` out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, pairwise
from math import inf

from briefing.drawing import Lettering
from briefing.drawing.measuring import Remembering
from briefing.model import Event, Measure
from briefing.model.briefing import TimelineForm
from briefing.model.edtf import Point
from briefing.model.wording import axis_words, date_words
from briefing.timeline.geometry import Layout
from briefing.timeline.key import key_height, with_key
from briefing.timeline.order import ordered
from briefing.timeline.stacked import place_stacked
from briefing.timeline.text import NO_KEY, KeyWords, event_mark, event_text
from briefing.timeline.vertical import MOST_COLUMNS, place_vertically

__all__ = ["place"]

NARROWEST_HORIZONTAL = 36.0
"""In times the size of the text: a narrower figure has no room for two labels and an axis between them."""

CLOSE_POLES = 3.0
"""Points between two poles that the eye takes for one."""
CROWDED = 1 / 3
"""Share of poles with a close neighbour from which on the events are read faster as a list."""
PAIR = 2
"""Two close poles hang their labels to both sides; they are no crowd."""


def place(
    events: Sequence[Event],
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    *,
    form: TimelineForm = "",
    limit: float = inf,
    key: KeyWords = NO_KEY,
) -> Layout:
    """Place events in the horizontal form where it fits, otherwise in the vertical one, or in a form that is fixed.

    ``limit`` is the greatest height in points that one page offers: what is higher has several strips. ``key`` has the
    words for a key to the signs, which is left out where it alone would take a further page.
    """
    if not events:
        return Layout(width, 0.0)
    in_order = ordered(events)
    measure = Remembering(measure, _texts(in_order, key, language))
    place_in = partial(_placed, in_order, width, lettering, language, measure, form)
    below = key_height(events, key, width, lettering, measure, several_axes=form == "horizontal")
    layout = place_in(limit - below)
    if below and limit - below < layout.height <= MOST_COLUMNS * limit:
        whole = place_in(limit)
        if whole.height <= limit:
            return whole
    return with_key(layout, key, lettering, measure, first=layout.height > limit - below)


def _placed(
    in_order: Sequence[Event],
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    form: TimelineForm,
    limit: float,
) -> Layout:
    if form != "vertical" and (form or width >= NARROWEST_HORIZONTAL * lettering.size):
        at_most = inf if form else 1
        layout = place_stacked(in_order, width, lettering, language, measure, limit=limit, at_most=at_most)
        if layout and (form or not _is_crowded(layout)):
            return layout
    return replace(place_vertically(in_order, width, lettering, language, measure, limit), vertical=True)


def _texts(events: Sequence[Event], key: KeyWords, language: str) -> Iterator[str]:
    """Yield what stands in the labels of events, in the key and on an axis."""
    yield from key
    for month in range(1, 13):
        yield axis_words(Point(2000, month), language, with_year=True)
    for event in events:
        yield from (date_words(event.date, language), event_text(event), event_mark(event))


def _is_crowded(layout: Layout) -> bool:
    """Tell whether so many poles stand close together that nobody finds the sign that belongs to a label."""
    poles = sorted({leader.x0 for leader in layout.leaders})
    close = [(left, right) for left, right in pairwise(poles) if right - left < CLOSE_POLES]
    crowd = set(chain.from_iterable(close))
    return len(crowd) > max(PAIR, CROWDED * len(poles))
