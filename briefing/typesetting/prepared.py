"""An element → its block, measured; parts of it → fragments. This is the work that a memory keeps.

What comes of it depends on nothing but what it is given, and nothing changes a block once it is made: the same one may
stand twice in a document, and in many documents.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.memory import Memory, Same
from briefing.model import Node
from briefing.theme import Placement, Style
from briefing.typesetting.areas import Areas
from briefing.typesetting.blocks import Block
from briefing.typesetting.building import BlockBuilder, Illustrations, Setting
from briefing.typesetting.pagination import Measured
from briefing.typesetting.recording import Artifact, Fragment, Recorder
from briefing.typesetting.text import UnsetText
from briefing.typesetting.tree import INLINE, TreeNode

__all__ = ["Given", "Piece", "Prepared", "PreparedNote", "SetBlock", "drawn", "known_by", "prepare"]

_IN_TEXT = "in-text"
"""Class of what was meant to stand beside the text and is too large for that."""
_AROUND_BLOCKS = frozenset({"section"}) | INLINE
"""Elements that are new in each document, around blocks that may be the same."""
_RUNNING = frozenset({"header", "footer"})
"""Elements that are new with all that stands in them."""


class Given(NamedTuple):
    """What a block depends on."""

    element: Hashable
    """See ``known_by``."""
    position: Position | None
    """The element's own, or that of what is around it."""
    around: Style
    language: str
    setting: Setting
    shown: Illustrations
    running: bool = False
    """It is a line that is repeated on each page, over the whole width."""


class SetBlock(NamedTuple):
    """A block at the width of its column, in points."""

    block: Block
    width: float
    measured: Measured


class PreparedNote(NamedTuple):
    """A footnote that an element holds."""

    id: str
    set: SetBlock
    number: int
    """Of its node, counted from that of the element."""


class Prepared(NamedTuple):
    """All that comes of an element. Nodes are counted from its own."""

    set: SetBlock | None
    """None where there is nothing to show."""
    notes: tuple[PreparedNote, ...]
    diagnostics: tuple[Diagnostic, ...]
    unset: tuple[UnsetText, ...]


class Piece(NamedTuple):
    """Strips of a block that stand in one place."""

    block: Same[Block]
    width: float
    """Points."""
    first: int
    last: int
    anchors: tuple[str, ...] = ()
    """Ids, besides its own, that lead to its beginning."""
    artifact: Artifact | None = None


def known_by(node: Node, *, running: bool = False) -> Hashable:
    """What an element is known by in a memory: it itself, or its parts where only these are the same again.

    Not what it is equal to: equal elements may have been typed in different places.
    """
    if isinstance(node, str):
        return node
    running = running or node.tag in _RUNNING
    if not running and node.tag not in _AROUND_BLOCKS:
        return Same(node)
    parts = tuple([known_by(child, running=running) for child in node.children])
    return node.tag, node.position, tuple(sorted(node.attributes.items())), parts


def prepare(node: TreeNode, given: Given, memory: Memory) -> Prepared:
    """Make the block of an element, and measure it and its footnotes for the columns that they stand in.

    Of the node its number alone is not among what is given, and it changes nothing.
    """
    areas = given.setting.areas
    builder = BlockBuilder(given.setting, given.shown, base=node.number, memory=memory)
    block = builder.block(node, given.around, given.language)
    if block and not given.running and _stands_beside(block.style) and not areas.holds_beside(block):
        block = builder.block(node, given.around, given.language, also=(_IN_TEXT,))
    asked = node.get("data-break")
    found = None
    if block:
        place = "wide" if given.running else areas.place_of(block)
        forced = block.style.break_before or asked == "before"
        found = _set(block, place, areas, forced=forced, forbidden=asked == "avoid")
    notes = tuple(PreparedNote(name, _set(note, "main", areas), number) for name, note, number in builder.notes)
    return Prepared(found, notes, tuple(builder.diagnostics), tuple(builder.unset.texts))


def _stands_beside(style: Style) -> bool:
    return style.place == "beside" and not style.panel


def _set(block: Block, place: Placement, areas: Areas, *, forced: bool = False, forbidden: bool = False) -> SetBlock:
    style = block.style
    width = areas.width(style.panel or place)
    strips = block.strips(width)
    if style.keep_together and block.part_height(width, 0, len(strips)) > areas.height_for(style):
        # No page can keep it together: then it is cut like any other.
        strips = block.measure(width)
    repeated, closing = partial(block.repeated, width), partial(block.closing, width)
    before, after, kept = style.space_before, style.space_after, style.keep_with_next
    measured = Measured(strips, place, before, after, kept, forced, forbidden, repeated, style.panel, closing)
    return SetBlock(block, width, measured)


def drawn(recorder: Recorder, piece: Piece) -> Fragment:
    """Draw some strips of a block."""
    block, width, first, last = piece.block.value, piece.width, piece.first, piece.last
    height = block.part_height(width, first, last)
    with recorder.fragment(width, height, artifact=piece.artifact) as made:
        for name in piece.anchors:
            recorder.anchor(name, 0, height)
        block.draw_part(recorder, width, first, last)
    return made[0]
