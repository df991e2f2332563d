"""Events to be placed, fonts to measure them with, and all that is promised of a placed timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from zlib import crc32

from typesetting_tools import library

from briefing.drawing import Lettering, Palette
from briefing.drawing.geometry import Box
from briefing.errors import Position
from briefing.model import Date, Event, Measure, TextStyle
from briefing.model.dates import date_from_edtf, surely_before
from briefing.model.wording import date_words
from briefing.reading.dates import read_date
from briefing.timeline.geometry import Layout, Line
from briefing.timeline.lanes import LABEL_GAP
from briefing.timeline.order import ordered
from briefing.timeline.span import Gap, Span, long_gaps, spans_of
from briefing.timeline.speech import NO_WORDS, PartOf, SpokenWords, Telling
from briefing.timeline.text import KeyWords, event_mark, event_text, marked
from briefing.typesetting.blocks.drawing import FontMeasure

HERE = Position("briefing.md")
LETTERING = Lettering(8.0, Palette())
A4_TEXT = 482.0
"""Points: the width of a figure in the template "briefing" on A4."""


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


class UnevenWidth(HalfWidth):
    """Measures letters from a tenth of a size to a whole one, that stand closer or wider beside others."""

    def width(self, text: str, style: TextStyle) -> float:
        letters = sum(0.1 + crc32(letter.encode()) % 90 / 100 for letter in text)
        pairs = sum(crc32(text[place : place + 2].encode()) % 21 / 100 - 0.1 for place in range(len(text) - 1))
        return max(0.0, letters + pairs) * style.size * (1.1 if style.bold else 1.0)


class CountingWidth(HalfWidth):
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def width(self, text: str, style: TextStyle) -> float:
        self.asked += 1
        return super().width(text, style)


MEASURE = HalfWidth()
KEY = KeyWords("approximate date", "uncertain date", "at some time in these years", "ends later, see its date")


@cache
def real_fonts() -> FontMeasure:
    """The fonts of the templates."""
    return FontMeasure(library(), "en-GB")


def event(edtf: str, text: str = "something happens", mark: str = "", *, stressed: bool = False) -> Event:
    """Make an event of a date in EDTF, with the numbers of its sources."""
    return marked(Event(date_from_edtf(edtf), (text,) if text else (), HERE, stressed=stressed), mark)


def event_in_words(typed: str, text: str = "something happens") -> Event:
    """Make an event of a date as an English author types it, in words or in EDTF."""
    date = read_date(typed, HERE)
    assert isinstance(date, Date)
    return Event(date, (text,), HERE)


PANJSHIR = [
    event("1979", "Soviet invasion; Ahmad Shah Massoud forms a resistance"),
    event("198X", "Soviet forces fail to take Panjshir"),
    event("1996", "the Taliban take power and remove President Rabbani"),
    event("199X", "the Taliban fail to take Panjshir"),
    event("../1998", "the Taliban hold 90 per cent of the country"),
    event("2001-09-09", "Ahmad Shah Massoud is assassinated"),
    event("2021-05-31~/..", "nearly 250,000 people flee their homes"),
    event("2021-08-15", "Kabul falls to the Taliban"),
    event("2021-08", "the National Resistance Front gathers in Panjshir"),
    event("2021-08-20~", "the NRF reportedly retakes three districts of Baghlan", stressed=True),
]


def alt_text(events: Sequence[Event], language: str, title: str = "", words: SpokenWords = NO_WORDS) -> str:
    """Tell events at length, broken where a single axis breaks."""
    telling = Telling(tuple(events), language, title, words, "long")
    breaks = tuple((gap.before, gap.after) for gap in long_gaps(spans_of(telling.in_order)))
    return telling.text(PartOf(tuple(range(len(events))), 1, 1, breaks))


def check(layout: Layout, events: Sequence[Event], measure: Measure = MEASURE, language: str = "en") -> None:
    """Assert all that is promised of a placed timeline."""
    check_apart(layout, measure)
    check_own_poles(layout)
    check_words_apart(layout)
    check_signs(layout)
    assert sorted(item.event for item in (*layout.marks, *layout.bars)) == list(range(len(events)))
    check_words(layout, events, measure, language)
    check_dates(layout, events, language)
    check_breaks(layout, events)
    check_order(layout, ordered(events))


def check_apart(layout: Layout, measure: Measure = MEASURE) -> None:
    """Assert that nothing lies on anything else, and nothing outside of the figure."""
    labels = [label.box for label in layout.labels]
    bars = [bar.box for bar in layout.bars]
    ticks = list(tick_boxes(layout, measure))
    marks = [mark.box for mark in layout.marks]
    key = [box for entry in layout.key for box in (entry.sign.box, entry.label.box)]
    lines = [line.box for line in (*layout.rails, *strokes_of(layout), *layout.ticks)]
    for one, other in combinations(sorted([*labels, *bars, *ticks, *key], key=lambda box: box.left), 2):
        assert one.overlap(other) == 0
    for label in (*labels, *key):
        assert not any(label.overlap(mark) for mark in marks)
        assert not any(crosses(line, label) for line in lines)
    assert not any(pierces(leader, box) for leader in layout.leaders for box in (*labels, *bars, *key))
    assert all(box.within(layout.box) for box in (*labels, *bars, *ticks, *marks, *lines, *key))
    assert all(leader.box.within(layout.box) for leader in layout.leaders)


def check_own_poles(layout: Layout) -> None:
    """Assert that no foreign pole stands between a label and its own, at the heights of the label."""
    own = {leader.event: leader for leader in layout.leaders}
    for label in layout.labels:
        if label.event not in own:
            continue
        pole = own[label.event].x0
        near = min(label.box.left, label.box.right, key=lambda edge: abs(edge - pole))
        between = (leader for leader in layout.leaders if min(pole, near) < leader.x0 < max(pole, near))
        assert not any(each.y1 > label.box.bottom and each.y0 < label.box.top for each in between)


def check_words_apart(layout: Layout) -> None:
    """Assert that labels of bars, which stand in a row, are not read as one phrase."""
    barred = {bar.event for bar in layout.bars}
    boxes = sorted((label.box for label in layout.labels if label.event in barred), key=lambda box: box.left)
    for one, other in combinations(boxes, 2):
        if one.bottom < other.top and other.bottom < one.top:
            assert other.left - one.right >= LABEL_GAP - 1e-6


def strokes_of(layout: Layout) -> list[Line]:
    """Find what is drawn where the axis is broken."""
    return [stroke for each in layout.breaks for stroke in each.strokes]


def check_breaks(layout: Layout, events: Sequence[Event]) -> None:
    """Assert that a break of a list parts what is over before it from what begins after it, by its own words."""
    spans = spans_of(ordered(events))
    gaps = long_gaps(spans)
    for broken in layout.breaks:
        assert broken.after == broken.before + 1 or not layout.vertical
        before, after = spans[broken.before], spans[broken.after]
        between = [gap for gap in gaps if before.last <= gap.first and gap.last <= after.first]
        assert between
        # Those above need not stand in the order of time: the row right above may be over long before they all are.
        assert not layout.vertical or any(_parts(gap, spans, broken.after) for gap in between)


def _parts(gap: Gap, spans: Sequence[Span], row: int) -> bool:
    return all(span.last <= gap.first for span in spans[:row]) and all(span.first >= gap.last for span in spans[row:])


def check_signs(layout: Layout) -> None:
    """Assert that no sign on an axis hides more than a third of one of another kind."""
    for one, other in combinations(layout.marks, 2):
        if (one.shape, one.fill) != (other.shape, other.fill):
            least = min((box.right - box.left) * (box.top - box.bottom) for box in (one.box, other.box))
            assert one.box.overlap(other.box) <= least / 3 + 1e-6


def check_dates(layout: Layout, events: Sequence[Event], language: str) -> None:
    """Assert that what has no date of its own hangs right under one of the same date."""
    in_order = ordered(events)
    labels = {label.event: label for label in layout.labels}
    for leader in layout.leaders:
        label = labels[leader.event or 0]
        date = date_words(in_order[label.event].date, language)
        if "".join(line.text for line in label.lines).replace(" ", "").startswith(date.replace(" ", "")):
            continue
        above = min(
            (each for each in layout.labels if _hangs_over(each.box, label.box)), key=lambda each: each.box.bottom
        )
        assert date_words(in_order[above.event].date, language) == date
        assert above.box.bottom - label.box.top < 4


def _hangs_over(upper: Box, lower: Box) -> bool:
    together = abs(upper.left - lower.left) < 1e-6 or abs(upper.right - lower.right) < 1e-6
    return together and upper.bottom >= lower.top - 1e-6


def tick_boxes(layout: Layout, measure: Measure) -> Iterator[Box]:
    """Find the room that the words on the axis take."""
    for line in layout.tick_labels:
        right = line.x + measure.width(line.text, line.style)
        yield Box(line.x, line.y - measure.descent(line.style), right, line.y + measure.ascent(line.style))


def pierces(leader: Line, box: Box) -> bool:
    """Tell whether an upright line runs through the inside of a box."""
    return box.left < leader.x0 < box.right and leader.box.bottom < box.top and box.bottom < leader.box.top


def crosses(line: Box, box: Box) -> bool:
    """Tell whether a line, given by the rectangle that it spans, comes inside of a box."""
    return line.left < box.right and box.left < line.right and line.bottom < box.top and box.bottom < line.top


def check_words(layout: Layout, events: Sequence[Event], measure: Measure, language: str) -> None:
    """Assert that each event's words are all there, in order, inside their boxes."""
    said: dict[int, str] = {}
    for label in layout.labels:
        for line in label.lines:
            said[label.event] = said.get(label.event, "") + "".join(line.text.split(" "))
            assert line.x >= label.box.left - 1e-6
            assert line.x + measure.width(line.text, line.style) <= label.box.right + 1e-6
            below, above = measure.reach(line.text, line.style)
            assert label.box.bottom <= line.y - below + 1e-6
            assert line.y + above <= label.box.top + 1e-6
    counts = Counter(date_words(each.date, language) for each in events)
    for index, each in enumerate(ordered(events)):
        date, text = date_words(each.date, language), event_text(each) + event_mark(each)
        told = [(date + text).replace(" ", "")]
        if layout.leaders and counts[date] > 1:
            told.append(text.replace(" ", ""))
        assert said[index] in told


def check_order(layout: Layout, events: Sequence[Event]) -> None:
    """Assert that what is told first stands first: left or above, among the signs on the axis and among the bars."""
    edges = strip_edges(layout)
    for items in (layout.marks, layout.bars):
        by_event = sorted(items, key=lambda item: item.event)
        for one, other in combinations(by_event, 2):
            first, second = events[one.event], events[other.event]
            together = (first.date.first, first.date.last, first.date.kind) == (
                second.date.first,
                second.date.last,
                second.date.kind,
            )
            if together or surely_before(first.date, second.date):
                assert stands_before(layout, one.event, other.event, edges), (first.date.edtf, second.date.edtf)


def strip_edges(layout: Layout) -> list[float]:
    """Lower edges of the strips."""
    return [layout.height - sum(layout.strips[: place + 1]) for place in range(len(layout.strips))]


def stands_before(layout: Layout, one: int, other: int, edges: Sequence[float]) -> bool:
    """Tell whether one event stands left of another, or above it."""
    first, second = (box_of(layout, event) for event in (one, other))
    strips = [next(place for place, edge in enumerate(edges) if box.middle >= edge - 1e-6) for box in (first, second)]
    if strips[0] != strips[1]:
        return strips[0] < strips[1]
    if not layout.leaders and not layout.bars:
        return first.right <= second.left or first.bottom >= second.top or first.left < second.left - 50
    middles = [(box.left + box.right) / 2 for box in (first, second)]
    if middles[0] < middles[1] - 1e-6 or first.left < second.left - 1e-6:
        return True
    labels = [next(label.box for label in layout.labels if label.event == event) for event in (one, other)]
    beside = labels[0].right <= labels[1].left
    return abs(middles[0] - middles[1]) < 1e-6 and (beside or labels[0].bottom >= labels[1].top)


def box_of(layout: Layout, event: int) -> Box:
    """Room of the sign of an event."""
    return next(item.box for item in (*layout.marks, *layout.bars) if item.event == event)
