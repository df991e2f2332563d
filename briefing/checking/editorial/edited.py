"""What every editorial check is given: the briefing, its passages, today's date, and where words were typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from briefing.checking.editorial.passages import Passage, passages_of
from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Date
from briefing.model.languages import read_tag

__all__ = ["NOTHING_ASKED", "Asked", "Edited", "Locate", "doubt", "nowhere"]

Locate: TypeAlias = Callable[[Position, str], Position | None]
"""Finds letters in the files of the article, from a place on."""

_FIRST_WORD = re.compile(r"\S+")
_MOST_BEFORE = 50
"""Times that a word may stand between a known place and the one that is looked for."""


class Asked(NamedTuple):
    """What was asked for on the command line."""

    switched: Mapping[str, bool] = MappingProxyType({})
    """Checks that are switched on or off, whatever the article says, by their ids."""
    everything: bool = False
    """Whether all other checks are on."""
    today: Date | None = None
    """The day of the check; ``None`` where nothing may depend on it."""


NOTHING_ASKED = Asked()


def nowhere(_position: Position, _letters: str) -> None:
    """Find nothing, for who has no files: then the nearest known place is told."""


class Edited:
    """A briefing as its editor reads it."""

    def __init__(
        self, briefing: Briefing, asked: Asked = NOTHING_ASKED, locate: Locate = nowhere, memory: Memory = FORGETFUL
    ) -> None:
        self.briefing = briefing
        self.asked = asked
        self.language = read_tag(briefing.masthead.language).language
        """Primary subtag: ``en``."""
        self._locate = locate
        self._memory = memory

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that it says, in reading order."""
        return passages_of(self.briefing, self._memory)

    def place(self, passage: Passage, start: int, end: int) -> Position:
        """Tell where words of a passage were typed; where that cannot be told, the nearest place before them."""
        words = _FIRST_WORD.match(passage.text, start, end)
        offset, position = passage.anchor(start)
        if words is None:
            return position
        before = passage.text[offset:start].count(words[0])
        return self._nth(position, words[0], min(before, _MOST_BEFORE)) or position

    def _nth(self, position: Position, letters: str, before: int) -> Position | None:
        found = self._locate(position, letters)
        for _ in range(before):
            if found is None:
                return None
            found = self._locate(Position(found.file, found.line, found.column + 1), letters)
        return found


def doubt(
    check: str, message: str, position: Position | None, hint: str = "", details: tuple[str, ...] = ()
) -> Diagnostic:
    """Warn in the name of a check: what an editor asks is never an error."""
    return Diagnostic("warning", check, message, position, hint, details)
