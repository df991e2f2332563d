"""The lines of a protected list → what is looked for.

One entry a line. ``#`` begins a comment, on a line of its own or behind a space. An asterisk at the end stands for
every ending: ``Gulnar*``. A comma is refused: two names on a line would be looked for as one, and never be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.protecting.folding import words_apart

__all__ = ["SHORT", "Entry", "read_entries"]

SHORT = 4
"""Letters and digits below which a word is looked for in one piece only."""
_FEWEST = 2
"""Letters and digits of an entry: a single one is in every text."""
_FEWEST_BEFORE_ANY = 3
"""Letters and digits before an asterisk."""
_MOST_PARTS = 40
_MOST_ENTRIES = 100_000
_TWO_NAMES = re.compile(r"[,;،؛、，；](?!(?<=\d,)\d)")
"""What stands between names that were meant as two entries; not the comma in 1,234."""
_COMMENT = re.compile(r"(?:^|\s)#.*")


class Entry(NamedTuple):
    """What one line of a list protects. Its words are in no message."""

    line: int
    """From 1."""
    letters: str
    """Folded, without what stood between them."""
    cuts: frozenset[int]
    """Lengths of those beginnings of ``letters`` behind which a text may have something else in between."""
    any_ending: bool = False
    list_name: str = ""
    """Of the list, in messages."""

    @property
    def beginnings(self) -> Iterator[str]:
        """The first words that it may have in a text."""
        return (self.letters[:cut] for cut in self.cuts)


def read_entries(text: str, name: str) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Read a list, with everything that is wrong with it; ``name`` is the list's in messages."""
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    lines = [_COMMENT.sub("", line).strip() for line in re.split("\r\n|\r|\n", text)]
    folded = words_apart(line.removesuffix("*") for line in lines)
    for number, (typed, parts) in enumerate(zip(lines, folded, strict=True), start=1):
        read = _entry(typed, parts, number, name) if typed else None
        if isinstance(read, Diagnostic):
            problems.append(read)
        elif read:
            entries.append(read)
    if not entries and not problems:
        problems.append(_wrong("protected-empty", f"The protected list {name} has no entry.", "Write one a line."))
    if len(entries) > _MOST_ENTRIES:
        message = f"The protected list {name} has more than {_MOST_ENTRIES:,} entries."
        problems = [_wrong("protected-too-large", message, "Leave out what cannot stand in this article.")]
    return tuple(entries), tuple(problems)


def _entry(typed: str, parts: Sequence[str], line: int, name: str) -> Entry | Diagnostic:
    any_ending = typed.endswith("*")
    letters = "".join(parts)
    fewest = _FEWEST_BEFORE_ANY if any_ending else _FEWEST
    if len(letters) < fewest:
        message = f"Line {line} of the protected list {name} has fewer than {fewest} letters or digits."
        return _wrong("protected-entry", message, "So short a word stands in every text: write more of it.")
    if _TWO_NAMES.search(typed):
        message = f"Line {line} of the protected list {name} has a comma: is it two names?"
        hint = "Write each on a line of its own; in one name leave the comma out, for it is found with it as well."
        return _wrong("protected-entry", message, hint)
    if len(parts) > _MOST_PARTS or "*" in typed[:-1]:
        message = f"Line {line} of the protected list {name} cannot be looked for."
        hint = f"An entry has at most {_MOST_PARTS} words, and an asterisk only at its end."
        return _wrong("protected-entry", message, hint)
    return Entry(line, letters, frozenset(accumulate(map(len, parts))), any_ending, name)


def _wrong(name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", name, message, hint=hint)
