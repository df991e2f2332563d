"""The small helpers that a template has."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from templating_sample import SAMPLE, date, place

from briefing.model import Date, Source
from briefing.resources import templates_folder
from briefing.templating.page import Page, at, day, ended, linked, numbered, short_address, source_name
from briefing.templating.words import read_words


@pytest.mark.parametrize(
    ("address", "words", "link"),
    [
        ("https://example.org/", "", '<a href="https://example.org/">example.org</a>'),
        ("https://example.org/a?b=1&c='2'", "", None),
        ("HTTP://Example.org", "", '<a href="HTTP://Example.org">Example.org</a>'),
        ("https://example.org", "sign here", '<a href="https://example.org">sign here</a>'),
        ("www.example.org", "", '<a href="https://www.example.org">www.example.org</a>'),
        ("example.org/sign", "", '<a href="https://example.org/sign">example.org/sign</a>'),
        ("desk@example.org", "", '<a href="mailto:desk@example.org">desk@example.org</a>'),
        ("mailto:desk@example.org", "", '<a href="mailto:desk@example.org">desk@example.org</a>'),
        ("020 7946 0000", "", "020 7946 0000"),
        ("1 Example Road <b>", "", "1 Example Road &lt;b&gt;"),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        ("data:text/html,x", "x", "x"),
        ("https://exa mple.org", "", "exa mple.org"),
        ("version 1.2", "", "version 1.2"),
        ("", "", ""),
    ],
)
def test_linked(address: str, words: str, link: str | None) -> None:
    expected = (
        link
        if link is not None
        else ('<a href="https://example.org/a?b=1&amp;c=&#39;2&#39;">example.org/a?b=1&amp;c=&#39;2&#39;</a>')
    )
    assert linked(address, words) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sign", "Sign."),
        ("Sign.", "Sign."),
        ("Will you?", "Will you?"),
        ("“Sign!”", "“Sign!”"),
        ("(Sign.)", "(Sign.)"),
        (Markup("\n<cite>Over?</cite>\n"), Markup("<cite>Over?</cite>")),
        (Markup("<cite>Over</cite> "), Markup("<cite>Over</cite>.")),
    ],
)
def test_ended(sentence: str, expected: str) -> None:
    assert ended(sentence) == expected
    assert isinstance(ended(sentence), Markup) is isinstance(sentence, Markup)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source("k", place(1), publisher="UNHCR", container="Notes", authors=("A",)), "UNHCR"),
        (Source("k", place(1), type="article-newspaper", container="The Post", authors=("A",)), "The Post"),
        (Source("k", place(1), type="webpage", container="Briefing notes", authors=("UNHCR", "UN")), "UNHCR"),
        (Source("k", place(1), container="The Post"), "The Post"),
        (Source("k", place(1), title="A title"), "A title"),
        (Source("k", place(1)), "k"),
    ],
)
def test_source_name(source: Source, name: str) -> None:
    assert source_name(source) == name


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date("2021-09-02", "2 September 2021"), "2021-09-02"),
        (date("2021", "2021"), "2021"),
        (date("198X", "1980s"), ""),
        (None, ""),
    ],
)
def test_day(value: Date | None, expected: str) -> None:
    assert day(value) == expected


def test_small_helpers() -> None:
    assert at(place(3)) == ' data-at="briefing.md:3:1"'
    assert at(None) == ""
    assert short_address("mailto:a@b.org") == "a@b.org"
    assert [number for number, _ in numbered(SAMPLE.sections, "4", "en")] == ["4.1", "4.2"]


def test_cite_gives_one_group() -> None:
    page = Page(SAMPLE, read_words(templates_folder() / "words", "en"))
    assert page.cite(["unhcr", "history"]) == (
        '<a class="citation" href="#source-unhcr">1</a><span class="citations">,</span>'
        '<a class="citation" href="#source-history">2</a>'
    )
