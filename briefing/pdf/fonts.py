"""Fonts of a file: codes for what it shows, the subset, widths and the way back to Unicode.

The code of a glyph is its id in the font. A glyph that stands for a second text gets a code above all ids, in the
order of the texts, and so does a glyph that is put together from others; once those are used up, the id of a glyph
that is not shown. Codes are so a function of the document's own text and of nothing that was set before.
See: ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import TypeAlias

from briefing.errors import Diagnostic, LayoutError
from briefing.pdf.composites import add_composites, glyph_count
from briefing.pdf.objects import Body, Reference, array, dictionary, name, number, text
from briefing.typesetting import Font, GlyphId, ShapedText

__all__ = ["FontUse", "FontUses"]

_Pair: TypeAlias = tuple[GlyphId, str]
"""A glyph and what it stands for."""

_NOTHING = "\u200b"
"""What the second and later glyphs of a cluster stand for: a text that is removed when it is read."""
_CODES = 0x10000
"""Codes of two bytes."""
_LONGEST_NAME = 127
"""Bytes. See: ISO 19005-2, 6.1.13."""


class FontUse:
    """One font with the glyphs that a document shows in it."""

    def __init__(self, font: Font, label: str) -> None:
        self.font = font
        self.label = label
        """Name in the page's resources."""
        self._texts: set[ShapedText] = set()
        self._pairs: set[_Pair] = set()
        self._codes: dict[_Pair, int] = {}

    def note(self, texts: Iterable[ShapedText]) -> None:
        """Take shaped texts in."""
        self._texts.update(texts)

    def settle(self) -> None:
        """Give every pair of glyph and text its code.

        Raises:
            LayoutError: there are more pairs than codes, which takes a font that shows many letters as one.
        """
        self._pairs = {(glyph, meaning or _NOTHING) for text in self._texts for glyph, meaning, *_ in text.rows()}
        composites = {glyph for glyph, _ in self._pairs if isinstance(glyph, tuple)}
        if len(self._pairs) >= _CODES or len(composites) >= _CODES - self.font.glyph_count:
            message = f"The document shows too many different letters in the font {self.font.name}."
            raise LayoutError(Diagnostic("error", "too-many-letters", message, hint="Choose another font."))
        seen: set[int] = set()
        spare = self._spare_codes()
        for glyph, meaning in sorted(self._pairs, key=_rank):
            if isinstance(glyph, tuple) or glyph in seen:
                self._codes[glyph, meaning] = next(spare)
            else:
                seen.add(glyph)
                self._codes[glyph, meaning] = glyph

    def _spare_codes(self) -> Iterator[int]:
        shown = {glyph for glyph, _ in self._pairs}
        above = range(self.font.glyph_count, _CODES)
        return chain(above, (code for code in range(1, self.font.glyph_count) if code not in shown))

    def code(self, glyph: GlyphId, meaning: str) -> int:
        """Look the code up of a glyph that stands for a text, after ``settle``."""
        return self._codes[glyph, meaning or _NOTHING]

    def embed(self, body: Body) -> Reference:
        """Add the font with everything that belongs to it."""
        font = self.font
        data, ids = self._file()
        tag = _subset_tag(font.key, self._pairs)
        base = name(f"{tag}+{_postscript(font)}".encode()[:_LONGEST_NAME].decode(errors="ignore"))
        file = body.stream({}, data, length_key="Length1")
        descriptor = body.add(self._descriptor(base, file))
        by_code = sorted((code, pair) for pair, code in self._codes.items())
        descendant = body.add(
            dictionary(
                {
                    "Type": b"/Font",
                    "Subtype": b"/CIDFontType2",
                    "BaseFont": base,
                    "CIDSystemInfo": b"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                    "FontDescriptor": descriptor,
                    "DW": b"0",
                    "W": _widths([(code, font.advance(glyph)) for code, (glyph, _) in by_code]),
                    "CIDToGIDMap": self._glyph_map(body, [(code, ids[glyph]) for code, (glyph, _) in by_code]),
                }
            )
        )
        unicode = body.stream({}, _to_unicode([(code, meaning) for code, (_, meaning) in by_code]))
        return body.add(
            dictionary(
                {
                    "Type": b"/Font",
                    "Subtype": b"/Type0",
                    "BaseFont": base,
                    "Encoding": b"/Identity-H",
                    "DescendantFonts": array([descendant]),
                    "ToUnicode": unicode,
                }
            )
        )

    def _file(self) -> tuple[bytes, dict[GlyphId, int]]:
        """Make the font file, and tell where in it each glyph is."""
        plain = sorted({glyph for glyph, _ in self._pairs if isinstance(glyph, int)})
        composites = sorted({glyph for glyph, _ in self._pairs if isinstance(glyph, tuple)})
        parts = {part for parts in composites for part, _, _ in parts}
        data = self.font.subset(sorted(parts.union(plain)))
        ids: dict[GlyphId, int] = dict(zip(plain, plain, strict=True))
        if composites:
            ids.update(zip(composites, count(glyph_count(data)), strict=False))
            data = add_composites(data, composites)
        return data, ids

    def _descriptor(self, base: bytes, file: Reference) -> bytes:
        font = self.font
        symbolic, italic = 4, 64
        return dictionary(
            {
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
                "FontFile2": file,
            }
        )

    def _glyph_map(self, body: Body, codes: list[tuple[int, int]]) -> bytes:
        if all(code == glyph for code, glyph in codes):
            return b"/Identity"
        table = bytearray(2 * (codes[-1][0] + 1))
        for code, glyph in codes:
            table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
        return body.stream({}, bytes(table))


class FontUses:
    """All fonts of a document, in the order in which they are met."""

    def __init__(self) -> None:
        self._uses: dict[str, FontUse] = {}

    def __getitem__(self, font: Font) -> FontUse:
        found = self._uses.get(font.key)
        if found is None:
            found = self._uses[font.key] = FontUse(font, f"F{len(self._uses) + 1}")
        return found

    def settle(self) -> None:
        """Give every glyph of every font its code."""
        for use in self._uses.values():
            use.settle()

    def embed(self, body: Body) -> bytes:
        """Add all fonts; return the dictionary for the pages' resources."""
        return dictionary({use.label: use.embed(body) for use in self._uses.values()})


def _postscript(font: Font) -> str:
    weight = font.axes.get("wght")
    return font.name + (f"-{weight:.0f}" if weight else "")


def _rank(pair: _Pair) -> tuple[bool, GlyphId, int, str]:
    glyph, meaning = pair
    return (isinstance(glyph, tuple), glyph, len(meaning), meaning)


def _subset_tag(key: str, pairs: set[_Pair]) -> str:
    digest = hashlib.sha256(
        repr((key, sorted(pairs, key=lambda pair: (isinstance(pair[0], tuple), pair)))).encode()
    ).digest()
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


def _to_unicode(meanings: list[tuple[int, str]]) -> bytes:
    lines = [b"<%04X> <%s>" % (code, meaning.encode("utf-16-be").hex().upper().encode()) for code, meaning in meanings]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    maps = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    system = b"<</Registry %s /Ordering %s /Supplement 0>>" % (text("Adobe"), text("UCS"))
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo %s def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
        b"endcodespacerange\n%s\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend" % (system, maps)
    )
