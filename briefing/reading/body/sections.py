"""Put the blocks of a body under its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.errors import Position
from briefing.model import Element, Section
from briefing.model.briefing import Inline

__all__ = ["nest_sections"]

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class _Draft:
    """A section that is still being filled."""

    level: int
    id: str
    title: Inline
    position: Position
    page_break: str = ""
    blocks: list[Element] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)

    def finish(self) -> Section:
        return Section(
            self.id,
            self.title,
            tuple(self.blocks),
            self.position,
            tuple(draft.finish() for draft in self.drafts),
            break_before=self.page_break == "before",
            break_avoided=self.page_break == "avoid",
        )


def nest_sections(elements: Sequence[Element], start: Position, first_id: str) -> tuple[Section, ...]:
    """Nest sections by the level of their headings; a level that was left out makes no difference.

    Text before the first heading becomes a section without a title, under ``first_id``.
    """
    root = _Draft(0, "", (), start)
    path = [root]
    for element in elements:
        if element.tag not in _HEADINGS:
            path[-1].blocks.append(element)
            continue
        level = int(element.tag[1])
        while path[-1].level >= level:
            path.pop()
        position = element.position or start
        draft = _Draft(level, element.get("id"), element.children, position, element.get("data-break"))
        path[-1].drafts.append(draft)
        path.append(draft)
    sections = tuple(draft.finish() for draft in root.drafts)
    if not root.blocks:
        return sections
    return (Section(first_id, (), tuple(root.blocks), root.blocks[0].position or start), *sections)
