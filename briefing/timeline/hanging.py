"""The labels over an axis: gathered by their dates, hung on poles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf

from briefing.drawing.words import Words
from briefing.timeline.flags import Arrangement, Flag, best_arrangement
from briefing.timeline.geometry import Label, Line
from briefing.timeline.scene import Scene
from briefing.timeline.span import Span

__all__ = ["LABEL_WIDTHS", "labels_on_poles", "poles_of"]

LABEL_WIDTHS = (13.5, 12.0, 10.5)
"""Widest label over the axis, in times the size of the text; the one that makes the chart lowest is taken."""
NARROW_LABEL = 8.0
"""The same where none of them works: on an axis full from end to end, two neighbours need the room between them."""
SAME_POLE = 1.0
"""Points: signs that stand so near share a place and a pole."""
LOWEST_LABEL = 15.0
"""From the axis to the lowest label, in points."""
MOST_UNDER_A_DATE = 5
"""So many events of one date stand under it at most; more stand under it again, on the other side of the pole."""
UNDER_EACH_OTHER = 3.5
"""Points between events under one date."""


def poles_of(marked: Sequence[int], scene: Scene) -> dict[int, float]:
    """Find where each sign stands, from left to right, and in the order of telling where several share a place."""
    exact = {index: _mark_x(scene.spans[index], scene) for index in marked}
    places: dict[int, float] = {}
    place = -inf
    for index in sorted(marked, key=lambda index: exact[index]):
        place = exact[index] if exact[index] >= place + SAME_POLE else place
        places[index] = place
    return {index: places[index] for index in sorted(places, key=lambda index: (places[index], index))}


def _mark_x(span: Span, scene: Scene) -> float:
    return scene.x(span.last if span.shape == "until" else span.middle)


@dataclass(frozen=True, slots=True)
class _Sheaf:
    """Events of one date, from above, of which the first says it."""

    x: float
    events: Sequence[int]
    words: Sequence[Words]

    @property
    def flag(self) -> Flag:
        """The room that they take together."""
        gaps = UNDER_EACH_OTHER * (len(self.words) - 1)
        return Flag(self.x, max(words.width for words in self.words), sum(words.height for words in self.words) + gaps)

    def labels(self, left: float, bottom: float, *, to_left: bool) -> Iterator[Label]:
        """Hang at a place, against the pole."""
        top = bottom + self.flag.height
        for event, words in zip(self.events, self.words, strict=True):
            inwards = self.flag.width - words.width if to_left else 0.0
            yield Label.of(event, words, left + inwards, top, flush_right=to_left)
            top -= words.height + UNDER_EACH_OTHER


def labels_on_poles(
    poles: Mapping[int, float], scene: Scene, lift: float
) -> tuple[tuple[Label, ...], tuple[Line, ...]] | None:
    """Hang the labels of events, given with the places of their poles in order, or ``None`` where that cannot be.

    ``lift`` is the room that signs take over the axis, in points, besides those that stand on it.
    """
    shared = list(_shared(poles, scene))
    size = scene.lettering.size
    tried = (_arranged(shared, poles, scene, lift, width * size) for width in LABEL_WIDTHS)
    chosen = min(filter(None, tried), key=lambda each: each[1].cost, default=None)
    chosen = chosen or _arranged(shared, poles, scene, lift, NARROW_LABEL * size)
    if chosen is None:
        return None
    sheaves, best = chosen
    labels = [
        label
        for sheaf, left, bottom, to_left in zip(sheaves, best.lefts, best.bottoms, best.to_left, strict=True)
        for label in sheaf.labels(left, bottom, to_left=to_left)
    ]
    leaders = [Line(poles[each.event], 0.0, poles[each.event], each.box.top - 1.0, each.event) for each in labels]
    return tuple(labels), tuple(leaders)


def _shared(poles: Mapping[int, float], scene: Scene) -> Iterator[list[int]]:
    """Yield the events of each pole by their dates, in few enough pieces of about the same number."""
    alike: dict[tuple[float, str], list[int]] = {}
    for event, x in poles.items():
        alike.setdefault((x, scene.date(event)), []).append(event)
    for events in alike.values():
        size = ceil(len(events) / ceil(len(events) / MOST_UNDER_A_DATE))
        yield from (events[begin : begin + size] for begin in range(0, len(events), size))


def _arranged(
    shared: Sequence[Sequence[int]], poles: Mapping[int, float], scene: Scene, lift: float, width: float
) -> tuple[list[_Sheaf], Arrangement] | None:
    sheaves = [
        _Sheaf(poles[events[0]], events, [scene.words(each, width, dated=each == events[0]) for each in events])
        for events in shared
    ]
    flags = [sheaf.flag for sheaf in sheaves]
    limits = 0.0, scene.width
    arrangement = best_arrangement(flags, limits, size=scene.lettering.size, start=LOWEST_LABEL + lift)
    return (sheaves, arrangement) if arrangement else None
