"""One table of fields: what validation says, what the JSON Schema says, and that they agree."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_folders import told

from briefing.errors import Position
from briefing.model.consents import IDENTIFIABLE
from briefing.reading import json_schema
from briefing.reading.body import PictureUse
from briefing.reading.consents import CONSENTS, read_consents
from briefing.reading.fields import CONSENT, FRONT_MATTER, PATTERNS, PROFILE, SOURCE, Kind, validate
from briefing.reading.sources.yaml import read_yaml
from briefing.reading.yaml import Listing, Scalar, compose

DOCUMENTATION = Path(__file__).parent.parent / "docs" / "front-matter.md"
SCHEMA = json_schema()
TABLES = {"frontMatter": FRONT_MATTER, "profile": PROFILE}


def read(text, table=FRONT_MATTER):
    composed = compose(text, file="briefing.md", first_line=2)
    fields, problems = validate(composed.value, table)
    return fields, told((*composed.diagnostics, *problems))


def as_json(value):
    """What an editor makes of the same text, by the core schema of YAML 1.2."""
    if isinstance(value, Listing):
        return [as_json(item) for item in value.items]
    if not isinstance(value, Scalar):
        return {entry.name: as_json(entry.value) for entry in value.entries}
    if value.text in ("true", "false"):
        return value.text == "true"
    if re.fullmatch(r"-?[0-9]+", value.text):
        return int(value.text)
    return value.text or None


def schema_accepts(definition, value):
    schema = {"$ref": f"#/$defs/{definition}", "$defs": SCHEMA["$defs"]}
    return jsonschema.Draft202012Validator(schema).is_valid(as_json(value))


GOOD = [
    "title: A\nlanguage: en",
    "title: 1979\nlanguage: en-GB\nnumber: 12",
    "title: true\nlanguage: fa-AF",
    "title: A\nlanguage: en\nsubtitle:\nauthors:\npetition:",
    "title: A\nlanguage: en\nauthors: One\ncontact: [a, b]\nkeywords: [1, true]",
    "title: A\nlanguage: en\nauthors: [a, '']",
    "title: A\nlanguage: en\nstandfirst: >\n  One *two*. [@three]",
    "title: A\nlanguage: en\npetition: {ask: Sign, link: 'https://example.org/a?b=c'}",
    "title: A\nlanguage: en\napproved: {by: B, on: 2021}",
    "title: A\nlanguage: en\napproved: {by: B, on: 2021, content: " + "aF" * 32 + "}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: no, by: B, on: 2021, content: 0a1B2c3d-00000000}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: True, by: B, on: 2021, audience: public and representatives}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: no, by: FILL IN, on: 2021, content: FILL IN}",
    "title: A\nlanguage: en\nrecipients: {source: A, date: 2021-08-30, name: Member, unit: Ward, email: Mail}",
    "title: A\nlanguage: en\norganisation: refugees-welcome_2",
    "title: A\nlanguage: en\npetition: {ask: FILL IN, link: FILL IN the address}",
    "title: A\nlanguage: en\nevents: events.csv",
    "title: A\nlanguage: en\nevents:",
    "title: A\nlanguage: en\nevents: []",
    "title: A\nlanguage: en\nevents: [{date: 1979, event: War, sources: [a, b], stressed: yes}, ]",
    "title: A\nlanguage: en\nevents:\n  - event: War\n  -",
    "title: A\nlanguage: en\nabbreviations: {UN: United Nations, 1: one, b: FILL IN}",
    "title: A\nlanguage: en\nabbreviations:",
]
BAD = [
    "titel: A\nlanguage: en",
    "title: A",
    "title:\nlanguage: en",
    "title: A\nlanguage: English",
    "title: A\nlanguage: en_GB",
    "title: [A]\nlanguage: en",
    "title: {a: b}\nlanguage: en",
    "title: A\nlanguage: en\nauthors: {a: b}",
    "title: A\nlanguage: en\nauthors: [[a]]",
    "title: A\nlanguage: en\npetition: Sign",
    "title: A\nlanguage: en\npetition: {link: 'https://example.org'}",
    "title: A\nlanguage: en\npetition: {ask: Sign, link: example.org}",
    "title: A\nlanguage: en\npetition: {ask: Sign, link: 'javascript:alert(1)'}",
    "title: A\nlanguage: en\npetition: {ask: Sign, like: a}",
    "title: A\nlanguage: en\napproved: {by: B}",
    "title: A\nlanguage: en\napproved: {by: B, on: 2021, content: abc}",
    "title: A\nlanguage: en\ninfluences_voters: no",
    "title: A\nlanguage: en\ninfluences_voters: {answer: perhaps, by: B, on: 2021}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: no, on: 2021}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: no, by: B, on: 2021, audience: kings}",
    "title: A\nlanguage: en\ninfluences_voters: {answer: no, by: B, on: 2021, content: 0a1b2c3d}",
    "title: A\nlanguage: en\norganisation: ../secret",
    "title: A\nlanguage: en\norganisation: a.b",
    "title: A\nlanguage: en\nevents: {date: 1979, event: War}",
    "title: A\nlanguage: en\nevents: [War]",
    "title: A\nlanguage: en\nevents: [{date: 1979}]",
    "title: A\nlanguage: en\nevents: [{event: War, when: 1979}]",
    "title: A\nlanguage: en\nevents: [{event: War, stressed: perhaps}]",
    "title: A\nlanguage: en\nabbreviations: UN",
    "title: A\nlanguage: en\nabbreviations: {UN: }",
    "title: A\nlanguage: en\nabbreviations: {UN: [a]}",
    "title: A\nlanguage: en\nabbreviations: {'': a}",
    "title: A\nlanguage: en\nabbreviations: {UN: " + "a" * 201 + "}",
]


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$ref"] == "#/$defs/frontMatter"


@pytest.mark.parametrize("text", GOOD)
def test_validation_and_schema_accept(text):
    assert [problem for problem in read(text)[1] if "  open  fill-in" not in problem] == []
    assert schema_accepts("frontMatter", compose(text, file="f").value)


@pytest.mark.parametrize("text", BAD)
def test_validation_and_schema_refuse(text):
    assert read(text)[1]
    assert not schema_accepts("frontMatter", compose(text, file="f").value)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("name: A", True),
        ("name: A\ncolours: {accent: '#a1B2c3'}\nfonts: {reading: {bold: a.ttf}}", True),
        ("name: A\nwebsite: FILL IN", True),
        ("name: A\ncountry: GB", True),
        ("name: A\ncountry: UK", False),
        ("name: A\ncountry: Britain", False),
        ("short_name: A", False),
        ("name: A\ncolours: {accent: red}", False),
        ("name: A\nwebsite: example.org", False),
        ("name: A\nfonts: {reading: a.ttf}", False),
    ],
)
def test_they_agree_on_profiles(text, good):
    assert (not [problem for problem in read(text, PROFILE)[1] if "  error  " in problem]) == good
    assert schema_accepts("profile", compose(text, file="f").value) == good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("a-1: {title: A, own: yes}", True),
        ("- {key: a-1, title: A, own: No}", True),
        ("- {title: A}", False),
        ("- a", False),
        ("a-1: A", False),
        ("a-1: {own: perhaps}", False),
        ("a-1: {url: example.org}", False),
        ("a-1: {tilte: A}", False),
    ],
)
def test_they_agree_on_sources(text, good):
    listed, problems = read_yaml(text, "sources.yaml")
    wrong = [problem for each in listed for problem in validate(each.record, SOURCE)[1]]
    assert (not [*problems, *wrong]) == good
    assert schema_accepts("sources", compose(text, file="f").value) == good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("a.jpg: {who: A, form: written, date: 2021, uses: print, expires: 2023}", True),
        ("a.jpg:\n  - {form: written, uses: [print, web]}\n  - {child: yes, guardian: her mother}", True),
        ("a.jpg:", True),
        ("", True),
        ("- a.jpg", False),
        ("a.jpg: written", False),
        ("a.jpg: [written]", False),
        ("a.jpg: {from: written}", False),
        ("a.jpg: {child: perhaps}", False),
    ],
)
def test_they_agree_on_consents(tmp_path, text, good):
    (tmp_path / CONSENTS).write_text(text, encoding="utf-8")
    (tmp_path / "a.jpg").touch()
    _, problems = read_consents(tmp_path, [PictureUse("a.jpg", Position("briefing.md"), IDENTIFIABLE)])
    assert (not problems) == good
    assert schema_accepts("consents", compose(text, file="f").value or Scalar("", Position("f"))) == good


PAIRS = st.dictionaries(
    st.sampled_from(
        ["title", "language", "authors", "organisation", "petition", "approved", "abbreviations", "nothing"]
    ),
    st.sampled_from(["A", "en", "[a, b]", "{ask: B}", "{by: C, on: D}", "{a: b}", "", "12", "[[a]]"]),
    max_size=4,
)


@given(PAIRS)
def test_they_agree_on_any_shape(pairs):
    text = "\n".join(f"{name}: {value}" for name, value in pairs.items())
    composed = compose(text or "{}", file="f")
    assert (not validate(composed.value, FRONT_MATTER)[1]) == schema_accepts("frontMatter", composed.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "titel: A\nlanguage: en",
            'briefing.md:2:1  error  unknown-key\n  There is no field "titel". Did you mean title?',
        ),
        (
            "language: en",
            'briefing.md:2:1  error  missing-field\n  The field "title" is missing.\n'
            "  Title of the briefing. For instance: title: Who are the National Resistance Front?",
        ),
        (
            "title: A\nlanguage:",
            'briefing.md:3:1  error  missing-field\n  The field "language" is empty.\n'
            "  Language of the text, as a BCP 47 tag. For instance: language: en-GB",
        ),
        (
            "title: A\nlanguage: English",
            "briefing.md:3:11  error  wrong-kind\n  language takes a language tag, such as en-GB.\n"
            "  Write language: en",
        ),
        (
            "title: A\nlanguage: fa_AF",
            "briefing.md:3:11  error  wrong-kind\n  language takes a language tag, such as en-GB.\n"
            "  Write language: fa-AF",
        ),
        (
            "title: A\nlanguage: klingon",
            "briefing.md:3:11  error  wrong-kind\n  language takes a language tag, such as en-GB.\n"
            "  For instance: language: en-GB",
        ),
        (
            "title: [a, b]\nlanguage: en",
            "briefing.md:2:8  error  wrong-kind\n  title takes one text.\n"
            "  If the square brackets or dashes belong to the text, put the whole of it in quotation marks.",
        ),
        (
            "title: A\nlanguage: en\ncontact:\n  - Tel.: 020 123",
            "briefing.md:5:5  error  wrong-kind\n  contact takes a text or a list of texts.\n"
            "  If the colon belongs to the text, put the whole of it in quotation marks.",
        ),
        (
            "title: A\nlanguage: en\napproved: yes",
            "briefing.md:4:11  error  wrong-kind\n  approved takes a group of fields.\n"
            "  Begin a line below it, further in, for each of: by, on, content, claims.",
        ),
        (
            "title: A\nlanguage: en\npetition:\n  ask: Sign\n  link: example.org",
            "briefing.md:6:9  error  wrong-kind\n  link takes a web address that begins with https:// or http://.\n"
            "  For instance: link: https://example.org/petition/1",
        ),
    ],
)
def test_what_the_author_is_told(text, problem):
    assert read(text)[1] == [problem]


def test_an_unknown_field_that_resembles_none_lists_them_all():
    names = ", ".join(field.name for field in FRONT_MATTER)
    assert read("title: A\nlanguage: en\nqqqqqqqq: 1")[1] == [
        f'briefing.md:4:1  error  unknown-key\n  There is no field "qqqqqqqq".\n  The fields are: {names}.'
    ]


def test_all_at_once():
    problems = read("titel: A\nlanguage: English\norganisation: a/b\npetition: {ask: B, link: c}")[1]
    assert [problem.split("  ")[0] for problem in problems] == [
        "briefing.md:2:1",
        "briefing.md:3:11",
        "briefing.md:4:15",
        "briefing.md:5:26",
    ]


def test_valid_values_and_their_places():
    fields, problems = read("title: |\n  One\n  two\ncontact: |\n  a\n  b\npetition:\n  ask: Sign\n")
    assert fields.text("title") == "One two"
    assert fields.several("contact") == ("a", "b")
    assert fields.group("petition").text("ask") == "Sign"
    assert str(fields.group("petition").positions["ask"]) == "briefing.md:9:8"
    assert [problem.split("\n")[1] for problem in problems] == ['  The field "language" is missing.']


@pytest.mark.parametrize(
    "field",
    [field for table in (FRONT_MATTER, SOURCE, PROFILE, CONSENT) for field in table],
    ids=lambda field: field.name,
)
def test_every_field_is_explained_and_its_example_fits(field):
    assert field.help.endswith(".")
    for each in field.fields or (field,):
        assert each.example or each.kind is Kind.RECORD
        if each.kind in PATTERNS:
            assert re.fullmatch(PATTERNS[each.kind], each.example)


def test_the_documentation_names_every_field_and_no_other():
    text = DOCUMENTATION.read_text(encoding="utf-8")
    documented = re.findall(r"^\| `([a-z_.-]+)`", text, re.MULTILINE)
    assert documented == [name for table in (FRONT_MATTER, SOURCE, PROFILE, CONSENT) for name in names(table)]


def names(fields, before=""):
    for field in fields:
        yield before + field.name
        yield from names(field.fields, f"{before}{field.name}.")
