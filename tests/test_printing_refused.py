"""Files that are not as this program writes them are refused with one sentence, and not guessed at."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from imposing import document, opened
from pikepdf import Array, Dictionary, Stream, String

from briefing.errors import Diagnostic, VerificationError
from briefing.printing.imposition import impose
from briefing.printing.planning import Asked


def refused(data: bytes) -> Diagnostic:
    with pytest.raises(VerificationError) as caught:
        impose(data, Asked("booklet", anyway=True), file="a.pdf")
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def changed(change, pages: int = 3, **saving) -> bytes:
    pdf = opened(document(pages))
    change(pdf)
    file = BytesIO()
    pdf.save(file, **saving)
    return file.getvalue()


def inherit(pdf: pikepdf.Pdf, key: str) -> None:
    """Let pages have from their parent what each of ours has of its own."""
    pdf.Root.Pages[key] = pdf.pages[0].obj[key]
    for page in pdf.pages:
        del page.obj[key]


AGAIN = "Build it again with briefing build, and print that."


def test_an_encrypted_file():
    data = changed(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))
    assert refused(data) == Diagnostic(
        "error",
        "encrypted",
        "a.pdf: the file is encrypted, which sheets are not.",
        hint="Save it without a password, or build it again.",
    )


def test_an_untagged_file():
    def untag(pdf):
        del pdf.Root["/StructTreeRoot"]

    assert refused(changed(untag)) == Diagnostic(
        "error",
        "untagged",
        "a.pdf: the file is not tagged: nobody could have the sheets read aloud.",
        hint="Print a PDF that briefing build has made.",
    )


def test_a_file_of_another_program():
    def rename(pdf):
        pdf.docinfo["/Producer"] = "another"

    assert refused(changed(rename)) == Diagnostic(
        "error",
        "not-ours",
        "a.pdf: another program has made this file; only what briefing build makes is put on sheets.",
        hint="The dialogue of your printer may offer booklets.",
    )


@pytest.mark.parametrize("page", [0, 2])
def test_a_file_for_a_press_is_put_on_sheets_by_the_printing_house(page):
    def trim(pdf):
        pdf.pages[page].obj.TrimBox = Array([9, 9, 300, 400])

    assert refused(changed(trim)) == Diagnostic(
        "error",
        "press-file",
        "a.pdf: it is made for a press, with crop marks; a printing house puts such pages on sheets itself.",
        hint="Build it without --edition press, and print that.",
    )


def test_no_pdf():
    assert refused(b"words").message == "a.pdf: this is not a PDF but, it seems, plain text."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda pdf: pdf.pages[0].rotate(90, relative=False), None),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/UserUnit", 2), None),
        (lambda pdf: pdf.Root.Pages.__setitem__("/Rotate", 180), None),
        (lambda pdf: pdf.pages[1].obj.__setitem__("/CropBox", Array([50, 60, 400, 500])), None),
        (lambda pdf: pdf.Root.Pages.__setitem__("/CropBox", Array([50, 60, 400, 500])), None),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 0, 0])), None),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([-10, 0, 410, 595])), None),
        (lambda pdf: pdf.pages[2].obj.__setitem__("/MediaBox", Array([0, 0, 300, 400])), None),
        (lambda pdf: pdf.pages[2].obj.__setitem__("/MediaBox", Array([0, 0, 10_000_000, 10_000_000])), None),
        (lambda pdf: inherit(pdf, "/MediaBox"), None),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", Array([])), None),
        (lambda pdf: pdf.Root.__setitem__("/Metadata", Stream(pdf, b"<a/>")), None),
        (
            lambda pdf: pdf.pages[1].obj.__setitem__("/Resources", Dictionary(Font=Dictionary(F1=Dictionary()))),
            None,
        ),
        (
            lambda pdf: pdf.Root.StructTreeRoot.K.__setitem__("/K", Array([])),
            "and the marks on its pages are not the same",
        ),
        (
            lambda pdf: pdf.Root.StructTreeRoot.K.K.append(pdf.Root.StructTreeRoot.K),
            "leads back to itself",
        ),
        (lambda pdf: pdf.Root.StructTreeRoot.K.K.append(String("x")), "holds something that is no mark of a page"),
        (
            lambda pdf: pdf.Root.StructTreeRoot.K.K.append(
                Dictionary(Type=pikepdf.Name.MCR, MCID=0, Pg=pdf.pages[0].obj)
            ),
            "names a mark twice",
        ),
        (
            lambda pdf: pdf.Root.StructTreeRoot.K.__setitem__("/Pg", pdf.make_indirect(Dictionary())),
            "refers to a page that is not there",
        ),
    ],
)
def test_a_file_that_was_changed(change, sentence):
    wanted = f"its tag tree {sentence}." if sentence else ""
    said = refused(changed(change))
    assert said.message == "a.pdf: " + (
        wanted or "the file has been changed since it was built: it is not as briefing build writes it."
    )
    assert said.hint == AGAIN


def test_pages_that_are_there_twice_are_refused_before_they_are_drawn(monkeypatch):
    """Drawing thousands of pages takes half a minute; that they share their marks is seen at once."""

    def repeat(pdf):
        for _ in range(20):
            pdf.pages.append(pdf.pages[0])

    data = changed(repeat)
    monkeypatch.delattr(pypdfium2, "PdfDocument")
    assert refused(data).message == "a.pdf: its tag tree and the marks on its pages are not the same."
