"""Words → lines.

First fit for text that runs ragged; headings are balanced over as many lines as first fit needs.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from math import inf
from typing import NamedTuple

from briefing.typesetting.fonts import ShapedText
from briefing.typesetting.inline import Box, Word, box_of

__all__ = ["Line", "break_lines"]

_MOST_BALANCED = 6
"""Lines; a longer text is no heading, and trying all its breaks would take long."""
_SPACES = (" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
"""What may stand inside a word and is no part of it."""
_SLACK = 0.001
"""Points that rounding may cost."""


class Line(NamedTuple):
    """Boxes on one baseline."""

    boxes: tuple[Box, ...]
    """With the spaces between words as boxes; a space at the end is kept, for the words to stay apart."""
    width: float
    """Points, without a space at the end."""


def break_lines(words: list[Word], measure: float, *, balanced: bool = False) -> list[Line]:
    """Set words into lines of at most ``measure`` points.

    A word that is wider is cut after the spaces in it that are not to break, or else between its glyphs.
    """
    pieces = words
    if any(word.width > measure for word in words):
        pieces = [piece for word in words for piece in _cut_to(word, measure)]
    lines = _first_fit(pieces, measure)
    if balanced and 1 < len(lines) <= _MOST_BALANCED and not any(piece.ends_line for piece in pieces):
        return _balance(pieces, measure, len(lines))
    return lines


def _balance(words: list[Word], measure: float, count: int) -> list[Line]:
    """Set words into so many lines that their widths differ least: the sum of their squares is the smallest."""
    widths = [0.0]
    for word in words:
        widths.append(widths[-1] + word.width + (word.space.width if word.space else 0.0))

    def width(first: int, last: int) -> float:
        space = words[last - 1].space
        return widths[last] - widths[first] - (space.width if space else 0.0)

    best = [(0.0, (0,))] + [(inf, ())] * len(words)
    for _ in range(count):
        best = [
            min(
                (
                    (best[first][0] + width(first, last) ** 2, (*best[first][1], last))
                    for first in range(last)
                    if best[first][0] < inf and width(first, last) <= measure + _SLACK
                ),
                default=(inf, ()),
            )
            for last in range(len(words) + 1)
        ]
    ends = best[-1][1]
    return [line for first, last in pairwise(ends) for line in _first_fit(words[first:last], inf)]


def _first_fit(words: list[Word], measure: float) -> list[Line]:
    lines: list[Line] = []
    boxes: list[Box] = []
    width = trailing = 0.0
    for word in words:
        if boxes and width + trailing + word.width > measure + _SLACK:
            lines.append(Line(tuple(boxes), width))
            boxes, width, trailing = [], 0.0, 0.0
        boxes.extend(word.boxes)
        width += trailing + word.width
        trailing = 0.0
        if word.space:
            boxes.append(word.space)
            trailing = word.space.width
        if word.ends_line:
            lines.append(Line(tuple(boxes), width))
            boxes, width, trailing = [], 0.0, 0.0
    if boxes:
        lines.append(Line(tuple(boxes), width))
    return lines


def _cut_to(word: Word, measure: float) -> list[Word]:
    if word.width <= measure:
        return [word]
    parts = _at_spaces(word)
    if len(parts) > 1:
        return [piece for part in parts for piece in _cut_to(part, measure)]
    pieces: list[list[Box]] = [[]]
    width = 0.0
    for box in word.boxes:
        for part in _single_clusters(box):
            if pieces[-1] and width + part.width > measure:
                pieces.append([])
                width = 0.0
            pieces[-1].append(part)
            width += part.width
    cut = [Word(boxes := _joined(piece), sum(box.width for box in boxes)) for piece in pieces]
    cut[-1] = Word(cut[-1].boxes, cut[-1].width, word.space, word.ends_line)
    return cut


def _at_spaces(word: Word) -> list[Word]:
    """Let a line break at the spaces inside a word as at any other: better so than between two letters."""
    clusters = [cluster for box in word.boxes for cluster in _single_clusters(box)]
    last = max((index for index, cluster in enumerate(clusters) if cluster.shaped.text not in _SPACES), default=0)
    parts: list[Word] = []
    boxes: list[Box] = []
    for cluster in clusters[:last]:
        if cluster.shaped.text in _SPACES and boxes:
            parts.append(Word(_joined(boxes), sum(box.width for box in boxes), cluster))
            boxes = []
        else:
            boxes.append(cluster)
    boxes += clusters[last:]
    return [*parts, Word(_joined(boxes), sum(box.width for box in boxes), word.space, word.ends_line)]


def _single_clusters(box: Box) -> list[Box]:
    groups: list[list[int]] = []
    for index, glyph in enumerate(box.glyphs):
        if glyph.text or not groups:
            groups.append([])
        groups[-1].append(index)
    if len(groups) < 2:
        return [box]
    return [box_of(box.run, ShapedText.of(tuple(box.glyphs[index] for index in group))) for group in groups]


def _joined(boxes: list[Box]) -> tuple[Box, ...]:
    return tuple(_as_one(list(group)) for _, group in groupby(boxes, key=lambda box: id(box.run)))


def _as_one(boxes: list[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    shaped = ShapedText.of(tuple(glyph for box in boxes for glyph in box.glyphs))
    return Box(boxes[0].run, shaped, sum(box.width for box in boxes))
