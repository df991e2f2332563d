"""The worked example in Dari: the same briefing as the English one, thing by thing, and marked as what it is."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from briefing.checking import check
from briefing.model import plain_text, walk
from briefing.reading import read_folder
from briefing.templating import load_template, parse_html, render

EXEMPLAR = re.compile(r"[\s!()*,\-./:;@A-Za-z0-9\[\]^_#>|،؛؟«»٪٫٬\u0621-\u064a\u0654پچژکگی۰-۹\u200c…]*")
"""What may stand in the text: Persian letters and signs, the zero width non-joiner, and the signs of Markdown."""


@pytest.fixture(scope="module")
def english(example):
    return read_folder(example)


@pytest.fixture(scope="module")
def dari(example):
    return read_folder(example, language="fa-AF")


def documents(readings, template):
    return [parse_html(render(each.briefing, load_template(template), draft=True)) for each in readings]


def counted(tree):
    """How often each element of each class stands in a document, but for spans that only hold Latin text together."""
    elements = (each for each in walk(tree) if each.tag != "span" or not each.get("dir"))
    return Counter((each.tag, each.get("class")) for each in elements)


def test_nothing_is_said_of_it_but_that_it_has_to_be_checked(dari):
    assert [each.id for each in dari.diagnostics] == []
    found = check(dari.briefing, original=dari.original)
    assert [each.id for each in found if each.severity != "note"] == ["translation-unchecked", "petition-question"]


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_ids_links_and_sources_are_those_of_the_english_document_in_their_order(english, dari, template):
    one, other = documents((english, dari), template)
    for attribute in ("id", "href", "data-drawing", "data-qr", "data-fill"):
        found = [[each.get(attribute) for each in walk(tree) if each.get(attribute)] for tree in (one, other)]
        if attribute == "href":
            found = [Counter(each) for each in found]
        assert found[0] == found[1], attribute


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_there_is_as_much_of_everything(english, dari, template):
    one, other = (counted(tree) for tree in documents((english, dari), template))
    more, fewer = other - one, one - other
    assert more == Counter({("p", "translation-mark"): 2, ("p", "translators"): 1})
    assert not fewer


def test_every_page_says_in_both_languages_that_a_machine_made_it(dari):
    (document,) = documents((dari,), "briefing")
    (footer,) = (each for each in walk(document) if each.tag == "footer")
    assert footer.get("data-on") == "all"
    halves = [each for each in walk(footer) if "translation-mark" in each.classes]
    assert [(each.get("lang"), each.get("dir")) for each in halves] == [("fa-AF", "rtl"), ("en-GB", "ltr")]
    assert plain_text(halves[1]) == "Machine-made translation from English, to be checked by a speaker of Dari"
    assert all(word in plain_text(halves[0]) for word in ("ماشینی", "انگلیسی", "دری"))


def test_no_word_of_the_document_is_left_in_english(dari):
    (document,) = documents((dari,), "briefing")
    of_works = [part for each in walk(document) if _speaks_of_works(each) for part in walk(each)]
    english = [each for each in walk(document) if each.get("lang").startswith("en") and each not in of_works]
    assert [plain_text(each)[:12] for each in english] == ["Machine-made"]


def test_titles_of_english_works_are_english(dari):
    (document,) = documents((dari,), "briefing")
    entries = [each for each in walk(document) if "source" in each.classes]
    assert entries
    for entry in entries:
        [cite, *_] = [each for each in walk(entry) if each.tag == "cite"]
        assert [part.get("lang") for part in cite.children if not isinstance(part, str)] == ["en-GB"], plain_text(entry)


def _speaks_of_works(element):
    return not {"source", "figure-source"}.isdisjoint(element.classes)


def test_days_are_said_once(dari):
    (document,) = documents((dari,), "briefing")
    asks = [plain_text(each) for each in walk(document) if each.tag == "li" and "۱۰ سپتمبر ۲۰۲۱" in plain_text(each)]
    assert len(asks) == 2
    assert all(each.count("سپتمبر") == 1 for each in asks)


def test_names_and_numbers_are_in_persian_letters(example):
    text = (example / "briefing.fa-AF.md").read_text(encoding="utf-8")
    # The address of the postcard is one in London, in the letters that its post office reads.
    body = "".join(line for line in text.partition("\n---\n")[2].splitlines(keepends=True) if "{to=" not in line)
    odd = {character for character in body if not EXEMPLAR.fullmatch(character)}
    assert odd == set()
    latin = Counter(re.findall(r"(?<![\w@-])[A-Za-z]{2,}(?![\w-])", re.sub(r"\[(?:@|no source|\^)[^]]*\]", "", body)))
    assert set(latin) == {"UNHCR", "UNHRC", "Royal", "Military", "Academy"} | {
        "summary",
        "figures",
        "asks",
        "box",
        "timeline",
        "handout",
    }
    assert not re.search(r"(?<![\w-])[0-9]+(?![\w-])", re.sub(r"\[[^]]*\]", "", body))
