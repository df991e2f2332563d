"""How a language says dates: the shape of a table of ``phrases``."""

from typing import NamedTuple

__all__ = ["Forms", "Phrases"]

# Annotations are no strings here, for typing compiles each one that is, at every start of the program.


class Forms(NamedTuple):
    """The patterns of a language in one place of a sentence; ``{}`` is what they are said of."""

    around: str = "{}"
    """What stands around a date of any kind."""
    roughly: str = ""
    """What does so where the date is approximate, if that is not ``around`` of what is said about such a date."""
    year: str = "{}"
    month: str = "{}"
    """Of a month and its year; also of several, where a part of a year has no name."""
    day: str = "{}"
    decade: str = "{0}–{1}"
    """Of its first year and its last."""
    century: str = "{0}–{1}"
    """Of its first year, its last, and its number as an English ordinal, in figures and in Roman numerals."""
    seasons: tuple[str, ...] = ()
    """Spring to winter; without them, the months are named."""
    season: str = "{} {}"
    """Of its name and its year."""
    month_of_year: str = ""
    """Pattern of the CLDR for a month and its year, where it is not that of the language."""


class Phrases(NamedTuple):
    """How one language says dates."""

    alone: Forms = Forms()
    about: Forms = Forms("~{}")
    until: Forms = Forms("– {}")
    since: Forms = Forms("{} –")
    approximately: str = "{}~"
    """Of an approximate date with others that are not; what stands before it would be taken for one of them, too."""
    before: Forms | None = None
    """Of what a time is over before; without it, ``until`` says when it ends."""
    after: Forms | None = None
    """Of what a time begins after; without it, ``since`` says when it begins."""
    between: str = ""
    """Of the two ends of the time in which a moment lies; without it, that is said as a span."""
    end: Forms | None = None
    """Of each of these ends, where it is not said as by itself."""
    uncertain: str = "{}?"
    span: str = ""
    """From one date to another; without it, a dash stands between them."""
    either: str = " / "
    also: str = ", "
    """Between dates of which all are meant."""
    both: str = ", "
    """Before a time of day."""
    intervals: bool = False
    """Whether Babel's intervals can be trusted: those of Persian name the first month twice, those of Arabic mix its
    countries, those of Pashto the parts of a date."""
    year_in_era: str = ""
    """Pattern of a year with its era, where the CLDR has none of the language's own."""
    short_day: str = ""
    """Pattern of a day with a short month and its year, where the CLDR has that of another language."""
    era_until: int = 999
    """The last year that is said with its era, so that it is taken for no number of years, nor for a year of another
    calendar."""
    joints: tuple[tuple[str, str], ...] = ()
    """Regular expressions of what is written otherwise where two words meet, or before a number, and how."""
