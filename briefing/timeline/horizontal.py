"""The horizontal form: marks on an axis with labels on poles above, spans as bars in lanes below.

The axis lies at height 0 while things are placed; at the end all is moved up by what hangs below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.drawing import Lettering
from briefing.model import Event, Measure
from briefing.model.wording import date_words
from briefing.timeline.axis import OVERHANG, Tick, segment_of, segments_of, ticks_of
from briefing.timeline.flags import Arrangement, Flag, best_arrangement
from briefing.timeline.geometry import Bar, Box, Label, Layout, Line, Mark, MarkShape, Segment, TextLine, shifted
from briefing.timeline.span import Piece, Span, long_gaps, pieces_of, spans_of
from briefing.timeline.text import event_mark, event_text
from briefing.timeline.words import Words, set_words

__all__ = ["MOST_FLAGS", "place_horizontally"]

MOST_FLAGS = 24
"""With more labels over the axis nobody finds the mark that belongs to a label."""
MOST_BARS = 20

LABEL_WIDTHS = (13.5, 12.0, 10.5)
"""Widest label over the axis, in times the size of the text; the one that makes the chart lowest is taken."""
BAR_LABEL_WIDTH = 16.0
NARROW_BAR_LABEL = 10.0
"""A bar at least so wide has its label under itself and no wider."""
NARROWEST_BAR_LABEL = 8.0
"""Near the edge of the figure a label is made so narrow before it is moved."""
LOWEST_LABEL = 15.0
"""From the axis to the lowest label, in points."""
BAR_HEIGHT = 5.0
BAR_TO_LABEL = 2.5
LABEL_GAP = 6.0
"""Points after a label that is wider than its bar."""
NARROWEST_BAR = 9.0
NARROWEST_EXACT_BAR = 18.0
"""An exact date of coarse precision among finer ones is a bar from this width on, in points."""
COARSE = 5
"""So many times the shortest date beside it make a date coarse."""
LANE_GAP = 7.0
BETWEEN_BARS = 1.5
"""Points between two bars of which one begins when the other ends."""
AXIS_TO_TICK_WORDS = 4.5
TICK_LENGTH = 3.0
INSET = 7.0
INSET_OPEN = 22.0
BREAK_SLANT = 3.0
BREAK_HEIGHT = 6.0
CLEAR_OF_BREAK = OVERHANG - 2 * BREAK_SLANT
"""Points that the words of a tick may reach out towards a break."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What all steps of the placing look at."""

    events: Sequence[Event]
    spans: Sequence[Span]
    pieces: Sequence[Piece]
    segments: Sequence[Segment]
    """One of each piece."""
    width: float
    lettering: Lettering
    language: str
    measure: Measure

    def x(self, days: float) -> float:
        """Find the place of a moment."""
        return segment_of(self.segments, days).x(days)

    def words(self, index: int, width: float) -> Words:
        """Set the label of an event: its date in bold, what happened under it."""
        event = self.events[index]
        parts = [(date_words(event.date, self.language), self.lettering.date(stressed=event.stressed))]
        if text := event_text(event):
            parts.append((text, self.lettering.text(stressed=event.stressed)))
        mark = event_mark(event), self.lettering.mark
        return set_words(tuple(parts), min(width, self.width * 0.45), self.measure, mark=mark)


def place_horizontally(
    events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure
) -> Layout | None:
    """Place events, given in their order, on an axis as wide as the figure; ``None`` where that does not work."""
    if len(events) > MOST_FLAGS + MOST_BARS:
        return None
    scene = _scene(events, width, lettering, language, measure)
    barred = [index for index in range(len(events)) if _is_bar(index, scene)]
    marked = [index for index in range(len(events)) if index not in set(barred)]
    if len(marked) > MOST_FLAGS:
        return None
    flags = _flags(marked, scene)
    if flags is None:
        return None
    labels, leaders = flags
    rails, breaks = _rails(scene)
    pairs = zip(scene.pieces, scene.segments, strict=True)
    ticks = [tick for piece, segment in pairs for tick in _ticks(piece, segment, scene)]
    tick_labels = _tick_labels(ticks, scene)
    lowest_tick = min((line.y - measure.descent(line.style) for line in tick_labels), default=-TICK_LENGTH)
    bars, bar_labels = _lanes(barred, scene, lowest_tick - LANE_GAP)
    bottom = min([lowest_tick, *(label.box.bottom for label in bar_labels)])
    top = max([BREAK_HEIGHT, *(label.box.top for label in labels)])
    height = top - bottom + 2.0
    layout = Layout(
        width,
        height,
        (height,),
        (*labels, *bar_labels),
        leaders,
        tuple(_mark(index, scene) for index in marked),
        bars,
        rails,
        tuple(Line(tick.x, 0.0, tick.x, -TICK_LENGTH) for tick in ticks),
        tick_labels,
        breaks,
    )
    return shifted(layout, 1.0 - bottom)


def _scene(events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure) -> Scene:
    spans = spans_of(events)
    opens_right = any(span.kind == "since" for span in spans)
    opens_left = any(span.kind == "until" for span in spans)
    inset = (INSET_OPEN if opens_left else INSET, INSET_OPEN if opens_right else INSET)
    pieces = pieces_of(spans, long_gaps(spans))
    segments = segments_of(pieces, 0.0, width, inset)
    return Scene(events, spans, pieces, segments, width, lettering, language, measure)


def _is_bar(index: int, scene: Scene) -> bool:
    """Tell whether an event is wide enough to be seen as a stretch of time, and is meant as one."""
    span = scene.spans[index]
    if span.kind == "since":
        return True
    if span.kind == "until":
        return False
    drawn = scene.x(span.last) - scene.x(span.first)
    if span.kind in ("span", "decade"):
        return drawn >= NARROWEST_BAR
    piece = next(piece for piece in scene.pieces if span.first <= piece.last)
    beside = [each.last - each.first for each in piece.spans]
    shortest = min(length for length in beside if length > 0 or length == max(beside))
    return drawn >= NARROWEST_EXACT_BAR and span.last - span.first >= COARSE * shortest


def _flags(marked: Sequence[int], scene: Scene) -> tuple[tuple[Label, ...], tuple[Line, ...]] | None:
    order = sorted(marked, key=lambda index: (_mark_x(index, scene), index))
    tried = [_arranged(order, scene, width * scene.lettering.size) for width in LABEL_WIDTHS]
    words, best = min(tried, key=lambda each: each[1].cost)
    if best.bottoms is None:
        return None
    labels, leaders = [], []
    for index, each, flag, to_left, bottom in zip(order, words, best.flags, best.to_left, best.bottoms, strict=True):
        left, _ = flag.stretch(to_left=to_left)
        labels.append(each.label(index, left, bottom + flag.height, flush_right=to_left))
        leaders.append(Line(flag.x, 0.0, flag.x, bottom + flag.height - 1.0, index))
    return tuple(labels), tuple(leaders)


def _arranged(order: Sequence[int], scene: Scene, width: float) -> tuple[list[Words], Arrangement]:
    words = [scene.words(index, width) for index in order]
    flags = [
        Flag(_mark_x(index, scene), each.width, each.height, LOWEST_LABEL)
        for index, each in zip(order, words, strict=True)
    ]
    return words, best_arrangement(flags, (0.0, scene.width))


def _mark_x(index: int, scene: Scene) -> float:
    span = scene.spans[index]
    return scene.x(span.last if span.kind == "until" else span.middle)


def _mark(index: int, scene: Scene) -> Mark:
    event, span = scene.events[index], scene.spans[index]
    doubtful = span.kind in ("approximate", "uncertain") or any(sign in event.date.edtf for sign in "~?%")
    shape: MarkShape = "until" if span.kind == "until" else "ring" if doubtful else "dot"
    return Mark(index, _mark_x(index, scene), 0.0, shape, event.stressed)


def _rails(scene: Scene) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Draw the axis in pieces, with two slanted strokes where it is broken."""
    ends = [0.0]
    for one, other in pairwise(scene.segments):
        ends += [one.right + OVERHANG, other.left - OVERHANG]
    ends.append(scene.width)
    rails = tuple(Line(left, 0.0, right, 0.0) for left, right in zip(ends[::2], ends[1::2], strict=True))
    broken = ends[1:-1]
    breaks = tuple(Line(x - BREAK_SLANT, BREAK_HEIGHT, x + BREAK_SLANT, -BREAK_HEIGHT) for x in broken)
    return rails, breaks


def _ticks(piece: Piece, segment: Segment, scene: Scene) -> tuple[Tick, ...]:
    finest = min(span.grain for span in piece.spans)
    first, last = segment is scene.segments[0], segment is scene.segments[-1]
    limits = (0.0 if first else segment.left - CLEAR_OF_BREAK, scene.width if last else segment.right + CLEAR_OF_BREAK)
    return ticks_of(segment, finest, scene.language, scene.lettering.tick, scene.measure, limits)


def _tick_labels(ticks: Sequence[Tick], scene: Scene) -> tuple[TextLine, ...]:
    style = scene.lettering.tick
    baseline = -AXIS_TO_TICK_WORDS - scene.measure.ascent(style)
    return tuple(TextLine(tick.words_left, baseline, tick.words, style) for tick in ticks)


def _lanes(barred: Sequence[int], scene: Scene, top: float) -> tuple[tuple[Bar, ...], tuple[Label, ...]]:
    """Hang bars with their labels under the axis, each as high as it can be."""
    taken: list[Box] = []
    bars: list[Bar] = []
    labels: list[Label] = []
    for index in sorted(barred, key=lambda index: (scene.spans[index].first, index)):
        left, right = _bar_ends(index, scene)
        words = scene.words(index, _bar_label_width(left, right, scene))
        words_left = max(0.0, min(left, scene.width - words.width))
        height = BAR_HEIGHT + BAR_TO_LABEL + words.height
        size = (min(left, words_left), max(right, words_left + words.width + LABEL_GAP), height)
        box = _highest(size, taken, top)
        taken.append(box)
        bars.append(_bar(index, Box(left, box.top - BAR_HEIGHT, right, box.top), scene))
        labels.append(words.label(index, words_left, box.top - BAR_HEIGHT - BAR_TO_LABEL))
    return tuple(bars), tuple(labels)


def _bar_label_width(left: float, right: float, scene: Scene) -> float:
    """Keep a label under its bar where the bar is wide enough, so that bars in a row share a lane."""
    size = scene.lettering.size
    if right - left < NARROW_BAR_LABEL * size:
        return min(BAR_LABEL_WIDTH * size, max(NARROWEST_BAR_LABEL * size, scene.width - left))
    return min(right - left - BETWEEN_BARS, scene.width * 0.4)


def _bar_ends(index: int, scene: Scene) -> tuple[float, float]:
    span = scene.spans[index]
    left = scene.x(span.first)
    right = scene.width if span.kind == "since" else max(scene.x(span.last), left + NARROWEST_BAR)
    return left + BETWEEN_BARS / 2, right - BETWEEN_BARS / 2


def _bar(index: int, box: Box, scene: Scene) -> Bar:
    event = scene.events[index]
    doubtful = event.date.kind != "since" and any(sign in event.date.edtf for sign in "~?%[")
    return Bar(index, box, doubtful, open_right=event.date.kind == "since", stressed=event.stressed)


def _highest(size: tuple[float, float, float], taken: Sequence[Box], top: float) -> Box:
    """Find the highest place under ``top`` that is clear of all that hangs there already."""
    left, right, height = size
    beside = [box for box in taken if box.left < right and left < box.right]
    for candidate in sorted([top, *(box.bottom - LANE_GAP for box in beside)], reverse=True):
        place = Box(left, candidate - height, right, candidate)
        if all(place.bottom >= box.top + LANE_GAP or place.top <= box.bottom - LANE_GAP for box in beside):
            return place
    raise AssertionError("the place under the lowest is always free")
