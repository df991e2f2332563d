"""A page's fragments → its content stream: the holes are filled, marks are numbered.

See: ISO 32000-1, 14.6 (marked content).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.memory import FORGETFUL, Memory, Same
from briefing.pdf.fonts import FontUses
from briefing.pdf.images import ImageUses
from briefing.pdf.objects import array, number
from briefing.pdf.operators import operators_of
from briefing.tagging import Marks
from briefing.typesetting import FigureArea, Fragment, NumberHole, Open, PictureMark, PlacedFragment, SetDocument, Show

__all__ = ["Area", "Composer", "PageContent", "Target", "target_at"]

_ROOM_ABOVE = 6.0
"""Points."""


class Area(NamedTuple):
    """A rectangle of a page that a link covers."""

    node: int
    href: str
    box: bytes
    """Written."""


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
    figures: list[FigureArea] = field(default_factory=list)
    """Figures and parts of them, in the order of their marks."""
    tops: dict[int, float] = field(default_factory=dict)
    """Upper edge of what was drawn with a node, in points from the page's lower edge."""


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


def _areas(fragment: Same[Fragment], x: float, y: float, base: int) -> tuple[Area, ...]:
    """Find what links cover where a fragment stands."""
    boxes = ((link, (link.left + x, link.bottom + y, link.right + x, link.top + y)) for link in fragment.value.links)
    return tuple(Area(link.node + base, link.href, array(map(number, box))) for link, box in boxes)


def _number_text(hole: NumberHole, page: int, pages: int, targets: Mapping[str, Target]) -> str:
    if hole.wanted == "page":
        return str(page + 1)
    if hole.wanted == "pages":
        return str(pages)
    target = targets.get(hole.wanted.partition(":")[2])
    return str(target.page + 1) if target else ""


class Composer:
    """Composes the pages of one document; ``marks`` learns every sequence that is opened for a node."""

    def __init__(
        self,
        document: SetDocument,
        *,
        fonts: FontUses,
        images: ImageUses,
        roles: Mapping[int, str],
        marks: Marks,
        memory: Memory = FORGETFUL,
    ) -> None:
        """Prepare for the pages of a document; ``roles`` are the types that its nodes' marks belong to, by number."""
        self._document, self._fonts, self._images, self._memory = document, fonts, images, memory
        self._roles = roles
        self._marks = marks
        self.targets = targets_of(document)

    def page(self, index: int) -> PageContent:
        """Compose one page."""
        result = PageContent(b"")
        parts: list[bytes] = []
        for placed in self._document.pages[index].fragments:
            parts.append(b"q 1 0 0 1 %s %s cm" % (number(placed.x), number(placed.y)))
            self._draw(placed, index, parts, result.tops)
            parts.append(b"Q\n")
            self._take(placed, result)
        result.data = b"".join(parts).removesuffix(b"\n")
        return result

    def _draw(self, placed: PlacedFragment, page: int, parts: list[bytes], tops: dict[int, float]) -> None:
        """Fill the holes of what a fragment draws."""
        fragment, base = Same(placed.fragment), placed.base
        top = placed.y + placed.fragment.height
        pieces, holes = self._memory.recall(operators_of, fragment, self._fonts.writers(fragment))
        for piece, hole in zip(pieces, holes, strict=False):
            parts.append(piece)
            if isinstance(hole, Open):
                node = hole.node + base
                parts.append(b"/%s <</MCID %d>> BDC" % (self._roles[node].encode(), self._marks.open(page, node)))
                tops[node] = top
            elif isinstance(hole, NumberHole):
                parts.append(self._number(hole, page))
            else:
                parts.append(self._picture(hole))
        parts.append(pieces[-1])

    def _take(self, placed: PlacedFragment, result: PageContent) -> None:
        x, y, base = placed.x, placed.y, placed.base
        if placed.fragment.links:
            result.areas += self._memory.recall(_areas, Same(placed.fragment), x, y, base)
        for node, left, bottom, right, top, part in placed.fragment.figures:
            result.figures.append(FigureArea(node + base, left + x, bottom + y, right + x, top + y, part))

    def _picture(self, mark: PictureMark) -> bytes:
        size = b"%s 0 0 %s" % (number(mark.width), number(mark.height))
        place = b"%s %s" % (number(mark.x), number(mark.y))
        return b"q %s %s cm /%s Do Q" % (size, place, self._images.label(mark.picture, mark.width).encode())

    def _number(self, hole: NumberHole, page: int) -> bytes:
        text = _number_text(hole, page, len(self._document.pages), self.targets)
        digits = tuple(hole.digits[int(digit)] for digit in text)
        width = sum(digit.advance for digit in digits) * hole.size / 1000
        x = hole.x + (0.0 if hole.leading else hole.width - width)
        show = Show(hole.font, hole.size, x, hole.y, digits, hole.colour)
        return self._fonts.writer(hole.font).show(show).encode("ascii")
