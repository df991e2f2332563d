"""Elements of the document vocabulary → standard structure types of PDF 1.7.

See: ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.memory import FORGETFUL, Memory, Same
from briefing.typesetting import CONTAINERS, HEADINGS, TreeNode

__all__ = ["GROUPING", "RUNNING", "Roles", "picture_in", "roles_of"]

GROUPING = frozenset({"Document", "Sect", "Div", "BlockQuote", "Note"})
"""Types that hold blocks: text that stands in them directly is a paragraph."""

RUNNING = ("header", "footer")
"""Running lines, where they stand in ``body``: no part of the tree."""

_NONE: frozenset[str] = frozenset()
_ENCLOSING = ("section", "nav", "aside")
_NOTES = ("aside", "div")
"""What is a note by its class: an aside at the foot of a page, a div where it is written."""
_ROLES = {
    "html": "Document",
    "section": "Sect",
    "aside": "Sect",
    "nav": "Sect",
    "p": "P",
    "dl": "L",
    "dt": "Lbl",
    "dd": "LBody",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "label": "Lbl",
    "blockquote": "BlockQuote",
    "figcaption": "Caption",
    "caption": "Caption",
    "figure": "Figure",
    "img": "Figure",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "q": "Quote",
    "code": "Code",
}


class Roles(NamedTuple):
    """The structure types of a document's nodes, by their numbers."""

    own: dict[int, str]
    """Those of elements; what leaves no trace has none."""
    of_marks: dict[int, str]
    """Those that the marks of any node belong to: its own, or that of the nearest around it.

    What stands directly in a type that holds blocks is a paragraph.
    """
    by_block: dict[int, dict[int, str]]
    """The own roles in each block of a document, by the number of the block."""


def roles_of(tree: TreeNode, memory: Memory = FORGETFUL) -> Roles:
    """Name the structure types of a document. A block that ``memory`` knows is not looked at again."""
    roles = Roles({}, {}, {})
    titled = any(node.tag == "h1" for node in tree.walk())
    _collect_container(tree, "Span", int(titled), roles, memory)
    return roles


def _collect_container(node: TreeNode, around: str, level: int, roles: Roles, memory: Memory) -> None:
    """``around`` is the type that the marks around it belong to, ``level`` that of the heading above."""
    inside = _note_roles(node, _role(node, None, _NONE), around, roles)
    for child, here in _levels(node, level):
        if child.tag in CONTAINERS:
            _collect_container(child, inside, here, roles, memory)
        else:
            found = memory.recall(_of_block, Same(child), inside, here)
            roles.own.update(found.own)
            roles.of_marks.update(found.of_marks)
            roles.by_block[child.number] = found.own


def _of_block(block: Same[TreeNode], around: str, level: int) -> Roles:
    roles = Roles({}, {}, {})
    _collect(block.value, None, around, level, roles)
    return roles


def _collect(
    node: TreeNode, parent: TreeNode | None, around: str, level: int, roles: Roles, within: frozenset[str] = _NONE
) -> None:
    """As ``_collect_container``; ``within`` are the tags of the contents and of figures that enclose the node.

    The level given with a heading is its own.
    """
    role = f"H{level}" if node.tag in HEADINGS else _role(node, parent, within)
    inside = _note_roles(node, role, around, roles)
    within = within | {node.tag} if node.tag in ("nav", "figure") else within
    for child, here in _levels(node, level):
        _collect(child, node, inside, here, roles, within)


def _note_roles(node: TreeNode, role: str, around: str, roles: Roles) -> str:
    """Keep the roles of a node; return the type that marks in it belong to."""
    if role:
        roles.own[node.number] = role
    found = roles.of_marks[node.number] = "P" if role in GROUPING else role or around
    return found


def _levels(node: TreeNode, level: int) -> Iterator[tuple[TreeNode, int]]:
    """Give each child its level: a heading the depth of what it heads, so that none is left out: ISO 14289-1, 7.4.2.

    Anything else has that of the heading that it stands under; ``level`` is that of the heading around the node.
    """
    here = last = level
    for child in node.children:
        if child.tag not in HEADINGS:
            yield child, here
            continue
        deepest = min(int(child.tag[1]), last + 1)
        own = last = 1 if child.tag == "h1" else min(max(level + 1, deepest), 6)
        here = own if node.tag in _ENCLOSING and own > 1 else level
        yield child, own


def picture_in(node: TreeNode) -> TreeNode:
    """The ``img`` of a figure, which may be the node itself."""
    return next((inside for inside in node.walk() if inside.tag == "img"), node)


def _role(node: TreeNode, parent: TreeNode | None, around: frozenset[str]) -> str:
    contents = "nav" in around
    if node.tag == "body":
        return _body_role(node, parent, contents=contents)
    if contents and node.tag in ("ol", "ul", "li"):
        return "TOCI" if node.tag == "li" else "TOC"
    if node.tag in _NOTES and "note" in node.classes:
        return "Note"
    if node.tag == "img" and (not node.get("alt") or "figure" in around):
        return ""
    if node.tag == "figure" and not picture_in(node).get("alt"):
        return "Div"
    if node.tag == "div" and node.children and all(child.is_inline for child in node.children):
        return "P"
    return _ROLES.get(node.tag, "") or _role_of_plain(node)


def _role_of_plain(node: TreeNode) -> str:
    """What says nothing by its tag leaves an element only to carry a language or what an abbreviation stands for."""
    if node.tag == "abbr" and node.get("title"):
        return "Span"
    if not node.get("lang"):
        return ""
    return "Span" if node.is_inline else "Div"


def _body_role(node: TreeNode, parent: TreeNode | None, *, contents: bool) -> str:
    """The body of a list's item, or of an entry of the contents: its title with its page."""
    if parent is None or parent.tag != "li":
        return ""
    if not contents:
        return "LBody"
    return "Reference" if all(child.is_inline for child in node.children) else ""
