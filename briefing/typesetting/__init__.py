"""Semantic HTML + theme → fragments and their places on pages.

``set_document`` is the whole of it: the tree is numbered, ``story`` makes blocks of its elements or remembers them,
``pagination`` places their strips and those of notes, and each part is drawn once, on a canvas that records. Nothing
here writes a PDF.

    tree         the document tree, numbered
    bidi/        the order of a line that is read from both sides
    fonts/       font files → fonts that measure and shape
    recording/   what a block draws, as a value
    text/        inline nodes → words that stay together
    lines/       words → lines
    blocks/      lines, pictures and tables → strips, and how they are drawn
    outlined     a drawing by itself → paths alone
    pagination/  strips → places on pages
    areas        where text may stand on a page
    styling      an element → its style
    building     an element → its block
    prepared     the same, measured, and its parts drawn: what a memory keeps
    story        the tree → what stands on pages, in order
    misfits      what does not fit → messages
    parted       words that are parted in large print → messages
    marks        grounds of panels, and marks of folds
    running      lines that stand on each page
    document     the one call
"""

from briefing.typesetting.document import PlacedFragment, SetDocument, SetPage, set_document
from briefing.typesetting.fonts import (
    FallbackFamily,
    FallbackFonts,
    Font,
    FontLibrary,
    Glyph,
    GlyphId,
    Part,
    ShapedText,
)
from briefing.typesetting.outlined import Outlined, outlined
from briefing.typesetting.recording import (
    Anchor,
    Artifact,
    Close,
    FigureArea,
    Fragment,
    LinkArea,
    NumberHole,
    Open,
    Operation,
    PictureMark,
    Show,
)
from briefing.typesetting.text import Locate
from briefing.typesetting.tree import CONTAINERS, HEADINGS, TreeNode, drawing_name

__all__ = [
    "CONTAINERS",
    "HEADINGS",
    "Anchor",
    "Artifact",
    "Close",
    "FallbackFamily",
    "FallbackFonts",
    "FigureArea",
    "Font",
    "FontLibrary",
    "Fragment",
    "Glyph",
    "GlyphId",
    "LinkArea",
    "Locate",
    "NumberHole",
    "Open",
    "Operation",
    "Outlined",
    "Part",
    "PictureMark",
    "PlacedFragment",
    "SetDocument",
    "SetPage",
    "ShapedText",
    "Show",
    "TreeNode",
    "drawing_name",
    "outlined",
    "set_document",
]
