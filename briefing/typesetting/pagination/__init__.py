"""Strips → their places on pages.

    flow       what is placed, and where it may break
    footnotes  notes that belong to lines
    filling    one column after the other
    columns    two columns beside each other
    pages      the one call

Numbers alone: nothing here knows a font or a canvas.
"""

from briefing.typesetting.pagination.flow import Frame, Measured, Place, TooTall
from briefing.typesetting.pagination.pages import fill_pages

__all__ = ["Frame", "Measured", "Place", "TooTall", "fill_pages"]
