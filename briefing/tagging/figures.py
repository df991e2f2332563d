"""Figures that stand in one place, and those that go on in others: a long timeline over several pages.

Each part is a figure of its own, with words of its own: a screen reader says at each what is seen there, and a program
that lists figures shows all of them. See: ISO 32000-1, 14.8.5.4 (bounding box); ISO 14289-1, 7.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias, TypeVar

from briefing.typesetting import FigureArea

__all__ = ["Box", "FigurePart", "figures_by_node", "shared_out"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the page's lower left corner."""
T = TypeVar("T")


class FigurePart(NamedTuple):
    """A figure as far as it stands in one place."""

    box: Box | None = None
    alternative: str | None = None
    """What this part shows; none where the words of the picture's element say it."""


def figures_by_node(areas: Iterable[FigureArea]) -> Mapping[int, tuple[FigurePart, ...]]:
    """Collect the parts of each figure by the number of its picture, in the order in which they were drawn."""
    found: dict[int, list[FigureArea]] = {}
    for area in areas:
        found.setdefault(area.node, []).append(area)
    return {node: tuple(_parts(parts)) for node, parts in found.items()}


def _parts(areas: Sequence[FigureArea]) -> Iterable[FigurePart]:
    for number, (_, left, bottom, right, top, part) in enumerate(areas, start=1):
        told = part.words(number, len(areas)) if part else ""
        yield FigurePart((left, bottom, right, top), told or None)


def shared_out(inside: Sequence[T], starts: Sequence[int]) -> list[list[T]]:
    """Cut what stands in a figure into its parts, each beginning at an index; what comes before goes with the first."""
    return [list(inside[first:last]) for first, last in pairwise((0, *starts[1:], len(inside)))]
