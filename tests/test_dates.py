"""Dates: reading words and EDTF, bounds, wording."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf, stated_bounds, surely_before
from briefing.model.edtf import Point, civil_from_days, days_from_civil, parse_edtf
from briefing.model.phrases import PHRASES
from briefing.model.wording import axis_words, date_words
from briefing.reading.dates import read_date

HERE = Position("briefing.md", 3, 7)
EPOCH = dt.date(2000, 1, 1).toordinal()


def read(text: str, language: str = "en-GB") -> Date:
    """Read a date that must be one."""
    result = read_date(text, HERE, language)
    assert isinstance(result, Date), str(result)
    return result


def day(year: int, month: int, day_of_month: int) -> float:
    """Count days since 2000 the way Python does."""
    return dt.date(year, month, day_of_month).toordinal() - EPOCH


@pytest.mark.parametrize(
    ("typed", "edtf", "kind"),
    [
        ("1979", "1979", "exact"),
        ("in 1979", "1979", "exact"),
        ("the 1980s", "198X", "decade"),
        ("during the 1980's", "198X", "decade"),
        ("the 20th century", "19XX", "decade"),
        ("the 5th century BC", "-04XX", "decade"),
        ("by 1998", "../1998", "until"),
        ("until May 2021", "../2021-05", "until"),
        ("up to 1998", "../1998", "until"),
        ("before 1998", "../1997", "until"),
        ("before 1 March 2020", "../2020-02-29", "until"),
        ("before the 1980s", "../1979", "until"),
        ("after 1998", "1999/..", "since"),
        ("after 31 December 2001", "2002-01-01/..", "since"),
        ("9 September 2001", "2001-09-09", "exact"),
        ("on 9 September 2001", "2001-09-09", "exact"),
        ("September 9, 2001", "2001-09-09", "exact"),
        ("the 9th of September 2001", "2001-09-09", "exact"),
        ("Sept. 2001", "2001-09", "exact"),
        ("about 20 August 2021", "2021-08-20~", "approximate"),
        ("c. 1996", "1996~", "approximate"),
        ("circa 1996?", "1996%", "approximate"),
        ("1996?", "1996?", "uncertain"),
        ("probably 1996", "1996?", "uncertain"),
        ("since May 2021", "2021-05/..", "since"),
        ("since the end of May 2021", "2021-05-31~/..", "since"),
        ("1996 onwards", "1996/..", "since"),
        ("from 1996 to 2001", "1996/2001", "span"),
        ("between 1996 and 2001", "[1996..2001]", "uncertain"),
        ("1996–2001", "1996/2001", "span"),
        ("1996-2001", "1996/2001", "span"),
        ("1996–98", "1996/1998", "span"),
        ("May to August 2021", "2021-05/2021-08", "span"),
        ("15–20 August 2021", "2021-08-15/2021-08-20", "span"),
        ("15 August to 3 September 2021", "2021-08-15/2021-09-03", "span"),
        ("December 2020 to February 2021", "2020-12/2021-02", "span"),
        ("44 BC to AD 14", "-0043/0014", "span"),
        ("mid-August 2021", "2021-08-15~", "approximate"),
        ("late 2021", "2021-11~", "approximate"),
        ("the late 1980s", "1988~", "approximate"),
        ("summer 2021", "2021-22", "exact"),
        ("44 BC", "-0043", "exact"),
        ("15 March 44 B.C.", "-0043-03-15", "exact"),
        ("AD 79", "0079", "exact"),
        ("15/08/2021", "2021-08-15", "exact"),
        ("8/15/2021", "2021-08-15", "exact"),
        ("04/04/2021", "2021-04-04", "exact"),
        ("by 2021-08-15", "../2021-08-15", "until"),
        ("2021-08-15", "2021-08-15", "exact"),
        ("2021-08-XX", "2021-08", "exact"),
        ("2021-08-15T10:00:05+04:30", "2021-08-15T10:00:05+04:30", "exact"),
        ("2021-08-15 10:00", "2021-08-15T10:00", "exact"),
        ("2021-08-15, 9:15 pm", "2021-08-15T21:15", "exact"),
        ("16/08/2021 09:15", "2021-08-16T09:15", "exact"),
        ("16/08/2021, 9.15 am", "2021-08-16T09:15", "exact"),
        ("17/08/2021 00:00:00", "2021-08-17T00:00:00", "exact"),
        ("15.08.2021 18:30", "2021-08-15T18:30", "exact"),
        ("2021/8/15 18:30:05", "2021-08-15T18:30:05", "exact"),
        ("26 March 2020, 20:00", "2020-03-26T20:00", "exact"),
        ("March 26, 2020 at 9:05:30", "2020-03-26T09:05:30", "exact"),
        ("20:00 on 26 March 2020", "2020-03-26T20:00", "exact"),
        ("about 26 March 2020, 20:00", "2020-03-26T20:00~", "approximate"),
        ("before 26 March 2020, 20:00", "../2020-03-26T20:00", "until"),
        ("26 March 2020, 20:00 to 22:00", "2020-03-26T20:00/2020-03-26T22:00", "span"),
        ("26 March 2020, 20:00 to 28 March 2020, 6:00", "2020-03-26T20:00/2020-03-28T06:00", "span"),
        ("2021-05/..", "2021-05/..", "since"),
        ("/1998", "/1998", "until"),
        ("[1667,1668..1670]", "[1667,1668..1670]", "uncertain"),
        ("{1960,1961-12}", "{1960,1961-12}", "span"),
        ("[..1984]", "[..1984]", "until"),
        ("Y-170000002", "Y-170000002", "exact"),
        ("Y17E4", "Y170000", "exact"),
        ("-00XX", "-00XX", "decade"),
        ("2019-22", "2019-22", "exact"),
        ("2001-21", "2001-21", "exact"),
        ("1939-30", "1939-30", "exact"),
        ("1939-41/..", "1939-41/..", "since"),
        ("1914-18", "1914/1918", "span"),
        ("c. 1914-18", "1914~/1918~", "span"),
        ("1939 - 41", "1939/1941", "span"),
        ("26 March 2020, 8 pm", "2020-03-26T20:00", "exact"),
        ("26 March 2020, 8.30 pm", "2020-03-26T20:30", "exact"),
        ("8:30:15 P.M. on 26 March 2020", "2020-03-26T20:30:15", "exact"),
        ("26 March 2020, 12 a.m.", "2020-03-26T00:00", "exact"),
        ("noon on 26 March 2020", "2020-03-26T12:00", "exact"),
        ("26 March 2020, 8pm to 10pm", "2020-03-26T20:00/2020-03-26T22:00", "span"),
        ("no later than 1998", "../1998", "until"),
        ("by 1998 at the latest", "../1998", "until"),
        ("not before 1998", "1998/..", "since"),
        ("1998 at the earliest", "1998/..", "since"),
        ("early 1990s", "1992~", "approximate"),
        ("early 20th century", "[1900..1933~]", "uncertain"),
        ("the beginning of the 1st century", "[0001..0033~]", "uncertain"),
        ("early 5th century BC", "[-0499..-0466~]", "uncertain"),
        ("late 1st century BC", "[-0033~..0000]", "uncertain"),
        ("probably the late 19th century", "[1866%..1899?]", "uncertain"),
        ("late 19th to early 20th century", "1866~/1933~", "span"),
        ("late 19th or early 20th century", "[1866~..1899,1900..1933~]", "uncertain"),
        ("since the late 19th century", "1866~/..", "since"),
        ("by the mid-19th century", "../1866~", "until"),
        ("before the early 20th century", "../1899", "until"),
        ("2 or 3 May 2021", "[2021-05-02,2021-05-03]", "uncertain"),
    ],
)
def test_reads(typed: str, edtf: str, kind: str) -> None:
    date = read(typed)
    assert (date.edtf, date.kind, date.typed) == (edtf, kind, typed)


EXAMPLES = "Write it as 9 September 2001, the 1980s, by 1998 or since May 2021, or in EDTF: 2001-09-09."


@pytest.mark.parametrize(
    ("typed", "kind", "message", "hint"),
    [
        ("03/04/2021", "ambiguous", '"03/04/2021" can be read in two ways.', "Write 3 April 2021 or 4 March 2021."),
        (
            "03/04/2021 9:15",
            "ambiguous",
            '"03/04/2021 9:15" can be read in two ways.',
            "Write 3 April 2021, 09:15 or 4 March 2021, 09:15.",
        ),
        ("20210815", "unreadable", '"20210815" is not a date in EDTF.', "Write 2021-08-15."),
        ("10,000 BC", "unreadable", '"10,000 BC" cannot be read as a date.', "Write 10000 BC."),
        (
            "c. 10,000 BC",
            "unreadable",
            '"c. 10,000 BC" cannot be read as a date.',
            "Write c. 10000 BC.",
        ),
        ("12,345", "unreadable", '"12,345" is not a date in EDTF.', EXAMPLES),
        ("66 million BC", "unreadable", 'A date is not read in words such as "million".', "Write it as Y-66000000."),
        (
            "66 million years ago",
            "unreadable",
            'A date is not read in words such as "million".',
            "Write it as Y-66000000.",
        ),
        ("4.5 million BC", "unreadable", 'A date is not read in words such as "million".', "Write it as Y-4500000."),
        (
            "millions of years BC",
            "unreadable",
            'A date is not read in words such as "millions".',
            "Write it in figures, such as Y-66000000.",
        ),
        (
            "3rd millennium BC",
            "unreadable",
            'A date is not read in words such as "millennium".',
            "Write it as -2XXX.",
        ),
        (
            "the millennium",
            "unreadable",
            'A date is not read in words such as "millennium".',
            "Write its first figure and XXX for the others: -2XXX is the third millennium BC, 1XXX the second AD.",
        ),
        ("the night of 9 November 1989", "unreadable", '"night" is not a word of a date.', EXAMPLES),
        ("16/08/2021 25:00", "impossible", "There is no time of day 25:00.", EXAMPLES),
        (
            "1939-41",
            "ambiguous",
            '"1939-41" can be read in two ways.',
            "Write 1939–1941 or July – December 1939.",
        ),
        (
            "since 2001-25~",
            "ambiguous",
            '"2001-25" can be read in two ways.',
            "Write 2001–2025 or spring 2001.",
        ),
        (
            "1996/97",
            "ambiguous",
            '"1996/97" can be read in more than one way.',
            "Write 1996–1997 for both years, 1996 or 1997 for one of them.",
        ),
        (
            "1999/00",
            "ambiguous",
            '"1999/00" can be read in more than one way.',
            "Write 1999–2000 for both years, 1999 or 2000 for one of them.",
        ),
        (
            "2011/12",
            "ambiguous",
            '"2011/12" can be read in more than one way.',
            "Write 2011–2012 for both years, 2011 or 2012 for one of them, December 2011 for the month.",
        ),
        ("2019 to date", "unreadable", '"to date" is no date: it changes from day to day.', "Write since 2019."),
        (
            "May 2021–present",
            "unreadable",
            '"present" is no date: it changes from day to day.',
            "Write since May 2021.",
        ),
        (
            "until today",
            "unreadable",
            '"today" is no date: it changes from day to day.',
            "For what still lasts write when it began, such as since May 2021.",
        ),
        (
            "31 June 2021 until now",
            "unreadable",
            '"now" is no date: it changes from day to day.',
            "Write the date itself.",
        ),
        (
            "Easter 2021",
            "unreadable",
            '"Easter" is the name of a feast; a date is a day, a month or a year.',
            "Write it as a day, such as 15 August 2021.",
        ),
        (
            "midnight on 26 March 2020",
            "ambiguous",
            '"midnight" can be the beginning of a day or its end.',
            "Write 00:00 and the day that begins then.",
        ),
        (
            "26 March 2020, 13 pm",
            "impossible",
            "There is no time of day 13 pm.",
            "Write it from 00:00 to 23:59.",
        ),
        ("31 June 2021", "impossible", "There is no 31 June: June has 30 days.", "Correct the day or the month."),
        ("31/06/2021", "impossible", "There is no 31 June: June has 30 days.", "Correct the day or the month."),
        (
            "2021-02-29",
            "impossible",
            "There is no 29 February in 2021: February has 28 days.",
            "Correct the day or the month.",
        ),
        ("2021-13", "impossible", "There is no month 13.", "Months go from 01 to 12."),
        ("2021-08-15T25:00", "impossible", "There is no time of day 25:00.", EXAMPLES),
        ("Y17E99", "impossible", '"Y17E99" is too far away.', EXAMPLES),
        ("2001 to 1996", "reversed", '"2001 to 1996" ends before it begins.', "Put the earlier date first."),
        ("2001/1996", "reversed", '"2001/1996" ends before it begins.', "Put the earlier date first."),
        ("9 Septembre 2001", "unreadable", '"Septembre" is not a word of a date.', "Did you mean September?"),
        ("sinse 2001", "unreadable", '"sinse" is not a word of a date.', "Did you mean since?"),
        ("20 August", "unreadable", '"20 August" has no year.', "Add the year."),
        ("26 March 2020, 20:75", "impossible", "There is no time of day 20:75.", "Write it from 00:00 to 23:59."),
        (
            "March 2020, 20:00",
            "unreadable",
            '"March 2020, 20:00" gives a time without a day.',
            "Add the day, or leave the time out.",
        ),
        ("20:00", "unreadable", '"20:00" is not a date in EDTF.', EXAMPLES),
        (
            "26 March 2020, 20:00, 21:00",
            "unreadable",
            '"26 March 2020, 20:00, 21:00" cannot be read as a date.',
            EXAMPLES,
        ),
        ("last week", "unreadable", '"last" is no date: it changes from day to day.', "Write the date itself."),
        (
            "Sunday 15 August 2021",
            "unreadable",
            '"Sunday" does not belong in a date.',
            "Leave the day of the week out.",
        ),
        (
            "1900s",
            "unreadable",
            '"1900s" can mean ten years or a hundred.',
            "Write 1900–1909 for the ten years, 20th century for the hundred.",
        ),
        ("80s", "unreadable", '"80s" is not a decade.', "Write it in full: 1980s."),
        ("476", "unreadable", '"476" is not a date in EDTF.', "Write a year with four digits, 0476, or AD 476."),
        (
            "20211",
            "unreadable",
            '"20211" is not a date in EDTF.',
            "A year has four digits; one of more begins with a Y: Y20211.",
        ),
        (
            "May 20211",
            "unreadable",
            '"20211" is too long for a year.',
            "A year has four digits. One of more is written 20211 BC, or after Christ in EDTF: Y20211.",
        ),
        ("May 00000", "unreadable", '"00000" is too long for a year.', "A year has four digits."),
        ("-0000", "impossible", "There is no year -0000.", "1 BC is the year 0000, 2 BC is -0001."),
        ("", "unreadable", "A date is missing here.", EXAMPLES),
        ("../..", "unreadable", '"../.." has neither a beginning nor an end.', EXAMPLES),
        ("156X-12-25", "unreadable", '"156X-12-25" gives a smaller part of a date without the larger one.', EXAMPLES),
        ("since", "unreadable", '"since" cannot be read as a date.', EXAMPLES),
        ("2001 <b>", "unreadable", '"<b>" does not belong in a date.', EXAMPLES),
        ("9" * 101, "unreadable", "A date has at most 100 characters.", EXAMPLES),
    ],
)
def test_refuses(typed: str, kind: str, message: str, hint: str) -> None:
    assert read_date(typed, HERE) == Diagnostic("error", f"date-{kind}", message, HERE, hint)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(read_date(text, HERE), Date | Diagnostic)


WORDS = st.sampled_from([
    "1979", "1980s", "9", "20th", "century", "May", "Sept.", "summer", "BC", "AD", "since", "by", "to", "–", "-",
    "before", "after", "between", "and", "the", "end", "of", "mid-", "late", "about", "?", "onwards", "31", "2021-02",
    "44", "up", "c.", "0000", "from",
])  # fmt: skip


@given(st.lists(WORDS, max_size=7).map(" ".join))
def test_any_words_of_dates_are_read_or_refused(text: str) -> None:
    result = read_date(text, HERE)
    if isinstance(result, Date):
        assert date_from_edtf(result.edtf).edtf == result.edtf
        assert date_words(result, "de")
        assert result.first is None or result.last is None or result.first < result.last


@given(st.text("0123456789X-/.~?%YE[]{},T:Z+", max_size=24))
def test_what_edtf_is_read_is_written_the_same(text: str) -> None:
    result = read_date(text, HERE)
    if isinstance(result, Date):
        assert str(parse_edtf(result.edtf)) == result.edtf


@given(st.dates())
def test_days_are_those_of_the_calendar(date: dt.date) -> None:
    days = days_from_civil(date.year, date.month, date.day)
    assert days == date.toordinal() - EPOCH
    assert civil_from_days(days) == (date.year, date.month, date.day)


@given(st.integers(-(10**12), 10**12))
def test_days_of_any_year_come_back(days: int) -> None:
    assert days_from_civil(*civil_from_days(days)) == days


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021-08-15", day(2021, 8, 15), day(2021, 8, 16)),
        ("2021-08-15T12:00", day(2021, 8, 15) + 0.5, day(2021, 8, 15) + 0.5 + 1 / 1440),
        ("2021-08-15T02:00:00+02:00", day(2021, 8, 15), day(2021, 8, 15) + 1 / 86400),
        ("2021-08", day(2021, 8, 1), day(2021, 9, 1)),
        ("2021-24", day(2021, 12, 1), day(2022, 3, 1)),
        ("198X", day(1980, 1, 1), day(1990, 1, 1)),
        ("../1998", None, day(1999, 1, 1)),
        ("/1998", None, day(1999, 1, 1)),
        ("2021-05/..", day(2021, 5, 1), None),
        ("2021-08-20~", day(2021, 8, 15), day(2021, 8, 26)),
        ("[1960,1970..1975]", day(1960, 1, 1), day(1976, 1, 1)),
        ("-0043", days_from_civil(-43), days_from_civil(-42)),
        ("-04XX", days_from_civil(-499), days_from_civil(-399)),
    ],
)
def test_bounds(typed: str, first: float | None, last: float | None) -> None:
    date = read(typed)
    assert (date.first, date.last) == (
        pytest.approx(first) if first is not None else None,
        pytest.approx(last) if last is not None else None,
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("-0282", (-282, 1, 1), (-282, 12, 31)),
        ("-2981-08-02", (-2981, 8, 2), (-2981, 8, 2)),
        ("0000-02~", (0, 2, 1), (0, 2, 29)),
        ("2758-04?", (2758, 4, 1), (2758, 4, 30)),
        ("251X~", (2510, 1, 1), (2519, 12, 31)),
        ("7438-09-XX~", (7438, 9, 1), (7438, 9, 30)),
        ("0000-05-21%/4124-11-06?", (0, 5, 21), (4124, 11, 6)),
        ("-3922-23?/0000", (-3922, 9, 1), (0, 12, 31)),
        ("550X/9XXX", (5500, 1, 1), (9999, 12, 31)),
        ("-5845/18XX", (-5845, 1, 1), (1899, 12, 31)),
        ("2030/8494-03", (2030, 1, 1), (8494, 3, 31)),
        ("-5424-22", (-5424, 6, 1), (-5424, 8, 31)),
        ("-1860-25", (-1860, 3, 1), (-1860, 5, 31)),
        ("Y7852693", (7852693, 1, 1), (7852693, 12, 31)),
        ("[0000-11-XX,2075-09-XX~,000X~]", (0, 1, 1), (2075, 9, 30)),
        ("{-2792-10-25,-0298%,-9163-03-24}", (-9163, 3, 24), (-298, 12, 31)),
    ],
)
def test_bounds_are_those_of_another_reader(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """They were taken from the library ``edtf`` 5.0.2, as first day and last."""
    start, end = stated_bounds(date_from_edtf(text))
    assert start is not None
    assert end is not None
    assert (civil_from_days(int(start)), civil_from_days(int(end) - 1)) == (first, last)


def test_tolerance_is_not_part_of_what_was_stated() -> None:
    assert stated_bounds(read("about 20 August 2021")) == (day(2021, 8, 20), day(2021, 8, 21))


def test_surely_before() -> None:
    assert surely_before(read("1979"), read("the 1980s"))
    assert surely_before(read("by 1998"), read("9 September 2001"))
    assert not surely_before(read("1995"), read("c. 1996"))
    assert not surely_before(read("since 1979"), read("2021"))


@pytest.mark.parametrize(
    ("edtf", "english", "german"),
    [
        ("1979", "1979", "1979"),
        ("198X", "1980s", "1980er Jahre"),
        ("19XX", "20th century", "20. Jahrhundert"),
        ("1996~", "c. 1996", "um 1996"),
        ("2021-08-20~", "about 20 August 2021", "um den 20. August 2021"),
        ("1996?", "1996?", "1996?"),
        ("../1998", "by 1998", "bis 1998"),
        ("2021-05/..", "since May 2021", "seit Mai 2021"),
        ("1996/2001", "1996–2001", "1996–2001"),
        ("2021-08-15", "15 August 2021", "15. August 2021"),
        ("-0043", "44 BC", "44 v. Chr."),
        ("-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr."),
        ("2021-22", "summer 2021", "Sommer 2021"),
        ("2021-08-15T10:00Z", "15 August 2021, 10:00 UTC", "15. August 2021, 10:00 UTC"),
        ("[1667,1668..1670]", "1667 or 1668–1670", "1667 oder 1668–1670"),
    ],
)
def test_wording_of_edtf(edtf: str, english: str, german: str) -> None:
    date = read(edtf)
    assert (date_words(date, "en-GB"), date_words(date, "de")) == (english, german)


def test_own_words_are_kept_in_their_language_alone() -> None:
    date = read("since the end of May 2021")
    assert date_words(date, "en-GB") == "since the end of May 2021"
    assert date_words(date, "fr") == "depuis le 31 mai 2021 environ"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (
            "de",
            "15. August 2021|bis zum 15. August 2021|seit dem 15. August 2021|seit Mai 2021|1980er Jahre"
            "|20. Jahrhundert",
        ),
        ("fr", "15 août 2021|jusqu’au 15 août 2021|depuis le 15 août 2021|depuis mai 2021|années 1980|XXe siècle"),
        (
            "es",
            "15 de agosto de 2021|hasta el 15 de agosto de 2021|desde el 15 de agosto de 2021|desde mayo de 2021"
            "|década de 1980|siglo XX",
        ),
        ("fa", "۱۵ اوت ۲۰۲۱|تا ۱۵ اوت ۲۰۲۱|از ۱۵ اوت ۲۰۲۱|از مهٔ ۲۰۲۱|دههٔ ۱۹۸۰|قرن ۲۰"),
        ("fa-AF", "۱۵ اگست ۲۰۲۱|تا ۱۵ اگست ۲۰۲۱|از ۱۵ اگست ۲۰۲۱|از می ۲۰۲۱|دههٔ ۱۹۸۰|قرن ۲۰"),
        ("prs", "۱۵ اگست ۲۰۲۱|تا ۱۵ اگست ۲۰۲۱|از ۱۵ اگست ۲۰۲۱|از می ۲۰۲۱|دههٔ ۱۹۸۰|قرن ۲۰"),
        (
            "ps",
            "۲۰۲۱ اګست ۱۵|تر ۲۰۲۱ اګست ۱۵ پورې|له ۲۰۲۱ اګست ۱۵ راهیسې|له ۲۰۲۱ مۍ راهیسې|د ۱۹۸۰ لسیزه|۲۰مه پېړۍ",
        ),
        ("ar", "١٥ أغسطس ٢٠٢١|حتى ١٥ أغسطس ٢٠٢١|منذ ١٥ أغسطس ٢٠٢١|منذ مايو ٢٠٢١|سنوات ١٩٨٠–١٩٨٩|القرن ٢٠"),
        ("ar-SY", "١٥ آب ٢٠٢١|حتى ١٥ آب ٢٠٢١|منذ ١٥ آب ٢٠٢١|منذ أيار ٢٠٢١|سنوات ١٩٨٠–١٩٨٩|القرن ٢٠"),
        ("ar-MA", "15 غشت 2021|حتى 15 غشت 2021|منذ 15 غشت 2021|منذ ماي 2021|سنوات 1980–1989|القرن 20"),
        (
            "nl",
            "15 augustus 2021|tot 15 augustus 2021|sinds 15 augustus 2021|sinds mei 2021|jaren 1980|20e eeuw",
        ),
        (
            "pl",
            "15 sierpnia 2021|do 15 sierpnia 2021|od 15 sierpnia 2021|od maja 2021|lata 1980–1989|XX wiek",
        ),
        (
            "pt",
            "15 de agosto de 2021|até 15 de agosto de 2021|desde 15 de agosto de 2021|desde maio de 2021"
            "|década de 1980|século XX",
        ),
        (
            "ru",
            "15 августа 2021\u202fг.|до 15 августа 2021\u202fг.|с 15 августа 2021\u202fг.|с мая 2021\u202fг."
            "|1980-е годы|XX век",
        ),
        (
            "tr",
            "15 Ağustos 2021|en geç 15 Ağustos 2021|15 Ağustos 2021 ve sonrası|Mayıs 2021 ve sonrası|1980–1989 yılları"
            "|20. yüzyıl",
        ),
        (
            "uk",
            "15 серпня 2021\u202fр.|до 15 серпня 2021\u202fр.|з 15 серпня 2021\u202fр.|з травня 2021\u202fр."
            "|1980–1989 роки|XX століття",
        ),
        ("ur", "۱۵ اگست، ۲۰۲۱|۱۵ اگست، ۲۰۲۱ تک|۱۵ اگست، ۲۰۲۱ سے|مئی ۲۰۲۱ سے|۱۹۸۰ کی دہائی|۲۰ویں صدی"),
        ("ur-u-nu-latn", "15 اگست، 2021|15 اگست، 2021 تک|15 اگست، 2021 سے|مئی 2021 سے|1980 کی دہائی|20ویں صدی"),
    ],
)
def test_wording_in_other_languages(tag: str, words: str) -> None:
    typed = ("2021-08-15", "../2021-08-15", "2021-08-15/..", "2021-05/..", "198X", "19XX")
    assert [date_words(read(each), tag) for each in typed] == words.split("|")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de", "Mai–August 2021|1996–2001|um 1996|Sommer 2021|1996 oder 1997|15. August 2021, 10:00"),
        ("fr", "mai\u2009–\u2009août 2021|1996–2001|vers 1996|été 2021|1996 ou 1997|15 août 2021, 10:00"),
        ("es", "mayo–agosto de 2021|1996–2001|hacia 1996|verano de 2021|1996 o 1997|15 de agosto de 2021, 10:00"),
        ("fa", "مهٔ ۲۰۲۱ تا اوت ۲۰۲۱|۱۹۹۶ تا ۲۰۰۱|حدود ۱۹۹۶|تابستان ۲۰۲۱|۱۹۹۶ یا ۱۹۹۷|۱۵ اوت ۲۰۲۱، ۱۰:۰۰"),
        ("fa-AF", "می ۲۰۲۱ تا اگست ۲۰۲۱|۱۹۹۶ تا ۲۰۰۱|حدود ۱۹۹۶|تابستان ۲۰۲۱|۱۹۹۶ یا ۱۹۹۷|۱۵ اگست ۲۰۲۱، ۱۰:۰۰"),
        (
            "ps",
            "له ۲۰۲۱ مۍ تر ۲۰۲۱ اګست پورې|له ۱۹۹۶ تر ۲۰۰۱ پورې|شاوخوا ۱۹۹۶|اوړی ۲۰۲۱|۱۹۹۶ یا ۱۹۹۷|۲۰۲۱ اګست ۱۵، ۱۰:۰۰",
        ),
        ("ar", "مايو ٢٠٢١ – أغسطس ٢٠٢١|١٩٩٦–٢٠٠١|نحو ١٩٩٦|صيف ٢٠٢١|١٩٩٦ أو ١٩٩٧|١٥ أغسطس ٢٠٢١، ١٠:٠٠"),
        ("ur", "مئی ۲۰۲۱ تا اگست ۲۰۲۱|۱۹۹۶ تا ۲۰۰۱|تقریباً ۱۹۹۶|موسمِ گرما ۲۰۲۱|۱۹۹۶ یا ۱۹۹۷|۱۵ اگست، ۲۰۲۱، ۱۰:۰۰"),
    ],
)
def test_spans_seasons_and_what_is_not_sure_in_other_languages(tag: str, words: str) -> None:
    typed = ("2021-05/2021-08", "1996/2001", "1996~", "2021-22", "[1996,1997]", "2021-08-15T10:00")
    assert [date_words(read(each), tag) for each in typed] == words.split("|")


def test_autumn_has_another_name_in_dari() -> None:
    assert [date_words(read("2021-23"), tag) for tag in ("fa", "fa-AF")] == ["پاییز ۲۰۲۱", "خزان ۲۰۲۱"]


@pytest.mark.parametrize("century", ["00XX", "01XX", "99XX", "-01XX"])
def test_centuries_at_the_edges_are_said(century: str) -> None:
    result = read_date(century, HERE, "en")
    assert not isinstance(result, Date) or all(date_words(result, tag) for tag in PHRASES)


def test_months_on_the_axis_are_those_of_their_own_language() -> None:
    point = parse_edtf("2021-05")
    assert isinstance(point, Point)
    words = [axis_words(point, tag, with_year=False) for tag in ("he", "th", "hi", "ko", "fa-AF", "ps", "am")]
    assert words == ["מאי", "พ.ค.", "मई", "5월", "می", "مۍ", "ሜይ"]


def test_an_unknown_language_has_english_months() -> None:
    assert date_words(read("2021-08-15"), "not a language") == "15 August 2021"


def test_axis_words_are_short() -> None:
    point = parse_edtf("2021-08-15")
    assert isinstance(point, Point)
    assert [axis_words(point, "en-GB", with_year=each) for each in (True, False)] == ["15 Aug 2021", "15 Aug"]
    midnight = parse_edtf("2021-08-16T00:00")
    assert isinstance(midnight, Point)
    assert axis_words(midnight, "en-GB", with_year=False) == "00:00"
    assert axis_words(midnight, "en-GB", with_year=False, with_day=True) == "16 Aug, 00:00"


@pytest.mark.parametrize("typed", ["2021-Q2", "2021 q2", "Q2 2021", "q2/2021", "Q2-2021"])
def test_quarters_are_read_as_tables_name_them(typed: str) -> None:
    read = read_date(typed, Position("a.md"), "de")
    assert isinstance(read, Date)
    assert (read.edtf, date_words(read, "de"), date_words(read, "en-GB")) == (
        "2021-34",
        typed,
        "April\u2009–\u2009June 2021",
    )
