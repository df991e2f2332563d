"""The texts of the pages of a PDF as one text; raised figures in pages of the web and in PDFs."""

from __future__ import annotations

import re

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import pdf_of

from briefing.capturing.pages import joined
from briefing.capturing.pdf_child import text_of_pdf
from briefing.capturing.texts import text_of
from briefing.claims.comparing import Captured, Statement, Statements, compare_quantity, compare_quotation
from briefing.reading.raised import lowered


def test_a_sentence_runs_on_over_the_end_of_a_page():
    pages = [f"The report\nPage {number} of 4\n{text}" for number, text in enumerate("abcd", start=1)]
    assert joined(pages) == "a\nb\nc\nd\n\nThe report\n\nPage 1 of 4"


JOINED = {
    ("It ends.", "Another."): "It ends.\n\nAnother.",
    ("It goes", "on here."): "It goes\non here.",
    ("A Head", "Another Head"): "A Head\n\nAnother Head",
    ("a hos\x02", "pital"): "a hospital",
    ("a hos\x02\n7", "pital\n8"): "a hospital\n\n7",
    ("one\n– 3 –", "two\n– 4 –"): "one\ntwo\n\n– 3 –",
    ("one\n2021", "two\n4,500"): "one\n2021\ntwo\n4,500",
    ("Head\none", "Head\ntwo"): "Head\none\n\nHead\ntwo",
    ("the first of\nall", "and filed.\nall"): "the first of\nall\nand filed.\nall",
    ("", "\n\n", "a"): "a",
    (): "",
}


@pytest.mark.parametrize("pages", JOINED)
def test_what_stands_on_each_page_is_no_part_of_the_text(pages):
    assert joined(pages) == JOINED[pages]


def test_numbers_that_are_not_those_of_pages_stay():
    pages = [f"In section {number * 10} we met {number * 7} people\nand went" for number in range(5)]
    assert joined(pages).count("people") == 5
    assert joined([f"{text}\n12 {number}" for number, text in enumerate("abc")]) == "a\nb\nc\n\n12 0"


@given(st.lists(st.lists(st.sampled_from(["Head", "Page 1", "2", "", "a b.", "c\x02", "12 / 3"])).map("\n".join)))
@settings(max_examples=examples(100))
def test_no_word_is_lost(pages):
    whole = joined(pages)
    assert {word for page in pages for word in page.replace("\x02", " ").split() if word.isalpha()} <= set(
        whole.replace("c", "c ").replace("Head", " Head ").replace("Page", " Page ").replace("a b.", " a b. ").split()
    )


LOWERED = {
    ("clean", "12"): "[12]",
    ("5,400", "4"): "[4]",
    ("said.”", "1, 2"): "[1][2]",
    ("5 m", "2"): "²",
    ("20 km", "2"): "²",
    ("x", "2"): "²",
    ("10", "6"): "⁶",
    ("5,410", "6"): "[6]",
    ("", "14"): "14",
    ("some ", "14"): "14",
    ("the 1", "st"): "st",
    ("clean", "[12]"): "[12]",
    ("clean", "1234"): "1234",
}


@pytest.mark.parametrize(("before", "raised"), LOWERED)
def test_raised_figures(before, raised):
    assert lowered(before, raised) == LOWERED[before, raised]


HTML = (
    "<p>Some 5,400<sup>4</sup> people stay clean<sup><a href='#n'>12</a></sup> and well<a href='#x'><sup>3</sup></a> "
    "on 5 m<sup>2</sup> of 10<sup>6</sup>, the 1<sup>st</sup>.<sup>5</sup></p>"
)


def test_a_page_of_the_web_tells_numbers_of_notes_from_words():
    page = f"<!doctype html><title>A note</title>{HTML}".encode()
    text = "Some 5,400[4] people stay clean[12] and well[3] on 5 m² of 10⁶, the 1st.[5]\n"
    assert text_of(page, "html", "note.html").text == text


def test_a_pdf_tells_numbers_of_notes_from_words():
    text = " ".join(text_of_pdf(pdf_of(re.sub("</?a.*?>|<sup>st</sup>", "", HTML))).split())
    assert text == "Some 5,400[4] people stay clean[12] and well[3] on 5 m² of 10⁶ , the 1.[5]"


@pytest.mark.parametrize(
    "text", ["Some 5,400[4] people stay clean[12] and well", "Some 5,400⁴ people stay clean¹² and well"]
)
def test_what_is_cited_has_no_numbers_of_notes(text):
    assert compare_quotation("people stay clean and well", Captured(text)).outcome == "verbatim"
    claim = Statement("Some 5,400 people stay clean.", "en-GB")
    assert compare_quantity(claim.figures[0], claim, Statements(Captured(text), "en-GB")).outcome == "matches"
    claim = Statement("Some 54,004 people stay clean.", "en-GB")
    assert compare_quantity(claim.figures[0], claim, Statements(Captured(text), "en-GB")).outcome != "matches"
