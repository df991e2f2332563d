"""Blocks that are remembered: pages and messages are those of a memory that is empty, and only what changed is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import THEME, library, page_of, picture, read_font, small_theme

from briefing.errors import LayoutError, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import Element
from briefing.templating import parse_html
from briefing.theme import Theme, load_theme
from briefing.typesetting import SetDocument, set_document
from briefing.typesetting.building import BlockBuilder

MORE = """
[styles.".beside"]
place = "beside"
[styles.".in-text"]
[styles.".large"]
size_pt = 20
leading_pt = 26
"""
SIDE = THEME.replace("[page]", "[page]\nside_mm = 30\ngutter_mm = 5") + MORE
QR = '<img alt="A code" data-qr="https://example.org/" data-width="40mm">'
BLOCKS = [
    '<p data-at="briefing.md:7:1">Some words, <em>some</em> of <a href="https://example.org">them</a> leaning.</p>',
    '<p data-at="briefing.md:9:1">A note<a class="noteref" href="#note-1">1</a> in a longer paragraph of words.</p>',
    '<aside class="note" id="note-1" data-at="briefing.md:30:1"><p>The words of the note.</p></aside>',
    "<ul><li>One</li><li>Two<ol start='3'><li>Three</li></ol></li></ul>",
    '<h2 data-break="before" id="here">A heading</h2>',
    '<figure><img src="one.png" alt="A picture"><figcaption>What it shows</figcaption></figure>',
    f"<div class='box'>{QR}<p>Sign</p></div>",
    '<div class="beside"><p>Beside</p></div>',
    f'<div class="beside"><p>{"Too long to stand beside the text. " * 40}</p></div>',
    "<table><thead><tr><th scope='col'>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
    '<div lang="ar"><p>عربي with English</p></div>',
    "<hr>",
    f"<p>{'Words that go on and on, over many lines. ' * 30}</p>",
]
PAGES = '<header class="running" data-on="all"><p>Page <span data-fill="page"></span></p></header>'


def blocks() -> list[Element]:
    """Elements that documents are put together of, as templating keeps them."""
    root = parse_html(f"<main>{''.join(BLOCKS)}</main>", root="main")
    return [child for child in root.children if isinstance(child, Element)]


KEPT = blocks()


@dataclass(frozen=True)
class Wish:
    """A document made of kept blocks."""

    chosen: tuple[int, ...]
    boxed: str = ""
    language: str = "en-GB"
    line: int = 1

    def html(self) -> Element:
        note = () if 1 not in self.chosen else (KEPT[2],)
        inside = (*(KEPT[index] for index in self.chosen if index != 2), *note)
        attributes = {"class": self.boxed} if self.boxed else {"id": "a-section"}
        section = Element("section", inside, attributes, Position("briefing.md", self.line, 1))
        frame = page_of("<p>First</p>", PAGES, language=self.language)
        head, body = frame.children
        header, main = body.children
        main = replace(main, children=(*main.children, section))
        return replace(frame, children=(head, replace(body, children=(header, main))))


wishes = st.builds(
    Wish,
    st.lists(st.integers(0, len(BLOCKS) - 1), min_size=1, max_size=5, unique=True).map(tuple),
    st.sampled_from(["", "", "box", "large"]),
    st.sampled_from(["en-GB", "en-GB", "ar"]),
    st.sampled_from([1, 5]),
)


PICTURE = picture()
SIDED = load_theme(SIDE, file="small/theme.toml", read_font=read_font)


def made(html: Element, memory: Memory) -> tuple[object, ...]:
    """All that comes of a document: its pages and messages, or why there are none."""
    pictures = {"one.png": PICTURE}
    try:
        document = set_document(html, SIDED, fonts=library(), pictures=pictures, drawings={}, memory=memory)
    except LayoutError as error:
        return tuple(map(str, error.diagnostics))
    return document.pages, tuple(map(str, document.diagnostics))


@pytest.mark.parametrize("most", [10_000_000, 20_000])
@settings(max_examples=examples(30))
@given(st.lists(wishes, min_size=2, max_size=6))
def test_a_document_is_set_as_with_an_empty_memory(most: int, asked: Sequence[Wish]) -> None:
    memory = Memory(most)
    for wish in (*asked, *reversed(asked)):
        assert made(wish.html(), memory) == made(wish.html(), FORGETFUL)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tags of the elements that blocks are made of, in order."""
    tags: list[str] = []
    block = BlockBuilder.block

    def counted(self: BlockBuilder, node, *given, **options):
        tags.append(node.tag)
        return block(self, node, *given, **options)

    monkeypatch.setattr(BlockBuilder, "block", counted)
    return tags


@cache
def with_low_text(more: str, size: str | None = None) -> Theme:
    """A theme whose text is far enough from its header for all to be set once."""
    text = THEME.replace("header_mm = 8", "header_mm = 5") + more
    return load_theme(text, file="low/theme.toml", read_font=read_font, size=size)


def document_of(main: str, memory: Memory, **options) -> SetDocument:
    html = parse_html(
        f'<html lang="en-GB"><head><title>T</title></head><body>{PAGES}<main>{main}</main></body></html>', memory=memory
    )
    theme = options.pop("theme", with_low_text(MORE))
    return set_document(html, theme, fonts=library(), pictures={}, drawings={}, memory=memory, **options)


def test_only_what_changed_is_made_again(built):
    memory = Memory()
    text = "<p>One</p><section id='s'><h2>Two</h2><p>Three</p><ul><li>Four</li></ul></section>"
    before = document_of(text, memory)
    assert built == ["header", "p", "p", "h2", "p", "ul", "li"]
    built.clear()
    after = document_of(text.replace("Three", "Five"), memory)
    assert built == ["p"]
    fragments = [[placed.fragment for placed in document.pages[0].fragments] for document in (before, after)]
    assert [old is new for old, new in zip(*fragments, strict=True)] == [True, True, True, False, True]


def test_a_box_is_made_again_where_one_of_its_blocks_changed(built):
    memory = Memory()
    box = "<p>One</p><section class='box'><p>Two</p><p>Three</p></section>"
    document_of(box, memory)
    built.clear()
    document_of(box, memory)
    assert built == []
    document_of(box.replace("Three", "Four"), memory)
    assert built == ["section", "p", "p"]


@pytest.mark.parametrize(
    "changed",
    [
        {"theme": with_low_text(MORE + '\n[styles.".more"]\n')},
        {"theme": with_low_text(MORE, "A4")},
        {"position": Position("briefing.md", 2, 1)},
    ],
    ids=["the theme", "the paper", "the place of what has none of its own"],
)
def test_a_block_is_made_again_where_anything_else_differs(built, changed):
    memory = Memory()
    document_of("<p>One</p>", memory)
    built.clear()
    document_of("<p>One</p>", memory, **changed)
    assert built == ["header", "p", "p"]


def test_the_language_around_a_list_numbers_it():
    html, memory = page_of("<ol><li>One</li></ol>"), Memory()
    options = {"fonts": library(), "pictures": {}, "drawings": {}, "memory": memory}
    set_document(html, small_theme(), **options)
    with pytest.raises(LayoutError, match='No font here has "१"'):
        set_document(html.with_attributes(lang="mr"), small_theme(), **options)


def test_equal_words_are_known_apart():
    memory = Memory()
    for markup in ("One", "<strong>One</strong>", "<em>One</em>", "One"):
        text = f"<p>{markup}</p>"
        assert document_of(text, memory).pages == document_of(text, FORGETFUL).pages


def test_sections_around_a_block_have_names_of_their_own():
    memory = Memory()
    for name in ("one", "two"):
        document = document_of(f"<section id='{name}'><h2>A heading</h2><p>Text</p></section>", memory)
        anchors = [anchor.id for placed in document.pages[0].fragments for anchor in placed.fragment.anchors]
        assert anchors == [name]


def test_the_same_element_may_stand_twice():
    memory = Memory()
    document = document_of("<p>Twice</p><h2>Between</h2><p>Twice</p>", memory)
    _, first, _, second = document.pages[0].fragments
    assert first.fragment is second.fragment
    assert (first.base, first.y) != (second.base, second.y)


def test_another_picture_of_the_same_name_is_another_block():
    html, memory = page_of('<figure><img src="one.png" alt="A picture"></figure>'), Memory()
    shown = []
    for size in ((60, 40), (60, 60), (60, 40)):
        pictures = {"one.png": picture(size=size)}
        document = set_document(html, small_theme(), fonts=library(), pictures=pictures, drawings={}, memory=memory)
        shown.append(document.pages[0].fragments[0].fragment.height)
    assert shown[0] == shown[2] != shown[1]


WRONG = (
    '<p data-at="briefing.md:7:1">No 𓅓 here, but 𓅓 there</p><p data-at="briefing.md:8:1">𓅓</p>'
    '<p class="unknown" data-at="briefing.md:9:1">x</p>'
    '<div data-at="briefing.md:10:1"><img alt="" data-qr="https://example.org/" data-width="10mm"></div>'
    '<figure data-at="briefing.md:11:1"><img src="no.png" alt="none"></figure>'
)


def test_what_is_wrong_is_said_again_each_time():
    memory, said = Memory(), []
    for kept in (FORGETFUL, memory, memory):
        with pytest.raises(LayoutError) as caught:
            document_of(WRONG, kept)
        said.append([str(each) for each in caught.value.diagnostics])
    assert said[0] == said[1] == said[2]
    assert [each.split("  ")[2].split("\n")[0] for each in said[0]] == [
        "missing-glyph",
        "missing-glyph",
        "unknown-class",
        "qr-too-small",
        "missing-picture",
    ]
