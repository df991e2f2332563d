"""Blocks with figures of a recipient's place: how they are read, which paragraph a copy has, what is claimed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading_body_sample import blocks, clean, problems, shown
from templating_sample import SAMPLE

from briefing.addressing import addressed, fields_of
from briefing.claims.passages import passages_of
from briefing.model.small_counts import covered_count
from briefing.writing import as_markdown

HOUSED = "**{{ recipient.housed }}** families live in {{ recipient.town }}. [@unhcr-2021]"
OTHERWISE = 'Otherwise: Families live in {{ recipient.area | otherwise "many towns" }}.'
LOCAL = f"::: local\n{HOUSED}\n\n{OTHERWISE}\n:::"


def copy_of(text: str, **values: str) -> str:
    """Show what a copy has of a text."""
    briefing, found = addressed(replace(SAMPLE, sections=clean(text).sections), values)
    assert found == ()
    shown_blocks = shown(*briefing.sections[0].blocks)
    return shown_blocks.replace('<cite class="citation" data-key="unhcr-2021"></cite>', "")


def test_a_local_block_is_read_as_two_paragraphs():
    expected = (
        '<div class="local"><p><strong><span data-field="recipient.housed"></span></strong> families live in '
        '<span data-field="recipient.town"></span>.<cite class="citation" data-key="unhcr-2021"></cite></p>'
        '<p class="otherwise">Families live in <span data-field="recipient.area" data-otherwise="many towns"></span>.'
        "</p></div>"
    )
    assert blocks(LOCAL) == expected
    assert blocks(LOCAL.replace("\n\n", "\n")) == expected


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"housed": "12", "town": "Bath"}, "<p><strong>12</strong> families live in Bath.</p>"),
        ({"housed": "10", "town": "Bath"}, "<p><strong>10</strong> families live in Bath.</p>"),
        ({"housed": "9", "town": "Bath"}, "<p><strong>Fewer than 10</strong> families live in Bath.</p>"),
        ({"housed": "0", "town": "Bath"}, "<p><strong>Fewer than 10</strong> families live in Bath.</p>"),
        ({"housed": "9.5", "town": "Bath"}, "<p><strong>9.5</strong> families live in Bath.</p>"),
        ({"housed": "", "town": "Bath"}, "<p>Families live in many towns.</p>"),
        ({"housed": "12", "town": "", "area": "Avon"}, "<p>Families live in Avon.</p>"),
        ({}, "<p>Families live in many towns.</p>"),
    ],
)
def test_a_copy_has_the_sentence_that_is_true_of_it(values, text):
    assert copy_of(LOCAL, **values) == text


@pytest.mark.parametrize("braces", ["{published=yes}", "{published}", "{.local published=yes}"])
def test_a_count_that_the_source_published_is_printed(braces):
    fence = f"::: {braces}" if ".local" in braces else f"::: local {braces}"
    assert copy_of(LOCAL.replace("::: local", fence), housed="3", town="Bath") == (
        "<p><strong>3</strong> families live in Bath.</p>"
    )


def test_small_counts_are_covered_within_a_sentence_as_well_and_not_outside_of_local_blocks():
    text = "::: local\nIn it {{ recipient.n }} are left. {{ recipient.n }} stay.\nOtherwise: Some are left.\n:::"
    assert copy_of(text, n="2") == "<p>In it fewer than 10 are left. Fewer than 10 stay.</p>"
    assert copy_of("Ward {{ recipient.n }}", n="2") == "<p>Ward 2</p>"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en-GB", "fewer than 10"), ("fr", "moins de 10"), ("fa-AF", "کمتر از ۱۰"), ("ur", "۱۰ سے کم"), ("so", "<\xa010")],
)
def test_counts_are_covered_in_words_of_the_language(language, words):
    assert covered_count("3", language, begins=False) == words


def test_fields_of_both_paragraphs_are_found_and_those_of_the_first_need_no_value():
    found = fields_of(replace(SAMPLE, sections=clean(LOCAL).sections))
    assert [(each.name, each.otherwise) for each in found] == [
        ("housed", ""),
        ("town", ""),
        ("area", "many towns"),
    ]


def test_the_figures_are_claimed_with_their_source():
    passages = [each for each in passages_of(replace(SAMPLE, sections=clean(LOCAL).sections)) if each.place == "body"]
    assert [(each.text, each.told, [mark.key for mark in each.around]) for each in passages] == [
        ("{{ recipient.housed }} families live in {{ recipient.town }}.", "figure", ["unhcr-2021"]),
        ("Families live in {{ recipient.area }}.", None, []),
    ]


def test_local_blocks_are_written_as_they_are_read():
    for text in (LOCAL, LOCAL.replace("local", "local {published=yes}")):
        assert as_markdown(clean(text).sections[0].blocks, {}).text.strip() == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            f"::: local\n{HOUSED}\n:::",
            "briefing.md:1:1  error  local-without-otherwise\n"
            "  This local block does not say what is printed in copies that lack one of its figures.\n"
            '  Write "Otherwise:" and a sentence that is true without these figures.',
        ),
        (
            "::: local\nMany live here.\n\nOtherwise: Many live there.\n:::",
            "briefing.md:1:1  error  local-without-field\n"
            '  This local block holds no field of the list of recipients before its "Otherwise:".\n'
            "  Write the figure as {{ recipient.NAME }}, by the name of its column.",
        ),
        (
            f"::: local\n{HOUSED}\n\n{HOUSED}\n\n{OTHERWISE}\n:::",
            "briefing.md:1:1  error  wrong-shape\n"
            '  A local block has one paragraph with figures, and behind it one that begins with "Otherwise:".\n'
            "  Make a block of each pair.",
        ),
        (
            f"::: local\n{HOUSED}\n\n{OTHERWISE}\n\n- One\n:::",
            "briefing.md:6:1  error  wrong-shape\n"
            "  A local block has two paragraphs, and nothing else.\n"
            "  Put it before or after the block.",
        ),
        (
            LOCAL.replace("local", "local {published=no}"),
            'briefing.md:1:22  error  unknown-option\n  "no" is not known as published.\n'
            "  Write {published=yes} where the source prints counts under 10 as well, or leave it out.",
        ),
        (
            LOCAL.replace("local", "local Housing"),
            "briefing.md:1:11  warning  title-not-printed\n  The block local takes no title.\n  Take the words out.",
        ),
    ],
)
def test_what_is_wrong_with_a_local_block_is_told(text, problem):
    assert problems(text) == [problem]
