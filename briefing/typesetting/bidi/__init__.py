"""Text → the level of each character, and the order in which a line shows them.

The Unicode Bidirectional Algorithm, all of it but what belongs to others: lines are broken before, and marks stand (L3)
and glyphs are mirrored (L4) where HarfBuzz shapes. See: UAX #9, revision 50 (Unicode 16).

    characters  classes of characters, brackets that are pairs, what mirrors what
    explicit    embeddings, overrides and isolates
    implicit    levels of what runs on within them
    paragraph   the levels of a paragraph
    line        what a line does to them, and its order

Every rule takes time in proportion to the text, whatever it holds.
"""

from briefing.typesetting.bidi.characters import is_plain, mirrored
from briefing.typesetting.bidi.line import line_levels, visual_order
from briefing.typesetting.bidi.paragraph import base_level, levels

__all__ = ["base_level", "is_plain", "levels", "line_levels", "mirrored", "visual_order"]
