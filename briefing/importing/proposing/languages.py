"""Words → the language that they are of, as far as their letters and the commonest of them tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from briefing.importing.proposing.words import LANGUAGES, listed
from briefing.model.languages import read_tag

__all__ = ["contradicts", "guess_language"]

_SAMPLE = 20_000
"""Characters that are looked at."""
_FEWEST = 20
"""Words that tell anything."""
_SHARE = 0.1
"""Of the words of a text that are among the commonest of its language; in prose it is a fifth or more."""
_LEAD = 1.5
"""How much better the first guess has to be than the second."""
_OF_LETTERS: Mapping[str, str] = MappingProxyType({
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
})  # fmt: skip
"""Letters that are, nearly always, those of one language, by the first word of their names in Unicode."""


def guess_language(text: str) -> str:
    """Guess the language of a text: its primary subtag, empty where that would be chance."""
    sample = text[:_SAMPLE]
    letters = Counter(unicodedata.name(each, "").partition(" ")[0] for each in sample if each.isalpha())
    script, count = letters.most_common(1)[0] if letters else ("", 0)
    if letters["HIRAGANA"] * 5 > count:  # among the characters that Japanese shares with Chinese
        return "ja"
    return _OF_LETTERS.get(script) or _by_words(sample)


def contradicts(guess: str, said: str) -> bool:
    """Tell whether a guess is of another language than the one that is said, which could have been guessed as well."""
    language = read_tag(said).language
    return bool(guess) and guess != language and (language in LANGUAGES or language in _OF_LETTERS.values())


def _by_words(sample: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = words.total()
    if total < _FEWEST:
        return ""
    shares = sorted(
        ((sum(words[word] for word in set(listed(known.common))) / total, tag) for tag, known in LANGUAGES.items()),
        reverse=True,
    )
    (best, tag), (second, _) = shares[:2]
    return tag if best >= _SHARE and best >= second * _LEAD else ""
