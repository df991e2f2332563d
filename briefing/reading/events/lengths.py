"""How long the texts of a file may be: each, and all of them together."""

from __future__ import annotations

import re

from briefing.errors import Diagnostic, Position
from briefing.reading.limits import ALL_EVENTS_CHARACTERS, BRACKETS, DETAIL_CHARACTERS
from briefing.reading.yaml import Scalar

__all__ = ["Lengths", "crowded"]

_BRACKET = re.compile(r"\\.|(\[)", re.DOTALL)


def crowded(markdown: Scalar) -> Diagnostic | None:
    """Refuse a text with more brackets than can be read in time: each may begin a link, up to the end of the text."""
    if (
        markdown.text.count("[") <= BRACKETS
        or sum(bool(each[1]) for each in _BRACKET.finditer(markdown.text)) <= BRACKETS
    ):
        return None
    message = f"This text has more than {BRACKETS} square brackets that open."
    hint = "Leave some out, or write \\[ for those that begin no link and no citation."
    return Diagnostic("error", "too-large", message, markdown.position, hint)


class Lengths:
    """Adds up the texts of one file, and says where there are too many letters."""

    def __init__(self, problems: list[Diagnostic]) -> None:
        """``problems`` gets what is to be said: that all together are too long, once."""
        self._problems = problems
        self._left = ALL_EVENTS_CHARACTERS

    @property
    def are_spent(self) -> bool:
        """Whether all together are too long."""
        return self._left < 0

    def allow(self, typed: Scalar) -> bool:
        """Tell whether a text may be read, its marks counted as they are typed."""
        if len(typed.text) > DETAIL_CHARACTERS:
            message = f"This text has more than {DETAIL_CHARACTERS:,} characters."
            self._report(message, typed.position, "Make it shorter.")
            return False
        were_spent = self.are_spent
        self._left -= len(typed.text)
        if self.are_spent and not were_spent:
            message = f"Up to here the texts of this file have more than {ALL_EVENTS_CHARACTERS:,} characters."
            self._report(message, typed.position, "Divide the file, or make its texts shorter.")
        return not self.are_spent

    def _report(self, message: str, position: Position, hint: str) -> None:
        self._problems.append(Diagnostic("error", "too-large", message, position, hint))
