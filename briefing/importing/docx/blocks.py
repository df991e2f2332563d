"""Paragraphs and tables as they were read → blocks of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from mammoth import documents

from briefing.errors import Position
from briefing.importing.docx.items import Item, as_lists
from briefing.importing.docx.plain import BOX, ParagraphFacts
from briefing.importing.docx.sentences import Sentence, Sentences
from briefing.importing.docx.tables import paragraphs_in, read_table
from briefing.importing.docx.told import Told
from briefing.importing.found import Question
from briefing.model import Element, Node, plain_text

__all__ = ["Block", "Blocks", "may_be_heading"]

_SPEAKER = re.compile(r"(?:--+|[–—―])\s*(?=\S)")
_SPACES_WITHIN = re.compile(r"(?<=[^\xa0])(?:\xa0\xa0)+")
"""Between words of code, which were made ones that stay."""
_LONGEST_HEADING = 80
"""Characters of a bold line that may be meant as a heading."""
_NO_HEADING_ENDS = (".", ",", ";", ":")


class Block(NamedTuple):
    """One block on its way into the article."""

    kind: str
    """``p``, ``item``, ``quote``, ``code``, ``caption``, ``figure``, ``table``, ``box``, ``heading``, ``title``,
    ``subtitle``, ``author`` or ``date``."""
    element: Element
    """That of a heading has the tag of its level in the document, ``h1`` to ``h9``."""
    facts: ParagraphFacts
    is_bold: bool = False
    breaks_before: bool = False
    bookmarks: tuple[str, ...] = ()
    """Those at a picture that stands alone."""


class Blocks:
    """Reads the blocks of one document."""

    def __init__(self, sentences: Sentences, figure: Callable[[int, Position], Element | None], told: Told) -> None:
        """``figure`` makes a figure of a picture, by its number; ``None`` where it cannot be shown."""
        self._sentences, self._figure, self._told = sentences, figure, told
        self.questions: list[Question] = []

    def read(self, children: Iterable[Any]) -> list[Block]:
        """Read what follows each other, one block for each paragraph and table; pictures stand behind their words."""
        blocks: list[Block] = []
        breaks = False
        for each in children:
            made, breaks_after = self._block(each)
            if made and breaks:
                made[0] = made[0]._replace(breaks_before=True)
            breaks = breaks_after or (breaks and not made)
            blocks += made
        return blocks

    def _block(self, found: Any) -> tuple[list[Block], bool]:
        if isinstance(found, documents.Table):
            return (self._box(found) if found.style_id == BOX else self._table(found)), False
        sentence, facts = self._sentences.read(found), self._sentences.facts(found)
        position = self._sentences.position(found)
        made = [self._paragraph(sentence, facts, position)] if sentence.nodes else []
        figures = self._figures(sentence.pictures, position, facts)
        made += [each._replace(bookmarks=sentence.bookmarks) for each in figures]
        if sentence.has_inner_picture or (sentence.pictures and made and made[0].kind in ("item", "heading")):
            self._told.tell("moved-picture", facts.number)
        breaks_after = sentence.breaks_after or (sentence.breaks_before and not made)
        if made and sentence.breaks_before:
            made[0] = made[0]._replace(breaks_before=True)
        return made, breaks_after

    def _paragraph(self, sentence: Sentence, facts: ParagraphFacts, position: Position) -> Block:
        kind = facts.role or ("item" if facts.level else "p")
        if kind.startswith("heading"):
            nodes = tuple(" " if _is_line_end(node) else node for node in sentence.nodes)
            attributes = {"id": sentence.place} if sentence.place else {}
            return Block("heading", Element(f"h{kind[-1]}", nodes, attributes, position), facts)
        if kind == "continued":
            kind = "item" if facts.level else "p"
        nodes = _placed(sentence, position)
        return Block(kind, Element("p", nodes, {}, position), facts, sentence.is_bold)

    def _figures(self, pictures: Iterable[int], position: Position, facts: ParagraphFacts) -> list[Block]:
        made = (self._figure(number, position) for number in pictures)
        return [Block("figure", figure, facts) for figure in made if figure]

    def _table(self, table: Any) -> list[Block]:
        first = next(paragraphs_in(table), None)
        if first is None:
            return []
        read, facts = read_table(table, self._sentences), self._sentences.facts(first)
        for kind, is_so in (("merged-cells", read.has_merged), ("cell-in-lines", read.has_joined)):
            if is_so:
                self._told.tell(kind, facts.number)
        position = self._sentences.position(first)
        if read.is_guessed:
            text = "The first row of this table was taken for the names of its columns."
            self.questions.append(Question(f"{text} If it is not, type an empty row above it.", position))
        made = [Block("table", read.element, facts)] if read.element else []
        figures = self._figures(read.pictures, position, facts)
        for _ in figures:
            self._told.tell("moved-picture", facts.number)
        return made + figures

    def _box(self, box: Any) -> list[Block]:
        inner = self.read(child for row in box.children for cell in row.children for child in cell.children)
        first = next(paragraphs_in(box), None)
        if not inner or first is None:
            return []
        elements = list(self.joined(inner))
        for index, element in enumerate(elements):
            if re.fullmatch("h[1-9]", element.tag):
                elements[index] = replace(element, tag="h3" if index == 0 else "h4")
        aside = Element("aside", tuple(elements), {"class": "box"}, inner[0].element.position)
        return [Block("box", aside, self._sentences.facts(first))]

    def joined(self, blocks: Sequence[Block]) -> tuple[Element, ...]:
        """Join items into lists, quotations and code line by line, and give pictures and tables their captions."""
        elements: list[Element] = []
        for kind, group in groupby(_with_captions(blocks), key=lambda block: block.kind):
            several = list(group)
            match kind:
                case "item":
                    made = as_lists([_item(block) for block in several])
                case "quote":
                    made = (_quotation([block.element for block in several]),)
                case "code":
                    made = (_code([block.element for block in several]),)
                case _:
                    made = tuple(_broken(block) for block in several)
            if kind in ("item", "quote", "code") and several[0].breaks_before:
                made = (made[0].with_attributes(data_break="before"), *made[1:])
            elements += made
        return tuple(elements)


def _is_line_end(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _placed(sentence: Sentence, position: Position) -> tuple[Node, ...]:
    """Let the first words of a paragraph have its name, where words lead to it."""
    if not sentence.place:
        return sentence.nodes
    nodes = sentence.nodes
    at = next((index for index, node in enumerate(nodes) if _can_be_named(node)), None)
    if at is None:
        return nodes
    return (*nodes[:at], Element("span", (nodes[at],), {"id": sentence.place}, position), *nodes[at + 1 :])


def _can_be_named(node: Node) -> bool:
    """Tell words from links, which have a name of their own, and from spaces."""
    return node.tag != "a" if isinstance(node, Element) else bool(node.strip())


def _item(block: Block) -> Item:
    level = block.facts.level
    if level is None:
        raise ValueError("an item without a list")
    return Item(level, block.facts.start, block.element)


def _broken(block: Block) -> Element:
    return block.element.with_attributes(data_break="before") if block.breaks_before else block.element


def _with_captions(blocks: Sequence[Block]) -> list[Block]:
    """Put each caption into the picture or table beside it, that before it first."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before and before.kind in ("figure", "table") and block.kind == "caption" and not _has_caption(before):
            joined[-1] = _captioned(before, block)
        elif before and before.kind == "caption" and block.kind in ("figure", "table"):
            joined[-1] = _captioned(block, before)
        else:
            joined.append(block)
    return [block._replace(kind="p") if block.kind == "caption" else block for block in joined]


def _has_caption(block: Block) -> bool:
    return any(isinstance(each, Element) and "caption" in each.tag for each in block.element.children)


def _captioned(block: Block, caption: Block) -> Block:
    element, words = block.element, caption.element
    if block.kind == "table":
        children: tuple[Node, ...] = (replace(words, tag="caption"), *element.children)
    else:
        children = (*element.children, replace(words, tag="figcaption"))
    return block._replace(
        element=replace(element, children=children), breaks_before=block.breaks_before or caption.breaks_before
    )


def _quotation(paragraphs: Sequence[Element]) -> Element:
    """Make a quotation; a last line that begins with a dash names the speaker."""
    *before, last = paragraphs
    ends = [index for index, node in enumerate(last.children) if _is_line_end(node)]
    end = ends[-1] if ends else -1
    speaker = _without_dash(last.children[end + 1 :]) if before or ends else None
    if speaker is None:
        return Element("blockquote", tuple(paragraphs), {}, paragraphs[0].position)
    if ends:
        before.append(replace(last, children=last.children[:end]))
    attribution = Element("p", speaker, {"class": "attribution"}, last.position)
    return Element("blockquote", (*before, attribution), {}, paragraphs[0].position)


def _without_dash(nodes: Sequence[Node]) -> tuple[Node, ...] | None:
    if not nodes or not isinstance(nodes[0], str) or not (dash := _SPEAKER.match(nodes[0].lstrip())):
        return None
    rest = nodes[0].lstrip()[dash.end() :]
    return (rest, *nodes[1:]) if rest else tuple(nodes[1:])


def _code(lines: Sequence[Element]) -> Element:
    """Set lines below each other, as they were typed."""
    children: list[Node] = []
    for line in lines:
        children.append(Element("br", (), {}, line.position))
        children += _plain(line.children)
    code = Element("code", tuple(children[1:]), {}, lines[0].position)
    return Element("p", (code,), {"class": "code"}, lines[0].position)


def _plain(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield texts and ends of lines, whatever they stand in; spaces stay before a line only, as in what is typed."""
    for node in nodes:
        if isinstance(node, str):
            yield _SPACES_WITHIN.sub(lambda spaces: " " * len(spaces[0]), node)
        elif _is_line_end(node):
            yield node
        else:
            yield from _plain(node.children)


def may_be_heading(block: Block, following: Block | None) -> bool:
    """Tell whether a paragraph is a short line in bold above plain text."""
    words = plain_text(block.element)
    return (
        block.kind == "p"
        and block.is_bold
        and len(words) <= _LONGEST_HEADING
        and not words.endswith(_NO_HEADING_ENDS)
        and following is not None
        and following.kind in ("p", "item", "quote")
        and not following.is_bold
    )
