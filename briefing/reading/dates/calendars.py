"""Years that are those of another calendar more often than Gregorian ones, by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.digits import in_digits
from briefing.model.edtf import Choice, DateError, Point, Value, parse_edtf
from briefing.model.languages import read_tag
from briefing.model.locales import locale_of

__all__ = ["refuse_other_calendars"]


class _Calendar(NamedTuple):
    name: str
    years: range
    """Those of the last and the coming centuries."""


_SOLAR_HIJRI = _Calendar("Solar Hijri", range(1250, 1501))
_BUDDHIST = _Calendar("Buddhist", range(2400, 2701))
_CALENDARS: Mapping[str, _Calendar] = MappingProxyType({
    **dict.fromkeys(("fa", "glk", "haz", "lrc", "mzn", "ps"), _SOLAR_HIJRI),
    "th": _BUDDHIST,
})  # fmt: skip
"""By primary subtag."""


def refuse_other_calendars(edtf: str, typed: str, language: str) -> None:
    """Refuse a date with a year that readers of a language, given as a BCP 47 tag, count otherwise; ``typed`` is shown.

    Raises:
        DateError: it may be such a year.
    """
    calendar = _CALENDARS.get(read_tag(language).language)
    if calendar is None:
        return
    year = next((year for year in _years(parse_edtf(edtf)) if year in calendar.years), None)
    if year is not None:
        era = locale_of(language).eras["abbreviated"][1].removesuffix(".")
        number = str(year) if str(year) in typed else in_digits(year, language)
        message = f'"{number}" may be a year of the {calendar.name} calendar.'
        raise DateError(
            "unreadable", message, f"Write the Gregorian year. Where {number} is that, write {number} {era}."
        )


def _years(value: Value) -> Iterator[int]:
    if isinstance(value, Point):
        if value.unspecified < 2:  # a century is counted from its number
            yield value.year
        return
    for each in value.members if isinstance(value, Choice) else (value.start, value.end):
        if each is not None:
            yield from _years(each)
