"""Semantic HTML + theme → a set document: its numbered tree, and fragments at their places on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from briefing.errors import Diagnostic, LayoutError, Position, errors_of, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Drawing, DrawnCode, Element, Picture, direction
from briefing.theme import Page, Style, Theme
from briefing.typesetting.building import Setting
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.lines import LARGE_PRINT
from briefing.typesetting.marks import MARKS_FROM, fold_marks, ground
from briefing.typesetting.misfits import Misfits
from briefing.typesetting.pagination import Place, fill_pages, fill_panels, of_panel
from briefing.typesetting.parted import parted_words
from briefing.typesetting.prepared import Piece, drawn
from briefing.typesetting.recording import Artifact, Fragment, Recorder
from briefing.typesetting.running import RunningLine, RunningLines, with_page
from briefing.typesetting.story import Item, StoryTeller
from briefing.typesetting.text import Letters, Locate, nowhere
from briefing.typesetting.tree import TreeNode, number_tree

__all__ = ["PlacedFragment", "SetDocument", "SetPage", "set_document"]

_NOTE_GAP = 12.0
"""Points above the footnotes of a page."""
_SIDE_GAP = 18.0
"""Points between blocks of the side column."""
_NOTE_RULE = 60.0
"""Length of the rule above footnotes, in points; above one that goes on from the page before it crosses the column."""
_RULE_WIDTH = 0.5
"""Thickness of the rules above footnotes, in points."""


class PlacedFragment(NamedTuple):
    """A fragment with its lower left corner in points from the page's."""

    fragment: Fragment
    x: float
    y: float
    base: int
    """Number of the node that the fragment counts from."""


class SetPage(NamedTuple):
    """One page."""

    fragments: tuple[PlacedFragment, ...]
    folds: tuple[float, ...] = ()
    """Where it is to be folded and does not say so itself, in points from its left edge."""


class SetDocument(NamedTuple):
    """A document that is ready to be written."""

    tree: TreeNode
    page: Page
    pages: tuple[SetPage, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings."""

    @property
    def codes(self) -> tuple[DrawnCode, ...]:
        """The QR codes on its pages, the copies that are ornament too."""
        return tuple(
            DrawnCode(number, area.text, area.position)
            for number, page in enumerate(self.pages, 1)
            for placed in page.fragments
            for area in placed.fragment.codes
        )


def set_document(
    html: Element,
    theme: Theme,
    *,
    fonts: FontLibrary,
    pictures: Mapping[str, Picture],
    drawings: Mapping[str, Drawing],
    position: Position | None = None,
    locate: Locate = nowhere,
    memory: Memory = FORGETFUL,
) -> SetDocument:
    """Set a document; ``position`` is for messages on what has no place of its own, such as the title.

    ``locate`` finds single letters in what was typed, for messages on them. Blocks that ``memory`` knows, by the
    identity of their elements, are neither made nor drawn again.

    Raises:
        LayoutError: with everything that keeps it from being set: a glyph that no font has, a block higher than a
            page, a picture that is missing, text too pale for its ground.
    """
    # Page numbers stand in boxes of as many figures as the template's pages have. Only a document that runs over
    # to another number of figures is set once more, or one whose running lines are higher than its theme thinks, or one
    # whose panels have no room for its text in the size that their theme begins with.
    figures = len(str(theme.page.at_most))
    marker = theme.style("ul", ()).marker or "•"
    tree = number_tree(replace(html, position=position), marker=marker, memory=memory)
    while True:
        setting = Setting(Same(theme), fonts, _direction(html), figures)
        letters = Letters(locate)
        story = StoryTeller(setting, letters, pictures=pictures, drawings=drawings, memory=memory)
        setter = _Setter(tree, setting, story, letters, memory)
        page = setter.running.roomier(theme.page)
        if page != theme.page:
            theme = memory.recall(with_page, Same(theme), page)
            continue
        items = setter.items()
        crowded = setter.crowded(items)
        if crowded:
            theme = memory.recall(with_smaller_text, Same(theme), crowded)
            continue
        document = setter.set(items)
        if len(str(len(document.pages))) <= figures:
            return document
        figures = len(str(len(document.pages)))


class _Setter:
    def __init__(self, tree: TreeNode, setting: Setting, story: StoryTeller, letters: Letters, memory: Memory) -> None:
        self.tree, self.story, self.letters, self.memory = tree, story, letters, memory
        self.areas, self.figures = setting.areas, setting.figures
        self.page = self.areas.page
        self.diagnostics = story.diagnostics
        self.body = next(node for node in tree.children if node.tag == "body")
        # What a memory gave is the same each time, and is quicker known again.
        self.style = memory.recall(_body_style, setting, self.body.classes)
        self.language = tree.get("lang", "en")
        self.running = RunningLines(story, self.body, self.style, self.language)
        self.recorder = Recorder()

    def items(self) -> list[Item]:
        """Make the blocks of the text."""
        return [
            item
            for child in self.body.children
            if child.tag == "main"
            for item in self.story.items(child, self.style, self.language)
        ]

    def crowded(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Name the panels that have no room for their text, and that may have smaller letters."""
        chains = {name: each for name, each in self.areas.chains().items() if self.areas.panels[name].smaller}
        if not chains:
            return ()
        found = fill_panels([item.measured for item in items], chains, grid=self.page.baseline)
        return tuple(sorted({each.panel for each in found.too_tall} | {each.panel for each in found.overfull}))

    def set(self, items: Sequence[Item]) -> SetDocument:
        places = self._fill(items)
        self._stop_on_errors()
        count = max((place.page for place in places), default=0) + 1
        by_page: list[list[Place]] = [[] for _ in range(count)]
        for place in places:
            by_page[place.page].append(place)
        lines = self.running.of_pages(count, self.figures)
        pages = tuple(self._page(number, here, items, lines[number]) for number, here in enumerate(by_page))
        if self.page.least >= LARGE_PRINT:
            drawn = ((placed.base, placed.fragment) for page in pages for placed in page.fragments)
            self.diagnostics += parted_words(self.tree, drawn)
        if count > self.page.at_most:
            self.diagnostics.append(self._misfits(items).too_long(count, places))
        return SetDocument(self.tree, self.page, pages, tuple(self.diagnostics))

    def _stop_on_errors(self) -> None:
        errors = errors_of((*self.diagnostics, *self.letters.diagnostics()))
        if errors:
            raise LayoutError(*sorted_diagnostics(errors))

    # Filling.

    def _fill(self, items: Sequence[Item]) -> list[Place]:
        measured = [item.measured for item in items]
        places, too_tall = fill_pages(
            of_panel(measured, "") if self.areas.panels else measured,
            notes={name: note.measured for name, note in self.story.notes.items()},
            frames=self.areas.frames(),
            note_gap=_NOTE_GAP,
            side_gap=_SIDE_GAP,
            columns=self.page.columns,
            grid=self.page.baseline,
        )
        in_panels = fill_panels(measured, self.areas.chains(), grid=self.page.baseline)
        misfits = self._misfits(items)
        self.diagnostics += [misfits.too_tall(each) for each in (*too_tall, *in_panels.too_tall)]
        self.diagnostics += [misfits.overfull(each) for each in in_panels.overfull]
        self.diagnostics += misfits.too_wide()
        # What stands in panels is drawn in the order of the text, wherever its panel is.
        return sorted((*places, *in_panels.places), key=_in_order) if in_panels.places else places

    def _misfits(self, items: Sequence[Item]) -> Misfits:
        return Misfits(self.tree, self.areas, items, self.story.notes, self.style.leading)

    # Drawing.

    def _page(
        self,
        number: int,
        places: Sequence[Place],
        items: Sequence[Item],
        lines: Sequence[RunningLine],
    ) -> SetPage:
        fragments = self._below_text(number, places)
        fragments += [self._running(line) for line in lines if line.stands_on(number)]
        ruled: set[int] = set()
        for place in places:
            if place.note and place.number not in ruled:
                fragments.append(self._note_rule(place))
                ruled.add(place.number)
            fragments.append(self._placed(place, items))
        return SetPage(tuple(fragments), self.areas.folds(number) if self.page.fold_marks == "outside" else ())

    def _below_text(self, number: int, places: Sequence[Place]) -> list[PlacedFragment]:
        """Draw the grounds of panels that hold something, and the marks of folds."""
        panels = dict.fromkeys(place.panel for place in places if place.panel)
        grounds = [each for panel in panels for each in self.areas.grounds(number, panel)]
        drawn_first = [PlacedFragment(ground(self.recorder, each), each.left, each.bottom, 0) for each in grounds]
        folds = self.areas.folds(number) if self.page.fold_marks == "inside" else ()
        if folds:
            marks = fold_marks(self.recorder, folds, self.page.width, self.page.height, self.style.colour)
            drawn_first.append(PlacedFragment(marks, MARKS_FROM, MARKS_FROM, 0))
        return drawn_first

    def _running(self, line: RunningLine) -> PlacedFragment:
        node, item = line
        kind = Artifact("Pagination", node.tag.capitalize())
        count = len(item.measured.strips)
        made = self._drawn(Piece(Same(item.block), item.width, 0, count, artifact=kind))
        y = self.page.header if node.tag == "header" else self.page.height - self.page.footer
        return PlacedFragment(made, self.areas.left("wide"), self.page.height - y - made.height, item.base)

    def _note_rule(self, below: Place) -> PlacedFragment:
        """Draw the rule above the first note of a page; one that crosses the column says that the note goes on."""
        column = self.areas.width("main")
        length = column if below.first else min(_NOTE_RULE, column)
        made = self.memory.recall_by(
            (_rule, length, self.style.colour), lambda: _rule(self.recorder, length, self.style.colour)
        )
        left = self.areas.mirrored(self.areas.offset("main", below.number), length)
        return PlacedFragment(made, left, self.page.height - below.y + _NOTE_GAP / 3, 0)

    def _placed(self, place: Place, items: Sequence[Item]) -> PlacedFragment:
        item = self.story.notes[place.note] if place.note else items[place.block]
        anchors = () if place.first else item.anchors
        made = self._drawn(Piece(Same(item.block), item.width, place.first, place.last, anchors))
        left = self.areas.left(place.panel or place.column, place.number)
        return PlacedFragment(made, left, self.page.height - place.y - made.height, item.base)

    def _drawn(self, piece: Piece) -> Fragment:
        return self.memory.recall_by((drawn, piece), lambda: drawn(self.recorder, piece))


def with_smaller_text(theme: Same[Theme], panels: tuple[str, ...]) -> Theme:
    """Give some panels of a theme the next smaller of their sizes."""
    old = theme.value.panels
    smaller = {name: replace(old[name], scale=old[name].smaller[0], smaller=old[name].smaller[1:]) for name in panels}
    return replace(theme.value, panels={**old, **smaller})


def _in_order(place: Place) -> tuple[int, int, int]:
    return place.page, place.block, place.first


def _body_style(setting: Setting, classes: tuple[str, ...]) -> Style:
    return replace(setting.theme.value.style("body", classes), direction=setting.direction)


def _rule(recorder: Recorder, length: float, colour: str) -> Fragment:
    with recorder.fragment(length, _RULE_WIDTH) as made:
        recorder.fill_box(0, 0, length, _RULE_WIDTH, colour)
    return made[0]


def _direction(html: Element) -> Literal["ltr", "rtl"]:
    asked = html.get("dir") or direction(html.get("lang", "en"))
    return "rtl" if asked == "rtl" else "ltr"
