"""The outline: the document's headings, nested as its sections are.

See: ISO 32000-1, 12.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.memory import Memory, Same
from briefing.pdf.content import PageContent, Target, target_at
from briefing.pdf.links import destination
from briefing.pdf.objects import Body, Reference, dictionary, text
from briefing.tagging import Marks
from briefing.typesetting import CONTAINERS, HEADINGS, SetDocument, TreeNode

__all__ = ["add_outline"]


_ENCLOSING = frozenset({"section", "nav"})
_MARKERS = frozenset({"noteref", "citation", "citations"})


@dataclass(slots=True)
class _Entry:
    title: str
    target: Target
    children: list[_Entry] = field(default_factory=list)


def add_outline(
    body: Body, document: SetDocument, contents: Sequence[PageContent], pages: Sequence[Reference], marks: Marks
) -> Reference | None:
    """Add the outline of all headings that were drawn; ``None`` where there is none."""
    top = _Entry("", Target(0, 0.0))
    _collect(document.tree, top, _Drawn(contents, marks, document.page.height), body.memory)
    if not top.children:
        return None
    root = body.reserve()
    first, last, count = _write(body, top.children, root, pages)
    body.fill(root, dictionary({"Type": b"/Outlines", "First": first, "Last": last, "Count": b"%d" % count}))
    return root


class _Drawn(NamedTuple):
    """Where the headings of a document were drawn."""

    contents: Sequence[PageContent]
    marks: Marks
    height: float
    """That of a page."""

    def place(self, heading: TreeNode) -> Target | None:
        """Upper edge of a heading; ``None`` where it was not drawn."""
        for node in heading.walk():
            for mark in self.marks.of(node.number):
                return target_at(mark.page, self.contents[mark.page].tops[node.number], self.height)
        return None


def _collect(node: TreeNode, parent: _Entry, drawn: _Drawn, memory: Memory) -> None:
    """Hang headings under the heading of the section that encloses them; boxes are no part of the outline."""
    here = parent
    for child in node.children:
        place = drawn.place(child) if child.tag in HEADINGS else None
        if place:
            entry = _Entry(_title(child), place)
            parent.children.append(entry)
            here = entry if node.tag in _ENCLOSING else parent
        elif child.tag in CONTAINERS or (child.tag != "aside" and memory.recall(_holds_heading, Same(child))):
            _collect(child, here, drawn, memory)


def _holds_heading(block: Same[TreeNode]) -> bool:
    return any(node.tag in HEADINGS for node in block.value.walk())


def _title(heading: TreeNode) -> str:
    return " ".join("".join(_words(heading)).split())


def _words(node: TreeNode) -> Iterator[str]:
    """Texts of a heading without the markers of notes and citations."""
    if not _MARKERS & set(node.classes):
        yield node.text
        for child in node.children:
            yield from _words(child)


def _write(
    body: Body, entries: list[_Entry], parent: Reference, pages: Sequence[Reference]
) -> tuple[Reference, Reference, int]:
    references = [body.reserve() for _ in entries]
    total = len(entries)
    for index, entry in enumerate(entries):
        values = {
            "Title": text(entry.title),
            "Parent": parent,
            "Dest": destination(pages, entry.target),
        }
        if index:
            values["Prev"] = references[index - 1]
        if index + 1 < len(entries):
            values["Next"] = references[index + 1]
        if entry.children:
            first, last, count = _write(body, entry.children, references[index], pages)
            values |= {"First": first, "Last": last, "Count": b"%d" % count}
            total += count
        body.fill(references[index], dictionary(values))
    return references[0], references[-1], total
