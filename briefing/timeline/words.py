"""Words, broken into lines and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import combining

from briefing.model import Measure, TextStyle
from briefing.timeline.geometry import Box, Label, TextLine

__all__ = ["SetLine", "Words", "set_words", "wrapped"]

SPACES = re.compile(r"[ \t\r\n]+")
"""Where a line may end; a no-break space stays what it is."""

_NUMBERS = re.compile(r".[^,،、]*[,،、]?", re.DOTALL)
"""A number of a source with the comma behind it."""
LONGEST_PIECE = 1000
"""Letters of a word that are measured at once: nothing is wider, and a long word takes no longer than its length."""
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
    lines = [line for whole, style in parts for line in _set_lines(whole, style, width, measure)]
    if mark and mark[0]:
        whole, style = parts[-1]
        last = len(_set_lines(whole, style, width, measure))
        lines[len(lines) - last :] = _with_mark(whole, style, mark, width, measure)
    first = parts[0][1]
    ascent = max(measure.ascent(style) for _, style in parts)
    descent = max(measure.descent(style) for _, style in parts)
    leading = first.size * 1.25
    height = ascent + descent + leading * (len(lines) - 1)
    return Words(tuple(lines), max(line.reach for line in lines), height, ascent, leading)


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
    return SetMark(text, style, measure.width(text, style), measure.ascent(beside) - measure.ascent(style))


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
    pieces = tuple(_pieces(text, style, width, measure))
    widest_piece = max((piece_width for _, piece_width in pieces), default=0.0)
    best = narrower = _fitting(pieces, style, width, measure)
    while len(narrower) == len(best) > 1:
        best = narrower
        widest = max(measure.width(line, style) for line in best)
        if widest <= widest_piece:
            break
        narrower = _fitting(pieces, style, min(widest, width) - A_LITTLE, measure)
        if narrower == best:
            break
    return best


def _fitting(
    pieces: tuple[tuple[str, float], ...], style: TextStyle, width: float, measure: Measure
) -> tuple[str, ...]:
    """Fill lines that are no wider than a width when measured as a whole, unless a single piece is.

    A line may be wider than its words and spaces together, for letters stand closer or wider beside others.
    """
    lines = wrapped(pieces, style, width, measure)
    limit = width
    while len(lines) < len(pieces) and (excess := max(measure.width(line, style) for line in lines) - width) > 0:
        limit -= max(excess, A_LITTLE)
        lines = wrapped(pieces, style, limit, measure)
    return lines


def wrapped(pieces: tuple[tuple[str, float], ...], style: TextStyle, width: float, measure: Measure) -> tuple[str, ...]:
    """Fill lines with words, each given with its width, as many to a line as fit."""
    space = measure.width(" ", style)
    lines: list[list[str]] = []
    room = 0.0
    for piece, piece_width in pieces:
        if lines and piece_width + space <= room:
            lines[-1].append(piece)
            room -= piece_width + space
        else:
            lines.append([piece])
            room = width - piece_width
    return tuple(" ".join(line) for line in lines) or ("",)


def _pieces(text: str, style: TextStyle, width: float, measure: Measure) -> Iterator[tuple[str, float]]:
    """Yield words with their widths; a word wider than a line is cut into pieces that are not."""
    for word in SPACES.split(text):
        rest = word
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
