"""What ``briefing pack`` says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_packing import ITEMS, folder

from briefing.cli import main
from briefing.cli import pack as command
from briefing.packing import MOST_COPIES, PURPOSES
from briefing.packing import packing as packing_module
from briefing.petitioning.values import MOST_SHEETS


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A purpose of two files, which are soon made."""
    items = (ITEMS["leaflet-A5"], ITEMS["handout"], ITEMS["signature-sheets"])
    purposes = {"stall": PURPOSES["stall"]._replace(items=items)}
    monkeypatch.setattr(packing_module, "PURPOSES", purposes)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1630540800")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


def test_what_was_made_is_told_file_by_file(tmp_path, capsys):
    folder(tmp_path)
    assert main(["pack", "piece", "--for", "stall", "--copies", "30"]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    size = lines[0].rpartition(", ")[2]
    assert lines == [
        f"build/piece-stall: 4 files, {size}",
        "  00-job-sheet.pdf         read this first: what to print, and how",
        "  01-leaflet-A5.pdf        to be sent, not printed",
        "  02-handout.pdf           8 copies on 8 sheets, one side",
        "  03-signature-sheets.pdf  1 copy on 3 sheets, one side",
        "Paper, 11 sheets in all:",
        "  A4, 90 g/m²: 11 sheets",
        "All 2 QR codes were read from their pages, also in grey, blurred and from photocopies. They say:",
        "  https://example.org/sign",
        "Signed sheets go to Our Desk, 1 High Street, by 8 September 2021.",
        "What is said of their keeping: Until 2022; then shredded.",
        "Before release: no sign-off. See: briefing check piece",
    ]
    assert said.err == ""


def test_a_mistake_is_told_and_ends_with_one(tmp_path, capsys):
    folder(
        tmp_path,
        "signature_sheets: {return_to: Here, return_by: 8 September 2021, columns: [name]}\npetition: {ask: A}\n",
    )
    assert main(["pack", "piece", "--for", "stall"]) == 1
    said = capsys.readouterr()
    assert "briefing.md:6:" in said.err
    assert "error  sheet-columns" in said.err
    assert (
        'Left out: Signature sheets. Nobody can sign without the column "signature". (briefing.md, line 6)' in said.out
    )


def test_what_the_article_has_not_got_is_no_problem(tmp_path, capsys):
    folder(tmp_path, "")
    assert main(["pack", "piece", "--for", "stall", "-o", "out"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "Left out: Signature sheets. There is nothing to sign: the article has no petition." in said.out


def test_a_refusal_says_that_nothing_was_written(tmp_path, capsys):
    folder(tmp_path)
    assert main(["pack", "piece", "--for", "stall", "--final"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("Nothing was written: 1 error.\n")
    assert not Path("build").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--for", "fair"], "argument --for: invalid choice: 'fair'"),
        ([], "the following arguments are required: --for"),
        (["--for", "stall", "--copies", "0"], 'argument --copies: "0" is no number from 1 to 100000'),
        (["--for", "stall", "--sheets", "501"], 'argument --sheets: "501" is no number from 1 to 500'),
        (["--for", "stall", "--page", "A3"], "argument --page: invalid choice: 'A3'"),
        (["--for", "stall", "-o", "-"], "briefing pack: error: a pack is a folder, such as -o stall"),
    ],
)
def test_wrong_usage_is_said(tmp_path, capsys, words, said):
    assert main(["pack", str(tmp_path), *words]) == 2
    assert said in capsys.readouterr().err


def test_the_command_line_knows_what_the_library_does():
    assert list(command._PURPOSES) == list(PURPOSES)
    assert (command._MOST_COPIES, command._MOST_SHEETS) == (MOST_COPIES, MOST_SHEETS)
