"""The edition for people who see little: the same content, set afresh."""

from __future__ import annotations

from collections import Counter

import pytest
from conforming import assert_conforming
from reading_folders import told, write
from timeline_tools import event
from typesetting_tools import page_of

import briefing
from briefing.memory import Memory
from briefing.model import plain_text, walk
from briefing.press import Press
from briefing.templating import with_numbers_in_brackets
from briefing.timeline import with_mark_in_brackets
from briefing.timeline.text import event_mark
from briefing.typesetting import NumberHole, Show

SHEETS = [(template, page) for template in ("briefing", "handout") for page in ("A4", "A5", "letter", "half-letter")]
SOFT_HYPHEN = "\u00ad"


@pytest.fixture(scope="module")
def made(example):
    """Each template on each sheet: the document, and every text that is set on its pages."""
    content = briefing.load(example).briefing

    def texts(template, page):
        press = Press(template, page=page, edition="large-print")
        document = press.set(content, press.document(content))
        fragments = [placed.fragment for one in document.pages for placed in one.fragments]
        shown = [mark for each in fragments for mark in each.operations if isinstance(mark, Show | NumberHole)]
        return document, shown

    return {sheet: texts(*sheet) for sheet in SHEETS}


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_smaller_than_16_points_or_slanted(made, sheet):
    document, shown = made[sheet]
    assert len(shown) > 200
    assert min(mark.size for mark in shown) >= 16
    assert not [mark for mark in shown if mark.font.italic]
    assert (document.page.columns, document.page.side) == (1, 0)


@pytest.mark.parametrize("sheet", SHEETS)
def test_most_text_is_18_points_and_no_word_is_parted(made, sheet):
    texts = [(mark.size, text.text) for mark in made[sheet][1] if isinstance(mark, Show) for text in mark.texts]
    letters = Counter()
    for size, text in texts:
        letters[size] += len(text)
    assert letters.most_common(1)[0][0] == 18
    assert not [text for _, text in texts if SOFT_HYPHEN in text]


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_stays_where_every_printer_prints(made, sheet):
    document, _ = made[sheet]
    edge = 5 * 72 / 25.4
    for page in document.pages:
        for placed in page.fragments:
            assert placed.y >= edge
            assert placed.y + placed.fragment.height <= document.page.height - edge


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_it_conforms(example, tmp_path, template):
    built = briefing.build(example, tmp_path / "made.pdf", template=template, edition="large-print")
    assert_conforming(built.path.read_bytes())


# Numbers in brackets.


@pytest.mark.parametrize(
    ("typed", "bracketed"),
    [
        ('<p>a<a class="citation" href="#s">1</a>.</p>', "a\N{NO-BREAK SPACE}(1)."),
        ('<p>a <a class="citation" href="#s">1</a></p>', "a (1)"),
        ('<p><a class="citation" href="#s">1</a></p>', "(1)"),
        (
            '<p>a<a class="citation" href="#s">1</a><span class="citations">,</span>'
            '<a class="citation" href="#s">2</a></p>',
            "a\N{NO-BREAK SPACE}(1),\N{NO-BREAK SPACE}(2)",
        ),
        (
            '<p><em>a</em><a class="noteref" href="#n">b</a></p><aside class="note" id="n"><p>N</p></aside>',
            "a\N{NO-BREAK SPACE}(b)N",
        ),
        ('<p><span class="page-number">page 1</span></p>', "(page 1)"),
    ],
)
def test_numbers_stand_in_brackets_behind_a_space(typed, bracketed):
    html = with_numbers_in_brackets(page_of(f'{typed}<p id="s">S</p>'), Memory())
    (main,) = (each for each in walk(html) if each.tag == "main")
    assert plain_text(main).removesuffix("S") == bracketed


def test_the_numbers_of_sources_in_a_chart_do_too():
    assert event_mark(with_mark_in_brackets(event("2001", "It happens", "3, 4"))) == "\N{NO-BREAK SPACE}(3, 4)"
    unmarked = event("2001", "It happens")
    assert with_mark_in_brackets(unmarked) is unmarked


LONG_WORDS = """---
title: Die Mauer
language: de
---

Wer das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz kennt, auf
https://example.org/rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz, kennt alles.

| Hochwasserschutzmauer | Kostenvoranschlag | Jahr |
|--|--|--|
| Hochwasserrückhaltebecken | Planfeststellungsbeschluss | 2020 |
"""


def parted(folder, template="briefing", page="A4", edition="large-print"):
    built = briefing.build(folder, folder.parent / "made.pdf", template=template, page=page, edition=edition)
    return [text for text in told(built.diagnostics) if "word-parted" in text]


def test_a_word_that_has_no_room_is_told_of_and_others_stay_whole(tmp_path):
    folder = write(tmp_path / "piece", {"briefing.md": LONG_WORDS})
    law = (
        'briefing.md:6:1  warning  word-parted\n  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" is '
        "wider than the place where it stands, and is parted at the end of a line.\n  In large print words are to stay "
        "whole: take a shorter one, write it in two or with a dash, or give a table fewer columns."
    )
    assert parted(folder) == [law], "the columns of the table are as wide as their words"
    assert parted(folder, edition="screen") == []


def test_a_table_without_room_keeps_the_shorter_words_whole(tmp_path):
    folder = write(tmp_path / "piece", {"briefing.md": LONG_WORDS})
    words = [text.split('"')[1] for text in parted(folder, page="A5")][1:]
    assert words == ["Hochwasserschutzmauer", "Hochwasserrückhaltebecken", "Planfeststellungsbeschluss"]


@pytest.mark.parametrize("language", [None, "fa-AF"])
@pytest.mark.parametrize("page", ["A4", "A5"])
def test_no_word_of_the_example_is_parted(example, page, language):
    press = Press("briefing", page=page, edition="large-print")
    content = briefing.load(example, language=language).briefing
    assert [each for each in press.render(content).diagnostics if each.id == "word-parted"] == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_address_that_is_to_be_typed_stands_on_one_line(made, sheet):
    lines = ["".join(text.text for text in mark.texts) for mark in made[sheet][1] if isinstance(mark, Show)]
    assert "refugees-welcome.example/sign" in lines
    assert "refugees-welcome.example/" not in lines


def test_fonts_that_stand_in_are_no_smaller_either(example):
    content = briefing.load(example, language="fa-AF").briefing
    press = Press("briefing", edition="large-print")
    document = press.set(content, press.document(content))
    fragments = [placed.fragment for page in document.pages for placed in page.fragments]
    shown = [mark for each in fragments for mark in each.operations if isinstance(mark, Show)]
    assert min(mark.size for mark in shown) >= 16
    assert len({mark.font.name for mark in shown}) == 4, "a serif and a sans serif of each script"


def test_a_letter_of_a_smaller_font_has_the_least_size(tmp_path):
    words = "---\ntitle: One\nlanguage: en\n---\nThe letter \u0199.\n\n| A |\n|--|\n| \u0199 |\n"
    content = briefing.load(write(tmp_path / "piece", {"briefing.md": words})).briefing
    press = Press("briefing", edition="large-print")
    document = press.set(content, press.document(content))
    shown = [mark for page in document.pages for placed in page.fragments for mark in placed.fragment.operations]
    sizes = [mark.size for mark in shown if isinstance(mark, Show) and "\u0199" in "".join(t.text for t in mark.texts)]
    assert sizes == pytest.approx([18 * 0.93, 16])
