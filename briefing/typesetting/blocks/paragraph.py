"""Our paragraph: runs shaped by HarfBuzz, broken into lines, tagged run by run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from briefing.errors import Position
from briefing.theme import Style
from briefing.typesetting.bidi import visual_order
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.lines import Line, break_lines, least_width
from briefing.typesetting.recording import NumberHole, Recorder
from briefing.typesetting.text import Box, Run, Word, digits_in

__all__ = ["Paragraph"]

_SLACK = 0.01
"""Points that rounding may cost."""
_MOST_BEFORE = 10
"""Words without a space between them that are told of with one that is too wide."""
_FEWEST = 2
"""Lines of a paragraph that stand together at the foot or on top of a page."""


class _Placed(NamedTuple):
    """Boxes of one run that follow each other on a line, at their place."""

    run: Run
    boxes: list[Box]
    x: float
    y: float
    """Of the baseline."""


class Paragraph(Block):
    """Lines of words in one column."""

    name = "paragraph"

    def __init__(
        self, words: list[Word], style: Style, fonts: FontLibrary, *, position: Position | None = None
    ) -> None:
        super().__init__(style, position)
        self._words = words
        font = fonts.font(style)
        # The line's ink is centred in its leading, as type was in its slug.
        ink = (font.ascent + font.descent) * style.size / 1000
        self._baseline = (style.leading - ink) / 2 + font.ascent * style.size / 1000
        self._lines: tuple[float, list[Line]] = (-1.0, [])

    def lines(self, width: float) -> list[Line]:
        """Break into lines for a width; the last answer is remembered."""
        if self._lines[0] != width:
            self._lines = (width, break_lines(self._words, width, self.style))
        return self._lines[1]

    def natural_width(self) -> tuple[float, float]:
        """Widths of what cannot be parted and of the text on a single line, in points."""
        widths = sum(word.width for word in self._words)
        spaces = sum(word.space.width for word in self._words[:-1] if word.space)
        return least_width(self._words, self.style), widths + spaces

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip a line."""
        lines = self.lines(width)
        return tuple(
            Strip(
                self.style.leading,
                break_before=index == 0 or _FEWEST <= index <= len(lines) - _FEWEST,
                notes=_notes(line),
                baseline=self.style.leading - self._baseline,
            )
            for index, line in enumerate(lines)
        )

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Draw lines; marks of one node that follow each other make one sequence."""
        if first == 0:
            self._note_parted(canvas, width)
        lines = self.lines(width)[first:last]
        height = len(lines) * self.style.leading
        placed = [
            place
            for index, line in enumerate(lines)
            for place in self._place(line, width, height - index * self.style.leading - self._baseline)
        ]
        for node, places in groupby(placed, key=lambda place: place.run.node):
            with canvas.node(node):
                for place in places:
                    _show(canvas, place)
        for link, places in groupby(placed, key=lambda place: place.run.link):
            if link >= 0:
                _link(canvas, list(places))

    def _note_parted(self, canvas: Recorder, width: float) -> None:
        """Note the words that are wider than a line, with what stands before them without a space."""
        start = 0
        for index, word in enumerate(self._words):
            if word.width > width + _SLACK:
                text = "".join(
                    box.shaped.text
                    for each in self._words[max(start, index - _MOST_BEFORE) : index + 1]
                    for box in each.boxes
                )
                canvas.parted(word.boxes[0].run.node, text)
            if word.space or word.ends_line:
                start = index + 1

    def _place(self, line: Line, width: float, baseline: float) -> Iterator[_Placed]:
        boxes = _seen(line.boxes, self.style)
        x = self._start(line, width) - sum(box.width for box in boxes[: _spaces_before(line, boxes)])
        at_end = sum(box.width for box in boxes if box.run.style.at_line_end)
        end = 0.0 if self.style.direction == "rtl" else width - at_end
        for _, group in groupby(boxes, key=lambda box: id(box.run)):
            alike = list(group)
            run, own = alike[0].run, sum(box.width for box in alike)
            at = x
            if run.style.at_line_end:
                at, end = end, end + own
            yield _Placed(run, alike, at, baseline + run.style.rise)
            x += own

    def _start(self, line: Line, width: float) -> float:
        """Left end of a line's words; in a mirrored text what begins lines stands at the right."""
        left, right = -line.hangs_left, width - line.width + line.hangs_right
        if self.style.align == "centre":
            return (width - line.width) / 2
        return right if (self.style.align == "right") != (self.style.direction == "rtl") else left


def _seen(boxes: tuple[Box, ...], style: Style) -> tuple[Box, ...]:
    """Put the boxes of a line into the order in which they are seen. See: UAX #9, L1 and L2."""
    base = int(style.direction == "rtl")
    levels = [box.run.level for box in boxes]
    if not base and not any(levels):
        return boxes
    for index in range(len(boxes) - 1, -1, -1):
        if boxes[index].shaped.text.strip() or boxes[index].run.fill:
            break
        levels[index] = base
    return tuple(boxes[index] for index in visual_order(levels))


def _spaces_before(line: Line, seen: tuple[Box, ...]) -> int:
    """Count the spaces that stand left of a line's words: those that end a line from right to left."""
    if seen is line.boxes:
        return 0
    return next((index for index, box in enumerate(seen) if _is_seen(box)), 0)


def _link(canvas: Recorder, placed: list[_Placed]) -> None:
    run = placed[0].run
    if run.anchor:
        canvas.anchor(run.anchor, placed[0].x, placed[0].y + run.style.leading)
    for _, line in groupby(placed, key=lambda place: round(place.y - place.run.style.rise, 3)):
        inside = [place for place in map(_trimmed, line) if place.boxes]
        if inside and run.href:
            bottom = min(place.y - 0.25 * place.run.style.size for place in inside)
            top = max(place.y + 0.85 * place.run.style.size for place in inside)
            right = sum((box.width for box in inside[-1].boxes), inside[-1].x)
            canvas.link(run.link, run.href, inside[0].x, bottom, right, top)


def _trimmed(place: _Placed) -> _Placed:
    """Drop the spaces at both ends."""
    seen = [index for index, box in enumerate(place.boxes) if _is_seen(box)]
    first, last = (seen[0], seen[-1] + 1) if seen else (0, 0)
    x = sum((box.width for box in place.boxes[:first]), place.x)
    return place._replace(boxes=place.boxes[first:last], x=x)


def _is_seen(box: Box) -> bool:
    return bool(box.run.fill or box.shaped.text.strip())


def _notes(line: Line) -> tuple[str, ...]:
    return tuple(dict.fromkeys(box.run.note for box in line.boxes if box.run.note))


def _show(canvas: Recorder, place: _Placed) -> None:
    run, style = place.run, place.run.style
    if run.fill:
        canvas.number(number_hole(run, place.x, place.y, place.boxes[0].width))
        return
    texts = tuple(box.shaped for box in place.boxes)
    canvas.show(place.x, place.y, texts, font=run.font, size=style.size, colour=style.colour, tracking=style.tracking)


def number_hole(run: Run, x: float, y: float, width: float) -> NumberHole:
    """Room for the page number that a run asks for."""
    # After a word a number follows at once; before "of" and at a line's end it stands at the end of its room.
    follows = run.fill != "page" and not run.style.at_line_end
    leading = follows != (run.style.direction == "rtl")
    size, colour = run.style.size, run.style.colour
    return NumberHole(run.fill, run.font, size, x, y, width, digits_in(run), colour, leading=leading)
