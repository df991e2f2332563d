"""Inline nodes → words that stay together, in runs of one look.

    hyphenation  where a word may be parted
    letters      what cannot be set, and where it was typed
    inline       a node's text as runs, cut into words

What cannot be set is collected, never raised.
"""

from briefing.typesetting.text.hyphenation import hyphens, may_part
from briefing.typesetting.text.inline import Box, InlineReader, Run, Word, box_of, check_contrast
from briefing.typesetting.text.letters import Letters, Locate, nowhere

__all__ = [
    "Box",
    "InlineReader",
    "Letters",
    "Locate",
    "Run",
    "Word",
    "box_of",
    "check_contrast",
    "hyphens",
    "may_part",
    "nowhere",
]
