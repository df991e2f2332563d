"""Charts of figures: placed without overlap for any names and figures, drawn apart without colour, told in words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from math import inf

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts import ChartWords, FiguresDrawing, alt_text
from briefing.charts.ends import spread
from briefing.charts.layout import Layout
from briefing.charts.placing import place
from briefing.charts.scale import bar_scale, round_scale
from briefing.drawing import Lettering, Palette
from briefing.drawing.geometry import Box
from briefing.errors import Position
from briefing.model import ChartKind, DataChart, Datum, PathMark, TextStyle
from briefing.model.dates import date_from_edtf
from briefing.model.numbers import number_words

HERE = Position("data.csv")
PALETTE = Palette()


class HalfWidth:
    """Measures half a size for every letter."""

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


class Recorder:
    """A surface that keeps what it is given."""

    def __init__(self) -> None:
        self.paths: list[PathMark] = []
        self.texts: list[tuple[str, TextStyle]] = []

    def path(self, path: PathMark) -> None:
        self.paths.append(path)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        self.texts.append((text, style))


def chart(
    kind: ChartKind, rows: dict[str, object], *, unit: str = "people", stressed: tuple[str, ...] = ()
) -> DataChart:
    """A chart of names with a figure each, or with several."""
    listed = {name: each if isinstance(each, tuple) else (each,) for name, each in rows.items()}
    count = len(next(iter(listed.values())))
    series = ("First", "Second", "Third", "Fourth", "Fifth")[:count]
    data = tuple(
        Datum(
            name,
            tuple(None if each is None else Decimal(str(each)) for each in values),
            HERE,
            stressed=name in stressed,
        )
        for name, values in listed.items()
    )
    return DataChart("chart-1", (), kind, unit, "Name", series, data, HERE, stressed=stressed)


def by_date(rows: dict[str, object]) -> DataChart:
    made = chart("line", rows)
    return replace(made, rows=tuple(replace(row, date=date_from_edtf(row.name)) for row in made.rows))


def layout(shown: DataChart, width: float = 480.0, language: str = "en-GB") -> Layout:
    return place(shown, width, Lettering(8.0, PALETTE), language, HalfWidth(), "no figure")


def texts(placed: Layout) -> list[str]:
    return [" ".join(line.text for line in label.lines) for label in placed.labels]


def faults(placed: Layout) -> list[str]:
    """Labels on each other, and what leaves the figure."""
    frame = Box(0.0, 0.0, placed.width, placed.height)
    found = [f"{label.lines[0].text} leaves" for label in placed.labels if not label.box.within(frame, 0.01)]
    found += ["a bar leaves" for area in placed.areas if not area.box.within(frame, 0.01)]
    points = [point for stroke in placed.strokes for point in stroke.points]
    points += [(symbol.x, symbol.y) for symbol in placed.symbols]
    found += [
        "a point leaves" for x, y in points if not (-0.01 <= x <= placed.width + 0.01 and -0.01 <= y <= placed.height)
    ]
    pairs = combinations(placed.labels, 2)
    found += [f"{a.lines[0].text} on {b.lines[0].text}" for a, b in pairs if a.box.overlap(b.box) > 0.01]
    found += [
        f"{label.lines[0].text} on a bar"
        for label in placed.labels
        for area in placed.areas
        if label.box.overlap(area.box) > 0.01
    ]
    return found


figures = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9).map(Decimal),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from([Decimal("0.000001"), Decimal("999999999999999"), Decimal(0), Decimal("-0.5")]),
)
names = st.one_of(
    st.text("abc defg", min_size=1, max_size=8),
    st.text("abc defg نگرهاربلخ", min_size=1, max_size=200),
    st.just("Unbreakable" * 18),
).filter(lambda name: bool(name.strip()))


def tables(columns: int, most: int) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(names, st.tuples(*[figures] * columns), min_size=2, max_size=most).filter(
        lambda rows: sum(value is not None for row in rows.values() for value in row) > 1
    )


@settings(max_examples=examples(150), deadline=None)
@given(
    st.sampled_from(["bar", "dot"]),
    tables(1, 40),
    st.sampled_from([300.0, 330.0, 482.0]),
    st.sampled_from(["", "%", "x" * 80]),
)
def test_rows_never_overlap_and_never_leave(kind: ChartKind, rows: dict[str, object], width: float, unit: str) -> None:
    assert faults(layout(chart(kind, rows, unit=unit), width)) == []


@settings(max_examples=examples(150), deadline=None)
@given(st.integers(1, 5).flatmap(lambda count: tables(count, 40)), st.sampled_from([330.0, 482.0]))
def test_lines_never_overlap_and_never_leave(rows: dict[str, object], width: float) -> None:
    assert faults(layout(chart("line", rows), width)) == []


@settings(max_examples=examples(100), deadline=None)
@given(
    st.dictionaries(st.integers(-500, 2100), figures, min_size=2, max_size=30).filter(
        lambda rows: sum(value is not None for value in rows.values()) > 1
    )
)
def test_time_never_overlaps(rows: dict[int, object]) -> None:
    named = {f"{'-' if year < 0 else ''}{abs(year):04d}": rows[year] for year in sorted(rows)}
    assert faults(layout(by_date(named))) == []


@pytest.mark.parametrize(
    "rows",
    [
        {"one": 5},
        {"a": 5, "b": 5, "c": 5},
        {"a": 0, "b": 0},
        {"a": -1, "b": -2},
        {"a": None, "b": 1},
        {f"row {number}": number for number in range(50)},
    ],
    ids=["one row", "all equal", "all nought", "all below nought", "a gap", "many rows"],
)
@pytest.mark.parametrize("kind", ["bar", "dot"])
def test_what_is_special_is_placed_as_well(kind: ChartKind, rows: dict[str, object]) -> None:
    placed = layout(chart(kind, rows))
    assert faults(placed) == []
    assert set(rows) <= set(texts(placed))


def test_bars_are_as_long_as_their_figures() -> None:
    long, short, below = (area.box for area in layout(chart("bar", {"a": 100, "b": 25, "c": -50})).areas)
    assert long.left == short.left == below.right
    assert long.right - long.left == pytest.approx(4 * (short.right - short.left))
    assert below.right - below.left == pytest.approx(2 * (short.right - short.left))


def test_what_has_no_figure_has_words_and_no_mark() -> None:
    for kind, marks in (("bar", "areas"), ("dot", "symbols")):
        placed = layout(chart(kind, {"a": 1, "b": None}))
        assert "no figure" in texts(placed)
        assert len(getattr(placed, marks)) == 1


def test_the_unit_is_said_once_and_per_cent_with_each_figure() -> None:
    assert texts(layout(chart("bar", {"a": 1, "b": 2}))) == ["people", "a", "1", "b", "2"]
    assert texts(layout(chart("bar", {"a": 1, "b": 2}, unit="%"))) == ["a", "1%", "b", "2%"]


def test_stress_is_weight_and_colour() -> None:
    surface = Recorder()
    drawing = FiguresDrawing(chart("bar", {"a": 1, "b": 2}, stressed=("a",)), PALETTE, "en-GB")
    drawing.placed(480, HalfWidth(), 700).draw(surface, 0, 1)
    styles = dict(surface.texts)
    assert (styles["a"].bold, styles["b"].bold) == (True, False)
    assert (styles["1"].bold, styles["2"].bold) == (True, False)
    assert [path.fill for path in surface.paths if path.fill] == [PALETTE.accent, PALETTE.structure]


@pytest.mark.parametrize("kind", ["bar", "dot"])
def test_where_bars_and_dots_are_outlines_what_is_stressed_is_filled(kind: ChartKind) -> None:
    surface = Recorder()
    palette = Palette(structure="#000000", accent="#000000", outlined=True)
    drawing = FiguresDrawing(chart(kind, {"a": 100, "b": 90, "c": 0.01}, stressed=("a",)), palette, "en-GB")
    drawing.placed(480, HalfWidth(), 700).draw(surface, 0, 1)
    looks = [(path.fill, path.stroke) for path in surface.paths if path.fill]
    short = ("#000000", None) if kind == "bar" else ("#ffffff", "#000000")
    assert looks == [("#000000", None), ("#ffffff", "#000000"), short], "a bar without room inside is filled"


def test_an_outline_is_as_long_as_what_it_stands_for() -> None:
    surface = Recorder()
    drawing = FiguresDrawing(chart("bar", {"a": 100, "b": 50}), Palette(outlined=True), "en-GB")
    drawing.placed(480, HalfWidth(), 700).draw(surface, 0, 1)
    ends = []
    for path in (path for path in surface.paths if path.fill):
        across = [numbers[0] for _, numbers in path.steps if numbers]
        ends.append((min(across) - path.width / 2, max(across) + path.width / 2))
    (start, longest), (also, half) = ends
    assert start == pytest.approx(also)
    assert longest - start == pytest.approx(2 * (half - start))


def test_lines_differ_by_shape_and_dash_and_not_by_colour_alone() -> None:
    placed = layout(chart("line", {"a": (1, 2, 3, 4, 5), "b": (2, 3, 4, 5, 6)}))
    assert len({symbol.shape for symbol in placed.symbols}) == 5
    assert len({stroke.dash for stroke in placed.strokes if stroke.width == 1.2}) == 5


@pytest.mark.parametrize("kind", ["dot", "line"])
def test_a_torn_edge_shows_that_a_scale_does_not_begin_at_nought(kind: ChartKind) -> None:
    torn, whole = (layout(chart(kind, {"a": least, "b": 99, "c": 98})).strokes for least in (97, 3))
    assert [len(stroke.points) > 4 for stroke in whole] == [False] * len(whole)
    [edge] = [stroke for stroke in torn if len({y for _, y in stroke.points}) == 3 and len(stroke.points) > 4]
    [base] = [y for y in {y for _, y in edge.points} if edge.points[0][1] == y]
    if kind == "line":
        assert not [stroke for stroke in torn if {y for _, y in stroke.points} == {base}], "no plain line beside it"


def test_guides_go_on_behind_dots_where_their_length_says_nothing() -> None:
    torn, whole = (layout(chart("dot", {"a": least, "b": 99})) for least in (97, 3))
    assert [sum(bool(stroke.dash) for stroke in each.strokes) for each in (torn, whole)] == [3, 2]
    assert faults(torn) == []


def test_many_rows_stand_closer_where_they_would_not_fit() -> None:
    many = chart("dot", {f"row {number}": number for number in range(50)})
    lettering = Lettering(8.0, PALETTE)
    free, close, closest = (
        place(many, 480.0, lettering, "en-GB", HalfWidth(), "", room=room) for room in (inf, 560.0, 300.0)
    )
    assert free.height > 560 > close.height > closest.height > 300
    assert faults(close) == faults(closest) == []


def test_a_gap_in_the_figures_is_a_gap_in_the_line() -> None:
    placed = layout(chart("line", {"a": 1, "b": 2, "c": None, "d": 3, "e": None, "f": 4}))
    assert [len(stroke.points) for stroke in placed.strokes if stroke.width == 1.2] == [2]
    assert len(placed.symbols) == 4, "what stands alone is a symbol alone"


def test_time_is_as_long_as_it_was() -> None:
    [line] = [each for each in layout(by_date({"2000": 1, "2001": 1, "2010": 1})).strokes if each.width == 1.2]
    first, second, third = (point[0] for point in line.points)
    assert (third - first) / (second - first) == pytest.approx(10, rel=0.01)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2019-03", "2019-06", "2019-09"], ["March 2019", "June 2019", "September 2019"]),
        ([f"{year}-06" for year in range(1990, 2021)], ["1995", "2000", "2005", "2010", "2015", "2020"]),
        ([f"{year}" for year in range(1900, 2021, 2)], ["1900", "1910", "1920", "1930", "1940", "1950", "1960", "1970",
                                                        "1980", "1990", "2000", "2010", "2020"]),
        (["-0044", "0014"], ["45 BC", "14 AD"]),
    ],
)  # fmt: skip
def test_moments_are_named_at_round_years_or_as_they_are(dates: list[str], expected: list[str]) -> None:
    placed = layout(by_date(dict.fromkeys(dates, 7)), 330)
    assert [text for text in texts(placed) if text in expected] == expected


def test_scales() -> None:
    figures = [Decimal(each) for each in (7, 42)]
    assert (bar_scale(figures).first, bar_scale(figures).last) == (0, 42)
    assert [str(tick) for tick in round_scale(figures, most=6).ticks] == ["0", "10", "20", "30", "40", "50"]
    close = round_scale([Decimal(97), Decimal(99)], most=6)
    assert [str(tick) for tick in close.ticks] == ["97", "97.5", "98", "98.5", "99"]
    assert not close.begins_at_nought


@given(st.lists(st.decimals(-(10**15), 10**15, places=3), min_size=1))
def test_a_scale_holds_all_figures_between_round_ones(values: list[Decimal]) -> None:
    scale = round_scale(values, most=6)
    assert scale.first <= min(values) <= max(values) <= scale.last
    assert 2 <= len(scale.ticks) <= 6
    assert all(0 <= scale.share(value) <= 1 for value in values)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 20)), min_size=1, max_size=5))
def test_labels_at_the_ends_never_touch(wishes: list[tuple[float, float]]) -> None:
    middles = spread([wish for wish, _ in wishes], [height for _, height in wishes], 0, 100)
    boxes = sorted(
        (middle - height / 2, middle + height / 2) for middle, (_, height) in zip(middles, wishes, strict=True)
    )
    assert boxes[0][0] >= -1e-6
    assert boxes[-1][1] <= 100 + 1e-6
    assert all(below[1] <= above[0] + 1e-6 for below, above in pairwise(boxes))


def test_labels_with_room_stay_where_they_belong() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]
    assert spread([50, 50], [10, 10], 0, 100) == [55, 45]


@pytest.mark.parametrize(
    ("language", "value", "unit", "expected"),
    [
        ("en-GB", "1234567.50", "", "1,234,567.50"),
        ("en-GB", "-0.5", "%", "−0.5%"),
        ("de", "1234.5", "%", "1.234,5\xa0%"),
        ("fr", "1234", "", "1\u202f234"),
        ("de-CH", "1234", "", "1’234"),
        ("hi", "1234567", "", "12,34,567"),
        ("fa-AF", "-1234.5", "%", "\u200e−۱٬۲۳۴٫۵٪"),
        ("ar", "12", "", "١٢"),
        ("tr", "12", "%", "%12"),
        ("xx", "1234", "", "1,234"),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, value: str, unit: str, expected: str) -> None:
    assert number_words(Decimal(value), language, unit) == expected


def said(shown: DataChart, language: str = "en-GB", words: ChartWords | None = None) -> str:
    return alt_text(shown, language, "People", words or ChartWords(missing="no figure"))


def test_a_few_figures_are_all_said() -> None:
    assert said(chart("bar", {"Kabul": 120, "Herat": "80.5", "Balkh": None}, stressed=("Kabul",))) == (
        "Bar chart, People: Kabul, 120; Herat, 80.5; Balkh, no figure."
        " The greatest is Kabul with 120, the least Herat with 80.5. Highlighted: Kabul."
    )
    assert said(chart("dot", {"a": 97, "b": 99}, unit="%")) == (
        "Dot chart, People: a, 97%; b, 99%. The greatest is b with 99%, the least a with 97%."
        " The scale goes from 97% to 99%."
    )


def test_of_many_figures_the_greatest_and_the_least_are_said() -> None:
    assert said(chart("bar", {f"n{number}": number or None for number in range(20)})) == (
        "Bar chart, People, with 20 rows, 1 of them without a figure."
        " The greatest is n19 with 19, the least n1 with 1. The table after it has every figure."
    )


def test_a_line_is_said_from_its_beginning_to_its_end() -> None:
    rows = {f"{year}": (year - 2000, None if year == 2004 else 5) for year in range(2001, 2011)}
    assert said(by_date(rows)) == (
        "Line chart, People, from 2001 to 2010."
        " First: from 1 to 10, greatest 10 (2010), least 1 (2001). The table after it has every figure."
    )


def test_other_languages_have_the_words_they_are_given() -> None:
    words = ChartWords(
        bar="Balkendiagramm, {title}: {figures}",
        greatest="größter Wert: {name}, {figure}",
        least="kleinster Wert: {name}, {figure}",
        missing="keine Angabe",
    )
    assert said(chart("bar", {"a": 1000, "b": "2.5", "c": None}), "de", words) == (
        "Balkendiagramm, People: a, 1.000; b, 2,5; c, keine Angabe; größter Wert: a, 1.000; kleinster Wert: b, 2,5."
    )
    assert said(chart("bar", {"a": 1}), "cy") == "People: a, 1."
    assert said(chart("bar", {"a": 1}, unit="tents"), "cy") == "People (tents): a, 1."
    many = chart("line", {f"n{number}": (number, 7) for number in range(20)})
    assert said(many, "de", words._replace(line="Liniendiagramm, {title}: {figures}")) == (
        "Liniendiagramm, People: First, größter Wert: n19, 19; First, kleinster Wert: n0, 0."
    )


def test_a_chart_is_drawn_without_what_only_figures_need() -> None:
    code = (
        "import sys, briefing.charts\n"
        "early = 'matplotlib' in sys.modules\n"
        "import briefing.charts.painting, briefing.drawing.renderer\n"
        "sys.exit(early or bool({'matplotlib.figure', 'matplotlib.axes', 'matplotlib.pyplot'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
