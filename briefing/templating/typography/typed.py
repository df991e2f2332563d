"""The way back: typographic signs and spaces → those of a typewriter.

For a text without typographic signs of its own, ``as_typed(typeset_text(text, language)) == text``. One thing cannot
come back, because two ways of typing it are set alike: two hyphens where one hyphen gives the same dash, between two
numbers and, with spaces, between two words; there one comes back. In a quotation inside another in a second language
its level may be taken for the other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.templating.typography.dashes import is_between_words
from briefing.templating.typography.row import NARROW, NO_BREAK

__all__ = ["as_typed"]

_ROOM_INSIDE = re.compile(f"(?<=«)[{NO_BREAK}{NARROW}]|[{NO_BREAK}{NARROW}](?=»)")
_DOUBLE_MARKS = re.compile("[«»“”„]")
_PARTNERS = {"«": "»", "»": "«", "“": "”", "„": "“”", "”": "”“"}
"""What closes a mark; ``“`` also closes, and then opens nothing."""
_SINGLE_MARKS = re.compile("[‘’‚‹›]")
_SPACE = re.compile(f"[{NO_BREAK}{NARROW}]")
_SHARE = re.compile("(?<=[٠-٩۰-۹])٪")
_EN_DASH = re.compile("–")


def as_typed(text: str) -> str:
    """Write a text as if on a typewriter."""
    levels = _levels(text)
    text = _DOUBLE_MARKS.sub(lambda mark: next(levels), _ROOM_INSIDE.sub("", text))
    text = _SINGLE_MARKS.sub("'", text).replace("…", "...").replace("−", "-")
    text = _SHARE.sub("%", text.replace("׳", "'").replace("״", '"'))
    text = text.replace(f"{NO_BREAK}—", " -").replace("—", "---")
    text = _SPACE.sub(" ", text)
    return _EN_DASH.sub(lambda dash: _hyphens(text, dash.start()), text)


def _levels(text: str) -> Iterator[str]:
    """Tell ``"`` from ``'`` for each mark: where a pair of other marks is around, it is the other one of the two."""
    opened: list[tuple[str, str]] = []
    for found in _DOUBLE_MARKS.finditer(text):
        mark = found[0]
        if opened and mark in _PARTNERS.get(opened[-1][0], ""):
            yield opened.pop()[1]
            continue
        around = opened[-1] if opened else (mark, '"')
        typed = around[1] if around[0] == mark else "'\""[around[1] == "'"]
        opened.append((mark, typed))
        yield typed


def _hyphens(text: str, at: int) -> str:
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if before.isdecimal() and after.isdecimal():
        return "-"
    return "-" if before == after == " " and is_between_words(text, at) else "--"
