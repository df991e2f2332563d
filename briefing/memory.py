"""What was made before, kept by what it was made from.

Whoever does the same work again and again, such as a press, holds one ``Memory`` and hands it to the stages; nothing is
kept anywhere else. Only pure functions are asked: what they give depends on what they are given and on nothing else,
so a memory that is full, empty or new changes how long a thing takes, and not one byte of it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar, TypeVarTuple

__all__ = ["FORGETFUL", "Memory", "Same"]

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")
_Given = TypeVarTuple("_Given")

_MOST = 16_000_000
_EACH = 64
"""Weight of a value that is no text, in letters."""
_TREE = 2_000
"""Weight of a tree, in letters: about a section's."""


class Same(Generic[_Value]):
    """Stands for a value by what it is, not by what it is equal to.

    For trees: equal ones may have been typed in different places. Those that come out of a memory are the same.
    """

    __slots__ = ("value",)

    def __init__(self, value: _Value) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


class Memory:
    """Results of pure functions. When it is full, what was not asked for longest is forgotten."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep what was made of at most so many letters altogether; results are about as large as that."""
        self._most = most
        self._held = 0
        self._results: OrderedDict[Any, tuple[Any, int]] = OrderedDict()

    def recall(self, make: Callable[[*_Given], _Result], *given: *_Given) -> _Result:
        """Give ``make(*given)``, made now or remembered.

        ``make`` is pure and its result is never changed; what it is given is hashable, and equal only where the
        results are equal. What it raises is not remembered.
        """
        if not self._most:
            return make(*given)
        key = (make, given)
        found = self._results.get(key)
        if found is not None:
            self._results.move_to_end(key)
            result: _Result = found[0]
            return result
        result = make(*given)
        self._keep(key, result, _weight(given))
        return result

    def recall_by(self, key: tuple[Hashable, ...], make: Callable[[], _Result]) -> _Result:
        """Give ``make()``, for what cannot be called by all that it depends on: ``key`` stands for that.

        The key begins with what tells this kind of result from every other.
        """
        if not self._most:
            return make()
        found = self._results.get(key)
        if found is not None:
            self._results.move_to_end(key)
            result: _Result = found[0]
            return result
        result = make()
        self._keep(key, result, _weight(key))
        return result

    def _keep(self, key: object, result: object, weight: int) -> None:
        if weight > self._most:
            return
        self._results[key] = result, weight
        self._held += weight
        while self._held > self._most:
            self._held -= self._results.popitem(last=False)[1][1]


def _weight(value: object) -> int:
    if isinstance(value, str | bytes):
        return _EACH + len(value)
    if isinstance(value, tuple):
        return _EACH + sum(map(_weight, value))
    if isinstance(value, frozenset):
        return _EACH * (1 + len(value))
    return _TREE if isinstance(value, Same) else _EACH


FORGETFUL = Memory(most=0)
"""Makes everything anew: for whoever does a thing once."""
