"""Lists of people, as spreadsheets and programs write them."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError, ContentError, Diagnostic
from briefing.recipients import Recipient, field_name, open_recipients

MEMBERS = "Name;Constituency;Local figure\nSiân Rhŷs;Ynys Môn;12\n\nÓrla Ní Bhriain;Belfast West;\n"
EXPECTED = [
    ({"name": "Siân Rhŷs", "constituency": "Ynys Môn", "local_figure": "12"}, 2),
    ({"name": "Órla Ní Bhriain", "constituency": "Belfast West", "local_figure": ""}, 4),
]


def listed(path: Path, data: bytes | str, name: str = "people.csv") -> list[Recipient | Diagnostic]:
    file = path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(open_recipients(file).rows())


def plain(rows: list[Recipient | Diagnostic]) -> list[tuple[dict[str, str], int]]:
    return [(dict(row.values), row.line) for row in rows if isinstance(row, Recipient)]


def refusal(path: Path, data: bytes | str, name: str = "people.csv") -> str:
    with pytest.raises(ContentError) as raised:
        listed(path, data, name)
    return str(raised.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_list_reads_the_same_however_it_was_saved(tmp_path, encoding, end, delimiter):
    said = "sep=|\n" if delimiter == "|" else ""
    text = (said + MEMBERS.replace(";", delimiter)).replace("\n", end)
    lines = [(values, line + bool(said)) for values, line in EXPECTED]
    assert plain(listed(tmp_path, text.encode(encoding))) == lines


def test_what_excel_saves_in_western_europe_is_read(tmp_path):
    rows = listed(tmp_path, "Name;Ort\nJürgen Groß;Köln\n".encode("cp1252"))
    assert plain(rows) == [({"name": "Jürgen Groß", "ort": "Köln"}, 2)]


def test_cells_hold_commas_marks_and_line_ends(tmp_path):
    rows = listed(tmp_path, 'Name,Address\r\n"Smith, ""Jo""","1 Long Street\r\nLeeds"\r\nAnn,2 Short Street\r\n')
    assert plain(rows) == [
        ({"name": 'Smith, "Jo"', "address": "1 Long Street\nLeeds"}, 2),
        ({"name": "Ann", "address": "2 Short Street"}, 4),
    ]


def test_a_bad_row_is_told_with_its_line_and_keeps_no_other_from_being_read(tmp_path):
    rows = listed(
        tmp_path, 'Name,Place\nAnn,Leeds,North\n"Ann"e,York\nBob\nCid,Bath\nDee,Ba\x00th\n'.replace("\x00", "\x02")
    )
    assert [str(row) if isinstance(row, Diagnostic) else row.values["name"] for row in rows] == [
        "people.csv:2:1  error  other-length\n"
        "  This row has 3 cells, and the first row names 2.\n"
        '  Put a text that holds the sign between the cells in quotation marks: "Smith, Jones".',
        "people.csv:3:1  error  unclosed-quotation\n"
        "  The quotation marks of this row cannot be told apart.\n"
        '  End each cell that begins with a quotation mark with another, and write one that is text twice: "".',
        "people.csv:4:1  error  other-length\n"
        "  This row has 1 cell, and the first row names 2.\n"
        '  Put a text that holds the sign between the cells in quotation marks: "Smith, Jones".',
        "Cid",
        "people.csv:6:1  error  unprintable-character\n"
        '  "Place" holds a character here that is no text (U+0002).\n'
        "  Type it again.",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Constituency", "constituency"),
        ("Local figure (2021)", "local_figure_2021"),
        ("2021 figure", "_2021_figure"),
        ("Région", "région"),
        ("نام", "نام"),
        ("選挙区", "選挙区"),
        ("  E-mail  ", "e_mail"),
        ("%", ""),
    ],
)
def test_a_field_is_named_by_the_words_above_its_column(title, name):
    assert field_name(title) == name


def test_columns_that_cannot_be_told_apart_are_refused_at_once(tmp_path):
    assert refusal(tmp_path, "Name,name,%,Local figure,local-figure\na,b,c,d,e\n") == (
        "people.csv:1:1  error  repeated-column\n"
        '  The columns "Name" and "name" have the same name.\n'
        "  Give one of them another name.\n"
        "people.csv:1:1  error  unnamed-column\n"
        '  "%" has no letters.\n'
        "  Write what the column holds in the first row.\n"
        "people.csv:1:1  error  repeated-column\n"
        '  The columns "Local figure" and "local-figure" have the same name.\n'
        "  Give one of them another name."
    )


@pytest.mark.parametrize(
    ("data", "identifier"),
    [
        (b"", "empty-file"),
        (b"\n\n  \n", "empty-file"),
        (b"%PDF-1.7", "not-a-list"),
        (b"PK\x03\x04", "not-a-list"),
        (b"Name\n\x00\x01", "not-utf-8"),
        (b"\xff\xfeN\x00a", "empty-file"),
        (b"Name,\x81\x8d\n", "not-utf-8"),
        (b"a" * 1_000_001, "too-large"),
        (b",".join([b"a"] * 201), "too-large"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, data, identifier):
    if identifier == "empty-file" and data.startswith(b"\xff\xfe"):
        data = b"\xff\xfe"
    assert f"error  {identifier}" in refusal(tmp_path, data)


def test_lines_of_json_are_read_with_the_names_that_any_has(tmp_path):
    text = '{"Name": "Siân", "count": 1.50}\n\n{"Name": "Órla", "ward": null}\n[1]\n{"Name": {"first": "A"}}\n{\n'
    rows = listed(tmp_path, text, "people.jsonl")
    assert plain(rows) == [
        ({"name": "Siân", "count": "1.50", "ward": ""}, 1),
        ({"name": "Órla", "count": "", "ward": ""}, 3),
    ]
    assert [(row.id, row.position.line) for row in rows if isinstance(row, Diagnostic)] == [
        ("not-json", 4),
        ("not-a-text", 5),
        ("not-json", 6),
    ]


def test_a_sheet_is_read_by_its_rows(tmp_path):
    book = openpyxl.Workbook()
    for row in (("Name", "Figure"), ("Siân", 12), (None, None), ("Órla", None)):
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")
    rows = list(open_recipients(tmp_path / "people.xlsx").rows())
    assert plain(rows) == [({"name": "Siân", "figure": "12"}, 2), ({"name": "Órla", "figure": ""}, 4)]


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_python_writes_is_read_back(tmp_path_factory, rows, delimiter):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("first", "second"), *rows])
    found = listed(tmp_path_factory.mktemp("list"), stream.getvalue().replace("\ufeff", ""))
    wanted = [{"first": a.strip().replace("\ufeff", ""), "second": b.strip().replace("\ufeff", "")} for a, b in rows]
    assert [values for values, _ in plain(found)] == [each for each in wanted if any(each.values())]


@pytest.mark.parametrize("name", ["people.csv", "people.jsonl", "people.xlsx"])
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory, name, data):
    try:
        listed(tmp_path_factory.mktemp("list"), data, name)
    except BriefingError as error:
        assert error.diagnostics


def peak(file: Path) -> int:
    """Bytes that reading a list takes at most."""
    tracemalloc.start()
    try:
        assert sum(isinstance(row, Recipient) for row in open_recipients(file).rows()) > 100
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_long_list_takes_no_more_memory_than_a_short_one(tmp_path, ending):
    peaks = []
    for count in (2_000, 20_000):
        file = tmp_path / f"{count}.{ending}"
        rows = [("Siân Rhŷs", f"Constituency {number}", "12") for number in range(count)]
        with file.open("w", encoding="utf-8") as stream:
            if ending == "csv":
                csv.writer(stream).writerows([("name", "constituency", "figure"), *rows])
            else:
                stream.writelines(json.dumps({"name": a, "constituency": b}) + "\n" for a, b, _ in rows)
        peaks.append(peak(file))
    assert peaks[1] < 1.2 * peaks[0] < file.stat().st_size
