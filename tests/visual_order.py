"""Whether a page shows a text as it was typed, in the order of UAX 9."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from unicodedata import category

from briefing.typesetting.bidi import levels, mirrored, visual_order

__all__ = ["is_shown", "visible"]

_NEIGHBOURS = ("", "a", "א", "1")
"""What may stand beside a text: what its first and last signs belong to depends on it."""


def visible(text: str) -> str:
    """Leave out spaces, which are the line's and not the text's, and signs that nobody sees."""
    return "".join(each for each in text if not each.isspace() and category(each) != "Cf")


def is_shown(typed: str, lines: Sequence[str]) -> bool:
    """Tell whether lines, each from left to right, show a text in a paragraph of some direction, beside some others."""
    wanted = [visible(line) for line in lines]
    return any(
        _lines(typed, [len(line) for line in wanted], *beside) == wanted
        for beside in product((0, 1), _NEIGHBOURS, _NEIGHBOURS)
    )


def _lines(typed: str, lengths: Sequence[int], base: int, before: str, after: str) -> list[str]:
    found = levels(before + typed + after, base)[len(before) :]
    seen = [(each, level) for each, level in zip(typed, found, strict=False) if visible(each)]
    ends = [sum(lengths[:index]) for index in range(len(lengths))]
    parts = [seen[start : start + length] for start, length in zip(ends, lengths, strict=True)]
    return [_seen(part) for part in parts] if sum(lengths) == len(seen) else []


def _seen(line: list[tuple[str, int]]) -> str:
    order = visual_order([level for _, level in line])
    return "".join(mirrored(line[index][0]) if line[index][1] % 2 else line[index][0] for index in order)
