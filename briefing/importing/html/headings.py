"""Headings that are only set in bold type → headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.importing.trees import is_heading
from briefing.model import Element, Node, plain_text

__all__ = ["with_bold_headings"]

_LONGEST = 90
_ENDS = re.compile(r"[.,:;…。،؛:]$")
_QUESTION = re.compile(r"[??؟;]\W*$")
_LEAST_QUESTIONS = 0.6
"""Share of questions from which on lines in bold type are those of an interviewer."""


def with_bold_headings(blocks: Sequence[Element]) -> tuple[Element, ...]:
    """Make headings of short lines that are nothing but bold type and stand before a text."""
    lines = [number for number, block in enumerate(blocks[:-1]) if _is_bold(block) and not _is_bold(blocks[number + 1])]
    lines = [number for number in lines if not is_heading(blocks[number + 1]) and number > 0]
    asked = sum(bool(_QUESTION.search(plain_text(blocks[number]))) for number in lines)
    if len(lines) > 2 and asked > _LEAST_QUESTIONS * len(lines):
        return tuple(blocks)
    level = "h3" if any(is_heading(block) for block in blocks) else "h2"
    bold = frozenset(lines)
    return tuple(_heading(block, level) if number in bold else block for number, block in enumerate(blocks))


def _heading(block: Element, level: str) -> Element:
    (only,) = block.children
    return replace(block, tag=level, children=only.children if isinstance(only, Element) else (only,))


def _is_bold(block: Element) -> bool:
    if block.tag != "p" or block.attributes or len(block.children) != 1:
        return False
    only: Node = block.children[0]
    words = plain_text(only).strip()
    return isinstance(only, Element) and only.tag == "strong" and len(words) <= _LONGEST and not _ENDS.search(words)
