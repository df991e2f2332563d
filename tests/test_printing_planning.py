"""Where each page goes on its sheets, how large it becomes, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Diagnostic, LayoutError
from briefing.printing.imposing import Printed
from briefing.printing.papers import EDGE_MM, MM, PAPERS, Size, name_of, size_of
from briefing.printing.planning import Asked, Ink, Measured, Plan, booklet, check_legible, copies, in_cells, plan
from briefing.printing.telling import what_became

WHITE = Ink(40, 40, 40, 40)
A4, A5 = size_of("A4"), size_of("A5")


def measured(pages: int = 8, size: Size = A4, **facts: object) -> Measured:
    return Measured(**{"pages": pages, "size": size, "white": WHITE, **facts})


def read_folded(planned: Plan) -> list[int | None]:
    """Print a booklet, turn its sheets on the edge that the plan names, fold the stack, and read it.

    Only places in millimetres are used: what lies behind a place on the front is the mirrored place on the back.
    """
    assert planned.flip == "short"
    middle = planned.sheet.width / 2
    fronts, backs = planned.sides[::2], planned.sides[1::2]

    def lying(side, left: bool) -> int | None:
        centres = [(each.x + planned.page.width * planned.scale / 2, each.page) for each in side if each]
        found = [page for x, page in centres if (x < middle) == left]
        return found[0] if found else None

    # Turned over its short edge, the left half of a back lies behind the right half of its front.
    right = [(lying(front, left=False), lying(back, left=True)) for front, back in zip(fronts, backs, strict=True)]
    left = [(lying(back, left=False), lying(front, left=True)) for front, back in zip(fronts, backs, strict=True)]
    if not planned.rtl:
        leaves = [*right, *reversed(left)]
        return [page for leaf in leaves for page in leaf]
    leaves = [*((front, back) for back, front in left), *reversed([(back, front) for front, back in right])]
    return [page for leaf in leaves for page in leaf]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("back_cover", [False, True])
@pytest.mark.parametrize("pages", range(1, 65))
def test_a_folded_booklet_reads_in_order(pages, rtl, back_cover):
    asked = Asked("booklet", back_cover=back_cover)
    planned = plan(measured(pages, A5, rtl=rtl), asked)
    read = read_folded(planned)
    blanks = -pages % 4
    kept = pages - 1 if back_cover else pages
    assert read == [*range(kept), *[None] * blanks, *range(kept, pages)]
    assert planned.blanks == blanks
    assert len(planned.sides) % 2 == 0


def test_the_order_of_small_booklets():
    assert booklet(4) == ((3, 0), (1, 2))
    assert booklet(8) == ((7, 0), (1, 6), (5, 2), (3, 4))
    assert booklet(4, rtl=True) == ((0, 3), (2, 1))
    assert booklet(6) == ((None, 0), (1, None), (5, 2), (3, 4))
    assert booklet(6, back_cover=True) == ((5, 0), (1, None), (None, 2), (3, 4))


def test_the_order_of_pages_in_cells():
    assert in_cells(3, columns=2, rows=1) == ((0, 1), (2, None))
    assert in_cells(3, columns=2, rows=1, rtl=True) == ((1, 0), (None, 2))
    assert in_cells(5, columns=2, rows=2) == ((0, 1, 2, 3), (4, None, None, None))
    assert in_cells(5, columns=2, rows=2, rtl=True) == ((1, 0, 3, 2), (None, 4, None, None))
    assert copies(2, 3) == ((0, 0, 0), (1, 1, 1))


@settings(max_examples=examples(200), deadline=None)
@given(
    scheme=st.sampled_from(["booklet", "2-up", "4-up", "repeat"]),
    paper=st.sampled_from(sorted(PAPERS)),
    size=st.builds(Size, st.floats(150, 1300), st.floats(150, 1300)),
    white=st.builds(Ink, *[st.floats(0, 70)] * 4),
    pages=st.integers(1, 40),
    rtl=st.booleans(),
    many=st.integers(2, 12),
)
def test_nothing_is_printed_near_the_edge_of_a_sheet_nor_on_a_neighbour(scheme, paper, size, white, pages, rtl, many):
    copies_wanted = many if scheme == "repeat" else None
    facts = Measured(pages, size, white, rtl=rtl)
    planned = plan(facts, Asked(scheme, paper=paper, copies=copies_wanted))
    inked = [
        (
            each.x + white.left * planned.scale,
            each.y + white.bottom * planned.scale,
            each.x + (size.width - white.right) * planned.scale,
            each.y + (size.height - white.top) * planned.scale,
        )
        for side in planned.sides
        for each in side
        if each
    ]
    near = EDGE_MM * MM - 0.001
    for left, bottom, right, top in inked:
        assert left >= near
        assert bottom >= near
        assert right <= planned.sheet.width - near
        assert top <= planned.sheet.height - near
    assert planned.edge_mm >= EDGE_MM - 0.001
    assert sorted({each.page for side in planned.sides for each in side if each}) == list(range(pages))
    for side in planned.sides:
        places = [each for each in side if each]
        for number, one in enumerate(places):
            for other in places[number + 1 :]:
                apart_across = abs(one.x - other.x) >= (size.width * planned.scale) - 2 * planned.creep_mm * MM - 0.7
                assert apart_across or abs(one.y - other.y) >= size.height * planned.scale - 0.7


@pytest.mark.parametrize(
    ("scheme", "page", "paper", "scale", "sheet"),
    [
        ("booklet", "A4", "A4", 0.707, "A4 landscape"),
        ("booklet", "A4", "A3", 1.0, "A3 landscape"),
        ("booklet", "A5", "A4", 1.0, "A4 landscape"),
        ("booklet", "letter", "letter", 0.647, "letter landscape"),
        ("booklet", "letter", "tabloid", 1.0, "tabloid landscape"),
        ("booklet", "half-letter", "letter", 1.0, "letter landscape"),
        ("2-up", "A4", "A4", 0.707, "A4 landscape"),
        ("4-up", "A4", "A4", 0.5, "A4"),
        ("4-up", "A4", "A3", 0.707, "A3"),
        ("repeat", "A5", "A4", 1.0, "A4 landscape"),
    ],
)
def test_sizes(scheme, page, paper, scale, sheet):
    planned = plan(measured(size=size_of(page)), Asked(scheme, paper=paper))
    assert planned.scale == pytest.approx(scale, abs=0.0005)
    assert name_of(planned.sheet) == sheet


def test_lying_pages_stand_over_each_other():
    planned = plan(measured(2, A4.turned()), Asked("2-up"))
    (side,) = planned.sides
    assert name_of(planned.sheet) == "A4"
    assert [round(each.y) for each in side] == [421, 0]
    assert planned.flip == "long"


def test_a_page_that_fits_is_not_moved():
    planned = plan(measured(4, A5), Asked("booklet", thickness_mm=0))
    assert planned.scale == 1.0
    front, _ = planned.sides
    assert [(each.page, round(each.x, 2), round(each.y, 2)) for each in front] == [(3, 0.71, 0.0), (0, 421.65, 0.0)]


def test_inner_sheets_are_moved_towards_the_spine():
    still = plan(measured(16, A5), Asked("booklet", thickness_mm=0))
    moved = plan(measured(16, A5), Asked("booklet", thickness_mm=0.2))
    for number, (before, after) in enumerate(zip(still.sides, moved.sides, strict=True)):
        shift = number // 2 * 0.2 * MM
        assert after[0].x - before[0].x == pytest.approx(shift)
        assert after[1].x - before[1].x == pytest.approx(-shift)
    assert moved.creep_mm == pytest.approx(0.6)
    assert moved.uncorrected_mm == 0


def test_ink_is_never_moved_into_the_fold():
    planned = plan(measured(400, A5), Asked("booklet", thickness_mm=0.3))
    room = 0.25 + 40 / MM - EDGE_MM
    assert planned.creep_mm == pytest.approx(room)
    assert planned.uncorrected_mm == pytest.approx(99 * 0.3 - room)


def test_as_many_leaflets_as_fit():
    assert len(plan(measured(1, A5), Asked("repeat")).sides[0]) == 2
    assert len(plan(measured(1, Size(105 * MM, 148 * MM)), Asked("repeat")).sides[0]) == 4
    assert len(plan(measured(1, A5), Asked("repeat", paper="A3")).sides[0]) == 4
    assert len(plan(measured(1, A5), Asked("repeat", copies=6, paper="A3")).sides[0]) == 6
    one, *others = plan(measured(1, A5), Asked("repeat")).sides[0]
    assert not one.copy
    assert all(each.copy for each in others)


def refused(measured: Measured, asked: Asked) -> Diagnostic:
    with pytest.raises(LayoutError) as caught:
        check_legible(measured, plan(measured, asked), asked)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def test_a_leaflet_as_large_as_its_sheet_is_not_repeated():
    assert refused(measured(2), Asked("repeat")) == Diagnostic(
        "error",
        "nothing-to-repeat",
        "A page of A4 fits only once on a sheet of A4: there is nothing to repeat.",
        hint="Take larger paper, or say how many are wanted: --copies-per-sheet 2 makes them smaller.",
    )


def test_text_that_becomes_too_small_is_refused():
    facts = measured(smallest_pt=6.0, usual_pt=11.0, small_pt=8.0, module_mm=0.5)
    assert refused(facts, Asked("booklet")) == Diagnostic(
        "error",
        "too-small-to-read",
        "A page of A4 becomes 71 % of its size. Most text becomes 7.8 pt (of 11.0): below 9 pt it is hard to "
        "read. Small text becomes 5.7 pt (of 8.0): below 7 pt it is hard to read at all. "
        "The modules of the QR code become 0.35 mm (of 0.50): phones need 0.4 mm.",
        hint="To keep the letters as large, set the pages for this size (briefing build DIR --page A5) or take larger "
        "sheets (--paper A3). To print it all the same, add --anyway.",
    )


def test_only_what_becomes_smaller_is_refused():
    facts = measured(smallest_pt=6.0, usual_pt=10.0, small_pt=8.0, module_mm=0.3)
    for asked in (Asked("booklet", anyway=True), Asked("booklet", paper="A3")):
        check_legible(facts, plan(facts, asked), asked)
    large = measured(smallest_pt=16.0, usual_pt=18.0, small_pt=16.0, module_mm=0.6)
    check_legible(large, plan(large, Asked("booklet")), Asked("booklet"))


@pytest.mark.parametrize(
    ("page", "asked", "scale"),
    [
        ("A5", Asked("booklet", paper="letter"), 0.94),
        ("letter", Asked("booklet", paper="A3"), 0.97),
        ("A4", Asked("booklet", paper="tabloid"), 0.94),
    ],
)
def test_raised_numbers_and_small_text_may_become_a_little_smaller(page, asked, scale):
    """What this program sets on A4 and A5: text of 10.6, notes of 7.8, numbers of 6 points."""
    facts = measured(size=size_of(page), smallest_pt=5.7, usual_pt=10.6, small_pt=7.8, module_mm=0.8)
    planned = plan(facts, asked)
    assert planned.scale == pytest.approx(scale, abs=0.005)
    check_legible(facts, planned, asked)


def test_what_would_be_as_small_as_a_stamp_is_refused_whoever_wants_it():
    facts = measured(small_pt=8.0, usual_pt=11.0)
    asked = Asked("repeat", paper="A5", copies=64, anyway=True)
    assert refused(facts, asked) == Diagnostic(
        "error",
        "too-small-to-read",
        "A page of A4 becomes 8.4 % of its size. Most text becomes 0.9 pt (of 11.0): below 9 pt it is hard to read. "
        "Small text becomes 0.7 pt (of 8.0): below 7 pt it is hard to read at all.",
        hint="To keep the letters as large, put two pages on a side (--as 2-up --paper A3).",
    )
    wordless = replace(facts, small_pt=None, usual_pt=None)
    assert refused(wordless, asked).message == "A page of A4 becomes 8.4 % of its size."


def test_the_way_out_of_a_size_that_is_not_built():
    facts = measured(size=size_of("letter"), smallest_pt=8.0, small_pt=8.0)
    said = refused(facts, Asked("booklet", paper="letter"))
    assert said.message == (
        "A page of letter becomes 65 % of its size. Small text becomes 5.2 pt (of 8.0): below 7 pt it is hard "
        "to read at all."
    )
    assert said.hint == (
        "To keep the letters as large, set the pages for this size (briefing build DIR --page half-letter) or take "
        "larger sheets (--paper tabloid). To print it all the same, add --anyway."
    )
    nowhere = refused(replace(facts, size=size_of("A3")), Asked("4-up"))
    assert (
        nowhere.hint == "To keep the letters as large, print the file itself. To print it all the same, add --anyway."
    )


def test_four_pages_for_which_no_sheet_is_large_enough_may_be_two():
    said = refused(measured(smallest_pt=16.0, usual_pt=17.0, small_pt=16.0), Asked("4-up"))
    assert said.hint == (
        "To keep the letters as large, put two pages on a side (--as 2-up --paper A3). To print it all the same, "
        "add --anyway."
    )


@pytest.mark.parametrize(
    ("usual_pt", "paper", "is_lost"),
    [(18.0, "A4", True), (18.0, "A3", False), (24.0, "A4", False), (11.0, "A4", False)],
)
def test_large_print_that_becomes_smaller_is_none(tmp_path, usual_pt, paper, is_lost):
    facts, asked = measured(smallest_pt=usual_pt, usual_pt=usual_pt), Asked("2-up", paper=paper)
    said = [*what_became(Printed(tmp_path / "a.pdf", 1, facts, plan(facts, asked), 0, ()))]
    lost = "This is no large print any longer, which has 16 pt: print the file itself for its readers."
    assert (lost in said) == is_lost


def test_pages_without_ink():
    blank = measured(2, A5, white=Ink(A5.width / 2, A5.height / 2, A5.width / 2, A5.height / 2))
    assert plan(blank, Asked("booklet")).scale == 1.0
