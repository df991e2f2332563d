"""A file is opened in a process of its own: whatever happens there is one sentence here."""

from __future__ import annotations

import importlib
import json
from tempfile import gettempdir

import pytest
from imposing import document

from briefing.errors import BriefingError, Diagnostic, LayoutError, OutputError, VerificationError
from briefing.printing import Asked, impose
from briefing.printing.imposition import impose as impose_bytes
from briefing.verifying.codes import NOT_TRIED, CodesFound
from briefing.verifying.processes import Outcome

imposing = importlib.import_module("briefing.printing.imposing")
proving = importlib.import_module("briefing.printing.imposition.proving")
SUSPICION = "It may be damaged or made to harm."
BOOKLET = Asked("booklet")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(document(2))
    return path


def refused(file, kind: type[BriefingError], asked: Asked = BOOKLET) -> Diagnostic:
    with pytest.raises(kind) as caught:
        impose(file, file.with_name("out.pdf"), asked)
    assert not file.with_name("out.pdf").exists()
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("outcome", "name", "sentence", "hint"),
    [
        (Outcome(None, b"", ""), "too-slow", "it took more than 120 seconds.", ""),
        (Outcome(-11, b"", ""), "reader-broke", "the program that reads it broke down.", ""),
        (Outcome(1, b"", "last"), "reader-broke", "the program that reads it broke down.", "Its last words: last"),
        (Outcome(0, b"", ""), "reader-broke", "the program that reads it answered nonsense.", ""),
        (Outcome(0, b"[]\n", ""), "reader-broke", "the program that reads it answered nonsense.", ""),
        (
            Outcome(0, b'{"measured": {"size": 1}}\n', ""),
            "reader-broke",
            "the program that reads it answered nonsense.",
            "",
        ),
        (Outcome(0, b"[" * 100_000, ""), "reader-broke", "the program that reads it answered nonsense.", ""),
    ],
)
def test_what_becomes_of_a_process(file, monkeypatch, outcome, name, sentence, hint):
    monkeypatch.setattr(imposing, "run", lambda *_, **__: outcome)
    assert refused(file, VerificationError) == Diagnostic("error", name, f"{file}: {sentence} {SUSPICION}", hint=hint)


def test_sheets_for_which_there_is_no_room_are_no_fault_of_the_file(file, monkeypatch):
    monkeypatch.setattr(imposing, "run", lambda *_, **__: Outcome(74, b"", "No space left on device"))
    assert refused(file, VerificationError) == Diagnostic(
        "error",
        "no-room",
        f"{file}: {gettempdir()} has no room for what is made of it, or that is more than 256 MB.",
        hint="Make room there, or name a folder that has some in the variable TMPDIR.",
    )


@pytest.mark.parametrize(
    "found",
    [
        {"pages": 0},
        {"pages": 10**9},
        {"pages": "2"},
        {"size": [0, 1]},
        {"size": [float("nan"), 1]},
        {"size": [1, 2, 3]},
        {"white": 7},
        {"white": [1]},
        {"smallest_pt": -1},
        {"module_mm": []},
    ],
)
def test_facts_about_pages_are_not_taken_on_trust(file, monkeypatch, found):
    good = {
        "pages": 2,
        "size": [400, 600],
        "white": [0, 0, 0, 0],
        "rtl": False,
        "smallest_pt": 9,
        "small_pt": None,
        "usual_pt": None,
        "module_mm": None,
    }
    answer = {"measured": good | found, "links": 0, "attachments": [], "codes": 0, "told": []}
    monkeypatch.setattr(imposing, "run", lambda *_, **__: Outcome(0, json.dumps(answer).encode() + b"\n%PDF", ""))
    assert (
        refused(file, VerificationError).message == f"{file}: the program that reads it answered nonsense. {SUSPICION}"
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("too-small-to-read", LayoutError), ("encrypted", VerificationError), ("x", VerificationError)]
)
def test_refusals_keep_their_family(file, monkeypatch, name, kind):
    answer = json.dumps({"refused": [[name, "A sentence.", "A hint."]]}).encode() + b"\n"
    monkeypatch.setattr(imposing, "run", lambda *_, **__: Outcome(0, answer, ""))
    assert refused(file, kind) == Diagnostic("error", name, "A sentence.", hint="A hint.")


def test_what_is_returned(file, tmp_path):
    printed = impose(file, tmp_path / "out.pdf", Asked("booklet", back_cover=True))
    assert printed.path.read_bytes().startswith(b"%PDF")
    assert printed.size == printed.path.stat().st_size
    assert (printed.measured.pages, printed.links, printed.attachments, printed.back_cover) == (2, 4, (), True)
    assert printed.plan.blanks == 2


def test_an_older_file_that_is_no_pdf_stays(file, tmp_path):
    (tmp_path / "out.pdf").write_text("mine")
    with pytest.raises(OutputError, match="It is not a PDF; choose another name"):
        impose(file, tmp_path / "out.pdf", BOOKLET)
    assert (tmp_path / "out.pdf").read_text() == "mine"


def with_code(tmp_path):
    path = tmp_path / "code.pdf"
    path.write_bytes(document(2, code=True))
    return path


@pytest.mark.parametrize(("asked", "codes"), [(BOOKLET, 1), (Asked("repeat"), 2), (Asked("4-up", anyway=True), 1)])
def test_codes_are_read_again_from_the_sheets(tmp_path, asked, codes):
    pytest.importorskip("zxingcpp", reason="the extra [verify] is not installed: no zxing-cpp")
    printed = impose(with_code(tmp_path), tmp_path / "out.pdf", asked)
    assert (printed.codes, printed.diagnostics) == (codes, ())


FAILS = Diagnostic("error", "code-not-copied", "The QR Code on page 1 cannot be read from a copy of a copy.", hint="x")


def test_a_code_that_cannot_be_read_from_a_sheet_stops_it_unless_it_is_wanted(monkeypatch):
    monkeypatch.setattr(proving, "prove_codes", lambda _, drawn: (FAILS,) if drawn else ())
    data = document(2, code=True)
    with pytest.raises(LayoutError) as caught:
        proving.read_codes(data, impose_bytes(data, BOOKLET, file="a.pdf"), BOOKLET)
    hint = "Take larger sheets or fewer pages on each. To print it all the same, add --anyway."
    assert caught.value.diagnostics == (Diagnostic("error", FAILS.id, FAILS.message, hint=hint),)
    anyway = Asked("booklet", anyway=True)
    read = proving.read_codes(data, impose_bytes(data, anyway, file="a.pdf"), anyway)
    assert read == (0, (Diagnostic("warning", FAILS.id, FAILS.message),))
    plain = document(2)
    assert proving.read_codes(plain, impose_bytes(plain, BOOKLET, file="a.pdf"), BOOKLET) == (0, ())


def test_without_a_decoder_it_is_said(monkeypatch):
    monkeypatch.setattr(proving, "find_codes", lambda *_: CodesFound(None))
    data = document(2, code=True)
    assert proving.read_codes(data, impose_bytes(data, BOOKLET, file="a.pdf"), BOOKLET) == (0, (NOT_TRIED,))


@pytest.mark.parametrize("told", [[["error", "a", "b", "c"]], [["note", "a"]], ["note"], 7])
def test_what_is_said_of_codes_is_not_taken_on_trust(file, monkeypatch, told):
    monkeypatch.setattr(imposing, "_measured", lambda _: None)
    answer = {"measured": {}, "links": 0, "attachments": [], "codes": 0, "told": told}
    monkeypatch.setattr(imposing, "run", lambda *_, **__: Outcome(0, json.dumps(answer).encode() + b"\n%PDF", ""))
    assert refused(file, VerificationError).id == "reader-broke"
