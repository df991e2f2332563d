"""Lines that stand on each page above and below the text: with room for its number, and never in the text's way."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from briefing.memory import Same
from briefing.theme import Page, Style, Theme
from briefing.typesetting.story import Item, StoryTeller
from briefing.typesetting.tree import TreeNode

__all__ = ["RunningLine", "RunningLines", "with_page"]

_EDGE = 5 * 72 / 25.4
"""Points at the edge of the paper that office printers leave white."""
_CLEAR = 6.0
"""Least points between the text and the running lines at the foot."""
_NEAR, _BELOW_HEADER = 10.0, 17.0
"""Points from a header to the text: where there would be fewer than the first, there are as many as the second."""


class RunningLine(NamedTuple):
    """A header or a footer."""

    node: TreeNode
    item: Item

    def stands_on(self, page: int) -> bool:
        """Tell whether it stands on a page, counted from 0."""
        return self.node.get("data-on", "all") in ("all", "rest" if page else "first")

    @property
    def height(self) -> float:
        """Points."""
        return self.item.block.part_height(self.item.width, 0, len(self.item.measured.strips))


class RunningLines:
    """Makes the running lines of a document: first those that check its theme, then those of its pages."""

    def __init__(self, story: StoryTeller, body: TreeNode, style: Style, language: str) -> None:
        self._story, self._style, self._language = story, style, language
        self._nodes = [child for child in body.children if child.tag in ("header", "footer")]
        self.first = self._made()

    def _made(self, *, figures: int = 0, own_figures: int = 0) -> tuple[RunningLine, ...]:
        made = (
            (node, self._story.running(node, self._style, self._language, figures=figures, own_figures=own_figures))
            for node in self._nodes
        )
        return tuple(RunningLine(node, item) for node, item in made if item)

    def of_pages(self, count: int, figures: int) -> list[tuple[RunningLine, ...]]:
        """Make those of each page of a document, in whose text a number has room for so many ``figures``.

        Numbers have just the room that they need: there is no hole in "page 1 of 14". Nothing else moves.
        """
        most = len(str(count))
        by_figures = {
            own: self.first if own == most == figures else self._made(figures=most, own_figures=own)
            for own in range(1, most + 1)
        }
        return [by_figures[len(str(number))] for number in range(1, count + 1)]

    def roomier(self, page: Page) -> Page:
        """Move the text away from running lines that are high, and these away from the edge of the paper."""
        for line in self.first:
            page = _above_footer(page, line) if line.node.tag == "footer" else _below_header(page, line)
        return page


def _above_footer(page: Page, line: RunningLine) -> Page:
    footer = line.height + _EDGE
    if footer <= page.footer:
        return page
    return replace(page, footer=footer, bottom=max(page.bottom, footer + _CLEAR))


def _below_header(page: Page, line: RunningLine) -> Page:
    lowest = page.header + line.height

    def below(top: float, *, stands: bool) -> float:
        return lowest + _BELOW_HEADER if stands and lowest + _NEAR > top else top

    first_top, top = below(page.first_top, stands=line.stands_on(0)), below(page.top, stands=line.stands_on(1))
    return replace(page, first_top=first_top, top=top)


def with_page(theme: Same[Theme], page: Page) -> Theme:
    """Put another page into a theme."""
    return replace(theme.value, page=page)
