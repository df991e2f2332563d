"""A fragment: what a block drew, as a value with holes.

It holds no number that belongs to a document: glyphs are (font, glyph, text), nodes are counted from the block's
own, and page numbers, resource names, codes and marked-content ids are filled in when a page is composed.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from briefing.errors import Position
from briefing.model import Picture, PlacedDrawing
from briefing.typesetting.fonts import Font, Glyph, ShapedText

__all__ = [
    "Anchor",
    "Artifact",
    "Close",
    "CodeArea",
    "DrawnPart",
    "FigureArea",
    "Fragment",
    "LinkArea",
    "NumberHole",
    "Open",
    "Operation",
    "PictureMark",
    "Show",
]


class Open(NamedTuple):
    """From here on the marks belong to a node: a marked-content sequence begins."""

    node: int
    """Its number in reading order, counted from the block's own node."""


class Artifact(NamedTuple):
    """From here on the marks belong to nobody, for instance a running line."""

    kind: str
    """As ISO 32000-1, 14.8.2.2 names it: ``Pagination`` for what is repeated on each page, ``Layout`` for ornament."""
    subtype: str = ""
    """``Header`` or ``Footer`` of a page."""


class Close(NamedTuple):
    """The sequence that was opened last ends."""


class Show(NamedTuple):
    """Shaped texts on one baseline, one after the other."""

    font: Font
    size: float
    x: float
    y: float
    texts: tuple[ShapedText, ...]
    colour: str
    tracking: float = 0.0
    """Points added after each glyph."""
    angle: float = 0.0
    """Degrees, anticlockwise."""

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs, in the order in which they stand."""
        return tuple(glyph for text in self.texts for glyph in text.glyphs)


class NumberHole(NamedTuple):
    """Room for a page number, filled when the pages are known."""

    wanted: str
    """``page``, ``pages`` or ``page-of:ID``."""
    font: Font
    size: float
    x: float
    y: float
    width: float
    """Points; the number stands at its right end, or at its left where ``leading`` is true."""
    digits: tuple[ShapedText, ...]
    """0 to 9."""
    colour: str
    leading: bool = False


class PictureMark(NamedTuple):
    """A raster picture set into a box."""

    picture: Picture
    x: float
    y: float
    width: float
    height: float


Operation: TypeAlias = str | Open | Artifact | Close | Show | NumberHole | PictureMark
"""A text is operators as ReportLab writes them."""


class LinkArea(NamedTuple):
    """A rectangle that leads somewhere."""

    node: int
    """The ``a`` element, counted from the block's own node."""
    href: str
    left: float
    bottom: float
    right: float
    top: float


class Anchor(NamedTuple):
    """A place that links and outline lead to."""

    id: str
    x: float
    y: float


class DrawnPart(NamedTuple):
    """Some strips of a drawing."""

    drawing: PlacedDrawing
    first: int
    last: int
    """Not among them."""

    def words(self, part: int, parts: int) -> str:
        """Tell what they show, given their number among the parts of the drawing, from 1."""
        return self.drawing.alternative(self.first, self.last, part, parts)


class FigureArea(NamedTuple):
    """A rectangle in which a figure was drawn, or a part of one."""

    node: int
    """Of the picture, counted from the block's own node."""
    left: float
    bottom: float
    right: float
    top: float
    part: DrawnPart | None = None
    """Of a drawing."""


class CodeArea(NamedTuple):
    """A rectangle in which a QR code was drawn, its quiet zone included; also where it is an artifact."""

    text: str
    """What it says."""
    left: float
    bottom: float
    right: float
    top: float
    position: Position | None = None
    """Where the author wrote what it says."""


class PartedWord(NamedTuple):
    """A word that is wider than its line."""

    node: int
    """Whose text it is, counted from the block's own node."""
    text: str


class Fragment(NamedTuple):
    """The marks of a block or of a part of it; the origin is its lower left corner, in points."""

    width: float
    height: float
    operations: tuple[Operation, ...]
    links: tuple[LinkArea, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    figures: tuple[FigureArea, ...] = ()
    """In the order in which their nodes were opened."""
    codes: tuple[CodeArea, ...] = ()
    parted: tuple[PartedWord, ...] = ()
