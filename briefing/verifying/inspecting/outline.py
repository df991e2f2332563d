"""The bookmarks of a file. See: ISO 32000-1, 12.3.3."""

from __future__ import annotations

import pikepdf

from briefing.verifying.findings import OutlineEntry
from briefing.verifying.inspecting.destinations import Destinations
from briefing.verifying.inspecting.objects import Identity, as_text, entry, identity, is_dictionary

__all__ = ["MOST_ENTRIES", "read_outline"]

MOST_ENTRIES = 100_000
_DEEPEST = 200


def read_outline(pdf: pikepdf.Pdf, destinations: Destinations) -> tuple[OutlineEntry, ...]:
    """List the bookmarks in their order; those that lead back to others are left out."""
    found: list[OutlineEntry] = []
    seen: set[Identity] = set()
    waiting = [(entry(pdf.Root, "Outlines", "First"), 1)]
    while waiting and len(found) < MOST_ENTRIES:
        item, level = waiting.pop()
        own = identity(item)
        if not is_dictionary(item) or own is None or own in seen:
            continue
        seen.add(own)
        found.append(OutlineEntry(level, as_text(entry(item, "Title")), destinations.page_of(item)))
        waiting.append((entry(item, "Next"), level))
        if level < _DEEPEST:
            waiting.append((entry(item, "First"), level + 1))
    return tuple(found)
