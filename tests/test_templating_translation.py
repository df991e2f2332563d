"""What a language means for the words of the template: warned of, marked as English, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.templating import load_template, render
from briefing.templating.words import Words

FIELDS = "authors: [Ann Bauer, Bob]\ndate: 2024-03-03\n"


def article(folder: Path, language: str) -> Path:
    text = f"---\ntitle: Titel\nlanguage: {language}\n{FIELDS}---\nText.\n"
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [str(each) for each in briefing.check(folder)]


@pytest.mark.parametrize(
    ("language", "name"), [("de", "German"), ("de-AT", "German"), ("cy", "Welsh"), ("zzx", "zzx"), ("haw", "Hawaiian")]
)
def test_a_language_without_words_is_warned_of_once(tmp_path, language, name):
    assert told(article(tmp_path, language)) == [
        "briefing.md:3:11  warning  untranslated\n"
        f"  The words of the template are not translated into {name} yet: "
        "headings such as “Contact” come out in English.\n"
        "  They are marked as English, for those who listen."
    ]
    assert [each.id for each in briefing.build(tmp_path, tmp_path / "a.pdf").diagnostics] == ["untranslated"]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_english_has_every_word(tmp_path, language):
    assert told(article(tmp_path, language)) == []


@pytest.mark.parametrize(
    ("language", "name"), [("ar", "Arabic"), ("fa-AF", "Persian"), ("he", "Hebrew"), ("az-Arab", "Azerbaijani")]
)
def test_a_language_from_right_to_left_is_refused_whatever_its_letters(tmp_path, language, name):
    assert told(article(tmp_path, language)) == [
        "briefing.md:3:11  error  right-to-left\n"
        f"  A briefing in {name} is written from right to left, and such an edition cannot be set yet.\n"
        "  Make the editions in other languages; this one has to wait."
    ]


def test_a_name_is_not_marked_as_english(tmp_path):
    found = briefing.load(article(tmp_path, "de")).briefing
    assert '<span lang="en">By</span> Ann Bauer, Bob · 3. März 2024' in render(found, load_template("briefing"))


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Contact", '<span lang="en">Contact</span>'),
        ("page {a} of {b}", '<span lang="en">page</span> 1 <span lang="en">of</span> &lt;2&gt;'),
        ("“{a}”", "“1”"),
        ("By {a}.", '<span lang="en">By</span> 1.'),
        ("{a} & {b}: so", '1 &amp; &lt;2&gt;<span lang="en">: so</span>'),
    ],
)
def test_only_the_words_are_marked_as_english(text, markup):
    assert Words({}, {"word": text})["word"].format(a=1, b="<2>") == markup


def test_own_words_are_not_marked():
    words = Words({"contact": "Kontakt"}, {"contact": "Contact", "about": "About us"})
    assert words["contact"] == "Kontakt"
    assert words.missing == ("about",)
