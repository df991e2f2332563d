"""Fonts: shaping, measures, what a font lacks, subsets, and which file serves a style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import category

import matplotlib as mpl
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from postscript_fonts import named_font
from typesetting_tools import library, read_font

from briefing.errors import TemplateError
from briefing.theme import Face, Style
from briefing.typesetting.bidi import mirrored
from briefing.typesetting.fonts import FallbackFamily, Font, FontLibrary, GlyphId, ShapedText, features_of

SANS = Style(font="informing")
SANS_FILE = "source-sans-3/SourceSans3-Roman.ttf"


def sans() -> Font:
    return library().font(SANS)


def serif() -> Font:
    return library().font(Style(font="reading"))


@cache
def dejavu_data() -> bytes:
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf").read_bytes()


def width(text: str, *features: str) -> float:
    return sans().shape(text, features).advance


# Shaping.


def test_glyphs_carry_their_text_and_their_advance():
    glyphs = sans().shape("Ab").glyphs
    assert [glyph.text for glyph in glyphs] == ["A", "b"]
    assert all(300 < glyph.advance < 700 and glyph.id for glyph in glyphs)


def test_pairs_are_kerned():
    assert width("AV") < width("A") + width("V")


def test_a_ligature_stands_for_its_letters():
    assert [glyph.text for glyph in serif().shape("fi").glyphs] == ["fi"]
    assert [glyph.text for glyph in serif().shape("office").glyphs] == ["o", "ffi", "c", "e"]


def dejavu() -> Font:
    """A font with letters that are written from right to left."""
    return FontLibrary({"reading": (Face(dejavu_data(), "DejaVuSans.ttf"),)}).font(Style())


def texts(shaped: ShapedText) -> list[str]:
    return [glyph.text for glyph in shaped.glyphs]


def test_a_text_from_right_to_left_stands_as_it_looks():
    shaped = dejavu().shape("(אב)", right_to_left=True)
    assert texts(shaped) == ["(", "ב", "א", ")"]
    assert [glyph.id for glyph in shaped.glyphs] == [glyph.id for glyph in dejavu().shape("(בא)").glyphs]


def test_a_ligature_from_right_to_left_stands_for_its_letters_turned_round():
    assert texts(dejavu().shape("سلام", right_to_left=True)) == ["م", "ال", "س"]


def test_the_direction_is_asked_for_and_not_guessed():
    assert texts(dejavu().shape("۱۴۰۰")) == ["۱", "۴", "۰", "۰"]


def test_letters_join_over_the_edges_of_a_run():
    def ids(text: str, **beside: str) -> list[int]:
        return [glyph.id for glyph in dejavu().shape(text, right_to_left=True, **beside).glyphs]

    last, middle, first = ids("ببب")
    assert [ids("ب", after="ب"), ids("ب", before="ب", after="ب"), ids("ب", before="ب")] == [[first], [middle], [last]]
    assert ids("ب", before="\U0001d54fب", after="\U0001d54f") == [last]
    assert ids("ب") not in ([first], [middle], [last])


def test_a_text_is_remembered_with_what_stands_beside_it():
    font = dejavu()
    joined = font.shape("ب", before="بببببب", right_to_left=True)
    assert font.shape("ب", before="بببببببببب", right_to_left=True) is joined
    assert font.shape("ب", right_to_left=True) is not joined


# Letters with marks.


def test_a_letter_with_marks_is_one_glyph_with_its_text_as_typed():
    (glyph,) = sans().shape("q\u0323\u0301").glyphs
    (letter,) = sans().shape("q").glyphs
    assert glyph.text == "q\u0323\u0301"
    assert (glyph.advance, glyph.dx, glyph.dy) == (letter.advance, 0, 0)
    assert len(glyph.id) == 3
    assert glyph.id[0] == (letter.id, 0, 0)


def test_a_letter_that_the_font_composes_stays_its_glyph():
    (glyph,) = sans().shape("e\u0301").glyphs
    assert (glyph.id, glyph.text) == (sans().shape("é").glyphs[0].id, "e\u0301")


@pytest.mark.parametrize("text", ["q\u0301", "ab\u0323c", "שָׁלוֹם", "كَتَبَ"])
def test_a_glyph_with_marks_is_drawn_as_harfbuzz_places_them(text):
    font = dejavu()
    shaped = font.shape(text, right_to_left=text > "א")
    assert sorted(spread(shaped)) == sorted(placed(dejavu_data(), text, "rtl" if text > "א" else "ltr"))
    assert all(glyph.text and not glyph.dy for glyph in shaped.glyphs)


def spread(shaped: ShapedText) -> Iterator[tuple[int, float, float]]:
    """Glyphs of the font with their places in thousandths."""
    pen = 0.0
    for glyph in shaped.glyphs:
        parts = glyph.id if isinstance(glyph.id, tuple) else ((glyph.id, 0, 0),)
        for part, x, y in parts:
            yield part, round(pen + glyph.dx + x * 1000 / 2048), round(glyph.dy + y * 1000 / 2048)
        pen += glyph.advance


def placed(data: bytes, text: str, direction: str) -> Iterator[tuple[int, float, float]]:
    """What HarfBuzz says."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    hb.shape(hb.Font(hb.Face(data)), buffer)
    pen = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen + position.x_offset, position.y_offset
        yield info.codepoint, round(x * 1000 / 2048), round(y * 1000 / 2048)
        pen += position.x_advance


def test_signs_that_nobody_sees_are_no_parts():
    (glyph,) = sans().shape("a\u200d").glyphs
    assert glyph == sans().shape("a").glyphs[0]._replace(text="a\u200d")


def test_kerning_makes_no_other_glyph_of_the_same_letters():
    alone, kerned = sans().shape("A\u0323").glyphs[0], sans().shape("VA\u0323V").glyphs[1]
    assert alone.id == kerned.id
    assert alone.advance != kerned.advance


def test_a_letter_with_marks_is_as_wide_as_its_widest_part_reaches():
    font = sans()
    (glyph,) = font.shape("q\u0323").glyphs
    assert font.advance(glyph.id) == font.shape("q").advance
    assert font.advance(((glyph.id[0][0], 500, 0),)) == 500 + font.shape("q").advance
    assert font.advance(((glyph.id[0][0], -5000, 0),)) == 0


def test_more_marks_than_a_glyph_can_stand_for_are_each_their_own():
    text = "q" + "\u0323\u0301" * 40
    glyphs = sans().shape(text).glyphs
    assert len(glyphs) == len(text)
    assert [glyph.text for glyph in glyphs] == list(text)


def test_a_mark_beside_a_letter_that_is_lacking_is_no_part():
    glyphs = sans().shape("中\u0301").glyphs
    assert [(glyph.id == 0, glyph.text) for glyph in glyphs] == [(True, "中\u0301"), (False, "")]


def test_a_font_without_room_for_more_glyphs_leaves_marks_beside_their_letters(monkeypatch):
    monkeypatch.setattr("briefing.typesetting.fonts.font._MOST_GLYPHS", 10)
    glyphs = dejavu().shape("q\u0323").glyphs
    assert [glyph.text for glyph in glyphs] == ["q\u0323", ""]
    assert glyphs[1].dy


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_turned_round_no_text_is_lost(text):
    assert sans().shape(text, right_to_left=True).text == "".join(map(mirrored, reversed(text)))


def test_features_change_figures():
    assert len({round(width(digit, "tnum", "lnum")) for digit in "0123456789"}) == 1
    assert len({round(width(digit, "pnum", "lnum")) for digit in "0123456789"}) > 1


@pytest.mark.parametrize(
    ("style", "features"),
    [
        (Style(), ("lnum", "pnum")),
        (Style(figures="old-style", tabular=True), ("onum", "tnum")),
        (Style(small_caps=True), ("lnum", "pnum", "smcp", "c2sc")),
    ],
)
def test_a_style_switches_features_on(style, features):
    assert features_of(style) == features


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_text_is_lost_in_shaping(text):
    assert "".join(glyph.text for glyph in sans().shape(text).glyphs) == text


# Symbols.


SYMBOLS = [each for each in map(chr, range(0x2100, 0x2C00)) if category(each) == "So"]


def ink(font: Font, glyph: GlyphId) -> tuple[float, float]:
    """Where the ink of a glyph begins and ends, in thousandths; the second part of a composite one is a space."""
    if isinstance(glyph, tuple):
        (first, x, _), (_, _, _) = glyph
        return tuple(x + each for each in ink(font, first))
    extents = hb.Font(hb.Face(read_font(SANS_FILE))).get_glyph_extents(glyph)
    return extents.x_bearing, extents.x_bearing + extents.width


def test_the_font_has_symbols_that_stand_out_of_their_advance():
    assert ink(sans(), 2248)[0] < -50


@pytest.mark.parametrize("selector", ["", "\N{VARIATION SELECTOR-16}"])
def test_every_symbol_has_room_beside_letters(selector):
    known = TTFont(BytesIO(read_font(SANS_FILE))).getBestCmap()
    shown = [symbol for symbol in SYMBOLS if ord(symbol) in known]
    assert {"❤", "☐", "✓"} <= set(shown)
    for symbol in shown:
        before, glyph, after = sans().shape(f"x{symbol}{selector}x").glyphs
        left, right = ink(sans(), glyph.id)
        assert (before.dx, glyph.dx, after.dx) == (0, 0, 0)
        assert left >= 0 and right <= glyph.advance == sans().advance(glyph.id), symbol


def test_without_composite_glyphs_a_symbol_is_moved(monkeypatch):
    monkeypatch.setattr("briefing.typesetting.fonts.font._MOST_GLYPHS", 1)
    font = FontLibrary({"informing": (Face(read_font(SANS_FILE), "a.ttf"),)}).font(SANS)
    (glyph,) = font.shape("❤").glyphs
    assert (glyph.id, glyph.dx, glyph.advance) == (2248, 101, 802)


# What a font lacks.


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("plain ÄÖÜ “quoted” – €", ""),
        ("中文 and 中", "中文"),
        ("\U0001f600", "\U0001f600"),
        ("שלום", "שלום"),
        ("a\u00ada\u200bb", ""),
        ("a\ufeffb", "\ufeff"),
    ],
)
def test_what_cannot_be_shown_is_named_once_and_in_order(text, missing):
    assert sans().lacks(text) == missing


def test_a_letter_for_private_use_is_lacking_although_the_font_has_it():
    """Nobody could read it aloud, and PDF/A-2a forbids it: ISO 19005-2, 6.2.11.7.3."""
    assert 0xF6C5 in TTFont(BytesIO(dejavu_data())).getBestCmap()
    assert dejavu().lacks("a\uf6c5b") == "\uf6c5"


def test_a_letter_that_leads_to_no_glyph_is_lacking(monkeypatch):
    font = dejavu()
    monkeypatch.setattr(font, "glyph_count", font.shape("b").glyphs[0].id)
    assert font.lacks("abc") == "bc"
    assert font.subset([0xFFFF]).ids == {0xFFFF: 0}


@pytest.mark.timeout(10)
def test_each_of_many_letters_is_looked_up_by_itself():
    font = dejavu()
    assert all(font.lacks(chr(code)) for code in range(0x20000, 0x30000))


class CountingFallback:
    """Has no fonts, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def families(self, _script: str, _language: str, _role: str) -> tuple[FallbackFamily, ...]:
        return ()

    def hint(self, script: str, language: str) -> str:
        self.asked.append((script, language))
        return f"Install {script} for {language}."


def test_a_hint_is_worked_out_once_for_a_script_in_a_language():
    fallback = CountingFallback()
    fonts = FontLibrary({"reading": ()}, fallback)
    given = [fonts.hint(*each) for each in [("Thai", "th"), ("Hani", "ja"), ("Hani", "ko"), ("Hani", "ja")]]
    assert given == ["Install Thai for th.", "Install Hani for ja.", "Install Hani for ko.", "Install Hani for ja."]
    assert fallback.asked == [("Thai", "th"), ("Hani", "ja"), ("Hani", "ko")]


# Measures and subsets.


def test_measures_are_those_of_the_file():
    font = sans()
    assert (font.ascent, font.descent) == (1024, 400)
    assert 640 < font.cap_height < 670
    assert 470 < font.x_height < 500


def test_a_subset_keeps_ids_and_advances_and_has_no_axes():
    font = library().font(Style(font="informing", weight=600))
    glyphs = font.shape("Hamburg").glyphs
    subset = TTFont(BytesIO(font.subset([glyph.id for glyph in glyphs]).data))
    assert "fvar" not in subset
    assert "GSUB" not in subset
    scale = 1000 / subset["head"].unitsPerEm
    names = subset.getGlyphOrder()
    for glyph in glyphs:
        assert subset["hmtx"][names[glyph.id]][0] * scale == pytest.approx(font.advance(glyph.id), abs=1)
        assert subset["glyf"][names[glyph.id]].numberOfContours > 0
    unused = font.shape("Q").glyphs[0].id
    assert unused >= len(names) or subset["glyf"][names[unused]].numberOfContours == 0


def test_weights_differ_in_width_and_key():
    bold = library().font(Style(font="informing", weight=700))
    assert bold.key != sans().key
    assert bold.shape("Text").advance > width("Text")


# The file that serves a style.


def test_a_font_is_opened_once():
    assert library().font(Style(font="reading", size=10)) is library().font(Style(font="reading", size=14))
    assert library().font(Style(font="reading", size=10)) is not library().font(Style(font="reading", size=20))


def test_a_face_without_optical_sizes_is_one_font_at_all_sizes():
    assert library().font(Style(font="informing", size=8)) is library().font(Style(font="informing", size=30))


def test_italic_comes_from_the_italic_file():
    assert library().font(Style(font="reading", italic=True)).name == "SourceSerif4-Italic"


def test_a_static_bold_serves_the_bold_weights_alone():
    data = read_font("source-sans-3/SourceSans3-Roman.ttf")
    faces = (Face(data, "regular.ttf"), Face(data, "bold.ttf", bold=True))
    fonts = FontLibrary({"reading": faces})
    assert [fonts.font(Style(weight=weight)).name for weight in (400, 500, 600, 700)] == [
        "regular", "regular", "bold", "bold",
    ]  # fmt: skip


def restricted() -> bytes:
    font = TTFont(BytesIO(read_font("source-sans-3/SourceSans3-Roman.ttf")))
    font["OS/2"].fsType = 2
    made = BytesIO()
    font.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"OTTO" + bytes(100), "is no font, or is broken"),
        (b"OTTO\x00\x01" + bytes(6) + b"CFF2" + bytes(12), "has PostScript outlines that vary"),
        (b"wOF2" + bytes(100), "has the form for web pages"),
        (b"ttcf" + bytes(100), "has several fonts in one file"),
        (b"%PDF-1.7", "is no font, or is broken"),
        (b"\x00\x01\x00\x00" + bytes(100), "is no font, or is broken"),
        (b"", "is no font, or is broken"),
    ],
)
def test_a_file_that_cannot_be_embedded_is_refused(data, problem):
    with pytest.raises(TemplateError) as caught:
        FontLibrary({"reading": (Face(data, "own.ttf"),)})
    assert str(caught.value) == (
        f"error  font\n  The font file own.ttf {problem}.\n"
        "  Give a TrueType or OpenType font (.ttf, .otf) whose licence allows embedding."
    )


def test_a_font_whose_licence_forbids_embedding_is_refused():
    with pytest.raises(TemplateError, match=r"The font file own.ttf does not allow that it is embedded\."):
        FontLibrary({"reading": (Face(restricted(), "own.ttf"),)})


def test_postscript_outlines_are_taken():
    font = FontLibrary({"reading": (Face(named_font(), "own.otf"),)}).font(Style())
    assert [glyph.text for glyph in font.shape("Of").glyphs] == ["O", "f"]
    subset = font.subset([font.shape("V").glyphs[0].id])
    assert list(subset.ids.values()) == [1]
    assert TTFont(BytesIO(subset.data)).getGlyphOrder() == [".notdef", "V"]


@pytest.mark.parametrize("length", [12, 200, 5_000, 100_000, 300_000])
def test_a_font_that_was_cut_off_is_refused(length):
    data = read_font("source-sans-3/SourceSans3-Roman.ttf")[:length]
    with pytest.raises(TemplateError, match=r"The font file own.ttf is no font, or is broken\."):
        FontLibrary({"reading": (Face(data, "own.ttf"),)})


@pytest.mark.parametrize("table", ["head", "maxp", "post"])
def test_a_font_that_is_broken_inside_is_refused_when_it_is_cut_down(table):
    data = bytearray(read_font("source-sans-3/SourceSans3-Roman.ttf"))
    record = data.index(table.encode())
    start, length = (int.from_bytes(data[record + at : record + at + 4], "big") for at in (8, 12))
    data[start : start + length] = bytes(length)
    font = FontLibrary({"reading": (Face(bytes(data), "own.ttf"),)}).font(Style())
    with pytest.raises(TemplateError, match=r"The font file own.ttf is no font, or is broken\."):
        font.subset([1, 2, 3])


def test_shaping_is_harfbuzz_s():
    buffer = hb.Buffer()
    buffer.add_str("Tok")
    buffer.guess_segment_properties()
    face = hb.Face(read_font("source-sans-3/SourceSans3-Roman.ttf"))
    font = hb.Font(face)
    font.set_variations({"wght": 400})
    hb.shape(font, buffer)
    assert [glyph.id for glyph in sans().shape("Tok").glyphs] == [info.codepoint for info in buffer.glyph_infos]
