"""What the signs of a timeline say to those who see no colours, or not all: their shapes tell them apart.

All is measured on the finished page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from colour_vision import VIEWS, contrast_with_paper, seen_by_all
from pdf_tools import Read
from PIL import Image
from placed_charts import made

from briefing.drawing.geometry import Box
from briefing.timeline.geometry import Bar, Layout, Mark
from briefing.timeline.order import ordered

ON_RAIL = ("1901-05", "1910s", "1922-05~", "1933-05?", "by May 1944", "1955-05/..", "1966-05/1966-07",
           "after 1976", "after about 1987", "before 1995?")  # fmt: skip
BARS = ("1801/1820", "183X", "1840/1859~", "1861?/1879", "1882/..", "1884~/..")
"""One of each kind of date, and of each degree of certainty."""
PLAIN = "1899"
"""Besides them: where all are stressed, none is."""
FINE = 400 / 72
"""Points of a picture for one of the page."""
LEAST_CONTRAST = 3.0
"""See: WCAG 2.2, success criterion 1.4.11."""
DIFFERENT = 0.08
"""Share of the points of two signs that only one of them has. Measured: at least 0.11."""
AROUND = 7.0, 5.0
"""Typographic points on each side of a sign that are cut out, along time and across it."""
END = 12.0
"""As many of each end of a bar."""
WORDS, LONG = "words", 24.0
"""What happens at every date, and the typographic points of a line that are cut out for it."""
HEAVIER = 1.1
"""How much more is printed of the words of a stressed event. Measured: at least 1.2."""


class Event(NamedTuple):
    """What stands on a page for one event."""

    sign: Image.Image
    words: Image.Image
    """What happened."""


Events = Mapping[str, Event]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Events]:
    folder = tmp_path_factory.mktemp("seen")
    wanted = {"rail": (ON_RAIL, "vertical"), "axis": (ON_RAIL[:4], "horizontal"), "bars": (BARS, "horizontal")}
    return {
        f"{name}{stress}": events_on_page(folder / f"{name}{stress}", dates, form, stress)
        for name, (dates, form) in wanted.items()
        for stress in ("", ", stressed")
    }


def events_on_page(folder: Path, dates: Sequence[str], form: str, stress: str) -> Events:
    """Cut each event out of a page on which all have the same words, by its date."""
    folder.mkdir()
    items = "".join(f"- {date}{stress}: {WORDS} [no source, an example]\n" for date in dates)
    items += f"- {PLAIN}: not stressed [no source, an example]\n"
    text = f"---\ntitle: Signs\nlanguage: en-GB\n---\n\n## Signs\n\n::: timeline Signs {{form={form}}}\n{items}:::\n"
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    found = made(folder, folder / "signs.pdf")
    ((chart, _, layout),) = found.charts
    file = Read(found.data)
    (figure,) = file.elements("Figure")
    left, bottom = (float(each) for each in list(figure.attribute("/BBox"))[:2])
    page = pypdfium2.PdfDocument(found.data)[0].render(scale=FINE).to_pil().convert("RGB")

    def cut(box: Box) -> Image.Image:
        first, last = ((left + x) * FINE for x in (box.left, box.right))
        top, base = (page.height - (bottom + y) * FINE for y in (box.top, box.bottom))
        return page.crop((round(first), round(top), round(last), round(base)))

    names = [each.date.edtf for each in ordered(chart.events)]
    drawn = (*layout.marks, *layout.bars)
    wanted = [each for each in drawn if names[each.event] != PLAIN]
    return {names[each.event]: Event(sign(each, cut), words(each.event, layout, cut)) for each in wanted}


def sign(item: Mark | Bar, cut: Callable[[Box], Image.Image]) -> Image.Image:
    """Cut out a mark, or the two ends of a bar, side by side."""
    if isinstance(item, Mark):
        along, across = AROUND[::-1] if item.upright else AROUND
        return cut(Box(item.x - along, item.y - across, item.x + along, item.y + across))
    box = item.box
    assert box.right - box.left >= 2 * END
    ends = cut(replace(box, right=box.left + END)), cut(replace(box, left=box.right - END))
    size = min(each.width for each in ends), min(each.height for each in ends)
    both = Image.new("RGB", (2 * size[0], size[1]), "white")
    for place, end in enumerate(ends):
        both.paste(end, (place * size[0], 0))
    return both


def words(event: int, layout: Layout, cut: Callable[[Box], Image.Image]) -> Image.Image:
    """Cut out what happened, which is one line."""
    for label in layout.labels:
        for line in label.lines:
            if label.event == event and line.text == WORDS:
                return cut(Box(line.x, line.y - 2, line.x + LONG, line.y + line.style.size))
    raise AssertionError(f"event {event} has no words")


def shape(picture: Image.Image) -> np.ndarray:
    """The points that stand out from the paper."""
    return contrast_with_paper(picture) >= LEAST_CONTRAST


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """Share of the points of two shapes that only one of them has."""
    height, width = (min(sizes) for sizes in zip(one.shape, other.shape, strict=True))
    one, other = one[:height, :width], other[:height, :width]
    return float((one ^ other).sum() / (one | other).sum())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["rail", "bars"])
def test_shape_alone_tells_kinds_of_dates_apart(pages, form, view):
    shapes = {date: shape(seen_by_all(event.sign)[view]) for date, event in pages[form].items()}
    same = {pair: difference(shapes[pair[0]], shapes[pair[1]]) for pair in combinations(shapes, 2)}
    assert {pair: share for pair, share in same.items() if share < DIFFERENT} == {}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("stress", ["", ", stressed"])
@pytest.mark.parametrize("form", ["rail", "bars"])
def test_every_sign_stands_out_from_the_paper(pages, form, stress, view):
    reached = {
        date: contrast_with_paper(seen_by_all(event.sign)[view]).max()
        for date, event in pages[f"{form}{stress}"].items()
    }
    assert {date: most for date, most in reached.items() if most < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["rail", "axis", "bars"])
def test_a_stressed_event_is_heavier_and_not_only_of_another_colour(pages, form, view):
    for date, event in pages[form].items():
        plain, stressed = (
            shape(seen_by_all(each.words)[view]).sum() for each in (event, pages[f"{form}, stressed"][date])
        )
        assert stressed >= HEAVIER * plain, date
