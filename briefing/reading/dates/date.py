"""A date as the author typed it, in words or in EDTF: text in, a ``Date`` or the ``Diagnostic`` that says why not out.

Words are read in the language of the document; EDTF is read in every language. Nothing is guessed: 03/04/2021, a date
without a year, "last week", and a year that may be one of another calendar are refused.
"""

from __future__ import annotations

import re

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.edtf import DateError
from briefing.model.languages import read_tag
from briefing.model.wording import date_words
from briefing.reading.dates.ages import without_grouping
from briefing.reading.dates.calendars import refuse_other_calendars
from briefing.reading.dates.figures import edtf_of_figures, edtf_of_spaced_time
from briefing.reading.dates.grammar import read_statement
from briefing.reading.dates.hyphens import are_years_with_hyphen, refuse_season_or_years
from briefing.reading.dates.lexicon import VOCABULARIES, lexicon_of
from briefing.reading.dates.pieces import with_latin_digits
from briefing.reading.dates.tokens import tokens_of

__all__ = ["read_date"]

LONGEST = 100
"""Characters; the longest real date is a third of it."""

EDTF = re.compile(r"[\[{]?[-Y\d./][-\dXYETZ:./,?~%+ ]*[\]}]?", re.ASCII)
"""What can only be meant as EDTF, right or wrong, unless it is also a plain date in figures."""

QUARTER = re.compile(
    r"(?P<before>\d{4})[ /-]?Q(?P<one>[1-4])|Q(?P<two>[1-4])[ /-]?(?P<behind>\d{4})", re.ASCII | re.IGNORECASE
)
"""A quarter of a year, as tables name it in every language; in EDTF, level 2, those are months 33 to 36."""

YEARS_WITH_SLASH = re.compile(r"(\d\d)(\d\d)/(\d\d)", re.ASCII)


def read_date(text: str, position: Position, language: str = "en-GB") -> Date | Diagnostic:
    """Read a date in EDTF or in words of a language, given as a BCP 47 tag.

    A diagnostic has the severity ``error`` and one of the ids ``date-unreadable``, ``date-ambiguous``,
    ``date-impossible`` and ``date-reversed``.
    """
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        message = f"A date has at most {LONGEST} characters."
        return Diagnostic("error", "date-unreadable", message, position, _examples(language))
    try:
        return _read(typed, language)
    except DateError as error:
        hint = error.hint or _ungrouped(typed, language) or _examples(language)
        return Diagnostic("error", f"date-{error.problem}", error.message, position, hint)


def _read(typed: str, language: str) -> Date:
    plain, primary = with_latin_digits(typed), read_tag(language).language
    refuse_season_or_years(typed, language)
    _refuse_slash(typed, plain, language)
    if figures := edtf_of_figures(typed, plain, language):
        date = date_from_edtf(figures, typed, primary)
    elif spaced := edtf_of_spaced_time(plain):
        date = date_from_edtf(spaced, typed)
    elif quarter := QUARTER.fullmatch(plain):
        number = int(quarter["one"] or quarter["two"])
        date = date_from_edtf(f"{quarter['before'] or quarter['behind']}-{32 + number}", typed, primary)
    elif EDTF.fullmatch(plain) and not are_years_with_hyphen(plain):
        date = date_from_edtf(plain, typed)
    else:
        return _from_words(typed, language)
    refuse_other_calendars(date.edtf, typed, language)
    return date


def _from_words(typed: str, language: str) -> Date:
    tokens = tokens_of(typed, lexicon_of(language), language)
    if not tokens:
        raise DateError("unreadable", f'"{typed}" is no date.' if typed else "A date is missing here.")
    edtf, is_beside = read_statement(tokens, typed, language)
    try:
        date = date_from_edtf(edtf, typed, read_tag(language).language, is_beside=is_beside)
    except DateError as error:
        if error.problem == "reversed":  # say it of the author's words, not of our EDTF
            raise DateError("reversed", f'"{typed}" ends before it begins.', error.hint) from error
        raise
    if not any(token.does("after_christ") for token in tokens):
        refuse_other_calendars(edtf, typed, language)
    return date


def _refuse_slash(typed: str, plain: str, language: str) -> None:
    """Refuse 1996/97: a span of years, or one that begins in the midst of a year; 2011/12 may be a month, too."""
    slash = YEARS_WITH_SLASH.fullmatch(plain)
    if slash is None or (slash[3] <= slash[2] and slash.group(2, 3) != ("99", "00")):
        return
    first, last = slash[1] + slash[2], f"{int(slash[1]) + (slash[3] == '00'):02d}{slash[3]}"
    readings = {f"{first}/{last}": "both years", f"[{first},{last}]": "one of them"}
    if "00" < slash[3] <= "12":
        readings[f"{first}-{slash[3]}"] = "the month"
    hints = [f"{date_words(date_from_edtf(edtf), language)} for {meaning}" for edtf, meaning in readings.items()]
    raise DateError("ambiguous", f'"{typed}" can be read in more than one way.', f"Write {', '.join(hints)}.")


def _ungrouped(typed: str, language: str) -> str:
    """Say how a year such as 10,000 BC is typed."""
    plain = with_latin_digits(typed)
    ungrouped = without_grouping(plain)
    try:
        return f"Write {_read(ungrouped, language).typed.removesuffix(chr(46))}." if ungrouped != plain else ""
    except DateError:
        return ""


def _examples(language: str) -> str:
    """Show how dates are written in a language."""
    vocabulary = VOCABULARIES.get(read_tag(language).language)
    if vocabulary and vocabulary.examples:
        return f"Write it as {vocabulary.examples}, or in EDTF: 2001-09-09."
    day, *others = (
        date_words(date_from_edtf(edtf), language) for edtf in ("2001-09-09", "198X", "../1998", "2021-05/..")
    )
    if vocabulary:
        return f"Write it as {', '.join((day, *others))}, or in EDTF: 2001-09-09."
    return (
        f"In words of this language a year, a month or a day is read: {day}. "
        "Write it so, or in EDTF: 2001-09-09, 2021-05/.., ../1998, 198X."
    )
