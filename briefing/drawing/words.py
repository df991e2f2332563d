"""Words, broken into lines and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from unicodedata import combining

from briefing.drawing.geometry import Box, TextLine
from briefing.model import Measure, TextStyle

__all__ = ["SetLine", "Words", "longest_word", "set_words"]

SPACES = re.compile(r"[ \t\r\n]+")
"""Where a line may end; a no-break space stays what it is."""
_AFTER_DASH = re.compile(r"(?<=[^\W_][–—])(?=[^\W_])")
"""Where a word that is wider than a line is broken first: behind a dash between letters or digits."""

_NUMBERS = re.compile(r".[^,،、]*[,،、]?", re.DOTALL)
"""A number of a source with the comma behind it."""
LONGEST_PIECE = 1000
"""Letters of a word that are measured at once: nothing is wider, and a long word takes no longer than its length."""
SHARES = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""Of what a line is narrower than its block, before it."""
A_LITTLE = 0.1
"""Points by which a block is made narrower at a time, to balance its lines without adding one."""
NARROW_LETTER = 0.5
"""In times the size of a text: one that fits a line with letters so wide is measured as a whole before its words."""

Piece: TypeAlias = tuple[str, float]
"""A word, or as much of one as a line holds, with its width."""


@dataclass(frozen=True, slots=True)
class SetMark:
    """Small signs behind a line, as high as its capitals, such as the numbers of sources."""

    text: str
    style: TextStyle
    width: float
    rise: float
    """From the baseline of the line to that of the signs."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line with its style and measured width."""

    text: str
    style: TextStyle
    width: float
    mark: SetMark | None = None

    @property
    def reach(self) -> float:
        """Width with what hangs on it."""
        return self.width + (self.mark.width if self.mark else 0.0)

    def placed(self, x: float, y: float) -> Iterator[TextLine]:
        """Stand with the baseline beginning at a place."""
        yield TextLine(x, y, self.text, self.style)
        if self.mark:
            yield TextLine(x + self.width, y + self.mark.rise, self.mark.text, self.mark.style)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that stand together, with the room that they take."""

    lines: tuple[SetLine, ...]
    width: float
    height: float
    ascent: float
    """From the first baseline to the upper edge."""
    capitals: float
    """From a baseline to the top of capitals."""
    leading: float

    @property
    def rise(self) -> float:
        """From the middle of its capitals, or that of all its lines, to the upper edge."""
        return (self.leading * (len(self.lines) - 1) - self.capitals) / 2 + self.ascent

    def placed(
        self, left: float, top: float, align: Literal["left", "centre", "right"] = "left"
    ) -> tuple[tuple[TextLine, ...], Box]:
        """Stand with the upper left corner at a place, the lines against a side or about the middle."""
        share, baseline = SHARES[align], top - self.ascent
        lines = tuple(
            text
            for index, line in enumerate(self.lines)
            for text in line.placed(left + (self.width - line.reach) * share, baseline - index * self.leading)
        )
        return lines, Box(left, top - self.height, left + self.width, top)


def set_words(
    parts: tuple[tuple[str, TextStyle], ...],
    width: float,
    measure: Measure,
    *,
    mark: tuple[str, TextStyle] | None = None,
) -> Words:
    """Break texts into lines of at most a width, each text beginning a line, and measure the block.

    ``mark`` are small signs that hang on the end. They never begin a line where a word can stand with them.
    """
    lines = [line for whole, style in parts for line in _set_lines(whole, style, width, measure)]
    if mark and mark[0]:
        whole, style = parts[-1]
        last = len(_set_lines(whole, style, width, measure))
        lines[len(lines) - last :] = _with_mark(whole, style, mark, width, measure)
    first = parts[0][1]
    ascent = max(measure.ascent(style) for _, style in parts)
    descent = max(measure.descent(style) for _, style in parts)
    capitals = max(measure.capitals(style) for _, style in parts)
    leading = first.size * 1.25
    height = ascent + descent + leading * (len(lines) - 1)
    return Words(tuple(lines), max(line.reach for line in lines), height, ascent, capitals, leading)


def _set_lines(text: str, style: TextStyle, width: float, measure: Measure) -> list[SetLine]:
    return [SetLine(line, style, measure.width(line, style)) for line in balanced(text, style, width, measure)]


def _with_mark(
    text: str, style: TextStyle, mark: tuple[str, TextStyle], width: float, measure: Measure
) -> list[SetLine]:
    """Hang a mark on a text, whose lines leave room for it; one as wide as half a line stands below, where it must."""
    hung = [_set_mark(piece, mark[1], style, width, measure) for piece in _mark_lines(mark, width, measure)]
    lines = _set_lines(text, style, width, measure)
    if lines[-1].width + hung[0].width > width and len(hung) == 1 and hung[0].width <= width / 2:
        lines = _set_lines(text, style, width - hung[0].width, measure)
    if lines[-1].width + hung[0].width <= width:
        lines[-1] = replace(lines[-1], mark=hung.pop(0))
    return [*lines, *(SetLine("", style, 0.0, each) for each in hung)]


def _set_mark(text: str, style: TextStyle, beside: TextStyle, width: float, measure: Measure) -> SetMark:
    """Measure signs that hang on a text; one number that is wider than a whole line is made smaller."""
    if (wide := measure.width(text, style)) > width:
        style = replace(style, size=style.size * width / wide * 0.99)
    return SetMark(text, style, measure.width(text, style), measure.capitals(beside) - measure.capitals(style))


def _mark_lines(mark: tuple[str, TextStyle], width: float, measure: Measure) -> list[str]:
    """Break a mark of many numbers behind its commas into pieces of at most a width."""
    text, style = mark
    lines = [""]
    for piece in _NUMBERS.findall(text):
        if lines[-1] and measure.width(lines[-1] + piece, style) > width:
            lines.append(piece)
        else:
            lines[-1] += piece
    return lines


def balanced(text: str, style: TextStyle, width: float, measure: Measure) -> tuple[str, ...]:
    """Break into the fewest lines of at most a width, of even length."""
    if len(text) * style.size * NARROW_LETTER <= width:
        whole = SPACES.sub(" ", text)
        if measure.width(whole, style) <= width:
            return (whole,)
    pieces = tuple(_pieces(text, style, width, measure))
    space = measure.width(" ", style)
    lines = _texts(_evened(pieces, space, width))
    # A line may be wider than its words and spaces together, for letters stand closer or wider beside others.
    if any(measure.width(line, style) > width for line in lines):
        return _fitting(pieces, space, style, width, measure)
    return lines


def _evened(pieces: Sequence[Piece], space: float, width: float) -> list[list[Piece]]:
    """Fill lines, and make them narrower as long as they become no more."""
    lines = narrower = _filled(pieces, space, width)
    widest_piece = max(piece_width for _, piece_width in pieces)
    while len(narrower) == len(lines) > 1:
        lines = narrower
        widest = max(sum(piece_width for _, piece_width in line) + space * (len(line) - 1) for line in lines)
        if widest <= widest_piece:
            break
        narrower = _filled(pieces, space, widest - A_LITTLE)
    return lines


def _fitting(
    pieces: Sequence[Piece], space: float, style: TextStyle, width: float, measure: Measure
) -> tuple[str, ...]:
    """Fill lines that are no wider than a width when measured as a whole, unless a single piece is."""
    limit = width
    lines = _texts(_filled(pieces, space, limit))
    while len(lines) < len(pieces) and (excess := max(measure.width(line, style) for line in lines) - width) > 0:
        limit -= max(excess, A_LITTLE)
        lines = _texts(_filled(pieces, space, limit))
    return lines


def _filled(pieces: Sequence[Piece], space: float, width: float) -> list[list[Piece]]:
    """Fill lines with as many pieces as fit, one at least."""
    lines: list[list[Piece]] = []
    room = 0.0
    for piece in pieces:
        if lines and piece[1] + space <= room:
            lines[-1].append(piece)
            room -= piece[1] + space
        else:
            lines.append([piece])
            room = width - piece[1]
    return lines


def _texts(lines: Sequence[Sequence[Piece]]) -> tuple[str, ...]:
    return tuple(" ".join(text for text, _ in line) for line in lines)


def longest_word(text: str, style: TextStyle, measure: Measure) -> float:
    """Find the width in points of the longest word; one with a dash inside is two."""
    parts = (part for word in SPACES.split(text) for part in _AFTER_DASH.split(word))
    return max(measure.width(part[:LONGEST_PIECE], style) for part in parts)


def _pieces(text: str, style: TextStyle, width: float, measure: Measure) -> Iterator[Piece]:
    """Yield words with their widths; a word wider than a line is cut into pieces that are not."""
    for word in SPACES.split(text):
        for rest in _dashed(word, style, width, measure):
            yield from _cut(rest, style, width, measure)


def _dashed(word: str, style: TextStyle, width: float, measure: Measure) -> Iterator[str]:
    """Break a word that is wider than a line behind its dashes, into as few parts as may be."""
    first, *others = _AFTER_DASH.split(word)
    if not others or measure.width(word[:LONGEST_PIECE], style) <= width:
        yield word
        return
    for part in others:
        if measure.width((first + part)[:LONGEST_PIECE], style) > width:
            yield first
            first = part
        else:
            first += part
    yield first


def _cut(rest: str, style: TextStyle, width: float, measure: Measure) -> Iterator[Piece]:
    """Cut a word that is wider than a line wherever the line ends."""
    while len(head := rest[:LONGEST_PIECE]) > 1 and (head_width := measure.width(head, style)) > width:
        piece = head[: _letters_within(head, head_width, style, width, measure)]
        yield piece, measure.width(piece, style)
        rest = rest[len(piece) :]
    yield rest, measure.width(rest, style)


def _letters_within(word: str, word_width: float, style: TextStyle, width: float, measure: Measure) -> int:
    """Count the letters, with their accents, from the beginning of a word that have room; one at least."""
    guess = min(len(word) - 1, max(1, int(len(word) * width / word_width)))
    while guess < len(word) - 1 and measure.width(word[: guess + 1], style) <= width:
        guess += 1
    while guess > 1 and (combining(word[guess]) or measure.width(word[:guess], style) > width):
        guess -= 1
    return guess
