"""Links as annotations: one for each line, because viewers take the whole rectangle for the link.

See: ISO 32000-1, 12.5.6.5 (link annotations), 12.6.4.7 (URI actions); ISO 14289-1, 7.18.5; ISO 19005-2, 6.3.2.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.memory import Same
from briefing.pdf.content import Area, PageContent, Target
from briefing.pdf.objects import Body, Reference, dictionary, number, text
from briefing.tagging import ObjectReference
from briefing.typesetting import TreeNode

__all__ = ["Link", "add_links", "destination", "find_links", "references_by_node"]

_LINE = b"<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4"
"""Begins what is said of each line; 4 is the flag Print, which PDF/A asks for: ISO 19005-2, 6.3.2."""
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


class _Said(NamedTuple):
    """What the file says of a link on each of its lines, written."""

    words: bytes
    address: bytes
    """Empty where it leads to a place in the document."""


def add_links(
    body: Body,
    links: Sequence[tuple[Link, Reference, int]],
    pages: Sequence[Reference],
    tree: TreeNode,
    targets: Mapping[str, Target],
) -> None:
    """Fill the objects of links, each given with the object reserved for it and its key in the parent tree."""
    said: dict[int, _Said] = {}
    for block in tree.blocks():
        said.update(body.memory.recall(_said_of, Same(block)))
    for (page, area), reference, key in links:
        words, address = said[area.node]
        goal = b"A " + address if address else b"Dest " + destination(pages, targets[area.href[1:]])
        described = b"/Contents %s /StructParent %d" % (words, key)
        entries = b"%s /Rect %s /P %s %s /%s>>" % (_LINE, area.box, pages[page], described, goal)
        body.fill(reference, entries)


def _said_of(block: Same[TreeNode]) -> Mapping[int, _Said]:
    return {node.number: _of_link(node, node.get("href")) for node in block.value.walk() if node.tag == "a"}


def _of_link(node: TreeNode, href: str) -> _Said:
    leads_out = not href.startswith("#")
    address = dictionary({"S": b"/URI", "URI": text(_ascii_address(href))}) if leads_out else b""
    return _Said(text(_described(node, href)), address)


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
