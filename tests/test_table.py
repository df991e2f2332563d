"""Tables: columns, rows as strips, the head that is repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typesetting_tools import STYLE, paragraph_of, set_text, shown

from briefing.theme import Edges, Rule
from briefing.typesetting.containers import Stack
from briefing.typesetting.fragment import Artifact, Open
from briefing.typesetting.recorder import Recorder
from briefing.typesetting.table import Cell, TableBlock, TableRow


def cell(content: str, columns: int = 1) -> Cell:
    return Cell(Stack([paragraph_of(content)], replace(STYLE, padding=Edges(0, 5, 0, 0))), columns)


def table(*rows: list[str | Cell], head: int = 0, **style: object) -> TableBlock:
    made = [
        TableRow(tuple(each if isinstance(each, Cell) else cell(each) for each in row), replace(STYLE, **style))
        for row in rows
    ]
    return TableBlock(made, head, STYLE)


def drawn(block: TableBlock, width: float, first: int, last: int):
    recorder = Recorder()
    with recorder.fragment(width, block.part_height(width, first, last), base=0) as made:
        block.draw_part(recorder, width, first, last)
    return made[0].operations


def texts(operations) -> list[str]:
    return ["".join(glyph.text for glyph in each.glyphs) for each in operations if hasattr(each, "glyphs")]


# Columns.


def test_the_width_is_shared_in_proportion_to_the_text():
    one, two = table(["mountain", "mountain range"])._layout(200)[0]
    assert one + two == pytest.approx(200)
    best = [paragraph_of(text).natural_width()[1] + 5 for text in ("mountain", "mountain range")]
    assert one / two == pytest.approx(best[0] / best[1])


def test_text_is_broken_where_the_best_widths_do_not_fit():
    block = table(["one two three four five", "six"])
    assert sum(block._layout(80)[0]) == pytest.approx(80)
    assert block.strips(80)[0].height > STYLE.leading


def test_no_column_is_narrower_than_its_widest_word_while_there_is_room():
    block = table(["mountain range in the north of the country", "mountain"])
    (least, _), _ = block._natural_columns()
    assert min(block._layout(100)[0]) >= least - 0.01


def test_a_table_too_narrow_for_its_words_still_has_its_width():
    assert sum(table(["w" * 60, "m" * 60])._layout(100)[0]) == pytest.approx(100)


# Rows.


def test_a_row_is_a_strip_as_high_as_its_tallest_cell():
    block = table(["a", "b"], ["one<br>two<br>three", "b"])
    assert [strip.height for strip in block.strips(200)] == [STYLE.leading, 3 * STYLE.leading]


@pytest.mark.parametrize(
    ("rows", "head", "breaks"),
    [
        (1, 0, [True]),
        (7, 0, [True, False, True, True, True, True, False]),
        (8, 1, [True, False, False, True, True, True, True, False]),
        (9, 2, [True, False, False, False, True, True, True, True, False]),
        (5, 1, [True, False, False, False, False]),
        (2, 1, [True, False]),
    ],
)
def test_two_rows_stay_with_the_head_and_two_at_the_end_and_a_short_table_is_whole(rows, head, breaks):
    block = table(*([["a"]] * rows), head=head)
    assert [strip.break_before for strip in block.strips(100)] == breaks


@pytest.mark.parametrize(("first", "rows"), [(0, ["H", "1", "2"]), (1, ["H", "1", "2"]), (2, ["H", "2"])])
def test_the_head_is_repeated_above_rows_that_go_on(first, rows):
    block = table(["H"], ["1"], ["2"], head=1)
    assert texts(drawn(block, 100, first, 3)) == rows
    assert block.repeated(100, first) == (STYLE.leading if first else 0)


def test_a_table_without_a_head_repeats_nothing():
    block = table(["1"], ["2"], ["3"])
    assert [block.repeated(100, first) for first in range(3)] == [0, 0, 0]
    assert texts(drawn(block, 100, 1, 3)) == ["2", "3"]


def test_the_repeated_head_is_no_content():
    block = table(["H"], ["1"], ["2"], head=1)
    kinds = [type(each) for each in drawn(block, 100, 2, 3) if isinstance(each, (Open, Artifact))]
    assert kinds == [Artifact, Open]


def test_a_cell_may_take_several_columns():
    block = table(["a", "b", "c"], [cell("all of them", 3)])
    assert len(block._layout(90)[0]) == 3
    assert texts(drawn(block, 90, 0, 2)) == ["a", "b", "c", "all of them"]


def test_a_row_with_too_few_cells_is_filled_up():
    assert texts(drawn(table(["a", "b", "c"], ["d"]), 90, 0, 2)) == ["a", "b", "c", "d"]


def test_a_row_carries_the_notes_of_its_cells():
    marker = '<a class="noteref" href="#n">1</a><span id="n"></span>'
    block = table(["a", "b"], ["c", f"d{marker}"])
    assert [strip.notes for strip in block.strips(100)] == [(), ("n",)]


def test_rules_and_grounds_of_rows_are_drawn():
    operations = drawn(table(["a"], ["b"], rule_bottom=Rule(2, "#ff0000"), background="#00ff00"), 100, 0, 2)
    painted = "\n".join(each for each in operations if isinstance(each, str))
    assert ("1 0 0 RG" in painted, painted.count(" l S")) == (True, 2)
    assert painted.count("0 1 0 rg\nn 0 ") == 2


# In a document.


ROWS = "".join(f"<tr><th scope='row'>{number}</th><td>Row number {number}</td></tr>" for number in range(60))
LONG = (
    '<table><caption>Many rows</caption><thead><tr><th scope="col">No</th><th scope="col">Text</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)


def test_every_page_of_a_long_table_has_its_head_and_every_row_stands_once():
    pages = shown(set_text(LONG))
    assert len(pages) > 2
    assert [page.count("Text") for page in pages] == [1] * len(pages)
    rows = [text for page in pages for text in page if text.startswith("Row number")]
    assert rows == [f"Row number {number}" for number in range(60)]
    assert sum(page.count("Many rows") for page in pages) == 1
