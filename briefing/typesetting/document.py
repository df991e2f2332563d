"""Semantic HTML + theme → a set document: its numbered tree, and fragments at their places on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Literal, NamedTuple

from briefing.errors import Diagnostic, LayoutError, Position, errors_of, sorted_diagnostics
from briefing.model import Drawing, Element, Picture, direction
from briefing.theme import Page, Placement, Theme
from briefing.typesetting.blocks import Block
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.pagination import Frame, Measured, Place, TooTall, fill_pages
from briefing.typesetting.recording import Artifact, Fragment, Recorder
from briefing.typesetting.story import Item, StoryTeller
from briefing.typesetting.text import Letters, Locate, nowhere
from briefing.typesetting.tree import HEADINGS, TreeNode, number_tree

__all__ = ["PlacedFragment", "SetDocument", "SetPage", "set_document"]

_NOTE_GAP = 12.0
"""Points above the footnotes of a page."""
_SIDE_GAP = 18.0
"""Points between blocks of the side column."""
_NOTE_RULE = 60.0
"""Length of the rule above footnotes, in points; above one that goes on from the page before it crosses the column."""
_RULE_WIDTH = 0.5
"""Thickness of the rules above footnotes, in points."""

_LONGEST_BESIDE = 0.5
"""Share of a page's height that a block beside the text may take."""

_LONGEST_QUOTED = 40


class PlacedFragment(NamedTuple):
    """A fragment with its lower left corner in points from the page's."""

    fragment: Fragment
    x: float
    y: float
    base: int
    """Number of the block's node: what the fragment counts from."""


class SetPage(NamedTuple):
    """One page."""

    fragments: tuple[PlacedFragment, ...]


class SetDocument(NamedTuple):
    """A document that is ready to be written."""

    tree: TreeNode
    page: Page
    pages: tuple[SetPage, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings."""


def set_document(
    html: Element,
    theme: Theme,
    *,
    fonts: FontLibrary,
    pictures: Mapping[str, Picture],
    drawings: Mapping[str, Drawing],
    position: Position | None = None,
    locate: Locate = nowhere,
) -> SetDocument:
    """Set a document; ``position`` is for messages on what has no place of its own, such as the title.

    ``locate`` finds single letters in what was typed, for messages on them.

    Raises:
        LayoutError: with everything that keeps it from being set: a glyph that no font has, a block higher than a
            page, a picture that is missing, text too pale for its ground.
    """
    # Page numbers stand in boxes of as many figures as the template's pages have. Only a document that runs over
    # to another number of figures is set once more.
    figures = len(str(theme.page.at_most))
    while True:
        letters = Letters(locate)
        document = _Setter(replace(html, position=position), theme, fonts, pictures, drawings, letters, figures).set()
        if len(str(len(document.pages))) <= figures:
            return document
        figures = len(str(len(document.pages)))


class _Setter:
    def __init__(
        self,
        html: Element,
        theme: Theme,
        fonts: FontLibrary,
        pictures: Mapping[str, Picture],
        drawings: Mapping[str, Drawing],
        letters: Letters,
        figures: int,
    ) -> None:
        self.theme, self.page, self.letters = theme, theme.page, letters
        self.language = html.get("lang", "en")
        self.diagnostics: list[Diagnostic] = []
        marker = theme.style("ul", ()).marker or "•"
        self.tree = number_tree(html, marker=marker)
        self.nodes = list(self.tree.walk())
        self.story = StoryTeller(
            theme,
            fonts,
            pictures=pictures,
            drawings=drawings,
            diagnostics=self.diagnostics,
            letters=letters,
            figures=figures,
            fits_beside=self._fits_beside,
        )
        self.body = next(node for node in self.nodes if node.tag == "body")
        self.style = replace(theme.style("body", self.body.classes), direction=_direction(html))
        self.recorder = Recorder()

    def set(self) -> SetDocument:
        items = [
            item
            for child in self.body.children
            if child.tag == "main"
            for item in self.story.items(child, self.style, self.language)
        ]
        running = [child for child in self.body.children if child.tag in ("header", "footer")]
        lines = [(child, self.story.block(child, self.style, self.language)) for child in running]
        places = self._fill(items)
        self._stop_on_errors()
        count = max((place.page for place in places), default=0) + 1
        by_page: list[list[Place]] = [[] for _ in range(count)]
        for place in places:
            by_page[place.page].append(place)
        pages = tuple(self._page(number, here, items, lines) for number, here in enumerate(by_page))
        self._warn_of_length(count, places, items)
        return SetDocument(self.tree, self.page, pages, tuple(self.diagnostics))

    def _stop_on_errors(self) -> None:
        errors = errors_of((*self.diagnostics, *self.letters.diagnostics()))
        if errors:
            raise LayoutError(*sorted_diagnostics(errors))

    # Geometry.

    def _width(self, place: str) -> float:
        page = self.page
        whole = page.width - page.left - page.right
        if place != "wide" and page.columns == 2:
            return (whole - page.gutter) / 2
        if place == "wide" or not page.side:
            return whole
        return page.side if place in ("side", "beside") else whole - page.side - page.gutter

    def _left(self, place: str, column: int = 0) -> float:
        """Left end of a column, or of the part of one that is as wide as ``width`` says."""
        return self._mirrored(self._offset(place, column), self._width(place))

    def _offset(self, place: str, column: int) -> float:
        """Distance of a column from the side on which lines begin."""
        page = self.page
        if column:
            return page.left + self._width("main") + page.gutter
        if place == "main" and page.side:
            return page.left + page.side + page.gutter
        return page.left

    def _mirrored(self, offset: float, width: float) -> float:
        return self.style.mirrored(offset, width, self.page.width)

    def _frames(self) -> tuple[Frame, Frame]:
        page = self.page
        bottom = page.height - page.bottom
        return Frame(page.first_top, bottom), Frame(page.top, bottom)

    # Filling.

    def _fill(self, items: Sequence[Item]) -> list[Place]:
        measured = [self._measured(item, self._place(item)) for item in items]
        notes = {name: self._measured(item, "main") for name, item in self.story.notes.items()}
        places, too_tall = fill_pages(
            measured,
            notes=notes,
            frames=self._frames(),
            note_gap=_NOTE_GAP,
            side_gap=_SIDE_GAP,
            columns=self.page.columns,
            grid=self.page.baseline,
        )
        self.diagnostics += [self._too_tall(each, items) for each in too_tall]
        self.diagnostics += self._too_wide(items)
        return places

    def _too_tall(self, found: TooTall, items: Sequence[Item]) -> Diagnostic:
        item = self.story.notes[found.note] if found.note else items[found.block]
        block = item.block
        notes = [note for strip in block.strips(self._width(self._place(item))) for note in strip.notes]
        what = f"This {block.name}, with the notes that belong to it," if notes else f"This {block.name}"
        message = f"{what} is {found.by * 25.4 / 72:.0f} mm taller than a page where it cannot be cut."
        return Diagnostic("error", "too-tall", message, block.position, self._shortening(item))

    def _shortening(self, item: Item) -> str:
        """Say what to shorten: of several texts the longest."""
        texts = [node for node in self.nodes[item.base].walk() if not node.is_inline and _holds_text(node)]
        if len(texts) < 2:
            return "Shorten it, or divide it."
        longest = max(texts, key=lambda node: len(node.spoken()))
        words = longest.spoken().strip()
        begins = f"{words[:_LONGEST_QUOTED]}…" if len(words) > _LONGEST_QUOTED else words
        place = f" ({longest.position})" if longest.position else ""
        return f'Shorten it, or divide it. Its longest text is "{begins}"{place}.'

    def _too_wide(self, items: Sequence[Item]) -> list[Diagnostic]:
        found = []
        for table in (item.block for item in items if item.block.name == "table"):
            least, room = table.natural_width()[0], self._width("wide")
            if least > room:
                message = f"This table needs {least * 25.4 / 72:.0f} mm; the page has {room * 25.4 / 72:.0f} mm."
                hint = "Take columns out, use shorter words, or make its rows its columns."
                found.append(Diagnostic("error", "too-wide", message, table.position, hint))
        return found

    def _measured(self, item: Item, place: Placement) -> Measured:
        style, block = item.style, item.block
        width = self._width(place)
        strips = block.strips(width)
        frame = self._frames()[1]
        if style.keep_together and block.part_height(width, 0, len(strips)) > frame.bottom - frame.top:
            # No page can keep it together: then it is cut like any other.
            strips = block.measure(width)
        return Measured(
            strips,
            place,
            style.space_before,
            style.space_after,
            style.keep_with_next,
            item.forced,
            item.forbidden,
            lambda first: block.repeated(width, first),
        )

    def _place(self, item: Item) -> Placement:
        wanted = item.style.place
        if wanted == "wide" or (item.block.name == "table" and item.block.natural_width()[0] > self._width("main")):
            return "wide"
        return wanted if self.page.side else "main"

    def _fits_beside(self, block: Block) -> bool:
        side, frame = self._width("side"), self._frames()[1]
        height = block.part_height(side, 0, len(block.strips(side)))
        return block.natural_width()[0] <= side and height <= _LONGEST_BESIDE * (frame.bottom - frame.top)

    # Drawing.

    def _page(
        self,
        number: int,
        places: Sequence[Place],
        items: Sequence[Item],
        lines: Sequence[tuple[TreeNode, Block | None]],
    ) -> SetPage:
        fragments = [
            self._running(node, block)
            for node, block in lines
            if block and node.get("data-on", "all") in ("all", "first" if number == 0 else "rest")
        ]
        ruled: set[int] = set()
        for place in places:
            if place.note and place.number not in ruled:
                fragments.append(self._note_rule(place))
                ruled.add(place.number)
            fragments.append(self._placed(place, items))
        return SetPage(tuple(fragments))

    def _running(self, node: TreeNode, block: Block) -> PlacedFragment:
        width = self._width("wide")
        count = len(block.strips(width))
        height = block.part_height(width, 0, count)
        kind = Artifact("Pagination", node.tag.capitalize())
        with self.recorder.fragment(width, height, base=node.number, artifact=kind) as made:
            block.draw_part(self.recorder, width, 0, count)
        y = self.page.header if node.tag == "header" else self.page.height - self.page.footer
        return PlacedFragment(made[0], self._left("wide"), self.page.height - y - height, node.number)

    def _note_rule(self, below: Place) -> PlacedFragment:
        """Draw the rule above the first note of a page; one that crosses the column says that the note goes on."""
        length = self._width("main") if below.first else min(_NOTE_RULE, self._width("main"))
        with self.recorder.fragment(length, _RULE_WIDTH, base=0) as made:
            self.recorder.fill_box(0, 0, length, _RULE_WIDTH, self.style.colour)
        left = self._mirrored(self._offset("main", below.number), length)
        return PlacedFragment(made[0], left, self.page.height - below.y + _NOTE_GAP / 3, 0)

    def _placed(self, place: Place, items: Sequence[Item]) -> PlacedFragment:
        item = self.story.notes[place.note] if place.note else items[place.block]
        width = self._width(place.column)
        height = item.block.part_height(width, place.first, place.last)
        with self.recorder.fragment(width, height, base=item.base) as made:
            item.block.draw_part(self.recorder, width, place.first, place.last)
        return PlacedFragment(
            made[0], self._left(place.column, place.number), self.page.height - place.y - height, item.base
        )

    def _warn_of_length(self, count: int, places: Sequence[Place], items: Sequence[Item]) -> None:
        most = self.page.at_most
        if count <= most:
            return
        pages = f"{count - most} page" + ("s" if count - most > 1 else "")
        height = sum(self._height(place, items) for place in places if place.page >= most)
        lines = max(1, ceil(height / self.style.leading))
        message = (
            f"The document has {count} pages, {pages} more than the {most} that its template is made for: "
            f"about {lines} line{'s' if lines > 1 else ''} too many."
        )
        longest = max(items, key=self._whole)
        hint = f"Shorten the text, or choose another template. The longest block is {self._called(longest)}."
        self.diagnostics.append(Diagnostic("warning", "too-long", message, self.tree.position, hint))

    def _height(self, place: Place, items: Sequence[Item]) -> float:
        if place.column == "side" or place.note:
            return 0.0
        return items[place.block].block.part_height(self._width(place.column), place.first, place.last)

    def _called(self, item: Item) -> str:
        node = self.nodes[item.base]
        heading = next((each.spoken().strip() for each in node.walk() if each.tag in HEADINGS), "")
        position = next((each.position for each in node.walk() if each.position), None)
        called = f'"{heading}"' if heading else f"a {item.block.name}"
        return f"{called} ({position})" if position else called

    def _whole(self, item: Item) -> float:
        width = self._width(self._place(item))
        return item.block.part_height(width, 0, len(item.block.strips(width)))


def _direction(html: Element) -> Literal["ltr", "rtl"]:
    asked = html.get("dir") or direction(html.get("lang", "en"))
    return "rtl" if asked == "rtl" else "ltr"


def _holds_text(node: TreeNode) -> bool:
    """Tell whether text stands in an element itself, not only in those inside it."""
    return any(child.is_inline and child.spoken().strip() for child in node.children)
