"""The bytes of a stranger's file → what is in it.

    objects       objects of a PDF as Python values, whatever a file has put in their place
    streams       how large packed parts become, counted without keeping them
    opening       bytes from anywhere → an opened PDF, or one sentence that says why not
    integrity     whether a stream can be unpacked to its end
    damage        which parts cannot, and what readers miss
    xmp           an XMP packet → its properties
    metadata      title, language, authors, dates, claims
    pages         boxes of the pages
    fonts         the fonts that pages name
    destinations  where links and bookmarks lead
    outline       the bookmarks
    actions       what the file runs or sends by itself
    forms         fields that a reader can fill in
    attachments   files inside the file
    text          what pdfium reads of a page
    marks         marked content, looked up by what a structure tree says of it
    roles         types of structure elements
    tags          the structure tree
    tables        a table → its rows, with the heads of each cell
    speech        the tag tree → what a screen reader says
    printing      the tag tree or the pages → what is printed, to be searched for claims
    rechecking    the ledger of claims inside the file, held against what is printed
    evidence      whether there is such a ledger
    images        raster images, and what those who cannot see them are told
    links         where links lead, and whether paper shows it
    inspect       all of these together

Imported only in the process that is made for one file.
"""

from briefing.verifying.inspecting.inspect import FilesInside, files_inside, inspect

__all__ = ["FilesInside", "files_inside", "inspect"]
