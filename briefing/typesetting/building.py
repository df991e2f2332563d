"""Element + theme → block: the one place that says what an element becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, NamedTuple

from briefing.errors import Diagnostic
from briefing.memory import Memory, Same
from briefing.model import Drawing, Picture
from briefing.photographs import cropped
from briefing.theme import Align, Style, Theme
from briefing.typesetting.areas import Areas
from briefing.typesetting.blocks import (
    Block,
    Cell,
    Columns,
    Copies,
    DrawingBlock,
    DrawingSetting,
    Figure,
    Fitted,
    ListItem,
    Paragraph,
    PictureBlock,
    QrBlock,
    Row,
    RuleBlock,
    Stack,
    TableBlock,
    TableRow,
    Turned,
)
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.styling import inside_of, is_box, style_of
from briefing.typesetting.text import InlineReader, Unset, check_contrast, check_distance, pale_inks, refuse_hidden
from briefing.typesetting.tree import TreeNode, drawing_name

__all__ = ["BlockBuilder", "Illustrations", "Note", "Setting"]

_NAMES = {"ul": "list", "ol": "list", "dl": "list", "blockquote": "quotation", "figure": "figure", "table": "table"}
"""What messages call the boxes of some elements."""
_ARRANGING = frozenset({"columns", "column", "wide"})
"""Classes that say how boxes stand, and not what they are."""
_LARGE, _LARGE_LEADING = 18.0, 0.87
"""Points from which letters are large, and the share of the leading that their fonts ask for that is enough then."""
_HIGHEST_PICTURE = 0.8
"""Share of a page's height, so that its caption and some text stand with it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of a document depend on."""

    theme: Same[Theme]
    fonts: FontLibrary
    direction: Literal["ltr", "rtl"]
    figures: int
    """How many a page number may have."""
    own_figures: int = 0
    """How many that of its own page has, on lines that are made for pages of so many; 0 where it may be any page."""

    @property
    def areas(self) -> Areas:
        """The columns of its pages."""
        return Areas(self.theme.value.page, self.direction, self.theme.value.panels)


class Illustrations(NamedTuple):
    """What a block shows besides text, by name."""

    pictures: tuple[tuple[str, Picture], ...] = ()
    drawings: tuple[tuple[str, Drawing], ...] = ()


class Note(NamedTuple):
    """A footnote that was met in a block."""

    id: str
    block: Block
    number: int
    """Of its node, counted from that of the block."""


class BlockBuilder:
    """Makes the block of one element. Collects what is wrong with it; never raises for content.

    Nodes are counted from the number ``base``, for the block to be the same wherever its element stands.
    """

    def __init__(self, setting: Setting, shown: Illustrations, *, base: int, memory: Memory) -> None:
        self._setting, self._theme, self._fonts = setting, setting.theme.value, setting.fonts
        self._pictures, self._drawings = dict(shown.pictures), dict(shown.drawings)
        self._base, self._memory = base, memory
        self._around = 0.0
        """Height of the padding of the boxes that are open."""
        self.diagnostics: list[Diagnostic] = []
        self.unset = Unset()
        self.notes: list[Note] = []
        self._inline = InlineReader(
            self._theme,
            self._fonts,
            self.diagnostics,
            figures=setting.figures,
            own_figures=setting.own_figures,
            unset=self.unset,
            base=base,
        )

    def _style(self, node: TreeNode, around: Style, also: tuple[str, ...] = ()) -> Style:
        return style_of(node, around, self._theme, self.diagnostics, also)

    def block(self, node: TreeNode, around: Style, language: str, also: tuple[str, ...] = ()) -> Block | None:
        """Make the block of one element, with all that stands inside; ``None`` where there is nothing to show.

        ``also`` are classes that it has besides its own.
        """
        style = self._style(node, around, also)
        language = node.get("lang", language)
        if style.hidden:
            return None
        if node.tag == "aside" and "note" in node.classes:
            self._note(node, around, language)
            return None
        block = self._placed_as_asked(self._make(node, style, language), node, style)
        if block and node.get("id"):
            block.anchors = (node.get("id"), *block.anchors)
        return block

    def _placed_as_asked(self, block: Block | None, node: TreeNode, style: Style) -> Block | None:
        """Turn a block and repeat it, where its style says so."""
        if block and style.turn:
            most = self._setting.areas.height_for(style) - self._around
            block = Turned(block, style, most=most, diagnostics=self.diagnostics, position=node.position)
        if block and style.copies > 1:
            block = Copies(block, style, position=node.position)
        return block

    def _make(self, node: TreeNode, style: Style, language: str) -> Block | None:
        if node.tag == "img":
            return self._media(node, style, language)
        if node.tag == "table":
            return self._table(node, style, language)
        if node.tag == "hr":
            return RuleBlock(style, node.position)
        if node.tag == "li":
            return self._list_item(node, style, language)
        if all(child.is_inline for child in node.children) and not is_box(style):
            return self._paragraph(node.children, node, style, language)
        return self._box(node, style, language)

    def _note(self, node: TreeNode, around: Style, language: str) -> None:
        style = self._style(node, around)
        block = self._box(node, style, language)
        if block:
            block.anchors = (node.get("id"),)
            self.notes.append(Note(node.get("id"), block, node.number - self._base))

    def _paragraph(self, children: list[TreeNode], node: TreeNode, style: Style, language: str) -> Block | None:
        text = self._inline.text(children, style, language)
        if not text.words:
            return None
        check_contrast(node, style, self.diagnostics)
        check_distance(node, style, self._fonts, self.diagnostics)
        paragraph: Block
        if style.sizes:
            paragraph = self._fitted(children, node, style, language)
        else:
            style = _led(style, text.leading)
            paragraph = Paragraph(text.words, style, self._fonts, position=node.position)
        return Stack([paragraph], replace(style, rise=0.0), position=node.position) if style.indent else paragraph

    def _fitted(self, children: list[TreeNode], node: TreeNode, style: Style, language: str) -> Fitted:
        """Set a text in each of its sizes; what is wrong with it was said of the first setting of all."""
        apart = BlockBuilder(self._setting, Illustrations(), base=self._base, memory=self._memory)
        sizes = []
        for size in dict.fromkeys(max(each, self._theme.page.least) for each in style.sizes):
            own = replace(style, size=size, leading=style.leading * size / style.size)
            text = apart._inline.text(children, own, language)
            sizes.append(Paragraph(text.words, _led(own, text.leading), self._fonts, position=node.position))
        return Fitted(sizes, style, position=node.position)

    def _box(self, node: TreeNode, style: Style, language: str) -> Block | None:
        padding = style.padding.top + style.padding.bottom
        self._around += padding
        blocks = list(self._blocks(node, style, language))
        self._around -= padding
        if not blocks:
            return None
        box: Block
        if style.columns:
            box = Row(blocks, style, position=node.position)
        elif node.tag == "figure":
            box = Figure(blocks, style, again=self._again(node, style, language), position=node.position)
        else:
            box = Stack(blocks, style, position=node.position)
        box.name = _NAMES.get(node.tag) or next((each for each in node.classes if each not in _ARRANGING), box.name)
        return box

    def _again(self, node: TreeNode, style: Style, language: str) -> Block | None:
        """Make the caption of a figure once more, to stand above what goes on on another page and to say so."""
        caption = node.children[0]
        if caption.tag != "figcaption" or not caption.get("data-continued"):
            return None
        words = TreeNode(caption.number, "", " " + caption.get("data-continued"), position=caption.position)
        copy = TreeNode(caption.number, "figcaption", "", {}, [*caption.children, words], caption.position)
        # What is wrong with the caption is said of the caption itself.
        apart = BlockBuilder(self._setting, Illustrations(), base=self._base, memory=self._memory)
        return apart.block(copy, style, language)

    def _blocks(self, node: TreeNode, style: Style, language: str) -> Iterator[Block]:
        # Text beside blocks gets a paragraph of its own, in the style of what is around it.
        plain = inside_of(style)
        if style.sizes:
            plain = replace(plain, sizes=style.sizes, fit=style.fit, one_line=style.one_line)
        for inline, group in groupby(node.children, key=lambda child: child.is_inline):
            children = list(group)
            if inline:
                block = self._paragraph(children, node, plain, language)
                if block:
                    yield block
                continue
            for child in children:
                block = self.block(child, style, language)
                if block:
                    self._refuse_panel(block, style)
                    yield block

    def _refuse_panel(self, block: Block, around: Style) -> None:
        """Report a block that should stand in a panel, and stands in a box outside of that."""
        if block.style.panel != around.panel:
            message = f'A block inside of a box cannot stand in the panel "{block.style.panel}".'
            hint = "Say the place of the box in the theme, in place of that of the block."
            self.diagnostics.append(Diagnostic("error", "nested-panel", message, block.position, hint))

    def _list_item(self, node: TreeNode, style: Style, language: str) -> Block | None:
        label, body = node.children[0], node.children[1]
        marked = replace(inside_of(style), colour=style.marker_colour or style.colour)
        label_text = self._inline.text([label], marked, language)
        inner = inside_of(style)
        content = Stack(list(self._blocks(body, inner, language)), inner, position=node.position)
        if style.marker == "none" or not label_text.words:
            return Stack([content], style, position=node.position)
        marker = Paragraph(label_text.words, _led(marked, label_text.leading), self._fonts)
        return ListItem(marker, content, style, position=node.position)

    def _media(self, node: TreeNode, style: Style, language: str) -> Block | None:
        number, wanted, ornament = node.number - self._base, node.get("data-width"), not node.get("alt")
        if node.get("data-qr"):
            return QrBlock(
                node.get("data-qr"),
                number,
                style,
                memory=self._memory,
                wanted=wanted,
                diagnostics=self.diagnostics,
                ornament=ornament,
                position=node.position,
            )
        drawing = self._drawings.get(drawing_name(node))
        if drawing:
            self.diagnostics += pale_inks(drawing.inks, style)
            return DrawingBlock(
                drawing,
                number,
                style,
                setting=DrawingSetting(self._fonts, language, self._setting.areas.height_for(style) - self._around),
                diagnostics=self.diagnostics,
                ornament=ornament,
                position=node.position,
            )
        picture = self._pictures.get(node.get("src"))
        if picture:
            limit = style.height or self._setting.areas.height_for(style) * _HIGHEST_PICTURE
            return PictureBlock(
                cropped(picture, node.get("data-crop"), node.get("data-focus")),
                number,
                style,
                wanted=wanted,
                limit=limit,
                ornament=ornament,
                position=node.position,
            )
        name = node.get("src") or node.get("data-drawing")
        message = f'There is no picture or drawing "{name}".'
        self.diagnostics.append(Diagnostic("error", "missing-picture", message, node.position))
        return None

    def _table(self, node: TreeNode, style: Style, language: str) -> Block | None:
        blocks: list[Block] = []
        for child in node.children:
            if child.tag == "caption":
                block = self.block(child, style, language)
                blocks += [block] if block else []
        parts = [part for part in node.children if part.tag in ("thead", "tbody")]
        rows = [(row, part.tag == "thead") for part in parts for row in part.children]
        if rows:
            body = [row for row, is_head in rows if not is_head]
            figures = _figure_columns(body)
            made = [self._row(row, style, language, figures) for row, _ in rows]
            head, tallest = sum(head for _, head in rows), self._setting.areas.height_for(style)
            plain = inside_of(style)
            columns = _columns(body, figures)._replace(tracks=style.columns)
            blocks.append(TableBlock(made, head, plain, tallest=tallest, columns=columns, position=node.position))
        if not blocks:
            return None
        table = Stack(blocks, style, position=node.position)
        table.name = _NAMES["table"]
        return table

    def _row(self, node: TreeNode, around: Style, language: str, figures: Set[int]) -> TableRow:
        style = self._style(node, around)
        refuse_hidden(node, style, self.diagnostics)
        last = len(node.children) - 1
        cells = (
            self._cell(cell, style, language, last=index == last, figures=index in figures)
            for index, cell in enumerate(node.children)
        )
        return TableRow(tuple(cells), style)

    def _cell(self, node: TreeNode, around: Style, language: str, *, last: bool, figures: bool) -> Cell:
        style = self._style(node, around)
        refuse_hidden(node, style, self.diagnostics)
        if last:
            # The padding at the right keeps columns apart; the table itself ends flush with the text.
            style = replace(style, padding=replace(style.padding, right=0.0))
        style = replace(style, align=_aligned(node.get("data-align"), style, figures=figures))
        block = Stack(list(self._blocks(node, style, node.get("lang", language))), style, position=node.position)
        columns = node.get("colspan", "1")
        return Cell(block, int(columns) if columns.isdigit() else 1)


def _led(style: Style, leading: float) -> Style:
    """Move lines apart as far as their fonts need it; large letters need less, for they are seen one by one."""
    leading *= _LARGE_LEADING if style.size >= _LARGE else 1.0
    return replace(style, leading=leading) if leading > style.leading else style


def _figure_columns(rows: Sequence[TreeNode]) -> Set[int]:
    """Find the columns of a table of which most cells hold digits."""
    count = Counter(
        index for row in rows for index, cell in enumerate(row.children) if any(map(str.isdigit, cell.spoken()))
    )
    return {index for index, found in count.items() if 2 * found > len(rows)}


def _columns(rows: Sequence[TreeNode], figures: Set[int]) -> Columns:
    """Tell of what the columns of a table are: figures that stand below each other, and names of its rows."""
    flush = (
        {index for index, cell in enumerate(row.children) if cell.get("data-align") == "right"} & figures
        for row in rows
    )
    named = bool(rows) and all(row.children and row.children[0].tag == "th" for row in rows)
    return Columns(frozenset(figures).intersection(*flush), named)


def _aligned(asked: str, style: Style, *, figures: bool) -> Align:
    """Side on which the lines of a cell end: where the language begins, or the other one.

    Figures that are flush right are so from right to left as well: all digits run from left to right, and their ones
    stand below each other.
    """
    aligned: Mapping[str, Align] = {"left": "left", "right": "right", "centre": "centre"}
    if asked == "right" and figures and style.direction == "rtl":
        return "left"
    return aligned.get(asked, style.align)
