"""Drawings made by matplotlib and set by the document: artists in, paths and texts on a ``Surface`` out.

``palette`` has the colours and lettering of all charts; ``geometry``, ``words`` and ``measuring`` are what they place
with, ``placed`` is a chart of any kind at a width, and ``magnified`` a drawing several times as large. ``marks`` keeps
what was drawn. ``renderer`` draws any simple figure of matplotlib, or artists alone, and says what it refuses;
``ground`` knows what lies under a see-through colour, and ``artists`` makes those of all charts. Only these three
import matplotlib, so that nobody pays for it who draws nothing.
"""

from briefing.drawing.magnified import Magnified
from briefing.drawing.marks import Mark, MarkTaker, put
from briefing.drawing.palette import Lettering, Palette
from briefing.drawing.placed import PlacedChart

__all__ = ["Lettering", "Magnified", "Mark", "MarkTaker", "Palette", "PlacedChart", "put"]
