"""Punctuation that stands out of the edge of a text, so that the edge looks straight.

See: Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system" (2000), chapter 3.
"""

from __future__ import annotations

__all__ = ["hangs_left", "hangs_right"]

_LEFT = {
    **dict.fromkeys("“„‘‚\"'", 0.5),
    **dict.fromkeys("«‹", 0.3),
    **dict.fromkeys("([", 0.1),
}
"""Share of its width by which a sign stands out of the left edge."""
_RIGHT = {
    **dict.fromkeys(".,", 0.7),
    **dict.fromkeys("-\u00ad‐", 0.6),
    **dict.fromkeys("”’“‘\"'", 0.5),
    **dict.fromkeys(":;–", 0.3),
    **dict.fromkeys("»›", 0.3),
    **dict.fromkeys("—!?)]", 0.15),
}


def hangs_left(sign: str) -> float:
    """Share of its width by which what begins a line stands out of it."""
    return _LEFT.get(sign, 0.0)


def hangs_right(sign: str) -> float:
    """Share of its width by which what ends a line stands out of it."""
    return _RIGHT.get(sign, 0.0)
