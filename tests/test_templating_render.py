"""Briefing and template → document."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from templating_sample import (
    BARE,
    MASTHEAD,
    ORGANISATION,
    SAMPLE,
    TIMELINE,
    cited,
    marker,
    merge_field,
    paragraph,
    place,
    waiver,
)

from briefing.addressing import addressed
from briefing.errors import ContentError
from briefing.model import Briefing, Element, Event, Handout, Node, Section, Source, Timeline, plain_text, walk
from briefing.reading.body import read_body
from briefing.templating import (
    LOGO,
    load_template,
    parse_html,
    picture_of,
    render,
    template_names,
    timeline_of_drawing,
)
from briefing.templating.vocabulary import INLINES

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = {name: load_template(name) for name in ("briefing", "handout")}


def document(briefing: Briefing, name: str = "briefing", **options: object) -> Element:
    return parse_html(render(briefing, TEMPLATES[name], **options))


def with_text(*children: Node, **changes: object) -> Briefing:
    """A bare briefing with one paragraph, and its sources and notes."""
    section = Section("text", (), (paragraph(*children),), place(4))
    return replace(SAMPLE, **{**bare_fields(), "sections": (section,), **changes})


def bare_fields() -> dict[str, object]:
    kept = ("sources", "notes")
    return {field.name: getattr(BARE, field.name) for field in fields(Briefing) if field.name not in kept}


def found(tree: Element, tag: str = "", class_: str = "") -> list[Element]:
    return [each for each in walk(tree) if tag in ("", each.tag) and (not class_ or class_ in each.classes)]


def body_paragraph(briefing: Briefing, **options: object) -> Element:
    return found(found(document(briefing, **options), "main")[0], "p")[0]


def pretty(node: Node, indent: str = "") -> str:
    """A tree with a line for each block, as golden files have it."""
    if isinstance(node, str):
        return f"{indent}{node!r}\n"
    attributes = "".join(f" {name}={value!r}" for name, value in node.attributes.items())
    lines = f"{indent}{node.tag}{attributes}\n"
    return lines + "".join(pretty(child, indent + "  ") for child in node.children)


@pytest.mark.parametrize("name", ["briefing", "handout"])
def test_the_whole_sample(name: str, pytestconfig: pytest.Config) -> None:
    made = pretty(document(SAMPLE, name, draft=True))
    golden = GOLDEN / f"templating-{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("name", ["briefing", "handout"])
def test_a_bare_briefing_is_only_its_text(name: str) -> None:
    main = found(document(BARE, name), "main")[0]
    expected = ["Only a title", "Only text."] if name == "briefing" else ["Only a title"]
    assert [plain_text(each) for each in found(main) if each.tag in ("h1", "h2", "p")] == expected


OPTIONAL = {
    "masthead": [field.name for field in fields(MASTHEAD) if field.name not in ("title", "language")],
    "organisation": [field.name for field in fields(ORGANISATION) if field.name not in ("name", "position")],
    "petition": ["addressed_to", "print_as", "deadline", "question", "text"],
    "briefing": [
        "organisation",
        "summary",
        "figures",
        "asks",
        "petition",
        "timelines",
        "handout",
        "postcard",
        "corrections",
        "licence",
        "image_credits",
    ],
}


def without(value: object, names: set[str]) -> object:
    """A value with some optional fields left out."""
    kept = {each.name for each in fields(value)} - names  # type: ignore[arg-type]
    return type(value)(**{name: getattr(value, name) for name in kept})


@st.composite
def partial_briefings(draw: st.DrawFn) -> Briefing:
    left_out = {part: draw(st.sets(st.sampled_from(names))) for part, names in OPTIONAL.items()}
    sections = SAMPLE.sections
    if "timelines" in left_out["briefing"]:
        sections = (replace(sections[0], blocks=sections[0].blocks[:1]), sections[1])
    whole = replace(
        SAMPLE,
        masthead=without(SAMPLE.masthead, left_out["masthead"]),
        organisation=without(SAMPLE.organisation, left_out["organisation"]),
        petition=without(SAMPLE.petition, left_out["petition"]),
        sections=draw(st.sampled_from([sections, sections[:1], sections[1:], BARE.sections])),
    )
    return without(whole, left_out["briefing"])  # type: ignore[return-value]


@given(partial_briefings(), st.sampled_from(template_names()))
@settings(max_examples=examples(100))
def test_what_is_absent_leaves_no_hole(briefing: Briefing, name: str) -> None:
    tree = parse_html(render(briefing, load_template(name)))
    may_be_empty = {"img", "meta", "br", "td", "hr"}
    for element in walk(tree):
        assert element.children or element.tag in may_be_empty or "data-fill" in element.attributes, element
        words = plain_text(element)
        if element.tag not in INLINES and not any("data-fill" in each.attributes for each in walk(element)):
            assert words == words.strip(" ·,;"), element
    assert len(found(tree, "h1")) == 1
    assert all(heading_leads(each) for each in walk(tree)), "a heading stands over nothing"


def heading_leads(element: Element) -> bool:
    headings = [child for child in element.children if isinstance(child, Element) and child.tag == "h2"]
    return not headings or len(element.children) > len(headings)


HOSTILE = ['a < b & "c"', "{{ x }}", "{% raw %}", "<img src=/etc/passwd>", "&amp;lt;", "'\"><script>", "w" * 200]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["briefing", "handout"])
def test_text_reaches_the_page_as_typed(text: str, name: str) -> None:
    inline = (text,)
    briefing = replace(
        SAMPLE,
        masthead=replace(MASTHEAD, title=text, series=text, authors=(text,), description=text, standfirst=inline),
        organisation=replace(ORGANISATION, name=text, logo=None, about=inline, website=text, disclaimer=text),
        summary=(inline,),
        figures=(replace(SAMPLE.figures[0], value=text, label=inline, caveat=inline),),
        asks=(replace(SAMPLE.asks[0], actor=text, text=inline),),
        petition=replace(SAMPLE.petition, ask=text, link=text, print_as=text, addressed_to=text, text=inline),
        timelines=(replace(TIMELINE, title=inline, events=(replace(TIMELINE.events[0], text=inline),)),),
        handout=(Handout(inline, (paragraph(text),), place(1)),),
        sections=(replace(SAMPLE.sections[0], title=inline), Section("b", inline, (paragraph(text),), place(2))),
        image_credits=(text,),
        sources={
            "unhcr": replace(SAMPLE.sources["unhcr"], title=text, url=text, note=text),
            "history": SAMPLE.sources["history"],
        },
    )
    tree = document(briefing, name)
    assert plain_text(found(tree, "title")[0]) == text
    assert {plain_text(each) for each in found(tree, "", "figure-value") + found(tree, "", "publisher-name")} == {text}
    assert found(tree, "img", "qr")[0].get("data-qr") == text
    assert found(tree, "meta")[0].get("content") == text
    assert plain_text(found(tree, "h1")[0]) == text
    if name == "briefing":
        assert [plain_text(each) for each in found(tree, "p") if plain_text(each) == text]


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip))
@settings(max_examples=examples(40))
def test_any_text_is_printed(text: str) -> None:
    expected = " ".join(
        part
        for part in text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ").split(" ")
        if part
    )
    if expected:
        assert plain_text(body_paragraph(with_text(text))) == expected


def test_sources_are_numbered_in_reading_order() -> None:
    briefing = with_text("One", cited("history"), " two", cited("unhcr"), " three", cited("history"), ".")
    tree = document(briefing)
    assert plain_text(body_paragraph(briefing)) == "One1 two2 three1."
    assert [each.get("id") for each in found(tree, "li", "source")] == ["source-history", "source-unhcr"]
    assert [each.get("href") for each in found(tree, "a", "citation")] == [
        "#source-history",
        "#source-unhcr",
        "#source-history",
    ]


@pytest.mark.parametrize(
    ("citations", "words"),
    [
        ((cited("history"), cited("unhcr")), "A1,2"),
        ((cited("unhcr", prefix="see"),), "Asee\N{NO-BREAK SPACE}1"),
        (
            (cited("history"), cited("unhcr", "p. 7, and elsewhere", prefix="see")),
            "A1; see\N{NO-BREAK SPACE}2,\N{NO-BREAK SPACE}p. 7, and elsewhere",
        ),
        ((cited("history", "p. 7"),), "A1,\N{NO-BREAK SPACE}p. 7"),
        ((cited("history", "p. 7"), cited("unhcr")), "A1,\N{NO-BREAK SPACE}p. 7; 2"),
        ((cited("history"), " and", cited("unhcr")), "A1 and2"),
    ],
)
def test_citations_in_a_row_are_one_group(citations: tuple[Node, ...], words: str) -> None:
    paragraph_made = body_paragraph(with_text("A", *citations))
    assert plain_text(paragraph_made) == words
    marks = [each for each in paragraph_made.children if isinstance(each, Element)]
    assert [each.get("class") for each in marks] == ["citation" if each.tag == "a" else "citations" for each in marks]


def test_a_source_says_what_is_known_of_it() -> None:
    tree = document(with_text(cited("unhcr"), cited("history")))
    assert [plain_text(each) for each in found(tree, "li", "source")] == [
        "The heaviest toll, UNHCR, 13 August 2021. www.unhcr.org/node/20678. Read 23 August 2021. "
        "Archived copy: web.archive.org/20678.",
        "Ann Author, Bob Author, “Is it over?”, The Example Post. Page not found.",
    ]
    assert [each.get("href") for each in found(found(tree, "ol")[0], "a")] == [
        "https://www.unhcr.org/node/20678",
        "https://web.archive.org/20678",
    ]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"volume": "12", "issue": "3", "pages": "3–9"}, "T, 12(3), pp. 3–9."),
        ({"volume": "12", "pages": "7"}, "T, 12, p. 7."),
        ({"issue": "TR-7"}, "T, TR-7."),
        ({"pages": "7, 9"}, "T, pp. 7, 9."),
        ({"pages": "pp. 7-9"}, "T, pp. 7-9."),
        ({"doi": "10.1000/182"}, "T. doi.org/10.1000/182."),
        ({"doi": "10.1000/182", "url": "https://example.org/"}, "T. example.org."),
        ({"volume": "<b>", "authors": ("A & B",), "container": "C"}, "A & B, “T”, C, <b>."),
    ],
)
def test_where_a_source_stands(known: dict[str, str], words: str) -> None:
    source = Source("unhcr", place(1), title="T", **known)
    tree = document(replace(with_text(cited("unhcr")), sources={"unhcr": source}))
    [entry] = found(tree, "li", "source")
    assert plain_text(entry) == words
    links = [each.get("href") for each in found(entry, "a")]
    assert links == ([known["url"]] if "url" in known else ["https://doi.org/10.1000/182"] if "doi" in known else [])


@pytest.mark.parametrize("name", ["briefing", "handout"])
def test_a_petition_without_a_link_has_neither_code_nor_address(name: str) -> None:
    tree = document(replace(SAMPLE, petition=replace(SAMPLE.petition, link="")), name)
    assert plain_text(found(tree, "", "petition-ask")[0]) == SAMPLE.petition.ask
    assert found(tree, "img", "qr") == found(tree, "", "petition-code") == found(tree, "", "short-url") == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "x"])
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    source = Source("s", place(1, "sources.yaml"), title="T", url=url)
    tree = document(with_text("A", cited("s"), sources={"s": source}))
    item = found(tree, "li", "source")[0]
    assert found(item, "a") == []
    assert plain_text(item) == f"T. {url.removeprefix('https://')}."


def test_notes_are_lettered_and_follow_their_block() -> None:
    notes = {
        "x": (paragraph("First", marker("y")),),
        "y": (paragraph("Second", cited("unhcr")),),
        "z": (paragraph("Never"),),
    }
    tree = document(with_text("A", marker("x"), " B", marker("y"), " C", marker("x"), notes=notes))
    section = found(tree, "section")[0]
    assert [plain_text(child) for child in section.children] == ["Aa Bb Ca", "a Firstb", "b Second1"]
    assert [each.get("id") for each in found(tree, "aside", "note")] == ["note-a", "note-b"]
    assert [each.get("href") for each in found(tree, "a", "noteref")] == ["#note-a", "#note-b", "#note-a", "#note-b"]
    assert [each.get("href") for each in found(tree, "a", "note-mark")] == ["#noteref-a", "#noteref-b"]


def test_a_note_that_is_no_paragraph_keeps_its_letter() -> None:
    notes = {"x": (Element("ul", (Element("li", ("Point",)),)),)}
    note = found(document(with_text("A", marker("x"), notes=notes)), "aside", "note")[0]
    assert [plain_text(child) for child in note.children] == ["a", "Point"]


def test_the_twenty_seventh_note_is_aa() -> None:
    notes = {str(number): (paragraph("x"),) for number in range(28)}
    text = plain_text(body_paragraph(with_text(*(marker(name) for name in notes), notes=notes)))
    assert text == "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,aa,ab"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("A[^n] [@unhcr]", "Aa,1"),
        ("A [@unhcr][^n]", "A1,a"),
        ("A[^n] [@unhcr; @history] [^m] more[^n].", "Aa,1,2,b morea."),
        ("A[^n]: [@unhcr]", "Aa:1"),
        ("A[^n] [no source, own] [@unhcr]", "Aa,1"),
    ],
)
def test_marks_of_notes_and_numbers_of_sources_are_told_apart(typed: str, words: str) -> None:
    body = read_body(f"{typed}\n\n[^n]: N\n\n[^m]: M", file="briefing.md")
    paragraph_made = body_paragraph(replace(BARE, sections=body.sections, notes=body.notes, sources=SAMPLE.sources))
    assert plain_text(paragraph_made) == words
    separators = [each for each in walk(paragraph_made) if "citations" in each.classes]
    assert [each.children for each in separators] == [(",",)] * words.count(",")


def test_marks_of_notes_on_sources_are_told_apart() -> None:
    body = read_body("A[^n] [@unhcr]\n\n[^n]: N [@history]", file="briefing.md")
    briefing = replace(BARE, sections=body.sections, notes=body.notes, sources=SAMPLE.sources)
    assert plain_text(body_paragraph(briefing, sources="notes")) == "A1,2"
    [own, _] = found(document(briefing, sources="notes"), "aside", "note")
    assert found(own, class_="citations") == []


@pytest.mark.parametrize(
    ("children", "words"),
    [
        (("It ended ", waiver(), "."), "It ended."),
        (("It ended", waiver(), "."), "It ended."),
        (("It ended ", waiver(), " in 1979."), "It ended in 1979."),
        ((waiver(), "It ended."), "It ended."),
        (("A", cited("unhcr"), waiver(), cited("history")), "A1,2"),
    ],
)
def test_waivers_are_never_printed(children: tuple[Node, ...], words: str) -> None:
    assert plain_text(body_paragraph(with_text(*children))) == words


@pytest.mark.parametrize(
    ("recipient", "field", "words"),
    [
        ({"name": "Ms Cox & <Son>"}, merge_field("name"), "Dear Ms Cox & <Son>"),
        ({"name": "Ms Cox"}, merge_field("name", "reader"), "Dear Ms Cox"),
        ({"name": ""}, merge_field("name", "reader"), "Dear reader"),
        ({}, merge_field("name", "{{ reader }}"), "Dear {{ reader }}"),
        ({}, merge_field("name", ""), "Dear"),
    ],
)
def test_merge_fields(recipient: dict[str, str], field: Element, words: str) -> None:
    assert plain_text(body_paragraph(with_text("Dear ", field), recipient=recipient)) == words


def test_says_all_that_cannot_be_settled_at_once() -> None:
    briefing = with_text(
        cited("unchr"),
        marker("nowhere"),
        merge_field("name"),
        Element("div", (), {"class": "timeline", "data-ref": "t"}),
    )
    with pytest.raises(ContentError) as caught:
        render(briefing, TEMPLATES["briefing"])
    assert str(caught.value) == (
        "briefing.md:9:1  error  unknown-source\n"
        '  There is no source "unchr".\n'
        "  Did you mean unhcr?\n"
        "briefing.md:12:1  error  unknown-note\n"
        '  There is no note "nowhere".\n'
        "briefing.md:14:1  error  no-value\n"
        "  There is no value for {{ recipient.name }} in this copy.\n"
        '  Say what to print without one: {{ recipient.name | otherwise "your name" }}.\n'
        "error  unknown-timeline\n"
        '  There is no timeline "t".'
    )


def test_content_too_deep_is_refused() -> None:
    nested = Element("em", ("x",))
    for _ in range(3000):
        nested = Element("em", (nested,), {}, place(7))
    with pytest.raises(ContentError, match=r"briefing.md:7:1  error  too-deep"):
        render(with_text(nested), TEMPLATES["briefing"])


def test_a_timeline_is_a_figure_and_the_same_events_as_a_table() -> None:
    tree = document(SAMPLE)
    figure, table = found(tree, "figure", "timeline")[0], found(tree, "table", "events")[0]
    picture = found(figure, "img")[0]
    assert picture.get("data-drawing") == "timeline-1"
    assert "1979" in picture.get("alt")
    rows = [[plain_text(cell) for cell in row.children] for row in found(table, "tr")]
    assert rows == [
        ["Date", "Event", "Sources"],
        ["1979", "Soviet invasion", "2"],
        ["9 September 2001", "Massoud is assassinated", ""],
    ]


@pytest.mark.parametrize(
    ("recipient", "words"), [({}, "Dear neighbours are asked"), ({"town": "Bath"}, "Bath are asked")]
)
def test_merge_fields_are_filled_in_chart_table_and_alt_text(recipient: dict[str, str], words: str) -> None:
    field = Element("span", (), {"data-field": "recipient.town", "data-otherwise": "Dear neighbours"})
    asked = replace(TIMELINE.events[0], text=(Element("em", (field,)), " are asked"))
    briefing = replace(SAMPLE, timelines=(replace(TIMELINE, events=(asked,)),))
    tree = document(briefing, recipient=recipient)
    assert words in found(tree, "figure", "timeline")[0].children[1].get("alt")
    assert words in plain_text(found(tree, "table", "events")[0])
    shown = timeline_of_drawing(addressed(briefing, recipient).briefing, "timeline-1")
    assert shown
    [drawn] = shown.events
    assert plain_text(Element("p", drawn.text)) == words


def test_a_field_without_a_value_is_reported_once() -> None:
    field = Element("span", (), {"data-field": "recipient.town"})
    asked = replace(TIMELINE.events[0], text=(field, " is asked"))
    with pytest.raises(ContentError) as caught:
        document(replace(SAMPLE, timelines=(replace(TIMELINE, events=(asked,)),)))
    assert [each.id for each in caught.value.diagnostics] == ["no-value"]


def test_the_handout_shows_stressed_events() -> None:
    tree = document(SAMPLE, "handout")
    drawing = found(tree, "figure", "timeline")[0].children[1]
    assert isinstance(drawing, Element)
    assert drawing.get("data-drawing") == "timeline-1:stressed"
    # As all that is shown is stressed, nothing is.
    assert drawn_events(SAMPLE, "timeline-1:stressed") == (replace(TIMELINE.events[1], stressed=False),)
    assert drawn_events(SAMPLE, "timeline-1") == TIMELINE.events
    assert timeline_of_drawing(SAMPLE, "timeline-2") is None
    plain = replace(SAMPLE, timelines=(replace(TIMELINE, events=TIMELINE.events[:1]),))
    assert drawn_events(plain, "timeline-1:stressed") == TIMELINE.events[:1]


def drawn_events(briefing: Briefing, drawing: str) -> tuple[Event, ...]:
    shown = timeline_of_drawing(briefing, drawing)
    return shown.events if shown else ()


def test_pictures_are_found_by_the_names_that_the_document_gives_them() -> None:
    assert picture_of(SAMPLE, LOGO) == ORGANISATION.logo
    assert picture_of(BARE, LOGO) is None
    assert picture_of(SAMPLE, "missing.png") is None
    assert found(document(SAMPLE), "img", "logo")[0].get("src") == LOGO


def test_a_timeline_without_title_or_events() -> None:
    untitled = replace(SAMPLE, timelines=(replace(TIMELINE, title=()),))
    assert found(document(untitled), "figcaption") == []
    empty = replace(SAMPLE, timelines=(Timeline("timeline-1", ("x",), (), place(1)),))
    assert found(document(empty), "figure") == []


def test_sections_and_contents_have_the_same_numbers() -> None:
    tree = document(SAMPLE)
    contents = found(tree, "nav")[0]
    assert [plain_text(each) for each in found(contents, "li")] == [
        "1 Have there been others? ",
        "2 Who leads? ",
        "What you can do ",
        "Corrections ",
        "Sources ",
    ]
    headings = [each for each in found(tree) if each.get("id") in ("have-there-been-others", "the-first", "who-leads")]
    assert [(each.tag, plain_text(each)) for each in headings] == [
        ("h2", "1 Have there been others?"),
        ("h3", "1.1 The first"),
        ("h2", "2 Who leads?"),
    ]
    assert [each.get("data-break") for each in found(tree, "section") if found(each, "h2")[:1] == headings[2:]] == [
        "before"
    ]


def test_a_link_to_what_is_not_shown_becomes_text() -> None:
    here = Element("a", ("here",), {"href": "#the-first"})
    lost = Element("a", ("not ", Element("em", ("here",))), {"href": "#nowhere"}, place(8))
    section = replace(SAMPLE.sections[0], blocks=(paragraph(here, " and ", lost),))
    tree = document(replace(SAMPLE, sections=(section,), notes={}))
    links = found(tree, "a")
    assert "#the-first" in [each.get("href") for each in links]
    assert "#nowhere" not in [each.get("href") for each in links]
    assert "here and not here" in [plain_text(each) for each in found(tree, "p")]


def test_ids_of_the_template_give_way_to_those_of_the_content() -> None:
    sections = tuple(
        Section(name, (name,), (paragraph("x", cited("unhcr"), marker("fn")),), place(9))
        for name in ("sources", "source-unhcr", "note-a", "petition", "summary")
    )
    tree = document(replace(SAMPLE, sections=sections, timelines=()))
    assert found(tree, "li", "source")[0].get("id") == "source-unhcr-"
    assert found(tree, "a", "citation")[0].get("href") == "#source-unhcr-"


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en-GB", "ltr"), ("fa-AF", "rtl"), ("ps", "rtl"), ("ku-Arab", "rtl"), ("uz-Latn-AF", "ltr")],
)
def test_language_and_direction(language: str, direction: str) -> None:
    tree = document(replace(BARE, masthead=replace(BARE.masthead, language=language)))
    assert (tree.get("lang"), tree.get("dir")) == (language, direction)


def test_a_language_without_words_of_its_own_has_english_marked_as_english() -> None:
    tree = document(replace(SAMPLE, masthead=replace(MASTHEAD, language="cy")))
    heading = next(each for each in found(tree, "h2") if each.get("id") == "summary")
    assert heading.children == (Element("span", ("Summary",), {"lang": "en"}),)


@pytest.mark.parametrize(
    ("language", "typed", "said", "day"),
    [
        ("de", "stimmen Sie zu, bis 2026-12-05.", "Alle: stimmen Sie zu, bis 5. Dezember 2026.", "5. Dezember 2026"),
        ("ur", "ووٹ دیں، 2026-12-05 تک۔", "Alle: ووٹ دیں، ۵ دسمبر، ۲۰۲۶ تک۔", "۵ دسمبر، ۲۰۲۶"),
        ("en-GB", "vote, by 2026-12-05.", "Alle: vote, by 5 December 2026.", "5 December 2026"),
    ],
)
def test_a_day_in_edtf_is_said_in_words_and_once(language: str, typed: str, said: str, day: str) -> None:
    text = f"::: asks\n- **Alle**: {typed}\n:::\n\n::: figures\n- **9** Ja.\n  Stand: 2026-12-05; neu.\n:::"
    body = read_body(text, file="briefing.md", language=language)
    masthead = replace(BARE.masthead, language=language)
    tree = document(replace(BARE, masthead=masthead, asks=body.asks, figures=body.figures))
    asks, figures = found(tree, "section", "asks")[0], found(tree, "section", "figures")[0]
    assert [plain_text(each) for each in found(asks, "li")] == [said]
    assert plain_text(found(figures, "p", "caveat")[0]) == f"Stand: {day}; neu."
    assert found(figures, "p", "figure-source") == []


def test_a_draft_is_marked_on_every_page_and_in_the_metadata() -> None:
    for draft in (True, False):
        tree = document(SAMPLE, draft=draft)
        assert bool(found(tree, "span", "draft")) is draft
        assert ("status" in [each.get("name") for each in found(tree, "meta")]) is draft


def test_the_ask_of_the_public_names_the_page_of_the_petition() -> None:
    asks = found(document(SAMPLE), "section", "asks")[0]
    assert [plain_text(each) for each in found(asks, "li")] == [
        "Members of Parliament: ask the Home Secretary. By 10 September 2021.",
        "Ministers: answer by 1 October 2021.",
        "Members of the public: Tell the Government to let more people in. Sign the petition: page ",
    ]
    assert found(asks, "span")[-1].get("data-fill") == "page-of:petition"
