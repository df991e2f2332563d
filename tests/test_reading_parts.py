"""A text that is parsed part by part is what it is when it is parsed whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.memory import Memory
from briefing.reading.body import Body, read_body
from briefing.reading.markdown import Block, Part, find_fences, known_in, parse_parts, parser
from briefing.reading.markdown.parser import _parsed
from briefing.reading.markdown.parting import parts_of

LINES = st.sampled_from(
    [
        "",
        "",
        "",
        "Words of a paragraph.",
        "## Heading",
        "### Heading {#name}",
        "##No heading",
        "   ## Indented heading",
        "    ## Code, no heading",
        "- item",
        "  - item in an item",
        "1. first",
        "> quoted",
        "> ## Quoted heading",
        "::: box Title",
        ":::",
        ":::: keep",
        "::::",
        "<!-- a comment",
        "its end -->",
        "<!-- one line -->",
        "<!-- one --> line",
        "[^a]: A note.",
        "    more of it",
        "Words [^a] and [there].",
        "[there]: https://example.org/ 'Title'",
        "| a | b |",
        "|---|---|",
        "| c | d |",
        ": Caption",
        "Term",
        "Setext heading",
        "======",
        "---",
        "```",
        "~~~~",
        "    ~~~~",
        "\\newpage",
        "\t## Tab",
        "## ",
        "#",
    ]
)


def shape(blocks: Sequence[Block], first_line: int) -> list[object]:
    return [
        (
            each.kind,
            first_line + each.line,
            each.token.content,
            each.token.tag,
            each.token.level,
            fence(each, first_line),
            shape(each.children, first_line),
        )
        for each in blocks
    ]


def fence(block: Block, first_line: int) -> object:
    return (first_line + block.fence.line, block.fence.name, block.fence.closed) if block.kind == "div" else None


def parted(text: str) -> tuple[Part, ...]:
    lines = text.split("\n")
    return parse_parts(lines, find_fences(lines))


def parts(text: str) -> list[tuple[int, str]]:
    lines = text.split("\n")
    return list(parts_of(lines, find_fences(lines)))


@given(st.lists(LINES, max_size=25).map("\n".join))
@example("::: box\n\n## In it\n\n:::\n\n## After it")
@example("::: box\n\n## Ends it\n\nWords")
@example("~~~\n    ~~~\n\n## Code")
@example("- item\n\n## Heading\n\n  words\n\n:::\n\n## Last")
@example("[^a]: Note\n\n## Heading\n\n    not in the note")
@settings(max_examples=examples(200))
def test_parts_are_the_whole(text):
    found, whole = parted(text), _parsed(text)
    shapes = (shape(part.parsed.blocks, part.first_line) for part in found)
    assert [block for blocks in shapes for block in blocks] == shape(whole.blocks, 0)
    assert known_in(found) == whole.known


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_line_is_lost(text):
    found = parts(text)
    assert "\n".join(part for _, part in found) == text
    assert [start for start, _ in found] == [
        sum(part.count("\n") + 1 for _, part in found[:index]) for index in range(len(found))
    ]


def test_a_text_is_parted_before_its_headings():
    text = "Words.\n\n## One\n\nWords.\n\n::: box\n\n## Inside\n:::\n\n## Two\n## Three"
    assert parts(text) == [
        (0, "Words.\n"),
        (2, "## One\n\nWords.\n\n::: box\n\n## Inside\n:::\n"),
        (11, "## Two\n## Three"),
    ]


STRETCHES = st.sampled_from(
    [
        "## Words",
        "## Words {#words}",
        "## Words {#words-2}",
        "## Words 2",
        "### Note 1",
        "## ",
        "# The title",
        "\\newpage",
        "Words with a marker.[^a] And another.[^b]",
        "Words with a note.^[Its text.]",
        "[^a]: A note, with a marker.[^b]",
        "[^b]: Another.",
        "[there]: https://example.org/",
        "A link [there], one [to words](#words) and one [to nothing](#nothing). [@key]",
        "::: timeline Title\n- 1979: Soviet invasion [@key]\n- 1996: The Taliban take Kabul.\n:::",
        "::: timeline\n- Soviet invasion\n- The Taliban take Kabul.\n:::",
        "::: summary\n- A point. [@key]\n:::",
        "::: figures\n- **80 per cent** of it. As of 1 May 2021.\n:::",
        "::: box Box {#words}\n\n## Inside\n\n:::",
        "::: handout Title\n\n## Words\n\n:::",
        "| a | b |\n|---|---|\n| c | d |\n\n: Caption {#words}",
        "![A picture](a.png){#words}",
        "[word]{#words}",
    ]
)
TEXTS = st.lists(STRETCHES, max_size=12).map("\n\n".join)


@given(st.lists(TEXTS, max_size=4), TEXTS, st.sampled_from([20_000, 10_000_000]))
@example(["## Words\n\nA.\n\n## Words 2"], "## Words\n\nA.\n\n## Words\n\nB.\n\n## Words 2", 10_000_000)
@example(["[^a]: A.\n\n## W"], "[^a]: A.\n\n## W\n\n[^a]: A.\n\n## W\n\nB.[^a]", 10_000_000)
@example([], "# The title\n\nA.\n\n# The title\n\nA.", 10_000_000)
@example([], "::: timeline\n- 1979: A.\n:::\n\n## B {#timeline-2}\n\n## C\n\n::: timeline\n- 1979: A.\n:::", 10_000_000)
@settings(max_examples=examples(150), deadline=None)
def test_what_was_read_before_changes_nothing(texts, original, most):
    """Their ``repr`` has the places, which equality leaves out."""
    memory = Memory(most)
    for text in (*texts, original, "Words above.\n\n" + original):
        seen, anew = (read_body(text, file="a.md", title="The title", memory=each) for each in (memory, Memory(0)))
        assert repr(seen) == repr(anew)
    for text in (*texts, original):
        shared = (read_body(original, file="a.md", memory=each).shared for each in (memory, Memory(0)))
        pairs = zip((memory, Memory(0)), shared, strict=True)
        seen, anew = (read_body(text, file="b.md", shared=own, memory=each) for each, own in pairs)
        assert repr(seen) == repr(anew)


@given(TEXTS, TEXTS)
@example("\\newpage\n\n## \n\n## Words", "")
@example("A.^[One.]\n\n## Words\n\nB.^[Two.]\n\n## More {#note-3}\n\nC.^[Three.]", "")
@settings(max_examples=examples(150), deadline=None)
def test_what_is_read_in_parts_is_what_is_read_whole(text, original):
    def read(text: str, file: str, **options: Any) -> Body:
        return read_body(text, file=file, title="The title", **options)

    shared = read(original, "a.md").shared
    parted = read(text, "a.md"), read(text, "b.md", shared=shared)
    with patch.object(parser, "parts_of", lambda lines, fences: [(0, "\n".join(lines))]):
        whole = read(text, "a.md"), read(text, "b.md", shared=shared)
    assert repr(parted) == repr(whole)
