"""A document that is read block by block is what it is when it is read whole."""

from __future__ import annotations

from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.errors import TemplateError
from briefing.memory import FORGETFUL, Memory
from briefing.model import Element
from briefing.templating import parse_html, typeset, with_abbreviations
from briefing.templating.blockwise import read_by_blocks

BLOCKS = st.sampled_from(
    [
        '<p>The NRF said "words"  here.</p>',
        '<p data-at="a.md:3:1">"Words -- and</p>',
        '<h2 id="one">One</h2>',
        '<h2 id="two">One</h2>',
        "<ul><li> item </li><li><p>item</p></li></ul>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        '<div class="box">text <p>para</p> text</div>',
        "<nav><ul><li>entry</li></ul></nav>",
        '<p><a href="#one">One</a></p>',
        '<p>Note<a class="noteref" href="#n">1</a></p>',
        '<aside class="note" id="n"><p>A note.</p></aside>',
        "<img src='a.png' alt='<p>'>",
        "<hr>",
        "<!-- <p>comment</p> -->",
        " \n ",
    ]
)
MISTAKES = st.sampled_from(
    [
        "</section>",
        "</p>",
        "<section>",
        "<table></table>",
        "words",
        "\N{NO-BREAK SPACE}",
        "<p title='",
        "<b>",
        "&amp;",
        "&am",
        "<p>&lt;",
        "<p",
    ]
)
STARTS = st.sampled_from(["<section>", '<section class="code">', '<section lang="fr" data-at="a.md:1:1">'])


def sections(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda start, within: f"{start}{''.join(within)}</section>", STARTS, st.lists(inside, max_size=5))


FAULTLESS = st.recursive(BLOCKS, sections, max_leaves=8)
PIECES = st.lists(FAULTLESS, max_size=6) | st.lists(FAULTLESS | MISTAKES, max_size=6)


def outcome(text: str, memory: Memory) -> object:
    try:
        html = parse_html(text, memory=memory)
    except TemplateError as error:
        return error.diagnostics
    return placed(typeset(with_abbreviations(html, {"NRF": "National Front"}, memory), memory))


def placed(element: Element) -> object:
    children = [child if isinstance(child, str) else placed(child) for child in element.children]
    return element.tag, dict(element.attributes), element.position, children


def document(pieces: list[str]) -> str:
    title = "<head><title>T</title></head>"
    return f'<html lang="en">{title}<body><main>{"".join(pieces)}</main></body></html>'


@given(PIECES.map(document), PIECES.map(document))
@example(document(['<section class="code">', "<p> a  b </p>", "</section>"]), document([]))
@example(document([]).replace("<body>", "<body> \n <header data-on='all'> <p>a</p> </header>\n"), document([]))
@example(document(["<p>a</p>", "\N{NO-BREAK SPACE}", "<p>b</p>"]), document([]).replace("<title>", "<meta>"))
@settings(max_examples=examples(200))
def test_blocks_are_the_whole(first, second):
    memory = Memory()
    for text in (first, second, first):
        assert outcome(text, memory) == outcome(text, FORGETFUL)


def test_a_block_of_the_same_text_is_the_same_element():
    memory = Memory()
    first, second = (
        parse_html(document(["<section><p>One.</p><p>Two.</p></section>", last]), memory=memory)
        for last in ("<p>Three.</p>", "<p>Four.</p>")
    )
    section, changed = first.children[1].children[0].children
    assert second.children[1].children[0].children[0].children[0] is section.children[0]
    assert second.children[1].children[0].children[1] != changed
    assert second.children[0] is first.children[0]


def test_what_is_wrong_is_left_to_the_reader_of_the_whole():
    assert read_by_blocks(document(["<p>One.</p>", "<p>Two."]), Memory()) is None
    assert read_by_blocks(document(['<p id="a">One.</p>', '<p id="a">Two.</p>']), Memory()) is None
