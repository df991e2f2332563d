"""Bookmarks follow their pages to the sheets. See: ISO 32000-1, 12.3.2 (destinations), 12.3.3 (outline)."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name

from briefing.printing.imposition.structure import Moved
from briefing.verifying.inspecting.objects import Identity, as_array, as_number, entry, identity

__all__ = ["move_outline"]

_MOST_ENTRIES = 100_000


def move_outline(root: object, moved: Mapping[Identity, Moved]) -> None:
    """Let all bookmarks lead to the sheet on which their page stands, and there to their place."""
    waiting, seen = [entry(root, "First")], set[Identity]()
    while waiting and len(seen) < _MOST_ENTRIES:
        item = waiting.pop()
        own = identity(item)
        if not isinstance(item, Dictionary) or own is None or own in seen:
            continue
        seen.add(own)
        _move(item, moved)
        waiting += [item.get("/Next"), item.get("/First")]


def _move(item: Dictionary, moved: Mapping[Identity, Moved]) -> None:
    """Lead to the upper left corner of the page's window; what led elsewhere leads nowhere."""
    target = as_array(item.get("/Dest"))
    place = moved.get(identity(target[0]) or (0, 0)) if target else None
    for key in ("/Dest", "/A"):
        if key in item:
            del item[key]
    if place:
        left, top = (as_number(target[number]) if len(target) > number else None for number in (2, 3))
        item.Dest = Array([place.sheet, Name.XYZ, *place.point(left or 0.0, top or 0.0), None])
