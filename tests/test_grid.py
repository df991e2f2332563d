"""Lines of the main text on a grid of baselines, where a theme has one."""

from __future__ import annotations

import re

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_articles import prose
from structure_proof import Proof, problems
from typesetting_tools import METADATA, THEME, library, page_of, read_font

from briefing.pdf import write_pdf
from briefing.theme import Theme, load_theme
from briefing.typesetting import SetDocument, Show, set_document

GRID = 14.0
"""Points: the leading of the small theme."""
_MOVE = re.compile(r"1 0 0 1 (\S+) (\S+) cm")


def theme_of(*tokens: str) -> Theme:
    text = THEME.replace('size = "A5"', "\n".join(('size = "A4"', *tokens)))
    return load_theme(text, file="theme.toml", read_font=read_font)


PLAIN = theme_of()
ONE = theme_of(f"baseline_pt = {GRID}")
TWO = theme_of(f"baseline_pt = {GRID}", "columns = 2", "gutter_mm = 7")


def set_in(theme: Theme, main: str) -> SetDocument:
    return set_document(page_of(main), theme, fonts=library(), pictures={}, drawings={})


def offsets(document: SetDocument) -> set[float]:
    """How far below a line of the grid each baseline of the main text stands, in points."""
    page = document.page
    found = set()
    for each in document.pages:
        for placed in each.fragments:
            levels = [placed.y]
            for operation in placed.fragment.operations:
                if isinstance(operation, str):
                    levels += [levels[-1]] * operation.split().count("q")
                    for _, y in _MOVE.findall(operation):
                        levels[-1] += float(y)
                    del levels[len(levels) - operation.split().count("Q") :]
                elif isinstance(operation, Show) and operation.size == 10:
                    found.add(round((page.height - levels[-1] - operation.y - page.top) % GRID, 2) % GRID)
    return found


blocks = st.one_of(
    st.integers(1, 150).map(lambda words: f"<p>{prose(words)}</p>"),
    st.integers(1, 9).map(lambda words: f"<h2>{prose(words)}</h2>"),
    st.integers(1, 60).map(
        lambda words: f"<ul><li><p>{prose(words)}</p><p>{prose(9)}</p></li><li>{prose(30)}</li></ul>"
    ),
)
documents = st.lists(blocks, min_size=1, max_size=25).map("".join)


@settings(max_examples=examples(15))
@given(documents)
@pytest.mark.parametrize("theme", [ONE, TWO], ids=["one column", "two columns"])
def test_every_line_of_the_main_text_stands_on_the_grid(theme, main):
    document = set_in(theme, f"<p>{prose(3)}</p>{main}")
    assert offsets(document) == {0.0}
    assert problems(Proof(write_pdf(document, METADATA), page_of(f"<p>{prose(3)}</p>{main}"), theme)) == []


def test_without_a_grid_lines_stand_where_they_come():
    assert len(offsets(set_in(PLAIN, f"<p>{prose(30)}</p>" * 3))) > 1


def test_no_line_is_lower_than_the_text_of_the_page():
    document = set_in(ONE, f"<h2>Heading</h2><p>{prose(90)}</p>" * 20)
    assert len(document.pages) > 2
    assert all(placed.y > document.page.bottom - 0.02 for page in document.pages for placed in page.fragments)


def test_a_box_with_a_ground_is_drawn_in_one_piece():
    document = set_in(ONE, f'<p>x</p><aside class="box"><p>{prose(30)}</p><p>{prose(30)}</p></aside>')
    assert len(document.pages[0].fragments) == 2
