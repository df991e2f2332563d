"""What a theme cannot hide: parts of a line, and parts of a table. Without them the rest would say something else."""

from __future__ import annotations

from briefing.errors import Diagnostic
from briefing.theme import Style
from briefing.typesetting.tree import TreeNode

__all__ = ["refuse_hidden"]


def refuse_hidden(node: TreeNode, style: Style, diagnostics: list[Diagnostic]) -> None:
    """Report a style that hides an element which stands in a line or in a row of a table."""
    if style.hidden:
        name = ".".join((node.tag, *node.classes))
        message = f"{name} cannot be hidden: it is a part of a line or of a table."
        hint = "Hide the paragraph or the table that it stands in, or leave it out of the template."
        diagnostics.append(Diagnostic("error", "hidden-part", message, hint=hint))
