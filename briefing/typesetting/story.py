"""Numbered tree → what page filling places, in reading order: containers are opened, all else is a block."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.memory import Memory
from briefing.model import Drawing, Picture
from briefing.theme import Style
from briefing.typesetting.blocks import Block
from briefing.typesetting.building import Illustrations, Setting
from briefing.typesetting.pagination import Measured
from briefing.typesetting.prepared import Given, known_by, prepare
from briefing.typesetting.styling import is_box, style_of
from briefing.typesetting.text import Letters
from briefing.typesetting.tree import TreeNode, drawing_name

__all__ = ["Item", "StoryTeller"]

_OPEN = frozenset({"main", "section", "div", "body", "header", "footer"})
"""Containers whose children may stand on pages of their own, where no style makes a box of them."""
_TEXT_ALONE = Illustrations()


class Item(NamedTuple):
    """A block that page filling places."""

    block: Block
    width: float
    """Of its column, in points."""
    measured: Measured
    base: int
    """Number of the node that its own are counted from."""
    number: int
    """That of its node."""
    anchors: tuple[str, ...] = ()
    """Ids of the containers that begin with it, the outermost first."""


class StoryTeller:
    """Makes blocks of nodes, or remembers them. Collects what is wrong; never raises for content."""

    def __init__(
        self,
        setting: Setting,
        letters: Letters,
        *,
        pictures: Mapping[str, Picture],
        drawings: Mapping[str, Drawing],
        memory: Memory,
    ) -> None:
        self._setting, self._letters, self._memory = setting, letters, memory
        self._pictures, self._drawings = pictures, drawings
        self.diagnostics: list[Diagnostic] = []
        self.notes: dict[str, Item] = {}
        """Footnotes met so far, by id."""

    def items(self, node: TreeNode, around: Style, language: str) -> list[Item]:
        """Blocks of a container's children, sections opened, in reading order."""
        language = node.get("lang", language)
        result: list[Item] = []
        for child in node.children:
            if child.tag or child.text.strip():
                result += self._items_of(child, around, language)
        return result

    def running(
        self, node: TreeNode, around: Style, language: str, *, figures: int = 0, own_figures: int = 0
    ) -> Item | None:
        """Make the block of a running line; ``None`` where there is nothing to show.

        Its page numbers have room for so many ``figures``, or for as many as those of the text; that of its own page
        for ``own_figures``, or for as many as the others.
        """
        setting = replace(self._setting, figures=figures or self._setting.figures, own_figures=own_figures)
        return self._item(node, around, language, setting, running=True)

    def _items_of(self, node: TreeNode, around: Style, language: str) -> list[Item]:
        if node.tag in _OPEN:
            style = style_of(node, around, self._setting.theme.value, self.diagnostics)
            if not style.hidden and _is_open(node, style):
                return _opened(node, style, self.items(node, style, language))
        item = self._item(node, around, language, self._setting)
        return [item] if item else []

    def _item(
        self, node: TreeNode, around: Style, language: str, setting: Setting, *, running: bool = False
    ) -> Item | None:
        known, base = known_by(node.element or node.text), node.number
        shown = self._shown(node, known)
        given = Given(known, node.position, around, language, setting, shown, running)
        prepared = self._memory.recall_by((prepare, given), lambda: prepare(node, given, self._memory))
        self.diagnostics += prepared.diagnostics
        self._letters.add(prepared.unset)
        for note in prepared.notes:
            self.notes[note.id] = Item(*note.set, base, base + note.number)
        return Item(*prepared.set, base, base) if prepared.set else None

    def _shown(self, node: TreeNode, known: Hashable) -> Illustrations:
        """Find the pictures and drawings that a block has, among those of the document."""
        if not (self._pictures or self._drawings):
            return _TEXT_ALONE
        sources, drawings = self._memory.recall_by((_wanted, known), lambda: _wanted(node))
        if not (sources or drawings):
            return _TEXT_ALONE
        return Illustrations(
            tuple((name, self._pictures[name]) for name in sources if name in self._pictures),
            tuple((name, self._drawings[name]) for name in drawings if name in self._drawings),
        )


def _wanted(node: TreeNode) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the pictures and drawings that an element asks for."""
    images = [each for each in node.walk() if each.tag == "img"]
    sources, drawings = {each.get("src") for each in images}, {drawing_name(each) for each in images}
    return tuple(sorted(sources - {""})), tuple(sorted(drawings - {""}))


def _is_open(node: TreeNode, style: Style) -> bool:
    if is_box(style) or style.keep_together or style.indent or style.turn or style.copies > 1:
        return False
    if style.place != "main" and not style.panel:
        return False
    return not all(child.is_inline for child in node.children)


def _opened(node: TreeNode, style: Style, items: list[Item]) -> list[Item]:
    """Give the room, the id and the break of a container without a box to its first and last block."""
    if not items:
        return items
    first, asked = items[0], node.get("data-break")
    name = node.get("id")
    measured = first.measured._replace(
        space_before=max(first.measured.space_before, style.space_before),
        forced=first.measured.forced or style.break_before or asked == "before",
        forbidden=first.measured.forbidden or asked == "avoid",
    )
    items[0] = first._replace(measured=measured, anchors=(name, *first.anchors) if name else first.anchors)
    last = items[-1]
    after = max(last.measured.space_after, style.space_after)
    items[-1] = last._replace(measured=last.measured._replace(space_after=after))
    return items
