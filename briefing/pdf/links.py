"""Links as annotations: one for each line, because viewers take the whole rectangle for the link.

See: ISO 32000-1, 12.5.6.5 (link annotations), 12.6.4.7 (URI actions); ISO 14289-1, 7.18.5; ISO 19005-2, 6.3.2.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.pdf.content import Area, PageContent, Target
from briefing.pdf.objects import Body, Reference, array, dictionary, number, text
from briefing.tagging import ObjectReference
from briefing.typesetting import TreeNode

__all__ = ["Link", "add_links", "destination", "find_links", "references_by_node"]

_PRINTED = b"4"
"""The annotation flag Print, which PDF/A asks for: ISO 19005-2, 6.3.2."""
_LONGEST_DESCRIPTION = 1000
"""Characters: each line of a link has its own, and a link may go on for pages."""
_NO_ADDRESS = re.compile("[^!-~]")
"""Characters that an address has only as percent signs with figures."""


class Link(NamedTuple):
    """A line of a link with its place."""

    page: int
    area: Area


def find_links(contents: Sequence[PageContent], targets: Mapping[str, Target]) -> list[Link]:
    """Find the lines of all links that lead somewhere, page by page in reading order."""
    return [
        Link(page, area)
        for page, content in enumerate(contents)
        for area in sorted(content.areas, key=lambda area: area.node)
        if not area.href.startswith("#") or area.href[1:] in targets
    ]


def references_by_node(links: Sequence[Link]) -> Mapping[int, Sequence[ObjectReference]]:
    """Sort the lines of links by their ``a``."""
    found: dict[int, list[ObjectReference]] = defaultdict(list)
    for index, link in enumerate(links):
        found[link.area.node].append(ObjectReference(link.page, index))
    return found


def add_links(
    body: Body,
    links: Sequence[tuple[Link, Reference, int]],
    pages: Sequence[Reference],
    nodes: Sequence[TreeNode],
    targets: Mapping[str, Target],
) -> None:
    """Fill the objects of links, each given with the object reserved for it and its key in the parent tree."""
    described: dict[int, str] = {}
    for (page, area), reference, key in links:
        if area.node not in described:
            described[area.node] = _described(nodes[area.node], area.href)
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Link",
            "Rect": array(number(value) for value in area.box),
            "Border": b"[0 0 0]",
            "F": _PRINTED,
            "P": pages[page],
            "Contents": text(described[area.node]),
            "StructParent": b"%d" % key,
        }
        if area.href.startswith("#"):
            entries["Dest"] = destination(pages, targets[area.href[1:]])
        else:
            entries["A"] = dictionary({"S": b"/URI", "URI": text(_ascii_address(area.href))})
        body.fill(reference, dictionary(entries))


def destination(pages: Sequence[Reference], target: Target) -> bytes:
    """Write where a link or a bookmark leads."""
    return b"[%s /XYZ 0 %s null]" % (pages[target.page], number(target.top))


def _described(node: TreeNode, href: str) -> str:
    """The words of a link and where it leads; the end of its words is left out where they are very long."""
    spoken = " ".join(node.spoken().split())
    if href.startswith("#") or spoken == href:
        return _shortened(spoken or href)
    return f"{_shortened(spoken)} ({_shortened(href)})" if spoken else _shortened(href)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_DESCRIPTION else words[: _LONGEST_DESCRIPTION - 1] + "…"


def _ascii_address(href: str) -> str:
    return _NO_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8")), href)
