"""``briefing verify`` from end to end: what a person reads, what a program gets, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pikepdf
import pytest
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas
from typesetting_tools import pdf_of

import briefing
from briefing.cli import main
from briefing.verifying import (
    ActionFound,
    Attached,
    BrokenRule,
    ClaimFinding,
    ClaimFindingId,
    Code,
    Conformance,
    FontUsed,
    FormField,
    ImageShown,
    Inspection,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Problem,
    Rechecked,
    Tag,
)

ROOT = Path(__file__).parent.parent
BY = f"page-validation {version('page-validation')}"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")  # no veraPDF
    monkeypatch.setenv("COLUMNS", "80")


def ours(name: str = "ours.pdf") -> str:
    Path(name).write_bytes(
        pdf_of(
            "<h1>A title</h1><p>Words, <a href='https://example.org/a'>example.org/a</a>.</p>"
            "<ul><li>one</li><li>two</li></ul>"
            "<table><caption>c</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
            '<figure><img alt="A code for the address" data-qr="https://example.org/a" data-width="30mm"></figure>'
        )
    )
    return name


def plain(name: str = "plain.pdf") -> str:
    """Two pages as ReportLab writes them."""
    canvas = Canvas(name, pagesize=A5, invariant=True)
    canvas.setTitle("A title")
    canvas.drawString(100, 100, "Some words")
    canvas.linkURL("https://example.org/a", (90, 90, 200, 120))
    canvas.showPage()
    canvas.setPageSize((A5[1], A5[0]))
    canvas.drawString(100, 100, "More words")
    canvas.save()
    return name


def run(capsys, *words: str) -> tuple[int, str, str]:
    status = main(["verify", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_file_of_ours(capsys):
    status, out, err = run(capsys, ours())
    size = f"{round(Path('ours.pdf').stat().st_size / 1000)} kB"
    assert (status, err) == (0, "")
    assert (
        out
        == f"""\
ours.pdf: passed. PDF/UA-1 and PDF/A-2a ({BY}).

Title      A title
Language   en-GB
Claims     PDF/UA-1, PDF/A-2a
Producer   briefing
Created    2 September 2021
File       {size}, PDF 1.7
Evidence   no ledger of claims inside: there is nothing to re-check
Pages      1, A5 (148 × 210 mm)

Conformance
  PDF/UA-1: claimed, passed by {BY}
  PDF/A-2a: claimed, passed by {BY}

Fonts
  SourceSerif4-Roman-600: TrueType, embedded as a subset, page 1
  SourceSerif4-Roman-400: TrueType, embedded as a subset, page 1

Links (printed and described unless it says otherwise)
  page 1: https://example.org/a

Codes
  page 1: QR Code, “https://example.org/a”, modules of 0.81 mm: read after grey,
    blur and a photocopy

Outline
  A title (page 1)

Tags
  Document
    H1 “A title”
    P “Words, example.org/a.”
    List, 2 items
    Table, 2 columns, 2 rows
    Figure “A code for the address”
"""
    )


def test_a_file_that_reportlab_writes(capsys):
    status, out, err = run(capsys, plain())
    assert (status, err) == (1, "")
    head, _, facts = out.partition("\nTitle ")
    assert (
        head
        == """\
plain.pdf: 6 failures, 2 warnings.

Failures
  - The file does not keep PDF/UA-1, the standard for people who cannot see the
    page: 13 broken rules.
    Make it again with a program that writes PDF/UA. The rules are listed under
    Conformance.
  - The file does not keep PDF/A-2a, the standard for archives: 9 broken rules.
    Make it again with a program that writes PDF/A. The rules are listed under
    Conformance.
  - The file is not tagged: a screen reader has to guess what is a heading, a
    list or a table, and in which order to read.
    Make it again with a program that writes tagged PDF, with that option
    switched on.
  - The file does not say in which language it is: a screen reader may read it
    with the wrong voice.
    Set the language of the document and make the file again.
  - The font Helvetica (pages 1 and 2) is not embedded: elsewhere its letters
    may look different or be missing.
    Make the file again with all fonts embedded.
  - 1 link (page 1) is neither tagged nor described: a screen reader cannot say
    what is behind.
    Make the file again as tagged PDF, with its links.

Warnings
  - Viewers will show the name of the file instead of its title.
    Switch on “display document title” where the file is made.
  - 1 link (page 1) does not show the address: on paper nobody can follow.
    Print the address beside the words, in a note or among the sources.
"""
    )
    assert (
        """\
Pages      2, of several sizes:
  page 1: A5 (148 × 210 mm)
  page 2: A5 landscape (210 × 148 mm)

Conformance
"""
        in facts
    )
    assert (
        """
    The file does not say that it keeps this standard.
      PDFUA1-ID-PART-001: XMP has no pdfuaid:part declaration
      PDFUA1-ID-SCHEMA-001: XMP does not contain the PDF/UA Identification
        schema
"""
        in facts
    )
    assert facts.endswith("""\
Fonts
  Helvetica: Type 1, not embedded, pages 1 and 2

Links (printed and described unless it says otherwise)
  page 1: “Some words” → https://example.org/a (address not printed, not tagged,
    not described)

plain.pdf: 6 failures, 2 warnings.
""")


def test_several_files_of_which_some_cannot_be_read(capsys):
    Path("note.pdf").write_text("Not a PDF")
    Path("empty.pdf").touch()
    status, out, err = run(capsys, "nowhere.pdf", ours(), "note.pdf", "empty.pdf", plain())
    assert status == 1
    assert out.endswith("\n\n5 files: 1 failed, 3 could not be read.\n")
    verdicts = [each for each in out.splitlines() if ".pdf: " in each]
    assert verdicts == [
        f"ours.pdf: passed. PDF/UA-1 and PDF/A-2a ({BY}).",
        "plain.pdf: 6 failures, 2 warnings.",
        "plain.pdf: 6 failures, 2 warnings.",
    ]
    assert err == (
        "nowhere.pdf: No such file or directory.\n"
        "note.pdf: this is not a PDF but, it seems, plain text.\n"
        "empty.pdf: the file is empty.\n"
        "Get it again from where it came, or make it again.\n"
    )


def test_standard_input(capsys, monkeypatch):
    data = Path(ours()).read_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    status, out, err = run(capsys, "-")
    assert (status, err) == (0, "")
    assert out.startswith(f"standard input: passed. PDF/UA-1 and PDF/A-2a ({BY}).\n")


def test_standard_input_that_does_not_end_does_not_fill_the_disk(capsys, monkeypatch):
    monkeypatch.setattr("briefing.cli.opened._LARGEST_INPUT", 3 << 20)
    asked = []

    def read(size):
        asked.append(size)
        return bytes(size)

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=read)))
    assert run(capsys, "-") == (1, "", "standard input: this is not a PDF.\n")
    assert asked == [1 << 20] * 3
    _, out, _ = run(capsys, "-", "--format", "json")
    assert json.loads(out)["file"] == "standard input"


def test_speech_alone(capsys):
    status, out, err = run(capsys, ours(), "--speak")
    assert (status, err) == (0, f"ours.pdf: passed. PDF/UA-1 and PDF/A-2a ({BY}).\n")
    assert out == "".join(f"{each}\n" for each in briefing.verify(Path("ours.pdf")).speech)
    assert out.startswith("Heading level 1: A title\n")


def test_tags_alone(capsys):
    status, out, err = run(capsys, ours(), "--tags")
    assert (status, err) == (0, f"ours.pdf: passed. PDF/UA-1 and PDF/A-2a ({BY}).\n")
    assert out.splitlines()[:8] == [
        "Document [page 1]",
        "  H1 [page 1]",
        "    “A title”",
        "  P [page 1]",
        "    “Words,”",
        "    Link [page 1]",
        "      “example.org/a”",
        "    “.”",
    ]


@pytest.mark.parametrize("option", ["--tags", "--speak"])
def test_parts_are_for_people(capsys, option):
    assert run(capsys, ours(), option, "--format", "json") == (
        2,
        "",
        "briefing verify: error: --speak and --tags go with text; json holds both\n",
    )
    assert run(capsys, ours(), "--speak", "--tags")[0] == 2


def test_json_of_one_file_is_an_object_and_of_several_a_list(capsys):
    status, out, err = run(capsys, ours(), "--format", "json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert list(found)[:2] == ["file", "failed"]
    assert set(found) == {"failed"} | {each.name for each in fields(Inspection)}
    assert (found["failed"], found["title"], found["claims"]) == (False, "A title", ["PDF/UA-1", "PDF/A-2a"])
    status, out, err = run(capsys, "nowhere.pdf", plain(), "--format", "json")
    assert (status, err) == (1, "")
    missing, untagged = json.loads(out)
    message = "nowhere.pdf: No such file or directory."
    error = {"id": "unreadable-file", "message": message, "hint": ""}
    assert missing == {"file": "nowhere.pdf", "failed": True, "error": error}
    assert (untagged["failed"], untagged["tags"]) == (True, None)


def test_the_documentation_names_every_field_and_problem():
    page = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8")
    for kind in (
        Inspection,
        Attached,
        BrokenRule,
        ClaimFinding,
        Code,
        Conformance,
        FontUsed,
        FormField,
        ImageShown,
        LinkFound,
        OutlineEntry,
        Rechecked,
    ):
        assert all(f"`{each.name}`" in page for each in fields(kind)), kind
    for kind in (ActionFound, PageSeen, Problem, Tag):
        assert all(f"`{each.name}`" in page for each in fields(kind) if each.name != "children"), kind
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "briefing" / "verifying").rglob("*.py")]
    names = {name for source in sources for name in re.findall(r'Problem\(\s*"([a-z-]+)"', source)} | {
        *get_args(ClaimFindingId)
    }
    assert {"untagged", "codes-cut", "damaged"} < names
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def test_without_the_extra_nothing_reads_as_passed():
    code = (
        "import sys\n"
        "import briefing.verifying.verify\n"
        "verify = sys.modules['briefing.verifying.verify']\n"
        "verify._CHILD = 'import sys; sys.modules.update(page=None, zxingcpp=None); ' + verify._CHILD\n"
        "from briefing.cli import main\n"
        "raise SystemExit(main(['verify', *sys.argv[1:]]))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code, ours()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "ours.pdf: nothing found wrong, 1 warning, conformance not checked.\n\nWarnings\n"
        "  - PDF/UA-1 and PDF/A-2a were not checked: the extra [verify] is not installed:\n"
    )
    said = " ".join(done.stdout.split())
    command = r"the extra \[verify\] is not installed: \S.* -m pip install \S+\[verify\]\S*"
    assert re.search(rf"PDF/UA-1 and PDF/A-2a were not checked: {command}", said)
    assert re.search(rf" Codes not looked for: {command} ", said)
    assert "passed" not in done.stdout


def test_a_report_is_at_most_eighty_columns_wide_but_for_addresses(capsys):
    with pikepdf.open(plain()) as pdf:
        pdf.docinfo["/Subject"] = "word " * 60
        pdf.docinfo["/Author"] = "x" * 100
        pdf.save("wide.pdf")
    _, out, _ = run(capsys, "wide.pdf")
    assert [each for each in out.splitlines() if len(each) > 80] == ["Author     " + "x" * 100]
