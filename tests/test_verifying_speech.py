"""Tag trees → what a screen reader says."""

from __future__ import annotations

import pytest
from typesetting_tools import pdf_of

from briefing.verifying import Tag
from briefing.verifying.inspecting.inspect import inspect
from briefing.verifying.inspecting.speech import speak, speak_untagged


def tag(role: str, *children: Tag | str, **fields: object) -> Tag:
    return Tag(role, children=children, **fields)


def said(*roots: Tag, language: str = "en-GB") -> list[str]:
    return list(speak(roots, language))


def item(label: str, *body: Tag | str) -> Tag:
    return tag("LI", tag("Lbl", label), tag("LBody", *body))


def test_headings_and_paragraphs():
    document = tag(
        "Document",
        tag("H1", "The title "),
        tag("Sect", tag("H2", "A part"), tag("P", "One ", tag("Span", "and"), " two. ")),
        tag("H", "Any level"),
        tag("Title", "Of all"),
        tag("P", "  "),
        tag("H3"),
    )
    assert said(document) == [
        "Heading level 1: The title",
        "Heading level 2: A part",
        "One and two.",
        "Heading: Any level",
        "Title: Of all",
    ]


def test_text_beside_blocks_is_a_line_of_its_own():
    assert said(tag("Div", "before ", tag("P", "inside"), tag("Span", "aft"), "er")) == ["before", "inside", "after"]


def test_lists_say_how_long_they_are_and_where_they_end():
    inner = tag("L", item("1.", "first"), item("2.", tag("P", "second"), tag("P", "more")))
    outer = tag("L", tag("Caption", "Things"), item("• ", "one", inner), item("–", "two"), tag("LI", tag("P", "bare")))
    assert said(outer) == [
        "List with 3 items",
        "Caption: Things",
        "Bullet one",
        "List with 2 items",
        "1. first",
        "2. second",
        "more",
        "Out of list",
        "Bullet two",
        "bare",
        "Out of list",
    ]


def test_an_item_without_text_is_its_label():
    assert said(tag("L", item("7.")), tag("L", tag("P", "no item"))) == [
        "List with 1 item",
        "7.",
        "Out of list",
        "no item",
    ]


def test_contents_have_entries_of_one_line():
    entry = tag("TOCI", tag("Reference", tag("Link", tag("Lbl", "1"), "Beginning", tag("P", "3"))))
    assert said(tag("TOC", entry)) == [
        "Table of contents with 1 entry",
        "Link: 1 Beginning 3",
        "Out of table of contents",
    ]


def row(*cells: Tag) -> Tag:
    return tag("TR", *cells)


def head(text: str, **fields: object) -> Tag:
    return tag("TH", text, **fields)


def cell(*inside: Tag | str, **fields: object) -> Tag:
    return tag("TD", *inside, **fields)


def test_a_table_gives_each_cell_the_head_of_its_column():
    table = tag(
        "Table",
        tag("Caption", "Losses"),
        tag("THead", row(head("Year", scope="Column"), head("People ", scope="Column"))),
        tag(
            "TBody",
            row(head("1979 ", scope="Row"), cell(tag("P", "many "), tag("P", "and more "))),
            row(cell(), cell("2")),
        ),
    )
    assert said(table) == [
        "Table with 2 columns and 3 rows",
        "Caption: Losses",
        "Row 1. Year; People",
        "Row 2. Year: 1979; People: many and more",
        "Row 3. Year: blank; People: 2",
        "Out of table",
    ]


def test_a_table_without_scopes_takes_its_first_row_for_heads():
    table = tag("Table", row(head("A"), head("B")), row(head("x"), cell("1")), row(cell("y"), cell("2")))
    assert said(table)[1:-1] == ["Row 1. A; B", "Row 2. A: x; B: 1", "Row 3. A: y; B: 2"]


def test_a_table_without_heads():
    assert said(tag("Table", row(cell("a"), cell("b")))) == [
        "Table with 2 columns and 1 row",
        "Row 1. a; b",
        "Out of table",
    ]


def test_heads_over_several_columns_and_rows():
    table = tag(
        "Table",
        tag(
            "THead",
            row(head("Place", rows=2), head("People", columns=2)),
            row(head("in"), head("out")),
        ),
        tag("TBody", row(cell("Kabul"), cell("1"), cell("2"))),
    )
    assert said(table)[:1] == ["Table with 3 columns and 3 rows"]
    assert said(table)[3] == "Row 3. Place: Kabul; People, in: 1; People, out: 2"


def test_a_cell_from_above_takes_its_column():
    table = tag("Table", row(head("A"), head("B")), row(cell("x", rows=2), cell("1")), row(cell("2")))
    assert said(table)[1:-1] == ["Row 1. A; B", "Row 2. A: x; B: 1", "Row 3. B: 2"]


def test_heads_further_down_take_over():
    table = tag("Table", row(head("A")), row(cell("1")), row(head("B")), row(cell("2")))
    assert said(table)[1:-1] == ["Row 1. A", "Row 2. A: 1", "Row 3. A: B", "Row 4. B: 2"]


def test_cells_may_name_their_heads():
    table = tag("Table", row(head("A", id="a"), head("B", id="b")), row(cell("1", headers=("b", "a", "none"))))
    assert said(table)[2] == "Row 2. B, A: 1"


def test_figures_and_formulas():
    found = said(
        tag("Figure", "drawn letters", tag("Caption", "A map of the valley"), alternative="Map"),
        tag("Figure", tag("Caption", "Nameless")),
        tag("P", "a ", tag("Figure", alternative="star"), " b"),
        tag("Formula", "x", alternative="x squared"),
        tag("Formula", "y"),
        tag("Formula"),
    )
    assert found == [
        "Graphic: Map",
        "Caption: A map of the valley",
        "Graphic without a description",
        "Caption: Nameless",
        "a",
        "Graphic: star",
        "b",
        "Formula: x squared",
        "Formula: y",
        "Formula without a description",
    ]


def test_a_graphic_inside_a_cell_or_a_link_stays_in_the_line():
    table = tag("Table", row(cell(tag("Link", tag("Figure", alternative="logo"))), cell(tag("Figure"))))
    assert said(table)[1] == "Row 1. Link: Graphic: logo; Graphic without a description"


def test_links_quotes_notes_and_fields():
    found = said(
        tag("P", "See ", tag("Link", "the report"), ", or ", tag("Link", "x", alternative="our own page"), "."),
        tag("P", "said", tag("Link", "1"), tag("Link", "2")),
        tag("BlockQuote", tag("P", "Words."), tag("P", "More.")),
        tag("Note", tag("Lbl", "1"), "An aside."),
        tag("Note", tag("Lbl", tag("Link", "a")), tag("P", "Another."), tag("P", "It goes on.")),
        tag("Form", "____", alternative="Your name"),
    )
    assert found == [
        "See Link: the report, or Link: our own page.",
        "said Link: 1 Link: 2",
        "Block quote",
        "Words.",
        "More.",
        "Out of block quote",
        "Note: 1 An aside.",
        "Note: Link: a Another.",
        "It goes on.",
        "Form field: Your name",
    ]


def test_changes_of_language_are_named_where_they_happen():
    found = said(
        tag("P", "He said ", tag("Span", "liberté ", language="fr-FR"), "and left."),
        tag("Sect", tag("P", "Guten Tag"), tag("P", "und ", tag("Span", "hello", language="en-US")), language="de"),
        tag("P", "color", language="en-US"),
        tag("P", "salaam", language="fa-AF"),
        tag("P", "qapla", language="tlh"),
        tag("P", "?", language="not a language"),
        tag("P", tag("Span", " ", language="fr"), "nothing French"),
    )
    assert found == [
        "He said (French) liberté (English) and left.",
        "(German) Guten Tag",
        "und (English) hello",
        "color",
        "(Dari) salaam",
        "(Klingon) qapla",
        "?",
        "(English) nothing French",
    ]


def test_a_language_is_named_once_and_never_for_a_comma():
    german = tag("L", item("•", "Eins"), item("2. ", "Zwei"), item("3.", "Drei"), language="de")
    quoted = tag("P", tag("Span", "ja", language="de"), ", ", tag("Span", "nein", language="de"), tag("Span", "."))
    assert said(german, quoted, tag("P", "Yes.")) == [
        "List with 3 items",
        "Bullet (German) Eins",
        "2. Zwei",
        "3. Drei",
        "Out of list",
        "ja, nein.",
        "(English) Yes.",
    ]


def test_words_stay_apart_from_what_is_said_in_the_place_of_others():
    agency = {"expansion": "Environment Agency"}
    found = said(
        tag("P", "The ", tag("Span", "EA ", **agency), tag("Em", "says"), tag("Span", " EA", **agency), "."),
        tag("P", tag("Em", tag("Span", "EA ", **agency)), tag("Strong", tag("Span", "EA", **agency), " "), "EA."),
    )
    assert found == ["The Environment Agency says Environment Agency.", "Environment Agency Environment Agency EA."]


def test_a_long_address_is_not_parted_where_its_lines_end():
    address = "https://example.org/" + "a-long-way/" * 60 + "end"
    words = "Words that go on " * 10
    spoken = inspect(pdf_of(f"<p>See {address} there.</p><p>{words}</p>"), file="x").speech
    assert spoken == (f"See {address} there.", words.strip())


def test_what_stands_for_the_content_is_spoken_and_the_content_is_not():
    found = said(
        tag("P", "The ", tag("Span", "NRF", expansion="National Resistance Front"), " holds"),
        tag("P", "W a r", alternative="War"),
        tag("H2", "UN", expansion="United Nations"),
        tag("Sect", tag("P", "unsaid"), alternative="A whole part", language="fr"),
    )
    assert found == [
        "The National Resistance Front holds",
        "War",
        "Heading level 2: United Nations",
        "(French) A whole part",
    ]


@pytest.mark.parametrize("around", ["Document", "P", "TD"])
def test_artifacts_in_the_tree_are_not_spoken(around):
    assert said(tag(around, tag("Artifact", "page 3"), "text")) == ["text"]


def test_an_untagged_file_is_read_page_by_page():
    assert speak_untagged(["one\ntwo", "", "three"]) == (
        "This file is not tagged: a screen reader has to guess. It may read the texts in this order.",
        "Page 1",
        "one",
        "two",
        "Page 2",
        "Page 3",
        "three",
    )
