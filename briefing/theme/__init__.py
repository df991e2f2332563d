"""A theme: the validated tokens of a template's ``theme.toml``, millimetres in, points out.

It knows pages, colours, fonts and the style of each element and class of the document vocabulary. It does not
know content, and draws nothing.
"""

from briefing.theme.colour import LEAST_CONTRAST, LEAST_CONTRAST_OF_MARKS, components, contrast, grey_of, is_colour
from briefing.theme.load import load_theme
from briefing.theme.style import HANDED_DOWN, Align, Edges, Placement, Rule, Style, Track
from briefing.theme.theme import CitedAs, Face, NotePlace, Numbering, Page, Theme
from briefing.theme.tokens import POINTS_PER_MM

__all__ = [
    "HANDED_DOWN",
    "LEAST_CONTRAST",
    "LEAST_CONTRAST_OF_MARKS",
    "POINTS_PER_MM",
    "Align",
    "CitedAs",
    "Edges",
    "Face",
    "NotePlace",
    "Numbering",
    "Page",
    "Placement",
    "Rule",
    "Style",
    "Theme",
    "Track",
    "components",
    "contrast",
    "grey_of",
    "is_colour",
    "load_theme",
]
