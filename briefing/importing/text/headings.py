"""Lines that are headings: those that ask, and those that are short and end with nothing."""

from __future__ import annotations

import re

__all__ = ["asks", "level_of_marked", "may_be_heading"]

_LONGEST = 100
_MOST_WORDS = 14
_ENDS = re.compile(r"[.!…。！۔।:;,،؛、\-–—\"'”’»)\]]\Z")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w")
_MARKED = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*\Z")


def asks(line: str) -> bool:
    """Tell whether a line is one short question."""
    text = line.strip()
    ends = text.endswith(("?", "؟", "？", "՞", "\u037e"))
    return ends and _is_short(text) and not re.search(r"[.!。۔]\s", text)


def may_be_heading(line: str) -> bool:
    """Tell whether a line is short, names no address and ends with no sign, as a heading does."""
    text = line.strip()
    return (
        _is_short(text)
        and not _ADDRESS.search(text)
        and not _ENDS.search(text)
        and text[:1].isalnum()
        and not text[:1].islower()
    )


def level_of_marked(line: str) -> tuple[int, str] | None:
    """Read ``## Words``: its level, from 1, and its words."""
    found = _MARKED.match(line.strip()) if len(line) <= 2 * _LONGEST else None
    return (len(found["marks"]), found["text"]) if found else None


def _is_short(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and text.count(" ") < _MOST_WORDS
