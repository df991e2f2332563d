"""The levels of headings, and what stands for a heading where none can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.model import Element

__all__ = ["as_words", "closed_up", "is_heading"]

_DEEPEST = 6


def is_heading(block: Element) -> bool:
    """Tell whether a block is one of ``h1`` to ``h6``."""
    return len(block.tag) == 2 and block.tag[0] == "h" and block.tag[1].isdigit()


def closed_up(blocks: Iterable[Element]) -> tuple[Element, ...]:
    """Number the levels of headings from ``h2`` on, so that none is left out on the way down."""
    open_levels: list[int] = []
    found = []
    for block in blocks:
        if is_heading(block):
            level = int(block.tag[1])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            block = replace(block, tag=f"h{min(len(open_levels) + 1, _DEEPEST)}")
        found.append(block)
    return tuple(found)


def as_words(blocks: Iterable[Element]) -> tuple[Element, ...]:
    """Set headings in bold type, for places where no section can begin."""
    return tuple(
        replace(block, tag="p", children=(Element("strong", block.children),)) if is_heading(block) else block
        for block in blocks
    )
