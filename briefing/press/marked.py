"""A document → whether each of its pages says that it is a draft, as a template and its theme let it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic
from briefing.theme import Style, Theme
from briefing.typesetting import TreeNode

__all__ = ["unmarked_draft"]

_MARK = "draft"
"""Class of the word."""


def unmarked_draft(tree: TreeNode, theme: Theme) -> Iterator[Diagnostic]:
    """Warn of a draft where no line that stands on every page has the word for it."""
    body = next(node for node in tree.children if node.tag == "body")
    running = (node for node in body.children if node.tag in ("header", "footer"))
    lines = (node for node in running if node.get("data-on", "all") == "all")
    if not any(_shows_mark(line, theme, None) for line in lines):
        message = "This is a draft, and its pages do not say so."
        hint = (
            'Print <span class="draft">{{ words.draft }}</span> in a line of the template that stands on every page, '
            "and hide it nowhere in the theme."
        )
        yield Diagnostic("warning", "draft-unmarked", message, hint=hint)


def _shows_mark(node: TreeNode, theme: Theme, around: Style | None) -> bool:
    style = theme.style(node.tag, node.classes, around)
    if style.hidden:
        return False
    inside = (child for child in node.children if child.tag)
    return _MARK in node.classes or any(_shows_mark(child, theme, style) for child in inside)
