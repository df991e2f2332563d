"""Questions → comments where they belong: before what they are about, or behind all that was found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.importing.found import QUESTION, Found, Question, asked
from briefing.model import Element, plain_text, walk

__all__ = ["as_comment", "asks", "lines_with_questions", "with_questions"]

_QUOTED = re.compile('[“"]([^“”"…]{4,})')
"""The beginning of what a question quotes."""


def with_questions(found: Found) -> tuple[Element, ...]:
    """Put each question before the block that it is about, and what concerns the head before the first block.

    What stood behind all blocks is asked behind them.
    """
    blocks = list(found.blocks)
    last = max((each.position.line for block in blocks for each in walk(block) if each.position), default=0)
    lines: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        lines.setdefault(block.position.line if block.position else 0, []).append(index)
    begins = sorted(lines.keys() - {0})
    at: dict[int, list[Element]] = {}
    for question in found.questions:
        there = lines.get(_line_before(question, begins), [0])
        is_behind = not question.field and 0 < last < question.position.line
        place = len(blocks) if is_behind else _place_among(there, blocks, question)
        at.setdefault(place, []).append(asked(_about(question)))
    whole = (each for index, block in enumerate([*blocks, None]) for each in (*at.get(index, ()), block))
    return tuple(each for each in whole if each is not None)


def _place_among(there: Sequence[int], blocks: Sequence[Element], question: Question) -> int:
    """Of the blocks in one line, such as all of a page without line ends, choose the first that a question quotes."""
    if len(there) == 1:  # where nothing was found it is no block
        return there[0]
    quoted = [found[1].strip() for found in _QUOTED.finditer(question.text)]
    texts = ((index, plain_text(blocks[index])) for index in there)
    return next((index for index, text in texts if any(each in text for each in quoted)), there[0])


def lines_with_questions(found: Found) -> list[str]:
    """Put questions into a text that stays as it was typed, each before the block that it is about."""
    lines = found.text.rstrip("\n").split("\n")
    begins = sorted({block.position.line for block in found.blocks if block.position})
    for question in sorted(found.questions, key=lambda each: each.position.line, reverse=True):
        place = bisect_left(found.lines, _line_before(question, begins))
        lines[place:place] = [as_comment(asked(_about(question))), ""]
    return lines


def _line_before(question: Question, begins: Sequence[int]) -> int:
    """Find the last line in which a block begins, at that of a question or before; 0 for what concerns the head."""
    place = 0 if question.field else bisect_right(begins, question.position.line)
    return begins[place - 1] if place else 0


def _about(question: Question) -> str:
    return f"{question.field}: {question.text}" if question.field else question.text


def asks(block: Element) -> bool:
    """Tell whether a block is a question."""
    return block.get("class") == QUESTION


def as_comment(question: Element) -> str:
    """Write a question as a comment that ``check`` lists."""
    words = " ".join(plain_text(question).split()).replace("-->", "→")
    return f"<!-- question: {words} -->"
