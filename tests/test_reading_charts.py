"""Blocks of charts and their CSV files: what is read, and what is said where nothing can be."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import press
from briefing.errors import Position
from briefing.memory import Memory
from briefing.model import ChartKind, DataChart
from briefing.model.numbers import number_words
from briefing.reading import Reading, read_folder
from briefing.reading.charts import charts
from briefing.reading.charts.numbers import Number, NumberProblem, Signs, read_number, signs_shown
from briefing.reading.charts.rows import limits_of, read_rows
from briefing.reading.csv_table import Cell, read_csv_table

HERE = Position("data.csv")
HEAD = "---\ntitle: Title\nlanguage: {}\n---\nText.\n\n"
GUIDE = (Path(__file__).parent.parent / "docs" / "charts.md").read_text("utf-8")


def read(folder: Path, body: str, *, language: str = "en-GB", **files: str | bytes) -> Reading:
    """Read an article with some files, each named by its first name: ``data`` is ``data.csv``."""
    folder.joinpath("briefing.md").write_text(HEAD.format(language) + body, encoding="utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        folder.joinpath(f"{name}.csv").write_bytes(data)
    return read_folder(folder)


def one(reading: Reading) -> DataChart:
    assert reading.briefing is not None
    [chart] = reading.briefing.charts
    return chart


def said(reading: Reading) -> list[str]:
    return [str(each) for each in reading.diagnostics]


BLOCK = '::: chart Title {data=data.csv unit="people"}\n:::\n'
LINES = '::: chart Title {data=data.csv kind=line unit="people"}\n:::\n'


def test_everything_about_a_chart_is_read(tmp_path: Path) -> None:
    block = (
        '::: chart People who *fled* {data="data.csv" kind=dot unit="thousand people" '
        "order=largest highlight=Herat}\n"
        "[no source, an example] As of August.\n\nRounded.\n:::\n"
    )
    chart = one(read(tmp_path, block, data="Province,People\nHerat,80\nKabul,120.40\nBalkh,\n"))
    assert (chart.id, chart.kind, chart.unit) == ("chart-1", "dot", "thousand people")
    assert (chart.names, chart.series, chart.files) == ("Province", ("People",), ("data.csv",))
    assert [(row.name, row.values[0], row.stressed) for row in chart.rows] == [
        ("Kabul", Decimal("120.40"), False),
        ("Herat", Decimal(80), True),
        ("Balkh", None, False),
    ]
    assert str(chart.rows[0].values[0]) == "120.40"
    assert str(chart.rows[0].position) == "data.csv:3:1"
    assert len(chart.notes) == 2


def test_dates_are_put_in_the_order_of_time(tmp_path: Path) -> None:
    data = "Month;One;Two\nMay 2021;3;1\n2021-01;1;\nabout March 2021;2;2\n"
    chart = one(read(tmp_path, LINES, data=data))
    assert [row.date and row.date.edtf for row in chart.rows] == ["2021-01", "2021-03~", "2021-05"]
    assert [row.values for row in chart.rows] == [
        (Decimal(1), None),
        (Decimal(2), Decimal(2)),
        (Decimal(3), Decimal(1)),
    ]
    assert chart.of_time


def test_days_with_dots_are_read_in_a_language_that_writes_them(tmp_path: Path) -> None:
    chart = one(read(tmp_path, LINES, language="de", data="Tag;Menschen\n01.03.2021;1\n01.02.2021;2\n"))
    assert [row.date and row.date.edtf for row in chart.rows] == ["2021-02-01", "2021-03-01"]


AS_NAMES = "If these are names and no dates, say order=as-given in the braces: then they stand at equal steps."


@pytest.mark.parametrize(
    ("language", "cells", "first", "details"),
    [
        (
            "fa-AF",
            ("۱۳۹۸", "۱۳۹۹", "۱۴۰۰"),
            'data.csv:2:1  error  date-unreadable\n  "۱۳۹۸" may be a year of the Solar Hijri calendar.',
            ('data.csv:3:1: "۱۳۹۹" may be a year of the Solar Hijri calendar.',
             'data.csv:4:1: "۱۴۰۰" may be a year of the Solar Hijri calendar.'),
        ),
        (
            "en-GB",
            ("01.02.2021", "01.03.2021", "13.04.2021"),
            'data.csv:2:1  error  date-ambiguous\n  "01.02.2021" can be read in two ways.',
            ('data.csv:3:1: "01.03.2021" can be read in two ways.',),
        ),
        ("en-GB", ("FY 2019/20", "FY 2020/21"), "data.csv:2:1  error  date-unreadable\n", None),
        ("en-GB", ("Jan-21", "Feb-21", "Mar-21"), "data.csv:2:1  error  date-", None),
        ("de", ("Jan 21", "Feb 21", "Mär 21"), "data.csv:2:1  error  date-", None),
        ("de", ("1.2.21", "13.2.21", "14.3.21"), "data.csv:2:1  error  date-", None),
        ("en-GB", ("2001", "2002", "total"), "data.csv:4:1  error  date-unreadable\n", None),
    ],
)  # fmt: skip
def test_what_looks_like_dates_and_cannot_be_read_is_told_once(
    tmp_path: Path, language: str, cells: tuple[str, ...], first: str, details: tuple[str, ...] | None
) -> None:
    data = "When,People\n" + "".join(f"{cell},{number}\n" for number, cell in enumerate(cells))
    [problem] = read(tmp_path, LINES, language=language, data=data).diagnostics
    assert str(problem).startswith(first)
    assert problem.hint.endswith(f". {AS_NAMES}"), problem.hint
    assert details is None or problem.details == details
    named = LINES.replace("kind=line", "kind=line order=as-given")
    chart = one(read(tmp_path, named, language=language, data=data))
    assert [row.name for row in chart.rows] == list(cells)
    assert not chart.of_time


def test_of_many_cells_that_are_no_dates_a_few_are_listed(tmp_path: Path) -> None:
    data = "Month,People\n" + "".join(f"1.{month}.2021,1\n" for month in range(2, 13))
    [problem] = read(tmp_path, LINES, data=data).diagnostics
    assert (len(problem.details), problem.details[-1]) == (6, "and 5 more")


@pytest.mark.parametrize("names", [("0-4", "5-9", "10-14"), ("January", "February", "March"), ("Stage 1", "Stage 2")])
def test_numbers_that_are_no_years_and_months_alone_are_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    reading = read(tmp_path, LINES, data="Name,People\n" + "".join(f"{name},1\n" for name in names))
    assert not one(reading).of_time
    assert said(reading) == []


def test_names_that_are_no_dates_stay_as_they_are(tmp_path: Path) -> None:
    chart = one(read(tmp_path, LINES, data="Stage,People\nbefore,1\nafter,2\n"))
    assert [row.name for row in chart.rows] == ["before", "after"]
    assert not chart.of_time


@pytest.mark.parametrize(
    ("body", "data", "expected"),
    [
        ("::: chart Title\n:::", "", "briefing.md:7:1  error  chart-without-data\n"
         "  This chart does not name the file with its figures.\n"
         '  Write ::: chart Refugees by province {data=refugees.csv kind=bar unit="thousand people"}'),
        ("::: chart Title {data data.csv}\n:::", "", "briefing.md:7:1  error  chart-without-data\n"
         "  What stands in the braces of this chart cannot be read.\n"
         '  Write ::: chart Refugees by province {data=refugees.csv kind=bar unit="thousand people"}'),
        ("::: chart Title {data=dat.csv unit=x}\n:::", "a,b\nc,1", "briefing.md:7:23  error  missing-file\n"
         '  There is no file "dat.csv". Did you mean data.csv?'),
        ("::: chart Title {data=../data.csv unit=x}\n:::", "",
         "briefing.md:7:23  error  outside-folder\n"
         '  "../data.csv" leads out of this folder.\n  Copy the file into the folder.'),
        ("::: chart Title {data=data.csv unit=x kind=lines}\n:::", "a,b\nc,1",
         "briefing.md:7:44  error  unknown-option\n"
         '  "lines" is not known as kind. Did you mean line?\n'
         "  Write {kind=bar} for bars or {kind=line} for lines or {kind=dot} for dots on guide lines, "
         "or leave it out."),
        ("::: chart Title {data=data.csv unit=x colour=red}\n:::", "a,b\nc,1",
         'briefing.md:7:46  error  unknown-attribute\n  "colour" is not known here.\n'
         "  A chart takes data, kind, unit, order, highlight and names."),
        ("::: chart {data=data.csv unit=x}\n:::", "a,b\nc,1", "briefing.md:7:1  error  chart-without-title\n"
         "  This chart has no title.\n"
         "  Write one after the word chart: it is read out first, and stands over the table."),
        ("::: chart Title {data=data.csv}\n:::", "a,b\nc,1", "briefing.md:7:1  warning  chart-without-unit\n"
         '  This chart does not say what it counts.\n  Say it in the braces: unit="thousand people".'),
        ("::: chart Title {data=data.csv unit=x highlight=Kabol}\n:::", "a,b\nKabul,1",
         'briefing.md:7:49  error  unknown-name\n  There is no row called "Kabol". Did you mean Kabul?\n'
         "  Write names as they stand in data.csv, with commas between them."),
        ("::: chart Title {data=data.csv unit=x kind=line order=largest}\n:::", "a,b\nc,1\nd,2",
         "briefing.md:7:55  error  order-of-line\n  A line cannot be put in order of size.\n"
         "  Leave order out: a line keeps the order of its file, or that of time."),
        (BLOCK, "a,b,c\nd,1,2", "data.csv:1:5  error  too-many-series\n"
         "  This file has 2 columns of figures: b, c. A bar chart shows one.\n"
         "  Save one of them in a file of its own, or draw lines: kind=line."),
        (LINES, "a,b,c,d,e,f,g\nh,1,2,3,4,5,6", "data.csv:1:13  error  too-many-series\n"
         "  This file has 6 columns of figures: b, c, d, e, f, g. A line chart shows 5 at most.\n"
         "  Save those that matter to the text in a file of their own."),
        (BLOCK, "a\nb", "data.csv:1:1  error  wrong-shape\n  This file has one column, and no figures.\n"
         "  Name things in the first column, and put their figures into the second."),
        (BLOCK, "a,b\n", "data.csv:1:1  error  wrong-shape\n  This file has no rows below the first.\n"
         "  Write a row for each thing: its name, and its figure."),
        (BLOCK, "a,b\nc,\n", "data.csv:1:1  error  wrong-shape\n  This file has no figures.\n"
         "  Write them in the second column."),
        (LINES, "a,b\nc,1\nd,\n", "data.csv:1:1  error  wrong-shape\n"
         "  This file has one figure, and a line takes two.\n  Write them in the second column."),
        (BLOCK, "a,\nb,1", "data.csv:1:3  error  without-name\n  This column has no name.\n"
         "  Write what its figures are of."),
        (BLOCK, "a,b\n,1", "data.csv:2:1  error  without-name\n  This row has no name.\n"
         "  Write what its figures are of."),
        (BLOCK, "a,b\nc,1\nd,2\nc,3", "data.csv:4:1  error  named-twice\n"
         '  There are two rows called "c": this one, and line 2.\n  Give one of them another name.'),
        (BLOCK, "a,b\n" + "".join(f"n{number},1\n" for number in range(51)), "data.csv:52:1  error  too-large\n"
         "  This file has more than 50 rows; a bar chart shows 50 at most.\n  Put the smallest together as one row."),
        (BLOCK, f"a,b\n{'n' * 201},1", "data.csv:2:1  error  too-large\n  This name has more than 200 characters.\n"
         "  Make it shorter, and explain it below."),
        (LINES, "n,a,a\nc,1,2\nd,2,3", "data.csv:1:5  error  named-twice\n"
         '  There are two columns called "a": this one, and number 2.\n  Give one of them another name.'),
        (BLOCK, "a,b\nc,n/a", 'data.csv:2:3  error  not-a-number\n  "n/a" is no number.\n'
         "  Write a number in figures, such as 1234.5, and leave the cell empty where there is none."),
        (BLOCK, "a,b\nc,12 %\nd,3\ne,4", 'data.csv:2:3  error  per-cent-mixed\n'
         '  "12 %" is in per cent, and others are not.\n'
         '  Leave the sign out of all of them, and say unit="%".'),
        (BLOCK, "a,b\nc,12 %\n", 'briefing.md:7:38  error  unit-differs\n'
         '  The figures of this chart are in per cent, and its unit is "people".\n  One of the two is wrong.'),
        (LINES, "a,b\n2001,1\n2002,2\n20003,3\n", "data.csv:4:1  error  date-unreadable\n"
         '  "20003" is not a date in EDTF.\n'),
        (LINES, "a,b\n2001,1\n2002,2\n2003/..,3\n", "data.csv:4:1  error  date-open\n"
         '  "2003/.." has no beginning or no end: it has no place on a line.\n'
         "  Write a day, a month, a year or a span of them."),
        ("::: chart Title {data=data.csv unit=x}\n- a list\n:::", "a,b\nc,1", "briefing.md:8:1  error  wrong-shape\n"
         "  A chart has sentences below its figures, and nothing else.\n"
         "  Put it after the block, and keep to sentences inside."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, body: str, data: str, expected: str) -> None:
    found = said(read(tmp_path, body, data=data))
    assert found[0].startswith(expected) if expected.endswith("\n") else found[0] == expected


@pytest.mark.parametrize("kind", ["bar", "line"])
@pytest.mark.parametrize("row", ["", "name,x", "name,1"], ids=["nameless", "no numbers", "one name"])
def test_a_file_of_thousands_of_faults_is_told_in_a_few_lines(tmp_path: Path, kind: str, row: str) -> None:
    block = f"::: chart Title {{data=data.csv kind={kind} unit=people}}\n:::\n"
    assert [each.id for each in read(tmp_path, block, data="a,b\n" + f"{row or ',1'}\n" * 9_990).diagnostics] == [
        "too-large"
    ]
    data = "a,b\n" + f"{row or ',1'}\n" * 40
    assert len(read(tmp_path, block, data=data).diagnostics) == 20


def test_a_file_is_taken_apart_once_in_a_reading(tmp_path: Path) -> None:
    """Also by a memory that keeps nothing; by one that does, once in all."""
    blocks = (BLOCK + "\n") * 5 + (LINES + "\n") * 5
    with (
        mock.patch.object(charts, "read_csv_table", side_effect=read_csv_table) as parted,
        mock.patch.object(charts, "read_inside", side_effect=charts.read_inside) as opened,
    ):
        found = read(tmp_path, blocks, data="a,b\nc,1\nd,2\n")
        assert (opened.call_count, parted.call_count) == (1, 2), "bars and lines have limits of their own"
        memory = Memory()
        assert read_folder(tmp_path, memory=memory).briefing == found.briefing
        assert read_folder(tmp_path, memory=memory).briefing == found.briefing
    assert (opened.call_count, parted.call_count) == (3, 4)


@pytest.mark.parametrize(
    ("typed", "english", "german"),
    [
        ("1,234.5", "1234.5", "1234.5"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("12,5", "12.5", "12.5"),
        ("12.50", "12.50", "12.50"),
        ("0.125", "0.125", "0.125"),
        ("1 234 567,8", "1234567.8", "1234567.8"),
        ("1\u202f234", "1234", "1234"),
        ("1'234.50", "1234.50", "1234.50"),
        ("1’234", "1234", "1234"),
        ("12,34,567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("-3", "-3", "-3"),
        ("−3,5", "-3.5", "-3.5"),
        ("+7", "7", "7"),
        ("-0", "0", "0"),
        ("۱٬۲۳۴٫۵", "1234.5", "1234.5"),
        ("\u200e−۱۲٫۵", "-12.5", "-12.5"),
        ("१२३", "123", "123"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, english: str, german: str) -> None:
    for language, expected in (("en-GB", english), ("de-DE", german)):
        found = read_number(typed, language, Signs(""))
        assert isinstance(found, Number), found
        assert str(found.value) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "n/a",
        "about 3",
        "1e5",
        "1,23,4",
        "12,3456.7",
        "1.2.3",
        "1 23",
        ",5",
        "5,",
        "--3",
        "(3)",
        "1,234 567",
        "½",
        "٣x",
        "9" * 60,
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    found = read_number(typed, "en-GB", Signs(""))
    assert isinstance(found, NumberProblem)
    assert found.id == "not-a-number"


def test_per_cent_is_told_apart() -> None:
    assert [read_number(each, "en", Signs("")) for each in ("12%", "12 %", "۱۲٪", "12")] == [
        Number(Decimal(12), per_cent=each) for each in (True, True, True, False)
    ]


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1,234", "12.5"], "."),
        (["1.234.567"], ","),
        (["1,234.5"], "."),
        (["1.234", "1,234"], ""),
        (["12,50"], ","),
        (["7", "x", ""], ""),
    ],
)
def test_numbers_show_their_signs(cells: list[str], decimal: str) -> None:
    assert signs_shown([Cell(text, HERE) for text in cells]).decimal == decimal


@given(
    st.decimals(-(10**12), 10**12, places=4),
    st.sampled_from(["en-GB", "de", "fr", "de-CH", "es", "hi", "fa-AF", "ar", "ur", "bn"]),
)
def test_what_is_printed_is_read_again(value: Decimal, language: str) -> None:
    found = read_number(number_words(value, language), language, Signs(""))
    assert isinstance(found, Number)
    assert found.value == value


@given(st.text(max_size=12), st.sampled_from(["en", "de", "fa"]))
def test_any_cell_is_a_number_or_told(text: str, language: str) -> None:
    assert isinstance(read_number(text, language, Signs("")), Number | NumberProblem)


def test_the_examples_of_the_guide(tmp_path: Path) -> None:
    blocks = dict.fromkeys(re.findall(r"^```markdown\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE))
    tables = re.findall(r"^```csv\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    bars, lines, _ = blocks
    (tmp_path / "sources.yaml").write_text("unhcr-2021:\n  title: a\nhome-office-2021:\n  title: b\n", "utf-8")
    found = read(tmp_path, f"{bars}\n{lines}", refugees=tables[0], applications=tables[1])
    assert said(found) == []
    assert [(chart.kind, len(chart.rows)) for chart in found.briefing.charts] == [("bar", 4), ("line", 4)]


def test_the_messages_of_the_guide(tmp_path: Path) -> None:
    [expected] = re.findall(r"^```text\n(.*?)\n```", GUIDE, re.DOTALL | re.MULTILINE)
    block = "::: chart Title {data=refugees.csv unit=people}\n:::"
    data = "Place;People\nKabul;120.45\nHerat;1.234\nBalkh;about 80\n"
    assert "\n".join(said(read(tmp_path, block, language="de", refugees=data))) == expected


EDITION = """---
title: Titel
language: de
translated_by: machine
---
Text.

"""


def edition(folder: Path, block: str, **files: str) -> Reading:
    original = (
        '::: chart Title {data=data.csv unit="thousand people" order=largest highlight=Kabul}\n[no source, x]\n:::\n'
    )
    read(folder, original, data='Province,People\nHerat,"1,234"\nKabul,2000\n', **files)
    folder.joinpath("briefing.de.md").write_text(EDITION + block, encoding="utf-8")
    return read_folder(folder, language="de")


def test_an_edition_shares_the_figures_and_names_things_itself(tmp_path: Path) -> None:
    names = "Province;Provinz\nPeople;Menschen\nKabul;Kabul\nHerat;Harat\n"
    block = '::: chart Titel {unit="Tausend Menschen" names=names.csv}\nGerundet.\n:::\n'
    found = edition(tmp_path, block, names=names)
    chart = one(found)
    assert said(found) == []
    assert [(row.name, row.values[0], row.stressed) for row in chart.rows] == [
        ("Kabul", Decimal(2000), True),
        ("Harat", Decimal(1234), False),
    ], "read as the original's language has it, in the original's order"
    assert (chart.names, chart.series, chart.unit) == ("Provinz", ("Menschen",), "Tausend Menschen")
    assert [
        element.get("class") for note in chart.notes for element in note.children if not isinstance(element, str)
    ] == ["waiver"]
    assert sorted(found.files) == ["briefing.de.md", "briefing.md", "data.csv", "names.csv"]


def test_two_things_that_are_called_the_same_are_told(tmp_path: Path) -> None:
    block = '::: chart Titel {unit="Menschen" names=names.csv}\n:::\n'
    names = "Province;Provinz\nPeople;Menschen\nKabul;Ort\nHerat;Ort\n"
    assert said(edition(tmp_path, block, names=names)) == [
        "briefing.de.md:8:40  error  named-twice\n"
        '  names.csv calls "Herat" and "Kabul" the same: "Ort".\n'
        "  Give one of them another name."
    ]


def test_what_an_edition_leaves_in_the_language_of_the_original_is_told(tmp_path: Path) -> None:
    assert said(edition(tmp_path, "::: chart Titel\n:::\n")) == [
        "briefing.de.md:8:1  warning  not-translated\n"
        "  The names in this chart are those of the original, in en-GB.\n"
        "  Write a CSV file with the original's names and yours, and name it in the braces: names=FILE.csv.",
        "briefing.de.md:8:1  warning  not-translated\n"
        '  The unit of this chart is that of the original: "thousand people".\n'
        '  Say it in the braces: unit="…".',
    ]
    names = "Province;Provinz\nPeople;Menschen\nKabul;Kabul\n"
    assert said(edition(tmp_path, "::: chart Titel {unit=x names=names.csv}\n:::\n", names=names)) == [
        "data.csv:2:1  warning  not-translated\n"
        '  names.csv does not say what "Herat" is called: it stays as it is.\n  Add a row with this name.'
    ]
    assert said(edition(tmp_path, "::: chart Titel {unit=x names=names.csv}\n:::\n", names="a;b;c\n")) == [
        "names.csv:1:1  error  wrong-shape\n  This file has 3 columns, and names stand in two.\n"
        "  Write in each row a name of the original, and what it is called here."
    ]


def test_figures_of_an_edition_are_compared(tmp_path: Path) -> None:
    own = "Provinz;Menschen\nHarat;1.243\nKabul;2000\n"
    edition(tmp_path, '::: chart Titel {data=own.csv unit="Tausend" highlight=Kabul}\n:::\n', own=own)
    found = [str(each) for each in press.check(tmp_path, language="de") if "figures of this chart" in each.message]
    assert [each.splitlines()[1] for each in found] == [
        "  The figures of this chart differ: only in the original 1234; only here 1243."
    ]


def test_a_chart_is_a_claim(tmp_path: Path) -> None:
    read(tmp_path, '::: chart Some *title* {data=data.csv unit="people"}\nA note.\n:::\n', data="a,b\nc,1\n")
    assert [str(each) for each in press.check(tmp_path) if each.severity == "open"] == [
        "briefing.md:7:1  open  no-source\n"
        '  The chart "Some title" has no source.\n'
        "  Cite it below the figures, inside the block: [@key], or say why none is needed: [no source, REASON]."
    ]


def test_more_charts_than_anyone_reads_are_refused(tmp_path: Path) -> None:
    found = read(tmp_path, "\n".join([BLOCK] * 51), data="a,b\nc,1\n")
    assert len(found.briefing.charts) == 50
    assert said(found) == [
        "briefing.md:157:1  error  too-large\n  There are more than 50 charts.\n"
        "  Leave some out, or divide the briefing."
    ]


@settings(deadline=None)
@given(
    st.text('ab12.,;%-\n" \t\u06f1', max_size=80),
    st.sampled_from(["bar", "line", "dot"]),
    st.sampled_from(["en-GB", "de"]),
)
def test_any_file_is_a_chart_or_told(text: str, kind: ChartKind, language: str) -> None:
    found = read_rows(read_csv_table(text.encode(), "data.csv", limits_of(kind)), kind, language)
    assert found.rows or found.diagnostics
    assert all(len(row.values) == len(found.series) for row in found.rows)
