"""Which font each letter of a run is set in: the style's own, or one that stands in for it.

A font is chosen for the letters of a script, then for whole words, and only where no font has all of a word letter by
letter: a word in two typefaces looks like an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from briefing.typesetting.fonts import FontLibrary, SizedFont
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Run
from briefing.typesetting.text.scripts import (
    COMMON,
    HAN,
    is_east_asian_sign,
    letters_of,
    script_of,
    script_runs,
    scripts_using,
)

__all__ = ["FontChooser"]

_WORDS = re.compile(r"[^ \n\t]+|[ \n\t]+")
_SIGNS = (COMMON, "Zsym", "Zsye")
"""Codes of ISO 15924 for what belongs to every script: signs, symbols, emoji."""


_SAMPLES = {HAN: "一"}
"""What tells the fonts of a script where a text is set as it is and has no letter of it: a number in Japanese."""


class FontChooser:
    """Chooses fonts. Collects the letters that none has."""

    def __init__(self, fonts: FontLibrary, unset: Unset) -> None:
        self._fonts, self._unset = fonts, unset

    def fonts_of(self, run: Run, text: str) -> Iterator[SizedFont]:
        """Yield the font of each character of a text that stands in a run."""
        missing: dict[str, str] = {}
        for part in script_runs(text, run.language):
            in_script = text[part.start : part.end]
            preferred = self._preferred(run, part.script, in_script)
            for word in _WORDS.findall(in_script):
                yield from self._of_word(word, preferred, run, part.script, missing)
        if missing:
            self._unset.lacking(run.text, missing, run.position)

    def _of_word(
        self, word: str, preferred: SizedFont, run: Run, script: str, missing: dict[str, str]
    ) -> Iterator[SizedFont]:
        lacking = preferred.font.lacks(word)
        if not lacking:
            yield from [preferred] * len(word)
            return
        # A sign of another script is no letter of the word: it does not take that into another typeface.
        only_signs = all(_is_foreign(letter, script) for letter in lacking)
        whole = None if only_signs else _having(word, self._candidates(run, script))
        if whole:
            yield from [whole] * len(word)
            return
        for letter in letters_of(word):
            found = _having(letter, self._for_letter(letter, preferred, run, script))
            if found is None:
                missing |= {each: self._hint(run, each) for each in preferred.font.lacks(letter)}
            yield from [found or preferred] * len(letter)

    def _preferred(self, run: Run, script: str, text: str) -> SizedFont:
        """Find the font for a script: the style's own if it knows the script, else the one that has most of it."""
        own = "".join(letter for letter in set(text) if script_of(letter) == script) or _SAMPLES.get(script, "")
        candidates = self._candidates(run, script)
        best = next(candidates)
        fewest = len(best.font.lacks(own))
        if fewest * 2 <= len(own):
            return best
        for each in candidates:
            lacking = len(each.font.lacks(own))
            if lacking < fewest:
                best, fewest = each, lacking
            if not fewest:
                break
        return best

    def _candidates(self, run: Run, script: str) -> Iterator[SizedFont]:
        return self._fonts.candidates(run.style, script, run.language)

    def _for_letter(self, letter: str, preferred: SizedFont, run: Run, script: str) -> Iterator[SizedFont]:
        """Yield fonts for one letter; a sign that belongs to other scripts looks as it does there: an Arabic comma."""
        own, others = self._candidates(run, script), self._elsewhere(run, letter)
        return chain((preferred,), *((others, own) if _is_foreign(letter, script) else (own, others)))

    def _elsewhere(self, run: Run, letter: str) -> Iterator[SizedFont]:
        """Yield the fonts that a sign of several scripts may be in: those of these scripts, then those of signs.

        Signs of East Asian text look as the run's language has them.
        """
        east_asian = (HAN,) if is_east_asian_sign(letter[0]) else ()
        for script in (*east_asian, *scripts_using(letter[0]), *_SIGNS):
            yield from self._candidates(run, script)

    def _hint(self, run: Run, letter: str) -> str:
        return self._fonts.hint(HAN if is_east_asian_sign(letter) else script_of(letter), run.language)


def _is_foreign(letter: str, script: str) -> bool:
    """Tell whether a sign is used with certain scripts, and not with this one."""
    using = scripts_using(letter[0])
    return bool(using) and script not in using


def _having(text: str, fonts: Iterable[SizedFont]) -> SizedFont | None:
    return next((each for each in fonts if not each.font.lacks(text)), None)
