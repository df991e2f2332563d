"""The pages of a file, as this program writes them: what each draws and what all of them name.

Pages of ours have one size, begin at the origin, and are neither turned nor cropped; what another program has changed
in that is refused and not guessed at.

See: ISO 32000-1, 7.7.3.3 (page objects), 7.7.3.4 (inheritance), 7.8.3 (resources).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Dictionary

from briefing.printing.imposition.contents import marks_in
from briefing.printing.imposition.drawing import Drawn
from briefing.printing.imposition.structure import TagsError
from briefing.printing.papers import Size
from briefing.verifying.inspecting.objects import Identity, as_array, as_number, as_whole, entries, entry, identity
from briefing.verifying.inspecting.pages import inherited
from briefing.verifying.inspecting.streams import content_of

__all__ = ["ChangedError", "check_marks", "common_resources", "read_pages", "transparency_of"]

_LARGEST_CONTENT = 64_000_000
"""Bytes that one page may draw."""
_SAME = 0.01
"""Points by which pages of one size may differ."""


class ChangedError(Exception):
    """The file is not as this program writes it."""


def read_pages(pages: Sequence[Dictionary]) -> list[Drawn]:
    """Read what each page draws.

    Raises:
        ChangedError: one is turned, cropped, enlarged, packed in another way, or not as large as the first.
    """
    read = [_read_page(page) for page in pages]
    if any(max(map(_apart, page.size, read[0].size)) > _SAME for page in read):
        raise ChangedError
    return read


def _read_page(page: Dictionary) -> Drawn:
    content = content_of(page.get("/Contents"), _LARGEST_CONTENT)
    if _is_turned_or_cropped(page) or (page.get("/Contents") is not None and not content):
        raise ChangedError
    return Drawn(content, _size(page))


def _size(page: Dictionary) -> Size:
    match [as_number(value) for value in as_array(page.get("/MediaBox"))]:
        case [0, 0, float(width), float(height)] if width > 0 and height > 0:
            return Size(width, height)
    raise ChangedError


def _is_turned_or_cropped(page: Dictionary) -> bool:
    """Tell whether a viewer shows something else than all of the page, upright, in points."""
    turned = inherited(page, "Rotate") not in (None, 0)
    return turned or inherited(page, "CropBox") is not None or page.get("/UserUnit", 1) != 1


def _apart(one: float, other: float) -> float:
    return abs(one - other)


def check_marks(pages: Sequence[Dictionary], read: Sequence[Drawn], root: object) -> None:
    """See that the tag tree knows as many marks of each page as it draws: a look, before the tree is gone through.

    Raises:
        TagsError: it does not.
    """
    numbers = as_array(entry(root, "ParentTree", "Nums"))
    known = {as_whole(key): len(as_array(marks)) for key, marks in zip(numbers[::2], numbers[1::2], strict=False)}
    for page, drawn in zip(pages, read, strict=True):
        if known.pop(as_whole(page.get("/StructParents")), 0) != len(marks_in(drawn.content)):
            raise TagsError("and the marks on its pages are not the same")


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
