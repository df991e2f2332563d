"""How charts look: sizes, and what tells one series from another without colour."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from briefing.charts.layout import SymbolShape
from briefing.drawing import Lettering
from briefing.drawing.words import Words, set_words
from briefing.model import Measure, TextStyle
from briefing.model.numbers import number_words

__all__ = ["DASHES", "SHAPES", "Setting"]

SHAPES: tuple[SymbolShape, ...] = ("circle", "square", "triangle", "diamond", "inverted")
DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.0), (1.6, 1.6), (7.0, 2.0, 1.6, 2.0), (10.0, 3.0))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the placing of one chart needs to know besides its figures."""

    width: float
    """Points."""
    lettering: Lettering
    language: str
    measure: Measure
    unit: str
    missing: str
    """What stands where there is no figure."""
    room: float = inf
    """Height in points above which rows stand closer."""

    @property
    def size(self) -> float:
        """Of the texts, in points."""
        return self.lettering.size

    def colour(self, *, stressed: bool) -> str:
        """Colour of a bar, a dot or a line."""
        palette = self.lettering.palette
        return palette.accent if stressed else palette.structure

    def outlined(self, *, stressed: bool) -> bool:
        """Whether a bar or a dot is an outline."""
        return self.lettering.palette.outlined and not stressed

    def name_style(self, *, stressed: bool) -> TextStyle:
        """Style of a name."""
        return self.lettering.text(stressed=stressed)

    def value_style(self, *, stressed: bool) -> TextStyle:
        """Style of a figure: that of a date, for figures are what a reader looks for."""
        style = self.lettering.date(stressed=stressed)
        return style if stressed else TextStyle(style.size, colour=style.colour)

    def words(self, text: str, style: TextStyle, width: float) -> Words:
        """Break a text into lines of at most a width."""
        return set_words(((text, style),), width, self.measure)

    def line(self, text: str, style: TextStyle) -> Words:
        """Set a text as one line."""
        return set_words(((text, style),), self.measure.width(text, style) + 1, self.measure)

    def value(self, value: Decimal | None) -> str:
        """Write a figure."""
        return self.missing if value is None else number_words(value, self.language, self.unit)
