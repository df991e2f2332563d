"""Glyphs that are put together from others, in the font file: fontTools and HarfBuzz find it sound."""

from __future__ import annotations

from io import BytesIO

import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader, calcChecksum
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import library

from briefing.pdf.composites import add_composites, glyph_count
from briefing.pdf.sfnt import read_tables, write_tables
from briefing.theme import Style

LETTERS = tuple(glyph.id for glyph in library().font(Style()).shape("qeAÖ").glyphs)
Q, E, CAPITAL_A, COMPOSITE_O = LETTERS


def subset() -> bytes:
    return library().font(Style()).subset(LETTERS).data


def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


def outline(font: TTFont, name: str) -> list:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


def moved(value: list, x: int, y: int) -> list:
    return [(operator, tuple((point[0] + x, point[1] + y) for point in points)) for operator, points in value]


def test_a_composite_is_its_parts_at_their_places():
    font = opened(add_composites(subset(), [[(Q, 0, 0), (E, 200, -300)]]))
    names = font.getGlyphOrder()
    there = outline(font, names[-1])
    assert there == [*outline(font, names[Q]), *moved(outline(font, names[E]), 200, -300)]


def test_the_numbers_of_a_composite_are_those_of_what_it_shows():
    before = opened(subset())
    font = opened(add_composites(subset(), [[(Q, 0, 0), (E, 200, -300)], [(CAPITAL_A, -50, 900)]]))
    names = font.getGlyphOrder()
    assert len(names) == len(before.getGlyphOrder()) + 2 == font["maxp"].numGlyphs == font["hhea"].numberOfHMetrics
    for name in names[-2:]:
        glyph = font["glyf"][name]
        sides = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        glyph.recalcBounds(font["glyf"])
        assert sides == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        assert font["hmtx"][name][1] == glyph.xMin
    assert font["hmtx"][names[-2]][0] == 200 + font["hmtx"][names[E]][0]
    assert font["hmtx"][names[-1]][0] == font["hmtx"][names[CAPITAL_A]][0] - 50
    assert font["head"].yMax >= font["glyf"][names[-1]].yMax > before["head"].yMax


def test_what_was_there_stays():
    before, after = opened(subset()), opened(add_composites(subset(), [[(Q, 0, 0), (E, 9, 9)]]))
    assert before["hhea"].numberOfHMetrics < before["maxp"].numGlyphs, "the last glyphs share an advance"
    for name in before.getGlyphOrder():
        assert outline(before, name) == outline(after, name)
        assert before["hmtx"][name] == after["hmtx"][name]


def test_the_profile_allows_for_every_composite():
    before, font = opened(subset()), opened(add_composites(subset(), [[(COMPOSITE_O, 0, 0), (COMPOSITE_O, 0, 900)]]))
    assert before["glyf"][before.getGlyphOrder()[COMPOSITE_O]].isComposite()
    info = font["glyf"][font.getGlyphOrder()[-1]].getCompositeMaxpValues(font["glyf"])
    profile = font["maxp"]
    assert profile.maxCompositePoints >= info.nPoints
    assert profile.maxCompositeContours >= info.nContours
    assert profile.maxComponentDepth == info.maxComponentDepth == 2
    assert profile.maxComponentElements >= 2


def test_many_outlines_get_long_offsets():
    parts = [(Q, index, index) for index in range(3_000)]
    short, long = (opened(add_composites(subset(), [parts] * count)) for count in (1, 6))
    assert (short["head"].indexToLocFormat, long["head"].indexToLocFormat) == (0, 1)
    assert len(long["glyf"][long.getGlyphOrder()[-1]].components) == 3_000


def test_a_part_that_shows_nothing_takes_no_room():
    space = library().font(Style()).shape(" ").glyphs[0].id
    data = library().font(Style()).subset([*LETTERS, space]).data
    font = opened(add_composites(data, [[(space, 0, 0), (Q, 0, 500)], [(space, 0, 0)]]))
    *_, both, alone = font.getGlyphOrder()
    assert font["glyf"][both].yMin > 200
    assert font["glyf"][alone].xMax == 0


@settings(max_examples=examples(30))
@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(LETTERS), st.integers(-0x7FFF, 0x7FFF), st.integers(-0x7FFF, 0x7FFF)), min_size=1
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_parts_make_a_font_that_opens(composites):
    data = add_composites(subset(), composites)
    font = opened(data)
    names = font.getGlyphOrder()[-len(composites) :]
    there = [[(font.getGlyphID(name), x, y) for name, (x, y) in places(font, each)] for each in names]
    assert there == composites
    assert hb.Face(data).glyph_count == glyph_count(data)


def places(font: TTFont, name: str):
    return ((each.glyphName, (each.x, each.y)) for each in font["glyf"][name].components)


def test_tables_are_written_as_they_were_read():
    tables = read_tables(subset())
    again = write_tables(b"\x00\x01\x00\x00", tables)
    assert {tag: data for tag, data in read_tables(again).items() if tag != b"head"} == {
        tag: data for tag, data in tables.items() if tag != b"head"
    }
    assert opened(again)["head"].checkSumAdjustment != 0


def test_checksums_are_right():
    data = add_composites(subset(), [[(Q, 0, 0), (E, 9, 9)]])
    reader = SFNTReader(BytesIO(data), checkChecksums=2)
    assert all(reader[tag] for tag in tuple(reader.keys()))
    assert calcChecksum(data) == 0xB1B0AFBA
