"""Lines that say who wrote an article and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.importing.bylines import read_byline
from briefing.importing.solar_dates import solar_days


@pytest.mark.parametrize(
    ("line", "language", "authors", "day"),
    [
        ("۲ شهریور ۱۴۰۰", "fa", (), "2021-08-24"),
        ("1400/6/2", "fa", (), "2021-08-24"),
        ("۱۴۰۰/۰۶/۰۲", "fa", (), "2021-08-24"),
        ("دوشنبه ۲ سنبله ۱۴۰۰", "fa-AF", (), "2021-08-24"),
        ("نویسنده: احمد مسعود | ۲ شهریور ۱۴۰۰", "fa", ("احمد مسعود",), "2021-08-24"),
        ("تاریخ انتشار: ۳۰ اسفند ۱۳۹۹", "fa", (), "2021-03-20"),
        ("۳۰ اسفند ۱۴۰۰", "fa", (), ""),
        ("1400/13/2", "fa", (), ""),
        ("May 3, 2020", "en", (), "2020-05-03"),
        ("By Jane Doe | May 3, 2020", "en", ("Jane Doe",), "2020-05-03"),
    ],
)
def test_who_wrote_it_and_when(line, language, authors, day):
    assert read_byline(line, language) == (authors, day)


def test_days_of_the_solar_calendar_follow_each_other_as_those_of_the_gregorian_one():
    months = [31] * 6 + [30] * 6
    first, found = date(1921, 3, 21), 0
    for year in range(1300, 1480):
        for month, most in enumerate(months, start=1):
            for day in range(1, most + 1):
                for read in solar_days(f"{year}/{month}/{day}"):
                    assert read.edtf == (first + timedelta(days=found)).isoformat()
                    found += 1
    assert found == (date(2101, 3, 21) - first).days
