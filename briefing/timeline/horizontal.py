"""The horizontal form: marks on an axis with labels on poles above, spans as bars in lanes below.

The axis lies at height 0 while things are placed; at the end all is moved up by what hangs below it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from briefing.drawing import Lettering
from briefing.drawing.geometry import Box, TextLine
from briefing.model import Event, Measure
from briefing.timeline.axis import OVERHANG, Tick, segments_of, ticks_of
from briefing.timeline.geometry import Bar, Break, Label, Layout, Line, Mark, Segment, shifted
from briefing.timeline.hanging import labels_on_poles, poles_of
from briefing.timeline.lanes import LABEL_GAP, LANE_GAP, Hanging, lanes_of
from briefing.timeline.raising import STEP, levels_of
from briefing.timeline.scene import Scene
from briefing.timeline.signs import bar_shape, fill_of
from briefing.timeline.span import Gap, Piece, Span, pieces_of
from briefing.timeline.text import Caption

__all__ = ["MOST_BARS", "MOST_FLAGS", "place_horizontally"]

MOST_FLAGS = 24
"""With more labels over the axis nobody finds the mark that belongs to a label."""
MOST_BARS = 20

BAR_LABEL_WIDTHS = (16.0, 20.0)
"""Widest label of a narrower bar, in times the size of the text; the one that makes the lanes lowest is taken."""
NARROW_BAR_LABEL = 10.0
"""A bar at least so wide has its label under itself and no wider."""
NARROWEST_BAR = 9.0
NARROWEST_EXACT_BAR = 18.0
"""An exact date of coarse precision among finer ones is a bar from this width on, in points."""
COARSE = 5
"""So many times the shortest date beside it make a date coarse."""
BETWEEN_BARS = 1.5
"""Points between two bars of which one begins when the other ends."""
AXIS_TO_TICK_WORDS = 4.5
TICK_LENGTH = 3.0
INSET = 9.5
INSET_OPEN = 22.0
OPEN_TO_THE_RIGHT = ("since", "after")
ROOM_OF_ARROW = 14.0
"""Points of the axis from where what is open begins, at least; fewer than are kept free for it at the end."""
BREAK_SLANT = 3.0
BREAK_HEIGHT = 6.0
CLEAR_OF_BREAK = OVERHANG - 2 * BREAK_SLANT
"""Points that the words of a tick may reach out towards a break."""


def place_horizontally(
    events: Sequence[Event],
    captions: Sequence[Caption],
    spans: Sequence[Span],
    gaps: Sequence[Gap],
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    *,
    end: float = inf,
) -> Layout | None:
    """Place events, given in their order, on an axis as wide as the figure; ``None`` where that does not work.

    ``captions`` are the words of their labels; ``spans`` says where each lies, ``gaps`` where the axis is broken, and
    ``end`` where a further axis takes over.
    """
    if len(events) > MOST_FLAGS + MOST_BARS:
        return None
    scene = _scene(events, captions, spans, gaps, width, lettering, language, measure, end)
    barred = _barred(scene)
    poles = poles_of(sorted(set(range(len(events))).difference(barred)), scene)
    if len(poles) > MOST_FLAGS or len(barred) > MOST_BARS:
        return None
    levels = levels_of(poles, [event.date for event in events])
    lift = STEP * max(levels.values(), default=0)
    flags = labels_on_poles(poles, scene, lift)
    if flags is None:
        return None
    labels, leaders = flags
    rails = _rails(scene)
    pairs = zip(scene.pieces, scene.segments, strict=True)
    ticks = [tick for piece, segment in pairs for tick in _ticks(piece, segment, scene)]
    tick_labels = _tick_labels(ticks, scene)
    lowest_tick = min((line.y - measure.descent(line.style) for line in tick_labels), default=-BREAK_HEIGHT)
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
        tuple(_mark(index, x, STEP * levels[index], scene) for index, x in poles.items()),
        bars,
        rails,
        tuple(Line(tick.x, 0.0, tick.x, -TICK_LENGTH) for tick in ticks),
        tick_labels,
        tuple(_break(gap, spans, *pair) for gap, pair in zip(gaps, pairwise(rails), strict=True)),
    )
    return shifted(layout, 1.0 - bottom)


def _scene(
    events: Sequence[Event],
    captions: Sequence[Caption],
    spans: Sequence[Span],
    gaps: Sequence[Gap],
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    end: float,
) -> Scene:
    opens_right = any(span.shape in OPEN_TO_THE_RIGHT for span in spans)
    opens_left = any(span.shape == "until" for span in spans)
    inset = (INSET_OPEN if opens_left else INSET, INSET_OPEN if opens_right else INSET)
    pieces = pieces_of(spans, gaps, end)
    segments = segments_of(pieces, 0.0, width, inset)
    return Scene(events, captions, spans, pieces, segments, end, width, lettering, language, measure)


def _barred(scene: Scene) -> list[int]:
    """Choose the events that are wide enough to be seen as a stretch of time, and are meant as one."""
    shortest = [_shortest(piece) for piece in scene.pieces]
    # Where all others are bars, the shortest one is a bar too, of the least width.
    least = 0.0 if all(span.shape in ("span", "decade", "since") for span in scene.spans) else NARROWEST_BAR
    ends = [piece.last for piece in scene.pieces]
    chosen = []
    for index, span in enumerate(scene.spans):
        piece = min(bisect_left(ends, span.first), len(ends) - 1)
        # One that goes on after this axis runs up to the edge.
        drawn = (scene.width if span.last > scene.end else scene.x(span.last)) - scene.x(span.first)
        if _is_bar(span, drawn, least, shortest[piece]):
            chosen.append(index)
    return chosen


def _shortest(piece: Piece) -> float:
    """Find the length in days of the shortest date that has one."""
    lengths = [span.last - span.first for span in piece.spans]
    return min((length for length in lengths if length > 0), default=0.0)


def _is_bar(span: Span, drawn: float, least: float, shortest: float) -> bool:
    """Tell whether a span is a bar, drawn so many points wide beside dates of which the shortest has so many days.

    ``least`` is the width from which on what is meant as a span is one.
    """
    if span.shape == "since":
        return True
    if span.shape in ("span", "decade"):
        return drawn >= least
    return span.shape == "point" and drawn >= NARROWEST_EXACT_BAR and span.last - span.first >= COARSE * shortest


def _mark(index: int, x: float, y: float, scene: Scene) -> Mark:
    event = scene.events[index]
    return Mark(index, x, y, scene.spans[index].shape, fill_of(event.date), stressed=event.stressed)


def _rails(scene: Scene) -> tuple[Line, ...]:
    """Draw the axis in pieces."""
    ends = [0.0]
    for one, other in pairwise(scene.segments):
        ends += [one.right + OVERHANG, other.left - OVERHANG]
    ends.append(_axis_end(scene))
    return tuple(Line(left, 0.0, right, 0.0) for left, right in zip(ends[::2], ends[1::2], strict=True))


def _axis_end(scene: Scene) -> float:
    """Find where the axis ends: at the edge, or where the next axis takes over, so that no time is drawn twice.

    An arrow has its room before that end.
    """
    if scene.end == inf:
        return scene.width
    arrows = (scene.x(span.first) + ROOM_OF_ARROW for span in scene.spans if span.shape in OPEN_TO_THE_RIGHT)
    return max([scene.x(scene.end), *arrows])


def _break(gap: Gap, spans: Sequence[Span], left: Line, right: Line) -> Break:
    """Draw two slanted strokes, at the ends of two pieces of the axis."""
    one, other = (Line(x - BREAK_SLANT, BREAK_HEIGHT, x + BREAK_SLANT, -BREAK_HEIGHT) for x in (left.x1, right.x0))
    # Not those of the gap: one of them may stand on another axis.
    before = max(
        (index for index, span in enumerate(spans) if span.first < gap.last), key=lambda each: spans[each].last
    )
    after = min(
        (index for index, span in enumerate(spans) if span.first >= gap.last), key=lambda each: spans[each].first
    )
    return Break((one, other), before, after)


def _ticks(piece: Piece, segment: Segment, scene: Scene) -> tuple[Tick, ...]:
    finest = min(span.grain for span in piece.spans)
    first, last = segment is scene.segments[0], segment is scene.segments[-1]
    limits = (0.0 if first else segment.left - CLEAR_OF_BREAK, scene.width if last else segment.right + CLEAR_OF_BREAK)
    return ticks_of(segment, finest, scene.language, scene.lettering.tick, scene.measure, limits)


def _tick_labels(ticks: Sequence[Tick], scene: Scene) -> tuple[TextLine, ...]:
    style = scene.lettering.tick
    baseline = -AXIS_TO_TICK_WORDS - scene.measure.capitals(style)
    return tuple(TextLine(tick.words_left, baseline, tick.words, style) for tick in ticks)


def _lanes(barred: Sequence[int], scene: Scene, top: float) -> tuple[tuple[Bar, ...], tuple[Label, ...]]:
    """Hang bars with their labels under the axis."""
    in_time = sorted(barred, key=lambda index: (scene.spans[index].first, index))
    ends = [_bar_ends(index, scene) for index in in_time]
    hanging = [
        Hanging(index, left, right, [scene.words(index, width) for width in _bar_label_widths(right - left, scene)])
        for index, (left, right) in zip(in_time, ends, strict=True)
    ]
    hung = lanes_of(hanging, scene.width, top)
    bars = tuple(_bar(index, each.bar, scene) for index, each in zip(in_time, hung, strict=True))
    return bars, tuple(each.label for each in hung)


def _bar_label_widths(drawn: float, scene: Scene) -> tuple[float, ...]:
    """Keep a label under its bar where the bar is wide enough, so that bars in a row share a lane."""
    size = scene.lettering.size
    if drawn < NARROW_BAR_LABEL * size:
        return tuple(width * size for width in BAR_LABEL_WIDTHS)
    return (min(drawn - LABEL_GAP, scene.width * 0.4),)


def _bar_ends(index: int, scene: Scene) -> tuple[float, float]:
    span = scene.spans[index]
    left = scene.x(span.first)
    runs_on = span.shape == "since" or span.last > scene.end
    right = max(_axis_end(scene) if runs_on else scene.x(span.last), left + NARROWEST_BAR)
    return left + BETWEEN_BARS / 2, right - BETWEEN_BARS / 2


def _bar(index: int, box: Box, scene: Scene) -> Bar:
    event, span = scene.events[index], scene.spans[index]
    goes_on = span.shape != "since" and span.last > scene.end
    return Bar(index, box, bar_shape(span.shape), fill_of(event.date), goes_on, event.stressed)
