"""What the words of a language do in quotations and figures: reporting verbs, hedges, units, number words.

    shape            the shape of a language's table
    english          the tables: English
    germanic         German, Dutch
    french_italian   French, Italian
    iberian          Spanish, Portuguese
    cyrillic_script  Russian, Ukrainian
    arabic_script    Arabic, Persian with Dari
    measured         what was right often enough to keep a briefing open
    lookup           the words of a language by its tag, made ready

A word is compared by its ``word_key``: without capitals, accents and vowel signs.
"""

from briefing.claims.languages.lookup import TABLES, Phrases, Words, is_reporting, word_key, words_of
from briefing.claims.languages.measured import Detector, keeps_open

__all__ = ["TABLES", "Detector", "Phrases", "Words", "is_reporting", "keeps_open", "word_key", "words_of"]
