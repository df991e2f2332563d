"""A text that is parsed part by part is what it is when it is parsed whole."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.reading.markdown import Block
from briefing.reading.markdown.parser import _parsed, parse_blocks
from briefing.reading.markdown.parts import parts_of

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


def shape(blocks: tuple[Block, ...] | list[Block]) -> list[object]:
    return [
        (each.kind, each.line, each.token.content, each.token.tag, each.token.level, fence(each), shape(each.children))
        for each in blocks
    ]


def fence(block: Block) -> object:
    return (block.fence.line, block.fence.name, block.fence.closed) if block.kind == "div" else None


@given(st.lists(LINES, max_size=25).map("\n".join))
@example("::: box\n\n## In it\n\n:::\n\n## After it")
@example("::: box\n\n## Ends it\n\nWords")
@example("~~~\n    ~~~\n\n## Code")
@example("- item\n\n## Heading\n\n  words\n\n:::\n\n## Last")
@example("[^a]: Note\n\n## Heading\n\n    not in the note")
@settings(max_examples=200)
def test_parts_are_the_whole(text):
    parted, whole = parse_blocks(text), _parsed(text)
    assert shape(parted.blocks) == shape(whole.blocks)
    assert parted.known == whole.known


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_line_is_lost(text):
    parts = list(parts_of(text))
    assert "\n".join(part for _, part in parts) == text
    assert [start for start, _ in parts] == [
        sum(part.count("\n") + 1 for _, part in parts[:index]) for index in range(len(parts))
    ]


def test_a_text_is_parted_before_its_headings():
    text = "Words.\n\n## One\n\nWords.\n\n::: box\n\n## Inside\n:::\n\n## Two\n## Three"
    assert list(parts_of(text)) == [
        (0, "Words.\n"),
        (2, "## One\n\nWords.\n\n::: box\n\n## Inside\n:::\n"),
        (11, "## Two\n## Three"),
    ]
