"""Works in other languages than the document: what is said of them is marked with theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from templating_sample import BARE, MASTHEAD, cited, date, paragraph, place

from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Element, KeyFigure, Section, Source, Translation, plain_text, walk
from briefing.templating import load_template, parse_html, render

BRIEFING = load_template("briefing")
WORK = Source(
    "unhcr",
    place(1),
    title="The heaviest toll",
    container="Briefing notes",
    publisher="UNHCR",
    note="Attributed.",
    date=date("2021-08-13", "13 August 2021"),
)


def article(language: str, original: str = "", *, source: Source = WORK, cites: int = 1) -> Briefing:
    """A text that cites one work, as an edition of one in another language where that is named."""
    section = Section("text", (), (paragraph("Yes", *[cited("unhcr")] * cites),), place(4))
    translation = Translation("briefing.md", original) if original else None
    masthead = replace(MASTHEAD, language=language)
    return replace(BARE, masthead=masthead, sections=(section,), sources={"unhcr": source}, translation=translation)


def marked(tree: Element) -> dict[str, str]:
    """The texts that say in which language they are, with it."""
    return {plain_text(each): each.get("lang") for each in walk(tree) if each.tag == "span" and each.get("lang")}


def document(made: Briefing, memory: Memory = FORGETFUL, **options: str) -> Element:
    return parse_html(render(made, BRIEFING, memory=memory, **options))


def told_of_the_work(made: Briefing, memory: Memory = FORGETFUL) -> dict[str, str]:
    [entry] = [each for each in walk(document(made, memory)) if "source" in each.classes]
    return marked(entry)


@pytest.mark.parametrize("language", ["de", "fa-AF"])
def test_in_an_edition_a_work_is_in_the_language_of_the_original(language: str) -> None:
    assert told_of_the_work(article(language, "en-GB")) == {
        "The heaviest toll": "en-GB",
        "Briefing notes": "en-GB",
        "UNHCR": "en-GB",
        "Attributed.": "en-GB",
    }


def test_in_an_original_it_is_in_the_language_of_the_document() -> None:
    assert told_of_the_work(article("en-GB")) == {}


def test_a_work_that_says_its_language_is_in_that_and_our_note_is_not() -> None:
    french = replace(WORK, language="fr")
    assert told_of_the_work(article("en-GB", source=french)) == {
        "The heaviest toll": "fr",
        "Briefing notes": "fr",
        "UNHCR": "fr",
    }
    assert told_of_the_work(article("fr", "en-GB", source=french)) == {"Attributed.": "en-GB"}


def test_what_runs_the_other_way_says_so_in_the_same_place() -> None:
    [entry] = [each for each in walk(document(article("ar", "en"))) if "source" in each.classes]
    marks = {plain_text(each): (each.get("lang"), each.get("dir")) for each in walk(entry) if each.get("lang")}
    assert marks["The heaviest toll"] == ("en", "ltr")


def test_a_note_on_a_work_marks_it_whole_and_in_short() -> None:
    made = article("de", "en-GB")
    twice = (*made.sections, replace(made.sections[0], id="again"))
    notes = [each for each in walk(document(replace(made, sections=twice), sources="notes")) if "note" in each.classes]
    assert [marked(each) for each in notes] == [
        {"The heaviest toll": "en-GB", "Briefing notes": "en-GB", "UNHCR": "en-GB", "Attributed.": "en-GB"},
        {"UNHCR": "en-GB"},
    ]


def test_the_source_of_a_key_figure_is_marked() -> None:
    figure = KeyFigure("400,000", ("flee", cited("unhcr")), (), place(9), sources=("unhcr",))
    tree = document(replace(article("de", "en-GB"), figures=(figure,)))
    [line] = [each for each in walk(tree) if "figure-source" in each.classes]
    assert marked(line) == {"UNHCR": "en-GB"}


def test_what_is_remembered_of_one_edition_is_not_said_in_another() -> None:
    memory = Memory()
    for original in ("en-GB", "cy", "en-GB"):
        assert told_of_the_work(article("de", original), memory)["UNHCR"] == original
