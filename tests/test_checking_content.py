"""The hash of the content: the same for the same print, another for any word, and what check says of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from reading_folders import picture, told, write
from templating_sample import SAMPLE, SECTIONS

from briefing.checking import check, content_hash
from briefing.errors import Position
from briefing.model import Approval, Element, Picture
from briefing.model.dates import date_from_edtf
from briefing.reading import read_folder

ARTICLE = """---
title: Title
language: en-GB
date: 2 September 2021
petition: {ask: Sign, link: "https://example.org", question: "The right one?"}
---
::: summary
- A point. [@a]
:::
::: figures
- **12** things. [@a, p. 7]
:::
::: timeline
- 1979: it begins [@a]
:::

Text with *stress*.

![Alt](a.png "Caption")
"""
SOURCES = "a:\n  title: A\n  date: 2021\n"


def digest(folder, article=ARTICLE, sources=SOURCES, **files):
    names = {name.replace("_", "."): content for name, content in files.items()}
    content = {"a.png": picture(), "briefing.md": article, "sources.yaml": sources, **names}
    return content_hash(read_folder(write(folder, content)).briefing)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("title: Title", "title: Titles"),
        ("2 September 2021", "3 September 2021"),
        ("ask: Sign", "ask: Sign this"),
        ("A point", "A fine point"),
        ("**12**", "**13**"),
        ("p. 7", "p. 8"),
        ("1979", "1980"),
        ("it begins", "it began"),
        ("*stress*", "**stress**"),
        ("Alt", "Other words"),
        ("Caption", "Another"),
        ("- A point. [@a]", "- A point."),
    ],
)
def test_any_word_that_changes_changes_it(tmp_path, typed, other):
    assert ARTICLE.count(typed) == 1
    assert digest(tmp_path, ARTICLE.replace(typed, other)) != digest(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"sources": "# A note.\n" + SOURCES},
        {"sources": SOURCES + "unused:\n  title: B\n"},
        {"sources": SOURCES + "  own: yes\n"},
        {"article": ARTICLE.replace("::: figures", "\n<!-- A note. -->\n\n::: figures")},
        {"article": ARTICLE.replace("The right one?", "No.")},
        {"article": ARTICLE.replace("date:", "approved: {by: A, on: 2021-09-02}\ndate:")},
        {"sources/a_txt": "Captured words."},
        {"sources/a_txt": "Captured words.", "sources": SOURCES + "  embed: full\n"},
    ],
)
def test_what_is_not_printed_does_not(tmp_path, change):
    assert digest(tmp_path / "a", **change) == digest(tmp_path / "b")


@pytest.mark.parametrize(
    "change",
    [
        {"sources": SOURCES.replace("title: A", "title: B")},
        {"sources": SOURCES + "  pages: 7\n"},
        {"a_png": picture(size=(40, 31))},
    ],
)
def test_sources_and_pictures_are_in_it(tmp_path, change):
    assert digest(tmp_path, **change) != digest(tmp_path)


def test_it_is_the_same_tomorrow():
    text = Element("p", ("a",), {}, Position("briefing.md", 3))
    briefing = replace(
        SAMPLE,
        sections=(replace(SECTIONS[1], blocks=(text,)),),
        pictures={"a.png": Picture("a.png", b"\0", "PNG", 1, 1)},
        corrections=(),
        postcard=(),
    )
    assert content_hash(briefing) == "c8b5b943da4824190f9d0edb171a00e71c37589adb034eb62cbf858fc9f97b03"


PRESENT = "(?:content|claims): ([0-9a-f]{64})"


def approved(folder, content):
    line = f", content: '{content}'" if content else ""
    article = f"---\ntitle: Title\nlanguage: en-GB\napproved: {{by: A, on: 2020-01-01{line}}}\n---\nText.\n"
    reading = read_folder(write(folder, {"briefing.md": article}))
    assert told(reading.diagnostics) == []
    return check(reading.briefing)


def test_what_is_said_of_an_approval(tmp_path):
    [without] = approved(tmp_path, "")
    present, claims = (re.search(PRESENT, line)[1] for line in without.details)
    assert str(without) == (
        "briefing.md:4:11  note  approval-without-hash\n  The approval does not say which text was approved.\n"
        f"    content: {present}\n    claims: {claims}\n"
        "  If it was this one, copy these lines into the field approved, below by and on."
    )
    assert told(approved(tmp_path, present.upper())) == [
        f"briefing.md:4:11  note  approved\n  This is the text that was approved: content: {present}"
    ]
    assert told(approved(tmp_path, "0" * 64)) == [
        "briefing.md:4:11  open  approval-lapsed\n  The text changed since it was approved.\n"
        f"    content: {present}\n    claims: {claims}\n"
        "  Let it be read and approved again, then put these lines in the place of the old two."
    ]


def test_an_approval_is_not_part_of_what_is_approved():
    other = Approval("Somebody else", date_from_edtf("2022"), "0" * 64)
    assert content_hash(replace(SAMPLE, masthead=replace(SAMPLE.masthead, approved=other))) == content_hash(SAMPLE)
