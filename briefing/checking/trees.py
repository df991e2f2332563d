"""Walk all the trees of a briefing, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Briefing, Element, trees, walk

__all__ = ["cited_keys", "elements"]


def elements(briefing: Briefing) -> Iterator[Element]:
    """Yield every element that an author typed."""
    for node in trees(briefing):
        yield from walk(node)


def cited_keys(briefing: Briefing) -> frozenset[str]:
    """Collect the keys of all sources that are cited somewhere."""
    return frozenset(element.get("data-key") for element in elements(briefing) if "citation" in element.classes)
