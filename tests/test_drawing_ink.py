"""Tall and deep letters: all ink of a chart stays in its label, and that in the box of the figure; proved on pixels."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from math import inf
from unittest.mock import patch

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pdf_tools import Read
from timeline_tools import event, real_fonts
from typesetting_tools import pdf_of

from briefing.charts import FiguresDrawing
from briefing.drawing import Palette, measuring
from briefing.drawing.geometry import Box, TextLine
from briefing.drawing.measuring import Remembering
from briefing.errors import Position
from briefing.model import ChartKind, DataChart, Datum, Drawing, TextStyle
from briefing.timeline import Chart

HERE = Position("data.csv")
TALL = ("ÉẤ Ậỵ", "Ấ (ǮJ)", "ÅÉ|Ąģ", "ẤẬ Kabul")
MAIN = '<figure><img data-drawing="figure" alt="A chart."></figure>'


def bars(kind: ChartKind, unit: str = "", names: tuple[str, ...] = TALL) -> Drawing:
    rows = tuple(
        Datum(name, (Decimal(number),) * (2 if kind == "line" else 1), HERE) for number, name in enumerate(names, 1)
    )
    return FiguresDrawing(DataChart("chart-1", (), kind, unit, "N", names[: len(rows[0].values)], rows, HERE),
                          Palette(), "en-GB")  # fmt: skip


def events(form: str) -> Drawing:
    listed = [event(f"{1979 + number * 9}", name, "1", stressed=not number) for number, name in enumerate(TALL)]
    listed += [event(f"{1979 + number * 9}/{1986 + number * 9}", f"{name} {name}") for number, name in enumerate(TALL)]
    return Chart(tuple(listed), Palette(), "en-GB", form=form)


CHARTS: dict[str, Drawing] = {
    "bars": bars("bar"),
    "bars of a unit": bars("bar", "Ấẩ"),
    "dots": bars("dot"),
    "lines": bars("line"),
    "an axis": events("horizontal"),
    "a rail": events("vertical"),
}


def ink(line: TextLine) -> Box:
    below, above = real_fonts().reach(line.text, line.style)
    return Box(line.x, line.y - below, line.x + real_fonts().width(line.text, line.style), line.y + above)


@pytest.mark.parametrize("name", CHARTS)
def test_all_ink_stays_in_its_own_label(name: str) -> None:
    layout = CHARTS[name].placed(480.0, real_fonts(), inf).layout
    figure = Box(0.0, 0.0, layout.width, layout.height)
    assert layout.labels
    for label in layout.labels:
        assert label.box.within(figure)
        for line in label.lines:
            assert ink(line).within(label.box, 0.01), line.text
    assert not [pair for pair in combinations(layout.labels, 2) if pair[0].box.overlap(pair[1].box) > 0.01]


def outside(drawing: Drawing) -> int:
    """Count the pixels of a page that are not white and not in the box that is told of the figure."""
    data = pdf_of(MAIN, drawings={"figure": drawing})
    file = Read(data)
    (figure,) = file.elements("Figure")
    attributes = figure.element["/A"]
    found = attributes if isinstance(attributes, pikepdf.Dictionary) else attributes[0]
    left, bottom, right, top = (float(each) for each in found["/BBox"])
    page = pypdfium2.PdfDocument(data)[0]
    scale, height = 4, page.get_height()
    drawn = np.asarray(page.render(scale=scale).to_pil().convert("L")) < 200
    assert drawn.any()
    rows, columns = np.arange(drawn.shape[0]), np.arange(drawn.shape[1])
    beside = (columns < (left - 0.5) * scale) | (columns > (right + 0.5) * scale)
    over = (rows < (height - top - 0.25) * scale) | (rows > (height - bottom + 0.25) * scale)
    return int(drawn[over[:, None] | beside[None, :]].sum())


@pytest.mark.parametrize("name", CHARTS)
def test_no_pixel_of_a_chart_lies_outside_its_box(name: str) -> None:
    assert outside(CHARTS[name]) == 0


def test_without_looking_at_letters_some_would() -> None:
    with patch.object(measuring, "_samples", lambda _: iter(["x"])):
        assert outside(CHARTS["bars of a unit"]) > 0


def test_lines_stand_by_their_capitals_however_tall_others_are() -> None:
    """A name beside its bar does not sink because another has an accent."""
    low, tall = (bars("bar", names=names).placed(480.0, real_fonts(), inf).layout for names in (("a", "b"), ("a", "Ấ")))
    for layout in (low, tall):
        name = next(line for label in layout.labels for line in label.lines if line.text == "a")
        bar = layout.areas[0].box
        assert name.y + real_fonts().capitals(name.style) / 2 == pytest.approx(bar.middle, abs=0.01)


@pytest.mark.parametrize(
    "texts", [["plain", "Ấ"], ["e\u0301 \u1ea4"], ["\u0646\u06af\u0631\u0647\u0627\u0631 ( "], ["x" * 5000 + "\u0301"]]
)
def test_a_chart_has_room_for_each_of_its_texts(texts: list[str]) -> None:
    knowing = Remembering(real_fonts(), texts)
    for style in (TextStyle(8.0), TextStyle(6.0, bold=True), TextStyle(8.0, colour="#123456")):
        for text in texts:
            below, above = knowing.reach(text, style)
            assert below <= knowing.descent(style) + 1e-6
            assert above <= knowing.ascent(style) + 1e-6
