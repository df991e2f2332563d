"""What a file says that a timeline has no place for: counted, and said once for each name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from briefing.errors import Diagnostic, Position

__all__ = ["Unplaced"]

_LONGEST_NAME = 40
_MOST_NAMES = 30


class Unplaced:
    """Counts fields, columns and marks by their names."""

    def __init__(self, hints: Mapping[str, str]) -> None:
        """``hints`` say of some names what to do about them."""
        self._hints = hints
        self._counts: Counter[str] = Counter()
        self._first: dict[str, Position] = {}

    def add(self, name: str, position: Position) -> None:
        """Note one value that is not printed."""
        name = " ".join(name.split())
        self._counts[name] += 1
        self._first.setdefault(name, position)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Say each name once, where it stands first; beyond the first 30 only that there are more."""
        names = list(self._counts)
        told = [self._told(name) for name in names[:_MOST_NAMES]]
        if rest := names[_MOST_NAMES:]:
            message = f"{len(rest)} further names of this file have no place on a timeline."
            told.append(Diagnostic("warning", "unplaced", message, self._first[rest[0]]))
        return tuple(told)

    def _told(self, name: str) -> Diagnostic:
        count = self._counts[name]
        values = "one value is" if count == 1 else f"{count} values are"
        message = f'A timeline has no place for "{name[:_LONGEST_NAME]}": {values} left out.'
        return Diagnostic("warning", "unplaced", message, self._first[name], self._hints.get(name, ""))
