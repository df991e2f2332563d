"""The pages of a file, as this program writes them: what each draws and what all of them name.

See: ISO 32000-1, 7.7.3.3 (page objects), 7.8.3 (resources).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Dictionary

from briefing.printing.imposition.drawing import Drawn
from briefing.printing.papers import Size
from briefing.verifying.inspecting.objects import Identity, as_array, as_number, as_whole, entries, entry, identity
from briefing.verifying.inspecting.streams import content_of

__all__ = ["ChangedError", "common_resources", "read_page", "transparency_of"]

_LARGEST_CONTENT = 64_000_000
"""Bytes that one page may draw."""


class ChangedError(Exception):
    """The file is not as this program writes it."""


def read_page(page: Dictionary) -> Drawn:
    """Read what a page draws, and its box.

    Raises:
        ChangedError: it is turned, enlarged, or packed in another way.
    """
    box = [as_number(value) for value in as_array(page.get("/MediaBox"))]
    if len(box) != 4 or as_whole(page.get("/Rotate", 0)) != 0 or page.get("/UserUnit", 1) != 1:
        raise ChangedError
    left, bottom, right, top = (value or 0.0 for value in box)
    content = content_of(page.get("/Contents"), _LARGEST_CONTENT)
    if not (right > left and top > bottom) or (page.get("/Contents") is not None and not content):
        raise ChangedError
    return Drawn(content, left, bottom, Size(right - left, top - bottom))


def common_resources(pages: tuple[Dictionary, ...]) -> Mapping[str, Mapping[str, object]]:
    """Gather what pages name, by kind and name: this program gives a name to one thing only.

    Raises:
        ChangedError: a name means one thing on a page and another on the next.
    """
    common: dict[str, dict[str, object]] = {}
    for resources in _different(pages):
        for kind, named in entries(resources):
            known = common.setdefault(kind, {})
            for name, value in entries(named):
                if identity(known.setdefault(name, value)) != identity(value):
                    raise ChangedError
    return common


def _different(pages: tuple[Dictionary, ...]) -> Iterator[object]:
    seen = set[Identity]()
    for page in pages:
        resources = page.get("/Resources")
        own = identity(resources)
        if own is None or own not in seen:
            yield resources
        if own:
            seen.add(own)


def transparency_of(pages: tuple[Dictionary, ...]) -> pikepdf.Object | None:
    """Find the group in which what is transparent is blended; ``None`` where nothing is. See: ISO 32000-1, 11.6.6."""
    found = next((page for page in pages if isinstance(entry(page, "Group"), Dictionary)), None)
    return found and found.Group
