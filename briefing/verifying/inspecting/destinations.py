"""Where links and bookmarks lead. See: ISO 32000-1, 12.3.2 (destinations), 12.6 (actions)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from briefing.verifying.findings import NOWHERE
from briefing.verifying.inspecting.objects import (
    Identity,
    as_array,
    as_name,
    as_text,
    as_whole,
    entries,
    entry,
    identity,
    is_dictionary,
    name_tree,
)

__all__ = ["Destinations"]

_NAMED = {
    "NextPage": "the next page",
    "PrevPage": "the page before",
    "FirstPage": "page 1",
    "LastPage": "the last page",
}


@dataclass(frozen=True, slots=True)
class Destinations:
    """Places of a file, by their names and by the pages that they name."""

    pages: Mapping[Identity, int]
    """Numbers of the pages, from 1."""
    count: int
    named: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, pdf: pikepdf.Pdf, pages: Mapping[Identity, int], count: int) -> Destinations:
        """Collect the named destinations."""
        named = dict(entries(entry(pdf.Root, "Dests")))
        named.update(name_tree(entry(pdf.Root, "Names", "Dests")))
        return cls(pages, count, named)

    def page(self, destination: object) -> int | None:
        """Find the page of a destination, which may be a name."""
        name = as_name(destination) or as_text(destination)
        if name:
            destination = self.named.get(name)
        if is_dictionary(destination):
            destination = entry(destination, "D")
        place = next(iter(as_array(destination)), None)
        number = as_whole(place)
        if number is not None:  # some writers count the pages of their own file
            return number + 1 if 0 <= number < self.count else None
        own = identity(place)
        return self.pages.get(own) if own else None

    def page_of(self, item: object) -> int | None:
        """Find the page to which a bookmark or a link leads; ``None`` where it leads out of the file or nowhere."""
        action = entry(item, "A")
        if as_name(entry(action, "S")) == "GoTo":
            return self.page(entry(action, "D"))
        return self.page(entry(item, "Dest"))

    def target_of(self, link: object) -> str:
        """Say where a link leads: an address, a page, the name of another action, or nowhere."""
        action = entry(link, "A")
        kind = as_name(entry(action, "S"))
        if kind == "URI":
            return _address(entry(action, "URI")) or NOWHERE
        if kind in ("GoToR", "Launch", "GoToE"):
            return f"{kind} {_file(entry(action, 'F'))}".strip()
        if kind == "Named":
            name = as_name(entry(action, "N"))
            return _NAMED.get(name, f"Named {name}")
        if kind and kind != "GoTo":
            return kind
        page = self.page_of(link)
        return f"page {page}" if page else NOWHERE


def _address(value: object) -> str:
    """Read an address: ASCII by the standard, UTF-8 by what writers do."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return "".join(bytes(value).decode("utf-8").split())
    except UnicodeDecodeError:
        return "".join(as_text(value).split())


def _file(value: object) -> str:
    return as_text(value) or as_text(entry(value, "UF")) or as_text(entry(value, "F"))
