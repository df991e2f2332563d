"""Font files → fonts that measure and shape.

    font     a face at a weight: shaped by HarfBuzz, measured, cut down to a subset
    library  the fonts for a style, its own and what stands in for them

A font never numbers anything: codes are made in ``pdf``, of what a document shows.
"""

from briefing.typesetting.fonts.font import Font, Glyph, ShapedText
from briefing.typesetting.fonts.library import FallbackFamily, FallbackFonts, FontLibrary, SizedFont, features_of

__all__ = [
    "FallbackFamily",
    "FallbackFonts",
    "Font",
    "FontLibrary",
    "Glyph",
    "ShapedText",
    "SizedFont",
    "features_of",
]
