"""The pages that the import is measured by agree with their gold, and the measure measures."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from gold_pages import (
    FOLDER,
    RECALL,
    Difference,
    Page,
    Score,
    common_in_order,
    differences,
    measured,
    pages,
    score,
    words,
)
from hypothesis import given
from hypothesis import strategies as st

LARGEST = 60_000
COUNTS = ("headings", "lists", "tables", "images", "links")
REQUIRED = {"kind", "title", "authors", "language", "encoding", "quotations"}
WITHIN_WORDS = {"a", "b", "em", "i", "span", "strong", "sup"}
UNREAD = {"script", "style", "title", "noscript", "template"}

every_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)


class _Text(HTMLParser):
    """All that a page says, with the text that stands only in JSON-LD after the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.bodies: list[str] = []
        self._inside: list[str] = []
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._data = ("type", "application/ld+json") in attrs
        if tag in UNREAD:
            self._inside.append(tag)
        else:
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()
        else:
            self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in WITHIN_WORDS:
            self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if self._inside == ["script"] and self._data:
            self.bodies += re.findall(r'"articleBody":("(?:[^"\\]|\\.)*")', data)
        elif not self._inside:
            self.said.append(data)


def text_of(page: Page) -> str:
    reader = _Text()
    reader.feed(page.text)
    reader.close()
    return "".join(reader.said) + " ".join(json.loads(body) for body in reader.bodies)


@every_page
def test_every_word_of_the_gold_stands_in_the_page_in_order(page):
    gold, said = words(page.gold), words(text_of(page))
    assert common_in_order(gold, said) == len(gold)


@every_page
def test_the_page_says_more_than_its_article(page):
    assert score(page.gold, text_of(page)).ordered_precision < 0.99


@every_page
def test_the_gold_is_as_long_as_an_article_and_begins_with_its_title(page):
    assert 240 <= len(words(page.gold)) <= 900
    assert words(page.gold)[: len(words(page.facts["title"]))] == words(page.facts["title"])


@every_page
def test_a_page_is_small_and_of_the_encoding_that_is_noted(page):
    assert len(page.html) <= LARGEST
    assert "\ufffd" not in page.text
    assert page.text.encode(page.facts["encoding"]) == page.html


@every_page
def test_the_notes_on_a_page_are_complete(page):
    facts = page.facts
    assert set(facts) - REQUIRED - {"date", "site", *COUNTS} == set()
    assert set(facts) >= REQUIRED
    assert all(isinstance(facts[name], int) for name in COUNTS if name in facts)
    assert type(facts.get("date", dt.date.min)) is dt.date


@every_page
def test_quotations_stand_in_the_gold_and_their_speakers_in_the_page(page):
    for quotation in page.facts["quotations"]:
        assert quotation["words"] in page.gold
        assert quotation["speaker"].casefold() in text_of(page).casefold()


@every_page
def test_authors_and_site_are_named_by_the_page(page):
    named = [*page.facts["authors"], *([page.facts["site"]] if "site" in page.facts else [])]
    said = " ".join(words(unescape(page.text)))
    assert [name for name in named if " ".join(words(name)) not in said] == []


def test_each_page_has_its_gold_and_its_notes():
    named = sorted(path.stem for path in FOLDER.glob("*.html"))
    assert named == sorted(path.stem for path in FOLDER.glob("*.txt")) == [page.name for page in pages()]
    assert len(named) >= 40


def test_the_pages_are_of_many_languages_and_encodings():
    languages = {page.facts["language"].partition("-")[0] for page in pages()}
    assert languages == {"ar", "de", "el", "en", "es", "fa", "fr", "ja", "ru", "ur", "zh"}
    assert len({page.facts["encoding"] for page in pages()}) >= 8


def test_a_word_is_a_run_of_letters_or_one_ideograph():
    found = words("4,300 tenants, co\u00adops; 老城 A_b, می‌دانم")
    assert found == ["4", "300", "tenants", "coops", "老", "城", "A", "b", "می", "دانم"]


def test_recall_and_precision_count_words_and_their_order():
    assert score("a b c d", "a b c d") == Score(1, 1, 1, 1)
    assert score("a b c d", "c d a b x") == Score(1, 0.8, 0.5, 0.4)
    assert score("a b c d", "") == Score(0, 0, 0, 0)
    assert score("a a", "a") == Score(0.5, 1, 0.5, 1)


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_the_common_words_in_order_are_as_many_as_the_plain_table_says(one, other):
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    assert common_in_order(one, other) == table[-1][-1]


def test_differences_say_what_was_lost_and_what_was_kept():
    assert list(differences("a b c d", "a x c d e")) == [Difference("b", "x"), Difference("", "e")]


def test_a_report_gives_medians_and_the_worst_pages_first():
    found = measured(lambda page: page.gold if page.name != "interview" else "nothing of it")
    assert found.medians == Score(1, 1, 1, 1)
    assert found.worst[0] == "interview"
    assert str(found).splitlines()[:3] == [
        "                          recall  precision  in order  in order",
        "median                     1.000      1.000     1.000     1.000",
        "interview                  0.000      0.000     0.000     0.000",
    ]
    assert found.medians.recall >= RECALL
