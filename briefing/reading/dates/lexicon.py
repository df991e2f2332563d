"""Everything that is a word of a date in a language: the words of its table, and the months that the CLDR knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, cast

from briefing.model.languages import read_tag
from briefing.reading.dates.arabic_script import ARABIC, PASHTO, PERSIAN, URDU
from briefing.reading.dates.cldr import cldr_entries
from briefing.reading.dates.cyrillic_script import RUSSIAN, UKRAINIAN
from briefing.reading.dates.latin_script import (
    DUTCH,
    ENGLISH,
    FRENCH,
    GERMAN,
    ITALIAN,
    POLISH,
    PORTUGUESE,
    SPANISH,
    TURKISH,
)
from briefing.reading.dates.pieces import key_of, keys_of
from briefing.reading.dates.vocabulary import Entry, Meaning, Role, Vocabulary

__all__ = ["VOCABULARIES", "Lexicon", "lexicon_of"]

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType({
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pl": POLISH,
    "ps": PASHTO,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "tr": TURKISH,
    "uk": UKRAINIAN,
    "ur": URDU,
})  # fmt: skip
"""By primary subtag."""

_SHORTEST = 3
"""Letters of a word that are enough to guess it by: a month that no other begins like, or a word that was misspelt."""
_NOT_MEANT: frozenset[Role] = frozenset((
    "filler", "weekday", "relative", "present", "feast", "other_calendar", "decade_ending", "ordinal_ending",
    "midnight", "million", "millennium",
))  # fmt: skip
"""What somebody who typed another word is not told of."""
_NOTHING = Meaning(frozenset())
_NO_ROLES = ("months", "ordinals", "tens", "joined", "examples", "is_whole")
_ROLES = tuple(cast("Role", name) for name in Vocabulary._fields if name not in _NO_ROLES)


class Lexicon(NamedTuple):
    """The words of dates in one language."""

    meanings: Mapping[tuple[str, ...], Meaning]
    """What words do, by the words as they are compared."""
    spellings: Mapping[tuple[str, ...], str]
    """The same words as one writes them."""
    lengths: Mapping[str, range]
    """How many words the phrases may have that begin with a word, the longest first."""
    joined: frozenset[str]
    """Letters that may stick to the word behind them."""

    def shortened_month(self, key: str) -> Meaning | None:
        """Find the one month whose name begins so."""
        if len(key) < _SHORTEST:
            return None
        begun = (each for keys, each in self.meanings.items() if each.month and keys[0].startswith(key))
        months = {each.month: each for each in begun}
        return months.popitem()[1] if len(months) == 1 else None

    def common_words(self) -> Iterator[str]:
        """List the words that may have been meant by one that is not known."""
        for keys, meaning in self.meanings.items():
            if len(keys[0]) >= _SHORTEST and not meaning.roles & _NOT_MEANT:
                yield self.spellings[keys]


@lru_cache(maxsize=64)
def lexicon_of(language: str) -> Lexicon:
    """Gather the words of a language, given as a BCP 47 tag."""
    vocabulary = VOCABULARIES.get(read_tag(language).language, Vocabulary())
    entries = list(_entries(vocabulary))
    if not vocabulary.is_whole:
        entries += cldr_entries(language)
    return _lexicon(entries, frozenset(map(key_of, vocabulary.joined)))


def _entries(vocabulary: Vocabulary) -> Iterator[Entry]:
    for names in vocabulary.months:
        yield from (Entry(name, "month", number) for number, name in enumerate(names.split(","), 1))
    for words in vocabulary.ordinals:
        yield from (Entry(word, "ordinal", number=number) for number, word in enumerate(words.split(","), 1))
    for words in vocabulary.tens:
        yield from (Entry(word, "tens", number=10 * number) for number, word in enumerate(words.split(","), 2))
    for role in _ROLES:
        yield from (Entry(phrase, role) for phrase in getattr(vocabulary, role).split(","))


def _lexicon(entries: Iterable[Entry], joined: frozenset[str]) -> Lexicon:
    meanings: dict[tuple[str, ...], Meaning] = {}
    spellings: dict[tuple[str, ...], str] = {}
    disputed = set()
    for phrase, role, month, number in entries:
        keys = keys_of(phrase)
        if not all(map(str.isdecimal, keys)):
            known = meanings.get(keys, _NOTHING)
            if known.month and month and known.month != month:
                disputed.add(keys)
            meanings[keys] = Meaning(known.roles | {role}, known.month or month, known.number or number)
            spellings.setdefault(keys, phrase.strip())
    for keys in disputed:  # two months that differ in an accent alone: which of them is meant would be a guess
        del meanings[keys], spellings[keys]
    return Lexicon(meanings, spellings, _lengths(meanings), joined)


def _lengths(phrases: Iterable[tuple[str, ...]]) -> dict[str, range]:
    longest: dict[str, int] = {}
    for first, *others in filter(None, phrases):
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return {first: range(length, 0, -1) for first, length in longest.items()}
