"""Claims → the same with what their sources say, where the text of a source was captured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.claims.claim import LONGEST_SENTENCE, Claim, Status
from briefing.claims.comparing import (
    ABSENT,
    Captured,
    Comparison,
    Statements,
    compare_quantity,
    compare_quotation,
    is_quoted,
)
from briefing.claims.quantities import Quantity
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Source
from briefing.model.languages import read_tag

__all__ = ["Comparer"]

_FOUND: Mapping[str, Status] = {"verbatim": "verbatim", "marked": "verbatim", "matches": "matches"}


_MOST_LETTERS = 1_000_000_000
"""Of the texts that the claims of one briefing are compared with, each counted as often as it is searched: 20 s or so.

A quotation is looked for letter by letter. For figures a text is read once, and then only a part of it is looked at.
"""
_FEWEST_WORDS = 4
"""Of a quotation in a language whose quotations are only listed; what is shorter may be a term."""
_AT_LEAST = 10_000
"""Letters that a comparison counts for however short the text is."""


class _Answer(NamedTuple):
    """What came of looking for a claim in one source."""

    key: str
    found: Comparison
    is_excerpt: bool


class Comparer:
    """Compares the claims of one briefing with the captured texts of its sources."""

    def __init__(self, briefing: Briefing, memory: Memory = FORGETFUL) -> None:
        """Take the sources of a briefing, which are in the language of its original where they do not say it."""
        self._sources: Mapping[str, Source] = briefing.sources
        self._language = briefing.masthead.language
        self._original_language = briefing.original_language
        self._memory = memory
        self._ready: dict[str, Statements] = {}
        self._letters = 0
        self.left_out: list[Claim] = []
        """Claims that were not compared, for the texts of their sources are too long together."""

    def compared(self, claim: Claim) -> Claim:
        """Say of a quotation or figure that cites a source what that source says.

        Where one of several sources has it, that one counts. It differs where each source that is cited was captured
        and none has it; a quotation also where one of them has it in other words. What is not in an excerpt may be in
        what that leaves out. A waiver beside the citation says that the author knows. Claims and texts beyond all
        measure are not compared to their end. Of a confidential source no word comes along: whatever prints a
        comparison has none to print.
        """
        told = self._compared(claim)
        source = self._sources.get(told.found_in)
        if told.found and source and source.confidential:
            return replace(told, found=told.found.withheld())
        return told

    def _compared(self, claim: Claim) -> Claim:
        if claim.status != "attributed" or claim.waiver or claim.kind == "date":
            return claim
        if claim.kind == "figure" and len(claim.sentence) > LONGEST_SENTENCE:
            return claim
        if (claim.quantity is None) if claim.kind == "figure" else not any(map(str.isalnum, claim.text)):
            return claim
        keys = [key for key in claim.sources if key not in self._sources or not self._sources[key].own]
        captured = [key for key in keys if self._is_comparable(key)]
        self._letters += sum(self._weight(claim, key) for key in captured)
        if self._letters > _MOST_LETTERS:
            self.left_out += [claim] if captured and claim.counts else []
            return claim
        answers = [self._answer(claim, key) for key in captured]
        claim = replace(claim, was_looked_for=bool(answers))
        for answer in answers:
            if answer.found.outcome in _FOUND:
                status = _FOUND[answer.found.outcome]
                return replace(claim, status=status, found=answer.found, found_in=answer.key)
        differing = _differing(claim, answers, is_all=len(answers) == len(keys))
        if differing is None or not _tells(claim, differing.found):
            unlike = next((answer for answer in answers if answer.found.unlike), None)
            return replace(claim, found=unlike.found, found_in=unlike.key) if unlike and claim.counts else claim
        found = differing.found
        if claim.kind == "quotation" and found == ABSENT:
            found = found._replace(elsewhere=self._elsewhere(claim.text, keys))
        return replace(claim, status="differs", found=found, found_in=differing.key)

    def _weight(self, claim: Claim, key: str) -> int:
        """Tell how many letters are looked at; those that are read once for all figures count for the first."""
        is_read = claim.kind == "figure" and key in self._ready
        return _AT_LEAST if is_read else max(len(self._sources[key].captured or ""), _AT_LEAST)

    def _elsewhere(self, words: str, keys: Sequence[str]) -> str:
        """Find another source that has the words of a quotation, and is not confidential; empty where none has."""
        known = (key for key, source in self._sources.items() if key not in keys and not source.confidential)
        others = [key for key in known if self._is_comparable(key)]
        self._letters += sum(len(self._sources[key].captured or "") for key in others)
        return next((key for key in others if is_quoted(words, self._statements(key).captured)), "")

    def _is_comparable(self, key: str) -> bool:
        """Tell whether a source has a text in the language of the briefing: a quotation from another is translated."""
        source = self._sources.get(key)
        if source is None or source.captured is None:
            return False
        language = source.language or self._original_language
        return read_tag(language).language == read_tag(self._language).language

    def _answer(self, claim: Claim, key: str) -> _Answer:
        ready = Same(self._statements(key))
        if claim.kind == "quotation":
            found = self._memory.recall(_quotation, claim.text, self._language, ready)
        else:
            found = self._memory.recall(_figure, claim.quantity, claim.sentence, self._language, ready)
        return _Answer(key, found, ready.value.captured.is_excerpt)

    def _statements(self, key: str) -> Statements:
        if key not in self._ready:
            source = self._sources[key]
            self._ready[key] = self._memory.recall(_made_ready, source.captured or "", self._language)
        return self._ready[key]


def _made_ready(text: str, language: str) -> Statements:
    return Statements(Captured(text), language)


def _quotation(words: str, language: str, source: Same[Statements]) -> Comparison:
    return compare_quotation(words, source.value.captured, language)


def _figure(quantity: Quantity | None, sentence: str, language: str, source: Same[Statements]) -> Comparison:
    claim = source.value.claimed(sentence, language)
    figure = claim.like(quantity) if quantity else None
    return compare_quantity(figure, claim, source.value) if figure else ABSENT


def _tells(claim: Claim, found: Comparison) -> bool:
    """Tell whether an author is told of a difference.

    Where quotations are only listed, for what is found may be none, the source has to have something like it.
    """
    if claim.counts:
        return True
    words = re.findall(r"\w+", claim.text)
    return claim.kind == "quotation" and found.outcome == "differs" and len(words) >= _FEWEST_WORDS


def _differing(claim: Claim, answers: Sequence[_Answer], *, is_all: bool) -> _Answer | None:
    """Choose what is shown of sources none of which has the claim; ``None`` where another one may have it."""
    near = next((answer for answer in answers if answer.found.outcome == "differs"), None)
    if near and (is_all or claim.kind == "quotation"):
        return near
    if not answers or not is_all or any(answer.is_excerpt or answer.found.outcome == "unclear" for answer in answers):
        return None
    return answers[0]
