"""What was right often enough, on texts that it was not made with, to keep a briefing a draft.

A claim that nothing stands behind is *open*, and a false one is work for an author who has done nothing wrong. So what
is found in a language keeps a briefing open only where nine of ten findings were claims; elsewhere it is listed. The
measure is in ``docs/claims-measured.md``, and a test compares this table with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from briefing.model.languages import read_tag

__all__ = ["Detector", "keeps_open"]

Detector: TypeAlias = Literal["quotation", "measure", "count"]
"""What somebody says; percentages, money and measures; how many people or things there are."""

_OPEN: Mapping[str, frozenset[Detector]] = MappingProxyType(
    {
        "de": frozenset({"measure", "count"}),
        "en": frozenset({"quotation", "measure", "count"}),
        "es": frozenset({"quotation", "measure", "count"}),
        "fr": frozenset({"measure", "count"}),
        "it": frozenset({"measure", "count"}),
    }
)
"""By primary subtag."""
_ELSEWHERE: frozenset[Detector] = frozenset({"measure"})
"""Per cent and money have much the same signs everywhere, and were right in each language that was measured."""


def keeps_open(detector: Detector, language: str) -> bool:
    """Tell whether what is found so in a language, given as a BCP 47 tag, is open without a source."""
    return detector in _OPEN.get(read_tag(language).language, _ELSEWHERE)
