"""Words → lines: the best breaks over the whole paragraph, hyphens only where lines would be poor without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.theme import Style
from briefing.typesetting.fonts import ShapedText
from briefing.typesetting.lines.cutting import cut_to
from briefing.typesetting.lines.hanging import hangs_left, hangs_right
from briefing.typesetting.lines.optimal import Piece, balanced_breaks, best_breaks
from briefing.typesetting.text import Box, Word, box_of, hyphens, may_part

__all__ = ["LARGE_PRINT", "Line", "break_lines"]

_MOST_BALANCED = 6
"""Lines; a longer text is no heading."""
_POOR_RAGGED = 0.3
"""Share of the measure that a line leaves empty: from here on hyphens are tried."""
_POOR_JUSTIFIED = 0.5
"""Times its natural width that a space grows or shrinks: the same for justified text."""
LARGE_PRINT: Final = 16.0
"""Points; text of this size is for readers whom a parted word delays."""
_HYPHEN = "-"
_SOFT_HYPHEN = "\u00ad"
"""What the hyphen stands for that only a line's end has put there. See: ISO 32000-1, 14.8.2.2.3."""
_LONG_WORD = 40 * 72 / 25.4
"""Points; a column is hardly narrower."""
_SLACK = 0.001
"""Points that rounding may cost."""


class Line(NamedTuple):
    """Boxes on one baseline."""

    boxes: tuple[Box, ...]
    """In the order in which they are read, with the spaces between words; a space at the end is kept, for the words to
    stay apart."""
    width: float
    """Points, without a space at the end."""
    hangs_left: float = 0.0
    """Points by which it stands out of the measure."""
    hangs_right: float = 0.0


class _Part(NamedTuple):
    """A word, or the part of one up to a place where a hyphen may part it."""

    word: Word
    width: float
    """Points, as if the word were whole."""
    start: int = 0
    end: int = 0
    """Offsets in the word's text; both 0 for the whole of it."""
    parts_word: bool = False
    """A hyphen shows where a line ends after it."""


def least_width(words: Sequence[Word], style: Style) -> float:
    """Width of the widest word, or of the widest part of a long one that hyphens may part, in points."""
    widest = 0.0
    for word in sorted(words, key=lambda word: word.width, reverse=True):
        if word.width <= widest:
            break
        # Patterns are looked up for words alone that may be too wide for a column.
        may_part = word.width > _LONG_WORD and _hyphenates(style)
        widest = max(widest, _widest_part(word) if may_part else word.width)
    return widest


def break_lines(words: Sequence[Word], measure: float, style: Style) -> list[Line]:
    """Set words into lines of at most ``measure`` points; a word that is wider is parted, or cut where it must be."""
    return _Setting(measure, style).lines(words) if words else []


class _Setting:
    """Sets one paragraph."""

    def __init__(self, measure: float, style: Style) -> None:
        self._measure, self._style = measure, style
        self._justified = style.align == "justified" and not style.balanced
        self._hanging = style.hanging and style.direction == "ltr"

    def lines(self, words: Sequence[Word]) -> list[Line]:
        self._has_spaces = 2 * sum(map(_may_widen, words)) <= len(words)
        parts = [part for word in words for part in self._fitting(word)]
        pieces = [self._piece(part) for part in parts]
        if len(_ends_by_hand(pieces)) == 1 and sum(piece.width + piece.space for piece in pieces) <= self._measure:
            return [self._line(parts, ends=True)]
        breaks = self._breaks(pieces)
        if self._may_hyphenate() and self._is_poor(parts, pieces, breaks):
            parts = [each for part in parts for each in ([part] if part.end else _parted(part.word))]
            pieces = [self._piece(part) for part in parts]
            breaks = self._breaks(pieces)
        return [
            self._line(parts[first:last], ends=last == len(parts) or parts[last - 1].word.ends_line)
            for first, last in pairwise([0, *(index + 1 for index in breaks)])
        ]

    def _fitting(self, word: Word) -> list[_Part]:
        """Take a word whole, or in pieces that are no wider than the measure."""
        if word.width <= self._measure:
            return [_Part(word, word.width)]
        # Here a hyphen is better than none even where a style has none: a heading of one long word.
        if _widest_part(word) <= self._measure:
            return list(_parted(word))
        return [_Part(piece, piece.width) for piece in cut_to(word, self._measure)]

    def _may_hyphenate(self) -> bool:
        return _hyphenates(self._style)

    def _breaks(self, pieces: Sequence[Piece]) -> list[int]:
        style = self._style
        justified = self._justified and self._has_spaces
        breaks = best_breaks(pieces, self._measure, justified=justified, looseness=style.looseness)
        if style.balanced and 1 < len(breaks) <= _MOST_BALANCED and len(_ends_by_hand(pieces)) == 1:
            return balanced_breaks(pieces, self._measure, len(breaks))
        return breaks

    def _piece(self, part: _Part) -> Piece:
        word, width = part.word, min(part.width, self._measure)
        left = right = 0.0
        if self._hanging:
            left = 0.0 if part.start else _hang(word.boxes[:1], first=True)
            right = _hang(word.boxes[-1:], first=False) if self._justified and not part.parts_word else 0.0
        if part.parts_word:
            return Piece(width, hyphen=_hyphen(word.boxes[0]).width, hangs_left=left)
        return Piece(width, word.space.width if word.space else 0.0, 0.0, word.ends_line, left, right)

    def _is_poor(self, parts: Sequence[_Part], pieces: Sequence[Piece], breaks: Sequence[int]) -> bool:
        """Tell whether a line is poor that the word after it could mend."""
        for first, last in pairwise([0, *(index + 1 for index in breaks)]):
            line = pieces[first:last]
            if last == len(pieces) or line[-1].forced or not _may_part(parts[last].word):
                continue
            spaces = sum(piece.space for piece in line[:-1])
            left = self._measure - sum(piece.width for piece in line) - spaces
            if abs(left) > (_POOR_JUSTIFIED * spaces if self._justified else _POOR_RAGGED * self._measure):
                return True
        return False

    def _line(self, parts: Sequence[_Part], *, ends: bool) -> Line:
        boxes = tuple(_boxes(parts))
        width = sum(box.width for box in boxes)
        space = parts[-1].word.space if not parts[-1].parts_word else None
        width -= space.width if space else 0.0
        left = right = 0.0
        if self._hanging:
            left, right = _hang(boxes[:1], first=True), _hang(boxes[: -1 if space else None][-1:], first=False)
        if self._justified and (not ends or width > self._measure + left + right):
            gaps = () if self._has_spaces else _gaps(parts)
            boxes, width = _spread(boxes, width, self._measure + left + right, gaps, trailing=space is not None)
        return Line(boxes, width, left, right)


def _hyphenates(style: Style) -> bool:
    return style.hyphenate and not style.balanced and style.size < LARGE_PRINT


def _may_widen(word: Word) -> bool:
    """Tell whether there may be room after a word that has no space after it: in Chinese, in Thai."""
    return word.space is None and bool(word.boxes) and bool(word.boxes[-1].run.breaks)


def _ends_by_hand(pieces: Sequence[Piece]) -> list[int]:
    """Ends of lines that the text asks for, its own end among them."""
    return sorted({len(pieces) - 1, *(index for index, piece in enumerate(pieces) if piece.forced)})


# Words in parts.


def _may_part(word: Word) -> bool:
    return _is_whole(word) and may_part(word.boxes[0].shaped.text, word.boxes[0].run.language)


def _is_whole(word: Word) -> bool:
    """Tell whether a word is of one look, and of those scripts whose words hyphens part."""
    return len(word.boxes) == 1 and not word.boxes[0].run.right_to_left


def _parted(word: Word) -> Iterator[_Part]:
    """Part a word at each place where a hyphen may stand; one of several looks stays whole."""
    if _is_whole(word) and not word.boxes[0].run.style.unbroken:
        (box,) = word.boxes
        widths = _widths_to(box)
        places = [place for place in hyphens(box.shaped.text, box.run.language) if place in widths]
        if places:
            for start, end in pairwise((0, *places, len(box.shaped.text))):
                yield _Part(word, widths[end] - widths[start], start, end, end != len(box.shaped.text))
            return
    yield _Part(word, word.width)


def _widest_part(word: Word) -> float:
    """Width of the widest part of a word, with its hyphen; of the whole where no hyphen parts it."""
    parts = list(_parted(word))
    if len(parts) == 1:
        return word.width
    return max(part.width for part in parts) + _hyphen(word.boxes[0]).width


def _widths_to(box: Box) -> dict[int, float]:
    """Width of a text up to each offset that stands between two of its clusters."""
    style, offset, width = box.run.style, 0, 0.0
    widths = {0: 0.0}
    for glyph in box.glyphs:
        offset += len(glyph.text)
        width += glyph.advance * style.size / 1000 + style.tracking
        widths[offset] = width
    return widths


def _boxes(parts: Sequence[_Part]) -> Iterator[Box]:
    """Shape the parts of each word that came together on a line as one, with a hyphen where the line ends in it."""
    start = -1
    for index, part in enumerate(parts):
        start = part.start if start < 0 else start
        if part.parts_word and index + 1 < len(parts):
            continue
        word = part.word
        if start == 0 and not part.parts_word:
            yield from word.boxes
        else:
            (box,) = word.boxes
            yield _part_of(box, start, part.end)
            if part.parts_word:
                yield _hyphen(box)
        if word.space and not part.parts_word:
            yield word.space
        start = -1


def _part_of(box: Box, start: int, end: int) -> Box:
    run = box.run
    return box_of(run, run.font.shape(box.shaped.text[start:end], run.features, run.language))


def _hyphen(box: Box) -> Box:
    run = box.run
    sign = run.font.shape(_HYPHEN, run.features, run.language)
    return box_of(run, ShapedText.of(tuple(glyph._replace(text=_SOFT_HYPHEN) for glyph in sign.glyphs)))


# Edges and spaces.


def _hang(boxes: Sequence[Box], *, first: bool) -> float:
    """Points by which the first or last sign of some boxes stands out of the line."""
    if not boxes or not boxes[0].shaped.text:
        return 0.0
    glyph = boxes[0].glyphs[0 if first else -1]
    share = hangs_left(glyph.text) if first else hangs_right(glyph.text)
    return share * glyph.advance * boxes[0].run.style.size / 1000


def _gaps(parts: Sequence[_Part]) -> tuple[int, ...]:
    """Places of the boxes of a line after which there may be room although no space stands there."""
    gaps, index = [], -1
    for part in parts[:-1]:
        index += len(part.word.boxes)
        if _may_widen(part.word):
            gaps.append(index)
        index += part.word.space is not None
    return tuple(gaps)


def _spread(
    boxes: tuple[Box, ...], width: float, measure: float, gaps: Sequence[int], *, trailing: bool
) -> tuple[tuple[Box, ...], float]:
    """Widen or narrow the spaces of a line, and what is after the boxes ``gaps``, until it fills its measure."""
    spaces = [index for index, box in enumerate(boxes) if box.shaped.text == " "]
    inside = [*(spaces[:-1] if trailing else spaces), *gaps]
    if not inside:
        return boxes, width
    each = (measure - width) / len(inside)
    spread = {index: _wider(boxes[index], each) for index in inside}
    return tuple(spread.get(index, box) for index, box in enumerate(boxes)), measure


def _wider(box: Box, points: float) -> Box:
    more = points * 1000 / box.run.style.size
    *before, last = box.glyphs
    return Box(box.run, ShapedText.of((*before, last._replace(advance=last.advance + more))), box.width + points)
