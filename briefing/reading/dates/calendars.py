"""Years that are those of another calendar more often than Gregorian ones, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.digits import in_digits
from briefing.model.edtf import DateError, parse_edtf, points_of
from briefing.model.languages import read_tag
from briefing.model.locales import locale_of

__all__ = ["refuse_other_calendars"]


class _Calendar(NamedTuple):
    name: str
    years: range
    """Those of the last and the coming centuries."""


_SOLAR_HIJRI = _Calendar("Solar Hijri", range(1250, 1501))
_HIJRI = _Calendar("Hijri", range(1250, 1501))
_JEWISH = _Calendar("Jewish", range(5000, 6001))
_BUDDHIST = _Calendar("Buddhist", range(2400, 2701))
_CALENDARS: Mapping[str, _Calendar] = MappingProxyType({
    **dict.fromkeys(("fa", "glk", "haz", "lrc", "mzn", "ps"), _SOLAR_HIJRI),
    **dict.fromkeys(("ar", "ur"), _HIJRI),
    "he": _JEWISH,
    "th": _BUDDHIST,
})  # fmt: skip
"""By primary subtag."""
_PERSIAN_DIGITS = re.compile("[\u06f0-\u06f9]")


def refuse_other_calendars(edtf: str, typed: str, language: str) -> None:
    """Refuse a date with a year that readers of a language, given as a BCP 47 tag, count otherwise; ``typed`` is shown.

    Raises:
        DateError: it may be such a year.
    """
    calendar = _CALENDARS.get(read_tag(language).language) or _calendar_of_digits(typed)
    if calendar is None:
        return
    # a century is counted from its number
    years = (point.year for point in points_of(parse_edtf(edtf)) if point.unspecified < 2)
    year = next((year for year in years if year in calendar.years), None)
    if year is not None:
        era = locale_of(language).eras["abbreviated"][1].removesuffix(".")
        number = str(year) if str(year) in typed else in_digits(year, language)
        message = f'"{number}" may be a year of the {calendar.name} calendar.'
        raise DateError(
            "unreadable", message, f"Write the Gregorian year. Where {number} is that, write {number} {era}."
        )


def _calendar_of_digits(typed: str) -> _Calendar | None:
    """Take the digits of a country for its calendar, whatever the language."""
    return _SOLAR_HIJRI if _PERSIAN_DIGITS.search(typed) else None
