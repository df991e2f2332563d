"""Blocks of panels → their places: the areas of a panel are filled one after the other, as pages are.

What comes after the last area has no place: how much that is, is said for each panel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.typesetting.pagination.filling import Filler
from briefing.typesetting.pagination.flow import (
    Chain,
    Frame,
    Measured,
    Overfull,
    Place,
    TooTall,
    height_of,
    unrolled,
)

__all__ = ["InPanels", "fill_panels", "of_panel"]

_TRIALS = 7
"""That halve the height of an area: what is left of 200 mm is less than half a line."""


class InPanels(NamedTuple):
    """What came of filling panels."""

    places: list[Place]
    too_tall: list[TooTall]
    overfull: list[Overfull]


def of_panel(blocks: Sequence[Measured], panel: str) -> list[Measured]:
    """Empty all blocks but those of a panel, or those of none: each keeps its index."""
    return [block if block.panel == panel else block._replace(strips=()) for block in blocks]


def _without_notes(block: Measured) -> Measured:
    """Part lines from their notes, which a panel has no foot for: they stand at the end."""
    if not any(strip.notes for strip in block.strips):
        return block
    return block._replace(strips=tuple(strip._replace(notes=()) for strip in block.strips))


def fill_panels(blocks: Sequence[Measured], chains: Mapping[str, Chain], *, grid: float = 0.0) -> InPanels:
    """Place the blocks of all panels; ``grid`` is the distance of baselines, from the top of the last area of each."""
    found = InPanels([], [], [])
    for panel, chain in chains.items():
        own = list(map(_without_notes, of_panel(blocks, panel)))
        filler = _filled(own, chain, grid)
        if chain.balanced and _holds_all(filler, chain):
            filler = _balanced(own, chain, grid, filler)
        found.places.extend(_in_rooms(filler.places, own, panel, chain))
        found.too_tall.extend(each._replace(panel=panel) for each in filler.too_tall)
        rest = _beyond(filler, chain)
        if rest and not filler.too_tall:
            by = sum(height_of(own[place.block], place.first, place.last) for place in rest)
            found.overfull.append(Overfull(panel, by, tuple(number for number, each in enumerate(own) if each.strips)))
    return found


def _filled(blocks: Sequence[Measured], chain: Chain, grid: float, share: float = 1.0) -> Filler:
    """Fill the areas of a chain up to a share of their height."""
    atoms, _ = unrolled([block._replace(place="main") for block in blocks])
    frames = (room.frame for room in chain.rooms)
    lower = [Frame(frame.top, frame.top + (frame.bottom - frame.top) * share) for frame in frames]
    filler = Filler(list(blocks), {}, lower, 0.0, 0.0, grid)
    filler.run(atoms, [])
    return filler


def _balanced(blocks: Sequence[Measured], chain: Chain, grid: float, whole: Filler) -> Filler:
    """Fill areas to the least height at which they hold all: by halves, as far as it can be seen."""
    low, high, best = 0.0, 1.0, whole
    for _ in range(_TRIALS):
        share = (low + high) / 2
        filler = _filled(blocks, chain, grid, share)
        if _holds_all(filler, chain):
            high, best = share, filler
        else:
            low = share
    return best


def _holds_all(filler: Filler, chain: Chain) -> bool:
    return not filler.too_tall and not _beyond(filler, chain)


def _beyond(filler: Filler, chain: Chain) -> list[Place]:
    return [place for place in filler.places if place.page >= len(chain.rooms)]


def _in_rooms(places: Sequence[Place], blocks: Sequence[Measured], panel: str, chain: Chain) -> list[Place]:
    """Move what stands on the pages of a chain to where its areas are, as low as its text is to stand."""
    found = []
    for number, room in enumerate(chain.rooms):
        here = [place for place in places if place.page == number]
        lower = max((place.y + height_of(blocks[place.block], place.first, place.last) for place in here), default=0.0)
        down = max(room.frame.bottom - lower, 0.0) * chain.below
        found += [place._replace(page=room.page, y=place.y + down, number=number, panel=panel) for place in here]
    return found
