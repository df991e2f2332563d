"""A briefing in the words of schema.org."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from archiving_samples import HERE, said_of, small, taken_apart

import briefing
from briefing.archiving import schema_org
from briefing.model import Correction, Element, Masthead, Organisation, Petition, Source
from briefing.model.dates import date_from_edtf

EXPECTED = Path(__file__).parent / "northern-alliance.jsonld"


def test_the_example_is_described_in_full(example, tmp_path):
    built = briefing.build(example, tmp_path / "made.pdf", edition="archive")
    assert taken_apart(built.path)["briefing.jsonld"].decode("utf-8") == EXPECTED.read_text("utf-8")


def test_of_little_little_is_said():
    made = small()
    assert schema_org(made, said_of(made)) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": "A title",
        "inLanguage": "en",
    }


def test_corrections_are_said_with_their_days():
    words = ("It said ", Element("em", ("390,000",)), ":\nwrong.")
    made = small(corrections=(Correction(date_from_edtf("2021-09-05"), words, HERE),))
    assert schema_org(made, said_of(made))["correction"] == [
        {"@type": "CorrectionComment", "text": "It said 390,000: wrong.", "datePublished": "2021-09-05"}
    ]


def test_everything_is_said_in_one_order():
    masthead = Masthead(
        "A title", "en", subtitle="Below", series="Series", number="7", version="2", date=date_from_edtf("2021-09")
    )
    petition = Petition("Sign", "https://example.org/sign", HERE, "the Council", deadline=date_from_edtf("2021-09-10"))
    organisation = Organisation("Refugees Welcome", HERE, short_name="RW", website="https://example.org")
    made = small(masthead=masthead, petition=petition, organisation=organisation)
    metadata = said_of(
        made,
        authors=("One", "Two"),
        description="What it is about.",
        keywords=("a", "b"),
        rights="CC BY 4.0",
        licence_address="https://creativecommons.org/licenses/by/4.0/",
        label="Draft",
    )
    assert list(schema_org(made, metadata).items()) == [
        ("@context", "https://schema.org"),
        ("@type", "Report"),
        ("headline", "A title"),
        ("alternativeHeadline", "Below"),
        ("description", "What it is about."),
        ("inLanguage", "en"),
        ("author", [{"name": "One"}, {"name": "Two"}]),
        (
            "publisher",
            {
                "@type": "Organization",
                "name": "Refugees Welcome",
                "alternateName": "RW",
                "url": "https://example.org",
            },
        ),
        ("datePublished", "2021-09"),
        ("version", "2"),
        ("creativeWorkStatus", "Draft"),
        ("isPartOf", {"@type": "CreativeWorkSeries", "name": "Series"}),
        ("position", "7"),
        ("keywords", ["a", "b"]),
        (
            "license",
            {
                "@type": "CreativeWork",
                "name": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        ),
        (
            "potentialAction",
            {
                "@type": "EndorseAction",
                "name": "Sign",
                "target": "https://example.org/sign",
                "object": {
                    "@type": "CreativeWork",
                    "name": "Sign",
                    "url": "https://example.org/sign",
                    "audience": {"@type": "Audience", "name": "the Council"},
                    "expires": "2021-09-10",
                },
            },
        ),
    ]


def work(**values: object) -> object:
    made = small(sources={"a": Source("a", HERE, **values)})
    return schema_org(made, said_of(made)).get("citation")


def test_a_paper_stands_in_an_issue_of_a_volume_of_a_journal():
    assert work(
        title="A paper",
        type="article-journal",
        authors=("A. Person",),
        container="A Journal",
        volume="12",
        issue="3",
        pages="3–9",
        doi="10.1000/182",
        archived="https://web.archive.org/x",
    ) == [
        {
            "@type": "ScholarlyArticle",
            "name": "A paper",
            "author": [{"name": "A. Person"}],
            "isPartOf": {
                "@type": "PublicationIssue",
                "issueNumber": "3",
                "isPartOf": {
                    "@type": "PublicationVolume",
                    "volumeNumber": "12",
                    "isPartOf": {"@type": "Periodical", "name": "A Journal"},
                },
            },
            "pagination": "3–9",
            "sameAs": "https://doi.org/10.1000/182",
            "archivedAt": "https://web.archive.org/x",
        }
    ]


def test_the_number_of_a_report_is_its_own():
    assert work(title="A report", type="report", publisher="UNHCR", issue="7", url="https://unhcr.org/7") == [
        {
            "@type": "Report",
            "name": "A report",
            "publisher": {"@type": "Organization", "name": "UNHCR"},
            "reportNumber": "7",
            "url": "https://unhcr.org/7",
        }
    ]


def test_what_schema_org_has_no_type_for_is_a_work_and_says_no_pages():
    assert work(title="Talk", type="speech", pages="3", container="An evening") == [
        {"@type": "CreativeWork", "name": "Talk", "isPartOf": {"@type": "CreativeWork", "name": "An evening"}}
    ]


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-08-18", "2021-08-18"),
        ("2021-08", "2021-08"),
        ("1996", "1996"),
        ("2021-08-18T10:30", "2021-08-18T10:30"),
        ("2021-21", None),
        ("198X", None),
        ("1979~", None),
        ("../1998", None),
        ("2021-08-18/2021-08-20", None),
        ("-0044", None),
        ("Y17000", None),
    ],
)
def test_only_dates_that_other_programs_read_are_said(edtf, said):
    (node,) = work(title="A", date=date_from_edtf(edtf))
    assert node.get("datePublished") == said


def test_the_language_of_a_work_is_said_where_it_was_typed():
    told, silent = Source("a", HERE, title="A", language="fa-AF"), Source("b", HERE, title="B")
    made = small(sources={"a": told, "b": silent})
    assert schema_org(made, said_of(made))["citation"] == [
        {"@type": "CreativeWork", "name": "A", "inLanguage": "fa-AF"},
        {"@type": "CreativeWork", "name": "B"},
    ]


def test_what_nothing_cites_is_not_named():
    sources = {"a": Source("a", HERE, title="A"), "b": Source("b", HERE, title="B")}
    made = small(sources={"a": sources["a"]})
    made = type(made)(made.masthead, made.sections, made.position, sources=sources)
    assert [node["name"] for node in schema_org(made, said_of(made))["citation"]] == ["A"]


def test_no_value_is_empty_and_all_of_it_is_json(example):
    made = briefing.load(example).briefing
    text = json.dumps(schema_org(made, said_of(made)))
    assert not any(empty in text for empty in ('""', "[]", "{}", "null"))
