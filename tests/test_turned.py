"""Blocks that are turned, that stand several times side by side, and texts that take the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import STYLE, library, opened, page_of, paragraph_of, pdf_of, set_text, small_theme

from briefing.errors import LayoutError
from briefing.theme import Rule, Style
from briefing.typesetting import Artifact, Close, Fragment, Open, Show, set_document
from briefing.typesetting.blocks import Block, Copies, Fitted, Turned
from briefing.typesetting.recording import Recorder

UP, DOWN = replace(STYLE, turn=90), replace(STYLE, turn=270)


def drawn(block: Block, width: float) -> Fragment:
    recorder = Recorder()
    count = len(block.strips(width))
    with recorder.fragment(width, block.part_height(width, 0, count)) as made:
        block.draw_part(recorder, width, 0, count)
    return made[0]


def turned(inner: Block, style: Style = UP, most: float = 500) -> Turned:
    return Turned(inner, style, most=most, diagnostics=[])


def inside(operations: Sequence[object], wanted: Sequence[object]) -> int:
    """Where some operations stand among others; -1 where they do not."""
    starts = range(len(operations) - len(wanted) + 1)
    return next((at for at in starts if list(operations[at : at + len(wanted)]) == list(wanted)), -1)


# Turned.


@settings(deadline=None, max_examples=examples(40))
@given(
    text=st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join),
    measure=st.floats(40, 300),
    style=st.sampled_from([UP, DOWN]),
)
def test_a_turned_block_has_the_operations_of_an_upright_one_under_one_matrix(text, measure, style):
    paragraph = paragraph_of(text)
    upright = drawn(paragraph, measure)
    block = turned(paragraph, replace(style, measure=measure))
    made = drawn(block, 400)
    begin = inside(made.operations, upright.operations[1:-1])
    assert begin > 0
    before = [each for each in made.operations[:begin] if isinstance(each, str)]
    matrices = [each for each in before if each.endswith(" cm")]
    quarter = "0 1 -1 0 " if style is UP else "0 -1 1 0 "
    assert len(matrices) == 2
    assert matrices[0].startswith("1 0 0 1 ")
    assert matrices[1].startswith(quarter)
    assert made.height == pytest.approx(measure)
    assert block.natural_width() == (upright.height, upright.height)


def test_a_turned_block_without_a_measure_is_as_high_as_its_text_on_one_line():
    paragraph = paragraph_of("some words on one line")
    block = turned(paragraph)
    assert drawn(block, 100).height == pytest.approx(paragraph.natural_width()[1], abs=0.1)
    assert len(paragraph.lines(drawn(block, 100).height)) == 1


def test_a_turned_block_without_a_measure_is_no_higher_than_a_page():
    assert drawn(turned(paragraph_of("word " * 100), most=300), 400).height == 300


@pytest.mark.parametrize(
    ("style", "corner"),
    [
        # Anticlockwise, the first letter stands below and at the left: its baseline goes up.
        (UP, "0 1 -1 0 14 0 cm"),
        (DOWN, "0 -1 1 0 0 60 cm"),
        # From right to left the same token turns the other way, as in a mirror.
        (replace(UP, direction="rtl"), "0 -1 1 0 0 60 cm"),
        (replace(DOWN, direction="rtl"), "0 1 -1 0 14 0 cm"),
    ],
)
def test_the_turn_is_mirrored_from_right_to_left(style, corner):
    made = drawn(turned(paragraph_of("word"), replace(style, measure=60)), 14)
    assert corner in made.operations


TURN = '\n[styles.".up"]\nturn = 90\nmeasure_mm = 60\n'


def boxes(data: bytes) -> list[list[float]]:
    with opened(data) as document:
        return [[float(number) for number in each.Rect] for each in document.pages[0].Annots]


def test_a_link_in_turned_text_is_a_rectangle_round_it():
    flat, up = (
        boxes(pdf_of(f'<p class="{name}"><a href="https://example.org/sign">sign here</a></p>', more=TURN))
        for name in ("note", "up")
    )
    ((left, bottom, right, top),) = up
    assert left < right
    assert bottom < top
    assert top - bottom > 2 * (right - left)
    ((left, bottom, right, top),) = flat
    assert right - left > 2 * (top - bottom)


def test_a_figure_in_turned_text_has_a_box_with_its_lower_left_corner_first():
    document = set_text(
        '<div class="up"><p>Scan</p><img data-qr="https://example.org/p" alt="a code"></div>', more=TURN
    )
    (figure,) = document.pages[0].fragments[0].fragment.figures
    assert figure.left < figure.right
    assert figure.bottom < figure.top
    assert figure.right - figure.left == pytest.approx(figure.top - figure.bottom)


def test_places_in_turned_text_are_named_at_its_upper_edge():
    document = set_text(
        '<div class="up"><p id="a">One</p><p><a class="noteref" id="b" href="#a">1</a></p></div><p>After</p>', more=TURN
    )
    fragment = document.pages[0].fragments[0].fragment
    assert [(each.id, each.y) for each in fragment.anchors] == [(name, pytest.approx(fragment.height)) for name in "ab"]


def test_turned_text_that_is_wider_than_its_column_is_an_error_with_what_to_do():
    more = '\n[styles.".up"]\nturn = 90\nmeasure_mm = 20\n'
    with pytest.raises(LayoutError) as caught:
        set_text(page_of(f'<p class="up" data-at="a.md:7:1">{"word " * 200}</p>'), more=more)
    assert str(caught.value) == (
        "a.md:7:1  error  too-wide\n"
        "  This turned text is 494 mm across all its lines; there are 118 mm.\n"
        "  Shorten it, or give its style a larger measure_mm, fewer copies or smaller letters."
    )


def test_turned_text_is_no_part_of_an_open_container():
    document = set_text('<section class="up"><p>One.</p><p>Two.</p></section>', more=TURN)
    assert len(document.pages[0].fragments) == 1


# Copies.


def marks(fragment: Fragment) -> list[object]:
    return [each for each in fragment.operations if isinstance(each, Open | Artifact | Close)]


def test_of_copies_the_first_is_content_and_the_others_are_ornament():
    made = drawn(Copies(paragraph_of("word"), replace(STYLE, copies=3)), 300)
    assert marks(made) == [Open(1), Close(), Artifact("Layout"), Close(), Artifact("Layout"), Close()]
    shown = [each.texts for each in made.operations if isinstance(each, Show)]
    assert len(shown) == 3
    assert len(set(shown)) == 1


@pytest.mark.parametrize(("direction", "places"), [("ltr", [0, 100, 200]), ("rtl", [200, 100, 0])])
def test_the_first_copy_stands_where_lines_begin(direction, places):
    style = replace(STYLE, copies=3, direction=direction)
    made = drawn(Copies(paragraph_of("word"), style), 300)
    found = [each for each in made.operations if isinstance(each, str) and each.endswith(" 0 cm")]
    assert found == [f"1 0 0 1 {place} 0 cm" for place in places]


def test_links_and_places_are_those_of_the_first_copy():
    paragraph = paragraph_of('<a href="https://example.org/">here</a>')
    paragraph.anchors = ("a",)
    made = drawn(Copies(paragraph, replace(STYLE, copies=4)), 400)
    assert len(made.links) == 1
    assert [each.id for each in made.anchors] == ["a"]


def test_a_cut_stands_between_copies_alone():
    cut = Rule(0.5, "#4a5557")
    made = drawn(Copies(paragraph_of("word"), replace(STYLE, copies=3, cut=cut)), 300)
    dashed = [index for index, each in enumerate(made.operations) if isinstance(each, str) and "[3 2.2] 0 d" in each]
    assert len(dashed) == 2
    assert [made.operations[index + 1].split()[1] for index in dashed] == ["100", "200"]
    bare = drawn(Copies(paragraph_of("word"), replace(STYLE, copies=3)), 300)
    assert not any(isinstance(each, str) and " d" in each for each in bare.operations)


# Sizes.


def sized(text: str, *sizes: float, fit: float = 0.0, width: float = 200, one_line: bool = False) -> float:
    """The size that is taken."""
    styles = [replace(STYLE, size=size, leading=size * 1.2) for size in sizes]
    whole = replace(STYLE, sizes=sizes, fit=fit, one_line=one_line)
    block = Fitted([paragraph_of(text, style) for style in styles], whole)
    (taken,) = {each.size for each in drawn(block, width).operations if isinstance(each, Show)}
    return taken


def test_the_largest_size_is_taken_in_which_no_word_is_cut():
    assert sized("Tell them", 40, 30, 20) == 40
    assert sized("Flüchtlingsunterkünfte jetzt", 40, 30, 20, 12) == 20
    assert sized("x" * 200, 40, 30) == 30


def test_the_largest_size_is_taken_that_is_no_higher_than_is_said():
    assert sized("one two three four", 40, 30, 20, fit=100) == 40
    assert sized("one two three four five six", 40, 30, 20, fit=50) == 20


def test_one_line_comes_before_large_letters_where_it_is_asked_for():
    assert sized("one two three four", 40, 30, 20, fit=100, one_line=True) == 20
    assert sized("one two three four", 40, 30, fit=100, one_line=True) == 40


@settings(deadline=None, max_examples=examples(30))
@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join), st.floats(60, 400)
)
def test_a_larger_size_than_the_taken_one_does_not_fit(text, width):
    sizes = (36, 28, 20, 14)
    taken = sized(text, *sizes, fit=120, width=width)
    for size in sizes[: sizes.index(taken)]:
        paragraph = paragraph_of(text, replace(STYLE, size=size, leading=size * 1.2))
        too_high = len(paragraph.lines(width)) * size * 1.2 > 120
        assert too_high or paragraph.natural_width()[0] > width


SIZES = '\n[styles.".ask"]\nsize_pt = 40\nleading_pt = 44\nsizes_pt = [40, 30, 9]\nfit_mm = 60\n'


def test_a_theme_says_sizes_and_the_leading_follows_in_proportion():
    document = set_text('<h1 class="ask">Tell the Government that Britain should take in more</h1>', more=SIZES)
    shown = [each for each in document.pages[0].fragments[0].fragment.operations if isinstance(each, Show)]
    assert {each.size for each in shown} == {30}
    assert {round(a.y - b.y, 3) for a, b in pairwise(shown) if a.y != b.y} == {33}


def test_text_in_a_box_takes_the_sizes_of_the_box():
    more = SIZES + 'background = "ground"\npadding_mm = 4\n'
    document = set_text('<div class="ask">Tell</div>', more=more)
    assert {each.size for each in document.pages[0].fragments[0].fragment.operations if isinstance(each, Show)} == {40}


def test_no_size_is_smaller_than_the_least_of_the_page():
    more = SIZES + "\n[editions.large-print.page]\nleast_pt = 16\n"
    html = page_of(f'<h1 class="ask">{"Flüchtlingsunterkünfte" * 2} {"word " * 60}</h1>')
    theme = small_theme(more, edition="large-print")
    document = set_document(html, theme, fonts=library(), pictures={}, drawings={})
    shown = [
        each for page in document.pages for each in page.fragments[0].fragment.operations if isinstance(each, Show)
    ]
    assert {each.size for each in shown} == {16}


def test_a_missing_letter_is_told_once_whatever_the_sizes():
    with pytest.raises(LayoutError) as caught:
        set_text('<h1 class="ask">Tell \U0001f600</h1>', more=SIZES)
    assert len(caught.value.diagnostics) == 1
