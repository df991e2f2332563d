"""Font files → fonts that measure and shape.

    files     font files that can be embedded
    shaped    glyphs and shaped texts, as values
    shaping   a text → its glyphs, by HarfBuzz; letters with marks as one
    outlines  a glyph → its curves
    font      a face at a weight: shaped by HarfBuzz, measured, cut down to a subset
    library   the fonts for a style, its own and what stands in for them

A font never numbers anything: codes are made in ``pdf``, of what a document shows.
"""

from briefing.typesetting.fonts.font import Font
from briefing.typesetting.fonts.library import FallbackFamily, FallbackFonts, FontLibrary, SizedFont, features_of
from briefing.typesetting.fonts.shaped import Glyph, GlyphId, Part, ShapedText

__all__ = [
    "FallbackFamily",
    "FallbackFonts",
    "Font",
    "FontLibrary",
    "Glyph",
    "GlyphId",
    "Part",
    "ShapedText",
    "SizedFont",
    "features_of",
]
