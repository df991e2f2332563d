"""The scripts that a text is written in, and its letters with all that stands on them.

See: UAX #24 (scripts), UAX #29, 3 (grapheme clusters), UTS #51 (emoji).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["COMMON", "ScriptRun", "is_simple", "letters_of", "script_of", "script_runs", "scripts_using"]

COMMON = "Zyyy"
"""What belongs to no script alone: digits, punctuation, symbols."""
_INHERITED = "Zinh"
"""Marks, which have the script of their letter."""

_SIMPLE = re.compile(
    "[\u0000-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u2bff\u2c60-\u2c7f\u2de0-\u2e7f\ua640-\ua69f\ua720-\ua7ff"
    "\uab30-\uab6f\ufb00-\ufb17]*"
)
"""Latin, Greek, Cyrillic, Armenian and Georgian, with signs: what one font has, and what runs from left to right."""
_JOINER = "\N{ZERO WIDTH JOINER}"
_JOINING = (_JOINER, "\N{ZERO WIDTH NON-JOINER}")
_MODIFIERS = ("\U0001f3fb", "\U0001f3ff")
_REGIONAL = ("\U0001f1e6", "\U0001f1ff")


class ScriptRun(NamedTuple):
    """A stretch of a text in one script."""

    start: int
    end: int
    script: str
    """A code of ISO 15924, such as ``Arab``."""


def is_simple(text: str) -> bool:
    """Tell whether a text has nothing but scripts that are set from left to right, letter by letter."""
    return text.isascii() or _SIMPLE.fullmatch(text) is not None


def script_runs(text: str) -> Iterator[ScriptRun]:
    """Part a text by scripts; signs belong to the script before them, and at its beginning to the first one.

    The digits of Latin are Latin, so that a number looks like the unit behind it.
    """
    scripts = ["Latn" if character in "0123456789" else _script(character) for character in text]
    current = next((script for script in scripts if script not in (COMMON, _INHERITED)), COMMON)
    start = 0
    for index, script in enumerate(scripts):
        if script in (COMMON, _INHERITED, current):
            continue
        if index > start:
            yield ScriptRun(start, index, current)
        start, current = index, script
    if text:
        yield ScriptRun(start, len(text), current)


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    # Late, for most documents are in Latin letters alone, and the tables are large.
    from fontTools.unicodedata import script

    return str(script(character))


@lru_cache(maxsize=4096)
def scripts_using(character: str) -> tuple[str, ...]:
    """Name the scripts that a sign is used with: an Arabic comma belongs to several, and to none alone."""
    from fontTools.unicodedata import script_extension

    return tuple(sorted(script_extension(character) - {COMMON, _INHERITED}))


def script_of(text: str) -> str:
    """Find the script of the first letter of a text that has one."""
    return next((run.script for run in script_runs(text)), COMMON)


def letters_of(text: str) -> Iterator[str]:
    """Yield letters and signs with the marks, joiners and selectors that belong to each."""
    start = flags = 0
    for index in range(1, len(text)):
        # Two regional indicators are one flag: only every second one belongs to the one before.
        flags = flags + 1 if _is_between(text[index - 1], _REGIONAL) else 0
        if flags % 2 and _is_between(text[index], _REGIONAL):
            continue
        if not _extends(text[index], text[index - 1]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _extends(character: str, before: str) -> bool:
    if character in _JOINING or unicodedata.category(character)[0] == "M" or _is_between(character, _MODIFIERS):
        return True
    return before == _JOINER and unicodedata.category(character)[0] != "L"


def _is_between(character: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= character <= ends[1]
