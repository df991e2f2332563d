"""What the words of a language do in quotations and figures: reporting verbs, hedges, units, number words.

    shape            the shape of a language's table
    english          the tables: English
    germanic         German, Dutch
    romance          French, Spanish, Italian, Portuguese
    cyrillic_script  Russian, Ukrainian
    arabic_script    Arabic, Persian with Dari
    lookup           the words of a language by its tag, made ready

A word is compared as ``reading.dates.key_of`` has it: without capitals, accents and vowel signs.
"""

from briefing.claims.languages.lookup import TABLES, Phrases, Words, words_of

__all__ = ["TABLES", "Phrases", "Words", "words_of"]
