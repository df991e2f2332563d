"""HTML text → document tree, block by block: one that was read before is not read again.

What is read so is read as ``parse`` reads it. Where anything is wrong nothing comes of it, and ``parse`` reads the
whole to tell every mistake at its place. A block of the same text is the same element, by which later stages know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import TemplateError
from briefing.memory import Memory
from briefing.model import Element
from briefing.templating.reader import SPACES, HtmlReader, Whole
from briefing.templating.vocabulary import DEPTH_LIMIT

__all__ = ["read_by_blocks"]

_BLOCK = re.compile(r"<(/?)(head|header|footer|p|h[1-6]|ul|ol|dl|div|nav|aside|blockquote|figure|table)\b")
_LEVELS_AROUND = 20
"""Elements in which a block may stand that is read by itself: no author's sections go so deep."""


def read_by_blocks(text: str, memory: Memory) -> Element | None:
    """Read a document; ``None`` where something is wrong with it."""
    reader = HtmlReader("", "html")
    try:
        for tag, piece in _pieces(text):
            if not piece.strip(SPACES) and reader.is_among_blocks():
                continue
            known = memory.recall(_block, tag, piece) if tag and reader.may_take(_LEVELS_AROUND) else None
            if known is None:
                reader.feed(piece)
            else:
                reader.take(known)
        reader.close()
        return reader.tree()
    except TemplateError:
        return None


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Part a text into its outermost blocks, each with its tag, and what stands between them."""
    depth = done = start = 0
    for tag in _BLOCK.finditer(text):
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            end = text.find(">", tag.end()) + 1
            if not depth and end:
                yield "", text[done:start]
                yield tag[2], text[start:end]
                done = end
    yield "", text[done:]


def _block(tag: str, text: str) -> Whole | None:
    """Read a block by itself; ``None`` where something is wrong with it."""
    reader = HtmlReader("", tag, levels=DEPTH_LIMIT - _LEVELS_AROUND)
    try:
        reader.feed(text)
        reader.close()
        return reader.whole()
    except TemplateError:
        return None
