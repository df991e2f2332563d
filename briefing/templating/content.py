"""Every element of the content, and how deep it may stand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import ContentError, Diagnostic
from briefing.model import Briefing, Element, Node, trees

__all__ = ["CONTENT_DEPTH_LIMIT", "check_depth", "content_elements"]

CONTENT_DEPTH_LIMIT = 40
"""Elements inside one another that an author may write; leaves room for those that a template puts around them."""


def content_elements(briefing: Briefing) -> Iterator[tuple[Element, int]]:
    """Yield every element of the content with its depth, from 1, in no special order."""
    waiting: list[tuple[Node, int]] = [(node, 1) for node in trees(briefing)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Element):
            yield node, depth
            waiting += [(child, depth + 1) for child in node.children]


def check_depth(briefing: Briefing) -> None:
    """Refuse content that is too deep to be worked on by functions that call themselves.

    Raises:
        ContentError: at the first such element.
    """
    for element, depth in content_elements(briefing):
        if depth > CONTENT_DEPTH_LIMIT:
            message = f"More than {CONTENT_DEPTH_LIMIT} elements stand inside one another here."
            raise ContentError(Diagnostic("error", "too-deep", message, element.position))
