"""Strips → their places on pages.

    flow       what is placed, and where it may break
    footnotes  notes that belong to lines
    filling    one column after the other
    columns    two columns beside each other
    pages      the one call for the flow of the text
    panels     areas with a fixed place, and the call for these

Numbers alone: nothing here knows a font or a canvas.
"""

from briefing.typesetting.pagination.flow import Chain, Frame, Measured, Overfull, Place, Room, TooTall
from briefing.typesetting.pagination.pages import fill_pages
from briefing.typesetting.pagination.panels import fill_panels, of_panel

__all__ = [
    "Chain",
    "Frame",
    "Measured",
    "Overfull",
    "Place",
    "Room",
    "TooTall",
    "fill_pages",
    "fill_panels",
    "of_panel",
]
