"""``briefing check --against``: what is printed, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main

HEAD = "---\ntitle: A title\nlanguage: en-GB\ndate: {}\nversion: {}\n---\n"
FLED = "They recieve aid. Nearly 250,000 people fled. [no source, known]\n"
CHANGED = FLED.replace("250,000", "390,000")
ENTRY = "\n::: corrections\n- 5 September 2021: It said 250,000.\n:::\n"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("old", FLED), ("new", CHANGED), ("mended", FLED.replace("recieve", "receive"))):
        write(name, text)
    write("reworded", FLED.replace("people fled", "people left"))
    write("rewritten", FLED.replace("people fled", "people left").replace("aid", "food"))
    write("told", CHANGED + ENTRY, "5 September 2021", "2")


def write(name: str, text: str, day: str = "2 September 2021", version: str = "1") -> None:
    Path(name).mkdir()
    Path(name, "briefing.md").write_text(HEAD.format(day, version) + text, "utf-8")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["check", *words])
    return status, *capsys.readouterr()


@pytest.mark.usefixtures("folders")
def test_a_significant_change_that_nobody_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "new", "--against", "old", "--today", "2021-09-05")
    assert status == 1
    assert out == (
        "briefing.md:4:7  error  date-not-raised\n"
        "  A significant change asks for a date later than that of the earlier version, 2 September 2021.\n"
        "  Write the day of the change: date: 5 September 2021\n\n"
        "briefing.md:5:10  error  version-not-raised\n"
        '  A significant change asks for a higher version than that of the earlier one: "1".\n'
        "  Write: version: 2\n\n"
        "briefing.md:7:1  error  correction-missing\n"
        "  No entry of the corrections box tells readers of one significant change. Add, in your own words:\n"
        "    ::: corrections\n"
        '    - 5 September 2021: An earlier version said "Nearly 250,000 people"; it is "Nearly 390,000 people".\n'
        "    :::\n"
        "  The block may stand anywhere in the text.\n\n"
        "briefing.md:7:19  note  figure-changed\n"
        '  The figure "Nearly 250,000 people" became "Nearly 390,000 people".\n'
        "    before: Nearly [250,000] people fled.\n"
        "    now:    Nearly [390,000] people fled.\n\n"
        "Since old: 1 significant change.\n"
        "Not ready: 3 errors.\n"
    )


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize(
    ("name", "closing"),
    [
        ("told", "Since old: 1 significant change.\nDate, version and corrections box tell readers of it.\n"),
        (
            "mended",
            "note  spelling-changed\n  One word is spelled otherwise.\n    briefing.md:7: recieve → receive\n\n"
            "Since old: 1 change of spelling or links.\nNo significant change: date and version may stay.\n",
        ),
        (
            "reworded",
            "Since old: 1 change of other words.\nLook at that change of other words before you keep date and "
            "version.\n",
        ),
        (
            "rewritten",
            "Since old: 2 changes of other words.\nLook at those 2 changes of other words before you keep date and "
            "version.\n",
        ),
        ("old", "Nothing changed since old.\n"),
    ],
)
def test_nothing_more_is_asked(capsys: pytest.CaptureFixture[str], name: str, closing: str) -> None:
    status, out, _ = run(capsys, name, "--against", "old")
    ending = f"{closing}For the rest: briefing check {name}\n"
    assert (status, out[-len(ending) :]) == (0, ending)


@pytest.mark.usefixtures("folders")
def test_programs_and_workflows_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "new", "--against", "old", "--format", "json")
    report = json.loads(out)
    assert (status, report["told"], report["significant"]) == (1, False, 1)
    place = {"file": "briefing.md", "line": 7, "column": 19}
    assert report["changes"] == [
        {
            "id": "figure-changed",
            "weight": "significant",
            "name": "",
            "before": {"what": ["Nearly 250,000 people"], **place, "words": "Nearly [250,000] people fled."},
            "now": {"what": ["Nearly 390,000 people"], **place, "words": "Nearly [390,000] people fled."},
        }
    ]
    _, out, _ = run(capsys, "new", "--against", "old", "--format", "github")
    assert out.splitlines()[-1].startswith("::notice title=figure-changed,file=new/briefing.md,line=7,col=19::")


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--ledger",), "--against compares two versions, and does not go with --ledger"),
        (("--sheet",), "--against compares two versions, and goes with neither --sheet nor --approve"),
        (("--approve", "Jane Doe"), "--against compares two versions, and goes with neither --sheet nor --approve"),
        (("--format", "csv"), "csv is a format of --ledger; --against has text, json and github"),
    ],
)
def test_it_is_nothing_else(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str) -> None:
    assert run(capsys, "new", "--against", "old", *words) == (2, "", f"briefing check: error: {message}\n")


@pytest.mark.usefixtures("folders")
def test_an_earlier_version_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "new", "--against", "lost") == (1, "", 'error  no-folder\n  There is no folder "lost".\n\n')


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("word", ["250,000 people", "390,000 people"])
def test_a_protected_word_of_either_version_is_not_repeated(capsys: pytest.CaptureFixture[str], word: str) -> None:
    Path("names.txt").write_text(f"{word}\n", "utf-8")
    status, out, error = run(capsys, "new", "--against", "old", "--protected", "names.txt")
    assert (status, out) == (1, "")
    assert "protected-word" in error
    assert word not in error


@pytest.mark.usefixtures("folders")
def test_the_place_of_a_protected_word_in_the_earlier_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("names.txt").write_text("250,000 people\n", "utf-8")
    _, _, error = run(capsys, "new", "--against", "old", "--protected", "names.txt")
    assert error == (
        "error  protected-word\n"
        "  The earlier version, briefing.md, line 7, holds a protected word: "
        "the entry on line 1 of the protected list names.txt.\n"
        "  Nothing of the comparison is shown. Put another word there in a copy of it, and compare with the copy.\n\n"
    )


@pytest.mark.usefixtures("folders")
def test_an_article_with_errors_is_not_ready(capsys: pytest.CaptureFixture[str]) -> None:
    with Path("old", "briefing.md").open("a", encoding="utf-8") as file:
        file.write("\n::: box\nNever closed.\n")
    status, out, _ = run(capsys, "old", "--against", "old")
    assert status == 1
    assert out.endswith("\n\nNothing changed since old.\nNot ready: 1 error.\n")
