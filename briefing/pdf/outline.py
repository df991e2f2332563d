"""The outline: the document's headings, nested by level.

See: ISO 32000-1, 12.3.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.pdf.objects import Body, Reference, dictionary, number, text
from briefing.typesetting import HEADINGS, SetDocument, TreeNode

__all__ = ["add_outline"]


@dataclass(slots=True)
class _Entry:
    title: str
    level: int
    page: int
    top: float
    children: list[_Entry] = field(default_factory=list)


def add_outline(
    body: Body, document: SetDocument, pages: Sequence[Reference], marks: Mapping[int, Sequence[tuple[int, int]]]
) -> Reference | None:
    """Add the outline of all headings that were drawn; ``None`` where there is none."""
    top = _Entry("", 0, 0, 0.0)
    path = [top]
    for node in document.tree.walk():
        entry = _entry(node, document, marks)
        if entry is None:
            continue
        while path[-1].level >= entry.level:
            path.pop()
        path[-1].children.append(entry)
        path.append(entry)
    if not top.children:
        return None
    root = body.reserve()
    first, last, count = _write(body, top.children, root, pages)
    body.fill(root, dictionary({"Type": b"/Outlines", "First": first, "Last": last, "Count": b"%d" % count}))
    return root


def _entry(node: TreeNode, document: SetDocument, marks: Mapping[int, Sequence[tuple[int, int]]]) -> _Entry | None:
    if node.tag not in HEADINGS:
        return None
    drawn = [mark for inside in node.walk() for mark in marks.get(inside.number, ())]
    if not drawn:
        return None
    page = min(drawn)[0]
    numbers = {inside.number for inside in node.walk()}
    top = max(
        placed.y + placed.fragment.height
        for placed in document.pages[page].fragments
        if any(getattr(each, "node", -1) + placed.base in numbers for each in placed.fragment.operations)
    )
    return _Entry(" ".join(node.spoken().split()), int(node.tag[1]), page, top)


def _write(
    body: Body, entries: list[_Entry], parent: Reference, pages: Sequence[Reference]
) -> tuple[Reference, Reference, int]:
    references = [body.reserve() for _ in entries]
    total = len(entries)
    for index, entry in enumerate(entries):
        values = {
            "Title": text(entry.title),
            "Parent": parent,
            "Dest": b"[%s /XYZ 0 %s null]" % (pages[entry.page], number(entry.top + 6)),
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
