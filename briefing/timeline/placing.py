"""The form that fits: events in, a placed ``Layout`` out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.drawing import Lettering
from briefing.model import Event, Measure
from briefing.timeline.geometry import Layout
from briefing.timeline.horizontal import place_horizontally
from briefing.timeline.order import ordered
from briefing.timeline.vertical import place_vertically

__all__ = ["place"]

NARROWEST_HORIZONTAL = 36.0
"""In times the size of the text: a narrower figure has no room for two labels and an axis between them."""
HIGHEST_HORIZONTAL = 0.62
"""Share of the width; a higher chart is read faster as a list."""


def place(events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure) -> Layout:
    """Place events in the horizontal form where it fits, otherwise in the vertical one."""
    if not events:
        return Layout(width, 0.0)
    in_order = ordered(events)
    if width >= NARROWEST_HORIZONTAL * lettering.size:
        layout = place_horizontally(in_order, width, lettering, language, measure)
        if layout is not None and layout.height <= width * HIGHEST_HORIZONTAL:
            return layout
    return place_vertically(in_order, width, lettering, language, measure)
