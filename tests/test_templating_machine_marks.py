"""What the pages of a translation say of it, and the names of languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from templating_sample import BARE, MASTHEAD

from briefing.checking import content_hash
from briefing.model import Approval, Translation, plain_text, walk
from briefing.model.dates import date_from_edtf
from briefing.model.language_names import language_name
from briefing.templating import load_template, parse_html, render, template_names
from briefing.templating.machine_marks import translation_marks

CHECKED = Approval("John Roe", date_from_edtf("2021-09-02"))
BY_MACHINE = Translation("briefing.md", "en-GB", machine=True)


def edition(language, translation):
    """A briefing in a language; a check is one of its text."""
    made = replace(BARE, masthead=replace(MASTHEAD, language=language), translation=translation)
    if translation is None or translation.checked is None:
        return made
    checked = replace(translation.checked, content=content_hash(made))
    return replace(made, translation=replace(translation, checked=checked))


def document(language, translation, template="briefing"):
    return parse_html(render(edition(language, translation), load_template(template)))


def paragraphs(tree, name):
    return [plain_text(each) for each in walk(tree) if name in each.classes]


def test_the_mark_stands_in_both_languages():
    own, its = translation_marks(edition("fa-AF", BY_MACHINE))
    assert (own.language, own.direction) == ("fa-AF", "rtl")
    assert all(word in own.text for word in ("انگلیسی", "دری"))
    assert its == (
        "en-GB",
        "ltr",
        "Machine-made translation from English, to be checked by a speaker of Dari",
    )


def test_a_language_without_these_words_says_it_once_in_english():
    assert translation_marks(edition("cy", replace(BY_MACHINE, language="is"))) == (
        ("en", "ltr", "Machine-made translation from Icelandic, to be checked by a speaker of Welsh"),
    )


@pytest.mark.parametrize("translation", [None, Translation("briefing.md", "en"), replace(BY_MACHINE, checked=CHECKED)])
def test_there_is_no_mark_on_what_a_person_made_or_checked(translation):
    assert translation_marks(edition("cy", translation)) == ()
    assert paragraphs(document("cy", translation), "translation-mark") == []


def test_there_is_a_mark_on_what_changed_after_a_check():
    made = edition("cy", replace(BY_MACHINE, checked=CHECKED))
    tree = parse_html(render(replace(made, licence="Other terms"), load_template("briefing")))
    assert len(paragraphs(tree, "translation-mark")) == 1
    assert paragraphs(tree, "translators") == ["Machine-made translation from Saesneg."]


@pytest.mark.parametrize("template", template_names())
def test_the_mark_stands_on_every_page(template):
    (footer,) = (each for each in walk(document("fa-AF", BY_MACHINE, template)) if each.tag == "footer")
    assert footer.get("data-on") == "all"
    assert [each.get("lang") for each in walk(footer) if "translation-mark" in each.classes] == ["fa-AF", "en-GB"]


@pytest.mark.parametrize(
    ("translation", "line"),
    [
        (BY_MACHINE, ["Machine-made translation from English."]),
        (
            replace(BY_MACHINE, checked=CHECKED),
            ["Machine-made translation from English. Translation checked by John Roe, 2 September 2021."],
        ),
        (Translation("briefing.md", "de", by="Jane Doe"), ["Translated from German by Jane Doe."]),
        (
            Translation("briefing.md", "de", by="Jane Doe", checked=CHECKED),
            ["Translated from German by Jane Doe. Translation checked by John Roe, 2 September 2021."],
        ),
        (Translation("briefing.md", "de", checked=CHECKED), ["Translation checked by John Roe, 2 September 2021."]),
        (Translation("briefing.md", "de"), []),
        (None, []),
    ],
)
def test_the_imprint_says_who_translated_and_who_checked(translation, line):
    assert paragraphs(document("en-GB", translation), "translators") == line


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("fa-AF", "en", "Dari"),
        ("prs", "en", "Dari"),
        ("fa-AF", "fa-AF", "دری"),
        ("fa", "de", "Persisch"),
        ("en-GB", "fr-CH", "anglais"),
        ("zh-Hant-TW", "en", "Chinese"),
        ("nl-BE", "en", "Flemish"),
        ("cy", "x-own", "Welsh"),
        ("cy", "tlh", "Welsh"),
        ("qaa", "en", "qaa"),
        ("no tag", "en", "no tag"),
    ],
)
def test_a_language_is_named_in_another(tag, language, name):
    assert language_name(tag, language) == name
