"""Inline nodes → words that stay together, in runs of one look.

    hyphenation    where a word may be parted
    scripts        the scripts of a text, and its letters with their marks
    opportunities  where a line may break between words without spaces
    letters        what cannot be set, and where it was typed
    joining        letters that join over the edge of a run
    runs           text of one look, boxes that are shaped of it, words
    directions     the direction of each letter
    choosing       which font each letter is set in
    itemising      runs of one look → runs of one font and one direction
    contrast       colours that are too pale
    hidden         what a theme cannot hide
    distance       printed addresses that are too small
    inline         a node's text as runs, cut into words
    single         a text on a line of its own, for drawings

What cannot be set is collected, never raised.
"""

from briefing.typesetting.text.contrast import check_contrast, pale_inks
from briefing.typesetting.text.distance import ADDRESS, check_distance
from briefing.typesetting.text.hidden import refuse_hidden
from briefing.typesetting.text.hyphenation import hyphens, may_part
from briefing.typesetting.text.inline import InlineReader, Text, digits_in
from briefing.typesetting.text.letters import Letters, Locate, Unset, UnsetText, nowhere
from briefing.typesetting.text.runs import Box, Run, Word, box_of, text_box
from briefing.typesetting.text.single import SingleLines

__all__ = [
    "ADDRESS",
    "Box",
    "InlineReader",
    "Letters",
    "Locate",
    "Run",
    "SingleLines",
    "Text",
    "Unset",
    "UnsetText",
    "Word",
    "box_of",
    "check_contrast",
    "check_distance",
    "digits_in",
    "hyphens",
    "may_part",
    "nowhere",
    "pale_inks",
    "refuse_hidden",
    "text_box",
]
