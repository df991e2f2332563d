"""Pull quotes: sentences of the text, set large beside it a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from briefing.importing.html.units import Unit, runs_of

__all__ = ["repeated"]

_SHARE = 0.75
_APART = frozenset({"aside", "blockquote", "figure", "q"})
_WHOLE = frozenset({"body", "main", "article"})
_NAMED = re.compile(r"pull|quote|zitat|cita\b|vrezka|exergue|highlight|callout", re.IGNORECASE)


def repeated(units: Sequence[Unit]) -> list[Unit]:
    """List the units that are pull quotes, and who is named in them."""
    runs = [frozenset(runs_of(unit.words)) for unit in units]
    holders = _holders(units)
    outside = {run for each, holder in zip(runs, holders, strict=True) if holder is None for run in each}
    repeats = set()
    for each, holder in zip(runs, holders, strict=True):
        if holder is not None and len(each) > 1 and len(each & outside) >= _SHARE * len(each):
            repeats.add(holder)
    return [unit for unit, holder in zip(units, holders, strict=True) if holder in repeats]


def _holders(units: Sequence[Unit]) -> list[HtmlElement | None]:
    """Find for each unit the element that sets it apart, the outermost; each element of the page is looked at once."""
    known: dict[HtmlElement, HtmlElement | None] = {}
    return [_holder(unit.block, known) for unit in units]


def _holder(block: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    above: list[HtmlElement] = []
    element: HtmlElement | None = block
    while element is not None and element not in known and element.tag not in _WHOLE:
        above.append(element)
        element = element.getparent()
    holder = known.get(element) if element is not None else None
    for each in reversed(above):
        if holder is None and (each.tag in _APART or _NAMED.search(each.get("class", ""))):
            holder = each
        known[each] = holder
    return holder
