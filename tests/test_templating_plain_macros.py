"""Macros that say the same of the same: which they are, and that what is remembered of them is no other document's."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.memory import Memory
from briefing.model import Briefing
from briefing.reading import read_folder
from briefing.resources import templates_folder
from briefing.templating import load_template, render
from briefing.templating.page import Page
from briefing.templating.plain_macros import PLAIN_NAMES, remember_plain_macros
from briefing.templating.sandbox import Sandbox
from briefing.templating.template import _sandbox
from briefing.templating.words import read_words


def remembered(text: str) -> list[str]:
    """Names of the macros of a template that are remembered."""
    sandbox: Sandbox = _sandbox(templates_folder() / "briefing")
    template = sandbox.parse(text)
    remember_plain_macros(template, "own.html")
    return [
        macro.name
        for macro in template.body
        if hasattr(macro, "args") and type(macro.body[0]).__name__ == "CallBlock" and not macro.body[0].args
    ]


def test_what_says_a_source_or_the_petition_is_remembered() -> None:
    parts = (templates_folder() / "briefing" / "parts.html").read_text(encoding="utf-8")
    assert remembered(parts) == [
        "names",
        "dotted",
        "addressed",
        "petition_address",
        "petition_code",
        "beside_code",
        "reference",
        "short_reference",
        "reference_again",
        "work",
        "within",
        "whereabouts",
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("{% macro m(a) %}{{ a }}{{ words.sources }}{% endmacro %}", ["m"], id="words"),
        pytest.param("{% macro m(a) %}{{ briefing.licence }}{% endmacro %}", [], id="the briefing"),
        pytest.param("{% macro m(a) %}{{ inline(a) }}{% endmacro %}", [], id="numbers grow"),
        pytest.param("{% macro m(a) %}{{ caller() }}{% endmacro %}", [], id="a block of the caller"),
        pytest.param("{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}n{% endmacro %}", ["m", "n"], id="another"),
        pytest.param(
            "{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}{{ draft }}{% endmacro %}", [], id="its sins"
        ),
        pytest.param("{% macro m(a) %}{% set b = a %}{{ b }}{% endmacro %}", ["m"], id="a name of its own"),
        pytest.param(
            "{% macro m(a) %}{% if a %}{% set draft = a %}{% endif %}{{ draft }}{% endmacro %}", [], id="maybe"
        ),
        pytest.param("{% set b = 1 %}{% macro m() %}{{ b }}{% endmacro %}", [], id="a name of the template"),
        pytest.param("{% macro m() %}{% include 'x.html' %}{% endmacro %}", [], id="another file"),
        pytest.param("{% macro m() %}{{ n() }}{% endmacro %}{% import 'x.html' as n %}", [], id="an imported name"),
        pytest.param("{% macro m() %}{{ n() }}{% endmacro %}{% from 'x.html' import y as n %}", [], id="from a file"),
        pytest.param("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}", [], id="itself"),
        pytest.param("{% macro m() %}1{% endmacro %}{% macro m() %}{{ draft }}{% endmacro %}", [], id="made twice"),
        pytest.param(
            "{% macro words() %}{{ draft }}{% endmacro %}{% macro m() %}{{ words() }}{% endmacro %}",
            ["m"],
            id="in the place of a word",
        ),
    ],
)
def test_what_names_something_of_the_document_is_not(text: str, plain: list[str]) -> None:
    assert remembered(text) == plain


@pytest.fixture
def briefing(example: Path) -> Briefing:
    found = read_folder(example).briefing
    assert found
    return found


def test_plain_names_are_names_of_a_page(briefing: Briefing) -> None:
    page = Page(briefing, read_words(templates_folder() / "words", "en"))
    assert page.names().keys() >= PLAIN_NAMES


OWN = "{% macro m(a) %}<p>{{ a }} {{ words.sources }}</p>{% endmacro %}"


def filled(folder: Path, text: str, briefing: Briefing, memory: Memory) -> str:
    (folder / "document.html").write_text(text, encoding="utf-8")
    return render(briefing, load_template(str(folder)), memory=memory)


def test_a_template_that_has_other_words_keeps_them(tmp_path: Path, briefing: Briefing) -> None:
    memory = Memory()
    (tmp_path / "own.html").write_text(OWN, encoding="utf-8")
    (tmp_path / "document.html").write_text(
        "{% import 'own.html' as own with context %}{{ own.m('a') }}"
        "{% set words = {'sources': 'Works'} %}{% import 'own.html' as own with context %}{{ own.m('a') }}",
        encoding="utf-8",
    )
    template = load_template(str(tmp_path))
    for _ in range(2):
        assert render(briefing, template, memory=memory) == "<p>a Sources</p><p>a Works</p>"


def test_markup_is_not_taken_for_the_same_letters(tmp_path: Path, briefing: Briefing) -> None:
    text = OWN + "{% set typed = '<b>' %}{{ m(typed) }}{{ m(typed | safe) }}{{ m(1) }}{{ m(true) }}"
    said = filled(tmp_path, text, briefing, Memory())
    assert said == "<p>&lt;b&gt; Sources</p><p><b> Sources</p><p>1 Sources</p><p>True Sources</p>"


def test_what_is_remembered_is_paid_for(tmp_path: Path, briefing: Briefing) -> None:
    (tmp_path / "document.html").write_text(OWN + "{{ m('a' * 1000) }}", encoding="utf-8")
    template, memory, left = load_template(str(tmp_path)), Memory(), []
    for _ in range(3):
        render(briefing, template, memory=memory)
        left.append(template.sandbox._left)
    assert len(set(left)) == 1
