"""Files that cannot be read, and files that can be read although something is wrong with them."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name
from typesetting_tools import pdf_of

from briefing.errors import VerificationError
from briefing.verifying import Inspection
from briefing.verifying.inspecting import opening, streams
from briefing.verifying.inspecting.inspect import inspect

SMALL = pdf_of("<h1>Title</h1><p>Some words.</p>")


def refusal(data: bytes) -> str:
    """Message and hint of the one diagnostic."""
    with pytest.raises(VerificationError) as raised:
        inspect(data, file="odd.pdf")
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.severity == "error"
    return f"{diagnostic.message} {diagnostic.hint}".strip()


def problems(data: bytes) -> list[str]:
    return [problem.id for problem in inspect(data, file="odd.pdf").problems]


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", " but, it seems, a PNG picture"),
        (b"\xff\xd8\xff\xe0", " but, it seems, a JPEG picture"),
        (b"GIF89a", " but, it seems, a GIF picture"),
        (zipped("word/document.xml"), " but, it seems, a Word document"),
        (zipped("xl/workbook.xml"), " but, it seems, an Excel sheet"),
        (zipped("notes.txt"), " but, it seems, a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", " but, it seems, an old Office document"),
        (b"{\\rtf1", " but, it seems, a document in Rich Text Format"),
        (b"%!PS-Adobe-3.0", " but, it seems, a PostScript file"),
        (b"\n <!DOCTYPE HTML><html>", " but, it seems, a web page"),
        (b"<?xml version='1.0'?><a/>", " but, it seems, an XML file"),
        (b"Dear all, here is the file.", " but, it seems, plain text"),
        (b"\x00\x01\x02", ""),
    ],
)
def test_a_file_of_another_kind_is_named(data, what):
    assert refusal(data) == f"odd.pdf: this is not a PDF{what}."


def test_an_empty_file():
    assert refusal(b"") == "odd.pdf: the file is empty. Get it again from where it came, or make it again."


def test_a_file_that_is_too_large(monkeypatch):
    monkeypatch.setattr(opening, "LARGEST_FILE", 2_000_000)
    assert refusal(b"%PDF-1.7" + b" " * 3_000_000) == "odd.pdf: the file is too large: 3 MB, of at most 2 MB."


def test_a_file_with_too_many_pages(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    assert refusal(Made(b"", b"", b"").data()) == "odd.pdf: the file has 3 pages, of at most 2."


def test_a_file_that_needs_a_password():
    data = Made(words("secret")).data(encryption=pikepdf.Encryption(user="open", owner="change"))
    assert refusal(data) == (
        "odd.pdf: the file opens only with a password. "
        "Open it in a PDF viewer with the password, save it without one, and try again."
    )


@pytest.mark.parametrize("allowed", [True, False])
def test_a_file_that_only_forbids_changes_is_read(allowed):
    permissions = pikepdf.Permissions(accessibility=allowed, extract=False)
    # Later revisions always allow access.
    protection = pikepdf.Encryption(user="", owner="change", R=3, allow=permissions, aes=False, metadata=False)
    found = inspect(Made(words("read me")).data(encryption=protection), file="odd.pdf")
    assert (found.encrypted, found.accessible, found.speech[-1]) == (True, allowed, "read me")


def test_encryption_that_nobody_knows():
    made = Made(words("x")).data(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = made.replace(b"/Root", b"/Encrypt <</Filter /Secret>> /Root")
    assert refusal(data) == (
        "odd.pdf: the file is damaged beyond repair, or encrypted in a way that is not known here. "
        "Get it again from where it came, or make it again."
    )


def test_a_file_that_ends_too_early():
    assert refusal(SMALL[:400]) == (
        "odd.pdf: the file ends too early and cannot be repaired; perhaps it was cut off while it was copied. "
        "Get it again from where it came, or make it again."
    )


def test_a_file_that_is_damaged_beyond_repair():
    data = b"%PDF-1.7\nnothing but words\n%%EOF\n"
    assert refusal(data) == (
        "odd.pdf: the file is damaged beyond repair. Get it again from where it came, or make it again."
    )


def page_tree(kids: bytes, count: bytes) -> bytes:
    """A file with one page that its tree may name more than once."""
    objects = (
        b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n",
        b"2 0 obj <</Type /Pages /Kids [" + kids + b"] /Count " + count + b">> endobj\n",
        b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n",
    )
    data, entries = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for each in objects:
        entries += b"%010d 00000 n \n" % len(data)
        data += each
    end = b"xref\n0 4\n" + entries + b"trailer <</Size 4 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return data + end % len(data)


@pytest.mark.parametrize(("count", "told"), [(b"10", "10"), (b"1", "more than 3"), (b"/Many", "more than 3")])
def test_a_page_tree_that_names_one_page_very_often(monkeypatch, count, told):
    monkeypatch.setattr(opening, "MOST_PAGES", 3)
    assert refusal(page_tree(b"3 0 R " * 10, count)) == f"odd.pdf: the file has {told} pages, of at most 3."


def test_a_page_tree_that_leads_back_to_itself_ends(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 3)
    assert refusal(page_tree(b"2 0 R 3 0 R", b"2")) == (
        "odd.pdf: the file has no page that can be read. Get it again from where it came, or make it again."
    )


def test_a_file_without_pages():
    assert refusal(pikepdf_saved(pikepdf.new())) == (
        "odd.pdf: the file has no page that can be read. Get it again from where it came, or make it again."
    )


def pikepdf_saved(pdf: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def test_a_damaged_file_is_repaired_and_read():
    data = Made(words("still here")).data(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    found = inspect(data[: data.rindex(b"xref")], file="odd.pdf")
    assert found.speech[1:] == ("Page 1", "still here")
    (problem,) = found.problems
    assert (problem.id, problem.gravity, problem.message) == (
        "damaged",
        "failure",
        "The file is damaged and was repaired to be read: other programs may show less of it, or refuse it.",
    )


def test_a_sound_file_is_not_called_damaged():
    assert problems(SMALL) == []
    assert problems(Made(words("a"), words("b")).data()) == []


@pytest.mark.parametrize("part", range(50))
def test_a_file_cut_anywhere_is_read_or_refused(part):
    try:
        found = inspect(SMALL[: len(SMALL) * part // 50], file="odd.pdf")
    except VerificationError as refused:
        assert len(refused.diagnostics) == 1
    else:
        assert [problem.id for problem in found.problems][:1] == ["damaged"]


def bomb(size: int, layers: int = 1) -> bytes:
    data = b"\0" * size
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_stream_that_unpacks_to_far_too_much_is_not_opened(monkeypatch, layers):
    monkeypatch.setattr(streams, "LARGEST_STREAM", 1_000_000)
    made = Made()
    stream = pikepdf.Stream(made.pdf, b"")
    filters = Array([Name.FlateDecode] * layers)
    stream.write(bomb(2_000_000, layers), filter=filters, type_check=False)
    made.page().Contents = stream
    assert refusal(made.data()) == ("odd.pdf: a part of it unpacks to many hundred megabytes. It may be made to harm.")


def test_many_streams_that_together_unpack_to_far_too_much(monkeypatch):
    monkeypatch.setattr(streams, "MOST_UNPACKED", 1_000_000)
    made = Made(*(b" " * 300_000 for _ in range(4)))
    assert refusal(made.data()).endswith("It may be made to harm.")


def test_what_only_looks_like_flate_does_no_harm():
    made = Made(words("fine"))
    made.root.Other = pikepdf.Stream(made.pdf, b"x\x9c" + b"not packed at all")
    assert problems(made.data(compress_streams=False)) == []


def test_a_page_that_cannot_be_read_is_told(monkeypatch):
    def fails(*_: object) -> None:
        raise pypdfium2.PdfiumError("no")

    monkeypatch.setattr(pypdfium2.PdfPage, "get_textpage", fails)
    found = inspect(Made(words("a")).data(), file="odd.pdf")
    assert [(each.id, each.message, each.page) for each in found.problems] == [
        ("unreadable-page", "Page 1 cannot be read.", 1)
    ]


def test_a_file_that_pdfium_cannot_open_is_described_all_the_same(monkeypatch):
    monkeypatch.setattr(opening, "_shown", lambda data: None)
    made = Made(words("a"))
    made.link((10, 10, 50, 20), "https://example.org")
    made.tag(("P", 0))
    found: Inspection = inspect(made.data(), file="odd.pdf")
    assert [each.id for each in found.problems] == ["unreadable-page"]
    assert [link.target for link in found.links] == ["https://example.org"]
    assert [tag.role for tag in found.tags or ()] == ["P"]


def test_limits_of_the_process_are_put_back():
    before = pikepdf.settings.get_qpdf_limits()
    inspect(SMALL, file="odd.pdf")
    assert pikepdf.settings.get_qpdf_limits() == before


def test_pages_that_stand_twice_in_the_tree_of_pages():
    made = Made(words("once"))
    pages = made.root.Pages
    pages.Kids.append(pages.Kids[0])
    pages.Count = 2
    data = made.data()
    assert len(inspect(data, file="odd.pdf").pages) == 2
    assert isinstance(pages, Dictionary)
