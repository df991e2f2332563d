"""What does not fit on the pages, or in a panel → messages that say by how much, and what to shorten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from briefing.errors import Diagnostic
from briefing.theme import POINTS_PER_MM
from briefing.typesetting.areas import Areas
from briefing.typesetting.pagination import Overfull, Place, TooTall
from briefing.typesetting.story import Item
from briefing.typesetting.text import ADDRESS
from briefing.typesetting.tree import HEADINGS, TreeNode

__all__ = ["Misfits"]

_LONGEST_QUOTED = 40
_SHORTER_ADDRESS = "Print a shorter address that leads there, in the petition: print_as: example.org/sign"


class Misfits:
    """Says what does not fit of one document, of whose lines ``leading`` is the usual height in points."""

    def __init__(
        self, tree: TreeNode, areas: Areas, items: Sequence[Item], notes: Mapping[str, Item], leading: float
    ) -> None:
        self.tree, self.areas, self.items, self.notes, self.leading = tree, areas, items, notes, leading

    def too_tall(self, found: TooTall) -> Diagnostic:
        """Say what cannot be cut, and is taller than any place for it."""
        item = self.notes[found.note] if found.note else self.items[found.block]
        block = item.block
        notes = [note for strip in block.strips(item.width) for note in strip.notes]
        # A name of two words is a class of a template, which authors do not know.
        name = "block" if "-" in block.name else block.name
        what = f"This {name}, with the notes that belong to it," if notes else f"This {name}"
        where = f'the panel "{found.panel}"{self._holds(found.panel)}' if found.panel else "a page"
        over = f"{found.by / POINTS_PER_MM:.0f} mm taller than {where}"
        message = f"{what} is {over} where it cannot be cut."
        if found.headed:
            message = f"{what} is {over} together with the headings above it, and cannot be cut."
        hint = self._shortening(item)
        address = self._longest_text([item]) if hint is _SHORTER_ADDRESS else None
        return Diagnostic("error", "too-tall", message, address.position if address else block.position, hint)

    def _holds(self, panel: str) -> str:
        """Say what stands in a panel as authors call it, in the middle of a sentence."""
        holds = self.areas.panels[panel].holds
        return f", which holds {holds}," if holds else ""

    def _shortening(self, item: Item) -> str:
        """Say what to shorten: of several texts the longest."""
        texts, longest = self._texts(item), self._longest_text([item])
        if longest and ADDRESS in longest.classes:
            return _SHORTER_ADDRESS
        if longest is None or len(texts) < 2:
            return "Shorten it, or divide it."
        place = f" ({longest.position})" if longest.position else ""
        return f'Shorten it, or divide it. Its longest text is "{_beginning(longest)}"{place}.'

    def too_wide(self) -> Iterator[Diagnostic]:
        """Say which tables need more room across than there is."""
        for item in self.items:
            table = item.block
            if table.name != "table":
                continue
            panel = table.style.panel
            least, room = table.natural_width()[0], self.areas.width(panel or "wide")
            if least > room:
                where = f'the panel "{panel}"' if panel else "the page"
                message = f"This table needs {least / POINTS_PER_MM:.0f} mm; {where} has {room / POINTS_PER_MM:.0f} mm."
                hint = "Take columns out, use shorter words, or make its rows its columns."
                yield Diagnostic("error", "too-wide", message, table.position, hint)

    def too_long(self, count: int, places: Sequence[Place]) -> Diagnostic:
        """Say how much a document that has so many pages is longer than its template is made for."""
        most = self.areas.page.at_most
        pages = f"{count - most} page" + ("s" if count - most > 1 else "")
        height = sum(self._height(place) for place in places if place.page >= most)
        message = (
            f"The document has {count} pages, {pages} more than the {most} that its template is made for: "
            f"about {self._lines(height)} too many."
        )
        hint = f"Shorten the text, or choose another template. {self._longest(self.items)}"
        return Diagnostic("warning", "too-long", message, self.tree.position, hint)

    def overfull(self, found: Overfull) -> Diagnostic:
        """Say how much does not fit in a panel. Nothing is left out, so that there is no file until it fits."""
        items = [self.items[block] for block in found.blocks]
        panel = f'The panel "{found.panel}"{self._holds(found.panel)}'
        message = f"{panel} has no room for all that stands in it: about {self._lines(found.by)} too many."
        longest = self._longest_text(items)
        if longest and ADDRESS in longest.classes:
            return Diagnostic("error", "panel-overfull", message, longest.position, _SHORTER_ADDRESS)
        hint = f"Shorten the text, or choose another template. {self._longest(items)}"
        return Diagnostic("error", "panel-overfull", message, self.tree.position, hint)

    def _lines(self, height: float) -> str:
        lines = max(1, ceil(height / self.leading))
        return f"{lines} line{'s' if lines > 1 else ''}"

    def _height(self, place: Place) -> float:
        if place.column == "side" or place.note:
            return 0.0
        item = self.items[place.block]
        return item.block.part_height(item.width, place.first, place.last)

    def _longest(self, items: Iterable[Item]) -> str:
        return f"The longest block is {self._called(max(items, key=_whole))}."

    def _called(self, item: Item) -> str:
        node = self._node(item)
        heading = next((_beginning(each) for each in node.walk() if each.tag in HEADINGS), "")
        position = next((each.position for each in node.walk() if each.position), None)
        longest = self._longest_text([item])
        if not heading and longest and item.block.name in node.classes:
            # Classes are words of templates, which authors do not know.
            heading = _beginning(longest)
        called = f'"{heading}"' if heading else f"a {item.block.name}"
        return f"{called} ({position})" if position else called

    def _longest_text(self, items: Iterable[Item]) -> TreeNode | None:
        return max((text for item in items for text in self._texts(item)), key=_length, default=None)

    def _texts(self, item: Item) -> list[TreeNode]:
        return [node for node in self._node(item).walk() if not node.is_inline and _holds_text(node)]

    def _node(self, item: Item) -> TreeNode:
        """Find the node of a block."""
        return next(node for node in self.tree.walk() if node.number == item.number)


def _length(node: TreeNode) -> int:
    return len(node.spoken())


def _whole(item: Item) -> float:
    return item.block.part_height(item.width, 0, len(item.measured.strips))


def _beginning(node: TreeNode) -> str:
    words = node.spoken().strip()
    return f"{words[:_LONGEST_QUOTED]}…" if len(words) > _LONGEST_QUOTED else words


def _holds_text(node: TreeNode) -> bool:
    """Tell whether text stands in an element itself, not only in those inside it."""
    return any(child.is_inline and child.spoken().strip() for child in node.children)
