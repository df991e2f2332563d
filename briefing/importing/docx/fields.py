"""The fields that a text goes through: what they are, and which words of theirs are shown. See: ECMA-376, 17.16."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Fields", "Target", "is_contents", "target_of"]

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?"?([^"\\\s]+)"?(?:\s+\\l\s+"?([^"\s]+)"?)?', re.IGNORECASE)
_REFERENCE = re.compile(r'\s*(?P<kind>REF|PAGEREF|NOTEREF)\s+"?([^"\\\s]+)"?(.*)', re.IGNORECASE | re.DOTALL)
_CONTENTS = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
_MOST = 200
"""Fields inside one another."""
_LONGEST = 8_000
"""Characters of what a field is to do; an address has 2,000 at most."""


class Target(NamedTuple):
    """Where words lead to."""

    address: str
    """Empty for a place in the document itself."""
    bookmark: str
    marks_note: bool = False
    """Whether the words repeat the marker of a note, which the bookmark stands around."""


def target_of(instruction: str) -> Target | None:
    """Read where a field leads to, if it is a link or a cross reference that can be followed."""
    if link := _HYPERLINK.match(instruction):
        return Target("", link[2]) if link[1] else Target(link[2], link[3] or "")
    reference = _REFERENCE.match(instruction)
    if reference is None or r"\h" not in reference[3]:
        return None
    return Target("", reference[2], marks_note=reference["kind"].upper() == "NOTEREF")


class _Field:
    """A field that has begun and not ended."""

    def __init__(self, around: _Field | None) -> None:
        self.instruction = ""
        self.shown = False
        """Whether what it shows has begun."""
        self.is_contents: bool = around is not None and around.is_contents
        """Whether words that stand in it now are those of a table of contents or an index."""
        self.target: Target | None = around.target if around else None
        """Where they lead to: what stands around a field does not change before it ends."""

    def show(self) -> None:
        """Begin what it shows: what it is to do is said, and is looked at this once."""
        self.shown = True
        self.is_contents |= is_contents(self.instruction)
        self.target = target_of(self.instruction) or self.target


class Fields:
    """Follows the marks of fields, which may reach over paragraphs and stand in one another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str) -> None:
        """Go over a beginning, a separation or an end."""
        if kind == "begin" and len(self._open) < _MOST:
            self._open.append(_Field(self._open[-1] if self._open else None))
        elif kind == "separate" and self._open and not self._open[-1].shown:
            self._open[-1].show()
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take a piece of what the innermost field is to do, as far as it is not too long."""
        if self._open and not self._open[-1].shown and (room := _LONGEST - len(self._open[-1].instruction)) > 0:
            self._open[-1].instruction += text[:room]

    @property
    def is_contents(self) -> bool:
        """Whether these are words of a table of contents or an index."""
        return bool(self._open) and self._open[-1].is_contents

    @property
    def target(self) -> Target | None:
        """Where words that stand here lead to."""
        return self._open[-1].target if self._open else None


def is_contents(instruction: str) -> bool:
    """Tell whether a field is a table of contents or an index."""
    return bool(_CONTENTS.match(instruction))
