"""Whatever an author types, read and rendered, keeps to the vocabulary or is refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from templating_sample import SAMPLE

from briefing.errors import ContentError
from briefing.reading.body import read_body
from briefing.templating import load_template, parse_html, render

TEMPLATES = [load_template("briefing"), load_template("handout")]

SNIPPETS = [
    "\n\n",
    "\n",
    " ",
    "# ",
    "## Heading {#sources}",
    "### Inner",
    "> ",
    "- ",
    "1. ",
    "3) ",
    "    ",
    "*",
    "**",
    "`",
    "```\n",
    "~~~",
    "[@unhcr]",
    "[@unhcr, p. 7; @history]",
    "[@nobody]",
    "[^fn]",
    "[^fn]: A note. [@unhcr]",
    "^[inline note]",
    "[no source, why]",
    "{{ recipient.name }}",
    '{{ recipient.name | otherwise "you" }}',
    "{% if %}",
    "<b>",
    "<!-- x -->",
    "&amp;",
    "&nbsp;",
    "[link](https://example.org)",
    "[bad](javascript:x)",
    "[in](#sources)",
    "<https://example.org>",
    "\\newpage",
    '![Alt](a.png "Cap"){width=60%}',
    "![](a.png)",
    "| a | b |\n|--:|---|\n| 1 | 2 |",
    ": caption",
    "Term\n: meaning",
    "---",
    "::: summary\n- Point [^fn]\n:::",
    "::: box Title\ntext\n:::",
    "::: timeline T\n- 1979: x [@unhcr]\n- by 1998, stressed: *y*[^fn]\n:::",
    "::: asks\n- **Who**: what, by 1 May 2021.\n:::",
    "::: figures\n- **5 kg** label [@unhcr]\n  As of 1 May 2021.\n:::",
    "::: handout H\ntext [@unhcr]\n:::",
    "::: ",
    ":::",
    "text",
    "\u200f",
    "é",
    "\t",
]


def refused_or_made(text: str) -> bool:
    """Whether a body is made into both documents; refused, it is with diagnostics."""
    body = read_body(text, file="briefing.md", first_line=1, language="en-GB")
    briefing = replace(
        SAMPLE,
        summary=body.summary,
        figures=body.figures,
        asks=body.asks,
        timelines=body.timelines,
        handout=body.handout,
        sections=body.sections,
        notes=body.notes,
    )
    try:
        for template in TEMPLATES:
            parse_html(render(briefing, template))
    except ContentError as error:
        assert {each.id for each in error.diagnostics} <= {"unknown-source", "unknown-note", "no-value", "too-deep"}
        return False
    return True


@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=12).map("".join))
@settings(max_examples=examples(150))
def test_any_body(text: str) -> None:
    refused_or_made(text)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_each_construct(snippet: str) -> None:
    made = refused_or_made(f"Before.\n\n{snippet}\n\nAfter.\n\n[^fn]: A note.\n")
    assert made is not any(sign in snippet for sign in ("@nobody", "recipient.name }}"))
