"""Abbreviations: the article's list, where its short forms occur, and what a reader and a listener get of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import documents, plain_text
from pdf_tools import Read
from reading_folders import HEAD, told, write
from typesetting_tools import seen

import briefing
from briefing.checking import check, content_hash
from briefing.model import Abbreviations, Element
from briefing.model import plain_text as text_of
from briefing.press import Press
from briefing.reading import read_folder
from briefing.templating import parse_html, to_html, with_abbreviations

LISTED = {
    "NRF": "National Resistance Front",
    "UN": "United Nations",
    "UNHCR": "the UN refugee agency",
    "NGO": "non-governmental organisation",
    "U.N.": "United Nations, as Americans write it",
    "MP": "Member of Parliament",
    "St P": "Saint Petersburg",
    "CO": "carbon monoxide",
    "[My]": "a form in brackets",
}
LIST = "abbreviations:\n  NRF: National Resistance Front\n"


def article(fields: str, text: str = "The NRF is there.\n") -> str:
    return HEAD.replace("\n---\n", f"\n{fields}---\n") + text


def read(tmp_path, fields: str, text: str = "The NRF is there.\n"):
    return read_folder(write(tmp_path, {"briefing.md": article(fields, text)}))


# Where a short form is a word.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the NRF, then", ["NRF"]),
        ("the NRFs, the NRF’s, the NRF's and the NRFs’ say", ["NRF"] * 4),
        ("NRF-led, anti-NRF, NRF/UN", ["NRF", "NRF", "NRF", "UN"]),
        ("“UN” (UN) UN. UN… UN—UN", ["UN"] * 6),
        ("l’UN et d'UN", ["UN", "UN"]),
        ("UNHCR and UN", ["UNHCR", "UN"]),
        ("UNHCRx nrf Un UNs2 xUN UN_a UN\u0301", []),
        ("NRF'd NRF’d NRFsx", []),
        ("the U.N. and the U.N.'s", ["U.N.", "U.N."]),
        ("St P, St\u00a0P and St\u202fP", ["St P"] * 3),
        ("see [My] words", ["[My]"]),
        ("https://un.example/UN un.example/UN?UN=UN UN.example www.UN", []),
        ("desk@UN.example UN@example.org UN-women@example.org UN-women.example @UN #UN", []),
        ("(https://x.example/UN) then UN", ["UN"]),
        ("mailto:UN@x.example UN://x", []),
        ("version 2.UN", []),
        ("https://wiki.example/Member_(UN) and (UN)", ["UN"]),
        ("x.example UN (x.example/a UN)", ["UN", "UN"]),
        (f"https://x.example/{'a/' * 200}UN", []),
    ],
)
def test_a_short_form_is_found_where_it_is_a_word(text, found):
    assert [each.short for each in Abbreviations(LISTED).occurrences(text)] == found


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=8), min_size=1), st.text())
def test_any_forms_are_found_in_any_text(forms, text):
    for found in Abbreviations(forms).occurrences(f"{text} {forms[0]} {text}"):
        assert found.short in forms


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", ["UN-" * 30_000, "a.b" * 30_000, "a+" * 50_000, "UN@" * 30_000, "U.N." * 30_000])
def test_no_text_takes_long(text):
    assert len(list(Abbreviations(LISTED).occurrences(text))) <= len(text) / 3


# In the document tree.


def marked(main: str, listed=LISTED, *, language: str = "en-GB") -> str:
    html = parse_html(f'<html lang="{language}"><body><main>{main}</main></body></html>')
    written = str(to_html(with_abbreviations(html, listed)))
    return written.partition("<main>")[2].partition("</main>")[0]


NRF = '<abbr title="National Resistance Front">NRF</abbr>'
UN = '<abbr title="United Nations">UN</abbr>'


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("<p>The NRF’s men</p>", f"<p>The {NRF}’s men</p>"),
        ("<h2>NRF</h2><ul><li>NRF</li></ul>", f"<h2>{NRF}</h2><ul><li>{NRF}</li></ul>"),
        ('<p><a href="https://x.example">the <em>UN</em></a></p>', None),
        ("<p><code>UN</code></p>", "<p><code>UN</code></p>"),
        ('<p><abbr title="x">UN</abbr></p>', '<p><abbr title="x">UN</abbr></p>'),
        ("<p><abbr>UN</abbr> <abbr>x</abbr></p>", f"<p>{UN} <abbr>x</abbr></p>"),
        ('<p lang="fr">UN <span lang="en">UN</span></p>', '<p lang="fr">UN <span lang="en">UN</span></p>'),
        ('<p>UN <span lang="fr">UN</span></p>', f'<p>{UN} <span lang="fr">UN</span></p>'),
        ('<p><span lang="en-US">UN</span></p>', f'<p><span lang="en-US">{UN}</span></p>'),
        ("<p>CO<sub>2</sub> U<em>N</em>, <em>x</em>UN</p>", "<p>CO<sub>2</sub> U<em>N</em>, <em>x</em>UN</p>"),
        ("<p>U<em>N</em> UN</p>", f"<p>U<em>N</em> {UN}</p>"),
        ("<p>one<br>UN<br>two</p>", f"<p>one<br>{UN}<br>two</p>"),
        (
            '<p>the UN<a class="noteref" href="#n">a</a></p><aside class="note" id="n"><p>UN</p></aside>',
            f'<p>the {UN}<a class="noteref" href="#n">a</a></p><aside class="note" id="n"><p>{UN}</p></aside>',
        ),
        ("<p>the National Resistance Front (NRF)</p>", "<p>the National Resistance Front (NRF)</p>"),
        ("<p>national <em>Resistance</em> Front (<strong>NRF</strong>)</p>", None),
        ("<p>Non-governmental organisations (NGOs)</p>", "<p>Non-governmental organisations (NGOs)</p>"),
        ("<p>the UN (United Nations)</p>", "<p>the UN (United Nations)</p>"),
        ("<p>the front (NRF)</p>", f"<p>the front ({NRF})</p>"),
        ('<img src="x" alt="UN">', '<img src="x" alt="UN">'),
    ],
)
def test_words_are_marked_and_nothing_else(main, expected):
    if expected is None:
        expected = main.replace("<em>UN</em>", f"<em>{UN}</em>")
    assert marked(main) == expected


def test_running_lines_and_head_stay_as_they_are():
    html = parse_html(
        '<html lang="en"><head><title>UN</title></head><body><footer data-on="all"><p>UN</p></footer>'
        "<main><p>UN</p></main></body></html>"
    )
    assert str(to_html(with_abbreviations(html, LISTED))).count("<abbr") == 1


def test_a_document_without_a_list_is_not_touched():
    html = parse_html('<html lang="en"><body><main><p>UN</p></main></body></html>')
    assert with_abbreviations(html, {}) is html


@given(documents(plain_text))
def test_not_a_letter_of_any_document_changes(html: Element):
    listed = dict.fromkeys("abcdefghijkl/(€", "long form") | {"ff": "x", "a b": "y"}
    assert text_of(with_abbreviations(html, listed)) == text_of(html)


# The list.


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            "abbreviations: NRF\n",
            "briefing.md:4:16  error  wrong-kind\n  abbreviations takes short forms, each with its long form.\n"
            "  Begin a line below it, further in, for each: NRF: National Resistance Front",
        ),
        (
            "abbreviations:\n  NRF:\n",
            'briefing.md:5:3  error  abbreviation\n  The abbreviation "NRF" has no long form.\n  Write what it means.',
        ),
        (
            "abbreviations:\n  NRF: NRF\n",
            'briefing.md:5:3  error  abbreviation\n  The abbreviation "NRF" stands for itself.\n'
            "  Write what it means, or take it out.",
        ),
        (
            "abbreviations:\n  NRF: [a, b]\n",
            'briefing.md:5:8  error  wrong-kind\n  The long form of "NRF" is one text.\n'
            "  For instance: NRF: National Resistance Front",
        ),
        (
            "abbreviations:\n  '': nothing\n",
            "briefing.md:5:3  error  abbreviation\n"
            "  An abbreviation needs a short form with a letter or a digit in it.\n"
            "  For instance: NRF: National Resistance Front",
        ),
        (
            "abbreviations:\n  '&': and\n",
            "briefing.md:5:3  error  abbreviation\n"
            "  An abbreviation needs a short form with a letter or a digit in it.\n"
            "  For instance: NRF: National Resistance Front",
        ),
        (
            "abbreviations:\n  NRF: a\n  NRF: b\n",
            "briefing.md:6:3  error  duplicate-key\n  NRF stands here a second time; the first is in line 5.\n"
            "  Keep one of the two.",
        ),
        (
            f"abbreviations:\n  NRF: {'a' * 201}\n",
            'briefing.md:5:3  error  abbreviation\n  "NRF" is too long: a short form has at most 40 characters, '
            "a long form 200.\n  Explain in the text or in a note what takes more words.",
        ),
        (
            "abbreviations:\n  NRF: FILL IN\n",
            'briefing.md:5:8  open  fill-in\n  The long form of "NRF" is still to be filled in.\n'
            "  Short forms with what a screen reader says in their place.",
        ),
        (
            "abbreviations:\n" + "".join(f"  A{number}: b\n" for number in range(202)),
            "briefing.md:205:3  error  too-large\n  There are more than 200 abbreviations.\n"
            "  Keep those that the text uses.",
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_said_where_it_stands(tmp_path, fields, problem):
    assert told(read(tmp_path, fields).diagnostics) == [problem]


def test_a_list_is_read_in_its_order_with_white_space_taken_off(tmp_path):
    found = read(tmp_path, 'abbreviations:\n  "UN ":   United\n    Nations\n  NRF: Front\n  nrf: another\n  1AD: b\n')
    assert told(found.diagnostics) == []
    assert dict(found.briefing.abbreviations) == {"UN": "United Nations", "NRF": "Front", "nrf": "another", "1AD": "b"}
    assert list(found.briefing.abbreviations) == ["UN", "NRF", "nrf", "1AD"]


def test_a_blank_list_is_no_list(tmp_path):
    found = read(tmp_path, "abbreviations:\n")
    assert (told(found.diagnostics), found.briefing.abbreviations) == ([], {})


def test_what_the_text_never_uses_is_said_at_its_line(tmp_path):
    found = read(tmp_path, LIST + "  UN: United Nations\n  nrf: another\n")
    assert told(check(found.briefing)) == [
        f'briefing.md:{line}:3  warning  unused-abbreviation\n  The abbreviation "{short}" is never used.\n'
        "  Take it out of the list, or write it as the text does: capitals count."
        for line, short in ((6, "UN"), (7, "nrf"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## The NRF\n\nText.\n",
        "| A | NRF |\n|---|---|\n| b | c |\n",
        "Text.[^1]\n\n[^1]: The NRF.\n",
        "::: timeline\n- 1979: the NRF begins [no source, a test]\n:::\n",
        "::: asks\n- **The NRF**: do it, by 1 May 2022.\n:::\n",
        'Dear {{ recipient.name | otherwise "NRF" }}.\n',
    ],
)
def test_it_is_used_wherever_it_may_stand(tmp_path, text):
    found = read(tmp_path, LIST, text)
    assert "unused-abbreviation" not in [each.id for each in check(found.briefing)]


def test_an_approval_covers_what_is_spoken_in_their_place(tmp_path):
    content = read(tmp_path, LIST).briefing
    assert content_hash(content) != content_hash(replace(content, abbreviations={"NRF": "another front"}))
    assert content_hash(replace(content, abbreviations={})) == content_hash(read(tmp_path, "").briefing)


def test_an_edition_has_a_list_of_its_own(tmp_path):
    write(tmp_path, {"briefing.cy.md": article("").replace("en-GB", "cy")})
    assert read(tmp_path, LIST).briefing.abbreviations
    assert not read_folder(tmp_path, language="cy").briefing.abbreviations


# In the file.


def expansions(data: bytes) -> list[tuple[str, str]]:
    read = Read(data)
    return [(span.text(), str(span.element.E)) for span in read.elements("Span") if "/E" in span.element]


def test_a_listener_hears_the_long_form(tmp_path):
    text = 'The NRF, the [NRF]{.abbr title="Front"} and the NRFs.\n\n## The {{ recipient.who | otherwise "NRF" }}\n'
    built = briefing.build(write(tmp_path, {"briefing.md": article(LIST, text)}), tmp_path / "made.pdf")
    long = ("NRF", "National Resistance Front")
    assert expansions(built.path.read_bytes()) == [long, ("NRF", "Front"), long, long]


@pytest.mark.parametrize(("template", "shown"), [("briefing", {"NRF", "UN", "UNHCR"}), ("handout", {"MP", "UNHCR"})])
def test_the_pages_of_the_example_are_the_same_with_its_list_and_without(example, template, shown):
    found = read_folder(example).briefing
    press = Press(template)
    with_list, without = press.render(found), press.render(replace(found, abbreviations={}))
    assert set(found.abbreviations) == {"NRF", "UN", "UNHCR", "MP"}
    assert not expansions(without.data)
    assert set(expansions(with_list.data)) == {(short, found.abbreviations[short]) for short in shown}
    assert with_list.pages == without.pages
    assert lines(with_list.data) == lines(without.data)
    assert seen(with_list.data) == seen(without.data)


def lines(data: bytes) -> list[tuple[int, float]]:
    """Page and height of each line of text, from the top."""
    read = Read(data)
    matrices = [
        (page, operands)
        for page in range(len(read.pages))
        for operands, operator in read.operators(page)
        if operator == "Tm"
    ]
    return sorted({(page, round(float(matrix[5]), 1)) for page, matrix in matrices})
