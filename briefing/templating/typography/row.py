"""The form of the table of languages."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NARROW", "NO_BREAK", "Row"]

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


class Row(NamedTuple):
    """The rules of one language, as lists of words with spaces between them."""

    locale: str
    """For the names of months."""
    marks: str
    """The two marks for ``"``, and the two for ``'`` inside them; a pair of ``'`` alone is only made round."""
    source: str = "CLDR 47"
    """Where the marks come from."""
    inside: str = ""
    """Space inside the outer marks."""
    narrow_before: str = ""
    """Marks of punctuation before which a space is narrow."""
    no_break_before: str = ""
    """Marks before which a space is of the usual width."""
    spaced_dash: str = "–"
    """Sign for a hyphen between spaces."""
    elided: str = ""
    """Words that begin with an apostrophe, as a regular expression."""
    references: str = ""
    """Words that a number follows."""
    units: str = ""
    """Words that follow a number, besides the symbols that all languages share."""
    percent_sign: str = ""
    """What ``%`` is after digits of the language's own."""
    in_words: str = "’"
    """Sign for ``'`` between letters of its script; a second one, of Hebrew abbreviations, is for ``"``."""
    percent: str = ""
    """The two words for per cent."""
    counted: str = ""
    """Words after a range: 2–3 weeks."""
    results: str = ""
    """Words before a result, which is no range: won 48-52."""
    titles: str = ""
    """Words before a name."""
    openers: str = ""
    """Words that begin sentences and are no names; where they are known, one initial before a name is told."""
    ordinals: str = ""
    """Words after a number with a full stop: 20. Jahrhundert."""
    pairs: str = ""
    """Abbreviations with spaces in them, with bars between them."""
    pair_space: str = NO_BREAK
    clinging: str = ""
    """Words of one letter that stand at no line's end."""
    grouping: str = NO_BREAK
    """Space between the groups of a long number."""
    month_first: bool = False
    """The day may follow the month: September 9."""
