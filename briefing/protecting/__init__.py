"""Words that nobody may read → where they stand in what is about to be written.

The lists are kept outside of article folders; where there is none, nothing but an empty value is loaded. Whoever writes
a file asks a ``Protected`` first, which is made at the edge and handed down; it says line and column, never the word.

    folding      text → its words, folded so that two spellings of a name are the same
    entries      the lines of a list → what is looked for
    finding      entries and a text → places
    limits       how far a file is looked into
    pictures     the notes in a picture
    pdf_streams  the streams of a PDF, measured before they are unpacked
    pdf_strings  the strings and attached files of a PDF
    contents     a file → the texts in it
    protected    the value that is asked
    lists        files of lists → that value
"""

from briefing.protecting.lists import protected_words
from briefing.protecting.protected import NOTHING_PROTECTED, Protected

__all__ = ["NOTHING_PROTECTED", "Protected", "protected_words"]
