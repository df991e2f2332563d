"""The vertical form: a rail with dates to its left and texts to its right, in one column or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum, inf
from typing import NamedTuple

from briefing.drawing import Lettering
from briefing.drawing.words import Words, longest_word, set_words
from briefing.model import Event, Measure, TextStyle
from briefing.model.wording import date_words
from briefing.timeline.geometry import REACH, Break, Label, Layout, Line, Mark
from briefing.timeline.signs import MarkShape, fill_of, mark_shape
from briefing.timeline.span import Span, long_gaps, spans_of
from briefing.timeline.text import event_mark, event_text

__all__ = ["MOST_COLUMNS", "place_vertically"]

COLUMN_GAP = 16.0
WIDE_COLUMN = 26.0
"""In times the size of the text: a narrower column makes the texts ragged."""
NARROW_COLUMN = 18.0
"""So narrow only to stand on one page."""
MANY_ROWS = 14
"""From here on the rows stand in two columns where they can."""
MOST_COLUMNS = 3
DATE_WIDTH = 9.5
"""Widest date, in times the size of the text, unless one of its words is wider."""
DATE_SHARE, WORD_SHARE = 0.4, 0.5
"""Of a column, at most: for a date, and for a long word of one."""
RAIL_ROOM = 9.0
"""From date to rail and from rail to text, in points."""
ROW_GAPS = (4.5, 3.0)
"""From one row to the next; the smaller one where that saves a page."""
BREAK_GAP = 13.0
"""Additional room where the rail is broken."""
CLEAR_ABOVE_ARROW = 3.0
"""From the tip of an arrow that points up to what is over its row."""
MIDDLE_OF_LINE = 0.62
"""Where a mark stands beside its line, in times the height of capitals, from above."""
BREAK_SLANT = 4.0
BREAK_APART = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """One event: its date and its text."""

    event: int
    date: Words
    text: Words | None
    shape: MarkShape
    break_room: float
    """For a break over it, or 0."""

    @property
    def mark_depth(self) -> float:
        """From its upper edge down to its mark, which stands beside its first line."""
        return self.date.ascent - self.date.capitals * (1 - MIDDLE_OF_LINE)

    @property
    def mark_room(self) -> float:
        """For a mark that reaches up from it, or 0."""
        up, _ = REACH[self.shape]
        clear = CLEAR_ABOVE_ARROW if self.shape == "until" else 0.0
        return max(0.0, up + clear - self.mark_depth - min(ROW_GAPS) / 2)

    @property
    def space_before(self) -> float:
        """Points over it, without the gap between any two rows."""
        return self.break_room + self.mark_room

    @property
    def height(self) -> float:
        """Without the space over it."""
        _, down = REACH[self.shape]
        return max(self.date.height, self.text.height if self.text else 0.0, self.mark_depth + down)

    def strip(self, gap: float) -> float:
        """Height of all that is between its neighbours, half a gap above and below included."""
        return self.space_before + self.height + gap


class _Columns(NamedTuple):
    """Rows that are shared out to columns of one width."""

    columns: Sequence[Sequence[Row]]
    width: float
    gap: float
    """Between two rows."""

    @property
    def height(self) -> float:
        return max(fsum(row.strip(self.gap) for row in column) for column in self.columns)


def place_vertically(
    events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure, limit: float = inf
) -> Layout:
    """Place events, given in their order, down a rail; always works.

    Columns beside each other are no higher than ``limit``. What has no room there stands in one column, with a strip
    for each row.
    """
    chosen = _chosen(events, width, lettering, language, measure, limit)
    heights = [row.strip(chosen.gap) for row in chosen.columns[0]]
    strips = tuple(heights) if len(chosen.columns) == 1 else (chosen.height,)
    date_width = max(row.date.width for column in chosen.columns for row in column)
    pieces = [
        _Piece(column, number * (chosen.width + COLUMN_GAP) + date_width + RAIL_ROOM, fsum(strips), chosen.gap, events)
        for number, column in enumerate(chosen.columns)
    ]
    return Layout(
        width,
        fsum(strips),
        strips,
        labels=tuple(label for piece in pieces for label in piece.labels()),
        marks=tuple(mark for piece in pieces for mark in piece.marks()),
        rails=tuple(rail for piece in pieces for rail in piece.rails()),
        breaks=tuple(each for piece in pieces for each in piece.breaks()),
    )


def _chosen(
    events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure, limit: float
) -> _Columns:
    """Take the fewest columns that one page holds, otherwise one that goes on over pages."""
    for count in _counts(len(events), width, lettering.size):
        column_width = (width - COLUMN_GAP * (count - 1)) / count
        if len(events) * lettering.size > limit * count:
            continue
        rows = _rows(events, column_width, lettering, language, measure)
        for gap in ROW_GAPS:
            columns = _Columns(_shared_out(rows, count, gap), column_width, gap)
            if columns.height <= limit:
                return columns
    return _Columns([_rows(events, width, lettering, language, measure)], width, ROW_GAPS[0])


def _counts(rows: int, width: float, size: float) -> Iterator[int]:
    """Yield the numbers of columns that may be tried."""
    wide = (width + COLUMN_GAP) / (WIDE_COLUMN * size + COLUMN_GAP)
    narrow = (width + COLUMN_GAP) / (NARROW_COLUMN * size + COLUMN_GAP)
    yield from range(2 if rows >= MANY_ROWS and wide >= 2 else 1, min(MOST_COLUMNS, rows, int(narrow)) + 1)


def _rows(events: Sequence[Event], width: float, lettering: Lettering, language: str, measure: Measure) -> list[Row]:
    broken = _broken_rows(spans_of(events))
    worded = list(_dates(events, lettering, language))
    date_limit = _date_limit(worded, width, lettering.size, measure)
    dates = [set_words((date,), date_limit, measure) for date in worded]
    text_width = width - max(date.width for date in dates) - 2 * RAIL_ROOM
    rows = []
    for index, (event, date) in enumerate(zip(events, dates, strict=True)):
        text = event_text(event)
        style = lettering.text(stressed=event.stressed)
        mark = event_mark(event)
        words = set_words(((text, style),), text_width, measure, mark=(mark, lettering.mark)) if text or mark else None
        room = BREAK_GAP if index in broken else 0.0
        rows.append(Row(index, date, words, mark_shape(event.date), room))
    return rows


def _date_limit(dates: Sequence[tuple[str, TextStyle]], width: float, size: float, measure: Measure) -> float:
    """Find how wide dates may be in a column of a width, so that no word is cut where there is room for it."""
    limit = min(DATE_WIDTH * size, width * DATE_SHARE)
    too_wide = [date for date in dates if measure.width(*date) > limit]
    longest = max((longest_word(*date, measure) for date in too_wide), default=0.0)
    return max(limit, min(longest, width * WORD_SHARE))


def _broken_rows(spans: Sequence[Span]) -> set[int]:
    """Find the rows over which the rail is broken: all above are over when a gap begins, all below begin after it.

    An order in which that holds nowhere is the author's own, and time is not left out between two of its rows.
    """
    gaps = long_gaps(spans)
    # Of those above each row the latest end, of it and those below the earliest beginning.
    over = list(accumulate((span.last for span in spans), max))
    begun = list(accumulate((span.first for span in reversed(spans)), min))[::-1]
    return {
        row
        for row in range(1, len(spans))
        if any(over[row - 1] <= gap.first and gap.last <= begun[row] for gap in gaps)
    }


def _dates(events: Sequence[Event], lettering: Lettering, language: str) -> Iterator[tuple[str, TextStyle]]:
    """Word the dates, each that is told again less loudly, but in full: its row may stand on top of a page."""
    before = ""
    for event in events:
        words = date_words(event.date, language)
        again = words == before and not event.stressed
        yield words, lettering.date_again if again else lettering.date(stressed=event.stressed)
        before = words


def _shared_out(rows: Sequence[Row], count: int, gap: float) -> list[list[Row]]:
    """Cut rows into columns of about the same height."""
    target = fsum(row.strip(gap) for row in rows) / count
    columns: list[list[Row]] = [[]]
    height = 0.0
    for row in rows:
        if len(columns) < count and columns[-1] and height + row.strip(gap) / 2 >= target:
            columns.append([])
            height = 0.0
        columns[-1].append(row)
        height += row.strip(gap)
    return columns


@dataclass(frozen=True)
class _Piece:
    """One column of rows, placed from a height downwards."""

    rows: Sequence[Row]
    rail: float
    """Where the rail stands, in points."""
    height: float
    gap: float
    events: Sequence[Event]

    def tops(self) -> list[float]:
        """Upper edge of each row."""
        ends = accumulate(row.strip(self.gap) for row in self.rows)
        return [self.height - end + row.height + self.gap / 2 for row, end in zip(self.rows, ends, strict=True)]

    def labels(self) -> list[Label]:
        """Dates against the rail from the left, texts from the right."""
        labels = []
        for row, top in zip(self.rows, self.tops(), strict=True):
            left = self.rail - RAIL_ROOM - row.date.width
            labels.append(Label.of(row.event, row.date, left, top, flush_right=True))
            if row.text:
                labels.append(Label.of(row.event, row.text, self.rail + RAIL_ROOM, top))
        return labels

    def marks(self) -> list[Mark]:
        """A sign beside the first line of each row, of one size for all spans: how long a row is says nothing."""
        pairs = [(row, self.events[row.event], top) for row, top in zip(self.rows, self.tops(), strict=True)]
        return [
            Mark(
                row.event,
                self.rail,
                top - row.mark_depth,
                row.shape,
                fill_of(event.date),
                upright=True,
                stressed=event.stressed,
            )
            for row, event, top in pairs
        ]

    def rails(self) -> list[Line]:
        """The rail, in pieces between the breaks."""
        ends = [self.height - self.gap / 2]
        for middle in self._break_middles().values():
            ends += [middle + BREAK_APART / 2, middle - BREAK_APART / 2]
        ends.append(self.tops()[-1] - self.rows[-1].height)
        return [Line(self.rail, top, self.rail, bottom) for top, bottom in zip(ends[::2], ends[1::2], strict=True)]

    def breaks(self) -> list[Break]:
        """Two slanted strokes where the rail is broken."""
        broken = []
        for event, middle in self._break_middles().items():
            left, right = self.rail - BREAK_SLANT, self.rail + BREAK_SLANT
            upper, lower = middle + BREAK_APART / 2, middle - BREAK_APART / 2
            strokes = Line(left, upper - 2.0, right, upper + 2.0), Line(left, lower - 2.0, right, lower + 2.0)
            broken.append(Break(strokes, event - 1, event))
        return broken

    def _break_middles(self) -> dict[int, float]:
        """Height of each break, with the event under it."""
        pairs = zip(self.rows, self.tops(), strict=True)
        return {
            row.event: top + row.mark_room + (row.break_room + self.gap / 2) / 2 for row, top in pairs if row.break_room
        }
