"""The structure tree as values: from a numbered tree and marks, without a page or a byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_documents import element

from briefing.errors import LayoutError, Position
from briefing.model import Element
from briefing.tagging import (
    FigurePart,
    MarkedContent,
    Marks,
    ObjectReference,
    StructureElement,
    check_conforming,
    roles_of,
    structure_of,
    typed_texts,
)
from briefing.templating import parse_html
from briefing.typesetting import TreeNode
from briefing.typesetting.tree import number_tree

DOCS = Path(__file__).parent.parent / "docs" / "tags.md"
PAGE = '<html lang="en-GB"><head><title>T</title></head><body><main>{}</main></body></html>'


def numbered(main: str) -> TreeNode:
    return number_tree(parse_html(PAGE.format(main)), marker="•")


def built(tree: TreeNode, marks: Marks, **options) -> StructureElement:
    wanted = {"links": {}, "figures": {}, **options}
    return structure_of(tree, roles=roles_of(tree), marks=marks, typed=typed_texts(tree), language="en-GB", **wanted)


def checked(tree: TreeNode, **options) -> None:
    wanted = {"title": "T", "language": "en-GB", **options}
    check_conforming(tree, typed=typed_texts(tree), **wanted)


def test_marks_belong_to_the_nearest_element_around_them():
    section = "<section><h2>A <em>b</em></h2><p>c</p><p>d <abbr title='e'>f</abbr></p></section>"
    tree = numbered(f"{section}<ul><li>g</li></ul>")
    roles = roles_of(tree).of_marks
    texts = {node.text: roles[node.number] for node in tree.walk() if node.text}
    assert texts == {"T": "P", "A ": "H1", "b": "H1", "c": "P", "d ": "P", "f": "Span", "•": "Lbl", "g": "LBody"}


def drawn(tree: TreeNode, page: int = 0) -> Marks:
    """Marks as if every text were drawn on one page in its order."""
    marks = Marks()
    for node in first(tree, "main").walk():
        if node.text:
            marks.open(page, node.number)
    return marks


def first(tree: TreeNode, tag: str) -> TreeNode:
    return next(node for node in tree.walk() if node.tag == tag)


# Marks.


def test_marks_count_from_nought_on_each_page():
    marks = Marks()
    assert [marks.open(page, node) for page, node in [(0, 7), (0, 8), (1, 8), (0, 8)]] == [0, 1, 0, 2]
    assert list(marks.of(8)) == [MarkedContent(0, 1), MarkedContent(1, 0), MarkedContent(0, 2)]
    assert (marks.count(0), marks.count(1), marks.count(2)) == (3, 1, 0)
    assert list(marks.of(9)) == []


# Structure.


def test_what_was_not_drawn_leaves_no_element():
    tree = numbered("<section><h2>a</h2><p>b</p></section><p>c</p>")
    marks = Marks()
    marks.open(0, next(node for node in tree.walk() if node.text == "c").number)
    (paragraph,) = built(tree, marks).kids
    assert isinstance(paragraph, StructureElement)
    assert (paragraph.type, paragraph.kids) == ("P", [MarkedContent(0, 0)])


def test_a_paragraph_over_two_pages_has_a_mark_on_each():
    tree = numbered("<p>a</p>")
    (text,) = (node for node in tree.walk() if node.text == "a")
    marks = Marks()
    marks.open(4, text.number)
    marks.open(5, text.number)
    (paragraph,) = built(tree, marks).kids
    assert paragraph.kids == [MarkedContent(4, 0), MarkedContent(5, 0)]


def test_the_annotations_of_a_link_come_after_its_words():
    tree = numbered('<p><a href="https://example.org">a</a></p>')
    links = {first(tree, "a").number: [ObjectReference(0, 3), ObjectReference(1, 4)]}
    (paragraph,) = built(tree, drawn(tree), links=links).kids
    (link,) = paragraph.kids
    assert (link.type, link.kids) == ("Link", [MarkedContent(0, 0), ObjectReference(0, 3), ObjectReference(1, 4)])


def test_a_link_that_leads_nowhere_is_a_span():
    tree = numbered('<p id="x"><a href="#x">a</a></p>')
    (paragraph,) = built(tree, drawn(tree)).kids
    assert [kid.type for kid in paragraph.kids] == ["Span"]


def test_a_note_without_a_mark_before_it_is_as_it_was():
    tree = numbered('<p><a class="noteref" href="#n">1</a></p><aside class="note" id="n"><p>a</p></aside>')
    _, note = built(tree, drawn(tree)).kids
    assert (note.type, note.id, [kid.type for kid in note.kids]) == ("Note", "n", ["P"])


def test_a_note_that_is_its_mark_alone_has_no_empty_paragraph():
    tree = numbered('<aside class="note" id="n"><p><a class="note-mark" href="#n">1</a></p><p>b</p></aside>')
    links = {first(tree, "a").number: [ObjectReference(0, 0)]}
    (note,) = built(tree, drawn(tree), links=links).kids
    assert [kid.type for kid in note.kids] == ["Lbl", "P"]


# Text from right to left.


def plain(element: StructureElement) -> list[object]:
    """What was typed, of elements that say it, and the types of the others with what is in them."""
    return [
        kid.actual or (kid.type, *plain(kid)) for kid in element.kids if isinstance(kid, StructureElement)
    ]  # fmt: skip


def test_what_is_drawn_from_right_to_left_is_told_as_it_was_typed():
    tree = numbered("<p>שלום</p>")
    (paragraph,) = built(tree, drawn(tree)).kids
    assert paragraph.kids == [StructureElement("Span", [MarkedContent(0, 0)], actual="שלום")]


def test_text_beside_it_moves_too_and_is_told_as_it_was_typed():
    tree = numbered("<p>שלום <strong>123 - 456</strong> a</p><p>b</p>")
    turned, paragraph = built(tree, drawn(tree)).kids
    assert plain(turned) == ["שלום ", "123 - 456", " a"]
    assert paragraph.kids == [MarkedContent(0, 3)]


def test_where_all_runs_from_right_to_left_all_is_told():
    tree = numbered('<section dir="rtl"><p>a (b)</p><p dir="ltr">c</p></section><p lang="fa">d</p><p>e</p>')
    section, persian, last = built(tree, drawn(tree)).kids
    assert plain(section) == [("P", "a (b)"), ("P",)]
    assert (plain(persian), plain(last)) == (["d"], [])
    assert persian.language == "fa"


def test_other_children_of_a_paragraph_stay_beside_what_is_told():
    tree = numbered('<p lang="he">א <a href="https://example.org">ב</a> ג</p>')
    links = {first(tree, "a").number: [ObjectReference(0, 0)]}
    (paragraph,) = built(tree, drawn(tree), links=links).kids
    assert plain(paragraph) == ["א ", ("Link", "ב"), " ג"]
    assert paragraph.kids[1].kids[1:] == [ObjectReference(0, 0)]


def test_a_line_that_ends_by_hand_is_told_as_a_space():
    tree = numbered("<p>א<br>ב<br><br>ג</p>")
    (paragraph,) = built(tree, drawn(tree)).kids
    assert plain(paragraph) == ["א ", "ב ", "ג"]


def test_text_over_two_pages_is_told_once():
    tree = numbered("<p>שלום</p>")
    (text,) = (node for node in tree.walk() if node.text == "שלום")
    marks = Marks()
    marks.open(4, text.number)
    marks.open(5, text.number)
    (paragraph,) = built(tree, marks).kids
    assert paragraph.kids == [StructureElement("Span", [MarkedContent(4, 0), MarkedContent(5, 0)], actual="שלום")]


def test_what_was_not_drawn_is_not_told():
    tree = numbered("<p>שלום</p><p>a</p>")
    marks = Marks()
    marks.open(0, next(node for node in tree.walk() if node.text == "a").number)
    assert [kid.kids for kid in built(tree, marks).kids] == [[MarkedContent(0, 0)]]


def test_a_text_to_be_told_that_is_too_long_for_a_string_is_refused():
    tree = numbered(f"<p>{'ש' * 16_383}</p><p>{'a' * 16_383}</p>")
    with pytest.raises(LayoutError) as caught:
        checked(tree, language="en")
    assert str(caught.value) == (
        "error  too-long\n  This text has 16,383 characters, more than an archival file may hold in one piece.\n"
        "  Shorten it."
    )


def test_a_table_of_which_nothing_is_drawn_leaves_nothing():
    tree = numbered("<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>")
    marks = Marks()
    marks.open(0, first(tree, "p").children[0].number)
    assert [kid.type for kid in built(tree, marks).kids] == ["P"]


# Figures.


def test_a_figure_has_its_words_and_its_box():
    tree = numbered('<figure><img src="a.png" alt="A dog"><figcaption>c</figcaption></figure>')
    picture = first(tree, "img")
    (figure,) = built(tree, drawn(tree), figures={picture.number: (FigurePart((1, 2, 3, 4)),)}).kids
    assert (figure.type, figure.alternative) == ("Figure", "A dog")
    assert figure.attributes == ("Layout", {"BBox": (1, 2, 3, 4), "Placement": "Block"})


def test_an_ornament_is_no_figure_and_its_caption_stands_in_a_division():
    tree = numbered('<figure><img src="a.png" alt=""><figcaption>c</figcaption></figure>')
    (division,) = built(tree, drawn(tree)).kids
    assert (division.type, [kid.type for kid in division.kids]) == ("Div", ["Caption"])


@pytest.mark.parametrize(
    ("main", "types"),
    [
        ("<section><div>a</div><div>b</div></section>", ["Sect", ["P"], ["P"]]),
        ("<aside class='box'>a<p>b</p>c <em>d</em></aside>", ["Sect", ["P"], ["P"], ["P"]]),
        ("<aside class='box'>a</aside>", ["Sect", ["P"]]),
        ("<div>a<p>b</p></div>", [["P"], ["P"]]),
        ("<figure><div><img src='a.png' alt='A'></div><figcaption>c</figcaption></figure>", ["Figure", ["Caption"]]),
    ],
)
def test_text_between_blocks_is_a_paragraph(main, types):
    def plain(element):
        return [element.type, *(plain(kid) for kid in element.kids if isinstance(kid, StructureElement))]

    tree = numbered(main)
    kids = [plain(kid) for kid in built(tree, drawn(tree)).kids]
    assert kids == (types if isinstance(types[0], list) else [types])


# What cannot conform.


def problems(*main: Element, **options: str) -> list[str]:
    tree = number_tree(element("html", *main), marker="•")
    with pytest.raises(LayoutError) as caught:
        checked(tree, **options, position=Position("a.md", 2, 3))
    return [str(each).splitlines()[0] for each in caught.value.diagnostics]


def test_a_document_that_can_conform_passes():
    checked(numbered('<p lang="fr">a</p><img src="a.png" alt="A dog">'))


def test_everything_that_cannot_conform_is_said_at_once():
    foreign = Element("p", ("a",), {"lang": "not a tag"}, Position("b.md", 7))
    silent = Element("img", (), {"src": "a.png"}, Position("b.md", 8))
    assert problems(foreign, silent, title=" ", language="") == [
        "a.md:2:3  error  no-title",
        "a.md:2:3  error  no-language",
        "b.md:7:1  error  unknown-language",
        "b.md:8:1  error  missing-alt",
    ]


def test_what_is_longer_than_a_string_may_be_is_refused():
    """ISO 19005-2, 6.1.13: at most 32,767 bytes, which an address has when it is percent-encoded."""
    long = [
        Element("h2", ("é" * 16_383,), {}, Position("b.md", 7)),
        Element("img", (), {"alt": "é" * 16_383}, Position("b.md", 8)),
        Element("p", (Element("a", ("x",), {"href": "é" * 5_462}, Position("b.md", 9)),)),
    ]
    tree = number_tree(element("html", *long), marker="•")
    with pytest.raises(LayoutError) as caught:
        checked(tree)
    too_long = "characters, more than an archival file may hold in one piece.\n  Shorten it."
    assert list(map(str, caught.value.diagnostics)) == [
        f"b.md:7:1  error  too-long\n  This heading has 16,383 {too_long}",
        f"b.md:8:1  error  too-long\n  This alt text has 16,383 {too_long}",
        f"b.md:9:1  error  too-long\n  This address has 5,462 {too_long}",
    ]


def test_the_longest_strings_pass():
    link = Element("a", ("x",), {"href": "é" * 5_461})
    tree = number_tree(element("html", Element("h2", ("é" * 16_382,)), element("p", link)), marker="•")
    checked(tree)


@pytest.mark.parametrize("tag", ["english!", "e", "en_GB", "en-", "-en", "en-overlongsubtag", "x"])
def test_a_language_that_is_no_tag_is_refused(tag):
    assert problems(language=tag) == ["a.md:2:3  error  unknown-language"]


@pytest.mark.parametrize("tag", ["en", "fa-AF", "zh-Hant-TW", "de-1996", "x-own", "sl-rozaj-biske"])
def test_a_language_may_be_any_tag(tag):
    checked(numbered("<p>a</p>"), language=tag)


# The page about it.

_PLAIN = ("div", "strong", "em", "sup", "sub", "time", "cite", "span")


def documented() -> list[tuple[str, str]]:
    """Tags with the types that ``docs/tags.md`` gives them, where a row is about plain tags."""
    pairs: list[tuple[str, str]] = []
    rows = re.findall(r"^\| ((?:`[a-z0-9]+`(?:, )?)+) \| ([A-Z][A-Za-z, ]*) \|", DOCS.read_text("utf-8"), re.MULTILINE)
    for left, right in rows:
        tags, types = re.findall(r"`(\w+)`", left), right.split(", ")
        pairs += zip(tags, types if len(types) > 1 else types * len(tags), strict=True)
    return pairs


def test_every_type_has_its_row():
    pairs = documented()
    assert len(pairs) > 20
    for tag, type_ in pairs:
        tree = number_tree(element("html", element("main", element(tag, "x", alt="x", title="x"))), marker="•")
        assert roles_of(tree).own[first(tree, tag).number] == type_, tag


def test_tags_without_an_element_are_listed():
    tree = number_tree(element("html", *(element(tag, "x", element("p")) for tag in _PLAIN)), marker="•")
    assert set(roles_of(tree).own.values()) == {"Document", "P"}
    (row,) = re.findall(r"^\| (.*) \| no element of their own", DOCS.read_text("utf-8"), re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", row)) == _PLAIN
