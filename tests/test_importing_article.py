"""What was found in a file → the folder of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ContentError, Diagnostic, Position
from briefing.importing import import_file
from briefing.importing.article import draft_of_article
from briefing.importing.asking import with_questions
from briefing.importing.found import Dated, Found, Question, asked
from briefing.importing.given import DIVIDE, Given
from briefing.model import Element, plain_text
from briefing.reading.body import read_body

GIVEN = Given(b"", "page.html", "A page", "en-GB")


def at(line: int) -> Position:
    return Position("page.html", line)


def paragraph(text: str, line: int = 1) -> Element:
    return Element("p", (text,), {}, at(line))


def draft_of(**parts):
    return draft_of_article(Found(**{"title": "The dam", "blocks": (paragraph("It held."),), **parts}), GIVEN)


def article_of(**parts) -> str:
    return draft_of(**parts).files["briefing.md"].decode("utf-8")


def said(draft) -> list[str]:
    return [str(each) for each in draft.diagnostics]


def test_a_found_article_is_written_as_an_author_types_it():
    blocks = (
        Element("h2", ("Why *now*?",), {}, at(3)),
        Element("p", ("It was seen", Element("a", ("1",), {"class": "noteref", "href": "#n"}), "."), {}, at(5)),
        Element("ul", (Element("li", ("one",)),), {}, at(7)),
        Element("ul", (Element("li", ("another list",)),), {}, at(9)),
    )
    fields = {
        "keywords": ("dams", "floods"),
        "authors": ("A. Smith",),
        "date": "2021-09-02",
        "standfirst": "It *is* so.",
        "petition.ask": "Sign: now",
    }
    assert (
        article_of(
            blocks=blocks,
            fields=fields,
            notes={"n": (Element("p", ("By A.",)),)},
            comments=("layout: post",),
            head=("abbreviations: {UN: United Nations}",),
            events=(Dated("by 1998", ("It *was* seen.",), at(5)),),
            questions=(
                Question("Is the day right?", at(2), "date"),
                Question("Is this a list --> or not?", at(8)),
            ),
        )
        == """---
title: The dam
standfirst: "It *is* so."
authors:
  - A. Smith
date: 2 September 2021
language: en-GB
keywords:
  - dams
  - floods
petition:
  ask: "Sign: now"
abbreviations: {UN: United Nations}
# layout: post
---

<!-- question: date: Is the day right? -->

## Why \\*now\\*?

It was seen[^1].

[^1]: By A.

<!-- question: Is this a list → or not? -->

- one

<!-- -->

- another list

<!-- question: These events are proposed, from the dates in the text. Keep those that belong on a timeline, or delete \
it. -->

::: timeline
- by 1998: It \\*was\\* seen.
:::
"""
    )


def test_questions_are_told_with_their_lines_in_the_article():
    draft = draft_of(blocks=(asked("Who says so?"), paragraph("It held.")))
    assert said(draft) == [
        "briefing.md:6:1  question  question\n  Who says so?\n  Answer it in the text, and delete this comment."
    ]


def test_what_stood_behind_all_blocks_is_asked_behind_them():
    listed = Element("ul", (Element("li", ("two",), {}, at(8)),), {}, at(7))
    questions = (Question("Is it two?", at(8)), Question("What was that?", at(9)), Question("Who?", at(9), "authors"))
    body = article_of(blocks=(paragraph("one", 5), listed), questions=questions).partition("\n---\n\n")[2]
    assert body == (
        "<!-- question: authors: Who? -->\n\none\n\n<!-- question: Is it two? -->\n\n- two\n\n"
        "<!-- question: What was that? -->\n"
    )


def test_where_no_block_says_where_it_stood_all_is_asked_first():
    body = article_of(blocks=(Element("p", ("one",)),), questions=(Question("What?", at(9)),))
    assert body.endswith("---\n\n<!-- question: What? -->\n\none\n")


def test_blocks_of_one_line_keep_their_questions():
    blocks = (paragraph("one"), asked("Why?"), paragraph("two"), asked("When?"), paragraph("three"))
    body = article_of(blocks=blocks).partition("\n---\n\n")[2]
    assert body == "one\n\n<!-- question: Why? -->\n\ntwo\n\n<!-- question: When? -->\n\nthree\n"


def test_a_block_that_would_stop_a_build_leaves_its_words():
    picture = Element("figure", (Element("img", (), {"src": "lost.png", "alt": "The dam from above"}),), {}, at(3))
    line = Element("figure", (Element("img", (), {"src": "lost.png", "alt": ""}),), {}, at(4))
    draft = draft_of(blocks=(paragraph("before"), picture, line, paragraph("behind")))
    body = draft.files["briefing.md"].decode("utf-8").partition("\n---\n\n")[2]
    assert body == (
        "before\n\n"
        "<!-- question: This could not be kept as it was marked, so only its words stand here. "
        "Look whether they are complete. -->\n\n"
        "The dam from above\n\n"
        "<!-- question: Something without words stood here that could not be kept, such as a picture or a line. -->\n\n"
        "behind\n"
    )


def test_what_no_font_can_show_is_counted():
    draft = draft_of(blocks=(paragraph("It\u0007 \uffffheld."),))
    assert b"It held." in draft.files["briefing.md"]
    assert said(draft) == ["page.html:1:1  warning  unprintable\n  2 characters that no font can show were left out."]


def test_text_that_was_markdown_stays_as_it_was_typed():
    text = "One  and *two*\nlines.\n\n* a list\n* of two"
    found = Found(
        "The dam",
        (paragraph("One and two lines.", 5), Element("ul", (), {}, at(8))),
        text=text,
        lines=(5, 6, 7, 8, 9),
        questions=(Question("Which list?", at(9)), Question("Whose title?", at(2), "title")),
        events=(Dated("1979", ("It held.",), at(5)),),
    )
    body = draft_of_article(found, GIVEN).files["briefing.md"].decode("utf-8").partition("\n---\n\n")[2]
    assert body.startswith(
        "<!-- question: title: Whose title? -->\n\nOne  and *two*\nlines.\n\n"
        "<!-- question: Which list? -->\n\n* a list\n* of two\n\n<!-- question: These events are proposed"
    )


def test_an_error_of_what_was_found_writes_nothing():
    wrong = Diagnostic("error", "too-deep", "It is too deep.", at(1))
    assert draft_of(diagnostics=(wrong,)) == ({}, (wrong,))


def test_an_article_that_cannot_be_read_is_refused():
    draft = draft_of(text=":::: nothing", lines=(1,), blocks=())
    assert draft.files == {}
    assert said(draft)[0].startswith("error  not-imported\n  No folder that builds could be made of this file: ")


LINK = Element("a", ("x",), {"href": "https://x.example/"})


@pytest.mark.parametrize(
    ("children", "told"),
    [
        (("[" * 20_001,), "20,000 square brackets that open"),
        (("x" * 2_000_001,), "2,000,000 characters"),
        ((LINK,) * 5_001, "5,000 links"),
        ((Element("p", ("x",)),) * 20_001, "20,000 paragraphs, cells and list items"),
    ],
)
def test_what_reading_would_take_too_long_over_is_refused_before_it_is_written(children, told):
    draft = draft_of(blocks=(Element("div", children, {}, at(1)),))
    message = f"page.html:1:1  error  too-large\n  This text has more than {told}.\n  {DIVIDE}"
    assert (draft.files, said(draft)) == ({}, [message])


@pytest.mark.parametrize("typed", ["2021-09-02", "2 September 2021"])
def test_a_date_is_worded_for_its_author(typed):
    assert "\ndate: 2 September 2021\n" in article_of(fields={"date": typed})


def test_a_language_without_a_name_gives_way():
    assert "\nlanguage: en-GB\n" in article_of(language="zz-QQQ")
    assert "\nlanguage: cy\n" in article_of(language="cy")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co", "Cs"))), max_size=5))
def test_any_words_are_kept(texts):
    body = article_of(blocks=tuple(map(paragraph, [*texts, "end"])), title="T").partition("\n---\n\n")[2]
    read = read_body(body, file="briefing.md")
    kept = " ".join(plain_text(block) for section in read.sections for block in section.blocks)
    assert kept.split() == " ".join([*texts, "end"]).split()


def test_in_a_page_of_one_line_a_question_stands_before_what_it_quotes():
    here = Position("page.html")
    blocks = tuple(Element("p", (text,), {}, here) for text in ("The first part.", "As the Times says.", "The end."))
    quoting = Question('The text says "As the Times says" and gives no link.', here)
    found = Found("A title", blocks, questions=(Question("Who wrote it?", here), quoting))
    assert [plain_text(each) for each in with_questions(found)] == [
        "Who wrote it?", "The first part.", quoting.text, "As the Times says.", "The end.",
    ]  # fmt: skip


@pytest.mark.parametrize("beginning", ["<!DOCTYPE html>\n<html>", "\ufeff<!-- saved -->\n<HTML lang=en>"])
@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_a_page_that_is_called_a_text_is_read_as_a_page(beginning, name, tmp_path):
    words = "The well in the square has been dry since May, and the water comes by ship to the island once a week. "
    page = (
        f"{beginning}<head><title>The well</title></head><body><main><h1>The well</h1><p>{words * 3}</p></main></html>"
    )
    imported = import_file(name, page.encode(), tmp_path / "a")
    note = next(each for each in imported.diagnostics if each.id == "read-as-page")
    assert str(note) == (
        f"{name}:1:1  note  read-as-page\n"
        f'  "{name}" begins as a page of the web does, and was read as one.\n'
        "  Add --as text to keep its tags as text."
    )
    assert "<" not in (tmp_path / "a" / "briefing.md").read_text(encoding="utf-8").replace("<!-- question", "")


@pytest.mark.parametrize("data", [b"", b"---\ntitle: The well\n---\n"])
def test_markdown_without_text_is_refused_by_its_name(data, tmp_path):
    with pytest.raises(ContentError) as caught:
        import_file("empty.md", data, tmp_path / "a")
    assert [str(each) for each in caught.value.diagnostics] == [
        'empty.md:1:1  error  nothing-to-import\n  "empty.md" holds no text.'
    ]
