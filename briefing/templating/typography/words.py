"""The words beside a place in a text."""

from __future__ import annotations

import re

__all__ = ["next_word", "previous_word"]

_LONGEST = 40
"""Characters; what is longer is no word that a rule knows."""
_DASH = "--"
"""Ends a word, as it will be a dash."""
_PREVIOUS = re.compile(r"[^\s(\[{\"'“„‚«‹’‘–—]*\Z")
_NEXT = re.compile(r"[^\s,;:!?،؛؟۔।()\[\]{}\"'“”’‘„»›…–—]*")


def previous_word(text: str, end: int) -> str:
    """Give the word that ends at a place, with its full stop and the hyphens in it; empty after a space."""
    found = _PREVIOUS.search(text, max(0, end - _LONGEST), end)
    return found[0].rpartition(_DASH)[2] if found else ""


def next_word(text: str, start: int) -> str:
    """Give the word that begins at a place, with its full stop and the hyphens in it; empty before a space."""
    found = _NEXT.match(text, start, start + _LONGEST)
    return found[0].partition(_DASH)[0] if found else ""
