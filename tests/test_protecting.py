"""Protected words are found however they are written, and nowhere else."""

from __future__ import annotations

import io
import json
import random
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pdfs import Made, words
from PIL import Image
from stopwatch import Stopwatch

from briefing.errors import ContentError, ProtectedError
from briefing.protecting import NOTHING_PROTECTED, Protected, limits, protected_words
from briefing.protecting.contents import parts_of
from briefing.protecting.entries import read_entries
from briefing.protecting.finding import Index
from briefing.protecting.folding import traced_views, views
from briefing.protecting.limits import UnreadableError

LIST = """\
# of Faryab
Gulnára
Al-Masri
AB-123/45   # the case in Kabul
McDonald
Zeyn*
Ali
阿里
Ольга Петрова
علی رضا
Theresa
"""
ENTRIES, _ = read_entries(LIST, "list.txt")
INDEX = Index(ENTRIES)


def lines(text: str) -> list[int]:
    """The lines of the list whose entries stand in a text."""
    return [found.entry.line for found in INDEX.found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "gulnara",
        "GULNARA'S",
        "Gulna\u0301ra’s",
        "Gul\u00adna\u200bra",
        "\u202eGulnara\u202c",
        "Ｇｕｌｎａｒａ",
        "Gul**nara**",
        "__Gul__nara",
        "<p>and</p><p>Gul<strong class='x'>nara</strong></p>",
        "Guln&aacute;ra",
        "Guln&#225;ra",
        "https://example.org/Guln%C3%A1ra",
        r'{"name": "Guln\u00e1ra"}',
        "{G}ulnara",
        r"Guln{\'a}ra",
        r"Guln\'ara",
        r"Guln{\'{a}}ra",
        r"Guln\v{a}ra",
        r"Guln{\c a}ra",
        r"Gu\l nara",
        r"Gu{\l}nara",
        r"Guln\aa{}ra",
        r"d\'Gulnara",
        r"x\o gulnara",
        "Gul-\nnara",
        "> Gul-\n> nara",
        "Gul\ufffe\r\nnara",
        "gulnara_2.jpg",
        "photoOfGulnaraAtHome.png",
        "2Gulnara3",
        "<w:p><w:r><w:t>end</w:t></w:r></w:p><w:p><w:r><w:t>Gul</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>nara</w:t></w:r>",
    ],
)
def test_a_name_is_found_however_it_is_written(text):
    assert lines(text) == [2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Al Masri", 3),
        ("AlMasri", 3),
        ("al–masri", 3),
        ("almasri", 3),
        ("ab 123 45", 4),
        ("AB12345", 4),
        ("AB123/45", 4),
        ("Mc Donald", 5),
        ("mcdonald", 5),
        ("Zeyn", 6),
        ("Zeynep’s", 6),
        ("of Ali.", 7),
        ("a**l**i", 7),
        ("他是阿里巴巴", 8),
        ("ольга\nПетрова", 9),
        ("علي رضا", 10),
        ("عَلي\u200cرضا", 10),
    ],
)
def test_numbers_and_names_of_several_words(text, line):
    assert lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Gulnarabad",
        "Begulnara",
        "gul nara",
        "There’s a way",
        "there s a",
        "alibi",
        "al-i",
        "al i",
        "masri al",
        "abzeyn",
        "ab 12 345",
    ],
)
def test_other_words_are_left_alone(text):
    assert lines(text) == []


def test_each_place_is_told_once():
    text = "One.\nTwo Gul**nara** and\nGulnára, gulnara.\n"
    assert [(each.line, each.column) for each in INDEX.found(text)] == [(2, 5), (3, 1), (3, 10)]


def test_of_very_many_places_the_first_are_told():
    assert [each.line for each in INDEX.found("Gulnara\n" * 100)] == list(range(1, 21))


PIECES = [*"aAzZ 1-*_<>\n&;%\\.'ßİǅéêلا阿\u00ad\u0301\u200b", "&amp;", "%C3", "<em>", "-\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=examples(200))
@given(TEXTS | st.text())
def test_the_quick_and_the_traced_way_read_the_same(text):
    traced = list(traced_views(text))
    assert tuple(each.text for each in traced) == views(text)
    for each in traced:
        assert len(each.text) == len(each.origins)
        assert list(each.origins) == sorted(each.origins)
        assert all(0 <= place < len(text) for place in each.origins)


@settings(max_examples=examples(200))
@given(TEXTS, st.text("abcdefXYZé", min_size=4, max_size=9), TEXTS)
def test_a_word_is_found_between_whatever_stands_around_it(before, word, after):
    entries, problems = read_entries(word, "list.txt")
    assert not problems
    assert Index(entries).is_in(f"{before} {word}. {after}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["The protected list a.txt has no entry."]),
        ("# nobody\n\n", ["The protected list a.txt has no entry."]),
        (
            "Secretname\nq\n-\n",
            [f"Line {n} of the protected list a.txt has fewer than 2 letters or digits." for n in (2, 3)],
        ),
        ("ab*", ["Line 1 of the protected list a.txt has fewer than 3 letters or digits."]),
        ("secret*name", ["Line 1 of the protected list a.txt cannot be looked for."]),
        ("a b " * 21, ["Line 1 of the protected list a.txt cannot be looked for."]),
        *(
            (f"Secretname\n{two}", ["Line 2 of the protected list a.txt has a comma: is it two names?"])
            for two in ("Laila, Omid", "Laila,Omid", "Laila;Omid*", "لیلا، امید", "阿里、莱拉", "Case 12, 13", "12,x")
        ),
        ("1,234/5  # Laila, Omid", []),
    ],
)
def test_what_is_wrong_with_a_list_is_told_without_its_words(text, told):
    _, problems = read_entries(text, "a.txt")
    assert [each.message for each in problems] == told


def test_a_name_without_its_comma_is_found_with_it():
    entries, problems = read_entries("Karimova Gulnara", "a.txt")
    assert not problems
    assert Index(entries).is_in("Karimova, Gulnara")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lists_as_editors_save_them(tmp_path, encoding):
    path = tmp_path / "list.txt"
    path.write_bytes("Zoë\r\nÖzil\r\n".encode(encoding))
    words = protected_words([path, path.absolute()])
    assert words.holds("of Ozil")
    assert dict(words.counts) == {f"the protected list {path}": 2}


def test_a_list_whose_own_name_is_protected_is_not_named(tmp_path):
    first, second = tmp_path / "others.txt", tmp_path / "secretname.txt"
    first.write_text("Nobody\n")
    second.write_text("Secretname\n")
    words = protected_words([first, second])
    with pytest.raises(ProtectedError) as problem:
        words.refuse_text("By Secretname.", "The text")
    assert problem.value.diagnostics[0].message == (
        "The text holds a protected word: the entry on line 1 of your protected list number 2."
    )


def test_all_lists_that_cannot_be_used_are_told_at_once(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(ContentError) as problem:
        protected_words([tmp_path / "empty.txt", tmp_path / "none.txt", tmp_path / "\0"])
    assert [each.id for each in problem.value.diagnostics] == ["protected-empty", "protected-list", "protected-list"]


WORDS = Protected(ENTRIES)


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def drawn(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, kind, **options)
    return buffer.getvalue()


def by_the_camera() -> Image.Exif:
    exif = Image.Exif()
    exif[0x9C9D] = "Gulnára".encode("utf-16-le")  # the author, as Windows writes it
    return exif


def pdf(change, **options) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        change(made)
        made.save(buffer, **options)
    return buffer.getvalue()


def attach(made: pikepdf.Pdf) -> None:
    made.attachments["a.zip"] = pikepdf.AttachedFileSpec(made, zipped(text=b"by gulnara"), filename="a.zip")


def title(made: pikepdf.Pdf) -> None:
    with made.open_metadata() as metadata:
        metadata["dc:title"] = "Of Gulnára"


def outline(made: pikepdf.Pdf) -> None:
    with made.open_outline() as found:
        found.root.append(pikepdf.OutlineItem("Gulnára flees", 0))


def attach_without_type(made: pikepdf.Pdf) -> None:
    attach(made)
    del made.Root.Names.EmbeddedFiles.Names[1].EF.F.Type


def metadata_without_type(made: pikepdf.Pdf) -> None:
    title(made)
    del made.Root.Metadata.Type


def script(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=made.make_stream(b"alert('Gulnara')"))


def contents(data: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(made: pikepdf.Pdf) -> None:
        half = len(b"/Span << ") if data.startswith(b"/Span") else len(b"q ")
        made.pages[0].Contents = made.make_indirect([made.make_stream(data[:half]), made.make_stream(data[half:])])

    return change


def form(made: pikepdf.Pdf) -> None:
    drawn = made.make_stream(SPOKEN, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    made.Root.Unused = made.make_indirect(drawn)


def letters_of_a_font(made: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Subtype=pikepdf.Name.Type3, CharProcs={"/a": made.make_stream(SPOKEN)})
    made.Root.Unused = made.make_indirect(font)


SPOKEN = b"/Span << /ActualText (G\\165lnara) >> BDC EMC"


@pytest.mark.parametrize(
    "data",
    [
        "Gulnára".encode("utf-16"),
        "Gulnára".encode("cp1252"),
        zipped(**{"gulnara/a": b""}),
        zipped(a=b"by Gulnara"),
        zipped(a=zipped(b=b"by Gulnara")),
        drawn("JPEG", comment="Gulnára".encode()),
        drawn("JPEG", comment="Gulnára".encode("latin-1")),
        drawn("JPEG", exif=by_the_camera()),
        drawn("JPEG", progressive=True, xmp=b"<dc:creator>Gulnara</dc:creator>"),
        drawn("JPEG") + b" Gulnara",
        drawn("PNG", exif=by_the_camera()),
        drawn("PNG") + b" Gulnara",
        Made(words("One", "Of Guln-", "ara")).data(),
        pdf(attach),
        pdf(title),
        pdf(outline),
        pdf(attach_without_type),
        pdf(metadata_without_type),
        pdf(script),
        pdf(contents(SPOKEN)),
        pdf(contents(b"/Span << /X [<</ActualText <FEFF00470075006C006E006100720061>>>] >> BDC EMC")),
        pdf(contents(b"q % of Gulnara\nQ")),
        pdf(form),
        pdf(letters_of_a_font),
        b'\x00\x01\x00\x00\xff\x00"Gulnara"\x00',
        json.dumps(["end\ngulnara"]).encode(),
    ],
)
def test_files_are_looked_into(data):
    with pytest.raises(ProtectedError):
        WORDS.refuse_files({"a": data})


def test_a_hit_in_a_text_has_a_position_and_one_inside_a_file_says_where():
    with pytest.raises(ProtectedError) as problem:
        WORDS.refuse_files({"a.md": b"\n by Gulnara", "b.zip": zipped(a=b"Ali"), "ali.txt": b"Ali"})
    assert [(str(each.position), each.message) for each in problem.value.diagnostics] == [
        ("a.md:2:5", "A protected word stands here: the entry on line 2 of the protected list list.txt."),
        ("None", "b.zip, in a file in it, holds a protected word: the entry on line 7 of the protected list list.txt."),
        ("None", "The name of a file holds a protected word: the entry on line 7 of the protected list list.txt."),
        ("None", "A file holds a protected word: the entry on line 7 of the protected list list.txt."),
    ]


def encrypted() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(buffer, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    return zipped(a=nested(depth - 1)) if depth else b"deep"


def packed(made: pikepdf.Pdf, layers: int) -> pikepdf.Dictionary:
    """Pack 60 MB into a few kilobytes, and attach them."""
    data = bytes(60_000_000)
    for _ in range(layers):
        data = zlib.compress(data)
    stream = made.make_stream(b"")
    stream.write(data, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * layers))
    return pikepdf.Dictionary(Type=pikepdf.Name.Filespec, EF={"/F": stream})


@pytest.mark.parametrize("layers", [1, 2])
def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch, layers):
    monkeypatch.setattr(limits, "_LARGEST", 5_000_000)
    data = pdf(lambda made: setattr(made.Root, "Unused", made.make_indirect(packed(made, layers))))
    tracemalloc.start()
    try:
        with pytest.raises(ProtectedError, match="too much is packed into it"):
            WORDS.refuse_files({"a": data})
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_what_was_packed_otherwise_is_unpacked(monkeypatch):
    def attached(made: pikepdf.Pdf) -> None:
        stream = made.make_stream(b"")
        coded = zlib.compress(b"by Gulnara").hex().encode() + b">"
        stream.write(coded, filter=pikepdf.Array([pikepdf.Name.ASCIIHexDecode, pikepdf.Name.FlateDecode]))
        made.Root.Unused = made.make_indirect(pikepdf.Dictionary(EF={"/F": stream}))

    data = pdf(attached, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with pytest.raises(ProtectedError, match="holds a protected word"):
        WORDS.refuse_files({"a": data})
    monkeypatch.setattr(limits, "_LARGEST", 5_000)
    with pytest.raises(ProtectedError, match="too much is packed into it"):
        WORDS.refuse_files({"a": data})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "it is encrypted"),
        (b"%PDF-1.7 nothing", "it is a damaged PDF"),
        (b"PK\x03\x04 nothing", "it is a damaged or an encrypted archive"),
        (nested(6), "archives are packed into archives too often"),
        (zipped(a=zipped(b=bytes(300_000_000)), c=bytes(300_000_000)), "too much is packed into it"),
    ],
)
def test_what_cannot_be_looked_into_is_refused(data, reason):
    with pytest.raises(ProtectedError) as problem:
        WORDS.refuse_files({"a": data})
    (told,) = problem.value.diagnostics
    assert (told.id, told.message) == (
        "protected-unreadable",
        f"a cannot be compared with the protected list: {reason}.",
    )


@settings(max_examples=examples(100))
@given(
    st.sampled_from([b"", b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xfe", b"{"]),
    st.binary(),
)
def test_any_bytes_are_read_or_refused(beginning, data):
    try:
        assert all(isinstance(part.text, str) for part in parts_of(beginning + data))
    except UnreadableError as problem:
        assert str(problem)


def test_without_a_list_nothing_is_looked_into():
    NOTHING_PROTECTED.refuse_files({"a": b"PK\x03\x04 damaged"})
    assert not NOTHING_PROTECTED
    assert not NOTHING_PROTECTED.holds("Gulnara")


def seconds(index: Index, text: str) -> float:
    with Stopwatch() as watch:
        assert not index.is_in(text)
    return watch.seconds


def test_the_time_grows_with_the_text_and_not_with_the_list():
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghié", k=6)) for _ in range(20_000)]
    text = " ".join(chance.choices(words, k=100_000))
    few, many = (Index(read_entries("\n".join(f"{each}q" for each in words[:count]), "a")[0]) for count in (10, 10_000))
    once = seconds(few, text)
    assert seconds(many, text) < 4 * once
    assert seconds(few, f"{text} {text} {text}") < 9 * once
