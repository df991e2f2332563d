"""One name in two spellings: Massoud and Masoud."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.slips import differing_places, have_swapped
from briefing.claims import Passage
from briefing.errors import Diagnostic

__all__ = ["names_spelled_in_two_ways"]

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ENDS = frozenset(".!?…:|•–—")
"""Signs behind which a word has a capital whatever it is."""
_OPENING = " \n\"'“‘«("
_FAR = 12
"""Characters before a word that are looked at."""
_SHORTEST = 5
"""Letters of a name of which one may be a slip; shorter ones are often two names."""
_LONGEST = 40
_MOST_ALIKE = 6
"""Words that differ in the same place; more of them are no slips, but a list of their kind."""
_ENDINGS = frozenset({"", "s", "i", "n", "an", "ian", "ese", "e", "a", "o", "en", "er", "es", "is", "y"})
"""What may stand behind a name without being a slip: Afghan, Afghans; Kuwait, Kuwaiti."""


def names_spelled_in_two_ways(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of the rarer spelling, where it stands first."""
    first, count, at_beginnings, small = _names(edited)
    names = {name for name in count | at_beginnings if name.casefold() not in small}
    count_of = count + at_beginnings
    for one, other in _pairs(names):
        if not (count[one] and count[other]) and (len(one) == len(other) or not (count[one] or count[other])):
            continue  # what only begins sentences may be any word: While, and the White House
        rare, usual = sorted((one, other), key=lambda name: (count_of[name], -len(name), name))
        passage, start = first[rare]
        there, at = first[usual]
        line = edited.place(there, at, at + len(usual)).line
        where = "in" if count_of[usual] == 1 else f"{count_of[usual]} times, first in"
        message = f'"{rare}" stands here, and "{usual}" {where} line {line}.'
        hint = "If it is one name, spell it in one way; in a quotation leave it as its source has it."
        yield doubt("name-spelling", message, edited.place(passage, start, start + len(rare)), hint)


def _names(edited: Edited) -> tuple[dict[str, tuple[Passage, int]], Counter[str], Counter[str], set[str]]:
    """Tell of each word in capitals where it stands first and how often, in sentences and at their beginnings.

    The last of the four are the words that stand in small letters too.
    """
    first: dict[str, tuple[Passage, int]] = {}
    count, at_beginnings, small = Counter[str](), Counter[str](), set[str]()
    for passage in edited.passages:
        for match in _WORD.finditer(passage.text):
            word = re.sub(r"['’]s?\Z", "", match[0])
            if word[:1].islower():
                small.add(word)
            elif _SHORTEST <= len(word) <= _LONGEST and not word.isupper():
                (at_beginnings if _begins(passage.text, match.start()) else count)[word] += 1
                first.setdefault(word, (passage, match.start()))
    return first, count, at_beginnings, small


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins at an offset."""
    before = text[max(start - _FAR, 0) : start].rstrip(_OPENING)
    return before[-1] in _ENDS if before else start <= _FAR


def _pairs(names: set[str]) -> Iterator[tuple[str, str]]:
    """Yield names that differ in one letter, or in two that changed places; each is compared with few others."""
    by_rest: dict[str, list[str]] = {}
    for name in sorted(names):
        for rest in {name, *(name[:place] + name[place + 1 :] for place in range(1, len(name)))}:
            by_rest.setdefault(rest, []).append(name)
    groups = (group for group in by_rest.values() if len(group) <= _MOST_ALIKE)
    candidates = {pair for group in groups for pair in combinations(group, 2)}
    yield from (pair for pair in sorted(candidates) if _is_slip(*pair) and not _is_ending(*pair))


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words, which without one letter each are the same, are no more than that apart."""
    return len(one) != len(other) or len(differing_places(one, other)) == 1 or have_swapped(one, other)


def _is_ending(one: str, other: str) -> bool:
    """Tell whether two words differ by their endings or their capitals alone."""
    if one.casefold() == other.casefold():
        return True
    places, longer = differing_places(one, other), max(one, other, key=len)
    if not places and longer[-1] == longer[-2]:
        return False
    place = places[0] if places else len(longer) - 1
    return place >= _SHORTEST - 1 and {one[place:], other[place:]} <= _ENDINGS
