"""Whole texts as they are copied from pages, each with the folder that it has to become."""

import re
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import errors_of
from briefing.importing import import_file
from briefing.importing.article import draft_of_article
from briefing.importing.given import Given
from briefing.importing.proposing import propose
from briefing.importing.text import read_text
from briefing.reading import read_folder

SCRAPES = sorted((Path(__file__).parent / "scrapes").iterdir())


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda path: path.name)
def test_a_scrape_becomes_a_folder_that_builds(scrape, tmp_path):
    folder = tmp_path / "article"
    import_file("scrape.txt", (scrape / "scrape.txt").read_bytes(), folder)
    expected = {path.name: path.read_text(encoding="utf-8") for path in scrape.iterdir() if path.name != "scrape.txt"}
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == expected
    assert not errors_of(read_folder(folder).diagnostics)


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda path: path.name)
def test_no_word_of_a_scrape_is_lost(scrape, tmp_path):
    """What is not in the text is quoted in a question."""
    folder = tmp_path / "article"
    import_file("scrape.txt", (scrape / "scrape.txt").read_bytes(), folder)
    written = " ".join(path.read_text(encoding="utf-8") for path in folder.iterdir()).replace("\\", "")
    words = (scrape / "scrape.txt").read_text(encoding="utf-8").split()
    assert [word for word in words if _without_marks(word) not in written] == []


def _without_marks(word: str) -> str:
    """Leave out bullets, signs around a word, what follows a reader about, and what stands before author and date."""
    shown = re.sub(r"\?(?:utm_|fbclid).*", "", word).strip("->*•“”„«».,|()")
    return "" if shown in ("نویسنده:", "Par", "Publié") else shown


LINES = st.sampled_from(
    [
        "It was in 1990, she told Reuters.",
        "Why not?",
        "- item",
        "2) item",
        "\tcell\tcell",
        "> quoted [x](y) **b** <b>",
        "",
        "Share this",
        "## Head",
        "",
        "",
        "By Jane Doe",
        "12 May 2021",
        "Subject: x",
        "From: y",
        "***",
        "www.example.org.",
        "—Jane Doe",
        "Sign our petition - click here",
        "“We have waited for so long, so very long a time”, said Jane Doe.",
        "https://e.org/?utm_source=1&x=[y](z)",
        "::: timeline",
        "[^1]: note",
        "| a | b |",
        "|---|---|",
        "---",
        "{{ x }}",
        "\\newpage",
        "@key [@key]",
        "<!-- question: x -->",
        "2021: event",
        "در سال ۱۹۷۹ آمد؟",
        "Term\n: def",
        "![pic](x.png)",
        "    indented",
        "\\",
        "_a_",
        "1979 was [no source]",
        "Comments (3)",
        "\u202e abc",
        "\u200b",
    ]
)


@settings(max_examples=examples(60))
@given(st.lists(LINES, max_size=30), st.sampled_from(["en-GB", "de", "fa"]))
def test_any_text_becomes_a_folder_that_builds(lines, language):
    """What is nothing but a title, an author and the like has no text, and says so."""
    text = "\n".join(("A line.", "", *lines))
    found = read_text(source := Given(text.encode("utf-8"), "scrape.txt", "Scrape", language))
    assert [each.id for each in found.diagnostics] in ([], ["nothing-to-import"])
    assert found.diagnostics or not errors_of(draft_of_article(propose(found, source), source).diagnostics)


def test_one_paragraph_that_asks_to_sign_is_the_text(tmp_path):
    import_file("ask.txt", b"The bridge\n\nSign our petition - click here\n", tmp_path / "a")
    assert "Sign our petition - click here" in (tmp_path / "a" / "briefing.md").read_text(encoding="utf-8")
