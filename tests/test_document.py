"""Documents are set: HTML becomes fragments on pages, or every reason why not is said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hunting import examples
from hypothesis import given, settings
from made_documents import any_text, documents
from typesetting_tools import library, node_of, page_of, pdf_of, picture, set_text, shown, small_theme

from briefing.errors import LayoutError, errors_of
from briefing.model import Element
from briefing.typesetting import NumberHole, PictureMark, SetDocument, set_document

MM = 72 / 25.4
LINES = "".join(f"<p>Line {number}</p>" for number in range(100))


def operations(document: SetDocument, kind: type) -> list:
    return [
        each
        for page in document.pages
        for placed in page.fragments
        for each in placed.fragment.operations
        if isinstance(each, kind)
    ]


def problems(main: str, **options) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        set_text(main, **options)
    assert errors_of(caught.value.diagnostics) == caught.value.diagnostics
    return [str(each) for each in caught.value.diagnostics]


# Text.


def test_text_reaches_the_page_as_typed():
    document = set_text("<p>a &lt; b &amp; &quot;c&quot; {{ x }} &lt;img src=/etc/passwd&gt;</p>")
    assert shown(document) == [['a < b & "c" {{ x }} <img src=/etc/passwd>']]


def test_a_word_of_two_hundred_letters_is_cut_and_whole():
    (page,) = shown(set_text(f"<p>{'w' * 200}</p>"))
    assert "".join(page) == "w" * 200
    assert len(page) > 2


def test_elements_stand_in_reading_order():
    main = (
        "<h1>One</h1><section><h2>Two</h2><p>Three <em>four</em></p><ul><li>Five</li></ul></section>"
        "<dl><dt>Six</dt><dd>Seven</dd></dl><blockquote><p>Eight</p></blockquote><aside class='box'>Nine</aside>"
    )
    (page,) = shown(set_text(main))
    assert page == ["One", "Two", "Three ", "four", "•", "Five", "Six", "Seven", "Eight", "Nine"]


def test_ordered_items_are_numbered_from_their_start():
    main = '<ol start="4"><li>a</li><li>b</li></ol><ul><li>c</li></ul>'
    assert shown(set_text(main)) == [["4.", "a", "5.", "b", "•", "c"]]


def test_text_beside_blocks_gets_a_paragraph_of_its_own():
    assert shown(set_text("<ul><li>one <em>two</em><ul><li>three</li></ul></li></ul>")) == [
        ["•", "one ", "two", "•", "three"]
    ]


def test_text_in_columns_stands_side_by_side():
    (page,) = set_text('<div class="pair"><p>left</p><p>right</p></div>').pages
    (placed,) = page.fragments
    shifts = [each for each in placed.fragment.operations if isinstance(each, str) and each.endswith(" cm")]
    assert len(shifts) == 2
    assert float(shifts[1].split()[4]) == pytest.approx((148 - 30 - 30) * MM, abs=0.01)


def test_a_document_without_text_is_one_empty_page():
    assert shown(set_text("<p></p>")) == [[]]


# Pages.


def test_text_goes_on_over_the_pages_and_stays_inside_the_margins():
    document = set_text(LINES)
    assert [text for page in shown(document) for text in page] == [f"Line {number}" for number in range(100)]
    for number, page in enumerate(document.pages):
        for placed in page.fragments:
            assert placed.x == pytest.approx(15 * MM)
            assert placed.y >= 20 * MM - 0.01
            assert placed.y + placed.fragment.height <= (210 - (20 if number else 15)) * MM + 0.01


def test_the_room_between_blocks_is_the_larger_of_what_they_ask_for():
    (page,) = set_text("<p>one</p><h2>two</h2>", more="\n[styles.h2x]\n").pages
    upper, lower = page.fragments
    assert upper.y - (lower.y + lower.fragment.height) == pytest.approx(7)


@pytest.mark.parametrize(
    ("main", "pages"),
    [
        ('<p>one</p><p data-break="before">two</p>', [["one"], ["two"]]),
        ('<p data-break="before">one</p><p>two</p>', [["one", "two"]]),
        ('<p>one</p><section data-break="before"><h2>two</h2></section>', [["one"], ["two"]]),
    ],
)
def test_a_page_break_can_be_forced(main, pages):
    assert shown(set_text(main)) == pages


def test_a_page_break_can_be_forbidden():
    count = len(shown(set_text(LINES))[0])
    lines = "".join(f"<p>Line {number}</p>" for number in range(count))
    first, second = shown(set_text(f'{lines}<p data-break="avoid">last</p>'))
    assert (first[-1], second) == (f"Line {count - 2}", [f"Line {count - 1}", "last"])


def test_a_heading_is_never_alone_at_the_foot_of_a_page():
    ends = set()
    for height in range(130, 170):
        more = f'\n[styles.".filled"]\nminimum_height_mm = {height}\n'
        pages = shown(set_text('<div class="filled"><p>a</p></div><h2>Heading</h2><p>text</p>', more=more))
        assert pages in ([["a", "Heading", "text"]], [["a"], ["Heading", "text"]])
        ends.add(len(pages))
    assert ends == {1, 2}


def test_what_stays_together_is_not_parted():
    count = len(shown(set_text(LINES))[0])
    lines = "".join(f"<p>Line {number}</p>" for number in range(count - 2))
    inner = "<p>a</p><p>b</p><p>c</p>"
    assert shown(set_text(f"{lines}<section>{inner}</section>"))[1] == ["c"]
    assert shown(set_text(f'{lines}<section data-break="together">{inner}</section>'))[1] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("where", "on_pages"), [("all", [True, True, True]), ("first", [True, False, False]), ("rest", [False, True, True])]
)
def test_running_lines_stand_on_their_pages(where, on_pages):
    running = f'<header class="running" data-on="{where}"><p>Running</p></header>'
    pages = shown(set_text('<p>a</p><p data-break="before">b</p><p data-break="before">c</p>', running=running))
    assert ["Running" in page for page in pages] == on_pages


def test_running_lines_stand_where_the_theme_says_and_belong_to_nobody():
    running = '<header class="running" data-on="all"><p>Up</p></header><footer data-on="all"><p>Down</p></footer>'
    header, footer, _ = set_text("<p>a</p>", running=running).pages[0].fragments
    assert (210 * MM - header.y - header.fragment.height) == pytest.approx(8 * MM)
    assert (210 * MM - footer.y - footer.fragment.height) == pytest.approx(200 * MM)
    assert {type(each).__name__ for each in header.fragment.operations} == {"str", "Artifact", "Show", "Close"}


def test_a_document_over_the_template_s_pages_is_told_by_how_much():
    document = set_text(f"<section><h2>Long</h2>{LINES}</section>")
    count = len(document.pages)
    (warning,) = document.diagnostics
    lines = sum(len(page) for page in shown(document)[4:])
    assert (warning.severity, warning.id) == ("warning", "too-long")
    assert warning.message.startswith(
        f"The document has {count} pages, {count - 4} page{'s' if count > 5 else ''} more than the 4 that its template"
    )
    assert f"about {lines} line" in warning.message
    assert set_text("<p>short</p>").diagnostics == ()


def test_the_longest_block_is_named_by_the_beginning_of_its_heading():
    document = set_text(f"<section><h2>{'Many words. ' * 20}</h2>{LINES}</section>")
    (warning,) = document.diagnostics
    assert warning.hint.startswith(
        'Shorten the text, or choose another template. The longest block is "Many words. Many words. Many words. Many…"'
    )


def test_a_theme_says_what_begins_a_page():
    texts = '<p>a</p><div class="box"><p>b</p></div><p class="running">c</p>'
    more = "".join(f'\n[styles."{each}"]\nbreak_before = true\n' for each in ("div.box", "p.running"))
    assert shown(set_text(texts)) == [["a", "b", "c"]]
    assert shown(set_text(texts, more=more)) == [["a"], ["b"], ["c"]]


# Page numbers.


def test_page_numbers_have_room_for_the_figures_of_the_template():
    (hole,) = operations(set_text('<p>Page <span data-fill="page"></span></p>'), NumberHole)
    digit = hole.digits[0].advance * hole.size / 1000
    assert hole.width == pytest.approx(digit)


def test_a_document_of_ten_pages_has_room_for_two_figures_everywhere():
    pages = '<p data-break="before"><span data-fill="pages"></span></p>' * 10
    holes = operations(set_text(pages), NumberHole)
    assert len(holes) == 10
    assert {round(hole.width / (hole.digits[0].advance * hole.size / 1000)) for hole in holes} == {2}


# Notes.


NOTE = '<p>Text<a class="noteref" href="#n1">1</a></p><aside class="note" id="n1"><p>The note.</p></aside>'


def test_a_note_stands_at_the_foot_of_its_page_below_a_rule():
    text, rule, note = set_text(NOTE).pages[0].fragments
    assert note.y == pytest.approx(20 * MM)
    assert rule.y > note.y + note.fragment.height
    assert text.y > rule.y
    assert [each for page in shown(set_text(NOTE)) for each in page] == ["Text", "1", "The note."]


def test_a_note_in_a_table_and_in_a_list_is_not_lost():
    marker = '<a class="noteref" href="#n1">1</a>'
    for main in (
        f"<ul><li>Item{marker}</li></ul>",
        f"<table><tbody><tr><td>Cell{marker}</td></tr></tbody></table>",
        f'<div class="pair"><p>a</p><p>b{marker}</p></div>',
        f'<aside class="box"><p>b{marker}</p></aside>',
        f"<h2>Heading{marker}</h2>",
        f"<dl><dt>Term{marker}</dt><dd>b</dd></dl>",
    ):
        document = set_text(f'{main}<aside class="note" id="n1"><p>The note.</p></aside>')
        assert "The note." in shown(document)[0], main


# Pictures.


IMAGE = '<figure><img src="one.png" alt="A picture"{}><figcaption>Caption</figcaption></figure>'


@pytest.mark.parametrize(
    ("width", "size"),
    [("", (118, 118 * 2 / 3)), (' data-width="50%"', (59, 59 * 2 / 3)), (' data-width="30mm"', (30, 20))],
)
def test_a_picture_has_the_width_that_is_asked_for(width, size):
    document = set_text(IMAGE.format(width), pictures={"one.png": picture()})
    (mark,) = operations(document, PictureMark)
    assert (mark.width, mark.height) == pytest.approx((size[0] * MM, size[1] * MM))
    assert shown(document) == [["Caption"]]


def test_a_picture_is_never_wider_than_its_column_nor_higher_than_most_of_a_page():
    (mark,) = operations(set_text(IMAGE.format(' data-width="900mm"'), pictures={"one.png": picture()}), PictureMark)
    assert mark.width == pytest.approx(118 * MM)
    tall = {"one.png": picture(size=(10, 400))}
    (mark,) = operations(set_text(IMAGE.format(""), pictures=tall), PictureMark)
    assert mark.height == pytest.approx(170 * MM * 0.8)


# What cannot be set.


def test_a_picture_that_is_missing_is_said_with_its_place():
    assert problems('<img src="no.png" alt="" data-at="briefing.md:9:1">') == [
        'briefing.md:9:1  error  missing-picture\n  There is no picture or drawing "no.png".'
    ]


def test_a_class_without_a_style_is_said_with_its_place():
    assert problems('<p class="boxx" data-at="briefing.md:9:1">x</p>') == [
        'briefing.md:9:1  error  unknown-class\n  The theme has no style for the class "boxx".'
    ]


def test_a_code_that_no_phone_reads_is_refused():
    (message,) = problems('<img alt="" data-qr="https://example.org/a-long-way" data-width="10mm">')
    assert message == (
        "error  qr-too-small\n  The QR code is 10.0 mm wide; to read it from 0.3 m away, phones need 30 mm.\n"
        "  Give it 30 mm in the theme; if it is read from nearer, say how near with reading_distance_mm."
    )


def test_a_block_higher_than_a_page_is_refused():
    lines = "".join(["<p>line</p>"] * 60)
    (message,) = problems(f'<div class="pair" data-at="briefing.md:3:1"><div>{lines}</div><p>beside</p></div>')
    assert message.startswith("briefing.md:3:1  error  too-tall\n  This pair is ")
    assert message.endswith(
        " mm taller than a page where it cannot be cut.\n"
        '  Shorten it, or divide it. Its longest text is "beside" (briefing.md:3:1).'
    )


def test_everything_that_is_wrong_is_said_at_once_and_once():
    found = problems('<p class="x">中</p><p class="x">中</p><img src="no.png" alt="">')
    assert len(found) == len(set(found)) == 3


# What a theme hides.

CITED = "<p>Words <strong>that <em>count</em></strong>, cited.</p>"
ROWS = "<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("name", "main"),
    [("strong", CITED), ("em", CITED), ("tr", ROWS), ("td", ROWS)],
    ids=["outer", "inner", "row", "cell"],
)
def test_parts_of_lines_and_tables_cannot_be_hidden(name, main):
    assert set(problems(main, more=f"\n[editions.screen.styles.{name}]\nhidden = true\n")) == {
        f"error  hidden-part\n  {name} cannot be hidden: it is a part of a line or of a table.\n"
        "  Hide the paragraph or the table that it stands in, or leave it out of the template."
    }


@pytest.mark.parametrize(("name", "main"), [("p", CITED), ("table", ROWS)])
def test_whole_blocks_can_be_hidden(name, main):
    document = set_text(f"<h2>Title</h2>{main}", more=f"\n[editions.screen.styles.{name}]\nhidden = true\n")
    assert "".join(shown(document)[0]) == "Title"


# Any text.


@settings(max_examples=examples(60))
@given(documents(any_text))
def test_any_text_is_set_or_refused_for_what_no_font_has(html: Element):
    try:
        pdf_of(html)
    except LayoutError as error:
        assert {each.id for each in error.diagnostics} <= {
            "direction-override",
            "missing-glyph",
            "right-to-left",
            "too-wide",
        }


def test_the_tree_is_numbered_in_reading_order():
    document = set_text("<ul><li>one</li></ul><p>two</p>")
    numbers = [node.number for node in document.tree.walk()]
    assert numbers == sorted(set(numbers))
    assert [child.tag for child in node_of(document, "li").children] == ["label", "body"]


def test_the_same_document_is_set_the_same_way():
    html = page_of(LINES)
    made = [set_document(html, small_theme(), fonts=library(), pictures={}, drawings={}) for _ in range(2)]
    one, other = ([(each.x, each.y, each.fragment) for page in each.pages for each in page.fragments] for each in made)
    assert one == other
    assert all(upper.y > lower.y for upper, lower in pairwise(made[0].pages[0].fragments))
