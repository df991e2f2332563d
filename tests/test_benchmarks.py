"""The texts of the speed table, and that both sides of a row still set them."""

from __future__ import annotations

import pytest
from lengths import article_of
from prose import Ours, Stock, prose
from timelines import DrawnByMatplotlib, DrawnByUs, Placing, events_of
from typst_markup import typst_markup, typst_text

from briefing.model import Node
from briefing.press import Press, load
from briefing.press.shown import drawings_of


def test_a_text_is_made_again_from_its_seed():
    assert prose(1) == prose(1)
    assert prose(1) != prose(2)
    assert {piece.tag for piece in prose(1)} == {"p", "li", "h2"}


@pytest.mark.slow
@pytest.mark.parametrize("side", [Ours, Stock])
def test_both_sides_set_the_text_in_fifty_pages(side):
    assert side([prose(1)])() > 0


def test_an_article_of_prose_is_read_without_a_complaint(tmp_path):
    found = load(article_of(3, tmp_path / "prose"))
    assert found.diagnostics == ()
    assert len(found.briefing.sections) > 1


def test_what_means_something_to_typst_is_escaped():
    assert typst_text("#1: *see* <x> [a_b] “c” 1. d") == "\\#1: \\*see\\* \\<x\\> \\[a\\_b\\] “c” 1\\. d"
    assert typst_text("10\xa0September, a - b = c // d") == "10~September, a \\- b \\= c \\/\\/ d"


def test_typst_is_given_every_text_of_the_example(tmp_path, example):
    briefing, press = load(example).briefing, Press()
    html = press.document(briefing, draft=True)
    markup = typst_markup(html, drawings_of(briefing, html, press.theme(briefing, None)[0]), tmp_path)
    texts = [typst_text(text) for text in _texts(html.children[1])]
    assert len(texts) > 200
    assert [text for text in texts if text not in markup] == []
    assert markup.count("drawn(") > 20
    assert (tmp_path / "code.svg").is_file()


def _texts(node: Node) -> list[str]:
    if isinstance(node, str):
        return [node]
    if {"noteref", "note-mark"} & set(node.classes):
        return []  # Typst counts notes itself
    return [text for child in node.children for text in _texts(child)]


def test_events_are_made_again_from_their_seed():
    assert events_of(60, 1) == events_of(60, 1)
    assert events_of(60, 1) != events_of(60, 2)
    assert max(len(event.text[0]) for event in events_of(60, 1)) <= 40


@pytest.mark.parametrize("side", [Placing(60), Placing(60, "horizontal"), DrawnByUs(60), DrawnByMatplotlib(60)])
def test_both_sides_place_and_draw_timelines(side):
    assert side() > 0


def test_both_sides_draw_the_same():
    ours, its = DrawnByUs(60), DrawnByMatplotlib(60)
    assert min(ours(), its()) > 0
    assert ours.layout == its.layout
