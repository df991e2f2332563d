"""The key of a timeline: what those of its signs mean that explain themselves to nobody.

Points, bars with walls and arrows are understood beside the words of their dates, and have no place in it. Where all
signs are alike there is none to tell from another: the words of the dates, "c. 1996" and "1980s", say what each means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum
from typing import NamedTuple, TypeAlias

from briefing.drawing import Lettering
from briefing.drawing.geometry import Box
from briefing.drawing.words import Words, set_words
from briefing.model import Event, Measure
from briefing.timeline.geometry import ACROSS, NO_EVENT, Bar, KeyEntry, Label, Layout, Mark, lifted_entry, shifted
from briefing.timeline.signs import Fill, fill_of
from briefing.timeline.text import KeyWords

__all__ = ["key_height", "with_key"]

BESIDE_KEY = 10.0
"""Points between the chart and its key."""
LEAST_ROW = 11.0
"""Height of a row at least: that of the tallest sign."""
BAR_WIDTH = 16.0
"""Of an example of a bar; other signs are narrower."""
SIGN_TO_WORDS = 4.0
BETWEEN_ENTRIES = 14.0
BAR_HALF = 3.5


class _Placed(NamedTuple):
    """Words in their row."""

    sign_left: float
    left: float
    words: Words


_Row: TypeAlias = list[_Placed]


def key_height(
    events: Sequence[Event], key: KeyWords, width: float, lettering: Lettering, measure: Measure, *, several_axes: bool
) -> float:
    """Tell how high the key of events becomes at most, in points, before they are placed."""
    fills = {fill_of(event.date) for event in events}
    texts = (
        key.approximate if "hollow" in fills else "",
        key.uncertain if "half" in fills else "",
        key.decade if any(event.date.kind == "decade" for event in events) else "",
        key.goes_on if several_axes else "",
    )
    return _height(_rows([(BAR_WIDTH, text) for text in texts if text], width, lettering, measure))


def with_key(layout: Layout, key: KeyWords, lettering: Lettering, measure: Measure, *, first: bool) -> Layout:
    """Put a key of its signs under a layout, or over it, as a part of the strip there.

    ``first`` is for what takes several pages: the key stands where one begins to read.
    """
    explained = [(sign, text) for sign, text in _signs(layout, key) if text]
    if not explained:
        return layout
    rows = _rows([(sign.box.right, text) for sign, text in explained], layout.width, lettering, measure)
    entries = _entries([sign for sign, _ in explained], rows)
    more = _height(rows)
    if first:
        over = tuple(lifted_entry(entry, layout.height + BESIDE_KEY) for entry in entries)
        strips = (layout.strips[0] + more, *layout.strips[1:])
        return replace(layout, height=layout.height + more, strips=strips, key=over)
    return replace(
        shifted(layout, more),
        height=layout.height + more,
        strips=(*layout.strips[:-1], layout.strips[-1] + more),
        key=tuple(entries),
    )


def _signs(layout: Layout, key: KeyWords) -> Iterator[tuple[Mark | Bar, str]]:
    """Choose an example of each sign, at the left end of height 0, with its words."""
    drawn: tuple[Mark | Bar, ...] = (*layout.marks, *layout.bars)
    going_on = any(bar.goes_on for bar in layout.bars)
    if not going_on and len({(each.shape, each.fill) for each in drawn}) == 1:
        return
    fillings: tuple[tuple[Fill, str], ...] = (("hollow", key.approximate), ("half", key.uncertain))
    example = Bar(NO_EVENT, Box(0.0, -BAR_HALF, BAR_WIDTH, BAR_HALF), "stretch")
    point = Mark(NO_EVENT, ACROSS, 0.0, "point", upright=True)
    for fill, words in fillings:
        if alike := [each for each in drawn if each.fill == fill]:
            is_point = any(each.shape == "point" for each in alike)
            yield replace(point, fill=fill) if is_point else replace(example, fill=fill), words
    if any(each.shape == "decade" for each in drawn):
        yield replace(point, shape="decade") if layout.vertical else replace(example, shape="decade"), key.decade
    if going_on:
        yield replace(example, shape="span", goes_on=True), key.goes_on


def _rows(explained: Sequence[tuple[float, str]], width: float, lettering: Lettering, measure: Measure) -> list[_Row]:
    """Break words into lines, given with the widths of their signs, and put as many beside each other as have room."""
    rows: list[_Row] = []
    left = 0.0
    for sign_width, text in explained:
        reach = sign_width + SIGN_TO_WORDS
        words = set_words(((text, lettering.tick),), width - reach, measure)
        if not rows or left + reach + words.width > width:
            rows.append([])
            left = 0.0
        rows[-1].append(_Placed(left, left + reach, words))
        left += reach + words.width + BETWEEN_ENTRIES
    return rows


def _height(rows: Sequence[_Row]) -> float:
    return BESIDE_KEY + fsum(map(_row_height, rows)) if rows else 0.0


def _row_height(row: _Row) -> float:
    return max(LEAST_ROW, *(_depth(words) - _to_middle(words) + words.height for _, _, words in row))


def _depth(words: Words) -> float:
    """From the upper edge of a row down to the middle of its signs."""
    return max(LEAST_ROW / 2, _to_middle(words))


def _to_middle(words: Words) -> float:
    """From the upper edge of words down to the middle of the capitals of their first line."""
    return words.ascent - words.capitals / 2


def _entries(signs: Sequence[Mark | Bar], rows: Sequence[_Row]) -> Iterator[KeyEntry]:
    """Place signs and words from the upper edge of the key's rows down to height 0."""
    waiting = iter(signs)
    top = fsum(map(_row_height, rows))
    for row in rows:
        for left, words_left, words in row:
            middle = top - _depth(words)
            label = Label.of(NO_EVENT, words, words_left, middle + _to_middle(words))
            yield KeyEntry(_moved(next(waiting), left, middle), label)
        top -= _row_height(row)


def _moved(sign: Mark | Bar, right: float, up: float) -> Mark | Bar:
    if isinstance(sign, Mark):
        return replace(sign, x=sign.x + right, y=sign.y + up)
    return replace(sign, box=sign.box.moved(right, up))
