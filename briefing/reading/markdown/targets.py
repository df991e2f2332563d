"""Read what stands in the round brackets of a link or picture, its target and its title, with entities as typed.

Takes the place of ``markdown_it.helpers`` in a parser, with the same names. Those find where each ends; they would also
turn ``&amp;`` into ``&``, and here nothing is replaced but a backslash before a punctuation mark.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import helpers
from markdown_it.helpers import parseLinkLabel

__all__ = ["parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def parseLinkDestination(string: str, start: int, maximum: int) -> Any:  # noqa: N802 (the parser's own name)
    """Find a target, with or without angle brackets; the parser's answer has ``ok``, ``pos`` and ``str``."""
    found = helpers.parseLinkDestination(string, start, maximum)
    if found.ok:
        brackets = 1 if string[start] == "<" else 0
        found.str = _unescaped(string[start + brackets : found.pos - brackets])
    return found


def parseLinkTitle(string: str, start: int, maximum: int, before: Any = None) -> Any:  # noqa: N802
    """Find a title, or one more line of it: then ``before`` is the answer for the lines before."""
    earlier, first = (before.str, start) if before else ("", start + 1)
    found = helpers.parseLinkTitle(string, start, maximum, before)
    if found.ok or found.can_continue:
        last = found.pos - 1 if found.ok else maximum
        found.str = earlier + _unescaped(string[first:last])
    return found


def _unescaped(typed: str) -> str:
    return _ESCAPED.sub(r"\1", typed)
