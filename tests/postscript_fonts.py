"""Fonts with PostScript outlines, made from a TrueType one: with names of glyphs, or CID-keyed with fonts inside."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from fontTools.cffLib import CharStrings, FDArrayIndex, FDSelect, FontDict, PrivateDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from briefing.pdf.sfnt import read_tables, write_tables

__all__ = ["LETTERS", "cid_keyed_font", "named_font"]

LETTERS = "Office quart é́-\u00a0\u2010.AV"
"""What the fonts have."""
_OF_THE_FIRST = 5
"""Glyphs of the first font inside the CID-keyed one."""


@cache
def named_font(units_per_em: int = 1000) -> bytes:
    """A font that gives its glyphs names."""
    source = TTFont(Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
    scale_upem(source, units_per_em)
    cmap = {ord(letter): source.getBestCmap()[ord(letter)] for letter in LETTERS}
    cmap[0x2010] = cmap[ord("-")]
    names = list(dict.fromkeys([".notdef", *cmap.values()]))
    glyphs, metrics = source.getGlyphSet(), {name: source["hmtx"][name] for name in names}
    outlines = {}
    for name in names:
        pen = T2CharStringPen(metrics[name][0], glyphs)
        glyphs[name].draw(pen)
        outlines[name] = pen.getCharString()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    builder.setupCFF("Made", {}, outlines, {})
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
    builder.setupOS2(fsType=0)
    builder.setupPost()
    return _saved(builder.font)


@cache
def cid_keyed_font() -> bytes:
    """The same font, with CIDs that are not the places of its glyphs; two fonts inside it say widths in their ways."""
    font = TTFont(BytesIO(named_font()))
    cff = font["CFF "].cff
    top = cff[0]
    names = top.charset
    programs = {name: _program(top.CharStrings[name]) for name in names}
    top.ROS = ("Adobe", "Identity", 0)
    top.charset = [".notdef", *(f"cid{3 * place:05d}" for place in range(1, len(names)))]
    top.CIDCount = 3 * len(names)
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    for common, least in ((1000, 0), (600, 700)):
        inside = FontDict()
        inside.Private = PrivateDict()
        inside.Private.defaultWidthX, inside.Private.nominalWidthX = common, least
        top.FDArray.append(inside)
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [int(place >= _OF_THE_FIRST) for place in range(len(names))]
    del top.Private
    top.rawDict.clear()
    strings = CharStrings(None, top.charset, top.GlobalSubrs, None, top.FDSelect, top.FDArray)
    for place, (name, cid) in enumerate(zip(names, top.charset, strict=True)):
        private = top.FDArray[top.FDSelect.gidArray[place]].Private
        width, *rest = programs[name]
        strings[cid] = T2CharString(program=[width - private.nominalWidthX, *rest], private=private, globalSubrs=[])
    top.CharStrings = strings
    made = BytesIO()
    cff.compile(made, font, isCFF2=False)
    return write_tables(b"OTTO", read_tables(named_font()) | {b"CFF ": made.getvalue()})


def _program(outline: T2CharString) -> list[object]:
    outline.decompile()
    return list(outline.program)


def _saved(font: TTFont) -> bytes:
    made = BytesIO()
    font.save(made)
    return made.getvalue()
