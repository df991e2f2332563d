"""Every element of the content, and how deep it may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Element, trees

__all__ = ["CONTENT_DEPTH_LIMIT", "check_depth", "content_trees"]

CONTENT_DEPTH_LIMIT = 40
"""Elements inside one another that an author may write; leaves room for those that a template puts around them."""


class Tree(NamedTuple):
    """What is known of one tree of the content."""

    ids: frozenset[str]
    too_deep: Diagnostic | None


def content_trees(briefing: Briefing, memory: Memory = FORGETFUL) -> Iterator[Tree]:
    """Look through every tree of the content, each once."""
    for node in trees(briefing):
        if isinstance(node, Element):
            yield memory.recall(_tree, Same(node))


def _tree(root: Same[Element]) -> Tree:
    ids, too_deep = set(), None
    waiting = [(root.value, 1)]
    while waiting:
        element, depth = waiting.pop()
        ids.add(element.get("id"))
        if depth > CONTENT_DEPTH_LIMIT:
            message = f"More than {CONTENT_DEPTH_LIMIT} elements stand inside one another here."
            too_deep = too_deep or Diagnostic("error", "too-deep", message, element.position)
        waiting += [(child, depth + 1) for child in element.children if isinstance(child, Element)]
    return Tree(frozenset(ids), too_deep)


def check_depth(briefing: Briefing, memory: Memory = FORGETFUL) -> None:
    """Refuse content that is too deep to be worked on by functions that call themselves.

    Raises:
        ContentError: at such an element.
    """
    for tree in content_trees(briefing, memory):
        if tree.too_deep:
            raise ContentError(tree.too_deep)
