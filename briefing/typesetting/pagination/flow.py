"""What page filling is told, and what it answers: values without fonts and without drawing. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from briefing.typesetting.blocks import Strip

__all__ = [
    "SLACK",
    "Atom",
    "Chain",
    "Frame",
    "Measured",
    "Overfull",
    "Place",
    "Room",
    "TooTall",
    "height_of",
    "notes_of",
    "unrolled",
]

SLACK = 0.01
"""Points that rounding may cost."""


class Added(Protocol):
    """Height of what is added to a part that is cut at a strip, in points."""

    def __call__(self, strip: int, /) -> float:
        """Ask for one strip."""


def _nothing(strip: int, /) -> float:
    return 0.0


class Measured(NamedTuple):
    """A block, or a footnote, as page filling sees it."""

    strips: tuple[Strip, ...]
    place: Literal["main", "side", "beside", "wide"]
    space_before: float
    space_after: float
    keep_with_next: bool
    forced: bool
    forbidden: bool
    repeated: Added
    """What stands again above a part that begins at a strip."""
    panel: str = ""
    """Name of the panel that it stands in; its place says nothing then."""
    closing: Added = _nothing
    """What stands below a part that ends before a strip."""


class Frame(NamedTuple):
    """Where text stands on a page, in points from the upper edge."""

    top: float
    bottom: float


class Room(NamedTuple):
    """A part of a page that text stands in."""

    page: int
    """From 0."""
    frame: Frame


class Chain(NamedTuple):
    """A panel: parts of pages that text runs through."""

    rooms: tuple[Room, ...]
    below: float
    """Share of the height that is left in one of them which stands above its text."""
    balanced: bool = False
    """Whether text goes to about the same height in all of them, where there is room for more."""


class Place(NamedTuple):
    """Strips of one block, or of one footnote, on one page."""

    block: int
    """Index of the block, or -1 where ``note`` is set."""
    first: int
    last: int
    page: int
    """From 0."""
    column: Literal["main", "side", "wide"]
    y: float
    """Upper edge, in points from the upper edge of the page."""
    note: str = ""
    """Id of the footnote that stands here."""
    number: int = 0
    """Of the column, where the text has two: 1 at the right; of the area, where the panel has several."""
    panel: str = ""
    """Name of the panel that it stands in, or nothing."""


class TooTall(NamedTuple):
    """A strip that no page can hold."""

    block: int
    """Index of the block, or -1 where ``note`` is set."""
    by: float
    """Points too many."""
    note: str = ""
    """Id of the footnote that it belongs to."""
    headed: bool = False
    """Whether a page holds it, but not with the headings above it."""
    panel: str = ""
    """Name of the panel whose areas cannot hold it."""


class Overfull(NamedTuple):
    """A panel that has no room for all of its text."""

    panel: str
    by: float
    """Points too many."""
    blocks: tuple[int, ...]
    """Indexes of all that should stand in it."""


@dataclass(slots=True)
class Atom:
    """One strip of the main flow with what is needed to place it."""

    block: int
    strip: int
    height: float
    head_room: float
    may_break: bool
    forced: bool
    wide: bool
    notes: tuple[str, ...]
    baseline: float = 0.0
    """Of a line, above its lower edge; 0 for what is no line."""
    beside: list[int] = field(default_factory=list)
    """Blocks of the side column that come just before it."""


def height_of(measured: Measured, first: int, last: int) -> float:
    """Height of some strips at the top of a column, with what is repeated above them and added below."""
    strips = measured.strips[first:last]
    if not strips:
        return 0.0
    closing = measured.closing(last) if last < len(measured.strips) else 0.0
    return sum(strip.height for strip in strips) - strips[0].head_room + measured.repeated(first) + closing


def notes_of(measured: Measured, first: int, last: int) -> list[str]:
    """Ids of the footnotes whose markers stand in some strips."""
    return [note for strip in measured.strips[first:last] for note in strip.notes]


def unrolled(blocks: Sequence[Measured]) -> tuple[list[Atom], list[int]]:
    """Unroll the main flow; the blocks of the side column hang on the atom after them, or are left over.

    What is kept with the next block stands with its first two strips, or with the only one.
    """
    atoms: list[Atom] = []
    beside: list[int] = []
    above: Measured | None = None
    for number, block in enumerate(blocks):
        if block.place in ("side", "beside"):
            beside.append(number)
            continue
        kept = above is not None and above.keep_with_next
        for index, strip in enumerate(block.strips):
            height, room, may_break = strip.height, strip.head_room, strip.break_before
            if index == 0:
                gap = max(above.space_after, block.space_before) if above else 0.0
                height, room = height + gap, room + gap
                may_break = may_break and not block.forbidden and not kept
            elif index == 1 and kept:
                may_break = False
            forced = strip.forced or (index == 0 and block.forced)
            atoms.append(
                Atom(
                    number,
                    index,
                    height,
                    room,
                    may_break,
                    forced,
                    block.place == "wide",
                    strip.notes,
                    strip.baseline,
                    beside,
                )
            )
            beside = []
        above = block if block.strips else above
    return atoms, beside
