"""Read the items of summary, figures and asks: one list item, one value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from briefing.addressing import text_with_fields
from briefing.model import Ask, Element, KeyFigure, Node
from briefing.model.briefing import Inline
from briefing.reading.body.blocks import BlockReader
from briefing.reading.body.days import day_of_ask, day_of_figure
from briefing.reading.body.inline import cited_keys
from briefing.reading.body.typed import Typed
from briefing.reading.markdown import Block, Fence

__all__ = ["EXAMPLES", "first_words", "items_of", "paragraphs_of", "read_ask", "read_figure", "read_key_point"]

EXAMPLES = {
    "summary": "- The front was founded in 2019. [@key]",
    "figures": "- **nearly 400,000** people forced from their homes. [@key]",
    "asks": "- **Members of Parliament**: ask the Home Secretary to act, by 10 September 2021.",
    "timeline": "- 9 September 2001: What happened. [@key]",
    "corrections": "- 5 September 2021: An earlier version said 390,000; it is nearly 250,000.",
}
"""An item of each block, as a hint shows it."""
_KINDS = {
    "paragraph": "a paragraph",
    "heading": "a heading",
    "blockquote": "a quotation",
    "table": "a table",
    "dl": "a list of definitions",
    "div": "a block of its own",
    "hr": "a rule",
    "code_block": "code",
    "fence": "code",
    "bullet_list": "a list",
    "ordered_list": "a list",
    "page_break": "a page break",
    "caption": "a caption",
}
_LISTS = ("bullet_list", "ordered_list")

_SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔།။។።։][\"'”’»)\]]*$")


def items_of(reader: BlockReader, block: Block, fence: Fence) -> Iterator[Block]:
    """Yield the items of the lists in a block; anything but lists is reported."""
    found = False
    for child in block.children:
        if child.kind in _LISTS:
            for item in child.children:
                found = True
                yield item
        elif child.kind != "footnote_reference":
            found = True
            _wrong_shape(reader, child, fence.name, f"The block {fence.name} holds a list, and this is {_kind(child)}.")
    if not found:
        message = f"The block {fence.name} is empty."
        hint = f"Write a list: {EXAMPLES[fence.name]}"
        reader.findings.report("error", "wrong-shape", message, reader.fence_position(fence), hint)


def _kind(block: Block) -> str:
    return _KINDS.get(block.kind, "something else")


def _wrong_shape(reader: BlockReader, block: Block, name: str, message: str) -> None:
    typed = _first_text(reader, block)
    position = typed.at(0) if typed else reader.position(block)
    reader.findings.report("error", "wrong-shape", message, position, f"Write a list: {EXAMPLES[name]}")


def _first_text(reader: BlockReader, block: Block) -> Typed | None:
    inner = block.children[0] if block.children else None
    return reader.typed(inner) if inner is not None and inner.kind == "inline" else None


def paragraphs_of(reader: BlockReader, item: Block, name: str, most: int) -> list[Typed]:
    """List the texts of an item, and report what else it holds."""
    texts: list[Typed] = []
    for child, typed in _as_typed(reader, item):
        if typed is None:
            _wrong_shape(reader, child, name, f"Each item of {name} is a sentence, and this is {_kind(child)}.")
        elif len(texts) == most:
            _wrong_shape(reader, child, name, f"Each item of {name} is one paragraph, and this is another.")
        else:
            texts.append(typed)
    if not item.children:
        message = f"This item of {name} is empty."
        reader.findings.report("error", "wrong-shape", message, reader.position(item), "Write it, or delete the dash.")
    return texts


def first_words(reader: BlockReader, item: Block) -> str:
    """Look at the first paragraph of an item; empty where it begins with anything else."""
    texts = _as_typed(reader, item)
    return texts[0][1].text if texts and texts[0][1] else ""


def _as_typed(reader: BlockReader, item: Block) -> list[tuple[Block, Typed | None]]:
    """Pair what an item holds with its text, if it is a paragraph.

    An item that begins with "15. August" is to Markdown a list that counts from 15, and "1. 5. 1979" a list in a list:
    numbers go back to their words.
    """
    children, numbered = item.children, list[Block]()
    while children and children[0].kind == "ordered_list" and len(children[0].children) == 1:
        numbered.append(children[0].children[0])
        children = [*numbered[-1].children, *children[1:]]
    texts = [(child, _first_text(reader, child) if child.kind == "paragraph" else None) for child in children]
    if texts and (typed := texts[0][1]):
        for each in reversed(numbered):
            typed = _with_number(reader, each, typed)
        texts[0] = (texts[0][0], typed)
    return texts


def _with_number(reader: BlockReader, numbered: Block, typed: Typed) -> Typed:
    number, first = f"{numbered.token.info}{numbered.token.markup} ", typed.at(0)
    source = reader.manuscript.lines[numbered.line]
    column = source.rfind(number.rstrip(), 0, first.column - 1) + 1
    moved = tuple((offset + len(number), line, column) for offset, line, column in typed.starts)
    return typed._replace(text=number + typed.text, starts=((0, first.line, column), *moved))


def read_key_point(reader: BlockReader, item: Block) -> Inline:
    """Read a key point; empty where there is none."""
    texts = paragraphs_of(reader, item, "summary", 1)
    return reader.inline.read(texts[0]) if texts else ()


def read_figure(reader: BlockReader, item: Block) -> KeyFigure | None:
    """Read ``**value** label. [@key]`` with the caveat on the lines or in the paragraph after it."""
    texts = paragraphs_of(reader, item, "figures", 2)
    if not texts:
        return None
    typed = texts[0]
    tokens = reader.inline.tokens(typed)
    split = _end_of_label(tokens)
    value, label = _strong_first(reader.inline.nodes(tokens[:split], typed))
    caveat = reader.inline.nodes(tokens[split + 1 :], typed)
    if len(texts) == 2:
        caveat += ((" ",) if caveat else ()) + reader.inline.read(texts[1])
    if not value:
        message = "This figure does not begin with its value in bold."
        hint = f"Write it like this: {EXAMPLES['figures']}"
        reader.findings.report("error", "wrong-shape", message, typed.at(0), hint)
        return None
    label, (caveat, day) = day_of_figure(reader, label, caveat, typed)
    return KeyFigure(value, label, caveat, typed.at(0), as_of=day, sources=cited_keys(*label, *caveat))


def _end_of_label(tokens: Sequence[Token]) -> int:
    """Find the line break at which the caveat begins: the first one after the end of a sentence or a citation."""
    depth, before = 0, ""
    for index, token in enumerate(tokens):
        depth += token.nesting
        if token.type == "softbreak" and depth == 0 and (before == "mark" or _SENTENCE_END.search(before)):
            following = tokens[index + 1].type if index + 1 < len(tokens) else ""
            if following not in ("citation", "waiver"):
                return index
        if token.type in ("citation", "waiver", "marker", "note_close"):
            before = "mark"
        elif token.content.strip():
            before = token.content.rstrip()
    return len(tokens)


def _strong_first(nodes: Inline) -> tuple[str, Inline]:
    """Part the bold words at the beginning from the rest."""
    if not nodes or not isinstance(nodes[0], Element) or nodes[0].tag != "strong":
        return "", nodes
    return text_with_fields(nodes[0]).strip(), _without_start(nodes[1:], " ")


def _without_start(nodes: Inline, characters: str) -> Inline:
    if not nodes or not isinstance(nodes[0], str):
        return nodes
    first: Node = nodes[0].lstrip(characters)
    return (first, *nodes[1:]) if first else nodes[1:]


def read_ask(reader: BlockReader, item: Block) -> Ask | None:
    """Read ``**Actor**: what is asked, by 10 September 2021.``."""
    texts = paragraphs_of(reader, item, "asks", 1)
    if not texts:
        return None
    typed = texts[0]
    actor, rest = _strong_first(reader.inline.read(typed))
    actor = actor.rstrip(": ")
    rest = _without_start(rest, ": ")
    if not actor or not rest:
        message = "This ask does not say who is asked to do what."
        hint = f"Write it like this: {EXAMPLES['asks']}"
        reader.findings.report("error", "wrong-shape", message, typed.at(0), hint)
        return None
    text, day = day_of_ask(reader, rest, typed)
    return Ask(actor, text, typed.at(0), day)
