"""Tables: columns, rows as strips, the head that is repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest
from structure_proof import Proof, problems
from typesetting_tools import METADATA, STYLE, page_of, paragraph_of, set_text, shown, small_theme

from briefing.pdf import write_pdf
from briefing.theme import Edges, Rule, Track
from briefing.typesetting.blocks.containers import Stack
from briefing.typesetting.blocks.table import Cell, Columns, TableBlock, TableRow
from briefing.typesetting.recording.fragment import Artifact, Open
from briefing.typesetting.recording.recorder import Recorder


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
    with recorder.fragment(width, block.part_height(width, first, last)) as made:
        block.draw_part(recorder, width, first, last)
    return made[0].operations


def texts(operations) -> list[str]:
    return ["".join(glyph.text for glyph in each.glyphs) for each in operations if hasattr(each, "glyphs")]


# Columns.


def test_width_that_nobody_wants_goes_to_what_is_told():
    row = ["1979", "war", "7"]
    plain = table(row)._layout(400)[0]
    named = table(row)
    named._columns = Columns(named=True)
    widths = named._layout(400)[0]
    assert widths[0] < 50 < plain[0], "names are as wide as they are"
    assert widths[1] > plain[1]
    assert sum(widths) == pytest.approx(400)
    assert sum(plain) == pytest.approx(400)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_figures_stand_at_the_end_of_rows_no_wider_than_they_are(direction):
    row = '<tr><th scope="row">{}</th><td data-align="right">{}</td></tr>'
    body = "".join(row.format(*each) for each in (("Kabul", "1000"), ("Herat", "80")))
    document = set_text(f'<section dir="{direction}"><table><tbody>{body}</tbody></table></section>')
    [fragment] = [placed.fragment for page in document.pages for placed in page.fragments]
    starts = {
        "".join(glyph.text for glyph in each.glyphs): each.x for each in fragment.operations if hasattr(each, "glyphs")
    }
    assert starts["1000"] == pytest.approx(0), "from the left end of its column"
    assert starts["80"] > 5, "its ones below the others"


def test_names_of_rows_leave_half_of_the_width_to_what_is_told_of_them():
    long = "between the first of May and the fifteenth of September"
    for named, share in ((True, 0.5), (False, 0.9)):
        block = table([long, "war"])
        block._columns = Columns(named=named)
        width = paragraph_of(long).natural_width()[1] / 0.9
        assert block._layout(width)[0][0] / width == pytest.approx(share, abs=0.05)


def test_text_is_broken_where_the_best_widths_do_not_fit():
    block = table(["one two three four five", "six"])
    assert sum(block._layout(80)[0]) == pytest.approx(80)
    assert block.strips(80)[0].height > STYLE.leading


def test_no_column_is_narrower_than_its_widest_word_while_there_is_room():
    block = table(["mountain range in the north of the country", "mountain"])
    least, _ = block._natural_columns().least
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


# Rows taller than a page.


def tall(*rows: list[str], head: int = 0, tallest: float = 60) -> TableBlock:
    return TableBlock([TableRow(tuple(map(cell, row)), STYLE) for row in rows], head, STYLE, tallest=tallest)


SIX = "<br>".join("abcdef")


def test_a_row_taller_than_a_page_is_cut_between_its_lines_two_of_which_stand_together():
    block = tall([SIX, "x<br>y<br>z"])
    assert [strip.height for strip in block.strips(200)] == [STYLE.leading] * 6
    assert [strip.break_before for strip in block.strips(200)] == [True, False, False, True, True, False]
    assert texts(drawn(block, 200, 0, 4)) == ["a ", "b ", "c ", "d ", "x ", "y ", "z"]
    assert texts(drawn(block, 200, 4, 6)) == ["e ", "f"]


def test_no_other_row_is_cut():
    block = tall(["a<br>b"], [SIX], ["c<br>d"], tallest=4 * STYLE.leading)
    assert len(block.strips(200)) == 1 + 6 + 1
    assert len(tall([SIX], tallest=6 * STYLE.leading).strips(200)) == 1


def test_the_head_stands_again_above_the_rest_of_a_row():
    block = tall(["H"], [SIX], head=1)
    assert len(block.strips(200)) == 7
    assert [block.repeated(200, first) for first in range(7)] == [0, *[STYLE.leading] * 6]
    assert texts(drawn(block, 200, 4, 7)) == ["H", "d ", "e ", "f"]


def test_the_head_counts_for_what_is_taller_than_a_page():
    assert len(tall(["H"], [SIX], head=1, tallest=7 * STYLE.leading).strips(200)) == 2
    assert len(tall(["H"], [SIX], head=1, tallest=6.9 * STYLE.leading).strips(200)) == 7


def test_lines_of_a_row_that_is_cut_keep_their_notes():
    marker = '<a class="noteref" href="#n">1</a><span id="n"></span>'
    assert [strip.notes for strip in tall([f"{SIX}{marker}"]).strips(200)] == [()] * 5 + [("n",)]


def test_no_rule_stands_where_a_row_is_cut():
    rule = Rule(2, "#ff0000")
    rows = [TableRow((cell(SIX),), replace(STYLE, rule_top=rule, rule_bottom=rule))]
    block = TableBlock(rows, 0, STYLE, tallest=60)

    def rules(first: int, last: int) -> int:
        return "\n".join(each for each in drawn(block, 100, first, last) if isinstance(each, str)).count(" l S")

    assert (rules(0, 6), rules(0, 2), rules(2, 4), rules(4, 6)) == (2, 1, 0, 1)


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


def test_a_row_on_three_pages_is_one_row_of_the_tree_below_the_head_on_each():
    lines = "<br>".join(f"Line {number}" for number in range(100))
    html = page_of(
        '<table><caption>Long</caption><thead><tr><th scope="col">H</th><th scope="col">I</th></tr></thead><tbody>'
        f"<tr><td>a</td><td>b</td></tr><tr><td>{lines}</td><td>Beside</td></tr><tr><td>c</td><td>d</td></tr>"
        "</tbody></table>"
    )
    document = set_text(html)
    pages = shown(document)
    assert len(pages) > 2
    assert [page.count("H") for page in pages] == [1] * len(pages)
    assert [text.strip() for page in pages for text in page if text.startswith("Line")] == [
        f"Line {n}" for n in range(100)
    ]
    proof = Proof(write_pdf(document, METADATA), html, small_theme())
    assert [node.type for node in proof.nodes].count("TR") == 4
    assert problems(proof) == []


def test_a_theme_fixes_the_columns_of_a_form_which_is_cut_between_any_two_rows():
    block = table(["A", "B"], ["a", "b"], ["c", "d"], ["e", "f"], head=1)
    assert [strip.break_before for strip in block.strips(400)] == [True, False, False, False]
    form = table(["A", "B"], ["a", "b"], ["c", "d"], ["e", "f"], head=1)
    form._columns = Columns(tracks=(Track(points=100), Track(share=1)))
    assert [strip.break_before for strip in form.strips(400)] == [True, False, True, True]
    assert form._layout(400)[0] == [100, 300]
    assert form._layout(30)[0] == block._layout(30)[0], "no column is too narrow for its words"
