"""A year, a hyphen and two figures: a month or season of EDTF, or two years to those who do not know EDTF.

Figures from 01 to 12 are the month that ISO 8601 has there. From 21 to 24 they are a season of level 1, which is read
and told; from 25 to 41 one of level 2, which far fewer people mean than two years: that is refused. All others can
only be years.
"""

from __future__ import annotations

import re

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.edtf import DateError
from briefing.model.wording import date_words
from briefing.reading.dates.lexicon import lexicon_of
from briefing.reading.dates.pieces import pieces_of, with_latin_digits

__all__ = ["are_years_with_hyphen", "refuse_season_or_years", "season_or_years"]

_SEASON = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<season>2[1-9]|3\d|4[01])(?![\d-])", re.ASCII)
_EDTF_ALONE = re.compile(r"[/\[{]")
"""Signs of somebody who writes EDTF, and of dates in which no span has a place."""
_LAST_OF_LEVEL_1 = 24
_YEARS = re.compile(
    r"\d{4}\s*-\s*(?:\d{4}|4[2-9]|[5-9]\d)|\d{4}\s+-\s+\d\d|(?P<first>\d{4})-(?P<last>1[3-9]|20)", re.ASCII
)
"""Two years; the second in short where it cannot be a month or season, or where spaces stand, which EDTF has not."""


def are_years_with_hyphen(plain: str) -> bool:
    """Tell whether a date with digits from 0 to 9 is two years with a hyphen, and can be nothing else."""
    years = _YEARS.fullmatch(plain)
    return years is not None and not (years["first"] and years["last"] <= years["first"][2:])


def refuse_season_or_years(typed: str, language: str) -> None:
    """Refuse what may be a season of level 2 or two years: 1939-41.

    Raises:
        DateError: it may be both; the readings are said in the language, given as a BCP 47 tag.
    """
    found = _found(typed, language)
    if found and int(found["season"]) > _LAST_OF_LEVEL_1:
        season, years = _readings(found, language)
        hint = f"Write {years} or {season}".removesuffix(".") + "."
        raise DateError("ambiguous", f'"{_as_typed(found, typed)}" can be read in two ways.', hint)


def season_or_years(date: Date, position: Position, language: str) -> Diagnostic | None:
    """Warn of a date that was read as a season of level 1 and may have been meant as two years: 2019-22."""
    found = _found(date.typed, language)
    if found is None or found[0] not in date.edtf:
        return None
    season, years = _readings(found, language)
    message = f'"{_as_typed(found, date.typed)}" is read as {season}. If you mean years, write {years}'
    hint = f"If you mean the season, write it in words: {season}"
    told, hint = (f"{text.removesuffix('.')}." for text in (message, hint))
    return Diagnostic("warning", "season-or-years", told, position, hint)


def _found(typed: str, language: str) -> re.Match[str] | None:
    """Find a season whose number is later than the year, as that of the last year of a span has to be.

    Beside the word for winter the figures are years.
    """
    if "-" not in typed or _EDTF_ALONE.search(typed):
        return None
    found = _SEASON.search(with_latin_digits(typed))
    if found is None or found["season"] <= found["year"][2:]:
        return None
    meanings = lexicon_of(language).meanings
    roles = (meanings[piece.key,].roles for piece in pieces_of(typed) if (piece.key,) in meanings)
    return None if any("winter" in each for each in roles) else found


def _readings(found: re.Match[str], language: str) -> tuple[str, str]:
    """Word the season and the span of years."""
    year, season = found["year"], found["season"]
    pair = (f"{year}-{season}", f"{year}/{year[:2]}{season}")
    as_season, as_years = (date_words(date_from_edtf(edtf), language) for edtf in pair)
    return as_season, as_years


def _as_typed(found: re.Match[str], typed: str) -> str:
    return typed[found.start() : found.end()]
