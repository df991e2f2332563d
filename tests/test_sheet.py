"""The checking sheet: each claim beside the words of its source, with a box to tick."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from conforming import assert_conforming
from reading_folders import write
from stopwatch import Stopwatch

import briefing
from briefing.checking import claims_hash, content_hash
from briefing.claims import ledger_of
from briefing.cli import main
from briefing.errors import ContentError, OutputError, ProtectedError
from briefing.press import Press
from briefing.sheet import Sheet, make_sheet, sheet_of
from briefing.sheet.making import numbers_of

ARTICLE = """---
title: Who flees?
language: en-GB
date: 2 September 2021
information_as_of: 24 August 2021
embargo: 3 September 2021, 00:01 BST
version: 2
authors: [Research desk, Jane Roe]
petition: {ask: Sign, link: "https://example.org/sign", print_as: example.org/sign, deadline: 10 September 2021}
---
::: summary
- Some 80 per cent of them are women. [@note, p. 7]
:::
::: asks
- **Parliament**: let more people come, by 10 September 2021.
:::

Opening words cost £5 million. [@other]

## The mountains

“We have stores of food,” she said. [@note] They have 6,000 troops and 900 guns. [@other, p. 12]

### The road

Our desk counted 7,000 people. [@ours] It paid £9 million. [no source, our own books] It got £3 million.

“They will come back in May,” he said. [@note]

::: timeline Forty years
- 1979: 4,000 people flee [@note]
:::

It began in 1996. [@other]
"""
SOURCES = """note:
  title: A note
  publisher: UNHCR
  date: 13 August 2021
  url: https://example.org/note
other:
  title: Another
  publisher: The Paper
  date: 2020
  url: https://example.org/other
ours:
  title: Ours
  own: yes
"""
KEPT = """Many stay. Some 80 per cent of those who fled are women. The road is long.
“We have stores of food,” she said. “They will come back in June,” he said.
"""
FILES = {"briefing.md": ARTICLE, "sources.yaml": SOURCES, "sources/note.txt": KEPT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "piece", FILES)


def filled(folder: Path, *, strict: bool = False) -> Sheet:
    found = briefing.load(folder)
    numbers = numbers_of(Press(), found.briefing)
    told = briefing.check(folder)
    return sheet_of(found.briefing, ledger_of(found.briefing), numbers, told, command="approve", strict=strict)


def words(line) -> str:
    return "".join(f"*{piece.text}*" if piece.is_marked else piece.text for piece in line.pieces)


def rows(sheet: Sheet):
    return [row for group in sheet.groups for row in group.rows]


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_claims_stand_under_the_headings_of_the_briefing(folder):
    assert [(group.title.label, words(group.title), len(group.rows)) for group in filled(folder).groups] == [
        ("", "Summary", 1),
        ("", "Opening", 1),
        ("", "1 The mountains", 2),
        ("", "1.1 The road", 4),
        ("Timeline", "Forty years", 2),
    ]


def test_each_has_what_stands_behind_it(folder):
    found = [(row.number, words(row.told), row.status.sign, row.status.word) for row in rows(filled(folder))]
    assert found == [
        (1, "*Some 80 per cent* of them are women.", "✓", "matches"),
        (2, "Opening words cost *£5 million*.", "○", "attributed"),
        (3, "“*We have stores of food,*” she said.", "✓", "verbatim"),
        (4, "They have *6,000 troops* and 900 guns.", "○", "attributed"),
        (5, "Our desk counted *7,000 people*.", "!", "own only"),
        (6, "It paid *£9 million*.", "–", "waived"),
        (7, "It got *£3 million*.", "!", "no source"),
        (8, "“*They will come back in May,*” he said.", "≠", "differs"),
        (9, "*1979: *4,000 people flee", "○", "attributed"),
        (10, "*4,000 people* flee", "≠", "differs"),
    ]


def said(row) -> list[str]:
    lines = [" ".join(filter(None, (line.label, words(line)))) for line in row.says]
    return lines + [
        " ".join(filter(None, (f"[{each.number}]", words(each.name), each.locator, each.note, each.address)))
        for each in row.references
    ]


def test_beside_it_is_what_its_source_says(folder):
    found = {row.number: said(row) for row in rows(filled(folder))}
    assert found[1] == [
        "Some 80 per cent of those who fled are women.",
        "[1] UNHCR p. 7 Kept in sources/note.txt.",
    ]
    assert found[3] == [
        "Many stay. Some 80 per cent of those who fled are women. The road is long. “*We have stores of food*,” "
        "she said. “They will come back in June,” he said.",
        "[1] UNHCR Kept in sources/note.txt.",
    ]
    assert found[4] == ["[2] The Paper p. 12 Not kept here. Open it: https://example.org/other"]
    assert found[5] == ["[3] Ours Our own text: no evidence."]
    assert found[6] == ["No source, the author says: our own books"]
    assert found[7] == ["No source."]
    assert found[8] == [
        "Yours: They will come back in *[May]*",
        "Source: They will come back in *[June]*",
        "[1] UNHCR Kept in sources/note.txt.",
    ]
    assert found[9] == ["[1] UNHCR Not compared; its words are in sources/note.txt. Open it: https://example.org/note"]
    assert found[10] == [
        "Nothing like it stands in the words that are kept.",
        "[1] UNHCR Kept in sources/note.txt.",
    ]


def test_what_needs_no_source_comes_at_the_end_or_among_the_others(folder):
    [group] = filled(folder).listed
    listed = [words(row.told) for row in group.rows]
    assert listed == ["They have 6,000 troops and *900 guns*.", "*It began in 1996*."]
    strict = filled(folder, strict=True)
    assert [words(row.told) for row in strict.listed[0].rows] == ["They have 6,000 troops and *900 guns*."]
    assert words(strict.groups[3].rows[-1].told) == "*It began in 1996*."


def test_it_counts_what_needs_care_first(folder):
    assert [(status.word, number) for status, number in filled(folder).counts] == [
        ("differs", 2),
        ("no source", 1),
        ("own only", 1),
        ("attributed", 3),
        ("waived", 1),
        ("verbatim", 1),
        ("matches", 1),
        ("listed", 2),
    ]


def test_asks_and_what_else_was_found_are_read_as_well(folder):
    sheet = filled(folder)
    assert [(fact.name, words(fact.value)) for fact in sheet.asks] == [
        ("Ask, line 15", "Parliament: let more people come, by 10 September 2021."),
        ("Petition", "Sign"),
        ("Leads to", "https://example.org/sign"),
        ("Printed as", "example.org/sign"),
        ("Last day", "10 September 2021"),
    ]
    assert "quote-differs" in str(briefing.check(folder))
    assert not [fact for fact in sheet.findings if "not what note says" in words(fact.value)]
    change(folder, "title: Another\n  ", "")
    [found] = [fact for fact in filled(folder).findings if "no title" in words(fact.value)]
    assert (found.name, words(found.value), found.value.label) == (
        "sources.yaml, line 6",
        "The source other has no title.",
        "Warning",
    )


def change(folder: Path, typed: str, other: str) -> None:
    for path in (folder / "briefing.md", folder / "sources.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(typed, other), "utf-8")


def test_a_hedge_that_was_dropped_is_told_beside_the_claim(folder):
    change(folder, "- Some 80 per cent of them", "- 80 per cent of them")
    [remark] = rows(filled(folder))[0].remarks
    assert remark.startswith('The summary says "80 per cent of them are women"; note says "Some')


def test_the_sheet_on_paper(folder, tmp_path):
    made = make_sheet(folder, tmp_path / "a.pdf")
    assert_conforming(made.path.read_bytes())
    assert (made.page_size, made.claims, made.diagnostics) == ("A4", 12, ())
    found = briefing.load(folder).briefing
    texts = pages(made.path)
    whole = " ".join(texts)
    assert len(texts) == made.pages > 1
    for number, text in enumerate(texts, start=1):
        assert f"Not for publication · Who flees? · {content_hash(found)[:12]} Page {number} of {made.pages}" in text
        assert f"of {made.pages} Embargoed until 3 September 2021, 00:01 BST" in text
    assert (
        "Version 2 Date 2 September 2021 Information as of 24 August 2021 Written by Research desk; Jane Roe" in whole
    )
    assert "Embargoed until 3 September 2021, 00:01 BST" in whole
    assert (
        "Voters Nobody has answered whether this can reasonably be regarded as intended to influence voters." in whole
    )
    assert "What stands behind 12 claims" in whole
    assert whole.count("☐ seen") == 12 + 5 + 3
    assert whole.count("Initials, remarks") == 10
    assert f"content: {content_hash(found)}" in whole
    assert f"claims: {claims_hash(found)}" in whole
    assert 'briefing check piece --approve "NAME, ROLE"' in whole


@pytest.mark.parametrize("page", ["A5", "letter"])
def test_it_stands_on_other_paper(folder, tmp_path, page):
    made = make_sheet(folder, tmp_path / "a.pdf", page=page)
    assert_conforming(made.path.read_bytes())
    assert (made.page_size, made.diagnostics) == (page, ())


def test_its_tables_have_heads_and_its_parts_headings(folder, tmp_path):
    tags = [*walk(briefing.verify(make_sheet(folder, tmp_path / "a.pdf").path).tags)]
    headings = [spoken(tag).strip() for tag in tags if tag.role == "H2"]
    assert headings == [
        "What stands behind 12 claims",
        "Summary",
        "Opening",
        "1 The mountains",
        "1.1 The road",
        "Timeline: Forty years",
        "What is asked",
        "What else the program found",
        "Dated statements and small numbers",
        "Sources, with their numbers in the briefing",
        "Approval",
    ]
    rows_of = [[each.role for each in tag.children] for tag in tags if tag.role == "TR"]
    assert rows_of.count(["TH", "TD", "TD", "TD"]) == 12
    assert rows_of.count(["TH", "TH", "TH", "TH"]) == 6


def walk(tags):
    for tag in tags:
        if not isinstance(tag, str):
            yield tag
            yield from walk(tag.children)


def spoken(tag) -> str:
    return "".join(child if isinstance(child, str) else spoken(child) for child in tag.children)


def test_sources_have_the_numbers_of_the_briefing(example, tmp_path):
    built = briefing.build(example, tmp_path / "a.pdf")
    found = briefing.load(example).briefing
    numbers = numbers_of(Press(), found)
    text = " ".join(pages(built.path))
    listed = text[text.rindex("Sources") :]
    assert sorted(numbers.values()) == list(range(1, 15))
    for key, number in numbers.items():
        title = found.sources[key].title.split()[0]
        assert re.search(rf"\b{number}\.? [^0-9]{{0,40}}{re.escape(title)}", listed), key


def test_text_reaches_the_page_as_typed(tmp_path):
    text = 'Some 80 per cent of a < b & "c" <img src=x> {{ field }} are ours -- all of them. [@note]'
    article = f"---\ntitle: T <b>&amp;\nlanguage: en-GB\n---\n{text}\n"
    made = make_sheet(write(tmp_path / "piece", {**FILES, "briefing.md": article}), tmp_path / "a.pdf")
    whole = " ".join(pages(made.path))
    assert "T <b>&amp;" in whole
    assert 'Some 80 per cent of a < b & "c" <img src=x> {{ field }} are ours' in whole


def test_what_is_no_letter_in_a_source_does_not_keep_from_a_sheet(folder, tmp_path):
    (folder / "sources" / "note.txt").write_text(KEPT.replace("Many stay", "Many\x01 \ue000stay"), encoding="utf-8")
    assert "Many□ □stay." in " ".join(pages(make_sheet(folder, tmp_path / "a.pdf").path))


def test_an_edition_from_right_to_left_is_in_its_own_direction(example, tmp_path):
    made = make_sheet(example, tmp_path / "a.pdf", language="fa-AF")
    assert_conforming(made.path.read_bytes())
    found = briefing.load(example, language="fa-AF").briefing
    sheet = sheet_of(found, ledger_of(found), {}, command="approve")
    assert {(row.told.language, row.told.direction) for row in rows(sheet)} == {("fa-AF", "rtl")}
    notes = {each.note for row in rows(sheet) for each in row.references}
    assert "Not compared, for it is in another language; its words are in sources/unhcr-2021.txt. Open it:" in notes
    assert "This is a translation" in " ".join(pages(made.path))


def test_the_same_folder_gives_the_same_bytes(folder, tmp_path):
    first = make_sheet(folder, tmp_path / "a.pdf").path.read_bytes()
    assert make_sheet(folder, tmp_path / "b.pdf").path.read_bytes() == first


def test_nothing_is_overwritten_but_an_older_sheet(folder, tmp_path):
    with pytest.raises(OutputError):
        make_sheet(folder, folder / "briefing.md")
    assert (folder / "briefing.md").read_text("utf-8") == ARTICLE


def test_an_article_with_errors_has_no_sheet(folder, tmp_path):
    change(folder, "date: 2 September 2021", "date: 2 Septmber 2021")
    with pytest.raises(ContentError, match="date-unreadable"):
        make_sheet(folder, tmp_path / "a.pdf")


def test_an_article_without_claims_has_a_sheet(tmp_path):
    folder = write(tmp_path / "piece", {"briefing.md": "---\ntitle: T\nlanguage: en-GB\n---\nText.\n"})
    made = make_sheet(folder, tmp_path / "a.pdf")
    assert "There are no quotations and no figures that need a source." in pages(made.path)[0]
    assert_conforming(made.path.read_bytes())


def test_the_command_says_what_it_made(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check", "piece", "--sheet"]) == 0
    printed = capsys.readouterr()
    assert re.fullmatch(
        r"build/piece-sheet\.pdf: \d pages A4, \d\d kB, 12 claims to tick\. Not for publication\.\n", printed.out
    )
    assert printed.err == ""
    assert (tmp_path / "build" / "piece-sheet.pdf").is_file()


def test_the_command_says_why_it_made_none(folder, tmp_path, capsys):
    change(folder, "title: Who flees?", "titel: Who flees?")
    assert main(["check", str(folder), "--sheet", "-o", str(tmp_path / "a.pdf")]) == 1
    assert "Nothing was written: " in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_an_output_goes_with_a_sheet(folder, capsys):
    assert main(["check", str(folder), "-o", "a.pdf"]) == 2
    assert capsys.readouterr().err == "briefing check: error: -o goes with --sheet\n"


def test_a_protected_word_of_a_source_does_not_get_out_on_a_sheet(folder, tmp_path):
    (tmp_path / "list.txt").write_text("June\n", encoding="utf-8")
    words = briefing.protected_words([tmp_path / "list.txt"])
    with pytest.raises(ProtectedError) as caught:
        make_sheet(folder, tmp_path / "a.pdf", protected=words)
    assert "June" not in str(caught.value)
    assert not (tmp_path / "a.pdf").exists()


def test_a_source_with_kept_words_is_compared_with_protected_ones(folder, tmp_path):
    (tmp_path / "list.txt").write_text("Somebody\n", encoding="utf-8")
    words = briefing.protected_words([tmp_path / "list.txt"])
    assert make_sheet(folder, tmp_path / "a.pdf", protected=words).claims == 12


def test_a_sheet_of_more_claims_than_anybody_reads_is_refused(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.sheet.making._MOST", 11)
    with pytest.raises(ContentError) as caught:
        make_sheet(folder, tmp_path / "a.pdf")
    assert str(caught.value) == (
        "briefing.md:1:1  error  sheet-too-long\n  There are 12 claims; a sheet holds 11.\n  Divide the briefing."
    )


def test_a_sentence_without_end_is_shown_around_the_claim(folder):
    long = "On and on it goes, " * 80
    change(folder, "Opening words cost £5 million.", f"{long}it cost £5 million {long}.")
    told = words(rows(filled(folder))[1].told)
    assert "it cost *£5 million* On" in told
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert len(told) < 830


@pytest.mark.slow
def test_many_claims_take_no_more_time_each_than_few(tmp_path):
    few, many = (timed(tmp_path, number) for number in (40, 400))
    assert many < 25 * few


def timed(tmp_path: Path, number: int) -> float:
    """Seconds that a sheet of so many claims takes."""
    told = [f"In the district {each} some {1000 + 7 * each} families fled, officials said." for each in range(number)]
    article = "---\ntitle: T\nlanguage: en-GB\n---\n" + "\n\n".join(f"{each} [@note]" for each in told)
    files = {**FILES, "briefing.md": article, "sources/note.txt": "\n".join(told)}
    folder = write(tmp_path / str(number), files)
    with Stopwatch() as watch:
        made = make_sheet(folder, tmp_path / f"{number}.pdf")
    assert made.claims >= number
    return watch.seconds


def test_it_says_when_the_words_of_a_source_were_taken(folder):
    briefing.capture(folder, "note", KEPT.encode(), name="note.txt", captured=date(2021, 8, 24))
    assert said(rows(filled(folder))[0])[-1] == "[1] UNHCR p. 7 Kept in sources/note.txt, taken 2021-08-24."


@pytest.mark.parametrize("other", [["--ledger"], ["--approve", "Jane Doe"]])
def test_one_thing_is_asked_at_a_time(folder, capsys, other):
    assert main(["check", str(folder), "--sheet", *other]) == 2
    assert f"argument {other[0]}: not allowed with argument --sheet\n" in capsys.readouterr().err


@pytest.mark.parametrize("other", [["--sheet"], ["--approve", "Jane Doe"]])
def test_versions_are_compared_without_a_sheet(folder, capsys, other):
    assert main(["check", str(folder), "--against", "old", *other]) == 2
    message = "--against compares two versions, and goes with neither --sheet nor --approve"
    assert capsys.readouterr().err == f"briefing check: error: {message}\n"


def test_of_a_confidential_source_only_what_is_printed_is_shown(folder, tmp_path):
    change(
        folder, "note:\n  title: A note\n", "note:\n  confidential: yes\n  described_as: A doctor\n  title: A note\n"
    )
    sheet = filled(folder)
    found = {row.number: said(row) for row in rows(sheet)}
    assert found[1] == [
        "The words that are kept have it; they are confidential and not shown here.",
        "[1] A doctor p. 7 Confidential: ask who keeps it.",
    ]
    assert found[8][0] == "The words that are kept do not have it; they are confidential and not shown here."
    assert found[9] == ["[1] A doctor Confidential: ask who keeps it."]
    assert (words(sheet.sources[0].value), sheet.sources[0].value.label) == ("A doctor.", "Confidential.")
    whole = " ".join(pages(make_sheet(folder, tmp_path / "a.pdf").path))
    for secret in ("UNHCR", "example.org/note", "June", "Many stay", "sources/note"):
        assert secret not in whole, secret


def test_a_page_looks_as_it_did(golden, folder, tmp_path):
    golden.check("sheet-2", make_sheet(folder, tmp_path / "a.pdf").path.read_bytes(), 1)
