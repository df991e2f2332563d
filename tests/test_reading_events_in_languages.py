"""Tables of events in languages other than English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading_folders import told

from briefing.reading.dates import key_of
from briefing.reading.events import read_events_file
from briefing.reading.events.columns import NAMES
from briefing.reading.events.languages import LANGUAGES, TableWords, every, listed

ROOT = Path(__file__).parent.parent
ROLES = [name for name in TableWords._fields if name in NAMES]


def events_of(text: str, language: str):
    return read_events_file("events.csv", text.encode(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_its_names_in_its_language(language):
    words = LANGUAGES[language]
    date, event, source, stressed = (
        next(listed(getattr(words, role))).upper() for role in ("date", "event", "source", "stressed")
    )
    for no_source in listed(words.no_source):
        table = f"{date},{event},{source},{stressed}\n1979,A,x,{next(listed(words.yes))}\n"
        table += f'1980,B,"{no_source}, C",{next(listed(words.no))}\n'
        found = events_of(table, language)
        assert told(found.diagnostics) == []
        assert [(each.date and each.date.edtf, each.text.text, each.stressed) for each in found.events] == [
            ("1979", "A", True),
            ("1980", "B", False),
        ]
        assert [each.cited and each.cited.text for each in found.events] == ["[@x]", "[no source, C]"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_the_parts_of_dates_in_its_language(language):
    words = LANGUAGES[language]
    year, month, day, event = (next(listed(getattr(words, role))) for role in ("year", "month", "day", "event"))
    (found,) = events_of(f"{year},{month},{day},{event}\n1979,12,24,A\n", language).events
    assert found.date
    assert found.date.edtf == "1979-12-24"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", ["words", "letters"])
def test_the_order_of_figures_is_said_in_words_or_letters(language, order):
    words = LANGUAGES[language]
    named = [next(listed(getattr(words, role))) for role in ("day", "month", "year")]
    if order == "letters":
        letters = [*listed(words.figures)] if words.figures else ["d", "m", "y"]
        named = [letters[0] * 2, letters[1] * 2, letters[2] * 4]
    for given, edtf in ((named, "2021-04-03"), ([named[1], named[0], named[2]], "2021-03-04")):
        (found,) = events_of(f"date ({'/'.join(given)}),event\n03/04/2021,A\n", language).events
        assert found.date
        assert found.date.edtf == edtf


@pytest.mark.parametrize(
    ("language", "head", "row", "named"),
    [
        ("de", "Beginn;Ereignis", "03/04/2021", '"Beginn (TT/MM/JJJJ)" or "Beginn (MM/TT/JJJJ)"'),
        ("nl", "Begin;Gebeurtenis", "03-04-2021 9:15", '"Begin (DD-MM-JJJJ)" or "Begin (MM-DD-JJJJ)"'),
        ("it", "Data;Evento", "03.04.2021", '"Data (GG.MM.AAAA)" or "Data (MM.GG.AAAA)"'),
        ("fa", "تاریخ;رویداد", "03/04/2021", '"تاریخ (روز/ماه/سال)" or "تاریخ (ماه/روز/سال)"'),
        ("cy", "Date;Event", "03/04/2021", '"Date (day/month/year)" or "Date (month/day/year)"'),
    ],
)
def test_the_hint_names_the_order_of_figures_as_the_language_does(language, head, row, named):
    (problem,) = events_of(f"{head}\n{row};A\n", language).diagnostics
    assert problem.hint == f"Name the column {named}, whichever it is."
    date, _, event = head.partition(";")
    for column in named.replace('"', "").split(" or "):
        assert not events_of(f"{column};{event}\n{row};A\n", language).diagnostics
    assert date


def test_days_with_dots_are_read_in_a_language_that_writes_them():
    found = events_of("Beginn;Ereignis\n01.05.1979;A\n13.05.1979;B\n", "de")
    assert not found.diagnostics
    assert [each.date and each.date.edtf for each in found.events] == ["1979-05-01", "1979-05-13"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_the_name_of_one_column(language):
    named = [key_of(word) for role in ROLES for word in listed(getattr(LANGUAGES[language], role))]
    assert sorted(named) == sorted(set(named))


def test_no_word_means_yes_and_no():
    assert not {*map(key_of, every("yes"))} & {*map(key_of, every("no")), "no", "n"}


def test_a_table_may_be_in_another_language_than_the_article():
    found = events_of("fecha,evento,fuente\n1979,A,x\n", "en")
    assert told(found.diagnostics) == []
    assert len(found.events) == 1


def test_what_is_a_word_of_another_language_stays_unknown_in_english():
    said = told(events_of("date,event,fine,son\n1979,A,500,Ahmad\n", "en").diagnostics)
    assert [each.partition("\n")[2] for each in said] == [
        '  A timeline has no place for "fine": one value is left out.\n  Did you mean "finish"?',
        '  A timeline has no place for "son": one value is left out.',
    ]


@pytest.mark.parametrize(
    ("month", "language", "edtf"),
    [
        ("5", "en", "2021-05"),
        ("5.0", "en", "2021-05"),
        ("May", "en", "2021-05"),
        ("sept.", "en", "2021-09"),
        ("März", "de", "2021-03"),
        ("août", "fr", "2021-08"),
        ("اسد", "fa-AF", None),
        ("اوت", "fa", "2021-08"),
        ("summer", "en", "2021-22"),
        ("13", "en", None),
        ("22", "en", None),
        ("-5", "en", None),
        ("about May", "en", None),
        ("May/June", "en", None),
    ],
)
def test_a_month_is_1_to_12_or_a_word(month, language, edtf):
    found = events_of(f"year,month,event\n2021,{month},A\n", language)
    if edtf:
        assert [each.date and each.date.edtf for each in found.events] == [edtf]
    else:
        assert told(found.diagnostics) == [
            f'events.csv:2:6  error  date-unreadable\n  "{month}" is no month.\n'
            "  Write 1 to 12, or the name of the month."
        ]


def test_the_documentation_names_the_first_words_of_each_language():
    text = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    shown = ("date", "start", "end", "event", "text", "source", "stressed")
    documented = re.findall(r"^\| [A-Z][a-z]+ \| (.*?, .*?) \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert documented == [
        (
            ", ".join(next(listed(getattr(words, role))) for role in shown),
            *(next(listed(each)) for each in (words.yes, words.no_source)),
        )
        for words in LANGUAGES.values()
    ]
