"""The Markdown that authors type → a tree of blocks; what a briefing makes of them is for ``body`` to say.

    attributes      ``{#id .class key="value"}``
    citations       ``[@key, p. 7]``, waivers, merge fields
    fences          which lines open and close blocks and comments
    block_rules     rules of our own for blocks
    inline_rules    rules of our own for text
    targets         where links lead, and titles
    parting         where a text can be parted
    parser          the parser that follows them

``parse_parts`` and ``parse_inline`` are the ways in.
"""

from briefing.reading.markdown.attributes import Attributes, attributes_at_end
from briefing.reading.markdown.block_rules import CAPTION
from briefing.reading.markdown.citations import Cited
from briefing.reading.markdown.fences import Fence, Fences, find_fences
from briefing.reading.markdown.inline_rules import labels_in
from briefing.reading.markdown.parser import (
    MOST_LEVELS,
    NOTHING_KNOWN,
    Block,
    Known,
    Parsed,
    Part,
    known_in,
    parse_inline,
    parse_parts,
    walk_blocks,
)

__all__ = [
    "CAPTION",
    "MOST_LEVELS",
    "NOTHING_KNOWN",
    "Attributes",
    "Block",
    "Cited",
    "Fence",
    "Fences",
    "Known",
    "Parsed",
    "Part",
    "attributes_at_end",
    "find_fences",
    "known_in",
    "labels_in",
    "parse_inline",
    "parse_parts",
    "walk_blocks",
]
