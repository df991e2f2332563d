"""The letters of notes by language, and the digits and signs of what a template numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from templating_sample import MASTHEAD, SAMPLE

from briefing.model import Element, plain_text, walk
from briefing.templating import load_template, parse_html, render
from briefing.templating.note_letters import note_letter


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("en-GB", "a b z aa ba"),
        ("el", "α β αβ αγ βε"),
        ("ru", "а б ае аж бр"),
        ("sr-Latn", "a b z aa ba"),
        ("uz-Cyrl", "а б ае аж бр"),
        ("he-IL", "א ב אד אה בט"),
        ("hi", "a b z aa ba"),
    ],
)
def test_letters(language: str, letters: str) -> None:
    spelled = [note_letter(index, language) for index in (0, 1, 25, 26, 52)]
    assert " ".join(spelled) == letters


@pytest.mark.parametrize(
    ("language", "first", "after_the_last"),
    [
        ("ar", "أ ب ج د هـ", "أ\u200cأ"),
        ("fa-AF", "الف ب پ ت ث", "الف\u200cالف"),
        ("ps", "الف ب پ ت ټ", "الف\u200cالف"),
        ("ur", "الف ب پ ت ٹ", "الف\u200cالف"),
    ],
)
def test_arabic_letters_do_not_join(language: str, first: str, after_the_last: str) -> None:
    spelled = [note_letter(index, language) for index in range(60)]
    assert " ".join(spelled[:5]) == first
    assert after_the_last in spelled
    assert len(set(spelled)) == 60


def document(language: str) -> Element:
    briefing = replace(SAMPLE, masthead=replace(MASTHEAD, language=language))
    return parse_html(render(briefing, load_template("briefing")))


def texts(tree: Element, name: str) -> list[str]:
    return [plain_text(each) for each in walk(tree) if name in each.classes]


def test_numbers_letters_and_signs_are_those_of_the_language() -> None:
    english, dari, urdu = (document(tag) for tag in ("en", "fa-AF", "ur"))
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for name in ("citation", "number"):
        assert texts(dari, name)
        assert [text.replace(",", "،") for text in texts(english, name)] == [
            text.translate({value: chr(key) for key, value in digits.items()}) for text in texts(dari, name)
        ]
    assert set(texts(english, "citations")) == {"; "}
    assert set(texts(dari, "citations")) == {"؛ "}
    assert texts(dari, "noteref") == ["الف"]
    assert all(each.get("href").isascii() for each in walk(dari) if "noteref" in each.classes)
    assert all(text.strip().endswith(("۔", "؟", "!", ".", "?")) for text in texts(urdu, "source"))
    assert any("۔" in text for text in texts(urdu, "source"))
