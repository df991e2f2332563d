"""Blocks of a document → the title, the headings and the fields of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.bylines import Byline, read_byline
from briefing.importing.docx.blocks import Block, may_be_heading
from briefing.importing.found import Question
from briefing.model import Date, Element, Node, plain_text
from briefing.reading.dates import read_date

__all__ = ["Titled", "titled", "with_headings"]

_DEEPEST = 6
_MOST_OF_BYLINES = 3
"""Paragraphs that say who wrote the article and when."""


class Titled(NamedTuple):
    """An article with its title taken out of its text."""

    title: str
    standfirst: str
    """Words alone; empty where there are none."""
    blocks: list[Block]
    taken: tuple[Element, ...]
    """What was taken out."""
    authors: tuple[str, ...] = ()
    """Those that stand below the title."""
    date: str = ""
    """In EDTF, if one stands there."""
    questions: tuple[Question, ...] = ()


def titled(blocks: Sequence[Block], property_title: str, file_title: str, file: str, language: str) -> Titled:
    """Find the title: in the style of one, among the properties, as the first heading, or in the file's name.

    Paragraphs below it that say who wrote the article and when, and nothing else, are taken out with it.
    """
    first = next((index for index, block in enumerate(blocks) if block.kind == "title"), None)
    heading = next((index for index, block in enumerate(blocks) if block.kind == "heading"), None)
    questions = []
    if first is None and property_title:
        first = heading if heading is not None and words_of(blocks[heading]) == property_title else None
        text = f'The title "{property_title[:80]}" stands among the properties of the document. Is it the right one?'
        questions = [] if first is not None else [Question(text, Position(file), "title")]
    elif first is None:
        first = heading
        said = "The first heading became the title." if heading is not None else "The title is the name of the file."
        position = blocks[heading].element.position if heading is not None else None
        questions.append(Question(f"{said} Type another one, if it is not right.", position or Position(file), "title"))
    title = words_of(blocks[first]) if first is not None else property_title or file_title
    rest = [block for index, block in enumerate(blocks) if index != first]
    taken = [blocks[first].element] if first is not None else []
    subtitle = next((index for index, block in enumerate(rest) if block.kind == "subtitle"), None)
    standfirst = words_of(rest[subtitle]) if subtitle is not None else ""
    if subtitle is not None:
        taken.append(rest.pop(subtitle).element)
    lines = _bylines(rest[first or 0 :], language)
    bylines = [byline for _, byline in lines]
    authors = tuple(words_of(block) for block in rest if block.kind == "author")
    authors = authors or tuple(dict.fromkeys(name for each in bylines for name in each.authors))
    days = [(block, _day(block)) for block in rest if block.kind == "date"]
    date = next((day for day in (*(day for _, day in days), *(each.date for each in bylines)) if day), "")
    taken += [block.element for block, _ in lines]
    taken += [
        block.element for block in rest if block.kind == "author" or any(block is each and day for each, day in days)
    ]
    kept = [_plain(block) for block in rest if not any(block.element is each for each in taken)]
    return Titled(title, standfirst, kept, tuple(taken), authors, date, tuple(questions))


def _bylines(blocks: Sequence[Block], language: str) -> list[tuple[Block, Byline]]:
    """Read the first paragraphs, as far as each names authors or a day, and nothing else."""
    read = ((block, read_byline(words_of(block), language)) for block in blocks[:_MOST_OF_BYLINES] if block.kind == "p")
    return list(takewhile(lambda found: any(found[1]), read))


def _day(block: Block) -> str:
    """Read the date of an article in EDTF; empty where it is none."""
    read = read_date(words_of(block), block.element.position or Position(""))
    return read.edtf if isinstance(read, Date) else ""


def words_of(block: Block) -> str:
    """Read the words of a block."""
    nodes = (" " if isinstance(node, Element) and node.tag == "br" else node for node in block.element.children)
    return " ".join(plain_text(tuple(nodes)).split())


def _plain(block: Block) -> Block:
    """Let a second title be a heading, and a second subtitle a paragraph."""
    if block.kind == "title":
        return block._replace(kind="heading", element=replace(block.element, tag="h1"))
    return block._replace(kind="p") if block.kind in ("subtitle", "date") else block


def with_headings(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Question, ...]]:
    """Let headings begin at the second level, and short lines in bold be headings, which is asked."""
    made, questions, level = [], [], 0
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == "heading":
            level = int(block.element.tag[1])
        elif may_be_heading(block, following):
            text = f'The line "{words_of(block)}" is short and in bold, and was taken for a heading.'
            if block.element.position:
                questions.append(Question(f"{text} If it is none, take the # away.", block.element.position))
            block = block._replace(kind="heading", element=_unbolded(block.element, min(level + 1, 9)))
        made.append(block)
    levels = [int(block.element.tag[1]) for block in made if block.kind == "heading"]
    lift = 2 - min(levels, default=2)
    return [_lifted(block, lift) for block in made], tuple(questions)


def _unbolded(paragraph: Element, level: int) -> Element:
    """Make a heading of a paragraph in bold, which a heading is without being told."""
    children: list[Node] = []
    for node in paragraph.children:
        children += node.children if isinstance(node, Element) and node.tag == "strong" else (node,)
    return replace(paragraph, tag=f"h{level}", children=tuple(children))


def _lifted(block: Block, lift: int) -> Block:
    if block.kind != "heading":
        return block
    level = min(max(int(block.element.tag[1]) + lift, 2), _DEEPEST)
    return block._replace(element=replace(block.element, tag=f"h{level}"))
