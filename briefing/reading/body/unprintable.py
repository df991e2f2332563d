"""Find characters that no font can print."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.errors import Position
from briefing.model import ILLEGIBLE
from briefing.reading.body.findings import Findings

__all__ = ["is_printable", "without_unprintable"]

_UNPRINTABLE = re.compile(rf"[{ILLEGIBLE}\ufeff]")
_ORDINARY = re.compile("[\\t\\n\\r -~\\xa0-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufefe\\uff00-\\ufffd]*")
"""Of the letters of most languages: found faster than that no other is there."""


def is_printable(text: str) -> bool:
    """Tell whether a text has none of them."""
    return bool(_ORDINARY.fullmatch(text)) or not _UNPRINTABLE.search(text)


def without_unprintable(text: str, findings: Findings, place: Callable[[int], Position]) -> str:
    """Put the replacement character where something cannot be printed, and report each such place."""

    def replaced(found: re.Match[str]) -> str:
        message = f"There is a character here that cannot be printed (U+{ord(found[0]):04X})."
        hint = "Delete it and type the word again; it may have come with a copied text."
        findings.report("error", "unprintable-character", message, place(found.start()), hint)
        return "\N{REPLACEMENT CHARACTER}"

    return _UNPRINTABLE.sub(replaced, text)
