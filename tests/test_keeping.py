"""What belongs together stands together, in any document: headings, captions, heads of tables."""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_articles import prose
from typesetting_tools import picture, set_text

from briefing.typesetting import PictureMark, SetDocument

MORE = """
[styles.figcaption]
size_pt = 8
[styles.caption]
size_pt = 8
"""


class Line(NamedTuple):
    """A line of text, or a picture, on a page."""

    page: int
    text: str


def lines_of(document: SetDocument) -> list[Line]:
    """Lines and pictures in the order of the pages, from top to bottom."""
    found = []
    for number, page in enumerate(document.pages):
        for placed in page.fragments:
            texts: dict[tuple[int, float], str] = {}
            moved = 0
            for operation in placed.fragment.operations:
                moved += isinstance(operation, str)
                if hasattr(operation, "glyphs"):
                    at = moved, round(operation.y, 2)
                    texts[at] = texts.get(at, "") + "".join(glyph.text for glyph in operation.glyphs)
                elif isinstance(operation, PictureMark):
                    texts[moved, 0.0] = "PICTURE"
            found += [Line(number, text.strip()) for text in texts.values() if text.strip() != "•"]
    return found


def table(number: int, rows: int) -> str:
    body = "".join(f"<tr><td>row {number}.{row}</td></tr>" for row in range(rows))
    head = f'<thead><tr><th scope="col">Head {number}</th></tr></thead>'
    return f"<table><caption>Table {number}</caption>{head}<tbody>{body}</tbody></table>"


def figure(number: int, words: int, *, above: bool) -> str:
    image, caption = '<img src="one.png" alt="A">', f"<figcaption>Caption {number}: {prose(words)}</figcaption>"
    return f"<figure>{caption + image if above else image + caption}</figure>"


@st.composite
def documents(draw) -> str:
    blocks, numbers = [], count()
    for _ in range(draw(st.integers(5, 25))):
        number = next(numbers)
        kind = draw(st.sampled_from(["h", "h", "p", "p", "list", "table", "figure"]))
        words = draw(st.integers(1, 120))
        if kind == "h" and blocks and blocks[-1].startswith("<h"):
            kind = "p"
        blocks.append(
            {
                "h": f"<h{2 + number % 3}>Heading {number}</h{2 + number % 3}>",
                "p": f"<p>{prose(words)}</p>",
                "list": "<ul>" + f"<li>{prose(words % 30 + 1)}</li>" * (1 + words % 5) + "</ul>",
                "table": table(number, 2 + words % 40),
                "figure": figure(number, words, above=words % 2 == 0),
            }[kind]
        )
    return "".join(blocks) + "<p>The end</p>"


@pytest.mark.slow
@settings(max_examples=examples(40))
@given(documents())
def test_headings_and_captions_stand_with_what_they_belong_to(main):
    lines = lines_of(set_text(main, more=MORE, pictures={"one.png": picture()}))
    for index, line in enumerate(lines):
        kind, _, number = line.text.partition(" ")
        if kind == "Heading":
            few = 1 if _is_whole(lines[index + 1].text, main.partition(f">{line.text}</h")[2]) else 2
            following = lines[index + 1 : index + 1 + few]
            assert {each.page for each in following} <= {line.page}, (line, following)
        if kind == "Table":
            wanted = {f"Head {number}", f"row {number}.0", f"row {number}.1"}
            assert wanted <= {each.text for each in lines if each.page == line.page}
        if kind == "Caption":
            beside = [each.text for each in lines[max(index - 1, 0) :] if each.page == line.page]
            assert "PICTURE" in beside


def _is_whole(line: str, rest: str) -> bool:
    """Whether a line is all of the block after a heading."""
    block = re.match(r"[^>]*>(<p>.*?</p>|<ul>.*?</ul>|)", rest)
    return block is not None and re.sub("<.*?>", "", block[1]).strip() == line
