"""A chart as its block says it, before the file with its figures is opened."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Position
from briefing.model import ChartKind, Element
from briefing.model.briefing import Inline

__all__ = ["ChartPlan", "Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """The value of an attribute, and where it stands; empty where nothing was typed."""

    text: str
    position: Position
    language: str
    """That of the text it was typed in, as a BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """What an author types about a chart."""

    id: str
    title: Inline
    position: Position
    kind: ChartKind
    data: Said
    """Name of the file with the figures, relative to the article folder."""
    unit: Said
    order: Said
    """``largest`` or ``smallest`` comes first; else as the file has it."""
    highlight: Said
    """Names, with commas between them."""
    names: Said
    """Name of a file that says the names of the rows and columns in the language of an edition."""
    notes: tuple[Element, ...] = ()
    """Paragraphs."""
