"""A date as the author typed it → a ``Date``, or the reason why it is none.

    vocabulary       what words do in a date: the shape of a language's table
    latin_script     the tables: English, French, German and others
    cyrillic_script  Russian, Ukrainian
    arabic_script    Arabic, Pashto, Persian with Dari, Urdu
    pieces           a text → words, numbers and signs, and how words are compared
    cldr             months, days of the week and eras of all other languages
    lexicon          all words of one language, to be looked up
    tokens           the pieces of a date, each with what it does
    points           the words of one day, month, decade → a ``Point``
    grammar          the words around them: spans, open ends, sets → EDTF
    calendars        years that may be those of another calendar
    date             words or EDTF → ``Date``

``read_date`` is the way in.
"""

from briefing.reading.dates.date import read_date

__all__ = ["read_date"]
