"""Where text may stand on a page: its columns and frames. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefing.theme import POINTS_PER_MM, Area, Page, Panel, Placement, Standing, Style
from briefing.typesetting.blocks import Block
from briefing.typesetting.pagination import Chain, Frame, Room

__all__ = ["Areas", "Ground"]

_LONGEST_BESIDE = 0.5
"""Share of a page's height that a block beside the text may take."""


_BELOW: Mapping[Standing, float] = MappingProxyType({"top": 0.0, "middle": 0.5, "bottom": 1.0})
"""Share of the room that is left in an area which stands above its text."""


_BLEED = 3 * POINTS_PER_MM
"""What printing houses ask for beyond the edge; other printers do not show it."""


class Ground(NamedTuple):
    """A part of a page that is filled with a colour, from the page's lower left corner."""

    left: float
    bottom: float
    width: float
    height: float
    colour: str
    """``#rrggbb``."""


class Areas(NamedTuple):
    """The columns of a page, and its panels, in the direction of its document."""

    page: Page
    direction: Literal["ltr", "rtl"]
    panels: Mapping[str, Panel] = MappingProxyType({})

    def width(self, place: str) -> float:
        """Width of a column, of all columns with what is between them, or of the lines in a panel."""
        if place in self.panels:
            return self.panels[place].areas[0].text_width
        page = self.page
        whole = page.width - page.left - page.right
        if place != "wide" and page.columns == 2:
            return (whole - page.gutter) / 2
        if place == "wide" or not page.side:
            return whole
        return page.side if place in ("side", "beside") else whole - page.side - page.gutter

    def left(self, place: str, column: int = 0) -> float:
        """Left end of a column, or of the lines in an area of a panel, by its number."""
        if place in self.panels and not self.panels[place].areas[column].mirrored:
            return self.offset(place, column)
        return self.mirrored(self.offset(place, column), self.width(place))

    def offset(self, place: str, column: int = 0) -> float:
        """Distance of a column from the side of the page on which lines begin."""
        if place in self.panels:
            area = self.panels[place].areas[column]
            return area.left + area.padding.left
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

    def chains(self) -> Mapping[str, Chain]:
        """Where text stands in the panels."""
        return {
            name: Chain(tuple(map(_room, panel.areas)), _BELOW[panel.standing], panel.balanced)
            for name, panel in self.panels.items()
        }

    def grounds(self, page: int, panel: str) -> Iterator[Ground]:
        """What is filled on a page, counted from 0, below the text of a panel."""
        colour = self.panels[panel].background
        for area in self.panels[panel].areas if colour else ():
            if area.page == page + 1:
                left = self.mirrored(area.left, area.width) if area.mirrored else area.left
                yield self._bled(left, area, colour)

    def _bled(self, left: float, area: Area, colour: str) -> Ground:
        """Let a ground that reaches an edge of the page go on beyond it: a printing house cuts it there."""
        page, bottom = self.page, self.page.height - area.top - area.height
        right, top = left + area.width, bottom + area.height
        left, bottom = (_beyond(low, -_BLEED, at=0.0) for low in (left, bottom))
        right, top = _beyond(right, _BLEED, at=page.width), _beyond(top, _BLEED, at=page.height)
        return Ground(left, bottom, right - left, top - bottom, colour)

    def folds(self, page: int) -> tuple[float, ...]:
        """Where a page is folded, counted from 0, from its left edge: a leaf has its folds in the same places."""
        mirrored = (self.direction == "rtl") != bool(page % 2)
        return tuple(self.page.width - fold if mirrored else fold for fold in self.page.folds)

    def height_for(self, style: Style) -> float:
        """Of the text of a page that is not the first, or of the highest area of the panel of a block."""
        if style.panel:
            return max(area.text_height for area in self.panels[style.panel].areas)
        frame = self.frames()[1]
        return frame.bottom - frame.top

    def place_of(self, block: Block) -> Placement:
        """Choose the column of a block: the one that its style asks for, or all where it is too wide for that."""
        if block.style.panel:
            return "main"
        wanted = block.style.place
        if wanted == "wide" or (block.name == "table" and block.natural_width()[0] > self.width("main")):
            return "wide"
        return wanted if self.page.side else "main"

    def holds_beside(self, block: Block) -> bool:
        """Tell whether a block is small enough to stand beside the text."""
        side = self.width("side")
        height = block.part_height(side, 0, len(block.strips(side)))
        return block.natural_width()[0] <= side and height <= _LONGEST_BESIDE * self.height_for(block.style)


def _beyond(end: float, by: float, *, at: float) -> float:
    return at + by if abs(end - at) < 1 else end


def _room(area: Area) -> Room:
    return Room(area.page - 1, Frame(area.top + area.padding.top, area.top + area.height - area.padding.bottom))
