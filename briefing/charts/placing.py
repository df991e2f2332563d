"""A chart → everything in its place, by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import inf

from briefing.charts.layout import Layout
from briefing.charts.lines import place_lines
from briefing.charts.rows import place_rows
from briefing.charts.style import Setting
from briefing.drawing import Lettering
from briefing.drawing.measuring import Remembering
from briefing.model import DataChart, Measure
from briefing.model.numbers import number_words
from briefing.model.wording import date_words

__all__ = ["place"]

_ALL_DIGITS = Decimal("-1234567890.5")


def place(
    chart: DataChart,
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    missing: str,
    *,
    room: float = inf,
) -> Layout:
    """Place a chart that has figures on a width in points; ``missing`` stands where one has none.

    Rows that are too many for the height ``room``, in points, stand closer; they may yet be too many.
    """
    knowing = Remembering(measure, _texts(chart, language, missing))
    setting = Setting(width, lettering, language, knowing, chart.unit, missing, room)
    placed = place_lines(chart, setting) if chart.kind == "line" else place_rows(chart.rows, chart.kind, setting)
    return replace(placed, room=room)


def _texts(chart: DataChart, language: str, missing: str) -> Iterator[str]:
    """Yield what stands in a chart; instead of its figures one that has their digits and signs."""
    yield from (missing, chart.unit, *chart.series, *(row.name for row in chart.rows))
    yield from (date_words(row.date, language) for row in chart.rows if row.date)
    yield number_words(_ALL_DIGITS, language, chart.unit)
