"""Elements of the document vocabulary → standard structure types of PDF 1.7.

See: ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from briefing.typesetting import HEADINGS, TreeNode

__all__ = ["RUNNING", "roles_of"]

RUNNING = ("header", "footer")
"""Running lines, where they stand in ``body``: no part of the tree."""

_ROLES = {
    "html": "Document",
    "section": "Sect",
    "aside": "Sect",
    "nav": "Sect",
    "p": "P",
    "dt": "P",
    "dd": "Div",
    "dl": "Div",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "label": "Lbl",
    "blockquote": "BlockQuote",
    "figcaption": "Caption",
    "caption": "Caption",
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
    _collect(tree, None, roles, contents=False)
    roles.update(_headings(tree))
    return roles


def _headings(tree: TreeNode) -> dict[int, str]:
    """Give headings levels that leave no gap, as ISO 14289-1, 7.4.2 asks: a box may stand right under the title."""
    roles = {}
    level = 0
    for node in tree.walk():
        if node.tag in HEADINGS:
            level = min(int(node.tag[1]), level + 1)
            roles[node.number] = f"H{level}"
    return roles


def _collect(node: TreeNode, parent: TreeNode | None, roles: dict[int, str], *, contents: bool) -> None:
    role = _role(node, parent, contents=contents)
    if role:
        roles[node.number] = role
    for child in node.children:
        _collect(child, node, roles, contents=contents or node.tag == "nav")


def _role(node: TreeNode, parent: TreeNode | None, *, contents: bool) -> str:
    if node.tag == "body":
        inside_item = parent is not None and parent.tag == "li"
        return "LBody" if inside_item and not contents else ""
    if contents and node.tag in ("ol", "ul", "li"):
        return "TOCI" if node.tag == "li" else "TOC"
    if node.tag == "aside" and "note" in node.classes:
        return "Note"
    if node.tag in ("span", "abbr"):
        return "Span" if node.get("lang") or node.get("title") else ""
    return _ROLES.get(node.tag, "")
