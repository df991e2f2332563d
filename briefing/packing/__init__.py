"""An article folder → a folder with everything for a day: files to print and to send, and a sheet for whoever prints.

Each file is made as the command for it alone makes it. What the article has not got is left out and said. The job sheet
says how many sheets of which paper are needed, how to print them, and what is not ready; of the QR codes it says what
was tried, and of the law nothing.

    values     what a pack is made of
    purposes   what the day asks for: the files, how many, on which paper
    paper      pages and copies → sheets of paper
    making     an item → its file
    telling    a pack → sentences about it
    job_sheet  a pack → the sheet for whoever prints
    packing    article folder → the folder, all in order

A part imports only parts above it.
"""

from briefing.packing.packing import PAPERS, pack
from briefing.packing.purposes import PURPOSES
from briefing.packing.values import MOST_COPIES, LeftOut, Packed, PackedFile, Paper, PaperNeeded, PrintJob

__all__ = [
    "MOST_COPIES",
    "PAPERS",
    "PURPOSES",
    "LeftOut",
    "Packed",
    "PackedFile",
    "Paper",
    "PaperNeeded",
    "PrintJob",
    "pack",
]
