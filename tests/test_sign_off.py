"""Approval: by somebody who is no author, of this text, and until what it rests on changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from approving import approve
from reading_folders import picture, write
from templating_sample import SAMPLE

import briefing
from briefing.checking import claims_hash, content_hash, is_author
from briefing.cli import main
from briefing.errors import ContentError
from briefing.model import Translation
from briefing.press import listing

ARTICLE = """---
title: Who flees?
language: en-GB
date: 2 September 2021
version: 1
authors: [Research desk]
keywords: [flight]
abbreviations: {UN: United Nations}
petition: {ask: Sign, link: "https://example.org"}
---
::: summary
- Many flee. [@a]
:::
::: asks
- **Parliament**: let more people come, by 10 September 2021.
:::

## The mountains

The road is long. Some 80 per cent of them are women. [@a] The UN was there.

The minister took no bribes. [@a] He lied. The cook did not.

![Tents](a.png "Tents")

They walk at night.[^1] Nobody counted in 1996. [@a]

> We stay.
> -- Ahmad Massoud [@a]

| | Killed |
|---|--:|
| Women | 4,120 |
| Men | 2,210 |

: Deaths. [@a]

| Who | Where |
|---|---|
| A cook | In the camp |

[^1]: It is cold.
"""
SOURCES = "a: {title: A, publisher: P, date: 2021, url: https://example.org/a}\n"
FILES = {"briefing.md": ARTICLE, "sources.yaml": SOURCES, "a.png": picture()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return approve(write(tmp_path / "article", FILES))


def change(folder: Path, typed: str, other: str, file: str = "briefing.md") -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(typed) == 1
    path.write_text(text.replace(typed, other), "utf-8")


def told(folder: Path) -> list[tuple[str, str]]:
    """What is told of the approval."""
    found = briefing.check(folder)
    return [(each.severity, each.id) for each in found if "appro" in each.id]


def test_an_approved_text_is_final(folder, tmp_path):
    assert told(folder) == [("note", "approved")]
    assert not briefing.build(folder, tmp_path / "a.pdf", final=True).draft


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("The road is long.", "The rode is very long."),
        ("They walk at night.", "They go at night."),
        ("A cook", "The cook"),
        ("He lied. The cook did not.", "He lies. The cook never did."),
        ("It is cold.", "It was cold."),
        ("version: 1", "version: 2"),
        ("[flight]", "[flight, road]"),
        ("United Nations", "The United Nations"),
    ],
)
def test_wording_that_claims_nothing_may_be_mended(folder, tmp_path, typed, other):
    change(folder, typed, other)
    assert told(folder) == [("warning", "approval-reworded")]
    assert not briefing.build(folder, tmp_path / "a.pdf", final=True).draft


def test_a_later_date_needs_an_answer_on_voters_and_no_approval(folder, tmp_path):
    change(folder, "date: 2 September 2021", "date: 3 September 2021")
    assert told(folder) == [("warning", "approval-reworded")]
    with pytest.raises(ContentError) as caught:
        briefing.build(folder, tmp_path / "a.pdf", final=True)
    assert [each.id for each in caught.value.diagnostics if each.severity == "error"] == ["not-answered"]


def test_a_source_may_be_found_elsewhere(folder):
    change(folder, "https://example.org/a", "https://example.org/archive/a", "sources.yaml")
    assert told(folder) == [("warning", "approval-reworded")]


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("title: Who flees?", "title: Who fled?"),
        ("Many flee.", "Most flee."),
        ("let more people come", "let people come"),
        ("ask: Sign,", "ask: Sign now,"),
        ("## The mountains", "## The valleys"),
        ("80 per cent", "90 per cent"),
        ("of them are women", "of them are men"),
        ("women. [@a]", "women."),
        ("women. [@a]", "women. [@a, p. 7]"),
        ("1996", "1997"),
        ("They walk at night.", "They walk at night. The minister knew."),
        ("It is cold.", "It is cold. They freeze."),
        ("![Tents]", "![A camp]"),
        ("-- Ahmad Massoud", "-- Joe Biden"),
        ("| Women | 4,120 |\n| Men |", "| Men | 4,120 |\n| Women |"),
        ("Killed", "Saved"),
        ("The minister took", "The general took"),
        ("He lied.", "He never lied."),
        ("did not", "did"),
        ("He lied. The cook did not.", "He did not lie. The cook did."),
        (": Deaths.", ": Births."),
    ],
)
def test_an_approval_lapses_with_what_it_rests_on(folder, tmp_path, typed, other):
    change(folder, typed, other)
    assert told(folder) == [("open", "approval-lapsed")]
    with pytest.raises(ContentError) as caught:
        briefing.build(folder, tmp_path / "a.pdf", final=True)
    last = caught.value.diagnostics[-1]
    message = "This cannot be final. The text changed since it was approved."
    assert (last.id, last.message) == ("not-signed-off", message)


def test_an_approval_lapses_with_its_source_and_its_pictures(folder):
    change(folder, "title: A,", "title: B,", "sources.yaml")
    assert told(folder) == [("open", "approval-lapsed")]
    change(folder, "title: B,", "title: A,", "sources.yaml")
    assert told(folder) == [("note", "approved")]
    (folder / "a.png").write_bytes(picture(size=(40, 31)))
    assert told(folder) == [("open", "approval-lapsed")]


def test_an_approval_lapses_where_two_quotations_change_their_speakers(tmp_path):
    quoted = "\n> We stay.\n> -- Ahmad Massoud [@a]\n\n> They go.\n> -- Joe Biden [@a]\n"
    folder = approve(write(tmp_path / "article", {**FILES, "briefing.md": ARTICLE.replace("> We", "> I") + quoted}))
    assert told(folder) == [("note", "approved")]
    change(folder, "> We stay.", "> They stayed.")
    change(folder, "> They go.", "> We stay.")
    change(folder, "> They stayed.", "> They go.")
    assert told(folder) == [("open", "approval-lapsed")]


def test_an_approval_of_the_content_alone_is_one_of_every_word(folder):
    path = folder / "briefing.md"
    whole = path.read_text("utf-8")
    line = next(each for each in whole.splitlines() if each.startswith("approved:"))
    path.write_text(whole.replace(line, line.partition(", claims")[0] + "}"), "utf-8")
    assert told(folder) == [("note", "approved")]
    change(folder, "The road is long.", "The road is very long.")
    assert told(folder) == [("open", "approval-lapsed")]


def test_nobody_is_final_without_approval(tmp_path):
    folder = write(tmp_path / "article", FILES)
    [found] = [each for each in briefing.check(folder) if each.id == "not-approved"]
    assert str(found) == (
        "briefing.md:1:1  note  not-approved\n  Nobody has approved this text.\n"
        "  For --final somebody who has not written it reads the sheet (check --sheet) and approves (check --approve)."
    )
    assert not briefing.build(folder, tmp_path / "a.pdf").draft
    with pytest.raises(ContentError) as caught:
        briefing.build(folder, tmp_path / "b.pdf", final=True)
    assert str(caught.value.diagnostics[-1]) == (
        "briefing.md:1:1  error  not-signed-off\n  This cannot be final. Nobody has approved this text.\n"
        "  For --final somebody who has not written it reads the sheet (check --sheet) and approves (check --approve)."
    )
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("by", ["Research desk", "research  DESK, London"])
def test_an_author_s_approval_is_none(tmp_path, by):
    folder = approve(write(tmp_path / "article", FILES), by)
    assert told(folder) == [("note", "approved"), ("warning", "approver-is-author")]
    with pytest.raises(ContentError, match="not-signed-off"):
        briefing.build(folder, tmp_path / "a.pdf", final=True)


def test_an_approval_that_names_no_text_is_none(tmp_path):
    article = ARTICLE.replace("version: 1", "approved: {by: A, on: 2021}")
    folder = write(tmp_path / "article", {**FILES, "briefing.md": article})
    assert told(folder) == [("note", "approval-without-hash")]
    with pytest.raises(ContentError, match="not-signed-off"):
        briefing.build(folder, tmp_path / "a.pdf", final=True)


def test_what_it_rests_on_is_the_same_tomorrow():
    assert claims_hash(SAMPLE) == claims_hash(replace(SAMPLE, masthead=replace(SAMPLE.masthead, approved=None)))


def test_who_is_an_author():
    head = replace(SAMPLE.masthead, authors=("Jane Doe, head of policy", "B"))
    assert is_author("jane doe", replace(SAMPLE, masthead=head))
    assert is_author("Doe, Jané (editor)", replace(SAMPLE, masthead=head))
    assert not is_author("John Doe", replace(SAMPLE, masthead=head))
    made = Translation(file="briefing.md", language="en-GB", by="John Doe")
    assert is_author("John Doe, translator", replace(SAMPLE, masthead=head, translation=made))


def test_the_field_is_printed_to_be_copied(tmp_path, capsys, monkeypatch):
    folder = write(tmp_path / "article", FILES)
    assert main(["check", str(folder), "--approve", "Jane Doe: desk", "--today", "2021-09-02"]) == 0
    printed = capsys.readouterr()
    assert printed.err == "Put these lines between the two lines of dashes at the head of briefing.md:\n"
    found = briefing.load(folder).briefing
    assert printed.out == (
        'approved:\n  by: "Jane Doe: desk"\n  on: 2021-09-02\n'
        f"  content: {content_hash(found)}\n  claims: {claims_hash(found)}\n"
    )
    write(folder, {"briefing.md": ARTICLE.replace("version: 1\n", printed.out)})
    change(folder, "authors", "version: 1\nauthors")
    assert told(folder) == [("note", "approved")]


def test_what_was_checked_is_what_is_approved(tmp_path, capsys, monkeypatch):
    folder, load = write(tmp_path / "article", FILES), listing.load

    def load_changed(*words, **named):
        change(folder, "The road is long.", "The road is very long.")
        return load(*words, **named)

    monkeypatch.setattr(listing, "load", load_changed)
    assert main(["check", str(folder), "--approve", "Jane Doe"]) == 0
    assert f"  content: {content_hash(briefing.load(folder).briefing)}\n" in capsys.readouterr().out


def test_no_author_approves(tmp_path, capsys):
    folder = write(tmp_path / "article", FILES)
    assert main(["check", str(folder), "--approve", "research desk, London"]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        '"research desk, London" has written the text and cannot release it. A second person reads and releases it.\n',
    )


def test_what_is_open_is_not_approved(tmp_path, capsys):
    folder = write(tmp_path / "article", {**FILES, "briefing.md": ARTICLE.replace("women. [@a]", "women.")})
    assert main(["check", str(folder), "--approve", "Jane Doe"]) == 1
    printed = capsys.readouterr()
    command = f"briefing check {folder}"
    assert (printed.out, printed.err) == ("", f"Nothing can be approved yet: 1 open point. See: {command}\n")


def test_what_has_lapsed_is_approved_again(folder, capsys):
    change(folder, "80 per cent", "90 per cent")
    assert main(["check", str(folder), "--approve", "Jane Doe"]) == 0
    printed = capsys.readouterr()
    assert printed.err == "Put these lines in the place of the field approved at the head of briefing.md:\n"
    assert "  claims: " in printed.out


def test_nobody_approves(folder, capsys):
    assert main(["check", str(folder), "--approve", " "]) == 2
    assert 'whoever answers for it has a name, such as "Jane Doe, head of policy"' in capsys.readouterr().err


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_the_embargo_stands_on_every_page(tmp_path, template):
    fields = "version: 1\nembargo: 3 September 2021, 00:01 BST"
    handout = "::: handout\nText.\n:::\n\n\\newpage\n\nMore.\n\n\\newpage\n\n"
    handout += "::: timeline A\n- 1996: one [@a]\n- 1997: two [@a]\n:::\n"
    folder = write(tmp_path / "a", {**FILES, "briefing.md": ARTICLE.replace("version: 1", fields) + handout})
    built = briefing.build(folder, tmp_path / "a.pdf", template=template)
    with pypdfium2.PdfDocument(built.path) as document:
        texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    assert len(texts) == built.pages > 1
    assert [text.count("Embargoed until 3 September 2021, 00:01 BST") for text in texts] == [1] * built.pages
