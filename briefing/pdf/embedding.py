"""A font with the codes of what it shows → the objects that a page needs to show it.

See: ISO 32000-1, 9.7 (composite fonts), 9.8 (descriptors), 9.9 (embedded font programs); ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.memory import Memory, Same
from briefing.pdf.codes import ShownGlyph
from briefing.pdf.objects import Body, Reference, array, dictionary, name, number, text
from briefing.pdf.programs import Program, postscript_program, truetype_program
from briefing.typesetting import Font

__all__ = ["embed_font"]

_LONGEST_NAME = 127
"""Bytes. See: ISO 19005-2, 6.1.13."""


class _Description(NamedTuple):
    """What is said of a font, apart from other objects."""

    base: bytes
    """Its name."""
    descriptor: Mapping[str, bytes]
    cid_font: Mapping[str, bytes]
    to_unicode: bytes
    glyph_map: bytes
    """Two bytes for each code; empty where a code is its glyph's id, or its CID."""


def embed_font(body: Body, font: Font, shown: tuple[ShownGlyph, ...]) -> Reference:
    """Add a font with everything that belongs to it; codes rise.

    Raises:
        TemplateError: the font file is broken.
        LayoutError: its outlines cannot be embedded.
    """
    program = _program(body.memory, font, shown)
    said = body.memory.recall(_described, font, Same(shown), Same(program))
    add_file = _add_postscript if font.is_postscript else _add_truetype
    descriptor = {**said.descriptor, **add_file(body, program.data)}
    descendant = {**said.cid_font, "FontDescriptor": body.add(dictionary(descriptor))}
    if not font.is_postscript:
        descendant["CIDToGIDMap"] = body.stream({}, said.glyph_map) if said.glyph_map else b"/Identity"
    entries = {
        "Type": b"/Font",
        "Subtype": b"/Type0",
        "BaseFont": said.base,
        "Encoding": b"/Identity-H",
        "DescendantFonts": array([body.add(dictionary(descendant))]),
        "ToUnicode": body.stream({}, said.to_unicode),
    }
    return body.add(dictionary(entries))


def _program(memory: Memory, font: Font, shown: tuple[ShownGlyph, ...]) -> Program:
    if font.is_postscript:
        return memory.recall(postscript_program, font, shown)
    return memory.recall(truetype_program, font, frozenset(each.glyph for each in shown))


def _add_truetype(body: Body, data: bytes) -> dict[str, bytes]:
    return {"FontFile2": body.stream({}, data, length_key="Length1")}


def _add_postscript(body: Body, data: bytes) -> dict[str, bytes]:
    return {"FontFile3": body.stream({"Subtype": b"/CIDFontType0C"}, data)}


def _described(font: Font, shown: Same[tuple[ShownGlyph, ...]], program: Same[Program]) -> _Description:
    codes, ids = shown.value, program.value.ids
    tag = _subset_tag(font.key, codes)
    base = name(f"{tag}+{_postscript_name(font)}".encode()[:_LONGEST_NAME].decode(errors="ignore"))
    return _Description(
        base,
        _descriptor(font, base),
        _cid_font(font, base, codes),
        _to_unicode(codes),
        _glyph_map([(each.code, ids[each.glyph]) for each in codes]) if ids else b"",
    )


def _cid_font(font: Font, base: bytes, shown: Sequence[ShownGlyph]) -> dict[str, bytes]:
    """Say what a font of either kind says; the code of a glyph is its CID."""
    return {
        "Type": b"/Font",
        "Subtype": b"/CIDFontType0" if font.is_postscript else b"/CIDFontType2",
        "BaseFont": base,
        "CIDSystemInfo": b"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "DW": b"0",
        "W": _widths([(each.code, font.advance(each.glyph)) for each in shown]),
    }


def _descriptor(font: Font, base: bytes) -> dict[str, bytes]:
    symbolic, italic = 4, 64
    return {
        "Type": b"/FontDescriptor",
        "FontName": base,
        "Flags": b"%d" % (symbolic | (italic if font.italic else 0)),
        "FontBBox": array(number(value) for value in font.bounds()),
        "ItalicAngle": number(font.slant()),
        "Ascent": number(font.ascent),
        "Descent": number(-font.descent),
        "CapHeight": number(font.cap_height),
        "XHeight": number(font.x_height),
        "StemV": number(50 + font.axes.get("wght", 400.0) / 8),
    }


def _glyph_map(codes: Sequence[tuple[int, int]]) -> bytes:
    """Say which glyph a code is, where that is not the one of the same number. See: 9.7.4.2."""
    if all(code == glyph for code, glyph in codes):
        return b""
    table = bytearray(2 * (codes[-1][0] + 1))
    for code, glyph in codes:
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _postscript_name(font: Font) -> str:
    weight = font.axes.get("wght")
    return font.name + (f"-{weight:.0f}" if weight else "")


def _subset_tag(key: str, shown: Iterable[ShownGlyph]) -> str:
    """Name the subset by what it shows. See: ISO 32000-1, 9.6.4."""
    pairs = sorted(((each.glyph, each.meaning) for each in shown), key=lambda pair: (isinstance(pair[0], tuple), pair))
    digest = hashlib.sha256(repr((key, pairs)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _widths(widths: list[tuple[int, float]]) -> bytes:
    parts: list[bytes] = []
    run: list[bytes] = []
    previous = -2
    for code, width in widths:
        if code != previous + 1 and run:
            parts.append(array(run))
            run = []
        if not run:
            parts.append(b"%d" % code)
        run.append(number(width))
        previous = code
    if run:
        parts.append(array(run))
    return array(parts)


def _to_unicode(shown: Iterable[ShownGlyph]) -> bytes:
    """Write the way back from codes to what they stand for. See: 9.10.3."""
    lines = [b"<%04X> <%s>" % (code, meaning.encode("utf-16-be").hex().upper().encode()) for code, _, meaning in shown]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    maps = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    system = b"<</Registry %s /Ordering %s /Supplement 0>>" % (text("Adobe"), text("UCS"))
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo %s def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
        b"endcodespacerange\n%s\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend" % (system, maps)
    )
