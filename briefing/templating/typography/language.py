"""The rules of one language, made ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from briefing.templating.typography.languages import NARROW, NO_BREAK, ROWS, SYMBOLS, Row

__all__ = ["APOSTROPHE", "Language", "language_of"]

APOSTROPHE = "’"
_SINGLE_MARKS = "‘’‚‹›"
_UNKNOWN = Row("", "", "", spaced_dash="")


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of one language, each as ``Row`` explains it."""

    is_known: bool
    locale: str
    outer: str
    inner: str
    single: str
    """The two marks for a pair of ``'`` that stands in no other pair."""
    inside: str
    before_marks: Mapping[str, str]
    """Space before a mark of punctuation, where one was typed."""
    spaced_dash: str
    elided: re.Pattern[str] | None
    references: frozenset[str]
    units: frozenset[str]
    percent: tuple[str, str]
    counted: frozenset[str]
    results: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    ordinals: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Neighbouring parts of abbreviations."""
    pair_space: str
    clinging: frozenset[str]
    grouping: str
    month_first: bool


@cache
def language_of(tag: str) -> Language:
    """Find the rules of a language by its BCP 47 tag; those of ``de`` for ``de-LU``, none for an unknown one."""
    parts = tag.lower().split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return _language(next((ROWS[each] for each in tags if each in ROWS), _UNKNOWN))


def _language(row: Row) -> Language:
    outer, _, inner = row.marks.partition(" ")
    first, _, second = row.percent.partition(" ")
    return Language(
        is_known=bool(outer),
        locale=row.locale,
        outer=outer,
        inner=inner,
        single=inner if not inner or inner[0] in _SINGLE_MARKS else "‘’",
        inside=row.inside,
        before_marks=MappingProxyType(
            {**dict.fromkeys(row.narrow_before, NARROW), **dict.fromkeys(row.no_break_before, NO_BREAK)}
        ),
        spaced_dash=row.spaced_dash,
        elided=re.compile(rf"(?:{row.elided})(?!\w)", re.IGNORECASE) if row.elided else None,
        references=_words(row.references),
        units=_words(SYMBOLS) | _words(row.units),
        percent=(first, second),
        counted=_words(row.counted),
        results=_words(row.results),
        titles=_words(row.titles),
        openers=_words(row.openers),
        ordinals=_words(row.ordinals),
        pairs=frozenset(pair for each in row.pairs.split("|") for pair in pairwise(each.split())),
        pair_space=row.pair_space,
        clinging=_words(row.clinging),
        grouping=row.grouping,
        month_first=row.month_first,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
