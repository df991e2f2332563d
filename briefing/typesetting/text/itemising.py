"""Runs of one look → runs of one font and one direction, with the places where a line may break.

For the direction see ``directions``, for the font ``choosing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from briefing.model import digits_of
from briefing.theme import Style
from briefing.typesetting.fonts import FontLibrary
from briefing.typesetting.text.choosing import FontChooser
from briefing.typesetting.text.directions import run_levels
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.opportunities import (
    has_dictionary,
    needs_dictionary,
    needs_opportunities,
    opportunities,
)
from briefing.typesetting.text.runs import Direction, Run
from briefing.typesetting.text.scripts import is_east_asian, is_simple

__all__ = ["Itemiser"]

_WORD = re.compile(r"[^ \n\t]+")


class Itemiser:
    """Itemises paragraphs. Collects what cannot be shown."""

    def __init__(self, fonts: FontLibrary, unset: Unset) -> None:
        self._fonts, self._unset, self._least = FontChooser(fonts, unset), unset, fonts.least

    def itemised(self, runs: Sequence[Run | None], direction: Direction) -> Iterator[Run | None]:
        """Part the runs of a paragraph; ``None`` ends a line, and what stands after it begins afresh."""
        for ends, group in groupby(runs, key=lambda run: run is None):
            if ends:
                yield from group
            else:
                yield from self._line([run for run in group if run], direction)

    def _line(self, runs: list[Run], direction: Direction) -> Iterator[Run]:
        simple = all(is_simple(run.text) and not is_east_asian(run.language) for run in runs)
        if direction == "ltr" and simple:
            for run in runs:
                self._unset.check_signs(run.text, run.position)
                shown = run.text or digits_of(run.language)
                yield from self._parted(run, [0] * len(shown)) if run.font.lacks(shown) else (run,)
            return
        runs = runs if simple else self._with_breaks(runs)
        for run, own in zip(runs, run_levels(runs, direction), strict=True):
            self._unset.check_signs(run.text, run.position)
            yield from self._parted(run, own)

    # Direction and fonts.

    def _parted(self, run: Run, own: Sequence[int]) -> Iterator[Run]:
        if not run.text:
            font = next(self._fonts.fonts_of(run, digits_of(run.language))).font
            yield run._replace(level=own[0], font=font)
            return
        start = 0
        for (level, sized), group in groupby(zip(own, self._fonts.fonts_of(run, run.text), strict=True)):
            end = start + len(list(group))
            breaks = tuple(each - start for each in run.breaks if start < each <= end)
            leading = sized.leading * run.style.size
            part = run._replace(text=run.text[start:end], level=level, font=sized.font, breaks=breaks, leading=leading)
            yield part._replace(style=_scaled(run.style, sized.scale, self._least)) if sized.scale != 1.0 else part
            start = end

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
            letters = dict.fromkeys(letter for letter in run.text if needs_dictionary(letter))
            if letters:
                self._unset.without_dictionary(run.text, letters, run.position)


def _breaks(text: str, language: str) -> list[int]:
    """Offsets at which a line may end in the words of a text that need it."""
    words = (word for word in _WORD.finditer(text) if needs_opportunities(word[0]))
    return [word.start() + each for word in words for each in opportunities(word[0], language)]


@lru_cache(maxsize=256)
def _scaled(style: Style, scale: float, least: float) -> Style:
    return replace(style, size=max(style.size * scale, min(style.size, least)))
