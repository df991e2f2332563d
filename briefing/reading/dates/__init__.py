"""A date as the author typed it → a ``Date``, or the reason why it is none.

    vocabulary       what words do in a date: the shape of a language's table
    latin_script     the tables: English, French, German and others
    cyrillic_script  Russian, Ukrainian
    arabic_script    Arabic, Pashto, Persian with Dari, Urdu
    clock            times of day, in figures
    ages             millions of years and millennia → how they are typed
    pieces           a text → words, numbers and signs, and how words are compared
    cldr             months, days of the week and eras of all other languages
    lexicon          all words of one language, to be looked up
    tokens           the pieces of a date, each with what it does
    points           the words of one day, month, decade → a ``Point``
    sides            what one side of a span, or one of several dates, takes from the other
    joined           several pieces that are one: the ten years of a decade, a winter of two years
    grammar          the words around them: spans, open ends, sets → EDTF
    figures          days in figures: 15/08/2021, 01.05.1979
    calendars        years that may be those of another calendar
    hyphens          a year, a hyphen and two figures: a season or two years
    date             words or EDTF → ``Date``
    likeness         any text → whether a date was meant
    mentions         running text → the dates that it mentions

``read_date`` is the way in; ``looks_like_date`` tells what was meant to be one, and ``season_or_years`` warns of what
was read and may have been meant otherwise. ``dates_in`` finds the dates of a sentence. ``key_of`` is for other words
that are compared like those of dates.
"""

from briefing.reading.dates.date import read_date
from briefing.reading.dates.hyphens import season_or_years
from briefing.reading.dates.likeness import looks_like_date
from briefing.reading.dates.mentions import Mention, dates_in
from briefing.reading.dates.pieces import key_of, with_latin_digits

__all__ = ["Mention", "dates_in", "key_of", "looks_like_date", "read_date", "season_or_years", "with_latin_digits"]
