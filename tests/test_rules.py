"""Laws and published rules as data: each file with its date and its source."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import TemplateError
from briefing.rules import load_rule, read_rule, rule_for, rule_names

GOOD = """\
title = "A rule"
country = "GB"
stated_on = 2023-10-31
source = "https://example.org/rule"
checked_on = 2026-11-23

[fields]
parts = ["printed_by"]
least = 9
note = "a note"
"""
ROOT = Path(__file__).parent.parent


def said(text: str) -> list[str]:
    with pytest.raises(TemplateError) as raised:
        load_rule(text.encode(), name="xx-rule")
    return [each.message for each in raised.value.diagnostics]


@pytest.mark.parametrize("name", rule_names())
def test_every_rule_has_its_date_and_source(name):
    rule = read_rule(name)
    assert rule.name == name
    assert date(1900, 1, 1) < (rule.stated_on or rule.checked_on) <= rule.checked_on <= date.today()
    assert re.fullmatch(r"https://[\w.-]+/\S+", rule.source)
    assert rule.fields


def test_the_page_on_rules_lists_every_file():
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([\w-]+)\.toml` \|", page, re.MULTILINE)) == list(rule_names())


def test_a_rule_is_found_by_subject_and_country():
    found = rule_for("imprint", "GB")
    assert found is not None and found.name == "uk-imprint"
    assert rule_for("imprint", "FR") is None
    assert rule_for("weather", "GB") is None


def test_fields_are_looked_up_by_kind():
    rule = load_rule(GOOD.encode(), name="xx-rule")
    assert (rule.text("note"), rule.texts("parts"), rule.number("least")) == ("a note", ("printed_by",), 9)
    assert rule.cited == "A rule, as of 2023-10-31, read on 2026-11-23: https://example.org/rule"


def test_a_rule_without_a_date_says_so():
    text = GOOD.replace("stated_on = 2023-10-31\n", "stored_copy = true\n")
    rule = load_rule(text.encode(), name="xx-rule")
    assert rule.cited == "A rule, undated, read in a stored copy on 2026-11-23: https://example.org/rule"
    assert said(text.replace("true", "1")) == ["stored_copy must be true or false."]


@pytest.mark.parametrize(
    ("look", "message"),
    [
        (lambda rule: rule.text("parts"), "fields.parts of xx-rule must be a text."),
        (lambda rule: rule.texts("note"), "fields.note of xx-rule must be a list of texts."),
        (lambda rule: rule.number("absent"), "fields.absent of xx-rule must be a number."),
    ],
)
def test_a_field_of_another_kind_is_said(look, message):
    with pytest.raises(TemplateError) as raised:
        look(load_rule(GOOD.encode(), name="xx-rule"))
    assert str(raised.value) == f"rules/xx-rule.toml:1:1  error  rules\n  {message}\n  See docs/rules.md."


def test_all_mistakes_of_a_file_are_said_at_once():
    text = GOOD.replace('"GB"', '"UK "').replace("2023-10-31", '"2023-10-31"').replace("source", "sauce")
    assert said(text) == [
        'There is no entry "sauce" in a file of rules.',
        "country must be two capital letters, as ISO 3166 has them: GB.",
        "source must be the address where the rule is published.",
        "stated_on must be a day, such as 2023-10-31, without quotation marks.",
    ]
    assert said(GOOD.replace("https://example.org/rule", "a book")) == [
        "source must be the address where the rule is published."
    ]


def test_what_is_no_toml_or_no_rule_is_said():
    assert said("title =") == ["This is not TOML: Invalid value (at end of document)."]
    with pytest.raises(TemplateError, match=r'There are no rules called "\.\./fonts/families"\.'):
        read_rule("../fonts/families")


@settings(max_examples=examples(30), deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(TemplateError):
        load_rule(data, name="xx-rule")
