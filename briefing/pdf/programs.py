"""A font and the glyphs that a document shows of it → the font program that is embedded.

See: ISO 32000-1, 9.7.4.2 (glyph selection in CIDFonts), 9.9 (embedded font programs).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, LayoutError
from briefing.pdf.cff import CidGlyph, UnknownOutlineError, cid_keyed
from briefing.pdf.codes import ShownGlyph
from briefing.pdf.composites import add_composites, glyph_count
from briefing.pdf.sfnt import read_tables
from briefing.typesetting import Font, GlyphId, Part

__all__ = ["Program", "postscript_program", "truetype_program"]


class Program(NamedTuple):
    """A font file with the glyphs that are shown."""

    data: bytes
    ids: Mapping[GlyphId, int] = MappingProxyType({})
    """The place of each glyph in the file; none where that is its code."""


def truetype_program(font: Font, glyphs: frozenset[GlyphId]) -> Program:
    """Make the file that shows some glyphs of a font, those that are put together from others among them.

    Raises:
        TemplateError: the font file is broken.
    """
    plain = {glyph for glyph in glyphs if isinstance(glyph, int)}
    composites = sorted(glyph for glyph in glyphs if isinstance(glyph, tuple))
    subset = font.subset(sorted(plain.union(part for parts in composites for part, _, _ in parts)))
    ids: dict[GlyphId, int] = {glyph: subset.ids[glyph] for glyph in plain}
    if not composites:
        return Program(subset.data, ids)
    ids.update(zip(composites, count(glyph_count(subset.data)), strict=False))
    return Program(add_composites(subset.data, [_placed(parts, subset.ids) for parts in composites]), ids)


def postscript_program(font: Font, shown: tuple[ShownGlyph, ...]) -> Program:
    """Make the bare outlines of the glyphs of a font under their codes; codes rise.

    Raises:
        TemplateError: the font file is broken.
        LayoutError: the font puts a letter together in a way that it only can do itself.
    """
    plain = [(each.code, each.glyph) for each in shown if isinstance(each.glyph, int) and each.code]
    subset = font.subset(sorted({glyph for _, glyph in plain}))
    glyphs = [
        CidGlyph(code, subset.ids.get(glyph, 0), round(font.advance(glyph) * font.units_per_em / 1000))
        for code, glyph in [(0, 0), *plain]
    ]
    try:
        return Program(cid_keyed(read_tables(subset.data)[b"CFF "], glyphs))
    except UnknownOutlineError as error:
        message = f"The font {font.name} puts letters and accents together in a way that no archival file may."
        raise LayoutError(Diagnostic("error", "font", message, hint="Choose another font.")) from error


def _placed(parts: Sequence[Part], ids: Mapping[int, int]) -> list[Part]:
    return [(ids[glyph], x, y) for glyph, x, y in parts]
