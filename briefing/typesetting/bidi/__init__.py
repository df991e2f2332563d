"""Text → the level of each character, and the order in which a line shows them.

The Unicode Bidirectional Algorithm, all of it but what belongs to others: a paragraph's direction is that of its
language (HL1), spaces at the ends of lines are the line's (L1), and marks stand (L3) and glyphs are mirrored (L4) where
HarfBuzz shapes. See: UAX #9, revision 50 (Unicode 16).

    characters  classes of characters, brackets that are pairs, what mirrors what
    explicit    embeddings, overrides and isolates
    implicit    levels of what runs on within them
    paragraph   the levels of a paragraph
    line        the order in which a line is seen

Every rule takes time in proportion to the text, whatever it holds.
"""

from briefing.typesetting.bidi.characters import is_plain, mirrored
from briefing.typesetting.bidi.line import visual_order
from briefing.typesetting.bidi.paragraph import levels

__all__ = ["is_plain", "levels", "mirrored", "visual_order"]
