"""Runs of one look → runs of one font and one direction, with the places where a line may break.

The direction is that of UAX #9, over the whole paragraph; the font is the first of those that a style may be set in
that has the letters, whole letters with their marks at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Literal

from briefing.errors import Diagnostic
from briefing.model import digits_of
from briefing.theme import Style
from briefing.typesetting.bidi import is_plain, levels
from briefing.typesetting.fonts import FontLibrary, SizedFont
from briefing.typesetting.text.letters import Letters
from briefing.typesetting.text.opportunities import (
    has_dictionary,
    needs_dictionary,
    needs_opportunities,
    opportunities,
)
from briefing.typesetting.text.runs import Run
from briefing.typesetting.text.scripts import COMMON, is_simple, letters_of, script_of, script_runs, scripts_using

__all__ = ["Direction", "Itemiser"]

Direction = Literal["ltr", "rtl"]

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in the text for a page number."""
_WORD = re.compile(r"[^ \n\t]+")
_SIGNS = (COMMON, "Zsym", "Zsye")
"""Codes of ISO 15924 for what belongs to every script: signs, symbols, emoji."""


class Itemiser:
    """Itemises the paragraphs of one document. Collects what cannot be shown."""

    def __init__(self, fonts: FontLibrary, letters: Letters, diagnostics: list[Diagnostic]) -> None:
        self._fonts, self._letters, self._diagnostics = fonts, letters, diagnostics
        self._refused: set[str] = set()
        """Scripts whose dictionary is missing and that this was said of."""

    def itemised(self, runs: Sequence[Run | None], direction: Direction) -> Iterator[Run | None]:
        """Part the runs of a paragraph; ``None`` ends a line, and what stands after it begins afresh."""
        for ends, group in groupby(runs, key=lambda run: run is None):
            if ends:
                yield from group
            else:
                yield from self._line([run for run in group if run], direction)

    def _line(self, runs: list[Run], direction: Direction) -> Iterator[Run]:
        simple = all(is_simple(run.text) for run in runs)
        if direction == "ltr" and simple:
            for run in runs:
                self._letters.check_signs(run.text, run.position)
                yield from self._parted(run, [0] * len(run.text)) if run.font.lacks(run.text) else (run,)
            return
        runs = runs if simple else self._with_breaks(runs)
        for run, own in zip(runs, _levels(runs, direction), strict=True):
            self._letters.check_signs(run.text, run.position)
            yield from self._parted(run, own)

    # Direction and fonts.

    def _parted(self, run: Run, own: Sequence[int]) -> Iterator[Run]:
        if not run.text:
            yield run._replace(level=own[0], font=next(self._fonts_of(run, digits_of(run.language))).font)
            return
        start = 0
        for (level, sized), group in groupby(zip(own, self._fonts_of(run, run.text), strict=True)):
            end = start + len(list(group))
            breaks = tuple(each - start for each in run.breaks if start < each <= end)
            part = run._replace(text=run.text[start:end], level=level, font=sized.font, breaks=breaks)
            yield part._replace(style=_scaled(run.style, sized.scale)) if sized.scale != 1.0 else part
            start = end

    def _fonts_of(self, run: Run, whole: str) -> Iterator[SizedFont]:
        """Yield the font of each character of a text that stands in a run."""
        for part in script_runs(whole):
            text = whole[part.start : part.end]
            candidates = self._fonts.candidates(run.style, part.script, run.language)
            ordered = _best_first(candidates, text, part.script)
            missing: dict[str, None] = {}
            for letter in letters_of(text):
                found = _having(letter, ordered) or _having(letter, self._elsewhere(letter, run))
                if found is None:
                    found = candidates[0]
                    missing |= dict.fromkeys(found.font.lacks(letter))
                yield from [found] * len(letter)
            if missing:
                self._refuse_letters(run, missing)

    def _elsewhere(self, letter: str, run: Run) -> Iterator[SizedFont]:
        """Yield the fonts that a sign of several scripts may be in: those of these scripts, then those of signs."""
        for script in (*scripts_using(letter[0]), *_SIGNS):
            yield from self._fonts.candidates(run.style, script, run.language)[1:]

    def _refuse_letters(self, run: Run, missing: Iterable[str]) -> None:
        hints = {letter: self._fonts.hint(script_of(letter), run.language) for letter in missing}
        self._letters.lacking(run.text, hints, run.position)

    # Line breaks.

    def _with_breaks(self, runs: list[Run]) -> list[Run]:
        """Find where lines may break in words that have no spaces between them, over the bounds of runs."""
        text = "".join(run.text for run in runs)
        if not needs_opportunities(text):
            return runs
        if needs_dictionary(text) and not has_dictionary():
            self._refuse(runs)
            return runs
        breaks = _breaks(text, runs[0].language)
        result, start = [], 0
        for run in runs:
            end = start + len(run.text)
            result.append(run._replace(breaks=tuple(each - start for each in breaks if start < each <= end)))
            start = end
        return result

    def _refuse(self, runs: list[Run]) -> None:
        for run in runs:
            for part in script_runs(run.text):
                if needs_dictionary(run.text[part.start : part.end]) and part.script not in self._refused:
                    self._refused.add(part.script)
                    message = "This is written without spaces, and only a dictionary knows where its lines may break."
                    hint = 'Install the dictionaries: pip install "briefing[asian]".'
                    self._diagnostics.append(Diagnostic("error", "needs-dictionary", message, run.position, hint))


def _having(letter: str, fonts: Iterable[SizedFont]) -> SizedFont | None:
    return next((each for each in fonts if not each.font.lacks(letter)), None)


def _best_first(candidates: Sequence[SizedFont], text: str, script: str) -> list[SizedFont]:
    """Order fonts for a text: the style's own first if it knows the script, else the one that has most of it."""
    own = "".join(letter for letter in set(text) if script_of(letter) == script)
    if len(candidates[0].font.lacks(own)) * 2 <= len(own):
        return list(candidates)
    return sorted(candidates, key=lambda each: len(each.font.lacks(text)))


def _levels(runs: Sequence[Run], direction: Direction) -> Iterator[list[int]]:
    """Yield the levels of each run's characters; of a run without text, one level."""
    base = int(direction == "rtl")
    text = "".join(run.text for run in runs)
    if not base and is_plain(text):
        yield from ([0] * max(len(run.text), 1) for run in runs)
        return
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for isolated, group in groupby(runs, key=lambda run: run.isolated):
        around = (_ISOLATE, _END) if isolated >= 0 else ("", "")
        pieces.append(around[0])
        length += len(around[0])
        for run in group:
            starts.append(length)
            pieces.append(run.text or _OBJECT)
            length += len(pieces[-1])
        pieces.append(around[1])
        length += len(around[1])
    found = levels("".join(pieces), base)
    for run, start in zip(runs, starts, strict=True):
        yield list(found[start : start + max(len(run.text), 1)])


def _breaks(text: str, language: str) -> list[int]:
    """Offsets at which a line may end in the words of a text that need it."""
    words = (word for word in _WORD.finditer(text) if needs_opportunities(word[0]))
    return [word.start() + each for word in words for each in opportunities(word[0], language)]


@lru_cache(maxsize=256)
def _scaled(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale)
