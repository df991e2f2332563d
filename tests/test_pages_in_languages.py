"""What of a page depends on its language: sides, figures, spaces."""

from __future__ import annotations

from importlib.util import find_spec

import pypdfium2
import pytest
from typesetting_tools import METADATA, THEME, library, page_of, read_font, small_theme

from briefing.pdf import write_pdf
from briefing.press.fallback import FallbackLookup
from briefing.theme import load_theme
from briefing.typesetting import FontLibrary, NumberHole, set_document

Box = tuple[float, float, float, float]


def boxes_of(main: str, language: str, more: str = "") -> list[tuple[str, Box]]:
    """Characters of the first page with their boxes: left, bottom, right, top."""
    theme = small_theme(more)
    fonts = FontLibrary(theme.fonts, FallbackLookup())
    document = set_document(page_of(main, language=language), theme, fonts=fonts, pictures={}, drawings={})
    text = pypdfium2.PdfDocument(write_pdf(document, METADATA))[0].get_textpage()
    return [
        (character, text.get_charbox(index, loose=True))
        for index, character in enumerate(text.get_text_range())
        if character.strip()
    ]


def right_edges(found: list[tuple[str, Box]]) -> list[float]:
    """Right edges of lines, from top to bottom."""
    rows: dict[int, float] = {}
    for _, (_, bottom, right, _) in found:
        rows[round(bottom)] = max(right, rows.get(round(bottom), 0.0))
    return [rows[bottom] for bottom in sorted(rows, reverse=True)]


@pytest.mark.parametrize("language", ["en", "fa-AF"])
def test_the_ones_of_a_column_of_figures_stand_below_each_other(language):
    rows = "".join(f'<tr><td>م</td><td data-align="right">{each}</td></tr>' for each in ("5", "400,000", "2,900,000"))
    found = boxes_of(f"<table><tbody>{rows}</tbody></table>", language)
    edges = right_edges([(character, box) for character, box in found if character.isdigit()])
    assert len(edges) == 3
    assert max(edges) - min(edges) < 0.2


def test_words_that_are_flush_right_stand_at_the_other_side_from_right_to_left():
    cells = '<tr><td>م</td><td data-align="right">سلام</td></tr>' * 2
    found = boxes_of(f"<table><tbody>{cells}</tbody></table>", "fa-AF")
    assert min(left for _, (left, *_) in found) == pytest.approx(15 * 72 / 25.4, abs=2)


@pytest.mark.skipif(find_spec("justmytype_intl_cjk") is None, reason="needs the fonts of the extra fonts-cjk")
def test_justified_lines_without_spaces_end_at_the_edge():
    text = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。" * 6
    more = '[styles.".even"]\nalign = "justified"\n'
    *edges, last = right_edges(boxes_of(f'<p class="even">{text}</p>', "ja", more))
    measure = (148 - 15) * 72 / 25.4
    assert len(edges) > 5
    assert all(edge == pytest.approx(measure, abs=1.5) for edge in edges)
    assert last < measure - 5


def test_headings_are_not_justified():
    more = '[styles.".even"]\nalign = "justified"\n'
    heading = "<h2>Several words that take more than one line of a heading on so small a page as this one is</h2>"
    plain, even = (boxes_of(f'<div class="{name}">{heading}</div>', "en", more) for name in ("box", "even"))
    assert len(right_edges(even)) > 1
    assert right_edges(even)[0] < (148 - 15) * 72 / 25.4 - 3
    assert plain


def test_a_heading_of_one_long_word_is_parted_at_a_hyphen():
    words = "<h1>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</h1>"
    found = "".join(character for character, _ in boxes_of(words, "de"))
    lines = len(right_edges(boxes_of(words, "de")))
    assert lines == 2
    assert found.replace("\ufffe", "").replace("\u00ad", "").replace("-", "") == (
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    )
    assert found != "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def with_footer(pages, footer, at_most=40):
    """A document of so many pages with a footer on each."""
    html = page_of('<p data-break="before">x</p>' * pages, f'<footer data-on="all">{footer}</footer>')
    theme = load_theme(THEME.replace("at_most = 4", f"at_most = {at_most}"), file="theme.toml", read_font=read_font)
    document = set_document(html, theme, fonts=library(), pictures={}, drawings={})
    assert len(document.pages) == pages
    return document


@pytest.mark.parametrize(
    ("pages", "page", "figures"), [(2, 1, [1, 1]), (12, 1, [1, 2]), (12, 9, [1, 2]), (12, 10, [2, 2]), (12, 12, [2, 2])]
)
def test_a_running_line_has_just_the_room_that_its_numbers_need(pages, page, figures):
    numbers = '<span data-fill="page"></span> of <span data-fill="pages"></span>'
    document = with_footer(pages, f'<p class="running">{numbers}</p>')
    drawn = (each for placed in document.pages[page - 1].fragments for each in placed.fragment.operations)
    holes = [each for each in drawn if isinstance(each, NumberHole)]
    digit = max(each.advance for each in holes[0].digits) * holes[0].size / 1000
    assert [round(hole.width / digit) for hole in holes] == figures


def test_a_high_footer_stands_higher_for_every_printer_to_print_it_and_the_text_ends_above_it():
    low, high = (with_footer(2, '<p class="running">line</p>' * lines) for lines in (1, 12))
    for document in (low, high):
        footer, text = document.pages[1].fragments
        assert footer.y >= 5 * 72 / 25.4 - 0.01
        assert text.y > footer.y + footer.fragment.height
    assert low.page.footer < high.page.footer
    assert low.page.bottom < high.page.bottom


def test_a_high_header_moves_the_text_down_on_the_pages_that_it_stands_on():
    lines = '<p class="running">line</p>' * 9
    html = page_of('<p data-break="before">x</p>' * 2, f'<header data-on="rest">{lines}</header>')
    theme = load_theme(THEME, file="theme.toml", read_font=read_font)
    page = set_document(html, theme, fonts=library(), pictures={}, drawings={}).page
    assert page.top > theme.page.top
    assert page.first_top == theme.page.first_top


@pytest.mark.parametrize("lines", range(1, 6))
def test_no_text_stands_close_below_a_header(lines):
    header = '<p class="running">line</p>' * lines
    html = page_of("<p>x</p>", f'<header data-on="all">{header}</header>')
    theme = load_theme(THEME, file="theme.toml", read_font=read_font)
    running, text = set_document(html, theme, fonts=library(), pictures={}, drawings={}).pages[0].fragments
    gap = running.y - text.y - text.fragment.height
    assert gap >= 10
    assert gap == pytest.approx(17) or text.y + text.fragment.height == pytest.approx(
        theme.page.height - theme.page.first_top
    )
