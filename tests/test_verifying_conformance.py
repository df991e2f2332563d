"""What validators say of a file: page-validation in this process, veraPDF as a program that answers in JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from made_pdfs import Made
from pikepdf import Dictionary, Name
from typesetting_tools import pdf_of

from briefing.verifying import NOT_INSTALLED, BrokenRule, Conformance
from briefing.verifying.judging.conformance import check_conformance, joined, standards_to_check
from briefing.verifying.judging.verapdf import check_with_verapdf

pytest.importorskip("page", reason="the extra [verify] is not installed: no page-validation")

ROOT = Path(__file__).parent.parent
VALIDATOR = f"page-validation {version('page-validation')}"


@pytest.mark.parametrize(
    ("claims", "standards"),
    [
        ((), ("PDF/UA-1", "PDF/A-2a")),
        (("PDF/A-3b",), ("PDF/UA-1", "PDF/A-3b")),
        (("PDF/A-2a", "PDF/UA-1"), ("PDF/UA-1", "PDF/A-2a")),
        (("PDF/X-4", "PDF/UA-2"), ("PDF/UA-1", "PDF/X-4", "PDF/UA-2", "PDF/A-2a")),
    ],
)
def test_accessibility_and_an_archival_standard_are_always_checked(claims, standards):
    assert standards_to_check(claims) == standards


def test_our_own_file_passes():
    assert check_conformance(pdf_of("<p>a</p>"), ("PDF/UA-1", "PDF/A-2a")) == (
        Conformance("PDF/UA-1", "passed", VALIDATOR, claimed=True),
        Conformance("PDF/A-2a", "passed", VALIDATOR, claimed=True),
    )


def test_a_broken_rule_is_told_with_its_message():
    data = pdf_of("<p>a</p>").replace(b"pdfuaid:part>1<", b"pdfuaid:part>7<")
    accessible, archival = check_conformance(data, ())
    rule = BrokenRule("PDFUA1-ID-PART-001", 'XMP declares PDF/UA part values ["7"], expected exactly one value 1')
    assert accessible == Conformance("PDF/UA-1", "failed", VALIDATOR, broken=(rule,))
    assert archival.verdict == "passed"


def table(rows: int, **spans: int) -> bytes:
    made = Made()
    cell = ("TD", {"A": Dictionary(O=Name.Table, **spans)})
    made.tag(("Document", ("Table", *[("TR", cell)] * rows)))
    return made.data()


@pytest.mark.parametrize(
    "data",
    [table(1100), table(1, RowSpan=5000, ColSpan=200), table(1, ColSpan=1_000_000)],
    ids=["rows", "cells", "columns"],
)
def test_a_long_or_wide_table_is_checked(data):
    assert [each.verdict for each in check_conformance(data, ())] == ["failed", "failed"]


def test_a_table_of_more_cells_than_any_document_has_is_not_checked():
    accessible, _ = check_conformance(table(2, RowSpan=1000, ColSpan=600), ())
    assert accessible.verdict == "not checked"
    assert accessible.reason.startswith(
        f"{VALIDATOR} gave up, because the file is larger, or nested more deeply, than it follows ("
    )
    assert "table grid dimensions 1001x" in accessible.reason


def test_what_the_validator_does_not_know_is_not_checked():
    (_, unknown, _) = check_conformance(pdf_of("<p>a</p>"), ("PDF/X-4",))
    reason = f"{VALIDATOR} does not know this standard"
    assert unknown == Conformance("PDF/X-4", "not checked", claimed=True, reason=reason)


def test_a_file_that_the_validator_cannot_read_is_not_checked():
    for each in check_conformance(b"%PDF-1.7 and no more", ()):
        assert each.verdict == "not checked"
        why = "it cannot take the file apart, which may be damaged (PDF parser rejected the input: "
        assert each.reason.startswith(f"{VALIDATOR} gave up, because {why}")


def test_without_the_extra_nothing_is_checked():
    code = (
        "import sys; sys.modules['page'] = None\n"
        "from briefing.verifying.judging.conformance import check_conformance\n"
        "for each in check_conformance(b'%PDF', ('PDF/A-2a',)): print(each.standard, each.verdict, each.reason)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines() == [f"{each} not checked {NOT_INSTALLED}" for each in ("PDF/UA-1", "PDF/A-2a")]


# veraPDF.


def report(*rules: dict, compliant: bool = True, listed: bool = True) -> dict:
    """What veraPDF 1.30 writes; a version before 1.26 gives one result and no list."""
    result = {
        "details": {"passedRules": 105, "failedRules": len(rules), "ruleSummaries": list(rules)},
        "jobEndStatus": "normal",
        "profileName": "PDF/UA-1 validation profile",
        "statement": "…",
        "compliant": compliant,
    }
    details = [{"id": part, "version": number} for part, number in (("core", "1.30.1"), ("gui", "1.30.2"))]
    job = {"itemDetails": {"name": "file.pdf", "size": 1}, "validationResult": [result] if listed else result}
    return {"report": {"buildInformation": {"releaseDetails": details}, "jobs": [job], "batchSummary": {}}}


def rule(clause: str, test: int, times: int = 1, status: str = "failed") -> dict:
    return {
        "ruleStatus": status.upper(),
        "specification": "ISO 14289-1:2014",
        "clause": clause,
        "testNumber": test,
        "status": status,
        "failedChecks": times,
        "description": f"What {clause}\n  says",
        "checks": [],
    }


@pytest.fixture
def verapdf(tmp_path, monkeypatch):
    """Puts a program on the path that behaves as told, and gives the words that it was called with."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "verapdf"
    calls = tmp_path / "calls"

    def behave(body: str) -> Path:
        program.write_text(
            f"#!{sys.executable}\nimport os, sys, time\n"
            f"with open({str(calls)!r}, 'a') as calls: print(*sys.argv[1:], file=calls)\n{body}\n"
        )
        program.chmod(0o755)
        return calls

    monkeypatch.setenv("PATH", str(folder))
    return behave


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a script with a first line for POSIX")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "--off; echo $(id).pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


@needs_posix
@pytest.mark.parametrize("listed", [True, False])
def test_verapdf_is_asked_for_each_standard_it_knows(verapdf, file, listed):
    calls = verapdf(f"print({json.dumps(report(listed=listed))!r})")
    assert check_with_verapdf(file, ("PDF/A-4", "PDF/X-4")) == (
        Conformance("PDF/UA-1", "passed", "veraPDF 1.30.1"),
        Conformance("PDF/A-4", "passed", "veraPDF 1.30.1", claimed=True),
    )
    assert calls.read_text().splitlines() == [
        f"--format json --maxfailuresdisplayed 1 --flavour {flavour} file.pdf" for flavour in ("ua1", "4")
    ]


@needs_posix
def test_rules_that_failed_come_in_the_order_of_the_standard(verapdf, file):
    rules = [rule("7.18.1", 2), rule("7.2", 30, 4), rule("5", 1), rule("7.2", 4), rule("7.1", 3, 0, "passed")]
    verapdf(f"print({json.dumps(report(*rules, compliant=False))!r}); sys.exit(1)")
    found, _ = check_with_verapdf(file, ("PDF/UA-1",))
    assert found == Conformance(
        "PDF/UA-1",
        "failed",
        "veraPDF 1.30.1",
        claimed=True,
        broken=(
            BrokenRule("5-1", "What 5 says"),
            BrokenRule("7.2-4", "What 7.2 says"),
            BrokenRule("7.2-30", "What 7.2 says", 4),
            BrokenRule("7.18.1-2", "What 7.18.1 says"),
        ),
    )


EXCEPTION = {"report": {"jobs": [{"taskException": {"type": "PARSE", "exceptionMessage": "Pages not found"}}]}}


@needs_posix
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"print({json.dumps(EXCEPTION)!r})", "veraPDF gave up: Pages not found"),
        ("print('{}')", "veraPDF gave up: it did not say why"),
        ("print('[' * 100000)", "veraPDF gave no report: it said nothing"),
        ("sys.exit('Java was not found.\\nInstall it.')", "veraPDF gave no report: Install it."),
        ("time.sleep(60)", "veraPDF took more than 1 seconds"),
    ],
)
def test_a_verapdf_that_fails_has_checked_nothing(verapdf, file, monkeypatch, body, reason):
    monkeypatch.setattr("briefing.verifying.judging.verapdf._SECONDS", 1 if "sleep" in body else 20)
    verapdf(body)
    (only,) = check_with_verapdf(file, ("PDF/UA-1", "PDF/A-5"))
    assert only == Conformance("PDF/UA-1", "not checked", claimed=True, reason=reason)


@needs_posix
def test_a_verapdf_that_does_not_start_has_checked_nothing(verapdf, file, tmp_path):
    verapdf("")
    (tmp_path / "programs" / "verapdf").write_text("#!/nowhere/python\n")
    assert check_with_verapdf(file, ())[0].reason == "veraPDF did not start: No such file or directory"


@needs_posix
def test_a_file_that_cannot_be_copied_is_not_checked(verapdf, tmp_path):
    verapdf("print('{}')")
    reasons = {each.reason for each in check_with_verapdf(tmp_path / "gone.pdf", ())}
    assert reasons == {"the file could not be copied for veraPDF: No such file or directory"}


@needs_posix
def test_a_program_beside_the_files_is_not_taken_for_verapdf(verapdf, file, tmp_path, monkeypatch):
    verapdf("print('{}')")
    monkeypatch.chdir(tmp_path / "programs")
    monkeypatch.setenv("PATH", f"{os.pathsep}.")
    assert check_with_verapdf(file, ()) == ()


def test_where_verapdf_is_not_on_the_path_it_says_nothing(file, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert check_with_verapdf(file, ()) == ()


def test_not_checked_is_left_out_where_the_other_validator_did_check():
    unchecked = Conformance("PDF/UA-1", "not checked", reason="a")
    passed = Conformance("PDF/UA-1", "passed", "veraPDF 1")
    failed = Conformance("PDF/A-2a", "failed", "page-validation 1")
    other = Conformance("PDF/A-2a", "passed", "veraPDF 1")
    assert joined([unchecked, failed], [passed, other]) == (passed, failed, other)
    assert joined([unchecked], [Conformance("PDF/UA-1", "not checked", reason="b")]) == (unchecked,)
