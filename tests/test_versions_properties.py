"""Two versions of any article: itself, with a letter mended, with a digit changed, in another order."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Position
from briefing.memory import Memory
from briefing.model import Briefing, Masthead
from briefing.reading import read_folder
from briefing.reading.body import read_body
from briefing.versions import compare
from briefing.versions.words import respelled, steps, words_in
from tests.hunting import examples

SENTENCES = (
    "Nearly {0},{1} people fled to Kabul. [@a]",
    "In 19{2}, {0} soldiers and {3} women were counted.",
    'She said: "We have lost {0} villages and {3} friends." [@a]',
    "It fell by {3}.{2} per cent, or £{0} million, on {4} May 2021. [@b]",
    "A Boeing 7{2} landed at gate {4}.",
    "> They took {0} towns from us.\n> -- A. Speaker [@a]",
    "- Some {0} places were promised. [@a]\n- The other {3} were not.",
    "| Town | Fled |\n|---|---|\n| Kabul | {0} |\n| Herat | {3} |",
    "::: figures\n- **{0},{1}** people displaced. [@a]\n  As of {4} May 2021.\n:::",
    "::: timeline\n- {4} May 19{2}: The war takes {0} lives. [@a]\n:::",
    "::: summary\n- It has {0} troops. [@a]\n:::",
    "::: asks\n- **Members of Parliament**: let {0} people come.\n:::",
    "::: box What we know\nThere are {3} sides.\n:::",
    "Thousands of frightened people have nowhere to turn to.",
)


@st.composite
def articles(draw: st.DrawFn) -> list[str]:
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
    numbers = st.tuples(
        st.integers(13, 899), st.integers(100, 999), st.integers(10, 99), st.integers(13, 99), st.integers(1, 9)
    )
    return [sentence.format(*draw(numbers)) for sentence in chosen]


def briefing(blocks: list[str]) -> Briefing:
    text = "\n\n".join(blocks)
    body = read_body(text, file="briefing.md", language="en-GB")
    return Briefing(
        Masthead("A title", "en-GB"),
        body.sections,
        Position("briefing.md"),
        summary=body.summary,
        figures=body.figures,
        asks=body.asks,
        timelines=body.timelines,
        manuscripts={"briefing.md": text},
    )


@given(articles())
@settings(max_examples=examples(20))
def test_an_article_is_what_it_is(blocks: list[str]) -> None:
    assert compare(briefing(blocks), briefing(blocks)).changes == ()


@given(articles(), st.randoms())
@settings(max_examples=examples(20))
def test_order_is_no_change(blocks: list[str], random: object) -> None:
    moved = sorted(blocks, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert compare(briefing(blocks), briefing(moved)).significant == 0


@given(articles(), st.data())
@settings(max_examples=examples(60))
def test_a_digit_that_changed_is_always_told(blocks: list[str], data: st.DataObject) -> None:
    text = "\n\n".join(blocks)
    places = [found.start() for found in re.finditer(r"\d", text)]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([each for each in "123456789" if each != text[place]]))
    changed = f"{text[:place]}{other}{text[place + 1 :]}"
    assert compare(briefing(blocks), briefing(changed.split("\n\n"))).significant


LONG = re.compile(r"(?<![\w@/{.])(?!million)[a-z]{6,}(?![\w}])")
"""Words that are not part of a number: "13 miillion" says 13."""


@given(articles(), st.data())
@settings(max_examples=examples(40))
def test_a_letter_that_was_mended_is_not_significant(blocks: list[str], data: st.DataObject) -> None:
    mended = [each for each in blocks if not each.startswith((":::", ">")) and '"' not in each]
    text = "\n\n".join(mended)
    words = [*LONG.finditer(text)]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    place = data.draw(st.integers(word.start() + 1, word.end() - 2))
    typo = data.draw(st.sampled_from((text[place] * 2, "", text[place + 1] + text[place])))
    end = place + (2 if len(typo) == 2 and typo[0] != typo[1] else 1)
    wrong = f"{text[:place]}{typo}{text[end:]}"
    found = compare(briefing(wrong.split("\n\n")), briefing(mended))
    assert [each.weight for each in found.changes] in ([], ["minor"])


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
@settings(max_examples=examples(40))
def test_steps_go_through_both_texts(one: list[str], other: list[str]) -> None:
    runs = [*steps(one, other)]
    assert [word for run in runs for word in one[run.start : run.end]] == one
    assert [word for run in runs for word in other[run.its_start : run.its_end]] == other
    assert all(one[run.start : run.end] == other[run.its_start : run.its_end] for run in runs if run.is_same)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=examples(60))
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    before, now = Masthead(one or "a", "en"), Masthead(other or "a", "en")
    bare = Briefing(before, (), Position("briefing.md"))
    compare(bare, replace(bare, masthead=now))
    assert respelled(words_in(one), words_in(one)) == ()


def test_the_example_is_what_it_is(example: Path) -> None:
    read = [read_folder(example, language=language, memory=Memory()).briefing for language in (None, "fa-AF")]
    assert [compare(each, each).changes for each in read if each] == [(), ()]
