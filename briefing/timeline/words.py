"""Words, broken into lines and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.model import Measure, TextStyle
from briefing.timeline.geometry import Box, Label, TextLine

__all__ = ["SetLine", "Words", "set_words", "wrapped"]

SPACES = re.compile(r"[ \t\r\n]+")
"""Where a line may end; a no-break space stays what it is."""

A_LITTLE = 0.1
"""Points by which a block is made narrower at a time, to balance its lines without adding one."""


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
    leading: float

    def label(self, event: int, left: float, top: float, *, flush_right: bool = False) -> Label:
        """Stand with the upper left corner at a place, the lines against the left or the right side."""
        placed = tuple(
            text
            for index, line in enumerate(self.lines)
            for text in line.placed(
                left + (self.width - line.reach if flush_right else 0.0), top - self.ascent - index * self.leading
            )
        )
        return Label(event, placed, Box(left, top - self.height, left + self.width, top))


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
    lines = [
        SetLine(text, style, measure.width(text, style))
        for whole, style in parts
        for text in balanced(whole, style, width, measure)
    ]
    if mark and mark[0]:
        lines[-1:] = _with_mark(lines[-1], mark, width, measure)
    first = parts[0][1]
    ascent = max(measure.ascent(style) for _, style in parts)
    descent = max(measure.descent(style) for _, style in parts)
    leading = first.size * 1.25
    height = ascent + descent + leading * (len(lines) - 1)
    return Words(tuple(lines), max(line.reach for line in lines), height, ascent, leading)


def _with_mark(line: SetLine, mark: tuple[str, TextStyle], width: float, measure: Measure) -> Iterator[SetLine]:
    """Hang a mark on a line; where it has no room there, the last word gets a line with it, or it one alone."""
    text, style = mark
    hung = SetMark(text, style, measure.width(text, style), measure.ascent(line.style) - measure.ascent(style))
    if line.width + hung.width <= width:
        yield replace(line, mark=hung)
        return
    before, _, last = line.text.rpartition(" ")
    first, second = (before, last) if before else (last, "")
    yield SetLine(first, line.style, measure.width(first, line.style))
    yield SetLine(second, line.style, measure.width(second, line.style), hung)


def balanced(text: str, style: TextStyle, width: float, measure: Measure) -> tuple[str, ...]:
    """Break into the fewest lines of at most a width, of even length."""
    pieces = tuple(_pieces(text, style, width, measure))
    widest_piece = max((piece_width for _, piece_width in pieces), default=0.0)
    best = narrower = wrapped(pieces, style, width, measure)
    while len(narrower) == len(best) > 1:
        best = narrower
        widest = max(measure.width(line, style) for line in best)
        if widest <= widest_piece:
            break
        narrower = wrapped(pieces, style, min(widest, width) - A_LITTLE, measure)
        if narrower == best:
            break
    return best


def wrapped(pieces: tuple[tuple[str, float], ...], style: TextStyle, width: float, measure: Measure) -> tuple[str, ...]:
    """Fill lines with words, each given with its width, as many to a line as fit."""
    space = measure.width(" ", style)
    lines: list[str] = []
    room = 0.0
    for piece, piece_width in pieces:
        if lines and piece_width + space <= room:
            lines[-1] += f" {piece}"
            room -= piece_width + space
        else:
            lines.append(piece)
            room = width - piece_width
    return tuple(lines) or ("",)


def _pieces(text: str, style: TextStyle, width: float, measure: Measure) -> Iterator[tuple[str, float]]:
    """Yield words with their widths; a word wider than a line is cut into pieces that are not."""
    for word in SPACES.split(text):
        rest = word
        while (rest_width := measure.width(rest, style)) > width and len(rest) > 1:
            count = max(1, int(len(rest) * width / rest_width))
            while count > 1 and measure.width(rest[:count], style) > width:
                count -= 1
            yield rest[:count], measure.width(rest[:count], style)
            rest = rest[count:]
        yield rest, rest_width
