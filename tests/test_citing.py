"""Sources in styles that are somebody's files: what is set, what is refused, and what never happens."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from templating_sample import BARE, cited, paragraph, place
from works import WORKS

from briefing.citing import Entries, StyleError
from briefing.errors import ContentError, Position
from briefing.memory import Memory
from briefing.model import CitationStyle, Element, Section, plain_text, walk
from briefing.model.dates import date_from_edtf
from briefing.templating import load_template, parse_html, render

ROOT = Path(__file__).parent.parent
BY_KEY = {work.key: work for work in WORKS}
AUTHOR = '<names variable="author"><name/><substitute><text macro="title"/></substitute></names>'
TITLE = '<macro name="title"><text variable="title" font-style="italic"/></macro>'


def style(layout: str, macros: str = "", attributes: str = "") -> CitationStyle:
    text = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {attributes}>{macros}'
        f"<bibliography><layout>{layout}</layout></bibliography></style>"
    )
    return CitationStyle("ours.csl", text.encode(), Position("briefing.md", 3, 17))


def unmarked(text: str, language: str) -> dict[str, str]:
    return {}


def entry(made: CitationStyle, key: str = "book", **changes: object) -> tuple[object, ...]:
    work = replace(BY_KEY[key], **changes)
    return Entries(made, "en-GB", unmarked).entry(work, work.language or "en-GB").nodes


def said(made: CitationStyle, key: str = "book", **changes: object) -> str:
    return plain_text(entry(made, key, **changes))


def refused(made: CitationStyle) -> str:
    with pytest.raises(StyleError) as caught:
        entry(made)
    return str(caught.value)


def test_forms_become_elements() -> None:
    forms = "".join(
        f'<text value="{name}" {form}/>'
        for name, form in (
            ("a", 'font-style="italic"'),
            ("b", 'font-weight="bold"'),
            ("c", 'vertical-align="sup"'),
            ("d", 'vertical-align="sub"'),
            ("e", 'font-variant="small-caps"'),
        )
    )
    made = tuple(Element(tag, (text,)) for tag, text in (("em", "a"), ("strong", "b"), ("sup", "c"), ("sub", "d")))
    assert entry(style(forms)) == (*made, "e")


def test_letters_of_markup_are_letters() -> None:
    assert said(style('<text variable="title"/>'), title="<b>a</b> & \ufdd0b") == "<b>a</b> & b"
    assert said(style('<text variable="title" text-case="uppercase"/>'), title="a & b < c") == "A & B < C"


def test_one_sign_is_printed_where_two_meet() -> None:
    made = style('<text variable="title" font-style="italic" suffix="."/>')
    assert said(made, title="Who resists?") == "Who resists?"
    assert said(made, title="The end.") == "The end."


def test_the_number_is_the_lists_own() -> None:
    assert said(style('<text variable="citation-number" prefix="[" suffix="] "/><text variable="title"/>')) == (
        "The lion of Panjshir & others"
    )


def test_a_title_in_the_place_of_the_author_is_not_said_again() -> None:
    made = style(f'{AUTHOR}<group prefix=". "><text macro="title"/><text variable="URL" prefix=" "/></group>', TITLE)
    assert said(made, "unsigned") == "Kabul falls. https://example.org/k"
    assert said(made, "newspaper").startswith("Ahmad Massoud. The mujahideen resistance begins")


def test_names_are_in_full_where_the_style_says_so() -> None:
    full = style('<names variable="author"><name initialize="false"/></names>', attributes='initialize-with="."')
    assert said(full) == "Gabriel José García Márquez"
    short = style('<names variable="author"/>', attributes='initialize-with="."')
    assert said(short) == "G.J. García Márquez"


def test_an_author_of_whom_no_family_name_is_known_is_not_turned_round() -> None:
    made = style('<names variable="author"><name name-as-sort-order="all"/></names>')
    assert said(made) == "García Márquez, Gabriel José"
    assert said(made, authors=("Human Rights Watch",), family_names=()) == "Human Rights Watch"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2021-08-18", "18 August 2021"), ("2019/2021", "2019–2021"), ("../1998", "by 1998"), ("198X", "1980s")],
)
def test_dates(edtf: str, words: str) -> None:
    assert said(style('<date variable="issued" form="text"/>'), date=date_from_edtf(edtf)) == words


def test_an_address_is_a_link_and_what_lacks_one_says_so() -> None:
    made = Entries(style('<text variable="DOI" prefix="doi:"/>'), "en-GB", unmarked)
    assert made.entry(BY_KEY["dataset"], "en-GB").nodes == (
        "doi:",
        Element("a", ("10.1000/183",), {"href": "https://doi.org/10.1000/183"}),
    )
    titled = Entries(style('<text variable="title"/>'), "en-GB", unmarked)
    assert not titled.entry(BY_KEY["page"], "en-GB").has_address


def test_a_style_for_notes_alone_sets_the_list_as_a_first_note() -> None:
    made = style('<text variable="title"/>')
    notes = replace(made, data=made.data.replace(b"bibliography>", b"citation>"))
    assert said(notes) == "The lion of Panjshir & others"


def nested(levels: int, calls: int) -> str:
    """Macros that each call the next some times."""
    inner = "".join(
        f'<macro name="m{level}">' + f'<text macro="m{level + 1}"/>' * calls + "</macro>" for level in range(levels)
    )
    return f'{inner}<macro name="m{levels}"><text value="a"/></macro>'


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (replace(style(""), data=b"\xff"), "it is not UTF-8 text"),
        (replace(style(""), data=b"<style"), "it is not XML (line 1)"),
        (replace(style(""), data=b"<style/>"), "it is not in the Citation Style Language"),
        (
            replace(style(""), data=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
            "it has a document type (<!DOCTYPE …>), which a style has no need of",
        ),
        (
            replace(style(""), data=b'<style xmlns="http://purl.org/net/xbiblio/csl"/>'),
            "it says nothing of how a source is set",
        ),
        (style('<text macro="a"/>'), 'it calls a macro that it has not: "a"'),
        (
            style('<text macro="a"/>', '<macro name="a"><text macro="a"/></macro>'),
            "its macros call one another without end",
        ),
        (style('<text variable="title"/>' * 1_001), "one of its elements has more than 1,000 parts"),
        (style('<text macro="m0"/>', nested(40, 2)), "its macros call one another too often"),
        (style('<text macro="m0"/>', nested(100, 1)), "its macros call one another too often"),
        (style("<text/>"), "citeproc-py gives up on it (UnboundLocalError)"),
        (style('<date variable="issued" form="none"/>'), "citeproc-py gives up on it (AttributeError)"),
    ],
)
def test_what_cannot_be_used(made: CitationStyle, why: str) -> None:
    assert refused(made) == why


def document(made: CitationStyle, memory: Memory) -> str:
    section = Section("text", (), (paragraph("Yes", *(cited(work.key) for work in WORKS)),), place(4))
    article = replace(BARE, sections=(section,), sources=BY_KEY, citation_style=made)
    return render(article, load_template("briefing"), memory=memory)


def test_a_style_that_fails_is_told_once_and_each_time() -> None:
    memory = Memory()
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            document(style("<text/>"), memory)
        assert [str(each) for each in caught.value.diagnostics] == [
            "briefing.md:3:17  error  citation-style\n"
            '  The citation style "ours.csl" cannot be used: citeproc-py gives up on it (UnboundLocalError).\n'
            "  Take another style, or leave the field out for the house style."
        ]


def test_what_a_style_leaves_out_follows_and_what_it_does_not_list_is_ours() -> None:
    html = document(style('<text variable="container-title"/>'), Memory())
    assert 'The Washington Post. <a href="https://example.org/a">https://example.org/a</a>.' in html
    assert "<cite>Osama</cite>, UA, 2003." in html


def test_in_a_note_the_place_follows_and_what_comes_again_is_short() -> None:
    cites = (paragraph("Yes", cited("newspaper", "p. 7")), paragraph("No", cited("newspaper", "p. 8")))
    article = replace(
        BARE,
        sections=(Section("text", (), cites, place(4)),),
        sources=BY_KEY,
        citation_style=style('<text variable="title" suffix="."/>'),
    )
    html = render(article, load_template("briefing"), sources="notes")
    notes = [plain_text(each) for each in walk(parse_html(html)) if "note" in each.classes]
    assert [" ".join(note.split()) for note in notes] == [
        "1 The mujahideen resistance begins, p. 7. https://example.org/a.",
        "2 The Washington Post, August 18, 2021, p. 8 (see note 1).",
    ]


def test_the_library_waits_for_a_style() -> None:
    code = "import sys, briefing.press; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert "reportlab" in loaded
    assert "citeproc" not in ast.literal_eval(loaded)


ATTRIBUTES = st.dictionaries(
    st.sampled_from(("variable", "macro", "term", "form", "prefix", "suffix", "text-case", "quotes", "font-style")),
    st.sampled_from(("title", "issued", "author", "page", "short", "text", "m", "sentence", "true", "italic", "'", "")),
)
ELEMENTS = st.recursive(
    st.tuples(st.sampled_from(("text", "date", "number", "names", "label", "name")), ATTRIBUTES, st.just(())),
    lambda inside: st.tuples(
        st.sampled_from(("group", "choose", "if", "else", "names", "substitute", "date")),
        ATTRIBUTES,
        st.lists(inside, max_size=3),
    ),
    max_leaves=8,
)


def as_xml(made: tuple[str, dict[str, str], list[object]]) -> str:
    tag, attributes, children = made
    typed = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{typed}>{''.join(map(as_xml, children))}</{tag}>"


@settings(max_examples=examples(60), deadline=None)
@given(ELEMENTS, ELEMENTS)
def test_any_style_sets_a_source_or_says_why_not(layout, macro) -> None:
    made = style(as_xml(layout), f'<macro name="m">{as_xml(macro)}</macro>')
    try:
        entries = Entries(made, "en-GB", unmarked)
        for work in WORKS[:3]:
            entries.entry(work, "en-GB")
    except StyleError as problem:
        assert str(problem)


ARTICLES = {
    ("", "Graphic News", "https://example.org"): "article-magazine",
    ("", "", "https://example.org"): "webpage",
    ("", "", ""): "document",
    ("arXiv", "", "https://arxiv.org/abs/1"): "article",
}


@pytest.mark.parametrize(("publisher", "container", "url"), ARTICLES)
def test_an_article_is_a_preprint_only_where_a_server_published_it(publisher, container, url) -> None:
    kinds = "".join(
        f'<if type="{kind}" match="any"><text value="{kind}"/></if>'.replace(
            "<if", "<else-if" if number else "<if"
        ).replace("</if>", "</else-if>" if number else "</if>")
        for number, kind in enumerate(dict.fromkeys(ARTICLES.values()))
    )
    made = style(f"<choose>{kinds}</choose>")
    work = {"type": "article", "publisher": publisher, "container": container, "url": url}
    assert said(made, **work).startswith(ARTICLES[publisher, container, url])
