"""What the words of a language do in a date: the shape of a table, and of what is looked up in it."""

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Entry", "Meaning", "Role", "Vocabulary"]

# Annotations are no strings here, for typing compiles each one that is, at every start of the program.

Role: TypeAlias = Literal[
    "month",
    "spring",
    "summer",
    "autumn",
    "winter",
    "start",
    "early",
    "mid",
    "late",
    "end",
    "about",
    "about_behind",
    "perhaps",
    "since",
    "since_behind",
    "until",
    "until_behind",
    "before",
    "before_behind",
    "after",
    "after_behind",
    "span_begins",
    "span_link",
    "span_ends",
    "between",
    "between_link",
    "either",
    "all_of",
    "century",
    "decade",
    "years",
    "decade_ending",
    "ordinal_ending",
    "before_christ",
    "after_christ",
    "filler",
    "weekday",
    "relative",
    "present",
    "feast",
    "noon",
    "midnight",
    "other_calendar",
    "number",
    "roman",
    "ordinal",
    "tens",
    "year",
    "million",
    "millennium",
    "ten_years",
    "iso",
    "time",
    "zone",
    "dash",
    "slash",
]
"""What a piece of a date is, or does: each field of a ``Vocabulary``, and what is known by its figures."""


class Entry(NamedTuple):
    """One word, or several that belong together, and one thing that it does."""

    phrase: str
    role: Role
    month: int = 0
    number: int = 0


class Meaning(NamedTuple):
    """What a word does; many do more than one thing: "until 1998", "1996 until 1998"."""

    roles: frozenset[Role]
    month: int = 0
    """1 to 12, or 0 where the word is no month."""
    number: int = 0
    """Which century a word names, or with which year of one its decade begins."""


class Vocabulary(NamedTuple):
    """The words of one language, by what they do.

    Each field but ``examples`` lists words with commas between them, or several such lists. One of several words is
    found as a whole before its parts. Capitals, accents, full stops, hyphens and apostrophes do not count.
    """

    months: tuple[str, ...] = ()
    """Names of the twelve months in their order, several sets where countries differ; gaps are empty. Those of the
    CLDR come to them."""
    spring: str = ""
    summer: str = ""
    autumn: str = ""
    winter: str = ""
    start: str = ""
    """The very beginning of a month, year or decade."""
    early: str = ""
    mid: str = ""
    late: str = ""
    end: str = ""
    """The very end."""
    about: str = ""
    about_behind: str = ""
    """Said behind the date; so with all fields of this ending."""
    perhaps: str = ""
    since: str = ""
    since_behind: str = ""
    until: str = ""
    until_behind: str = ""
    before: str = ""
    before_behind: str = ""
    after: str = ""
    after_behind: str = ""
    span_begins: str = ""
    """Before the first date of a span, where it means no "since" by itself; "since" may stand there too."""
    span_link: str = ""
    span_ends: str = ""
    between: str = ""
    between_link: str = ""
    either: str = ""
    all_of: str = ""
    century: str = ""
    decade: str = ""
    """Words beside a year that make it a decade."""
    years: str = ""
    """Words that do so too, and say nothing beside two years: "les années 1980", "les années 1996 à 2001"."""
    ordinals: tuple[str, ...] = ()
    """Words for the numbers of centuries from the first, several sets where they have cases; gaps are empty."""
    tens: tuple[str, ...] = ()
    """Names of decades from the twenties to the nineties, which say of which century they are."""
    decade_ending: str = ""
    """What does so right behind the figures."""
    ordinal_ending: str = ""
    year: str = ""
    """Words before a number that make a year of it, however few its figures: "an 79"."""
    million: str = ""
    millennium: str = ""
    """Both are known so that it can be said how such a date is typed."""
    before_christ: str = ""
    after_christ: str = ""
    filler: str = ""
    """What may stand anywhere and says nothing, unless it has another role where it stands."""
    weekday: str = ""
    relative: str = ""
    """What names another day tomorrow."""
    present: str = ""
    """The same, of what names the day on which it is said: "today", "1996 to date"."""
    feast: str = ""
    """What is kept every year, on another day or on several."""
    noon: str = ""
    midnight: str = ""
    other_calendar: str = ""
    """Months and marks of calendars that are not read."""
    joined: str = ""
    """Words that may stick to the one behind them, each of one letter."""
    examples: str = ""
    """Dates to show to who wrote one that cannot be read; without them, they are worded."""
    is_whole: bool = False
    """Whether the months are all here, and the CLDR need not be asked."""
