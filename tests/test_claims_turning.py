"""Marked changes that may turn a quotation round, and what is said of quotations with marked changes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from reading_folders import HEAD, told, write

from briefing.checking import check
from briefing.claims import ledger_of
from briefing.claims.comparing import Captured, compare_quotation
from briefing.cli import main
from briefing.reading import read_folder
from briefing.sheet.values import status_of

TURNED = {
    ("I am … happy.", "I am not happy."): ("…", "not"),
    ("I … like it", "I don’t like it"): ("…", "don't"),
    ("I am [not] happy.", "I am happy."): ("[not]", ""),
    ("They [never] came … home", "They came to their home"): ("[never]", ""),
    ("[everybody] will return", "So nobody will return."): ("[everybody]", "nobody"),
    ("We will [return]", "We will not return."): ("[return]", "not"),
    ("I [love] the Taliban", "I hate the Taliban."): ("[love]", "hate"),
    ("We will [return]", "We will surrender."): ("[return]", "surrender"),
    ("We saw [five] men", "We saw fifty men"): ("[five]", "fifty"),
    ("We saw [50] men", "We saw 5 men"): ("[50]", "5"),
    ("I am [un]happy here", "I am happy here"): ("[unhappy]", "happy"),
}
FAIR = {
    "[My forces] will fight on": "They will fight on",
    "It was [the prime minister’s] plan": "It was his plan",
    "They follow[ed] him home": "They follow him home",
    "We [took] it": "We take it",
    "We [left] it": "We leave it",
    "[Syria] is free": "My country is free",
    "We [refugees] came": "We came",
    "He said it … and went home": "He said it, which was not true, and went home",
    "It is … wrong": "It is not only bad but wrong",
    "We fight on [applause] for you": "We fight on and on for you",
    "The [PHQ-9] test … is good": "The [PHQ-9] test, which is long, is good",
    "We did [not] go": "We did never go",
    "We will fight … and win": "We will not give in. We will fight on the beaches, not at home, and win",
    "I am … happy": "I am not happy. But today I am really happy.",
}


@pytest.mark.parametrize(("words", "source"), TURNED)
def test_a_not_left_out_or_put_in_and_another_word_may_turn_a_quotation(words, source):
    found = compare_quotation(words, Captured(source), "en-GB")
    assert (found.outcome, found.unlike) == ("marked", TURNED[words, source])


@pytest.mark.parametrize("words", FAIR)
def test_fair_changes_turn_nothing(words):
    found = compare_quotation(words, Captured(FAIR[words]), "en-GB")
    assert (found.outcome, found.unlike) == ("marked", None)


@pytest.mark.parametrize(
    ("language", "words", "source"),
    [
        ("de", "Ich bin … glücklich", "Ich bin gar nicht glücklich"),
        ("fr", "Je … suis [pas] ici", "Je suis ici"),
        ("es", "[todos] volverán", "nadie volverán"),
        ("it", "Io … torno", "Io non torno"),
        ("nl", "Ik ga … weg", "Ik ga nooit weg"),
        ("pt", "Eu … volto", "Eu não volto"),
    ],
)
def test_it_is_seen_in_these_languages_and_nothing_is_said_of_others(language, words, source):
    assert compare_quotation(words, Captured(source), language).unlike
    assert compare_quotation(words, Captured(source), "cy").unlike is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = {"sources.yaml": "a:\n  title: A\n", "sources/a.txt": "Nobody will return. They said nothing to us."}
    text = f"{HEAD}“[everybody] will return,” she said. [@a]\n\n“They said … to us,” he said. [@a]\n"
    return write(tmp_path / "piece", {"briefing.md": text, **sources})


def test_what_is_told_of_them(folder):
    found = [each for each in check(read_folder(folder).briefing) if each.id == "marked-turns"]
    hint = "  Quote these words too; or say behind the citation why the change is fair: [no source, WHY]."
    assert told(found) == [
        "briefing.md:5:3  warning  marked-turns\n"
        '  A marked change may turn round what a says: where you have "[everybody]" it has "nobody".\n'
        f"    source: Nobody will return\n{hint}",
        "briefing.md:7:2  warning  marked-turns\n"
        '  A marked change may turn round what a says: where you have "…" it has "nothing".\n'
        f"    source: They said nothing to us\n{hint}",
    ]


def test_whoever_says_why_is_not_told(folder):
    text = (folder / "briefing.md").read_text().replace("[@a]", "[@a] [no source, he meant this]")
    write(folder, {"briefing.md": text})
    assert [each for each in check(read_folder(folder).briefing) if each.id == "marked-turns"] == []


def test_words_of_a_confidential_source_are_not_told(folder):
    write(folder, {"sources.yaml": "a:\n  confidential: yes\n  described_as: A doctor\n"})
    found = [each for each in check(read_folder(folder).briefing) if each.id == "marked-turns"]
    assert told(found)[0] == (
        "briefing.md:5:3  warning  marked-turns\n"
        '  A marked change may turn round what a says: where you have "[everybody]" it has another thing.\n'
        "  Its words are confidential and shown nowhere: compare them yourself, in sources/a.txt."
    )


def test_the_list_of_claims_and_the_sheet_tell_marked_from_verbatim(folder, capsys):
    write(folder, {"briefing.md": f"{HEAD}“They said … to us,” he said. [@a]\n\n“They said nothing,” he said. [@a]\n"})
    claims = ledger_of(read_folder(folder).briefing).claims
    assert [(claim.status, claim.is_marked, status_of(claim).word) for claim in claims] == [
        ("verbatim", True, "marked"),
        ("verbatim", False, "verbatim"),
    ]
    main(["check", str(folder), "--ledger"])
    lines = capsys.readouterr().out.splitlines()
    assert [line[:44].split() for line in lines if "body" in line] == [
        ["5:2", "body", "marked", "a"],
        ["7:2", "body", "verbatim", "a"],
    ]
    assert "Claims 2: checked against the source 2." in lines
    main(["check", str(folder), "--ledger", "--format", "json"])
    records = json.loads(capsys.readouterr().out)["claims"]
    assert [(each["status"], each["marked_changes"]) for each in records] == [("verbatim", True), ("verbatim", False)]
    main(["check", str(folder), "--ledger", "--format", "csv"])
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
    assert [row["marked_changes"] for row in rows] == ["yes", "no"]
