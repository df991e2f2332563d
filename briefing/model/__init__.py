"""Frozen values that every room speaks: the briefing, the document tree, dates, and small protocols."""

from briefing.model.abbreviations import Abbreviations, Occurrence
from briefing.model.briefing import (
    Approval,
    Ask,
    Briefing,
    CitationStyle,
    Colours,
    Correction,
    Embargo,
    Event,
    FontFiles,
    Handout,
    Imprint,
    KeptText,
    KeyFigure,
    Masthead,
    Organisation,
    Petition,
    Picture,
    Postcard,
    Section,
    Source,
    Timeline,
    Translation,
)
from briefing.model.characters import ILLEGIBLE, called, is_blank
from briefing.model.consents import Consent
from briefing.model.data_charts import ChartKind, DataChart, Datum
from briefing.model.dates import Date, DateKind
from briefing.model.digits import digits_of, in_digits
from briefing.model.element import Element, Node, plain_text, walk
from briefing.model.languages import direction
from briefing.model.protocols import Drawing, Ink, Measure, PathMark, PathStep, PlacedDrawing, Surface, TextStyle
from briefing.model.trees import all_sections, trees

__all__ = [
    "ILLEGIBLE",
    "Abbreviations",
    "Approval",
    "Ask",
    "Briefing",
    "ChartKind",
    "CitationStyle",
    "Colours",
    "Consent",
    "Correction",
    "DataChart",
    "Date",
    "DateKind",
    "Datum",
    "Drawing",
    "Element",
    "Embargo",
    "Event",
    "FontFiles",
    "Handout",
    "Imprint",
    "KeptText",
    "KeyFigure",
    "Masthead",
    "Ink",
    "Measure",
    "Node",
    "Occurrence",
    "Organisation",
    "PathMark",
    "PathStep",
    "Petition",
    "Postcard",
    "Picture",
    "PlacedDrawing",
    "Section",
    "Source",
    "Surface",
    "TextStyle",
    "Timeline",
    "Translation",
    "all_sections",
    "called",
    "digits_of",
    "direction",
    "in_digits",
    "is_blank",
    "plain_text",
    "trees",
    "walk",
]
