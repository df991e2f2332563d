"""Drawings that are several times as large: words, signs and strokes keep to each other."""

from __future__ import annotations

import pytest
from test_charts import HalfWidth, Recorder
from timeline_tools import event

from briefing.drawing import Magnified, Palette
from briefing.model import PathMark, TextStyle
from briefing.timeline import Chart

EVENTS = (event("1979", "Invasion"), event("../1998", "Control"), event("2001", "Attack"))


def drawn(drawing, width: float) -> tuple[tuple[float, ...], Recorder]:
    surface = Recorder()
    placed = drawing.placed(width, HalfWidth(), 700.0)
    placed.draw(surface, 0, len(placed.strips))
    return placed.strips, surface


def points(path: PathMark) -> list[float]:
    return [each for _, numbers in path.steps for each in numbers]


def test_all_marks_grow_together():
    chart = Chart(EVENTS, Palette(), "en-GB")
    small_strips, small = drawn(chart, 200)
    strips, large = drawn(Magnified(chart, 2), 400)
    assert strips == pytest.approx([2 * each for each in small_strips])
    assert [style.size for _, style in large.texts] == [2 * style.size for _, style in small.texts]
    assert len(small.paths) == len(large.paths) > len(EVENTS)
    for one, other in zip(small.paths, large.paths, strict=True):
        assert points(other) == pytest.approx([2 * each for each in points(one)])
        assert (other.width, other.fill, other.stroke) == (2 * one.width, one.fill, one.stroke)
        assert other.dash == pytest.approx([2 * each for each in one.dash])


def test_clips_and_windows_grow_as_well():
    class Clipped:
        inks = ()

        def placed(self, width, measure, limit):
            return self

        strips = (10.0,)
        problems = ()

        def draw(self, surface, first, last):
            corner = ("move", (1.0, 2.0))
            surface.path(PathMark((corner,), "#000000", dash=(1.0, 3.0), clip=(1.0, 2.0, 3.0, 4.0), window=(corner,)))
            surface.text(3.0, 4.0, "a", TextStyle(8.0), angle=90.0)

        def alternative(self, first, last, part, parts):
            return "told"

    surface = Recorder()
    placed = Magnified(Clipped(), 1.5).placed(300, HalfWidth(), 700)
    placed.draw(surface, 0, 1)
    (path,) = surface.paths
    assert (path.clip, path.window, path.dash) == ((1.5, 3.0, 4.5, 6.0), (("move", (1.5, 3.0)),), (1.5, 4.5))
    assert surface.texts == [("a", TextStyle(12.0))]
    assert (placed.strips, placed.problems, placed.alternative(0, 1, 1, 1)) == ((15.0,), (), "told")
