"""Timelines: what it takes to place their events, and to draw what was placed.

Every round has other events, and its labels other words: a shaped word is known again within a document, not before.
Seconds are those of the processor: one side of a row is a fixed time, and a machine that does other things too must not
count against the other.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from itertools import chain, count
from math import log

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform
from prose import prose

from briefing.drawing import Lettering, Palette
from briefing.errors import Position
from briefing.model import Event, Ink, Measure
from briefing.model.briefing import TimelineForm
from briefing.model.dates import date_from_edtf
from briefing.pdf import Metadata, write_pdf
from briefing.press import without_collecting
from briefing.resources import assets_folder, templates_folder
from briefing.templating import parse_html
from briefing.theme import Theme, load_theme
from briefing.timeline import Chart
from briefing.timeline.chart import PlacedChart
from briefing.timeline.geometry import Layout
from briefing.timeline.painting import timeline_artists
from briefing.timeline.placing import place
from briefing.typesetting import FontLibrary, set_document
from briefing.typesetting.blocks.drawing import FontMeasure

__all__ = ["DrawnByMatplotlib", "DrawnByUs", "Placing", "events_of", "placed"]

HEIGHT = 640.0
"""Points that a page has for a figure with its caption."""
LETTERING = Lettering(8.0, Palette())
MOST_LETTERS = 40
_PAGE = (
    '<html lang="en-GB"><head><title>Timeline</title></head><body><main><h1>Timeline</h1>'
    '<figure class="timeline wide"><img data-drawing="timeline-1" alt="Sixty events"></figure></main></body></html>'
)
FIRST_DAY, DAYS = date(1600, 1, 1), 150_000


def events_of(number: int, seed: int) -> tuple[Event, ...]:
    """Make up events of four centuries, half of them crowded in one year."""
    chance = random.Random(seed)
    words = iter(re.sub(r"<[^>]*>", "", " ".join(piece.markup for piece in prose(seed, 12 * number))).split())
    return tuple(_event(chance, lambda: next(words)) for _ in range(number))


def _event(chance: random.Random, next_word: Callable[[], str]) -> Event:
    day = FIRST_DAY + timedelta(chance.choice((chance.randrange(DAYS), DAYS + chance.randrange(365))))
    year, month = f"{day:%Y}", f"{day:%Y-%m}"
    edtf = chance.choice((f"{day:%Y-%m-%d}", month, f"{month}~", year, f"{year}?", f"{year}/{day.year + 2}"))
    text = next_word()
    while len(text) + len(word := next_word()) < MOST_LETTERS:
        text += f" {word}"
    return Event(date_from_edtf(edtf), (text,), Position("bench.md"))


@cache
def _theme() -> Theme:
    """The theme of a template."""
    return load_theme(
        (templates_folder() / "briefing" / "theme.toml").read_text(encoding="utf-8"),
        file="theme.toml",
        read_font=lambda name: (assets_folder() / "fonts" / name).read_bytes(),
    )


@cache
def _fonts() -> FontLibrary:
    """Its fonts, open."""
    return FontLibrary(_theme().fonts)


def measure() -> FontMeasure:
    """Measures in open fonts, with no word known."""
    return FontMeasure(_fonts(), "en-GB")


def placed(events: tuple[Event, ...], form: TimelineForm, known: FontMeasure, limit: float = HEIGHT) -> Layout:
    """Place events as on a page of the template."""
    page = _theme().page
    width = page.width - page.left - page.right
    return place(events, width, LETTERING, "en-GB", known, form=form, limit=limit)


class Placing:
    """Places so many events in a form, and tells the seconds that it took."""

    def __init__(self, number: int, form: TimelineForm = "") -> None:
        self._number, self._form, self._seeds = number, form, count()

    def __call__(self) -> float:
        events, known = events_of(self._number, next(self._seeds)), measure()
        start = time.process_time()
        placed(events, self._form, known)
        return time.process_time() - start

    def thousand(self) -> float:
        """Seconds that a thousand of the events took."""
        return self() / self._number * 1000

    def thousand_among(self, number: int) -> Callable[[], float]:
        """Seconds that a thousand among another number of events may take, if the cost grows by n log n."""
        return lambda: self.thousand() * log(number) / log(self._number)


@dataclass(frozen=True)
class _Timed:
    """A chart that notes the layout that it was given, and the seconds that placing it took."""

    chart: Chart
    layouts: list[Layout]
    seconds: list[float]

    @property
    def inks(self) -> tuple[Ink, ...]:
        return self.chart.inks

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedChart:
        start = time.process_time()
        chart = self.chart.placed(width, measure, limit)
        self.layouts.append(chart.layout)
        self.seconds.append(time.process_time() - start)
        return chart


class DrawnByUs:
    """From a placed timeline to the bytes of a tagged file, its texts shaped in the fonts of the document."""

    def __init__(self, events: int) -> None:
        self._events, self._seeds = events, count()
        self._html = parse_html(_PAGE)
        self._metadata = Metadata("Timeline", "en-GB")
        self.layout = Layout(0.0, 0.0)
        """What was drawn last."""

    def __call__(self) -> float:
        chart = Chart(events_of(self._events, next(self._seeds)), LETTERING.palette, "en-GB", form="horizontal")
        timed = _Timed(chart, [], [])
        start = time.process_time()
        with without_collecting():
            document = set_document(self._html, _theme(), fonts=_fonts(), pictures={}, drawings={"timeline-1": timed})
            write_pdf(document, self._metadata)
        taken = time.process_time() - start
        (self.layout,) = timed.layouts
        return taken - sum(timed.seconds)


class DrawnByMatplotlib:
    """The same artists, and the texts in its own font, in a figure that matplotlib's PDF backend saves into memory."""

    def __init__(self, events: int) -> None:
        self._events, self._seeds = events, count()
        self.layout = Layout(0.0, 0.0)
        """What was drawn last."""

    def __call__(self) -> float:
        self.layout = layout = placed(events_of(self._events, next(self._seeds)), "horizontal", measure())
        start = time.process_time()
        figure = Figure(figsize=(layout.width / 72, layout.height / 72), dpi=72)
        # A text of ours draws nothing on a renderer that is not ours: so that there is no text twice.
        for artist in (*timeline_artists(layout, LETTERING.palette), *_texts(layout)):
            figure.add_artist(artist)
        FigureCanvasPdf(figure).print_pdf(BytesIO())
        return time.process_time() - start


def _texts(layout: Layout) -> Iterator[Text]:
    for line in (*chain.from_iterable(label.lines for label in layout.labels), *layout.tick_labels):
        style = line.style
        yield Text(
            line.x, line.y, line.text,
            color=style.colour, size=style.size, parse_math=False, transform=IdentityTransform(),
        )  # fmt: skip
