"""What was exported as HTML or as a Word file is imported as the article that it was."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from word_documents import document, paragraph

from briefing.exporting import export
from briefing.importing import import_file
from briefing.importing.exports import was_exported
from briefing.importing.exports.petition import ADDRESSED
from briefing.importing.exports.typed import Typed, inner
from briefing.importing.exports.works import work_of
from briefing.model import Briefing, Element, plain_text
from briefing.reading import read_folder
from briefing.resources import templates_folder
from briefing.templating import read_words

ASSETS = Path(__file__).parent.parent / "assets"
KINDS = ("html", "docx")


def again(name: str, kind: str, folder: Path, language: str | None = None, change=lambda data: data):
    """Export an article and import what was written."""
    exported = export(ASSETS / name, folder / f"article.{kind}", kind=kind, language=language)
    data = change(exported.path.read_bytes())
    return import_file(exported.path.name, data, folder / "again")


def read(folder: Path, language: str | None = None) -> Briefing:
    article = read_folder(folder, language=language)
    assert article.briefing is not None, list(map(str, article.diagnostics))
    return article.briefing


def words(nodes) -> str:
    """The words of a sentence, without what an export does not show."""
    return " ".join(re.sub(r"\s+([.,;:])", r"\1", plain_text(tuple(nodes))).split())


def headings(briefing: Briefing) -> list[str]:
    return [words(section.title) for section in briefing.sections]


def works(briefing: Briefing) -> set[tuple[str, ...]]:
    cited = (source for source in briefing.sources.values())
    dated = ((source, source.date.edtf if source.date else "") for source in cited)
    return {(each.title, each.container, each.url, each.note, date, *each.authors) for each, date in dated}


def events(briefing: Briefing) -> list[tuple[str, str, bool, int]]:
    found = (event for timeline in briefing.timelines for event in timeline.events)
    return [(each.date.edtf, words(each.text), each.stressed, len(each.sources)) for each in found]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", [None, "fa-AF"])
def test_an_export_is_imported_as_the_article_that_it_was(kind, language, tmp_path):
    imported = again("northern-alliance", kind, tmp_path, language)
    assert list(map(str, imported.diagnostics)) == []
    old = read(ASSETS / "northern-alliance", language)
    new = read(tmp_path / "again")
    kept = ("title", "subtitle", "series", "number", "version", "authors", "keywords", "description", "language")
    assert [getattr(new.masthead, name) for name in kept] == [getattr(old.masthead, name) for name in kept]
    assert words(new.masthead.standfirst) == words(old.masthead.standfirst)
    days = [[each.masthead.date.edtf, each.masthead.information_as_of.edtf] for each in (new, old)]
    assert days[0] == days[1]
    assert headings(new) == headings(old)
    assert [len(section.blocks) for section in new.sections] == [len(section.blocks) for section in old.sections]
    assert works(new) == works(old)
    assert [words(map(plain_text, note)) for note in new.notes.values()] != []
    assert {words(map(plain_text, note)) for note in new.notes.values()} == {
        words(map(plain_text, note)) for note in old.notes.values()
    }
    assert events(new) == events(old)
    assert list(map(words, new.summary)) == list(map(words, old.summary))
    assert [(ask.actor, words(ask.text)) for ask in new.asks] == [(ask.actor, words(ask.text)) for ask in old.asks]
    assert [(words([each.value]), words(each.caveat)) for each in new.figures] == [
        (each.value, words(each.caveat)) for each in old.figures
    ]
    petition = ("ask", "addressed_to", "link", "print_as")
    assert [getattr(new.petition, name) for name in petition] == [getattr(old.petition, name) for name in petition]


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_and_places_in_sources_come_back(kind, tmp_path):
    again("starter", kind, tmp_path)
    old, new = read(ASSETS / "starter"), read(tmp_path / "again")
    text = (tmp_path / "again" / "briefing.md").read_text(encoding="utf-8")
    assert "- A source is cited by its key, which stands in sources.yaml. [@daily-example-2026, p. 3]" in text
    assert "  deadline: 30 November 2030\n" in text
    assert new.pictures.keys() == {"picture-1.png"}
    assert events(new) == events(old)


@pytest.mark.parametrize("kind", KINDS)
def test_code_comes_back_as_it_was_typed(kind, tmp_path):
    code = "```\ncode  here\n    indented\n```\n\nType `make` and [Wort]{lang=de}.\n"
    (tmp_path / "old").mkdir()
    head = "---\ntitle: A title\nlanguage: en-GB\ndate: 3 May 2021\nauthors: Jane Doe\n---\n\n"
    (tmp_path / "old" / "briefing.md").write_text(f"{head}Words.\n\n{code}", encoding="utf-8")
    exported = export(tmp_path / "old", tmp_path / f"a.{kind}", kind=kind)
    import_file(exported.path.name, exported.path.read_bytes(), tmp_path / "new")
    assert (tmp_path / "new" / "briefing.md").read_text(encoding="utf-8").endswith(f"\n\nWords.\n\n{code}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_timeline_without_a_title_comes_back(kind, tmp_path):
    (tmp_path / "old").mkdir()
    head = "---\ntitle: A title\nlanguage: en-GB\ndate: 3 May 2021\nauthors: Jane Doe\n---\n\n"
    typed = "::: timeline\n- 1979: First thing\n- since May 2021, stressed: Second\n:::\n"
    (tmp_path / "old" / "briefing.md").write_text(f"{head}Words.\n\n{typed}\nMore.\n", encoding="utf-8")
    exported = export(tmp_path / "old", tmp_path / f"a.{kind}", kind=kind)
    import_file(exported.path.name, exported.path.read_bytes(), tmp_path / "new")
    text = (tmp_path / "new" / "briefing.md").read_text(encoding="utf-8")
    assert text.endswith(f"\n\nWords.\n\n{typed}\nMore.\n")


@pytest.mark.parametrize(
    ("behind", "publisher", "note"),
    [
        (". It is out of print.", None, "It is out of print."),
        (", Long Press. It is out of print.", "Long Press", "It is out of print."),
        (", J. Roe and Co. Ltd.", "J. Roe and Co. Ltd", None),
        (", Long Press.", "Long Press", None),
    ],
)
def test_a_note_behind_a_work_without_day_and_address_is_no_publisher(behind, publisher, note):
    entry = Element("li", ("Jane Doe, ", Element("em", ("A book",)), behind), {"id": "source-doe"})
    _, fields = work_of(entry, "en-GB")
    assert (fields.get("publisher"), fields.get("note")) == (publisher, note)


def test_a_page_that_a_browser_saved_again_is_known(tmp_path):
    imported = again("starter", "html", tmp_path, change=lambda data: b"<!-- saved from url=(0020) -->\r\n" + data)
    assert imported.diagnostics == ()


def test_words_that_somebody_changed_in_an_export_count(tmp_path):
    def change(data: bytes) -> bytes:
        return data.replace(b"A blank line begins a new paragraph.", b"This is changed.")

    again("starter", "html", tmp_path, change=change)
    text = (tmp_path / "again" / "briefing.md").read_text(encoding="utf-8")
    assert "\nThis is changed. Words can be *emphasised* or **strong**" in text


def test_other_files_are_no_exports():
    assert not was_exported(b'<html><head><meta name="generator" content="Briefing Pro 5"></head></html>')
    assert not was_exported(document(paragraph("Text")))
    assert not was_exported(b"PK\x03\x04 and nothing else")
    assert was_exported(b"---\n# Exported by briefing. DRAFT\ntitle: A\n---\n")


def test_words_before_whom_a_petition_is_addressed_to_are_those_of_the_templates():
    folder = templates_folder() / "words"
    languages = ["en", *(path.stem for path in folder.glob("*.po"))]
    written = {read_words(folder, each).text("addressed_to").format(whom="|").partition("|")[0] for each in languages}
    assert {each.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") for each in written} == {
        *ADDRESSED
    }


def entry(*nodes, key: str = "a-2021") -> Element:
    return Element("li", nodes, {"class": "source", "id": f"source-{key}"})


def link(address: str) -> Element:
    return Element("a", (address.removeprefix("https://"),), {"href": address})


@pytest.mark.parametrize(
    ("nodes", "fields"),
    [
        (
            (
                "Ann Lee, Bob, “A “new” day”, ",
                Element("cite", ("Paper",)),
                ", 3 May 2021. ",
                link("https://a.org/x"),
                ".",
            ),
            {
                "title": "A “new” day",
                "container": "Paper",
                "authors": ("Ann Lee", "Bob"),
                "date": "2021-05-03",
                "url": "https://a.org/x",
            },
        ),
        (
            (Element("cite", ("Report",)), ", Council, 12(3), pp. 3–9, May 2021. Seen in part."),
            {
                "title": "Report",
                "publisher": "Council",
                "volume": "12",
                "issue": "3",
                "pages": "3–9",
                "date": "2021-05",
                "note": "Seen in part.",
            },
        ),
        (
            (
                "Ann, ",
                Element("cite", ("Report",)),
                ". ",
                link("https://doi.org/10.1000/182"),
                ". Read 9 October 2026. Archived copy: ",
                link("https://archive.org/1"),
                ". Film.",
            ),
            {
                "title": "Report",
                "authors": ("Ann",),
                "doi": "10.1000/182",
                "accessed": "2026-10-09",
                "archived": "https://archive.org/1",
                "note": "Film.",
            },
        ),
        (("Only words.",), {"title": "Only words"}),
    ],
)
def test_an_entry_of_the_list_of_sources_is_read_as_its_fields(nodes, fields):
    assert work_of(entry(*nodes), "en-GB") == ("a-2021", fields)


def test_an_earlier_article_of_ones_own_is_no_evidence():
    assert work_of(entry(Element("cite", ("Old",)), ".", key="our-article"), "en") == (
        "our-article",
        {"title": "Old", "own": "yes"},
    )


def test_elements_lose_what_templates_have_added():
    typed = Typed()
    shown = Element(
        "p",
        (
            Element("span", ("1",), {"class": "number"}),
            Element("abbr", ("UN",), {"title": "United Nations"}),
            "\n says",
            Element("a", ("see 2, p. 3",), {"class": "citation", "href": "#source-a"}),
            Element("span", (";",), {"class": "citations"}),
            Element("sup", (",",)),
            Element("a", ("4",), {"href": "#source-b"}),
            Element("bdi", (" so",), {"dir": "ltr"}),
        ),
        {"class": "lead", "style": "color:red"},
    )
    (read_back,) = typed.nodes([shown])
    assert [each.attributes for each in inner(read_back)] == [
        {"class": "citation", "data-key": "a", "data-prefix": "see", "data-locator": "p. 3"},
        {"class": "citation", "data-key": "b"},
    ]
    assert plain_text(replace(read_back)) == "UN says so"
    assert typed.abbreviations == {"UN": "United Nations"}


def test_a_table_whose_dates_nobody_can_read_stays_a_table(tmp_path):
    def change(data: bytes) -> bytes:
        return data.replace(b">1994<", b">once upon a time<")

    again("starter", "html", tmp_path, change=change)
    text = (tmp_path / "again" / "briefing.md").read_text(encoding="utf-8")
    assert "::: timeline" not in text
    assert "| once upon a time | it grows to three floors | [@town-report-2026] |" in text
    assert "\n: Forty years of a library\n" in text
