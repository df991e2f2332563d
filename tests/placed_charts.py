"""Articles that are built, with the layouts that their timelines were given on the page."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from unittest import mock

import briefing
from briefing.model import Measure
from briefing.timeline import Chart
from briefing.timeline.geometry import Layout

__all__ = ["Made", "Placed", "made"]


class Placed(NamedTuple):
    """A chart with the layout that its page was given."""

    chart: Chart
    measure: Measure
    layout: Layout


class Made(NamedTuple):
    """A finished file."""

    built: briefing.Built
    data: bytes
    charts: tuple[Placed, ...]


def made(folder: Path, output: Path, **options: str) -> Made:
    """Build an article, and keep the layouts of its charts, in the order of the document."""
    placed: dict[str, Placed] = {}
    place = Chart.layout

    def kept(chart: Chart, width: float, measure: Measure, limit: float) -> Layout:
        layout = place(chart, width, measure, limit)
        placed[chart.title] = Placed(chart, measure, layout)
        return layout

    with mock.patch.object(Chart, "layout", kept):
        built = briefing.build(folder, output, **options)
    return Made(built, output.read_bytes(), tuple(placed.values()))
