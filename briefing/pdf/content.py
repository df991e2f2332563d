"""A page's fragments → its content stream: the holes are filled, marks are numbered.

What stands outside a node is wrapped as an artifact, so that nothing on a page is untagged.
See: ISO 32000-1, 14.6 (marked content), 14.8.2.2 (artifacts); ISO 14289-1, 7.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple

from briefing.pdf.fonts import FontUses
from briefing.pdf.images import ImageUses
from briefing.pdf.objects import number
from briefing.pdf.showing import TextWriter
from briefing.tagging import Marks
from briefing.theme import components
from briefing.typesetting import (
    Artifact,
    Close,
    Font,
    NumberHole,
    Open,
    Operation,
    PictureMark,
    PlacedFragment,
    SetDocument,
    SetPage,
    Show,
)

__all__ = ["Area", "Composer", "PageContent", "Target", "note_glyphs", "target_at"]

_ORNAMENT = b"/Artifact <</Type /Layout>> BDC\n%s\nEMC"
"""Rules and grounds, which belong to no node."""
_ROOM_ABOVE = 6.0
"""Points."""
_PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"})


class Area(NamedTuple):
    """A rectangle of a page that a link covers."""

    node: int
    href: str
    box: tuple[float, float, float, float]


class Target(NamedTuple):
    """A place in the file that links and bookmarks lead to."""

    page: int
    """From 0."""
    top: float
    """Upper edge of the window, in points from the page's lower edge."""


@dataclass(slots=True)
class PageContent:
    """What a page's stream says, and what links and figures have to know of it."""

    data: bytes
    areas: list[Area] = field(default_factory=list)
    boxes: dict[int, tuple[float, float, float, float]] = field(default_factory=dict)
    """Bounding boxes of figures by node."""


def targets_of(document: SetDocument) -> dict[str, Target]:
    """Find the place of every id."""
    found: dict[str, Target] = {}
    for page, content in enumerate(document.pages):
        for placed in content.fragments:
            for anchor in placed.fragment.anchors:
                found.setdefault(anchor.id, target_at(page, placed.y + anchor.y, document.page.height))
    return found


def target_at(page: int, y: float, height: float) -> Target:
    """A target for what begins at a height, with a little room above it on a page of the height given."""
    return Target(page, min(y + _ROOM_ABOVE, height))


def _number_text(hole: NumberHole, page: int, pages: int, targets: Mapping[str, Target]) -> str:
    if hole.wanted == "page":
        return str(page + 1)
    if hole.wanted == "pages":
        return str(pages)
    target = targets.get(hole.wanted.partition(":")[2])
    return str(target.page + 1) if target else ""


def note_glyphs(document: SetDocument, fonts: FontUses) -> None:
    """Tell the fonts every glyph that the document shows."""
    for page in document.pages:
        for placed in page.fragments:
            for operation in placed.fragment.operations:
                if isinstance(operation, Show):
                    fonts[operation.font].note(operation.texts)
                elif isinstance(operation, NumberHole):
                    fonts[operation.font].note(operation.digits)


class Composer:
    """Composes the pages of one document; ``marks`` learns every sequence that is opened for a node."""

    def __init__(
        self, document: SetDocument, fonts: FontUses, images: ImageUses, role: Callable[[int], str], marks: Marks
    ) -> None:
        self._document, self._fonts, self._images, self._role = document, fonts, images, role
        self._marks = marks
        self._writers: dict[tuple[Font, float], TextWriter] = {}
        self.targets = targets_of(document)

    def page(self, index: int) -> PageContent:
        """Compose one page."""
        page: SetPage = self._document.pages[index]
        result = PageContent(b"")
        parts: list[bytes] = []
        for placed in page.fragments:
            parts.append(b"q 1 0 0 1 %s %s cm" % (number(placed.x), number(placed.y)))
            parts += self._operations(placed, index)
            parts.append(b"Q")
            self._take(placed, result)
        result.data = b"\n".join(parts)
        return result

    def _take(self, placed: PlacedFragment, result: PageContent) -> None:
        x, y, base = placed.x, placed.y, placed.base
        for link in placed.fragment.links:
            box = (link.left + x, link.bottom + y, link.right + x, link.top + y)
            result.areas.append(Area(link.node + base, link.href, box))
        for node, (left, bottom, right, top) in placed.fragment.boxes:
            result.boxes[node + base] = (left + x, bottom + y, right + x, top + y)

    def _operations(self, placed: PlacedFragment, page: int) -> list[bytes]:
        parts: list[bytes] = []
        inside = False
        for operation in placed.fragment.operations:
            if isinstance(operation, Open):
                node = operation.node + placed.base
                parts.append(b"/%s <</MCID %d>> BDC" % (self._role(node).encode(), self._marks.open(page, node)))
                inside = True
            elif isinstance(operation, Artifact):
                parts.append(_artifact(operation))
                inside = True
            elif isinstance(operation, Close):
                parts.append(b"EMC")
                inside = False
            else:
                written = self._paint(operation, page)
                wrap = not inside and _paints(operation)
                parts.append(_ORNAMENT % written if wrap else written)
        return parts

    def _paint(self, operation: Operation, page: int) -> bytes:
        if isinstance(operation, str):
            # ReportLab ends a path before it begins one, which only a path object may do: ISO 32000-1, figure 9.
            return operation.removeprefix("n ").encode("ascii")
        if isinstance(operation, Show):
            return self._show(operation)
        if isinstance(operation, NumberHole):
            return self._number(operation, page)
        if isinstance(operation, PictureMark):
            size = b"%s 0 0 %s" % (number(operation.width), number(operation.height))
            place = b"%s %s" % (number(operation.x), number(operation.y))
            return b"q %s %s cm /%s Do Q" % (size, place, self._images.label(operation.picture).encode())
        raise TypeError(operation)

    def _show(self, show: Show) -> bytes:
        writer = self._writer(show.font, show.size)
        turn = b"1 0 0 1"
        if show.angle:
            c, s = cos(radians(show.angle)), sin(radians(show.angle))
            turn = b" ".join(number(value) for value in (c, s, -s, c))
        colour = b" ".join(number(value) for value in components(show.colour))
        return b"BT %s rg %s %s%s %s %s Tm %s%s ET" % (
            colour,
            writer.choice,
            b"%s Tc " % number(show.tracking) if show.tracking else b"",
            turn,
            number(show.x),
            number(show.y),
            writer.show(show.texts),
            b" 0 Tc" if show.tracking else b"",
        )

    def _writer(self, font: Font, size: float) -> TextWriter:
        found = self._writers.get((font, size))
        if found is None:
            found = self._writers[font, size] = TextWriter(self._fonts[font], size)
        return found

    def _number(self, hole: NumberHole, page: int) -> bytes:
        text = _number_text(hole, page, len(self._document.pages), self.targets)
        digits = tuple(hole.digits[int(digit)] for digit in text)
        width = sum(digit.advance for digit in digits) * hole.size / 1000
        x = hole.x + (0.0 if hole.leading else hole.width - width)
        return self._show(Show(hole.font, hole.size, x, hole.y, digits, hole.colour))


def _artifact(artifact: Artifact) -> bytes:
    subtype = b" /Subtype /" + artifact.subtype.encode() if artifact.subtype else b""
    return b"/Artifact <</Type /%s%s>> BDC" % (artifact.kind.encode(), subtype)


def _paints(operation: Operation) -> bool:
    return not isinstance(operation, str) or operation.rstrip().rpartition(" ")[2] in _PAINTING
