"""What keeps a briefing open is what was right often enough; the document says what was measured."""

from __future__ import annotations

import pytest
from claims_table import DETECTORS, DOCUMENT, found_in, judged, table, total

from briefing.claims.languages import TABLES, keeps_open

LEAST = 5
"""Findings from which a share says something."""
ENOUGH = 0.9
MEASURED = sorted({each["language"] for each in judged()})


def share(language: str, detector: str) -> float:
    found, wrong = total([each for each in judged() if each["language"] == language], detector)
    return 1 - wrong / found if found >= LEAST else 0


def test_the_document_holds_the_table_of_the_judgements():
    assert table() in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", MEASURED)
def test_what_is_open_was_right_nine_times_in_ten(language):
    right = [detector for detector in DETECTORS if share(language, detector) >= ENOUGH]
    assert [detector for detector in DETECTORS if keeps_open(detector, language)] == right


@pytest.mark.parametrize("language", sorted({*TABLES, "xx", "fa-AF"} - set(MEASURED)))
def test_elsewhere_only_what_has_signs_is_open(language):
    assert [detector for detector in DETECTORS if keeps_open(detector, language)] == ["measure"]


def test_at_least_twenty_texts_and_four_in_other_languages_were_judged():
    languages = [each["language"] for each in judged()]
    assert languages.count("en") >= 16
    assert len(languages) - languages.count("en") >= 4
    assert len({each["sha256"] for each in judged()}) == len(languages)


def test_mistakes_are_as_many_as_findings_that_are_wrong():
    for each in judged():
        assert sum(each["wrong"].values()) == len(each["mistakes"]), each["name"]
        assert all(each["wrong"][name] <= each["found"][name] for name in each["wrong"]), each["name"]


def test_what_is_judged_is_what_would_be_open():
    text = "# 5 km\n\nShe said: “We left.” Nearly 300 came.\nThree stayed 20 years.\n\nDo 80% know?"
    found = [(each.detector, each.words) for each in found_in(text, "en")]
    assert found == [("quotation", "“We left.”"), ("count", "Nearly 300")]
