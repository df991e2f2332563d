"""The bytes of a PDF of ours and a plan → sheets.

    measuring  sizes of pages, texts and QR codes, and what is white around them
    contents   what pages draw, with their marks numbered anew, or with none
    structure  the tag tree, which follows its pages to the sheets
    outline    bookmarks, which follow them too
    drawing    pages and cutting marks as one side of a sheet
    pages      the pages of a file: what each draws, what all of them name
    catalogue  what the file says of itself, and of how it is to be printed
    writing    all of it as bytes again
    impose     all of these together
    proving    the QR codes of the pages, read again from the sheets

Imported only in the process that is made for one file.
"""

from briefing.printing.imposition.impose import Imposed, impose
from briefing.printing.imposition.proving import CodesRead, read_codes

__all__ = ["CodesRead", "Imposed", "impose", "read_codes"]
