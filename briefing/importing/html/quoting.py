"""Pull quotes: sentences of the text, set large beside it a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from briefing.importing.html.units import Unit

__all__ = ["repeated"]

_RUN = 3
_SHARE = 0.75
_APART = frozenset({"aside", "blockquote", "figure", "q"})
_NAMED = re.compile(r"pull|quote|zitat|cita\b|vrezka|exergue|highlight|callout", re.IGNORECASE)


def repeated(units: Sequence[Unit]) -> list[Unit]:
    """List the units that are pull quotes, and who is named in them."""
    runs = [_runs(unit.words) for unit in units]
    holders = [_holder(unit.block) for unit in units]
    outside = {run for each, holder in zip(runs, holders, strict=True) if holder is None for run in each}
    repeats = set()
    for each, holder in zip(runs, holders, strict=True):
        if holder is not None and len(each) > 1 and len(each & outside) >= _SHARE * len(each):
            repeats.add(holder)
    return [unit for unit, holder in zip(units, holders, strict=True) if holder in repeats]


def _holder(block: HtmlElement) -> HtmlElement | None:
    """Find the element that sets a block apart, the outermost."""
    found = None
    for element in (block, *block.iterancestors()):
        if element.tag in {"body", "main", "article"}:
            break
        if element.tag in _APART or _NAMED.search(element.get("class", "")):
            found = element
    return found


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))
