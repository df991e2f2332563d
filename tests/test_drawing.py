"""The renderer: any simple matplotlib figure reaches a surface as paths and as texts of the document."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from math import inf
from unittest.mock import patch

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from briefing.drawing import Palette
from briefing.drawing.renderer import draw_artists
from briefing.errors import Position
from briefing.model import Event, PathMark, TextStyle
from briefing.model.dates import date_from_edtf
from briefing.timeline import Chart

HERE = Position("briefing.md")


class HalfWidth:
    """Measures half a size for every letter."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def ascent(self, style: TextStyle) -> float:
        return style.size * 0.75

    def descent(self, style: TextStyle) -> float:
        return style.size * 0.25

    def capitals(self, style: TextStyle) -> float:
        return self.ascent(style)

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        return self.descent(style), self.ascent(style)


class Recorder:
    """A surface that keeps what it is given."""

    def __init__(self) -> None:
        self.paths: list[PathMark] = []
        self.texts: list[tuple[float, float, str, TextStyle, float]] = []

    def path(self, path: PathMark) -> None:
        self.paths.append(path)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        self.texts.append((x, y, text, style, angle))


NO_FONTS = AssertionError("a font of the system was asked for")


def drawn(figure: Figure) -> Recorder:
    """Draw a figure onto a recorder; no font of the system may be looked for."""
    surface = Recorder()
    with (
        patch.object(font_manager, "findfont", side_effect=NO_FONTS),
        patch.object(font_manager.fontManager, "findfont", side_effect=NO_FONTS),
    ):
        figure.dpi = 72
        draw_artists([figure], surface, HalfWidth(), width=figure.bbox.width, height=figure.bbox.height)
    return surface


def test_a_rectangle_in_points() -> None:
    figure = Figure(figsize=(2, 1), frameon=False)
    figure.add_artist(Rectangle((0.25, 0.5), 0.5, 0.25, facecolor="#ff0000", edgecolor="none"))
    [path] = drawn(figure).paths
    assert [step[0] for step in path.steps] == ["move", "line", "line", "line", "close"]
    assert [value for step in path.steps[:3] for value in step[1]] == pytest.approx([36, 36, 108, 36, 108, 54])
    assert (path.fill, path.stroke) == ("#ff0000", None)


def test_alpha_is_mixed_with_paper_and_curves_are_cubic() -> None:
    figure = Figure(figsize=(1, 1), frameon=False)
    figure.add_artist(Circle((0.5, 0.5), 0.25, facecolor="#000000", alpha=0.5, edgecolor="none"))
    [path] = drawn(figure).paths
    assert {step[0] for step in path.steps} == {"move", "curve", "close"}
    assert all(len(step[1]) == 6 for step in path.steps if step[0] == "curve")
    assert path.fill == "#808080"


def test_axes_with_lines_bars_dots_and_texts() -> None:
    figure = Figure(figsize=(4, 3))
    axes = figure.add_subplot()
    axes.plot([0, 1, 2], [1, 3, 2], color="#123456", linestyle="--", marker="o")
    axes.bar([0, 1], [2, 1], color="#00ff00")
    axes.scatter([1], [1])
    axes.set_title("costs $5 and $6", fontweight="bold", fontsize=9)
    axes.set_ylabel("people")
    surface = drawn(figure)
    title = next(each for each in surface.texts if each[2] == "costs $5 and $6")
    assert title[3] == TextStyle(9.0, bold=True, colour="#000000")
    assert next(each for each in surface.texts if each[2] == "people")[4] == 90.0
    [dashed] = [path for path in surface.paths if path.dash]
    assert dashed.stroke == "#123456"
    assert dashed.clip == pytest.approx(axes.bbox.bounds)


def test_settings_of_matplotlib_stay_what_they_are() -> None:
    before = dict(mpl.rcParams)
    chart([("1979", False), ("2001-09-09", True)])
    assert dict(mpl.rcParams) == before


def chart(dates: list[tuple[str, bool]], width: float = 480) -> Recorder:
    """Draw a chart of events onto a recorder."""
    events = [Event(date_from_edtf(edtf), ("something happens",), HERE, stressed=stressed) for edtf, stressed in dates]
    surface = Recorder()
    with patch.object(font_manager.fontManager, "findfont", side_effect=NO_FONTS):
        placed = Chart(tuple(events), Palette(), "en-GB").placed(width, HalfWidth(), inf)
        placed.draw(surface, 0, len(placed.strips))
    return surface


def test_a_chart_draws_the_words_it_measured() -> None:
    texts = [(text, style.bold, style.colour) for _, _, text, style, _ in chart([("1979", False)]).texts]
    assert texts[:2] == [("1979", True, "#123a45"), ("something happens", False, "#1a1a1a")]


def test_kinds_are_drawn_apart_without_colour() -> None:
    """What is meant has a shape, and how sure it is a filling; no two of them are drawn alike."""
    dates = ("1979", "1979~", "1979?", "197X", "../1979", "1979/..", "1979/1981", "1979~/1981", "1979?/1981")
    signs = [
        [([step for step, _ in path.steps], path.fill) for path in chart([(edtf, False), ("1900", False)]).paths]
        for edtf in dates
    ]
    for one, other in combinations(signs, 2):
        assert one != other
    assert {path.fill or path.stroke for path in chart([(edtf, False) for edtf in dates]).paths} <= {
        Palette().structure, Palette().muted, "#ffffff",
    }  # fmt: skip


def test_stress_is_weight_and_colour() -> None:
    styles = {text: style for _, _, text, style, _ in chart([("1979", True)]).texts}
    assert styles["1979"].colour == Palette().accent
    assert styles["something happens"].bold


def test_the_same_events_are_drawn_the_same() -> None:
    one, other = chart([("1979", False), ("198X", True)]), chart([("1979", False), ("198X", True)])
    assert (one.paths, one.texts) == (other.paths, other.texts)


def test_matplotlib_waits_until_something_is_drawn() -> None:
    code = "import sys, briefing.timeline; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_chart_is_drawn_without_what_only_figures_need() -> None:
    code = (
        "import sys, briefing.timeline.painting, briefing.drawing.renderer\n"
        "sys.exit(bool({'matplotlib.figure', 'matplotlib.axes', 'matplotlib.pyplot'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
