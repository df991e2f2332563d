"""Merge fields, wherever they stand in a briefing, and what one recipient reads in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from templating_sample import SAMPLE, merge_field, paragraph, place

from briefing.addressing import addressed, fields_of
from briefing.model import Briefing, Element, Handout, Node, Postcard, Section, plain_text, trees, walk
from briefing.press import Press

TOWN = '{{ recipient.town | otherwise "your town" }}'


def with_text(*children: Node) -> Briefing:
    return replace(SAMPLE, sections=(Section("text", (), (paragraph(*children),), place(4)),))


def test_a_briefing_without_fields_comes_back_itself():
    briefing, problems = addressed(SAMPLE, {"town": "Bath"})
    assert briefing is SAMPLE
    assert problems == ()


def test_fields_of_short_texts_are_found_and_filled():
    masthead = replace(SAMPLE.masthead, title=f"News for {TOWN}", positions={"title": place(2)})
    briefing = replace(SAMPLE, masthead=masthead)
    [field] = fields_of(briefing)
    assert (field.name, field.otherwise, field.position) == ("town", "your town", place(2))
    assert addressed(briefing).briefing.masthead.title == "News for your town"
    assert addressed(briefing, {"town": "Bath"}).briefing.masthead.title == "News for Bath"
    assert addressed(briefing, {"town": ""}).briefing.masthead.title == "News for your town"


def test_fields_stand_wherever_a_sentence_stands():
    """A part that holds sentences and is not gone through would end in the middle of a page."""
    sentence = ("Dear ", merge_field("name", "reader"))
    blocks = (paragraph(*sentence),)
    assert SAMPLE.petition
    briefing = replace(
        SAMPLE,
        masthead=replace(SAMPLE.masthead, standfirst=sentence),
        summary=(sentence,),
        figures=(replace(SAMPLE.figures[0], label=sentence, caveat=sentence),),
        asks=(replace(SAMPLE.asks[0], text=sentence),),
        petition=replace(SAMPLE.petition, text=sentence),
        timelines=(replace(SAMPLE.timelines[0], title=sentence),),
        handout=(Handout(sentence, blocks, place(4)),),
        postcard=(Postcard(sentence, blocks, place(4)),),
        sections=(Section("text", sentence, blocks, place(4)),),
        notes={"a": blocks},
    )
    filled = addressed(briefing, {"name": "Ann"}).briefing
    assert not [node for tree in trees(filled) for node in walk(tree) if "data-field" in node.attributes]
    assert len(fields_of(briefing)) == 14


def test_what_holds_no_field_stays_the_same_value():
    briefing = with_text("Dear ", merge_field("name", "reader"))
    other = addressed(briefing, {"name": "{{ recipient.name }}"}).briefing
    assert plain_text(other.sections[0].blocks[0]).startswith("Dear {{ recipient.name }}")
    assert other.summary is briefing.summary
    assert other.sources is briefing.sources
    assert other.timelines is briefing.timelines


def test_words_of_pictures_are_filled_and_addresses_are_not():
    picture = Element("img", (), {"src": f"{TOWN}.png", "alt": f"A street in {TOWN}"})
    assert SAMPLE.petition
    briefing = replace(with_text(picture), petition=replace(SAMPLE.petition, link=TOWN, ask=f"Save {TOWN}"))
    other = addressed(briefing, {"town": "Bath"}).briefing
    [shown] = [each for each in other.sections[0].blocks[0].children if isinstance(each, Element)]
    assert (shown.get("alt"), shown.get("src")) == ("A street in Bath", f"{TOWN}.png")
    assert other.petition
    assert (other.petition.ask, other.petition.link) == ("Save Bath", TOWN)


def test_braces_within_a_sentence_that_are_no_field_stay():
    briefing = with_text("Write {{ recipient.name }} for a name. ", merge_field("name", "you"))
    assert "{{ recipient.name }} for a name. you" in plain_text(addressed(briefing).briefing.sections[0].blocks[0])


def test_a_field_with_neither_value_nor_words_is_told_once_for_each_place():
    briefing = with_text(merge_field("name"), merge_field("name"))
    other, problems = addressed(briefing)
    assert [str(each) for each in problems] == [
        "briefing.md:14:1  error  no-value\n"
        "  There is no value for {{ recipient.name }} in this copy.\n"
        '  Say what to print without one: {{ recipient.name | otherwise "your name" }}.'
    ]
    assert plain_text(other.sections[0].blocks[0]) == ""


@pytest.mark.parametrize(("recipient", "title"), [({}, "For your town"), ({"town": "Bath"}, "For Bath")])
def test_the_title_of_a_copy_is_that_of_its_recipient(recipient, title):
    briefing = replace(SAMPLE, masthead=replace(SAMPLE.masthead, title=f"For {TOWN}"))
    html = Press().document(briefing, recipient=recipient)
    assert f"For {recipient.get('town', 'your town')}" == title
    assert title in plain_text(html)
