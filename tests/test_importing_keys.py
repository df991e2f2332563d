"""Keys of sources that have none are short, can be typed, and are told apart."""

from __future__ import annotations

import re

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Position
from briefing.importing.keys import Keys
from briefing.reading.body import read_inline
from briefing.reading.events import Reference
from briefing.reading.fields import KEY_PATTERN

HERE = Position("a.csv")


def key_of(url: str = "", words: str = "") -> str:
    return Keys(()).key(Reference(HERE, url, words))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("The New York Times, 3 May", "the-new-york"),
        ("El País", "el-pais"),
        ("Łódź", "łodz"),
        ("واشنگتن پست", "واشنگتن-پست"),
        ("بی\u200cبی\u200cسی", "بی-بی-سی"),
        ("الجَزيرة", "الجزيرة"),
        ("Новая газета", "новая-газета"),
        ("Η Καθημερινή", "η-καθημερινή"),
        ("新华社，北京", "新华社-北京"),
        ("הארץ", "הארץ"),
        ("!", "source"),
    ],
)
def test_words_make_a_key_in_their_own_letters(words: str, key: str):
    assert key_of(words=words) == key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://news.bbc.co.uk/1", "bbc"),
        ("https://www.gov.uk/a", "gov-uk"),
        ("https://www.gov.pl/", "gov-pl"),
        ("https://www.nhs.uk/a", "nhs"),
        ("https://localhost/a", "localhost"),
        ("https://www.xn--mnchen-3ya.de/", "munchen"),
        ("https://xn--d1abbgf6aiiy.xn--p1ai/", "президент"),
        ("https://xn--\udc80/", "xn"),
        ("https://[/", "source"),
    ],
)
def test_an_address_makes_a_key_of_the_name_of_its_site(url: str, key: str):
    assert key_of(url) == key


def test_who_a_source_is_of_stands_apart_from_what_it_is_called():
    keys = Keys(["bbc"])
    assert keys.key(Reference(HERE, "https://bbc.co.uk/a", "Kabul", "AFP")) == "bbc-2"
    assert keys.key(Reference(Position("a.csv", 9), "https://bbc.co.uk/a", "Kabul", "AFP")) == "bbc-2"
    assert keys.sources() == {"bbc-2": {"title": "Kabul", "container": "AFP", "url": "https://bbc.co.uk/a"}}


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.one_of(st.text(), st.text(st.characters(categories=["L", "M", "N", "Cf", "Zs"])))))
def test_whatever_a_source_is_called_its_key_can_be_cited(names: list[str]):
    keys = Keys(())
    made = [keys.key(Reference(HERE, words=name)) for name in names]
    assert len(set(made)) == len(set(names))
    for key in made:
        assert re.fullmatch(KEY_PATTERN, key)
        assert [each.key for each in read_inline(f"Words. [@{key}]", position=HERE, language="en").cited] == [key]
