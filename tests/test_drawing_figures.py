"""Any simple figure of matplotlib reaches a page: clipped, in the document's fonts, and conforming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pytest
from conforming import assert_conforming
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from typesetting_tools import opened, pdf_of, seen

from briefing.drawing.renderer import draw_artists
from briefing.errors import Diagnostic, LayoutError
from briefing.model import Ink, Measure, Surface

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


def test_an_image_is_refused() -> None:
    with pytest.raises(LayoutError) as caught:
        pdf_of(MAIN, drawings={"figure": Drawn(lambda axes: axes.imshow([[0, 1], [1, 0]]))})
    assert str(caught.value) == (
        "error  image-in-drawing\n"
        "  This drawing holds an image made of dots, and a drawing is made of lines, areas and texts.\n"
        "  Draw areas instead, or put the image into the article as a picture."
    )
