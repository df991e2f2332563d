"""Words wider than their column, in pieces that fit."""

from __future__ import annotations

from itertools import groupby

from briefing.typesetting.fonts import Glyph, ShapedText
from briefing.typesetting.text import Box, Word, box_of

__all__ = ["cut_to"]

_SPACES = (" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
"""What may stand inside a word and is no part of it."""


def cut_to(word: Word, measure: float) -> list[Word]:
    """Cut a word after the spaces in it that are not to break, or else between its glyphs."""
    if word.width <= measure:
        return [word]
    parts = _at_spaces(word)
    if len(parts) > 1:
        return [piece for part in parts for piece in cut_to(part, measure)]
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
    """Part a box between its clusters, in the order in which they are read."""
    groups: list[list[Glyph]] = []
    for glyph in box.glyphs:
        if glyph.text or not groups:
            groups.append([])
        groups[-1].append(glyph)
    if len(groups) < 2:
        return [box]
    boxes = [box_of(box.run, ShapedText.of(tuple(group))) for group in groups]
    return boxes[::-1] if box.run.right_to_left else boxes


def _joined(boxes: list[Box]) -> tuple[Box, ...]:
    return tuple(_as_one(list(group)) for _, group in groupby(boxes, key=lambda box: id(box.run)))


def _as_one(boxes: list[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    seen = reversed(boxes) if boxes[0].run.right_to_left else boxes
    shaped = ShapedText.of(tuple(glyph for box in seen for glyph in box.glyphs))
    return Box(boxes[0].run, shaped, sum(box.width for box in boxes))
