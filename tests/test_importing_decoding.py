"""Bytes become text, in whatever encoding they were written."""

from __future__ import annotations

import codecs

import pytest
from gold_pages import Page, pages
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import Diagnostic, Position
from briefing.importing.decoding import declared_encoding, decoded
from briefing.importing.found import Question
from briefing.importing.given import Given
from briefing.importing.html import read_page
from briefing.importing.text import read_text

GREEK = "Το νησί χωρίς γιατρό: εκατό ημέρες από την τελευταία εφημερία, και κανείς δεν ξέρει πότε θα έρθει ο επόμενος."


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_pages_are_decoded_by_what_they_are(page: Page):
    plain = page.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded(page.html, "page.html", declared_encoding(page.html)).text == plain


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (b'<meta charset="Windows-1251">', "windows-1251"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=latin1'>", "latin1"),
        (b"<?xml version='1.0' encoding='ISO-8859-15'?>", "iso-8859-15"),
        (b'<script charset="utf-8" src="a.js"></script><meta charset=iso-8859-2>', "iso-8859-2"),
        (b"<p>", ""),
    ],
)
def test_a_page_declares_its_encoding(head, label):
    assert declared_encoding(head) == label


def test_labels_are_those_of_the_web():
    assert decoded(b"\x93a\x94 \x80", "a.html", "iso-8859-1").text == "“a” €"
    assert decoded("宫".encode("gb18030"), "a.html", "gb2312").text == "宫"


def test_pages_of_dos_and_letters_that_are_written_in_ascii_are_believed():
    assert decoded("Größe".encode("cp850"), "a.html", "ibm850").text == "Größe"
    assert decoded("这是中文".encode("hz"), "a.html", "hz-gb-2312").text == "这是中文"


def test_a_text_with_pieces_in_another_encoding_stays_what_most_of_it_is():
    found = decoded("“Café”, naïve, ".encode() + "café".encode("cp1252"), "a.txt")
    assert (found.text, found.encoding) == ("“Café”, naïve, caf\ufffd", "utf-8")
    assert [each.id for each in found.diagnostics] == ["broken-letters"]


def test_a_file_that_names_a_wrong_encoding_is_told_so():
    (question,) = decoded("L’été à Kaboul, août 2021 : la forêt brûle".encode("cp1252"), "a.html", "utf-8").questions
    assert question.text.startswith(
        'The file is not in the encoding that it names, "utf-8"; it was read as windows-1252'
    )


@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_mark_at_the_beginning_is_believed_first(name):
    assert decoded("\ufeffNaïve".encode(name), "a.html", "windows-1251").text == "Naïve"


def test_utf_16_is_told_by_its_zeros():
    assert decoded(("plain words " * 5).encode("utf-16-be"), "a.html").encoding == "utf-16-be"


def test_a_guess_is_asked_about():
    found = decoded(GREEK.encode("cp1253"), "a.txt")
    assert found.text == GREEK
    text = (
        "The file does not say how its letters are encoded; it was read as windows-1253, which is a guess. "
        "Are all letters right?"
    )
    assert found.questions == (Question(text, Position("a.txt")),)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("L’été à Kaboul, août 2021 : la forêt brûle à côté de la rivière, où les élèves étaient réunis. ", "cp1252"),
        ("Šiandien žmonės rinkosi aikštėje, kad pareikštų savo nuomonę apie naują įstatymą. ", "cp1257"),
        ("Zażółć gęślą jaźń, powiedział burmistrz miasta, które leży nad rzeką. ", "cp1250"),
        ("Die Straße über den Fluß wird erst im März für Fußgänger geöffnet, sagte Müller. ", "cp1252"),
        ("Şehirde yaşayanların çoğu ılık bir kışın ardından göç etmek istediğini söyledi. ", "cp1254"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, řekl včera starosta města. ", "cp1250"),
    ],
)
def test_neighbouring_encodings_are_told_apart(text, encoding):
    assert decoded(text.encode(encoding) * 3, "a.txt").text == text * 3


def test_what_cannot_be_read_is_counted():
    found = decoded("a\nschön ".encode() * 30 + b"\xff", "a.txt")
    message = "One letter of this file cannot be read as UTF-8."
    hint = "Look for \ufffd in briefing.md and type what belongs there."
    assert found.diagnostics == (Diagnostic("warning", "broken-letters", message, Position("a.txt", 31), hint),)


def test_nothing_is_read_as_utf_7():
    assert decoded(b"+ADw-script+AD4-", "a.html", "utf-7").text == "+ADw-script+AD4-"


def test_lines_end_alike_and_nothing_controls_a_terminal():
    assert decoded(b"a\r\nb\rc\x00\x1b[2J\x85", "a.html").text == "a\nb\nc[2J…"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"%PDF-1.7\n1 0 obj\n",
        b"\x89PNG\r\n\x1a\n",
        b"\x00" * 400,
        b"Words of a file." + bytes(range(9)) * 9,
    ],
)
def test_what_is_no_text_is_refused(data):
    hint = "Give its name the ending of what it is, such as .docx; or copy its words into a text file."
    refused = (Diagnostic("error", "no-text", "This is no text.", Position("a.txt"), hint),)
    assert decoded(data, "a.txt").diagnostics == refused
    for read in (read_text, read_page):
        assert read(Given(data, "a.txt", "A", "en-GB")).diagnostics == refused


def test_some_signs_that_no_text_has_do_not_make_it_none():
    assert not decoded(
        b"Words that a program has parted and then joined \x02 at the end of a line. " * 20, "a.txt"
    ).diagnostics
    assert not decoded(b"\x1b[1mA heading of a terminal\x1b[0m\n" * 20, "a.txt").diagnostics


@example(b"\xff\xd8\xff", "")
@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "shift_jis", "rot13", "no such"]))
def test_any_bytes_become_text(data, label):
    found = decoded(data, "a.txt", label)
    assert "\x00" not in found.text
    assert codecs.lookup(found.encoding) if found.encoding else [each.id for each in found.diagnostics] == ["no-text"]
