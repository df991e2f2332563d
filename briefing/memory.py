"""What was made before, kept by what it was made from.

Whoever does the same work again and again, such as a press, holds one ``Memory`` and hands it to the stages. Only pure
functions are asked: what they give depends on what they are given and on nothing else, so a memory that is full, empty
or new changes how long a thing takes, and not one byte of it.

Two more things are kept. A press keeps what it has opened: templates, themes, and fonts with the words that they have
shaped. And a process keeps small tables of what comes up everywhere: what a language tag says, and the rules of a
language; the script of a character; where a word may be parted, and where a line may end in it; a style at another
size; the parser of Markdown; the words of dates; the table of font families; whether the program is installed; the
words of the interface.
Each entry depends on its arguments and on the program, with the packages beside it, which stay the same while it runs.
The words of the interface do not, for translators change them: they are known by their files' time, size and number. A
test names all of these tables, and each holds a fixed number of entries.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, TypeVarTuple

__all__ = ["FORGETFUL", "Memory", "Same"]

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")
_Given = TypeVarTuple("_Given")

_MOST = 200_000_000
"""Letters, each of which takes about a byte: enough for 400 pages of prose, or for 250 full of notes and links.

A document that takes more is made anew each time, for its beginning is forgotten before its end is reached.
"""
_FULL_AGAIN = 0.75
"""Share of what is held that stays when room has to be made."""
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


@dataclass(slots=True)
class _Kept:
    """A result, and what it costs to keep it."""

    result: Any
    weight: int
    asked: int
    """Which result was made, or would be made next, when it was last asked for."""


class Memory:
    """Results of pure functions. When it is full, what was not asked for longest is forgotten."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep what was made of at most so many letters altogether, with those of texts and bytes that came of it.

        Results of other kinds are not weighed: they are about as large as what they were made of.
        """
        self._most = most
        self._held = 0
        self._made = 0
        self._kept: dict[tuple[Any, ...], _Kept] = {}

    def recall(self, make: Callable[[*_Given], _Result], *given: *_Given) -> _Result:
        """Give ``make(*given)``, made now or remembered.

        ``make`` is pure and its result is never changed; what it is given is hashable, and equal only where the
        results are equal. What it raises is not remembered.
        """
        if not self._most:
            return make(*given)
        key = (make, given)
        kept = self._kept.get(key)
        if kept is None:
            return self._keep(key, make(*given))
        kept.asked = self._made + 1
        result: _Result = kept.result
        return result

    def recall_by(self, key: tuple[Hashable, ...], make: Callable[[], _Result]) -> _Result:
        """Give ``make()``, for what cannot be called by all that it depends on: ``key`` stands for that.

        The key begins with what tells this kind of result from every other.
        """
        if not self._most:
            return make()
        kept = self._kept.get(key)
        if kept is None:
            return self._keep(key, make())
        kept.asked = self._made + 1
        result: _Result = kept.result
        return result

    def _keep(self, key: tuple[Any, ...], result: _Result) -> _Result:
        weight = _weight(key) + _letters(result)
        if weight <= self._most:
            self._made += 1
            self._kept[key] = _Kept(result, weight, self._made)
            self._held += weight
            if self._held > self._most:
                self._forget()
        return result

    def _forget(self) -> None:
        """Make room for more than one: to look for what was not asked for longest takes time."""
        for key in sorted(self._kept, key=lambda key: self._kept[key].asked):
            self._held -= self._kept.pop(key).weight
            if self._held <= self._most * _FULL_AGAIN:
                return


def _weight(value: object) -> int:
    if isinstance(value, str | bytes):
        return _EACH + len(value)
    if isinstance(value, tuple):
        return _EACH + sum(map(_weight, value))
    if isinstance(value, frozenset):
        return _EACH * (1 + len(value))
    return _TREE if isinstance(value, Same) else _EACH


def _letters(result: object) -> int:
    """Letters of a text or of those in a row."""
    parts = result if type(result) is tuple else (result,)
    return sum(len(part) for part in parts if isinstance(part, str | bytes))


FORGETFUL = Memory(most=0)
"""Makes everything anew: for whoever does a thing once."""
