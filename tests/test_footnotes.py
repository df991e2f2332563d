"""Footnotes on real pages: each begins where its marker stands, goes on below a longer rule, and is one note."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_articles import prose
from structure_proof import Proof, problems
from typesetting_tools import METADATA, page_of, set_text, small_theme

from briefing.errors import LayoutError
from briefing.pdf import write_pdf
from briefing.typesetting import SetDocument

MM = 72 / 25.4


def marker(name: str) -> str:
    return f'<a class="noteref" href="#n-{name}">[{name}]</a>'


def note(name: str, words: int) -> str:
    return f'<aside class="note" id="n-{name}"><p>({name}) {prose(words)}.</p></aside>'


def page_texts(document: SetDocument) -> list[str]:
    return [
        " ".join(
            "".join(glyph.text for glyph in operation.glyphs)
            for placed in page.fragments
            for operation in placed.fragment.operations
            if hasattr(operation, "glyphs")
        )
        for page in document.pages
    ]


def rules(document: SetDocument) -> list[list[float]]:
    """Lengths of the rules above notes, page by page."""
    return [
        [placed.fragment.width for placed in page.fragments if placed.fragment.height == pytest.approx(0.5)]
        for page in document.pages
    ]


LONG = f"<p>{prose(420)} {marker('a')} {prose(60)}</p>{note('a', 300)}<p>{prose(150)}</p>"


def test_a_long_note_goes_on_below_a_rule_that_crosses_the_column():
    document = set_text(LONG)
    first, *others = [each for each in rules(document) if each]
    assert first == [60]
    assert others == [[pytest.approx(118 * MM)]]


def test_a_note_on_two_pages_is_one_note_of_the_tree_with_marks_on_both():
    html = page_of(LONG)
    proof = Proof(write_pdf(set_text(html), METADATA), html, small_theme())
    (found,) = [number for number, node in enumerate(proof.nodes) if node.type == "Note"]
    inside = {number for number, node in enumerate(proof.nodes) if node in list(proof.nodes[found].walk())}
    pages = {mark.page for number in inside for mark in proof.marks.get(number, ())}
    assert len(pages) == 2
    assert problems(proof) == []


def test_a_note_that_goes_on_keeps_to_the_standards():
    assert_conforming(write_pdf(set_text(LONG), METADATA), thorough=False)


def test_a_line_with_more_notes_than_can_begin_below_it_is_refused():
    names = [f"{number}" for number in range(30)]
    markers, notes = "".join(map(marker, names)), "".join(note(name, 40) for name in names)
    with pytest.raises(LayoutError) as caught:
        set_text(f'<p data-at="briefing.md:9:1">x{markers}</p>{notes}')
    (message,) = map(str, caught.value.diagnostics)
    assert message.startswith(
        "briefing.md:9:1  error  too-tall\n  This paragraph, with the notes that belong to it, is "
    )
    assert message.endswith(" mm taller than a page where it cannot be cut.\n  Shorten it, or divide it.")


def test_a_note_that_cannot_be_cut_is_refused_with_its_place():
    tall = '<div class="tall"><p>b</p></div>'
    with pytest.raises(LayoutError) as caught:
        set_text(
            f'<p>x{marker("a")}</p><aside class="note" id="n-a" data-at="briefing.md:9:1"><p>a</p>{tall}</aside>',
            more='\n[styles.".tall"]\nminimum_height_mm = 200\n',
        )
    (message,) = map(str, caught.value.diagnostics)
    assert message == (
        "briefing.md:9:1  error  too-tall\n  This note is 34 mm taller than a page where it cannot be cut.\n"
        '  Shorten it, or divide it. Its longest text is "a" (briefing.md:9:1).'
    )


# Any document.


@st.composite
def documents_with_notes(draw) -> str:
    """Paragraphs, lists and tables whose markers are numbered, each block followed by its notes."""
    made, count = [], 0
    for _ in range(draw(st.integers(1, 6))):
        marks = []
        for _ in range(draw(st.sampled_from([0, 1, 1, 2, 3]))):
            marks.append(str(count))
            count += 1
        texts = [f"{prose(draw(st.integers(1, 200)))} {marker(name)} end" for name in marks]
        texts.append(prose(draw(st.integers(1, 200))))
        made.append(_block(draw(st.sampled_from(["p", "ul", "table", "box"])), texts))
        made += [note(name, draw(st.sampled_from([3, 30, 120, 120, 700]))) for name in marks]
    return "".join(made)


def _block(kind: str, texts: list[str]) -> str:
    if kind == "ul":
        return f"<ul>{''.join(f'<li><p>{text}</p></li>' for text in texts)}</ul>"
    if kind == "table":
        return f"<table><tbody>{''.join(f'<tr><td>{text}</td><td>x</td></tr>' for text in texts)}</tbody></table>"
    return f'<div class="box"><p>{" ".join(texts)}</p></div>' if kind == "box" else f"<p>{' '.join(texts)}</p>"


@settings(max_examples=examples(15))
@given(documents_with_notes())
def test_notes_of_any_document_begin_on_the_page_of_their_marker_and_are_whole(main):
    html = page_of(main)
    document = set_text(html)
    texts = page_texts(document)
    begun = [{int(name) for name in re.findall(r"\((\d+)\)", text)} for text in texts]
    marked = [{int(name) for name in re.findall(r"\[(\d+)\]", text)} for text in texts]
    assert begun == marked
    assert sum(map(len, begun)) == main.count("<aside")
    assert all(max(upper) < min(lower) for upper, lower in pairwise([page for page in begun if page]))
    assert all(len(lengths) <= 1 for lengths in rules(document))
    assert problems(Proof(write_pdf(document, METADATA), html, small_theme())) == []
