"""Language editions: what a translation takes from its original, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from language_editions import EDITION, ORIGINAL, changed, edition_of, folder_of, said
from reading_folders import HEAD, told, write

from briefing.checking import content_hash
from briefing.model import Translation, all_sections, plain_text, walk
from briefing.reading import language_editions, read_folder

GUIDE = (Path(__file__).parent.parent / "docs" / "translations.md").read_text("utf-8")


def test_facts_are_those_of_the_original(tmp_path):
    reading = edition_of(tmp_path)
    assert told(reading.diagnostics) == []
    masthead, petition = reading.briefing.masthead, reading.briefing.petition
    assert (masthead.title, masthead.number, masthead.authors) == ("Teitl", "12", ("Research desk",))
    assert (masthead.date.edtf, masthead.date.language) == ("2021-09-02", "en")
    assert (petition.ask, petition.link, petition.deadline.edtf) == (
        "Llofnodwch",
        "https://example.org/sign",
        "2021-09-10",
    )
    assert str(masthead.positions["date"]) == "briefing.md:5:7"
    assert str(masthead.positions["title"]) == "briefing.cy.md:2:8"


def test_every_shared_field_is_shared_and_no_other(tmp_path):
    shared = {
        "organisation": "ours",
        "number": "1",
        "date": "2021",
        "information_as_of": "2020",
        "embargo": "3 September 2021, 00:01 BST",
        "version": "2",
        "authors": "A",
        "contact": "B",
        "licence": "C",
        "image_credits": "D",
    }
    own = {
        "subtitle": "E",
        "standfirst": "F",
        "series": "G",
        "keywords": "H",
        "description": "I",
        "disclaimer": "J",
        "typography": "as typed",
        "abbreviations": "{UN: United Nations}",
        "approved": "{by: K, on: 2021}",
    }
    fields = "".join(f"{name}: {value}\n" for name, value in {**shared, **own}.items())
    write(tmp_path, {"ours.yaml": "name: Ours"})
    reading = edition_of(tmp_path, HEAD.replace("en-GB", "cy") + "A", HEAD.replace("title", fields + "title") + "A")
    briefing = reading.briefing
    assert set(briefing.masthead.positions) == {"title", "language", *shared}
    assert (briefing.organisation.name, briefing.licence, briefing.image_credits) == ("Ours", "C", ("D",))
    assert not (briefing.abbreviations or briefing.signs_as_typed or briefing.disclaimer or briefing.masthead.approved)


def test_what_the_edition_has_it_keeps(tmp_path):
    own = changed(
        EDITION, "ask: Ll", "link: https://example.org/cy\n  ask: Ll", "title:", "authors:\ndate: 2022\ntitle:"
    )
    briefing = edition_of(tmp_path, own).briefing
    assert (briefing.masthead.authors, briefing.masthead.date.edtf) == ((), "2022")
    assert briefing.petition.link == "https://example.org/cy"


def test_what_is_typed_again_in_the_same_words_is_that_of_the_original(tmp_path):
    own = changed(
        EDITION, "title:", "date: 2 September 2021\ntitle:", "  ask:", "  deadline: 10 September 2021\n  ask:"
    )
    reading = edition_of(tmp_path, own)
    assert told(reading.diagnostics) == []
    briefing = reading.briefing
    assert (briefing.masthead.date.edtf, briefing.petition.deadline.edtf) == ("2021-09-02", "2021-09-10")
    assert str(briefing.masthead.positions["date"]) == "briefing.cy.md:2:7"


def test_sources_of_another_name_are_shared(tmp_path):
    write(tmp_path, {"works.yaml": "c: {title: C, date: 2021}"})
    original = HEAD.replace("title", "sources: works.yaml\ntitle") + "A [@c]"
    reading = edition_of(tmp_path, HEAD.replace("en-GB", "cy") + "A [@c]", original)
    assert told(reading.diagnostics) == []
    assert list(reading.briefing.sources) == ["c"]


def test_headings_have_the_names_of_their_counterparts(tmp_path):
    sections = edition_of(tmp_path).briefing.sections
    assert [section.id for section in sections] == ["start", "first-heading", "second"]


def test_a_heading_may_have_a_name_of_its_own(tmp_path):
    own = changed(EDITION, "cyntaf\n\nT", "cyntaf {#second}\n\nT", "(#first-heading)", "(#second)")
    reading = edition_of(tmp_path, own)
    assert told(reading.diagnostics) == []
    assert [section.id for section in reading.briefing.sections] == ["start", "second", "ail-bennawd"]


def test_with_other_headings_none_is_the_counterpart_of_another(tmp_path):
    own = changed(EDITION, "## Ail bennawd\n", "", "(#first-heading)", "(#pennawd-cyntaf)", "(#second)", "(#start)")
    reading = edition_of(tmp_path, own)
    assert told(reading.diagnostics) == []
    assert [section.id for section in reading.briefing.sections] == ["start", "pennawd-cyntaf"]


def test_headings_in_boxes_count_and_the_title_does_not(tmp_path):
    original = HEAD + "# Title\n\n::: box B\n## In a box\n:::\n\n## Last\n"
    edition = HEAD.replace("en-GB", "cy") + "::: box B\n## Mewn\n:::\n\n## Olaf\n"
    briefing = edition_of(tmp_path, edition, original).briefing
    inside = [element.get("id") for part in briefing.sections for block in part.blocks for element in walk(block)]
    assert [*filter(None, inside), briefing.sections[-1].id] == ["in-a-box", "last"]


def test_events_are_those_of_the_original(tmp_path):
    (timeline,) = edition_of(tmp_path).briefing.timelines
    assert [(event.date.edtf, event.stressed, event.sources) for event in timeline.events] == [
        ("1979", True, ()),
        ("198X", False, ("a", "b")),
    ]
    assert [plain_text(event.text) for event in timeline.events] == ["mae'n dechrau", "mae'n parhau"]
    waiver, *cited = (element for event in timeline.events for node in event.text for element in walk(node))
    assert waiver.get("data-waived") == "year of record"
    assert [(each.get("data-key"), each.get("data-locator")) for each in cited] == [("a", "p. 7"), ("b", "")]
    assert timeline.events[1].position.file == "briefing.cy.md"
    assert timeline.id == "timeline-1"


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("2021-08-15: digwyddodd", ("2021-08-15", "digwyddodd", ("a", "b"))),
        ("the 1980s: digwyddodd", ("198X", "digwyddodd", ("a", "b"))),
        ("the  1980s: digwyddodd [@b]", ("198X", "digwyddodd", ("b",))),
        ("digwyddodd [no source, own]", ("198X", "digwyddodd", ())),
        ("Kabul: digwyddodd", ("198X", "Kabul: digwyddodd", ("a", "b"))),
    ],
)
def test_what_is_typed_of_an_event_is_kept(tmp_path, typed, event):
    reading = edition_of(tmp_path, changed(EDITION, "- mae'n parhau", f"- {typed}"))
    assert told(reading.diagnostics) == []
    second = reading.briefing.timelines[0].events[1]
    assert (second.date.edtf, plain_text(second.text), second.sources) == event


def test_a_date_that_cannot_be_read_is_no_sentence(tmp_path):
    reading = edition_of(tmp_path, changed(EDITION, "- mae'n parhau", "- yn 1985: mae'n parhau"))
    assert told(reading.diagnostics) == [
        'briefing.cy.md:30:3  error  date-unreadable\n  "yn" is not a word of a date.\n'
        "  In words of this language a year, a month or a day is read: 9 Medi 2001. Write it so, or in EDTF: "
        "2001-09-09, 2021-05/.., ../1998, 198X. Or leave it out: then it is that of the original."
    ]


def test_with_other_events_each_needs_its_date(tmp_path):
    reading = edition_of(tmp_path, changed(EDITION, "- mae'n parhau", "- 1985: a\n- mae'n parhau"))
    assert told(reading.diagnostics) == [
        "briefing.cy.md:29:1  error  wrong-shape\n"
        "  This timeline has 3 events instead of 2: it cannot be told which is which.\n"
        "  Type the same ones as the original, in their order, or begin each with its date."
    ]
    assert [event.date.edtf for event in reading.briefing.timelines[0].events] == ["1985"]


def test_an_event_that_is_taken_out_is_told_once(tmp_path):
    reading = edition_of(tmp_path, changed(EDITION, "- mae'n parhau\n", ""))
    assert [each.splitlines()[1] for each in told(reading.diagnostics)] == [
        "  This timeline has 1 event instead of 2: it cannot be told which is which."
    ]


def test_a_link_to_a_heading_that_was_taken_out_says_how_many_there_are(tmp_path):
    reading = edition_of(tmp_path, changed(EDITION, "## Pennawd cyntaf\n", ""))
    assert told(reading.diagnostics) == [
        "briefing.cy.md:15:20  error  unknown-anchor\n"
        '  This text has 1 heading instead of 2, so that none has the name "first-heading" yet.\n'
        "  Type the same headings as the original, or name one so: ## Words {#first-heading}.",
        "briefing.cy.md:15:51  error  unknown-anchor\n"
        '  This text has 1 heading instead of 2, so that none has the name "second" yet.\n'
        "  Type the same headings as the original, or name one so: ## Words {#second}.",
    ]


def test_days_of_figures_and_asks_are_those_of_the_original(tmp_path):
    briefing = edition_of(tmp_path).briefing
    assert [figure.as_of.edtf for figure in briefing.figures] == ["2021-08-13"]
    assert [ask.by.edtf for ask in briefing.asks] == ["2021-09-10"]
    more = edition_of(tmp_path, changed(EDITION, "- **Aelodau**", "- **Pawb**: b.\n- **Aelodau**")).briefing
    assert [ask.by for ask in more.asks] == [None, None]


@pytest.mark.parametrize(
    ("fields", "translation"),
    [
        ("", Translation("briefing.md", "en-GB")),
        ("translated_by: Machine\n", Translation("briefing.md", "en-GB", machine=True)),
        ("translated_by: Jane Doe\n", Translation("briefing.md", "en-GB", "Jane Doe")),
    ],
)
def test_an_edition_says_who_translated_it(tmp_path, fields, translation):
    reading = edition_of(tmp_path, changed(EDITION, "translated_by: machine\n", fields))
    assert reading.briefing.translation == translation
    assert reading.briefing.translation.unchecked_machine == translation.machine


def test_an_edition_says_who_checked_it(tmp_path):
    fields = "translated_by: machine\ntranslation_checked: {by: Jane Doe, on: 2021-09-02}\n"
    translation = edition_of(tmp_path, changed(EDITION, "translated_by: machine\n", fields)).briefing.translation
    assert (translation.checked.by, translation.checked.on.edtf) == ("Jane Doe", "2021-09-02")
    assert not translation.unchecked_machine


def test_an_original_is_no_translation(tmp_path):
    fields = "translated_by: machine\ntranslation_checked: {by: B, on: 2021}\n"
    folder = folder_of(tmp_path, original=ORIGINAL.replace("language:", fields + "language:"))
    reading = read_folder(folder)
    assert reading.briefing.translation is None
    hint = "  It belongs in a translation of briefing.md, such as briefing.cy.md beside it."
    assert told(reading.diagnostics) == [
        'briefing.md:3:16  warning  no-translation\n  Nothing is made of "translated_by" here: this article is no '
        "edition of another.\n" + hint,
        'briefing.md:4:22  warning  no-translation\n  Nothing is made of "translation_checked" here: this article is '
        "no edition of another.\n" + hint,
    ]


def test_an_edition_without_an_original_is_an_article(tmp_path):
    reading = read_folder(write(tmp_path, {"briefing.cy.md": HEAD.replace("en-GB", "cy") + "A"}), language="cy")
    assert told(reading.diagnostics) == []
    assert (reading.original, reading.briefing.translation) == (None, None)


def test_errors_of_the_original_are_told_with_the_edition(tmp_path):
    reading = edition_of(tmp_path, original=changed(ORIGINAL, "date: 2 September", "date: 2 Septmber"))
    assert [str(each.position) for each in reading.diagnostics] == ["briefing.md:5:7"]
    assert [each.severity for each in reading.diagnostics] == ["error"]


def test_an_original_that_cannot_be_read_stops_its_editions(tmp_path):
    folder = write(tmp_path, {"briefing.md": b"\xff", "briefing.cy.md": EDITION})
    assert told(read_folder(folder, language="cy").diagnostics) == [
        "briefing.md:1:1  error  not-utf-8\n  This file is not UTF-8 text: the byte 0xFF does not belong here.\n"
        "  Save the file as UTF-8: most editors offer it under Save as, Encoding."
    ]
    (folder / "briefing.md").write_bytes(b" " * 5_000_000)
    assert told(read_folder(folder, language="cy").diagnostics) == [
        'briefing.md:1:1  error  too-large\n  "briefing.md" is larger than 4 MB.\n  Make the file smaller.'
    ]


def test_the_editions_of_a_folder_are_found_by_their_names(tmp_path):
    names = ("briefing.md", "briefing.fr-CH.md", "briefing.cy.md", "briefing..md", "briefing.c_y.md", "briefing.cy.txt")
    assert language_editions(write(tmp_path, dict.fromkeys(names, ""))) == ("cy", "fr-CH")
    assert language_editions(tmp_path / "none") == ()


@given(data=st.data())
@settings(max_examples=examples(60))
def test_any_edition_of_any_original_is_read(tmp_path_factory, data):
    lines = [*ORIGINAL.split("\n"), *EDITION.split("\n")]
    texts = st.lists(st.sampled_from(lines), max_size=40).map("\n".join)
    original, edition = (head + data.draw(texts) for head in (HEAD, HEAD.replace("en-GB", "cy")))
    reading = edition_of(tmp_path_factory.mktemp("edition"), edition, original)
    said(reading)
    if reading.briefing:
        content_hash(reading.briefing)


def test_a_profile_may_have_texts_in_the_language(tmp_path):
    write(
        tmp_path,
        {
            "ours.yaml": "name: Ours\nabout: We *are*.\nimprint: {printed_by: A, promoted_by: B}\n"
            "colours: {accent: '#a3341f'}",
            "ours.cy.yaml": "name: Ein\nimprint: {printed_by: C}\n",
        },
    )
    folder = folder_of(tmp_path, original=ORIGINAL.replace("number:", "organisation: ours\nnumber:"))
    reading = read_folder(folder, language="cy")
    organisation = reading.briefing.organisation
    assert told(reading.diagnostics) == []
    assert (organisation.name, plain_text(organisation.about), organisation.colours.accent) == (
        "Ein",
        "We are.",
        "#a3341f",
    )
    assert (organisation.imprint.printed_by, organisation.imprint.promoted_by) == ("C", "B")
    assert [name for name in reading.files if "ours" in name] == ["ours.yaml", "ours.cy.yaml"]
    assert read_folder(folder).briefing.organisation.name == "Ours"


def test_the_guide_shows_what_is_read(tmp_path):
    fields, original, edition, checked = (part.partition("\n")[2] for part in GUIDE.split("```")[1::2])
    head = fields.replace("translated_by: machine\n---\n", checked + "---\n")
    write(tmp_path, {"sources.yaml": "times-2021: {title: A, date: 2021}"})
    article = head.replace("cy", "en-GB").replace("yw’r", "is the").replace(checked, "")
    folder = write(tmp_path, {"briefing.md": article + original, "briefing.cy.md": head + edition})
    reading = read_folder(folder, language="cy")
    assert told(reading.diagnostics) == []
    assert [event.date for event in reading.briefing.timelines[0].events] == [
        *(event.date for event in reading.original.timelines[0].events[:2]),
        reading.briefing.timelines[0].events[2].date,
    ]
    assert len(list(all_sections(reading.briefing.sections))) == 1
    assert reading.briefing.translation.checked.by == "Jane Doe, translator"
