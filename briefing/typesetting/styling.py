"""An element of the tree → its style: what the theme has for it, in the direction of its language."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import Diagnostic
from briefing.model import direction
from briefing.theme import HANDED_DOWN, Style, Theme
from briefing.typesetting.tree import HEADINGS, TreeNode

__all__ = ["inside_of", "is_box", "style_of"]


def style_of(
    node: TreeNode, around: Style, theme: Theme, diagnostics: list[Diagnostic], also: tuple[str, ...] = ()
) -> Style:
    """Find the style of an element that stands inside another; ``also`` are classes that it has besides its own."""
    for name in node.classes:
        if not theme.knows_class(name):
            message = f'The theme has no style for the class "{name}".'
            diagnostics.append(Diagnostic("error", "unknown-class", message, node.position))
    style = _directed(node, theme.style(node.tag, (*node.classes, *also), around))
    if also:
        style = replace(style, place="main")
    if node.tag in HEADINGS:
        align = "left" if style.align == "justified" else style.align
        style = replace(style, align=align, hyphenate=False, keep_with_next=True, keep_together=True)
    if node.tag == "caption":
        style = replace(style, keep_with_next=True, keep_together=True)
    return replace(style, keep_together=True) if node.get("data-break") == "together" else style


def _directed(node: TreeNode, style: Style) -> Style:
    """Give an element the direction that it says, or that of its own language."""
    asked = node.get("dir") or (node.get("lang") and direction(node.get("lang")))
    if asked not in ("ltr", "rtl") or asked == style.direction:
        return style
    return replace(style, direction="rtl" if asked == "rtl" else "ltr")


def is_box(style: Style) -> bool:
    """Tell whether a style draws something around what stands in it, or sets it side by side."""
    return bool(
        style.background
        or style.columns
        or style.rule_top
        or style.rule_bottom
        or style.rule_left
        or style.rule_right
        or style.minimum_height
        or style.padding.top
        or style.padding.left
        or style.padding.bottom
    )


def inside_of(style: Style) -> Style:
    """Take what a box hands down to text that stands in it directly."""
    return Style(**{name: getattr(style, name) for name in HANDED_DOWN})
