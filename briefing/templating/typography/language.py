"""The rules of one language, made ready for use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from types import MappingProxyType

from briefing.model.languages import widening
from briefing.templating.typography.languages import ROWS, SYMBOLS
from briefing.templating.typography.months import MONTHS
from briefing.templating.typography.row import NARROW, NO_BREAK, Row

__all__ = ["APOSTROPHE", "Language", "language_of"]

APOSTROPHE = "’"
_SINGLE_MARKS = "‘’‚‹›"
_UNKNOWN = Row("", "", "", spaced_dash="")


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The rules of one language, each as ``Row`` explains it."""

    is_known: bool
    sign: re.Pattern[str]
    """What may be changed in it; the group says by which rule."""
    outer: str
    inner: str
    single: str
    """The two marks for a pair of ``'`` that stands in no other pair."""
    in_words: Mapping[str, str]
    """For ``'`` and ``"`` between letters that are not Latin."""
    percent_sign: str
    inside: str
    before_marks: Mapping[str, str]
    """Space before a mark of punctuation, where one was typed."""
    spaced_dash: str
    elided: re.Pattern[str] | None
    references: frozenset[str]
    units: frozenset[str]
    percent: str
    counted: frozenset[str]
    results: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    ordinals: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Neighbouring parts of abbreviations."""
    pair_space: str
    grouping: str
    months: frozenset[str]
    month_first: bool


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Find the rules of a language by its BCP 47 tag; those of ``de`` for ``de-LU``, none for an unknown one."""
    tags = (each.lower() for each in widening(tag))
    return _language(next((ROWS[each] for each in tags if each in ROWS), _UNKNOWN))


def _language(row: Row) -> Language:
    outer, _, inner = row.marks.partition(" ")
    narrow, usual = dict.fromkeys(row.narrow_before, NARROW), dict.fromkeys(row.no_break_before, NO_BREAK)
    return Language(
        is_known=bool(outer),
        sign=_sign(row),
        outer=outer,
        inner=inner,
        single=inner if not inner or inner[0] in _SINGLE_MARKS else "‘’",
        in_words=MappingProxyType(dict(zip("'\"", row.in_words, strict=False))),
        percent_sign=row.percent_sign,
        inside=row.inside,
        before_marks=MappingProxyType({**narrow, **usual}),
        spaced_dash=row.spaced_dash,
        elided=re.compile(rf"(?:{row.elided})(?!\w)", re.IGNORECASE) if row.elided else None,
        references=_words(row.references),
        units=_words(SYMBOLS, row.units),
        percent=row.percent,
        counted=_words(row.counted),
        results=_words(row.results),
        titles=_words(row.titles),
        openers=_words(row.openers),
        ordinals=_words(row.ordinals),
        pairs=frozenset(pair for each in row.pairs.split("|") for pair in pairwise(each.split())),
        pair_space=row.pair_space,
        grouping=row.grouping,
        months=_words(MONTHS.get(row.locale, "")),
        month_first=row.month_first,
    )


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


def _sign(row: Row) -> re.Pattern[str]:
    """Find typed signs, and the few spaces that a rule may know.

    All of a text goes through it, so what most spaces fail at comes first. The group names the rule; some groups are
    sure, the others have to look at the words.
    """
    first, _, second = row.percent.partition(" ")
    undotted = [title for title in row.titles.split() if not title.endswith(".")]
    marks = row.narrow_before + row.no_break_before
    spaces = {
        "number": r"(?<=\d\ )(?=\S)",
        "leading": r"(?=\d)",
        "title": rf"(?=[^\Wa-z_])(?:{'|'.join(_after(undotted))})" if undotted else "",
        "roman": r"(?=[IVXLC]{2,}\b|[VX]\b)",
        "dotted": r"(?<=\.\ )(?=\w)(?:(?<=\b\w\.\ )|(?<=\b\w\w\.\ )|(?<=\b\w\w\w\.\ )|(?<=\b\w\w\w\w\.\ ))",
        "ordinal": r"(?<=\d(?:er|re|nd|st|rd|th)\ )(?=\w)",
        "percent": rf"(?={second}\b)(?<=\d\ {first}\ )" if second else "",
        "clinging": rf"(?=\w)(?<=\b[{_either_case(row.clinging)}]\ )" if row.clinging else "",
        "mark": rf"(?=[{marks}](?!\w))(?<=\S\ )" if marks else "",
        "inside": r"(?<=«\ )(?=\S)" if row.inside else "",
    }
    rules = "|".join(f"(?P<{name}>{pattern})" for name, pattern in spaces.items() if pattern)
    native = r"|(?P<share>(?<=[٠-٩۰-۹]%))" if row.percent_sign else ""
    return re.compile(
        rf"""["'.\-\ {"%" if native else ""}](?:
            (?<=\ )(?:{rules})
          | (?<!\ )(?:
                (?P<apostrophe>(?<=[^\W\d_]')(?=[^\W\d_]))
              | (?P<quote>(?<=["']))
              | (?P<dots>(?<=\.)\.\.+)
              | (?P<hyphens>(?<=-)-*)
              {native}
            )
        )""",
        re.VERBOSE,
    )


def _after(words: Iterable[str]) -> Iterator[str]:
    """Look back at one of some words; one pattern for all of a length, for such a look has a fixed one."""
    for _, alike in groupby(sorted(words, key=len), key=len):
        yield rf"(?<=\b(?:{'|'.join(map(re.escape, alike))})\ )"


def _either_case(letters: str) -> str:
    return "".join(letter + letter.upper() for letter in letters.split())
