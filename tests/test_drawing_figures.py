"""Any simple figure of matplotlib reaches a page: clipped, in the document's fonts, and conforming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from typesetting_tools import opened, pdf_of, seen

from briefing.drawing.renderer import draw_artists
from briefing.errors import Diagnostic, LayoutError
from briefing.model import Ink, Measure, PathMark, Surface, TextStyle

MAIN = '<figure><img data-drawing="figure" alt="A figure of matplotlib."></figure>'


@dataclass(frozen=True)
class Drawn:
    """A figure of matplotlib as a drawing."""

    fill: Callable[[Axes], object]
    inks: tuple[Ink, ...] = ()

    def placed(self, width: float, measure: Measure, limit: float) -> Placed:
        return Placed(self.fill, width, measure)


@dataclass(frozen=True)
class Placed:
    fill: Callable[[Axes], object]
    width: float
    measure: Measure
    strips: tuple[float, ...] = (150.0,)
    problems: tuple[Diagnostic, ...] = ()

    def draw(self, surface: Surface, first: int, last: int) -> None:
        figure = Figure(figsize=(self.width / 72, 150 / 72), dpi=72)
        self.fill(figure.add_subplot())
        draw_artists([figure], surface, self.measure, width=self.width, height=150)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        return ""


def logarithmic(axes: Axes) -> None:
    axes.plot([1, 2, 3], [0.01, 10, 1000])
    axes.set_yscale("log")


def pointed_at(axes: Axes) -> None:
    axes.plot([0, 1], [0, 1])
    axes.annotate("turning point", (0.5, 0.5), (0.1, 0.8), arrowprops={"arrowstyle": "->"})


FIGURES: dict[str, Callable[[Axes], object]] = {
    "lines": lambda axes: axes.plot([0, 1, 2], [3, 1, 2], "o--"),
    "bars": lambda axes: axes.bar(["a", "b"], [1, 2]),
    "lying bars": lambda axes: axes.barh(["a", "b"], [1, 2]),
    "dots": lambda axes: axes.scatter([1, 2, 3], [3, 2, 1], s=[10, 20, 30], c=["r", "g", "b"], alpha=0.5),
    "steps": lambda axes: axes.step([0, 1, 2], [1, 3, 2]),
    "an area": lambda axes: axes.fill_between([0, 1, 2], [1, 2, 1], alpha=0.3),
    "a text": lambda axes: axes.text(0.5, 0.5, "costs $5 and $6", rotation=30),
    "an arrow": pointed_at,
    "a logarithmic axis": logarithmic,
    "a grid": lambda axes: axes.grid(visible=True, linestyle=":"),
    "a legend": lambda axes: (axes.plot([0, 1], [0, 1], label="one"), axes.legend()),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_set_in_the_fonts_of_the_document(name: str) -> None:
    data = pdf_of(MAIN, drawings={"figure": Drawn(FIGURES[name])})
    with opened(data) as file:
        fonts = [each.get("/Subtype") for each in file.objects if isinstance(each, pikepdf.Dictionary)]
        assert "/Type0" in fonts
        assert "/Type3" not in fonts
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(file.pages[0])]
    assert "W" in operators or "W*" in operators or name == "a text"
    assert_conforming(data, thorough=False)


def test_a_logarithmic_axis_has_powers_and_no_formulas() -> None:
    words = seen(pdf_of(MAIN, drawings={"figure": Drawn(logarithmic)}))
    assert "10⁻²" in words
    assert "10²" in words
    assert "mathdefault" not in words


IMAGE = (
    "error  image-in-drawing\n"
    "  This drawing holds an image made of dots, and a drawing is made of lines, areas and texts.\n"
    "  Draw areas instead, or put the image into the article as a picture."
)
HATCHED = "error  hatched-drawing\n  This drawing holds a hatched area.\n  Give it a plain colour instead."
SHADED = (
    "error  shaded-drawing\n"
    "  This drawing holds an area that shades from one colour to another.\n"
    "  Give it a plain colour instead."
)
SEE_THROUGH = (
    "error  see-through-drawing\n"
    "  A see-through colour of this drawing lies over other colours.\n"
    "  Give it a plain colour, or let it lie on one colour alone."
)


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        (lambda axes: axes.imshow([[0, 1], [1, 0]]), IMAGE),
        (lambda axes: axes.bar(["a"], [1], hatch="/"), HATCHED),
        (lambda axes: axes.fill_between([0, 1], [1, 2], hatch="x"), HATCHED),
        (lambda axes: axes.tripcolor([0, 1, 0], [0, 0, 1], [0, 1, 2], shading="gouraud"), SHADED),
        (lambda axes: axes.scatter([1, 1, 2], [1, 1.1, 9], s=200, c=["r", "g", "b"], alpha=0.5), SEE_THROUGH),
        (lambda axes: (axes.plot([0, 1], [0, 1]), axes.fill_between([0, 1], [0.5, 0.5], alpha=0.5, zorder=3)),
         SEE_THROUGH),
        (lambda axes: (axes.bar([0, 1], [1, 2]), axes.axhspan(0.5, 1.5, alpha=0.5, zorder=3)), SEE_THROUGH),
        (lambda axes: (axes.bar([0, 1], [1, 2]), axes.text(0, 0.1, "across " * 9, alpha=0.5)), SEE_THROUGH),
    ],
    ids=["image", "hatched bars", "hatched area", "shades", "dots on dots", "an area on a line", "an area on bars",
         "a text on bars"],
)  # fmt: skip
def test_what_a_surface_has_not_is_refused(fill: Callable[[Axes], object], expected: str) -> None:
    with pytest.raises(LayoutError) as caught:
        pdf_of(MAIN, drawings={"figure": Drawn(fill)})
    assert str(caught.value) == expected


class Marks:
    """A surface that keeps what it is given, and measures half a size for every letter."""

    def __init__(self) -> None:
        self.paths: list[PathMark] = []
        self.colours: dict[str, str] = {}

    def path(self, path: PathMark) -> None:
        self.paths.append(path)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        self.colours[text] = style.colour

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def ascent(self, style: TextStyle) -> float:
        return style.size * 0.7

    def descent(self, style: TextStyle) -> float:
        return style.size * 0.25

    def capitals(self, style: TextStyle) -> float:
        return self.ascent(style)

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        return self.descent(style), self.ascent(style)


def marks_of(fill: Callable[[Axes], object]) -> Marks:
    marks = Marks()
    figure = Figure(figsize=(4, 2), dpi=72)
    fill(figure.add_subplot())
    draw_artists([figure], marks, marks, width=288, height=144)
    return marks


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        (lambda axes: axes.bar([0, 1], [1, 2], color="#ff0000", alpha=0.5), "#ff8080"),
        (lambda axes: axes.hist([1, 2, 2, 3], bins=3, color="#ff0000", alpha=0.5), "#ff8080"),
        (lambda axes: (axes.set_facecolor("#0000ff"), axes.bar([0, 1], [1, 2], color="#ff0000", alpha=0.5)), "#800080"),
        (lambda axes: (axes.axvspan(0, 4, color="#00ff00"), axes.bar([1, 2], [1, 2], color=(1, 0, 0, 0.5))), "#808000"),
        (lambda axes: axes.plot([0, 1], [0, 1], color="#ff0000", alpha=0.5), "#ff8080"),
        (lambda axes: axes.grid(color="#ff0000", alpha=0.5), "#ff8080"),
        (lambda axes: (axes.plot([0, 1], label="a"), axes.legend(facecolor="#ff0000", framealpha=0.5, loc=4)),
         "#ff8080"),
    ],
)  # fmt: skip
def test_a_see_through_colour_is_mixed_with_what_lies_under_it(fill: Callable[[Axes], object], expected: str) -> None:
    seen_colours = {colour for path in marks_of(fill).paths for colour in (path.fill, path.stroke)}
    assert expected in seen_colours
    assert "#ff0000" not in seen_colours


def test_a_see_through_text_is_mixed_with_its_ground() -> None:
    marks = marks_of(lambda axes: (axes.axvspan(0, 9, color="#00ff00"), axes.text(4, 0.5, "x", color="r", alpha=0.5)))
    assert marks.colours["x"] == "#808000"


def triangle(axes: Axes) -> None:
    [area] = axes.bar([0.5], [1], width=1, color="#ff0000")
    area.set_clip_path(Path([(0, 0), (1, 0), (0, 1), (0, 0)]), axes.transData)


def reds(fill: Callable[[Axes], object], main: str = MAIN) -> tuple[float, float]:
    """Which share of their box the red dots of a page fill, and how far from the left they lie in it."""
    page = pypdfium2.PdfDocument(pdf_of(main, drawings={"figure": Drawn(fill)}))[0].render(scale=2).to_pil()
    red, green, blue = np.moveaxis(np.asarray(page.convert("RGB"), int), 2, 0)
    rows, columns = np.nonzero((red > 200) & (green < 100) & (blue < 100))
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    return len(rows) / (height * width), (columns.mean() - columns.min()) / width


def test_a_path_clips_as_it_is_and_not_as_its_box() -> None:
    [clipped] = [path for path in marks_of(triangle).paths if path.window]
    assert [step for step, _ in clipped.window] == ["move", "line", "line", "line"]
    assert reds(triangle) == pytest.approx((1 / 2, 1 / 3), abs=0.02)
    assert reds(triangle, f'<div dir="rtl">{MAIN}</div>') == pytest.approx((1 / 2, 2 / 3), abs=0.02)


@pytest.mark.parametrize(("turn", "share"), [(1, 1.0), (-1, 0.75)])
def test_a_path_inside_another_is_a_hole_where_it_goes_the_other_way_round(turn: int, share: float) -> None:
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    inner = [(0.25 + x / 2, 0.25 + y / 2) for x, y in square[::turn]]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * 2
    patch = PathPatch(Path([*square, *inner], codes), facecolor="#ff0000", linewidth=0)
    assert reds(lambda axes: axes.add_patch(patch))[0] == pytest.approx(share, abs=0.02)
