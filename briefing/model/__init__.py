"""Frozen values that every room speaks: the briefing, the document tree, dates, and small protocols."""

from briefing.model.abbreviations import Abbreviations, Occurrence
from briefing.model.briefing import (
    AUDIENCES,
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
    VotersAnswer,
)
from briefing.model.characters import ILLEGIBLE, called, is_blank
from briefing.model.consents import Consent
from briefing.model.data_charts import ChartKind, DataChart, Datum
from briefing.model.dates import Date, DateKind
from briefing.model.digits import digits_of, in_digits
from briefing.model.drawn_codes import DrawnCode
from briefing.model.element import Element, Node, plain_text, walk
from briefing.model.languages import direction
from briefing.model.petitions import CommonsPetition, DataNotice, SignatureSheets
from briefing.model.protocols import Drawing, Ink, Measure, PathMark, PathStep, PlacedDrawing, Surface, TextStyle
from briefing.model.trees import all_sections, trees

__all__ = [
    "AUDIENCES",
    "ILLEGIBLE",
    "Abbreviations",
    "Approval",
    "Ask",
    "Briefing",
    "ChartKind",
    "CitationStyle",
    "Colours",
    "CommonsPetition",
    "Consent",
    "Correction",
    "DataChart",
    "DataNotice",
    "Date",
    "DateKind",
    "Datum",
    "Drawing",
    "DrawnCode",
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
    "SignatureSheets",
    "Source",
    "Surface",
    "TextStyle",
    "Timeline",
    "Translation",
    "VotersAnswer",
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
