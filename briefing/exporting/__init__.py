"""Briefing → a file for those who do not use this program: an HTML page, a Word file, a text for Pandoc.

    legible    texts without characters that such files may not hold
    document   the tree of the PDF without what only pages have
    raster     a drawing → a picture of pixels
    html/      the document → one HTML page
    docx/      the document → a Word file
    markdown/  briefing → Markdown as Pandoc has it, with the files that it needs
    exporting  the one call

It says the same as the PDF, in the same order, and leaves out nothing but the QR code where a link does.
"""

from briefing.exporting.exporting import KINDS, Exported, Format, export

__all__ = ["KINDS", "Exported", "Format", "export"]
