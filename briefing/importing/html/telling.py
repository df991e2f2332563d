"""Telling of what a page has: addresses and words as they can be shown, and no more warnings than anybody reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import Diagnostic

__all__ = ["first_told", "shown"]

_LONGEST = 120
_MOST = 20
"""Warnings of one kind."""


def shown(text: str) -> str:
    """Show an address or words of a page: whole, unless they are long or hold what cannot be printed."""
    return text if len(text) <= _LONGEST and text.isprintable() else f"{text[: _LONGEST // 2]!a}…"


def first_told(warnings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the first warnings of one kind, with one that says how many more there are."""
    left = warnings[_MOST:]
    if not left:
        return tuple(warnings)
    more = replace(left[0], message=f"And {len(left):,} more like these.", hint="")
    return (*warnings[:_MOST], more)
