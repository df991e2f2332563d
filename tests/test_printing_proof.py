"""The proof sheet shows and tells where each page is."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from conforming import assert_conforming

from briefing.errors import ProtectedError
from briefing.printing import Asked, Measured, Printed, Size
from briefing.printing.planning import Ink, plan
from briefing.printing.proof import write_proof
from briefing.protecting import protected_words
from briefing.verifying import Tag, walk
from briefing.verifying.inspecting import inspect

A5 = Size(419.5, 595.3)


def proof(folder: Path, asked: Asked, pages: int = 6, *, rtl: bool = False, name: str = "a.pdf", **options) -> bytes:
    measured = Measured(pages, A5, Ink(40, 40, 40, 40), rtl=rtl, smallest_pt=9.0, usual_pt=10.0)
    printed = Printed(folder / name, 1000, measured, plan(measured, asked), 3, (), asked.back_cover)
    path = folder / "proof.pdf"
    write_proof(printed, path, **options)
    return path.read_bytes()


def told(data: bytes) -> list[str]:
    return [line for line in inspect(data, file="a.pdf").speech if line]


@pytest.mark.parametrize(
    "asked",
    [Asked("booklet"), Asked("2-up"), Asked("4-up"), Asked("repeat"), Asked("booklet", paper="tabloid")],
    ids=lambda asked: f"{asked.scheme}-{asked.paper}",
)
def test_it_conforms(tmp_path, asked):
    data = proof(tmp_path, asked, 30)
    assert_conforming(data, thorough=False)
    assert data == proof(tmp_path, asked, 30)


def test_it_says_how_to_print_and_where_each_page_is(tmp_path):
    found = inspect(proof(tmp_path, Asked("booklet")), file="a.pdf")
    assert found.title == "Proof sheet: a.pdf"
    texts = [each for _, each in walk(found.tags) if isinstance(each, str)]
    figures = [each for _, each in walk(found.tags) if isinstance(each, Tag) and each.role == "Figure"]
    whole = " ".join(" ".join(texts).split())
    for words in (
        "6 pages and 2 blanks at the end on 2 sheets of A4 landscape, 4 sides.",
        "Print at 100 % (actual size), on both sides, flipped on the short edge.",
        "Fold the stack in the middle, sheet 1 outside, and staple it on the fold: the spine is on the left.",
        "The dashed line is the fold. The thick line is the edge over which the printer turns each sheet.",
        "Inner pages are moved towards the spine by up to 0.1 mm, for the thickness of the paper.",
    ):
        assert words in whole
    assert [figure.alternative for figure in figures] == [
        "Sheet 1: front blank, page 1; back page 2, blank. Sheet 2: front page 6, page 3; back page 4, page 5."
    ]


def test_numbers_are_drawn_as_the_pages_lie(tmp_path):
    page = pypdfium2.PdfDocument(proof(tmp_path, Asked("booklet"), 4, rtl=True))[0].get_textpage()
    text = page.get_text_range()
    assert "the spine is on the right" in text
    places = {}
    for number in "1234":
        searcher = page.search(number, match_whole_word=True)
        while found := searcher.get_next():
            left, bottom, _, top = page.get_charbox(found[0])
            if top - bottom > 12:  # the large numbers
                places[number] = left
    assert sorted(places, key=lambda number: places[number]) == ["1", "4", "3", "2"]


def test_many_sheets_go_on_on_the_next_page(tmp_path):
    data = proof(tmp_path, Asked("booklet"), 40)
    found = inspect(data, file="a.pdf")
    assert len(found.pages) > 1
    told = " ".join(each.alternative or "" for _, each in walk(found.tags) if isinstance(each, Tag))
    assert all(f"Sheet {number}: front" in told for number in range(1, 11))


def test_the_drawing_begins_on_the_first_page_and_ends_the_sheet(tmp_path):
    data = proof(tmp_path, Asked("repeat"), 9)
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert [[number for number in range(1, 6) if f"Sheet {number}" in text] for text in texts] == [[1, 2, 3], [4, 5]]
    assert texts[0].index("What became of the pages") < texts[0].index("Which page is where")


def test_one_side_has_no_edge_to_flip(tmp_path):
    words = " ".join(told(proof(tmp_path, Asked("2-up"), 2)))
    assert "Print at 100 % (actual size)." in words
    assert "thick line" not in words


def test_the_name_of_the_file_is_shown(tmp_path):
    assert "Ärger №1?.pdf" in " ".join(told(proof(tmp_path, Asked("2-up"), name="Ärger №1\x07.pdf")))


def test_protected_words_stop_it(tmp_path):
    words = tmp_path / "protected.txt"
    words.write_text("Karimova\n")
    with pytest.raises(ProtectedError):
        proof(tmp_path, Asked("2-up"), name="Karimova.pdf", protected=protected_words([words]))
    assert not (tmp_path / "proof.pdf").exists()
