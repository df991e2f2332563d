"""A block that would stop a build → its words alone, with a question."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import Position
from briefing.importing.asking import asks
from briefing.importing.found import asked
from briefing.model import Element, plain_text, walk

__all__ = ["block_at", "is_plain", "plainer"]

_ARTICLE = "briefing.md"
_SET_PLAIN = "This could not be kept as it was marked, so only its words stand here. Look whether they are complete."
_LOST = "Something without words stood here that could not be kept, such as a picture or a line."


def block_at(starts: Sequence[int], position: Position | None, before: int) -> int | None:
    """Find the block that a message is about, behind the lines of the head; ``None`` for what stands elsewhere."""
    if position is None or position.file != _ARTICLE or not starts or position.line - before < starts[0]:
        return None
    return bisect_right(starts, position.line - before) - 1


def is_plain(block: Element) -> bool:
    """Tell whether a block is nothing but words, which cannot be made plainer."""
    return block.tag == "p" and not any(isinstance(child, Element) for child in block.children)


def plainer(block: Element, is_wrong: bool) -> tuple[Element, ...]:
    """Write a block as a paragraph of plain words, with a question, where it would stop a build."""
    if not is_wrong or asks(block):
        return (block,)
    words = " ".join(f"{plain_text(block)} {' '.join(each.get('alt') for each in walk(block))}".split())
    return (asked(_SET_PLAIN), replace(block, tag="p", children=(words,), attributes={})) if words else (asked(_LOST),)
