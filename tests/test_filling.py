"""Page filling: measures of blocks become places, and the rules hold for any blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.typesetting.blocks import Strip
from briefing.typesetting.filling import Frame, Measured, Place, TooTall, fill_pages

FRAMES = (Frame(20, 120), Frame(10, 120))
NOTE_GAP, SIDE_GAP = 6.0, 8.0
SLACK = 0.02


def block(*heights: float, place="main", before=0.0, after=0.0, head=0.0, notes=(), **flags) -> Measured:
    """A block of strips; ``notes`` are those of its first strip, ``head`` what is repeated above later parts."""
    strips = tuple(Strip(height, notes=tuple(notes) if not index else ()) for index, height in enumerate(heights))
    known = {"keep_with_next": False, "forced": False, "forbidden": False} | flags
    return Measured(strips, place, before, after, repeated=lambda first: head if first else 0.0, **known)


def together(measured: Measured) -> Measured:
    """The same block with its strips never parted."""
    strips = (strip.joined(break_before=not index) for index, strip in enumerate(measured.strips))
    return measured._replace(strips=tuple(strips))


def fill(*blocks: Measured, notes: Mapping[str, float] | None = None) -> tuple[list[Place], list[TooTall]]:
    return fill_pages(blocks, notes=notes or {}, frames=FRAMES, note_gap=NOTE_GAP, side_gap=SIDE_GAP)


def placed(*blocks: Measured, notes: Mapping[str, float] | None = None) -> list[tuple[object, ...]]:
    """What fits, as plain tuples: block, strips, page, column, y; or note, page, y."""
    places, too_tall = fill(*blocks, notes=notes)
    assert not too_tall
    return [
        (each.note, each.page, each.y)
        if each.note
        else (each.block, (each.first, each.last), each.page, each.column, each.y)
        for each in places
    ]


# By example.


def test_nothing_takes_no_place():
    assert placed() == []


def test_blocks_follow_each_other_with_the_larger_of_the_gaps():
    assert placed(block(10, after=4), block(10, before=7), block(10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "main", 37),
        (2, (0, 1), 0, "main", 47),
    ]


def test_a_block_goes_on_where_the_page_ends_and_no_gap_stands_on_top():
    assert placed(block(70), block(20, 20, 20, before=5)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "main", 95),
        (1, (1, 3), 1, "main", 10),
    ]


def test_what_is_repeated_takes_room_on_the_next_page():
    places = placed(block(60, 40, 40, 50, 30, head=20))
    assert places == [(0, (0, 2), 0, "main", 20), (0, (2, 4), 1, "main", 10), (0, (4, 5), 2, "main", 10)]


def test_a_forced_break_begins_a_page():
    assert placed(block(10), block(10, forced=True)) == [(0, (0, 1), 0, "main", 20), (1, (0, 1), 1, "main", 10)]


def test_a_forced_break_at_the_very_beginning_leaves_no_empty_page():
    assert placed(block(10, forced=True)) == [(0, (0, 1), 0, "main", 20)]


def test_a_forbidden_break_takes_the_block_above_along():
    blocks = block(60), block(30), block(20, forbidden=True)
    assert placed(*blocks) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 1, "main", 10),
        (2, (0, 1), 1, "main", 40),
    ]


def test_a_heading_goes_along_with_the_text_below():
    heading = block(15, keep_with_next=True)
    assert placed(block(80), heading, block(10, 10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 1, "main", 10),
        (2, (0, 2), 1, "main", 25),
    ]


def test_what_stays_together_moves_to_the_next_page_whole():
    assert placed(block(50), together(block(20, 20, 20))) == [(0, (0, 1), 0, "main", 20), (1, (0, 3), 1, "main", 10)]


def test_what_stays_together_but_is_longer_than_a_page_is_cut_where_the_page_ends():
    assert placed(together(block(60, 60, 60))) == [
        (0, (0, 1), 0, "main", 20),
        (0, (1, 2), 1, "main", 10),
        (0, (2, 3), 2, "main", 10),
    ]


def test_a_note_stands_at_the_foot_of_its_marker_s_page():
    assert placed(block(60, notes=["a"]), block(30), notes={"a": 20}) == [
        (0, (0, 1), 0, "main", 20),
        ("a", 0, 100),
        (1, (0, 1), 1, "main", 10),
    ]


def test_a_note_that_does_not_fit_takes_its_marker_along():
    assert placed(block(80), block(10, notes=["a"]), notes={"a": 20}) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 1, "main", 10),
        ("a", 1, 100),
    ]


def test_a_note_with_two_markers_stands_once():
    places = placed(block(60, notes=["a"]), block(60, notes=["a"]), notes={"a": 20})
    assert [place for place in places if place[0] == "a"] == [("a", 0, 100)]


def test_a_side_block_stands_as_high_as_it_can_and_one_beside_level_with_the_text():
    side, beside = block(10, place="side"), block(10, place="beside")
    assert placed(block(40), side, block(10), beside, block(10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        (2, (0, 1), 0, "main", 60),
        (3, (0, 1), 0, "side", 70),
        (4, (0, 1), 0, "main", 70),
    ]


def test_a_side_block_without_room_waits_for_the_next_page():
    assert placed(block(10), block(80, place="side"), block(30, place="side"), block(10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        (3, (0, 1), 0, "main", 30),
        (2, (0, 1), 1, "side", 10),
    ]


def test_no_side_block_overtakes_one_that_waits():
    sides = [block(height, place="side") for height in (80, 30, 5)]
    assert placed(block(10), *sides)[1:] == [
        (1, (0, 1), 0, "side", 20),
        (2, (0, 1), 1, "side", 10),
        (3, (0, 1), 1, "side", 48),
    ]


def test_a_side_block_kept_together_but_longer_than_a_page_is_cut_where_the_page_ends():
    places = placed(block(10), together(block(60, 60, 40, place="side")))
    assert places[1:] == [(1, (0, 1), 1, "side", 10), (1, (1, 3), 2, "side", 10)]


def test_a_wide_block_under_a_side_column_that_goes_on_gets_a_page_of_its_own():
    sides = block(60, place="side"), block(80, place="side")
    assert placed(block(10), *sides, block(10), block(95, place="wide")) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        (3, (0, 1), 0, "main", 30),
        (2, (0, 1), 1, "side", 10),
        (4, (0, 1), 2, "wide", 10),
    ]


def test_the_note_of_a_side_block_stands_on_its_page():
    blocks = block(60), block(10, place="side", notes=["a"]), block(30)
    assert placed(*blocks, notes={"a": 20}) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 1, "side", 10),
        (2, (0, 1), 1, "main", 10),
        ("a", 1, 100),
    ]
    assert placed(*blocks[:2], notes={"a": 20}) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        ("a", 0, 100),
    ]


def test_side_blocks_at_the_end_get_pages_of_their_own():
    assert placed(block(10), block(60, place="side"), block(60, place="side")) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        (2, (0, 1), 1, "side", 10),
    ]


def test_a_wide_block_stands_below_both_columns():
    assert placed(block(10), block(50, place="side"), block(20), block(20, place="wide"), block(10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "side", 20),
        (2, (0, 1), 0, "main", 30),
        (3, (0, 1), 0, "wide", 70),
        (4, (0, 1), 0, "main", 90),
    ]


def test_a_wide_block_under_a_side_block_that_leaves_no_room_goes_to_the_next_page():
    places = placed(block(10), block(90, place="side"), block(20), block(30, place="wide"))
    assert places[-1] == (3, (0, 1), 1, "wide", 10)


@pytest.mark.parametrize(("height", "by"), [(101, 1), (130, 30)])
def test_a_strip_that_no_page_holds_is_reported_with_what_it_has_too_much(height, by):
    places, too_tall = fill(block(height))
    assert [(each.block, each.by) for each in too_tall] == [(0, by)]
    assert [(each.first, each.last) for each in places] == [(0, 1)]


def test_a_side_strip_that_no_page_holds_is_reported():
    _, too_tall = fill(block(10), block(115, place="side"))
    assert [(each.block, each.by) for each in too_tall] == [(1, 5)]


# For any blocks.


@dataclass(frozen=True)
class Case:
    """Blocks with the heights of their notes."""

    blocks: tuple[Measured, ...]
    notes: Mapping[str, float]


rarely = st.sampled_from([False] * 5 + [True])


@st.composite
def measured_blocks(draw, notes: Sequence[str]) -> Measured:
    place = draw(st.sampled_from(["main"] * 6 + ["side", "beside", "wide"]))
    own = st.lists(st.sampled_from(notes), max_size=1).map(tuple) if notes else st.just(())
    heights = st.integers(1, 95 if place != "main" else 40).map(float)
    strips = []
    for index in range(draw(st.integers(1, 5))):
        room = draw(st.integers(0, 5)) if index else 0
        head = float(room)
        strips.append(
            Strip(draw(heights) + head, head, draw(st.booleans()) or not index, draw(rarely) and not index, draw(own))
        )
    head = draw(st.sampled_from([0.0, 0.0, 10.0]))
    return Measured(
        tuple(strips),
        place,
        float(draw(st.integers(0, 8))),
        float(draw(st.integers(0, 8))),
        draw(rarely),
        draw(rarely),
        draw(rarely),
        lambda first: head if first else 0.0,
    )


@st.composite
def cases(draw) -> Case:
    names = [f"note-{index}" for index in range(draw(st.integers(0, 3)))]
    blocks = draw(st.lists(measured_blocks(names), max_size=12))
    return Case(tuple(blocks), {name: draw(st.integers(5, 15).map(float)) for name in names})


def result(case: Case) -> tuple[list[Place], list[TooTall]]:
    return fill(*case.blocks, notes=case.notes)


def top_of(page: int) -> float:
    return FRAMES[min(page, 1)].top


def extent(case: Case, place: Place) -> tuple[float, float]:
    """Upper and lower edge of what is drawn at a place."""
    if place.note:
        return place.y, place.y + case.notes[place.note]
    measured = case.blocks[place.block]
    strips = measured.strips[place.first : place.last]
    height = sum(strip.height for strip in strips) - strips[0].head_room + measured.repeated(place.first)
    return place.y, place.y + height


def flow(case: Case) -> list[tuple[int, int]]:
    """Strips of the main flow, in order."""
    return [
        (number, index)
        for number, each in enumerate(case.blocks)
        if each.place in ("main", "wide")
        for index in range(len(each.strips))
    ]


def pages_of_flow(case: Case, places: Sequence[Place]) -> dict[tuple[int, int], int]:
    """On which page each strip of the main flow stands."""
    return {
        (place.block, index): place.page
        for place in places
        if place.column != "side" and not place.note
        for index in range(place.first, place.last)
    }


def may_break(case: Case, strip: tuple[int, int]) -> bool:
    number, index = strip
    measured = case.blocks[number]
    allowed = measured.strips[index].break_before
    if index:
        return allowed
    above = [each for each in case.blocks[:number] if each.place in ("main", "wide")]
    return allowed and not measured.forbidden and not (above and above[-1].keep_with_next)


def every_strip_is_placed_once_and_in_order(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    strips = defaultdict(list)
    for place in places:
        if not place.note:
            assert place.first < place.last
            strips[place.block] += [(place.page, index) for index in range(place.first, place.last)]
    for number, each in enumerate(case.blocks):
        assert [index for _, index in strips[number]] == list(range(len(each.strips)))
        assert strips[number] == sorted(strips[number])
    assert list(pages_of_flow(case, places)) == flow(case)


def pages_are_numbered_without_a_gap(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    assert {place.page for place in places} == set(range(max((place.page for place in places), default=-1) + 1))


def the_side_column_keeps_the_order_of_its_blocks(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    order = [(place.page, place.y) for place in sorted(places, key=lambda each: (each.block, each.first))
             if place.column == "side"]  # fmt: skip
    assert order == sorted(order)


def nothing_overlaps_in_a_column(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    reported = {each.block for each in too_tall}
    if reported:
        return
    for columns in ({"main", "wide"}, {"side", "wide"}):
        extents = defaultdict(list)
        for place in places:
            if place.column in columns:
                extents[place.page].append(extent(case, place))
        for page in extents.values():
            for (_, lower), (upper, _) in pairwise(sorted(page)):
                assert lower <= upper + SLACK


def nothing_leaves_the_frame_unless_it_is_reported(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    reported = {each.block for each in too_tall}
    for place in places:
        upper, lower = extent(case, place)
        if place.block not in reported:
            assert top_of(place.page) - SLACK <= upper
            assert lower <= FRAMES[0].bottom + SLACK


def only_what_no_page_holds_is_reported(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    for each in too_tall:
        measured = case.blocks[each.block]
        tallest = max(
            strip.height - strip.head_room + measured.repeated(index)
            + sum(case.notes[note] for note in strip.notes) + (NOTE_GAP if strip.notes else 0)
            for index, strip in enumerate(measured.strips)
        )  # fmt: skip
        assert each.by > 0
        assert tallest > FRAMES[0].bottom - FRAMES[0].top, each


def a_page_begins_where_it_may_unless_no_break_was_allowed_before(
    case: Case, places: list[Place], too_tall: list[TooTall]
) -> None:
    pages = pages_of_flow(case, places)
    strips = flow(case)
    for before, here in pairwise(strips):
        number, index = here
        forced = case.blocks[number].strips[index].forced or (not index and case.blocks[number].forced)
        if pages[before] == pages[here] or forced or may_break(case, here):
            continue
        _, *others = [strip for strip in strips if pages[strip] == pages[before]]
        assert not any(may_break(case, strip) for strip in others)


def forced_breaks_are_honoured(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    pages = pages_of_flow(case, places)
    for before, here in pairwise(flow(case)):
        number, index = here
        if case.blocks[number].strips[index].forced or (not index and case.blocks[number].forced):
            assert pages[here] > pages[before]


def a_note_stands_once_and_on_the_page_of_its_first_marker(
    case: Case, places: list[Place], too_tall: list[TooTall]
) -> None:
    expected: dict[str, int] = {}
    for place in places:
        for strip in () if place.note else case.blocks[place.block].strips[place.first : place.last]:
            for note in strip.notes:
                expected[note] = min(place.page, expected.get(note, place.page))
    noted = [(place.note, place.page) for place in places if place.note]
    assert len(noted) == len(set(noted)) == len(expected)
    assert dict(noted) == expected


RULES = (
    every_strip_is_placed_once_and_in_order,
    pages_are_numbered_without_a_gap,
    the_side_column_keeps_the_order_of_its_blocks,
    nothing_overlaps_in_a_column,
    nothing_leaves_the_frame_unless_it_is_reported,
    only_what_no_page_holds_is_reported,
    a_page_begins_where_it_may_unless_no_break_was_allowed_before,
    forced_breaks_are_honoured,
    a_note_stands_once_and_on_the_page_of_its_first_marker,
)


@settings(max_examples=200)
@given(cases())
def test_every_rule_holds_for_any_blocks(case):
    places, too_tall = result(case)
    for rule in RULES:
        rule(case, places, too_tall)
    assert result(case) == (places, too_tall)
