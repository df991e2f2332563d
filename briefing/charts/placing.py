"""A chart → everything in its place, by its kind."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from briefing.charts.layout import Layout
from briefing.charts.lines import place_lines
from briefing.charts.rows import place_rows
from briefing.charts.style import Setting
from briefing.drawing import Lettering
from briefing.model import DataChart, Measure

__all__ = ["place"]


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
    setting = Setting(width, lettering, language, measure, chart.unit, missing, room)
    placed = place_lines(chart, setting) if chart.kind == "line" else place_rows(chart.rows, chart.kind, setting)
    return replace(placed, room=room)
