"""The command that exports, against a library that makes nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import briefing
from briefing.cli import main
from briefing.cli.options import EXPORTED
from briefing.errors import ContentError, Diagnostic, Position
from briefing.model.dates import date_from_edtf
from briefing.protecting import NOTHING_PROTECTED

ERROR = Diagnostic("error", "unknown-source", 'There is no source "a".', Position("briefing.md", 4, 2), "Add it.")
QUESTION = Diagnostic("question", "petition-link", "Likely this one.", Position("briefing.md", 9, 3))
NOTE = Diagnostic("note", "profile", "The profile is ours.")


class Library:
    """Stands in for ``briefing.exporting``: remembers how it was called."""

    def __init__(self) -> None:
        self.calls: list[tuple[tuple, dict]] = []
        self.found: tuple[Diagnostic, ...] = ()
        self.problem: Exception | None = None

    def export(self, folder, output, **options):
        self.calls.append(((folder, output), options))
        if self.problem:
            raise self.problem
        path = output or Path("build", f"piece.{options['kind']}")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"made")
        draft = any(each.severity == "question" for each in self.found)
        return SimpleNamespace(path=path, size=131_400, draft=draft, diagnostics=self.found, beside=())


@pytest.fixture
def library(monkeypatch, tmp_path) -> Library:
    stand_in = Library()
    monkeypatch.setitem(sys.modules, "briefing.exporting", stand_in)
    monkeypatch.setattr(briefing, "exporting", stand_in, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    return stand_in


def test_every_format_that_is_typed_is_one_of_the_library():
    from briefing.exporting import KINDS

    assert set(EXPORTED) == set(KINDS)


def test_it_says_what_it_made(library, capsys):
    assert main(["export", "piece", "--as", "html"]) == 0
    assert capsys.readouterr() == ("build/piece.html: 131 kB.\n", "")


def test_it_hands_every_option_to_the_library(library, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1630540800")
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["export", "piece", "--as", "docx", "-o", "a.docx", "--language", "fa-AF"]) == 0
    options = {
        "kind": "docx",
        "language": "fa-AF",
        "configuration": tmp_path / "configuration" / "briefing",
        "epoch": 1630540800,
        "protected": NOTHING_PROTECTED,
        "today": date_from_edtf("2021-09-02"),
    }
    assert library.calls == [((Path("piece"), Path("a.docx")), options)]


def test_a_draft_says_what_stands_between_it_and_its_release(library, capsys):
    library.found = (QUESTION, NOTE)
    assert main(["export", "piece", "--as", "html", "--language", "cy"]) == 0
    assert capsys.readouterr() == (
        "build/piece.html: 131 kB, marked DRAFT.\n"
        "Before release: 1 question. See: briefing check piece --language cy\n",
        f"{QUESTION}\n\n",
    )


def test_errors_stop_it(library, capsys):
    library.problem = ContentError(ERROR)
    assert main(["export", "piece", "--as", "html"]) == 1
    assert capsys.readouterr() == ("", f"{ERROR}\n\nNothing was written: 1 error.\n")


def test_a_dash_sends_the_file_to_standard_output(library, capfdbinary):
    assert main(["export", "piece", "--as", "docx", "-o", "-"]) == 0
    assert capfdbinary.readouterr() == (b"made", b"")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("words", [[], ["piece"], ["piece", "--as", "pdf"]])
def test_wrong_words_are_wrong_usage(capsys, words):
    assert main(["export", *words]) == 2
    assert capsys.readouterr().err.startswith("usage: briefing export")
