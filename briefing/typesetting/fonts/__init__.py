"""Font files → fonts that measure and shape.

    font     a face at a weight: shaped by HarfBuzz, measured, cut down to a subset
    library  the font for a style

A font never numbers anything: codes are made in ``pdf``, of what a document shows.
"""

from briefing.typesetting.fonts.font import Font, Glyph, ShapedText
from briefing.typesetting.fonts.library import FontLibrary, features_of

__all__ = ["Font", "FontLibrary", "Glyph", "ShapedText", "features_of"]
