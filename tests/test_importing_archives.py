"""Zip files and the XML in them, opened within limits."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from word_documents import packed

from briefing.errors import Diagnostic
from briefing.importing.archives import Archive, open_archive
from briefing.importing.xml_trees import XmlRefusal, check_xml, read_xml

ANEW = "Open it in the program it comes from, and save it anew."


def refused(data: bytes) -> str:
    opened = open_archive(data, "a.docx")
    assert isinstance(opened, Diagnostic)
    return str(opened)


def test_members_are_read_by_their_names():
    archive = open_archive(packed({"one.xml": "<a/>", "two/three.xml": "<b/>"}), "a.docx")
    assert isinstance(archive, Archive)
    assert archive.members == {"one.xml", "two/three.xml"}
    assert archive.read("two/three.xml") == b"<b/>"


def test_a_member_that_is_missing_damaged_or_too_large_is_a_problem():
    data = bytearray(packed({"one.xml": "<a>" + "x" * 5000 + "</a>"}))
    archive = open_archive(bytes(data), "a.docx")
    assert isinstance(archive, Archive)
    assert str(archive.read("none.xml")) == (
        'a.docx:1:1  error  damaged-file\n  The part "none.xml" of this file is missing or damaged.\n  ' + ANEW
    )
    assert str(archive.read("one.xml", 1000)) == (
        'a.docx:1:1  error  too-large\n  The part "one.xml" of this file is larger than 1 kB.\n  Divide the document.'
    )
    data[45] ^= 0xFF
    broken = open_archive(bytes(data), "a.docx")
    assert isinstance(broken, Archive)
    assert isinstance(broken.read("one.xml"), Diagnostic)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:/x", "word\\..\\x"])
def test_a_name_that_leads_out_is_refused(name: str):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = name
        archive.writestr(member, "x")
    assert refused(written.getvalue()) == (
        f"a.docx:1:1  error  bad-path\n  A part of this file has a name that leads out of it: {name!a}.\n"
        "  It was not made by an honest program: do not open it."
    )


def test_a_bomb_is_refused_by_what_it_says_of_itself():
    member = zipfile.ZipInfo("word/document.xml")
    data = bytearray(packed({member.filename: "x"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 4_000_000_000)
    assert refused(bytes(data)) == (
        f"a.docx:1:1  error  unusable-file\n  This file holds 4,000 MB, unpacked; the limit is 200 MB.\n  {ANEW}"
    )


def test_locked_repeated_many_and_oddly_packed_members_are_refused():
    locked = bytearray(packed({"a": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(locked)) == (
        "a.docx:1:1  error  locked-file\n  This file is locked with a password.\n"
        "  Open it, take the password away and save it."
    )
    twice = packed({"aa": "x", "ab": "y"}).replace(b"ab", b"aa")
    assert refused(twice) == f"a.docx:1:1  error  unusable-file\n  This file has two parts of the same name.\n  {ANEW}"
    many = packed({str(number): "" for number in range(5001)})
    assert refused(many) == (
        f"a.docx:1:1  error  unusable-file\n  This file holds 5,001 parts; the limit is 5,000.\n  {ANEW}"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", "x")
    assert refused(written.getvalue()) == (
        f"a.docx:1:1  error  unusable-file\n  This file is packed in a way that no office program uses.\n  {ANEW}"
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", b"PK\x05\x06" + b"\x00" * 10])
def test_what_is_no_zip_file_is_damaged(data: bytes):
    assert refused(data) == f"a.docx:1:1  error  damaged-file\n  This file is damaged, or not complete.\n  {ANEW}"


def test_xml_has_short_names_by_namespace():
    root = read_xml(b'<a xmlns="x:y" xmlns:q="z" q:n="1"><q:b>t</q:b></a>', {"z": "short"})
    assert (root.tag, root.attrib) == ("{x:y}a", {"short:n": "1"})
    assert [(each.tag, each.text) for each in root] == [("short:b", "t")]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "declares a document type of its own, which no office program does",
        ),
        (
            b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
            "declares a document type of its own, which no office program does",
        ),
        (b"<a>" * 101, "has more than 100 elements inside one another"),
        (b"<a>" + b"<b/>" * 400_000 + b"</a>", "has more than 400,000 elements"),
        (b"<a>\n<b></a>", "is damaged in line 2"),
        (b"<a>&b;</a>", "is damaged in line 1"),
        (b"", "is damaged in line 1"),
        (b'<?xml version="1.0" encoding="utf-99"?><a/>', "is in an encoding that cannot be read"),
    ],
)
def test_hostile_xml_is_refused(data: bytes, refusal: str):
    with pytest.raises(XmlRefusal) as caught:
        read_xml(data, {})
    assert str(caught.value) == refusal


def test_elements_are_counted():
    assert check_xml(b"<a><b/><c/></a>", 3) == 3
    with pytest.raises(XmlRefusal):
        check_xml(b"<a><b/><c/></a>", 2)
