"""Finding, compiling and filling templates, and what is said when one is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from templating_sample import SAMPLE

from briefing import resources
from briefing.errors import TemplateError
from briefing.templating import load_template, parse_html, render, template_names
from briefing.templating.words import read_words


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a template of one's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def said(folder: Path, text: str) -> str:
    """What is said of a template with that text."""
    (folder / "document.html").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        render(SAMPLE, load_template(str(folder)))
    return str(caught.value)


def test_ours_are_found_by_name() -> None:
    assert template_names() == ("briefing", "handout", "leaflet", "postcard", "poster", "trifold")
    assert load_template("handout").folder == resources.templates_folder() / "handout"


@pytest.mark.parametrize("name", template_names())
def test_a_copied_folder_is_a_template(name: str, tmp_path: Path) -> None:
    shutil.copytree(resources.templates_folder() / name, tmp_path / "copy")
    copy = load_template(str(tmp_path / "copy"))
    assert copy.name == "copy"
    assert render(SAMPLE, copy) == render(SAMPLE, load_template(name))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("brefing", 'error  unknown-template\n  There is no template "brefing".\n  Did you mean briefing?'),
        (
            "no/such",
            'error  unknown-template\n  There is no template "no/such".\n'
            "  Templates are briefing, handout, leaflet, postcard, poster, trifold, or a folder with document.html.",
        ),
        (
            "\0",
            'error  unknown-template\n  There is no template "\0".\n'
            "  Templates are briefing, handout, leaflet, postcard, poster, trifold, or a folder with document.html.",
        ),
        (
            "x" * 5000,
            f'error  unknown-template\n  There is no template "{"x" * 5000}".\n'
            "  Templates are briefing, handout, leaflet, postcard, poster, trifold, or a folder with document.html.",
        ),
    ],
)
def test_a_template_that_is_not_there(name: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_template(name)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "<p>\n{% if %}",
            "own/document.html:2:1  error  template-syntax\n"
            "  The template cannot be read: Expected an expression, got 'end of statement block'.",
        ),
        (
            "<p>\n\n{{ masthed.title }}",
            "own/document.html:3:1  error  template-name\n"
            '  There is nothing called "masthed" that a template could use.',
        ),
        (
            "{{ masthead.titel }}",
            'own/document.html:1:1  error  template-name\n  Masthead has no "titel". Did you mean title?',
        ),
        (
            "{{ words.nothing }}",
            'own/document.html:1:1  error  template-name\n  Words has no "nothing".',
        ),
        (
            '\n{% include "other.html" %}',
            'own/document.html:2:1  error  template-file\n  The template asks for "other.html", which is not there.',
        ),
        (
            '{% include "../../../etc/passwd" %}',
            "own/document.html:1:1  error  template-file\n"
            '  The template asks for "../../../etc/passwd", which is not there.',
        ),
        (
            "{{ ''.__class__.__mro__ }}",
            "own/document.html:1:1  error  template-refused\n"
            "  The template does what it may not: access to attribute '__class__' of 'str' object is unsafe.",
        ),
        (
            "x\n{{ 1 / 0 }}",
            "own/document.html:2:1  error  template-refused\n  The template cannot be filled: division by zero.",
        ),
        (
            "{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}",
            "own/document.html:1:1  error  template-refused\n"
            "  The template cannot be filled: a macro calls itself without end.",
        ),
        (
            "{{ inline(briefing.sections[0].blocks[0].children) }}",
            "own/document.html:1:1  error  lost-notes\n"
            "  The template leaves out notes whose markers it prints.\n"
            "  Write {{ notes() }} after the blocks that may hold markers.",
        ),
        (
            "{{ inline(5) }}",
            "own/document.html:1:1  error  template-refused\n"
            "  The template cannot be filled: 'int' object is not iterable.",
        ),
        (
            "{% from 'parts.html' import nothing %}{{ nothing() }}",
            'own/document.html:1:1  error  template-file\n  The template asks for "parts.html", which is not there.',
        ),
    ],
)
def test_what_is_wrong_in_a_template_is_said_in_plain_words(own: Path, text: str, message: str) -> None:
    assert said(own, text) == message


def refused_at_1(words: str) -> str:
    return f"own/document.html:1:1  error  template-refused\n  The template does what it may not: {words}."


HUGE = refused_at_1("it would make 1,000,000,000 letters or items at once; 5,000,000 is the most")
WIDE = refused_at_1("it writes a value in a width of more than 999, or in one that is computed")
DIGITS = refused_at_1("it computes a number of more than a thousand digits")
ENDLESS = refused_at_1("it works for so long as if it had no end")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ 'x' * 1000000000 }}", HUGE),
        ("{{ 1000000000 * 'x' }}", HUGE),
        ("{{ [0] * 1000000000 }}", HUGE),
        ("{{ 'x'|center(1000000000) }}", HUGE),
        ("{{ 'x'.ljust(1000000000) }}", HUGE),
        ("{{ 'x'|indent(width=1000000000) }}", HUGE),
        ("{{ [1]|batch(1000000000, 'x')|list }}", HUGE),
        ("{{ ('x' * 100000)|replace('x', 'y' * 10000) }}", HUGE),
        ("{{ ('x' * 100000).replace('x', 'y' * 10000) }}", HUGE),
        ("{{ 1.5|round(500000000, 'ce') }}", HUGE),
        ("{{ '%1000000000d' % 1 }}", WIDE),
        ("{{ '%.1000f' % 1 }}", WIDE),
        ("{{ '%*d' % (1000000000, 1) }}", WIDE),
        ("{{ '%1000000000d'|format(1) }}", WIDE),
        ("{{ '{:1000000000}'.format(1) }}", WIDE),
        ("{{ '{:{}}'.format(1, 1000000000) }}", WIDE),
        ("{{ '{a:1000000000}'.format_map({'a': 1}) }}", WIDE),
        ("{{ 10 ** 1000000000 }}", DIGITS),
        ("{{ (2 ** 2000) * (2 ** 2000) }}", DIGITS),
        (
            "{{ range(1000000000) }}",
            refused_at_1("it asks for a range of 1,000,000,000 numbers; 100,000 is the most"),
        ),
        (
            "{% set ns = namespace(x='x') %}{% for a in range(90) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
            refused_at_1("it would make 8,388,608 letters or items at once; 5,000,000 is the most"),
        ),
    ],
)
def test_what_would_be_huge_is_refused_before_it_is_made(own: Path, text: str, message: str) -> None:
    assert said(own, text) == message


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% set all = range(90000) %}{% for a in all %}{% for b in all if false %}{% endfor %}{% endfor %}",
        "{% set all = range(90000) %}{% for a in all %}{% set b = all|list %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set ns = namespace(x='x') %}{% for a in range(90) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{% set ns = namespace(x='x') %}{% for a in range(90) %}"
        "{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}{% endfor %}",
        "{% set x %}{% for a in range(90000) %}" + "x" * 1000 + "{% endfor %}{% endset %}",
        "{% set ns = namespace(n=0) %}{% macro m() %}{% if ns.n < 9000 %}{% set ns.n = ns.n + 1 %}"
        "{% include ['again.html'] %}{% include 'again.html' %}{% endif %}{% endmacro %}"
        "{% for a in range(90000) %}{% include ['again.html'] %}{% include 'again.html' %}{{ m() }}{% endfor %}",
    ],
)
def test_what_has_no_end_is_stopped(own: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.templating.sandbox._ALLOWANCE", 1_000_000)
    (own / "again.html").write_text("", "utf-8")
    assert said(own, text) == ENDLESS


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ '=' * 3 }}{{ 3 * 4 }}{{ 2 ** 10 }}{{ 1 + 1 }}{{ [1] + [2] }}{{ 1.5 * 2 }}", "===1210242[1, 2]3.0"),
        ("{{ '%3d|%.2f' % (1, 2) }}{{ '%s %%'|format(5) }}{{ 7 % 4 }}", "  1|2.005 %3"),
        ("{{ '{:,} in {a:>4}'.format(400000000, a='x') }}", "400,000,000 in    x"),
        ("{{ 'a' ~ 1 ~ '<' }}{{ [1, 2]|join(', ') }}{{ 'x'|center(3) }}", "a1&lt;1, 2 x "),
        ("{% for a in range(9) if a % 4 == 0 %}{{ loop.index }}{{ a }} {% endfor %}", "10 24 38 "),
        ("{{ 400000000|round|int }}{{ 'a-b'.replace('-', '+') }}{{ 1000000 in [1] }}", "400000000a+bFalse"),
        ("{{ 'a'|replace('a', 'b')|upper }}{% set x %}<b>{% endset %}{{ x }}", "B<b>"),
    ],
)
def test_what_a_document_needs_is_computed(own: Path, text: str, made: str) -> None:
    (own / "document.html").write_text(text, "utf-8")
    assert render(SAMPLE, load_template(str(own))) == made


def test_each_document_has_an_allowance_of_its_own(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.templating.sandbox._ALLOWANCE", 1_000)
    (own / "document.html").write_text("{% for a in range(10) %}{{ a }}{% endfor %}", "utf-8")
    template = load_template(str(own))
    assert {render(SAMPLE, template) for _ in range(5)} == {"0123456789"}


def test_a_folder_without_its_document_is_no_template(own: Path) -> None:
    copy = "Copy the folder of one of our templates, briefing or handout, and change the copy."
    with pytest.raises(TemplateError) as caught:
        load_template(str(own))
    assert str(caught.value) == (
        f'error  unknown-template\n  The folder "{own}" holds no document.html, so it is no template.\n  {copy}'
    )
    (own / "theme.toml").write_text("", "utf-8")
    with pytest.raises(TemplateError) as caught:
        load_template(str(own / "theme.toml"))
    assert str(caught.value) == (
        f'error  unknown-template\n  "{own / "theme.toml"}" is a file; a template is a folder with document.html.\n'
        f"  {copy}"
    )


def test_a_mistake_in_an_imported_part_names_that_part(own: Path) -> None:
    (own / "mine.html").write_text("\n{% macro m() %}\n{{ nonsense }}\n{% endmacro %}", "utf-8")
    assert said(own, '{% import "mine.html" as mine %}{{ mine.m() }}').startswith("own/mine.html:3:1  error")


def test_a_template_that_is_not_utf_8(own: Path) -> None:
    (own / "document.html").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError) as caught:
        load_template(str(own))
    assert str(caught.value) == "own/document.html:1:1  error  template-file\n  A file of the template is not UTF-8."


def test_a_template_that_never_ends(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.templating.template.SIZE_LIMIT", 1_000_000)
    text = "{% for a in range(90000) %}{% for b in range(90000) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}"
    assert said(own, text) == (
        "own/document.html:1:1  error  too-long\n  The template writes more than 1 million characters."
    )


def test_content_is_never_compiled(own: Path) -> None:
    (own / "document.html").write_text("<p>{{ recipient.name }}</p>", "utf-8")
    made = render(SAMPLE, load_template(str(own)), recipient={"name": "{{ 7 * 7 }}<b>"})
    assert made == "<p>{{ 7 * 7 }}&lt;b&gt;</p>"
    assert parse_html(made, root="p").children == ("{{ 7 * 7 }}<b>",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1", "words/en.toml:1:1  error  words\n  a must be a text."),
        (
            "a = ",
            "words/en.toml:1:1  error  words\n  The words cannot be read: Invalid value (at end of document).",
        ),
    ],
)
def test_words_that_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "en.toml").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        read_words(tmp_path, "en")
    assert str(caught.value) == message
