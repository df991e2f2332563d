"""Elements of the document vocabulary → standard structure types of PDF 1.7.

See: ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.typesetting import HEADINGS, TreeNode

__all__ = ["GROUPING", "RUNNING", "picture_in", "roles_of", "roles_of_marks"]

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


def roles_of(tree: TreeNode) -> dict[int, str]:
    """Name the structure type of each element by its number; those that leave no trace have none."""
    roles: dict[int, str] = {}
    _collect(tree, None, roles)
    titled = any(node.tag == "h1" for node in tree.walk())
    _collect_headings(tree, int(titled), roles)
    return roles


def roles_of_marks(tree: TreeNode, roles: Mapping[int, str]) -> list[str]:
    """Name for each node, by its number, the type that its marks belong to: its own, or that of the nearest around it.

    What stands directly in a type that holds blocks is a paragraph.
    """
    found: list[str] = []
    _collect_marks(tree, "Span", roles, found)
    return found


def _collect_marks(node: TreeNode, around: str, roles: Mapping[int, str], found: list[str]) -> None:
    role = roles.get(node.number, "")
    own = "P" if role in GROUPING else role or around
    found.append(own)
    for child in node.children:
        _collect_marks(child, own, roles, found)


def picture_in(node: TreeNode) -> TreeNode:
    """The ``img`` of a figure, which may be the node itself."""
    return next((inside for inside in node.walk() if inside.tag == "img"), node)


def _collect_headings(node: TreeNode, level: int, roles: dict[int, str]) -> None:
    """Give headings the depth of what they head, so that no level is left out: ISO 14289-1, 7.4.2.

    ``level`` is that of the heading around the node.
    """
    here = last = level
    for child in node.children:
        if child.tag in HEADINGS:
            deepest = min(int(child.tag[1]), last + 1)
            own = last = 1 if child.tag == "h1" else min(max(level + 1, deepest), 6)
            roles[child.number] = f"H{own}"
            here = own if node.tag in _ENCLOSING and own > 1 else level
        else:
            _collect_headings(child, here, roles)


def _collect(node: TreeNode, parent: TreeNode | None, roles: dict[int, str], around: frozenset[str] = _NONE) -> None:
    """``around`` are the tags of the contents and of figures that enclose the node."""
    role = _role(node, parent, around)
    if role:
        roles[node.number] = role
    inside = around | {node.tag} if node.tag in ("nav", "figure") else around
    for child in node.children:
        _collect(child, node, roles, inside)


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
