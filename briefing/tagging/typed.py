"""Document tree → the texts that are drawn in another order than they were typed, as they were typed.

Where something runs from right to left, glyphs stand in the order of the eye, so that readers of the page find them as
they are seen. Who reads the tree is told what was typed. See: ISO 32000-1, 14.8.2.3.3, 14.9.4; docs/right-to-left.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.model import direction
from briefing.typesetting import TreeNode
from briefing.typesetting.bidi import is_plain

__all__ = ["typed_texts"]

_SPACES = re.compile(r"[ \n\t]+")


def typed_texts(tree: TreeNode) -> dict[int, str]:
    """Give the texts of paragraphs that are not drawn as they were typed, by the numbers of their nodes.

    One letter from right to left moves the spaces and numbers beside it, so a paragraph is taken as a whole.
    """
    return {} if _is_as_typed(tree) else dict(_typed(tree, mirrored=False))


def _is_as_typed(tree: TreeNode) -> bool:
    """Tell quickly whether nothing in a document runs from right to left, as in most."""
    nodes = list(tree.walk())
    directed = (node for node in nodes if "lang" in node.attributes or "dir" in node.attributes)
    return not any(map(_is_mirrored, directed)) and is_plain("".join([node.text for node in nodes]))


def _is_mirrored(node: TreeNode, *, around: bool = False) -> bool:
    """Tell whether an element runs from right to left: it says so, or its language is written so."""
    asked = node.get("dir") or (node.get("lang") and direction(node.get("lang")))
    return asked == "rtl" if asked else around


def _typed(node: TreeNode, *, mirrored: bool) -> Iterator[tuple[int, str]]:
    mirrored = _is_mirrored(node, around=mirrored)
    for is_inline, group in groupby(node.children, key=lambda child: child.is_inline):
        children = list(group)
        if not is_inline:
            for child in children:
                yield from _typed(child, mirrored=mirrored)
        elif mirrored or not all(is_plain(child.spoken()) for child in children):
            yield from _in_paragraph(inside for child in children for inside in child.walk())


def _in_paragraph(nodes: Iterable[TreeNode]) -> list[tuple[int, str]]:
    """Take each text; the end of a line that ends by hand is a space."""
    texts: list[tuple[int, str]] = []
    for node in nodes:
        if not node.tag:
            texts.append((node.number, _SPACES.sub(" ", node.text)))
        elif node.tag == "br" and texts:
            number, text = texts[-1]
            texts[-1] = (number, text.rstrip() + " ")
    return texts
