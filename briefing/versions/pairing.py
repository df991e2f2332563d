"""What two versions tell → which sentence of the one became which of the other.

First what says the same in the same words, wherever it stands now. Then, of the rest, what has most words in common.
Then what stands between the same neighbours. Last, a sentence that was divided, or joined with the next one, goes with
its other half. What is left was added or taken out. Takes time in proportion to the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.versions.told import Told

__all__ = ["Pair", "paired"]

_MOST_WITH_A_WORD = 32
"""Sentences with a word in common, of more the word says nothing."""
_WORDS_LOOKED_UP = 12
"""The rarest words of a sentence, by which others like it are found."""
_TRIED = 6
"""Sentences that one is compared with."""
_LIKE = 0.5
"""Share of words that two sentences have in common, at least."""
_LIKE_BETWEEN_NEIGHBOURS = 0.2
_SHORT = 6
"""Words of a row or a cell, which may have none in common."""
_ONCE = frozenset({"title", "subtitle", "standfirst", "description", "petition"})
"""Places that a briefing has once."""


class Pair(NamedTuple):
    """What was told, and what it became; one of them is empty where something was added or taken out."""

    before: tuple[Told, ...]
    now: tuple[Told, ...]


def paired(before: Sequence[Told], now: Sequence[Told]) -> tuple[Pair, ...]:
    """Pair all that is told, in the order of the new version; what was taken out comes last."""
    pairing = _Pairing(before, now)
    pairing.same()
    pairing.once()
    pairing.alike()
    pairing.between_neighbours()
    return tuple(_with_other_halves(pairing.pairs()))


class _Pairing:
    def __init__(self, before: Sequence[Told], now: Sequence[Told]) -> None:
        self._before, self._now = before, now
        self._of: dict[int, int] = {}
        """By the number of each new one, that of the old one."""
        self._taken: set[int] = set()

    def _take(self, old: int, new: int) -> None:
        self._of[new] = old
        self._taken.add(old)

    def _left(self) -> tuple[list[int], list[int]]:
        old = [number for number in range(len(self._before)) if number not in self._taken]
        return old, [number for number in range(len(self._now)) if number not in self._of]

    def same(self) -> None:
        """Pair what has the same words; in the same part of the briefing first."""
        for with_place in (True, False):
            old, new = self._left()
            waiting: dict[object, deque[int]] = defaultdict(deque)
            for number in old:
                waiting[_key(self._before[number], with_place)].append(number)
            for number in new:
                found = waiting.get(_key(self._now[number], with_place))
                if found:
                    self._take(found.popleft(), number)

    def once(self) -> None:
        """Pair what stands in the same field."""
        old, new = self._left()
        for number in new:
            place = self._now[number].place
            match = next((each for each in old if self._before[each].place == place), None) if place in _ONCE else None
            if match is not None:
                old.remove(match)
                self._take(match, number)

    def alike(self) -> None:
        """Pair what has most words in common, the most alike first."""
        old, new = self._left()
        rare = _Index([self._before[number] for number in old])
        found = (
            (-likeness, abs(old[place] - number), number, old[place])
            for number in new
            for place, likeness in rare.like(self._now[number])
        )
        for _, _, number, match in sorted(found):
            if number not in self._of and match not in self._taken:
                self._take(match, number)

    def between_neighbours(self) -> None:
        """Pair what follows the same sentence, where anything is alike or there are few words."""
        for number in range(1, len(self._now)):
            match = self._of.get(number - 1, -2) + 1
            if number in self._of or match in self._taken or not 0 < match < len(self._before):
                continue
            old, new = self._before[match], self._now[number]
            is_short = max(len(old.words), len(new.words)) <= _SHORT
            if old.place == new.place and (is_short or likeness(old, new) >= _LIKE_BETWEEN_NEIGHBOURS):
                self._take(match, number)

    def pairs(self) -> Iterator[Pair]:
        for number, new in enumerate(self._now):
            match = self._of.get(number)
            yield Pair((self._before[match],) if match is not None else (), (new,))
        yield from (Pair((old,), ()) for number, old in enumerate(self._before) if number not in self._taken)


def _key(told: Told, with_place: bool) -> object:
    return (told.place, told.key) if with_place else told.key


class _Index:
    """Finds sentences by their words."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(told):
            for word in set(each.key):
                self._places[word].append(place)

    def like(self, told: Told) -> Iterator[tuple[int, float]]:
        """Yield the places of sentences that are like one, with their likeness."""
        known = [(len(self._places[word]), word) for word in set(told.key) if word in self._places]
        rarest = sorted(each for each in known if each[0] <= _MOST_WITH_A_WORD)[:_WORDS_LOOKED_UP]
        counted = Counter(place for _, word in rarest for place in self._places[word])
        for place, _ in counted.most_common(_TRIED):
            found = likeness(self._told[place], told)
            if found >= _LIKE:
                yield place, found


def likeness(one: Told, other: Told) -> float:
    """Tell which share of their words two sentences have in common, from 0 to 1."""
    return _likeness(_counted((one,)), _counted((other,)))


def _counted(told: Sequence[Told]) -> Counter[str]:
    return Counter(word for each in told for word in each.key)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max((one.total() + other.total()), 1)


def _with_other_halves(pairs: Iterator[Pair]) -> Iterator[Pair]:
    """Put a sentence that is left together with the pair before or behind it in its paragraph, if that fits better."""
    found = [*pairs]
    halves = _Halves(found)
    for number, pair in enumerate(found):
        if not pair.before or not pair.now:
            halves.join(number)
    return (pair for pair in found if pair.before or pair.now)


class _Halves:
    """Joins pairs in a list."""

    def __init__(self, pairs: list[Pair]) -> None:
        self._pairs = pairs
        self._at: dict[int, dict[int, int]] = {0: {}, 1: {}}
        """By side, and by what is told, the number of its pair."""
        self._neighbours: dict[int, dict[tuple[int, int], Told]] = {0: {}, 1: {}}
        for number, pair in enumerate(pairs):
            for side in (0, 1):
                for each in pair[side]:
                    self._at[side][id(each)] = number
                    self._neighbours[side][id(each.passage), each.start] = each
                    self._neighbours[side][id(each.passage), -each.end] = each

    def join(self, number: int) -> None:
        """Move what stands alone to a pair of its neighbour, where both together are more like the other side."""
        side = 0 if self._pairs[number].before else 1
        [alone] = self._pairs[number][side]
        if alone.passage.told:
            return
        for key in ((id(alone.passage), -alone.start), (id(alone.passage), alone.end)):
            neighbour = self._neighbours[side].get(key)
            at = self._at[side][id(neighbour)] if neighbour else number
            pair = self._pairs[at]
            if at != number and pair.before and pair.now and self._fits(pair, alone, side):
                together = tuple(sorted((*pair[side], alone), key=lambda each: each.start))
                self._pairs[at] = pair._replace(**{("before", "now")[side]: together})
                self._pairs[number] = Pair((), ())
                self._at[side][id(alone)] = at
                return

    def _fits(self, pair: Pair, alone: Told, side: int) -> bool:
        other = _counted(pair[1 - side])
        without = _counted(pair[side])
        return _likeness(without + _counted((alone,)), other) > _likeness(without, other)
