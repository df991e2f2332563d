"""Structure trees of any writer → elements with their texts."""

from __future__ import annotations

import pytest
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, String

from briefing.verifying import Inspection, Tag
from briefing.verifying.inspecting import tags
from briefing.verifying.inspecting.inspect import inspect


def read(made: Made) -> Inspection:
    return inspect(made.data(), file="made.pdf")


def plain(tag: Tag | str) -> object:
    """Roles and texts as tuples."""
    return tag if isinstance(tag, str) else (tag.role, *(plain(child) for child in tag.children))


def tree(made: Made) -> list[object]:
    return [plain(tag) for tag in read(made).tags or ()]


def problems(made: Made) -> list[str]:
    return [problem.message for problem in read(made).problems]


def test_elements_and_texts_come_in_the_order_of_the_tree_not_of_the_page():
    made = Made(words("second", "first"))
    made.tag(("Document", ("H1", 1), ("P", 0)))
    assert tree(made) == [("Document", ("H1", "first"), ("P", "second "))]


def test_a_file_without_a_tree_has_no_tags():
    assert read(Made(words("text"))).tags is None


def test_an_empty_tree_is_none():
    made = Made(words("text"))
    made.tag()
    assert read(made).tags is None


def test_the_role_map_is_followed_to_a_standard_type():
    made = Made(words("a", "b", "c"))
    roles = Dictionary(Head=Name.Title2, Title2=Name.H2, P=Name.H6, Round=Name.About, About=Name.Round)
    made.tag(("Head", 0), ("P", 1), ("Round", 2), RoleMap=roles)
    found = read(made).tags or ()
    assert [(tag.role, tag.name) for tag in found] == [("H2", "Head"), ("P", ""), ("Round", "")]


def test_namespaces_of_pdf_2_have_role_maps_of_their_own():
    made = Made(words("a", "b"))
    standard = made.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn")))
    own = Dictionary(NS=String("urn:own"), RoleMapNS=Dictionary(note=Array([Name.FENote, standard]), para=Name.P))
    made.tag(("note", {"NS": own}, 0), ("para", {"NS": own}, 1))
    assert [(tag.role, tag.name) for tag in read(made).tags or ()] == [("FENote", "note"), ("P", "para")]


def test_actual_text_takes_the_place_of_what_is_shown():
    made = Made(words("W a r n i n g", "rest"))
    made.tag(("P", ("Span", {"ActualText": String("Warning")}, 0), ("Span", {"ActualText": String("")}, 1)))
    assert tree(made) == [("P", ("Span", "Warning"), ("Span",))]


def test_spaces_at_the_ends_of_actual_text_part_words():
    made = Made(words("a", "b", "c"))
    made.tag(("P", ("Span", {"ActualText": String("one  ")}, 0), ("Span", {"ActualText": String("two")}, 1), 2))
    assert tree(made) == [("P", ("Span", "one "), ("Span", "two"), "c")]
    ((tag,),) = [tag.children[:1] for tag in read(made).tags or ()]
    assert tag.actual_text == "one"


def test_actual_text_of_marked_content_takes_the_place_of_what_is_shown():
    made = Made(b"/P <</MCID 0>> BDC BT /F 12 Tf 20 300 Td (a ) Tj /Span <</ActualText (fi)>> BDC (x) Tj EMC ET EMC")
    made.tag(("P", 0))
    assert tree(made) == [("P", "a fi")]


def test_texts_that_an_element_has_beside_its_content():
    made = Made(words("NRF", "Bonjour", "again"))
    made.root.Lang = String("en-GB")
    made.tag(
        ("Span", {"E": String("National  Resistance Front"), "Lang": String("EN-gb")}, 0),
        ("P", {"Lang": String("fr"), "T": String("Greeting")}, 1, ("Span", {"Lang": String("fr")}, 2)),
        ("Figure", {"Alt": String("A map")}),
    )
    first, second, third = read(made).tags or ()
    assert (first.expansion, first.language) == ("National Resistance Front", "")
    assert (second.language, second.title, second.page) == ("fr", "Greeting", 1)
    assert [child.language for child in second.children if isinstance(child, Tag)] == [""]
    assert (third.alternative, third.page) == ("A map", None)


def test_what_marked_content_says_of_its_text_makes_a_span():
    stream = b"""/P <</MCID 0 /Lang (en)>> BDC BT /F 12 Tf 20 300 Td (He said ) Tj
        /Span <</Lang (fr)>> BDC (oui) Tj EMC ( to the ) Tj /Span <</E (United Nations)>> BDC (UN) Tj EMC ET EMC"""
    made = Made(stream)
    made.root.Lang = String("en")
    made.tag(("P", 0))
    (found,) = read(made).tags or ()
    assert found.children == (
        "He said ",
        Tag("Span", children=("oui",), page=1, language="fr"),
        " to the ",
        Tag("Span", children=("UN",), page=1, expansion="United Nations"),
    )


def test_attributes_come_from_classes_and_from_the_element_itself():
    made = Made(words("a", "b", "c"))
    heads = Array([Dictionary(O=Name.Table, Scope=Name.Column), Dictionary(O=Name.Table, ColSpan=2)])
    made.tag(
        ("TH", {"C": Name.Head, "ID": String("h1")}, 0),
        ("TH", {"C": Array([Name.Head, Name.Missing]), "A": Dictionary(O=Name.Table, Scope=Name.Row)}, 1),
        ("TD", {"A": Array([Dictionary(O=Name.Table, RowSpan=3, Headers=Array([String("h1")])), 0])}, 2),
        ClassMap=Dictionary(Head=heads),
    )
    found = [(tag.scope, tag.columns, tag.rows, tag.id, tag.headers) for tag in read(made).tags or ()]
    assert found == [("Column", 2, 1, "h1", ()), ("Row", 2, 1, "", ()), ("", 1, 3, "", ("h1",))]


@pytest.mark.parametrize("span", [-4, 0, 10**9, Name.Two, None, True])
def test_a_span_is_a_small_number(span):
    made = Made(words("a"))
    made.tag(("TD", {"A": Dictionary(O=Name.Table, ColSpan=span)}, 0))
    (cell,) = read(made).tags or ()
    assert cell.columns in (1, tags.MOST_SPANNED)


def test_a_text_that_goes_on_over_a_page_keeps_its_words_apart():
    made = Made(words("at the end"), words("of a page"))
    made.tag(("P", ("Link", 0), made.mark(0, page=2)))
    assert tree(made) == [("P", ("Link", "at the end"), " of a page")]


def test_marks_of_forms_are_found_by_the_form_and_forms_in_forms():
    made = Made()
    inner = made.form(words("inner", first=0, top=100))
    outer = made.form(b"/In Do " + words("outer", first=0, top=200), In=inner)
    other = made.form(words("other", first=0, top=300))
    page = made.page()
    page.Resources.XObject = Dictionary(A=other, B=outer)
    page.Contents = made.pdf.make_stream(b"/B Do /A Do " + words("page", first=0))
    texts = [("P", made.mark(0, stream=stream)) for stream in (other, inner, outer)]
    made.tag(*texts, ("P", 0))
    assert [("".join(each[1:])).strip() for each in tree(made)] == ["other", "inner", "outer", "page"]


def test_what_a_form_shows_belongs_to_the_mark_in_which_it_is_drawn():
    made = Made(b"/Figure <</MCID 0>> BDC /X Do EMC")
    made.page().Resources.XObject = Dictionary(X=made.form(b"BT /F 12 Tf 20 300 Td (inside) Tj ET"))
    made.tag(("Figure", 0))
    assert tree(made) == [("Figure", "inside")]


def test_a_mark_that_only_a_form_has_is_found_there():
    made = Made(b"/X Do")
    made.page().Resources.XObject = Dictionary(X=made.form(words("inside", first=7)))
    made.tag(("P", 7))
    assert tree(made) == [("P", "inside")]


def test_a_form_field_and_a_note_on_the_page_are_told_by_their_annotations():
    made = Made()
    field = made.annotate(Dictionary(Subtype=Name.Widget, TU=String("Your name"), T=String("n")))
    made.root.AcroForm = Dictionary(Fields=Array([field]))
    sticker = made.annotate(Dictionary(Subtype=Name.Text, Contents=String("Check this")))
    made.tag(("Form", made.annotation(field)), ("Annot", made.annotation(sticker)))
    assert [tag.alternative for tag in read(made).tags or ()] == ["Your name", "Check this"]


def test_a_mark_that_the_page_does_not_have_leaves_nothing():
    made = Made(words("here"))
    made.tag(("P", 0, 5), ("P", -1), ("P", 2**40))
    assert tree(made) == [("P", "here"), ("P",), ("P",)]


def test_a_tree_that_leads_back_to_itself_is_cut_there():
    made = Made(words("a"))
    root = made.tag(("Document", ("Sect", 0)))
    document = root.K[0]
    document.K[0].K.append(document)
    assert tree(made) == [("Document", ("Sect", "a"))]
    assert problems(made) == [
        "The tag tree leads back to itself: a screen reader may read parts twice, or stop.",
    ]


def test_a_tree_that_is_deeper_than_any_document_is_cut():
    made = Made(words("a"))
    nested: tuple[object, ...] = ("P", 0)
    for _ in range(tags.DEEPEST + 20):
        nested = ("Note", nested)
    made.tag(nested)
    found = read(made)
    depth, below = 0, found.tags
    while below:
        depth, below = depth + 1, tuple(child for child in below[0].children if isinstance(child, Tag))
    assert depth == tags.DEEPEST
    assert [problem.id for problem in found.problems] == ["tags-cut"]
    assert found.problems[0].message == (
        "The tag tree is larger or deeper than any document needs: what comes after the limit was left out."
    )


def test_a_tree_of_very_many_elements_is_cut(monkeypatch):
    monkeypatch.setattr(tags, "MOST_NODES", 50)
    made = Made(words("a"))
    made.tag(*(("P", 0) for _ in range(100)))
    found = read(made)
    assert [problem.id for problem in found.problems] == ["tags-cut"]
    assert len(found.tags or ()) == 25


def test_the_deepest_tree_is_spoken():
    made = Made(words("deep"))
    nested: tuple[object, ...] = ("P", 0)
    for _ in range(tags.DEEPEST - 1):
        nested = ("Note", nested)
    made.tag(nested)
    assert read(made).speech == ("Note: " * (tags.DEEPEST - 1) + "deep",)


@pytest.mark.parametrize("wrong", [5, "text", Name.Wrong, Array([]), Array([Array([0])]), None, True])
def test_wrong_kids_are_left_out(wrong):
    made = Made(words("a"))
    root = made.tag(("P", 0))
    root.K[0].K = Array([wrong, 0, Dictionary(Nothing=1), Dictionary(Type=Name.MCR), Dictionary(Obj=wrong)])
    assert tree(made) == [("P", "a")]
