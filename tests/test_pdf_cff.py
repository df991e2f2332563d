"""Fonts with PostScript outlines: what is embedded has every letter under its code, as wide as it was set."""

from __future__ import annotations

from io import BytesIO
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from fontTools.cffLib import CFFFontSet, TopDict
from fontTools.pens.basePen import NullPen
from fontTools.pens.recordingPen import RecordingPen
from pdf_tools import Read
from PIL import Image, ImageChops
from postscript_fonts import LETTERS, cid_keyed_font, named_font
from typesetting_tools import METADATA, page_of, seen, small_theme

from briefing.errors import LayoutError
from briefing.pdf import write_pdf
from briefing.pdf.cff import CidGlyph, UnknownOutlineError, cid_keyed
from briefing.pdf.sfnt import read_tables
from briefing.theme import Face, Style
from briefing.typesetting import FontLibrary, set_document

FONTS = {"names": named_font, "CIDs": cid_keyed_font}
BOTH = pytest.mark.parametrize("kind", FONTS)
TEXT = "Office quart é A\u0301V .\u00a0f-i f\u2010i"


def library_of(data: bytes) -> FontLibrary:
    face = Face(data, "own.otf")
    return FontLibrary(dict.fromkeys(("reading", "informing"), (face,)))


def pdf_in(data: bytes, main: str) -> bytes:
    theme = small_theme()
    document = set_document(page_of(main), theme, fonts=library_of(data), pictures={}, drawings={})
    return write_pdf(document, METADATA)


def read_cff(data: bytes) -> TopDict:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    return fonts[0]


def cff_of(data: bytes) -> bytes:
    return read_tables(data)[b"CFF "]


def embedded(read: Read) -> tuple[pikepdf.Object, TopDict]:
    (font,) = read.pages[0].Resources.Font.values()
    (descendant,) = font.DescendantFonts
    return descendant, read_cff(descendant.FontDescriptor.FontFile3.read_bytes())


def outline(top: TopDict, name: str) -> list:
    pen = RecordingPen()
    top.CharStrings[name].draw(pen)
    return pen.value


def width(top: TopDict, name: str) -> float:
    top.CharStrings[name].draw(NullPen())
    return top.CharStrings[name].width


def folded(text: str) -> str:
    """Without the sign that a mark beside its letter stands for."""
    return normalize("NFKC", text).replace("\u200b", "")


# In a file.


@BOTH
def test_text_reads_as_typed_and_the_file_conforms(kind):
    data = pdf_in(FONTS[kind](), f"<p>{TEXT}</p>")
    assert Read(data).tree.text() == TEXT
    assert folded(seen(data)) == folded(TEXT)
    assert_conforming(data, thorough=False)


@BOTH
def test_the_font_says_what_it_is(kind):
    read = Read(pdf_in(FONTS[kind](), "<p>Office</p>"))
    descendant, top = embedded(read)
    assert (descendant.Subtype, descendant.FontDescriptor.FontFile3.Subtype) == ("/CIDFontType0", "/CIDFontType0C")
    assert "/CIDToGIDMap" not in descendant
    assert top.ROS == ("Adobe", "Identity", 0)


@BOTH
def test_every_code_has_its_letter_and_its_width(kind):
    source = read_cff(cff_of(FONTS[kind]()))
    font = library_of(FONTS[kind]()).font(Style())
    read = Read(pdf_in(FONTS[kind](), "<p>Office quart é AV\u00a0f-i f\u2010i.</p>"))
    descendant, top = embedded(read)
    (texts,) = read.fonts.values()
    widths = dict(_widths(list(descendant.W)))
    assert sorted(top.charset) == sorted([".notdef", *(f"cid{code:05d}" for code in texts)])
    for code, text in texts.items():
        letter = font.shape(text).glyphs[0]
        name, own = f"cid{code:05d}", source.charset[letter.id]
        assert outline(top, name) == outline(source, own)
        assert width(top, name) == width(source, own)
        assert widths[code] == pytest.approx(font.advance(letter.id), abs=0.001)


def _widths(array: list):
    for start, run in zip(array[::2], array[1::2], strict=True):
        yield from ((int(start) + index, float(each)) for index, each in enumerate(run))


@BOTH
def test_a_letter_that_stands_for_two_texts_is_two_glyphs(kind):
    _, top = embedded(Read(pdf_in(FONTS[kind](), "<p>f-f\u2010</p>")))
    assert len(top.charset) == 1 + 3
    assert outline(top, top.charset[2]) == outline(top, top.charset[3])


def test_letters_and_marks_stay_apart():
    font = library_of(named_font()).font(Style())
    assert [glyph.text for glyph in font.shape("q\u0301").glyphs] == ["q\u0301", ""]
    assert Read(pdf_in(named_font(), "<p>q\u0301</p>")).tree.text() == "q\u0301"


def test_the_same_text_gives_the_same_bytes():
    assert pdf_in(cid_keyed_font(), f"<p>{TEXT}</p>") == pdf_in(cid_keyed_font(), f"<p>{TEXT}</p>")


# By itself.


def test_glyphs_stand_under_the_cids_that_are_asked_for():
    source = cff_of(named_font())
    names = read_cff(source).charset
    q = names.index("q")
    top = read_cff(cid_keyed(source, [CidGlyph(0, 0, 500), CidGlyph(7, q, 600), CidGlyph(0xFFFF, q, 700)]))
    assert top.charset == [".notdef", "cid00007", "cid65535"]
    assert top.CIDCount == 0x10000
    assert [width(top, name) for name in top.charset] == [500, 600, 700]
    assert outline(top, "cid65535") == outline(read_cff(source), "q")


def test_fonts_inside_keep_their_glyphs_and_lose_their_widths():
    source = cff_of(cid_keyed_font())
    places = (1, 4, 5, 9)
    top = read_cff(cid_keyed(source, [CidGlyph(0, 0, 1), *(CidGlyph(place, place, 2) for place in places)]))
    assert [top.FDSelect[place] for place in range(5)] == [0, 0, 0, 1, 1]
    assert [inside.Private.rawDict.get("nominalWidthX", 0) for inside in top.FDArray] == [0, 0]
    again = read_cff(cid_keyed(cid_keyed(source, [CidGlyph(0, 0, 1), CidGlyph(9, 9, 2)]), [CidGlyph(0, 0, 3)]))
    assert (again.charset, again.FDSelect[0], width(again, ".notdef")) == ([".notdef"], 0, 3)


@pytest.mark.parametrize(
    ("charstring", "rest"),
    [
        ("8b 0e", "0e"),
        ("0e", "0e"),
        ("", "0e"),
        ("8a 8c 16 0e", "8c 8b 15 0e"),
        ("8c 16 0e", "8c 8b 15 0e"),
        ("8a 8c 04 0e", "8b 8c 15 0e"),
        ("8c 04 0e", "8b 8c 15 0e"),
        ("f7 00 8c 8d 15 0e", "8c 8d 15 0e"),
        ("8c 8d 15 0e", "8c 8d 15 0e"),
        ("1c 01 00 8c 8d 01 0e", "8c 8d 01 0e"),
        ("8c 8d 12 0e", "8c 8d 12 0e"),
        ("ff 00 01 00 00 8c 8d 13 80 0e", "8c 8d 13 80 0e"),
    ],
)
def test_an_outline_gets_its_width_in_the_place_of_another(charstring, rest):
    (made,) = _outlines(cid_keyed(_with_outline(bytes.fromhex(charstring)), [CidGlyph(0, 0, 300)]))
    assert made.hex() == "1c012c" + bytes.fromhex(rest).hex()


def _with_outline(charstring: bytes) -> bytes:
    """A font of one outline, its DICT with a real number and a long one."""
    names, nothing = bytes.fromhex("0001 01 01 02 41"), b"\0\0"
    strings = b"\0\1\1" + bytes((1, 1 + len(charstring))) + charstring
    size = 19
    places = [(6 - 2) + len(names) + 5 + size + 2 * len(nothing) + more for more in (0, len(strings))]
    numbers = b"".join(b"\x1d" + place.to_bytes(4, "big") for place in places)
    top = bytes.fromhex("1e a1 4f 0d") + numbers[:5] + b"\x11" + b"\x1c\0\0" + numbers[5:] + b"\x12"
    assert len(top) == size
    return bytes.fromhex("01000401") + names + b"\0\1\1" + bytes((1, 1 + size)) + top + nothing * 2 + strings


def _outlines(cff: bytes) -> list[bytes]:
    top = read_cff(cff)
    return [top.CharStrings[name].bytecode for name in top.charset]


def test_an_outline_that_names_others_is_refused():
    with pytest.raises(UnknownOutlineError):
        cid_keyed(_with_outline(bytes.fromhex("8b 8b 8b 8b 0e")), [CidGlyph(0, 0, 300)])


def test_a_font_with_such_outlines_is_refused_in_words(monkeypatch):
    def fail(*_: object) -> bytes:
        raise UnknownOutlineError

    monkeypatch.setattr("briefing.pdf.programs.cid_keyed", fail)
    with pytest.raises(LayoutError) as caught:
        pdf_in(named_font(), "<p>e</p>")
    assert str(caught.value) == (
        "error  font\n  The font own puts letters and accents together in a way that no archival file may.\n"
        "  Choose another font."
    )


def picture(data: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(pdf_in(data, f"<p>{LETTERS}</p>"))[0].render(scale=2).to_pil().convert("L")


def test_fonts_of_every_kind_look_the_same():
    """Of another grid as well, which page-validation 0.11 is not asked about: it reads no real numbers in a DICT."""
    named = picture(named_font())
    assert named.tobytes() == picture(cid_keyed_font()).tobytes()
    change = ImageChops.difference(named, picture(named_font(2048)))
    assert sum(change.histogram()[100:]) == 0 < sum(named.histogram()[:100])
