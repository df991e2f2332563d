"""The exported Word file: what Word asks for, with real styles, lists, notes and tables."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from exported import WORD, Page, text_of, words_of
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reading_folders import HEAD, picture, write
from templating_sample import CHARTED, SAMPLE, paragraph
from word_documents import packed
from word_files import WP, A, R, W, WordFile

from briefing import press
from briefing.errors import OutputError
from briefing.exporting import export
from briefing.exporting.document import document_of
from briefing.exporting.docx import docx_file
from briefing.exporting.docx.xml import node
from briefing.exporting.html import html_page
from briefing.importing.docx import read_docx
from briefing.importing.given import Given
from briefing.model import Element, Section, walk

ASSETS = Path(__file__).parent.parent / "assets"
EXAMPLES = [
    ("northern-alliance", None),
    ("northern-alliance", "fa-AF"),
    ("timelines", "fa"),
    pytest.param("timelines", None, marks=pytest.mark.slow),
    pytest.param("crews", None, marks=pytest.mark.slow),
]
PRESS = press.Press()


def data_of(briefing, **options) -> bytes:
    return docx_file(document_of(PRESS, briefing, notes="foot", **options))


def file_of(briefing, **options) -> WordFile:
    return WordFile(data_of(briefing, **options))


def body_of(*blocks: Element) -> WordFile:
    body = Section("a", (), blocks, SAMPLE.position)
    bare = replace(SAMPLE, sections=(body,), timelines=(), charts=(), handout=(), signs_as_typed=True)
    return file_of(bare)


@lru_cache(maxsize=1)
def sample() -> WordFile:
    return file_of(SAMPLE)


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_every_example_is_what_word_asks_for_with_every_word(name, language):
    found = press.load_checked(ASSETS / name, language=language)
    made = file_of(found.briefing)
    assert made.faults() == []
    texts = made.text() + made.text("word/footnotes.xml") if "word/footnotes.xml" in made.xml else made.text()
    assert words_of(found.briefing) - set(WORD.findall(texts)) == set()


@pytest.mark.parametrize("briefing", [SAMPLE, CHARTED], ids=["sample", "charted"])
def test_a_briefing_that_uses_everything_has_no_fault(briefing):
    assert file_of(briefing, draft=True).faults() == []


def test_the_words_come_in_the_order_of_the_page():
    """All but notes, which stand elsewhere in both, and the button."""
    bare = replace(SAMPLE, notes=dict.fromkeys(SAMPLE.notes, ()))
    page = Page(html_page(document_of(PRESS, bare)).decode()).text
    page = page.partition("Briefing 12")[2].partition("Notes")[0]
    words = WORD.findall(file_of(bare).text().partition("Briefing 12")[2])
    wanted = iter(words)
    missing = [word for word in WORD.findall(page.replace("Sign the petition", "")) if word not in wanted]
    assert missing == []


def test_same_input_same_bytes_and_no_moment_of_its_own():
    data = data_of(SAMPLE)
    assert data == data_of(SAMPLE)
    names = [each.filename for each in WordFile(data).members]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert {each.date_time for each in WordFile(data).members} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_what_it_is():
    core = file_of(SAMPLE, draft=True).data["docProps/core.xml"].decode()
    for said in (
        "<dc:title>Who holds the valley?</dc:title>",
        "<dc:creator>Research desk; A. Writer</dc:creator>",
        "<cp:keywords>Afghanistan, refugees</cp:keywords>",
        "<dc:description>Who they are.</dc:description>",
        "<dc:language>en-GB</dc:language>",
        "<cp:contentStatus>Draft</cp:contentStatus>",
        '<dcterms:created xsi:type="dcterms:W3CDTF">2021-09-02T00:00:00Z</dcterms:created>',
    ):
        assert said in core
    assert "1970-01-01T00:00:00Z" in file_of(SAMPLE, epoch=0).data["docProps/core.xml"].decode()
    assert "contentStatus" not in file_of(SAMPLE).data["docProps/core.xml"].decode()


def test_a_draft_says_so_at_the_head_of_every_page():
    unbound = replace(SAMPLE, masthead=replace(SAMPLE.masthead, embargo=None))
    assert file_of(unbound, draft=True).paragraphs("word/header1.xml") == [("Header", "DRAFT")]
    assert "word/header1.xml" not in file_of(unbound).xml


def test_an_embargo_stands_at_the_head_of_every_page():
    embargo = ("Header", "Embargoed until 3\N{NO-BREAK SPACE}September 2021, 00:01 BST")
    assert sample().paragraphs("word/header1.xml") == [embargo]
    assert file_of(SAMPLE, draft=True).paragraphs("word/header1.xml") == [("Header", "DRAFT"), embargo]


def test_a_machines_translation_is_said_in_both_languages():
    found = press.load_checked(ASSETS / "northern-alliance", language="fa-AF")
    made = file_of(found.briefing)
    (dari, english) = made.find("p", "word/header1.xml")
    assert "Machine-made translation" in "".join(english.itertext())
    assert [each.get(f"{W}val") for each in english.iter(f"{W}bidi")] == ["0"]
    assert not list(dari.iter(f"{W}bidi"))


def test_headings_are_styles_and_have_their_levels():
    styles = [style for style, _ in sample().paragraphs()]
    assert "Title" in styles and "Subtitle" in styles and "Heading1" in styles and "Label" in styles
    levels = {
        style.get(f"{W}styleId"): level.get(f"{W}val")
        for style in sample().find("style", "word/styles.xml")
        for level in style.iter(f"{W}outlineLvl")
    }
    assert levels == {f"Heading{number}": str(number - 1) for number in range(1, 6)}


def test_each_numbered_list_begins_with_its_own_number():
    one = Element("ol", (Element("li", ("first",)), Element("li", ("second",))))
    other = Element("ol", (Element("li", ("again",)),), {"start": "7"})
    made = body_of(one, other)
    numbers = [each.get(f"{W}val") for each in made.find("numId")]
    assert len(set(numbers)) >= 3
    starts = [each.get(f"{W}val") for each in made.find("startOverride", "word/numbering.xml")]
    assert "7" in starts and starts.count("1") >= 2


def test_lists_in_lists_and_paragraphs_in_items():
    inner = Element("ul", (Element("li", ("deep",)),))
    item = Element("li", (Element("p", ("one",)), Element("p", ("more",)), inner))
    bare = Element("li", (inner,))
    made = body_of(Element("ul", (item, bare)))
    found = [each for each in made.paragraphs() if each[1] in ("one", "more", "deep")]
    assert found == [("ListBullet", "one"), ("ListContinue", "more"), ("ListBullet", "deep"), ("ListBullet", "deep")]
    levels = [each.get(f"{W}val") for each in made.find("ilvl")]
    assert "1" in levels
    assert made.faults() == []


def test_lists_deeper_than_words_levels():
    tree = Element("ul", (Element("li", ("deep",)),))
    for _ in range(12):
        tree = Element("ul", (Element("li", ("x", tree)),))
    made = body_of(tree)
    assert max(int(each.get(f"{W}val")) for each in made.find("ilvl")) == 8
    assert made.faults() == []


def test_notes_are_footnotes_and_a_second_mark_repeats_the_first():
    marker = Element("a", ("*",), {"class": "noteref", "href": "#n"})
    noted = replace(
        SAMPLE,
        sections=(Section("a", (), (paragraph("Text", marker, " and", marker, "."),), SAMPLE.position),),
        notes={"n": (paragraph("What is noted."),)},
        timelines=(), charts=(), handout=(),
    )  # fmt: skip
    made = file_of(noted)
    assert len(made.find("footnoteReference")) == 1
    assert [each.text for each in made.find("instrText")] == [" NOTEREF mark_of_note_1 \\f \\h "]
    texts = made.paragraphs("word/footnotes.xml")
    assert texts[-1] == ("FootnoteText", " What is noted.")
    assert len(made.find("footnoteRef", "word/footnotes.xml")) == 1
    assert [each.get(f"{W}val") for each in made.find("numFmt", "word/settings.xml")] == ["lowerLetter"]


def test_a_note_that_only_a_note_marks_stands_below_that_one():
    def mark(identifier):
        return Element("a", ("*",), {"class": "noteref", "href": f"#{identifier}"})

    noted = replace(
        SAMPLE,
        sections=(Section("a", (), (paragraph("One", mark("one"), ", two", mark("two"), "."),), SAMPLE.position),),
        notes={
            "one": (paragraph("See deep", mark("deep"), " and two", mark("two"), "."),),
            "two": (paragraph("Second."),),
            "deep": (paragraph("Deeper, as in one", mark("one"), "."),),
        },
        timelines=(), charts=(), handout=(),
    )  # fmt: skip
    made = file_of(noted)
    assert made.faults() == []
    assert not made.find("footnoteReference", "word/footnotes.xml")
    first, second = made.find("footnote", "word/footnotes.xml")[2:]
    texts = [[each.text for each in note.iter(f"{W}t")] for note in (first, second)]
    assert texts[0] == [" See deep", "c", " and two", "b", ".", "c", " Deeper, as in one", "a", "."]
    assert texts[1] == [" Second."]


def test_sources_are_a_numbered_list_that_citations_lead_to():
    places = {each.get(f"{W}anchor") for each in sample().find("hyperlink")} - {None}
    assert any(each.startswith("source_") for each in places)
    assert "Source" in [style for style, _ in sample().paragraphs()]


def test_links_leave_the_file():
    targets = [each.get("Target") for each in sample().xml["word/_rels/document.xml.rels"]]
    assert SAMPLE.petition.link in targets


def test_an_address_that_word_refuses_is_escaped():
    link = Element("a", ("here",), {"href": 'https://example.org/a"b[c]{d}|é'})
    targets = [each.get("Target") for each in body_of(Element("p", (link,))).xml["word/_rels/document.xml.rels"]]
    assert "https://example.org/a%22b%5Bc%5D%7Bd%7D%7Cé" in targets


TABLE = Element(
    "table",
    (
        Element("caption", ("How many",)),
        Element("thead", (Element("tr", (Element("th", ("When",), {"scope": "col"}), Element("th", ("Number",)))),)),
        Element(
            "tbody",
            (
                Element(
                    "tr", (Element("th", ("May",), {"scope": "row"}), Element("td", ("7",), {"data-align": "right"}))
                ),
                Element("tr", (Element("td", ("all",), {"colspan": "2"}),)),
                Element("tr", (Element("td", ()), Element("td", (Element("ul", (Element("li", ("x",)),)),)))),
            ),
        ),
    ),
)


def test_a_tables_head_is_repeated_and_its_name_told():
    made = body_of(TABLE, TABLE)
    assert made.faults() == []
    tables = made.find("tbl")
    assert len(tables) == 2
    heads = [len(list(row.iter(f"{W}tblHeader"))) for row in tables[0].iter(f"{W}tr")]
    assert heads == [1, 0, 0, 0]
    assert [each.get(f"{W}val") for each in tables[0].iter(f"{W}tblCaption")] == ["How many"]
    assert [each.get(f"{W}val") for each in tables[0].iter(f"{W}gridSpan")] == ["2"]
    assert [each.get(f"{W}val") for each in tables[0].iter(f"{W}jc")] == ["right"]
    assert [text for style, text in made.paragraphs() if style == "TableHeading"][:3] == ["When", "Number", "May"]


def test_what_begins_with_a_table_can_be_led_to():
    link = Element("p", (Element("a", ("there",), {"href": "#place"}),))
    bare = replace(TABLE, children=TABLE.children[1:])
    made = body_of(link, Element("div", (bare,), {"id": "place"}))
    assert made.faults() == []
    assert "place" in {each.get(f"{W}anchor") for each in made.find("hyperlink")}


def test_tables_without_captions_do_not_grow_together():
    bare = replace(TABLE, children=TABLE.children[1:])
    assert body_of(bare, bare).faults() == []


def test_charts_are_pictures_of_300_dots_an_inch_with_their_words():
    made = file_of(CHARTED)
    drawn = {each.get("descr"): each for each in made.body.iter(f"{WP}docPr")}
    alternative = next(each for each in drawn if each.startswith("Timeline"))
    inline = drawn[alternative].getparent()
    across = int(inline.find(f"{WP}extent").get("cx")) / 914_400
    embedded = next(inline.iter(f"{A}blip")).get(f"{R}embed")
    target = next(each.get("Target") for each in made.xml["word/_rels/document.xml.rels"] if each.get("Id") == embedded)
    image = Image.open(BytesIO(made.data[f"word/{target}"]))
    assert abs(image.width / across - 300) < 1
    assert all(drawn)


def test_pictures_travel_inside_and_ornament_is_said_to_be_some(tmp_path):
    write(tmp_path, {"briefing.md": HEAD + "![A tent](a.png){width=50%}\n\n![Hill](b.jpg)\n"})
    write(tmp_path, {"a.png": picture(), "b.jpg": picture("JPEG", size=(4000, 3000))})
    path = export(tmp_path, tmp_path / "a.docx", kind="docx").path
    made = WordFile(path.read_bytes())
    assert [each.get("descr") for each in made.body.iter(f"{WP}docPr")] == ["A tent", "Hill"]
    sizes = [int(each.get("cx")) / 914_400 * 25.4 for each in made.body.iter(f"{WP}extent")]
    assert [round(size) for size in sizes] == [80, 160]
    assert made.data["word/media/image1.png"] == picture()
    assert made.faults() == []


def test_the_code_of_the_petition_is_a_picture_with_its_words():
    assert f"QR code that opens {SAMPLE.petition.link}" in [
        each.get("descr") for each in sample().body.iter(f"{WP}docPr")
    ]


def test_right_to_left_is_said_of_paragraphs_runs_tables_and_pages():
    found = press.load_checked(ASSETS / "northern-alliance", language="fa-AF")
    made = file_of(found.briefing)
    normal = made.xml["word/styles.xml"].find(f"{W}style[@{W}styleId='Normal']")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    assert made.find("sectPr")[0].find(f"{W}bidi") is not None
    assert len(made.find("bidiVisual")) == len(made.find("tbl"))
    runs = {each.findtext(f"{W}t"): each.find(f"{W}rPr/{W}rtl") is not None for each in made.find("r")}
    assert runs["Ahmad Massoud"] is False
    assert next(is_rtl for text, is_rtl in runs.items() if text and "پنجشیر" in text)
    assert [each.get(f"{W}bidi") for each in made.find("lang", "word/styles.xml")] == ["fa-AF"]


def test_words_of_another_language_are_marked():
    span = Element("span", ("Bundestag",), {"lang": "de"})
    made = body_of(Element("p", ("The ", span, ".")))
    run = next(each for each in made.find("r") if each.findtext(f"{W}t") == "Bundestag")
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") == "de"


def test_text_of_another_direction_keeps_its_place():
    span = Element("span", ("پنجشیر",), {"dir": "rtl"})
    texts = [each.text for each in body_of(Element("p", ("In ", span, "!"))).find("t")]
    place = texts.index("پنجشیر")
    assert texts[place - 3 : place + 4] == ["In ", "\u200e", "\u200f", "پنجشیر", "\u200f", "\u200e", "!"]


@settings(max_examples=examples(40), deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_text_stays_a_text(text):
    made = body_of(Element("p", (text,)))
    assert made.faults() == []
    assert set(re.findall("[A-Za-z0-9]+", text)) <= set(re.findall("[A-Za-z0-9]+", made.text()))


@pytest.mark.parametrize(
    "text", ["<w:br/>", "]]>", "&amp;", "\x00\x0b\x1f\ufffe", "x" * 10_000, "{ PAGE }", " two spaces "], ids=ascii
)
def test_hostile_text_is_text(text):
    made = body_of(Element("p", ("A", text, "Z")))
    assert made.faults() == []
    assert "A" + re.sub("[\x00\x0b\x1f\ufffe]", "\ufffd", text) + "Z" in made.text()


def test_an_older_export_is_replaced_but_not_what_word_has_saved(tmp_path):
    write(tmp_path, {"piece/briefing.md": HEAD + "Text.\n", "other.docx": b"PK\x03\x04 mine"})
    path = tmp_path / "a.docx"
    first = export(tmp_path / "piece", path, kind="docx")
    assert export(tmp_path / "piece", path, kind="docx") == first
    saved = path.read_bytes()
    from zipfile import ZipFile

    with ZipFile(BytesIO(saved)) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<Application>briefing<", b"<Application>Microsoft Office Word<"))
    for kept in (path, tmp_path / "other.docx"):
        with pytest.raises(OutputError) as caught:
            export(tmp_path / "piece", kept, kind="docx")
        assert caught.value.diagnostics[0].message == (
            f"{kept} is there already. It is not a file that briefing has exported; choose another name."
        )


def test_an_element_in_the_wrong_place_is_our_own_mistake():
    with pytest.raises(ValueError, match="takes no"):
        node("w:pPr", {}, node("w:b"))


@pytest.mark.parametrize(("name", "language"), [("northern-alliance", None), ("northern-alliance", "fa-AF")])
def test_where_our_styles_are_lost_the_same_words_are_imported_in_the_same_order(name, language):
    """With them it is known to be ours, and what stands around the text is read as the fields that it was."""
    found = press.load_checked(ASSETS / name, language=language)
    parts = file_of(found.briefing).data
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Petition Link"', b'"Web Link"')
    data = packed(parts)
    made, back = WordFile(data), read_docx(Given(data, "a.docx", "A", "en-GB"))
    paragraphs = made.paragraphs()
    assert back.title == next(text for style, text in paragraphs if style == "Title")
    assert back.fields["standfirst"] == next(text for style, text in paragraphs if style == "Subtitle")
    for style in made.find("pStyle"):
        if style.get(f"{W}val") in ("Title", "Subtitle"):
            style.getparent().getparent().clear()
    repeated = [run for run in made.find("r") if is_mark_of_note(run)]
    marks = [each for block in back.blocks for each in walk(block) if "noteref" in each.classes]
    assert len(marks) == len(made.find("footnoteReference")) + len(repeated)
    for run in repeated:
        run.clear()
    assert letters(" ".join(map(text_of, back.blocks))) == letters(made.text())
    noted = " ".join(text_of(block) for note in back.notes.values() for block in note)
    assert letters(noted) == letters(made.text("word/footnotes.xml"))


def is_mark_of_note(run) -> bool:
    """Whether a run is the mark of a note that is referred to once more: no word."""
    styles = [each.get(f"{W}val") for each in run.iter(f"{W}rStyle")]
    return styles == ["FootnoteReference"] and run.find(f"{W}t") is not None


def letters(text: str) -> str:
    """What is read of a text: where a number hangs on a word, programs differ in where the word ends."""
    return "".join(WORD.findall(text))


def test_whoever_goes_on_writing_is_offered_the_colours_of_the_organisation():
    theme = document_of(PRESS, SAMPLE).theme
    for name, colour in {"accent1": "structure", "accent2": "accent", "dk1": "ink", "lt1": "paper"}.items():
        (offered,) = sample().xml["word/theme/theme1.xml"].iter(f"{A}{name}")
        assert offered[0].get("val") == theme.colours[colour].lstrip("#").upper()


def test_each_line_of_the_contents_leads_to_the_heading_of_its_words():
    made = file_of(press.load_checked(ASSETS / "northern-alliance", language="fa-AF").briefing)
    marked = {
        mark.get(f"{W}name"): "".join(each.text or "" for each in mark.getparent().iter(f"{W}t"))
        for mark in made.find("bookmarkStart")
    }
    lines = [
        link
        for paragraph_ in made.find("p")
        if [each.get(f"{W}val") for each in paragraph_.findall(f"{W}pPr/{W}pStyle")] == ["Contents"]
        for link in paragraph_.findall(f"{W}hyperlink")
    ]
    words = ["".join(each.text or "" for each in line.iter(f"{W}t")) for line in lines]
    leads_to = [marked[line.get(f"{W}anchor")] for line in lines]
    assert len(lines) == 7
    assert words[:5] == leads_to[:5]
    assert words[-1] == leads_to[-1]
