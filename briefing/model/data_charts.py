"""A chart made of figures in a table: bars, lines or dots."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefing.errors import Position
from briefing.model.dates import Date
from briefing.model.element import Element, Node

__all__ = ["ChartKind", "DataChart", "Datum"]

ChartKind = Literal["bar", "line", "dot"]


@dataclass(frozen=True, slots=True)
class Datum:
    """What is told of one thing, or of one moment: a row of the table."""

    name: str
    values: tuple[Decimal | None, ...]
    """One for each series, with the decimals that were typed; ``None`` where there is no figure."""
    position: Position
    date: Date | None = None
    """The name as a date, where the rows of a line stand on an axis of time."""
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class DataChart:
    """Figures under one title, in the order in which they are shown."""

    id: str
    """Unique in the briefing: ``chart-1``."""
    title: tuple[Node, ...]
    kind: ChartKind
    unit: str
    """What is counted: ``thousand people``, ``%``; may be empty."""
    names: str
    """What the rows are, as the head of their column: ``Province``."""
    series: tuple[str, ...]
    """Head of each column of figures: one for bars and dots, some for lines."""
    rows: tuple[Datum, ...]
    position: Position
    notes: tuple[Element, ...] = ()
    """Paragraphs that stand below it: where the figures come from, what a careful reader has to know."""
    sources: tuple[str, ...] = ()
    """Keys of the sources cited in title and notes."""
    files: tuple[str, ...] = ()
    """Names of the files it was read from, relative to the article folder."""
    stressed: tuple[str, ...] = ()
    """Names of the series that are drawn stressed."""

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to be drawn."""
        return any(value is not None for row in self.rows for value in row.values)

    @property
    def of_time(self) -> bool:
        """Whether its rows stand on an axis of time."""
        return bool(self.rows) and all(row.date for row in self.rows)
