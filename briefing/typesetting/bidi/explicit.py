"""The classes of a paragraph → the level that its embeddings and isolates give each character (X1 to X8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.typesetting.bidi.characters import CODES

__all__ = ["ISOLATES", "ISOLATE_END", "explicit_levels"]

ISOLATES = {CODES["LRI"]: 0, CODES["RLI"]: 1, CODES["FSI"]: None}
"""Isolate initiators, and the direction that they give: 0 or 1, as of a level. That of FSI is in its text."""
ISOLATE_END = CODES["PDI"]

_MAX_DEPTH = 125
"""The highest level that an embedding or an isolate may have (BD2)."""
_EMBEDDINGS = {
    CODES["LRE"]: (0, None),
    CODES["RLE"]: (1, None),
    CODES["LRO"]: (0, CODES["L"]),
    CODES["RLO"]: (1, CODES["R"]),
}
"""Embedding initiators: the direction that they give, and the class that overrides all others."""
_EMBEDDING_END = CODES["PDF"]
_SEPARATOR = CODES["B"]
_STRONG = {CODES["L"]: 0, CODES["R"]: 1, CODES["AL"]: 1}


def explicit_levels(classes: bytes, base: int) -> tuple[list[int], bytes]:
    """Give the explicit level of each character of a paragraph, and its class or that of the override around it."""
    embeddings, levels, overridden = _Embeddings(base), list[int](), bytearray(classes)
    directions = _isolate_directions(classes)
    for index, each in enumerate(classes):
        if each == ISOLATE_END:
            embeddings.end_isolate()
        elif each == _EMBEDDING_END:
            embeddings.end()
        status = _Status(base) if each == _SEPARATOR else embeddings.innermost  # X8
        levels.append(status.level)
        overridden[index] = each if status.override is None else status.override
        if each in _EMBEDDINGS:
            embeddings.begin(*_EMBEDDINGS[each])
        elif each in ISOLATES:
            embeddings.begin_isolate(directions[index])
    return levels, bytes(overridden)


class _Status(NamedTuple):
    """An entry of the directional status stack (X1)."""

    level: int
    override: int | None = None
    """The class that characters have instead of their own."""
    isolates: bool = False


class _Embeddings:
    """The directional status stack, and the counts of what would go too deep (X1)."""

    def __init__(self, base: int) -> None:
        self._stack = [_Status(base)]
        self._isolates = 0
        self._overflow_isolates = 0
        self._overflow_embeddings = 0

    @property
    def innermost(self) -> _Status:
        """What holds for a character here."""
        return self._stack[-1]

    def begin(self, direction: int, override: int | None) -> None:
        """Begin an embedding or an override (X2 to X5)."""
        if not self._push(direction, override) and not self._overflow_isolates:
            self._overflow_embeddings += 1

    def begin_isolate(self, direction: int) -> None:
        """Begin an isolate (X5a to X5c)."""
        if self._push(direction, isolates=True):
            self._isolates += 1
        else:
            self._overflow_isolates += 1

    def end_isolate(self) -> None:
        """End an isolate, and with it the embeddings that began inside (X6a)."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._isolates:
            self._isolates -= 1
            self._overflow_embeddings = 0
            while not self._stack.pop().isolates:
                pass

    def end(self) -> None:
        """End an embedding or an override that began in the same isolate (X7)."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self.innermost.isolates and len(self._stack) > 1:
            self._stack.pop()

    def _push(self, direction: int, override: int | None = None, *, isolates: bool = False) -> bool:
        """Go to the next higher level of a direction; tell whether it is not too deep."""
        level = self.innermost.level + 1
        level += (level + direction) % 2
        fits = level <= _MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings
        if fits:
            self._stack.append(_Status(level, override, isolates))
        return fits


def _isolate_directions(classes: bytes) -> dict[int, int]:
    """Give the direction of each isolate by the index of its initiator (X5a to X5c)."""
    first: dict[int | None, int] = {}
    for isolate, direction in _strong(classes):
        first.setdefault(isolate, direction)
    given = ((index, ISOLATES[each]) for index, each in enumerate(classes) if each in ISOLATES)
    return {index: first.get(index, 0) if direction is None else direction for index, direction in given}


def _strong(classes: bytes) -> Iterator[tuple[int | None, int]]:
    """Yield the direction of each strong character with the index of the initiator whose isolate it is in (BD9)."""
    isolates: list[int | None] = [None]
    for index, each in enumerate(classes):
        if each in _STRONG:
            yield isolates[-1], _STRONG[each]
        elif each in ISOLATES:
            isolates.append(index)
        elif each == ISOLATE_END and len(isolates) > 1:
            isolates.pop()
        elif each == _SEPARATOR:
            return
