"""CSV files as people have them: encodings, delimiters, quotation marks, limits, and places of cells."""

from __future__ import annotations

from itertools import count
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Position
from briefing.reading import csv_table
from briefing.reading.csv_table import ANY_TABLE, Cell, CsvTable, Limits, read_csv_table


def read(data: bytes | str, limits: Limits = ANY_TABLE) -> CsvTable:
    return read_csv_table(data.encode() if isinstance(data, str) else data, "data.csv", limits)


def texts(table: CsvTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def messages(table: CsvTable) -> list[str]:
    return [str(each) for each in table.diagnostics]


@pytest.mark.parametrize(
    "data",
    [
        "Province,People\nKabul,120\nHerat,80\n",
        "Province;People\r\nKabul;120\r\nHerat;80",
        "Province\tPeople\rKabul\t120\rHerat\t80\r",
        "\ufeffProvince,People\nKabul,120\nHerat,80\n",
        "sep=;\nProvince;People\nKabul;120\nHerat;80\n",
        "\n\nProvince , People\n\nKabul, 120\n,\nHerat,80,,\n",
        '"Province","People"\n"Kabul","120"\n"Herat","80"\n',
        "Province,People,,\nKabul,120,,\nHerat,80,,\n",
        "Province,People\nKabul,120\nHerat,80\n".encode("utf-16"),
        b"\xfe\xff" + "Province;People\nKabul;120\nHerat;80".encode("utf-16-be"),
    ],
)
def test_the_same_table_in_many_clothes(data: bytes | str) -> None:
    table = read(data)
    assert texts(table) == [["Province", "People"], ["Kabul", "120"], ["Herat", "80"]]
    assert table.diagnostics == ()


def test_cells_know_their_places() -> None:
    table = read('a;"b ""c""\nd";e\n  f;g;"h"\n')
    assert [(cell.text, cell.position.line, cell.position.column) for cell in table.header] == [
        ("a", 1, 1),
        ('b "c"\nd', 1, 3),
        ("e", 2, 4),
    ]
    assert [str(cell.position) for cell in table.rows[0]] == ["data.csv:3:1", "data.csv:3:5", "data.csv:3:7"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a;b\nx;1,5\ny;2,5\n", [["a", "b"], ["x", "1,5"], ["y", "2,5"]]),
        ("a, b;c\nx;1\n", [["a, b", "c"], ["x", "1"]]),
        ('a,b\n"x;y",1\n"z;w",2\n', [["a", "b"], ["x;y", "1"], ["z;w", "2"]]),
        ("a\nx\ny\n", [["a"], ["x"], ["y"]]),
        ("a,,c\n1,2,3\n", [["a", "", "c"], ["1", "2", "3"]]),
        ("a,b,\n1,2,3\n", [["a", "b", ""], ["1", "2", "3"]]),
        ("a,b\nx,\n,y\n", [["a", "b"], ["x", ""], ["", "y"]]),
    ],
)
def test_delimiters_are_found(data: str, expected: list[list[str]]) -> None:
    table = read(data)
    assert texts(table) == expected
    assert table.diagnostics == ()


EXPORT = 'Open it in a spreadsheet and save it as "CSV UTF-8".'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "data.csv:1:1  error  empty-file\n  This file is empty.\n"
         "  Write names in the first row, and below it a row for each thing."),
        (b"\n,,\n", "data.csv:1:1  error  empty-file\n  This file is empty.\n"
         "  Write names in the first row, and below it a row for each thing."),
        (b"PK\x03\x04...", "data.csv:1:1  error  not-csv\n"
         f"  This is a spreadsheet (or another packed file), not CSV.\n  {EXPORT}"),
        (b"a,b\nx,\x00", f"data.csv:2:3  error  unprintable-character\n"
         f"  There is a character here that is no text (U+0000).\n  {EXPORT}"),
        (b"\xff\xfea", "data.csv:1:1  error  not-utf-8\n"
         f"  The letters of this file cannot be read: it is damaged, or no text.\n  {EXPORT}"),
        (b"a,b\n\x81,1", "data.csv:1:1  error  not-utf-8\n"
         f"  The letters of this file cannot be read: it is neither in UTF-8 nor in Windows-1252.\n  {EXPORT}"),
        (b"a,b\nKabul,1,234\n", "data.csv:2:9  error  other-length\n"
         "  This row has 3 cells, and the first row names 2.\n"
         '  Put a number or a name with a comma in it in quotation marks: "1,234".'),
        (b"a,b\nKabul\n", "data.csv:2:1  error  other-length\n  This row has 1 of 2 cells.\n"
         "  Write the sign between the cells for an empty cell, too."),
        (b'a,b\n"x,1\ny,2\n', "data.csv:2:1  error  unclosed-quotation\n"
         "  The quotation mark that begins this cell has no partner.\n"
         '  End it with ", or write a mark that is text twice: "".'),
        (b'a,b\n"x"y,1\n', "data.csv:2:1  error  text-after-quotation\n"
         '  "y" stands behind the quotation mark that ends this cell.\n'
         '  Write a quotation mark that is text twice, inside the others: "the ""new"" law".'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(data: bytes, expected: str) -> None:
    assert messages(read(data))[0] == expected


def test_windows_1252_is_read_with_a_warning() -> None:
    table = read("Name;Wert\nKöln;1\n".encode("cp1252"))
    assert texts(table) == [["Name", "Wert"], ["Köln", "1"]]
    assert messages(table) == [
        "data.csv:2:2  warning  windows-1252\n"
        '  This file is not in UTF-8; it was read as Windows-1252, with "Köln" here.\n'
        f"  If wrong: {EXPORT}"
    ]


def test_limits() -> None:
    with patch.multiple(csv_table, CSV_COLUMNS=3, CSV_CELL_CHARACTERS=5, CSV_CELLS=6):
        assert messages(read("a,b\n1,2\n3,4\n5,6\n7,8\n")) == [
            "data.csv:4:1  error  too-large\n  This file has more than 6 cells.\n  Take out what is not needed."
        ]
        for row in ("a,b,c,d", 'a,b,"c",d'):
            assert messages(read(f"{row}\n1,2,3,4\n"))[0] == (
                f"data.csv:1:{row.index(',d') + 1}  error  too-large\n"
                "  This row has more than 3 cells.\n  Take out what is not needed."
            )
        for cell in ("123456", '"123456"'):
            assert messages(read(f"a,b\n{cell},2\n")) == [
                "data.csv:2:1  error  too-large\n  This cell has more than 5 characters.\n  Make it shorter."
            ]


def test_no_more_is_read_than_is_of_use() -> None:
    two_rows = Limits(rows=2, columns=3, reason=", and two fit", hint="Take one out.")
    long = read("a,b\n1,2\n3,4\n5,6\nragged\n", two_rows)
    assert texts(long) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert messages(long) == [
        "data.csv:4:1  error  too-large\n  This file has more than 2 rows, and two fit.\n  Take one out."
    ]
    wide = read("a,b,c,d\nragged\n", two_rows)
    assert (texts(wide), wide.diagnostics) == ([["a", "b", "c", "d"]], ()), "whoever asks says what is too wide"
    assert [table.whole for table in (long, wide, read("a,b\n1,2\n3,4\n", two_rows))] == [False, False, True]


MEGABYTES = 5_000_000


def counted(data: str) -> tuple[CsvTable, int]:
    """Read a table, and count the cells that were made on the way."""
    made = count()

    def cell(text: str, position: Position) -> Cell:
        next(made)
        return Cell(text, position)

    with patch.object(csv_table, "Cell", cell):
        return read(data), next(made)


@pytest.mark.parametrize(
    "data",
    [
        "\n".join([",".join(["a"] * 200)] * 9_900),
        "a,b\n" + "\n" * MEGABYTES,
        "a,b\n" + " , \n" * (MEGABYTES // 4),
        "a,b\n" + '"",""\n' * (MEGABYTES // 6),
        'a,b\n"' + '""' * (MEGABYTES // 2),
        'a,b\n"' + '""' * (MEGABYTES // 2) + '"',
        "," * MEGABYTES,
        "x\n" * (MEGABYTES // 2),
        '"a"b,\n' * (MEGABYTES // 6),
        ("a," * 250 + "\n") * 9_900,
    ],
    ids=["full", "empty", "blank", "quoted", "open", "marks", "wide", "long", "behind", "too many"],
)
def test_files_of_any_shape_become_few_cells(data: str) -> None:
    """What a file costs is what is made of it, and that has a limit."""
    table, made = counted(data)
    assert made <= csv_table.CSV_CELLS + csv_table.CSV_COLUMNS + 3 * csv_table._HEAD_CHARACTERS
    assert len(table.diagnostics) <= 21


def test_what_has_nothing_in_it_costs_nothing() -> None:
    table, made = counted("a,b\n" + "\n ,\t\n" * 100_000 + "1,2")
    assert str(table.rows[0][0].position) == "data.csv:200002:1"
    assert made < 100, "each sign that may part cells is tried on the head"


def test_many_problems_are_not_all_told() -> None:
    assert len(read("a,b\n" + "x\n" * 100).diagnostics) == 20
    both = read('a,b\n"x"y,1\n' + "x\n" * 100 + '"x"y,1\n' * 100, Limits(rows=150))
    assert len(both.diagnostics) == 20
    assert [each.id for each in both.diagnostics].count("too-large") == 1, "that there is more is always said"


@given(st.one_of(st.binary(max_size=200), st.text('a"\n\r;,\t \u06f1\ufeff', max_size=60).map(str.encode)))
def test_whatever_comes_is_a_table_or_told(data: bytes) -> None:
    table = read(data)
    assert all(len(row) == len(table.header) for row in table.rows)
    assert table.header or table.diagnostics
    assert all(isinstance(each.position, Position) for each in table.diagnostics)


@given(st.lists(st.lists(st.text('ab"\n;,\t x', min_size=1, max_size=5), min_size=2, max_size=2), min_size=1))
def test_quoted_cells_come_back_as_they_were(rows: list[list[str]]) -> None:
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [["h", "i"], *rows])
    assert texts(read("sep=,\n" + quoted)) == [["h", "i"], *rows]
