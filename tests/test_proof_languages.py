"""Briefings in eighty languages: copied out, spoken and shown as they were typed, letter for letter.

The texts are in udhr.toml; a further language is a further line there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from unicodedata import category, is_normalized, name

import pytest
from conforming import assert_conforming
from language_tools import (
    ARTICLES,
    PREAMBLES,
    article,
    built,
    copied,
    folded,
    glyph_faults,
    marked,
    rejoined,
    script_of,
    spoken,
    texts_of,
    title_of,
    unread,
    words_of,
)

import briefing

RIGHT_TO_LEFT = tuple(language for language in ARTICLES if script_of(language) in ("Arab", "Hebr"))
READ_AT_LEAST = 0.98
"""Share of the words of a text from right to left that pdfium has to read."""
EXCEPTIONS: Mapping[str, Mapping[str, str]] = {}
"""Of languages from right to left: words that pdfium does not read as they were typed, each with the cause."""

LETTERS = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Jpan": "HIRAGANA CJK",
    "Khmr": "KHMER",
    "Kore": "HANGUL",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mymr": "MYANMAR",
    "Sinh": "SINHALA",
    "Taml": "TAMIL",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
}
"""How the names of the letters of a script begin."""

_OFTEN = {script_of(language): language for language in reversed(ARTICLES)}
every_language = pytest.mark.parametrize(
    "language",
    [
        pytest.param(language, marks=() if _OFTEN[script_of(language)] == language else pytest.mark.slow)
        for language in ARTICLES
    ],
)
"""The first of each script always, the others among the slow tests."""


Maker = Callable[[str], bytes]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Builds the article of a language, once."""

    @cache
    def make(language: str) -> bytes:
        first, *further = texts_of(language)
        paragraphs = [first, *further[:-1], marked(further[-1])]
        return built(tmp_path_factory.mktemp(language), language, article(language, title_of(first), *paragraphs))

    return make


def typed(language: str) -> list[str]:
    """Title and paragraphs."""
    return [title_of(ARTICLES[language]), *texts_of(language)]


# The texts themselves.


def test_every_script_is_there():
    assert {script_of(language) for language in ARTICLES} == set(LETTERS)
    assert set(PREAMBLES) <= set(ARTICLES)
    assert {"ar", "fa-AF", "he"} <= set(RIGHT_TO_LEFT)


@pytest.mark.parametrize("language", ARTICLES)
def test_a_text_is_what_it_says(language):
    for text in texts_of(language):
        letters = [each for each in text if category(each).startswith("L")]
        beginnings = tuple(LETTERS[script_of(language)].split())
        assert is_normalized("NFC", text) and text == " ".join(text.split())
        assert 40 <= len(text) <= 400
        assert all(name(each).startswith((*beginnings, "MODIFIER")) for each in letters)
        assert set(text) & set("\"'*_`[]<>#&\\") == set()


# What readers get.


@every_language
def test_copied_text_is_the_typed_one(made, language):
    expected = words_of(" ".join(typed(language)), language)
    read = rejoined(words_of(copied(made(language)), language), expected)
    if language not in RIGHT_TO_LEFT:
        assert read == expected
        return
    missing = unread(expected, read)
    assert set(missing) == set(EXCEPTIONS.get(language, {}))
    assert len(missing) <= (1 - READ_AT_LEAST) * len(expected)
    assert missing or read == expected


@every_language
def test_every_glyph_is_in_its_font_and_has_a_text(made, language):
    assert list(glyph_faults(made(language))) == []


@every_language
def test_a_screen_reader_is_told_the_typed_text_in_its_order(made, language):
    assert spoken(made(language)) == [folded(text) for text in typed(language)]


@every_language
def test_the_file_conforms(made, language):
    assert_conforming(made(language), thorough=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_verify_speaks_the_typed_text(made, tmp_path, language):
    path = tmp_path / "made.pdf"
    path.write_bytes(made(language))
    title, *paragraphs = typed(language)
    said = [folded(line.replace("Link: ", "")) for line in briefing.verify(path).speech]
    assert said == [folded(line) for line in (f"Heading level 1: {title}", *paragraphs)]
