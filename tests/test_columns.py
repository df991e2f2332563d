"""Two columns of text: filled, balanced, with notes at their feet and wide blocks over both."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from proof_articles import prose
from structure_proof import Proof, problems
from test_filling import (
    FRAMES,
    NOTE_GAP,
    SIDE_GAP,
    SLACK,
    Case,
    Measured,
    Place,
    TooTall,
    a_note_begins_on_the_page_of_its_first_marker,
    block,
    cases,
    every_line_of_a_note_stands_once_and_in_order,
    every_strip_is_placed_once_and_in_order,
    extent,
    forced_breaks_are_honoured,
    note,
    nothing_leaves_the_frame_unless_it_is_reported,
    only_what_no_page_holds_is_reported,
    pages_are_numbered_without_a_gap,
)
from test_footnotes import marker
from test_footnotes import note as note_html
from typesetting_tools import METADATA, THEME, library, page_of, read_font

from briefing.errors import TemplateError
from briefing.pdf import write_pdf
from briefing.theme import Theme, load_theme
from briefing.typesetting import set_document
from briefing.typesetting.pagination.pages import fill_pages


def fill(*blocks: Measured, notes: dict[str, Measured] | None = None) -> tuple[list[Place], list[TooTall]]:
    return fill_pages(blocks, notes=notes or {}, frames=FRAMES, note_gap=NOTE_GAP, side_gap=SIDE_GAP, columns=2)


def placed(*blocks: Measured, notes: dict[str, Measured] | None = None) -> list[tuple[object, ...]]:
    """What fits, as plain tuples: block or note, strips, page, column, y."""
    places, too_tall = fill(*blocks, notes=notes)
    assert not too_tall
    return [
        (
            each.note or each.block,
            (each.first, each.last),
            each.page,
            "wide" if each.column == "wide" else each.number,
            each.y,
        )
        for each in places
    ]


def test_nothing_takes_no_place():
    assert placed() == []


def test_the_last_page_is_balanced_and_an_odd_line_stands_at_the_left():
    assert placed(block(*[10] * 5)) == [(0, (0, 3), 0, 0, 20), (0, (3, 5), 0, 1, 20)]
    assert placed(block(*[10] * 27)) == [
        (0, (0, 10), 0, 0, 20),
        (0, (10, 20), 0, 1, 20),
        (0, (20, 24), 1, 0, 10),
        (0, (24, 27), 1, 1, 10),
    ]


def test_text_is_balanced_above_a_wide_block_and_goes_on_below_it():
    wide = block(20, place="wide", before=5, after=7)
    assert placed(block(10, 10, 10), wide, block(10, 10)) == [
        (0, (0, 2), 0, 0, 20),
        (0, (2, 3), 0, 1, 20),
        (1, (0, 1), 0, "wide", 45),
        (2, (0, 1), 0, 0, 72),
        (2, (1, 2), 0, 1, 72),
    ]


def test_a_heading_goes_along_with_the_wide_block_below_it():
    heading, wide = block(10, keep_with_next=True), block(90, place="wide")
    places = placed(block(10, 10, 10), heading, wide)
    assert places[-2:] == [(1, (0, 1), 1, 0, 10), (2, (0, 1), 1, "wide", 20)]
    assert {place[2] for place in places[:-2]} == {0}


def test_notes_stand_at_the_foot_of_their_column():
    left, right = block(10, 10, notes=["a"]), block(10, 10, notes=["b"])
    assert placed(left, right, notes={"a": note(8), "b": note(9)}) == [
        (0, (0, 2), 0, 0, 20),
        (1, (0, 2), 0, 1, 20),
        ("a", (0, 1), 0, 0, 112),
        ("b", (0, 1), 0, 1, 111),
    ]


def test_a_note_goes_on_at_the_foot_of_the_right_column():
    places = placed(block(50, 50, 50, notes=["a"]), notes={"a": note(*[10] * 7)})
    assert places[:4] == [
        (0, (0, 1), 0, 0, 20),
        ("a", (0, 4), 0, 0, 80),
        (0, (1, 2), 0, 1, 20),
        ("a", (4, 7), 0, 1, 90),
    ]


def nothing_overlaps(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    for column in (0, 1):
        extents = defaultdict(list)
        for place in places:
            if place.column == "wide" or place.number == column:
                extents[place.page].append(extent(case, place))
        for page in extents.values():
            for (_, lower), (upper, _) in pairwise(sorted(page)):
                assert too_tall or lower <= upper + SLACK


RULES = (
    every_strip_is_placed_once_and_in_order,
    pages_are_numbered_without_a_gap,
    nothing_overlaps,
    nothing_leaves_the_frame_unless_it_is_reported,
    only_what_no_page_holds_is_reported,
    forced_breaks_are_honoured,
    every_line_of_a_note_stands_once_and_in_order,
    a_note_begins_on_the_page_of_its_first_marker,
)


@settings(max_examples=examples(200))
@given(cases(places=("main",) * 4 + ("wide",)))
def test_every_rule_holds_for_any_blocks(case):
    places, too_tall = fill(*case.blocks, notes=dict(case.notes))
    for rule in RULES:
        rule(case, places, too_tall)


# On real pages.


def theme_of(*tokens: str) -> Theme:
    text = THEME.replace('size = "A5"', "\n".join(('size = "A4"', *tokens)))
    return load_theme(text + '\n[styles.".wide"]\nplace = "wide"\n', file="theme.toml", read_font=read_font)


def test_a_document_in_two_columns_is_read_in_its_order_and_keeps_to_the_standards():
    html = page_of(
        f"<h1 class='wide'>Title</h1><p>{prose(150)} {marker('a')} {prose(60)}</p>{note_html('a', 60)}"
        f"<div class='wide box'><p>{prose(60)}</p></div><h2>Heading</h2><p>{prose(500)}</p>"
    )
    theme = theme_of("columns = 2", "gutter_mm = 7")
    document = set_document(html, theme, fonts=library(), pictures={}, drawings={})
    data = write_pdf(document, METADATA)
    assert problems(Proof(data, html, theme)) == []
    assert_conforming(data, thorough=False)
    lefts = {round(placed.x) for page in document.pages for placed in page.fragments}
    assert lefts == {
        round(theme.page.left),
        round(theme.page.left + (theme.page.width - 2 * theme.page.left + 19.84) / 2),
    }


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (["columns = 3"], "theme.toml:4:1  error  theme\n  columns must be 1 or 2."),
        (
            ["baseline_pt = 2"],
            "theme.toml:4:1  error  theme\n  baseline_pt must be points, from 6 to 72, or 0 for no grid.",
        ),
        (["columns = true"], "theme.toml:4:1  error  theme\n  columns must be 1 or 2."),
        (
            ["columns = 2", "side_mm = 40"],
            "theme.toml:4:1  error  theme\n  Beside two columns of text there is no side column: write side_mm = 0.",
        ),
    ],
)
def test_what_columns_and_grid_may_be(tokens, message):
    with pytest.raises(TemplateError) as caught:
        theme_of(*tokens)
    assert [str(each) for each in caught.value.diagnostics] == [message]


def test_a_page_too_narrow_for_two_columns_has_one():
    text = THEME.replace('size = "A5"', 'size = "A5"\ncolumns = 2\ngutter_mm = 10')
    assert load_theme(text, file="theme.toml", read_font=read_font).page.columns == 1
