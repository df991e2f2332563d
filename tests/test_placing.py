"""Where the template "briefing" puts what is large, and what it keeps together within lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import press
from briefing.errors import LayoutError
from briefing.templating import parse_html, render
from briefing.typesetting import NumberHole, SetDocument, Show, set_document

HEAD = "---\ntitle: Title\nlanguage: en-GB\n---\n"


def made(folder: Path, body: str) -> SetDocument:
    folder.joinpath("briefing.md").write_text(HEAD + body, encoding="utf-8")
    found = press.load(folder).briefing
    maker = press.Press()
    theme, fonts = maker.theme(found)
    html = parse_html(render(found, maker.template))
    return set_document(html, theme, fonts=fonts, pictures={}, drawings={})


def fragment_with(document: SetDocument, words: str):
    """The fragment that shows some words, with its place."""
    for page in document.pages:
        for placed in page.fragments:
            if words in "".join(text_of(each) for each in placed.fragment.operations if isinstance(each, Show)):
                return placed
    raise AssertionError(f"{words} stands nowhere")


def text_of(show: Show) -> str:
    return "".join(glyph.text for glyph in show.glyphs)


def table(columns: int) -> str:
    rows = ("|".join(["constituency"] * columns), "|".join(["---"] * columns), "|".join(["1,234,567"] * columns))
    return "\n".join(f"|{row}|" for row in rows) + "\n"


@pytest.mark.parametrize(("columns", "wide"), [(3, False), (7, True)])
def test_a_table_takes_both_columns_only_where_it_needs_them(tmp_path, columns, wide):
    document = made(tmp_path, table(columns))
    placed = fragment_with(document, "constituency")
    assert (placed.x == pytest.approx(document.page.left)) == wide


def test_a_table_that_no_page_is_wide_enough_for_is_refused(tmp_path):
    with pytest.raises(LayoutError) as caught:
        made(tmp_path, table(20))
    assert [each.id for each in caught.value.diagnostics] == ["too-wide"]
    assert caught.value.diagnostics[0].message.endswith("the page has 170 mm.")


@pytest.mark.parametrize(("paragraphs", "beside"), [(1, True), (30, False)])
def test_a_box_stands_beside_the_text_unless_it_is_too_long(tmp_path, paragraphs, beside):
    text = "\n\n".join(["Unmistakable words that fill a box line by line."] * paragraphs)
    document = made(tmp_path, f"Some text.\n\n::: box Note\n{text}\n:::\n")
    placed = fragment_with(document, "Unmistakable")
    assert (placed.x == pytest.approx(document.page.left)) == beside
    sizes = {show.size for show in placed.fragment.operations if isinstance(show, Show) and "Unmist" in text_of(show)}
    assert all(size < 10 for size in sizes) if beside else all(size >= 10.5 for size in sizes)


def test_a_short_number_stays_with_the_word_after_it(tmp_path):
    document = made(tmp_path, "Before noon, 9 September came and went. " * 40)
    operations = (each for page in document.pages for placed in page.fragments for each in placed.fragment.operations)
    lines = [text_of(each) for each in operations if isinstance(each, Show)]
    assert any("9 September" in line for line in lines)
    assert not any(line.rstrip().endswith(" 9") for line in lines)


def test_page_numbers_of_the_contents_stand_at_the_end_of_their_line(tmp_path):
    document = made(tmp_path, "\n".join(f"## Section {number}\n\nText.\n" for number in range(3)))
    contents = fragment_with(document, "Contents")
    holes = [each for each in contents.fragment.operations if isinstance(each, NumberHole)]
    assert len(holes) == 3
    assert all(hole.x + hole.width == pytest.approx(contents.fragment.width) for hole in holes)
