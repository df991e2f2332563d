"""Notes at the end, and sources in notes: where they stand, what they say, and where they lead."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_articles import EXAMPLE, everything, made
from structure_proof import Proof, problems
from templating_sample import BARE, SAMPLE, cited, marker, paragraph, place
from typesetting_tools import METADATA, page_of, set_text, small_theme

from briefing.errors import ContentError, TemplateError
from briefing.model import Briefing, Element, Node, Section, Source, plain_text, walk
from briefing.pdf import write_pdf
from briefing.press import Press
from briefing.templating import load_template, parse_html, render, to_html
from briefing.typesetting import set_document

TEMPLATES = {name: load_template(name) for name in ("briefing", "handout")}
THEME, FONTS = Press().theme(BARE)
MODES = list(product(("foot", "end"), ("list", "notes")))
SOURCES = {
    "post": Source(
        "post",
        place(3, "sources.yaml"),
        title="Is it over?",
        authors=("Ann Author",),
        container="The Example Post",
        url="https://example.org/over",
        archived="https://archive.example/over",
    ),
    "un": Source("un", place(9, "sources.yaml"), title="The toll", publisher="UNHCR"),
}
POST = "Ann Author, “Is it over?”, The Example Post{}. example.org/over. Archived copy: archive.example/over."


def with_text(*children: Node, **notes: tuple[Element, ...]) -> Briefing:
    """A bare briefing with one paragraph."""
    section = Section("text", (), (paragraph(*children),), place(4))
    return replace(BARE, sections=(section,), notes=notes, sources=SOURCES)


def document(briefing: Briefing, name: str = "briefing", **options: str) -> Element:
    return parse_html(render(briefing, TEMPLATES[name], **options))


def found(tree: Element, tag: str = "", class_: str = "") -> list[Element]:
    return [each for each in walk(tree) if tag in ("", each.tag) and (not class_ or class_ in each.classes)]


def noted(briefing: Briefing, **options: str) -> list[str]:
    """Texts of the notes, where sources are said in notes."""
    return [plain_text(each) for each in found(document(briefing, sources="notes", **options), class_="note")]


# Notes at the end.


def test_notes_at_the_end_stand_in_a_section_before_the_sources():
    tree = document(with_text("A", marker("x"), "B", marker("y"), x=(paragraph("X", cited("un")),), y=()), notes="end")
    section, sources = found(tree, "section")[-2:]
    assert (section.get("class"), sources.get("class")) == ("endnotes", "sources")
    assert to_html(section) == (
        '<section class="endnotes"><h2 id="notes">Notes</h2>'
        '<div class="note" id="note-a"><p data-at="briefing.md:50:1"><a class="note-mark" href="#noteref-a">a</a> X'
        '<a class="citation" href="#source-un" data-at="briefing.md:9:1">1</a></p></div>'
        '<div class="note" id="note-b"><p><a class="note-mark" href="#noteref-b">b</a></p></div></section>'
    )
    assert found(tree, "aside") == []


def test_without_notes_there_is_no_section():
    for briefing in (BARE, with_text("A", cited("un"))):
        assert found(document(briefing, notes="end"), "section", "endnotes") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_a_place_for_them(name):
    tree = document(SAMPLE, name, notes="end", sources="notes")
    assert len(found(tree, "section", "endnotes")) == 1
    assert {each.get("class") for each in found(tree, "div", "note")} == {"note"}


def test_the_contents_name_them():
    sections = tuple(Section(name, (name,), (paragraph("A", marker("x")),), place(4)) for name in ("one", "two"))
    briefing = replace(BARE, sections=sections, notes={"x": (paragraph("X"),)})
    (contents,) = found(document(briefing, notes="end"), "nav", "contents")
    assert plain_text(contents) == "Contents1 one 2 two Notes "
    assert "Notes" not in plain_text(found(document(briefing), "nav", "contents")[0])


def own_template(folder: Path, main: str):
    html = f"<html lang='en'><head><title>T</title></head><body>{main}</body></html>"
    (folder / "document.html").write_text(html, encoding="utf-8")
    return load_template(str(folder))


@pytest.mark.parametrize("end", ["</main>", "</MAIN >"])
def test_a_template_without_a_place_has_them_at_the_end_of_what_is_read(tmp_path, end):
    template = own_template(tmp_path, "<main>{{ blocks(briefing.sections[0].blocks) }}" + end)
    made = render(with_text("A </main>", marker("x"), x=(paragraph("X"),)), template, notes="end")
    main = found(parse_html(made), "main")[0]
    assert [child.tag for child in main.children] == ["p", "section"]
    assert to_html(main.children[1]).startswith('<section><h2>Notes</h2><div class="note" id="note-a">')


def test_a_note_at_the_end_needs_an_id():
    with pytest.raises(TemplateError) as caught:
        parse_html('<div class="note"><p>x</p></div>', root="div")
    (message,) = map(str, caught.value.diagnostics)
    assert message.endswith("missing-attribute\n  A note needs an id, to which its marker leads.")


# Sources in notes.


def test_a_source_is_said_whole_in_its_first_note_and_in_short_in_the_others():
    briefing = with_text("A", cited("post", "p. 7"), " B", cited("un"), " C", cited("post", "p. 9"))
    assert noted(briefing) == [
        "1 " + POST.format(", p. 7"),
        "2 The toll, UNHCR.",
        "3 Ann Author, p. 9 (see note 1).",
    ]
    tree = document(briefing, sources="notes")
    assert found(tree, "section", "sources") == []
    (earlier,) = [each for each in found(tree, "a") if plain_text(each) == "see note 1"]
    assert earlier.get("href") == "#note-1"


def test_sources_and_the_author_s_notes_are_numbered_as_one():
    tree = document(with_text("A", marker("x"), "B", cited("un"), marker("x"), x=(paragraph("X"),)), sources="notes")
    markers = [(plain_text(each), each.get("class"), each.get("id")) for each in found(tree, "a", "noteref")]
    assert markers == [
        ("1", "noteref", "noteref-1"),
        ("2", "citation noteref", "noteref-2"),
        ("1", "noteref", ""),
    ]
    assert [plain_text(each) for each in found(tree, "aside", "note")] == ["1 X", "2 The toll, UNHCR."]


def test_citations_in_a_row_are_one_note():
    briefing = with_text("A", cited("un", prefix="see"), cited("post"), cited("un", "p. 3"), cited("un"))
    assert noted(briefing) == [f"1 see The toll, UNHCR. {POST.format('')} UNHCR, p. 3. UNHCR."]


@pytest.mark.parametrize(
    ("children", "words"),
    [
        (("He says so. ", cited("un")), "1 He says so. The toll, UNHCR."),
        (("He says so.", cited("un"), cited("post")), f"1 He says so. The toll, UNHCR. {POST.format('')}"),
        ((cited("un", "p. 3"), " Not so."), "1 The toll, UNHCR, p. 3. Not so."),
        (("As he says", cited("un"), ", not so."), "1 As he says (The toll, UNHCR), not so."),
        (("As he says", cited("un"), cited("un", "p. 3"), "."), "1 As he says (The toll, UNHCR; UNHCR, p. 3)."),
    ],
)
def test_what_a_note_cites_is_said_in_it(children, words):
    assert noted(with_text("A", marker("x"), x=(paragraph(*children),))) == [words]


def test_a_later_note_names_the_author_s_note_that_says_a_source():
    briefing = with_text("A", marker("x"), "B", cited("un"), x=(paragraph("X.", cited("un")),))
    assert noted(briefing) == ["1 X. The toll, UNHCR.", "2 UNHCR (see note 1)."]


def test_what_is_typed_is_text_in_each_note():
    un = replace(SOURCES["un"], title="", publisher="A & <b>")
    briefing = with_text("A", cited("un", "<3>", prefix="<i>"), "B", cited("un", "<3>"))
    assert noted(replace(briefing, sources={"un": un})) == ["1 <i> A & <b>, <3>.", "2 A & <b>, <3> (see note 1)."]


def test_messages_name_the_place_of_the_source():
    (note,) = found(document(with_text("A", cited("un")), sources="notes"), "aside", "note")
    assert [str(each.position) for each in found(note, "span")] == ["sources.yaml:9:1"]


def test_the_handout_says_sources_in_short():
    tree = document(replace(SAMPLE, sources=SOURCES | SAMPLE.sources), "handout", sources="notes")
    assert "unhcr.org" not in "".join(plain_text(each) for each in found(tree, "aside", "note"))


def test_a_source_that_there_is_not_has_no_note():
    with pytest.raises(ContentError) as caught:
        document(with_text("A", cited("nowhere"), cited("un")), sources="notes")
    (message,) = map(str, caught.value.diagnostics)
    assert message == 'briefing.md:9:1  error  unknown-source\n  There is no source "nowhere".'


def test_a_template_says_how_sources_read(tmp_path):
    macro = "{% macro said(source, place, earlier) %} {{ source.key }} <b>{{ place }} {% endmacro %}"
    main = "{{ refer_with(said) }}<main>{{ blocks(briefing.sections[0].blocks) }}</main>"
    template = own_template(tmp_path, macro.replace("<b>", "&lt;b>") + main)
    tree = parse_html(render(with_text("A", cited("un", "p. <3>")), template, sources="notes"))
    assert [plain_text(each) for each in found(tree, "aside")] == ["1 un <b>p. <3>"]


def test_a_template_that_does_not_is_told_so(tmp_path):
    template = own_template(tmp_path, "<main>{{ blocks(briefing.sections[0].blocks) }}</main>")
    assert "source-un" not in render(with_text("A"), template, sources="notes")
    with pytest.raises(TemplateError) as caught:
        render(with_text("A", cited("un")), template, sources="notes")
    (message,) = map(str, caught.value.diagnostics)
    assert message == (
        f"{tmp_path.name}/document.html:1:1  error  no-reference\n"
        "  The theme asks for sources in notes, and the template does not say how they read there.\n"
        "  Import briefing/parts.html as parts, and write {{ refer_with(parts.reference) }} below that."
    )


# Any article.


def marks_of(count: int, sources: str) -> list[str]:
    """1, 2, 3 …, or a, b, c …: fewer than 27 here."""
    return [str(number + 1) if sources == "notes" else "abcdefghijklmnopqrstuvwxyz"[number] for number in range(count)]


@st.composite
def articles(draw) -> Briefing:
    """Paragraphs with markers and citations, of notes that may cite and mark others."""

    def sentence(marks: range) -> tuple[Node, ...]:
        notes = st.sampled_from(marks).map(lambda number: marker(f"n{number}")) if marks else st.nothing()
        citation = st.sampled_from("abc").map(cited)
        pieces = st.one_of(st.sampled_from(["Text.", "words", " "]), citation, notes)
        return tuple(draw(st.lists(pieces, max_size=6)))

    count = draw(st.integers(0, 6))
    notes = {f"n{number}": (paragraph(f"own-{number}", *sentence(range(number)), "."),) for number in range(count)}
    sections = tuple(
        Section(f"s{number}", ("Title", *sentence(range(count))), (paragraph(*sentence(range(count))),) * 2, place(4))
        for number in range(draw(st.integers(1, 3)))
    )
    sources = {key: Source(key, place(3), title=f"title-{key}", publisher=key.upper()) for key in "abc"}
    summary = (("Point", *sentence(range(count))),)
    return replace(BARE, sections=sections, summary=summary, notes=notes, sources=sources)


@pytest.mark.parametrize(("where", "how"), MODES)
@settings(max_examples=examples(25))
@given(articles())
def test_no_note_is_lost_or_doubled_and_each_marker_leads_there_and_back(where, how, briefing):
    tree = document(briefing, notes=where, sources=how)
    notes, markers = found(tree, class_="note"), found(tree, "a", "noteref")
    leads = {each.get("id"): each.get("href") for each in markers if each.get("id")}
    assert [f"#{each.get('id')}" for each in notes] == list(dict.fromkeys(leads.values()))
    assert {each.get("href") for each in markers} == set(leads.values())
    backs = [found(each, "a", "note-mark") for each in notes]
    assert [leads[back.get("href")[1:]] for (back,) in backs] == [f"#{each.get('id')}" for each in notes]
    assert [plain_text(back) for (back,) in backs] == marks_of(len(notes), how)
    assert {each.tag for each in notes} <= {"aside" if where == "foot" else "div"}
    whole = plain_text(tree)
    marked = {name for name in briefing.notes if f"own-{name[1:]}" in whole}
    assert [whole.count(f"own-{name[1:]}") for name in marked] == [1] * len(marked)
    named = {each.get("data-key") for each in cites_of(briefing, marked)}
    assert {key: whole.count(f"title-{key}") for key in "abc"} == {key: int(key in named) for key in "abc"}


def cites_of(briefing: Briefing, marked: set[str]) -> list[Element]:
    """Citations of what is printed."""
    texts = [node for section in briefing.sections for node in (*section.title, *section.blocks)]
    texts += [node for point in briefing.summary for node in point]
    texts += [block for name in marked for block in briefing.notes[name]]
    return [each for node in texts for each in walk(node) if each.get("data-key")]


@pytest.mark.parametrize(("where", "how"), MODES)
@settings(max_examples=examples(6))
@given(articles())
def test_the_tree_of_any_article_says_what_its_html_says(where, how, briefing):
    html = document(briefing, notes=where, sources=how)
    data = write_pdf(set_document(html, THEME, fonts=FONTS, pictures={}, drawings={}), METADATA)
    assert problems(Proof(data, html, THEME)) == []


# Tags and files.


def test_a_note_at_the_end_is_a_note_with_its_id_and_its_label():
    html = page_of(
        '<p>x<a class="noteref" id="r" href="#n">a</a></p><section><h2>Notes</h2>'
        '<div class="note" id="n"><p><a class="note-mark" href="#r">a</a> one</p><p>two</p></div></section>'
    )
    proof = Proof(write_pdf(set_text(html, more='[styles.".note-mark"]\n'), METADATA), html, small_theme())
    (note,) = [node for node in proof.nodes if node.type == "Note"]
    assert [child.type for child in note.children] == ["Lbl", "P", "P"]
    assert str(note.element.ID) == "n"
    assert [node.type for node in note.children[0].walk()] == ["Lbl", "Link"]
    assert problems(proof) == []


def themed(folder: Path, name: str, where: str, how: str) -> str:
    """A copy of a template whose theme asks for notes and sources in a way."""
    copy = shutil.copytree(TEMPLATES[name].folder, folder / name)
    theme = copy / "theme.toml"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace("[page]\n", f'[page]\nnotes = "{where}"\nsources = "{how}"\n', 1), encoding="utf-8")
    return str(copy)


def test_a_theme_asks_by_the_size_of_the_page(tmp_path):
    template = themed(tmp_path, "briefing", "end", "list")
    theme = Path(template, "theme.toml")
    text, head = theme.read_text(encoding="utf-8"), "[sizes.A5.page]\n"
    assert head in text
    theme.write_text(text.replace(head, f'{head}notes = "foot"\nsources = "notes"\n'), encoding="utf-8")
    briefing = with_text("A", marker("x"), cited("un"), x=(paragraph("X"),))
    texts = [
        [plain_text(each) for each in found(Press(template, page=page).document(briefing), class_="note")]
        for page in ("A4", "A5")
    ]
    assert texts == [["a X"], ["1 X", "2 The toll, UNHCR."]]


@pytest.mark.slow
@pytest.mark.parametrize("page", ["A4", "A5"])
@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize(("where", "how"), MODES[1:])
def test_articles_conform_however_their_theme_asks(tmp_path, where, how, name, page):
    template = themed(tmp_path, name, where, how)
    for article in (EXAMPLE, everything(tmp_path / "article", paragraphs=8, rows=30)):
        built = made(article, tmp_path / "made.pdf", template=template, page=page)
        assert_conforming(built.data, thorough=False)
        assert problems(built.proof) == []
