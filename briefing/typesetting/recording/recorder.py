"""A ReportLab canvas that records instead of writing a file.

Flowables draw on it as on any canvas. Text goes through ``show`` alone, with glyphs; ReportLab's own text calls are
refused, for they would use fonts that are not embedded. Whatever is drawn outside a node becomes an artifact when
the page is composed.

Seams into ReportLab 5.1, each with a test: ``Canvas._code`` takes the operators, ``Canvas.absolutePosition`` the
current matrix, ``Canvas._make_preamble`` is not used. ``Table`` calls ``setFont`` and draws cells of flowables alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NoReturn

from reportlab.pdfgen.canvas import Canvas

from briefing.errors import Position
from briefing.model import Picture
from briefing.theme import components
from briefing.typesetting.fonts import Font, ShapedText
from briefing.typesetting.recording.fragment import (
    Anchor,
    Artifact,
    Close,
    CodeArea,
    DrawnPart,
    FigureArea,
    Fragment,
    LinkArea,
    NumberHole,
    Open,
    Operation,
    PartedWord,
    PictureMark,
    Show,
)

__all__ = ["Recorder"]

_REPEATED = Artifact("Pagination")


class Recorder(Canvas):
    """Collects operations, links and anchors of one block at a time."""

    _code: list[Any]

    def __init__(self) -> None:
        super().__init__(BytesIO(), pagesize=(10_000, 10_000), pageCompression=0, invariant=1)
        self._start(None)

    def _start(self, artifact: Artifact | None) -> None:
        self._code = []
        self._links: list[LinkArea] = []
        self._anchors: list[Anchor] = []
        self._figures: list[FigureArea] = []
        self._codes: list[CodeArea] = []
        self._parted: list[PartedWord] = []
        self._artifact = artifact
        self._depth = 0
        self._turned_at: tuple[float, float] | None = None

    @contextmanager
    def fragment(self, width: float, height: float, *, artifact: Artifact | None = None) -> Iterator[list[Fragment]]:
        """Record what is drawn inside the block; the list holds the fragment afterwards.

        With ``artifact`` all of it is one, and nothing is tagged.
        """
        self._start(artifact)
        self.saveState()
        result: list[Fragment] = []
        yield result
        self.restoreState()
        operations: tuple[Operation, ...] = tuple(self._code)
        areas = (tuple(self._links), tuple(self._anchors), tuple(self._figures), tuple(self._codes))
        result.append(Fragment(width, height, operations, *areas, tuple(self._parted)))

    @contextmanager
    def untagged(self, artifact: Artifact = _REPEATED) -> Iterator[None]:
        """Draw artifacts for a while: without another wish, what is repeated on each page."""
        before, self._artifact = self._artifact, self._artifact or artifact
        yield
        self._artifact = before

    @contextmanager
    def turned(self, width: float, height: float, *, upwards: bool) -> Iterator[None]:
        """Draw a box of a size turned by a quarter: as wide as it was high, with its lower left corner at the origin.

        Lines run ``upwards``, anticlockwise by 90 degrees, or else downwards. Places in it are named at its upper
        edge, for a window to show all of it.
        """
        self.saveState()
        before = self._turned_at
        self._turned_at = before or self.absolutePosition(0, width)
        self.transform(*((0, 1, -1, 0, height, 0) if upwards else (0, -1, 1, 0, 0, width)))
        yield
        self._turned_at = before
        self.restoreState()

    @contextmanager
    def node(self, number: int) -> Iterator[None]:
        """Draw marks that belong to a node, counted from the block's own; never one inside another."""
        if self._depth:
            raise RuntimeError("marked content cannot be nested")
        self._depth += 1
        self._code.append(self._artifact or Open(number))
        yield
        self._code.append(Close())
        self._depth -= 1

    def show(
        self,
        x: float,
        y: float,
        texts: tuple[ShapedText, ...],
        *,
        font: Font,
        size: float,
        colour: str,
        tracking: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        """Set texts on a baseline that begins at x, y."""
        self._code.append(Show(font, size, x, y, texts, colour, tracking, angle))

    def number(self, hole: NumberHole) -> None:
        """Leave room for a page number."""
        self._code.append(hole)

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Set a raster picture into a box."""
        self._code.append(PictureMark(picture, x, y, width, height))

    def link(self, node: int, href: str, left: float, bottom: float, right: float, top: float) -> None:
        """Make a rectangle lead to an address or, with ``#``, to an anchor."""
        if self._artifact:
            return
        self._links.append(LinkArea(node, href, *self._box(left, bottom, right, top)))

    def anchor(self, name: str, x: float, y: float) -> None:
        """Name a place."""
        if not self._artifact:
            self._anchors.append(Anchor(name, *(self._turned_at or self.absolutePosition(x, y))))

    def figure(self, node: int, width: float, height: float, part: DrawnPart | None = None) -> None:
        """Note that a figure's node, or a part of it, is drawn at the origin."""
        if not self._artifact:
            self._figures.append(FigureArea(node, *self._box(0, 0, width, height), part))

    def _box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Find a rectangle on the page, lower left corner first; what is turned by a quarter has other corners."""
        one, other = self.absolutePosition(left, bottom), self.absolutePosition(right, top)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def code(self, text: str, side: float, position: Position | None) -> None:
        """Note that a QR code is drawn at the origin, for somebody to try it."""
        self._codes.append(CodeArea(text, *self._box(0, 0, side, side), position))

    def parted(self, node: int, text: str) -> None:
        """Note that a word goes on in the next line."""
        self._parted.append(PartedWord(node, text))

    def fill_box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        red, green, blue = components(colour)
        self.setFillColorRGB(red, green, blue)
        self.rect(x, y, width, height, stroke=0, fill=1)

    def setFont(self, *_: object, **__: object) -> None:  # noqa: N802
        """Do nothing: ReportLab's tables choose a font before they draw cells, which have fonts of their own."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise RuntimeError("text is set by show(), with an embedded font")

    drawString = drawRightString = drawCentredString = beginText = drawText = _refuse  # noqa: N815
