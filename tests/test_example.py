"""The worked example: what its article says is kept, attributed, and corrected where the source says otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model import Element, plain_text, walk
from briefing.reading import read_folder

CORRECTED = ("UNHRC", "nearly 390,000")
"""What the older article had wrong: named once, to be corrected, and never printed as a figure."""


@pytest.fixture(scope="module")
def reading(example):
    return read_folder(example)


@pytest.fixture(scope="module")
def text(example) -> str:
    return (example / "briefing.md").read_text(encoding="utf-8")


def flowing(text: str) -> str:
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """Part a text into sentences, each with the citations and waivers after its full stop."""
    body = text.partition("\n---\n")[2]
    parts = (flowing(part) for part in re.split(r"\n\n|\n(?=[-|:>] )", body))
    return [
        sentence for part in parts for sentence in re.findall(r"\S.*?[.!?]”?(?: \[(?!\^)[^]]*\])*(?= |$)|\S.*$", part)
    ]


def cited(sentence: str) -> list[str]:
    return [key for group in re.findall(r"\[(@[^]]*)\]", sentence) for key in re.findall(r"@([\w-]+)", group)]


def test_it_is_read_without_a_word_against_it_but_its_one_question(reading):
    found = [(each.severity, each.id, str(each)) for each in reading.diagnostics if each.severity != "question"]
    assert found == []
    assert reading.profile is not None
    assert reading.profile.name == "refugees-welcome.yaml"


def test_the_sections_of_the_article_stand_in_their_order(reading):
    assert [plain_text(Element("h2", section.title)) for section in reading.briefing.sections if section.title] == [
        "Have there been other resistance groups?",
        "Who founded the National Resistance Front?",
        "Can the NRF succeed?",
        "Who is Ahmad Massoud?",
        "What could this mean for Afghanistan?",
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "formed a resistance in 1979",
        "rival warlords",
        "seized power in 1996",
        "Burhanuddin Rabbani",
        "By 1998 the Taliban were at their strongest and controlled 90 per cent",
        "“Lion of Panjshir”, was assassinated on 9 September 2001",
        "founded by Ahmad Massoud, the son of Ahmad Shah Massoud",
        "the battle between the Taliban and the NRF had now begun",
        "three districts of the northern province of Baghlan, which borders Panjshir",
        "In the 1980s the Soviet Union, and in the 1990s the Taliban, failed to capture it",
        "reportedly has the support of 6,000 troops",
        "Ahmad Massoud is 32",
        "foreign cadet at Sandhurst",
        "King’s College London",
        "master’s degree in international politics",
        "mission, our article said, is to fight hardline extremism",
        "undergraduate and his postgraduate dissertation on the Taliban",
        "if the Taliban choose not to negotiate",
        "calls for change and for help are heard around the world",
        "Northern Alliance",
    ],
)
def test_every_fact_is_kept(text, fact):
    assert fact in flowing(text)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "massoud-2021",
            "I write from the Panjshir Valley today, ready to follow in my father’s footsteps, with mujahideen "
            "fighters who are prepared to once again take on the Taliban",
        ),
        (
            "massoud-2021",
            "We have stores of ammunition and arms that we have patiently collected since my father’s time, because "
            "we knew this day might come.",
        ),
        (
            "unhcr-2021",
            "Some 80 per cent of nearly a quarter of a million Afghans forced to flee since the end of May are women "
            "and children.",
        ),
    ],
)
def test_a_quotation_is_what_its_source_says(text, reading, key, words):
    assert words.rstrip(".") in flowing(text.replace("\n> ", "\n"))
    assert words in flowing(reading.briefing.sources[key].captured)


def test_a_quotation_with_other_words_in_brackets_says_what_its_source_has(text, reading):
    words = "want to defend, they want to fight, they want to resist against any totalitarian regime"
    assert f"“[My forces] {words},” Mr Massoud told Reuters. [@reuters-2021]" in flowing(text)
    source = reading.briefing.sources["reuters-2021"]
    assert flowing(source.captured) == f"They {words}. […]"
    assert source.note == "The words in brackets are ours; the report has “They”."


@pytest.mark.parametrize("wrong", CORRECTED)
def test_what_was_wrong_is_named_once_where_it_is_corrected(text, wrong):
    (paragraph,) = (part for part in text.split("\n\n") if wrong in part)
    assert paragraph.startswith("Our article of August gave")


def test_figures_are_those_of_the_agency(reading):
    figures = [(figure.value, figure.sources) for figure in reading.briefing.figures[:2]]
    assert figures == [("nearly 400,000", ("unhcr-2021",)), ("some 80 per cent", ("unhcr-2021",))]
    assert all(figure.caveat for figure in reading.briefing.figures)


def test_the_timeline_mixes_every_precision(reading):
    (timeline,) = reading.briefing.timelines
    assert [event.date.edtf for event in timeline.events] == [
        "1979",
        "198X",
        "199X",
        "1996",
        "../1998",
        "2001-09-09",
        "2021-05-31~/..",
        "2021-08-15",
        "2021-08",
        "2021-08-20~",
    ]
    assert {event.stressed for event in timeline.events} == {True, False}


def test_the_older_article_is_no_evidence_for_what_it_says(reading, text):
    sources = reading.briefing.sources
    own = {key for key, source in sources.items() if source.own}
    assert own == {"our-article"}
    resting = [sentence for sentence in sentences(text) if set(cited(sentence)) and set(cited(sentence)) <= own]
    assert len(resting) == 1
    assert resting[0].startswith("Our article of August gave one figure, nearly 390,000 since May, for two")


def test_what_only_the_older_article_says_is_told_as_its_words_and_waived(text):
    told = [
        sentence
        for sentence in sentences(text)
        if "our article said, is" in sentence or "article of August rep" in sentence
    ]
    assert len(told) == 2
    assert all(sentence.endswith("[no source, our own report, repeated as such]") for sentence in told)


def test_a_source_later_than_the_information_stands_in_a_note_that_says_so(reading, text):
    known = reading.briefing.masthead.information_as_of
    later = [key for key, source in reading.briefing.sources.items() if source.date.last > known.last]
    assert later == ["spectator-2021", "our-article"]
    (note,) = (sentence for sentence in sentences(text) if "spectator-2021" in cited(sentence))
    assert note == (
        "[^later]: Age, degree and dissertations as *The Spectator* gives them on 28 August, later than the date of "
        "our information. [@spectator-2021]"
    )


def test_every_source_is_cited_and_has_a_date(reading, text):
    for key, source in reading.briefing.sources.items():
        assert re.search(rf"@{key}\b", text), key
        assert source.date is not None, key
        assert source.url or source.own or source.note, key


def test_the_petition_is_a_question_and_quotes_no_one_but_the_agency(reading):
    assert reading.briefing.petition.question
    quotations = [
        element
        for section in reading.briefing.sections
        for block in section.blocks
        for element in walk(block)
        if element.tag == "blockquote"
    ]
    assert ["UNHCR" in plain_text(quotation) for quotation in quotations] == [True]


def test_the_profile_has_no_blank_and_no_address_of_anybody(example):
    profile = (example.parent / "organisations" / "refugees-welcome.yaml").read_text(encoding="utf-8")
    assert "FILL IN" not in profile
    assert all("example.org" in word for word in profile.split() if "@" in word or "://" in word)


def test_the_profile_reads_as_a_person_would_set_it(reading):
    organisation = reading.briefing.organisation
    about = plain_text(organisation.about)
    assert "a campaign’s briefing" in about
    assert "'" not in about + organisation.disclaimer + organisation.licence
    assert organisation.imprint.promoted_by == "the research desk of Refugees Welcome, 2 Example Street, London"


def test_the_words_are_our_own(example, text):
    assert (example / "briefing.md").stat().st_size < 20_000
    assert 900 <= len(text.partition("\n## ")[2].split()) <= 1_500
    # An address in braces stands in straight quotation marks, as Pandoc has it; sentences in none.
    sentences = [line for line in text.partition("\n---\n")[2].splitlines() if not line.startswith(":::")]
    assert '"' not in "".join(sentences)
    assert Path(example / "sources.yaml").is_file()
