"""The scripts that a text is written in, and its letters with all that stands on them.

See: UAX #24 (scripts), UAX #29, 3 (grapheme clusters), UTS #51 (emoji).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.model.languages import read_tag

__all__ = [
    "COMMON",
    "HAN",
    "ScriptRun",
    "is_east_asian",
    "is_east_asian_sign",
    "is_simple",
    "letters_of",
    "script_of",
    "script_runs",
    "scripts_using",
]

COMMON = "Zyyy"
"""What belongs to no script alone: digits, punctuation, symbols."""
HAN = "Hani"
"""Chinese characters."""
_INHERITED = "Zinh"
"""Marks, which have the script of their letter."""
_LATIN = "Latn"
_EAST_ASIAN = frozenset({"Bopo", "Hang", HAN, "Hira", "Kana"})
_EAST_ASIAN_LANGUAGES = frozenset({"cmn", "hak", "ja", "ko", "nan", "wuu", "yue", "zh"})
_EAST_ASIAN_SIGNS = re.compile("[\u2e80-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]")
"""Blocks of what has the width F, W or H, but for ideographs, syllables and emoji. See: UAX #11."""
_TYING = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
_NUMBER = re.compile(r"[0-9]+(?:[^\w\s][0-9]+)*")

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


@lru_cache(maxsize=256)
def is_east_asian(language: str) -> bool:
    """Tell whether a language, given as a tag of BCP 47, is written in Chinese characters, kana or Hangul."""
    tag = read_tag(language)
    return tag.language in _EAST_ASIAN_LANGUAGES and tag.script not in ("latn", "cyrl")


def is_east_asian_sign(character: str) -> bool:
    """Tell whether a character is drawn for East Asian text: as wide as an ideograph, or half as wide to fit there."""
    return _EAST_ASIAN_SIGNS.match(character) is not None


def script_runs(text: str, language: str = "") -> Iterator[ScriptRun]:
    """Part a text by scripts; signs belong to the script before them, and at its beginning to the first one.

    The digits of Latin are Latin, so that a number looks like the unit behind it, but for those in East Asian text.
    """
    scripts = [_script(character) for character in text]
    for start, end, script in _numbers(text, scripts, language):
        scripts[start:end] = (script if each == COMMON else each for each in scripts[start:end])
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


def _numbers(text: str, scripts: Sequence[str], language: str) -> Iterator[ScriptRun]:
    """Yield the numbers of a text with the script that their digits have.

    It is that of the letters of their word; beside a Latin letter, its own. Alone they are as the text around them.
    """
    numbers = [found.span() for found in _NUMBER.finditer(text)]
    home = HAN if is_east_asian(language) else ""
    if not numbers or (not home and _EAST_ASIAN.isdisjoint(scripts)):
        yield from (ScriptRun(*span, _LATIN) for span in numbers)
        return
    before, after = _letters_before(text, scripts), _letters_before(text[::-1], scripts[::-1])[::-1]
    for start, end in numbers:
        (word_before, last), (word_after, first) = before[start], after[end - 1]
        found = word_before or word_after or (home and (last or first or home))
        is_latin = found not in _EAST_ASIAN or _is_beside_latin(text, scripts, start, end)
        yield ScriptRun(start, end, _LATIN if is_latin else found)


def _is_beside_latin(text: str, scripts: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a number follows a Latin letter, or a unit in such letters follows it."""
    end += text[end : end + 1] in _TYING
    return _LATIN in (*scripts[max(0, start - 1) : start], *scripts[end : end + 1])


def _letters_before(text: str, scripts: Sequence[str]) -> list[tuple[str, str]]:
    """Give, for each character, the script of the last letter before it in its word, and of the last one at all."""
    found, in_word, last = [], "", ""
    for character, script in zip(text, scripts, strict=True):
        found.append((in_word, last))
        if character.isspace():
            in_word = ""
        elif script not in (COMMON, _INHERITED):
            in_word = last = script
        elif is_east_asian_sign(character):
            in_word = last = HAN
    return found


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
