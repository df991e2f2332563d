"""Embedded fonts: exact ways back to Unicode, widths, subsets."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_tools import Read
from typesetting_tools import library, pdf_of, seen

from briefing.errors import LayoutError
from briefing.pdf.codes import codes_of, pairs_of
from briefing.theme import Style
from briefing.typesetting import Glyph, ShapedText


def fonts(data: bytes) -> tuple[Read, list]:
    read = Read(data)
    return read, list(read.pages[0].Resources.Font.values())


def test_every_code_has_the_text_that_it_stands_for():
    read, (font,) = fonts(pdf_of("<p>office</p>"))
    (meanings,) = read.fonts.values()
    assert sorted(meanings.values()) == ["c", "e", "ffi", "o"]
    assert read.tree.text() == "office"
    assert font.Encoding == "/Identity-H"


def test_a_ligature_copies_out_as_its_letters():
    assert seen(pdf_of("<p>The office’s first flight: ﬁ stays</p>")) == "The office’s first flight: fi stays"


@pytest.mark.parametrize("text", ["Ångström", "½ ¾ €", "Łódź", "naïve café", "Ελληνικά", "Привет", "x\u0323\u0301y"])
def test_text_copies_out_as_typed(text):
    read = Read(pdf_of(f"<p>{text}</p>"))
    assert read.tree.text() == text


@settings(max_examples=examples(40))
@given(st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc", "Cf", "Z"]), min_size=1, max_size=40))
def test_any_text_that_is_set_copies_out_exactly(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        data = pdf_of(f"<p>{escaped}</p>")
    except LayoutError:
        return
    assert Read(data).tree.text() == text


def codes(font, *texts: ShapedText) -> dict[tuple, int]:
    """The codes in a document that shows some texts."""
    return {(glyph, meaning): code for code, glyph, meaning in codes_of(font, pairs_of(frozenset(texts))).shown}


def test_one_glyph_for_two_texts_has_two_codes():
    font = library().font(Style(font="informing"))
    hyphen = font.shape("-").glyphs[0]
    other = Glyph(hyphen.id, "\u2010", hyphen.advance)
    found = codes_of(font, pairs_of(frozenset({ShapedText.of([hyphen]), ShapedText.of([other])})))
    assert found.shown == ((hyphen.id, hyphen.id, "-"), (font.glyph_count, hyphen.id, "\u2010"))
    assert found.spare == found.shown[1:]


def test_codes_are_a_function_of_the_texts_and_not_of_their_order():
    font = library().font(Style(font="informing"))
    glyphs = [Glyph(5, text, 500.0) for text in ("b", "a", "c")]
    found = [codes(font, ShapedText.of(order)) for order in (glyphs, glyphs[::-1])]
    assert found[0] == found[1] == {(5, "b"): font.glyph_count, (5, "a"): 5, (5, "c"): font.glyph_count + 1}


def test_a_font_with_hardly_a_code_to_spare_has_codes_of_two_bytes(monkeypatch):
    font = library().font(Style(font="informing"))
    monkeypatch.setattr(font, "glyph_count", 0xFFFF)
    found = codes(font, ShapedText.of([Glyph(1, text, 500.0) for text in ("a", "b", "c", "d")]))
    assert [found[1, text] for text in ("a", "b", "c", "d")] == [1, 0xFFFF, 2, 3]


def test_the_name_of_a_font_is_no_longer_than_a_name_may_be(monkeypatch):
    monkeypatch.setattr("briefing.pdf.embedding._postscript_name", lambda _: "ö" * 200)
    _, (font,) = fonts(pdf_of("<p>a</p>"))
    assert re.fullmatch("/[A-Z]{6}[+]ö{60}", str(font.BaseFont))
    assert font.BaseFont == font.DescendantFonts[0].BaseFont == font.DescendantFonts[0].FontDescriptor.FontName


MARKED = ["q\u0323\u0301", "x\u0301", "q\u0301"]


def test_a_letter_with_marks_has_a_code_above_all_glyphs():
    read = Read(pdf_of(f"<p>{' '.join(MARKED)} x</p>"))
    (codes,) = read.fonts.values()
    count = library().font(Style(font="reading")).glyph_count
    assert {text for code, text in codes.items() if code >= count} == set(MARKED)
    assert read.tree.text() == " ".join([*MARKED, "x"])
    assert seen(pdf_of(f"<p>{' '.join(MARKED)} x</p>")) == " ".join([*MARKED, "x"])


def test_codes_of_letters_with_marks_are_a_function_of_the_texts_and_not_of_their_order():
    font = library().font(Style(font="informing"))
    found = [codes(font, *map(font.shape, order)) for order in (MARKED, MARKED[::-1])]
    assert found[0] == found[1]
    assert {text for _, text in found[0]} == set(MARKED)
    assert sorted(found[0].values()) == list(range(font.glyph_count, font.glyph_count + 3))


def test_a_letter_with_marks_is_mapped_to_its_glyph_in_the_file():
    read, (font,) = fonts(pdf_of("<p>q\u0323 a</p>"))
    (descendant,) = font.DescendantFonts
    file = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    (code,) = (code for code, text in next(iter(read.fonts.values())).items() if text == "q\u0323")
    table = descendant.CIDToGIDMap.read_bytes()
    glyph = file.getGlyphOrder()[int.from_bytes(table[2 * code : 2 * code + 2], "big")]
    assert glyph == file.getGlyphOrder()[-1]
    assert file["glyf"][glyph].isComposite()
    scale = 1000 / file["head"].unitsPerEm
    assert dict(widths(descendant.W))[code] == pytest.approx(file["hmtx"][glyph][0] * scale, abs=1)


def test_a_mark_leaves_the_baseline_of_its_line_alone():
    stream = Read(pdf_of("<p>a q\u0323\u0301 b</p>")).stream()
    assert "Ts" not in stream


def test_more_letters_than_codes_are_refused():
    font = library().font(Style(font="informing"))
    letters = [Glyph(5, chr(0x10000 + number), 500.0) for number in range(0x10000)]
    with pytest.raises(LayoutError) as caught:
        codes(font, ShapedText.of(letters))
    assert str(caught.value) == (
        "error  too-many-letters\n"
        f"  The document shows too many different letters in the font {font.name}.\n"
        "  Choose another font."
    )


def test_more_letters_with_marks_than_the_font_has_room_for_are_refused(monkeypatch):
    font = library().font(Style(font="informing"))
    monkeypatch.setattr(font, "glyph_count", 0xFFFF)
    with pytest.raises(LayoutError, match="shows too many different letters"):
        codes(font, ShapedText.of([Glyph(((1, 0, 0), (2, 0, 0)), "ab", 500.0)]))


def test_widths_are_those_of_the_embedded_glyphs():
    read, made = fonts(pdf_of("<h1>Heading</h1><p>Text <em>more</em></p>"))
    assert len(made) == 3
    for font in made:
        (descendant,) = font.DescendantFonts
        file = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
        scale, names = 1000 / file["head"].unitsPerEm, file.getGlyphOrder()
        for code, width in widths(descendant.W):
            assert width == pytest.approx(file["hmtx"][names[code]][0] * scale, abs=1)
    assert read.tree.text() == "HeadingText more"


def widths(array) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    entries = list(array)
    for start, run in zip(entries[::2], entries[1::2], strict=True):
        found += [(int(start) + index, float(width)) for index, width in enumerate(run)]
    return found


def test_a_code_above_the_glyphs_is_mapped_to_its_glyph():
    # The soft hyphen and the hyphen are one glyph in many fonts; here a zero-width character is nothing.
    read, (font,) = fonts(pdf_of("<p>a\u00adb - c\u2010d</p>"))
    (descendant,) = font.DescendantFonts
    mapped = descendant.CIDToGIDMap
    codes = next(iter(read.fonts.values()))
    if mapped != "/Identity":
        assert len(mapped.read_bytes()) // 2 >= max(codes) + 1
    assert set("ab-cd") <= set("".join(codes.values()))


def test_a_font_is_embedded_small_and_named_as_a_subset():
    read, (font,) = fonts(pdf_of("<p>abc</p>"))
    (descendant,) = font.DescendantFonts
    descriptor = descendant.FontDescriptor
    tag, _, name = str(font.BaseFont)[1:].partition("+")
    assert (len(tag), tag.isalpha(), tag.isupper(), name) == (6, True, True, "SourceSerif4-Roman-400")
    assert font.BaseFont == descendant.BaseFont == descriptor.FontName
    data = descriptor.FontFile2.read_bytes()
    assert len(data) == descriptor.FontFile2.Length1
    assert len(descriptor.FontFile2.read_raw_bytes()) < 4_000
    assert read.tree.text() == "abc"


def test_only_fonts_that_show_something_are_embedded():
    read, made = fonts(pdf_of("<p>a</p>"))
    assert (len(read.pages), len(made)) == (1, 1)


def test_an_italic_says_so():
    read, made = fonts(pdf_of("<p>a <em>b</em></p>"))
    assert read.tree.text() == "a b"
    flags = {bool(font.DescendantFonts[0].FontDescriptor.Flags & 64) for font in made}
    angles = {float(font.DescendantFonts[0].FontDescriptor.ItalicAngle) for font in made}
    assert (flags, angles) == ({True, False}, {0.0, -12.0})


def test_a_hyphen_at_a_line_s_end_reads_as_none():
    narrow = '\n[styles.".narrow"]\nhyphenate = true\npadding_mm = [0, 0, 0, 98]\n'
    text = "responsibilities of international organisations"
    read = Read(pdf_of(f'<div class="narrow"><p>{text}</p></div>', more=narrow))
    assert "\u00ad" in read.tree.text()
    assert read.tree.text().replace("\u00ad", "") == text
    assert "-" not in read.tree.text()
