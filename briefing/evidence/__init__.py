"""Claims and the words of their sources that travel inside a PDF: made for an archive, and read again.

    excerpts    the text of a source and what is quoted of it → the words that travel
    printed     texts in reading order → where words stand in them
    entries     the ledger that travels: its values
    writing     those values → ``claims.json``
    parsing     ``claims.json`` of any file → those values
    gathering   a briefing and its document → its ledger, and the excerpts

The writer and the reader stand side by side, so that what one writes the other understands. No file is opened here.
"""

from briefing.evidence.entries import LEDGER, VERSION, ClaimEntry, LedgerEntries, SourceEntry
from briefing.evidence.excerpts import AROUND
from briefing.evidence.gathering import Evidence, gather
from briefing.evidence.parsing import LARGEST_LEDGER, UnreadableError, parse
from briefing.evidence.printed import Finder, Piece, Place, Printed, Telling, pieces_of
from briefing.evidence.writing import write

__all__ = [
    "AROUND",
    "LARGEST_LEDGER",
    "LEDGER",
    "VERSION",
    "ClaimEntry",
    "Evidence",
    "Finder",
    "LedgerEntries",
    "Piece",
    "Place",
    "Printed",
    "SourceEntry",
    "Telling",
    "UnreadableError",
    "gather",
    "parse",
    "pieces_of",
    "write",
]
