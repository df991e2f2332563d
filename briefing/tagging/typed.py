"""Document tree → the texts that are drawn in another order than they were typed, as they were typed.

Where something runs from right to left, glyphs stand in the order of the eye, so that readers of the page find them as
they are seen. Who reads the tree is told what was typed. See: ISO 32000-1, 14.8.2.3.3, 14.9.4; docs/right-to-left.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import direction
from briefing.typesetting import CONTAINERS, TreeNode
from briefing.typesetting.bidi import is_plain

__all__ = ["typed_texts"]

_Inside: TypeAlias = Callable[[TreeNode, bool], Iterable[tuple[int, str]]]
"""Looks into a node that stands in another, which is mirrored or is not."""
_SPACES = re.compile(r"[ \n\t]+")


def typed_texts(tree: TreeNode, memory: Memory = FORGETFUL) -> dict[int, str]:
    """Give the texts of paragraphs that are not drawn as they were typed, by the numbers of their nodes.

    One letter from right to left moves the spaces and numbers beside it, so a paragraph is taken as a whole.
    """

    def inside(node: TreeNode, mirrored: bool) -> Iterable[tuple[int, str]]:
        if node.tag in CONTAINERS:
            return _typed(node, inside, mirrored=mirrored)
        return memory.recall(_in_block, Same(node), mirrored)

    return dict(_typed(tree, inside))


def _is_mirrored(node: TreeNode, *, around: bool = False) -> bool:
    """Tell whether an element runs from right to left: it says so, or its language is written so."""
    asked = node.get("dir") or (node.get("lang") and direction(node.get("lang")))
    return asked == "rtl" if asked else around


def _typed(node: TreeNode, inside: _Inside, *, mirrored: bool = False) -> Iterator[tuple[int, str]]:
    mirrored = _is_mirrored(node, around=mirrored)
    for is_inline, group in groupby(node.children, key=lambda child: child.is_inline):
        children = list(group)
        if is_inline:
            yield from _in_line(children, mirrored)
            continue
        for child in children:
            yield from inside(child, mirrored)


def _in_block(block: Same[TreeNode], mirrored: bool) -> tuple[tuple[int, str], ...]:
    return () if not mirrored and _is_as_typed(block.value) else tuple(_typed_inside(block.value, mirrored))


def _typed_inside(node: TreeNode, mirrored: bool) -> Iterator[tuple[int, str]]:
    return _typed(node, _typed_inside, mirrored=mirrored)


def _is_as_typed(block: TreeNode) -> bool:
    """Tell quickly whether nothing in a block runs from right to left, as in most."""
    nodes = list(block.walk())
    directed = (node for node in nodes if "lang" in node.attributes or "dir" in node.attributes)
    return not any(map(_is_mirrored, directed)) and is_plain("".join([node.text for node in nodes]))


def _in_line(nodes: list[TreeNode], mirrored: bool) -> list[tuple[int, str]]:
    if mirrored or not all(is_plain(node.spoken()) for node in nodes):
        return _in_paragraph(inside for node in nodes for inside in node.walk())
    return []


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
