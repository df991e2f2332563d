"""Events from CSV files, TimelineJS and the front matter, as an article shows them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading_folders import told, write

from briefing.errors import Position, errors_of
from briefing.memory import Memory
from briefing.model import plain_text
from briefing.reading import read_folder
from briefing.reading.body import is_printable, read_inline
from briefing.reading.events import EventList, as_line, columns, markup, read_events_file
from briefing.reading.events.markup import read_html
from briefing.reading.limits import ALL_EVENTS_CHARACTERS, DETAIL_CHARACTERS, EVENTS, JSON_DEPTH

ROOT = Path(__file__).parent.parent
SOURCES = "".join(f"{key}:\n  title: {key}\n  date: 2021\n" for key in ("x", "y"))


def article(*blocks: str, fields: str = "", language: str = "en-GB") -> str:
    return f"---\ntitle: T\nlanguage: {language}\n{fields}---\nText.\n\n" + "\n\n".join(blocks) + "\n"


def block(attributes: str = "", inside: str = "") -> str:
    return f"::: timeline Years {attributes}\n{inside}:::"


def read(tmp_path, files, language=None, memory=None):
    folder = write(tmp_path, {"sources.yaml": SOURCES, **files})
    return read_folder(folder, language=language, memory=memory or Memory())


def rows(reading, number=0):
    """Each event as date, text, sources, stress and place."""
    return [
        (event.date.edtf, plain_text(event.text), event.sources, event.stressed, str(event.position))
        for event in reading.briefing.timelines[number].events
    ]


def events_of(text: str | bytes, name: str = "events.csv", language: str = "en") -> EventList:
    return read_events_file(name, text.encode() if isinstance(text, str) else text, language)


def dates_of(text: str) -> list[str]:
    found = events_of(text)
    assert not told(found.diagnostics)
    return [event.date.edtf for event in found.events]


def problems_of(text: str | bytes, name: str = "events.csv") -> list[str]:
    return told(events_of(text, name).diagnostics)


def test_marks_of_html_may_stand_as_deep_as_they_like():
    text = "<b><i><a href='https://x.org'>" * 1500 + "word<p>" + "<b>" * 900 + "more"
    assert read_html(text).paragraphs == ("***[word](https://x.org)***", "***[more](https://x.org)***")


def timeline(**events: object) -> str:
    return json.dumps({"events": [], **events})


def test_a_file_of_the_folder_is_shown(tmp_path):
    table = (
        "Event,DATE,Source,highlight\r\n"
        "The *Taliban* take Kabul,15/08/2021,x,yes\r\n"
        '"Forty years, in one cell [@y, p. 3]",1979/2019,,\r\n'
        "No source needed,by 1998,no source; year of record,\r\n"
    )
    reading = read(tmp_path, {"briefing.md": article(block("{events=events.csv}")), "events.csv": table})
    assert told(reading.diagnostics) == []
    assert rows(reading) == [
        ("2021-08-15", "The Taliban take Kabul", ("x",), True, "events.csv:2:1"),
        ("1979/2019", "Forty years, in one cell", ("y",), False, "events.csv:3:1"),
        ("../1998", "No source needed", (), False, "events.csv:4:1"),
    ]
    assert reading.files["events.csv"] == table.encode()


def test_an_empty_block_shows_the_list_of_the_front_matter(tmp_path):
    fields = (
        "events:\n  - {date: by 1998, event: 'The *Taliban* [@x]'}\n"
        "  - date: 2021\n    event: Kabul\n    sources: [x, 'y, p. 7']\n    stressed: yes\n"
    )
    reading = read(tmp_path, {"briefing.md": article(block(), fields=fields)})
    assert told(reading.diagnostics) == []
    assert rows(reading) == [
        ("../1998", "The Taliban", ("x",), False, "briefing.md:5:28"),
        ("2021", "Kabul", ("x", "y"), True, "briefing.md:7:12"),
    ]


def test_the_front_matter_may_name_a_file(tmp_path):
    files = {"briefing.md": article(block(), fields="events: events.csv\n"), "events.csv": "date,event\n1979,War\n"}
    assert rows(read(tmp_path, files)) == [("1979", "War", (), False, "events.csv:2:6")]


@pytest.mark.parametrize(
    ("blocks", "fields", "said"),
    [
        (
            block(),
            "",
            "briefing.md:7:1  error  wrong-shape\n  The block timeline is empty.\n"
            "  Write a list: - 9 September 2001: What happened. [@key] Or name a file that has one: "
            "::: timeline Title {events=events.csv}",
        ),
        (
            block("{events=events.csv}", "- 1979: War [@x]\n"),
            "",
            "briefing.md:7:28  error  events-twice\n  This timeline names a file of events, and holds a list as well.\n"
            "  Take one of the two out.",
        ),
        (
            "Words.",
            "events: events.csv\n",
            "briefing.md:4:9  warning  unused-events\n  No block of the text shows these events.\n"
            "  Write ::: timeline and a title where they belong, and ::: on the line below it.",
        ),
        (
            block("{events=event.csv}"),
            "",
            'briefing.md:7:28  error  missing-file\n  There is no file "event.csv". Did you mean events.csv?',
        ),
        (
            block("{events=../events.csv}"),
            "",
            'briefing.md:7:28  error  outside-folder\n  "../events.csv" leads out of this folder.\n'
            "  Copy the file into the folder.",
        ),
        (
            block("{events=events.xlsx}"),
            "",
            'briefing.md:7:28  error  spreadsheet\n  "events.xlsx" is the file of a spreadsheet, which is not read.\n'
            '  Open it in a spreadsheet and save it as "CSV UTF-8".',
        ),
        (
            block("{events=events.pdf}"),
            "",
            'briefing.md:7:28  error  events-format\n  "events.pdf" is not a kind of file that lists events.\n'
            "  Events stand in .csv or .tsv files, or in .json files of TimelineJS.",
        ),
        (
            block(),
            "events: [now]\n",
            "briefing.md:4:10  error  wrong-kind\n  events takes the name of a file, or a list of events with date and "
            "event.\n  Write a dash, and behind it a line for each of: date, event, sources, stressed.",
        ),
        (
            block(),
            "events:\n  - date: 1979\n",
            'briefing.md:5:5  error  missing-field\n  The field "event" is missing.\n'
            "  What happened, in one sentence. For instance: event: The Taliban control Kabul.",
        ),
        (
            block(),
            "events:\n  - event: War\n  - event: Peace\n",
            "briefing.md:5:12  error  wrong-shape\n  2 events have no date; this is the first.\n"
            "  Write it in a column or field called date.",
        ),
        (
            block(),
            f"events:\n  - {{date: 1979, event: {'a' * 1001}}}\n",
            "briefing.md:5:25  error  too-large\n  This event has more than 1,000 characters.\n"
            "  Say what happened in one sentence.",
        ),
        (
            block(),
            "events:\n  - {date: 03/04/2021, event: War}\n",
            'briefing.md:5:12  error  date-ambiguous\n  "03/04/2021" can be read in two ways.\n'
            "  Write 3 April 2021 or 4 March 2021.",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path, blocks, fields, said):
    files = {"briefing.md": article(blocks, fields=fields), "events.csv": "date,event\n1979,War [@x]\n"}
    assert said in told(read(tmp_path, files).diagnostics)


def test_an_unknown_source_is_named_in_its_cell(tmp_path):
    files = {"briefing.md": article(block("{events=e.csv}")), "e.csv": "date,event,source\n1979,War,q\n"}
    assert [str(each.position) for each in read(tmp_path, files).diagnostics] == ["e.csv:2:10"]


class TestEditions:
    ORIGINAL = article(block("{events=events.csv}"))
    TABLE = "date,event,source,stressed\n1979,War,x,yes\n1996,Kabul,y,\n"

    def read(self, tmp_path, edition, **files):
        files = {f"{name}.csv": text for name, text in files.items()}
        given = {"briefing.md": self.ORIGINAL, "events.csv": self.TABLE, "briefing.cy.md": edition, **files}
        return read(tmp_path, given, language="cy")

    def test_a_list_without_dates_follows_the_file_of_the_original(self, tmp_path):
        reading = self.read(tmp_path, article(block(inside="- Rhyfel\n- Cabwl\n"), language="cy"))
        assert told(reading.diagnostics) == []
        assert [row[:4] for row in rows(reading)] == [
            ("1979", "Rhyfel", ("x",), True),
            ("1996", "Cabwl", ("y",), False),
        ]

    def test_a_file_of_its_own_needs_nothing_but_words(self, tmp_path):
        reading = self.read(tmp_path, article(block("{events=cy.csv}"), language="cy"), cy="event\nRhyfel\nCabwl\n")
        assert told(reading.diagnostics) == []
        assert rows(reading) == [
            ("1979", "Rhyfel", ("x",), True, "cy.csv:2:1"),
            ("1996", "Cabwl", ("y",), False, "cy.csv:3:1"),
        ]

    def test_another_number_of_undated_events_cannot_be_told_apart(self, tmp_path):
        reading = self.read(tmp_path, article(block("{events=cy.csv}"), language="cy"), cy="event\nRhyfel\n")
        assert told(reading.diagnostics) == [
            "cy.csv:2:1  error  wrong-shape\n  There are 1 events here, and 2 in the original.\n"
            "  Without dates of their own they are told apart by their number and order: write the same ones."
        ]

    def test_an_empty_block_has_no_words(self, tmp_path):
        reading = self.read(tmp_path, article(block(), language="cy"))
        assert told(reading.diagnostics) == [
            "briefing.cy.md:7:1  error  wrong-shape\n  This timeline is empty: it has dates and citations in the "
            "original, and no words of its own.\n"
            "  Type what happened, an item for each event, or name a file: {events=events.cy.csv}"
        ]

    def test_the_file_of_the_original_is_in_another_language(self, tmp_path):
        reading = self.read(tmp_path, article(block("{events=events.csv}"), language="cy"))
        assert told(reading.diagnostics) == [
            'briefing.cy.md:7:28  warning  events-of-original\n  "events.csv" is the file of the original: its words '
            "are in another language.\n"
            "  Name a file with the words of this edition; dates and sources may be left out there."
        ]


def test_a_changed_file_is_seen_by_a_memory_that_is_kept(tmp_path):
    memory, files = Memory(), {"briefing.md": article(block("{events=e.csv}")), "e.csv": "date,event\n1979,War [@x]\n"}
    first = read(tmp_path, files, memory=memory)
    again = read(tmp_path, {}, memory=memory)
    assert again.briefing == first.briefing
    assert again.briefing.timelines[0] is first.briefing.timelines[0]
    changed = read(tmp_path, {"e.csv": "date,event\n1980,Peace [@y]\n"}, memory=memory)
    assert changed.briefing == read_folder(tmp_path).briefing
    assert rows(changed) == [("1980", "Peace", ("y",), False, "e.csv:2:6")]


class TestColumns:
    @pytest.mark.parametrize(
        ("table", "dates"),
        [
            ("When;What\n1979;War\n", ["1979"]),
            ("WHAT HAPPENED\tstart_date\tEnd Date\nWar\t1979\t1989\nPeace\t1989\t\n", ["1979/1989", "1989"]),
            ("date,end,event\n5 May 2021,,a\n5 May 2021,7 May 2021,b\n", ["2021-05-05", "2021-05-05/2021-05-07"]),
            ("from,to,event\n1996~,2001?,a\n1996,1996,b\n", ["1996~/2001?", "1996"]),
            ("date,time,event\n2021-08-15,18:30,a\n15/08/2021,6:05 pm,b\n", ["2021-08-15T18:30", "2021-08-15T18:05"]),
            ("Year,Month,Day,Time,Headline\n2021,8,15,18:30:10,a\n2021,8,,,b\n-44,3,15,,c\n-1,,,,d\n",
             ["2021-08-15T18:30:10", "2021-08", "-0043-03-15", "0000"]),
            ("year,month,day,end year,end month,event\n2021,5,1,2021,8,a\n-170000002,,,,,b\n",
             ["2021-05-01/2021-08", "Y-170000001"]),
            ("date,event\n2021-08-15 00:00:00,a\n,\n2021-08-16 00:00,b\n", ["2021-08-15", "2021-08-16"]),
            ("date,event\n2021-08-15 00:00:00,a\n2021-08-16 12:00,b\n", ["2021-08-15T00:00:00", "2021-08-16T12:00"]),
            ("Date (day/month/year),event\n03/04/2021,a\n3.4.2021,b\n", ["2021-04-03", "2021-04-03"]),
            ("Date (mm/dd/yyyy),event\n03/04/2021,a\n", ["2021-03-04"]),
            ('Date (d/m/y),event\n03/04/2021 09:15,a\n"3.4.2021, 9 am",b\n', ["2021-04-03T09:15", "2021-04-03T09:00"]),
            ("date,event\n16/08/2021 09:15,a\n17/08/2021 00:00:00,b\n", ["2021-08-16T09:15", "2021-08-17T00:00:00"]),
            ("date,event\n16/08/2021 00:00,a\n17/08/2021 00:00:00,b\n", ["2021-08-16", "2021-08-17"]),
            ("Date (d/m/y),event\n03/04/2021 00:00:00,a\n", ["2021-04-03"]),
        ],
    )  # fmt: skip
    def test_dates_are_read_as_people_keep_them(self, table, dates):
        assert dates_of(table) == dates

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_whatever_a_spreadsheet_exports(self, encoding):
        found = events_of("date;event\n1979;Guerre à Kaboul\n".encode(encoding))
        assert not found.diagnostics
        assert [event.text.text for event in found.events] == ["Guerre à Kaboul"]

    @pytest.mark.parametrize(
        ("table", "said"),
        [
            (
                "date,event\n44423,a\n",
                '2:1  error  date-unreadable\n  "44423" is the number by which a spreadsheet keeps a day.\n'
                "  Give the column the form of a date there, such as 2021-08-15, and export it again.",
            ),
            (
                "Date,event\n03/04/2021,a\n15/08/2021,b\n05/06/2021,c\n",
                '2:1  error  date-ambiguous\n  In "Date" it cannot be told which figure is the day and which '
                "the month: 03/04/2021 (line 2), 05/06/2021 (line 4).\n"
                '  If all are like 15/08/2021, name the column "Date (day/month/year)".',
            ),
            (
                "Date,event\n03/04/2021,a\n",
                '2:1  error  date-ambiguous\n  In "Date" it cannot be told which figure is the day and which '
                "the month: 03/04/2021 (line 2).\n"
                '  Name the column "Date (day/month/year)" or "Date (month/day/year)", whichever it is.',
            ),
            (
                "Date,event\n1939-41,a\n",
                '2:1  error  date-ambiguous\n  "1939-41" can be read in two ways.\n'
                "  Write 1939–1941 or July – December 1939.",
            ),
            (
                "Date (d/m/y),event\n03/14/2021,a\n",
                '2:1  error  date-impossible\n  "03/14/2021" is no day/month/year, as the name of this column '
                "says.\n  Correct the date, or the name.",
            ),
            (
                "start,end,event\n,2001,a\n",
                "2:2  error  date-unreadable\n  This event has an end and no beginning.\n"
                "  Add the beginning, or write it as one date: ../2001",
            ),
            (
                "start,end,event\n2001,1996,a\n",
                "2:6  error  date-reversed\n  This event ends before it begins: 2001, 1996.\n"
                "  Put the earlier date first.",
            ),
            (
                "year,month,event\n,5,a\n",
                "2:2  error  date-unreadable\n  This date has no year.\n  Add the year.",
            ),
            (
                "year,event\n21,a\n",
                '2:1  error  date-unreadable\n  "21" is too short for a year.\n'
                "  Write a year with four digits: 2021, or 0021 for AD 21.",
            ),
            (
                "start,end,event\n1628 BC,1600,a\n",
                '2:9  error  date-ambiguous\n  "1628 BC – 1600" can be read in two ways.\n'
                "  For before Christ write 1628 BC – 1600 BC; for after Christ 1628 BC – 1600 AD.",
            ),
            (
                "year,event\n0,a\n",
                "2:1  error  date-unreadable\n  There is no year 0.\n  Write -1 for 1 BC, 1 for AD 1.",
            ),
            (
                "year,month,event\n2021,41,a\n",
                '2:6  error  date-unreadable\n  "41" is no month.\n  Write 1 to 12, or the name of the month.',
            ),
            (
                "date,date,event\n1,2,3\n",
                '1:6  error  duplicate-column\n  The columns "date" and "date" would both hold the same.\n'
                "  Give one of them another name.",
            ),
            (
                "a,b\n1,2\n",
                '1:1  error  no-events-column\n  No column of this file says what happened. There is: "a", '
                '"b".\n  Name the columns in the first row: "date", "event" and, if there is one, "source".',
            ),
            (
                "date,event\n1979,\n",
                "2:1  error  wrong-shape\n  This row does not say what happened.\n  Write it, or delete the row.",
            ),
            (
                "date,event,stressed\n1979,War,perhaps\n",
                '2:10  error  wrong-kind\n  "perhaps" is neither yes nor no.\n'
                "  Write yes where the event matters most; else nothing.",
            ),
            (
                "date,event,colour,sorce\n1979,War,red,x\n1980,Peace,blue,\n",
                '2:10  warning  unplaced\n  A timeline has no place for "colour": 2 values are left out.',
            ),
            (
                "date,event,colour,sorce\n1979,War,red,x\n1980,Peace,blue,\n",
                '2:14  warning  unplaced\n  A timeline has no place for "sorce": one value is left out.\n'
                '  Did you mean "source"?',
            ),
        ],
    )
    def test_what_is_wrong_is_said_at_its_cell(self, table, said):
        assert f"events.csv:{said}" in problems_of(table)

    def test_a_file_has_at_most_so_many_events(self):
        assert problems_of("date,event\n" + "1979,War\n" * (EVENTS + 1)) == [
            f"events.csv:{EVENTS + 2}:1  error  too-large\n  There are more than {EVENTS:,} events in this file.\n"
            "  Divide it."
        ]

    def test_a_row_that_names_the_whole_has_words_and_nothing_else(self):
        found = events_of("Type,Year,Event,Source\ntitle,1979,Years,x\nbattle,1980,War,\n")
        assert found.title == "Years"
        assert [each.message for each in found.diagnostics] == [
            'A timeline has no place for "Year": one value is left out.',
            'A timeline has no place for "Source": one value is left out.',
            'A timeline has no place for "Type": one value is left out.',
        ]

    def test_a_file_that_is_wrong_in_every_row_is_told_the_first_ones(self):
        found = problems_of("date,event\n" + "44423,War\n" * 300)
        assert len(found) == 101
        assert found[-1] == (
            "events.csv:101:1  error  too-many-problems\n  There are 200 more problems in this file.\n"
            "  Mend these first."
        )

    def test_an_event_has_words(self, tmp_path):
        table = "date,event,source\n1979,[@a],\n1980,War,\n1981,*[@a]*,a\n"
        reading = read(tmp_path, {"briefing.md": article(block("{events=events.csv}")), "events.csv": table})
        assert told(reading.diagnostics) == [
            f"events.csv:{line}:6  error  wrong-shape\n  This event does not say what happened.\n"
            "  Say it in one sentence, or take the event out."
            for line in (2, 4)
        ]

    def test_many_keys_are_all_cited(self, tmp_path):
        keys = [f"key-{number:03}" for number in range(150)]
        table = f"date,event,source\n1979,War,{'; '.join(keys)}\n"
        reading = read(tmp_path, {"briefing.md": article(block("{events=events.csv}")), "events.csv": table})
        assert rows(reading)[0][2] == tuple(keys)
        more = read(tmp_path, {"events.csv": table.replace("key-", "an-even-longer-key-")})
        assert told(more.diagnostics) == [
            "events.csv:2:10  error  too-large\n  This event cites more sources than can be printed beside it.\n"
            "  Name the best of them."
        ]

    def test_addresses_and_titles_are_no_keys(self):
        (event,) = events_of('date,event,source,url\n1979,War,"BBC, 3 May; x-1, p. 7",https://bbc.com/a;b\n').events
        assert event.cited.text == "[@x-1, p. 7]"
        assert [(each.url, each.words) for each in event.references] == [
            ("", "BBC, 3 May"),
            ("https://bbc.com/a;b", ""),
        ]

    def test_the_sheet_of_timelinejs_holds_html(self):
        found = events_of(
            "Year,Month,Headline,Text,Media,Media Credit,Type,Group,Background\n"
            "2021,8,<b>Kabul</b> falls * [now],<p>One.</p><p>Two &amp; three</p>,https://x.org/1,Jane,,A,#fff\n"
            ",,The years,Opening.,,,title,,\n1996,,The nineties,,,,era,,\n"
        )  # fmt: skip
        assert found.title == "The years"
        first, second = found.events
        assert first.text.text == r"**Kabul** falls \* \[now\]"
        assert [each.text for each in first.details] == ["One.", "Two & three"]
        assert [(each.url, each.credit) for each in first.references] == [("https://x.org/1", "Jane")]
        assert (second.text.text, second.date.edtf) == ("The nineties", "1996")
        assert told(found.diagnostics) == [
            'events.csv:2:91  warning  unplaced\n  A timeline has no place for "Group": one value is left out.',
            'events.csv:2:93  warning  unplaced\n  A timeline has no place for "Background": one value is left out.',
        ]


class TestTimelineJS:
    def test_its_title_is_that_of_a_block_without_one(self, tmp_path):
        slide = {"start_date": {"year": 1996}, "text": {"headline": "a"}}
        files = {"a.json": timeline(events=[slide], title={"text": {"headline": "R * <i>me</i>", "text": "Opening."}})}
        blocks = ("::: timeline {events=a.json}\n:::", block("{events=a.json}"))
        reading = read(tmp_path, {"briefing.md": article(*blocks), **files})
        assert [plain_text(each.title) for each in reading.briefing.timelines] == ["R * me", "Years"]
        assert [(each.id, each.message) for each in reading.diagnostics] == [
            ("unplaced", "One text below the headlines of events is not printed.")
        ]

    def test_its_events_eras_and_title_are_read(self):
        found = events_of(
            json.dumps(
                {
                    "title": {"text": {"headline": "<b>Rome</b>", "text": "Opening."}},
                    "events": [
                        {
                            "start_date": {"year": "-44", "month": 3, "day": "15", "display_date": ""},
                            "text": {"headline": "Caesar <i>dies</i>", "text": "Long."},
                            "media": {
                                "url": "https://x.org/a",
                                "credit": "<a href='https://y.org'>Jane</a>",
                                "caption": "",
                            },
                        },
                        {
                            "start_date": {"year": 2021, "month": 8, "day": 15, "hour": 18, "minute": 5},
                            "text": {"text": "B"},
                        },
                        {"start_date": {"year": 1996, "display_date": "about 1996"}, "text": {"headline": "C"}},
                    ],
                    "eras": [{"start_date": {"year": 1990}, "end_date": {"year": 1999}, "text": {"headline": "D"}}],
                }
            ),
            "a.json",
        )
        assert told(found.diagnostics) == []
        assert found.title == "Rome"
        assert [(event.date.edtf, event.date.typed, event.text.text) for event in found.events] == [
            ("-0043-03-15", "-0043-03-15", "Caesar *dies*"),
            ("2021-08-15T18:05", "2021-08-15T18:05", "B"),
            ("1996~", "about 1996", "C"),
            ("1990/1999", "1990/1999", "D"),
        ]
        assert [(each.url, each.credit) for each in found.events[0].references] == [("https://x.org/a", "Jane")]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "1:1  error  json\n  This file is empty."),
            ("{", "1:2  error  json\n  A name in double quotation marks is expected here."),
            ('{"a" 1}', '1:6  error  json\n  A colon is missing after "a".'),
            ('{"a": 1,}', "1:9  error  json\n  A name in double quotation marks is expected here."),
            ("[1 2]", "1:4  error  json\n  A comma or a closing bracket is missing here."),
            ('{"a": 1} x', "1:10  error  json\n  The file goes on after its end."),
            ('{\n  "a": "b\n}', "2:8  error  json\n  This text is never closed on its line."),
            ('{"a": "\\x"}', '1:8  error  json\n  "\\x" stands for nothing.'),
            ('{"a": NaN}', '1:7  error  json\n  "NaN" is no value of JSON.'),
            ('{"a": 01}', '1:7  error  json\n  "01" is no value of JSON.'),
            ('{"a": ' + "9" * 41 + "}", "1:7  error  json\n  This number has more than 40 figures."),
            ("[" * 13, f"1:13  error  too-large\n  Values stand in one another more than {JSON_DEPTH} deep."),
            ('{"a": 1,\n "a": 2}', '2:2  error  duplicate-key\n  "a" stands here a second time'),
            ("[]", "1:1  error  timelinejs\n  This is not TimelineJS's JSON"),
            ("{}", "1:1  error  timelinejs\n  This file has no list of events."),
            ('{"events": 1}', '1:12  error  timelinejs\n  "events" takes a list.'),
            ('{"events": [1]}', '1:13  error  timelinejs\n  Each of "events" is a group of fields.'),
            ('{"events": [{}]}', "1:13  error  timelinejs\n  This event has no date."),
            (
                '{"events": [{"start_date": {"year": 1}}]}',
                "1:13  error  timelinejs\n  This event does not say what happened.",
            ),
            (
                '{"events": [{"start_date": {"year": 1e400}}]}',
                '1:37  error  date-unreadable\n  "1e400" is no year.',
            ),
            (
                '{"events": [{"start_date": {"year": 2021, "month": 2, "day": 30}, "text": {"headline": "a"}}]}',
                "1:37  error  date-impossible\n  There is no 30 February in 2021: February has 28 days.",
            ),
            ('{"events": [{"start_date": 5}]}', '1:28  error  timelinejs\n  "start_date" takes a group of fields.'),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_said_with_line_and_column(self, text, said):
        assert any(each.startswith(f"a.json:{said}") for each in problems_of(text, "a.json")), problems_of(
            text, "a.json"
        )

    @pytest.mark.parametrize(
        ("extra", "said"),
        [
            ({"group": "A"}, '  A timeline has no place for "group": one value is left out.'),
            ({"background": {"url": "x"}}, '  A timeline has no place for "background": one value is left out.'),
            ({"media": {"thumbnail": "t"}}, '  A timeline has no place for "thumbnail": one value is left out.'),
            ({"approved": False}, '  A timeline has no place for "approved": one value is left out.'),
            ({"votes": 0}, '  A timeline has no place for "votes": one value is left out.'),
            ({"unique_id": "one"}, '  A timeline has no place for "unique_id": one value is left out.'),
            ({"tags": ["", {"a": 0}]}, '  A timeline has no place for "tags": one value is left out.'),
            ({"start_date": {"year": 1996, "format": "yyyy"}},
             '  A timeline has no place for "format": one value is left out.'),
            ({"media": {"url": "https://x.org/a.png", "link": "https://x.org/b"}},
             '  A timeline has no place for "link": one value is left out.'),
            ({"display_date": "Whenever"}, '  "Whenever" cannot be read as a date, so 1996 is printed.\n'
             "  Say it in the text of the event, if it matters."),
            ({"display_date": "1821"}, '  "1821" is another time than the date, so 1996 is printed.\n'
             "  Say it in the text of the event, if it matters."),
        ],
    )  # fmt: skip
    def test_what_has_no_place_is_a_warning(self, extra, said):
        event = {"start_date": {"year": 1996}, "text": {"headline": "a"}, **extra}
        found = events_of(timeline(events=[event]), "a.json")
        assert len(found.events) == 1
        assert not errors_of(found.diagnostics)
        assert said in [each.partition("\n")[2] for each in told(found.diagnostics)]


@pytest.mark.parametrize(
    ("count", "text", "source", "most"),
    [
        (2_000, "A", "", "5,000 events"),
        (400, "B" * 990, "", "1,000,000 characters"),
        (700, "C", "; ".join("abcdefghij"), "1,000,000 characters"),
    ],
)
def test_the_events_of_an_article_have_an_end(tmp_path, count, text, source, most):
    table = "date,event,source\n" + f"1996,{text},{source}\n" * count
    listed = "".join(f"{key}:\n  title: {key}\n  date: 2021\n" for key in "abcdefghij")
    files = {"briefing.md": article(*[block("{events=a.csv}")] * 4), "a.csv": table, "sources.yaml": listed}
    reading = read(tmp_path, files)
    assert [str(each) for each in errors_of(reading.diagnostics)] == [
        "briefing.md:13:1  error  too-large\n"
        f"  With this one the timelines of the article have more than {most}.\n"
        "  Leave some out, or divide the briefing."
    ]


@pytest.mark.parametrize(
    ("start", "end", "shown", "edtf", "typed"),
    [
        ({"year": 1999}, None, "Late 1999", "1999-11~", "Late 1999"),
        ({"year": 1914}, {"year": 1918}, "1914-18", "1914/1918", "1914-18"),
        ({"year": 1914, "display_date": "1914-18"}, {"year": 1918}, "", "1914/1918", "1914-18"),
    ],
)
def test_words_about_the_same_time_are_kept(start, end, shown, edtf, typed):
    event = {"start_date": start, "end_date": end or "", "display_date": shown, "text": {"headline": "a"}}
    found = events_of(timeline(events=[event]), "a.json")
    assert told(found.diagnostics) == []
    assert [(each.date.edtf, each.date.typed) for each in found.events] == [(edtf, typed)]


@pytest.mark.parametrize(
    ("start", "end", "shown", "said"),
    [
        ({"year": -1628}, "", "1580 BC", '"1580 BC" is another time than the date, so 1628 BC is printed.'),
        ({"year": 1914}, {"year": 1918}, "1916", '"1916" is another time than the date, so 1914–1918 is printed.'),
        ({"year": 1914, "display_date": "1914"}, {"year": 1918}, "", 'A timeline has no place for "display_date": '
         "one value is left out."),
    ],
)  # fmt: skip
def test_words_of_another_time_are_not(start, end, shown, said):
    event = {"start_date": start, "end_date": end, "display_date": shown, "text": {"headline": "a"}}
    found = events_of(timeline(events=[event]), "a.json")
    assert [each.message for each in found.diagnostics] == [said]


@pytest.mark.parametrize("value", ["", ' ""'])
def test_a_field_without_a_value_holds_no_events(tmp_path, value):
    reading = read(tmp_path, {"briefing.md": article(block(), fields=f"events:{value}\n")})
    assert [f"{each.position} {each.message}" for each in reading.diagnostics] == [
        "briefing.md:8:1 The block timeline is empty."
    ]


def test_a_file_without_events_is_named(tmp_path):
    reading = read(tmp_path, {"briefing.md": article(block("{events=a.csv}")), "a.csv": "date,event\n"})
    assert told(reading.diagnostics) == [
        "a.csv:1:1  error  no-events\n  There are no events in this file.\n"
        "  Write some, one a row below the names of the columns; in TimelineJS's JSON in the list called events."
    ]


def test_a_path_of_another_place_is_told_to_be_copied(tmp_path):
    reading = read(tmp_path, {"briefing.md": article(block(r"{events=C:\\x.csv}"))})
    assert [(each.id, each.hint) for each in reading.diagnostics] == [
        ("outside-folder", "Copy the file into the folder.")
    ]


def test_what_a_timeline_does_not_take_is_told(tmp_path):
    options = "{#id .cls form=vertical form=horizontal}"
    reading = read(tmp_path, {"briefing.md": article(block(options, "- 1979: War [@x]\n"))})
    takes = "A timeline takes {events=events.csv form=vertical spoken=short}."
    assert told(errors_of(reading.diagnostics)) == [
        f'briefing.md:7:1  error  unknown-attribute\n  "#id" is not known here.\n  {takes}',
        f'briefing.md:7:1  error  unknown-attribute\n  ".cls" is not known here.\n  {takes}',
        "briefing.md:7:49  error  option-twice\n  form stands here more than once.\n  Take out all but one.",
    ]


def test_a_class_may_name_the_block(tmp_path):
    reading = read(tmp_path, {"briefing.md": article("::: {.timeline form=vertical}\n- 1979: War [@x]\n:::")})
    assert errors_of(reading.diagnostics) == ()


def test_what_is_empty_is_no_value():
    event = {"start_date": {"year": 1996}, "text": {"headline": "a"}}
    event |= {"group": "", "place": None, "tags": ["", []], "meta": {"by": " "}}
    assert told(events_of(timeline(events=[event]), "a.json").diagnostics) == []


def test_what_steers_the_page_and_the_title_has_no_place_either():
    text = timeline(
        events=[{"start_date": {"year": 1996}, "text": {"headline": "a"}}],
        scale="human",
        title={"text": {"headline": "T", "by": "Jane"}, "start_date": {"year": 1}},
    )
    said = [each.partition("for ")[2].partition(":")[0] for each in told(events_of(text, "a.json").diagnostics)]
    assert said == ['"start_date"', '"by"', '"scale"']


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("year,month,day,time,event\n2021,8,15,18:30:15.5,A\n", ["one value is"]),
        ("date,time,event\n2021-08-15,6:30:15.05 pm,A\n", ["one value is"]),
        (
            "year,month,day,time,end year,end month,end day,end time,event\n"
            "2021,8,15,18:30:15.5,2021,8,15,19:00:00.001,A\n",
            ["2 values are"],
        ),
        ("date,time,event\n2021-08-15,18:30:15.000,A\n", []),
    ],
)
def test_fractions_of_a_second_are_counted(table, said):
    found = events_of(table)
    assert len(found.events) == 1
    assert [each.message for each in found.diagnostics] == [
        f'A timeline has no place for "fraction of a second": {values} left out.' for values in said
    ]


@pytest.mark.parametrize("name", ["a.json", "a.csv"])
def test_the_texts_of_a_file_have_an_end(name):
    count = ALL_EVENTS_CHARACTERS // DETAIL_CHARACTERS + 3
    texts = [("h", "x" * DETAIL_CHARACTERS)] * count
    events = [{"start_date": {"year": 1996}, "text": {"headline": head, "text": text}} for head, text in texts]
    table = "date,event,text\n" + "".join(f"1996,{head},{text}\n" for head, text in texts)
    found = events_of(timeline(events=events) if name == "a.json" else table, name)
    (problem,) = found.diagnostics
    assert (problem.severity, problem.id, problem.message, problem.hint) == (
        "error",
        "too-large",
        "Up to here the texts of this file have more than 1,000,000 characters.",
        "Divide the file, or make its texts shorter.",
    )
    assert problem.position.line == (1 if name == "a.json" else 201)


def test_many_marks_take_as_long_as_they_are_many(monkeypatch):
    """Each mark looks at its neighbours, and not at all that follows it."""
    looked = []
    words = markup._words
    monkeypatch.setattr(markup, "_words", lambda nodes: looked.append(len(nodes)) or words(nodes))
    counts = []
    for marks in (100, 200):
        looked.clear()
        assert read_html("<b>x</b> " * marks).paragraphs == (" ".join(["**x**"] * marks),)
        counts.append(sum(looked))
    assert counts[1] < 2.1 * counts[0]


_PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")).filter(is_printable)


@given(st.text(_PRINTABLE, max_size=60))
def test_escaped_text_is_printed_as_it_stands(tmp_path_factory, text):
    nodes = read_inline(as_line(text), position=Position("a"), language="en").nodes
    assert plain_text(nodes).split() == text.split()


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.json", "a.tsv"]))
def test_any_bytes_give_a_value(data, name):
    assert isinstance(read_events_file(name, data, "en"), EventList)


_TEXTS = st.text(max_size=12) | st.sampled_from(["1996", "<b>", "</a>", "03/04/2021", "[@x]", "-44", "44423", "-"])
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["events", "eras", "title", "text", "headline", "start_date", "end_date", "year", "month", "day"]
            )
            | _TEXTS,
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(_VALUES)
def test_any_json_gives_a_value(value):
    found = events_of(json.dumps({"events": [value, value]}).encode("utf-8", "surrogatepass"), "a.json")
    assert isinstance(found, EventList)


@given(
    st.lists(
        st.sampled_from(
            ["date", "start", "end", "year", "month", "day", "time", "event", "headline", "text", "source"]
        ),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.lists(_TEXTS, min_size=6, max_size=6), max_size=4),
)
def test_any_table_gives_a_value(header, body):
    lines = [header, *(row[: len(header)] for row in body)]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    assert isinstance(events_of(text.encode("utf-8", "surrogatepass")), EventList)


def test_the_documentation_names_every_column():
    text = (
        (ROOT / "docs" / "events.md")
        .read_text(encoding="utf-8")
        .partition("## What the columns")[2]
        .partition("\n## ")[0]
    )
    documented: dict[str, set[str]] = {}
    for first, others in re.findall(r"^\| (`.*?) \| (.*?) ?\| ", text, re.MULTILINE):
        names = re.findall(r"`([a-z ]+)`", first)
        for name in names:
            documented[name] = {name}
        documented[names[0]] |= set(filter(None, others.split(", ")))
    assert documented == {role: set(names) for role, names in columns.NAMES.items()}


def test_the_examples_of_the_documentation_are_read(tmp_path):
    text = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    examples = {language: re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) for language in ("csv", "yaml")}
    keys = ("times-2021", "independent-2021", "reuters-2021")
    files = {
        "briefing.md": article(block("{events=events.csv}"), block(), fields=examples["yaml"][0]),
        "briefing.cy.md": article(block("{events=events.cy.csv}"), block(inside="- a\n- b\n"), language="cy"),
        "events.csv": examples["csv"][0],
        "events.cy.csv": "\n".join([*examples["csv"][1].splitlines(), "Trydydd", "Pedwerydd"]),
        "sources.yaml": "".join(f"{key}: {{title: a}}\n" for key in keys),
    }
    for language in (None, "cy"):
        reading = read(tmp_path, files, language=language)
        assert told(reading.diagnostics) == []
        assert [len(timeline.events) for timeline in reading.briefing.timelines] == [4, 2]


HTML = (
    "<b>",
    "</b>",
    "<i>",
    "</em>",
    "<a href='https://x.org/a'>",
    "</a>",
    "<p>",
    "<br>",
    "<img>",
    "&lt;",
    "&amp;",
    "<!-- -->",
)
SIGNS = (
    "a",
    "b",
    " ",
    "*",
    "_",
    "[",
    "]",
    "(",
    ")",
    "`",
    "{",
    "}",
    "\\",
    "!",
    ".",
    "-",
    "1.",
    "#",
    "@",
    "é",
    "<",
    ">",
    '"',
)


@example("é<b><i>*")
@given(st.lists(st.sampled_from(HTML + SIGNS), max_size=14).map("".join))
def test_words_in_html_are_printed_as_they_stand(text):
    found = read_html(text)
    read = [read_inline(each, position=Position("a"), language="en") for each in found.paragraphs]
    assert [each.diagnostics for each in read] == [()] * len(read)
    assert "".join("".join(plain_text(each.nodes).split()) for each in read) == "".join(found.words.split())
