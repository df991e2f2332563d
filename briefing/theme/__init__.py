"""A theme: the validated tokens of a template's ``theme.toml``, millimetres in, points out.

It knows pages and the panels on them, colours, fonts and the style of each element and class of the document
vocabulary. It does not know content, and draws nothing.
"""

from briefing.theme.colour import (
    LEAST_CONTRAST,
    LEAST_CONTRAST_OF_CODES,
    LEAST_CONTRAST_OF_MARKS,
    components,
    contrast,
    grey_of,
    is_colour,
)
from briefing.theme.distance import ARMS_LENGTH, QUIET_ZONE, least_module, least_side, least_x_height
from briefing.theme.load import load_theme
from briefing.theme.panel import Area, Panel, Standing
from briefing.theme.style import HANDED_DOWN, Align, Edges, Placement, Rule, Style, Track
from briefing.theme.theme import CitedAs, Face, NotePlace, Numbering, Page, Theme
from briefing.theme.tokens import POINTS_PER_MM

__all__ = [
    "ARMS_LENGTH",
    "HANDED_DOWN",
    "LEAST_CONTRAST",
    "LEAST_CONTRAST_OF_CODES",
    "LEAST_CONTRAST_OF_MARKS",
    "POINTS_PER_MM",
    "Align",
    "Area",
    "CitedAs",
    "Edges",
    "Face",
    "NotePlace",
    "Numbering",
    "Page",
    "Panel",
    "Placement",
    "QUIET_ZONE",
    "Rule",
    "Standing",
    "Style",
    "Theme",
    "Track",
    "components",
    "contrast",
    "grey_of",
    "is_colour",
    "least_module",
    "least_side",
    "least_x_height",
    "load_theme",
]
