"""Semantic HTML + theme → fragments and their places on pages.

``set_document`` is the whole of it: the tree is numbered, ``story`` makes blocks of its elements, ``filling`` places
their strips and ``footnotes`` those of their notes, and each part is drawn once, on a canvas that records. Nothing here
writes a PDF.
"""

from briefing.typesetting.document import PlacedFragment, SetDocument, SetPage, set_document
from briefing.typesetting.fonts import Font, FontLibrary, Glyph, ShapedText
from briefing.typesetting.fragment import (
    Anchor,
    Artifact,
    Close,
    Fragment,
    LinkArea,
    NumberHole,
    Open,
    Operation,
    PictureMark,
    Show,
)
from briefing.typesetting.letters import Locate
from briefing.typesetting.tree import HEADINGS, TreeNode

__all__ = [
    "HEADINGS",
    "Anchor",
    "Artifact",
    "Close",
    "Font",
    "FontLibrary",
    "Fragment",
    "Glyph",
    "LinkArea",
    "Locate",
    "NumberHole",
    "Open",
    "Operation",
    "PictureMark",
    "PlacedFragment",
    "SetDocument",
    "SetPage",
    "ShapedText",
    "Show",
    "TreeNode",
    "set_document",
]
