"""Charts of figures in finished documents: three equal forms, tagged, conforming, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from pdf_tools import Read
from templating_sample import CHARTED
from typesetting_tools import opened

from briefing import press
from briefing.checking import content_hash
from briefing.errors import LayoutError, OutputError
from briefing.memory import Memory
from briefing.model import Element, plain_text, walk
from briefing.press import Press
from briefing.reading import read_folder
from briefing.templating import load_template, parse_html, render

HEAD = """---
title: Title
language: {}
date: 2 September 2021
---
Text.

"""
SOURCES = "unhcr-2021:\n  title: Situation update\n  publisher: UNHCR\n  date: 16 August 2021\n"
BARS = (
    '::: chart People who fled {data=bars.csv unit="thousand people" order=largest highlight=Kabul}\n'
    "[@unhcr-2021] As of August.\n:::\n\n"
)
LINES = "::: chart Applications {data=lines.csv kind=line}\n[@unhcr-2021]\n:::\n\n"
DOTS = "::: chart Shares {data=dots.csv kind=dot}\n[no source, an example]\n:::\n"
FILES = {
    "bars.csv": "Province,People\nHerat,80\nKabul,1120.5\nBalkh,\n",
    "lines.csv": "Month;Afghanistan;Syria\n2021-01;1100;900\n2021-02;1240;\n2021-03;1300;950\n",
    "dots.csv": "Province,Share\nHerat,54.7 %\nKabul,-52.1 %\n",
    "sources.yaml": SOURCES,
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    tmp_path.joinpath("briefing.md").write_text(HEAD.format("en-GB") + BARS + LINES + DOTS, encoding="utf-8")
    return tmp_path


def made(folder: Path, maker: Press | None = None, **options: object) -> bytes:
    memory = maker.memory if maker else Memory()
    found = read_folder(folder, memory=memory, **options)
    return (maker or Press()).render(found.briefing, files=found.files).data


def elements(tag: str) -> list[Element]:
    html = parse_html(render(CHARTED, load_template("briefing")))
    return [each for each in walk(html) if each.tag == tag and "chart" in each.get("class")]


def test_the_figure_its_note_and_its_table_stand_together() -> None:
    [figure], [table] = elements("figure"), elements("table")
    [note] = elements("p")
    caption, image = figure.children
    assert plain_text(caption) == "People who fled"
    assert image.get("alt") == (
        "Bar chart, People who fled, in thousand people: Kabul, 120.4; Herat, 80; Balkh, no figure."
        " The greatest is Kabul with 120.4, the least Herat with 80. Highlighted: Kabul."
    )
    assert plain_text(note).startswith("Source: UNHCR, ")
    rows = [[plain_text(cell) for cell in row.children] for row in walk(table) if row.tag == "tr"]
    assert rows == [
        ["Province", "People (thousand people)"],
        ["Kabul", "120.4"],
        ["Herat", "80"],
        ["Balkh", "no figure"],
    ]
    assert [row.get("class") for row in walk(table) if row.tag == "tr"] == ["", "stressed", "", ""]
    assert [row.position.file for row in walk(table) if row.tag == "tr" and row.position] == ["refugees.csv"] * 3


@pytest.mark.parametrize("language", ["en-GB", "fa-AF", "de"])
def test_a_document_with_charts_conforms(article: Path, language: str) -> None:
    text = HEAD.format(language) + BARS + LINES + DOTS
    article.joinpath("briefing.md").write_text(text, encoding="utf-8")
    data = made(article)
    assert_conforming(data, thorough=False)
    file = Read(data)
    figures = [each.element for each in file.elements("Figure")]
    assert len(figures) == 3
    for figure in figures:
        assert str(figure["/Alt"])
        left, bottom, right, top = (float(each) for each in figure["/A"]["/BBox"])
        assert right - left > 300
        assert top - bottom > 30
    with opened(data) as pdf:
        assert "/Type3" not in {each.get("/Subtype") for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}


def test_a_warm_press_makes_the_bytes_of_a_cold_one(article: Path) -> None:
    warm = Press()
    for number in ("1120.5", "90", "1120.5"):
        text = FILES["bars.csv"].replace("1120.5", number)
        article.joinpath("bars.csv").write_text(text, encoding="utf-8")
        assert made(article, warm) == made(article), number


def test_figures_that_change_are_read_again_though_the_text_is_the_same(article: Path) -> None:
    memory = Memory()
    first = read_folder(article, memory=memory).briefing.charts[0]
    article.joinpath("bars.csv").write_text("Province,People\nKabul,7\n", encoding="utf-8")
    second = read_folder(article, memory=memory).briefing.charts[0]
    assert [len(each.rows) for each in (first, second)] == [3, 1]


@pytest.mark.parametrize("kind", ["bar", "line", "dot"])
@pytest.mark.parametrize("data", ["", "a", "a,b", "a,b\n", "a,b\nc,\nd,\n", "a,b\nc,x\nd,1\n", "a,b\n,\n", "\x00", '"'])
def test_what_makes_no_chart_is_told_and_nothing_breaks(article: Path, kind: str, data: str) -> None:
    article.joinpath("bars.csv").write_text(data, encoding="utf-8")
    block = f"::: chart Title {{data=bars.csv kind={kind} unit=x}}\n[@unhcr-2021]\n:::\n"
    article.joinpath("briefing.md").write_text(HEAD.format("en-GB") + block, encoding="utf-8")
    assert [each.severity for each in press.check(article)].count("error") >= 1


def test_approval_is_of_the_figures_too(article: Path) -> None:
    before = content_hash(read_folder(article).briefing)
    article.joinpath("bars.csv").write_text(FILES["bars.csv"].replace("80", "81"), encoding="utf-8")
    assert content_hash(read_folder(article).briefing) != before


def page_texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def test_what_is_too_tall_for_a_page_says_how_much_of_it_is_not(article: Path) -> None:
    rows = "".join(f"{number} {'of a name longer than a line of it can hold ' * 4},1\n" for number in range(50))
    article.joinpath("bars.csv").write_text("Province,People\n" + rows, encoding="utf-8")
    article.joinpath("briefing.md").write_text(
        HEAD.format("en-GB") + BARS.replace(" highlight=Kabul", ""), encoding="utf-8"
    )
    with pytest.raises(LayoutError) as caught:
        made(article)
    assert str(caught.value) == (
        "briefing.md:8:1  error  too-tall\n"
        "  This chart is 506 mm taller than a page that has its title and a heading, too.\n"
        "  About 13 of its 50 rows fit. Shorten their names, put the smallest together as one row, or divide the chart."
    )


@pytest.mark.parametrize("kind", ["bar", "dot"])
def test_fifty_rows_stand_on_one_page_with_headings_above_and_the_source_below(article: Path, kind: str) -> None:
    rows = "".join(f"District {number},{number + 50}\n" for number in range(50))
    article.joinpath("bars.csv").write_text("District,People\n" + rows, encoding="utf-8")
    block = f"::: chart People {{data=bars.csv kind={kind} unit=people}}\n[@unhcr-2021]\n:::\n"
    headings = "## First heading\n\n### Second heading, which is so long that it stands in two lines of the page\n\n"
    article.joinpath("briefing.md").write_text(HEAD.format("en-GB") + headings + block, encoding="utf-8")
    assert [
        page
        for page, text in enumerate(page_texts(made(article)))
        for each in ("1.1 Second", "Source:")
        if each in text
    ] == [1, 1]


def test_the_source_stands_with_the_picture_wherever_a_page_ends(article: Path) -> None:
    block = "::: chart Totals {data=lines.csv kind=line}\n[@unhcr-2021]\n:::\n"
    for lines in range(20, 34):
        text = HEAD.format("en-GB") + "Text.\n\n" * lines + block
        article.joinpath("briefing.md").write_text(text, encoding="utf-8")
        pages = [text for text in page_texts(made(article)) if "Totals" in text]
        assert ["Source:" in text for text in pages] == [True], lines


def test_the_archive_holds_the_figures(article: Path) -> None:
    found = read_folder(article)
    rendered = Press(edition="archive").render(found.briefing, files=found.files)
    assert {"bars.csv", "lines.csv", "dots.csv"} <= {each.name for each in rendered.attached}
    with opened(rendered.data) as pdf:
        assert pdf.attachments["bars.csv"].description == "The figures of a chart, or the names in it"
        assert pdf.attachments["bars.csv"].get_file().mime_type == "text/csv"


def test_a_pdf_is_never_written_over_the_figures(article: Path) -> None:
    with pytest.raises(OutputError, match=r"bars\.csv"):
        press.build(article, article / "bars.csv")
