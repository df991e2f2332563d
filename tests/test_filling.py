"""Page filling: measures of blocks become places, and the rules hold for any blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.typesetting.blocks.block import Strip
from briefing.typesetting.pagination.flow import Frame, Measured, Place, TooTall
from briefing.typesetting.pagination.pages import fill_pages

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


def note(*heights: float, marks: Mapping[int, str] | None = None) -> Measured:
    """A footnote of lines, two of which at least stand together; ``marks`` are markers in its lines."""
    last, marked = len(heights) - 2, marks or {}
    strips = (
        Strip(height, break_before=not index or 2 <= index <= last, notes=(marked[index],) if index in marked else ())
        for index, height in enumerate(heights)
    )
    return block()._replace(strips=tuple(strips))


Notes = Mapping[str, "float | Measured"]
"""Footnotes by id; a number is the height of one that is never cut."""


def fill(*blocks: Measured, notes: Notes | None = None) -> tuple[list[Place], list[TooTall]]:
    known = {name: each if isinstance(each, Measured) else block(each) for name, each in (notes or {}).items()}
    return fill_pages(blocks, notes=known, frames=FRAMES, note_gap=NOTE_GAP, side_gap=SIDE_GAP)


def placed(*blocks: Measured, notes: Notes | None = None) -> list[tuple[object, ...]]:
    """What fits, as plain tuples: block, strips, page, column, y; or note, page, y; or note, strips, page, y."""
    places, too_tall = fill(*blocks, notes=notes)
    assert not too_tall
    return [
        (
            (each.note, each.page, each.y)
            if each.last - each.first == 1
            else (each.note, (each.first, each.last), each.page, each.y)
        )
        if each.note
        else (each.block, (each.first, each.last), each.page, each.column, each.y)
        for each in places
    ]


# By example.


def test_a_cut_leaves_room_for_what_closes_the_part_above_it():
    lines = [20.0] * 6
    assert placed(block(*lines)) == [(0, (0, 5), 0, "main", 20), (0, (5, 6), 1, "main", 10)]
    closed = block(*lines, closing=lambda strip: 5)
    assert placed(closed) == [(0, (0, 4), 0, "main", 20), (0, (4, 6), 1, "main", 10)]
    assert placed(closed._replace(place="side"), block(10)) == [
        (0, (0, 4), 0, "side", 20),
        (1, (0, 1), 0, "main", 20),
        (0, (4, 6), 1, "side", 10),
    ]


def test_what_closes_a_part_makes_no_page_end_where_nothing_may_be_cut():
    whole = together(block(40, 50))
    tail = block(5, 40, closing=lambda strip: 20, forbidden=True)
    places = fill(whole, tail)[0]
    assert [(place.block, place.first, place.page) for place in places] == [(0, 0, 0), (1, 0, 0), (1, 1, 1)]


def test_nothing_takes_no_place():
    assert placed() == []


def test_blocks_follow_each_other_with_the_larger_of_the_gaps():
    assert placed(block(10, after=4), block(10, before=7), block(10)) == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 0, "main", 37),
        (2, (0, 1), 0, "main", 47),
    ]


def test_what_leaves_its_heading_alone_is_too_tall():
    heading = block(10, keep_with_next=True)
    assert fill(block(60), heading, block(95, before=5))[1] == []
    assert fill(block(60), heading, block(100, before=5))[1] == [TooTall(2, 5, headed=True)]
    assert fill(block(60), heading, heading, block(95, before=5))[1] == [TooTall(3, 10, headed=True)]
    assert fill(block(60), heading, block(115))[1] == [TooTall(2, 5)], "even alone"
    assert fill(block(60), block(10), block(100, before=5))[1] == []
    assert fill(block(60), heading, together(block(*[30] * 4)))[1] == []


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


def test_two_lines_of_what_follows_stand_with_a_heading():
    heading = block(15, keep_with_next=True)
    assert placed(block(70), heading, block(10, 10))[1:] == [
        (1, (0, 1), 1, "main", 10),
        (2, (0, 2), 1, "main", 25),
    ]
    assert placed(block(60), heading, block(10, 10, 10))[1:] == [
        (1, (0, 1), 0, "main", 80),
        (2, (0, 2), 0, "main", 95),
        (2, (2, 3), 1, "main", 10),
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


def test_a_note_without_room_goes_on_at_the_foot_of_the_next_page():
    assert placed(block(60, notes=["a"]), block(20), block(40), notes={"a": note(*[10] * 6)}) == [
        (0, (0, 1), 0, "main", 20),
        ("a", (0, 3), 0, 90),
        (1, (0, 1), 1, "main", 10),
        (2, (0, 1), 1, "main", 30),
        ("a", (3, 6), 1, 90),
    ]


def test_two_lines_of_a_note_stand_together_at_least():
    text = block(70, notes=["a"])
    assert placed(text, block(10), notes={"a": note(10, 10, 10, 10)})[1:] == [
        ("a", (0, 2), 0, 100),
        (1, (0, 1), 1, "main", 10),
        ("a", (2, 4), 1, 100),
    ]
    assert placed(block(5), text, notes={"a": note(10, 10, 10)})[1:] == [
        (1, (0, 1), 1, "main", 10),
        ("a", (0, 3), 1, 90),
    ]


def test_no_text_follows_on_a_page_whose_note_goes_on():
    assert placed(block(65), block(5, notes=["a"]), block(4), notes={"a": note(*[10] * 4)})[2:] == [
        ("a", (0, 2), 0, 100),
        (2, (0, 1), 1, "main", 10),
        ("a", (2, 4), 1, 100),
    ]


def test_only_the_notes_of_the_last_strips_are_cut():
    notes = {"a": note(*[10] * 4), "b": note(*[10] * 4)}
    assert placed(block(20, notes=["a"]), block(20, notes=["b"]), block(5), notes=notes) == [
        (0, (0, 1), 0, "main", 20),
        ("a", (0, 4), 0, 80),
        (1, (0, 1), 1, "main", 10),
        (2, (0, 1), 1, "main", 30),
        ("b", (0, 4), 1, 80),
    ]


def test_a_note_longer_than_pages_leaves_room_for_some_text_on_each():
    places = placed(block(50), block(30, notes=["a"]), block(40), block(40), notes={"a": note(*[10] * 20)})
    assert places == [
        (0, (0, 1), 0, "main", 20),
        (1, (0, 1), 1, "main", 10),
        ("a", (0, 7), 1, 50),
        (2, (0, 1), 2, "main", 10),
        ("a", (7, 13), 2, 60),
        (3, (0, 1), 3, "main", 10),
        ("a", (13, 18), 3, 70),
        ("a", (18, 20), 4, 100),
    ]


def test_what_has_no_room_beside_a_note_that_goes_on_waits_for_a_page_of_its_own():
    assert placed(block(80, notes=["a"]), together(block(50, 50)), notes={"a": note(*[6] * 6)}) == [
        (0, (0, 1), 0, "main", 20),
        ("a", (0, 2), 0, 108),
        ("a", (2, 6), 1, 96),
        (1, (0, 2), 2, "main", 10),
    ]


def test_several_notes_of_one_line_begin_with_it_and_go_on_in_their_order():
    notes = {name: note(*[10] * 5) for name in "ab"}
    assert placed(block(50, notes=["b", "a"]), block(10), notes=notes) == [
        (0, (0, 1), 0, "main", 20),
        ("a", (0, 2), 0, 80),
        ("b", (0, 2), 0, 100),
        (1, (0, 1), 1, "main", 10),
        ("a", (2, 5), 1, 60),
        ("b", (2, 5), 1, 90),
    ]


def test_a_note_that_a_note_marks_begins_where_its_marker_stands():
    notes = {"a": note(*[10] * 6, marks={4: "b"}), "b": note(*[5] * 6)}
    assert placed(block(60, notes=["a"]), notes=notes) == [
        (0, (0, 1), 0, "main", 20),
        ("a", (0, 3), 0, 90),
        ("a", (3, 6), 1, 60),
        ("b", (0, 6), 1, 90),
    ]


def test_lines_with_more_notes_than_can_begin_below_them_are_reported():
    _, too_tall = fill(block(20, notes=list("abcde")), notes={name: note(*[10] * 5) for name in "abcde"})
    assert [(each.block, each.by, each.note) for each in too_tall] == [(0, 26, "")]


def test_a_line_of_a_note_that_no_page_holds_is_reported():
    _, too_tall = fill(block(10, notes=["a"]), notes={"a": note(10, 10, 120, 10)})
    assert [(each.block, each.by, each.note) for each in too_tall] == [(-1, 26, "a")]


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
    notes: Mapping[str, Measured]


rarely = st.sampled_from([False] * 5 + [True])
PLACES = ("main",) * 6 + ("side", "beside", "wide")


@st.composite
def measured_blocks(draw, notes: Sequence[str], places: Sequence[str]) -> Measured:
    place = draw(st.sampled_from(places))
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
def footnotes(draw, names: Sequence[str]) -> dict[str, Measured]:
    """Notes of some lines, rarely of more than a page, whose lines may mark later notes."""
    made = {}
    for index, name in enumerate(names):
        lines = draw(st.one_of(st.integers(1, 8), st.sampled_from([1, 30])))
        later = names[index + 1 :]
        marks = {draw(st.integers(0, lines - 1)): draw(st.sampled_from(later))} if later and draw(rarely) else {}
        made[name] = note(*[float(draw(st.integers(3, 6)))] * lines, marks=marks)
    return made


@st.composite
def cases(draw, places: Sequence[str] = PLACES) -> Case:
    names = [f"note-{index}" for index in range(draw(st.integers(0, 5)))]
    blocks = draw(st.lists(measured_blocks(names, places), max_size=12))
    return Case(tuple(blocks), draw(footnotes(names)))


def result(case: Case) -> tuple[list[Place], list[TooTall]]:
    return fill(*case.blocks, notes=case.notes)


def top_of(page: int) -> float:
    return FRAMES[min(page, 1)].top


def extent(case: Case, place: Place) -> tuple[float, float]:
    """Upper and lower edge of what is drawn at a place."""
    measured = case.notes[place.note] if place.note else case.blocks[place.block]
    return place.y, place.y + height(measured, place.first, place.last)


def height(measured: Measured, first: int, last: int) -> float:
    strips = measured.strips[first:last]
    return sum(strip.height for strip in strips) - strips[0].head_room + measured.repeated(first) if strips else 0.0


def next_cut(measured: Measured, first: int) -> int:
    """The next strip that a page may begin with, or the end."""
    breaks = (index for index, strip in enumerate(measured.strips) if index > first and strip.break_before)
    return next(breaks, len(measured.strips))


def least(case: Case, note: str, known: set[str]) -> float:
    """Height of the beginning of a note, with the beginnings of those that it marks."""
    measured, known = case.notes[note], known | {note}
    cut = next_cut(measured, 0)
    inner = {each for strip in measured.strips[:cut] for each in strip.notes} - known
    return height(measured, 0, cut) + sum(least(case, each, known) for each in inner)


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
    if index > 1:
        return allowed
    above = [each for each in case.blocks[:number] if each.place in ("main", "wide")]
    kept = above and above[-1].keep_with_next
    return allowed and not kept and not (measured.forbidden and not index)


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
            height(measured, index, index + 1)
            + sum(least(case, note, set()) for note in strip.notes) + (NOTE_GAP if strip.notes else 0)
            for index, strip in enumerate(measured.strips)
        )  # fmt: skip
        assert each.by > 0
        assert tallest > (FRAMES[0].bottom - FRAMES[0].top) * (0.5 if each.headed else 1.0), each


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


def a_note_begins_on_the_page_of_its_first_marker(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    expected: dict[str, int] = {}
    for place in places:
        measured = case.notes[place.note] if place.note else case.blocks[place.block]
        for note in (note for strip in measured.strips[place.first : place.last] for note in strip.notes):
            expected[note] = min(place.page, expected.get(note, place.page))
    assert {place.note: place.page for place in places if place.note and not place.first} == expected


def every_line_of_a_note_stands_once_and_in_order(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    lines = defaultdict(list)
    for place in places:
        if place.note:
            assert case.notes[place.note].strips[place.first].break_before
            lines[place.note] += range(place.first, place.last)
    for note, found in lines.items():
        assert found == list(range(len(case.notes[note].strips)))


def notes_stand_at_the_foot_in_their_order(case: Case, places: list[Place], too_tall: list[TooTall]) -> None:
    order = list(case.notes)
    for page in {place.page for place in places}:
        notes = [place for place in places if place.note and place.page == page]
        if not notes:
            continue
        for upper, lower in pairwise(notes):
            assert extent(case, upper)[1] == pytest.approx(lower.y)
            assert (upper.first == 0, order.index(upper.note)) < (lower.first == 0, order.index(lower.note))
        assert extent(case, notes[-1])[1] == pytest.approx(FRAMES[0].bottom)


def unfinished(case: Case, places: Sequence[Place], page: int) -> list[tuple[str, int]]:
    """Notes that have begun by a page and go on after it, with the line that they go on from."""
    ends = {place.note: place.last for place in places if place.note and place.page <= page}
    return [(note, end) for note, end in ends.items() if end < len(case.notes[note].strips)]


def a_note_goes_on_at_once_and_only_where_no_more_of_it_has_room(
    case: Case, places: list[Place], too_tall: list[TooTall]
) -> None:
    if too_tall:
        return
    for page in range(max((place.page for place in places), default=0)):
        here = [place for place in places if place.page == page and place.column != "side"]
        notes = [place for place in here if place.note]
        lower = max([top_of(page), *(extent(case, place)[1] for place in here if not place.note)])
        begun = {place.note for place in places if place.note and place.page <= page}
        free = notes[0].y - lower - NOTE_GAP if notes else 0.0
        for note, end in unfinished(case, places, page):
            measured, cut = case.notes[note], next_cut(case.notes[note], end)
            more = sum(strip.height for strip in measured.strips[end:cut])
            inner = {each for strip in measured.strips[end:cut] for each in strip.notes} - begun
            assert more + sum(least(case, each, begun) for each in inner) > free - SLACK
        if unfinished(case, places, page):
            assert any(place.first for place in places if place.note and place.page == page + 1)


RULES = (
    every_strip_is_placed_once_and_in_order,
    pages_are_numbered_without_a_gap,
    the_side_column_keeps_the_order_of_its_blocks,
    nothing_overlaps_in_a_column,
    nothing_leaves_the_frame_unless_it_is_reported,
    only_what_no_page_holds_is_reported,
    a_page_begins_where_it_may_unless_no_break_was_allowed_before,
    forced_breaks_are_honoured,
    a_note_begins_on_the_page_of_its_first_marker,
    every_line_of_a_note_stands_once_and_in_order,
    notes_stand_at_the_foot_in_their_order,
    a_note_goes_on_at_once_and_only_where_no_more_of_it_has_room,
)


@settings(max_examples=examples(200))
@given(cases())
def test_every_rule_holds_for_any_blocks(case):
    places, too_tall = result(case)
    for rule in RULES:
        rule(case, places, too_tall)
    assert result(case) == (places, too_tall)


def chunk_at(case: Case, start: tuple[int, int]) -> list[tuple[int, int]]:
    """Strips of the flow from one on, up to the next that a page may begin with."""
    strips = flow(case)
    rest = strips[strips.index(start) :]
    end = next((index for index, strip in enumerate(rest) if index and may_break(case, strip)), len(rest))
    return rest[:end]


def gap_above(case: Case, strip: tuple[int, int]) -> float:
    number, index = strip
    return max(case.blocks[number - 1].space_after, case.blocks[number].space_before) if number and not index else 0.0


def is_forced(case: Case, strip: tuple[int, int]) -> bool:
    number, index = strip
    return case.blocks[number].strips[index].forced or (not index and case.blocks[number].forced)


@settings(max_examples=examples(200))
@given(cases(places=("main",)))
def test_only_notes_of_the_last_strips_that_belong_together_are_cut(case):
    """With one column: what stands before the last break of a page has room with all its notes whole."""
    places, too_tall = result(case)
    pages = pages_of_flow(case, places)
    for page in {place.page for place in places if not too_tall}:
        strips = [strip for strip in flow(case) if pages[strip] == page]
        last = next((strip for strip in reversed(strips[1:]) if may_break(case, strip)), None)
        if last is None or not unfinished(case, places, page):
            continue
        before = strips[: strips.index(last)]
        number, index = before[-1]
        (lower,) = (
            place.y + height(case.blocks[number], place.first, index + 1)
            for place in places
            if place.block == number and place.page == page
        )
        rests = {place.note: place.first for place in places if place.note and place.page == page and place.first}
        wanted = [note for number, index in before for note in case.blocks[number].strips[index].notes]
        begun = {place.note for place in places if place.note and place.page < page}
        rests |= {note: 0 for note in wanted if note not in begun}
        waiting = list(rests)
        for name in waiting:
            inner = {each for strip in case.notes[name].strips[rests[name] :] for each in strip.notes}
            waiting += inner - begun - rests.keys()
            rests |= dict.fromkeys(inner - begun - rests.keys(), 0)
        whole = sum(height(case.notes[name], first, len(case.notes[name].strips)) for name, first in rests.items())
        assert lower + whole + (NOTE_GAP if rests else 0.0) <= FRAMES[0].bottom + SLACK


@pytest.mark.timeout(240)
@settings(max_examples=examples(200))
@given(cases(places=("main",)))
def test_a_page_ends_only_where_no_more_has_room(case):
    """With one column: a page that is not the last has no room for the next strips that belong together.

    Where a note that is to begin marks another, a page may end a little sooner.
    """
    places, too_tall = result(case)
    if too_tall:
        return
    pages = pages_of_flow(case, places)
    for before, start in pairwise(flow(case)):
        page = pages[before]
        if pages[start] == page or is_forced(case, start) or unfinished(case, places, page):
            continue
        here = [place for place in places if place.page == page]
        used = sum(upper - lower for lower, upper in (extent(case, place) for place in here if place.note))
        y = max(extent(case, place)[1] for place in here if not place.note)
        chunk = chunk_at(case, start)
        more = sum(
            case.blocks[number].strips[index].height + gap_above(case, (number, index)) for number, index in chunk
        )
        begun = {place.note for place in places if place.note and place.page <= page}
        wanted = {note for number, index in chunk for note in case.blocks[number].strips[index].notes} - begun
        if any(strip.notes for note in wanted for strip in case.notes[note].strips):
            continue
        foot = used + sum(least(case, note, begun) for note in wanted) + (NOTE_GAP if used or wanted else 0.0)
        assert y + more + foot > FRAMES[0].bottom - SLACK
