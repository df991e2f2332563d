"""Words that are a slip of the pen apart."""

from __future__ import annotations

__all__ = ["differing_places", "have_swapped", "is_one_letter_more"]


def differing_places(one: str, other: str) -> list[int]:
    """List the places at which two words have other letters, as far as the shorter goes."""
    return [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]


def have_swapped(one: str, other: str) -> bool:
    """Tell whether two words differ in nothing but two neighbouring letters that changed places."""
    places = differing_places(one, other)
    if len(one) != len(other) or len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def is_one_letter_more(longer: str, shorter: str) -> bool:
    """Tell whether a word without one of its letters, not the first, is another."""
    shortened = (longer[:place] + longer[place + 1 :] for place in range(1, len(longer)))
    return len(longer) == len(shorter) + 1 and shorter in shortened
