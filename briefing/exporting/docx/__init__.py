"""Document → a Word file, with real styles, lists, tables and footnotes.

    xml         elements of WordprocessingML, in the order of its schemas
    styles      a theme's colours → styles
    theme       the palette and fonts that Word offers
    numbering   lists and their counts
    runs        a text → runs of one direction each
    story       a part that holds text, and what all of them share
    pictures    pictures, drawings and codes
    inline      inline nodes → runs, links, marks of footnotes
    notes       footnotes
    paragraphs  what surrounds a paragraph → its properties
    tables      tables
    blocks      blocks → paragraphs and tables
    file        the whole file

python-docx makes the package and its relationships; what it has no means for, such as footnotes, is made of the same
pieces. Same document, same bytes.
"""

from briefing.exporting.docx.file import docx_file, is_our_docx

__all__ = ["docx_file", "is_our_docx"]
