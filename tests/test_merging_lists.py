"""What an author says of the list that copies are made for: its source, its date, its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import ContentError
from briefing.merging import Merged, Order, merge
from briefing.reading import read_folder

ARTICLE = (
    "---\ntitle: Those who flee\nlanguage: en-GB\ndate: 2 September 2021\n{fields}---\nDear {{{{ recipient.name }}}}\n"
)
DATED = "recipients: {source: Members API, date: 30 August 2021}\n"
EXAMPLE = (
    '  Write into the fields: recipients: {source: "Members of Parliament, members-api.parliament.uk", date: DAY}.'
)
PEOPLE = "Name,Ward,Contact\nAnna,Abbey,a@example.org\nBea,Abbey,b@example.org\nCleo,Lansdown,a@example.org\n"


def article(folder: Path, fields: str) -> Path:
    made = folder / "article"
    made.mkdir()
    (made / "briefing.md").write_text(ARTICLE.format(fields=fields), encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return made


def proofs(folder: Path, fields: str) -> Merged:
    return merge(Order(article(folder, fields)), folder / "people.csv", folder / "out", dry=True)


def noticed(merged: Merged) -> list[str]:
    return [str(each) for each in merged.noticed if each.id != "voters-unanswered"]


def test_source_and_date_of_a_list_are_said(tmp_path):
    merged = proofs(tmp_path, DATED)
    assert merged.listed == "List dated 30 August 2021: Members API."
    assert noticed(merged) == []


def test_a_list_from_a_source_of_the_article_has_its_title(tmp_path):
    fields = "recipients: {source: members, date: 2021-08-30}\n"
    (article(tmp_path, fields) / "sources.yaml").write_text(
        "members:\n  title: Members of the House\n", encoding="utf-8"
    )
    merged = merge(Order(tmp_path / "article"), tmp_path / "people.csv", tmp_path / "out", dry=True)
    assert merged.listed == "List dated 30 August 2021: Members of the House."


@pytest.mark.parametrize(
    ("fields", "place", "missing", "said"),
    [
        ("", "1:1", "source and the date", ""),
        ("recipients: {source: Members API}\n", "5:13", "date", "List: Members API."),
        ("recipients: {date: August 2021}\n", "5:13", "source", "List dated August 2021."),
    ],
)
def test_what_nobody_says_of_a_list_is_asked_for(tmp_path, fields, place, missing, said):
    merged = proofs(tmp_path, fields)
    assert noticed(merged) == [
        f"briefing.md:{place}  warning  undated-list\n  Nothing says the {missing} of the list people.csv.\n{EXAMPLE}"
    ]
    assert merged.listed == said


def test_a_list_that_is_older_than_what_the_text_says_is_warned_of(tmp_path):
    merged = proofs(tmp_path, "information_as_of: 1 September 2021\n" + DATED)
    assert noticed(merged) == [
        "briefing.md:6:13  warning  old-list\n"
        "  The list is of 30 August 2021, and what the text says is as of 1 September 2021.\n"
        "  Somebody else may hold a seat now: take a newer list, or say of when this one is."
    ]


def test_the_columns_of_a_list_are_named(tmp_path):
    fields = "recipients: {source: A, date: 30 August 2021, name: Name, unit: Ward, email: Contact}\n"
    merged = proofs(tmp_path, fields)
    assert noticed(merged) == [
        "people.csv:3:1  warning  two-for-one\n  Abbey has another name in line 2: Anna there, Bea here.\n"
        "  Keep the one who holds the seat now.",
        "people.csv:4:1  warning  repeated-address\n"
        "  The e-mail address of this row stands in line 2, too.\n  Was another person meant?",
    ]


def test_a_column_that_the_list_has_not_is_an_error(tmp_path):
    with pytest.raises(ContentError) as caught:
        proofs(tmp_path, "recipients: {source: A, date: 30 August 2021, unit: Wards}\n")
    assert [str(each) for each in caught.value.diagnostics] == [
        "briefing.md:5:13  error  unknown-field\n"
        '  The list people.csv has no column "Wards", which recipients.unit names.\n  Did you mean ward?'
    ]


def test_files_are_named_by_the_unit(tmp_path, monkeypatch, capsys):
    folder = article(tmp_path, DATED.replace("}", ", unit: Ward}"))
    monkeypatch.chdir(tmp_path)
    assert main(["merge", "article", "--recipients", "people.csv", "-o", "out", "--jobs", "1"]) == 0
    assert sorted(path.name for path in (folder.parent / "out").glob("*.pdf")) == [
        "Abbey-2.pdf",
        "Abbey.pdf",
        "Lansdown.pdf",
    ]
    assert "\nList dated 30 August 2021: Members API.\n" in capsys.readouterr().out


def test_an_edition_has_the_list_of_its_original(tmp_path):
    folder = article(tmp_path, DATED)
    (folder / "briefing.cy.md").write_text("---\ntitle: Y rhai\nlanguage: cy\n---\nAnnwyl\n", encoding="utf-8")
    briefing = read_folder(folder, language="cy").briefing
    assert briefing
    assert briefing.recipients
    assert briefing.recipients.source == "Members API"
