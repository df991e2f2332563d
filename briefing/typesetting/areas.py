"""Where text may stand on a page: its columns and frames. Lengths are points."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefing.theme import Page, Placement
from briefing.typesetting.blocks import Block
from briefing.typesetting.pagination import Frame

__all__ = ["Areas"]

_LONGEST_BESIDE = 0.5
"""Share of a page's height that a block beside the text may take."""


class Areas(NamedTuple):
    """The columns of a page in the direction of its document."""

    page: Page
    direction: Literal["ltr", "rtl"]

    def width(self, place: str) -> float:
        """Width of a column, or of all columns with what is between them."""
        page = self.page
        whole = page.width - page.left - page.right
        if place != "wide" and page.columns == 2:
            return (whole - page.gutter) / 2
        if place == "wide" or not page.side:
            return whole
        return page.side if place in ("side", "beside") else whole - page.side - page.gutter

    def left(self, place: str, column: int = 0) -> float:
        """Left end of a column."""
        return self.mirrored(self.offset(place, column), self.width(place))

    def offset(self, place: str, column: int = 0) -> float:
        """Distance of a column from the side of the page on which lines begin."""
        page = self.page
        if column:
            return page.left + self.width("main") + page.gutter
        if place == "main" and page.side:
            return page.left + page.side + page.gutter
        return page.left

    def mirrored(self, offset: float, width: float) -> float:
        """Left end of what begins at a distance from the side on which lines begin."""
        return self.page.width - offset - width if self.direction == "rtl" else offset

    def frames(self) -> tuple[Frame, Frame]:
        """Where text stands on the first page, and on the others."""
        page = self.page
        bottom = page.height - page.bottom
        return Frame(page.first_top, bottom), Frame(page.top, bottom)

    @property
    def height(self) -> float:
        """Of the text of a page that is not the first."""
        frame = self.frames()[1]
        return frame.bottom - frame.top

    def place_of(self, block: Block) -> Placement:
        """Choose the column of a block: the one that its style asks for, or all where it is too wide for that."""
        wanted = block.style.place
        if wanted == "wide" or (block.name == "table" and block.natural_width()[0] > self.width("main")):
            return "wide"
        return wanted if self.page.side else "main"

    def holds_beside(self, block: Block) -> bool:
        """Tell whether a block is small enough to stand beside the text."""
        side = self.width("side")
        height = block.part_height(side, 0, len(block.strips(side)))
        return block.natural_width()[0] <= side and height <= _LONGEST_BESIDE * self.height
