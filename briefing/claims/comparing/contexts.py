"""A sentence → what its figures are said of: since when, of whom, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.claims.languages import Words, words_of
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of

__all__ = ["Since", "groups_in", "is_part", "since_in", "subjects_in"]

_SINCE = {
    "de": "seit",
    "en": "since",
    "es": "desde",
    "fr": "depuis",
    "it": "dal|dalla|dall(?=[’'])|da",
    "nl": "sinds",
    "pt": "desde",
}
_YEAR_BEGINS = {
    "de": "jahresbeginn|jahresanfang|(?:anfang|beginn) des jahres|anfang dieses jahres",
    "en": r"(?:beginning|start) of (?:the|this) year|this year",
    "es": "(?:principios|comienzos|inicios?|comienzo) (?:de|del|de este) año|este año",
    "fr": "début (?:de l[’']|de cette |d[’'])année|cette année",
    "it": "inizio (?:dell[’']|di quest[’'])anno|quest[’']anno",
    "nl": "(?:begin|aanvang) van (?:het|dit) jaar|begin dit jaar|jaarbegin|dit jaar",
    "pt": "(?:início|começo|princípio) (?:do|deste) ano|este ano",
}
"""What means its first month, by language."""
_FIRST_MONTH = {
    "de": "januar",
    "en": "january",
    "es": "enero",
    "fr": "janvier",
    "it": "gennaio",
    "nl": "januari",
    "pt": "janeiro",
}
_FAR = 60
"""Letters behind such a word in which its date stands."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_STEM = 5
"""Letters by which words of one family are known: "displaced", "displacement"."""
_SHORTEST = 4
_PARTS = ("woman", "man", "girl", "boy", "child", "adult")
_GROUPS = {
    **{name: name for name in (*_PARTS, "civilian")},
    **dict.fromkeys(("soldier", "fighter", "troops", "militia", "personnel"), "armed"),
    **dict.fromkeys(("family", "household"), "household"),
}
"""Parts of a population that are counted apart, by what they are counted as."""


class Since(NamedTuple):
    """When what is counted began."""

    start: int
    """Where it is said in the sentence."""
    words: str
    """As typed: ``since the end of May``."""
    month: str
    """What it is compared by; empty where it is not said."""
    year: str

    def covers(self, place: int) -> bool:
        """Tell whether a place in the sentence is a part of what says it."""
        return self.start <= place < self.start + len(self.words)

    def contradicts(self, other: Since) -> bool:
        """Tell whether two beginnings lie in different months or years, as far as they are said."""
        months = bool(self.month and other.month) and not _is_same_month(self.month, other.month)
        return months or bool(self.year and other.year and self.year != other.year)


def since_in(text: str, language: str) -> Iterator[Since]:
    """Find from when on a sentence counts, where it says the month or the year."""
    primary = read_tag(language).language
    if primary not in _SINCE:
        return
    months = words_of(language).months
    for word in re.finditer(rf"\b(?:{_SINCE[primary]})(?!\w)", text, re.IGNORECASE):
        behind = text[word.end() : word.end() + _FAR]
        behind = re.split(r"[,;:.!?()–—]|\s-\s", behind)[0]
        month = next((match for match in _WORD.finditer(behind) if key_of(match[0]) in months), None)
        begins = re.search(_YEAR_BEGINS.get(primary, "(?!)"), behind, re.IGNORECASE)
        year = _YEAR.search(behind)
        ends = [match.end() for match in (month, begins, year) if match]
        if ends:
            name = key_of(month[0]) if month else _FIRST_MONTH[primary] if begins else ""
            words = " ".join(text[word.start() : word.end() + max(ends)].split())
            yield Since(word.start(), words, name, year[0] if year else "")


def is_part(unit: str) -> bool:
    """Tell whether what is counted is a part of any population: women, children."""
    return unit in _PARTS


def groups_in(text: str, unit: str, language: str) -> frozenset[str]:
    """Find the parts of a population that a figure counts, by its unit, of shares by the words behind it."""
    if unit in _GROUPS:
        return frozenset({_GROUPS[unit]})
    if unit not in ("", "%"):
        return frozenset()
    words = words_of(language)
    return frozenset(_GROUPS[name] for name in _counted(text, words) if name in _GROUPS)


def subjects_in(text: str, language: str) -> frozenset[str]:
    """List what a sentence is about: the beginnings of its longer words, but for those that every sentence has."""
    words = words_of(language)
    common = words.stops | words.numbers.keys() | words.magnitudes.keys() | words.parts.keys()
    keys = (key_of(match[0]) for match in _WORD.finditer(text) if len(match[0]) >= _SHORTEST)
    return frozenset(key[:_STEM] for key in keys if key not in common)


def _counted(text: str, words: Words) -> Iterator[str]:
    for match in _WORD.finditer(text):
        for keys, name in words.people.beginning.get(key_of(match[0]), ()):
            if len(keys) == 1:
                yield name


def _is_same_month(one: str, other: str) -> bool:
    """``jan`` is ``january``."""
    return one.startswith(other[:3]) and other.startswith(one[:3])
