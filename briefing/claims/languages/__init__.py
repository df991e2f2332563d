"""What the words of a language do in quotations and figures: reporting verbs, hedges, units, number words.

    shape    the shape of a table
    english  its table
    lookup   the words of a language by its tag, made ready

A word is compared as ``reading.dates.key_of`` has it: without capitals, accents and vowel signs.
"""

from briefing.claims.languages.lookup import Phrases, Words, words_of

__all__ = ["Phrases", "Words", "words_of"]
