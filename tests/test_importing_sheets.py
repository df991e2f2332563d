"""Spreadsheets become rows of CSV that say what their cells show, and lists of people are cleaned."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from word_documents import packed

from briefing.errors import ContentError
from briefing.importing import import_file
from briefing.importing.recipients import draft_of_recipients
from briefing.importing.sheets import read_sheet
from briefing.reading.events import read_events_file

HINT = 'Open it in a spreadsheet and save it as "CSV UTF-8".'


def saved(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def sheet_of(*rows: list[object], forms: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, form in (forms or {}).items():
        sheet[place].number_format = form
    return saved(book)


def cells(value: object, form: str = "") -> str:
    read = read_sheet(sheet_of([value], forms={"A1": form} if form else {}), "a.xlsx")
    assert not read.diagnostics
    return read.csv.decode()


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("two\nlines, and a comma", "", '"two lines, and a comma"\n'),
        (1979, "", "1979\n"),
        (5.0, "", "5\n"),
        (0.1 + 0.2, "", "0.3\n"),
        (0.805, "0%", "80%\n"),
        (0.805, "0.0%", "80.5%\n"),
        (1234, "00000", "01234\n"),
        (True, "", "yes\n"),
        (dt.datetime(2021, 8, 15), "", "2021-08-15\n"),
        (dt.datetime(2021, 8, 15, 18, 30), "", "2021-08-15 18:30\n"),
        (dt.date(1996, 9, 27), "mmm yyyy", "1996-09\n"),
        (dt.date(1996, 9, 27), 'yyyy"d"', "1996\n"),
        (dt.time(18, 30), "", "18:30\n"),
    ],
)
def test_a_cell_is_what_it_shows(value: object, form: str, shown: str):
    assert cells(value, form) == shown


def test_rows_keep_their_numbers():
    read = read_sheet(sheet_of(["date", "event"], [], [1979, "War"], []), "a.xlsx")
    assert read.csv == b"date,event\n\n1979,War\n"
    events = read_events_file("a.xlsx", read.csv, "en", "csv").events
    assert [(str(event.date and event.date.edtf), event.text.text, event.position.line) for event in events] == [
        ("1979", "War", 3)
    ]


def test_merged_cells_formulas_errors_and_other_sheets_are_told():
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Events"
    sheet.append(["date", "event", "=1+1"])
    sheet.append([1979, "#REF!", None])
    sheet.merge_cells("A2:A3")
    sheet["B2"].data_type = "e"
    book.create_sheet("Notes")
    read = read_sheet(saved(book), "a.xlsx")
    assert read.csv == b"date,event\n1979,\n\n"
    assert [str(each) for each in read.diagnostics] == [
        "a.xlsx:1:1  warning  other-sheets\n"
        '  Only the sheet "Events" is read, and not “Notes”.\n'
        '  To import another one, type: --sheet "Notes"',
        "a.xlsx:2:1  warning  merged-cells\n"
        "  Merged cells have their words in the first of them only: A2:A3.\n"
        "  Take the merging apart in the spreadsheet, if each row needs the words.",
        "a.xlsx:1:1  warning  formula-without-value\n"
        "  Formulas without a value are left out: C1.\n"
        "  Open the spreadsheet in Excel or LibreOffice and save it: the values are kept with it then.",
        "a.xlsx:2:1  warning  unreadable-cell\n"
        "  The cell B2 shows the error #REF!; it is left out.\n"
        "  Look at it in the sheet.",
    ]


def test_a_head_that_lacks_the_value_of_a_formula_is_still_the_head(tmp_path):
    with pytest.raises(ContentError) as raised:
        import_file("a.xlsx", sheet_of(["date", "=1+1"], [1979, "War"]), tmp_path / "new")
    assert [each.id for each in raised.value.diagnostics] == ["formula-without-value", "no-events-column"]
    assert 'There is: "date", "".' in str(raised.value)


def test_a_sheet_is_chosen_by_its_name():
    book = openpyxl.Workbook()
    book.create_sheet("People").append(["name"])
    assert read_sheet(saved(book), "a.xlsx", "people").csv == b"name\n"
    assert str(read_sheet(saved(book), "a.xlsx", "Peple").diagnostics[0]) == (
        'a.xlsx:1:1  error  no-sheet\n  There is no sheet "Peple" in this spreadsheet. Did you mean People?\n'
        "  The sheets are: Sheet, People."
    )


def test_a_hidden_sheet_is_not_the_first():
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.sheet_state = "hidden"
    book.create_sheet("Shown").append(["name"])
    assert read_sheet(saved(book), "a.xlsx").csv == b"name\n"


def test_what_is_no_spreadsheet_or_has_too_much_is_refused():
    assert str(read_sheet(packed({"a": "b"}), "a.xlsx").diagnostics[0]) == (
        f"a.xlsx:1:1  error  not-xlsx\n  This file is no spreadsheet of Excel (.xlsx).\n  {HINT}"
    )
    assert str(read_sheet(packed({"xl/workbook.xml": "<a/>"}), "a.xlsx").diagnostics[0]) == (
        f"a.xlsx:1:1  error  damaged-file\n  This spreadsheet cannot be read: it is damaged.\n  {HINT}"
    )
    bomb = packed({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    assert str(read_sheet(bomb, "a.xlsx").diagnostics[0]) == (
        'a.xlsx:1:1  error  unusable-file\n  The part "xl/workbook.xml" of this spreadsheet declares a document type '
        f"of its own, which no office program does.\n  {HINT}"
    )
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.cell(1_000_000, 1, "far")
    assert str(read_sheet(saved(book), "a.xlsx").diagnostics[0]) == (
        "a.xlsx:1:1  error  too-large\n  This sheet has more than 10,000 rows: its last one is row 1,000,000.\n"
        "  Divide it, or delete what stands far below."
    )


PEOPLE = """Name;E-mail;;Postcode
Ann;ann@x.org;;01234

Bo;;;2
Ann;ann@x.org;;01234
Cy;bad;;3
Di;ANN@x.org;;4
"""


def test_a_list_of_people_is_cleaned_and_told():
    draft = draft_of_recipients(PEOPLE.encode(), "p.csv")
    assert draft.files == {
        "recipients.csv": b"Name,E-mail,Postcode\nAnn,ann@x.org,01234\nBo,,2\nCy,bad,3\nDi,ANN@x.org,4\n"
    }
    assert [str(each) for each in draft.diagnostics] == [
        "p.csv:5:1  warning  repeated-row\n"
        "  A row stands here twice; the second is left out: row 5.\n"
        "  Look whether another person was meant.",
        "p.csv:4:4  warning  empty-cell\n"
        '  "E-mail" is empty: row 4.\n'
        "  Nothing can be sent there. Fill it in, or delete the row.",
        "p.csv:6:4  warning  no-address\n"
        '  "E-mail" has no e-mail address: row 6.\n'
        "  Write one address in each cell, such as ann@example.org.",
        "p.csv:7:4  warning  repeated-address\n"
        '  "E-mail" is the same as in a row above: row 7.\n'
        "  Keep one of them, or two copies go to the same person.",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "name,name\na,b\n",
            'p.csv:1:6  error  repeated-column\n  Two columns are called "name".\n  Give one of them another name.',
        ),
        (
            "name,\na,b\n",
            "p.csv:1:6  error  unnamed-column\n  A column with words in it has no name.\n"
            "  Write what it holds in the first row.",
        ),
        (
            "name,e-mail\n",
            "p.csv:1:1  error  no-recipients\n  There are no people in this list.\n"
            "  Write one a row, below the names of the columns.",
        ),
    ],
)
def test_a_list_that_cannot_be_used(data: str, said: str):
    draft = draft_of_recipients(data.encode(), "p.csv")
    assert not draft.files
    assert [str(each) for each in draft.diagnostics] == [said]


def test_a_row_whose_date_is_a_formula_without_value_is_left_out_and_the_others_are_read(tmp_path):
    data = sheet_of(["date", "event"], [1979, "A dam"], ["=1900+80", "A flood"], [1981, "=B2"], [1982, "A bridge"])
    imported = import_file("a.xlsx", data, tmp_path / "article")
    text = (tmp_path / "article" / "briefing.md").read_text(encoding="utf-8")
    assert text.partition("::: timeline\n")[2] == "- 1979: A dam\n- 1982: A bridge\n:::\n"
    hint = "Open the spreadsheet in Excel or LibreOffice, save it, and import it again."
    assert [str(each) for each in imported.diagnostics if each.id == "row-left-out"] == [
        f"a.xlsx:{row}:1  warning  row-left-out\n"
        f"  This row is left out: its date or event is a formula whose value was not kept with it.\n  {hint}"
        for row in (3, 4)
    ]


def test_a_row_without_a_date_stops_the_import_where_no_formula_is_to_blame(tmp_path):
    data = sheet_of(["date", "event"], [1979, "A dam"], ["=1900+80", "A flood"], [None, "A bridge"])
    with pytest.raises(ContentError, match="This event has no date"):
        import_file("a.xlsx", data, tmp_path / "article")
