"""The tag tree, which follows its pages to the sheets and keeps the order in which the document is read.

Elements stay what they are and where they are; only the places that they refer to change. Links become plain text:
paper has none. See: ISO 32000-1, 14.7 (logical structure), 14.8.5.4 (layout attributes).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from briefing.verifying.inspecting.objects import Identity, as_array, as_name, as_number, as_whole, entry, identity

__all__ = ["Moved", "TagsError", "Tree", "decimal", "move_tree", "parent_tree"]

_MOST_ELEMENTS = 2_000_000


class TagsError(Exception):
    """The tag tree does not fit its pages; completes "its tag tree …"."""


class Moved(NamedTuple):
    """Where a page went."""

    side: int
    """From 0."""
    sheet: Dictionary
    """That side, as a page."""
    scale: float
    x: float
    """Where the origin of the page is now."""
    y: float
    first_mark: int = 0
    """Number of its mark 0."""

    def point(self, x: float, y: float) -> tuple[Decimal, Decimal]:
        """Find a place of the page on the sheet."""
        return decimal(self.x + self.scale * x), decimal(self.y + self.scale * y)


class Tree(NamedTuple):
    """What became of a tag tree."""

    owners: dict[tuple[int, int], Dictionary]
    """The element of each mark, by side and number."""
    links: int
    """How many were there."""


def decimal(value: float) -> Decimal:
    """Give a number with at most three decimals, and without the noughts that nobody needs."""
    return Decimal(f"{value:.3f}".rstrip("0").rstrip(".")) + 0


def move_tree(root: object, moved: Mapping[Identity, Moved]) -> Tree:
    """Let a tree refer to sheets in the place of pages, which are found by their numbers.

    Raises:
        TagsError: it refers to something that is no page, or goes on without end.
    """
    owners: dict[tuple[int, int], Dictionary] = {}
    seen, links = set[Identity](), 0
    waiting = _elements(entry(root, "K"))
    while waiting:
        element = waiting.pop()
        own = identity(element)
        if own is None or own in seen or len(seen) > _MOST_ELEMENTS:
            raise TagsError("leads back to itself")
        seen.add(own)
        if as_name(element.get("/S")) == "Link":
            element.S = Name.Span
            links += 1
        place = _place(element, moved)
        kids = [_kid(kid, element, place, moved, owners) for kid in _kids(element)]
        element.K = Array([kid for kid in kids if kid is not None])
        if place:
            element.Pg = place.sheet
            _move_boxes(element, place)
        waiting += _elements(element.K)
    return Tree(owners, links)


def parent_tree(pdf: pikepdf.Pdf, tree: Tree, marks: Mapping[int, int]) -> Dictionary:
    """Write the way back from each mark to its element; ``marks`` says how many each side has.

    Raises:
        TagsError: a mark belongs to no element, or an element to a mark that is not drawn.
    """
    if len(tree.owners) != sum(marks.values()):
        raise TagsError("and the marks on its pages are not the same")
    numbers: list[object] = []
    for side, count in marks.items():
        try:
            owners = [tree.owners[side, mark] for mark in range(count)]
        except KeyError:
            raise TagsError("and the marks on its pages are not the same") from None
        numbers += [side, pdf.make_indirect(Array(owners))]
    return pdf.make_indirect(Dictionary(Nums=Array(numbers)))


def _place(element: Dictionary, moved: Mapping[Identity, Moved]) -> Moved | None:
    page = element.get("/Pg")
    if page is None:
        return None
    return _moved(page, moved)


def _moved(page: object, moved: Mapping[Identity, Moved]) -> Moved:
    place = moved.get(identity(page) or (0, 0))
    if place is None:
        raise TagsError("refers to a page that is not there")
    return place


def _kids(element: Dictionary) -> list[object]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _elements(kids: object) -> list[Dictionary]:
    found = as_array(kids) or [kids]
    return [kid for kid in found if isinstance(kid, Dictionary) and "/S" in kid]


def _kid(
    kid: object,
    element: Dictionary,
    place: Moved | None,
    moved: Mapping[Identity, Moved],
    owners: dict[tuple[int, int], Dictionary],
) -> object:
    """What stands in the place of a kid; ``None`` for annotations, which paper does not have."""
    if isinstance(kid, Dictionary) and "/S" in kid:
        return kid
    mark = as_whole(kid)
    if mark is None:
        if as_name(entry(kid, "Type")) == "OBJR":
            return None
        mark = as_whole(entry(kid, "MCID"))
        page = entry(kid, "Pg")
        place = _moved(page, moved) if page is not None else place
    if mark is None or place is None or entry(kid, "Stm") is not None:
        raise TagsError("holds something that is no mark of a page")
    number = place.first_mark + mark
    if owners.setdefault((place.side, number), element) is not element:
        raise TagsError("names a mark twice")
    return number if as_whole(kid) is not None else Dictionary(Type=Name.MCR, Pg=place.sheet, MCID=number)


def _move_boxes(element: Dictionary, place: Moved) -> None:
    attributes = element.get("/A")
    for each in as_array(attributes) or [attributes]:
        box = [as_number(value) for value in as_array(entry(each, "BBox"))]
        if isinstance(each, Dictionary) and len(box) == 4:
            left, bottom, right, top = (value or 0.0 for value in box)
            each.BBox = Array([*place.point(left, bottom), *place.point(right, top)])
