"""The exported HTML page: whole, by itself, and without fault."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from exported import WORD, Page, words_of
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_folders import HEAD, picture, write
from templating_sample import SAMPLE

from briefing import press
from briefing.errors import ContentError, OutputError
from briefing.exporting import export
from briefing.exporting.document import document_of
from briefing.exporting.html import html_page
from briefing.model import Element, Section
from briefing.theme import contrast

ASSETS = Path(__file__).parent.parent / "assets"
EXAMPLES = [
    ("northern-alliance", None),
    ("northern-alliance", "fa-AF"),
    ("timelines", None),
    ("timelines", "fa"),
    ("crews", None),
]
PRESS = press.Press()


def page_of(briefing, **options) -> str:
    return html_page(document_of(PRESS, briefing, **options)).decode("utf-8")


def exported(folder: Path, **options) -> str:
    result = export(folder, folder / "out.html", kind="html", **options)
    return result.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
def test_every_example_is_a_faultless_page_with_every_word(name, language):
    found = press.load_checked(ASSETS / name, language=language)
    page = Page(page_of(found.briefing))
    assert page.faults == []
    assert words_of(found.briefing) - set(WORD.findall(page.text)) == set()
    assert {"script", "link", "iframe", "object"}.isdisjoint(page.tags)
    assert all((found.get("src") or "data:").startswith("data:") for _, found in page.attributes)


def test_it_says_its_language_and_direction_and_what_it_is():
    text = page_of(replace(SAMPLE, masthead=replace(SAMPLE.masthead, language="fa-AF")), epoch=0)
    assert text.startswith('<!doctype html>\n<html lang="fa-AF" dir="rtl">\n<head>\n<meta charset="utf-8">\n')
    assert '<meta name="dcterms.date" content="1970-01-01">' in text
    assert '<meta name="author" content="Research desk">' in text
    assert "symbols:'۰' '۱' '۲' '۳' '۴' '۵' '۶' '۷' '۸' '۹'" in text


def test_same_input_same_bytes():
    assert page_of(SAMPLE) == page_of(SAMPLE)


def test_what_only_pages_have_is_gone():
    text = page_of(SAMPLE)
    assert "data-" not in text.replace("data:image", "").replace("data-uri", "")
    assert "<header" not in text
    assert "QR" not in Page(text).text
    assert not re.search(r"page\s*(of|<)", text)


def test_a_draft_says_so_once_before_all_else():
    text = Page(page_of(SAMPLE, draft=True)).text
    assert text.count("DRAFT") == 1
    assert text.index("DRAFT") < text.index("Afghanistan")
    assert "DRAFT" not in Page(page_of(SAMPLE)).text


def test_the_petition_is_a_button_and_a_printed_address():
    text = page_of(SAMPLE)
    link = SAMPLE.petition.link
    assert f'<p><a class="button" href="{link}">Sign the petition</a></p><p class="short-url">' in text
    assert '<a class="to-petition" href="#petition">Sign the petition</a>' in text


def test_notes_stand_at_the_end_and_lead_back():
    text = page_of(SAMPLE)
    assert '<section class="endnotes" role="doc-endnotes">' in text
    assert re.search(r'<a class="noteref" href="#note-(\w+)" id="noteref-\1" role="doc-noteref">', text)
    assert re.search(r'<div class="note" id="note-(\w+)"><p><a class="note-mark" href="#noteref-\1"', text)


def test_drawings_are_told_and_stand_in_two_widths():
    page = Page(page_of(SAMPLE))
    drawn = [found for tag, found in page.attributes if tag == "svg"]
    assert [found["class"] for found in drawn[:2]] == ["on-wide", "on-narrow"]
    assert all(found["role"] == "img" and found["aria-label"] for found in drawn)
    assert drawn[0]["aria-label"] == drawn[1]["aria-label"]


def test_a_part_without_a_heading_of_its_own_is_no_section():
    box = Element("aside", (Element("h3", ("Box",)), Element("p", ("x",))), {"class": "box"})
    body = Section("a", (), (box,), SAMPLE.position)
    text = page_of(replace(SAMPLE, sections=(body,), timelines=(), charts=(), handout=()))
    assert '<div><aside class="box"><h3>Box</h3>' in text
    assert '<section class="petition wide">' in text


def test_pictures_travel_inside(tmp_path):
    write(tmp_path, {"briefing.md": HEAD + "![A tent](tent.png){width=60%}\n", "tent.png": picture()})
    text = exported(tmp_path)
    assert re.search(
        r'<img src="data:image/png;base64,[^"]+" alt="A tent" width="40" height="30" style="width:60%">', text
    )


@settings(max_examples=examples(60), deadline=None)
@given(st.text(min_size=1, max_size=80), st.text(max_size=20))
def test_any_text_is_a_faultless_page_and_stays_a_text(text, title):
    body = Section("a", (), (Element("p", (text,)),), SAMPLE.position)
    masthead = replace(SAMPLE.masthead, title=f"A {title}")
    bare = replace(
        SAMPLE, sections=(body,), masthead=masthead, timelines=(), charts=(), handout=(), signs_as_typed=True
    )
    page = Page(page_of(bare))
    assert page.faults == []
    assert set(re.findall(r"[A-Za-z0-9]+", text)) <= set(re.findall(r"[A-Za-z0-9]+", page.text))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "]]>", "</style><b>", "&amp;", "\x00\x0b\x1f\ufffe", "x" * 10_000]
)
def test_hostile_text_is_text(text):
    body = Section("a", (), (Element("p", (text,)),), SAMPLE.position)
    written = page_of(replace(SAMPLE, sections=(body,), timelines=(), charts=(), handout=()))
    page = Page(written)
    assert page.faults == []
    assert re.sub("[\x00\x0b\x1f\ufffe]", "\ufffd", text) in page.text
    assert "script" not in page.tags


def test_colours_can_be_read_by_day_and_by_night():
    text = page_of(SAMPLE)
    for rules in re.findall(r":root\{([^}]*)\}", text):
        colours = dict(each.split(":") for each in rules.split(";"))
        for name in ("--ink", "--muted", "--structure", "--accent"):
            assert contrast(colours[name], colours["--paper"]) >= 4.5, name
            assert contrast(colours[name], colours["--ground"]) >= 4.5, name
        assert contrast(colours["--on-panel"], colours["--panel"]) >= 4.5
        assert contrast(colours["--signal"], colours["--panel"]) >= 4.5


def test_an_older_page_is_replaced_and_nothing_else(tmp_path):
    write(tmp_path, {"piece/briefing.md": HEAD + "Text.\n", "other.html": "<p>Mine."})
    first = export(tmp_path / "piece", tmp_path / "a.html", kind="html")
    assert export(tmp_path / "piece", tmp_path / "a.html", kind="html") == first
    with pytest.raises(OutputError) as caught:
        export(tmp_path / "piece", tmp_path / "other.html", kind="html")
    path = tmp_path / "other.html"
    assert caught.value.diagnostics[0].message == (
        f"{path} is there already. It is not a file that briefing has exported; choose another name."
    )
    with pytest.raises(OutputError) as caught:
        export(tmp_path / "piece", tmp_path / "piece/briefing.md", kind="html")
    path = tmp_path / "piece/briefing.md"
    assert caught.value.diagnostics[0].message == (
        f"{path} is what the briefing is made from; the HTML page needs a name of its own."
    )


def test_errors_stop_it(tmp_path):
    write(tmp_path, {"briefing.md": HEAD + "Text. [@nobody]\n"})
    with pytest.raises(ContentError):
        export(tmp_path, tmp_path / "a.html", kind="html")
    assert not (tmp_path / "a.html").exists()


def test_without_a_place_it_goes_to_the_folder_build(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path, {"v1.2/briefing.md": HEAD + "Text.\n", "v1.2/briefing.de.md": HEAD.replace("en-GB", "de") + "Text.\n"}
    )
    assert export("v1.2", kind="html").path == Path("build/v1.2.html")
    assert export("v1.2", kind="html", language="de").path == Path("build/v1.2-de.html")
