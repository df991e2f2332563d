"""What a file runs or sends by itself, or at a click. See: ISO 32000-1, 12.6 (actions), 12.7.5 (of forms)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from briefing.verifying.findings import ActionFound
from briefing.verifying.inspecting.objects import (
    Identity,
    as_array,
    as_name,
    as_text,
    entries,
    entry,
    identity,
    name_tree,
)

__all__ = ["MOST_ACTIONS", "read_actions"]

MOST_ACTIONS = 100_000
"""That are looked at."""
_RUNNING = frozenset({"ImportData", "JavaScript", "Launch", "RichMediaExecute", "SubmitForm"})
_SCRIPT = "javascript:"
"""The beginning of an address that is none."""


def read_actions(pdf: pikepdf.Pdf, pages: Sequence[object]) -> tuple[ActionFound, ...]:
    """List what runs or sends something, once for each page and kind: the document's own first."""
    found = dict.fromkeys(_found(_of_document(pdf.Root), None))
    for number, page in enumerate(pages, start=1):
        found.update(dict.fromkeys(_found(_of_page(page), number)))
    return tuple(found)


def _of_document(root: object) -> Iterator[object]:
    yield entry(root, "OpenAction")
    yield from _additional(root)
    yield from (script for _, script in name_tree(entry(root, "Names", "JavaScript")))
    for key in ("Outlines", "AcroForm"):
        for holder in _below(entry(root, key)):
            yield entry(holder, "A")
            yield from _additional(holder)


def _of_page(page: object) -> Iterator[object]:
    yield from _additional(page)
    for annotation in as_array(entry(page, "Annots")):
        yield entry(annotation, "A")
        yield from _additional(annotation)


def _additional(holder: object) -> Iterator[object]:
    return (action for _, action in entries(entry(holder, "AA")))


def _below(root: object) -> Iterator[object]:
    """Walk through bookmarks, or fields but for those that stand on pages."""
    waiting, seen = [root], set[Identity]()
    while waiting and len(seen) < MOST_ACTIONS:
        holder = waiting.pop()
        own = identity(holder)
        if holder is None or own in seen or as_name(entry(holder, "Subtype")) == "Widget":
            continue
        if own:
            seen.add(own)
        yield holder
        waiting += [entry(holder, "Next"), entry(holder, "First")]
        waiting += [*as_array(entry(holder, "Kids")), *as_array(entry(holder, "Fields"))]


def _found(actions: Iterator[object], page: int | None) -> Iterator[ActionFound]:
    """Follow actions to those that come after them."""
    seen: set[Identity] = set()
    for first in actions:
        waiting = [first]
        while waiting and len(seen) < MOST_ACTIONS:
            action = waiting.pop()
            own = identity(action)
            if own in seen:
                continue
            if own:
                seen.add(own)
            kind = as_name(entry(action, "S"))
            if kind == "URI" and as_text(entry(action, "URI")).lower().startswith(_SCRIPT):
                kind = "JavaScript"
            if kind in _RUNNING:
                yield ActionFound(kind, page, _object_of(action))
            after = entry(action, "Next")
            waiting += as_array(after) or [after] * (after is not None)


def _object_of(action: object) -> str:
    """The program that is started, or the address that something is sent to; empty for others."""
    target = entry(action, "F")
    windows = entry(action, "Win", "F")
    return as_text(target) or as_text(entry(target, "UF")) or as_text(entry(target, "F")) or as_text(windows)
