"""What a language means for the words of the template: warned of, and marked as English."""

from __future__ import annotations

from pathlib import Path

import pytest
from approving import besides_sign_off
from markupsafe import Markup, escape

import briefing
from briefing.model import Element
from briefing.templating import language_problems, load_template, render
from briefing.templating.words import Words

FIELDS = "authors: [Ann Bauer, Bob]\ndate: 2024-03-03\n"


def article(folder: Path, language: str) -> Path:
    text = f"---\ntitle: Titel\nlanguage: {language}\n{FIELDS}---\nText.\n"
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return besides_sign_off(briefing.check(folder))


@pytest.mark.parametrize(
    ("language", "name"),
    [("it", "Italian"), ("pt-BR", "Portuguese"), ("cy-GB", "Welsh"), ("tlh", "Klingon"), ("haw", "Hawaiian")],
)
def test_a_language_without_words_is_warned_of_once(tmp_path, language, name):
    assert told(article(tmp_path, language)) == [
        "briefing.md:3:11  warning  untranslated\n"
        f"  The words of the template are not translated into {name} yet: "
        "headings such as “Contact” come out in English.\n"
        "  They are marked as English, for those who listen."
    ]
    assert [each.id for each in briefing.build(tmp_path, tmp_path / "a.pdf").diagnostics] == [
        "not-approved",
        "voters-unanswered",
        "untranslated",
    ]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_english_has_every_word(tmp_path, language):
    assert told(article(tmp_path, language)) == []


@pytest.mark.parametrize("language", ["ar", "ar-MA", "de-AT", "es-MX", "fa", "fa-AF", "prs", "fr-CA", "ps", "ur-IN"])
def test_these_have_every_word(tmp_path, language):
    found = briefing.load(article(tmp_path, language)).briefing
    assert list(language_problems(found)) == []


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        (
            44,
            "Some words of the template are not translated into Dari yet, or were translated from older ones: "
            "“Word 44” and “Word 45” come out in English.",
        ),
        (
            45,
            "Some words of the template are not translated into Dari yet, or were translated from older ones: "
            "“Word 45” comes out in English.",
        ),
        (
            1,
            "Some words of the template are not translated into Dari yet, or were translated from older ones: "
            "“Word 1”, “Word 2”, “Word 3”, “Word 4”, “Word 5” and 40 more come out in English.",
        ),
    ],
)
def test_words_that_are_missing_are_named(tmp_path, monkeypatch, kept, message):
    english = {f"w{number:02}": f"Word {number}" for number in range(46)}
    own = dict(list(english.items())[:kept])
    words = Words(own, english, "prs")
    monkeypatch.setattr("briefing.templating.missing_words.read_words", lambda folder, language: words)
    (problem,) = language_problems(briefing.load(article(tmp_path, "prs")).briefing)
    assert problem.message == message


@pytest.mark.parametrize(
    ("language", "date"), [("ur", "۳ مارچ، ۲۰۲۴"), ("ur-u-nu-latn", "3 مارچ، 2024"), ("prs", "۳ مارچ ۲۰۲۴")]
)
def test_a_tag_may_ask_for_other_digits(tmp_path, language, date):
    found = briefing.load(article(tmp_path, language)).briefing
    assert date in render(found, load_template("briefing"))


@pytest.mark.parametrize("language", ["ur-u", "ur-u-", "u-nu-latn", "ur--latn"])
def test_half_a_tag_is_refused(tmp_path, language):
    assert told(article(tmp_path, language)) == [
        "briefing.md:3:11  error  wrong-kind\n"
        "  language takes a language tag, such as en-GB.\n"
        "  For instance: language: en-GB"
    ]


def test_a_name_is_not_marked_as_english(tmp_path):
    found = briefing.load(article(tmp_path, "it")).briefing
    line = '<span lang="en">By <span lang="it">Ann Bauer, Bob</span></span> · 3 marzo 2024'
    assert line in render(found, load_template("briefing"))


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Contact", '<span lang="en">Contact</span>'),
        (
            "page {a} of {b}",
            '<span lang="en">page <span lang="cy">1</span> of <span lang="cy">&lt;2&gt;</span></span>',
        ),
        ("“{a}”", "“1”"),
        ("{a} & so", '<span lang="en"><span lang="cy">1</span> &amp; so</span>'),
    ],
)
def test_english_words_are_marked_and_what_is_filled_in_is_not(text, markup):
    assert Words({}, {"word": text}, "cy")["word"].format(a=1, b="<2>") == markup


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("24 באוגוסט", '<span lang="he" dir="rtl">24 באוגוסט</span>'),
        ("3-9", '<span lang="he">3-9</span>'),
        (Markup('<span dir="ltr">Jane</span>'), '<span lang="he"><span dir="ltr">Jane</span></span>'),
    ],
)
def test_an_english_phrase_is_one_piece_in_a_text_from_right_to_left(value, marked):
    words = Words({}, {"word": "As of {date}, so", "other": "Other"}, "he")
    assert words["word"].format(date=value) == f'<span lang="en" dir="ltr">As of {marked}, so</span>'
    assert escape(words["word"]) == '<span lang="en" dir="ltr">As of {date}, so</span>'
    assert words["other"] == '<span lang="en" dir="ltr">Other</span>'
    assert words.nodes("other") == (Element("span", ("Other",), {"lang": "en", "dir": "ltr"}),)


@pytest.mark.parametrize("language", ["zz", "und", "zzx-Latn"])
def test_a_tag_of_no_language_is_told(tmp_path, language):
    assert [each for each in told(article(tmp_path, language)) if "untranslated" in each] == [
        "briefing.md:3:11  warning  untranslated\n"
        f'  No language is known by the tag "{language}": headings such as “Contact” come out in English.\n'
        "  Write the tag of a language, such as cy for Welsh or fa-AF for Dari."
    ]


def test_own_words_are_not_marked():
    words = Words({"contact": "Kontakt"}, {"contact": "Contact", "about": "About us"}, "de")
    assert words["contact"] == "Kontakt"
    assert words.missing == ("about",)
