"""Which passages of a briefing tell something, what covers a place in one, and where its words were typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims.binding import Coverage
from briefing.claims.passages import Mark, Passage, passages_of
from briefing.claims.sentences import sentence_ends
from briefing.claims.typed import Typed
from briefing.errors import Position
from briefing.model import Briefing
from briefing.reading import read_folder

HEAD = "---\ntitle: Who are they?\nlanguage: en-GB\n---\n"


def read(folder: Path, text: str, **files: str) -> Briefing:
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    briefing = read_folder(folder).briefing
    assert briefing is not None
    return briefing


def told(passages: list[Passage]) -> list[tuple[str, str, str]]:
    """Place, text and position of each passage that has words."""
    return [(each.place, each.text, f"{each.position.line}:{each.position.column}") for each in passages if each.text]


# passages


def test_every_part_of_a_briefing_that_tells_something_is_passed(tmp_path):
    text = """---
title: Who are they?
subtitle: A group
standfirst: >
  Where the *group* comes from.
description: What it is.
language: en-GB
petition:
  ask: Take in more
  link: https://example.org
  text: It takes a minute.
---
::: summary
- The *first* point. [@a]
- The second
  point.
:::
::: figures
- **nearly 400,000** people fled. [@a]
  As of 2021.
:::
::: asks
- **The Minister**: act now.
:::

Text before [a link](https://example.org).

## A heading

- One item
- Another item

  - inside it

::: box Our view
We see it so.
:::

> They say this.
>
> And that.
> -- Jane Doe [@a]

::: timeline Years
- 1979: It begins [@a]
:::

| Year | People |
|--|--|
| 1979 | 5 million |

: Fled people. [@a]

::: handout Title
For the street.
:::
::: postcard Dear Minister
For the post.
:::

A note.[^n] And `code` in it.

    code alone

[^n]: Told in a note. [@a, p. 7]
"""
    found = told(list(passages_of(read(tmp_path, text, sources_yaml="a:\n  title: A\n"))))
    assert found == [
        ("title", "Who are they?", "2:8"),
        ("subtitle", "A group", "3:11"),
        ("standfirst", "Where the group comes from.", "5:3"),
        ("description", "What it is.", "6:14"),
        ("summary", "The first point.", "14:3"),
        ("summary", "The second point.", "15:3"),
        ("key figure", "nearly 400,000 people fled. As of 2021.", "19:3"),
        ("ask", "act now.", "23:3"),
        ("body", "Text before a link.", "26:1"),
        ("list", "One item", "30:3"),
        ("list", "Another item", "31:3"),
        ("list", "inside it", "33:3"),
        ("box", "We see it so.", "36:1"),
        ("quotation", " They say this. And that.", "39:3"),
        ("caption", "Fled people.", "52:3"),
        ("table", "1979", "50:3"),
        ("table", "5 million", "50:10"),
        ("body", "A note. And code in it.", "61:1"),
        ("event", "It begins", "45:3"),
        ("handout", "For the street.", "55:1"),
        ("postcard", "For the post.", "58:1"),
        ("note", "Told in a note.", "65:7"),
        ("ask", "Take in more", "9:8"),
        ("petition", "It takes a minute.", "11:9"),
    ]


def test_marks_stand_where_they_were_typed_and_code_is_silent(tmp_path):
    text = (
        HEAD
        + "One.[^n] *Two [see @a, p. 3].* Three [no source, common knowledge] and `1,000 men`.\n\n[^n]: Note. [@b]\n"
    )
    (passage,) = [each for each in passages_of(read(tmp_path, text)) if each.place == "body"]
    assert passage.text == "One. Two. Three and 1,000 men."
    assert [(mark.offset, mark.key, mark.locator, mark.waiver) for mark in passage.marks] == [
        (4, "b", "", ""),
        (8, "a", "see p. 3", ""),
        (15, "", "", "common knowledge"),
    ]
    assert [passage.text[start:end] for start, end in passage.silent] == ["1,000 men"]


def test_a_cell_is_covered_by_its_caption_the_head_of_its_column_and_its_row(tmp_path):
    table = "| | A | B [@b] |\n|--|--|--|\n| x [@x] | 1 | 2 |\n| y | 3 | 4 [@d] |\n\n: Told. [@c]\n"
    cells = [each for each in passages_of(read(tmp_path, HEAD + table)) if each.place == "table"]
    assert [(cell.text, [mark.key for mark in (*cell.marks, *cell.around)]) for cell in cells] == [
        ("x", ["x", "x", "c"]),
        ("1", ["x", "c"]),
        ("2", ["x", "b", "c"]),
        ("y", ["c"]),
        ("3", ["c"]),
        ("4", ["d", "b", "c"]),
    ]


# binding


@pytest.mark.parametrize(
    ("typed", "words", "expected"),
    [
        ("One [@a] and two. Three.", "two", ["a"]),
        ("One and two. [@a] Three.", "two", ["a"]),
        ("One and two. [@a] Three.", "Three", []),
        ("One. Two. Three. [@a]", "One", ["a"]),
        ("One. Two. [@a] Three. [@b]", "One", ["a", "b"]),
        ("One. Two. [@a] Three. [@b]", "Two", ["a"]),
        ("One. Two. [@a] Three. [@b]", "Three", ["b"]),
        ("One. Two. [no source, known] Three. [@b]", "Two", ["known"]),
        ("One. Two. Three. [no source, known]", "One", ["known"]),
        ("One. Two [@a] three.", "One", []),
        ("One. [@a; @b] Two.", "One", ["a", "b"]),
        ("One. Two. Three. [@a]", "One. Two", ["a"]),
        ("One [@a]. Two. Three. [@b]", "One. Two", ["a"]),
    ],
)
def test_what_covers_a_place(tmp_path, typed, words, expected):
    (passage,) = [each for each in passages_of(read(tmp_path, HEAD + typed)) if each.place == "body"]
    start = passage.text.index(words)
    found = Coverage(passage, [*sentence_ends(passage.text, "en")]).of(start, start + len(words))
    assert [mark.key or mark.waiver for mark in found] == expected


def test_a_passage_is_covered_from_around_it_where_nothing_in_it_covers_it(tmp_path):
    text = HEAD + "> One. Two. [@a]\n> -- Jane Doe [@b]\n"
    (passage,) = [each for each in passages_of(read(tmp_path, text)) if each.place == "quotation"]
    coverage = Coverage(passage, [*sentence_ends(passage.text, "en")])
    assert [mark.key for mark in coverage.of(0, 3)] == ["a"]
    assert [mark.key for mark in Coverage(passage._replace(marks=()), ()).of(0, 3)] == ["a", "b"]


@given(
    st.text("a.。 “”", max_size=12), st.lists(st.integers(0, 12), max_size=4), st.integers(0, 12), st.integers(0, 12)
)
def test_any_place_is_covered_by_marks_of_its_passage(text, offsets, start, length):
    offsets = sorted(offset for offset in offsets if offset <= len(text))
    marks = tuple(Mark(offset, f"key-{number}") for number, offset in enumerate(offsets))
    coverage = Coverage(Passage("body", text, Position(""), marks), [*sentence_ends(text, "en")])
    found = coverage.of(start, start + length)
    assert set(found) <= set(marks)
    assert len(found) == len(set(found))


def test_what_has_no_words_and_no_mark_behind_it_is_covered_by_the_end():
    passage = Passage("body", "甲。“…”", Position(""), (Mark(1, "a"),))
    assert Coverage(passage, (2,)).of(2, 5) == passage.marks


def test_the_sentence_of_an_offset():
    text = "One. Two. Three."
    coverage = Coverage(Passage("body", text, Position("")), [*sentence_ends(text, "en")])
    assert [text[slice(*coverage.sentence(offset))] for offset in (0, 4, 5, 10, 15)] == [
        "One. ", "One. ", "Two. ", "Three.", "Three.",
    ]  # fmt: skip


# where words were typed

WORDS = st.sampled_from(["one", "1,000", "men", "two", "1979", "“so", "it”", "a", "80 per cent", "naïve", "x_y"])
PLAIN = st.tuples(WORDS).map(lambda words: (words[0], words[0].replace("_", r"\_")))
MARKED = st.one_of(
    PLAIN,
    WORDS.map(lambda word: (word, f"**{word.replace('_', '')}**") if "_" not in word else (word, "x\\_y")),
    WORDS.map(lambda word: (word.replace("_", ""), f"[{word.replace('_', '')}](https://example.org/one/1979?two=men)")),
    WORDS.map(lambda word: (word.replace("_", ""), f"[*{word.replace('_', '')}*]{{lang=fr}}")),
    WORDS.map(lambda word: (word.replace("_", ""), f"{word.replace('_', '')} [see @one-1979, p. 1; @men]")),
    WORDS.map(lambda word: (word.replace("_", ""), f"{word.replace('_', '')} [no source, one in 1979]")),
    st.just(("R&amp;D", "R&amp;D")),
    st.just(("men", "m**en**")),
)
SPACES = st.sampled_from([" ", "\n", " — "])


@given(st.lists(st.tuples(MARKED, SPACES), min_size=1, max_size=12), st.data())
def test_words_are_found_where_they_were_typed(tmp_path_factory, pieces, data):
    """The first word of every place is found, however often it stands before and whatever stands between."""
    folder = tmp_path_factory.mktemp("article")
    typed, starts = "Begin ", []
    for (_, source), space in pieces:
        starts.append(len(typed))
        typed += source + space
    briefing = read(folder, HEAD + "Before.\n\n" + typed + "end.\n")
    passage = [each for each in passages_of(briefing) if each.place == "body"][1]
    number = data.draw(st.integers(0, len(pieces) - 1))
    at = len("Begin ")
    for (plain, _), _ in pieces[:number]:
        at = passage.text.index(plain, at) + len(plain)
    plain = pieces[number][0][0]
    at = passage.text.index(plain, at)
    file = Typed("briefing.md", briefing.manuscripts["briefing.md"])
    found = file.passage(passage.text, passage.position).find(at, at + len(plain))
    assert found is not None
    text = briefing.manuscripts["briefing.md"].split("\n")
    letters = [each for each in plain if each.isalnum()]
    here = "\n".join([text[found.line - 1][found.column - 1 :], *text[found.line :]])
    assert here[0] == letters[0]
    offset = len("\n".join(text)) - len(here)
    begin = len(HEAD + "Before.\n\n") + starts[number]
    assert begin <= offset < begin + len(pieces[number][0][1])


def test_words_that_were_typed_otherwise_or_elsewhere_are_not_found():
    passage = Typed("a.md", "One two.").passage("One three four", Position("a.md"))
    assert passage.position is None
    assert passage.find(0, 3) == Position("a.md", 1, 1)
    assert passage.find(4, 9) is None
    assert passage.find(3, 4) is None
    assert Typed("a.md", "").passage("One", Position("a.md", 7, 3)).find(0, 3) is None


def test_hostile_text_is_searched_in_time():
    for piece in ("[", "](", "[@a", "[no source", "^[", "{", "<!--", "[^", "&#", "](("):
        text = piece * (100_000 // len(piece))
        with Stopwatch() as watch:
            Typed("a.md", text * 3).passage(text, Position("a.md")).find(0, 10)
        assert watch.seconds < 10, piece
