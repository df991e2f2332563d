"""The structure tree says what the document says, in its order, and each mark has one element."""

from __future__ import annotations

from collections import Counter

import pytest
from hunting import examples
from hypothesis import given, settings
from made_documents import documents, plain_text
from pdf_tools import Node, Read
from typesetting_tools import METADATA, pdf_of, picture, set_text

from briefing.pdf import write_pdf
from briefing.typesetting import SetDocument, TreeNode


def tree_of(main: str, **options) -> Node:
    return Read(pdf_of(main, **options)).tree


def plain(main: str, **options) -> tuple:
    """Elements under the document, as tuples."""
    kind, *children = tree_of(main, **options).plain()
    assert kind == "Document"
    return tuple(children)


def spoken(node: TreeNode) -> str:
    """What a document says: its texts in reading order, the markers of lists among them."""
    if node.tag in ("head", "header", "footer"):
        return ""
    return node.text if not node.tag else "".join(spoken(child) for child in node.children)


def assert_marks_and_elements_match(read: Read) -> None:
    """Every mark of every page is in the tree once, and the parent tree names its element."""
    there = [
        (page, sequence.mcid)
        for page, sequences in enumerate(read.sequences)
        for sequence in sequences
        if sequence.mcid is not None
    ]
    read.tree.text()
    assert Counter(read.used) == Counter(there)
    numbers = list(read.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page, sequences in enumerate(read.sequences):
        count = sum(sequence.mcid is not None for sequence in sequences)
        owners = parents[int(read.pages[page].StructParents)]
        assert len(owners) == count
        for mcid, owner in enumerate(owners):
            kids = owner.K
            assert any(kid == mcid or (not isinstance(kid, int) and kid.get("/MCID") == mcid) for kid in kids)


@settings(max_examples=examples(60))
@given(documents(plain_text))
def test_the_tree_says_what_the_document_says_in_its_order(html):
    document = set_text(html)
    read = Read(write_pdf(document, METADATA))
    assert "".join(read.tree.text().split()) == "".join(spoken(document.tree).split())
    assert_marks_and_elements_match(read)


def test_marks_match_over_many_pages_with_notes_and_tables():
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(60))
    items = "".join(f"<li>{number} {'word ' * 60}</li>" for number in range(30))
    main = (
        '<p>a<a class="noteref" href="#n">1</a></p><aside class="note" id="n"><p>Note</p></aside>'
        f"<table><thead><tr><th>H</th></tr></thead><tbody>{rows}</tbody></table>"
        f"<ul>{items}</ul>"
    )
    document: SetDocument = set_text(main)
    read = Read(write_pdf(document, METADATA))
    assert len(read.pages) > 3
    assert "".join(read.tree.text().split()) == "".join(spoken(document.tree).split())
    assert_marks_and_elements_match(read)


# What becomes what.


@pytest.mark.parametrize(
    ("main", "elements"),
    [
        ("<p>a</p>", [("P", "a")]),
        (
            "<h1>a</h1><section><h2>b</h2><section><h3>c</h3></section></section>",
            [("H1", "a"), ("Sect", ("H2", "b"), ("Sect", ("H3", "c")))],
        ),
        ("<section><h2>a</h2><p>b</p></section>", [("Sect", ("H1", "a"), ("P", "b"))]),
        ("<p>a <em>b</em> <strong>c</strong></p>", [("P", "a ", "b", " ", "c")]),
        ('<p>a <span lang="fr">b</span></p>', [("P", "a ", ("Span", "b"))]),
        ("<p><q>a</q> <code>b</code></p>", [("P", ("Quote", "a"), " ", ("Code", "b"))]),
        ("<blockquote><p>a</p></blockquote>", [("BlockQuote", ("P", "a"))]),
        ("<aside class='box'><h2>a</h2><p>b</p></aside>", [("Sect", ("H1", "a"), ("P", "b"))]),
        ("<ul><li>a</li></ul>", [("L", ("LI", ("Lbl", "•"), ("LBody", "a")))]),
        ("<ol><li><p>a</p></li></ol>", [("L", ("LI", ("Lbl", "1."), ("LBody", ("P", "a"))))]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", [("L", ("LI", ("Lbl", "a"), ("LBody", "b")))]),
        (
            "<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd><dt>e</dt><dd>f</dd></dl>",
            [
                (
                    "L",
                    ("LI", ("Lbl", "a"), ("Lbl", "b"), ("LBody", "c"), ("LBody", "d")),
                    ("LI", ("Lbl", "e"), ("LBody", "f")),
                )
            ],
        ),
        (
            "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
            [("Table", ("Caption", "c"), ("THead", ("TR", ("TH", "a"))), ("TBody", ("TR", ("TD", "b"))))],
        ),
        (
            '<nav class="contents"><ol><li><a href="#x">a</a></li></ol></nav><p id="x">x</p>',
            [("Sect", ("TOC", ("TOCI", ("Lbl", "1."), ("Reference", ("Link", "a"))))), ("P", "x")],
        ),
        (
            '<nav class="contents"><ol><li><p><a href="#x">a</a></p><ol><li><a href="#x">b</a></li></ol></li></ol>'
            '</nav><p id="x">x</p>',
            [
                (
                    "Sect",
                    (
                        "TOC",
                        (
                            "TOCI",
                            ("Lbl", "1."),
                            ("P", ("Link", "a")),
                            ("TOC", ("TOCI", ("Lbl", "1."), ("Reference", ("Link", "b")))),
                        ),
                    ),
                ),
                ("P", "x"),
            ],
        ),
        ("<p></p>", []),
        ("<hr>", []),
    ],
)
def test_elements_become_standard_types(main, elements):
    assert list(plain(main)) == elements


def test_an_empty_cell_keeps_its_place():
    (table,) = plain("<table><tbody><tr><td></td><td>b</td></tr></tbody></table>")
    assert table == ("Table", ("TBody", ("TR", ("TD",), ("TD", "b"))))


def test_running_lines_are_not_in_the_tree():
    running = '<header class="running" data-on="all"><p>Running</p></header>'
    assert plain("<p>a</p>", running=running) == (("P", "a"),)


# Attributes.


def test_head_cells_say_what_they_head():
    read = Read(
        pdf_of(
            "<table><thead><tr><th>a</th><th scope='col' colspan='2'>b</th></tr></thead>"
            "<tbody><tr><th scope='row'>c</th><td colspan='2'>d</td></tr></tbody></table>"
        )
    )
    heads = [(node.text(), str(node.attribute("/Scope")), node.attribute("/ColSpan")) for node in read.elements("TH")]
    assert heads == [("a", "/Column", None), ("b", "/Column", 2), ("c", "/Row", None)]
    assert [node.attribute("/ColSpan") for node in read.elements("TD")] == [2]


@pytest.mark.parametrize(("tag", "numbering"), [("ol", "/Decimal"), ("ul", "/Disc")])
def test_lists_say_how_they_are_numbered(tag, numbering):
    read = Read(pdf_of(f"<{tag}><li>a</li></{tag}>"))
    (made,) = read.elements("L")
    assert made.attribute("/ListNumbering") == numbering


def test_a_picture_has_its_text_and_its_box():
    read = Read(pdf_of('<img src="one.png" alt="A (grey) box: é" data-width="30mm">', pictures={"one.png": picture()}))
    (figure,) = read.elements("Figure")
    left, bottom, right, top = (float(value) for value in figure.attribute("/BBox"))
    assert str(figure.element.Alt) == "A (grey) box: é"
    assert (right - left, top - bottom) == pytest.approx((30 * 72 / 25.4, 20 * 72 / 25.4), abs=0.01)
    assert (left, top) == pytest.approx((15 * 72 / 25.4, 195 * 72 / 25.4), abs=0.01)


def test_a_figure_holds_its_picture_and_its_caption():
    main = '<figure><img src="one.png" alt="A box"><figcaption>The caption</figcaption></figure>'
    read = Read(pdf_of(main, pictures={"one.png": picture()}))
    (figure,) = read.elements("Figure")
    assert figure.plain() == ("Figure", "", ("Caption", "The caption"))
    assert (str(figure.element.Alt), len(figure.attribute("/BBox"))) == ("A box", 4)


def test_a_code_is_a_figure_with_a_box():
    read = Read(pdf_of('<img alt="A code" data-qr="https://example.org" data-width="30mm">'))
    (figure,) = read.elements("Figure")
    assert str(figure.element.Alt) == "A code"
    assert figure.attribute("/BBox") is not None


def test_other_languages_and_abbreviations_are_said():
    read = Read(pdf_of('<p>a <span lang="fr">b</span> <abbr title="United Nations">UN</abbr></p><p lang="de">c</p>'))
    french, abbreviation = read.elements("Span")
    assert str(french.element.Lang) == "fr"
    assert str(abbreviation.element.E) == "United Nations"
    assert [str(node.element.get("/Lang", "")) for node in read.elements("P")] == ["", "de"]
    assert str(read.tree.element.Lang) == "en-GB"
    assert str(read.pdf.Root.Lang) == "en-GB"


NOTED = (
    '<p>a<a class="noteref" id="r1" href="#n1">1</a></p>'
    '<aside class="note" id="n1"><p><a class="note-mark" href="#r1">1</a> Note</p></aside><p>b</p>'
)


def test_a_note_has_its_id_and_stands_where_the_document_has_it():
    read = Read(pdf_of(NOTED, more='\n[styles.".note-mark"]\n'))
    assert read.tree.plain() == (
        "Document",
        ("P", "a", ("Reference", ("Link", "1"))),
        ("Note", ("Lbl", ("Link", "1")), ("P", " Note")),
        ("P", "b"),
    )
    (note,) = read.elements("Note")
    (leaf,) = read.pdf.Root.StructTreeRoot.IDTree.Kids
    key, owner = leaf.Names
    assert str(note.element.ID) == str(key) == "n1"
    assert owner.objgen == note.element.objgen
    assert [str(limit) for limit in leaf.Limits] == ["n1", "n1"]


def test_a_note_and_its_reference_lead_to_one_another():
    read = Read(pdf_of(NOTED, more='\n[styles.".note-mark"]\n'))
    marker, back = read.links()
    (_, _, _, note_top, _), (_, _, _, marker_top, _) = marker.Dest, back.Dest
    assert float(note_top) - float(marker.Rect[1]) < 0 < float(marker_top) - float(back.Rect[3])


def test_a_citation_is_a_reference():
    main = '<p>a <a class="citation" href="#s">1</a></p><ol><li id="s">Source</li></ol>'
    paragraph, _ = plain(main, more='\n[styles.".citation"]\n')
    assert paragraph == ("P", "a ", ("Reference", ("Link", "1")))


@pytest.mark.parametrize(
    ("main", "elements"),
    [
        ('<p>a <em lang="fr">b</em></p>', [("P", ""), ("Span", "fr")]),
        ('<div lang="fr"><p>a</p><p lang="en-GB">b</p></div>', [("Div", "fr"), ("P", ""), ("P", "en-GB")]),
        ('<ul lang="de"><li lang="de">a</li></ul>', [("L", "de"), ("LI", ""), ("Lbl", ""), ("LBody", "")]),
        ('<p lang="en-GB">a</p>', [("P", "")]),
    ],
)
def test_a_language_is_said_where_it_differs_from_that_around(main, elements):
    read = Read(pdf_of(main))
    _, *nodes = read.tree.walk()
    assert [(node.type, str(node.element.get("/Lang", ""))) for node in nodes] == elements


# Links.

LINKS = (
    '<p>To <a href="https://example.org/a?b=c&amp;d=é">the <em>site</em></a>, to <a href="#there">there</a>'
    ' or write to <a href="mailto:a@example.org">us</a>.</p><h2 id="there" data-break="before">There</h2>'
)


def test_links_lead_where_they_should():
    read = Read(pdf_of(LINKS))
    site, there, mail = read.links()
    assert str(site.A.URI) == "https://example.org/a?b=c&d=%C3%A9"
    assert str(mail.A.URI) == "mailto:a@example.org"
    page, kind, _, top, _ = there.Dest
    assert (read.page_number(page), str(kind)) == (1, "/XYZ")
    assert (210 - 20) * 72 / 25.4 <= float(top) <= 210 * 72 / 25.4
    assert read.links(1) == []


def test_links_say_where_they_lead():
    read = Read(pdf_of(LINKS))
    assert [str(link.Contents) for link in read.links()] == [
        "the site (https://example.org/a?b=c&d=é)",
        "there",
        "us (mailto:a@example.org)",
    ]


def test_the_words_of_a_long_link_are_shortened():
    address = f"https://example.org/{'a' * 1000}"
    read = Read(pdf_of(f'<p><a href="{address}">{"word " * 250}</a></p>'))
    assert {str(link.Contents) for link in read.links()} == {f"{('word ' * 250)[:999]}… ({address[:999]}…)"}


def references(link: Node) -> list:
    return [kid for kid in link.element.K if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]


def test_a_link_s_element_holds_its_text_and_its_annotation():
    read = Read(pdf_of(LINKS))
    numbers = list(read.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for node, link in zip(read.elements("Link"), read.links(), strict=True):
        (reference,) = references(node)
        assert reference.Obj.objgen == link.objgen
        assert parents[int(link.StructParent)].objgen == node.element.objgen
    assert [node.text() for node in read.elements("Link")] == ["the site", "there", "us"]


def test_a_link_over_lines_has_an_annotation_for_each_and_one_element():
    read = Read(pdf_of('<p><a href="https://example.org">one<br>two</a></p>'))
    upper, lower = read.links()
    assert float(upper.Rect[1]) - float(lower.Rect[1]) == pytest.approx(14)
    (link,) = read.elements("Link")
    assert len(references(link)) == 2


def test_a_link_over_pages_has_its_annotations_where_its_lines_are():
    lines = "<br>".join(f"line {number}" for number in range(60))
    read = Read(pdf_of(f'<p><a href="https://example.org">{lines}</a></p>'))
    (link,) = read.elements("Link")
    assert [len(read.links(page)) for page in range(len(read.pages))] == [35, 25]
    assert len(references(link)) == 60


def test_every_area_is_on_the_page_and_upright():
    read = Read(pdf_of(LINKS))
    for link in read.links():
        left, bottom, right, top = (float(value) for value in link.Rect)
        assert 0 < left < right < 148 * 72 / 25.4
        assert 0 < bottom < top < 210 * 72 / 25.4


def test_pages_are_read_in_the_order_of_the_structure():
    read = Read(pdf_of(LINKS))
    assert [str(page.Tabs) for page in read.pages] == ["/S", "/S"]


@pytest.mark.parametrize(
    ("main", "levels"),
    [
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", ["H1", "H2", "H3", "H2"]),
        ("<h1>A</h1><h4>B</h4>", ["H1", "H2"]),
        ("<h1>A</h1><section><h2>B</h2></section><aside><h4>C</h4></aside>", ["H1", "H2", "H2"]),
        (
            "<h1>A</h1><section><h2>B</h2><aside><h4>C</h4></aside><section><h3>D</h3></section></section>",
            ["H1", "H2", "H3", "H3"],
        ),
        ("<section><h2>B</h2></section>", ["H1"]),
    ],
)
def test_headings_have_the_depth_of_what_they_head_and_leave_out_no_level(main, levels):
    def kinds(node: tuple) -> list[str]:
        kind, *children = node
        below = [each for child in children if isinstance(child, tuple) for each in kinds(child)]
        return [kind, *below] if kind in {f"H{level}" for level in range(1, 7)} else below

    assert kinds(tree_of(main).plain()) == levels
