"""The words of a language, made ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from briefing.claims.languages.arabic_script import ARABIC, PERSIAN
from briefing.claims.languages.cyrillic_script import RUSSIAN, UKRAINIAN
from briefing.claims.languages.english import ENGLISH
from briefing.claims.languages.french_italian import FRENCH, ITALIAN
from briefing.claims.languages.germanic import DUTCH, GERMAN
from briefing.claims.languages.iberian import PORTUGUESE, SPANISH
from briefing.claims.languages.shape import Table
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of

__all__ = ["TABLES", "Phrases", "Words", "word_key", "words_of"]

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "ar": ARABIC,
        "de": GERMAN,
        "en": ENGLISH,
        "es": SPANISH,
        "fa": PERSIAN,
        "fr": FRENCH,
        "it": ITALIAN,
        "nl": DUTCH,
        "pt": PORTUGUESE,
        "ru": RUSSIAN,
        "uk": UKRAINIAN,
    }
)
"""By primary subtag."""
_NOTHING = Table()
_PART = re.compile(r"[^\s-]+|-")
"""A word of a phrase, or the hyphen between two."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, eq=False)
class Phrases(Generic[_Value]):
    """What words say, one or several that belong together; each word is given by what it is compared by."""

    beginning: Mapping[str, tuple[tuple[tuple[str, ...], _Value], ...]]
    """By the first word: the phrases that begin with it, the longest first, each with what it says."""
    ending: Mapping[str, tuple[tuple[tuple[str, ...], _Value], ...]]
    """The same by the last word."""
    values: frozenset[_Value]


class Partial(NamedTuple):
    """What tells that a few words in a sentence are somebody's."""

    judged: re.Pattern[str]
    """One of these verbs, not behind what makes it give a name."""
    begins_judgement: re.Pattern[str]
    leads_on: re.Pattern[str]
    """What a word or two go on from, up to the end."""
    before_noun: re.Pattern[str]
    """An article or the like, up to the end."""
    speaker_behind: re.Pattern[str]


class Shares(NamedTuple):
    """What makes a share of a fraction alone, or of an ordinal number."""

    sure: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    every: frozenset[str]
    ordinals: Mapping[str, int]
    rhythms: frozenset[str]


class Totals(NamedTuple):
    """What a number alone counts."""

    things: Phrases[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language, each as ``Table`` explains it."""

    is_known: bool
    said: re.Pattern[str]
    """One of these verbs, as a word of its own; matches nothing in a language without a table."""
    wrote: re.Pattern[str]
    supposed: re.Pattern[str]
    """What stands before a verb that reports nothing, up to the end."""
    partial: Partial
    according: re.Pattern[str]
    that: re.Pattern[str]
    """What stands between a verb and an opening mark, up to the end."""
    named: re.Pattern[str]
    """What stands before a term or title, up to the end."""
    elided: re.Pattern[str]
    short: frozenset[str]
    hedges: Phrases[str]
    hedges_behind: Phrases[str]
    reported: re.Pattern[str]
    numbers: Mapping[str, int]
    magnitudes: Mapping[str, int]
    magnitude_signs: Mapping[str, int]
    one: frozenset[str]
    glue: frozenset[str]
    parts: Mapping[str, Fraction]
    bare_parts: frozenset[str]
    not_before_parts: frozenset[str]
    shares: Shares
    of: frozenset[str]
    determiners: frozenset[str]
    half_more: Phrases[str]
    out_of: Phrases[str]
    vague: Phrases[tuple[int, int]]
    several: Phrases[tuple[int, int]]
    between: Phrases[str]
    between_link: frozenset[str]
    to: frozenset[str]
    per_cent: Phrases[str]
    percentage_points: Phrases[str]
    currencies: Phrases[str]
    units: Phrases[str]
    times: Phrases[str]
    dimensions: frozenset[str]
    months: frozenset[str]
    labels: Phrases[str]
    labels_behind: Phrases[str]
    people: Phrases[str]
    totals: Totals
    own: Phrases[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    plural: tuple[str, ...]
    singular: tuple[tuple[str, str], ...]
    counts_before_capitals: bool
    nouns_in_capitals: bool
    months_in_capitals: bool
    begins: frozenset[str]
    """All words that a number in words may begin with: most words of a text need no second look."""


@lru_cache(maxsize=64)
def words_of(language: str) -> Words:
    """Find the words of a language, given as a BCP 47 tag; a language without a table has none.

    A process keeps them: they depend on the tag and on this program alone.
    """
    primary = read_tag(language).language
    table = TABLES.get(primary, _NOTHING)
    return Words(
        is_known=primary in TABLES,
        said=_any(table.said),
        wrote=_any(table.wrote),
        supposed=re.compile(rf"(?<!\w)(?:{_alternatives(table.supposed)})\s+\Z", re.IGNORECASE),
        partial=_partial(table),
        according=_any(table.according),
        that=re.compile(rf"\s*(?:{_alternatives(table.that)})?[\s,:]*\Z", re.IGNORECASE),
        named=_before_terms(table),
        elided=re.compile(rf"(?:{_alternatives(table.elided)}|\d\d(?:s|er)?)(?!\w)", re.IGNORECASE),
        short=_keys(table.short),
        hedges=_phrases(table.hedges),
        hedges_behind=_phrases(table.hedges_behind),
        reported=_any(table.reported),
        numbers=_values(table.numbers),
        magnitudes=_values(table.magnitudes),
        magnitude_signs=_values(table.magnitude_signs),
        one=_keys(table.one),
        glue=_keys(table.glue),
        parts=MappingProxyType({word_key(word): Fraction(value) for word, value in _pairs(table.parts)}),
        bare_parts=_keys(table.bare_parts),
        not_before_parts=_keys(table.not_before_parts),
        shares=_shares(table),
        of=_keys(table.of),
        determiners=_keys(table.determiners),
        half_more=_phrases(table.half_more),
        out_of=_phrases(table.out_of),
        vague=_spans(table.vague),
        several=_spans(table.several),
        between=_phrases(table.between),
        between_link=_keys(table.between_link),
        to=_keys(table.to),
        per_cent=_phrases(table.per_cent),
        percentage_points=_phrases(table.percentage_points),
        currencies=_phrases(table.currencies),
        units=_phrases(table.units),
        times=_phrases(table.times),
        dimensions=_keys(table.dimensions),
        months=_keys(table.months),
        labels=_phrases(table.labels),
        labels_behind=_phrases(table.labels_behind),
        people=_phrases(table.people),
        totals=Totals(_phrases(table.totals), _keys(table.before_totals)),
        own=_phrases(table.own),
        adjectives=_keys(table.adjectives),
        stops=_keys(table.stops),
        plural=tuple(_listed(table.plural)),
        singular=tuple(_pairs(table.singular)),
        counts_before_capitals=table.counts_before_capitals,
        nouns_in_capitals=table.nouns_in_capitals,
        months_in_capitals=table.months_in_capitals,
        begins=_beginnings(table),
    )


def is_reporting(text: str, language: str) -> bool:
    """Tell whether somebody says something in a text: by a verb, or by "according to"."""
    words = words_of(language)
    return any(pattern.search(text) for pattern in (words.said, words.wrote, words.according))


def _before_terms(table: Table) -> re.Pattern[str]:
    words = rf"(?<!\w)(?:{_alternatives(table.named)})(?:\s+(?:{_alternatives(table.articles)}))?[\s(]*\Z"
    return re.compile(words, re.IGNORECASE)


def _partial(table: Table) -> Partial:
    return Partial(
        judged=_judged(table),
        begins_judgement=re.compile(rf"(?:{_alternatives(table.begins_judgement)})(?!\w)", re.IGNORECASE),
        leads_on=_up_to_the_end(table.leads_on),
        before_noun=_up_to_the_end(", ".join((table.determiners, table.articles, table.one))),
        speaker_behind=re.compile(rf"\s*,\s*(?:{_alternatives(table.speaker_behind)})\s+(?=[^\W\d_a-z])"),
    )


def _shares(table: Table) -> Shares:
    return Shares(
        sure=_keys(table.sure_parts),
        before=_keys(table.before_parts),
        behind=_keys(table.behind_parts),
        every=_keys(table.every),
        ordinals=_values(table.ordinals),
        rhythms=_keys(table.rhythms),
    )


def _judged(table: Table) -> re.Pattern[str]:
    before = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in _listed(table.not_judging))
    return re.compile(rf"(?<!\w){before}(?:{_alternatives(table.judged)})(?!\w)", re.IGNORECASE)


def _up_to_the_end(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})[\s(]*\Z", re.IGNORECASE)


def _beginnings(table: Table) -> frozenset[str]:
    phrases = (_spans(table.vague), _spans(table.several), _phrases(table.between))
    pairs = (*_pairs(table.numbers), *_pairs(table.magnitudes), *_pairs(table.parts))
    single = (*_listed(table.one), *_listed(table.every))
    words = (*map(word_key, single), *(word_key(word) for word, _ in pairs))
    return frozenset(words).union(*(each.beginning for each in phrases))


def word_key(word: str) -> str:
    """Leave of a word what tells it from others; all apostrophes are one."""
    return key_of(word).replace("’", "'").replace("ʼ", "'")


def _listed(words: str) -> Iterator[str]:
    return filter(None, (word.strip() for word in words.split(",")))


def _pairs(words: str) -> Iterator[tuple[str, str]]:
    for entry in _listed(words):
        word, _, value = entry.partition(":")
        yield word, value


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(word_key, _listed(words)))


def _phrases(words: str) -> Phrases[str]:
    """Read phrases with what they say: ``kilometres:km``; a phrase alone says itself."""
    return _made((_keys_of(word), value or word) for word, value in _pairs(words))


def _made(entries: Iterable[tuple[tuple[str, ...], _Value]]) -> Phrases[_Value]:
    beginning: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
    ending: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
    values = set()
    for keys, value in sorted(entries, key=lambda entry: -len(entry[0])):
        beginning.setdefault(keys[0], []).append((keys, value))
        ending.setdefault(keys[-1], []).append((keys, value))
        values.add(value)
    return Phrases(
        MappingProxyType({key: tuple(each) for key, each in beginning.items()}),
        MappingProxyType({key: tuple(each) for key, each in ending.items()}),
        frozenset(values),
    )


def _keys_of(phrase: str) -> tuple[str, ...]:
    return tuple(map(word_key, _PART.findall(phrase)))


def _values(words: str) -> Mapping[str, int]:
    return MappingProxyType({word_key(word): int(value) for word, value in _pairs(words)})


def _spans(words: str) -> Phrases[tuple[int, int]]:
    spans = ((word, value.split("-")) for word, value in _pairs(words))
    return _made((_keys_of(word), (int(low), int(high))) for word, (low, high) in spans)


def _alternatives(words: str) -> str:
    """Write a pattern of a list of words, the longest first; one that matches nothing for an empty list."""
    return "|".join(sorted(map(re.escape, _listed(words)), key=len, reverse=True)) or r"(?!)"


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)
