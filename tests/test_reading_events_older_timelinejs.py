"""The JSON that TimelineJS had before its third version."""

from __future__ import annotations

import json

import pytest
from reading_folders import told

from briefing.reading.events import read_events_file


def events_of(timeline: object, **around: object):
    return read_events_file("a.json", json.dumps({"timeline": timeline, **around}).encode(), "en")


FILE = {
    "headline": "The <b>Years</b>",
    "type": "default",
    "text": "<p>Opening.</p>",
    "asset": {"media": "https://x.org/0", "credit": "A", "caption": "B"},
    "date": [
        {
            "startDate": "2011,12,10",
            "endDate": "2011, 12, 11",
            "headline": "One <i>day</i>",
            "text": "<p>Told.</p>",
            "tag": "Rome",
            "classname": "c",
            "asset": {"media": "https://x.org/1", "thumbnail": "t.png", "credit": "Jane", "caption": "Look"},
        },
        {"startDate": "2011,12,10,07,02,10", "headline": "Two"},
        {"startDate": "-44,3,15", "endDate": "", "headline": "Three", "text": "", "asset": {}},
        {"startDate": "1996", "endDate": "1996", "text": "Four"},
        {"startDate": "2012,,", "headline": "Five"},
    ],
    "era": [{"startDate": "1990", "endDate": "1999", "headline": "Nineties"}],
    "chart": [{"startDate": "2011", "value": 3}],
}


def test_all_of_it_is_read_or_told():
    found = events_of(FILE)
    assert (found.title, [each.text for each in found.details]) == ("The Years", ["Opening."])
    assert [(each.date and each.date.edtf, each.text.text) for each in found.events] == [
        ("2011-12-10/2011-12-11", "One *day*"),
        ("2011-12-10T07:02:10", "Two"),
        ("-0043-03-15", "Three"),
        ("1996", "Four"),
        ("2012", "Five"),
        ("1990/1999", "Nineties"),
    ]
    assert [each.text for each in found.events[0].details] == ["Told."]
    assert [(each.url, each.words, each.credit) for each in found.events[0].references] == [
        ("https://x.org/1", "Look", "Jane")
    ]
    assert sorted(each.partition("\n")[2] for each in told(found.diagnostics)) == sorted(
        f'  A timeline has no place for "{name}": one value is left out.'
        for name in ("type", "media of the title", "tag", "classname", "thumbnail", "chart")
    )


def test_what_stands_around_it_is_told():
    found = events_of({"date": [{"startDate": "1979", "headline": "War"}]}, version="2")
    assert [each.message for each in found.diagnostics] == [
        'A timeline has no place for "version": one value is left out.'
    ]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            {"startDate": "12/10/2011", "headline": "a"},
            '1:38  error  date-unreadable\n  "12/10/2011" is not a date of TimelineJS.\n'
            "  Write year, month and day in figures, with commas between them: 2011,12,10",
        ),
        (
            {"startDate": "2011,13,1", "headline": "a"},
            '1:38  error  date-unreadable\n  "13" is no month.\n  Write 1 to 12, or the name of the month.',
        ),
        ({"startDate": "2011"}, "1:24  error  timelinejs\n  This event does not say what happened."),
        ({"headline": "a"}, "1:24  error  timelinejs\n  This event has no date."),
        ({"startDate": {"year": 2011}, "headline": "a", "asset": 7}, '"media" takes a group of fields.'),
        (3, '1:24  error  timelinejs\n  Each of "events" is a group of fields.'),
    ],
)
def test_what_is_wrong_is_said_at_its_place(event, said):
    (problem,) = told(events_of({"date": [event]}).diagnostics)
    assert said in problem


@pytest.mark.parametrize("timeline", [{}, {"date": 1}, {"date": {}}, [], "x", None])
def test_a_file_without_events_is_refused(timeline):
    assert any(each.severity == "error" for each in events_of(timeline).diagnostics)
