"""Files inside the file: what goes in comes out, described and associated as PDF/A-3 wants it."""

from __future__ import annotations

import hashlib
import zlib
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pytest
from conforming import ATTACHING, assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_tools import Read
from typesetting_tools import METADATA, opened, set_text

from briefing.pdf import Attachment, Metadata, write_pdf
from briefing.pdf.attachments import add_attachments
from briefing.pdf.objects import Body
from briefing.verifying.judging.conformance import ARCHIVAL

TEXT = Attachment("briefing.md", b"# Title\r\n\r\nText.\n" * 40, "text/markdown", "Source", "The text")
DATA = Attachment("briefing.jsonld", b"{}", "application/ld+json", "Supplement", "What the briefing is – in short")


def pdf_with(*attachments: Attachment, metadata: Metadata = METADATA) -> bytes:
    return write_pdf(set_text("<p>a</p>"), metadata, attachments)


def read_back(data: bytes) -> dict[str, bytes]:
    with opened(data) as pdf:
        return {name: specification.get_file().read_bytes() for name, specification in pdf.attachments.items()}


def test_what_goes_in_comes_out():
    assert read_back(pdf_with(TEXT, DATA)) == {"briefing.md": TEXT.data, "briefing.jsonld": DATA.data}


def test_a_file_says_what_it_is():
    metadata = Metadata("A title", "en-GB", date=datetime(2021, 9, 2, 1, tzinfo=timezone(timedelta(hours=2))))
    with opened(pdf_with(DATA, metadata=metadata)) as pdf:
        (specification,) = pdf.Root.AF
        assert specification.objgen == pdf.Root.Names.EmbeddedFiles.Kids[0].Names[1].objgen
        said = {key: str(value) for key, value in specification.items() if key != "/EF"}
        assert said == {
            "/Type": "/Filespec",
            "/F": "briefing.jsonld",
            "/UF": "briefing.jsonld",
            "/AFRelationship": "/Supplement",
            "/Desc": "What the briefing is – in short",
        }
        assert specification.EF.F.objgen == specification.EF.UF.objgen
        stream = specification.EF.F
        assert (str(stream.Type), str(stream.Subtype)) == ("/EmbeddedFile", "/application/ld+json")
        assert int(stream.Params.Size) == 2
        assert str(stream.Params.ModDate) == "D:20210901230000+00'00'"
        assert bytes(stream.Params.CheckSum) == hashlib.md5(b"{}").digest()


def test_without_a_date_a_file_says_none():
    with opened(pdf_with(DATA, metadata=Metadata("A title", "en-GB"))) as pdf:
        assert set(pdf.Root.AF[0].EF.F.Params.keys()) == {"/Size", "/CheckSum"}


def test_files_are_associated_in_the_order_given_and_found_by_their_names():
    names = ["b.md", "a.md", "Straße (1).png", "ä.png", "A.md", "karte (1).png"]
    data = pdf_with(*(Attachment(name, b"x", "image/png", "Source", "A picture") for name in names))
    with opened(data) as pdf:
        assert [str(each.UF) for each in pdf.Root.AF] == names
        written = pdf.Root.Names.EmbeddedFiles.Kids[0].Names
        keys = [bytes(written[at]) for at in range(0, len(written), 2)]
        assert keys == sorted(keys)
        assert set(pdf.attachments) == set(names)
        assert [str(each.F) for each in pdf.Root.AF][2:4] == ["Stra_e (1).png", "_.png"]


def test_with_files_it_is_part_3_and_without_part_2():
    for attachments, part in (((TEXT,), "3"), ((), "2")):
        with opened(pdf_with(*attachments)) as pdf, pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == (part, "A", "1")
    assert not {"/AF", "/Names"} & set(Read(pdf_with()).pdf.Root.keys())


NAMES = ["a.md", "Über uns/Straße (1).png", "\\odd", "(", "\U0001f600.png", "a/../b", "<FEFF>", "#2F", "x" * 3000]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_of_any_letters_conform_and_come_back(name):
    data = pdf_with(Attachment(name, b"x", "text/markdown", "Source", name))
    assert_conforming(data, ATTACHING, thorough=False)
    assert read_back(data) == {name: b"x"}


def test_the_validator_sees_a_file_that_is_not_associated():
    data = pdf_with(TEXT)
    target = BytesIO()
    with opened(data) as pdf:
        del pdf.Root.AF
        pdf.save(target)
    for wrong, archival in ((target.getvalue(), ATTACHING), (data, ARCHIVAL)):
        with pytest.raises(AssertionError, match=f"^{archival}: "):
            assert_conforming(wrong, archival, thorough=False)


def packed_badly(end: bytes) -> bytes:
    """Data whose compressed form ends in a carriage return."""
    tries = (b"text " * 100 + bytes([number]) + end for number in range(256))
    return next(data for data in tries if zlib.compress(data, 9).endswith(b"\r"))


CORNERS = {
    "empty": b"",
    "small": b"\r",
    "packed": packed_badly(b""),
    "packed and plain": packed_badly(b"\r"),
    "random": hashlib.sha512(b"x").digest() * 2,
    "delimiters": b"endstream endobj\r\n" * 10,
}


@pytest.mark.parametrize("data", CORNERS.values(), ids=CORNERS)
def test_no_byte_is_lost_or_added_whatever_the_end(data):
    made = pdf_with(Attachment("a.bin", data, "application/octet-stream", "Source", "Bytes"))
    assert read_back(made) == {"a.bin": data}
    assert_conforming(made, ATTACHING, thorough=False)


@settings(max_examples=examples(50))
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.binary(), max_size=5))
def test_any_files_come_back(files):
    made = pdf_with(*(Attachment(name, data, "a/b", "Source", "A file") for name, data in files.items()))
    assert read_back(made) == files


def test_no_file_leaves_the_catalog_alone():
    assert add_attachments(Body(), (), METADATA.date) == {}
