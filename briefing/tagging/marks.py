"""Marked-content sequences, numbered as pages are composed.

See: ISO 32000-1, 14.6 (marked content), 14.7.4.2 (marked-content ids).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["MarkedContent", "Marks"]


class MarkedContent(NamedTuple):
    """A sequence of a page's content stream."""

    page: int
    """From 0."""
    mcid: int
    """Unique on its page, from 0, in the order of the stream."""


class Marks:
    """The sequences of one document by the node that each was drawn for."""

    def __init__(self) -> None:
        self._of_node: defaultdict[int, list[MarkedContent]] = defaultdict(list)
        self._on_page: defaultdict[int, int] = defaultdict(int)

    def open(self, page: int, node: int) -> int:
        """Begin a sequence for a node; return its id."""
        mcid = self._on_page[page]
        self._on_page[page] = mcid + 1
        self._of_node[node].append(MarkedContent(page, mcid))
        return mcid

    def of(self, node: int) -> Sequence[MarkedContent]:
        """Sequences that were drawn for a node, in the order of the pages."""
        return self._of_node.get(node, ())

    def by_node(self) -> dict[int, tuple[MarkedContent, ...]]:
        """The sequences of every node that any was drawn for."""
        return {node: tuple(found) for node, found in self._of_node.items()}

    def count(self, page: int) -> int:
        """Number of sequences on a page."""
        return self._on_page[page]
