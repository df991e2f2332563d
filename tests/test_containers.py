"""Blocks that hold blocks: room, grounds, rules, columns, list items; and ReportLab's protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from typesetting_tools import STYLE, paragraph_of

from briefing.theme import Edges, Rule, Style, Track
from briefing.typesetting.blocks.block import Block, Strip
from briefing.typesetting.blocks.containers import ListItem, Row, Stack, gap_between
from briefing.typesetting.recording.fragment import Fragment
from briefing.typesetting.recording.recorder import Recorder

BARE = Style(leading=14, size=10, font="informing")


class Bars(Block):
    """Strips of given heights; notes the strips and the place where it was drawn."""

    def __init__(self, *heights: float, head: float = 0.0, notes: Sequence[str] = (), **style: object) -> None:
        super().__init__(replace(BARE, **style))
        self.heights, self.head, self.notes = heights, head, tuple(notes)
        self.drawn: list[tuple[float, float, float, int, int]] = []

    def measure(self, width: float) -> tuple[Strip, ...]:
        return tuple(Strip(height, notes=self.notes) for height in self.heights)

    def repeated(self, width: float, first: int) -> float:
        return self.head if first else 0.0

    def natural_width(self) -> tuple[float, float]:
        return 20.0, 50.0

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        x, y = canvas.absolutePosition(0, 0)
        self.drawn.append((round(x, 3), round(y, 3), round(width, 3), first, last))


def drawn(block: Block, width: float, first: int = 0, last: int | None = None) -> Fragment:
    last = len(block.strips(width)) if last is None else last
    recorder = Recorder()
    with recorder.fragment(width, block.part_height(width, first, last)) as made:
        block.draw_part(recorder, width, first, last)
    return made[0]


def operators(fragment: Fragment) -> str:
    return "\n".join(each for each in fragment.operations if isinstance(each, str))


def heights(block: Block, width: float = 100) -> list[tuple[float, float]]:
    return [(strip.height, strip.head_room) for strip in block.strips(width)]


# Stacks.


@pytest.mark.parametrize(("after", "before", "gap"), [(4, 7, 7), (7, 4, 7), (0, 0, 0)])
def test_the_larger_gap_stands_between_two_blocks(after, before, gap):
    assert gap_between(replace(BARE, space_after=after), replace(BARE, space_before=before)) == gap


def test_a_stack_has_the_strips_of_its_children_with_the_gaps():
    stack = Stack([Bars(10, 10, space_after=5), Bars(20)], BARE)
    assert heights(stack) == [(10, 0), (10, 0), (25, 5)]


def test_padding_is_part_of_the_first_and_the_last_strip():
    padded = replace(BARE, padding=Edges(3, 0, 4, 0))
    assert heights(Stack([Bars(10, 10, 10)], padded)) == [(13, 0), (10, 0), (14, 0)]
    assert heights(Stack([Bars(10)], padded)) == [(17, 0)]


def test_a_least_height_is_reached_at_the_foot():
    assert heights(Stack([Bars(10, 10)], replace(BARE, minimum_height=50))) == [(10, 0), (40, 0)]


def test_what_keeps_with_the_next_block_is_not_parted_from_it():
    stack = Stack([Bars(10, keep_with_next=True), Bars(10), Bars(10)], BARE)
    assert [strip.break_before for strip in stack.strips(100)] == [True, False, True]


def test_children_are_set_to_the_width_that_padding_leaves():
    child = Bars(10)
    drawn(Stack([child], replace(BARE, padding=Edges(3, 5, 4, 7), indent=8)), 100)
    assert child.drawn == [(15, 4, 80, 0, 1)]


def test_children_are_drawn_from_top_to_bottom_with_their_gaps():
    children = Bars(10, space_after=5), Bars(20), Bars(5)
    drawn(Stack(children, BARE), 100)
    assert [child.drawn for child in children] == [[(0, 30, 100, 0, 1)], [(0, 5, 100, 0, 1)], [(0, 0, 100, 0, 1)]]


def test_a_part_draws_the_strips_that_it_holds_alone():
    children = Bars(10, 10), Bars(10, 10, space_before=5), Bars(10)
    drawn(Stack(children, BARE), 100, 1, 3)
    assert [child.drawn for child in children] == [[(0, 15, 100, 1, 2)], [(0, 0, 100, 0, 1)], []]


def test_a_part_begins_without_the_gap_above_it():
    stack = Stack([Bars(10, space_after=5), Bars(20, 20)], BARE)
    assert stack.part_height(100, 1, 3) == 40


@pytest.mark.parametrize(("background", "head"), [("", 6), ("#eeeeee", 9)])
def test_a_part_repeats_the_child_s_head_and_on_a_ground_the_padding(background, head):
    stack = Stack([Bars(10, 10, head=6)], replace(BARE, background=background, padding=Edges(3, 0, 3, 0)))
    assert (stack.repeated(100, 0), stack.repeated(100, 1)) == (0, head)


def test_the_ground_and_the_rules_are_filled_boxes():
    style = replace(BARE, background="#ff0000", rule_top=Rule(2, "#00ff00"), rule_left=Rule(1, "#0000ff"))
    painted = operators(drawn(Stack([Bars(10)], style), 100))
    assert "1 0 0 rg\nn 0 0 100 10 re f" in painted
    assert "0 1 0 rg\nn 0 8 100 2 re f" in painted
    assert "0 0 1 rg\nn 0 0 1 10 re f" in painted


@pytest.mark.parametrize(("first", "last", "top", "bottom"), [(0, 1, 1, 0), (1, 2, 0, 0), (2, 3, 0, 1), (0, 3, 1, 1)])
def test_rules_stand_at_the_beginning_and_at_the_end_alone(first, last, top, bottom):
    style = replace(BARE, rule_top=Rule(2, "#00ff00"), rule_bottom=Rule(2, "#0000ff"))
    painted = operators(drawn(Stack([Bars(10, 10, 10)], style), 100, first, last))
    assert (painted.count("0 1 0 rg"), painted.count("0 0 1 rg")) == (top, bottom)


@pytest.mark.parametrize(("background", "room"), [("", 0), ("#eeeeee", 4)])
def test_a_part_that_goes_on_elsewhere_is_closed_by_the_padding_of_its_ground(background, room):
    stack = Stack([Bars(10, 10, 10)], replace(BARE, background=background, padding=Edges(3, 0, 4, 0)))
    assert [stack.part_height(100, 0, last) for last in (1, 2, 3)] == [13 + room, 23 + room, 37]
    outer = Stack([Bars(10), stack], replace(BARE, background="#ffffff", padding=Edges(0, 0, 2, 0)))
    assert [outer.closing(100, last) for last in (1, 2, 3)] == [2, 2 + room, 2 + room]


def test_an_empty_stack_takes_its_padding():
    assert heights(Stack([], replace(BARE, padding=Edges(1, 0, 2, 0)))) == [(3, 0)]


def test_natural_widths_are_those_of_the_widest_child_with_the_padding():
    stack = Stack([Bars(10)], replace(BARE, padding=Edges(0, 3, 0, 4), indent=5))
    assert stack.natural_width() == (32, 62)


# Rows.


def row(*children: Block, columns: Sequence[Track], **style: object) -> Row:
    return Row(children, replace(BARE, columns=tuple(columns), gap=10, **style))


def test_columns_share_what_fixed_ones_leave():
    children = Bars(10), Bars(10), Bars(10)
    drawn(row(*children, columns=[Track(share=2), Track(points=30), Track(share=1)]), 200)
    assert [child.drawn[0][0::2][:2] for child in children] == [(0, 100), (110, 30), (150, 50)]


def test_a_row_is_one_strip_as_high_as_its_tallest_column():
    both = row(Bars(10, 10), Bars(30), columns=[Track(share=1)])
    assert heights(both) == [(30, 0)]


def test_columns_stand_at_the_top_or_in_the_middle():
    children = Bars(10), Bars(30)
    drawn(row(*children, columns=[Track(share=1)]), 100)
    drawn(row(*children, columns=[Track(share=1)], middle=True), 100)
    assert [y for _, y, *_ in children[0].drawn] == [20, 10]


def test_a_row_carries_the_notes_of_its_columns():
    (strip,) = row(Bars(10, notes=["a"]), Bars(10, notes=["b"]), columns=[Track(share=1)]).strips(100)
    assert strip.notes == ("a", "b")


def test_columns_too_narrow_for_their_tracks_do_not_vanish():
    children = Bars(10), Bars(10)
    drawn(row(*children, columns=[Track(points=90), Track(share=1)]), 50)
    assert children[1].drawn[0][2] == 1


# List items.


def test_a_marker_stands_beside_the_first_line_of_the_body():
    label, body = paragraph_of("•"), Stack([Bars(14, 14)], BARE)
    item = ListItem(label, body, replace(BARE, indent=12))
    fragment = drawn(item, 100)
    assert body._children[0].drawn == [(12, 0, 88, 0, 2)]
    assert "1 0 0 1 0 14 cm" in operators(fragment)


def test_a_list_item_that_goes_on_has_no_second_marker():
    item = ListItem(paragraph_of("•"), Stack([Bars(14, 14)], BARE), replace(BARE, indent=12))
    shown = [
        [each for each in drawn(item, 100, *part).operations if hasattr(each, "glyphs")] for part in ((0, 1), (1, 2))
    ]
    assert [len(each) for each in shown] == [1, 0]


# ReportLab's protocol.


def test_a_block_wraps_and_splits_as_a_flowable():
    block = Bars(10, 10, 10)
    assert block.wrap(100, 999) == (100, 30)
    first, rest = block.split(100, 25)
    assert (first.wrap(100, 99), rest.wrap(100, 99)) == ((100, 20), (100, 10))
    assert block.split(100, 5) == []
    recorder = Recorder()
    first.wrapOn(recorder, 100, 99)
    first.drawOn(recorder, 3, 4)
    assert block.drawn == [(3, 4, 100, 0, 2)]


def test_a_part_splits_again_with_what_is_repeated():
    _, rest = Bars(10, 10, 10, head=5).split(100, 10)
    assert [part.wrap(100, 99)[1] for part in rest.split(100, 15)] == [15, 15]


def test_an_anchor_stands_where_the_block_begins():
    block = Bars(10, 10)
    block.anchors = ("here",)
    (anchor,) = drawn(Stack([Bars(5), block], BARE), 100).anchors
    assert (anchor.id, anchor.x, anchor.y) == ("here", 0, 20)
    assert not drawn(block, 100, 1, 2).anchors


def test_a_paragraph_in_a_stack_keeps_its_lines():
    paragraph = paragraph_of("one two three four five six seven", STYLE)
    assert len(Stack([paragraph], BARE).strips(60)) == len(paragraph.strips(60)) > 2
