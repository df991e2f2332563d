"""``briefing print``: what it says, where it writes, what it refuses."""

from __future__ import annotations

import argparse
from pathlib import Path

import pikepdf
import pytest
from imposing import document

from briefing.cli import main
from briefing.cli.options import parser
from briefing.printing import PAPERS, SCHEMES


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(document(6, code=True))
    return path


def told(capsys, *words: object) -> tuple[int, str, str]:
    status = main(["print", *map(str, words)])
    return (status, *capsys.readouterr())


def test_the_choices_are_those_of_the_room():
    (commands,) = (each for each in parser()._actions if isinstance(each, argparse._SubParsersAction))
    choices = {each.dest: each.choices for each in commands.choices["print"]._actions}
    assert choices["scheme"] == SCHEMES
    assert choices["paper"] == tuple(PAPERS)


def test_a_booklet(file, capsys):
    status, out, err = told(capsys, file, "--as", "booklet")
    made = file.with_name("a-booklet.pdf")
    assert (status, err) == (0, "")
    size = f"{round(made.stat().st_size / 1000)} kB"
    assert out == (
        f"{made}: 6 pages and 2 blanks at the end on 2 sheets of A4 landscape, 4 sides, {size}.\n"
        "Pages keep their size, A5. At least 15 mm stay white at the edges of the sheets.\n"
        "1 QR code was read from the sheets, in grey, blurred, and from photocopies.\n"
        "Inner pages are moved towards the spine by up to 0.1 mm, for the thickness of the paper.\n"
        "12 links became plain text: paper has none.\n"
        "Print at 100 % (actual size), on both sides, flipped on the short edge.\n"
        "Fold the stack in the middle, sheet 1 outside, and staple it on the fold: the spine is on the left.\n"
        "\n"
        "  sheet 1   front [– | 1]   back [2 | –]\n"
        "  sheet 2   front [6 | 3]   back [4 | 5]\n"
    )


def test_smaller_pages(file, capsys):
    status, out, _ = told(capsys, file, "--as", "4-up", "--anyway")
    assert status == 0
    assert out.splitlines()[1] == (
        "A5 to A6 is 71 %: 10.0 pt becomes 7.1 pt, the smallest text of 10.0 pt 7.1 pt, a QR module of 0.81 mm 0.57 "
        "mm. At least 10 mm stay white at the edges of the sheets."
    )
    assert out.splitlines()[-1] == "  sheet 1   front [1 | 2] / [3 | 4]   back [5 | 6] / [– | –]"


def test_leaflets(file, capsys):
    status, out, _ = told(capsys, file, "--as", "repeat", "-o", file.with_name("leaflets.pdf"))
    assert status == 0
    assert out.splitlines()[-1] == (
        "Each side holds 2 copies of one page: cut the stack at the marks, and each pile is in order."
    )
    with pikepdf.open(file.with_name("leaflets.pdf")) as pdf:
        assert len(pdf.pages) == 6


def test_many_sheets_are_not_all_listed(tmp_path, capsys):
    path = tmp_path / "long.pdf"
    path.write_bytes(document(90))
    status, out, _ = told(capsys, path, "--as", "booklet", "--paper-thickness", "0.6", "--back-cover")
    assert status == 0
    lines = out.splitlines()
    assert "90 pages and 2 blanks before the back cover on 23 sheets" in lines[0]
    assert lines[2:5] == [
        "Inner pages are moved towards the spine by up to 10.3 mm, for the thickness of the paper.",
        "There is no room to move them 2.9 mm more: their outer margins will be smaller.",
        "23 sheets are more than can be folded and stapled at once, which is about 20.",
    ]
    assert lines[-3:] == [
        "  sheet  8   front [78 | 15]   back [16 | 77]",
        "  …",
        "  sheet 23   front [48 | 45]   back [46 | 47]",
    ]


def test_too_small(file, capsys):
    status, out, err = told(capsys, file, "--as", "2-up", "--paper", "A5")
    assert (status, out) == (1, "")
    assert err.startswith("error  too-small-to-read\n  A page of A5 becomes 70 % of its size.")
    assert err.endswith("Nothing was written.\n")
    assert [path.name for path in file.parent.iterdir()] == ["a.pdf"]


def test_standard_output(file, capfdbinary):
    assert main(["print", str(file), "--as", "booklet", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF-1.7")


def test_the_file_itself_is_not_replaced(file, capsys):
    before = file.read_bytes()
    status, _, err = told(capsys, file, "--as", "booklet", "-o", file)
    assert status == 1
    assert "is what the sheets are made from" in err
    assert file.read_bytes() == before


def test_a_proof_sheet(file, capsys):
    status, out, _ = told(capsys, file, "--as", "booklet", "--proof")
    proof = file.with_name("a-booklet-proof.pdf")
    assert status == 0
    assert out.endswith(f"\n\n{proof}: the proof sheet.\n")
    with pikepdf.open(proof) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Proof sheet: a-booklet.pdf"


def test_a_protected_word_stops_it(file, tmp_path, capsys):
    words = tmp_path / "protected.txt"
    words.write_text("there\n")
    status, out, err = told(capsys, file, "--as", "booklet", "--protected", words)
    assert (status, out) == (1, "")
    assert "protected-word" in err
    assert "there" not in err
    assert not file.with_name("a-booklet.pdf").exists()


def test_attached_files_are_named(tmp_path, capsys):
    path = tmp_path / "archive.pdf"
    path.write_bytes(document(2, attached=True))
    _, out, _ = told(capsys, path, "--as", "booklet")
    assert "Left out, as sheets carry no files: briefing.md." in out.splitlines()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--as", "booklet", "--copies-per-sheet", "2"], "--copies-per-sheet goes with --as repeat"),
        (["--as", "repeat", "--back-cover"], "--back-cover goes with --as booklet"),
        (["--as", "2-up", "--paper-thickness", "0.2"], "--paper-thickness goes with --as booklet"),
        (["--as", "booklet", "--proof", "-o", "-"], "--proof needs a file beside which it is written"),
        (["--as", "repeat", "--copies-per-sheet", "1"], '"1" is no number from 2 to 64'),
        (["--as", "booklet", "--paper-thickness", "nan"], '"nan" is no thickness in mm from 0 to 1, such as 0.1'),
        (["--as", "booklet", "--paper", "A9"], "argument --paper: invalid choice: 'A9'"),
    ],
)
def test_wrong_usage(file, capsys, words, message):
    status, _, err = told(capsys, file, *words)
    assert status == 2
    assert message in err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.pdf", "missing.pdf: No such file or directory."),
        (".", ": this is a folder.\n  Name the PDF inside it."),
        ("text.pdf", "text.pdf: this is not a PDF but, it seems, plain text."),
    ],
)
def test_what_is_no_pdf(tmp_path, capsys, name, message):
    (tmp_path / "text.pdf").write_text("words")
    status, _, err = told(capsys, tmp_path / name, "--as", "booklet", "-o", tmp_path / "out.pdf")
    assert status == 1
    assert message in err
    assert not (tmp_path / "out.pdf").exists()
