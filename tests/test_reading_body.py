"""Any text gives a body: properties, limits, hostile texts, and the examples of the guide."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest
from conftest import ROOT
from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_body_sample import blocks, body, clean, problems, shown

from briefing.errors import Position
from briefing.model import Element, Node, Section, plain_text
from briefing.reading.body import Body, read_inline
from briefing.reading.body.fenced import FENCED_BLOCKS

GUIDE = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
INLINE = {"a", "abbr", "br", "cite", "code", "em", "q", "span", "strong", "sub", "sup"}
HEADINGS = {"h3", "h4", "h5", "h6"}
BLOCK = {"aside", "blockquote", "div", "dl", "figure", "hr", "ol", "p", "table", "ul", *HEADINGS}
HOLDS = {
    **dict.fromkeys(("p", "dt", "th", "td", "caption", "figcaption", *HEADINGS, *INLINE), INLINE),
    **dict.fromkeys(("aside", "blockquote", "div"), BLOCK),
    "li": BLOCK | INLINE,
    "dd": BLOCK | INLINE,
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "figure": {"img", "figcaption"},
    "img": set(),
    "hr": set(),
}
"""Which elements may stand in which, see docs/vocabulary.md."""

PIECES = st.sampled_from(
    [
        *(
            "::: ",
            ":::\n",
            "::: box T\n",
            "::: summary\n",
            "::: figures\n",
            "::: asks\n",
            "::: timeline\n",
            "\n::: handout\n",
        ),
        *(
            "\n",
            "\n\n",
            "    ",
            "\t",
            "- ",
            "1. ",
            "> ",
            "# ",
            "### ",
            "***\n",
            "```\n",
            "|",
            "|--|--|\n",
            "| a | b |\n",
            ": ",
        ),
        *(
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "*",
            "**",
            "_",
            "`",
            "\\",
            "!",
            "^",
            "<",
            ">",
            "&",
            "@",
            "#",
            "~",
            '"',
            "'",
            ";",
            ",",
        ),
        *(
            "[@k]",
            "[@k, p. 1; @l]",
            "[no source, x]",
            "[no source]",
            "{{ recipient.n }}",
            "{{",
            "}}",
            "^[",
            "[^a]",
            "\n[^a]: ",
        ),
        *(
            "![",
            "](a.png)",
            '{width=50% credit="C"}',
            "](https://x.org)",
            "{lang=fa}",
            "{#a .b}",
            "{.abbr}",
            "<!--",
            "-->",
        ),
        *(
            "**v** ",
            "1979: ",
            ", stressed",
            "by 2021-01-02",
            "As of 2020. ",
            "\n\\newpage\n",
            "-- ",
            "&amp;",
            "\0",
            "\u2028",
            "é",
            "متن",
        ),
    ]
)
MARKED_UP = st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join)
SENTENCES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="\\`*_[]{}<>&!^"), min_size=1
)


def every_tree(read: Body) -> Iterator[Node]:
    def of(sections: tuple[Section, ...]) -> Iterator[Node]:
        for section in sections:
            yield Element("h3", section.title)
            yield from section.blocks
            yield from of(section.sections)

    yield from of(read.sections)
    for point in read.summary:
        yield Element("p", point)
    for figure in read.figures:
        yield Element("p", (*figure.label, *figure.caveat))
    for ask in read.asks:
        yield Element("p", ask.text)
    for timeline in read.timelines:
        yield from (Element("p", words) for words in (timeline.title, *(event.text for event in timeline.events)))
    for handout in read.handout:
        yield from (Element("h3", handout.title), *handout.blocks)
    for note in read.notes.values():
        yield from note


def check(node: Node, depth: int = 0) -> None:
    assert depth < 50
    if isinstance(node, str):
        assert node
        return
    for before, after in zip(node.children, node.children[1:], strict=False):
        assert not (isinstance(before, str) and isinstance(after, str))
    tags = {child.tag for child in node.children if isinstance(child, Element)}
    assert tags <= HOLDS[node.tag], node
    if node.tag in ("li", "dd"):
        text = any(isinstance(child, str) or child.tag in INLINE for child in node.children)
        assert not (text and tags & BLOCK)
    for child in node.children:
        if node.tag == "a":
            assert "<a " not in shown(child)
        check(child, depth + 1)


@settings(max_examples=examples(200))
@given(MARKED_UP)
@example("- - - - - - - - - - - - - - - - - - - - - - a")
@example("[" * 60 + "a" + "]{lang=fa}" * 60)
@example("```\n\n:::")
@example("::: {.box}\n> :::\n- :::")
@example("- # :::")
def test_any_text_gives_a_body_of_the_vocabulary(text):
    read = body(text, first_line=5, title="a")
    for tree in every_tree(read):
        check(tree)
    last = 5 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    for diagnostic in read.diagnostics:
        assert diagnostic.position is not None
        assert 5 <= diagnostic.position.line <= last
        assert diagnostic.message.endswith((".", "?"))


@settings(max_examples=examples(200))
@given(MARKED_UP)
def test_any_text_gives_a_sentence(text):
    read = read_inline(text, position=Position("briefing.md", 3, 7), language="en")
    check(Element("p", read.nodes))


@settings(max_examples=examples(200))
@given(st.text())
def test_any_characters_give_a_body(text):
    assert isinstance(body(text), Body)


@given(st.lists(st.lists(SENTENCES, min_size=1), min_size=1, max_size=4))
def test_plain_paragraphs_survive(paragraphs):
    # a letter first, so that no line begins with a mark
    typed = [[f"W{word}" for word in words] for words in paragraphs]
    read = clean("\n\n".join(" ".join(words) for words in typed))
    assert [plain_text(block) for block in read.sections[0].blocks] == [" ".join(words) for words in typed]


@given(st.text(string.ascii_letters + " .,-", min_size=1).filter(lambda text: text.strip(" -,.")), st.integers(1, 9))
def test_a_citation_is_found_where_it_was_typed(words, line):
    text = "\n" * (line - 1) + f"W{words} [see @key]"
    [cited] = clean(text).cited
    assert text.split("\n")[cited.position.line - 1][cited.position.column - 1 :] == "@key]"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_will_do(ending):
    text = ending.join(["::: summary", "- a [@k]", ":::", "", "b"])
    read = clean(text)
    assert (len(read.summary), blocks(text), str(read.cited[0].position)) == (1, "<p>b</p>", "briefing.md:2:6")


def test_an_empty_text_gives_an_empty_body():
    assert body("") == Body()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * 2_000_001, "1:1  error  text-too-long\n  This text has more than 2,000,000 characters.\n  Divide it."),
        (
            "[" * 20_001,
            "1:1  error  text-too-long\n  This text has more than 20,000 square brackets that open.\n  Divide it.",
        ),
        (
            "a" * 100_001,
            "1:1  error  paragraph-too-long\n  This paragraph has more than 100,000 characters.\n  Divide it.",
        ),
        (
            "- a\n" * 20_001,
            "1:1  error  text-too-long\n  This text has more than 20,000 paragraphs, cells and list items.\n"
            "  Divide it.",
        ),
        (
            "> " * 30 + "a",
            "1:1  error  too-deep\n  Lists, quotations and blocks stand too deep in each other here.\n"
            "  Take some of them apart.",
        ),
        ("[a](#b) " * 5_001 + "[b]{#b}", "1:40001  error  too-many-links\n  There are more than 5000 links."),
    ],
)
def test_limits(text, said):
    assert problems(text)[0] == f"briefing.md:{said}"


def test_problems_without_end_are_cut_short():
    said = problems("[no source]\n\n" * 600)
    assert len(said) == 501
    assert said[-1] == (
        "briefing.md:1001:1  error  too-many-problems\n  There are more than 500 problems; the rest is not listed."
    )


LONG = 5_000


@pytest.mark.parametrize(
    "text",
    [
        *(
            piece * LONG
            for piece in ("[", "![", "^[", "[a](", "*a _b ", "**a ", "<!--", "{{ recipient", "[@a;", "<a@", "\\", "&#")
        ),
        *(f"{piece}\n" * LONG for piece in ("::: a", "<!--", "> -- x", "t\n: a", "```")),
        *(f"::: asks\n- **a**: {piece * 1_000}\n:::" for piece in ("by 1, 2, 3, ", "as of 1, ")),
        "*" * LONG + "a" + "*" * LONG,
        "[" * LONG + "]{lang=fa}" * LONG,
        "<!--\n" * LONG + "--> x",
        "::: timeline\n- " + ", " * LONG + "\n:::",
        ":::" + " " * LONG + "x" + " " * LONG,
        "a" + " " * LONG + "b",
        "## a\n" * 5_000,
        "".join(f"[^{number}]: x\n" for number in range(1_000)) + "".join(f"[^{number}] " for number in range(1_000)),
    ],
    ids=lambda text: re.sub(r"\s+", " ", text[:12]),
)
def test_hostile_texts_are_read_in_time(text):
    assert isinstance(body(text), Body)


def guide_examples() -> list[tuple[str, str]]:
    return re.findall(r"^```markdown\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_guide_has_examples():
    assert len(guide_examples()) >= 10


@pytest.mark.parametrize(("typed", "said"), guide_examples())
def test_the_guide_is_right(typed, said):
    assert "\n".join(problems(typed)) == said.rstrip("\n")


@pytest.mark.parametrize("name", [name for name in FENCED_BLOCKS if name])
def test_the_guide_tells_of_every_block(name):
    assert f"`{name}`" in GUIDE
    assert f"::: {name}" in GUIDE


def test_the_example_reads_cleanly(example):
    text = (example / "briefing.md").read_text(encoding="utf-8")
    front_matter, _, words = text.partition("\n---\n")
    read = clean(words, first_line=front_matter.count("\n") + 3, language="en-GB")
    assert all((read.summary, read.figures, read.asks, read.timelines, read.handout, read.sections, read.notes))
